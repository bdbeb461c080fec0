#include "ui/changes/ChangeRow.h"

#include "ui/look/Controls.h"
#include "ui/look/Metrics.h"
#include "ui/look/MutedLabel.h"
#include "ui/look/Painting.h"
#include "ui/look/Tones.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>

namespace vitrine {

using namespace metrics;

ChangeRow::ChangeRow(int number, const Words &words, QWidget *parent) : QWidget(parent)
{
    const QString name = QStringLiteral("Change%1").arg(number);
    nameWidget(this, name, words.spoken);
    setAccessibleDescription(words.details);
    setFocusPolicy(Qt::StrongFocus);
    auto *sign = new IconLabel(words.icon, iconRow, IconLabel::Tone::Muted, this);
    auto *sentence = new QLabel(words.sentence, this);
    sentence->setObjectName(name + QStringLiteral("Sentence"));
    sentence->setTextFormat(Qt::RichText);
    sentence->setWordWrap(true);
    auto *details = new QLabel(words.details, this);
    details->setObjectName(name + QStringLiteral("Details"));
    details->setTextFormat(Qt::PlainText);
    details->setWordWrap(true);
    details->setFont(smallFont());
    makeMuted(details);
    auto *undo = new QuietButton(QStringLiteral("undo"), tr("Undo"), this);
    nameWidget(undo, name + QStringLiteral("Undo"), tr("Undo: %1").arg(words.spoken));
    undo->setPlain(true);
    undo->setVisible(words.canUndo);
    auto *column = new QVBoxLayout;
    column->setSpacing(0);
    column->addWidget(sentence);
    column->addWidget(details);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(px(3), px(1.5), px(2), px(1.5));
    row->setSpacing(px(2));
    row->addWidget(sign, 0, Qt::AlignTop);
    row->addLayout(column, 1);
    row->addWidget(undo, 0, Qt::AlignTop);
    connect(undo, &QPushButton::clicked, this, &ChangeRow::undoWanted);
}

void ChangeRow::setSelected(bool selected)
{
    m_selected = selected;
    update();
}

void ChangeRow::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const Tones tones(palette());
    if (m_selected) {
        paintRounded(painter, rect(), px(rowRadius), tones.isHighContrast() ? tones.strip() : tones.selection());
        QRectF bar(0, 0, std::max(2, px(0.75)), height());
        if (layoutDirection() == Qt::RightToLeft)
            bar.moveRight(width());
        paintRounded(painter, bar, 1, tones.accent());
    }
    if (hasFocus())
        paintFocusRing(painter, rect(), px(rowRadius), tones.accent());
}

void ChangeRow::mousePressEvent(QMouseEvent *event)
{
    QWidget::mousePressEvent(event);
    setFocus(Qt::MouseFocusReason);
    Q_EMIT picked();
}

void ChangeRow::focusInEvent(QFocusEvent *event)
{
    QWidget::focusInEvent(event);
    update();
    if (event->reason() != Qt::MouseFocusReason)
        Q_EMIT picked();
}

void ChangeRow::focusOutEvent(QFocusEvent *event)
{
    QWidget::focusOutEvent(event);
    update();
}

} // namespace vitrine
