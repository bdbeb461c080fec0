#include "ui/preview/StyleAddresses.h"

#include <QRegularExpression>

namespace vitrine {

QByteArray withStyleAddresses(const QByteArray &css, const std::function<QString(const QString &address)> &mapped)
{
    static const QRegularExpression address(
        QStringLiteral(R"re((url\(\s*["']?|@import\s+["'])([^"')\s]+))re"), QRegularExpression::CaseInsensitiveOption);
    const QString text = QString::fromUtf8(css);
    QString out;
    qsizetype reached = 0;
    for (QRegularExpressionMatchIterator it = address.globalMatch(text); it.hasNext();) {
        const QRegularExpressionMatch match = it.next();
        out += QStringView(text).mid(reached, match.capturedStart(2) - reached);
        out += mapped(match.captured(2));
        reached = match.capturedEnd(2);
    }
    out += QStringView(text).mid(reached);
    return out.toUtf8();
}

} // namespace vitrine
