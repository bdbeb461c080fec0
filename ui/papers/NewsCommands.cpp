#include "ui/papers/NewsCommands.h"

#include "content/news/PaperNews.h"
#include "content/page/EntryName.h"
#include "ui/Selection.h"
#include "ui/WorkArea.h"
#include "ui/bars/MessageBar.h"
#include "ui/bars/StatusLine.h"
#include "ui/commands/Actions.h"
#include "ui/entries/FormsView.h"
#include "ui/forms/EntryForm.h"

#include <QApplication>

namespace vitrine {

namespace {

const QByteArray offerTopic = "news-about-paper";
const QByteArray refusedTopic = "news-refused";

} // namespace

NewsCommands::NewsCommands(const Parts &parts, QObject *parent) : QObject(parent), m_parts(parts)
{
    connect(parts.actions[Command::TellNews], &QAction::triggered, this, [this] {
        if (const std::optional<EntryRef> paper = m_parts.selection->entry())
            tell(*paper);
    });
    connect(parts.work->forms()->form(), &EntryForm::draftTaken, this, [this] {
        if (m_visited)
            m_visited->added = true;
    });
    connect(parts.selection, &Selection::changed, this, &NewsCommands::followSelection);
    connect(parts.selection, &Selection::pageChanged, this, &NewsCommands::followPage);
    m_focus.follow([this](const QWidget *now) {
        // A menu or another window has the keyboard for a while only.
        if (now && !QApplication::activePopupWidget())
            consider(Still::Typing);
    });
}

OpenPage *NewsCommands::page() const
{
    return m_parts.selection->page();
}

qsizetype NewsCommands::newsCount() const
{
    const Page &today = *page()->page();
    const std::optional<int> section = newsSectionOf(today);
    return section ? static_cast<qsizetype>(today.section(*section).entries.size()) : 0;
}

void NewsCommands::followPage()
{
    m_visited.reset();
    withdraw();
    m_parts.messages->withdraw(refusedTopic);
    if (!page())
        return;
    connect(page(), &OpenPage::modifiedChanged, this, [this](bool modified) {
        if (!modified)
            consider(Still::Left);
    });
}

void NewsCommands::followSelection()
{
    if (!page())
        return;
    withdrawWhatIsOver();
    const std::optional<EntryRef> entry = m_parts.selection->entry();
    if (m_visited && page()->findEntry(m_visited->handle, m_visited->revision) == entry)
        return;
    consider(Still::Left);
    m_visited.reset();
    if (entry)
        visit(*entry);
}

void NewsCommands::visit(EntryRef entry)
{
    const Page &today = *page()->page();
    if (today.entry(entry).kind == Kind::Publication)
        m_visited = {page()->handleOf(entry), page()->revision(), false, newsPaperOf(today, entry).published};
}

/// Offers news about the visited paper once it is worth telling.
void NewsCommands::consider(Still still)
{
    const std::optional<EntryRef> paper =
        page() && m_visited ? page()->findEntry(m_visited->handle, m_visited->revision) : std::nullopt;
    if (!paper || !canTellNewsAbout(*page()->page(), *paper))
        return;
    const Page &today = *page()->page();
    const bool published = newsPaperOf(today, *paper).published;
    // What a sentence would say is known when the venue is, or when one is done with the paper.
    const bool isTold = still == Still::Left || today.entry(*paper).field(FieldId::Venue);
    const bool cameOut = published && !m_visited->published && !m_visited->added;
    if (!cameOut && !(m_visited->added && isTold))
        return;
    const bool isNews = cameOut || !newsNames(today, *paper);
    m_visited->added = false;
    m_visited->published = published;
    if (isNews)
        offer(*paper, cameOut);
}

void NewsCommands::offerAbout(EntryRef paper)
{
    if (page() && canTellNewsAbout(*page()->page(), paper) && !newsNames(*page()->page(), paper))
        offer(paper, false);
}

void NewsCommands::offer(EntryRef paper, bool cameOut)
{
    const Page &today = *page()->page();
    m_offered = {page()->handleOf(paper), page()->revision(), cameOut, newsCount()};
    const QString name = nameOfEntry(today, today.entry(paper));
    const auto accept = [this] {
        const auto offered =
            page() && m_offered ? page()->findEntry(m_offered->handle, m_offered->revision) : std::nullopt;
        if (offered)
            tell(*offered);
    };
    m_parts.messages->tell(
        {offerTopic,
         Message::Weight::Note,
         cameOut ? tr("“%1” came out.").arg(name) : tr("“%1” was added.").arg(name),
         tr("Your news can tell of it."),
         {{tr("Add news about this paper"), accept}}});
}

/// The paper is gone or no preprint that came out any more, or there is news since.
void NewsCommands::withdrawWhatIsOver()
{
    if (!m_offered)
        return;
    const std::optional<EntryRef> paper = page()->findEntry(m_offered->handle, m_offered->revision);
    const Page &today = *page()->page();
    if (!paper || !canTellNewsAbout(today, *paper) || newsCount() > m_offered->news
        || (m_offered->cameOut && !newsPaperOf(today, *paper).published))
        withdraw();
}

void NewsCommands::withdraw()
{
    m_offered.reset();
    m_parts.messages->withdraw(offerTopic);
}

void NewsCommands::tell(EntryRef paper)
{
    const Page &before = *page()->page();
    const QString name = nameOfEntry(before, before.entry(paper));
    Result<PageChange> change = addNewsAbout(before, paper, QDate::currentDate());
    const std::optional<SourceRange> place = change ? change->subject : std::nullopt;
    m_parts.messages->withdraw(refusedTopic);
    const Result<Done> done = page()->apply(std::move(change), tr("news about “%1”").arg(name));
    if (!done) {
        m_parts.messages->tell(Message::of(refusedTopic, Message::Weight::ToCheck, done.error().sentence));
        return;
    }
    withdraw();
    const std::optional<EntryRef> news = place ? page()->page()->entryAt(*place) : std::nullopt;
    if (!news)
        return;
    m_parts.work->show(WorkArea::Middle::Forms);
    m_parts.work->forms()->closeSearch();
    m_parts.selection->selectEntry(*news);
    if (const Field *text = page()->page()->entry(*news).field(FieldId::Text); text && text->range)
        m_parts.work->forms()->form()->focusPlace(text->range->end);
    m_parts.status->say(tr("News about “%1” added").arg(name), true);
}

} // namespace vitrine
