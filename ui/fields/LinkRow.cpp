#include "ui/fields/LinkRow.h"

#include "ui/fields/LineEdit.h"
#include "ui/fields/LineText.h"
#include "ui/look/Controls.h"
#include "ui/look/Icons.h"
#include "ui/look/Metrics.h"
#include "ui/look/Tones.h"

#include <QAction>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QMenu>
#include <QPainter>
#include <QToolButton>

namespace vitrine {

using namespace metrics;

namespace {

constexpr double labelWidth = 24; ///< with the button that opens the list

} // namespace

LinkRow::LinkRow(int number, const QStringList &labels, QWidget *parent)
    : QWidget(parent),
      m_labels(labels),
      m_label(new LineEdit(this)),
      m_open(new QToolButton(this)),
      m_address(new LineEdit(this)),
      m_number(number)
{
    setObjectName(QStringLiteral("linkRow%1").arg(number));
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(px(1), 0, px(0.5), 1);
    row->setSpacing(0);
    for (LineEdit *edit : {m_label, m_address}) {
        edit->setFrame(false);
        edit->installEventFilter(this);
        edit->setMinimumHeight(px(fieldHeight));
    }
    m_label->setFixedWidth(px(labelWidth) - px(smallButtonHeight));
    m_label->setPlaceholderText(tr("no label", "a link that a title or picture carries"));
    m_open->setIcon(icon(QStringLiteral("open-list")));
    m_open->setAutoRaise(true);
    m_open->setFixedSize(px(smallButtonHeight), px(smallButtonHeight));
    m_open->setFocusPolicy(Qt::NoFocus);
    m_open->setVisible(!labels.isEmpty());
    connect(m_open, &QToolButton::clicked, this, &LinkRow::showLabels);
    auto *remove = new QAction(icon(QStringLiteral("close")), tr("Remove link"), this);
    connect(remove, &QAction::triggered, this, &LinkRow::removeWanted);
    m_remove = makeToolButton(remove, this);
    row->addWidget(m_label);
    row->addWidget(m_open);
    row->addSpacing(px(1));
    row->addWidget(m_address, 1);
    row->addWidget(m_remove);
    connect(m_label, &LineEdit::typed, this, [this] {
        nameParts();
        Q_EMIT labelTyped();
    });
    connect(m_address, &LineEdit::typed, this, &LinkRow::addressTyped);
    nameParts();
}

Link LinkRow::link() const
{
    Link link;
    link.label = m_label->text().toUtf8();
    link.url = m_address->text().trimmed().toUtf8();
    return link;
}

void LinkRow::setLink(const Link &link)
{
    m_label->setShown(inOneLine(QString::fromUtf8(link.label)));
    if (m_address->text().trimmed().toUtf8() != link.url)
        m_address->setShown(QString::fromUtf8(link.url));
    nameParts();
}

bool LinkRow::isWaiting() const
{
    return m_fresh && m_address->text().trimmed().isEmpty();
}

void LinkRow::nameParts()
{
    const QString label = m_label->text().isEmpty() ? QString::number(m_number) : m_label->text();
    nameWidget(m_label, QStringLiteral("linkLabel%1").arg(m_number), tr("Label of link %1").arg(label));
    nameWidget(m_open, QStringLiteral("linkLabels%1").arg(m_number), tr("Labels of this page"));
    nameWidget(m_address, QStringLiteral("linkAddress%1").arg(m_number), tr("Address of link %1").arg(label));
    nameWidget(m_remove, QStringLiteral("linkRemove%1").arg(m_number), tr("Remove link %1").arg(label));
}

void LinkRow::showLabels()
{
    QMenu menu(this);
    for (const QString &label : m_labels) {
        menu.addAction(label, this, [this, label] {
            m_label->setShown(label);
            nameParts();
            Q_EMIT labelTyped();
        });
    }
    menu.exec(m_label->mapToGlobal(QPoint(0, m_label->height())));
}

bool LinkRow::eventFilter(QObject *watched, QEvent *event)
{
    const int step = rowStepOf(*event);
    if (step == 0)
        return QWidget::eventFilter(watched, event);
    Q_EMIT moveWanted(step);
    return true;
}

void LinkRow::paintEvent(QPaintEvent *)
{
    const QColor line = Tones(palette()).hairline();
    QPainter painter(this);
    painter.fillRect(0, height() - 1, width(), 1, line);
    painter.fillRect(m_address->x() - px(1), 0, 1, height(), line);
}

} // namespace vitrine
