#include "content/page/kinds/Phrase.h"

#include "content/page/kinds/Lexicon.h"
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

/// True for a date that is all that its brackets hold.
bool fillsBracket(const EntryScan &scan, const DateMention &date)
{
    if (date.pair < 0)
        return false;
    const AtomPair &pair = scan.atoms().pairs[static_cast<size_t>(date.pair)];
    return pair.isBracket() && withPairs(scan, date).contains(pair.range);
}

const DateMention *dateOf(const EntryScan &scan)
{
    if (const DateMention *head = scan.headDate())
        return head;
    if (const DateMention *tail = scan.tailDate())
        return tail;
    const DateMention *only = nullptr;
    for (const DateMention &date : scan.dates()) {
        if (!date.period() && !fillsBracket(scan, date))
            continue;
        if (only)
            return nullptr;
        only = &date;
    }
    return only;
}

/// True for brackets that tell of an entry what is no part of a name: a rank, a sum, a place, a link.
bool isNote(const EntryScan &scan, ByteRange bracket)
{
    const QByteArray text = scan.shown(bracket);
    const bool counts = std::any_of(text.begin(), text.end(), [](char c) { return isdigit(c) || strchr("%$", c); });
    const auto &pairs = scan.atoms().pairs;
    const bool links = std::any_of(pairs.begin(), pairs.end(), [&](const AtomPair &pair) {
        return pair.isLink() && bracket.contains(pair.range);
    });
    return counts || links || lexicon::remarks().isIn(text) || lexicon::places().isIn(text)
        || lexicon::departments().isIn(text);
}

/// Brackets after words belong to them when they are no note, and so do the words that follow such brackets.
std::vector<PhrasePart> withBrackets(const EntryScan &scan, const std::vector<PhrasePart> &parts)
{
    std::vector<PhrasePart> result;
    bool open = false;
    for (const PhrasePart &part : parts) {
        const bool bracket = part.type == PhrasePart::Type::Bracket;
        const bool follows = !result.empty() && !part.afterBreak && result.back().type == PhrasePart::Type::Words
            && scan.bytes({result.back().range.end, part.range.begin}).trimmed().isEmpty();
        const bool joins = follows && (bracket ? !isNote(scan, part.range) : open);
        if (joins)
            result.back().range.end = part.range.end;
        else
            result.push_back(part);
        open = joins && bracket;
    }
    return result;
}

void addParts(const EntryScan &scan, ByteRange range, Phrase &phrase)
{
    range = scan.withoutSeparators(range);
    if (range.isEmpty())
        return;
    for (const PhrasePart &part : phraseParts(scan, range)) {
        const bool further = !phrase.more.empty() || (part.afterBreak && !phrase.parts.empty());
        (further ? phrase.more : phrase.parts).push_back(part);
    }
}

} // namespace

std::vector<PhrasePart> phraseParts(const EntryScan &scan, ByteRange range)
{
    return withBrackets(scan, scan.parts(range));
}

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
        phrase.unbroken = phrase.parts.size();
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
    if (phrase.unbroken == 0)
        phrase.unbroken = phrase.parts.size();
    if (!phrase.parts.empty())
        phrase.all = phrase.hull(0, phrase.parts.size() - 1);
    return phrase;
}

} // namespace vitrine
