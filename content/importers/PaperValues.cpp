// A paper in the words of the page: what its values are, and how it is added.
#include "content/importers/PaperReview.h"

#include <algorithm>

namespace vitrine {

namespace {

/// The fields that give way when an entry has no room for them, the first to go first.
constexpr FieldId givingWay[] = {FieldId::Note,  FieldId::Doi,    FieldId::Pages,
                                 FieldId::Issue, FieldId::Volume, FieldId::Links};

} // namespace

FieldValues valuesOf(const PaperStyle &style, const Paper &paper)
{
    FieldValues values{{FieldId::Title, Value(style.title(paper))}};
    const auto add = [&](FieldId field, const QByteArray &plain) {
        if (!plain.isEmpty() && style.shows(field))
            values.emplace_back(field, Value(style.text(plain)));
    };
    if (!paper.authors.empty())
        values.emplace_back(FieldId::Authors, Value(style.authors(paper)));
    if (!paper.venue.isEmpty() && style.shows(FieldId::Venue))
        values.emplace_back(FieldId::Venue, Value(style.venue(paper)));
    if (!paper.date.isEmpty() && style.shows(FieldId::Date))
        values.emplace_back(FieldId::Date, Value(paper.date));
    add(FieldId::Volume, paper.volume);
    add(FieldId::Issue, paper.issue);
    add(FieldId::Pages, paper.pages);
    if (!paper.doi.isEmpty() && style.shows(FieldId::Doi))
        values.emplace_back(FieldId::Doi, Value(paper.doi));
    const LinkList links = style.links(paper);
    if (!links.isEmpty() && style.shows(FieldId::Links))
        values.emplace_back(FieldId::Links, Value(links));
    add(FieldId::Note, paper.note);
    return values;
}

Result<PageChange> addPaper(const Page &page, int section, const Paper &paper)
{
    FieldValues values = valuesOf(PaperStyle(page), paper);
    const Result<PageChange> whole = addEntry(page, section, {}, values);
    if (whole)
        return whole;
    // A page whose dates are years has no room for a month.
    for (auto &[field, value] : values) {
        if (field == FieldId::Date && value.text().size() > 4)
            value = Value(value.text().left(4));
    }
    Result<PageChange> result = addEntry(page, section, {}, values);
    for (const FieldId field : givingWay) {
        if (result)
            return result;
        const auto gone = std::erase_if(values, [&](const auto &pair) { return pair.first == field; });
        if (gone > 0)
            result = addEntry(page, section, {}, values);
    }
    return result ? result : whole;
}

} // namespace vitrine
