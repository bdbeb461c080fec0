#pragma once

#include "content/page/kinds/cutting/EntryScan.h"

namespace vitrine {

/// How an entry is laid out: which fields stand where, and the bytes between them. A value of its own, so that other
/// entries can be held against it: what a section's entries have in common tells more than the words of one.
struct EntryPattern
{
    struct Piece
    {
        enum class Type {
            Literal, ///< `literal`, its blanks as one
            Text,
            Date, ///< also a period, as start and end
            Authors, ///< the whole list
            Address, ///< of a linked title, of a picture
            Links, ///< a row of labelled links
        };
        Type type = Type::Literal;
        FieldId field = FieldId::Text;
        LayoutNode::Part part = LayoutNode::Part::Whole;
        QByteArray literal;

        friend bool operator==(const Piece &, const Piece &) = default;
    };

    std::vector<Piece> pieces;

    bool isEmpty() const { return pieces.empty(); }
    bool has(FieldId field) const;
    friend bool operator==(const EntryPattern &, const EntryPattern &) = default;

    /// The pattern of all that is claimed in an entry, leftovers too; empty where it cannot serve others.
    static EntryPattern of(const EntryScan &scan);
};

/// The patterns of a section's entries and how many have each.
class SectionPatterns
{
public:
    struct Known
    {
        EntryPattern pattern;
        int count = 0; ///< how many entries are laid out so
        int listing = 0; ///< of these, how many have a comma in a text
        friend bool operator==(const Known &, const Known &) = default;
    };

    void learn(const EntryPattern &pattern, bool lists);
    /// How many entries are laid out so; where one `lists`, only those that have a comma in a text as well.
    int count(const EntryPattern &pattern, bool lists) const;
    /// The commonest first.
    const std::vector<Known> &all() const { return m_patterns; }

    friend bool operator==(const SectionPatterns &, const SectionPatterns &) = default;

private:
    std::vector<Known> m_patterns;
};

/// Reads an entry by a pattern: all claims, with leftovers, in `scan.claims`. False, with the claims as they were, when
/// the entry is not laid out so, could be in two ways, or when that would tear apart what is claimed so far and `sure`.
bool readByPattern(const EntryPattern &pattern, EntryScan &scan, bool sure);

} // namespace vitrine
