#include "content/page/kinds/siblings/PageVote.h"

#include "content/page/kinds/careers/CareerParts.h"
#include "content/page/kinds/papers/Names.h"
#include "content/page/kinds/papers/PaperLines.h"
#include "content/page/kinds/papers/VenueWords.h"
#include "content/page/kinds/words/Words.h"

#include <QMap>

namespace vitrine {

namespace {

/// True for three numbers in the order day and month, or month and day, before a year.
bool isNumbersThenYear(const WrittenDate &date)
{
    const std::vector<DatePart> &parts = date.form.point;
    using Type = DatePart::Type;
    const auto isNumber = [](const DatePart &part) { return part.type == Type::Month || part.type == Type::Day; };
    return parts.size() == 5 && parts[4].type == Type::Year && isNumber(parts[0]) && isNumber(parts[2]);
}

bool hasEmphasis(const EntryScan &scan)
{
    const std::vector<AtomPair> &pairs = scan.atoms().pairs;
    return std::any_of(pairs.begin(), pairs.end(), [](const AtomPair &pair) { return pair.isEmphasis(); });
}

/// The names that stand out among others of the entry.
std::vector<QByteArray> emphasisedNames(const EntryScan &scan, const std::vector<NameRun> &runs)
{
    std::vector<QByteArray> names;
    for (const NameRun &run : runs) {
        for (const WrittenName &name : run.names) {
            if (name.emphasised && run.names.size() > 1)
                names.push_back(scan.bytes(name.name).toByteArray().simplified());
        }
    }
    return names;
}

/// The name that papers of the page emphasise most often, when they do so at least twice and twice as often as the
/// next one.
QByteArray emphasisedName(const std::vector<EntryVotes> &votes)
{
    QMap<QByteArray, int> counts;
    for (const EntryVotes &entry : votes) {
        for (const QByteArray &name : entry.emphasised)
            ++counts[name];
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

bool beginsWithNames(const EntryScan &scan, const std::vector<NameRun> &runs)
{
    if (runs.empty() || runs.front().names.size() < 2)
        return false;
    ByteRange before{scan.atoms().content.begin, runs.front().range.begin};
    if (const std::optional<AtomPair> tag = leadingTag(scan, before.end))
        before.begin = tag->range.end;
    return wordCount(scan.shown(before)) <= 3; // a tag may come first
}

/// A job or degree that stands alone in the first line of the nested items.
bool hasNestedTitle(const EntryScan &scan)
{
    const Kind kind = scan.entry().kind;
    if (kind != Kind::Experience && kind != Kind::Education)
        return false;
    const std::optional<ByteRange> line = scan.firstNestedLine();
    const Sense sense = line ? senseOf(scan.shown(*line), kind) : Sense::Words;
    return sense == (kind == Kind::Experience ? Sense::Role : Sense::Degree);
}

} // namespace

EntryVotes EntryVotes::of(const EntryScan &scan)
{
    EntryVotes votes;
    for (const DateMention &mention : scan.dates()) {
        if (!mention.date.ambiguous && isNumbersThenYear(mention.date))
            ++(mention.date.dayFirst ? votes.dayFirst : votes.monthFirst);
    }
    votes.nestedTitle = hasNestedTitle(scan);
    if (scan.entry().kind == Kind::Publication) {
        // Where nothing is emphasised the first names will do.
        const std::vector<NameRun> runs = nameRuns(scan, scan.head(), {}, hasEmphasis(scan) ? SIZE_MAX : 1);
        votes.emphasised = emphasisedNames(scan, runs);
        votes.quotedTitle = hasQuotedTitle(scan);
        votes.authorsFirst = beginsWithNames(scan, runs);
        const std::optional<ByteRange> line = lineBehindLinks(scan);
        votes.venueBehindLinks = line && isVenueText(scan, *line);
    }
    return votes;
}

PageHints hintsOfSite(const ReadContext &context)
{
    PageHints hints;
    if (context.site) {
        const QVariant author = context.site->config.value(QStringLiteral("author"));
        const QVariant name = author.canConvert<QVariantMap>() ? author.toMap().value(QStringLiteral("name")) : author;
        hints.owners = ownerNames(name.toString().toUtf8());
    }
    return hints;
}

PageHints voteOnPage(const PageHints &ofSite, const std::vector<EntryVotes> &votes)
{
    PageHints hints = ofSite;
    int dayFirst = 0;
    int monthFirst = 0;
    for (const EntryVotes &entry : votes) {
        dayFirst += entry.dayFirst;
        monthFirst += entry.monthFirst;
    }
    hints.dayOrder = dayFirst > monthFirst ? DayOrder::DayFirst : DayOrder::MonthFirst;
    const QByteArray emphasised = emphasisedName(votes);
    if (!emphasised.isEmpty() && !isOwner(emphasised, hints.owners))
        hints.owners.push_back(emphasised);
    return hints;
}

void voteInSection(Kind kind, const std::vector<EntryVotes> &votes, PageHints &hints)
{
    hints.quotedTitles = hints.authorsFirst = hints.venueBehindLinks = hints.nestedTitles = false;
    const auto nested = std::count_if(votes.begin(), votes.end(), [](const EntryVotes &v) { return v.nestedTitle; });
    hints.nestedTitles = nested > 0 && nested * 2 + 1 >= static_cast<std::ptrdiff_t>(votes.size());
    if (kind != Kind::Publication)
        return;
    const auto entries = static_cast<std::ptrdiff_t>(votes.size());
    const auto quoted = std::count_if(votes.begin(), votes.end(), [](const EntryVotes &v) { return v.quotedTitle; });
    const auto authors = std::count_if(votes.begin(), votes.end(), [](const EntryVotes &v) { return v.authorsFirst; });
    const auto behind =
        std::count_if(votes.begin(), votes.end(), [](const EntryVotes &v) { return v.venueBehindLinks; });
    hints.quotedTitles = quoted * 2 > entries;
    hints.venueBehindLinks = behind > 1 && behind * 2 >= entries - 1;
    hints.authorsFirst = entries > 1 && authors * 3 >= entries * 2;
}

} // namespace vitrine
