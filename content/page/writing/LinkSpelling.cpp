#include "content/page/writing/LinkSpelling.h"

#include "content/page/writing/Addresses.h"
#include "content/page/writing/Defaults.h"
#include "content/page/writing/LinkedNames.h"
#include "content/page/writing/ListSpelling.h"

#include <algorithm>

namespace vitrine {

namespace {

using Part = SkeletonNode::Part;
using Type = SkeletonNode::Type;

bool isPart(const SkeletonNode &node, Part part)
{
    return node.type == Type::Slot && node.field == FieldId::Links && node.part == part;
}

/// A link that stands in an entry.
struct LinkPlace
{
    UnitPath path; ///< its Item, or the pair that links another field's text
    bool inRow = false;
    Link link;
};

Link linkIn(const SkeletonNode &node)
{
    Link link;
    const auto look = [&](const SkeletonNode &slot) {
        if (isPart(slot, Part::Label))
            link.label = saidBy(slot);
        else if (isPart(slot, Part::Url))
            link.url = saidBy(slot);
    };
    forEachSkeletonSlot(node.inside, look);
    return link;
}

bool holdsDirectly(const SkeletonNode &node, Part part)
{
    return std::any_of(node.inside.units.begin(), node.inside.units.end(), [&](const SkeletonNode &unit) {
        return isPart(unit, part);
    });
}

/// A linked text with an empty address: `[Title]()`.
bool isEmptyLink(const SkeletonNode &node)
{
    return node.type == Type::Pair && node.open.text == "[" && node.close.text == ")"
        && node.inside.separators.back().text.endsWith("](") && (fieldsOf(node.inside) & setOf(FieldId::Links)) == 0;
}

void collectLinks(const Level &level, const UnitPath &above, std::vector<LinkPlace> &places)
{
    for (size_t i = 0; i < level.units.size(); ++i) {
        const SkeletonNode &unit = level.units[i];
        UnitPath path = above;
        path.push_back(i);
        if (unit.type == Type::Item && unit.field == FieldId::Links)
            places.push_back({path, true, linkIn(unit)});
        else if (unit.type == Type::Pair && (holdsDirectly(unit, Part::Url) || isEmptyLink(unit)))
            places.push_back({path, false, {{}, linkIn(unit).url, {}, {}}});
        if (unit.type == Type::Pair || (unit.type == Type::List && unit.field == FieldId::Links))
            collectLinks(unit.inside, path, places);
    }
}

/// The level of a link's brackets: where label and address stand, or would stand. Brackets around a link are none.
Level *linkLevel(SkeletonNode &node)
{
    if (node.type == Type::Slot || node.type == Type::Sealed)
        return nullptr;
    const bool brackets = node.type == Type::Pair
        && ((node.open.text == "[" && node.close.text == ")") || node.open.text.startsWith("<a"));
    if (holdsDirectly(node, Part::Url) || brackets)
        return &node.inside;
    for (SkeletonNode &unit : node.inside.units) {
        if (Level *level = linkLevel(unit))
            return level;
    }
    return nullptr;
}

void setAddress(SkeletonNode &node, const QByteArray &url)
{
    Level *level = linkLevel(node);
    if (!level)
        return;
    for (size_t i = 0; i < level->units.size(); ++i) {
        SkeletonNode &unit = level->units[i];
        if (!isPart(unit, Part::Url))
            continue;
        if (url.isEmpty())
            removeUnit(*level, i, Stretch(level->separators[i].text + level->separators[i + 1].text));
        else if (saidBy(unit) != url)
            unit.text.set(url);
        return;
    }
    if (url.isEmpty())
        return;
    // An empty address has no slot: it stands right after `](`, or right after `href="`.
    const bool last = level->separators.back().text.endsWith('(');
    const SkeletonNode slot = slotOf(FieldId::Links, Part::Url, url);
    if (last)
        insertUnit(*level, level->units.size(), slot, level->separators.back(), {});
    else
        insertUnit(*level, 0, slot, {}, level->separators.front());
}

void setLabel(SkeletonNode &node, const QByteArray &label)
{
    forEachSkeletonSlot(node.inside, [&](SkeletonNode &slot) {
        if (isPart(slot, Part::Label) && saidBy(slot) != label)
            slot.text.set(label);
    });
}

/// The badge of a link counts the stars of the repository that it leads to.
void followRepository(SkeletonNode &node, const QByteArray &old, const QByteArray &wanted)
{
    const QByteArray was = repositoryOf(old);
    const QByteArray now = repositoryOf(wanted);
    if (was.isEmpty() || now.isEmpty() || was == now)
        return;
    const auto follow = [&](Stretch &stretch) {
        QByteArray text = stretch.text;
        stretch.set(text.replace("/" + was, "/" + now));
    };
    for (Stretch &separator : node.inside.separators)
        follow(separator);
    for (SkeletonNode &unit : node.inside.units) {
        if (unit.type == Type::Sealed)
            follow(unit.text);
        else if (unit.type != Type::Slot)
            followRepository(unit, old, wanted);
    }
}

void setLink(SkeletonNode &node, const Link &old, const Link &wanted)
{
    followRepository(node, old.url, wanted.url);
    if (old.url != wanted.url)
        setAddress(node, wanted.url);
    if (old.label != wanted.label)
        setLabel(node, wanted.label);
}

/// Takes a link from around the text of another field.
void unwrap(Level &entry, const UnitPath &path)
{
    Level &level = levelAt(entry, path);
    SkeletonNode pair = level.units[path.back()];
    Level inner;
    inner.separators.push_back({});
    for (SkeletonNode &unit : pair.inside.units) {
        if (!isPart(unit, Part::Url))
            insertUnit(inner, inner.units.size(), std::move(unit), inner.separators.back(), {});
    }
    const Stretch after = level.separators[path.back() + 1];
    removeUnit(level, path.back(), level.separators[path.back()]);
    size_t at = path.back();
    for (SkeletonNode &unit : inner.units) {
        insertUnit(level, at, std::move(unit), level.separators[at], {});
        ++at;
    }
    level.separators[at] = after;
}

std::vector<std::optional<size_t>> matchLinks(const std::vector<LinkPlace> &places, const LinkList &wanted)
{
    std::vector<std::optional<size_t>> matches(static_cast<size_t>(wanted.size()));
    std::vector<bool> used(places.size(), false);
    const auto pass = [&](const auto &same) {
        for (size_t i = 0; i < matches.size(); ++i) {
            for (size_t j = 0; j < places.size() && !matches[i]; ++j) {
                if (used[j] || !same(places[j], wanted[static_cast<qsizetype>(i)]))
                    continue;
                used[j] = true;
                matches[i] = j;
            }
        }
    };
    const auto fits = [](const LinkPlace &place, const Link &link) { return place.inRow || link.label.isEmpty(); };
    pass([](const LinkPlace &place, const Link &link) { return place.link == link; });
    pass([&](const LinkPlace &place, const Link &link) { return fits(place, link) && place.link.label == link.label; });
    pass([&](const LinkPlace &place, const Link &link) {
        return fits(place, link) && !link.url.isEmpty() && place.link.url == link.url;
    });
    // What leads to the same place has the same picture.
    pass([&](const LinkPlace &place, const Link &link) {
        return place.inRow && link.label.isEmpty() && place.link.label.isEmpty() && !link.url.isEmpty()
            && hostOf(place.link.url) == hostOf(link.url);
    });
    if (places.size() == matches.size()) {
        for (size_t i = 0; i < matches.size(); ++i) {
            if (!matches[i] && !used[i] && fits(places[i], wanted[static_cast<qsizetype>(i)]))
                matches[i] = i;
        }
    }
    return matches;
}

/// The first item of a row that has a label or none, and of those without one that leads to the same host.
const SkeletonNode *rowItemWith(const Level &level, bool label, const QByteArray &host = {})
{
    for (const SkeletonNode &unit : level.units) {
        if (unit.type == Type::Item && unit.field == FieldId::Links && linkIn(unit).label.isEmpty() != label
            && !linkIn(unit).url.isEmpty() && (host.isEmpty() || hostOf(linkIn(unit).url) == host))
            return &unit;
        if (unit.type != Type::Pair && !(unit.type == Type::List && unit.field == FieldId::Links))
            continue;
        if (const SkeletonNode *found = rowItemWith(unit.inside, label, host))
            return found;
    }
    return nullptr;
}

SkeletonNode newItem(const Level &row, const Link &link, const HouseStyle &style)
{
    const SkeletonNode *model = nullptr;
    if (link.label.isEmpty()) {
        for (const Sample &sample : style.samples())
            model = model ? model : rowItemWith(sample.skeleton(), false, hostOf(link.url));
    }
    model = model ? model : rowItemWith(row, !link.label.isEmpty());
    for (const Sample &sample : style.samples()) {
        if (!model)
            model = rowItemWith(sample.skeleton(), !link.label.isEmpty());
    }
    if (!model && !row.units.empty())
        model = &row.units.front();
    SkeletonNode item;
    if (model) {
        item = *model;
        forgetSources(item);
        setLink(item, linkIn(*model), link);
        return item;
    }
    item.type = Type::Item;
    item.field = FieldId::Links;
    item.inside.separators.resize(1);
    insertUnit(
        item.inside, 0, linkAround(slotOf(FieldId::Links, Part::Label, link.label), FieldId::Links, link.url), {}, {});
    return item;
}

/// One row of links and what shall be in it.
struct Row
{
    UnitPath path;
    std::vector<WantedItem> items;
};

Row *rowOf(std::vector<Row> &rows, const UnitPath &item)
{
    const UnitPath path(item.begin(), item.end() - 1);
    const auto found = std::find_if(rows.begin(), rows.end(), [&](const Row &row) { return row.path == path; });
    return found == rows.end() ? nullptr : &*found;
}

class LinkWriter
{
public:
    LinkWriter(Level &entry, const LinkList &wanted, const HouseStyle &style)
        : m_entry(entry), m_wanted(wanted), m_style(style)
    {
        collectLinks(entry, {}, m_places);
        for (const LinkPlace &place : m_places) {
            if (place.inRow && !rowOf(m_rows, place.path))
                m_rows.push_back({UnitPath(place.path.begin(), place.path.end() - 1), {}});
        }
    }

    bool hasRow() const { return !m_rows.empty(); }
    /// Links that need a row: what stands around a name needs none.
    bool needsRow() const
    {
        const auto matches = matchLinks(m_places, m_wanted);
        bool wrapped = false;
        for (size_t i = 0; i < matches.size(); ++i) {
            if (matches[i])
                continue;
            if (wrapped || !m_wanted[static_cast<qsizetype>(i)].label.isEmpty()
                || pathToLinkableName(m_entry, m_style).empty())
                return true;
            wrapped = true;
        }
        return false;
    }

    void write(Way way)
    {
        const auto matches = matchLinks(m_places, m_wanted);
        fillRows(matches);
        for (Row &row : m_rows) {
            if (!row.items.empty())
                respellList(unitAt(m_entry, row.path).inside, FieldId::Links, std::move(row.items), m_style);
            else
                m_emptied.push_back(row.path);
        }
        for (size_t j = 0; j < m_places.size(); ++j) {
            const bool kept = std::find(matches.begin(), matches.end(), std::optional(j)) != matches.end();
            if (!m_places[j].inRow && !kept && !m_places[j].link.url.isEmpty())
                m_unlinked.push_back(m_places[j].path);
        }
        removeLeftovers(way);
    }

private:
    /// True where a row of the page has pictures for labels: what has none is one of those.
    bool hasUnlabelledItem() const
    {
        const auto &samples = m_style.samples();
        return std::any_of(samples.begin(), samples.end(), [](const Sample &sample) {
            return rowItemWith(sample.skeleton(), false) != nullptr;
        });
    }

    bool linkName(const QByteArray &url)
    {
        const UnitPath path = pathToLinkableName(m_entry, m_style);
        if (path.empty())
            return false;
        SkeletonNode &name = unitAt(m_entry, path);
        name = linkAround(SkeletonNode(name), FieldId::Links, url);
        return true;
    }

    void fillRows(const std::vector<std::optional<size_t>> &matches)
    {
        Row *current = m_rows.empty() ? nullptr : &m_rows.front();
        for (size_t i = 0; i < matches.size(); ++i) {
            const Link &link = m_wanted[static_cast<qsizetype>(i)];
            if (!matches[i]) {
                if (link.label.isEmpty() && !link.url.isEmpty() && !hasUnlabelledItem() && linkName(link.url))
                    continue;
                if (current)
                    current->items.push_back({{}, newItem(unitAt(m_entry, current->path).inside, link, m_style)});
                continue;
            }
            const LinkPlace &place = m_places[*matches[i]];
            SkeletonNode &node = unitAt(m_entry, place.path);
            if (!place.inRow) {
                if (place.link.url != link.url)
                    setLink(node, place.link, {{}, link.url, {}, {}});
                continue;
            }
            current = rowOf(m_rows, place.path);
            SkeletonNode item = node;
            setLink(item, place.link, link);
            current->items.push_back({place.path.back(), std::move(item)});
        }
    }

    void removeLeftovers(Way way)
    {
        std::vector<std::pair<UnitPath, bool>> leftovers;
        for (const UnitPath &path : m_emptied)
            leftovers.emplace_back(path, true);
        for (const UnitPath &path : m_unlinked)
            leftovers.emplace_back(path, false);
        std::sort(leftovers.begin(), leftovers.end());
        // From the end, so that earlier paths stay true.
        for (auto it = leftovers.rbegin(); it != leftovers.rend(); ++it) {
            if (it->second)
                removeUnitAt(m_entry, it->first, m_style, way);
            else
                unwrap(m_entry, it->first);
        }
    }

    Level &m_entry;
    const LinkList &m_wanted;
    const HouseStyle &m_style;
    std::vector<LinkPlace> m_places;
    std::vector<Row> m_rows;
    std::vector<UnitPath> m_emptied, m_unlinked;
};

} // namespace

bool writeLinks(Level &entry, const LinkList &wanted, const HouseStyle &style, Way way)
{
    LinkWriter writer(entry, wanted, style);
    if (writer.needsRow() && !writer.hasRow()) {
        if (!addField(entry, FieldId::Links, style, way))
            return false;
        LinkWriter(entry, wanted, style).write(way);
        return true;
    }
    writer.write(way);
    return true;
}

} // namespace vitrine
