#pragma once

#include "ui/entries/RowText.h"
#include "ui/search/PageSearch.h"

#include <QAbstractListModel>

#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <vector>

namespace vitrine {

class OpenPage;
class Selection;

/// The entries of the current section, grouped by its sub-sections; or the entries that a search found in the whole
/// page, grouped by section. Rows are built anew with each revision; where none came or went it only says that data
/// changed, so that views keep their place.
class EntryListModel : public QAbstractListModel
{
    Q_OBJECT

public:
    enum Role {
        LeadRole = Qt::UserRole, ///< QString
        SecondRole, ///< QString
        RightRole, ///< QString
        TypeRole, ///< Row::Type as int
        HiddenRole, ///< bool
        ChangedRole, ///< bool: differs from the file
        UnderstoodRole, ///< bool
        CountRole, ///< int: entries of a group
        RefusedRole, ///< bool: a value of it is typed but not written
        HitRole, ///< QString: the words to mark
    };
    struct Row
    {
        enum class Type { Group, Entry, Draft, Place };
        Type type = Type::Entry;
        /// Group: its section, entry -1. Draft: the place it will take. Place: what a search found outside entries; the
        /// section, and the number among the hits.
        EntryRef ref;
        friend bool operator==(const Row &, const Row &) = default;
    };

    explicit EntryListModel(Selection *selection, QObject *parent = nullptr);

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;

    const Row &row(int number) const { return m_rows[static_cast<size_t>(number)]; }
    /// The row of an entry, or of a group when `entry` is -1; -1 when it is not listed.
    int rowOf(EntryRef ref) const;
    std::optional<EntryRef> entryAt(int number) const;

    /// The section whose groups are listed: the highest one above the current section that is of its kind.
    std::optional<int> rootSection() const { return m_root; }
    /// Entries listed that are not hidden.
    int shownCount() const { return m_shown; }
    int entryCount() const;

    /// Tells whether an entry has values that are not written.
    void setRefusedTest(std::function<bool(EntryRef)> test) { m_isRefused = std::move(test); }
    /// A row for an entry that is being written; nothing takes it away.
    void setDraft(std::optional<int> section);
    bool hasDraft() const { return m_draft.has_value(); }
    /// Lists what a search found in the whole page instead, with `words` marked; nothing goes back to the section.
    void setHits(std::optional<QList<SearchHit>> hits, const QString &words);
    /// The row that shows a hit; -1 when none does.
    int rowOfHit(const SearchHit &hit) const;
    /// The hit that a row shows, the first of its entry; nothing when no hits are listed.
    std::optional<SearchHit> hitAt(int number) const;
    bool showsHits() const { return m_hits.has_value(); }

    /// Reads the page and the selection anew.
    void refresh();
    /// Something else may be selected; reads anew only when other rows are to be listed.
    void followSelection();

private:
    /// What a row shows beside its words.
    struct Signs
    {
        bool changed = false;
        bool refused = false;
        friend bool operator==(const Signs &, const Signs &) = default;
    };
    std::vector<Signs> signsOfRows() const;
    void tellChangedRows(const Page &before);
    std::vector<Row> rowsOfSection(const Page &page) const;
    std::vector<Row> rowsOfHits(const Page &page) const;
    QVariant placeData(const Page &page, const SearchHit &hit, int role) const;
    QVariant groupData(const Page &page, int section, int role) const;
    QVariant entryData(const Page &page, EntryRef ref, int role) const;
    QString secondLine(const Page &page, EntryRef ref) const;
    QString spoken(const Page &page, int number) const;
    const RowText &textOf(const Page &page, EntryRef ref) const;

    Selection *m_selection;
    std::vector<Row> m_rows;
    std::optional<int> m_root;
    std::optional<int> m_draft;
    std::optional<QList<SearchHit>> m_hits; ///< one for each row
    QString m_words;
    std::function<bool(EntryRef)> m_isRefused;
    int m_shown = 0;
    std::vector<Signs> m_signs; ///< of each row
    std::shared_ptr<const Page> m_read; ///< the revision that the rows are of
    mutable std::map<std::pair<int, int>, RowText> m_texts; ///< of this revision, as they are asked for
};

/// The sections that are listed together with `section`, in page order, itself first: the highest section above it that
/// has its kind, with all of that kind below.
std::vector<int> groupsAround(const Outline &outline, int section);

} // namespace vitrine
