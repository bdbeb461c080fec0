#pragma once

#include "content/page/Outline.h"

#include <QAbstractItemModel>

#include <vector>

namespace vitrine {

class Page;
class Selection;

/// What is in the page: the places before it (page settings, site profile), its sections with their sub-sections, and
/// what the site keeps elsewhere.
class OutlineModel : public QAbstractItemModel
{
    Q_OBJECT

public:
    enum class Type { PageSettings, SiteProfile, Separator, Section, Collection };
    enum Role {
        TypeRole = Qt::UserRole, ///< Type as int
        IconRole, ///< name of an icon of ours
        EmojiRole, ///< the heading's own sign, instead of an icon
        CountRole, ///< int; invalid for none
        HiddenRole, ///< bool
        ChangedRole, ///< bool
        FileRole, ///< second line: the file that a section comes from
        DepthRole, ///< 0 for a section, 1 for a sub-section
        SectionRole, ///< index of the section; -1
    };

    explicit OutlineModel(Selection *selection, QObject *parent = nullptr);

    QModelIndex index(int row, int column, const QModelIndex &parent = {}) const override;
    QModelIndex parent(const QModelIndex &child) const override;
    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    bool setData(const QModelIndex &index, const QVariant &value, int role) override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;

    QModelIndex indexOfSection(int section) const;
    QModelIndex indexOf(Type type) const;
    /// The section at a row, -1 for other rows.
    int sectionAt(const QModelIndex &index) const;
    /// Path of a collection's folder or file.
    QString collectionPath(const QModelIndex &index) const;
    /// Visible top-level sections, in order: those that Ctrl+1 … 6 reach.
    std::vector<int> visibleSections() const;

    void refresh();

Q_SIGNALS:
    void renameWanted(int section, const QString &title);

private:
    struct Item
    {
        Type type = Type::Section;
        int number = -1; ///< of the section or collection
        int parent = -1; ///< item
        int row = 0;
        std::vector<int> children = {}; ///< items
        bool sameShape(const Item &other) const;
    };
    std::vector<Item> itemsOf(const Page *page) const;
    const Item *itemAt(const QModelIndex &index) const;
    QVariant sectionData(const Item &item, int role) const;
    QVariant collectionData(const Item &item, int role) const;

    Selection *m_selection;
    std::vector<Item> m_items;
    std::vector<int> m_roots;
};

/// How many entries the outline counts for a section: of a visible one those that visitors see, its sub-sections
/// included; of a hidden one all.
int entryCountOf(const Outline &outline, int section);

/// True when a section of the page has something to show or edit; a "top" without content has not.
bool isListed(const Section &section);

} // namespace vitrine
