#include "ui/dialogs/KeysDialog.h"

#include "ui/look/Controls.h"
#include "ui/look/Metrics.h"
#include "ui/look/MutedLabel.h"

#include <QAction>
#include <QDialogButtonBox>
#include <QGridLayout>
#include <QLabel>
#include <QMenu>
#include <QMenuBar>
#include <QScrollArea>
#include <QScrollBar>
#include <QVBoxLayout>

#include <algorithm>

namespace vitrine {

namespace {

using metrics::px;

/// A text of a menu without the signs of its letter keys.
QString plain(QString text)
{
    return text.remove(QLatin1Char('&'));
}

bool isKey(const QAction &action)
{
    return !action.menu() && action.isVisible() && !action.shortcut().isEmpty();
}

bool hasKeys(const QMenu &menu)
{
    const QList<QAction *> actions = menu.actions();
    return std::any_of(actions.begin(), actions.end(), [](const QAction *action) { return isKey(*action); });
}

} // namespace

KeysDialog::KeysDialog(const QMenuBar &menus, QWidget *parent) : QDialog(parent), m_area(new QScrollArea(this))
{
    setWindowTitle(tr("Keys"));
    nameWidget(this, QStringLiteral("KeysDialog"), tr("Keys"));
    auto *content = new QWidget;
    content->setObjectName(QStringLiteral("KeysList"));
    m_rows = new QGridLayout(content);
    m_rows->setHorizontalSpacing(px(6));
    m_rows->setVerticalSpacing(px(1.5));
    m_rows->setColumnStretch(1, 1);

    for (const QAction *menu : menus.actions()) {
        if (!hasKeys(*menu->menu()))
            continue;
        addGroup(plain(menu->text()));
        addMenu(*menu->menu());
    }
    addGroup(tr("In lists, forms and texts"));
    addKeys(tr("Ctrl+1 … 6"), tr("The first six sections"));
    addKeys(tr("Enter, F2"), tr("In the list: into the form"));
    addKeys(tr("Ctrl+V"), tr("In the list and in a paper: papers from copied BibTeX"));
    addKeys(tr("Esc"), tr("In the form: back to the list"));
    addKeys(tr("Ctrl+B, I, K"), tr("In Markdown: bold, italic, link"));
    addKeys(tr("Up, Down, Alt+Down"), tr("In a date: step, choose a month"));
    addKeys(tr("Alt+Left, Alt+Right"), tr("At an author: move"));
    m_rows->setRowStretch(m_rows->rowCount(), 1);

    m_area->setObjectName(QStringLiteral("KeysArea"));
    m_area->setFrameShape(QFrame::NoFrame);
    m_area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_area->setWidgetResizable(true);
    m_area->setWidget(content);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto *column = new QVBoxLayout(this);
    column->addWidget(m_area);
    column->addWidget(buttons);
    fitWidth();
}

void KeysDialog::addGroup(const QString &title)
{
    auto *words = new QLabel(title);
    words->setFont(metrics::scaledFont(1.0, QFont::DemiBold));
    const int row = m_rows->rowCount();
    words->setContentsMargins(0, row > 1 ? px(3) : 0, 0, 0);
    m_rows->addWidget(words, row, 0, 1, 2);
}

void KeysDialog::addMenu(const QMenu &menu)
{
    for (const QAction *action : menu.actions()) {
        if (action->menu())
            addMenu(*action->menu());
        else if (isKey(*action))
            addKeys(action->shortcut().toString(QKeySequence::NativeText), plain(action->text()));
    }
}

void KeysDialog::addKeys(const QString &keys, const QString &words)
{
    auto *left = new QLabel(keys);
    makeMuted(left);
    const int row = m_rows->rowCount();
    m_rows->addWidget(left, row, 0);
    m_rows->addWidget(new QLabel(words), row, 1);
}

void KeysDialog::fitWidth()
{
    const int wanted = m_area->widget()->sizeHint().width() + m_area->verticalScrollBar()->sizeHint().width();
    m_area->setMinimumWidth(wanted + px(2));
    resize(sizeHint().width(), px(150));
}

} // namespace vitrine
