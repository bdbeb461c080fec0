#include "content/page/kinds/cutting/Claims.h"

#include "content/page/kinds/words/Words.h"

namespace vitrine {

namespace {

/// True when a pair that encloses a value is no part of it.
bool isWrapper(const AtomPair &pair, bool link)
{
    return (link && pair.isLink()) || pair.isEmphasis() || pair.kind == AtomPair::Kind::Quote
        || pair.kind == AtomPair::Kind::Html;
}

} // namespace

ByteRange Claims::trimmed(ByteRange range) const
{
    const QByteArrayView bytes = QByteArrayView(m_text).sliced(range.begin, range.size());
    const ByteRange inner = withoutBlanks(bytes);
    return inner.shifted(range.begin);
}

std::optional<ByteRange> Claims::whole(ByteRange range) const
{
    range = trimmed(range);
    if (range.isEmpty())
        return {};
    // Inner pairs come later: going backwards lets a range grow over a pair before the one around it is asked.
    for (auto pair = m_atoms.pairs.rbegin(); pair != m_atoms.pairs.rend(); ++pair) {
        const bool apart = pair->range.end <= range.begin || range.end <= pair->range.begin;
        if (apart || range.contains(pair->range) || pair->content.contains(range))
            continue;
        if (!pair->url.isEmpty() && pair->url.contains(range))
            continue;
        const ByteRange content = trimmed(pair->content);
        const bool atBegin = range.begin <= content.begin;
        const bool atEnd = range.end >= content.end;
        if (!atBegin || !atEnd)
            return {};
        range = {std::min(range.begin, pair->range.begin), std::max(range.end, pair->range.end)};
    }
    return range;
}

std::optional<ByteRange> Claims::settled(ByteRange range, bool link) const
{
    std::optional<ByteRange> result = whole(range);
    for (bool again = true; result && again;) {
        again = false;
        const ByteRange outer = *result;
        const qsizetype period = periodAt(QByteArrayView(m_text).sliced(outer.begin, outer.size()));
        if (period > 0 && period < outer.size()) {
            result = whole({outer.begin, outer.end - period});
            again = true;
            continue;
        }
        for (const AtomPair &pair : m_atoms.pairs) {
            if (pair.range == outer && isWrapper(pair, link) && !trimmed(pair.content).isEmpty()) {
                result = trimmed(pair.content);
                again = true;
                break;
            }
        }
    }
    return result;
}

bool Claims::add(FieldId field, ByteRange range, Part part, int item)
{
    // The path of a picture has no full stop outside itself, also while it is typed ("images/walks.").
    const bool text = schemaOf(field).type != ValueType::Image
        && (part == Part::Whole || part == Part::Again || part == Part::Short || part == Part::Label);
    const bool running = field == FieldId::Text || field == FieldId::Summary || field == FieldId::Note;
    const std::optional<ByteRange> place = text ? settled(range, !running) : range;
    if (!place || place->isEmpty() || overlaps(*place))
        return false;
    return insert({field, part, item, *place});
}

void Claims::addEmpty(FieldId field, qsizetype at)
{
    insert({field, Part::Whole, 0, {at, at}});
}

void Claims::removeIn(ByteRange range)
{
    const auto inside = [range](const Claim &claim) { return range.overlaps(claim.range); };
    m_claims.erase(std::remove_if(m_claims.begin(), m_claims.end(), inside), m_claims.end());
}

bool Claims::insert(Claim claim)
{
    const auto at = std::upper_bound(m_claims.begin(), m_claims.end(), claim, [](const Claim &a, const Claim &b) {
        return a.range.begin < b.range.begin;
    });
    m_claims.insert(at, claim);
    return true;
}

bool Claims::has(FieldId field) const
{
    return rangeOf(field).has_value();
}

std::optional<ByteRange> Claims::rangeOf(FieldId field) const
{
    const bool list = field == FieldId::Links || field == FieldId::Authors;
    for (const Claim &claim : m_claims) {
        if (claim.field == field && (list || claim.part == Part::Whole))
            return claim.range;
    }
    return {};
}

bool Claims::overlaps(ByteRange range) const
{
    return std::any_of(
        m_claims.begin(), m_claims.end(), [range](const Claim &claim) { return claim.range.overlaps(range); });
}

void Claims::numberLinks()
{
    // A link's address and label carry the same provisional number: the begin of its pair.
    std::vector<int> order;
    for (const Claim &claim : m_claims) {
        if (claim.field == FieldId::Links && std::find(order.begin(), order.end(), claim.item) == order.end())
            order.push_back(claim.item);
    }
    for (Claim &claim : m_claims) {
        if (claim.field == FieldId::Links)
            claim.item = static_cast<int>(std::find(order.begin(), order.end(), claim.item) - order.begin());
    }
}

} // namespace vitrine
