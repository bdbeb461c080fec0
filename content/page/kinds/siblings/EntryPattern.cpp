#include "content/page/kinds/siblings/EntryPattern.h"

#include <algorithm>

namespace vitrine {

namespace {

using Piece = EntryPattern::Piece;
using Type = Piece::Type;
using Part = LayoutNode::Part;

/// More pieces or patterns than people's entries have; keeps hostile pages linear.
constexpr size_t mostPieces = 40;
constexpr size_t mostPatterns = 12;

bool isBlank(char c)
{
    return c == ' ' || c == '\t' || c == '\r' || c == '\n';
}

QByteArray withSingleBlanks(QByteArrayView bytes)
{
    QByteArray result;
    for (const char c : bytes) {
        if (!isBlank(c))
            result += c;
        else if (!result.endsWith(' '))
            result += ' ';
    }
    return result;
}

/// A piece and where it stands.
struct PlacedPiece
{
    Piece piece;
    ByteRange range;
};

class PatternMaker
{
public:
    explicit PatternMaker(const EntryScan &scan) : m_scan(scan), m_claims(scan.claims.all()) { }

    /// False when something stands in the entry that no pattern tells.
    bool collect()
    {
        for (size_t i = 0; i < m_claims.size();) {
            if (!add(i) || m_pieces.size() > mostPieces)
                return false;
        }
        return !m_pieces.empty();
    }

    EntryPattern pattern() const
    {
        EntryPattern result;
        const ByteRange content = m_scan.atoms().content;
        qsizetype done = content.begin;
        for (const PlacedPiece &placed : m_pieces) {
            if (placed.range.begin < done)
                return {};
            addLiteral(result, {done, placed.range.begin});
            const bool adjacent = !result.isEmpty() && result.pieces.back().type != Type::Literal;
            if (adjacent)
                return {};
            result.pieces.push_back(placed.piece);
            done = placed.range.end;
        }
        if (done > content.end)
            return {};
        QByteArray last = withSingleBlanks(m_scan.bytes({done, content.end}));
        while (last.endsWith(' ') || last.endsWith('.'))
            last.chop(1);
        if (!last.isEmpty())
            result.pieces.push_back({Type::Literal, FieldId::Text, Part::Whole, last});
        return result;
    }

private:
    void addLiteral(EntryPattern &pattern, ByteRange range) const
    {
        if (!range.isEmpty())
            pattern.pieces.push_back(
                {Type::Literal, FieldId::Text, Part::Whole, withSingleBlanks(m_scan.bytes(range))});
    }

    bool add(size_t &i)
    {
        const Claim &claim = m_claims[i];
        if (claim.range.isEmpty() || claim.field == FieldId::Keywords)
            return false;
        if (claim.field == FieldId::Authors)
            return addHull(Type::Authors, i, endOfField(i));
        if (claim.field == FieldId::Links)
            return hasLabel(claim.item) ? addHull(Type::Links, i, endOfRow(i)) : addOne(Type::Address, i);
        switch (schemaOf(claim.field).type) {
        case ValueType::Date: {
            const bool period = claim.field == FieldId::StartDate && i + 1 < m_claims.size()
                && m_claims[i + 1].field == FieldId::EndDate && !m_claims[i + 1].range.isEmpty();
            m_pieces.push_back({{Type::Date, claim.field, claim.part, {}}, claim.range});
            m_pieces.back().range.end = m_claims[period ? i + 1 : i].range.end;
            i += period ? 2 : 1;
            return true;
        }
        case ValueType::Line:
        case ValueType::Markdown:
            return addOne(Type::Text, i);
        default:
            return addOne(Type::Address, i);
        }
    }

    bool addOne(Type type, size_t &i)
    {
        m_pieces.push_back({{type, m_claims[i].field, m_claims[i].part, {}}, m_claims[i].range});
        ++i;
        return true;
    }

    bool addHull(Type type, size_t &i, size_t end)
    {
        std::optional<ByteRange> hull = m_scan.claims.whole({m_claims[i].range.begin, m_claims[end - 1].range.end});
        if (!hull)
            return false;
        if (type == Type::Links)
            hull = withEnclosing(*hull);
        m_pieces.push_back({{type, m_claims[i].field, Part::Whole, {}}, *hull});
        i = end;
        return true;
    }

    /// A row of links with the brackets and emphasis around all of it: around one link or several, it is a row.
    ByteRange withEnclosing(ByteRange row) const
    {
        const auto &pairs = m_scan.atoms().pairs;
        for (auto pair = pairs.rbegin(); pair != pairs.rend(); ++pair) {
            const bool around = pair->content.contains(row) && !pair->range.isEmpty() && pair->range != row;
            if (around && m_scan.isWordless({pair->content.begin, row.begin})
                && m_scan.isWordless({row.end, pair->content.end}))
                row = pair->range;
        }
        return row;
    }

    size_t endOfField(size_t i) const
    {
        const FieldId field = m_claims[i].field;
        while (i < m_claims.size() && m_claims[i].field == field)
            ++i;
        return i;
    }

    size_t endOfRow(size_t i) const
    {
        size_t end = i + 1;
        while (end < m_claims.size() && m_claims[end].field == FieldId::Links && hasLabel(m_claims[end].item)
               && m_scan.isWordless({m_claims[end - 1].range.end, m_claims[end].range.begin}))
            ++end;
        return end;
    }

    bool hasLabel(int item) const
    {
        return std::any_of(m_claims.begin(), m_claims.end(), [item](const Claim &claim) {
            return claim.field == FieldId::Links && claim.part == Part::Label && claim.item == item;
        });
    }

    const EntryScan &m_scan;
    const std::vector<Claim> &m_claims;
    std::vector<PlacedPiece> m_pieces;
};

} // namespace

bool EntryPattern::has(FieldId field) const
{
    return std::any_of(pieces.begin(), pieces.end(), [field](const Piece &piece) {
        const bool period = piece.field == FieldId::StartDate && field == FieldId::EndDate;
        return piece.type != Type::Literal && (piece.field == field || period);
    });
}

EntryPattern EntryPattern::of(const EntryScan &scan)
{
    PatternMaker maker(scan);
    const bool whole = scan.entry().kind != Kind::Publication || scan.claims.has(FieldId::Title);
    return whole && maker.collect() ? maker.pattern() : EntryPattern();
}

void SectionPatterns::learn(const EntryPattern &pattern, bool lists)
{
    if (pattern.isEmpty())
        return;
    auto known = std::find_if(
        m_patterns.begin(), m_patterns.end(), [&](const Known &other) { return other.pattern == pattern; });
    if (known == m_patterns.end() && m_patterns.size() >= mostPatterns)
        return;
    if (known == m_patterns.end())
        known = m_patterns.insert(known, {pattern, 0, 0});
    ++known->count;
    known->listing += lists ? 1 : 0;
    std::stable_sort(
        m_patterns.begin(), m_patterns.end(), [](const Known &a, const Known &b) { return a.count > b.count; });
}

int SectionPatterns::count(const EntryPattern &pattern, bool lists) const
{
    const auto known = std::find_if(
        m_patterns.begin(), m_patterns.end(), [&](const Known &other) { return other.pattern == pattern; });
    if (known == m_patterns.end())
        return 0;
    return lists ? known->listing : known->count;
}

} // namespace vitrine
