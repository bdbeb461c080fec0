#include "ui/forms/SealedStrip.h"

#include "ui/fields/QuietLabel.h"
#include "ui/look/Controls.h"
#include "ui/look/Icons.h"
#include "ui/look/Metrics.h"
#include "ui/look/Tones.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QPainterPath>
#include <QVBoxLayout>

namespace vitrine {

using namespace metrics;

namespace {

constexpr int mostStrips = 2;

QString descriptionOf(const QByteArray &part)
{
    if (part.contains("show_paper_citations"))
        return SealedStrip::tr("Citation counter, kept as it is");
    if (part.contains("<script"))
        return SealedStrip::tr("Script, kept as it is");
    if (part.contains("<img") || part.startsWith("!["))
        return SealedStrip::tr("Picture, kept as it is");
    if (part.startsWith("<!--"))
        return SealedStrip::tr("Comment, kept as it is");
    if (part.contains("{%") || part.contains("{{"))
        return SealedStrip::tr("Liquid code, kept as it is");
    return SealedStrip::tr("HTML, kept as it is");
}

} // namespace

SealedStrip::SealedStrip(const QByteArray &part, QWidget *parent)
    : QWidget(parent),
      m_lock(new QLabel(this)),
      m_source(QString::fromUtf8(part).simplified()),
      m_text(new QLabel(this))
{
    nameWidget(this, QStringLiteral("sealedStrip"), descriptionOf(part));
    setMinimumHeight(px(fieldHeight));
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(px(3), 0, px(1), 0);
    row->setSpacing(px(1.5));
    showLock();
    auto *words = new QuietLabel(this);
    words->setText(descriptionOf(part));
    m_text->setFont(fixedFont());
    m_text->setTextFormat(Qt::PlainText);
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_text->setToolTip(m_source);
    m_text->setMinimumWidth(px(5));
    auto *edit = new QuietButton({}, tr("Edit as Markdown"), this);
    edit->setObjectName(QStringLiteral("sealedEditAsMarkdown"));
    connect(edit, &QPushButton::clicked, this, &SealedStrip::editAsMarkdownWanted);
    row->addWidget(m_lock);
    row->addWidget(words);
    row->addWidget(m_text, 1);
    row->addWidget(edit);
}

void SealedStrip::showLock()
{
    m_lock->setPixmap(iconPixmap(QStringLiteral("sealed"), Tones(palette()).muted(), px(iconRow), devicePixelRatioF()));
}

void SealedStrip::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        showLock();
}

void SealedStrip::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    m_text->setText(QFontMetrics(m_text->font()).elidedText(m_source, Qt::ElideRight, m_text->width()));
}

void SealedStrip::paintEvent(QPaintEvent *)
{
    const Tones tones(palette());
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QRectF frame = QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5);
    QPainterPath shape;
    shape.addRoundedRect(frame, px(fieldRadius), px(fieldRadius));
    painter.save();
    painter.setClipPath(shape);
    painter.setPen(tones.hairline());
    for (int x = -height(); x < width(); x += px(1.5))
        painter.drawLine(x, height(), x + height(), 0);
    painter.restore();
    QPen dashed(tones.border());
    dashed.setDashPattern({3, 2});
    painter.setPen(dashed);
    painter.drawPath(shape);
}

SealedParts::SealedParts(QWidget *parent) : QWidget(parent)
{
    setObjectName(QStringLiteral("sealedParts"));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins({});
    column->setSpacing(px(1));
}

void SealedParts::setParts(const QList<QByteArray> &parts)
{
    if (parts == m_parts)
        return;
    m_parts = parts;
    rebuild(parts.size() <= mostStrips);
}

void SealedParts::rebuild(bool open)
{
    while (QLayoutItem *item = layout()->takeAt(0)) {
        item->widget()->deleteLater();
        delete item;
    }
    if (!open) {
        auto *opener = new QuietButton(
            QStringLiteral("sealed"), tr("%n sealed part(s)", nullptr, static_cast<int>(m_parts.size())), this);
        opener->setObjectName(QStringLiteral("openSealedParts"));
        connect(opener, &QPushButton::clicked, this, [this] { rebuild(true); });
        layout()->addWidget(opener);
        return;
    }
    for (const QByteArray &part : std::as_const(m_parts)) {
        auto *strip = new SealedStrip(part, this);
        connect(strip, &SealedStrip::editAsMarkdownWanted, this, &SealedParts::editAsMarkdownWanted);
        layout()->addWidget(strip);
    }
}

} // namespace vitrine
