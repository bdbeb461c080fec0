#include "content/page/kinds/PageVote.h"

#include "content/page/kinds/Names.h"
#include "content/page/kinds/Words.h"

#include <QMap>

namespace vitrine {

namespace {

/// Calls `visit` with the scan of each entry that is read.
template<typename Visit> void forEachScan(const SectionScans &scans, const Visit &visit)
{
    for (const std::unique_ptr<EntryScan> &scan : scans) {
        if (scan)
            visit(*scan);
    }
}

/// True for three numbers in the order day and month, or month and day, before a year.
bool isNumbersThenYear(const WrittenDate &date)
{
    const std::vector<DatePart> &parts = date.form.point;
    using Type = DatePart::Type;
    const auto isNumber = [](const DatePart &part) { return part.type == Type::Month || part.type == Type::Day; };
    return parts.size() == 5 && parts[4].type == Type::Year && isNumber(parts[0]) && isNumber(parts[2]);
}

DayOrder dayOrderOf(const std::vector<SectionScans> &sections)
{
    int dayFirst = 0;
    int monthFirst = 0;
    const auto count = [&](const EntryScan &scan) {
        for (const DateMention &mention : scan.dates()) {
            if (!mention.date.ambiguous && isNumbersThenYear(mention.date))
                ++(mention.date.dayFirst ? dayFirst : monthFirst);
        }
    };
    for (const SectionScans &scans : sections)
        forEachScan(scans, count);
    return dayFirst > monthFirst ? DayOrder::DayFirst : DayOrder::MonthFirst;
}

/// The name that papers of the page emphasise most often, when they do so at least twice and twice as often as the
/// next one.
QByteArray emphasisedName(const Outline &outline, const std::vector<SectionScans> &sections)
{
    QMap<QByteArray, int> counts;
    const auto add = [&](const EntryScan &scan) {
        const std::vector<AtomPair> &pairs = scan.atoms().pairs;
        if (std::none_of(pairs.begin(), pairs.end(), [](const AtomPair &pair) { return pair.isEmphasis(); }))
            return;
        for (const NameRun &run : nameRuns(scan, scan.head(), {})) {
            for (const WrittenName &name : run.names) {
                if (name.emphasised && run.names.size() > 1)
                    ++counts[scan.bytes(name.name).toByteArray().simplified()];
            }
        }
    };
    for (size_t i = 0; i < sections.size(); ++i) {
        if (outline.sections[i].kind == Kind::Publication)
            forEachScan(sections[i], add);
    }
    QByteArray best;
    int most = 0;
    int second = 0;
    for (auto count = counts.cbegin(); count != counts.cend(); ++count) {
        if (count.value() > most) {
            second = most;
            most = count.value();
            best = count.key();
        } else {
            second = std::max(second, count.value());
        }
    }
    return most >= 2 && most >= 2 * second ? best : QByteArray();
}

/// A quoted run of words that ends before punctuation: short titles count, quoted words inside a title do not.
bool hasQuotedTitle(const EntryScan &scan)
{
    return std::any_of(scan.atoms().pairs.begin(), scan.atoms().pairs.end(), [&](const AtomPair &pair) {
        if (pair.kind != AtomPair::Kind::Quote || pair.parent >= 0)
            return false;
        if (wordCount(scan.shown(pair.content)) >= 3)
            return true;
        const QByteArrayView inner = scan.bytes(pair.content);
        const QByteArrayView rest = scan.bytes({pair.range.end, scan.atoms().content.end});
        return inner.endsWith(',') || inner.endsWith('.') || rest.startsWith(',') || rest.startsWith('.');
    });
}

bool beginsWithNames(const EntryScan &scan)
{
    const std::vector<NameRun> runs = nameRuns(scan, scan.head(), {}, 1);
    if (runs.empty() || runs.front().names.size() < 2)
        return false;
    const QByteArray before = scan.shown({scan.atoms().content.begin, runs.front().range.begin});
    return wordCount(before) <= 3; // a tag may come first
}

} // namespace

void voteOnPage(
    const ReadContext &context, const Outline &outline, const std::vector<SectionScans> &scans, PageHints &hints)
{
    hints.dayOrder = dayOrderOf(scans);
    if (hints.dayOrder != DayOrder::MonthFirst) {
        for (const SectionScans &section : scans)
            forEachScan(section, [](EntryScan &scan) { scan.readDates(); });
    }
    if (context.site) {
        const QVariant author = context.site->config.value(QStringLiteral("author"));
        const QVariant name = author.canConvert<QVariantMap>() ? author.toMap().value(QStringLiteral("name")) : author;
        hints.owners = ownerNames(name.toString().toUtf8());
    }
    const QByteArray emphasised = emphasisedName(outline, scans);
    if (!emphasised.isEmpty() && !isOwner(emphasised, hints.owners))
        hints.owners.push_back(emphasised);
}

void voteInSection(const Section &section, const SectionScans &scans, PageHints &hints)
{
    hints.quotedTitles = hints.authorsFirst = false;
    if (section.kind != Kind::Publication)
        return;
    int entries = 0;
    int quoted = 0;
    int authorsFirst = 0;
    forEachScan(scans, [&](const EntryScan &scan) {
        ++entries;
        quoted += hasQuotedTitle(scan) ? 1 : 0;
        authorsFirst += beginsWithNames(scan) ? 1 : 0;
    });
    hints.quotedTitles = quoted * 2 > entries;
    hints.authorsFirst = entries > 1 && authorsFirst * 3 >= entries * 2;
}

} // namespace vitrine
