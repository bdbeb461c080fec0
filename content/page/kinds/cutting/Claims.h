#pragma once

#include "content/page/kinds/cutting/Atoms.h"

namespace vitrine {

/// A reader's word that the bytes at `range` are a field, or a part of one.
struct Claim
{
    FieldId field = FieldId::Text;
    LayoutNode::Part part = LayoutNode::Part::Whole;
    int item = 0;
    ByteRange range;
};

/// What one reading says about an entry. Claims never overlap and are properly nested with the entry's pairs.
class Claims
{
public:
    using Part = LayoutNode::Part;

    Claims(const QByteArray &text, const Atoms &atoms) : m_text(text), m_atoms(atoms) { }

    /// Claims a range after settling it. False, and nothing claimed, when it would be empty, cut a pair or overlap
    /// another claim.
    bool add(FieldId field, ByteRange range, Part part = Part::Whole, int item = 0);
    /// Claims an open end that is not written, at a place between bytes.
    void addEmpty(FieldId field, qsizetype at);

    /// Takes back what was claimed inside a range.
    void removeIn(ByteRange range);
    /// Goes back to what all() gave before.
    void restore(std::vector<Claim> claims) { m_claims = std::move(claims); }

    /// The range without blanks and enclosing emphasis, quotes and final period (with `link` also without a link around
    /// all of it), and with the whole of each pair that it reaches into; nothing when that cannot be.
    std::optional<ByteRange> settled(ByteRange range, bool link = false) const;
    /// The same without giving up enclosing emphasis, quotes and period.
    std::optional<ByteRange> whole(ByteRange range) const;

    bool has(FieldId field) const;
    std::optional<ByteRange> rangeOf(FieldId field) const;
    bool overlaps(ByteRange range) const;
    /// In the order of the text.
    const std::vector<Claim> &all() const { return m_claims; }

    /// What a field says could not be told apart: a whole phrase was taken for it.
    void setUnsplit(FieldId field) { m_unsplit = field; }
    bool isUnsplit(FieldId field) const { return m_unsplit == field; }

    void setSelf(int author) { m_self.push_back(author); }
    bool isSelf(int author) const { return std::find(m_self.begin(), m_self.end(), author) != m_self.end(); }
    /// Gives links their numbers in the order of the text.
    void numberLinks();

private:
    bool insert(Claim claim);
    ByteRange trimmed(ByteRange range) const;

    const QByteArray &m_text;
    const Atoms &m_atoms;
    std::vector<Claim> m_claims;
    std::vector<int> m_self;
    std::optional<FieldId> m_unsplit;
};

} // namespace vitrine
