#include "app/site/PageFile.h"
#include "app/site/Site.h"
#include "content/page/Page.h"

#include <QDir>
#include <QTest>

using namespace vitrine;

namespace {

QString starter(const char *name)
{
    return QStringLiteral(VITRINE_SOURCE_DIR "/resources/starters/") + QString::fromLatin1(name);
}

/// Visible entries of all sections of a kind.
int entriesOf(const Page &page, Kind kind)
{
    int count = 0;
    for (const Section &section : page.outline().sections) {
        for (const Entry &entry : section.entries)
            count += entry.kind == kind && !entry.hidden && !section.hidden ? 1 : 0;
    }
    return count;
}

} // namespace

class TestStarters : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void areSitesThatReadWithoutComplaint_data()
    {
        QTest::addColumn<QString>("root");
        QTest::addColumn<int>("family");
        QTest::newRow("academicpages") << starter("academicpages") << int(ThemeFamily::Academicpages);
        QTest::newRow("acadhomepage") << starter("acadhomepage") << int(ThemeFamily::AcadHomepage);
    }
    void areSitesThatReadWithoutComplaint()
    {
        QFETCH(QString, root);
        QFETCH(int, family);
        const auto site = Site::open(root);
        QCOMPARE(int(site->family()), family);
        QVERIFY(site->diagnostics().empty());
        const QVariantMap author = site->values()->config.value(QStringLiteral("author")).toMap();
        QCOMPARE(author.value(QStringLiteral("name")).toString(), QStringLiteral("Edda Marenholt"));
        QVERIFY(site->values()->data.contains(QStringLiteral("navigation")));

        const std::optional<QString> path = site->findPage();
        QVERIFY(path.has_value());
        const Result<QByteArray> bytes = readPageFile(*path);
        QVERIFY(bytes.ok());
        const auto page = Page::read({{site->relativePath(*path), *bytes}}, site->readContext(*path));
        QVERIFY(entriesOf(*page, Kind::News) >= 4);
        QVERIFY(entriesOf(*page, Kind::Publication) >= 5);
        QVERIFY(entriesOf(*page, Kind::Award) >= 3);
        QVERIFY(entriesOf(*page, Kind::Education) >= 2);
        QVERIFY(entriesOf(*page, Kind::Experience) >= 1);
        QVERIFY(entriesOf(*page, Kind::Teaching) >= 1);
        QVERIFY(entriesOf(*page, Kind::Service) >= 1);
        QVERIFY(entriesOf(*page, Kind::Skill) >= 2);
        QVERIFY(entriesOf(*page, Kind::Link) >= 1);
    }

    void picturesOfThePagesAreThere()
    {
        for (const char *name : {"avatar.svg", "lattice-walks.svg", "tidal.svg"})
            QVERIFY(QFile::exists(starter("acadhomepage/images/") + QString::fromLatin1(name)));
        QVERIFY(QFile::exists(starter("academicpages/images/avatar.svg")));
    }
};

QTEST_APPLESS_MAIN(TestStarters)
#include "tst_Starters.moc"
