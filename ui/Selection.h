#pragma once

#include "app/session/OpenPage.h"
#include "content/page/Outline.h"

#include <QList>
#include <QObject>
#include <QPointer>

#include <optional>

namespace vitrine {

/// What is current in the window: the page, a section of it, and one entry or several. Kept as handles, so that it
/// follows every edit; where the bytes of an entry are gone, it falls back to its section. Views never keep an EntryRef
/// of their own: they ask here, and listen. GUI thread.
class Selection : public QObject
{
    Q_OBJECT

public:
    explicit Selection(QObject *parent = nullptr);

    /// Does not take ownership; nullptr when none is open.
    void setPage(OpenPage *page);
    OpenPage *page() const { return m_page; }

    /// The current section, in the page of today: that of the entry when one is selected.
    std::optional<int> section() const { return m_section; }
    /// The current entry; nothing when none or when several are selected.
    std::optional<EntryRef> entry() const;
    /// All selected entries, in page order, all of one page; empty, one or several.
    QList<EntryRef> entries() const { return m_entries; }

    void selectSection(int section);
    void selectEntry(EntryRef entry);
    /// Several of them; sections may differ (groups of one list). The section stays current.
    void selectEntries(const QList<EntryRef> &entries);
    void clear();

Q_SIGNALS:
    /// Another section or entry is current, or the same one stands elsewhere after an edit.
    void changed();
    /// Another page is open, or none.
    void pageChanged();

private:
    void keep(std::optional<int> section, QList<EntryRef> entries);
    void follow(quint64 revision, std::optional<SourceRange> subject);

    QPointer<OpenPage> m_page;
    std::optional<int> m_section;
    QList<EntryRef> m_entries;
    std::optional<Handle> m_sectionHandle;
    QList<Handle> m_entryHandles;
    quint64 m_revision = 0; ///< at which the handles were taken
};

} // namespace vitrine
