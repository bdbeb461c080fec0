#pragma once

#include "app/session/EditLog.h"
#include "app/session/OpenChoices.h"
#include "app/session/SavedRevision.h"
#include "app/site/Site.h"
#include "content/page/Edits.h"
#include "content/page/Page.h"
#include "content/text/Result.h"

#include <QObject>
#include <QString>

#include <memory>
#include <optional>

class QUndoStack;

namespace vitrine {

class DiskWatch;
class EditCommand;
struct FileWrite;

/// Names an entry or section through edits: its place in its file, carried along by every edit.
struct Handle
{
    SourceRange place;
    friend bool operator==(const Handle &, const Handle &) = default;
};

/// What changed lately, in words: "Saving will make 2 changes in 2 lines of about.md".
struct UnsavedSummary
{
    int changes = 0; ///< of difference()
    int lines = 0; ///< lines that differ from the files on disk
    QStringList files; ///< names of the files that differ
};

/// What to do when a file of the page is not on disk as it was when it was opened or saved last.
enum class OnConflict { Refuse, Overwrite };

/// The page that is open: its newest revision, its undo history and its file. The only place where the page changes.
/// GUI thread; snapshots may be handed to any thread. Never opens a dialog.
class OpenPage : public QObject
{
    Q_OBJECT

public:
    /// Opens a page, or the page of a site's folder.
    static Result<std::unique_ptr<OpenPage>> open(const QString &path);
    /// A page that has no file yet: a starter, or pasted Markdown. `name` is what the title shows.
    static std::unique_ptr<OpenPage>
    fromBytes(const QByteArray &bytes, const QString &name, std::shared_ptr<const Site> site);
    ~OpenPage() override;

    std::shared_ptr<const Page> page() const { return m_page; }
    quint64 revision() const { return m_revision; }
    const Site &site() const { return *m_site; }
    std::shared_ptr<const Site> sharedSite() const { return m_site; }
    /// Absolute; empty when it was never saved.
    const QString &path() const { return m_path; }
    QString name() const; ///< "about.md"
    bool isReadOnly() const;
    /// The page as it is saved, or as it was opened.
    std::shared_ptr<const Page> savedPage() const { return m_saved.page(*m_page); }
    /// Which of the page's sources is the site's `_config.yml`: it is edited, undone and saved with the page. Nothing
    /// without a site.
    std::optional<int> configFile() const;
    /// The same for the menu of the site, `_data/navigation.yml`.
    std::optional<int> menuFile() const;
    bool isModified() const { return m_modified; }
    UnsavedSummary unsaved() const;
    /// How the page differs from what is saved, by entry and field. Good until the next change or save.
    const PageDifference &difference() const { return m_saved.difference(m_page); }
    /// Takes one change of difference() back, with those that it takes along, as one undo step.
    Result<Done> takeBack(int change);

    /// What stands in two versions, because another program changed it too or a line merge left its marks.
    std::vector<OpenChoice> choices() const { return m_choices.choices(*m_page); }
    /// Keeps one version of a choice of choices(): one undo step when it is not the one that stands here.
    Result<Done> choose(int choice, MergeSide side);
    QUndoStack *undoStack() const { return m_undoStack.get(); }

    /// Takes a change that was made from page(): one undo step named `what` ("change of venue"), or none when it
    /// changes nothing. Steps with the same non-zero `mergeKey` that follow one another become one (typing in one field
    /// during one visit). Passes an error through.
    Result<Done> apply(Result<PageChange> change, const QString &what, int mergeKey = 0);
    /// A fresh key for one visit of a field.
    static int nextMergeKey();

    /// Handles live until the page is closed; one whose bytes are gone finds nothing.
    Handle handleOf(EntryRef entry) const;
    Handle handleOf(int section) const;
    /// Carries a handle that was taken at `revision` to the page of today. An entry that moved is followed.
    Handle carried(Handle handle, quint64 revision) const;
    std::optional<EntryRef> findEntry(Handle handle, quint64 revision) const;
    std::optional<int> findSection(Handle handle, quint64 revision) const;

    /// True for entries and sections whose bytes differ from those on disk; `entry` -1 asks for the section.
    bool isChangedSinceSave(EntryRef ref) const;

    /// Writes the files that differ, all or none. A page that was never saved needs saveAs(). Errors: Conflict when a
    /// file was changed by another program (mergeFromDisk() or Overwrite then) or a choice is open, CannotWrite,
    /// DiskFull; after each the page stays modified.
    Result<Done> save(OnConflict onConflict = OnConflict::Refuse);
    /// Writes the page under another name, which is its own from then on, in the site it then lies in.
    Result<Done> saveAs(const QString &path);
    /// Back to the bytes on disk, as one undo step.
    Result<Done> revert();

    /// Looks whether another program changed the files: reloads an unmodified page, merges into a modified one (each
    /// one undo step), and tells of a missing file by fileGone(). Called by the disk watch; a window calls it when it
    /// is activated, for file systems that tell nothing.
    void checkDisk();
    /// Brings in what another program changed, by entry and field, as one undo step. Where both changed the same field
    /// what stands here stays, and a choice is open.
    Result<Done> mergeFromDisk();

Q_SIGNALS:
    /// The page has a new revision. `subject` is the entry or section that an edit, undo or redo was about.
    void changed(quint64 revision, std::optional<vitrine::SourceRange> subject);
    /// Undo, redo or a jump in the history is done; `subject` is what its last step was about.
    void stepped(std::optional<vitrine::SourceRange> subject);
    void modifiedChanged(bool modified);
    /// Files will be written now.
    void writeBegins();
    void pathChanged();
    /// The site says other things: its `_config.yml` or its menu was edited.
    void siteChanged();
    /// What another program changed was merged into a page with edits that are not saved.
    void mergedFromDisk();
    /// choices() are others, without a change of the page.
    void choicesChanged();
    /// A file of the page is no longer there; the page is still here. `file` counts in its sources: 0 is the page's
    /// own.
    void fileGone(int file);
    /// All files of the page are there again.
    void filesBack();

private:
    friend class EditCommand;
    /// One edit as it is done, undone or done again.
    struct Taken
    {
        const TextEdit &edit;
        const TextEdit &inverse;
        std::optional<SourceRange> subject;
    };

    OpenPage();
    void start(std::shared_ptr<const Site> site, std::shared_ptr<const Page> page);
    void take(const Taken &taken, std::shared_ptr<const Page> after);
    void savedIsSet();
    void updateModified();
    void announce(std::optional<SourceRange> subject);

    QString pathOf(size_t file) const;
    std::optional<int> goneFile() const;
    Result<SourceSet> diskSources() const;
    Result<Done> addWrite(std::vector<FileWrite> &writes, size_t file, OnConflict onConflict) const;
    Result<Done> takeDisk(const SourceSet &disk, const TextEdit &edit, const QString &what);
    void moveTo(const QString &path);
    std::optional<int> sourceOf(const std::optional<SourceFile> &file) const;
    void followSite();

    EditLog m_log;
    std::unique_ptr<QUndoStack> m_undoStack;
    std::unique_ptr<DiskWatch> m_watch;
    std::shared_ptr<const Site> m_site;
    std::shared_ptr<const Page> m_page;
    SavedRevision m_saved; ///< the files of page(), with the bytes on disk
    OpenChoices m_choices;
    QString m_path;
    QString m_name;
    quint64 m_revision = 0;
    bool m_modified = false;
    std::optional<SourceRange> m_stepSubject; ///< what the last step of the history was about
    bool m_applying = false; ///< apply() announces when its step has been merged
    std::optional<int> m_goneTold; ///< the file that fileGone() was last sent for
};

} // namespace vitrine
