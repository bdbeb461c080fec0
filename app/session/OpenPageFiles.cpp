// What an OpenPage does with files: opening, saving, and following what other programs do to them.
#include "app/session/DiskWatch.h"
#include "app/session/OpenPage.h"
#include "app/site/PageFile.h"
#include "app/site/WriteTogether.h"
#include "content/text/Diff.h"

#include <QDir>
#include <QFileInfo>
#include <QUndoStack>

#include <algorithm>

namespace vitrine {

namespace {

Error noPageIn(const QString &folder)
{
    return {
        ErrorKind::NoPage,
        OpenPage::tr("“%1” holds no page. Looked for _pages/about.md, _pages/home.md, index.md and about.md.")
            .arg(QDir(folder).dirName()),
        {},
        {}};
}

/// The page that a path names: itself, or the page of the site that a folder is or lies in.
Result<QString> pageAt(const QString &path)
{
    const QFileInfo info(path);
    if (!info.isDir())
        return info.absoluteFilePath();
    const QString folder = info.absoluteFilePath();
    const auto page = Site::open(Site::findRoot(folder).value_or(folder))->findPage();
    return page ? Result<QString>(*page) : noPageIn(folder);
}

/// The files that a page is read from at first: itself, and what its site says. Reading adds what it includes.
SourceSet firstSources(const Site &site, const QString &path, const QByteArray &bytes)
{
    SourceSet sources{{site.relativePath(path), bytes}};
    if (site.configFile())
        sources.push_back(*site.configFile());
    if (site.menuFile())
        sources.push_back(*site.menuFile());
    return sources;
}

Error folderGone(const QString &name)
{
    return {
        ErrorKind::CannotWrite,
        OpenPage::tr("The folder of %1 is gone. Is the drive still connected? Your edits are still here.").arg(name),
        {},
        {}};
}

Error changedUnderneath(const QString &name)
{
    return {ErrorKind::Conflict, OpenPage::tr("%1 was changed by another program.").arg(name), {}, {}};
}

Error choiceIsOpen(const OpenChoice &choice)
{
    const QString what =
        choice.field ? OpenPage::tr("%1: %2").arg(choice.subject, labelOf(*choice.field)) : choice.subject;
    return {
        ErrorKind::Conflict,
        OpenPage::tr("%1 was changed here and on disk. Choose which one stays.").arg(what),
        choice.place,
        {}};
}

} // namespace

Result<std::unique_ptr<OpenPage>> OpenPage::open(const QString &path)
{
    const Result<QString> page = pageAt(path);
    if (!page)
        return page.error();
    Result<QByteArray> bytes = readPageFile(*page);
    if (!bytes)
        return bytes.error();
    std::unique_ptr<OpenPage> open(new OpenPage);
    open->m_path = *page;
    open->m_name = QFileInfo(*page).fileName();
    const std::shared_ptr<const Site> site = Site::around(*page);
    open->start(site, Page::read(firstSources(*site, *page, *bytes), site->readContext(*page)));
    return open;
}

bool OpenPage::isReadOnly() const
{
    return !m_path.isEmpty() && QFileInfo::exists(m_path) && !isWritable(m_path);
}

QString OpenPage::pathOf(size_t file) const
{
    return file == 0 ? m_path : m_site->absolutePath(m_saved.sources()[file].path, m_path);
}

Result<Done> OpenPage::save(OnConflict onConflict)
{
    if (m_path.isEmpty())
        return Error{ErrorKind::InvalidArgument, tr("This page has no file yet. Save it under a name first."), {}, {}};
    if (onConflict == OnConflict::Refuse && !m_choices.isEmpty())
        return choiceIsOpen(choices().front());
    std::vector<FileWrite> writes;
    for (size_t file = 0; file < m_page->sources().size(); ++file) {
        if (Result<Done> added = addWrite(writes, file, onConflict); !added)
            return added;
    }
    Q_EMIT writeBegins();
    if (Result<Done> written = writeTogether(writes); !written)
        return written;
    m_saved.set(m_page);
    m_choices.clear();
    savedIsSet();
    return Done{};
}

/// Adds a file to those that a save writes, when it has to be written.
Result<Done> OpenPage::addWrite(std::vector<FileWrite> &writes, size_t file, OnConflict onConflict) const
{
    const QByteArray &now = m_page->sources()[file].bytes;
    const QByteArray &saved = m_saved.sources()[file].bytes;
    const QFileInfo info(pathOf(file));
    if (!info.dir().exists())
        return folderGone(info.fileName());
    // What only belongs to the page is not brought back when someone took it away.
    if (!info.exists() && file > 0 && now == saved)
        return Done{};
    if (!info.exists()) {
        writes.push_back({info.filePath(), now, {}});
        return Done{};
    }
    if (now == saved && onConflict == OnConflict::Refuse)
        return Done{};
    const Result<QByteArray> disk = readPageFile(info.filePath());
    if (onConflict == OnConflict::Refuse && (!disk || *disk != saved))
        return changedUnderneath(info.fileName());
    if (!disk || *disk != now)
        writes.push_back({info.filePath(), now, disk ? std::optional(*disk) : std::nullopt});
    return Done{};
}

Result<Done> OpenPage::saveAs(const QString &path)
{
    const QString absolute = QFileInfo(path).absoluteFilePath();
    if (absolute == m_path)
        return save(OnConflict::Overwrite);
    const QFileInfo info(absolute);
    if (!info.dir().exists())
        return folderGone(info.fileName());
    std::vector<FileWrite> writes;
    for (size_t file = 1; file < m_page->sources().size(); ++file) {
        if (m_page->sources()[file].bytes == m_saved.sources()[file].bytes)
            continue;
        if (Result<Done> added = addWrite(writes, file, OnConflict::Refuse); !added)
            return added;
    }
    const Result<QByteArray> there = readPageFile(absolute);
    writes.push_back({absolute, m_page->bytes(), there ? std::optional(*there) : std::nullopt});
    Q_EMIT writeBegins();
    if (Result<Done> written = writeTogether(writes); !written)
        return written;
    moveTo(absolute);
    return Done{};
}

/// The page's file is now this one. Its site may be another one, and with it what the page includes.
void OpenPage::moveTo(const QString &path)
{
    m_path = path;
    m_name = QFileInfo(path).fileName();
    m_site = Site::around(path);
    const auto page = Page::read(firstSources(*m_site, path, m_page->bytes()), m_site->readContext(path));
    const bool sameFiles = std::equal(
        page->sources().begin(), page->sources().end(), m_page->sources().begin(), m_page->sources().end(),
        [](const SourceFile &a, const SourceFile &b) { return a.bytes == b.bytes; });
    m_page = page;
    if (!sameFiles)
        m_undoStack->clear(); // its steps speak of files that are not part of the page any more
    m_saved.set(m_page);
    m_choices.clear();
    savedIsSet();
    ++m_revision;
    m_log.append({}, {});
    Q_EMIT pathChanged();
    announce({});
}

Result<SourceSet> OpenPage::diskSources() const
{
    SourceSet disk = m_saved.sources();
    for (size_t file = 0; file < disk.size(); ++file) {
        Result<QByteArray> bytes = readPageFile(pathOf(file));
        if (!bytes)
            return bytes.error();
        disk[file].bytes = std::move(*bytes);
    }
    return disk;
}

Result<Done> OpenPage::revert()
{
    const Result<SourceSet> disk = m_path.isEmpty() ? Result<SourceSet>(m_saved.sources()) : diskSources();
    if (!disk)
        return disk.error();
    m_choices.clear();
    return takeDisk(*disk, editBetween(m_page->sources(), *disk), tr("return to the saved page"));
}

Result<Done> OpenPage::takeDisk(const SourceSet &disk, const TextEdit &edit, const QString &what)
{
    m_saved.set(disk); // first, so that nobody is told of changes to save
    Result<Done> applied = apply(editSource(*m_page, edit), what);
    savedIsSet();
    return applied;
}

/// The first file of the page that is not on disk.
std::optional<int> OpenPage::goneFile() const
{
    for (size_t file = 0; file < m_saved.sources().size(); ++file) {
        if (!QFileInfo::exists(pathOf(file)))
            return static_cast<int>(file);
    }
    return {};
}

void OpenPage::checkDisk()
{
    if (m_path.isEmpty())
        return;
    const std::optional<int> gone = goneFile();
    if (std::exchange(m_goneTold, gone) != gone) {
        if (gone)
            Q_EMIT fileGone(*gone);
        else
            Q_EMIT filesBack();
    }
    if (gone)
        return;
    const Result<SourceSet> disk = diskSources();
    if (!disk || *disk == m_saved.sources())
        return;
    if (m_modified) {
        if (mergeFromDisk())
            Q_EMIT mergedFromDisk();
        return;
    }
    const Result<Done> reloaded =
        takeDisk(*disk, editBetween(m_page->sources(), *disk), tr("change by another program"));
    Q_ASSERT(reloaded.ok()); // editBetween() fits by its contract
    Q_UNUSED(reloaded);
}

Result<Done> OpenPage::mergeFromDisk()
{
    const Result<SourceSet> disk = diskSources();
    if (!disk)
        return disk.error();
    const std::shared_ptr<const Page> base = m_saved.page(*m_page);
    const std::shared_ptr<const Page> theirs = base->edited(editBetween(base->sources(), *disk));
    const PageMerge merge = mergeOf(base, m_page, theirs);
    Result<Done> taken = takeDisk(*disk, merge.edit, tr("change by another program"));
    if (taken)
        m_choices.add(merge.choices);
    Q_EMIT choicesChanged();
    return taken;
}

} // namespace vitrine
