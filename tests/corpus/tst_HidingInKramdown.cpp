#include "content/page/Edits.h"
#include "tests/support/KramdownHtml.h"
#include "tests/support/PageFixtures.h"

#include <QFile>
#include <QRegularExpression>
#include <QTest>

using namespace vitrine;
using namespace vitrine::test;

namespace {

QByteArray bytesOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

/// The HTML as a browser sees it: without comments, without the line break at the end of a block, which shows nothing,
/// and without blanks.
QString seen(const QByteArray &html)
{
    static const QRegularExpression comment(
        QStringLiteral("<!--.*?-->"), QRegularExpression::DotMatchesEverythingOption);
    static const QRegularExpression blanks(QStringLiteral("\\s+"));
    static const QRegularExpression lastBreak(QStringLiteral("<br/>(?=</(?:p|li)>)"));
    return QString::fromUtf8(html).remove(comment).remove(blanks).remove(lastBreak);
}

QString lettersOf(QString html)
{
    static const QRegularExpression tag(QStringLiteral("<[^>]*>"));
    static const QRegularExpression entity(QStringLiteral("&[#\\w]+;"));
    html.remove(tag).remove(entity);
    QString letters;
    for (const QChar c : html) {
        if (c.isLetterOrNumber())
            letters += c;
    }
    return letters;
}

/// What was cut out of `before` to give `after`; nothing when it is not one stretch.
std::optional<QString> cutBetween(const QString &before, const QString &after)
{
    qsizetype head = 0;
    while (head < after.size() && head < before.size() && before[head] == after[head])
        ++head;
    qsizetype tail = 0;
    while (tail < after.size() && tail < before.size()
           && before[before.size() - 1 - tail] == after[after.size() - 1 - tail])
        ++tail;
    if (after.size() > before.size() || head + tail < after.size())
        return {};
    head = std::min(head, after.size());
    return before.mid(head, before.size() - after.size());
}

struct Case
{
    QByteArray name;
    QByteArray before, after, hidden; ///< Markdown
};

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

void addCases(const QByteArray &name, const Page &page, uint among, std::vector<Case> &cases)
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

/// The names of the cases in which hidden text shows or another block is shown otherwise; nothing without kramdown.
std::optional<QByteArrayList> badCases(const std::vector<Case> &cases)
{
    QByteArrayList texts;
    for (const Case &one : cases)
        texts << one.before << one.after << one.hidden;
    const std::optional<QByteArrayList> htmls = kramdownHtml(texts);
    if (!htmls)
        return {};
    QByteArrayList bad;
    for (qsizetype i = 0; i < static_cast<qsizetype>(cases.size()); ++i) {
        const QString before = seen(htmls->at(3 * i));
        const QString after = seen(htmls->at(3 * i + 1));
        const std::optional<QString> cut = cutBetween(before, after);
        if (!cut)
            bad += cases[static_cast<size_t>(i)].name + ": another block is shown otherwise";
        else if (lettersOf(*cut).size() < lettersOf(seen(htmls->at(3 * i + 2))).size())
            bad += cases[static_cast<size_t>(i)].name + ": hidden text shows";
    }
    return bad;
}

} // namespace

class TestHidingInKramdown : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void hiddenTextNeverShowsOnRealPages()
    {
        if (!corpusFolder())
            QSKIP("Set VITRINE_CORPUS to a folder of real pages to check hiding on them.");
        std::vector<Case> cases;
        for (const QString &path : corpusPages()) {
            const QByteArray name = path.section(QLatin1Char('/'), -3, -3).toUtf8();
            addCases(name, *readPage(bytesOf(path)), 16, cases);
        }
        const std::optional<QByteArrayList> bad = badCases(cases);
        if (!bad)
            QSKIP("Install Ruby's kramdown and kramdown-parser-gfm to compare with what sites show.");
        for (const QByteArray &one : *bad)
            qWarning("%s", one.constData());
        qInfo("%zu entries and sections hidden", cases.size());
        QVERIFY(bad->isEmpty());
    }
};

QTEST_APPLESS_MAIN(TestHidingInKramdown)
#include "tst_HidingInKramdown.moc"
