#include "ui/outline/OutlineModel.h"

#include "ui/Selection.h"
#include "ui/entries/RowText.h"
#include "ui/look/Icons.h"

#include <algorithm>

namespace vitrine {

bool OutlineModel::Item::sameShape(const Item &other) const
{
    return type == other.type && number == other.number && parent == other.parent && row == other.row
        && children == other.children;
}

int entryCountOf(const Outline &outline, int section)
{
    const auto isBelow = [&](int s) {
        while (s >= 0 && s != section)
            s = outline.sections[static_cast<size_t>(s)].parent;
        return s == section;
    };
    const Section &counted = outline.sections[static_cast<size_t>(section)];
    int count = 0;
    for (int s = section; s < static_cast<int>(outline.sections.size()) && isBelow(s); ++s) {
        const Section &part = outline.sections[static_cast<size_t>(s)];
        if (!counted.hidden && part.hidden)
            continue;
        for (const Entry &entry : part.entries)
            count += counted.hidden || !entry.hidden ? 1 : 0;
    }
    return count;
}

bool isListed(const Section &section)
{
    return section.level > 0 || !section.entries.empty();
}

OutlineModel::OutlineModel(Selection *selection, QObject *parent) : QAbstractItemModel(parent), m_selection(selection)
{
}

std::vector<OutlineModel::Item> OutlineModel::itemsOf(const Page *page) const
{
    std::vector<Item> items;
    if (!page)
        return items;
    items.push_back({Type::PageSettings});
    if (m_selection->page()->site().exists())
        items.push_back({Type::SiteProfile});
    items.push_back({Type::Separator});

    const std::vector<Section> &sections = page->outline().sections;
    std::vector<int> itemOfSection(sections.size(), -1);
    for (size_t s = 0; s < sections.size(); ++s) {
        if (!isListed(sections[s]))
            continue;
        const int above = sections[s].parent;
        Item item{Type::Section, static_cast<int>(s)};
        item.parent = above >= 0 ? itemOfSection[static_cast<size_t>(above)] : -1;
        itemOfSection[s] = static_cast<int>(items.size());
        items.push_back(std::move(item));
    }
    const size_t collections = m_selection->page()->site().collections().size();
    if (collections > 0)
        items.push_back({Type::Separator});
    for (size_t c = 0; c < collections; ++c)
        items.push_back({Type::Collection, static_cast<int>(c)});

    int roots = 0;
    for (size_t i = 0; i < items.size(); ++i) {
        if (items[i].parent < 0) {
            items[i].row = roots++;
            continue;
        }
        std::vector<int> &siblings = items[static_cast<size_t>(items[i].parent)].children;
        items[i].row = static_cast<int>(siblings.size());
        siblings.push_back(static_cast<int>(i));
    }
    return items;
}

void OutlineModel::refresh()
{
    const OpenPage *open = m_selection->page();
    std::vector<Item> items = itemsOf(open ? open->page().get() : nullptr);
    const bool same =
        std::equal(items.begin(), items.end(), m_items.begin(), m_items.end(), [](const Item &a, const Item &b) {
            return a.sameShape(b);
        });
    if (same) {
        for (size_t i = 0; i < m_items.size(); ++i) {
            const QModelIndex changed = createIndex(m_items[i].row, 0, i);
            Q_EMIT dataChanged(changed, changed);
        }
        return;
    }
    beginResetModel();
    m_items = std::move(items);
    m_roots.clear();
    for (size_t i = 0; i < m_items.size(); ++i) {
        if (m_items[i].parent < 0)
            m_roots.push_back(static_cast<int>(i));
    }
    endResetModel();
}

const OutlineModel::Item *OutlineModel::itemAt(const QModelIndex &index) const
{
    return index.isValid() && index.internalId() < m_items.size() ? &m_items[index.internalId()] : nullptr;
}

QModelIndex OutlineModel::index(int row, int column, const QModelIndex &parent) const
{
    const Item *above = itemAt(parent);
    const std::vector<int> &children = above ? above->children : m_roots;
    if (column != 0 || row < 0 || row >= static_cast<int>(children.size()))
        return {};
    return createIndex(row, 0, static_cast<quintptr>(children[static_cast<size_t>(row)]));
}

QModelIndex OutlineModel::parent(const QModelIndex &child) const
{
    const Item *item = itemAt(child);
    if (!item || item->parent < 0)
        return {};
    return createIndex(m_items[static_cast<size_t>(item->parent)].row, 0, static_cast<quintptr>(item->parent));
}

int OutlineModel::rowCount(const QModelIndex &parent) const
{
    if (!parent.isValid())
        return static_cast<int>(m_roots.size());
    const Item *item = itemAt(parent);
    return item ? static_cast<int>(item->children.size()) : 0;
}

int OutlineModel::columnCount(const QModelIndex &) const
{
    return 1;
}

QVariant OutlineModel::sectionData(const Item &item, int role) const
{
    const OpenPage *open = m_selection->page();
    const Page &page = *open->page();
    if (item.number >= static_cast<int>(page.outline().sections.size()))
        return {};
    const Section &section = page.section(item.number);
    switch (role) {
    case Qt::DisplayRole:
    case Qt::EditRole:
        return titleOf(section);
    case IconRole:
        return item.parent < 0 ? iconName(section.kind) : QString();
    case EmojiRole:
        return QString::fromUtf8(section.emoji);
    case CountRole:
        return section.kind == Kind::About && !section.hidden ? QVariant()
                                                              : QVariant(entryCountOf(page.outline(), item.number));
    case HiddenRole:
        return section.hidden;
    case ChangedRole:
        return open->isChangedSinceSave({item.number, -1});
    case FileRole: {
        const auto place = page.expansion().toSource(section.headingRange);
        return place && place->file > 0 ? page.sources()[static_cast<size_t>(place->file)].path : QString();
    }
    case DepthRole: {
        int depth = 0;
        for (int above = item.parent; above >= 0; above = m_items[static_cast<size_t>(above)].parent)
            ++depth;
        return depth;
    }
    case SectionRole:
        return item.number;
    case Qt::AccessibleTextRole: {
        QString spoken = titleOf(section);
        if (section.kind != Kind::About)
            spoken = tr("%1, %n entries", nullptr, entryCountOf(page.outline(), item.number)).arg(spoken);
        if (section.hidden)
            spoken = tr("%1, hidden").arg(spoken);
        if (open->isChangedSinceSave({item.number, -1}))
            spoken = tr("%1, changed").arg(spoken);
        return spoken;
    }
    default:
        return {};
    }
}

QVariant OutlineModel::collectionData(const Item &item, int role) const
{
    const CollectionInfo &collection = m_selection->page()->site().collections()[static_cast<size_t>(item.number)];
    switch (role) {
    case Qt::DisplayRole:
        return tr("%1 in %2", "publications in _publications/").arg(labelOf(collection.kind), collection.name);
    case IconRole:
        return iconName(collection.kind);
    case CountRole:
        return collection.count;
    case Qt::AccessibleTextRole:
    case Qt::ToolTipRole:
        return tr("%n entries in %1. Opens in the system’s editor; forms for it come later.", nullptr, collection.count)
            .arg(collection.name);
    case SectionRole:
        return -1;
    default:
        return {};
    }
}

QVariant OutlineModel::data(const QModelIndex &index, int role) const
{
    const Item *item = itemAt(index);
    if (!item || !m_selection->page())
        return {};
    if (role == TypeRole)
        return static_cast<int>(item->type);
    switch (item->type) {
    case Type::Section:
        return sectionData(*item, role);
    case Type::Collection:
        return collectionData(*item, role);
    case Type::PageSettings:
        if (role == Qt::DisplayRole)
            return tr("Page settings");
        return role == IconRole ? QVariant(QStringLiteral("page-settings")) : QVariant();
    case Type::SiteProfile:
        if (role == Qt::DisplayRole)
            return tr("Site profile");
        return role == IconRole ? QVariant(QStringLiteral("site-profile")) : QVariant();
    case Type::Separator:
        break;
    }
    return {};
}

bool OutlineModel::setData(const QModelIndex &index, const QVariant &value, int role)
{
    const int section = sectionAt(index);
    const QString title = value.toString().simplified();
    if (role != Qt::EditRole || section < 0 || title.isEmpty() || title == index.data().toString())
        return false;
    Q_EMIT renameWanted(section, title);
    return true;
}

Qt::ItemFlags OutlineModel::flags(const QModelIndex &index) const
{
    const Item *item = itemAt(index);
    if (!item)
        return Qt::ItemIsDropEnabled;
    if (item->type == Type::Separator)
        return Qt::NoItemFlags;
    const Qt::ItemFlags usual = Qt::ItemIsEnabled | Qt::ItemIsSelectable;
    if (item->type != Type::Section || m_selection->page()->page()->section(item->number).level == 0)
        return usual;
    return usual | Qt::ItemIsDragEnabled | Qt::ItemIsDropEnabled | Qt::ItemIsEditable;
}

QModelIndex OutlineModel::indexOfSection(int section) const
{
    for (size_t i = 0; i < m_items.size(); ++i) {
        if (m_items[i].type == Type::Section && m_items[i].number == section)
            return createIndex(m_items[i].row, 0, i);
    }
    return {};
}

QModelIndex OutlineModel::indexOf(Type type) const
{
    for (size_t i = 0; i < m_items.size(); ++i) {
        if (m_items[i].type == type)
            return createIndex(m_items[i].row, 0, i);
    }
    return {};
}

int OutlineModel::sectionAt(const QModelIndex &index) const
{
    const Item *item = itemAt(index);
    return item && item->type == Type::Section ? item->number : -1;
}

QString OutlineModel::collectionPath(const QModelIndex &index) const
{
    const Item *item = itemAt(index);
    if (!item || item->type != Type::Collection)
        return {};
    return m_selection->page()->site().collections()[static_cast<size_t>(item->number)].path;
}

std::vector<int> OutlineModel::visibleSections() const
{
    std::vector<int> sections;
    for (const int root : m_roots) {
        const Item &item = m_items[static_cast<size_t>(root)];
        if (item.type == Type::Section && !m_selection->page()->page()->section(item.number).hidden)
            sections.push_back(item.number);
    }
    return sections;
}

} // namespace vitrine
