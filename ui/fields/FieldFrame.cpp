#include "ui/fields/FieldFrame.h"

#include "ui/fields/QuietLabel.h"
#include "ui/look/Controls.h"
#include "ui/look/Icons.h"
#include "ui/look/Metrics.h"
#include "ui/look/Tones.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QTimer>
#include <QVBoxLayout>

namespace vitrine {

using namespace metrics;

namespace {

/// How long typing may pause before a refusal is explained.
constexpr int pauseBeforeSentence = 600;

/// A button is never cut, so what it quotes must be short.
QString shortened(const QString &quoted)
{
    constexpr qsizetype most = 46;
    const QString cut = QStringLiteral("…");
    return quoted.size() <= most ? quoted : quoted.left(most / 2) + cut + quoted.right(most / 2 - 1);
}

} // namespace

FieldFrame::FieldFrame(QWidget *editor, const QString &name, QWidget *parent)
    : QWidget(parent),
      m_editor(editor),
      m_row(new QHBoxLayout),
      m_besideHint(new QuietLabel(this)),
      m_belowHint(new QuietLabel(this)),
      m_pause(new QTimer(this))
{
    m_row->setContentsMargins({});
    m_row->setSpacing(px(2));
    m_row->addWidget(editor, 1);
    m_row->addWidget(m_besideHint);
    m_belowHint->setWordWrap(true);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->setSpacing(px(1));
    layout->addLayout(m_row, 1);
    layout->addWidget(m_belowHint);
    layout->addWidget(makeMessage());
    setName(name);
    m_pause->setSingleShot(true);
    m_pause->setInterval(pauseBeforeSentence);
    connect(m_pause, &QTimer::timeout, this, &FieldFrame::showRefusal);
    setHint({});
    showMessage();
}

void FieldFrame::setName(const QString &name)
{
    setObjectName(name + QStringLiteral("Frame"));
    m_besideHint->setObjectName(name + QStringLiteral("HintBeside"));
    m_belowHint->setObjectName(name + QStringLiteral("Hint"));
    m_sentence->setObjectName(name + QStringLiteral("Refusal"));
    m_suggestion->setObjectName(name + QStringLiteral("FrameSuggestion"));
    m_markdown->setObjectName(name + QStringLiteral("FrameEditAsMarkdown"));
}

QWidget *FieldFrame::makeMessage()
{
    m_message = new QWidget(this);
    auto *column = new QVBoxLayout(m_message);
    column->setContentsMargins({});
    column->setSpacing(0);
    auto *line = new QHBoxLayout;
    line->setSpacing(px(1.5));
    m_sign = new QLabel(m_message);
    m_sentence = new QLabel(m_message);
    m_sentence->setWordWrap(true);
    m_sentence->setTextInteractionFlags(Qt::TextSelectableByMouse);
    line->addWidget(m_sign, 0, Qt::AlignTop);
    line->addWidget(m_sentence, 1);
    auto *remedies = new QHBoxLayout;
    remedies->setSpacing(px(1));
    remedies->setContentsMargins(px(iconRow) - px(0.5), 0, 0, 0);
    m_suggestion = new QuietButton({}, {}, m_message);
    m_markdown = new QuietButton({}, tr("Edit as Markdown"), m_message);
    m_markdown->setAccessibleName(m_markdown->text());
    connect(m_suggestion, &QPushButton::clicked, this, [this] {
        if (const QString taken = suggestion(); !taken.isEmpty())
            Q_EMIT suggestionTaken(taken);
    });
    connect(m_markdown, &QPushButton::clicked, this, &FieldFrame::editAsMarkdownWanted);
    remedies->addWidget(m_suggestion);
    remedies->addWidget(m_markdown);
    remedies->addStretch();
    column->addLayout(line);
    column->addLayout(remedies);
    return m_message;
}

void FieldFrame::setHintBeside(bool beside)
{
    m_hintBeside = beside;
    m_row->setStretchFactor(m_editor, beside ? 0 : 1);
    m_row->setStretchFactor(m_besideHint, beside ? 1 : 0);
    setHint(m_hint);
}

void FieldFrame::setHint(const QString &hint)
{
    m_hint = hint;
    m_besideHint->setText(m_hintBeside ? hint : QString());
    m_besideHint->setVisible(m_hintBeside);
    m_belowHint->setText(hint);
    m_belowHint->setVisible(!m_hintBeside && !hint.isEmpty());
}

void FieldFrame::setWarning(const QString &warning, const QString &suggestion)
{
    if (warning == m_warning && suggestion == m_warningSuggestion)
        return;
    m_warning = warning;
    m_warningSuggestion = suggestion;
    showMessage();
}

void FieldFrame::setRefusal(const Error &error)
{
    m_refusal = error;
    if (m_refusalShown)
        showMessage();
    else
        m_pause->start();
}

void FieldFrame::clearRefusal()
{
    m_pause->stop();
    if (!m_refusal)
        return;
    m_refusal.reset();
    m_refusalShown = false;
    showMessage();
    Q_EMIT refusalShown(false);
}

void FieldFrame::showRefusal()
{
    m_pause->stop();
    if (!m_refusal || m_refusalShown)
        return;
    m_refusalShown = true;
    showMessage();
    Q_EMIT refusalShown(true);
}

bool FieldFrame::isRefusalShown() const
{
    return m_refusalShown;
}

void FieldFrame::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        showMessage();
}

void FieldFrame::showMessage()
{
    const bool refused = m_refusal && m_refusalShown;
    const QString sentence = refused ? m_refusal->sentence : m_warning;
    m_editor->setAccessibleDescription(sentence);
    m_message->setVisible(!sentence.isEmpty());
    if (sentence.isEmpty())
        return;
    const Tones tones(palette());
    const QColor color = refused ? tones.error() : tones.toCheck();
    m_sign->setPixmap(iconPixmap(
        refused ? QStringLiteral("error") : QStringLiteral("to-check"), color, px(iconRow), devicePixelRatioF()));
    QPalette colored = palette();
    colored.setColor(QPalette::WindowText, color);
    m_sentence->setPalette(colored);
    m_sentence->setFont(smallFont());
    m_sentence->setText(sentence);
    const QString offered = suggestion();
    m_suggestion->setVisible(!offered.isEmpty());
    m_suggestion->setText(tr("Use “%1”").arg(shortened(offered)));
    m_suggestion->setToolTip(tr("Use “%1”").arg(offered));
    m_suggestion->setAccessibleName(m_suggestion->toolTip());
    m_markdown->setVisible(refused && m_remediesShown);
}

QString FieldFrame::suggestion() const
{
    if (m_refusal && m_refusalShown)
        return m_remediesShown ? m_refusal->suggestion : QString();
    return m_warningSuggestion;
}

} // namespace vitrine
