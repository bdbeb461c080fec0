#include "ui/bars/MessageBar.h"

#include "ui/look/Controls.h"
#include "ui/look/Icons.h"
#include "ui/look/Metrics.h"
#include "ui/look/MutedLabel.h"
#include "ui/look/Tones.h"

#include <QAccessible>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QPushButton>
#include <QToolButton>

#include <algorithm>

namespace vitrine {

using metrics::px;

Message Message::of(const QByteArray &topic, Weight weight, const QString &sentences)
{
    // A full stop inside a file name is followed by a letter, the end of a sentence by a blank (or is 。).
    qsizetype end = sentences.indexOf(QLatin1String(". "));
    const qsizetype ideographic = sentences.indexOf(QChar(0x3002));
    if (end < 0 || (ideographic >= 0 && ideographic < end))
        end = ideographic;
    if (end < 0)
        return {topic, weight, sentences, {}};
    return {topic, weight, sentences.left(end + 1), sentences.mid(end + 1).trimmed()};
}

MessageBar::MessageBar(QWidget *parent)
    : QWidget(parent),
      m_sign(new IconLabel(QStringLiteral("note"), metrics::iconHead, IconLabel::Tone::Accent, this)),
      m_text(new QLabel(this)),
      m_more(new QuietButton(QString(), QString(), this)),
      m_remedies(new QHBoxLayout),
      m_close(new QToolButton(this))
{
    nameWidget(this, QStringLiteral("MessageBar"), tr("Message"));
    m_text->setObjectName(QStringLiteral("MessageText"));
    m_text->setTextFormat(Qt::RichText);
    m_text->setWordWrap(true);
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse);
    nameWidget(m_more, QStringLiteral("MessageNumber"), tr("Next message"));
    m_more->setFont(metrics::smallFont());
    connect(m_more, &QPushButton::clicked, this, &MessageBar::showNext);
    nameWidget(m_close, QStringLiteral("MessageClose"), tr("Close this message"));
    m_close->setAutoRaise(true);
    m_close->setIcon(icon(QStringLiteral("close")));
    m_close->setToolTip(tr("Close"));
    m_close->setMinimumSize(px(metrics::smallButtonHeight), px(metrics::smallButtonHeight));

    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(px(metrics::paneMargin), px(1.75), px(2.5), px(1.75));
    row->setSpacing(px(2.5));
    row->addWidget(m_sign);
    row->addWidget(m_text, 1);
    row->addWidget(m_more);
    m_remedies->setSpacing(px(2.5));
    row->addLayout(m_remedies);
    row->addWidget(m_close);
    connect(m_close, &QToolButton::clicked, this, &MessageBar::closeShown);
    hide();
}

void MessageBar::tell(const Message &message)
{
    const QByteArray shown = m_messages.isEmpty() ? QByteArray() : m_messages.at(m_shown).topic;
    const bool isNews = m_messages.removeIf([&](const Message &m) { return m.topic == message.topic; }) == 0;
    const auto place =
        std::find_if(m_messages.begin(), m_messages.end(), [&](const Message &m) { return m.weight < message.weight; });
    m_messages.insert(place, message);
    // One that only goes on in its text does not push away what is being read.
    const auto read = std::find_if(
        m_messages.begin(), m_messages.end(), [&](const Message &m) { return !isNews && m.topic == shown; });
    m_shown = read == m_messages.end() ? 0 : read - m_messages.begin();
    refresh();
}

void MessageBar::withdraw(const QByteArray &topic)
{
    if (m_messages.removeIf([&](const Message &m) { return m.topic == topic; }) > 0) {
        m_shown = 0;
        refresh();
    }
}

void MessageBar::clear()
{
    m_messages.clear();
    m_shown = 0;
    refresh();
}

void MessageBar::closeShown()
{
    if (m_shown < m_messages.size())
        m_messages.removeAt(m_shown);
    m_shown = 0;
    refresh();
}

void MessageBar::showNext()
{
    m_shown = (m_shown + 1) % std::max<qsizetype>(1, m_messages.size());
    refresh();
}

QString MessageBar::shownText() const
{
    if (m_messages.isEmpty())
        return {};
    return QStringLiteral("%1 %2").arg(m_messages.at(m_shown).clause, m_messages.at(m_shown).rest).trimmed();
}

/// A message that only goes on in its text (progress) keeps its buttons, so that a click on one is not lost.
bool MessageBar::hasButtonsOf(const Message &message) const
{
    QStringList words;
    for (const Message::Remedy &remedy : message.remedies)
        words += remedy.words;
    return m_buttonsTopic == message.topic && m_buttonsWords == words;
}

void MessageBar::makeButtons(const Message &message)
{
    if (hasButtonsOf(message))
        return;
    m_buttonsTopic = message.topic;
    m_buttonsWords.clear();
    while (QLayoutItem *item = m_remedies->takeAt(0)) {
        item->widget()->hide();
        item->widget()->deleteLater();
        delete item;
    }
    int number = 0;
    for (const Message::Remedy &remedy : message.remedies) {
        auto *button = new QPushButton(remedy.words, this);
        nameWidget(button, QStringLiteral("MessageRemedy%1").arg(number++), remedy.words);
        button->setAutoDefault(false);
        // The remedy may replace this message, and with it the button: act when its click is over.
        connect(
            button, &QPushButton::clicked, this, [this, index = m_buttonsWords.size()] { act(index); },
            Qt::QueuedConnection);
        m_remedies->addWidget(button);
        m_buttonsWords += remedy.words;
    }
}

void MessageBar::act(qsizetype remedy)
{
    if (m_messages.isEmpty() || !hasButtonsOf(m_messages.at(m_shown)))
        return;
    const std::function<void()> act = m_messages.at(m_shown).remedies.at(remedy).act;
    act();
}

void MessageBar::refresh()
{
    if (m_messages.isEmpty()) {
        makeButtons({});
        hide();
        return;
    }
    const Message message = m_messages.at(m_shown);
    switch (message.weight) {
    case Message::Weight::Note:
        m_sign->setIconName(QStringLiteral("note"));
        m_sign->setTone(IconLabel::Tone::Accent);
        break;
    case Message::Weight::ToCheck:
        m_sign->setIconName(QStringLiteral("to-check"));
        m_sign->setTone(IconLabel::Tone::ToCheck);
        break;
    case Message::Weight::Error:
        m_sign->setIconName(QStringLiteral("error"));
        m_sign->setTone(IconLabel::Tone::Error);
        break;
    }
    m_text->setText(QStringLiteral("<b>%1</b> %2").arg(message.clause.toHtmlEscaped(), message.rest.toHtmlEscaped()));
    m_more->setVisible(m_messages.size() > 1);
    m_more->setText(tr("%1 of %2").arg(m_shown + 1).arg(m_messages.size()));
    m_more->updateGeometry();
    makeButtons(message);
    setAccessibleDescription(shownText());
    show();
    update();
    QAccessibleEvent announced(this, QAccessible::Alert);
    QAccessible::updateAccessibility(&announced);
}

void MessageBar::paintEvent(QPaintEvent *)
{
    if (m_messages.isEmpty())
        return;
    QPainter painter(this);
    const Tones tones(palette());
    QColor ground = tones.noteGround();
    QColor line = tones.note();
    const Message::Weight weight = m_messages.at(m_shown).weight;
    if (weight == Message::Weight::Error) {
        ground = tones.errorGround();
        line = tones.error();
    } else if (weight == Message::Weight::ToCheck) {
        ground = tones.toCheckGround();
        line = tones.toCheck();
    }
    painter.fillRect(rect(), ground);
    painter.fillRect(0, height() - 1, width(), 1, Tones::mixed(line, ground, 0.4));
}

void MessageBar::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        update();
}

} // namespace vitrine
