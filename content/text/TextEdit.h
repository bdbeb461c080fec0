#pragma once

#include "content/text/ByteRange.h"
#include "content/text/SourceSet.h"

#include <QByteArray>

#include <optional>
#include <vector>

namespace vitrine {

/// Bytes of one file that become other bytes; an empty range inserts, an empty text deletes.
struct Replacement
{
    int file = 0; ///< index into the page's SourceSet
    ByteRange range;
    QByteArray text;

    friend bool operator==(const Replacement &, const Replacement &) = default;
};

/// A change of a page: a small list of replacements, sorted by file and place, disjoint. Every change of a page is
/// one of these; what no replacement names keeps its bytes.
class TextEdit
{
public:
    TextEdit() = default;

    static TextEdit replacing(ByteRange range, QByteArray text, int file = 0);
    static TextEdit inserting(qsizetype at, QByteArray text, int file = 0);
    static TextEdit removing(ByteRange range, int file = 0);

    /// Adds one replacement, keeping order; false (and no change) when it overlaps one that is there. Two insertions
    /// at the same place keep the order in which they were added.
    [[nodiscard]] bool add(Replacement replacement);

    bool isEmpty() const { return m_replacements.empty(); }
    const std::vector<Replacement> &replacements() const { return m_replacements; }

    /// True when every range lies within the files of `sources`.
    bool fits(const SourceSet &sources) const;
    /// The files after the edit. Requires fits().
    SourceSet appliedTo(const SourceSet &sources) const;
    /// The edit that takes the result of appliedTo() back to `sources`. Requires fits().
    TextEdit inverse(const SourceSet &sources) const;
    /// This edit without replacements that change nothing, and with equal heads and tails of the others cut off.
    TextEdit trimmed(const SourceSet &sources) const;

    /// This edit and then `next` as one edit. Neither needs the text: what both touch becomes one replacement.
    TextEdit followedBy(const TextEdit &next) const;

    /// Where a range lies after the edit: it grows with replacements inside it and keeps what it can of those that cut
    /// it. An insertion exactly at its begin or end stays outside.
    SourceRange mapped(SourceRange range) const;

    friend bool operator==(const TextEdit &, const TextEdit &) = default;

private:
    std::vector<Replacement> m_replacements;
};

} // namespace vitrine
