#pragma once

#include <QByteArray>
#include <QHash>

namespace vitrine {

/// Makes the ids of headings one after another, as kramdown does with GitHub's and with its own rule (inside HTML).
class HeadingIds
{
public:
    QByteArray next(const QByteArray &title, bool insideHtml);

private:
    QHash<QByteArray, int> m_seen[2];
};

} // namespace vitrine
