#include "content/page/writing/Donors.h"

#include <algorithm>
#include <bit>
#include <map>

namespace vitrine {

namespace {

enum class VenueType { None, Preprint, Conference, Journal };

VenueType venueTypeOf(const QByteArray &venue)
{
    if (venue.isEmpty())
        return VenueType::None;
    const QByteArray words = venue.toLower();
    const auto says = [&](std::initializer_list<const char *> any) {
        return std::any_of(any.begin(), any.end(), [&](const char *word) { return words.contains(word); });
    };
    if (says({"arxiv", "preprint", "under review", "submitted", "in submission"}))
        return VenueType::Preprint;
    if (says({"journal", "transactions", "trans.", "letters", "magazine"}))
        return VenueType::Journal;
    return VenueType::Conference;
}

/// "Best Poster at ROBO", "Best Poster in NeurIPS".
bool endsWithMeeting(const QByteArray &text)
{
    const QByteArray before = text.left(text.lastIndexOf(' '));
    if (!before.endsWith(" at") && !before.endsWith(" in"))
        return false;
    const QByteArray word = text.mid(text.lastIndexOf(' ') + 1);
    const auto capitals = std::count_if(word.begin(), word.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
    return capitals >= 2 && capitals * 2 >= word.size();
}

/// What decides how an entry is laid out, said in one word: its fields, and how its links and dates are.
struct Shape
{
    FieldSet fields = 0;
    bool linkedText = false; ///< a link without a label of its own: a linked title
    bool row = false;
    VenueType venue = VenueType::None;
    bool meets = false; ///< awards: "Best Poster at ROBO", which its year merely follows
    int dateLength = 0; ///< of the EDTF text: year, month, day, period
    QByteArray labels;

    void add(FieldId id, const Value &value)
    {
        if (value.isEmpty())
            return;
        if (id == FieldId::Links) {
            for (const Link &link : value.links()) {
                linkedText |= link.label.isEmpty();
                row |= !link.label.isEmpty();
                labels += link.label + '\n';
            }
            return;
        }
        fields |= setOf(id);
        if (id == FieldId::Venue)
            venue = venueTypeOf(value.text());
        if (id == FieldId::Title)
            meets = endsWithMeeting(value.text());
        if (schemaOf(id).type == ValueType::Date)
            dateLength += static_cast<int>(value.text().size());
    }
};

int difference(const Shape &wanted, const Shape &donor)
{
    const int fields = 10 * std::popcount(wanted.fields ^ donor.fields);
    const int links = (wanted.linkedText != donor.linkedText ? 8 : 0) + (wanted.row != donor.row ? 8 : 0);
    const int venue = (wanted.venue != donor.venue ? 4 : 0) + (wanted.meets != donor.meets ? 4 : 0);
    const int date = wanted.dateLength != donor.dateLength ? 3 : 0;
    // What has no place for a picture is no donor while others have one; nor is one of another container that has.
    const int picture = ((wanted.fields ^ donor.fields) & setOf(FieldId::Image)) ? 150 : 0;
    return fields + links + venue + date + picture + (wanted.labels != donor.labels ? 1 : 0);
}

/// What stands between the fields of an entry and around them, without what they say.
void addShape(const Level &level, QByteArray &shape)
{
    for (size_t i = 0; i < level.separators.size(); ++i) {
        shape += level.separators[i].text;
        if (i == level.units.size())
            return;
        const SkeletonNode &unit = level.units[i];
        shape += '\1' + QByteArray::number(fieldsOf(unit)) + unit.open.text;
        if (unit.type == SkeletonNode::Type::Pair)
            addShape(unit.inside, shape);
        shape += unit.close.text;
    }
}

/// Papers and news change their looks over the years, so that the nearest tells most; others are spelled as most are.
bool spelledAsMost(Kind kind)
{
    return kind != Kind::News && kind != Kind::Publication;
}

struct RankedDonor
{
    int cost = 0;
    bool odd = false; ///< most entries of the section look alike, and it does not
    const Sample *sample = nullptr;
};

void markOdd(std::vector<RankedDonor> &donors)
{
    constexpr int fewestAlike = 3;
    std::map<QByteArray, int> seen;
    std::vector<QByteArray> shapes;
    int own = 0;
    for (const RankedDonor &donor : donors) {
        shapes.emplace_back();
        if (!donor.sample->sameSection)
            continue;
        addShape(donor.sample->skeleton(), shapes.back());
        ++seen[shapes.back()];
        ++own;
    }
    const auto most =
        std::max_element(seen.begin(), seen.end(), [](const auto &a, const auto &b) { return a.second < b.second; });
    if (most == seen.end() || most->second < fewestAlike || most->second * 3 < own * 2)
        return;
    for (size_t i = 0; i < donors.size(); ++i)
        donors[i].odd = donors[i].sample->sameSection && shapes[i] != most->first;
}

} // namespace

std::vector<const Sample *>
donorsFor(const HouseStyle &style, const std::vector<Container> &beside, const FieldValues &values)
{
    Shape wanted;
    for (const auto &[id, value] : values)
        wanted.add(id, value);
    std::vector<RankedDonor> ranked;
    for (const Sample &sample : style.samples()) {
        Shape shape;
        for (const Field &field : sample.entry->fields)
            shape.add(field.id, field.value);
        const bool foreign =
            !beside.empty() && std::find(beside.begin(), beside.end(), sample.entry->container) == beside.end();
        const int cost = difference(wanted, shape) + (sample.sameSection ? 0 : 45) + (sample.entry->hidden ? 2 : 0)
            + (foreign ? 100 : 0);
        ranked.push_back({cost, false, &sample});
    }
    if (spelledAsMost(style.kind()))
        markOdd(ranked);
    // Samples come nearest first, and a stable sort keeps that among equals.
    std::stable_sort(ranked.begin(), ranked.end(), [](const RankedDonor &a, const RankedDonor &b) {
        return std::pair(a.cost, a.odd) < std::pair(b.cost, b.odd);
    });
    std::vector<const Sample *> donors;
    for (const RankedDonor &donor : ranked)
        donors.push_back(donor.sample);
    return donors;
}

} // namespace vitrine
