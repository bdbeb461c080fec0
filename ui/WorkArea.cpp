#include "ui/WorkArea.h"

#include "ui/Selection.h"
#include "ui/changes/ChangeList.h"
#include "ui/changes/ChangesView.h"
#include "ui/changes/DiffText.h"
#include "ui/entries/EntryListView.h"
#include "ui/entries/FormsView.h"
#include "ui/entries/SectionHead.h"
#include "ui/forms/EntryForm.h"
#include "ui/look/Controls.h"
#include "ui/look/Metrics.h"
#include "ui/look/MutedLabel.h"
#include "ui/outline/OutlineModel.h"
#include "ui/outline/OutlinePane.h"
#include "ui/outline/OutlineView.h"
#include "ui/papers/PaperReviewPane.h"
#include "ui/preview/PreviewPane.h"
#include "ui/settings/PageSettingsForm.h"
#include "ui/settings/SiteProfile.h"
#include "ui/source/SourceView.h"

#include <QApplication>
#include <QHBoxLayout>
#include <QLabel>
#include <QMenu>
#include <QSplitter>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace vitrine {

namespace {

using metrics::px;

/// A head with a title and a hint over content that has no list.
QWidget *underHead(const QString &title, const QString &hint, QWidget *content, const QString &name)
{
    auto *pane = new QWidget;
    pane->setObjectName(name);
    auto *head = new Bar(metrics::headHeight, Bar::Line::Below, pane);
    auto *words = new QLabel(title, head);
    words->setFont(metrics::headFont());
    words->setObjectName(name + QStringLiteral("Title"));
    auto *second = new ElidedLabel(head);
    second->setText(hint);
    second->setObjectName(name + QStringLiteral("Hint"));
    makeMuted(second);
    head->row()->addWidget(words);
    head->row()->addSpacing(px(0.5));
    head->row()->addWidget(second, 1);
    auto *column = new QVBoxLayout(pane);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(head);
    column->addWidget(content, 1);
    return pane;
}

} // namespace

WorkArea::WorkArea(Selection *selection, const Actions &actions, Settings *settings, PreviewMode mode, QWidget *parent)
    : QWidget(parent),
      m_splitter(new QSplitter(Qt::Horizontal, this)),
      m_outline(new OutlinePane(selection)),
      m_middle(new QStackedWidget),
      m_forms(new FormsView(selection, actions)),
      m_source(new SourceView),
      m_settings(new PageSettingsForm(selection)),
      m_papers(new PaperReviewPane(selection)),
      m_preview(new PreviewPane(settings, mode)),
      m_changes(new ChangesView(selection, actions, this))
{
    nameWidget(this, QStringLiteral("WorkArea"), tr("The open page"));
    m_splitter->setObjectName(QStringLiteral("PaneSplitter"));
    m_splitter->setChildrenCollapsible(false);
    m_source->setSelection(selection);
    m_preview->setSelection(selection);
    m_sourcePane =
        underHead(tr("Source"), tr("the whole page as it is in the file"), m_source, QStringLiteral("SourcePane"));
    m_sourceTitle = m_sourcePane->findChild<QLabel *>(QStringLiteral("SourcePaneTitle"));
    connect(selection, &Selection::pageChanged, this, [this, selection] {
        disconnect(m_renamed);
        OpenPage *page = selection->page();
        if (!page)
            return;
        m_sourceTitle->setText(page->name());
        m_renamed = connect(page, &OpenPage::pathChanged, this, [this, page] { m_sourceTitle->setText(page->name()); });
    });
    m_middle->addWidget(m_forms);
    m_middle->addWidget(m_sourcePane);
    m_middle->addWidget(underHead(tr("Page settings"), {}, m_settings, QStringLiteral("PageSettingsPane")));
    m_middle->addWidget(underHead(
        tr("Site profile"), QStringLiteral("_config.yml"), new SiteProfile(selection),
        QStringLiteral("SiteProfilePane")));
    m_middle->addWidget(m_papers);
    m_splitter->addWidget(m_outline);
    m_splitter->addWidget(m_middle);
    m_splitter->addWidget(m_preview);
    m_splitter->setStretchFactor(0, 0);
    m_splitter->setStretchFactor(1, 0);
    m_splitter->setStretchFactor(2, 1);
    m_outline->setMinimumWidth(px(metrics::outlineLeast));
    m_middle->setMinimumWidth(px(metrics::middleLeast));
    m_preview->setMinimumWidth(px(metrics::previewLeast));
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(m_splitter);
    row->addWidget(m_changes);
    m_changes->hide();
    // The window may become narrower than these panes are together: then another shape has fewer of them.
    row->setSizeConstraint(QLayout::SetNoConstraint);
    setMinimumWidth(px(metrics::middleLeast));
    connect(m_splitter, &QSplitter::splitterMoved, this, [this] { m_userSized = true; });
    connect(m_forms, &FormsView::outlineWanted, this, &WorkArea::openOutline);
    connect(m_changes, &ChangesView::backWanted, this, [this] { show(Middle::Forms); });
}

void WorkArea::show(Middle middle)
{
    m_shown = middle;
    m_preview->setMarking(showsEntries());
    showPanes(middle != Middle::Changes);
    switch (middle) {
    case Middle::Forms:
    case Middle::Preview:
    case Middle::Changes:
        m_middle->setCurrentIndex(0);
        break;
    case Middle::Source:
        m_middle->setCurrentIndex(1);
        break;
    case Middle::PageSettings:
        m_middle->setCurrentIndex(2);
        break;
    case Middle::SiteProfile:
        m_middle->setCurrentIndex(3);
        break;
    case Middle::Papers:
        m_middle->setCurrentWidget(m_papers);
        break;
    }
    placePreview();
    Q_EMIT shownChanged(middle);
}

bool WorkArea::showsEntries() const
{
    return m_shown != Middle::PageSettings && m_shown != Middle::SiteProfile && m_shown != Middle::Papers;
}

/// The panes, or the changes in their place; panes that were away come back as they were, and so does the keyboard.
void WorkArea::showPanes(bool panes)
{
    if (panes == !m_splitter->isHidden())
        return;
    // Never both at once: they would share the width and squeeze the panes.
    if (!panes) {
        m_paneSizes = m_splitter->sizes();
        m_paneFocus = m_splitter->isAncestorOf(window()->focusWidget()) ? window()->focusWidget() : nullptr;
        m_splitter->hide();
        m_changes->show();
        return;
    }
    m_changes->hide();
    m_splitter->show();
    if (m_userSized)
        m_splitter->setSizes(m_paneSizes);
    else
        shareWidth();
    if (m_paneFocus && m_paneFocus->isVisible())
        m_paneFocus->setFocus(Qt::OtherFocusReason);
    else
        focusContent();
}

void WorkArea::setOutlineWanted(bool wanted)
{
    m_outlineWanted = wanted;
    applyShape();
}

void WorkArea::setPreviewWanted(bool wanted)
{
    m_previewWanted = wanted;
    placePreview();
}

void WorkArea::placePreview()
{
    const bool single = m_shape == WindowShape::Single;
    const bool previewOnly = single && m_shown == Middle::Preview;
    const bool wasShown = m_preview->isVisibleTo(this);
    const QList<int> before = m_splitter->sizes();
    m_preview->setVisible(single ? previewOnly : m_previewWanted && m_shown != Middle::Papers);
    m_middle->setVisible(!previewOnly);
    const bool isShown = m_preview->isVisibleTo(this);
    if (single || isShown == wasShown || !isVisible())
        return;
    // What the preview leaves is the middle's, and comes back to it as it was.
    if (!isShown) {
        m_withPreview = before;
        m_splitter->setSizes({before[0], before[1] + before[2], 0});
    } else if (!m_withPreview.isEmpty()) {
        m_splitter->setSizes(m_withPreview);
    }
}

void WorkArea::applyShape()
{
    const bool folded = m_shape == WindowShape::Folded || m_shape == WindowShape::Single || !m_outlineWanted;
    const bool hadKeyboard = m_outline->isAncestorOf(window()->focusWidget());
    m_outline->setVisible(!folded);
    if (folded && hadKeyboard)
        focusContent();
    m_forms->head()->setOutlineFolded(folded);
    m_forms->setBeside(m_shape == WindowShape::Four);
    m_forms->form()->setLabelsAbove(m_shape == WindowShape::Single);
    m_papers->setLabelsAbove(m_shape == WindowShape::Single);
    m_papers->setStacked(m_shape == WindowShape::Single);
    m_middle->setMinimumWidth(px(m_shape == WindowShape::Four ? metrics::middleLeast * 1.5 : metrics::middleLeast));
    placePreview();
}

void WorkArea::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    const double unit = metrics::unit();
    const WindowShape shape = shapeFor(width() / unit, m_shape);
    m_forms->setOneLineRows(window()->height() / unit < 190 && shape != WindowShape::Four);
    // Never while a button is down: a pane must not vanish under a drag.
    if (shape != m_shape && QApplication::mouseButtons() == Qt::NoButton) {
        if ((shape == WindowShape::Four) != (m_shape == WindowShape::Four))
            m_userSized = false;
        m_shape = shape;
        applyShape();
        Q_EMIT shapeChanged(shape);
    }
    if (!m_userSized)
        shareWidth();
}

void WorkArea::shareWidth()
{
    // Outline and middle at their width, the rest is the page's; four columns share it as drawn.
    const int outline = m_outline->isVisibleTo(m_splitter) ? px(metrics::outlineWidth) : 0;
    const int rest = width() - outline;
    int middle = px(metrics::middleWidth);
    if (m_shape == WindowShape::Four)
        middle = rest * 56 / 100;
    else if (m_shape != WindowShape::Three)
        middle = rest / 2;
    middle = m_preview->isVisibleTo(this) ? std::min(middle, rest - px(metrics::previewLeast)) : rest;
    m_splitter->setSizes({outline, middle, rest - middle});
}

QList<QWidget *> WorkArea::ring() const
{
    if (m_shown == Middle::Changes)
        return {m_changes->list(), m_changes->diff()};
    QList<QWidget *> panes{m_outline->view()};
    if (m_shown == Middle::Forms)
        panes += {m_forms->list(), m_forms->form()};
    else if (m_shown == Middle::Source)
        panes += m_source;
    else if (m_shown == Middle::Papers)
        panes += m_papers;
    else if (m_shown != Middle::Preview)
        panes += m_settings;
    panes += m_preview;
    panes.removeIf([](const QWidget *pane) { return !pane->isVisible(); });
    return panes;
}

void WorkArea::stepPane(int by)
{
    const QList<QWidget *> panes = ring();
    if (panes.isEmpty())
        return;
    const QWidget *focused = QApplication::focusWidget();
    qsizetype now = -1;
    for (qsizetype i = 0; i < panes.size(); ++i) {
        if (focused && (panes.at(i) == focused || panes.at(i)->isAncestorOf(focused)))
            now = i;
    }
    const qsizetype next = now < 0 ? 0 : (now + by + panes.size()) % panes.size();
    panes.at(next)->setFocus(Qt::ShortcutFocusReason);
}

void WorkArea::focusContent()
{
    if (m_outline->isVisibleTo(this))
        m_outline->view()->setFocus(Qt::OtherFocusReason);
    else if (m_forms->list()->isVisibleTo(this))
        m_forms->list()->setFocus(Qt::OtherFocusReason);
    else
        m_forms->focusForm();
}

void WorkArea::openOutline()
{
    if (m_outline->isVisible()) {
        m_outline->view()->setFocus(Qt::OtherFocusReason);
        return;
    }
    const OutlineModel *model = m_outline->model();
    QMenu menu(this);
    menu.setObjectName(QStringLiteral("FoldedOutline"));
    for (QModelIndex index = model->index(0, 0); index.isValid(); index = m_outline->view()->indexBelow(index)) {
        if (index.flags() == Qt::NoItemFlags) {
            menu.addSeparator();
            continue;
        }
        const QString indent(index.data(OutlineModel::DepthRole).toInt() * 4, QLatin1Char(' '));
        const QVariant count = index.data(OutlineModel::CountRole);
        QString words = indent + index.data().toString().replace(QLatin1Char('&'), QLatin1String("&&"));
        if (count.isValid())
            words += QLatin1Char('\t') + count.toString();
        const QPersistentModelIndex kept(index);
        menu.addAction(words, this, [this, kept] {
            m_outline->view()->setCurrentIndex(kept);
            focusContent();
        });
    }
    menu.exec(m_forms->head()->mapToGlobal(QPoint(0, m_forms->head()->height())));
}

QByteArray WorkArea::saveState() const
{
    return m_splitter->saveState();
}

void WorkArea::restoreState(const QByteArray &state)
{
    m_userSized = m_splitter->restoreState(state) || m_userSized;
}

} // namespace vitrine
