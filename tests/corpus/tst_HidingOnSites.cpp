#include "content/page/Edits.h"
#include "tests/support/HidingCheck.h"
#include "tests/support/KramdownHtml.h"
#include "tests/support/PageFixtures.h"

#include <QFile>
#include <QTest>

using namespace vitrine;
using namespace vitrine::test;

namespace {

QByteArray bytesOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

/// Without indents: rendered alone, indented text would be code.
QByteArray dedented(const QByteArray &text)
{
    QByteArrayList lines;
    for (const QByteArray &line : text.split('\n'))
        lines += line.trimmed();
    return lines.join('\n');
}

QByteArray bodyOf(const Page &page)
{
    return page.bytes().mid(page.frontMatter().bodyBegin);
}

void addCases(const QByteArray &name, const Page &page, uint among, std::vector<HidingCase> &cases)
{
    for (int s = 0; s < static_cast<int>(page.outline().sections.size()); ++s) {
        const Section &section = page.section(s);
        for (int e = 0; e < static_cast<int>(section.entries.size()); ++e) {
            const EntryRef ref{s, e};
            if (page.entry(ref).hidden || !isSampled(name + page.entry(ref).id, among))
                continue;
            if (const Result<PageChange> change = hideEntry(page, ref))
                cases.push_back(
                    {name + ' ' + page.entry(ref).id, bodyOf(page), bodyOf(*change->after),
                     dedented(page.text(page.entry(ref).range))});
        }
        if (section.hidden || section.level == 0 || !isSampled(name + section.id, among))
            continue;
        if (const Result<PageChange> change = hideSection(page, s))
            cases.push_back(
                {name + ' ' + section.id, bodyOf(page), bodyOf(*change->after), dedented(page.text(section.range))});
    }
}

} // namespace

class TestHidingOnSites : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void hiddenTextNeverShowsOnRealPages_data()
    {
        QTest::addColumn<bool>("gfm");
        QTest::newRow("kramdown") << false;
        QTest::newRow("GitHub's rules") << true;
    }
    void hiddenTextNeverShowsOnRealPages()
    {
        if (!corpusFolder())
            QSKIP("Set VITRINE_CORPUS to a folder of real pages to check hiding on them.");
        QFETCH(bool, gfm);
        ReadContext context;
        context.markdown.engine = gfm ? Engine::Gfm : Engine::Kramdown;
        std::vector<HidingCase> cases;
        for (const QString &path : corpusPages()) {
            const QByteArray name = path.section(QLatin1Char('/'), -3, -3).toUtf8();
            addCases(name, *Page::read({{QString(), bytesOf(path)}}, context), gfm ? 32 : 16, cases);
        }
        const std::optional<QByteArrayList> bad = badCases(cases, gfm ? cmarkHtml : kramdownHtml);
        if (!bad)
            QSKIP("Install Ruby's kramdown and kramdown-parser-gfm to compare with what sites show.");
        for (const QByteArray &one : *bad)
            qWarning("%s", one.constData());
        qInfo("%zu entries and sections hidden", cases.size());
        QVERIFY(bad->isEmpty());
    }
};

QTEST_APPLESS_MAIN(TestHidingOnSites)
#include "tst_HidingOnSites.moc"
