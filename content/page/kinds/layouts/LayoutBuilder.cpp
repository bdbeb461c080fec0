#include "content/page/kinds/layouts/LayoutBuilder.h"

#include "content/page/kinds/words/Words.h"

namespace vitrine {

namespace {

using Type = LayoutNode::Type;
using Part = LayoutNode::Part;
using Nodes = std::vector<LayoutNode>;

class Builder
{
public:
    Builder(const QByteArray &text, const Atoms &atoms, const Claims &claims)
        : m_text(text),
          m_atoms(atoms),
          m_claims(claims.all()),
          m_openAt(atoms.pairs.size()),
          m_closeAt(atoms.pairs.size())
    {
        for (size_t i = 0; i < atoms.atoms.size(); ++i) {
            const Atom &atom = atoms.atoms[i];
            if (atom.type == Atom::Type::Open)
                m_openAt[static_cast<size_t>(atom.pair)] = i;
            else if (atom.type == Atom::Type::Close)
                m_closeAt[static_cast<size_t>(atom.pair)] = i;
        }
    }

    Nodes build(ByteRange entry)
    {
        Nodes nodes;
        m_at = entry.begin;
        fill(nodes, m_atoms.content.begin, Type::Literal);
        level(nodes, 0, m_atoms.atoms.size(), m_atoms.content.end);
        fill(nodes, m_atoms.content.end, Type::Sealed);
        fill(nodes, entry.end, Type::Literal);
        return nodes;
    }

private:
    const Claim *nextClaim() const { return m_next < m_claims.size() ? &m_claims[m_next] : nullptr; }

    bool claimBefore(qsizetype end) const
    {
        const Claim *claim = nextClaim();
        return claim && claim->range.begin < end && claim->range.end <= end;
    }

    /// Adds the bytes up to `end` to the last node of that type, or a new one.
    void fill(Nodes &nodes, qsizetype end, Type type)
    {
        if (end <= m_at)
            return;
        const bool joins = !nodes.empty() && nodes.back().type == type && nodes.back().range.end == m_at;
        if (joins) {
            nodes.back().range.end = end;
        } else {
            LayoutNode node;
            node.type = type;
            node.range = {m_at, end};
            nodes.push_back(std::move(node));
        }
        m_at = end;
    }

    void addSlot(Nodes &nodes)
    {
        const Claim &claim = m_claims[m_next++];
        fill(nodes, claim.range.begin, Type::Literal);
        LayoutNode node;
        node.type = Type::Slot;
        node.field = claim.field;
        node.part = claim.part;
        node.item = claim.item;
        node.range = claim.range;
        m_at = claim.range.end;
        nodes.push_back(std::move(node));
    }

    /// The atoms from `first` to before `last`, which end at `end`.
    void level(Nodes &nodes, size_t first, size_t last, qsizetype end)
    {
        for (size_t i = first; i < last;) {
            const Atom &atom = m_atoms.atoms[i];
            if (atom.range.end <= m_at) {
                ++i;
                continue;
            }
            const bool opens = atom.type == Atom::Type::Open;
            const AtomPair *pair = opens ? &m_atoms.pairs[static_cast<size_t>(atom.pair)] : nullptr;
            const qsizetype stop = pair ? pair->range.end : atom.range.end;
            const Claim *claim = nextClaim();
            const bool covers = claim && claim->range.begin <= atom.range.begin && claim->range.end >= stop;
            if (covers && !claim->range.isEmpty()) {
                addSlot(nodes);
            } else if (pair && claimBefore(stop)) {
                addPair(nodes, *pair);
                i = m_closeAt[static_cast<size_t>(atom.pair)] + 1;
            } else if (claim && claim->range.begin < stop && !pair) {
                addBytes(nodes, atom, claim->range.begin);
                addSlot(nodes);
            } else if (pair) {
                fill(nodes, stop, isLiteralPair(atom.pair) ? Type::Literal : Type::Sealed);
                i = m_closeAt[static_cast<size_t>(atom.pair)] + 1;
            } else {
                addBytes(nodes, atom, atom.range.end);
            }
        }
        while (claimBefore(end) || (nextClaim() && nextClaim()->range.isEmpty() && nextClaim()->range.begin == end))
            addSlot(nodes);
        fill(nodes, end, Type::Literal);
    }

    /// The bytes of an atom up to `end`, outside claims.
    void addBytes(Nodes &nodes, const Atom &atom, qsizetype end)
    {
        if (end <= m_at)
            return;
        const ByteRange range{std::max(m_at, atom.range.begin), end};
        fill(nodes, range.begin, Type::Literal);
        fill(nodes, end, isLiteral(atom, range) ? Type::Literal : Type::Sealed);
    }

    bool isLiteral(const Atom &atom, ByteRange range) const
    {
        switch (atom.type) {
        case Atom::Type::Text:
            return isLiteralText(QByteArrayView(m_text).sliced(range.begin, range.size()));
        case Atom::Type::Picture:
            return std::any_of(
                m_claims.begin(), m_claims.end(), [&](const Claim &claim) { return atom.range.contains(claim.range); });
        case Atom::Type::Opaque:
            return false;
        default:
            return true;
        }
    }

    /// A pair without claims is a literal when it holds no words, pictures, addresses or names of places.
    bool isLiteralPair(int number) const
    {
        const size_t first = m_openAt[static_cast<size_t>(number)];
        const size_t last = m_closeAt[static_cast<size_t>(number)];
        for (size_t i = first; i <= last; ++i) {
            const Atom &atom = m_atoms.atoms[i];
            if (atom.type == Atom::Type::Picture || !isLiteral(atom, atom.range))
                return false;
            if (atom.type != Atom::Type::Open)
                continue;
            const AtomPair &pair = m_atoms.pairs[static_cast<size_t>(atom.pair)];
            const QByteArrayView tag = QByteArrayView(m_text).sliced(pair.open.begin, pair.open.size());
            if (pair.isLink() || tag.indexOf(QByteArrayView(" id=")) >= 0)
                return false;
        }
        return true;
    }

    void addPair(Nodes &nodes, const AtomPair &pair)
    {
        fill(nodes, pair.range.begin, Type::Literal);
        LayoutNode node;
        node.type = Type::Pair;
        node.range = pair.range;
        node.open = pair.open;
        node.close = pair.close;
        if (pair.open.contains(pair.url) && claimIn(pair.open))
            node.open.end = pair.url.begin; // `<a href="`
        if (pair.close.contains(pair.url) && !pair.url.isEmpty())
            node.close.begin = pair.range.end - 1; // the `)` of `](url)`
        else if (QByteArrayView(m_text).sliced(pair.close.begin, pair.close.size()) == "]()")
            node.close.begin = pair.range.end - 1;
        m_at = node.open.end;
        while (claimBefore(pair.open.end))
            addSlot(node.children);
        fill(node.children, pair.content.begin, Type::Literal);
        level(node.children, m_openAt[index(pair)] + 1, m_closeAt[index(pair)], pair.content.end);
        while (claimBefore(pair.close.end))
            addSlot(node.children);
        fill(node.children, node.close.begin, Type::Literal);
        m_at = pair.range.end;
        nodes.push_back(std::move(node));
    }

    bool claimIn(ByteRange range) const { return nextClaim() && range.contains(nextClaim()->range); }
    size_t index(const AtomPair &pair) const { return static_cast<size_t>(&pair - m_atoms.pairs.data()); }

    const QByteArray &m_text;
    const Atoms &m_atoms;
    const std::vector<Claim> &m_claims;
    std::vector<size_t> m_openAt, m_closeAt; ///< of each pair, in the row of atoms
    size_t m_next = 0;
    qsizetype m_at = 0;
};

/// What a node holds of one list field.
struct Holding
{
    int first = -1, last = -1; ///< items
    bool other = false; ///< a slot of another field, or something sealed
    bool nested = false; ///< items in more than one place below a pair of brackets
};

Holding holdingOf(const LayoutNode &node, FieldId field)
{
    Holding result;
    const auto take = [&](const LayoutNode &slot) {
        if (slot.field != field) {
            result.other = true;
        } else {
            result.first = result.first < 0 ? slot.item : std::min(result.first, slot.item);
            result.last = std::max(result.last, slot.item);
        }
    };
    if (node.type == Type::Sealed)
        result.other = true;
    if (node.type == Type::Slot)
        take(node);
    else
        forEachSlot(node.children, take);
    return result;
}

bool isBracketPair(const QByteArray &text, const LayoutNode &node)
{
    if (node.type != Type::Pair || node.open.isEmpty())
        return false;
    const QByteArrayView open = QByteArrayView(text).sliced(node.open.begin, node.open.size());
    const bool link =
        !node.children.empty() && node.children.back().type == Type::Slot && node.children.back().part == Part::Url;
    return !link && (open == "[" || open == "(" || open == "\\[" || open == "（" || open == "【");
}

/// Wraps rows of items of `field` into List nodes, from the outside inwards.
void gather(const QByteArray &text, Nodes &nodes, FieldId field)
{
    for (size_t i = 0; i < nodes.size(); ++i) {
        // The address of a linked title or badge stands beside it, in no row.
        if (nodes[i].type == Type::Slot && nodes[i].part == Part::Url)
            continue;
        const Holding holding = holdingOf(nodes[i], field);
        const bool item = holding.first >= 0 && holding.first == holding.last && !holding.other;
        if (!item) {
            gather(text, nodes[i].children, field);
            continue;
        }
        size_t last = i;
        for (size_t next = i + 1; next < nodes.size(); ++next) {
            const Holding more = holdingOf(nodes[next], field);
            if (more.other || (more.first >= 0 && more.first != more.last))
                break;
            if (more.first >= 0)
                last = next;
            else if (nodes[next].type != Type::Literal)
                break;
        }
        if (last == i && isBracketPair(text, nodes[i])) {
            gather(text, nodes[i].children, field);
            continue;
        }
        LayoutNode list;
        list.type = Type::List;
        list.field = field;
        const auto begin = nodes.begin() + static_cast<std::ptrdiff_t>(i);
        const auto end = nodes.begin() + static_cast<std::ptrdiff_t>(last) + 1;
        list.children.assign(std::make_move_iterator(begin), std::make_move_iterator(end));
        list.range = {list.children.front().range.begin, list.children.back().range.end};
        *begin = std::move(list);
        nodes.erase(begin + 1, end);
    }
}

} // namespace

EntryLayout buildLayout(const QByteArray &text, ByteRange entry, const Atoms &atoms, const Claims &claims)
{
    EntryLayout layout;
    layout.nodes = Builder(text, atoms, claims).build(entry);
    for (const FieldId field : {FieldId::Authors, FieldId::Links, FieldId::Keywords}) {
        if (claims.has(field))
            gather(text, layout.nodes, field);
    }
    return layout;
}

} // namespace vitrine
