#include "ui/search/SearchPilot.h"

#include "ui/Selection.h"
#include "ui/bars/ToolBar.h"
#include "ui/entries/EntryListView.h"
#include "ui/entries/FormsView.h"
#include "ui/entries/SectionHead.h"

#include <QKeyEvent>
#include <QLineEdit>

namespace vitrine {

SearchPilot::SearchPilot(Selection *selection, ToolBar *tools, FormsView *forms, QObject *parent)
    : QObject(parent), m_selection(selection), m_tools(tools), m_forms(forms)
{
    m_tools->search()->installEventFilter(this);
    connect(m_tools->search(), &QLineEdit::textEdited, this, &SearchPilot::look);
    connect(m_tools->search(), &QLineEdit::textChanged, this, [this](const QString &text) {
        if (text.isEmpty())
            look();
    });
    connect(m_forms->head(), &SectionHead::closeSearchWanted, this, &SearchPilot::close);
}

void SearchPilot::begin()
{
    m_tools->search()->setFocus(Qt::ShortcutFocusReason);
    m_tools->search()->selectAll();
}

void SearchPilot::look()
{
    const QString words = m_tools->search()->text();
    if (!m_selection->page())
        return;
    if (words.isEmpty()) {
        m_hits.clear();
        m_forms->closeSearch();
        m_tools->setSearchCount({});
        return;
    }
    if (!m_forms->showsHits())
        m_before = m_selection->entry();
    m_hits = searchPage(*m_selection->page()->page(), words);
    m_current = 0;
    m_forms->showHits(m_hits, words);
    if (!m_hits.isEmpty())
        m_selection->selectEntry(m_hits.front().entry);
    showCount();
}

void SearchPilot::showCount()
{
    m_tools->setSearchCount(m_hits.isEmpty() ? QString() : tr("%1 of %2").arg(m_current + 1).arg(m_hits.size()));
}

void SearchPilot::step(int by)
{
    if (m_tools->search()->text().isEmpty()) {
        begin();
        return;
    }
    // The page may have changed since.
    m_hits = searchPage(*m_selection->page()->page(), m_tools->search()->text());
    if (m_hits.isEmpty()) {
        look();
        return;
    }
    m_forms->showHits(m_hits, m_tools->search()->text());
    m_current = (m_current + by + m_hits.size()) % m_hits.size();
    showCount();
    Q_EMIT hitWanted(m_hits.at(m_current));
}

void SearchPilot::close()
{
    m_hits.clear();
    m_tools->search()->clear();
    m_tools->setSearchCount({});
    m_forms->closeSearch();
    if (m_before && m_selection->page()
        && m_before->section < static_cast<int>(m_selection->page()->page()->outline().sections.size()))
        m_selection->selectEntry(*m_before);
    m_before.reset();
    m_forms->list()->setFocus(Qt::OtherFocusReason);
}

bool SearchPilot::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() != QEvent::KeyPress)
        return QObject::eventFilter(watched, event);
    switch (static_cast<QKeyEvent *>(event)->key()) {
    case Qt::Key_Escape:
        close();
        return true;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (!m_hits.isEmpty())
            Q_EMIT hitWanted(m_hits.at(m_current));
        return true;
    case Qt::Key_Down:
        if (m_forms->showsHits())
            m_forms->list()->setFocus(Qt::OtherFocusReason);
        return true;
    default:
        return QObject::eventFilter(watched, event);
    }
}

} // namespace vitrine
