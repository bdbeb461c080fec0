#include "ui/files/FileCommands.h"

#include "ui/Selection.h"
#include "ui/bars/MessageBar.h"

#include <QClipboard>
#include <QDir>
#include <QFileInfo>
#include <QGuiApplication>
#include <QStandardPaths>
#include <QTemporaryDir>

namespace vitrine {

namespace {

const QByteArray openTopic = "open";
const QByteArray saveTopic = "save";
const QByteArray diskTopic = "disk";
const QByteArray choiceTopic = "choice";
const QByteArray readOnlyTopic = "read-only";
const QByteArray settingsTopic = "front-matter";
const QByteArray encodingTopic = "encoding";

QString markdownFilter()
{
    return FileCommands::tr("Markdown pages (*.md *.markdown);;All files (*)");
}

/// Copies a folder of shipped files; false when one could not be written.
bool copyShipped(const QString &from, const QString &to)
{
    if (!QDir().mkpath(to))
        return false;
    const QFileInfoList children = QDir(from).entryInfoList(QDir::Files | QDir::Dirs | QDir::NoDotAndDotDot);
    for (const QFileInfo &child : children) {
        const QString target = to + QLatin1Char('/') + child.fileName();
        if (child.isDir()) {
            if (!copyShipped(child.filePath(), target))
                return false;
            continue;
        }
        if (!QFile::copy(child.filePath(), target))
            return false;
        // Shipped files are read-only; the copy is to be edited.
        QFile::setPermissions(target, QFile::ReadOwner | QFile::WriteOwner | QFile::ReadGroup | QFile::ReadOther);
    }
    return true;
}

} // namespace

FileCommands::FileCommands(
    Selection *selection, MessageBar *messages, FileDialogs dialogs, const QString &stateFolder, QObject *parent)
    : QObject(parent), m_selection(selection), m_messages(messages), m_dialogs(std::move(dialogs)), m_claim(stateFolder)
{
    connect(&m_claim, &PageClaim::wanted, this, &FileCommands::windowWanted);
}

FileCommands::~FileCommands()
{
    m_selection->setPage(nullptr);
}

void FileCommands::take(std::unique_ptr<OpenPage> page)
{
    m_messages->clear();
    // Everybody lets go of the old page before it ends.
    std::unique_ptr<OpenPage> old = std::move(m_page);
    m_page = std::move(page);
    m_selection->setPage(m_page.get());
    m_claim.claim(m_page ? m_page->path() : QString());
    if (m_page) {
        connect(m_page.get(), &OpenPage::pathChanged, this, [this] { m_claim.claim(m_page->path()); });
        watchDisk();
        tellAboutPage();
    }
    Q_EMIT pageTaken();
}

void FileCommands::watchDisk()
{
    connect(m_page.get(), &OpenPage::mergedFromDisk, this, &FileCommands::tellMerged);
    connect(m_page.get(), &OpenPage::choicesChanged, this, [this] {
        if (m_page->choices().empty())
            m_messages->withdraw(choiceTopic);
    });
    connect(m_page.get(), &OpenPage::fileGone, this, &FileCommands::tellGone);
    connect(m_page.get(), &OpenPage::filesBack, this, [this] { m_messages->withdraw(diskTopic); });
}

void FileCommands::tellMerged()
{
    const Message::Remedy show{tr("Show changes"), [this] { Q_EMIT changesWanted(); }};
    m_messages->withdraw(saveTopic);
    tellChoices();
    if (m_page->choices().empty()) {
        m_messages->tell(
            {diskTopic,
             Message::Weight::Note,
             tr("%1 was changed by another program.").arg(m_page->name()),
             tr("Those changes and yours fit together."),
             {show}});
    }
}

/// What stands in two versions is to be chosen: in the view of changes.
void FileCommands::tellChoices()
{
    const std::vector<OpenChoice> choices = m_page->choices();
    if (choices.empty())
        return;
    const OpenChoice &first = choices.front();
    Message message{choiceTopic, Message::Weight::ToCheck, {}, tr("Choose which one stays.")};
    if (first.marked)
        message.clause = tr("Marks of a merge stand in %1.").arg(m_page->name());
    else if (first.field)
        message.clause = tr("%1 of %2 was changed here and on disk.")
                             .arg(labelOf(*first.field), first.subject.left(1).toLower() + first.subject.mid(1));
    else
        message.clause = tr("%1 was changed here and on disk.").arg(first.subject);
    message.remedies.append({tr("Show changes"), [this] { Q_EMIT changesWanted(); }});
    m_messages->tell(message);
}

void FileCommands::tellGone(int file)
{
    Message message{diskTopic, Message::Weight::ToCheck, {}, {}};
    if (file == 0) {
        message.clause = tr("%1 is no longer there.").arg(m_page->name());
        message.rest = tr("Your page is still here; save it again or elsewhere.");
        message.remedies = {{tr("Save again"), [this] { save(); }}, {tr("Save as…"), [this] { saveAs(); }}};
    } else {
        message.clause = tr("%1 is no longer there.").arg(m_page->page()->sources().at(static_cast<size_t>(file)).path);
        message.rest = tr("Your page uses it and is shown with what it said; put it back before you publish.");
    }
    m_messages->tell(message);
}

void FileCommands::tellAboutPage()
{
    if (!m_page->path().isEmpty() && m_page->isReadOnly()) {
        m_messages->tell(
            {readOnlyTopic,
             Message::Weight::Note,
             tr("%1 is read-only.").arg(m_page->name()),
             tr("You can edit it here and save it under another name."),
             {{tr("Save as…"), [this] { saveAs(); }}}});
    }
    tellChoices();
    const Page &page = *m_page->page();
    for (const Diagnostic &diagnostic : page.frontMatterYaml().diagnostics()) {
        m_messages->tell(Message::of(settingsTopic, Message::Weight::ToCheck, diagnostic.message));
        break;
    }
    if (!page.bytes().isValidUtf8()) {
        m_messages->tell(
            {encodingTopic, Message::Weight::Note, tr("Some letters here are in an unknown encoding, shown as �."),
             tr("They are kept as they are.")});
    }
}

bool FileCommands::open(const QString &path)
{
    if (!mayLeave())
        return false;
    Result<std::unique_ptr<OpenPage>> opened = OpenPage::open(path);
    if (!opened) {
        m_messages->tell(Message::of(openTopic, Message::Weight::Error, opened.error().sentence));
        return false;
    }
    if (!m_claim.claim((*opened)->path())) {
        m_messages->tell(
            {openTopic, Message::Weight::Note, tr("%1 is open in another window.").arg((*opened)->name()),
             tr("That window was asked to come to the front.")});
        Q_EMIT isOpenElsewhere((*opened)->path());
        return false;
    }
    take(std::move(opened).value());
    return true;
}

void FileCommands::openByDialog()
{
    const QString path = m_dialogs.openPage();
    if (!path.isEmpty())
        open(path);
}

void FileCommands::openFolderByDialog()
{
    const QString path = m_dialogs.openFolder();
    if (!path.isEmpty())
        open(path);
}

void FileCommands::openSample()
{
    QTemporaryDir scratch(QDir::tempPath() + QStringLiteral("/vitrine-sample-XXXXXX"));
    scratch.setAutoRemove(false);
    if (!scratch.isValid() || !copyShipped(QStringLiteral(":/starters/academicpages"), scratch.path())) {
        m_messages->tell(
            {openTopic, Message::Weight::Error, tr("The sample could not be copied to %1.").arg(QDir::tempPath()),
             tr("Free some space there and try again.")});
        return;
    }
    open(scratch.path());
}

void FileCommands::openNew(const QByteArray &bytes, std::shared_ptr<const Site> site)
{
    if (mayLeave())
        take(OpenPage::fromBytes(bytes, QStringLiteral("about.md"), std::move(site)));
}

void FileCommands::openFromClipboard()
{
    const QString copied = QGuiApplication::clipboard()->text();
    if (copied.trimmed().isEmpty()) {
        m_messages->tell(
            {openTopic, Message::Weight::Note, tr("Nothing is copied."),
             tr("Copy the Markdown of your page first, then try again.")});
        return;
    }
    openNew(copied.toUtf8(), Site::none());
}

bool FileCommands::report(const Result<Done> &result)
{
    if (result) {
        m_messages->withdraw(saveTopic);
        return true;
    }
    tellSaveError(result.error());
    return false;
}

void FileCommands::tellSaveError(const Error &error)
{
    if (error.kind == ErrorKind::Conflict && takeInWhatChanged())
        return;
    Message message = Message::of(saveTopic, Message::Weight::Error, error.sentence);
    message.remedies.append({tr("Save as…"), [this] { saveAs(); }});
    message.remedies.append({tr("Try again"), [this] { save(); }});
    m_messages->tell(message);
}

/// Saving found what nobody had seen yet: it comes in first, and the page is saved by the next try.
bool FileCommands::takeInWhatChanged()
{
    if (!m_page->choices().empty()) {
        tellChoices();
        return true;
    }
    const bool merged = m_page->mergeFromDisk().ok();
    if (merged)
        tellMerged();
    return merged;
}

bool FileCommands::save()
{
    if (!m_page)
        return false;
    if (m_page->path().isEmpty())
        return saveAs();
    if (!report(m_page->save()))
        return false;
    m_messages->withdraw(diskTopic);
    Q_EMIT saved();
    return true;
}

bool FileCommands::saveAs()
{
    if (!m_page)
        return false;
    const QString documents = QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation);
    const QString suggested = m_page->path().isEmpty() ? documents + QLatin1Char('/') + m_page->name() : m_page->path();
    const QString path = m_dialogs.save(tr("Save page as"), suggested, markdownFilter());
    if (path.isEmpty() || !report(m_page->saveAs(path)))
        return false;
    for (const QByteArray &topic : {diskTopic, readOnlyTopic})
        m_messages->withdraw(topic);
    Q_EMIT saved();
    return true;
}

void FileCommands::revert()
{
    if (m_page && !m_page->path().isEmpty())
        report(m_page->revert());
}

bool FileCommands::mayLeave()
{
    if (!m_page || !m_page->isModified())
        return true;
    switch (m_dialogs.unsaved(m_page->name())) {
    case UnsavedAnswer::Save:
        return save();
    case UnsavedAnswer::Discard:
        return true;
    case UnsavedAnswer::Cancel:
        break;
    }
    return false;
}

bool FileCommands::close()
{
    if (!mayLeave())
        return false;
    take(nullptr);
    return true;
}

} // namespace vitrine
