#include "content/page/kinds/layouts/Leftovers.h"

#include "content/page/kinds/layouts/LayoutBuilder.h"
#include "content/page/kinds/papers/PaperLines.h"
#include "content/page/kinds/papers/VenueWords.h"
#include "content/page/kinds/words/Words.h"

namespace vitrine {

namespace {

using Type = LayoutNode::Type;
using Nodes = std::vector<LayoutNode>;

class Stretches
{
public:
    explicit Stretches(const EntryScan &scan) : m_scan(scan) { }

    std::vector<ByteRange> collect(const Nodes &nodes)
    {
        visit(nodes);
        return std::move(m_found);
    }

private:
    void visit(const Nodes &nodes)
    {
        for (size_t i = 0; i < nodes.size(); ++i) {
            if (!isWords(nodes[i])) {
                visit(nodes[i].children);
                continue;
            }
            size_t last = i;
            while (last + 1 < nodes.size() && (isWords(nodes[last + 1]) || bridges(nodes, last + 1)))
                ++last;
            m_found.push_back({nodes[i].range.begin, nodes[last].range.end});
            i = last;
        }
    }

    bool isWords(const LayoutNode &node) const
    {
        if (node.type != Type::Sealed || isLiteralText(m_scan.shown(node.range)))
            return false;
        return !contains(node.range, Atom::Type::Picture) && !contains(node.range, Atom::Type::Opaque);
    }

    /// Punctuation between two stretches of words in one line.
    bool bridges(const Nodes &nodes, size_t at) const
    {
        return at + 1 < nodes.size() && nodes[at].type == Type::Literal && isWords(nodes[at + 1])
            && !contains(nodes[at].range, Atom::Type::HardBreak) && !contains(nodes[at].range, Atom::Type::BlockBreak);
    }

    bool contains(ByteRange range, Atom::Type type) const
    {
        const std::vector<Atom> &atoms = m_scan.atoms().atoms;
        auto atom = std::lower_bound(atoms.begin(), atoms.end(), range.begin, [](const Atom &a, qsizetype begin) {
            return a.range.end <= begin;
        });
        for (; atom != atoms.end() && atom->range.begin < range.end; ++atom) {
            if (atom->type == type)
                return true;
        }
        return false;
    }

    const EntryScan &m_scan;
    std::vector<ByteRange> m_found;
};

/// A stretch without the punctuation and small words at its ends.
ByteRange withoutEnds(const EntryScan &scan, ByteRange range)
{
    range = scan.withoutSeparators(range);
    for (const char *word : {"at ", "in ", "and ", "by ", "with "}) {
        if (scan.bytes(range).startsWith(word))
            range.begin += static_cast<qsizetype>(qstrlen(word));
    }
    const auto trim = [&] {
        while (!range.isEmpty() && strchr(" \t\r\n,;:|-@", scan.text()[range.end - 1]))
            --range.end;
    };
    trim();
    for (const char *word : {" the", " at", " in", " by", " for", " of"}) {
        if (scan.bytes(range).endsWith(word))
            range.end -= static_cast<qsizetype>(qstrlen(word));
        trim();
    }
    return range;
}

/// A venue without the small words that lead to it: "Published in", "the" behind "in".
ByteRange withoutLead(const EntryScan &scan, ByteRange range)
{
    for (const char *word :
         {"published ", "Published ", "accepted ", "Accepted ", "in ", "by ", "at ", "to ", "the "}) {
        if (scan.bytes(range).startsWith(word))
            range.begin += static_cast<qsizetype>(qstrlen(word));
    }
    return range;
}

/// Brackets around all of a note are no part of it, whatever emphasis or full stop stands around them.
ByteRange insideBrackets(const EntryScan &scan, ByteRange range)
{
    std::optional<ByteRange> bare = scan.claims.settled(range);
    for (const AtomPair &pair : scan.atoms().pairs) {
        if (!bare || !pair.isBracket() || pair.range != *bare)
            continue;
        range = withoutBlanks(scan.bytes(pair.content)).shifted(pair.content.begin);
        bare = scan.claims.settled(range);
    }
    return range;
}

/// The length of a list marker and its blanks at the begin of a line, 0 when there is none.
qsizetype listMarkerAt(QByteArrayView line)
{
    qsizetype at = 0;
    while (at < line.size() && isdigit(static_cast<unsigned char>(line[at])))
        ++at;
    const bool marker = at < line.size() && strchr(at > 0 ? ".)" : "-*+", line[at]);
    const qsizetype mark = ++at;
    while (at < line.size() && (line[at] == ' ' || line[at] == '\t'))
        ++at;
    return marker && at > mark ? at : 0;
}

/// What the nested items say that no other field does: all of them as they are written, a single one without its
/// marker.
ByteRange nestedText(const EntryScan &scan)
{
    ByteRange nested{scan.atoms().nestedBegin, scan.atoms().content.end};
    for (const Claim &claim : scan.claims.all()) {
        if (claim.range.end <= nested.begin)
            continue;
        const qsizetype line = scan.text().indexOf('\n', claim.range.end);
        nested.begin = line < 0 ? nested.end : std::min(nested.end, line + 1);
    }
    nested = withoutBlanks(scan.bytes(nested)).shifted(nested.begin);
    int items = 0;
    for (qsizetype at = nested.begin; at < nested.end;) {
        const QByteArrayView line = scan.bytes({at, nested.end});
        qsizetype indent = 0;
        while (indent < line.size() && (line[indent] == ' ' || line[indent] == '\t'))
            ++indent;
        items += listMarkerAt(line.sliced(indent)) > 0 ? 1 : 0;
        const qsizetype end = line.indexOf('\n');
        at = end < 0 ? nested.end : at + end + 1;
    }
    const ByteRange text{nested.begin + listMarkerAt(scan.bytes(nested)), nested.end};
    const bool single = items == 1 && !scan.isWordless(text) && listMarkerAt(scan.bytes(text)) == 0;
    return single ? text : nested;
}

/// What stands before the nested items as a summary goes on into them.
void claimNested(EntryScan &scan)
{
    const ByteRange text = nestedText(scan);
    if (text.isEmpty())
        return;
    const std::optional<ByteRange> summary = scan.claims.rangeOf(FieldId::Summary);
    if (!summary) {
        scan.claims.add(FieldId::Summary, text);
        return;
    }
    const std::vector<Claim> before = scan.claims.all();
    scan.claims.removeIn(*summary);
    if (!scan.claims.add(FieldId::Summary, {summary->begin, text.end}))
        scan.claims.restore(before);
}

/// The same words as a claimed field: these are one value said twice.
std::optional<FieldId> saidBefore(const EntryScan &scan, ByteRange words)
{
    const std::optional<ByteRange> bare = scan.claims.settled(words);
    for (const FieldId field : {FieldId::Note, FieldId::Venue}) {
        const std::optional<ByteRange> claimed = scan.claims.rangeOf(field);
        if (bare && claimed && scan.bytes(*claimed) == scan.bytes(*bare))
            return field;
    }
    return {};
}

/// What stands right before the year of a paper, in one line and no bracket of its own, is its venue, whatever it says.
bool isVenueByPlace(const EntryScan &scan, ByteRange words)
{
    constexpr qsizetype longestGap = 12;
    constexpr size_t longestVenue = 14;
    const std::optional<ByteRange> date = scan.claims.rangeOf(FieldId::Date);
    if (!date || date->begin < words.end || date->begin - words.end > longestGap)
        return false;
    const ByteRange gap{words.end, date->begin};
    if (!scan.isWordless(gap) || scan.bytes(gap).contains('\n') || scan.bytes(gap).contains(')')
        || scan.bytes(gap).contains('.'))
        return false;
    const int around = scan.pairAround(words);
    const AtomPair *pair = around < 0 ? nullptr : &scan.atoms().pairs[static_cast<size_t>(around)];
    const bool bracket = pair && pair->isBracket();
    const bool tag = bracket && scan.bytes(pair->open) == "[" && scan.pairAround(*date) == around;
    return (!bracket || tag) && !scan.bytes(words).contains('\n') && wordsOf(scan.shown(words)).size() <= longestVenue;
}

/// Words behind a note in brackets are a stretch of their own while there is room for both.
std::vector<ByteRange> withBracketsApart(const EntryScan &scan, std::vector<ByteRange> stretches)
{
    constexpr size_t room = 2; // a note and a summary
    const size_t taken = (scan.claims.has(FieldId::Note) ? 1 : 0) + (scan.claims.has(FieldId::Summary) ? 1 : 0);
    for (size_t i = 0; i < stretches.size() && stretches.size() + taken < room; ++i) {
        const ByteRange stretch = scan.withoutSeparators(stretches[i]);
        for (const AtomPair &pair : scan.atoms().pairs) {
            if (!pair.isBracket() || pair.range.begin != stretch.begin || pair.range.end >= stretch.end
                || scan.isWordless({pair.range.end, stretch.end}))
                continue;
            stretches[i].end = pair.range.end;
            stretches.insert(
                stretches.begin() + static_cast<std::ptrdiff_t>(i) + 1, ByteRange{pair.range.end, stretch.end});
            break;
        }
    }
    return stretches;
}

/// A label in an element with a style of its own stays sealed where there is no room for its words.
bool isElement(const EntryScan &scan, ByteRange stretch)
{
    constexpr size_t longestLabel = 4;
    const auto &pairs = scan.atoms().pairs;
    return wordCount(scan.shown(stretch)) <= longestLabel
        && std::any_of(pairs.begin(), pairs.end(), [&](const AtomPair &pair) {
               return pair.kind == AtomPair::Kind::Html && pair.content.contains(stretch)
                   && scan.bytes(pair.open).contains("style");
           });
}

/// True for a paragraph of its own below a job or degree: what was done there.
bool tellsMore(const EntryScan &scan, ByteRange words)
{
    const Kind kind = scan.entry().kind;
    if (kind != Kind::Experience && kind != Kind::Education)
        return false;
    qsizetype paragraph = -1;
    for (const Atom &atom : scan.atomsIn({scan.atoms().content.begin, words.begin})) {
        if (atom.type == Atom::Type::BlockBreak)
            paragraph = atom.range.end;
    }
    return paragraph >= 0 && scan.isWordless({paragraph, words.begin});
}

/// A legend without the mark that it explains ("<sup>*</sup>Co-first authors").
ByteRange withoutMark(const EntryScan &scan, ByteRange words)
{
    for (const AtomPair &pair : scan.atoms().pairs) {
        const bool mark =
            pair.kind == AtomPair::Kind::Script || (pair.kind == AtomPair::Kind::Html && pair.tag == "sup");
        if (mark && pair.range.begin == words.begin && words.contains(pair.range) && pair.range.end < words.end)
            return withoutBlanks(scan.bytes({pair.range.end, words.end})).shifted(pair.range.end);
    }
    return words;
}

/// True for a plain line of its own below a paper, or one in italics: what it is about. Notes are short or stand out.
bool tellsOfPaper(const EntryScan &scan, ByteRange words)
{
    constexpr size_t longestNote = 3;
    if (scan.entry().kind != Kind::Publication)
        return false;
    const std::optional<ByteRange> bare = scan.claims.settled(words);
    const std::vector<ByteRange> lines = linesOf(scan);
    const auto line = std::find_if(lines.begin(), lines.end(), [&](ByteRange l) { return l.contains(words); });
    if (!bare || line == lines.begin() || line == lines.end() || !scan.isWordless({line->begin, bare->begin})
        || !scan.isWordless({bare->end, line->end}))
        return false;
    const QByteArrayView before = scan.bytes({line->begin, bare->begin});
    const bool plain = before.isEmpty() || before == "*" || before == "_" || before == "<em>" || before == "<i>";
    const QByteArray shown = scan.shown(*bare);
    return plain && !(wordCount(shown) <= longestNote && isPaperNote(shown));
}

size_t chineseIn(QByteArrayView text)
{
    size_t characters = 0;
    for (qsizetype at = 0; at < text.size();) {
        const CodePoint c = readCodePoint(text, at);
        characters += c.value >= 0x3400 && c.value <= 0x9FFF ? 1 : 0;
        at += c.length;
    }
    return characters;
}

} // namespace

size_t remarkLength(QByteArrayView remark, QByteArrayView name)
{
    const size_t words = wordsOf(remark).size();
    return chineseIn(name) == 0 ? words : std::max(words, chineseIn(remark) / 2);
}

bool claimVenueByPlace(EntryScan &scan)
{
    if (scan.entry().kind != Kind::Publication || scan.claims.has(FieldId::Venue) || !scan.claims.has(FieldId::Title))
        return false;
    const EntryLayout layout = buildLayout(scan.text(), scan.entry().range, scan.atoms(), scan.claims);
    for (const ByteRange stretch : Stretches(scan).collect(layout.nodes)) {
        const ByteRange words = withoutLead(scan, withoutEnds(scan, stretch));
        if (isVenueByPlace(scan, words))
            return scan.claims.add(FieldId::Venue, words);
    }
    return false;
}

void releaseRemark(EntryScan &scan)
{
    const Kind kind = scan.entry().kind;
    if (kind != Kind::Award && kind != Kind::Experience && kind != Kind::Education)
        return;
    const std::vector<Claim> all = scan.claims.all();
    for (const Claim &claim : all) {
        if (claim.part != LayoutNode::Part::Whole || schemaOf(claim.field).type != ValueType::Line)
            continue;
        for (const AtomPair &pair : scan.atoms().pairs) {
            const bool atEnd = pair.isBracket() && pair.range.end == claim.range.end
                && pair.range.begin > claim.range.begin && scan.bytes(pair.open) != "[";
            const ByteRange name{claim.range.begin, pair.range.begin};
            if (!atEnd || remarkLength(scan.shown(pair.content), scan.shown(name)) < fewestRemarkWords)
                continue;
            scan.claims.removeIn(claim.range);
            if (!scan.claims.add(claim.field, {claim.range.begin, pair.range.begin}))
                scan.claims.restore(all);
            return;
        }
    }
}

/// Stretches that follow one another with no field between are one while there are more than can be kept.
static std::vector<ByteRange> joined(const EntryScan &scan, std::vector<ByteRange> stretches)
{
    constexpr size_t room = 2; // a note and a summary
    const size_t taken = (scan.claims.has(FieldId::Note) ? 1 : 0) + (scan.claims.has(FieldId::Summary) ? 1 : 0);
    for (size_t i = 0; i + 1 < stretches.size() && stretches.size() + taken > room;) {
        const ByteRange both{stretches[i].begin, stretches[i + 1].end};
        const std::optional<ByteRange> whole = scan.claims.whole(both);
        if (!whole || scan.claims.overlaps(*whole) || scan.bytes(*whole).contains("\n\n")) {
            ++i;
            continue;
        }
        stretches[i] = both;
        stretches.erase(stretches.begin() + static_cast<std::ptrdiff_t>(i) + 1);
    }
    return stretches;
}

int claimLeftovers(EntryScan &scan)
{
    const Atoms &atoms = scan.atoms();
    if (atoms.nestedBegin < atoms.content.end)
        claimNested(scan);
    const EntryLayout layout = buildLayout(scan.text(), scan.entry().range, atoms, scan.claims);
    int lost = 0;
    const std::vector<ByteRange> found = joined(scan, Stretches(scan).collect(layout.nodes));
    for (const ByteRange stretch : withBracketsApart(scan, found)) {
        ByteRange words = insideBrackets(scan, withoutEnds(scan, stretch));
        if (scan.entry().kind == Kind::Publication)
            words = withoutMark(scan, scan.claims.settled(words).value_or(words));
        if (const std::optional<FieldId> again = saidBefore(scan, words)) {
            scan.claims.add(*again, words, LayoutNode::Part::Again);
            continue;
        }
        const auto take = [&](FieldId field) { return !scan.claims.has(field) && scan.claims.add(field, words); };
        const bool claimed = tellsMore(scan, words) || tellsOfPaper(scan, words)
            ? take(FieldId::Summary) || take(FieldId::Note)
            : take(FieldId::Note) || take(FieldId::Summary);
        lost += claimed || isElement(scan, stretch) ? 0 : 1;
    }
    return lost;
}

} // namespace vitrine
