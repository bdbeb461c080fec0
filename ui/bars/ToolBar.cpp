#include "ui/bars/ToolBar.h"

#include "ui/commands/Actions.h"
#include "ui/look/Icons.h"
#include "ui/look/Metrics.h"
#include "ui/look/MutedLabel.h"
#include "ui/look/Tones.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QToolButton>

namespace vitrine {

namespace {

using metrics::px;

/// A line between groups of buttons, shorter than the bar.
QWidget *divider(QWidget *parent)
{
    auto *line = new Hairline(Qt::Vertical, parent);
    line->setFixedHeight(px(5));
    return line;
}

} // namespace

ToolBar::ToolBar(const Actions &actions, QWidget *parent) : Bar(metrics::toolBarHeight, Line::Below, parent)
{
    nameWidget(this, QStringLiteral("ToolBar"), tr("Tools"));
    auto *open = makeToolButton(actions[Command::Open], this, true);
    open->setIcon(icon(QStringLiteral("open")));
    open->setPopupMode(QToolButton::MenuButtonPopup);
    auto *openMenu = new QMenu(open);
    openMenu->setObjectName(QStringLiteral("OpenMenu"));
    openMenu->addActions({actions[Command::Open], actions[Command::OpenFolder]});
    openMenu->addMenu(actions.menu(MenuName::Recent));
    openMenu->addSeparator();
    openMenu->addActions({actions[Command::NewPage], actions[Command::PasteMarkdown], actions[Command::OpenSample]});
    open->setMenu(openMenu);
    actions[Command::Open]->setIconText(tr("Open"));

    m_save = makeToolButton(actions[Command::Save], this, true);
    actions[Command::Save]->setIcon(accentIcon(QStringLiteral("save")));
    setAccented(m_save, true);
    auto *undo = makeToolButton(actions[Command::Undo], this);
    auto *redo = makeToolButton(actions[Command::Redo], this);
    m_add = makeMenuButton(QStringLiteral("add"), tr("Add"), this);
    nameWidget(m_add, QStringLiteral("AddMenuButton"), tr("Add an entry to a section"));
    m_addMenu = new QMenu(m_add);
    m_addMenu->setObjectName(QStringLiteral("AddMenu"));
    m_add->setMenu(m_addMenu);

    m_views = new SegmentedSwitch(this);
    nameWidget(m_views, QStringLiteral("Views"), tr("View"));
    m_views->addPart(Forms, QStringLiteral("forms"), tr("Forms"), tr("Forms"))
        ->setObjectName(QStringLiteral("ViewFormsButton"));
    m_views->addPart(Source, QStringLiteral("source"), tr("Source"), tr("Source"))
        ->setObjectName(QStringLiteral("ViewSourceButton"));
    m_views->addPart(Changes, QStringLiteral("changes"), tr("Changes"), tr("Changes"))
        ->setObjectName(QStringLiteral("ViewChangesButton"));
    m_views->addPart(Preview, QStringLiteral("shown"), tr("Preview"), tr("Preview"))
        ->setObjectName(QStringLiteral("ViewPreviewButton"));
    m_views->setPartVisible(Preview, false);
    m_views->setChosen(Forms);

    m_search = new QLineEdit(this);
    nameWidget(m_search, QStringLiteral("Search"), tr("Search this page"));
    m_search->setPlaceholderText(tr("Search this page"));
    m_search->addAction(icon(QStringLiteral("search")), QLineEdit::LeadingPosition);
    m_search->setClearButtonEnabled(true);
    // The sign and the cross are buttons that Qt leaves without a name.
    const QList<QToolButton *> signs = m_search->findChildren<QToolButton *>();
    for (QToolButton *sign : signs)
        sign->setAccessibleName(sign == signs.front() ? tr("Search") : tr("Clear the search"));
    m_search->setMinimumWidth(px(24));
    m_search->setMaximumWidth(px(58));
    m_search->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    m_count = new QLabel(m_search);
    m_count->setObjectName(QStringLiteral("SearchCount"));
    m_count->setFont(metrics::smallFont());
    makeMuted(m_count);
    m_count->hide();

    auto *exportButton = makeToolButton(actions[Command::ExportAgain], this, true);
    exportButton->setPopupMode(QToolButton::MenuButtonPopup);
    exportButton->setMenu(actions.menu(MenuName::Export));
    exportButton->setObjectName(QStringLiteral("ExportButton"));

    m_findButton = makeToolButton(actions[Command::Find], this);
    m_findButton->setObjectName(QStringLiteral("FindButton"));
    m_more = makeMenuButton(QStringLiteral("more"), {}, this);
    nameWidget(m_more, QStringLiteral("ToolsMore"), tr("Open, export, redo"));
    m_more->setToolTip(tr("Open, export, redo"));
    auto *moreMenu = new QMenu(m_more);
    moreMenu->setObjectName(QStringLiteral("ToolsMoreMenu"));
    moreMenu->addActions({actions[Command::Open], actions[Command::OpenFolder]});
    moreMenu->addMenu(actions.menu(MenuName::Recent));
    moreMenu->addSeparator();
    moreMenu->addActions(actions.menu(MenuName::Export)->actions());
    moreMenu->addSeparator();
    moreMenu->addAction(actions[Command::Redo]);
    m_more->setMenu(moreMenu);

    m_worded = {open, m_save, m_add, exportButton};
    const QList<QWidget *> dividers{divider(this), divider(this)};
    m_foldable = QList<QWidget *>{open, exportButton, redo} + dividers;
    m_search->installEventFilter(this);
    row()->setContentsMargins(px(2.5), 0, px(2.5), 1);
    row()->setSpacing(px(1));
    row()->addWidget(open);
    row()->addSpacing(px(1));
    row()->addWidget(m_save);
    row()->addSpacing(px(1));
    row()->addWidget(dividers[0]);
    row()->addSpacing(px(1));
    row()->addWidget(undo);
    row()->addWidget(redo);
    row()->addSpacing(px(1));
    row()->addWidget(dividers[1]);
    row()->addSpacing(px(1));
    row()->addWidget(m_add);
    row()->addStretch(3);
    row()->addWidget(m_views);
    row()->addStretch(3);
    row()->addWidget(m_search, 4);
    row()->addWidget(m_findButton);
    row()->addSpacing(px(2));
    row()->addWidget(exportButton);
    row()->addWidget(m_more);
    setFolded(false);
    connect(m_views, &SegmentedSwitch::chosenByUser, this, &ToolBar::viewChosen);
}

void ToolBar::openAddMenu()
{
    m_add->showMenu();
}

void ToolBar::setIconsOnly(bool iconsOnly)
{
    for (QToolButton *button : std::as_const(m_worded))
        button->setToolButtonStyle(iconsOnly ? Qt::ToolButtonIconOnly : Qt::ToolButtonTextBesideIcon);
}

void ToolBar::setFolded(bool folded)
{
    m_isFolded = folded;
    for (QWidget *button : std::as_const(m_foldable))
        button->setVisible(!folded);
    m_more->setVisible(folded);
    m_views->setSignsOnly(folded);
    showSearchField();
}

void ToolBar::showSearchField()
{
    // Where there is no room the field stands in place of the switch of views while one searches.
    const bool searching = m_search->hasFocus() || !m_search->text().isEmpty();
    m_search->setVisible(!m_isFolded || searching);
    m_findButton->setVisible(m_isFolded && !searching);
    m_views->setVisible(!m_isFolded || !searching);
}

void ToolBar::focusSearch()
{
    m_search->show();
    m_search->setFocus(Qt::ShortcutFocusReason);
    m_search->selectAll();
    showSearchField();
}

bool ToolBar::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::FocusOut)
        QMetaObject::invokeMethod(this, &ToolBar::showSearchField, Qt::QueuedConnection);
    return Bar::eventFilter(watched, event);
}

void ToolBar::setChangeCount(int count)
{
    m_views->setCount(Changes, count);
}

void ToolBar::setSearchCount(const QString &words)
{
    m_count->setText(words);
    m_count->setVisible(!words.isEmpty());
    m_count->adjustSize();
    m_count->move(m_search->width() - m_count->width() - px(8), (m_search->height() - m_count->height()) / 2);
}

} // namespace vitrine
