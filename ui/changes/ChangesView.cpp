#include "ui/changes/ChangesView.h"

#include "content/changes/DiffSheet.h"
#include "ui/Selection.h"
#include "ui/changes/ChangeList.h"
#include "ui/changes/DiffText.h"
#include "ui/commands/Actions.h"
#include "ui/look/Controls.h"
#include "ui/look/Metrics.h"
#include "ui/look/MutedLabel.h"

#include <QApplication>
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
      m_diff(new DiffText),
      m_second(new QPushButton(this)),
      m_save(new FilledButton(QStringLiteral("save"), this)),
      m_first(new FilledButton(QStringLiteral("done"), this))
{
    nameWidget(this, QStringLiteral("ChangesView"), tr("What saving will do"));
    build(actions);
    connect(
        m_list, &ChangeList::undoWanted, this, [this](int change) { report(m_selection->page()->takeBack(change)); });
    connect(m_list, &ChangeList::chosen, this, [this](int choice, MergeSide side) {
        report(m_selection->page()->choose(choice, side));
    });
    connect(m_list, &ChangeList::picked, this, [this](int change) {
        const PageDifference &difference = shown();
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
    nameWidget(m_save, QStringLiteral("ChangesSave"), tr("Save"));
    m_save->setText(tr("Save"));
    nameWidget(m_first, QStringLiteral("CompareFirst"), {});
    nameWidget(m_second, QStringLiteral("CompareSecond"), {});
    QAction *saving = actions[Command::Save];
    m_save->setEnabled(saving->isEnabled());
    connect(saving, &QAction::changed, m_save, [this, saving] { m_save->setEnabled(saving->isEnabled()); });
    connect(m_save, &QPushButton::clicked, saving, &QAction::trigger);
    connect(m_first, &QPushButton::clicked, this, [this] { act(0); });
    connect(m_second, &QPushButton::clicked, this, [this] { act(1); });
    connect(back, &QPushButton::clicked, this, &ChangesView::backWanted);
    head->row()->addWidget(m_title);
    head->row()->addSpacing(px(1));
    head->row()->addWidget(m_hint, 1);
    head->row()->addWidget(back);
    head->row()->addSpacing(px(1));
    head->row()->addWidget(m_second);
    head->row()->addWidget(m_save);
    head->row()->addWidget(m_first);
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

void ChangesView::hideEvent(QHideEvent *event)
{
    QWidget::hideEvent(event);
    m_comparison.reset();
}

void ChangesView::compare(Comparison comparison)
{
    m_comparison = std::move(comparison);
    refresh();
}

const PageDifference &ChangesView::shown() const
{
    return m_comparison ? m_comparison->difference : m_selection->page()->difference();
}

void ChangesView::act(qsizetype number)
{
    if (!m_comparison || number >= m_comparison->acts.size())
        return;
    const std::function<void()> wanted = m_comparison->acts.at(number).act;
    m_comparison.reset();
    wanted();
    refresh();
}

/// What is not in sight is made when it comes into sight.
void ChangesView::refresh()
{
    const OpenPage *page = m_selection->page();
    if (!page || !isVisible())
        return;
    const bool hadKeyboard = isAncestorOf(QApplication::focusWidget());
    showActs();
    if (m_comparison)
        showComparison();
    else
        showTitle();
    m_diff->setSheet(diffSheetOf(shown()));
    m_list->show(shown(), m_comparison ? std::vector<OpenChoice>() : page->choices(), !m_comparison);
    // Nothing is left of the row that had it.
    if (hadKeyboard && !isAncestorOf(QApplication::focusWidget()))
        focusList();
}

void ChangesView::showComparison()
{
    m_title->setText(m_comparison->title);
    m_hint->setText(m_comparison->hint);
}

void ChangesView::showActs()
{
    const qsizetype acts = m_comparison ? m_comparison->acts.size() : 0;
    m_save->setVisible(!m_comparison);
    m_first->setVisible(acts > 0);
    m_second->setVisible(acts > 1);
    const auto name = [&](QPushButton *button, qsizetype number) {
        if (number >= acts)
            return;
        button->setText(m_comparison->acts.at(number).words);
        button->setAccessibleName(button->text());
        button->updateGeometry();
    };
    name(m_first, 0);
    name(m_second, 1);
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
