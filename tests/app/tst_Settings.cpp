#include "app/settings/Settings.h"

#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace vitrine;

class TestSettings : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<QTemporaryDir> m_profile;

    QString file() const { return m_profile->filePath(QStringLiteral("vitrine.ini")); }

private Q_SLOTS:
    void init() { m_profile = std::make_unique<QTemporaryDir>(); }

    void aFreshProfileHasDefaults()
    {
        const Settings settings(m_profile->path());
        QCOMPARE(settings.look(), Settings::Look::Desktop);
        QCOMPARE(settings.entryTab(), Settings::EntryTab::Form);
        QCOMPARE(settings.previewWidth(), Settings::Width::Fit);
        QCOMPARE(settings.previewZoom(), 0);
        QVERIFY(settings.recentPages().isEmpty());
        QVERIFY(!settings.lastExport());
        QVERIFY(!settings.listHeight(Kind::News));
        QVERIFY(!settings.previewTheme(QStringLiteral("/site")));
        QVERIFY(!settings.remotePicturesAllowed(QStringLiteral("/site/about.md")));
        QVERIFY(settings.windowGeometry().isEmpty());
    }

    void everythingIsThereAgainAfterARestart()
    {
        {
            Settings settings(m_profile->path());
            settings.setLook(Settings::Look::Dark);
            settings.setEntryTab(Settings::EntryTab::Markdown);
            settings.setPreviewWidth(Settings::Width::Phone);
            settings.setPreviewZoom(-2);
            settings.setLastExport(Settings::ExportKind::Pdf);
            settings.setListHeight(Kind::News, 220);
            settings.setPreviewTheme(QStringLiteral("/site"), Theme::AcadHomepage);
            settings.setRemotePicturesAllowed(QStringLiteral("/site/about.md"), true);
            settings.setWindowGeometry("\x01\x00geometry");
            settings.setSplitterState(QStringLiteral("panes"), "state");
        }
        const Settings settings(m_profile->path());
        QCOMPARE(settings.look(), Settings::Look::Dark);
        QCOMPARE(settings.entryTab(), Settings::EntryTab::Markdown);
        QCOMPARE(settings.previewWidth(), Settings::Width::Phone);
        QCOMPARE(settings.previewZoom(), -2);
        QVERIFY(settings.lastExport() == Settings::ExportKind::Pdf);
        QVERIFY(settings.listHeight(Kind::News) == 220);
        QVERIFY(!settings.listHeight(Kind::Award));
        QVERIFY(settings.previewTheme(QStringLiteral("/site")) == Theme::AcadHomepage);
        QVERIFY(!settings.previewTheme(QStringLiteral("/other")));
        QVERIFY(settings.remotePicturesAllowed(QStringLiteral("/site/about.md")));
        QVERIFY(!settings.remotePicturesAllowed(QStringLiteral("/site/other.md")));
        QCOMPARE(settings.windowGeometry(), QByteArray("\x01\x00geometry"));
        QCOMPARE(settings.splitterState(QStringLiteral("panes")), QByteArray("state"));
    }

    void recentPagesAreTheLastEightWithoutRepeats()
    {
        Settings settings(m_profile->path());
        QSignalSpy changed(&settings, &Settings::recentPagesChanged);
        for (int i = 0; i < 10; ++i)
            settings.addRecentPage(QStringLiteral("/page%1.md").arg(i));
        settings.addRecentPage(QStringLiteral("/page5.md"));
        QCOMPARE(settings.recentPages().size(), 8);
        QCOMPARE(settings.recentPages()[0], QStringLiteral("/page5.md"));
        QCOMPARE(settings.recentPages()[1], QStringLiteral("/page9.md"));
        QCOMPARE(settings.recentPages().count(QStringLiteral("/page5.md")), 1);
        settings.forgetRecentPage(QStringLiteral("/page9.md"));
        settings.forgetRecentPage(QStringLiteral("/never.md"));
        QCOMPARE(settings.recentPages().size(), 7);
        QCOMPARE(changed.count(), 12);
    }

    void aPathWithAnyLettersIsRemembered()
    {
        const QString odd = QString::fromUtf8("/主页, a=b/[x]\\n;%/about.md");
        {
            Settings settings(m_profile->path());
            settings.addRecentPage(odd);
        }
        QCOMPARE(Settings(m_profile->path()).recentPages(), QStringList{odd});
    }

    void nonsenseInTheFileCountsAsNotThere()
    {
        QFile ini(file());
        QVERIFY(ini.open(QIODevice::WriteOnly));
        ini.write("[General]\nlook=Purple\nentryTab=7\nlastExport=\nrecentPages=@Invalid()\n"
                  "[preview]\nzoom=99999\nwidth=Sideways\n[listHeight]\nnews=-4\n\xff\xfe=\n");
        ini.close();
        const Settings settings(m_profile->path());
        QCOMPARE(settings.look(), Settings::Look::Desktop);
        QCOMPARE(settings.entryTab(), Settings::EntryTab::Form);
        QVERIFY(!settings.lastExport());
        QCOMPARE(settings.previewWidth(), Settings::Width::Fit);
        QVERIFY(settings.previewZoom() <= 20);
        QVERIFY(!settings.listHeight(Kind::News));
        QVERIFY(settings.recentPages().isEmpty());
    }

    void theLookTellsWhenItChanges()
    {
        Settings settings(m_profile->path());
        QSignalSpy changed(&settings, &Settings::lookChanged);
        settings.setLook(Settings::Look::Desktop);
        QCOMPARE(changed.count(), 0);
        settings.setLook(Settings::Look::Light);
        QCOMPARE(changed.count(), 1);
    }

    void theFileIsVersioned()
    {
        {
            Settings settings(m_profile->path());
        }
        QFile ini(file());
        QVERIFY(ini.open(QIODevice::ReadOnly));
        QVERIFY(ini.readAll().contains("version=1"));
    }
};

QTEST_GUILESS_MAIN(TestSettings)
#include "tst_Settings.moc"
