#include "ui/preview/ServedStyle.h"

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
    static const QRegularExpression address(
        QStringLiteral(R"re((url\(\s*["']?|@import\s+["'])([^"')\s]+))re"), QRegularExpression::CaseInsensitiveOption);
    const QString text = QString::fromUtf8(css);
    QString out;
    qsizetype reached = 0;
    for (QRegularExpressionMatchIterator it = address.globalMatch(text); it.hasNext();) {
        const QRegularExpressionMatch match = it.next();
        out += QStringView(text).mid(reached, match.capturedStart(2) - reached);
        out += served(match.captured(2), from, remoteAllowed);
        reached = match.capturedEnd(2);
    }
    out += QStringView(text).mid(reached);
    return out.toUtf8();
}

} // namespace vitrine
