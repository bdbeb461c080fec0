#pragma once

#include <QByteArray>
#include <QVariantMap>

namespace vitrine {

/// A value of the site's settings as UTF-8 text without outer blanks; empty when it is missing or no text.
inline QByteArray siteText(const QVariantMap &map, const char *key)
{
    return map.value(QString::fromLatin1(key)).toString().toUtf8().trimmed();
}

/// Text for an attribute's value: quotes, angle brackets and ampersands as entities.
inline QByteArray attributeText(const QByteArray &text)
{
    return QString::fromUtf8(text).toHtmlEscaped().toUtf8();
}

} // namespace vitrine
