#include "ui/fields/MarkdownField.h"

#include "ui/fields/FieldBox.h"
#include "ui/fields/FormatStrip.h"
#include "ui/fields/GrowingEdit.h"
#include "ui/look/Controls.h"
#include "ui/source/StyleHighlighter.h"

#include <QRegularExpression>
#include <QVBoxLayout>

namespace vitrine {

namespace {

constexpr int leastLines = 3;
constexpr int mostLines = 12;

int wordCount(const QString &text)
{
    static const QRegularExpression word(QStringLiteral("[\\p{L}\\p{N}][\\p{L}\\p{N}'’-]*"));
    int count = 0;
    for (auto match = word.globalMatch(text); match.hasNext(); match.next())
        ++count;
    return count;
}

/// Where a byte of the value's range stands in the value, from which line ends and indents of wrapped lines are taken.
qsizetype placeInValue(QByteArrayView rangeBytes, QByteArrayView value, qsizetype offset)
{
    qsizetype at = 0;
    for (qsizetype i = 0; i < std::min(offset, rangeBytes.size()) && at < value.size(); ++i) {
        if (rangeBytes[i] == value[at])
            ++at;
    }
    return at;
}

} // namespace

MarkdownField::MarkdownField(FieldId id, QWidget *parent)
    : FieldEditor(id, parent),
      m_box(new FieldBox(this)),
      m_edit(new GrowingEdit(leastLines, mostLines)),
      m_strip(new FormatStrip(m_edit)),
      m_highlighter(new StyleHighlighter(m_edit))
{
    nameWidget(m_edit, widgetName(id, "Edit"), labelOf(id));
    m_box->setContent(m_edit);
    m_box->setStrip(m_strip);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->addWidget(m_box);
    setFocusProxy(m_edit);
    connect(m_edit, &ByteEdit::bytesEdited, this, [this] {
        m_lineRefused = false;
        restyle();
        Q_EMIT edited();
    });
    connect(m_edit, &ByteEdit::lineRefused, this, [this] {
        m_lineRefused = true;
        Q_EMIT hintChanged();
    });
    restyle();
}

void MarkdownField::setFillsPane(bool fills)
{
    m_fillsPane = fills;
    m_edit->setFillsHeight(fills);
    m_box->setSizePolicy(QSizePolicy::Expanding, fills ? QSizePolicy::Preferred : QSizePolicy::Fixed);
    restyle();
}

bool MarkdownField::holdsLines() const
{
    if (!context().page || m_fillsPane || m_edit->bytes().contains('\n'))
        return true;
    if (context().entry < 0)
        return false;
    const Container container = context().page->entry(context().ref()).container;
    return container == Container::Paragraph || container == Container::Heading;
}

void MarkdownField::setField(const Field &field)
{
    m_lineRefused = false;
    m_edit->setBytes(field.value.text());
    m_edit->setHoldsLines(holdsLines());
    restyle();
}

Value MarkdownField::typed() const
{
    return m_edit->bytes();
}

void MarkdownField::setTyped(const Value &typed)
{
    m_edit->setBytes(typed.text());
    restyle();
}

void MarkdownField::restyle()
{
    const QByteArray &text = m_edit->bytes();
    const MarkdownOptions options = context().page ? context().page->context().markdown : MarkdownOptions();
    m_highlighter->setStyles(stylesOf(text, readMarkdown(text, {0, text.size()}, options)));
    m_strip->setNote(
        m_fillsPane ? tr("%n word(s)", nullptr, wordCount(m_edit->content().text())) : tr("Ctrl+K adds a link"));
}

void MarkdownField::focusAt(const Field &field, qsizetype offset)
{
    m_edit->setFocus(Qt::OtherFocusReason);
    if (!field.range || !context().page)
        return;
    const QByteArray bytes = context().page->text(*field.range);
    m_edit->setCaret(placeInValue(bytes, m_edit->bytes(), offset - field.range->begin));
}

QString MarkdownField::warning() const
{
    return m_lineRefused ? tr("This entry is one line on your page and cannot hold a second paragraph.") : QString();
}

void MarkdownField::focusEnd()
{
    m_edit->setFocus(Qt::OtherFocusReason);
    m_edit->setCaret(m_edit->bytes().size());
}

void MarkdownField::setSuggested(const QString &suggestion)
{
    setTyped(Value(suggestion.toUtf8()));
}

void MarkdownField::setRefused(bool refused)
{
    m_box->setRefused(refused);
}

QString MarkdownField::hint() const
{
    return m_fillsPane ? tr("An empty line starts a new paragraph. Ctrl+K makes a link of the words you marked.")
                       : QString();
}

} // namespace vitrine
