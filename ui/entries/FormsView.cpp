#include "ui/entries/FormsView.h"

#include "app/settings/Settings.h"
#include "ui/Selection.h"
#include "ui/changes/EntryChoices.h"
#include "ui/commands/Actions.h"
#include "ui/entries/EmptyList.h"
#include "ui/entries/EntryListModel.h"
#include "ui/entries/EntryListView.h"
#include "ui/entries/RowDelegate.h"
#include "ui/entries/SectionHead.h"
#include "ui/entries/SelectedMany.h"
#include "ui/entries/TwinLine.h"
#include "ui/forms/EntryForm.h"
#include "ui/look/Metrics.h"

#include <QKeyEvent>
#include <QLocale>
#include <QMenu>
#include <QScrollArea>
#include <QSplitter>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace vitrine {

namespace {

using metrics::px;

constexpr double mostForm = 0.62; ///< of the height of both
constexpr int leastRows = 3;

QVBoxLayout *plainColumn(QWidget *widget)
{
    auto *column = new QVBoxLayout(widget);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    return column;
}

} // namespace

FormsView::FormsView(Selection *selection, const Actions &actions, QWidget *parent)
    : QWidget(parent),
      m_selection(selection),
      m_model(new EntryListModel(selection, this)),
      m_splitter(new QSplitter(Qt::Vertical, this)),
      m_listPane(new QWidget),
      m_formPane(new QWidget),
      m_head(new SectionHead),
      m_listStack(new QStackedWidget),
      m_list(new EntryListView(selection, m_model)),
      m_empty(new EmptyList),
      m_bar(new EntryBar(actions)),
      m_twins(new TwinLine(selection)),
      m_formStack(new QStackedWidget),
      m_form(new EntryForm),
      m_many(new SelectedMany(actions))
{
    nameWidget(this, QStringLiteral("FormsView"), tr("Forms"));
    nameWidget(m_listPane, QStringLiteral("ListPane"), tr("Entries of the section"));
    nameWidget(m_formPane, QStringLiteral("FormPane"), tr("The selected entry"));
    m_splitter->setObjectName(QStringLiteral("FormsSplitter"));
    m_splitter->setChildrenCollapsible(false);
    m_listStack->addWidget(m_list);
    m_listStack->addWidget(m_empty);
    m_formStack->addWidget(m_form);
    m_formStack->addWidget(m_many);
    const QList<QScrollArea *> scrolled = m_form->findChildren<QScrollArea *>();
    for (QScrollArea *area : scrolled)
        area->widget()->installEventFilter(this);
    QVBoxLayout *listColumn = plainColumn(m_listPane);
    listColumn->addWidget(m_head);
    listColumn->addWidget(m_listStack, 1);
    QVBoxLayout *formColumn = plainColumn(m_formPane);
    formColumn->addWidget(m_bar);
    formColumn->addWidget(m_twins);
    formColumn->addWidget(new EntryChoices(selection, m_formPane));
    formColumn->addWidget(m_formStack, 1);
    m_splitter->addWidget(m_listPane);
    m_splitter->addWidget(m_formPane);
    m_splitter->setStretchFactor(0, 0);
    m_splitter->setStretchFactor(1, 1);
    plainColumn(this)->addWidget(m_splitter);

    actions.addListActions(m_list);
    m_head->setSectionMenu(actions.menu(MenuName::Section));
    m_form->setSelection(selection);
    connect(m_splitter, &QSplitter::splitterMoved, this, &FormsView::rememberHeight);
    connect(m_head, &SectionHead::addWanted, this, &FormsView::addEntry);
    connect(m_head, &SectionHead::outlineWanted, this, &FormsView::outlineWanted);
    connect(m_empty, &EmptyList::addWanted, this, &FormsView::addEntry);
    connect(m_list, &EntryListView::formWanted, this, [this] {
        if (m_searching)
            Q_EMIT hitWanted();
        else
            focusForm();
    });
    connect(m_list, &EntryListView::outlineWanted, this, &FormsView::outlineWanted);
    connect(m_bar->tabs(), &TabRow::chosenByUser, this, [this](int tab) { setMarkdown(tab == EntryBar::Markdown); });
    connect(m_form, &EntryForm::modeWanted, this, [this](EntryForm::Mode mode) {
        setMarkdown(mode == EntryForm::Mode::Markdown);
    });
    m_model->setRefusedTest([this](EntryRef entry) { return m_form->hasRefused(entry); });
    connect(m_form, &EntryForm::refusedCountChanged, m_model, &EntryListModel::refresh);
    connect(m_form, &EntryForm::draftTaken, this, [this](EntryRef entry) {
        m_model->setDraft({});
        m_selection->selectEntry(entry);
        follow();
    });
    connect(selection, &Selection::changed, this, [this] {
        // A draft ends when something else becomes current; the form drops it by itself.
        if (isDrafting() && !m_selection->entries().isEmpty())
            m_model->setDraft({});
        follow();
    });
    connect(selection, &Selection::pageChanged, this, [this] {
        m_model->setDraft({});
        m_opened.reset();
        m_searching = false;
        m_currentHit.reset();
        m_model->setHits({}, {});
        disconnect(m_pageChanged);
        if (OpenPage *page = m_selection->page())
            m_pageChanged = connect(page, &OpenPage::modifiedChanged, this, [this] { m_model->refresh(); });
    });
    follow();
}

std::vector<int> FormsView::listedSections() const
{
    if (!m_selection->page() || !m_selection->section())
        return {};
    return groupsAround(m_selection->page()->page()->outline(), *m_selection->section());
}

bool FormsView::hasNoList() const
{
    if (m_searching || isDrafting() || !m_selection->section())
        return false;
    const Section &section = m_selection->page()->page()->section(*m_selection->section());
    return section.kind == Kind::About && m_model->rowCount() == 1;
}

void FormsView::follow()
{
    m_model->followSelection();
    showHead();
    showList();
    showForm();
    arrange();
}

void FormsView::showHead()
{
    const OpenPage *open = m_selection->page();
    m_head->setSearching(m_searching);
    if (!open || !m_selection->section() || m_searching) {
        m_head->setAddWords({});
        return;
    }
    const Page &page = *open->page();
    const Section &section = page.section(m_model->rootSection().value_or(*m_selection->section()));
    m_head->setTitle(QString::fromUtf8(section.emoji), titleOf(section));
    m_head->setCount(hasNoList() ? QString() : QLocale().toString(m_model->shownCount()));
    const bool runningText = section.kind == Kind::About;
    m_head->setAddWords(runningText ? QString() : addWordsOf(section.kind));
}

void FormsView::showList()
{
    const bool empty = m_selection->page() && m_model->rowCount() == 0;
    if (empty && !m_searching && m_selection->section()) {
        const Section &section = m_selection->page()->page()->section(*m_selection->section());
        m_empty->setKind(section.kind, titleOf(section));
    }
    m_listStack->setCurrentWidget(empty ? static_cast<QWidget *>(m_empty) : m_list);
    if (m_currentHit)
        m_list->showRow(m_model->rowOfHit(*m_currentHit));
    else
        m_list->showSelection();
}

void FormsView::showForm()
{
    const qsizetype selected = m_selection->entries().size();
    m_many->setCount(static_cast<int>(selected));
    m_formStack->setCurrentWidget(selected > 1 ? static_cast<QWidget *>(m_many) : m_form);
    const bool besidesEntries = m_currentHit && m_currentHit->where != SearchHit::Where::Entry;
    m_formPane->setVisible((selected > 0 || isDrafting()) && !besidesEntries);
    showPlace();
    // A draft has the bar too, so that nothing moves when it gets its first value.
    m_bar->setDrafting(isDrafting());
    m_bar->setVisible((selected == 1 || isDrafting()) && !hasNoList());
}

/// The group of the entry, or the one that the draft goes to.
void FormsView::showPlace()
{
    const std::optional<EntryRef> entry = m_selection->entry();
    QString group;
    if (isDrafting() && placesOfDraft().size() > 1)
        group = m_draft.name;
    else if (entry && listedSections().size() > 1)
        group = titleOf(m_selection->page()->page()->section(entry->section));
    m_bar->setPlace(group);
}

void FormsView::arrange()
{
    const bool noList = hasNoList();
    const bool beside = m_beside && !noList;
    m_splitter->setOrientation(beside ? Qt::Horizontal : Qt::Vertical);
    m_bar->setAsHead(beside);
    m_listStack->setVisible(!noList);
    m_listPane->setMaximumHeight(noList ? px(metrics::headHeight) : QWIDGETSIZE_MAX);
    m_listPane->setMinimumHeight(px(metrics::headHeight));
    const Shown shown{m_model->rootSection(), m_searching, noList, m_formPane->isVisibleTo(this)};
    const bool fresh = shown != m_shown;
    if (fresh) {
        m_userSized = m_userSized && shown.root == m_shown.root;
        m_shown = shown;
        share();
    }
    // The form learns its height while its rows are laid out; later it must not move the list under the pointer.
    m_settling = fresh;
}

bool FormsView::eventFilter(QObject *watched, QEvent *event)
{
    if (m_settling && event->type() == QEvent::LayoutRequest)
        QMetaObject::invokeMethod(this, &FormsView::share, Qt::QueuedConnection);
    return QWidget::eventFilter(watched, event);
}

void FormsView::share()
{
    const bool noList = hasNoList();
    const bool beside = m_splitter->orientation() == Qt::Horizontal;
    if (noList)
        m_splitter->setSizes({px(metrics::headHeight), height()});
    else if (!beside)
        shareHeight();
    else if (!m_userSized)
        m_splitter->setSizes({width() * 45 / 100, width() * 55 / 100});
}

std::optional<Kind> FormsView::listedKind() const
{
    const std::optional<int> root = m_model->rootSection();
    return root ? std::optional(m_selection->page()->page()->section(*root).kind) : std::nullopt;
}

void FormsView::rememberHeight()
{
    m_userSized = true;
    m_settling = false;
    if (m_splitter->orientation() == Qt::Vertical && m_settings && listedKind())
        m_settings->setListHeight(*listedKind(), m_splitter->sizes().constFirst());
}

void FormsView::shareHeight()
{
    if (m_userSized || !m_formPane->isVisibleTo(this))
        return;
    const std::optional<Kind> kind = listedKind();
    if (const auto chosen = m_settings && kind ? m_settings->listHeight(*kind) : std::nullopt) {
        m_splitter->setSizes({*chosen, std::max(1, height() - *chosen)});
        return;
    }
    const int head = px(metrics::headHeight);
    const int all = height() - 1;
    // The form gets what it asks for up to its share, the list whole rows of the rest.
    const int wantedForm = m_form->sizeHint().height() + m_bar->height();
    const int most = static_cast<int>(all * mostForm);
    const int leastList = head + m_list->naturalHeight(leastRows);
    const int wantedList = head + m_list->naturalHeight();
    int list = std::max({leastList, all - std::max(wantedForm, 0), all - most});
    list = std::min(list, wantedList);
    if (list < wantedList) {
        int rows = m_model->rowCount();
        while (rows > leastRows && head + m_list->naturalHeight(rows) > list)
            --rows;
        list = head + m_list->naturalHeight(rows);
    }
    m_splitter->setSizes({list, std::max(1, all - list)});
}

void FormsView::openSection(int section)
{
    closeSearch();
    const OpenPage *open = m_selection->page();
    if (!open)
        return;
    m_opened = section;
    const Section &chosen = open->page()->section(section);
    const bool sameList = m_model->rootSection() == groupsAround(open->page()->outline(), section).front();
    m_selection->selectSection(section);
    // Its first entry, or that of its first group that visitors see.
    for (const int group : listedSections()) {
        const Section &candidate = open->page()->section(group);
        if (group >= section && !candidate.entries.empty() && (group == section || !candidate.hidden)) {
            m_selection->selectEntry({group, 0});
            break;
        }
    }
    if (sameList || chosen.parent >= 0)
        m_list->scrollToGroup(section);
    else
        m_list->scrollToTop();
}

std::optional<int> FormsView::sectionToAddTo() const
{
    if (!m_selection->section())
        return {};
    const int current = *m_selection->section();
    const std::vector<Section> &sections = m_selection->page()->page()->outline().sections;
    const auto hasEntries = [&](int s) { return !sections[static_cast<size_t>(s)].entries.empty(); };
    if (hasEntries(current))
        return current;
    // A section that only holds groups: its first group that visitors see.
    const std::vector<int> groups = listedSections();
    const auto found = std::find_if(groups.begin(), groups.end(), [&](int group) {
        return group > current && hasEntries(group) && !sections[static_cast<size_t>(group)].hidden;
    });
    return found == groups.end() ? current : *found;
}

void FormsView::addEntry()
{
    if (const std::optional<int> section = sectionToAddTo())
        startDraft(*section, m_opened == section);
}

void FormsView::addEntryTo(int section)
{
    startDraft(section, true);
}

/// A section that is `meant` itself is taken whatever the year is now.
void FormsView::startDraft(int section, bool meant)
{
    closeSearch();
    const Page &page = *m_selection->page()->page();
    draftAt(meant ? draftPlaceIn(page, section) : usualDraftPlace(page, section, QDate::currentDate()));
    m_form->startDraft(m_draft.like, m_draft.place);
}

/// Shows the draft's row in its list.
void FormsView::draftAt(const DraftPlace &place)
{
    m_draft = place;
    const int section = place.place.section >= 0 ? place.place.section : place.like;
    m_selection->selectSection(section);
    m_model->setDraft(section);
    setMarkdown(false);
    follow();
    Q_EMIT draftMoved();
}

std::vector<DraftPlace> FormsView::placesOfDraft() const
{
    return isDrafting() ? draftPlaces(*m_selection->page()->page(), m_draft.like, QDate::currentDate())
                        : std::vector<DraftPlace>();
}

void FormsView::moveDraft(const DraftPlace &place)
{
    draftAt(place);
    m_form->moveDraft(place.like, place.place);
}

bool FormsView::isDrafting() const
{
    return m_model->hasDraft();
}

void FormsView::dropDraft()
{
    if (!isDrafting())
        return;
    m_model->setDraft({});
    const Page &page = *m_selection->page()->page();
    if (m_draft.like < static_cast<int>(page.outline().sections.size()) && !page.section(m_draft.like).entries.empty())
        m_selection->selectEntry({m_draft.like, 0});
    follow();
    m_list->setFocus();
}

void FormsView::showHits(const QList<SearchHit> &hits, const QString &words, std::optional<SearchHit> current)
{
    m_searching = true;
    m_currentHit = current;
    m_head->setTitle({}, hits.isEmpty() ? tr("Nothing found") : tr("%n found", nullptr, static_cast<int>(hits.size())));
    m_head->setCount(tr("for “%1” in the whole page").arg(words));
    m_empty->setNothingFound(words);
    m_model->setHits(hits, words);
    follow();
}

void FormsView::closeSearch()
{
    if (!m_searching)
        return;
    m_searching = false;
    m_currentHit.reset();
    m_model->setHits({}, {});
    follow();
    Q_EMIT searchClosed();
}

void FormsView::focusForm()
{
    if (m_formPane->isVisible())
        m_form->setFocus(Qt::TabFocusReason);
}

void FormsView::setMarkdown(bool markdown)
{
    if (markdown && isDrafting())
        return;
    m_bar->tabs()->setCurrent(markdown ? EntryBar::Markdown : EntryBar::Form);
    m_form->setMode(markdown ? EntryForm::Mode::Markdown : EntryForm::Mode::Form);
}

bool FormsView::isMarkdown() const
{
    return m_bar->tabs()->current() == EntryBar::Markdown;
}

void FormsView::stepEntry(int by)
{
    const std::optional<EntryRef> entry = m_selection->entry();
    for (int row = (entry ? m_model->rowOf(*entry) : -1) + by; row >= 0 && row < m_model->rowCount(); row += by) {
        if (const auto next = m_model->entryAt(row)) {
            m_selection->selectEntry(*next);
            return;
        }
    }
}

void FormsView::setBeside(bool beside)
{
    if (m_beside == beside)
        return;
    m_beside = beside;
    m_userSized = false;
    arrange();
    share();
}

void FormsView::setOneLineRows(bool oneLine)
{
    if (m_list->rowDelegate()->isOneLine() == oneLine)
        return;
    m_list->rowDelegate()->setOneLine(oneLine);
    m_list->doItemsLayout();
    share();
}

void FormsView::keyPressEvent(QKeyEvent *event)
{
    if (event->key() != Qt::Key_Escape) {
        QWidget::keyPressEvent(event);
        return;
    }
    if (isDrafting())
        dropDraft();
    else if (m_searching)
        Q_EMIT searchLeft();
    else if (m_formPane->isAncestorOf(focusWidget()) && m_list->isVisible())
        m_list->setFocus(Qt::OtherFocusReason);
    else
        event->ignore();
}

void FormsView::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    arrange();
    share();
}

} // namespace vitrine
