#include "ui/search/SearchPilot.h"

#include "ui/Selection.h"
#include "ui/bars/ToolBar.h"
#include "ui/entries/EntryListView.h"
#include "ui/entries/FormsView.h"
#include "ui/entries/SectionHead.h"
#include "ui/forms/EntryForm.h"
#include "ui/outline/OutlinePane.h"
#include "ui/outline/OutlineView.h"
#include "ui/preview/PreviewPane.h"
#include "ui/settings/PageSettingsForm.h"
#include "ui/source/SourceView.h"

#include <QApplication>
#include <QKeyEvent>
#include <QLineEdit>

namespace vitrine {

SearchPilot::SearchPilot(Selection *selection, ToolBar *tools, WorkArea *work, QObject *parent)
    : QObject(parent), m_selection(selection), m_tools(tools), m_work(work)
{
    FormsView *forms = m_work->forms();
    m_tools->search()->installEventFilter(this);
    connect(m_tools->search(), &QLineEdit::textEdited, this, &SearchPilot::look);
    connect(m_tools->search(), &QLineEdit::textChanged, this, [this](const QString &text) {
        if (text.isEmpty())
            look();
    });
    connect(forms->head(), &SectionHead::closeSearchWanted, this, &SearchPilot::close);
    connect(forms, &FormsView::searchLeft, this, &SearchPilot::close);
    connect(forms, &FormsView::searchClosed, this, &SearchPilot::forget);
    connect(forms, &FormsView::hitWanted, this, &SearchPilot::open);
    connect(forms->list(), &EntryListView::hitChosen, this, [this](const SearchHit &hit) {
        m_current = std::max<qsizetype>(0, m_hits.indexOf(hit));
        choose(hit);
        show();
    });
    connect(selection, &Selection::pageChanged, this, [this] { m_before.reset(); });
}

bool SearchPilot::isSearching() const
{
    return m_work->forms()->showsHits();
}

const SearchHit *SearchPilot::current() const
{
    return m_current < m_hits.size() ? &m_hits.at(m_current) : nullptr;
}

void SearchPilot::begin()
{
    if (!isSearching())
        remember();
    m_work->show(WorkArea::Middle::Forms);
    m_tools->focusSearch();
}

void SearchPilot::remember()
{
    const OpenPage *page = m_selection->page();
    if (!page)
        return;
    m_before = Before{};
    m_before->revision = page->revision();
    if (const auto entry = m_selection->entry())
        m_before->entry = page->handleOf(*entry);
    if (const auto section = m_selection->section())
        m_before->section = page->handleOf(*section);
    m_before->view = m_work->shown();
    m_before->keyboard = QApplication::focusWidget();
}

void SearchPilot::look()
{
    const QString words = m_tools->search()->text();
    if (!m_selection->page())
        return;
    if (words.isEmpty()) {
        m_work->forms()->closeSearch();
        return;
    }
    // The field was clicked instead of called by its key.
    if (!m_before)
        remember();
    if (m_before && m_before->keyboard == m_tools->search())
        m_before->keyboard = nullptr;
    m_work->show(WorkArea::Middle::Forms);
    m_hits = searchPage(*m_selection->page()->page(), words);
    m_current = 0;
    show();
}

void SearchPilot::choose(const SearchHit &hit)
{
    if (hit.where == SearchHit::Where::Entry)
        m_selection->selectEntry(hit.entry);
    else if (hit.entry.section >= 0)
        m_selection->selectSection(hit.entry.section);
}

void SearchPilot::show()
{
    const SearchHit *hit = current();
    m_work->forms()->showHits(m_hits, m_tools->search()->text(), hit ? std::optional(*hit) : std::nullopt);
    if (hit)
        choose(*hit);
    m_tools->setSearchCount(hit ? tr("%1 of %2").arg(m_current + 1).arg(m_hits.size()) : QString());
    QList<ByteRange> places;
    for (const SearchHit &each : std::as_const(m_hits))
        places += each.range;
    m_work->preview()->showHits(places, hit ? hit->range : ByteRange{});
}

void SearchPilot::forget()
{
    m_hits.clear();
    m_current = 0;
    m_tools->setSearchCount({});
    m_work->preview()->showHits({}, {});
}

void SearchPilot::step(int by)
{
    if (m_tools->search()->text().isEmpty()) {
        begin();
        return;
    }
    if (!isSearching())
        remember();
    // The page may have changed since: on from where the current hit was.
    const qsizetype from = current() ? current()->range.begin : -1;
    const bool wasListed = current();
    m_hits = searchPage(*m_selection->page()->page(), m_tools->search()->text());
    const auto next =
        std::find_if(m_hits.cbegin(), m_hits.cend(), [from](const SearchHit &hit) { return hit.range.begin > from; });
    qsizetype number = next - m_hits.cbegin();
    if (by < 0) {
        --number;
        // The hit that one stands on does not count.
        if (wasListed && number >= 0 && m_hits.at(number).range.begin == from)
            --number;
    }
    const qsizetype count = m_hits.size();
    m_current = count == 0 ? 0 : (number + count) % count;
    m_work->show(WorkArea::Middle::Forms);
    show();
    open();
}

void SearchPilot::close()
{
    m_tools->search()->clear();
    m_work->forms()->closeSearch();
    if (const std::optional<Before> before = std::exchange(m_before, std::nullopt))
        goBack(*before);
}

void SearchPilot::goBack(const Before &before)
{
    const OpenPage *page = m_selection->page();
    if (!page)
        return;
    const auto entry = before.entry ? page->findEntry(*before.entry, before.revision) : std::nullopt;
    const auto section = before.section ? page->findSection(*before.section, before.revision) : std::nullopt;
    if (entry)
        m_selection->selectEntry(*entry);
    else if (section)
        m_selection->selectSection(*section);
    m_work->show(before.view);
    if (before.keyboard && before.keyboard->isVisible())
        before.keyboard->setFocus(Qt::OtherFocusReason);
    else
        m_work->focusContent();
}

void SearchPilot::open()
{
    const SearchHit *hit = current();
    if (!hit)
        return;
    switch (hit->where) {
    case SearchHit::Where::Entry:
        m_work->show(WorkArea::Middle::Forms);
        m_selection->selectEntry(hit->entry);
        m_work->forms()->form()->selectPlace(hit->range);
        return;
    case SearchHit::Where::Heading:
        openTitle(*hit);
        return;
    case SearchHit::Where::Settings:
        if (m_work->settings()->holds(hit->range)) {
            m_work->show(WorkArea::Middle::PageSettings);
            m_work->settings()->select(hit->range);
            return;
        }
        break;
    case SearchHit::Where::Text:
        break;
    }
    openInSource(*hit);
}

void SearchPilot::openTitle(const SearchHit &hit)
{
    const Section &section = m_selection->page()->page()->section(hit.entry.section);
    OutlineView *outline = m_work->outline()->view();
    if (!outline->isVisible() || !section.titleRange.contains(hit.range)) {
        openInSource(hit);
        return;
    }
    m_work->show(WorkArea::Middle::Forms);
    const QString words = QString::fromUtf8(m_selection->page()->page()->text(hit.range));
    outline->rename(hit.entry.section, words);
}

void SearchPilot::openInSource(const SearchHit &hit)
{
    m_work->show(WorkArea::Middle::Source);
    if (const auto place = m_selection->page()->page()->expansion().toSource(hit.range))
        m_work->source()->select(*place);
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
        open();
        return true;
    case Qt::Key_Down:
        if (isSearching())
            m_work->forms()->list()->setFocus(Qt::OtherFocusReason);
        return true;
    default:
        return QObject::eventFilter(watched, event);
    }
}

} // namespace vitrine
