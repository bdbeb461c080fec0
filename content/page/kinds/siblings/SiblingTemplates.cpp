#include "content/page/kinds/siblings/SiblingTemplates.h"

#include "content/page/kinds/layouts/Leftovers.h"
#include "content/page/kinds/words/Lexicon.h"
#include "content/page/kinds/words/Words.h"

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

QByteArrayView bytes(const QByteArray &text, qsizetype begin, qsizetype end)
{
    return QByteArrayView(text).sliced(begin, end - begin);
}

/// What stands on further lines tells nothing of what stands at the end of this one.
qsizetype lineEnd(const QByteArray &text, qsizetype from)
{
    const qsizetype line = text.indexOf('\n', from);
    return line < 0 ? text.size() : line;
}

std::vector<Claim> splitAt(const QByteArray &whole, const Claim &claim, const SiblingJoin &join, const Claims &settler)
{
    const QByteArrayView text = bytes(whole, claim.range.begin, claim.range.end);
    const qsizetype at = text.indexOf(join.between);
    if (join.between.isEmpty() || at < 0 || text.indexOf(join.between, at + 1) >= 0)
        return {};
    ByteRange first{claim.range.begin, claim.range.begin + at};
    const ByteRange second{first.end + join.between.size(), claim.range.end};
    while (!first.isEmpty() && whole[first.end - 1] == ' ')
        --first.end;
    if (settler.whole(first) != first || settler.whole(second) != second
        || !mayBeField(bytes(whole, second.begin, second.end), join.second))
        return {};
    return {{join.first, claim.part, 0, first}, {join.second, claim.part, 0, second}};
}

/// Where the field would stand in this entry: between the same neighbours and the same bytes, with nothing but texts
/// there now.
std::optional<ByteRange> rangeAt(const QByteArray &text, const SiblingPlace &place, const std::vector<Claim> &all)
{
    const auto isField = [](int field) {
        return [field](const Claim &claim) { return static_cast<int>(claim.field) == field; };
    };
    auto left = all.begin();
    qsizetype from = 0;
    if (place.left >= 0) {
        const auto last = std::find_if(all.rbegin(), all.rend(), isField(place.left));
        if (last == all.rend())
            return {};
        left = last.base();
        from = last->range.end;
    }
    qsizetype to = lineEnd(text, from);
    const auto right = place.right < 0 ? all.end() : std::find_if(left, all.end(), isField(place.right));
    if (place.right >= 0) {
        if (right == all.end())
            return {};
        to = right->range.begin;
    }
    if (left == right && place.left < 0 && place.right < 0)
        return {};
    const auto behind = [to](const Claim &claim) { return claim.range.begin >= to; };
    if (!std::all_of(left, place.right < 0 ? std::find_if(left, right, behind) : right, isText))
        return {};
    const QByteArrayView between = bytes(text, from, to);
    if (between.size() <= place.before.size() + place.after.size() || !between.startsWith(place.before)
        || !between.endsWith(place.after))
        return {};
    const ByteRange found{from + place.before.size(), to - place.after.size()};
    // A field that names something is no two paragraphs.
    return isOneParagraph(bytes(text, found.begin, found.end)) ? std::optional(found) : std::nullopt;
}

/// True when the field stands there already, and the siblings would only add to it what is no part of it: a rank or sum
/// in brackets; to the name of a place, a job or a school whatever follows.
bool addsToKnown(const QByteArray &text, FieldId field, const std::vector<Claim> &claims, ByteRange found)
{
    return std::any_of(claims.begin(), claims.end(), [&](const Claim &claim) {
        if (claim.field != field || claim.range == found || !found.contains(claim.range))
            return false;
        if (isNameField(field))
            return true;
        const QByteArrayView rest = bytes(text, claim.range.end, found.end).trimmed();
        if (field == FieldId::Title && claim.range.begin == found.begin && rest.startsWith(". "))
            return true; // a sentence ended there
        const bool bracket = claim.range.begin == found.begin && (rest.startsWith('(') || rest.startsWith("（"));
        return (bracket && remarkLength(rest, bytes(text, claim.range.begin, claim.range.end)) >= fewestRemarkWords)
            || (bracket
                && std::any_of(rest.begin(), rest.end(), [](char c) { return (c >= '0' && c <= '9') || c == '%'; }));
    });
}

} // namespace

bool isNameField(FieldId field)
{
    switch (field) {
    case FieldId::Position:
    case FieldId::Organization:
    case FieldId::Location:
    case FieldId::Institution:
    case FieldId::StudyType:
    case FieldId::Area:
    case FieldId::Awarder:
    case FieldId::Event:
        return true;
    default:
        return false;
    }
}

bool mayBeField(QByteArrayView text, FieldId field)
{
    static const WordSet parts{"school of", "college of", "department", "dept", "faculty of", "institute of"};
    switch (field) {
    case FieldId::Location:
    case FieldId::Area:
        return !parts.isIn(text);
    case FieldId::Organization:
    case FieldId::Institution:
    case FieldId::Awarder:
        return !lexicon::isPlaceName(text.trimmed());
    default:
        return true;
    }
}

SiblingSample SiblingSample::of(const QByteArray &text, const std::vector<Claim> &claims)
{
    SiblingSample sample;
    for (size_t i = 0; i < claims.size(); ++i) {
        if (!isPlaced(claims[i]))
            continue;
        const QByteArrayView words = bytes(text, claims[i].range.begin, claims[i].range.end);
        const bool comma = words.contains(',') || words.contains("，");
        sample.lists = sample.lists || (comma && claims[i].field != FieldId::Location);
        SiblingPlace place;
        place.field = claims[i].field;
        const bool first = i == 0;
        const bool last = i + 1 == claims.size();
        place.left = first ? -1 : static_cast<int>(claims[i - 1].field);
        place.right = last ? -1 : static_cast<int>(claims[i + 1].field);
        const qsizetype from = first ? 0 : claims[i - 1].range.end;
        const qsizetype to = last ? lineEnd(text, claims[i].range.end) : claims[i + 1].range.begin;
        place.before = bytes(text, from, claims[i].range.begin).toByteArray();
        place.after = bytes(text, claims[i].range.end, to).toByteArray();
        if (!last && isPlaced(claims[i + 1]))
            sample.joins.push_back({claims[i].field, claims[i + 1].field, place.after});
        sample.places.push_back(std::move(place));
    }
    return sample;
}

void SiblingTemplates::learn(const SiblingSample &sample)
{
    m_patterns.learn(sample.pattern, sample.lists);
    ++m_learnt;
    m_listing += sample.lists ? 1 : 0;
    for (const SiblingJoin &join : sample.joins) {
        const auto known =
            std::find_if(m_joins.begin(), m_joins.end(), [&](const Join &other) { return other.join == join; });
        if (known != m_joins.end())
            ++known->seen;
        else if (m_joins.size() < mostPlaces)
            m_joins.push_back({join});
    }
    for (const SiblingPlace &place : sample.places) {
        auto known =
            std::find_if(m_places.begin(), m_places.end(), [&](const Place &other) { return other.place == place; });
        if (known == m_places.end()) {
            if (m_places.size() < mostPlaces)
                m_places.push_back({place});
            continue;
        }
        ++known->seen;
        for (; known != m_places.begin() && std::prev(known)->seen < known->seen; --known)
            std::swap(*std::prev(known), *known);
    }
}

std::vector<Claim>
SiblingTemplates::split(const QByteArray &text, const std::vector<Claim> &claims, const Claims &settler) const
{
    for (const Join &known : m_joins) {
        const SiblingJoin &join = known.join;
        int agree = 0;
        for (const Join &other : m_joins)
            agree += other.join.first == join.first && other.join.second == join.second ? other.seen : 0;
        // Two thirds of the others must have both, or none may hold such a sign in one text; words that stand between
        // them there are their own.
        const bool split = settler.isUnsplit(join.first) && m_listing <= 1;
        if ((agree * 3 < (m_learnt - 1) * 2 && !split) || !isLiteralText(join.between))
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
        std::vector<Claim> parts = splitAt(text, *whole, join, settler);
        if (!parts.empty())
            return parts;
    }
    return {};
}

bool SiblingTemplates::attests(const SiblingPlace &place) const
{
    return std::any_of(m_places.begin(), m_places.end(), [&](const Place &known) { return known.place == place; });
}

/// True when the entry's own reading of the place is one that siblings have too.
bool SiblingTemplates::readsAsKnown(const SiblingPlace &place, const std::vector<Claim> &claims, ByteRange found) const
{
    return std::any_of(claims.begin(), claims.end(), [&](const Claim &claim) {
        if (!isPlaced(claim) || claim.range != found)
            return false;
        SiblingPlace own = place;
        own.field = claim.field;
        return attests(own);
    });
}

std::optional<Claim> SiblingTemplates::find(
    const QByteArray &text, const std::vector<Claim> &claims, const Claims &settler, const MayBe &fits) const
{
    for (const Place &known : m_places) {
        const SiblingPlace &place = known.place;
        const std::optional<ByteRange> found = rangeAt(text, place, claims);
        if (!found || settler.whole(*found) != found || readsAsKnown(place, claims, *found) || holdsTwo(*found, claims))
            continue;
        const bool elsewhere = std::any_of(claims.begin(), claims.end(), [&](const Claim &claim) {
            return claim.field == place.field && claim.part == LayoutNode::Part::Whole && !found->contains(claim.range);
        });
        const bool allowed =
            mayBeField(bytes(text, found->begin, found->end), place.field) && fits(place.field, *found);
        if (!elsewhere && allowed && !addsToKnown(text, place.field, claims, *found))
            return Claim{place.field, LayoutNode::Part::Whole, 0, *found};
    }
    return {};
}

} // namespace vitrine
