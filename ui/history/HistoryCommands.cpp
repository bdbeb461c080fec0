#include "ui/history/HistoryCommands.h"

#include "content/changes/EntryTrace.h"
#include "content/page/Edits.h"
#include "content/page/EntryName.h"
#include "ui/Selection.h"
#include "ui/commands/Actions.h"

#include <QLocale>
#include <QMenu>

namespace vitrine {

namespace {

constexpr int mostCommits = 100; ///< that an entry is followed through
constexpr qsizetype mostListed = 20; ///< in the menu
constexpr qsizetype longestSubject = 50; // letters

QString dateOf(const Commit &commit)
{
    return QLocale().toString(commit.time.toLocalTime().date(), QLocale::ShortFormat);
}

} // namespace

HistoryCommands::HistoryCommands(const Actions &actions, Selection *selection, QObject *parent)
    : QObject(parent), m_actions(actions), m_selection(selection)
{
    connect(selection, &Selection::pageChanged, this, &HistoryCommands::followPage);
    connect(actions[Command::EarlierStates], &QAction::triggered, this, &HistoryCommands::showEarlier);
    followPage();
}

void HistoryCommands::followPage()
{
    m_history.reset();
    m_states.clear();
    fillSince({});
    const OpenPage *page = m_selection->page();
    const bool possible = page && GitHistory::isPossible(page->path());
    m_actions[Command::EarlierStates]->setVisible(possible);
    if (!possible)
        return;
    m_history = std::make_unique<GitHistory>(page->path());
    m_history->readCommits(mostCommits, [this](const QList<Commit> &commits) { fillSince(commits); });
}

void HistoryCommands::fillSince(const QList<Commit> &commits)
{
    m_commits = commits;
    QMenu *menu = m_actions.menu(MenuName::Since);
    menu->clear();
    menu->menuAction()->setVisible(!commits.isEmpty());
    for (const Commit &commit : commits.first(std::min(commits.size(), mostListed))) {
        QString subject = commit.subject.left(longestSubject);
        subject.replace(QLatin1Char('&'), QLatin1String("&&"));
        menu->addAction(tr("%1: %2").arg(dateOf(commit), subject), this, [this, commit] { showSince(commit); });
    }
}

/// Today's page with the text of another state of its file.
std::shared_ptr<const Page> HistoryCommands::pageWith(const QByteArray &bytes) const
{
    const Page &page = *m_selection->page()->page();
    SourceSet sources = page.sources();
    sources.front().bytes = bytes;
    return Page::read(std::move(sources), page.context());
}

void HistoryCommands::showSince(const Commit &commit)
{
    m_history->readStates({commit}, [this, commit](const QList<QByteArray> &states) {
        if (states.isEmpty()) {
            Q_EMIT said(tr("git has no such state of this page."));
            return;
        }
        Q_EMIT comparisonWanted(
            {differenceOf(pageWith(states.front()), m_selection->page()->page()),
             tr("Changes since %1").arg(dateOf(commit)), commit.subject});
    });
}

void HistoryCommands::showEarlier()
{
    m_entry = m_selection->entry();
    if (!m_history || !m_entry)
        return;
    m_history->readStates(m_commits, [this](const QList<QByteArray> &pages) { showStates(pages); });
}

void HistoryCommands::showStates(const QList<QByteArray> &pages)
{
    if (!m_selection->page() || m_selection->entry() != m_entry)
        return;
    m_states.clear();
    EntryTrace trace(m_selection->page()->page(), *m_entry);
    for (qsizetype i = 0; i < pages.size() && !trace.isAtBegin(); ++i) {
        if (const std::optional<QByteArray> markdown = trace.step(pageWith(pages.at(i))))
            m_states.append({*markdown, m_commits.at(i)});
    }
    if (m_states.isEmpty())
        Q_EMIT said(tr("This entry has no earlier states."));
    else
        showState(0);
}

void HistoryCommands::showState(qsizetype number)
{
    const State &state = m_states.at(number);
    const std::shared_ptr<const Page> page = m_selection->page()->page();
    const Result<PageChange> change = setEntryMarkdown(*page, *m_entry, state.markdown);
    if (!change) {
        Q_EMIT said(change.error().sentence);
        return;
    }
    QList<Comparison::Act> acts{{tr("Take this back"), [this, number] { takeBack(number); }}};
    if (number + 1 < m_states.size())
        acts.append({tr("Earlier"), [this, number] { showState(number + 1); }});
    Q_EMIT comparisonWanted(
        {differenceOf(page, change->after),
         tr("“%1” as of %2").arg(nameOfEntry(*page, page->entry(*m_entry)), dateOf(state.commit)),
         tr("%1, %2").arg(state.commit.author, state.commit.subject), acts});
}

void HistoryCommands::takeBack(qsizetype number)
{
    OpenPage &page = *m_selection->page();
    const Result<Done> done = page.apply(
        setEntryMarkdown(*page.page(), *m_entry, m_states.at(number).markdown), tr("return to an earlier state"));
    if (!done)
        Q_EMIT said(done.error().sentence);
}

} // namespace vitrine
