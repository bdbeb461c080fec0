#include "ui/entries/EntryListModel.h"

#include "content/page/writing/Placing.h"
#include "ui/Selection.h"

#include <algorithm>

namespace vitrine {

namespace {

using Row = EntryListModel::Row;

bool isBelow(const Outline &outline, int section, int above)
{
    for (int s = section; s >= 0; s = outline.sections[static_cast<size_t>(s)].parent) {
        if (s == above)
            return true;
    }
    return false;
}

/// True when an entry has the same words and fields in two revisions.
bool saysSame(const Page &before, const Page &after, EntryRef ref)
{
    const Entry &a = before.entry(ref);
    const Entry &b = after.entry(ref);
    const auto bytes = [](const Page &page, ByteRange range) {
        return QByteArrayView(page.text()).sliced(range.begin, range.size());
    };
    const bool same = a.kind == b.kind && a.hidden == b.hidden && a.structured == b.structured
        && bytes(before, a.range) == bytes(after, b.range);
    if (!same || a.fields.isOneWith(b.fields))
        return same;
    return std::equal(
        a.fields.begin(), a.fields.end(), b.fields.begin(), b.fields.end(),
        [](const Field &one, const Field &other) { return one.id == other.id && one.value == other.value; });
}

int shownAmong(const std::vector<Entry> &entries)
{
    return static_cast<int>(
        std::count_if(entries.begin(), entries.end(), [](const Entry &entry) { return !entry.hidden; }));
}

} // namespace

std::vector<int> groupsAround(const Outline &outline, int section)
{
    const auto at = [&](int index) -> const Section & { return outline.sections[static_cast<size_t>(index)]; };
    const Kind kind = at(section).kind;
    int root = section;
    while (at(root).parent >= 0 && at(at(root).parent).kind == kind)
        root = at(root).parent;
    std::vector<int> groups{root};
    for (int s = root + 1; s < static_cast<int>(outline.sections.size()) && isBelow(outline, s, root); ++s) {
        if (at(s).kind == kind)
            groups.push_back(s);
    }
    return groups;
}

EntryListModel::EntryListModel(Selection *selection, QObject *parent)
    : QAbstractListModel(parent), m_selection(selection)
{
}

int EntryListModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int EntryListModel::rowOf(EntryRef ref) const
{
    const auto found = std::find_if(m_rows.begin(), m_rows.end(), [ref](const Row &row) {
        return row.ref == ref && (row.type == Row::Type::Entry) == (ref.entry >= 0);
    });
    return found == m_rows.end() ? -1 : static_cast<int>(found - m_rows.begin());
}

std::optional<EntryRef> EntryListModel::entryAt(int number) const
{
    if (number < 0 || number >= rowCount() || row(number).type != Row::Type::Entry)
        return {};
    return row(number).ref;
}

int EntryListModel::entryCount() const
{
    return static_cast<int>(
        std::count_if(m_rows.begin(), m_rows.end(), [](const Row &row) { return row.type == Row::Type::Entry; }));
}

void EntryListModel::setDraft(std::optional<int> section)
{
    if (m_draft == section)
        return;
    m_draft = section;
    refresh();
}

void EntryListModel::setHits(std::optional<QList<SearchHit>> hits, const QString &words)
{
    const OpenPage *open = m_selection->page();
    m_hits.reset();
    if (open && hits)
        m_hits = firstOfEachRow(*open->page(), *hits);
    m_words = words;
    refresh();
}

int EntryListModel::rowOfHit(const SearchHit &hit) const
{
    if (hit.where == SearchHit::Where::Entry)
        return rowOf(hit.entry);
    // The last place that begins no later: several hits of one line share a row.
    int found = -1;
    for (int number = 0; number < rowCount(); ++number) {
        const std::optional<SearchHit> shown = hitAt(number);
        if (shown && shown->where == hit.where && shown->range.begin <= hit.range.begin)
            found = number;
    }
    return found;
}

std::optional<SearchHit> EntryListModel::hitAt(int number) const
{
    if (!m_hits || number < 0 || number >= rowCount())
        return {};
    const Row &wanted = row(number);
    if (wanted.type == Row::Type::Place)
        return m_hits->at(wanted.ref.entry);
    const auto found = std::find_if(m_hits->begin(), m_hits->end(), [&](const SearchHit &hit) {
        return hit.where == SearchHit::Where::Entry && hit.entry == wanted.ref;
    });
    return found == m_hits->end() ? std::nullopt : std::optional(*found);
}

std::vector<Row> EntryListModel::rowsOfSection(const Page &page) const
{
    std::vector<Row> rows;
    const std::vector<int> groups = groupsAround(page.outline(), *m_selection->section());
    for (const int group : groups) {
        const Section &section = page.section(group);
        if (group != groups.front())
            rows.push_back({Row::Type::Group, {group, -1}});
        const int count = static_cast<int>(section.entries.size());
        const int draftAt = m_draft == group ? placeByOrder(section, {}) : -1;
        for (int e = 0; e <= count; ++e) {
            if (e == draftAt)
                rows.push_back({Row::Type::Draft, {group, e}});
            if (e < count)
                rows.push_back({Row::Type::Entry, {group, e}});
        }
    }
    return rows;
}

std::vector<Row> EntryListModel::rowsOfHits(const Page &page) const
{
    std::vector<Row> rows;
    std::optional<int> group;
    const int sections = static_cast<int>(page.outline().sections.size());
    for (int i = 0; i < m_hits->size(); ++i) {
        const SearchHit &hit = m_hits->at(i);
        const bool isEntry = hit.where == SearchHit::Where::Entry;
        // The page may have changed since.
        if (hit.entry.section >= sections || hit.range.end > page.text().size()
            || (isEntry && hit.entry.entry >= static_cast<int>(page.section(hit.entry.section).entries.size())))
            continue;
        if (group != hit.entry.section)
            rows.push_back({Row::Type::Group, {hit.entry.section, -1}});
        group = hit.entry.section;
        rows.push_back(isEntry ? Row{Row::Type::Entry, hit.entry} : Row{Row::Type::Place, {hit.entry.section, i}});
    }
    return rows;
}

void EntryListModel::followSelection()
{
    const OpenPage *open = m_selection->page();
    const Page *page = open ? open->page().get() : nullptr;
    if (page != m_read.get() || !open || !m_root || !m_selection->section() || m_hits) {
        refresh();
        return;
    }
    // The same page: the rows are those of before unless another section is listed.
    if (groupsAround(page->outline(), *m_selection->section()).front() != *m_root)
        refresh();
}

void EntryListModel::refresh()
{
    std::vector<Row> rows;
    m_root.reset();
    const OpenPage *open = m_selection->page();
    const std::shared_ptr<const Page> before = std::exchange(m_read, open ? open->page() : nullptr);
    if (open && m_selection->section())
        m_root = groupsAround(open->page()->outline(), *m_selection->section()).front();
    if (open && m_hits)
        rows = rowsOfHits(*open->page());
    else if (open && m_root)
        rows = rowsOfSection(*open->page());

    m_shown = static_cast<int>(std::count_if(rows.begin(), rows.end(), [&](const Row &row) {
        return row.type == Row::Type::Entry && !open->page()->entry(row.ref).hidden
            && (row.ref.section == m_root || !open->page()->section(row.ref.section).hidden);
    }));
    if (rows == m_rows && before && open) {
        tellChangedRows(*before);
        return;
    }
    beginResetModel();
    m_texts.clear();
    m_rows = std::move(rows);
    m_signs = signsOfRows();
    endResetModel();
}

std::vector<EntryListModel::Signs> EntryListModel::signsOfRows() const
{
    std::vector<Signs> signs;
    signs.reserve(m_rows.size());
    for (const Row &row : m_rows) {
        const bool isEntry = row.type == Row::Type::Entry;
        signs.push_back(
            {isEntry && m_selection->page()->isChangedSinceSave(row.ref),
             isEntry && m_isRefused && m_isRefused(row.ref)});
    }
    return signs;
}

/// The rows are those of before: tells views of those that say something else than in the revision before.
void EntryListModel::tellChangedRows(const Page &before)
{
    const std::vector<Signs> signs = std::exchange(m_signs, signsOfRows());
    for (int number = 0; number < rowCount(); ++number) {
        const auto i = static_cast<size_t>(number);
        const Row &row = m_rows[i];
        const bool isEntry = row.type == Row::Type::Entry;
        const bool sameText = isEntry && saysSame(before, *m_read, row.ref);
        if (!sameText)
            m_texts.erase({row.ref.section, row.ref.entry});
        if (!sameText || m_hits || signs[i] != m_signs[i])
            Q_EMIT dataChanged(index(number), index(number));
    }
}

const RowText &EntryListModel::textOf(const Page &page, EntryRef ref) const
{
    const auto known = m_texts.find({ref.section, ref.entry});
    if (known != m_texts.end())
        return known->second;
    return m_texts.emplace(std::pair(ref.section, ref.entry), rowTextOf(page, ref)).first->second;
}

QString EntryListModel::secondLine(const Page &page, EntryRef ref) const
{
    const RowText &text = textOf(page, ref);
    const auto says = [this](const QString &line) { return line.contains(m_words, Qt::CaseInsensitive); };
    const std::optional<SearchHit> hit = m_hits ? hitAt(rowOf(ref)) : std::nullopt;
    if (!hit || hit->range.end > page.text().size() || says(text.first) || says(text.second))
        return text.second;
    return wordsAround(page, *hit);
}

QVariant EntryListModel::placeData(const Page &page, const SearchHit &hit, int role) const
{
    switch (role) {
    case Qt::DisplayRole:
        return hit.where == SearchHit::Where::Heading ? titleOf(page.section(hit.entry.section))
                                                      : wordsAround(page, hit);
    case RightRole:
        return hit.where == SearchHit::Where::Heading ? tr("title")
            : hit.where == SearchHit::Where::Text     ? tr("text")
                                                      : QString();
    case UnderstoodRole:
        return true;
    case HiddenRole:
        return hit.entry.section >= 0 && page.section(hit.entry.section).hidden;
    case HitRole:
        return m_words;
    default:
        return {};
    }
}

QVariant EntryListModel::groupData(const Page &page, int number, int role) const
{
    if (number < 0)
        return role == Qt::DisplayRole ? QVariant(tr("Page settings")) : QVariant();
    const Section &section = page.section(number);
    if (role == Qt::DisplayRole)
        return titleOf(section);
    if (role == CountRole)
        return m_hits ? static_cast<int>(std::count_if(
                   m_rows.begin(), m_rows.end(),
                   [&](const Row &r) { return r.type != Row::Type::Group && r.ref.section == number; }))
                      : (section.hidden ? static_cast<int>(section.entries.size()) : shownAmong(section.entries));
    if (role == HiddenRole)
        return section.hidden;
    return {};
}

QVariant EntryListModel::entryData(const Page &page, EntryRef ref, int role) const
{
    switch (role) {
    case Qt::DisplayRole:
        return textOf(page, ref).first;
    case LeadRole:
        return textOf(page, ref).lead;
    case SecondRole:
        return secondLine(page, ref);
    case RightRole:
        return textOf(page, ref).right;
    case UnderstoodRole:
        return page.entry(ref).structured;
    case HiddenRole:
        return page.entry(ref).hidden;
    case ChangedRole:
        return m_selection->page()->isChangedSinceSave(ref);
    case RefusedRole:
        return m_isRefused && m_isRefused(ref);
    case HitRole:
        return m_words;
    default:
        return {};
    }
}

QVariant EntryListModel::data(const QModelIndex &index, int role) const
{
    // Rows of an older revision say nothing: what they name may be gone.
    const OpenPage *open = m_selection->page();
    if (!index.isValid() || !open || open->page() != m_read || index.row() >= rowCount())
        return {};
    const Page &page = *m_read;
    const Row &wanted = row(index.row());
    if (role == TypeRole)
        return static_cast<int>(wanted.type);
    if (role == Qt::AccessibleTextRole)
        return spoken(page, index.row());
    switch (wanted.type) {
    case Row::Type::Entry:
        return entryData(page, wanted.ref, role);
    case Row::Type::Draft:
        return role == Qt::DisplayRole ? QVariant(tr("New entry")) : QVariant();
    case Row::Type::Place:
        return placeData(page, m_hits->at(wanted.ref.entry), role);
    case Row::Type::Group:
        break;
    }
    return groupData(page, wanted.ref.section, role);
}

QString EntryListModel::spoken(const Page &page, int number) const
{
    const Row &wanted = row(number);
    if (wanted.type != Row::Type::Entry)
        return data(index(number), Qt::DisplayRole).toString();
    const RowText &text = textOf(page, wanted.ref);
    QStringList parts;
    for (const QString &part : {text.lead, text.first, text.second, text.right}) {
        if (!part.isEmpty())
            parts.append(part);
    }
    if (page.entry(wanted.ref).hidden)
        parts.append(tr("hidden"));
    if (m_isRefused && m_isRefused(wanted.ref))
        parts.append(tr("a value is not written"));
    if (m_selection->page()->isChangedSinceSave(wanted.ref))
        parts.append(tr("changed"));
    const auto before = std::count_if(
        m_rows.begin(), m_rows.begin() + number + 1, [](const Row &r) { return r.type == Row::Type::Entry; });
    parts.append(tr("%1 of %2").arg(before).arg(entryCount()));
    return parts.join(QStringLiteral(", "));
}

Qt::ItemFlags EntryListModel::flags(const QModelIndex &index) const
{
    if (!index.isValid() || index.row() >= rowCount())
        return Qt::ItemIsDropEnabled;
    switch (row(index.row()).type) {
    case Row::Type::Entry:
        return Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsDragEnabled;
    case Row::Type::Draft:
    case Row::Type::Place:
        return Qt::ItemIsEnabled | Qt::ItemIsSelectable;
    case Row::Type::Group:
        break;
    }
    return Qt::ItemIsEnabled;
}

} // namespace vitrine
