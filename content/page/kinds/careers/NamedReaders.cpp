#include "content/page/kinds/Readers.h"
#include "content/page/kinds/careers/CareerParts.h"
#include "content/page/kinds/careers/Phrase.h"
#include "content/page/kinds/words/Lexicon.h"
#include "content/page/kinds/words/Words.h"

namespace vitrine {

namespace {

using Part = LayoutNode::Part;

Confidence good(bool claimed)
{
    return claimed ? Confidence::Good : Confidence::None;
}

/// The first emphasised or linked words when nothing stands before them in a range.
const AtomPair *leadingPair(const EntryScan &scan, ByteRange range)
{
    for (const AtomPair &pair : scan.atoms().pairs) {
        const bool wraps = pair.isLink() || pair.isEmphasis() || pair.kind == AtomPair::Kind::Quote;
        if (!wraps || !range.contains(pair.range) || scan.isWordless(pair.content))
            continue;
        return scan.isWordless({range.begin, pair.range.begin}) ? &pair : nullptr;
    }
    return nullptr;
}

/// Where a name ends that is followed by a colon.
std::optional<ByteRange> colonIn(const EntryScan &scan, ByteRange range)
{
    std::optional<ByteRange> first;
    for (const char *colon : {": ", "：", ":", " - ", " – ", " — "}) {
        const std::optional<ByteRange> found = scan.find(range, colon);
        const bool scheme = found && scan.bytes({found->begin, range.end}).startsWith("://");
        if (found && !scheme && (!first || found->begin < first->begin))
            first = found;
    }
    return first;
}

/// A label without the colon at its end.
ByteRange withoutColon(QByteArrayView label)
{
    ByteRange range = withoutBlanks(label);
    const QByteArrayView text = label.sliced(range.begin, range.size());
    if (text.endsWith("："))
        range.end -= 3;
    else if (text.endsWith(':'))
        range.end -= 1;
    return range;
}

/// What follows the first words of an entry, as one text up to its nested items; behind its date where nothing else
/// stands before that.
void claimSummary(EntryScan &scan, qsizetype begin)
{
    ByteRange rest = scan.withoutSeparators({begin, scan.head().end});
    if (const std::optional<ByteRange> date = scan.claims.rangeOf(FieldId::Date); date && rest.contains(*date)) {
        if (!scan.isWordless({rest.begin, date->begin}))
            return; // told apart as what is left over
        const int pair = scan.pairAround(*date);
        const AtomPair *around = pair >= 0 ? &scan.atoms().pairs[static_cast<size_t>(pair)] : nullptr;
        const bool inside = around && rest.contains(around->range);
        if (inside && !scan.isWordless({date->end, around->content.end}))
            return;
        rest = scan.withoutSeparators({inside ? around->range.end : date->end, rest.end});
    }
    if (!rest.isEmpty() && !scan.isWordless(rest))
        scan.claims.add(FieldId::Summary, rest);
}

/// "Name: words about it": the emphasised or linked head, or what stands before a colon, is the name.
Confidence readNamed(EntryScan &scan, FieldId name)
{
    const Phrase phrase = phraseOf(scan);
    if (phrase.parts.empty())
        return Confidence::None;
    const qsizetype begin = phrase.parts.front().range.begin;
    const ByteRange rest{begin, scan.head().end};
    if (const AtomPair *pair = leadingPair(scan, rest)) {
        if (!scan.claims.add(name, pair->content))
            return Confidence::None;
        claimSummary(scan, pair->range.end);
        return Confidence::Good;
    }
    const ByteRange first = phrase.parts.front().range;
    const std::vector<PhrasePart> parts = phraseParts(scan, {begin, scan.head().end});
    if (!parts.empty() && parts.front().range.end < first.end)
        return good(scan.claims.add(name, parts.front().range));
    if (const std::optional<ByteRange> colon = colonIn(scan, first)) {
        const bool claimed = scan.claims.add(name, {first.begin, colon->begin});
        claimSummary(scan, colon->end);
        return good(claimed);
    }
    return good(scan.claims.add(name, first));
}

/// What keywords are cut at besides commas.
qsizetype keywordCut(QByteArrayView text, qsizetype at)
{
    for (const char *mark : {" / ", " · ", "·", " • ", "•", " ‧ "}) {
        if (text.sliced(at).startsWith(mark))
            return static_cast<qsizetype>(qstrlen(mark));
    }
    return 0;
}

/// Parts with the brackets that follow them.
std::vector<ByteRange> keywordParts(const EntryScan &scan, ByteRange range)
{
    std::vector<ByteRange> words;
    for (const PhrasePart &part : scan.parts(range)) {
        if (part.type == PhrasePart::Type::Bracket && !words.empty()) {
            words.back().end = part.range.end;
            continue;
        }
        for (const ByteRange word : scan.cut(part.range, keywordCut))
            words.push_back(word);
    }
    return words;
}

} // namespace

Confidence readText(EntryScan &scan)
{
    return good(scan.claims.add(FieldId::Text, scan.atoms().content));
}

Confidence readProject(EntryScan &scan)
{
    return readNamed(scan, FieldId::Name);
}

Confidence readSkill(EntryScan &scan)
{
    const ByteRange head = scan.head();
    ByteRange rest = head;
    const AtomPair *pair = leadingPair(scan, head);
    if (pair && !pair->isLink()) {
        if (!scan.claims.add(FieldId::Name, withoutColon(scan.bytes(pair->content)).shifted(pair->content.begin)))
            return Confidence::None;
        rest.begin = pair->range.end;
    } else if (const std::optional<ByteRange> colon = colonIn(scan, head)) {
        if (!scan.claims.add(FieldId::Name, {head.begin, colon->begin}))
            return Confidence::None;
        rest.begin = colon->end;
    }
    rest = scan.withoutSeparators(rest);
    int item = 0;
    if (!rest.isEmpty() && !scan.isWordless(rest)) {
        for (const ByteRange word : keywordParts(scan, rest))
            item += scan.claims.add(FieldId::Keywords, word, Part::Whole, item) ? 1 : 0;
    }
    return good(item > 0 || scan.claims.has(FieldId::Name));
}

Confidence readLink(EntryScan &scan)
{
    for (const AtomPair &pair : scan.atoms().pairs) {
        if (!pair.isLink())
            continue;
        const bool label = scan.claims.add(FieldId::Label, pair.content);
        return good(scan.claims.add(FieldId::Url, pair.url) || label);
    }
    return Confidence::None;
}

} // namespace vitrine
