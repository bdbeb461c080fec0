#include "app/session/RecoveryJournal.h"

#include "app/site/PageFile.h"
#include "app/site/Site.h"
#include "content/text/Diff.h"

#include <QDir>
#include <QFileInfo>
#include <QLockFile>
#include <QUuid>

#include <algorithm>

namespace vitrine {

namespace {

constexpr int delayMs = 500; // a disk has as long again until a second is over

QString folderIn(const QString &stateFolder)
{
    return stateFolder + QStringLiteral("/recovery");
}

QString lockOf(const QString &journal)
{
    return journal + QStringLiteral(".lock");
}

std::unique_ptr<QLockFile> makeLock(const QString &journal)
{
    auto lock = std::make_unique<QLockFile>(lockOf(journal));
    lock->setStaleLockTime(0); // stale only when its program is gone, however long it runs
    return lock;
}

/// True when the program that wrote a journal has ended.
bool isLeftBehind(const QString &journal)
{
    return makeLock(journal)->tryLock();
}

/// True when the files say by now what the journal keeps: it was saved just before the program ended.
bool isOnDisk(const RecoveredEdits &edits)
{
    if (edits.path.isEmpty())
        return false;
    const std::shared_ptr<const Site> site = Site::around(edits.path);
    for (size_t file = 0; file < edits.sources.size(); ++file) {
        const SourceFile &source = edits.sources[file];
        const QString path = file == 0 ? edits.path : site->absolutePath(source.path, edits.path);
        const Result<QByteArray> bytes = readPageFile(path);
        if (!bytes || *bytes != source.bytes)
            return false;
    }
    return true;
}

/// The files that QSaveFile leaves where a program dies while it writes `path`: its name, a dot and six letters.
QStringList cutOffCopies(const QString &path)
{
    const QFileInfo file(path);
    const QString start = file.fileName() + QLatin1Char('.');
    QStringList copies;
    for (const QString &name : file.dir().entryList(QDir::Files | QDir::Hidden)) {
        const QStringView letters = QStringView(name).mid(start.size());
        if (name.startsWith(start) && letters.size() == 6
            && std::all_of(letters.begin(), letters.end(), [](QChar c) { return c.isLetterOrNumber(); }))
            copies += file.dir().filePath(name);
    }
    return copies;
}

/// Only those that hold nothing but a part of what was to be written.
void removeCutOffCopies(const QString &path, const QByteArray &wanted)
{
    for (const QString &copy : cutOffCopies(path)) {
        const Result<QByteArray> bytes = readPageFile(copy);
        if (bytes && wanted.startsWith(*bytes))
            QFile::remove(copy);
    }
}

/// Removes locks of programs that have ended, and journals that they did not finish.
void cleanUp(const QDir &folder)
{
    const QStringList locks = folder.entryList({QStringLiteral("*.journal.lock")}, QDir::Files);
    for (const QString &lock : locks) {
        const QString journal = folder.filePath(lock.chopped(lockOf({}).size()));
        const auto held = makeLock(journal);
        if (!held->tryLock())
            continue;
        for (const QString &unfinished : cutOffCopies(journal))
            QFile::remove(unfinished);
    }
}

} // namespace

RecoveryJournal::RecoveryJournal(OpenPage &page, const QString &stateFolder, QObject *parent)
    : QObject(parent),
      m_page(page),
      m_file(
          folderIn(stateFolder) + QLatin1Char('/') + QUuid::createUuid().toString(QUuid::WithoutBraces)
          + QStringLiteral(".journal"))
{
    QDir().mkpath(folderIn(stateFolder));
    m_lock = makeLock(m_file);
    m_lock->tryLock();
    m_worker.setMaxThreadCount(1); // writes and removals keep their order
    m_delay.setSingleShot(true);
    m_delay.setInterval(delayMs);
    connect(&m_delay, &QTimer::timeout, this, &RecoveryJournal::writeSoon);
    connect(&page, &OpenPage::changed, this, &RecoveryJournal::schedule);
    connect(&page, &OpenPage::modifiedChanged, this, &RecoveryJournal::schedule);
    connect(&page, &OpenPage::writeBegins, this, &RecoveryJournal::writeNow);
}

RecoveryJournal::~RecoveryJournal()
{
    remove();
    m_worker.waitForDone();
}

void RecoveryJournal::schedule()
{
    if (!m_page.isModified())
        remove();
    else if (!m_delay.isActive())
        m_delay.start();
}

void RecoveryJournal::writeSoon()
{
    if (!m_page.isModified())
        return;
    if (m_waiting > 0) { // a slow disk: the newest state is written when it is ready
        m_delay.start();
        return;
    }
    ++m_waiting;
    const RecoveredEdits edits{
        m_page.path(), m_page.name(), QDateTime::currentDateTime(), m_page.page()->sources(), m_file};
    m_worker.start([this, edits] {
        const bool written = writeJournal(edits);
        --m_waiting;
        if (!written)
            QMetaObject::invokeMethod(this, &RecoveryJournal::failed, Qt::QueuedConnection);
    });
}

void RecoveryJournal::writeNow()
{
    m_worker.waitForDone();
    writeSoon();
    m_worker.waitForDone();
}

void RecoveryJournal::remove()
{
    m_delay.stop();
    m_worker.start([file = m_file] { QFile::remove(file); });
}

QList<RecoveredEdits> RecoveryJournal::findAll(const QString &stateFolder)
{
    QList<RecoveredEdits> found;
    const QDir folder(folderIn(stateFolder));
    cleanUp(folder);
    const QStringList names = folder.entryList({QStringLiteral("*.journal")}, QDir::Files);
    for (const QString &name : names) {
        if (!isLeftBehind(folder.filePath(name)))
            continue;
        std::optional<RecoveredEdits> edits = readJournal(folder.filePath(name));
        if (!edits)
            continue;
        if (!edits->path.isEmpty())
            removeCutOffCopies(edits->path, edits->sources.front().bytes);
        if (isOnDisk(*edits))
            forget(*edits);
        else
            found += std::move(*edits);
    }
    std::sort(found.begin(), found.end(), [](const auto &a, const auto &b) { return a.time > b.time; });
    return found;
}

QList<RecoveredEdits> RecoveryJournal::find(const QString &stateFolder, const QString &path)
{
    QList<RecoveredEdits> found = findAll(stateFolder);
    found.removeIf([&](const RecoveredEdits &edits) { return edits.path != path; });
    return found;
}

Result<Done> RecoveryJournal::bringBack(const RecoveredEdits &edits)
{
    const Page &page = *m_page.page();
    const Result<Done> done =
        m_page.apply(editSource(page, editBetween(page.sources(), edits.sources)), tr("bringing back edits"));
    if (!done)
        return done;
    // The old journal goes only when its edits are safe in the new one.
    writeNow();
    forget(edits);
    return Done{};
}

void RecoveryJournal::forget(const RecoveredEdits &edits)
{
    QFile::remove(edits.journal);
}

} // namespace vitrine
