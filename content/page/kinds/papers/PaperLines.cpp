#include "content/page/kinds/papers/PaperLines.h"

#include "content/page/kinds/words/Words.h"

namespace vitrine {

namespace {

bool ends(const Atom &atom)
{
    return atom.type == Atom::Type::HardBreak || atom.type == Atom::Type::BlockBreak;
}

/// A line without the marks of elements that begin before it or end behind it.
ByteRange withoutBrokenPairs(const EntryScan &scan, ByteRange line)
{
    for (const Atom &atom : scan.atomsIn(line)) {
        if (atom.type != Atom::Type::Open && atom.type != Atom::Type::Close)
            continue;
        const AtomPair &pair = scan.atoms().pairs[static_cast<size_t>(atom.pair)];
        if (line.contains(pair.range))
            continue;
        if (scan.isWordless({line.begin, atom.range.begin}))
            line.begin = std::min(atom.range.end, line.end);
        else if (scan.isWordless({atom.range.end, line.end}))
            line.end = std::min(line.end, atom.range.begin);
    }
    return withoutBlanks(scan.bytes(line)).shifted(line.begin);
}

} // namespace

std::vector<ByteRange> linesOf(const EntryScan &scan)
{
    std::vector<ByteRange> lines;
    qsizetype begin = scan.atoms().content.begin;
    const auto finish = [&](qsizetype end, qsizetype next) {
        if (begin < end && !scan.isWordless({begin, end}))
            lines.push_back(withoutBrokenPairs(scan, {begin, end}));
        begin = std::max(begin, next);
    };
    for (const Atom &atom : scan.atoms().atoms) {
        if (ends(atom))
            finish(atom.range.begin, atom.range.end);
    }
    finish(scan.atoms().content.end, scan.atoms().content.end);
    return lines;
}

std::optional<ByteRange> lineBehind(const EntryScan &scan, qsizetype at)
{
    for (const ByteRange line : linesOf(scan)) {
        if (line.begin >= at)
            return line;
    }
    return {};
}

bool isRowOfLinks(const EntryScan &scan, ByteRange line)
{
    qsizetype at = line.begin;
    bool linked = false;
    for (const AtomPair &pair : scan.atoms().pairs) {
        if (!pair.isLink() || !line.contains(pair.range) || pair.range.begin < at)
            continue;
        if (!scan.isWordless({at, pair.range.begin}))
            return false;
        linked = true;
        at = pair.range.end;
    }
    return linked && scan.isWordless({at, line.end});
}

bool beginsWithLink(const EntryScan &scan, ByteRange line)
{
    return std::any_of(scan.atoms().pairs.begin(), scan.atoms().pairs.end(), [&](const AtomPair &pair) {
        return pair.isLink() && line.contains(pair.range) && scan.isWordless({line.begin, pair.range.begin});
    });
}

std::optional<ByteRange> lineBehindLinks(const EntryScan &scan)
{
    const std::vector<ByteRange> lines = linesOf(scan);
    // The title comes first; it may be a link as well.
    for (size_t i = 2; i < lines.size(); ++i) {
        if (!isRowOfLinks(scan, lines[i - 1]))
            continue;
        const bool fits = !beginsWithLink(scan, lines[i]) && wordCount(scan.shown(lines[i])) <= mostVenueWords;
        return fits ? std::optional(lines[i]) : std::nullopt;
    }
    return {};
}

} // namespace vitrine
