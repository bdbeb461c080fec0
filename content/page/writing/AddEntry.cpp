#include "content/page/writing/Attempt.h"
#include "content/page/writing/CopiedPictures.h"
#include "content/page/writing/DefaultEntries.h"
#include "content/page/writing/Donors.h"
#include "content/page/writing/LinkSpelling.h"
#include "content/page/writing/Placing.h"
#include "content/page/writing/Refusals.h"

#include <QCoreApplication>

#include <algorithm>

namespace vitrine {

namespace {

/// More donors than this are not worth the readings.
constexpr size_t mostDonors = 3;

bool asks(const FieldValues &values, FieldId field)
{
    return std::any_of(values.begin(), values.end(), [&](const auto &pair) { return pair.first == field; });
}

/// A field that the donor says elsewhere, as a date inside its venue.
bool isDerivedIn(const Sample *donor, FieldId field)
{
    const Field *known = donor ? donor->entry->field(field) : nullptr;
    return known && !known->range && schemaOf(field).type != ValueType::Links;
}

/// The values without the links that stand inside a text that is written anyway.
FieldValues withoutLinksOfTexts(const FieldValues &values)
{
    FieldValues result = values;
    for (auto &[field, value] : result) {
        if (field != FieldId::Links)
            continue;
        LinkList links;
        for (const Link &link : value.links()) {
            const bool inText = !link.url.isEmpty() && std::any_of(values.begin(), values.end(), [&](const auto &pair) {
                return pair.second.isText() && pair.second.text().contains(link.url);
            });
            if (!inText)
                links.push_back(link);
        }
        value = Value(links);
    }
    return result;
}

/// An entry that says these values, in a layout: that of a donor, or a listed one.
Result<QByteArray>
composed(const HouseStyle &style, Level entry, const Sample *donor, const FieldValues &values, Way way)
{
    forgetSources(entry);
    if (donor)
        renameStars(entry, *donor->entry, values);
    removeSealed(entry, style);
    const KindSchema &kind = schemaOf(style.kind());
    std::vector<FieldId> fields = kind.fields;
    fields.insert(fields.end(), kind.rare.begin(), kind.rare.end());
    const WriteContext context{style, way, true};
    for (const FieldId field : fields) {
        if (asks(values, field))
            continue;
        const Result<Done> removed = writeField(entry, field, {}, context);
        if (!removed)
            return removed.error();
    }
    for (const auto &[field, value] : values) {
        if (isDerivedIn(donor, field))
            continue;
        const Result<Done> written = writeField(entry, field, value, context);
        if (!written)
            return written.error();
    }
    if (donor) {
        renamePictures(entry, *donor->entry, values, style);
        renameCounters(entry, *donor->entry, values);
        keepPictureTag(entry, style.page(), *donor->entry);
    }
    return bytesOf(entry);
}

class EntryAdder
{
public:
    EntryAdder(const Page &page, const HouseStyle &style, EntryRef place, const FieldValues &values)
        : m_page(page), m_style(style), m_place(place), m_values(values)
    {
    }

    Result<PageChange> add()
    {
        const std::vector<const Sample *> donors = bestOfEach(donorsFor(m_style, neighbours(), m_values));
        for (const Sample *donor : donors) {
            if (std::optional<PageChange> change = attempt(donor->skeleton(), donor))
                return *change;
        }
        if (const std::optional<Level> layout = datedAsNeighbours()) {
            if (std::optional<PageChange> change = attempt(*layout, nullptr))
                return *change;
        }
        if (std::optional<PageChange> change = attempt(defaultEntry(m_page, m_style.kind()), nullptr))
            return *change;
        // What the default layout lacks says nothing of a page that has entries.
        if (m_error && (m_tried.empty() || donors.empty()))
            return *m_error;
        const auto &[field, value] = m_values.front();
        return refusedUnreadable(m_page, donors.empty() ? nullptr : donors.front()->entry, field, value);
    }

private:
    /// The containers of the entries before and behind the place.
    std::vector<Container> neighbours() const
    {
        const auto &entries = m_page.section(m_place.section).entries;
        const auto at = static_cast<size_t>(m_place.entry);
        std::vector<Container> found;
        if (at < entries.size())
            found.push_back(entries[at].container);
        if (at > 0 && (found.empty() || entries[at - 1].container != found.front()))
            found.push_back(entries[at - 1].container);
        return found;
    }

    /// The first few; where the place has neighbours of two containers, at least one of each.
    std::vector<const Sample *> bestOfEach(std::vector<const Sample *> donors) const
    {
        if (donors.size() <= mostDonors)
            return donors;
        for (const Container container : neighbours()) {
            const auto first = std::find_if(donors.begin(), donors.end(), [container](const Sample *donor) {
                return donor->sameSection && donor->entry->container == container;
            });
            if (first != donors.end() && first - donors.begin() >= static_cast<std::ptrdiff_t>(mostDonors))
                donors[mostDonors - 1] = *first;
        }
        donors.resize(mostDonors);
        return donors;
    }

    /// The listed layout with its dates as those beside it have theirs.
    std::optional<Level> datedAsNeighbours() const
    {
        for (const Sample &sample : m_style.samples()) {
            const Container container = sample.entry->container;
            const bool list = container == Container::List || container == Container::NumberedList;
            if (!sample.sameSection || !list)
                continue;
            if (std::optional<Level> layout = defaultEntryLike(m_page, m_style.kind(), sample.skeleton()))
                return layout;
        }
        return {};
    }

    static std::optional<Container> containerOf(const Sample *donor)
    {
        return donor ? std::optional(donor->entry->container) : std::nullopt;
    }

    std::optional<PageChange> attempt(const Level &layout, const Sample *donor)
    {
        // A link that a text has may stand beside it as well.
        for (const FieldValues &values : {withoutLinksOfTexts(m_values), m_values}) {
            for (const Way way : waysToTry()) {
                if (std::optional<PageChange> change = attempt(layout, donor, values, way))
                    return change;
            }
        }
        return {};
    }

    std::optional<PageChange> attempt(const Level &layout, const Sample *donor, const FieldValues &values, Way way)
    {
        const Result<QByteArray> bytes = composed(m_style, layout, donor, values, way);
        if (!bytes) {
            m_error = m_error ? m_error : std::optional(bytes.error());
            return {};
        }
        if (std::find(m_tried.begin(), m_tried.end(), *bytes) != m_tried.end())
            return {};
        m_tried.push_back(*bytes);
        const Result<TextEdit> edit =
            toSources(m_page, placed(m_page, m_place.section, m_place.entry, *bytes, containerOf(donor)));
        if (!edit)
            return {};
        Expectation allowed;
        allowed.added = {m_place};
        allowed.renumbered = true;
        const auto after = readBack(m_page, *edit, allowed);
        if (!after)
            return {};
        const Entry &added = (*after)->entry(m_place);
        if (added.kind != m_style.kind() || !saysAsAsked(nullptr, added, m_values))
            return {};
        return PageChange{*edit, *after, (*after)->expansion().toSource(added.range)};
    }

    const Page &m_page;
    const HouseStyle &m_style;
    EntryRef m_place;
    const FieldValues &m_values;
    std::vector<QByteArray> m_tried;
    std::optional<Error> m_error;
};

Error wrong(const char *sentence)
{
    return {ErrorKind::InvalidArgument, QCoreApplication::translate("Refusals", sentence), {}, {}};
}

Result<FieldValues> tidied(const FieldValues &values, const HouseStyle &style)
{
    FieldValues tidy;
    for (const auto &[field, value] : values) {
        if (!hasField(style.kind(), field))
            return refusedForeignField(style.kind(), field);
        const Result<Value> clean = tidyValue(field, value, style);
        if (!clean)
            return clean.error();
        if (!clean->isEmpty())
            tidy.emplace_back(field, *clean);
    }
    return tidy;
}

} // namespace

Result<PageChange> addEntry(const Page &page, int section, std::optional<int> at, const FieldValues &values)
{
    if (section < 0 || section >= static_cast<int>(page.outline().sections.size()))
        return Error{ErrorKind::NotFound, QCoreApplication::translate("Refusals", "There is no such section."), {}, {}};
    const Section &owner = page.section(section);
    const int count = static_cast<int>(owner.entries.size());
    if (at && (*at < 0 || *at > count))
        return wrong(QT_TRANSLATE_NOOP("Refusals", "There is no such place in this section."));
    const HouseStyle style(page, owner.kind, {section, at.value_or(0)});
    const Result<FieldValues> wanted = tidied(values, style);
    if (!wanted)
        return wanted.error();
    if (wanted->empty())
        return wrong(QT_TRANSLATE_NOOP("Refusals", "An entry needs at least one value."));
    const EntryRef place{section, at ? *at : placeByOrder(owner, *wanted)};
    return EntryAdder(page, style, place, *wanted).add();
}

} // namespace vitrine
