#include "ui/changes/ChangesView.h"

#include "content/changes/DiffSheet.h"
#include "ui/Selection.h"
#include "ui/changes/ChangeList.h"
#include "ui/changes/DiffText.h"
#include "ui/commands/Actions.h"
#include "ui/look/Controls.h"
#include "ui/look/Metrics.h"
#include "ui/look/MutedLabel.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QSplitter>
#include <QVBoxLayout>

namespace vitrine {

using namespace metrics;

ChangesView::ChangesView(Selection *selection, const Actions &actions, QWidget *parent)
    : QWidget(parent),
      m_selection(selection),
      m_title(new QLabel(this)),
      m_hint(new ElidedLabel(this)),
      m_splitter(new QSplitter(Qt::Horizontal, this)),
      m_list(new ChangeList),
      m_diff(new DiffText)
{
    nameWidget(this, QStringLiteral("ChangesView"), tr("What saving will do"));
    build(actions);
    connect(
        m_list, &ChangeList::undoWanted, this, [this](int change) { report(m_selection->page()->takeBack(change)); });
    connect(m_list, &ChangeList::chosen, this, [this](int choice, MergeSide side) {
        report(m_selection->page()->choose(choice, side));
    });
    connect(m_list, &ChangeList::picked, this, [this](int change) {
        const PageDifference &difference = m_selection->page()->difference();
        if (change < static_cast<int>(difference.changes.size())) {
            const NamedChange &picked = difference.changes[static_cast<size_t>(change)];
            m_diff->showLine(lineOfChange(m_diff->sheet(), difference, picked));
        }
    });
    connect(selection, &Selection::pageChanged, this, &ChangesView::followPage);
    followPage();
}

void ChangesView::build(const Actions &actions)
{
    auto *head = new Bar(headHeight, Bar::Line::Below, this);
    m_title->setFont(headFont());
    m_title->setObjectName(QStringLiteral("ChangesTitle"));
    m_hint->setObjectName(QStringLiteral("ChangesHint"));
    makeMuted(m_hint);
    auto *back = new QPushButton(tr("Back to forms"), head);
    nameWidget(back, QStringLiteral("ChangesBack"), tr("Back to forms"));
    auto *save = new FilledButton(QStringLiteral("save"), head);
    nameWidget(save, QStringLiteral("ChangesSave"), tr("Save"));
    save->setText(tr("Save"));
    QAction *saving = actions[Command::Save];
    save->setEnabled(saving->isEnabled());
    connect(saving, &QAction::changed, save, [saving, save] { save->setEnabled(saving->isEnabled()); });
    connect(save, &QPushButton::clicked, saving, &QAction::trigger);
    connect(back, &QPushButton::clicked, this, &ChangesView::backWanted);
    head->row()->addWidget(m_title);
    head->row()->addSpacing(px(1));
    head->row()->addWidget(m_hint, 1);
    head->row()->addWidget(back);
    head->row()->addSpacing(px(1));
    head->row()->addWidget(save);
    nameWidget(m_diff, QStringLiteral("ChangesDiff"), tr("Difference, line by line"));
    m_splitter->setObjectName(QStringLiteral("ChangesSplitter"));
    m_splitter->setChildrenCollapsible(false);
    m_splitter->addWidget(m_list);
    m_splitter->addWidget(m_diff);
    m_splitter->setStretchFactor(1, 1);
    m_list->setMinimumWidth(px(outlineLeast));
    m_diff->setMinimumWidth(px(previewLeast));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(head);
    column->addWidget(m_splitter, 1);
    column->setSizeConstraint(QLayout::SetNoConstraint);
    connect(m_splitter, &QSplitter::splitterMoved, this, [this] { m_userSized = true; });
}

void ChangesView::followPage()
{
    OpenPage *page = m_selection->page();
    if (!page)
        return;
    connect(page, &OpenPage::changed, this, &ChangesView::refresh);
    connect(page, &OpenPage::modifiedChanged, this, &ChangesView::refresh);
    connect(page, &OpenPage::choicesChanged, this, &ChangesView::refresh);
    refresh();
}

void ChangesView::focusList()
{
    QWidget *first = m_list->findChild<QWidget *>(QStringLiteral("Choice0KeepHere"));
    if (!first)
        first = m_list->findChild<QWidget *>(QStringLiteral("Change0"));
    if (!first)
        first = findChild<QWidget *>(QStringLiteral("ChangesBack"));
    first->setFocus(Qt::OtherFocusReason);
}

void ChangesView::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    refresh();
}

void ChangesView::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    // One above the other where there is no room beside.
    const bool narrow = width() < px(190);
    m_splitter->setOrientation(narrow ? Qt::Vertical : Qt::Horizontal);
    if (narrow)
        return;
    // The list as drawn, but never so much that the difference has not the larger part.
    const int list = std::min(px(125), width() * 36 / 100);
    if (!m_userSized)
        m_splitter->setSizes({list, width() - list});
}

/// What is not in sight is made when it comes into sight.
void ChangesView::refresh()
{
    const OpenPage *page = m_selection->page();
    if (!page || !isVisible())
        return;
    showTitle();
    m_diff->setSheet(diffSheetOf(page->difference()));
    m_list->show(page->difference(), page->choices());
}

void ChangesView::report(const Result<Done> &done)
{
    if (!done)
        Q_EMIT refused(done.error().sentence);
}

void ChangesView::showTitle()
{
    const UnsavedSummary unsaved = m_selection->page()->unsaved();
    if (unsaved.changes == 0) {
        m_title->setText(tr("No changes"));
        m_hint->setText(tr("the page stands on disk as it is here"));
        return;
    }
    m_title->setText(tr("Saving will make %1").arg(tr("%n change(s)", nullptr, unsaved.changes)));
    const auto files = static_cast<int>(unsaved.files.size());
    m_hint->setText(tr("in %1 of %2")
                        .arg(
                            tr("%n line(s)", nullptr, unsaved.lines),
                            files == 1 ? unsaved.files.front() : tr("%n file(s)", nullptr, files)));
}

} // namespace vitrine
