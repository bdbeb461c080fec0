#include "content/liquid/LiquidFilters.h"

#include <QRegularExpression>

namespace vitrine {

namespace {

QString settingOf(const QVariantMap &config, const char *name)
{
    return liquidString(config.value(QLatin1String(name)));
}

bool isAbsolute(const QString &address)
{
    const qsizetype colon = address.indexOf(QLatin1String("://"));
    return colon > 0 && address.first(colon).indexOf(QLatin1Char('/')) < 0;
}

QString withoutFinalSlash(QString text)
{
    while (text.endsWith(QLatin1Char('/')))
        text.chop(1);
    return text;
}

QString withLeadingSlash(const QString &text)
{
    return text.isEmpty() || text.startsWith(QLatin1Char('/')) ? text : QLatin1Char('/') + text;
}

/// Jekyll writes addresses with everything outside ASCII, and blanks, percent-encoded.
QString encoded(const QString &address)
{
    return QString::fromLatin1(address.toUtf8().toPercentEncoding("/:?#[]@!$&'()*+,;=~-._"));
}

/// What is encoded already stays.
QString normalized(const QString &address)
{
    static const QRegularExpression twice(QStringLiteral("%25([0-9A-Fa-f]{2})"));
    return encoded(address.trimmed())
        .replace(twice, QStringLiteral("%\\1"))
        .replace(QLatin1Char('['), QStringLiteral("%5B"))
        .replace(QLatin1Char(']'), QStringLiteral("%5D"));
}

QString relativeUrl(const QString &address, const QVariantMap &config)
{
    if (isAbsolute(address))
        return address;
    const QString base = withLeadingSlash(withoutFinalSlash(settingOf(config, "baseurl")));
    const QString path = base + withLeadingSlash(address);
    return normalized(withLeadingSlash(path.isEmpty() ? QStringLiteral("/") : path));
}

} // namespace

std::optional<QVariant> applyAddressFilter(const QByteArray &name, const QVariant &input, const QVariantMap &config)
{
    if (name != "relative_url" && name != "absolute_url" && name != "uri_escape")
        return {};
    if (!input.isValid())
        return QVariant();
    const QString address = liquidString(input);
    if (name == "uri_escape")
        return encoded(address);
    if (name == "relative_url" || isAbsolute(address))
        return relativeUrl(address, config);
    const QString site = settingOf(config, "url");
    return site.isEmpty() ? relativeUrl(address, config) : withoutFinalSlash(site) + relativeUrl(address, config);
}

} // namespace vitrine
