#include "ui/files/Recovery.h"

#include "content/text/Diff.h"
#include "ui/bars/MessageBar.h"
#include "ui/files/FileCommands.h"

#include <QLocale>

namespace vitrine {

namespace {

const QByteArray recoveryTopic = "recovery";
const QByteArray journalTopic = "journal";

} // namespace

Recovery::Recovery(FileCommands *files, MessageBar *messages, const QString &stateFolder, QObject *parent)
    : QObject(parent), m_files(files), m_messages(messages), m_stateFolder(stateFolder)
{
    connect(files, &FileCommands::pageTaken, this, &Recovery::follow);
}

void Recovery::follow()
{
    m_journal.reset();
    OpenPage *page = m_files->page();
    if (!page)
        return;
    const QList<RecoveredEdits> left =
        page->path().isEmpty() ? QList<RecoveredEdits>() : RecoveryJournal::find(m_stateFolder, page->path());
    m_journal = std::make_unique<RecoveryJournal>(*page, m_stateFolder);
    connect(m_journal.get(), &RecoveryJournal::failed, this, [this] {
        m_messages->tell(
            {journalTopic, Message::Weight::Note, tr("No copy of your unsaved edits can be kept."),
             tr("They are here in the window; save them soon.")});
    });
    if (!left.isEmpty())
        offer(left.front());
}

void Recovery::offerAny()
{
    const QList<RecoveredEdits> left = RecoveryJournal::findAll(m_stateFolder);
    if (!left.isEmpty())
        offer(left.front());
}

void Recovery::offer(const RecoveredEdits &edits)
{
    Message message = Message::of(recoveryTopic, Message::Weight::Note, edits.sentence());
    message.remedies.append({tr("Bring back"), [this, edits] { bringBack(edits); }});
    message.remedies.append({tr("Compare"), [this, edits] { compare(edits); }});
    m_messages->tell(message);
}

/// Opens the page of these edits when another one or none is open.
bool Recovery::openFor(const RecoveredEdits &edits)
{
    const bool isOpen = m_files->page() && m_files->page()->path() == edits.path && !edits.path.isEmpty();
    if (!isOpen && edits.path.isEmpty())
        m_files->openNew(edits.sources.empty() ? QByteArray() : edits.sources.front().bytes, Site::none());
    else if (!isOpen && !m_files->open(edits.path))
        return false;
    return m_journal != nullptr;
}

void Recovery::compare(const RecoveredEdits &edits)
{
    if (!openFor(edits))
        return;
    const std::shared_ptr<const Page> now = m_files->page()->page();
    const std::shared_ptr<const Page> left = now->edited(editBetween(now->sources(), edits.sources));
    Q_EMIT comparisonWanted(
        {differenceOf(now, left),
         tr("Edits that were not saved"),
         tr("from %1").arg(QLocale().toString(edits.time, QLocale::ShortFormat)),
         {{tr("Bring back"), [this, edits] { bringBack(edits); }}, {tr("Drop them"), [this, edits] { drop(edits); }}}});
}

void Recovery::drop(const RecoveredEdits &edits)
{
    RecoveryJournal::forget(edits);
    m_messages->withdraw(recoveryTopic);
}

void Recovery::bringBack(const RecoveredEdits &edits)
{
    if (!openFor(edits))
        return;
    const Result<Done> back = m_journal->bringBack(edits);
    if (back)
        m_messages->withdraw(recoveryTopic);
    else
        m_messages->tell(Message::of(recoveryTopic, Message::Weight::Error, back.error().sentence));
}

} // namespace vitrine
