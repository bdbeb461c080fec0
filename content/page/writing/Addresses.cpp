#include "content/page/writing/Addresses.h"

#include <QList>

namespace vitrine {

QByteArray hostOf(const QByteArray &url)
{
    const qsizetype scheme = url.indexOf("://");
    const qsizetype begin = scheme < 0 ? 0 : scheme + 3;
    const QByteArray host = url.mid(begin, url.indexOf('/', begin) - begin).toLower();
    for (const char *shared : {".github.io", ".gitlab.io"}) {
        if (host.endsWith(shared))
            return shared;
    }
    return host.startsWith("www.") ? host.mid(4) : host;
}

QByteArray repositoryOf(const QByteArray &url)
{
    static const QByteArray host = QByteArrayLiteral("github.com/");
    const qsizetype at = url.indexOf(host);
    if (at < 0)
        return {};
    const QList<QByteArray> parts = url.mid(at + host.size()).split('/');
    if (parts.size() < 2 || parts[0].isEmpty() || parts[1].isEmpty())
        return {};
    const QByteArray name = parts[1].split('?').front();
    return parts[0] + '/' + (name.endsWith(".git") ? name.chopped(4) : name);
}

} // namespace vitrine
