#include "ui/papers/PaperCommands.h"

#include "app/site/PageFile.h"
#include "content/importers/BibtexReader.h"
#include "ui/Selection.h"
#include "ui/WorkArea.h"
#include "ui/bars/MessageBar.h"
#include "ui/bars/StatusLine.h"
#include "ui/commands/Actions.h"
#include "ui/entries/FormsView.h"
#include "ui/fields/PaperPaste.h"
#include "ui/files/FileCommands.h"
#include "ui/papers/PaperReviewPane.h"

#include <QClipboard>
#include <QFileInfo>
#include <QGuiApplication>

namespace vitrine {

namespace {

const QByteArray fileTopic = "bibtex-file";

/// True for one that stands above another on the page, or for the only one of the two.
bool isEarlier(const std::optional<EntryRef> &one, const std::optional<EntryRef> &other)
{
    return one && (!other || std::pair(one->section, one->entry) < std::pair(other->section, other->entry));
}

} // namespace

PaperCommands::PaperCommands(const Parts &parts, QObject *parent) : QObject(parent), m_parts(parts)
{
    PaperReviewPane *pane = parts.work->papers();
    connect(parts.actions[Command::AddPapers], &QAction::triggered, this, &PaperCommands::begin);
    connect(pane, &PaperReviewPane::pasteWanted, this, &PaperCommands::reviewCopied);
    connect(pane, &PaperReviewPane::fileWanted, this, &PaperCommands::chooseFile);
    connect(pane, &PaperReviewPane::left, this, [this] { m_parts.work->show(WorkArea::Middle::Forms); });
    connect(pane, &PaperReviewPane::entryWanted, this, &PaperCommands::showEntry);
    connect(pane, &PaperReviewPane::taken, this, [this](const std::shared_ptr<const PaperAnswer> &answer) {
        takeOver(*answer);
    });
    // What was left is over: a review that comes back would be about another page.
    connect(parts.work, &WorkArea::shownChanged, pane, [pane](WorkArea::Middle shown) {
        if (shown != WorkArea::Middle::Papers)
            pane->clear();
    });
    connect(parts.files, &FileCommands::pageTaken, this, [this] {
        if (m_parts.work->shown() == WorkArea::Middle::Papers)
            m_parts.work->show(WorkArea::Middle::Forms);
        m_parts.messages->withdraw(fileTopic);
    });
}

bool PaperCommands::isBibliography(const QString &path)
{
    const QString ending = QFileInfo(path).suffix().toLower();
    return ending == QLatin1String("bib") || ending == QLatin1String("bibtex");
}

bool PaperCommands::takesText(const QString &text) const
{
    return m_parts.files->page() && holdsBibtex(text.toUtf8());
}

bool PaperCommands::paste()
{
    const QString copied = m_parts.files->page() ? copiedBibtex() : QString();
    if (!copied.isEmpty())
        reviewText(copied, tr("what is copied"));
    return !copied.isEmpty();
}

void PaperCommands::begin()
{
    if (paste())
        return;
    m_parts.work->show(WorkArea::Middle::Papers);
    m_parts.work->papers()->invite();
    m_parts.work->papers()->setFocus(Qt::OtherFocusReason);
}

void PaperCommands::reviewCopied()
{
    const QString copied = QGuiApplication::clipboard()->text();
    if (copied.trimmed().isEmpty())
        m_parts.status->say(tr("Nothing is copied. Copy a BibTeX entry first."), false);
    else
        reviewText(copied, tr("what is copied"));
}

void PaperCommands::reviewText(const QString &bibtex, const QString &from)
{
    if (!m_parts.files->page())
        return;
    PaperReviewPane *pane = m_parts.work->papers();
    m_parts.work->show(WorkArea::Middle::Papers);
    pane->review(bibtex.toUtf8(), from);
    pane->setFocus(Qt::OtherFocusReason);
}

void PaperCommands::reviewFile(const QString &path)
{
    const QString name = QFileInfo(path).fileName();
    m_parts.messages->withdraw(fileTopic);
    if (!m_parts.files->page()) {
        m_parts.messages->tell(
            {fileTopic, Message::Weight::Note, tr("%1 holds papers, not a page.").arg(name),
             tr("Open your page first, then drop it there.")});
        return;
    }
    const Result<QByteArray> bytes = readPageFile(path);
    if (!bytes) {
        m_parts.messages->tell(Message::of(fileTopic, Message::Weight::Error, bytes.error().sentence));
        return;
    }
    PaperReviewPane *pane = m_parts.work->papers();
    m_parts.work->show(WorkArea::Middle::Papers);
    pane->review(*bytes, name);
    pane->setFocus(Qt::OtherFocusReason);
}

void PaperCommands::chooseFile()
{
    const QString path = m_parts.files->dialogs().openBibtex();
    if (!path.isEmpty())
        reviewFile(path);
}

void PaperCommands::showEntry(EntryRef entry)
{
    m_parts.work->show(WorkArea::Middle::Forms);
    m_parts.work->forms()->closeSearch();
    m_parts.selection->selectEntry(entry);
}

void PaperCommands::takeOver(const PaperAnswer &answer)
{
    const PaperPlan &plan = answer.plan;
    std::optional<EntryRef> first, firstAdded;
    for (size_t i = 0; i < plan.papers.size(); ++i) {
        const std::optional<EntryRef> &entry = plan.papers[i].entry;
        if (isEarlier(entry, first))
            first = entry;
        if (answer.findings[i].state == PaperFinding::State::New && isEarlier(entry, firstAdded))
            firstAdded = entry;
    }
    const auto subject = first ? plan.after->expansion().toSource(plan.after->entry(*first).range) : std::nullopt;
    const QString additions = tr("%n paper(s) added", nullptr, plan.added);
    const QString changes = tr("%n paper(s) changed", nullptr, plan.changed);
    const Result<Done> done =
        m_parts.files->page()->apply(PageChange{plan.edit, plan.after, subject}, tr("papers from BibTeX"));
    if (!done) {
        m_parts.messages->tell(Message::of(fileTopic, Message::Weight::ToCheck, done.error().sentence));
        return;
    }
    if (first)
        showEntry(*first);
    m_parts.status->say(
        plan.changed == 0     ? additions
            : plan.added == 0 ? changes
                              : tr("%1, %2", "two things that happened").arg(additions, changes),
        true);
    if (firstAdded)
        Q_EMIT added(*firstAdded);
}

} // namespace vitrine
