#include "content/liquid/LiquidFilters.h"

#include <QRegularExpression>

#include <map>

namespace vitrine {

namespace {

/// No filter makes a text longer than this; replacing letters by pages would.
constexpr qsizetype longestText = 16 * 1024 * 1024;

/// Ruby's CGI.escape: blanks become `+`.
QString urlEncoded(const QString &text)
{
    QByteArray encoded = text.toUtf8().toPercentEncoding("", "~");
    encoded.replace("%20", "+");
    return QString::fromLatin1(encoded);
}

QString urlDecoded(const QString &text)
{
    return QString::fromUtf8(QByteArray::fromPercentEncoding(text.toUtf8().replace('+', ' ')));
}

QString stripHtml(QString text)
{
    static const QRegularExpression blocks(
        QStringLiteral("<script.*?</script>|<!--.*?-->|<style.*?</style>"),
        QRegularExpression::DotMatchesEverythingOption);
    static const QRegularExpression tags(QStringLiteral("<.*?>"), QRegularExpression::DotMatchesEverythingOption);
    return text.remove(blocks).remove(tags);
}

QString lowerFirstUpper(const QString &text)
{
    return text.isEmpty() ? text : text.first(1).toUpper() + text.sliced(1).toLower();
}

QString strippedLeft(const QString &text)
{
    qsizetype i = 0;
    while (i < text.size() && text[i].isSpace())
        ++i;
    return text.sliced(i);
}

QString strippedRight(QString text)
{
    while (!text.isEmpty() && text.back().isSpace())
        text.chop(1);
    return text;
}

QString replaced(const QString &text, const QString &what, const QString &with, bool once)
{
    if (once) {
        QString changed = text;
        const qsizetype at = text.indexOf(what);
        return at < 0 ? text : changed.replace(at, what.size(), with);
    }
    const qsizetype growth = std::max<qsizetype>(with.size() - what.size(), 0);
    if (text.size() + text.count(what) * growth > longestText)
        return text;
    return QString(text).replace(what, with);
}

QString truncated(const QString &text, qlonglong length, const QString &ellipsis)
{
    const QList<uint> letters = text.toUcs4();
    if (letters.size() <= length)
        return text;
    const qlonglong kept = std::clamp<qlonglong>(length - ellipsis.toUcs4().size(), 0, letters.size());
    return QString::fromUcs4(reinterpret_cast<const char32_t *>(letters.constData()), kept) + ellipsis;
}

QString truncatedWords(const QString &text, qlonglong count, const QString &ellipsis)
{
    static const QRegularExpression blanks(QStringLiteral("\\s+"));
    const QStringList words = text.split(blanks, Qt::SkipEmptyParts);
    const qsizetype kept = std::max<qlonglong>(count, 1);
    return words.size() > kept ? words.first(kept).join(QLatin1Char(' ')) + ellipsis : text;
}

QString slugified(const QString &text)
{
    static const QRegularExpression others(QStringLiteral("[^\\p{M}\\p{L}\\p{Nd}]+"));
    QString slug = text;
    slug.replace(others, QStringLiteral("-"));
    while (slug.startsWith(QLatin1Char('-')))
        slug.remove(0, 1);
    while (slug.endsWith(QLatin1Char('-')))
        slug.chop(1);
    return slug.toLower();
}

qlonglong integerOr(const QVariantList &arguments, int index, qlonglong otherwise)
{
    return arguments.size() > index ? liquidString(arguments[index]).toLongLong() : otherwise;
}

QString textOr(const QVariantList &arguments, int index, const QString &otherwise)
{
    return arguments.size() > index ? liquidString(arguments[index]) : otherwise;
}

using TextFilter = QVariant (*)(const QString &, const QVariantList &);

QString argument(const QVariantList &arguments, int index = 0)
{
    return liquidString(arguments.value(index));
}

const std::map<QByteArray, TextFilter> &textFilters()
{
    using A = const QVariantList &;
    using T = const QString &;
    static const std::map<QByteArray, TextFilter> filters{
        {"append", [](T t, A a) -> QVariant { return t.size() > longestText ? t : t + argument(a); }},
        {"prepend", [](T t, A a) -> QVariant { return t.size() > longestText ? t : argument(a) + t; }},
        {"upcase", [](T t, A) -> QVariant { return t.toUpper(); }},
        {"downcase", [](T t, A) -> QVariant { return t.toLower(); }},
        {"capitalize", [](T t, A) -> QVariant { return lowerFirstUpper(t); }},
        {"strip", [](T t, A) -> QVariant { return t.trimmed(); }},
        {"lstrip", [](T t, A) -> QVariant { return strippedLeft(t); }},
        {"rstrip", [](T t, A) -> QVariant { return strippedRight(t); }},
        {"strip_newlines",
         [](T t, A) -> QVariant { return QString(t).remove(QStringLiteral("\r\n")).remove(QLatin1Char('\n')); }},
        {"newline_to_br",
         [](T t, A) -> QVariant { return replaced(t, QStringLiteral("\n"), QStringLiteral("<br />\n"), false); }},
        {"strip_html", [](T t, A) -> QVariant { return stripHtml(t); }},
        {"escape", [](T t, A) -> QVariant { return escapedHtml(t); }},
        {"xml_escape", [](T t, A) -> QVariant { return escapedHtml(t); }},
        {"url_encode", [](T t, A) -> QVariant { return urlEncoded(t); }},
        {"cgi_escape", [](T t, A) -> QVariant { return urlEncoded(t); }},
        {"url_decode", [](T t, A) -> QVariant { return urlDecoded(t); }},
        {"remove", [](T t, A a) -> QVariant { return replaced(t, argument(a), {}, false); }},
        {"remove_first", [](T t, A a) -> QVariant { return replaced(t, argument(a), {}, true); }},
        {"replace", [](T t, A a) -> QVariant { return replaced(t, argument(a), argument(a, 1), false); }},
        {"replace_first", [](T t, A a) -> QVariant { return replaced(t, argument(a), argument(a, 1), true); }},
        {"truncate",
         [](T t, A a) -> QVariant { return truncated(t, integerOr(a, 0, 50), textOr(a, 1, QStringLiteral("..."))); }},
        {"truncatewords",
         [](T t, A a) -> QVariant {
             return truncatedWords(t, integerOr(a, 0, 15), textOr(a, 1, QStringLiteral("...")));
         }},
        {"slugify", [](T t, A) -> QVariant { return slugified(t); }},
        {"normalize_whitespace", [](T t, A) -> QVariant { return t.simplified(); }},
        {"number_of_words",
         [](T t, A) -> QVariant {
             return qlonglong(t.simplified().split(QLatin1Char(' '), Qt::SkipEmptyParts).size());
         }},
    };
    return filters;
}

/// Filters that make nothing of nothing, where others make an empty text.
bool keepsNothing(const QByteArray &name)
{
    static const QList<QByteArray> names{"escape", "url_encode", "url_decode", "truncate", "truncatewords", "slugify"};
    return names.contains(name);
}

} // namespace

QString escapedHtml(const QString &text)
{
    QString escaped = text.toHtmlEscaped();
    return escaped.replace(QLatin1Char('\''), QStringLiteral("&#39;"));
}

std::optional<QVariant> applyTextFilter(const QByteArray &name, const QVariant &input, const QVariantList &arguments)
{
    const auto found = textFilters().find(name);
    if (found == textFilters().end())
        return {};
    const bool isWhole = isListLiquid(input) || isMapLiquid(input);
    if (isWhole && !liquidInspected(input))
        return unknownLiquid();
    return !input.isValid() && keepsNothing(name) ? QVariant() : found->second(liquidString(input), arguments);
}

} // namespace vitrine
