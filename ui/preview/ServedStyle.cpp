#include "ui/preview/ServedStyle.h"

#include "ui/preview/StyleAddresses.h"

#include <QRegularExpression>

namespace vitrine {

namespace {

bool isRemote(const QString &address)
{
    static const QRegularExpression remote(QStringLiteral("^(https?:)?//"), QRegularExpression::CaseInsensitiveOption);
    return remote.match(address).hasMatch();
}

QString served(const QString &address, const QUrl &from, bool remoteAllowed)
{
    const bool isInline = address.startsWith(QStringLiteral("data:")) || address.startsWith(QLatin1Char('#'));
    if (isInline || (from.isEmpty() && !isRemote(address)))
        return address;
    if (!remoteAllowed)
        return {};
    const QUrl base = from.isEmpty() ? QUrl(QStringLiteral("https://site/")) : from;
    return QStringLiteral("/-/remote?")
        + QString::fromLatin1(QUrl::toPercentEncoding(base.resolved(QUrl(address)).toString()));
}

} // namespace

QByteArray servedStyle(const QByteArray &css, const QUrl &from, bool remoteAllowed)
{
    return withStyleAddresses(css, [&](const QString &address) { return served(address, from, remoteAllowed); });
}

} // namespace vitrine
