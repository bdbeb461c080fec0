#include "content/page/kinds/SiblingTemplates.h"

#include "content/page/kinds/Words.h"

#include <algorithm>

namespace vitrine {

namespace {

/// More places than a section of people has; keeps hostile pages linear.
constexpr size_t mostPlaces = 64;

bool isText(const Claim &claim)
{
    if (claim.part != LayoutNode::Part::Whole || claim.range.isEmpty())
        return false;
    const ValueType type = schemaOf(claim.field).type;
    return type == ValueType::Line || type == ValueType::Markdown;
}

/// Notes and summaries may stand anywhere: their place tells nothing.
bool isPlaced(const Claim &claim)
{
    return isText(claim) && claim.field != FieldId::Note && claim.field != FieldId::Summary
        && claim.field != FieldId::Text;
}

bool isOneParagraph(QByteArrayView text)
{
    bool blank = false;
    for (const char c : text) {
        if (c == '\n' && blank)
            return false;
        blank = c == '\n' || (blank && (c == ' ' || c == '\t' || c == '\r'));
    }
    return true;
}

/// Two fields that a reading tells apart stay two.
bool holdsTwo(ByteRange range, const std::vector<Claim> &claims)
{
    const auto inside = [&](const Claim &claim) { return isPlaced(claim) && range.contains(claim.range); };
    return std::count_if(claims.begin(), claims.end(), inside) > 1;
}

} // namespace

void SiblingTemplates::learnJoins(const std::vector<Claim> &all)
{
    ++m_learnt;
    for (size_t i = 0; i + 1 < all.size(); ++i) {
        if (!isPlaced(all[i]) || !isPlaced(all[i + 1]))
            continue;
        const QByteArray between = bytes(all[i].range.end, all[i + 1].range.begin).toByteArray();
        const auto known = std::find_if(m_joins.begin(), m_joins.end(), [&](const Join &join) {
            return join.first == all[i].field && join.second == all[i + 1].field && join.between == between;
        });
        if (known != m_joins.end())
            ++known->seen;
        else if (m_joins.size() < mostPlaces)
            m_joins.push_back({all[i].field, all[i + 1].field, between});
    }
}

std::vector<Claim> SiblingTemplates::splitAt(const Claim &claim, const Join &join, const Claims &settler) const
{
    const QByteArrayView text = bytes(claim.range.begin, claim.range.end);
    const qsizetype at = text.indexOf(join.between);
    if (join.between.isEmpty() || at < 0 || text.indexOf(join.between, at + 1) >= 0)
        return {};
    const ByteRange first{claim.range.begin, claim.range.begin + at};
    const ByteRange second{first.end + join.between.size(), claim.range.end};
    if (settler.whole(first) != first || settler.whole(second) != second)
        return {};
    return {{join.first, claim.part, 0, first}, {join.second, claim.part, 0, second}};
}

std::vector<Claim> SiblingTemplates::split(const std::vector<Claim> &claims, const Claims &settler) const
{
    for (const Join &join : m_joins) {
        int agree = 0;
        for (const Join &other : m_joins)
            agree += other.first == join.first && other.second == join.second ? other.seen : 0;
        // Two thirds of the others must have both; words that stand between them there are their own.
        if (agree * 3 < (m_learnt - 1) * 2 || !isLiteralText(join.between))
            continue;
        const Claim *whole = nullptr;
        bool has = false;
        for (const Claim &claim : claims) {
            has = has || claim.field == join.second;
            if (claim.field == join.first && isPlaced(claim))
                whole = &claim;
        }
        if (!whole || has)
            continue;
        std::vector<Claim> parts = splitAt(*whole, join, settler);
        if (!parts.empty())
            return parts;
    }
    return {};
}

void SiblingTemplates::learn(ByteRange entry, const std::vector<Claim> &all)
{
    learnJoins(all);
    for (size_t i = 0; i < all.size(); ++i) {
        if (!isPlaced(all[i]))
            continue;
        Place place;
        place.field = all[i].field;
        const qsizetype from = i == 0 ? entry.begin : all[i - 1].range.end;
        const qsizetype to = i + 1 == all.size() ? entry.end : all[i + 1].range.begin;
        place.left = i == 0 ? -1 : static_cast<int>(all[i - 1].field);
        place.right = i + 1 == all.size() ? -1 : static_cast<int>(all[i + 1].field);
        place.before = bytes(from, all[i].range.begin);
        place.after = bytes(all[i].range.end, to);
        const auto same = [&](const Place &known) {
            return known.left == place.left && known.right == place.right && known.field == place.field
                && known.before == place.before && known.after == place.after;
        };
        const auto known = std::find_if(m_places.begin(), m_places.end(), same);
        if (known != m_places.end())
            ++known->seen;
        else if (m_places.size() < mostPlaces)
            m_places.push_back(place);
    }
    std::stable_sort(m_places.begin(), m_places.end(), [](const Place &a, const Place &b) { return a.seen > b.seen; });
}

/// Where the field would stand in this entry: between the same neighbours and the same bytes, with nothing but texts
/// there now.
std::optional<ByteRange>
SiblingTemplates::rangeAt(const Place &place, ByteRange entry, const std::vector<Claim> &all) const
{
    const auto isField = [](int field) {
        return [field](const Claim &claim) { return static_cast<int>(claim.field) == field; };
    };
    auto left = all.begin();
    qsizetype from = entry.begin;
    if (place.left >= 0) {
        const auto last = std::find_if(all.rbegin(), all.rend(), isField(place.left));
        if (last == all.rend())
            return {};
        left = last.base();
        from = last->range.end;
    }
    qsizetype to = entry.end;
    const auto right = place.right < 0 ? all.end() : std::find_if(left, all.end(), isField(place.right));
    if (place.right >= 0) {
        if (right == all.end())
            return {};
        to = right->range.begin;
    }
    if (left == right && place.left < 0 && place.right < 0)
        return {};
    if (!std::all_of(left, right, isText))
        return {};
    const QByteArrayView between = bytes(from, to);
    if (between.size() <= place.before.size() + place.after.size() || !between.startsWith(place.before)
        || !between.endsWith(place.after))
        return {};
    const ByteRange found{from + place.before.size(), to - place.after.size()};
    // A field that names something is no two paragraphs.
    return isOneParagraph(bytes(found.begin, found.end)) ? std::optional(found) : std::nullopt;
}

bool SiblingTemplates::attests(const Place &place) const
{
    return std::any_of(m_places.begin(), m_places.end(), [&](const Place &known) {
        return known.left == place.left && known.right == place.right && known.field == place.field
            && known.before == place.before && known.after == place.after;
    });
}

/// True when the entry's own reading of the place is one that siblings have too.
bool SiblingTemplates::readsAsKnown(const Place &place, const std::vector<Claim> &claims, ByteRange found) const
{
    return std::any_of(claims.begin(), claims.end(), [&](const Claim &claim) {
        if (!isPlaced(claim) || claim.range != found)
            return false;
        Place own = place;
        own.field = claim.field;
        return attests(own);
    });
}

/// True when the field stands there already, and all that the siblings would add is a rank or sum in brackets, which is
/// a note.
bool SiblingTemplates::addsRank(FieldId field, const std::vector<Claim> &claims, ByteRange found) const
{
    return std::any_of(claims.begin(), claims.end(), [&](const Claim &claim) {
        if (claim.field != field || claim.range.begin != found.begin || claim.range.end >= found.end)
            return false;
        const QByteArrayView rest = bytes(claim.range.end, found.end).trimmed();
        const bool bracket = rest.startsWith('(') || rest.startsWith("（");
        return bracket
            && std::any_of(rest.begin(), rest.end(), [](char c) { return (c >= '0' && c <= '9') || c == '%'; });
    });
}

std::optional<Claim>
SiblingTemplates::find(ByteRange entry, const std::vector<Claim> &claims, const Claims &settler) const
{
    for (const Place &place : m_places) {
        const std::optional<ByteRange> found = rangeAt(place, entry, claims);
        if (!found || settler.whole(*found) != found || readsAsKnown(place, claims, *found) || holdsTwo(*found, claims))
            continue;
        const bool elsewhere = std::any_of(claims.begin(), claims.end(), [&](const Claim &claim) {
            return claim.field == place.field && claim.part == LayoutNode::Part::Whole && !found->contains(claim.range);
        });
        if (!elsewhere && !addsRank(place.field, claims, *found))
            return Claim{place.field, LayoutNode::Part::Whole, 0, *found};
    }
    return {};
}

} // namespace vitrine
