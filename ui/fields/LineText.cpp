#include "ui/fields/LineText.h"

#include "content/page/writing/Escape.h"
#include "ui/source/ByteText.h"

#include <QRegularExpression>

namespace vitrine {

namespace {

QString sourceText(const Field &field)
{
    return QString::fromUtf8(field.plain ? *field.plain : field.value.text());
}

bool isBreak(QChar character)
{
    return character == QLatin1Char('\n') || character == QLatin1Char('\r') || character == QChar::LineSeparator
        || character == QChar::ParagraphSeparator;
}

/// One line of plain text as the page would have to write it to show it literally.
QByteArray escaped(const QByteArray &line, const FieldContext &context, FieldId field)
{
    if (context.page && context.entry >= 0)
        return markdownFromPlain(line, escapeContextOf(*context.page, context.ref(), field));
    EscapeContext ordinary;
    if (context.page)
        ordinary.markdown = context.page->context().markdown;
    return markdownFromPlain(line, ordinary);
}

} // namespace

QString inOneLine(QString text)
{
    static const QRegularExpression breaks(QStringLiteral("[ \\t]*[\\n\\r\\x{2028}\\x{2029}]+[ \\t]*"));
    static const QRegularExpression lastBreaks(QStringLiteral("[\\n\\r\\x{2028}\\x{2029}]+$"));
    return text.remove(lastBreaks).replace(breaks, QStringLiteral(" "));
}

void LineText::setField(const Field &field, const FieldContext &context)
{
    m_field = field;
    m_context = context;
    m_text = sourceText(field);
    m_markdown = !field.value.isEmpty() && !field.plain;
}

QString LineText::shown() const
{
    QString shown = m_text;
    for (QChar &character : shown) {
        if (isBreak(character))
            character = QLatin1Char(' ');
    }
    return shown;
}

void LineText::take(const QString &shownNow)
{
    const TextDifference difference = differenceOf(shown(), shownNow);
    m_text.replace(
        difference.begin, difference.end - difference.begin,
        shownNow.mid(difference.begin, difference.newEnd - difference.begin));
}

QByteArray LineText::markdown() const
{
    if (m_text == sourceText(m_field))
        return m_field.value.text();
    if (m_markdown)
        return m_text.toUtf8();
    QByteArrayList lines = m_text.toUtf8().split('\n');
    for (QByteArray &line : lines)
        line = escaped(line, m_context, m_field.id);
    return lines.join('\n');
}

int LineText::positionOf(QByteArrayView rangeBytes, qsizetype offset) const
{
    // Walks through the bytes and what is shown of them side by side: shown characters stand in the bytes in the same
    // order, with backslashes, entities and indents between them.
    const QByteArray shownBytes = m_text.toUtf8();
    qsizetype at = 0;
    for (qsizetype i = 0; i < std::min(offset, rangeBytes.size()) && at < shownBytes.size(); ++i) {
        if (rangeBytes[i] == shownBytes[at])
            ++at;
    }
    return static_cast<int>(QString::fromUtf8(QByteArrayView(shownBytes).first(at)).size());
}

} // namespace vitrine
