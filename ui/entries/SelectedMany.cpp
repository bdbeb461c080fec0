#include "ui/entries/SelectedMany.h"

#include "ui/commands/Actions.h"
#include "ui/look/Controls.h"
#include "ui/look/Icons.h"
#include "ui/look/Metrics.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QMenu>
#include <QPushButton>
#include <QVBoxLayout>

namespace vitrine {

namespace {

QPushButton *buttonOf(QAction *action, const QString &name, const QString &words, QWidget *parent)
{
    auto *button = new QPushButton(action->icon(), words, parent);
    nameWidget(button, name, words);
    button->setAutoDefault(false);
    QObject::connect(button, &QPushButton::clicked, action, &QAction::trigger);
    return button;
}

} // namespace

SelectedMany::SelectedMany(const Actions &actions, QWidget *parent) : QWidget(parent), m_words(new QLabel(this))
{
    nameWidget(this, QStringLiteral("SelectedMany"), tr("Several entries are selected"));
    m_words->setObjectName(QStringLiteral("SelectedManyWords"));
    m_words->setFont(metrics::scaledFont(1.0, QFont::DemiBold));
    auto *move = new QPushButton(tr("Move to"), this);
    nameWidget(move, QStringLiteral("MoveMany"), tr("Move the selected entries"));
    move->setMenu(actions.menu(MenuName::MoveTo));
    auto *row = new QHBoxLayout;
    row->setSpacing(metrics::px(2));
    row->addWidget(buttonOf(actions[Command::Hide], QStringLiteral("HideMany"), tr("Hide or show"), this));
    row->addWidget(move);
    row->addWidget(buttonOf(actions[Command::Remove], QStringLiteral("RemoveMany"), tr("Remove"), this));
    row->addStretch();
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(
        metrics::px(metrics::paneMargin), metrics::px(metrics::paneMargin), metrics::px(metrics::paneMargin), 0);
    column->setSpacing(metrics::px(3));
    column->addWidget(m_words);
    column->addLayout(row);
    column->addStretch();
}

void SelectedMany::setCount(int count)
{
    m_words->setText(tr("%n entries selected", nullptr, count));
}

} // namespace vitrine
