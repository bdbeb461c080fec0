#include "content/page/kinds/papers/VenueSigns.h"

#include "content/page/kinds/papers/VenueWords.h"
#include "content/page/kinds/words/Lexicon.h"
#include "content/page/kinds/words/Words.h"

namespace vitrine {

bool hasDateIn(const EntryScan &scan, ByteRange range)
{
    return std::any_of(
        scan.dates().begin(), scan.dates().end(), [&](const DateMention &date) { return range.contains(date.range); });
}

bool onlyDate(const EntryScan &scan, ByteRange range)
{
    return std::any_of(scan.dates().begin(), scan.dates().end(), [&](const DateMention &date) {
        return range.contains(date.range) && scan.isWordless({range.begin, date.range.begin})
            && scan.isWordless({date.range.end, range.end});
    });
}

bool endsInYear(const EntryScan &scan, ByteRange range)
{
    return std::any_of(scan.dates().begin(), scan.dates().end(), [&](const DateMention &date) {
        return range.contains(date.range) && scan.isWordless({date.range.end, range.end})
            && !scan.isWordless({range.begin, date.range.begin});
    });
}

std::optional<ByteRange> datedLabel(const EntryScan &scan, ByteRange range)
{
    for (const AtomPair &pair : scan.atoms().pairs) {
        if (pair.isLink() && range.contains(pair.range) && scan.isWordless({range.begin, pair.range.begin})
            && !lexicon::resources().isIn(scan.shown(pair.content)) && endsInYear(scan, pair.content))
            return pair.content;
    }
    return {};
}

bool isResourceLink(const EntryScan &scan, ByteRange range)
{
    QByteArray outside;
    bool linked = false;
    bool resource = false;
    qsizetype at = range.begin;
    for (const AtomPair &pair : scan.atoms().pairs) {
        if (!pair.isLink() || !range.contains(pair.range) || pair.range.begin < at)
            continue;
        linked = true;
        resource = resource || lexicon::resources().isIn(scan.shown(pair.content));
        outside += scan.shown({at, pair.range.begin});
        at = pair.range.end;
    }
    outside += scan.shown({at, range.end});
    return linked && isLiteralText(outside) && (resource || !isVenueText(scan, range));
}

bool isBracketedShort(const QByteArray &text)
{
    const QByteArray shown = text.trimmed();
    const qsizetype close = shown.indexOf(')');
    return shown.startsWith('(') && close > 0 && isShortVenue(shown.mid(1, close - 1))
        && !isPaperNote(shown.left(close));
}

bool hasPaperDetails(const QByteArray &shown)
{
    static const WordSet details{"vol", "no", "pp", "pages", "volume", "issue"};
    return details.isIn(shown);
}

ByteRange withoutTail(const EntryScan &scan, ByteRange range)
{
    while (!range.isEmpty() && strchr(" ,.:;\n", scan.text()[range.end - 1]))
        --range.end;
    return range;
}

} // namespace vitrine
