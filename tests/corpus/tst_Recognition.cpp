#include "tests/support/EntryFixtures.h"
#include "tests/support/PageFixtures.h"

#include <QFile>
#include <QTest>

#include <map>

using namespace vitrine;
using namespace vitrine::test;

namespace {

std::shared_ptr<const Page> readFile(const QString &path, const char *owner = nullptr)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return readPage({});
    ReadContext context;
    if (owner) {
        auto site = std::make_shared<SiteValues>();
        site->config[QStringLiteral("author")] = QVariantMap{{QStringLiteral("name"), QString::fromUtf8(owner)}};
        context.site = site;
    }
    return Page::read({{QStringLiteral("about.md"), file.readAll()}}, context);
}

std::vector<const Entry *> entriesOf(const Page &page, Kind kind, bool hidden = false)
{
    std::vector<const Entry *> entries;
    for (const Section &section : page.outline().sections) {
        for (const Entry &entry : section.entries) {
            if (entry.kind == kind && entry.hidden == hidden)
                entries.push_back(&entry);
        }
    }
    return entries;
}

qsizetype authorCount(const std::vector<const Entry *> &papers)
{
    qsizetype count = 0;
    for (const Entry *paper : papers) {
        if (const Field *authors = paper->field(FieldId::Authors))
            count += authors->value.authors().size();
    }
    return count;
}

QByteArray dateOf(const Entry &entry)
{
    const Field *date = entry.field(FieldId::Date);
    return date ? date->value.text() : QByteArray();
}

} // namespace

class TestRecognition : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        if (!corpusFolder())
            QSKIP("VITRINE_CORPUS does not name the folder of real pages: nothing to recognise.");
    }

    void layoutsAndFieldsHoldOnEveryPage()
    {
        std::map<QByteArray, std::pair<int, int>> counts;
        for (const QString &path : corpusPages()) {
            const auto page = readFile(path);
            for (const Section &section : page->outline().sections) {
                for (const Entry &entry : section.entries) {
                    auto &[understood, all] = counts[schemaOf(entry.kind).name];
                    understood += entry.structured ? 1 : 0;
                    ++all;
                    const QString broken = brokenEntry(page->text(), entry);
                    QVERIFY2(broken.isEmpty(), qPrintable(path + QLatin1Char(' ') + broken));
                }
            }
        }
        for (const auto &[kind, count] : counts)
            qInfo("%-12s understood %4d of %4d", kind.constData(), count.first, count.second);
        QVERIFY(counts["news"].first * 100 >= counts["news"].second * 95);
        QVERIFY(counts["award"].first * 100 >= counts["award"].second * 97);
        QVERIFY(counts["experience"].first * 100 >= counts["experience"].second * 92);
    }

    void thePageThatWasAskedForIsUnderstoodWhole()
    {
        const auto page = readFile(
            *corpusFolder() + QStringLiteral("/lzhangbv__lzhangbv.github.io/_pages/about.md"), "Lin Zhang (章霖)");
        const auto papers = entriesOf(*page, Kind::Publication);
        QCOMPARE(papers.size(), size_t(12));
        QCOMPARE(authorCount(papers), qsizetype(56));
        QCOMPARE(entriesOf(*page, Kind::Publication, true).size(), size_t(1));
        int wrapped = 0;
        int spotlights = 0;
        QByteArrayList marks;
        for (const Entry *paper : papers) {
            QVERIFY(paper->structured);
            const AuthorList authors = paper->field(FieldId::Authors)->value.authors();
            QCOMPARE(std::count_if(authors.begin(), authors.end(), [](const Author &a) { return a.self; }), 1);
            for (const Author &author : authors)
                marks += author.marks;
            wrapped += page->text(paper->range).contains('\n') ? 1 : 0;
            spotlights += paper->field(FieldId::Note) ? 1 : 0;
            QVERIFY(!paper->field(FieldId::Summary));
            QVERIFY(paper->field(FieldId::Title));
            const QByteArray venue = paper->field(FieldId::Venue)->value.text();
            QVERIFY(!venue.startsWith("in ") && !venue.contains("202"));
            QVERIFY(dateOf(*paper).startsWith("202"));
        }
        QCOMPARE(wrapped, 4);
        QCOMPARE(spotlights, 1);
        QCOMPARE(marks.count("*"), 6);
        QCOMPARE(marks.count("+"), 1);
        QCOMPARE(marks.size(), 7);
        const auto teaching = entriesOf(*page, Kind::Teaching);
        QCOMPARE(teaching.size(), size_t(2));
        QCOMPARE(dateOf(*teaching[0]), QByteArray("2019-21"));
        QCOMPARE(dateOf(*teaching[1]), QByteArray("{2019-23,2022-23}"));
        const auto jobs = entriesOf(*page, Kind::Experience);
        QCOMPARE(jobs.size(), size_t(1));
        QCOMPARE(jobs[0]->field(FieldId::StartDate)->value.text(), QByteArray("2021-09"));
        QCOMPARE(jobs[0]->field(FieldId::EndDate)->value.text(), QByteArray("2022-08"));
        for (const auto &[kind, count] :
             std::map<Kind, size_t>{{Kind::News, 7}, {Kind::Award, 3}, {Kind::Skill, 2}, {Kind::Link, 4}}) {
            const auto entries = entriesOf(*page, kind);
            QCOMPARE(entries.size(), count);
            for (const Entry *entry : entries) {
                QVERIFY(entry->structured);
                QVERIFY(!entry->field(FieldId::Note) && !entry->field(FieldId::Summary));
            }
        }
    }

    void thePageOfBoxesIsUnderstoodWhole()
    {
        const auto page = readFile(
            *corpusFolder() + QStringLiteral("/JeanDiable__JeanDiable.github.io/_pages/about.md"),
            "Suizhi Huang <br> 黄遂之");
        const auto papers = entriesOf(*page, Kind::Publication);
        QCOMPARE(papers.size(), size_t(15));
        int pictures = 0;
        int coFirst = 0;
        for (const Entry *paper : papers) {
            QVERIFY(paper->structured);
            const AuthorList authors = paper->field(FieldId::Authors)->value.authors();
            QCOMPARE(std::count_if(authors.begin(), authors.end(), [](const Author &a) { return a.self; }), 1);
            QVERIFY(paper->field(FieldId::Links)->value.links().front().label.isEmpty());
            const Field *picture = paper->field(FieldId::Image);
            pictures += picture ? 1 : 0;
            if (picture) {
                QCOMPARE(paper->field(FieldId::Venue)->also.size(), size_t(2));
                QCOMPARE(paper->field(FieldId::Date)->also.size(), size_t(1));
            }
            const Field *note = paper->field(FieldId::Note);
            coFirst += note && note->value.text() == "co-first author" ? 1 : 0;
        }
        QCOMPARE(pictures, 3);
        QCOMPARE(coFirst, 2);
        for (const Entry *news : entriesOf(*page, Kind::News)) {
            QVERIFY(news->structured);
            QVERIFY(news->field(FieldId::Text)->value.text().startsWith("🎉🎉 "));
            QCOMPARE(dateOf(*news).size(), qsizetype(7));
        }
        QCOMPARE(entriesOf(*page, Kind::News).size(), size_t(14));
        QCOMPARE(entriesOf(*page, Kind::Award).size(), size_t(8));
        // A visit listed among the degrees is a job.
        QCOMPARE(entriesOf(*page, Kind::Education).size(), size_t(2));
        QCOMPARE(entriesOf(*page, Kind::Experience).size(), size_t(1));
    }
};

QTEST_APPLESS_MAIN(TestRecognition)
#include "tst_Recognition.moc"
