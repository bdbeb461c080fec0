#include "ui/start/StarterCard.h"

#include "ui/look/Metrics.h"
#include "ui/look/Painting.h"
#include "ui/look/Tones.h"

#include <QPainter>
#include <QPainterPath>

namespace vitrine {

using namespace metrics;

namespace {

constexpr double cardWidth = 68;
constexpr double pictureHeight = 42;
constexpr double wordsHeight = 20;
constexpr double wordsMargin = 4;

/// The upper part of a picture that fills a place over its whole width.
QRectF upperPart(const QSizeF &picture, const QSizeF &place)
{
    const double scale = picture.width() / place.width();
    return {0, 0, picture.width(), std::min(picture.height(), place.height() * scale)};
}

} // namespace

StarterCard::StarterCard(const QImage &picture, const QString &name, const QString &words, QWidget *parent)
    : QAbstractButton(parent), m_picture(picture), m_words(words)
{
    setText(name);
    setAccessibleName(name);
    setAccessibleDescription(words);
    setFocusPolicy(Qt::StrongFocus);
    setAttribute(Qt::WA_Hover);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

QSize StarterCard::sizeHint() const
{
    return {px(cardWidth), px(pictureHeight + wordsHeight)};
}

void StarterCard::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHints(QPainter::Antialiasing | QPainter::SmoothPixmapTransform);
    const Tones tones(palette());
    const QColor ground = isDown() ? tones.selection()
        : underMouse()             ? Tones::mixed(tones.text(), tones.base(), 0.03)
                                   : tones.base();
    paintRounded(painter, rect(), px(cardRadius), ground, tones.hairline());

    const QRectF place(1, 1, width() - 2, px(pictureHeight));
    painter.save();
    QPainterPath shape;
    shape.addRoundedRect(QRectF(rect()).adjusted(1, 1, -1, -1), px(cardRadius) - 1, px(cardRadius) - 1);
    painter.setClipPath(shape);
    painter.drawImage(place, m_picture, upperPart(m_picture.size(), place.size()));
    painter.restore();
    painter.fillRect(QRectF(1, place.bottom(), width() - 2, 1), tones.hairline());
    if (hasFocus())
        paintFocusRing(painter, rect(), px(cardRadius), tones.accent());

    const QFont bold = scaledFont(1.0, QFont::DemiBold);
    QRect words = rect().adjusted(px(wordsMargin), px(pictureHeight + 3), -px(wordsMargin), -px(2));
    painter.setFont(bold);
    painter.setPen(tones.text());
    painter.drawText(words, static_cast<int>(Qt::AlignLeading | Qt::AlignTop), text());
    words.setTop(words.top() + QFontMetrics(bold).height() + px(0.5));
    painter.setFont(smallFont());
    painter.setPen(tones.muted());
    painter.drawText(words, static_cast<int>(Qt::AlignLeading | Qt::AlignTop) | Qt::TextWordWrap, m_words);
}

} // namespace vitrine
