#include "content/page/kinds/Phrase.h"

#include "content/page/kinds/Words.h"

namespace vitrine {

namespace {

/// A date and the pairs that hold nothing else.
ByteRange withPairs(const EntryScan &scan, const DateMention &date)
{
    ByteRange range = date.range;
    for (int pair = date.pair; pair >= 0; pair = scan.atoms().pairs[static_cast<size_t>(pair)].parent) {
        const AtomPair &around = scan.atoms().pairs[static_cast<size_t>(pair)];
        const bool alone =
            scan.isWordless({around.content.begin, range.begin}) && scan.isWordless({range.end, around.content.end});
        if (!alone)
            break;
        range = around.range;
    }
    return range;
}

const DateMention *dateOf(const EntryScan &scan)
{
    if (const DateMention *head = scan.headDate())
        return head;
    if (const DateMention *tail = scan.tailDate())
        return tail;
    const DateMention *period = nullptr;
    for (const DateMention &date : scan.dates()) {
        if (!date.period())
            continue;
        if (period)
            return nullptr;
        period = &date;
    }
    return period;
}

void addParts(const EntryScan &scan, ByteRange range, Phrase &phrase)
{
    range = scan.withoutSeparators(range);
    if (range.isEmpty())
        return;
    for (const PhrasePart &part : scan.parts(range)) {
        const bool further = !phrase.more.empty() || (part.afterBreak && !phrase.parts.empty());
        (further ? phrase.more : phrase.parts).push_back(part);
    }
}

} // namespace

size_t Phrase::wordCount() const
{
    size_t count = 0;
    while (count < parts.size() && parts[count].type == PhrasePart::Type::Words)
        ++count;
    return count;
}

Phrase phraseOf(EntryScan &scan)
{
    Phrase phrase;
    const ByteRange head = scan.head();
    const DateMention *date = dateOf(scan);
    if (date && scan.claimDate(*date)) {
        phrase.dated = true;
        const ByteRange place = withPairs(scan, *date);
        addParts(scan, {head.begin, place.begin}, phrase);
        const bool second = !phrase.parts.empty() && !scan.isWordless({place.end, head.end});
        Phrase after;
        addParts(scan, {place.end, head.end}, after);
        if (second && !phrase.more.empty())
            phrase.more.insert(phrase.more.end(), after.parts.begin(), after.parts.end());
        else
            phrase.parts.insert(phrase.parts.end(), after.parts.begin(), after.parts.end());
        phrase.more.insert(phrase.more.end(), after.more.begin(), after.more.end());
    } else {
        addParts(scan, head, phrase);
    }
    if (!phrase.parts.empty())
        phrase.all = phrase.hull(0, phrase.parts.size() - 1);
    return phrase;
}

} // namespace vitrine
