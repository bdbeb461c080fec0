#include "app/site/Site.h"

namespace vitrine {

std::optional<QString> Site::findRoot(const QString &)
{
    return {};
}

std::shared_ptr<const Site> Site::open(const QString &root)
{
    auto site = std::make_shared<Site>();
    site->m_root = root;
    site->m_values = std::make_shared<SiteValues>();
    return site;
}

std::shared_ptr<const Site> Site::none()
{
    return open({});
}

std::optional<QString> Site::findPage() const
{
    return {};
}

ReadContext Site::readContext(const QString &) const
{
    return {m_values, {}, {}, true};
}

QString Site::relativePath(const QString &absolute) const
{
    return absolute;
}

QString Site::absolutePath(const QString &relative, const QString &) const
{
    return relative;
}

} // namespace vitrine
