#include "ui/entries/EntryBar.h"

#include "ui/commands/Actions.h"
#include "ui/look/Icons.h"
#include "ui/look/Metrics.h"
#include "ui/look/Painting.h"
#include "ui/look/Tones.h"

#include <QButtonGroup>
#include <QHBoxLayout>
#include <QMenu>
#include <QPainter>

namespace vitrine {

namespace {

using metrics::px;

/// As pale as icons of what cannot be done.
constexpr double unavailable = 0.42;

class TabButton : public QAbstractButton
{
public:
    using QAbstractButton::QAbstractButton;

    QSize sizeHint() const override
    {
        return {QFontMetrics(bold()).horizontalAdvance(text()) + 2, px(metrics::entryBarHeight) - 1};
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        const Tones tones(palette());
        const bool chosen = isChecked();
        painter.setFont(chosen ? bold() : font());
        painter.setPen(isEnabled() && (chosen || underMouse()) ? tones.text() : tones.muted());
        painter.setOpacity(isEnabled() ? 1 : unavailable);
        painter.drawText(rect(), Qt::AlignCenter, text());
        if (chosen)
            painter.fillRect(0, height() - 2, width(), 2, tones.accent());
        if (hasFocus())
            paintFocusRing(painter, rect().adjusted(0, px(1), 0, -px(1)), px(metrics::fieldRadius), tones.accent());
    }

private:
    QFont bold() const
    {
        QFont strong = font();
        strong.setWeight(QFont::DemiBold);
        return strong;
    }
};

} // namespace

TabRow::TabRow(QWidget *parent) : QWidget(parent), m_group(new QButtonGroup(this))
{
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(px(6));
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Expanding);
    connect(m_group, &QButtonGroup::idClicked, this, &TabRow::chosenByUser);
}

void TabRow::addTab(const QString &objectName, const QString &text)
{
    auto *tab = new TabButton(this);
    tab->setText(text);
    tab->setCheckable(true);
    tab->setFocusPolicy(Qt::TabFocus);
    tab->setAttribute(Qt::WA_Hover);
    tab->setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Expanding);
    nameWidget(tab, objectName, text);
    m_group->addButton(tab, static_cast<int>(m_group->buttons().size()));
    layout()->addWidget(tab);
    if (m_group->buttons().size() == 1)
        tab->setChecked(true);
}

int TabRow::current() const
{
    return m_group->checkedId();
}

void TabRow::setCurrent(int tab)
{
    if (QAbstractButton *button = m_group->button(tab))
        button->setChecked(true);
}

void TabRow::setAvailable(int tab, bool available)
{
    if (QAbstractButton *button = m_group->button(tab))
        button->setEnabled(available);
}

EntryBar::EntryBar(const Actions &actions, QWidget *parent)
    : Bar(metrics::entryBarHeight, Line::Below, parent),
      m_tabs(new TabRow(this)),
      m_place(makeMenuButton(QString(), QStringLiteral(" "), this))
{
    nameWidget(this, QStringLiteral("EntryBar"), tr("The current entry"));
    nameWidget(m_tabs, QStringLiteral("EntryTabs"), tr("Form or Markdown"));
    m_tabs->addTab(QStringLiteral("FormTab"), tr("Form"));
    m_tabs->addTab(QStringLiteral("MarkdownTab"), tr("Markdown"));
    nameWidget(m_place, QStringLiteral("EntryPlace"), tr("Move the entry to another group"));
    m_place->setToolButtonStyle(Qt::ToolButtonTextOnly);
    m_place->setMenu(actions.menu(MenuName::MoveTo));
    row()->addWidget(m_tabs);
    row()->addStretch(1);
    row()->addWidget(m_place);
    row()->addWidget(makeToolButton(actions[Command::MoveUp], this));
    row()->addWidget(makeToolButton(actions[Command::MoveDown], this));
    auto *line = new Hairline(Qt::Vertical, this);
    line->setFixedHeight(px(5));
    row()->addSpacing(px(0.5));
    row()->addWidget(line);
    row()->addSpacing(px(0.5));
    row()->addWidget(makeToolButton(actions[Command::Duplicate], this));
    row()->addWidget(makeToolButton(actions[Command::Hide], this));
    row()->addWidget(makeToolButton(actions[Command::Remove], this));
    row()->setContentsMargins(px(metrics::paneMargin), 0, px(2.5), 1);
    setPlace({});
    setDrafting(false);
}

void EntryBar::setPlace(const QString &group)
{
    m_place->setVisible(!group.isEmpty());
    const QFontMetrics metrics(m_place->font());
    m_place->setText(metrics.elidedText(group, Qt::ElideRight, px(46)));
}

void EntryBar::setDrafting(bool drafting)
{
    m_tabs->setAvailable(Markdown, !drafting);
    const QString words = drafting ? tr("Where the new entry goes") : tr("Move the entry to another group");
    m_place->setAccessibleName(words);
    m_place->setToolTip(words);
}

void EntryBar::setAsHead(bool asHead)
{
    setHeight(asHead ? metrics::headHeight : metrics::entryBarHeight);
    row()->setContentsMargins(px(metrics::paneMargin), 0, px(2.5), 1);
}

} // namespace vitrine
