#include "ui/fields/KeywordsField.h"

#include "ui/fields/ChipList.h"
#include "ui/fields/FieldBox.h"
#include "ui/fields/LineEdit.h"
#include "ui/look/Controls.h"
#include "ui/look/Metrics.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QRegularExpression>
#include <QVBoxLayout>

namespace vitrine {

KeywordsField::KeywordsField(FieldId id, QWidget *parent)
    : FieldEditor(id, parent), m_box(new FieldBox(this)), m_chips(new ChipList(m_box)), m_line(new LineEdit)
{
    nameWidget(m_chips, widgetName(id, "Chips"), labelOf(id));
    nameWidget(m_line, widgetName(id, "Edit"), tr("Add to %1").arg(labelOf(id)));
    m_line->setFrame(false);
    m_line->setPlaceholderText(tr("Add one, then a comma or Enter"));
    m_line->installEventFilter(this);
    auto *strip = new QWidget(m_box);
    auto *row = new QHBoxLayout(strip);
    row->setContentsMargins(metrics::px(1), 0, metrics::px(1), 0);
    row->addWidget(m_line);
    m_box->setContent(m_chips);
    m_box->setStrip(strip);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->addWidget(m_box);
    setFocusProxy(m_line);
    connect(m_line, &LineEdit::typed, this, &KeywordsField::takeTyped);
    connect(m_chips, &ChipList::editWanted, this, &KeywordsField::takeBack);
    connect(m_chips, &ChipList::removeWanted, this, [this](int chip) {
        m_words.removeAt(chip);
        show();
        Q_EMIT edited();
    });
    connect(m_chips, &ChipList::moveWanted, this, [this](int from, int to) {
        m_words.move(from, to);
        show();
        m_chips->setCurrent(to);
        Q_EMIT edited();
    });
    show();
}

void KeywordsField::setField(const Field &field)
{
    setWords(field.value.strings());
}

Value KeywordsField::typed() const
{
    StringList all = m_words;
    const QByteArray pending = m_line->text().trimmed().toUtf8();
    if (!pending.isEmpty())
        all += pending;
    return all;
}

void KeywordsField::setTyped(const Value &typed)
{
    setWords(typed.strings());
}

void KeywordsField::setWords(const StringList &keywords)
{
    if (typed() == Value(keywords))
        return;
    m_words = keywords;
    m_line->setShown({});
    show();
}

void KeywordsField::setSuggested(const QString &suggestion)
{
    m_line->setShown(suggestion);
}

void KeywordsField::setRefused(bool refused)
{
    m_box->setRefused(refused);
}

void KeywordsField::show()
{
    QList<Chip> chips;
    for (const QByteArray &word : m_words)
        chips += Chip{.text = QString::fromUtf8(word), .marks = {}, .spoken = QString::fromUtf8(word)};
    m_chips->setChips(chips);
    m_chips->setVisible(!chips.isEmpty());
}

void KeywordsField::takeTyped()
{
    static const QRegularExpression comma(QStringLiteral("\\s*[,，、;；]\\s*"));
    QStringList pieces = m_line->text().split(comma);
    if (pieces.size() > 1) {
        const QString rest = pieces.takeLast();
        for (const QString &piece : pieces) {
            if (!piece.trimmed().isEmpty())
                m_words += piece.trimmed().toUtf8();
        }
        m_line->setShown(rest);
        show();
    }
    Q_EMIT edited();
}

void KeywordsField::takeBack(int chip)
{
    const QByteArray pending = m_line->text().trimmed().toUtf8();
    const QByteArray word = m_words.takeAt(chip);
    if (!pending.isEmpty())
        m_words += pending;
    m_line->setShown(QString::fromUtf8(word));
    m_line->setFocus(Qt::OtherFocusReason);
    m_line->end(false);
    show();
    if (chip != m_words.size())
        Q_EMIT edited();
}

bool KeywordsField::eventFilter(QObject *watched, QEvent *event)
{
    if (watched != m_line || event->type() != QEvent::KeyPress)
        return FieldEditor::eventFilter(watched, event);
    const auto *key = static_cast<QKeyEvent *>(event);
    const bool isEnter = key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter;
    const QString pending = m_line->text().trimmed();
    if (isEnter && !(key->modifiers() & ~Qt::KeypadModifier) && !pending.isEmpty()) {
        m_words += pending.toUtf8();
        m_line->setShown({});
        show();
        return true;
    }
    if (key->key() == Qt::Key_Backspace && m_line->text().isEmpty() && !m_words.isEmpty()) {
        takeBack(static_cast<int>(m_words.size()) - 1);
        return true;
    }
    return FieldEditor::eventFilter(watched, event);
}

} // namespace vitrine
