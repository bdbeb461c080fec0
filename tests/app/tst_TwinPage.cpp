#include "app/site/TwinPage.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace vitrine;

/// Which page beside a page says the same in another language.
class TestTwinPage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theTwinIsToldByNames_data()
    {
        QTest::addColumn<QStringList>("files");
        QTest::addColumn<QString>("twin"); // of the first
        const auto row = [](const QStringList &files, const char *twin) {
            QTest::newRow(qPrintable(files.join(QLatin1Char(' ')))) << files << QString::fromLatin1(twin);
        };
        const auto files = [](const char *names) { return QString::fromLatin1(names).split(QLatin1Char(' ')); };
        row(files("about.md about_zh.md"), "about_zh.md");
        row(files("_pages/about.md _pages/about-cn.md _pages/cv.md"), "_pages/about-cn.md");
        row(files("_pages/about-cn.md _pages/about.md"), "_pages/about.md");
        row(files("_pages/about.md _pages/zh/about.md"), "_pages/zh/about.md");
        row(files("index.md zh/index.md"), "zh/index.md");
        row(files("_pages/zh/about.md _pages/about.md"), "_pages/about.md");
        row(files("en/about.md zh-CN/about.md"), "zh-CN/about.md");
        row(files("about.zh.md about.en.md"), "about.en.md");
        row(files("about.md about_zh.md about_fr.md"), "about_zh.md");
        row(files("about.md about_de.md about_fr.md"), "");
        row(files("about.md cv.md about_me.md"), "");
        row(files("cn/about.md zh/about.md about.md"), "");
    }
    void theTwinIsToldByNames()
    {
        QFETCH(QStringList, files);
        QFETCH(QString, twin);
        QTemporaryDir folder;
        for (const QString &name : files + QStringList{QStringLiteral("_config.yml")}) {
            const QString path = folder.filePath(name);
            QVERIFY(QDir().mkpath(QFileInfo(path).absolutePath()));
            QFile file(path);
            QVERIFY(file.open(QIODevice::WriteOnly));
            file.write("title: x\n");
        }
        const QString page = folder.filePath(files.front());
        const std::optional<QString> found = twinPageOf(*Site::around(page), page);
        QCOMPARE(found.value_or(QString()), twin.isEmpty() ? QString() : folder.filePath(twin));
    }
};

QTEST_GUILESS_MAIN(TestTwinPage)
#include "tst_TwinPage.moc"
