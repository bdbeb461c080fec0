#include "content/render/HeadingIds.h"

#include "content/markdown/Characters.h"

#include <QString>

namespace vitrine {

namespace {

bool isKept(char32_t c)
{
    switch (QChar::category(c)) {
    case QChar::Letter_Uppercase:
    case QChar::Letter_Lowercase:
    case QChar::Letter_Titlecase:
    case QChar::Letter_Modifier:
    case QChar::Letter_Other:
    case QChar::Mark_NonSpacing:
    case QChar::Mark_SpacingCombining:
    case QChar::Mark_Enclosing:
    case QChar::Number_DecimalDigit:
    case QChar::Punctuation_Connector:
        return true;
    default:
        return c == U'-' || c == U' ' || c == U'\t';
    }
}

QByteArray gitHubId(const QByteArray &title)
{
    QString id;
    for (const char32_t c : QString::fromUtf8(title).toLower().toUcs4()) {
        if (isKept(c))
            id += c == U' ' || c == U'\t' ? QStringLiteral("-") : QString::fromUcs4(&c, 1);
    }
    return id.toUtf8();
}

QByteArray ownId(const QByteArray &title)
{
    QByteArray id;
    for (const char c : title) {
        if (isAsciiLetter(c) || (!id.isEmpty() && (isAsciiDigit(c) || c == '-')))
            id += c;
        else if (c == ' ' && !id.isEmpty())
            id += '-';
    }
    return id.isEmpty() ? QByteArray("section") : id.toLower();
}

} // namespace

QByteArray HeadingIds::next(const QByteArray &title, bool insideHtml)
{
    const QByteArray id = insideHtml ? ownId(title) : gitHubId(title);
    const int before = m_seen[insideHtml ? 1 : 0][id]++;
    return before == 0 ? id : id + '-' + QByteArray::number(before);
}

} // namespace vitrine
