#pragma once

#include "content/page/kinds/Phrase.h"
#include "content/page/kinds/WordSet.h"

namespace vitrine {

/// The parts of a job or a degree, with what their words say they are: also those on further lines, behind brackets,
/// and in a first short nested item; cut at the ends of sentences, without pictures at their ends.
class CareerParts
{
public:
    CareerParts(EntryScan &scan, const Phrase &phrase);

    size_t count() const { return m_parts.size(); }
    bool isEmpty() const { return m_parts.empty(); }
    ByteRange range(size_t i) const { return m_parts[i]; }
    /// The range without the emphasis, quotes or link around all of it.
    ByteRange inner(size_t i) const;
    /// How many parts stand together at the begin: on the first line, before a date in the middle and a bracket.
    size_t together() const { return m_together; }
    /// How many stand in the entry's own first paragraph.
    size_t first() const { return m_first; }
    ByteRange hull(size_t first, size_t last) const { return {m_parts[first].begin, m_parts[last].end}; }

    bool says(size_t i, const WordSet &words) const { return words.isIn(m_scan.shown(m_parts[i])); }
    bool isPlace(size_t i) const;
    bool isDepartment(size_t i) const;
    /// Names a university or the like.
    bool isSchool(size_t i) const;
    bool isWrapped(size_t i) const; ///< emphasis sets all of it apart
    bool isLinked(size_t i) const { return m_scan.linkAt(m_parts[i]) != nullptr; }
    /// True when nothing but a comma or the like stands between a part and the next.
    bool joinsNext(size_t i) const;
    /// The last words that name a place, behind part `after`, as the location.
    bool claimPlace(size_t after);

private:
    void add(const std::vector<PhrasePart> &parts, bool further);
    void addWithin(ByteRange part, bool further);
    void addSentences(ByteRange part);
    void addNested();
    bool mayBelongToPlace(size_t i) const;

    EntryScan &m_scan;
    std::vector<ByteRange> m_parts;
    size_t m_first = 0;
    size_t m_together = 0;
};

/// Cuts a range at the first of some words (" at ") that stands in it with something on both sides.
std::optional<std::pair<ByteRange, ByteRange>>
cutAt(const EntryScan &scan, ByteRange range, std::initializer_list<const char *> words);

} // namespace vitrine
