#include "content/page/writing/Donors.h"

#include <algorithm>
#include <bit>

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

/// What decides how an entry is laid out, said in one word: its fields, and how its links and dates are.
struct Shape
{
    FieldSet fields = 0;
    bool linkedText = false; ///< a link without a label of its own: a linked title
    bool row = false;
    VenueType venue = VenueType::None;
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
        if (schemaOf(id).type == ValueType::Date)
            dateLength += static_cast<int>(value.text().size());
    }
};

int difference(const Shape &wanted, const Shape &donor)
{
    const int fields = 10 * std::popcount(wanted.fields ^ donor.fields);
    const int links = (wanted.linkedText != donor.linkedText ? 8 : 0) + (wanted.row != donor.row ? 8 : 0);
    const int venue = wanted.venue != donor.venue ? 4 : 0;
    const int date = wanted.dateLength != donor.dateLength ? 3 : 0;
    // What has no place for a picture is no donor while others have one; nor is one of another container that has.
    const int picture = ((wanted.fields ^ donor.fields) & setOf(FieldId::Image)) ? 150 : 0;
    return fields + links + venue + date + picture + (wanted.labels != donor.labels ? 1 : 0);
}

} // namespace

std::vector<const Sample *>
donorsFor(const HouseStyle &style, const std::vector<Container> &beside, const FieldValues &values)
{
    Shape wanted;
    for (const auto &[id, value] : values)
        wanted.add(id, value);
    std::vector<std::pair<int, const Sample *>> ranked;
    for (const Sample &sample : style.samples()) {
        Shape shape;
        for (const Field &field : sample.entry->fields)
            shape.add(field.id, field.value);
        const bool foreign =
            !beside.empty() && std::find(beside.begin(), beside.end(), sample.entry->container) == beside.end();
        const int cost = difference(wanted, shape) + (sample.sameSection ? 0 : 45) + (sample.entry->hidden ? 2 : 0)
            + (foreign ? 100 : 0);
        ranked.emplace_back(cost, &sample);
    }
    // Samples come nearest first, and a stable sort keeps that among equals.
    std::stable_sort(ranked.begin(), ranked.end(), [](const auto &a, const auto &b) { return a.first < b.first; });
    std::vector<const Sample *> donors;
    for (const auto &[cost, sample] : ranked)
        donors.push_back(sample);
    return donors;
}

} // namespace vitrine
