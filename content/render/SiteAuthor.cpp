#include "content/render/SiteAuthor.h"

#include "content/profile/ProfileLinks.h"
#include "content/render/SiteText.h"

#include <vector>

namespace vitrine {

namespace {

/// The keys of the links that a site's foot repeats.
constexpr const char *followKeys[] = {"twitter", "facebook", "github", "bitbucket"};

struct Row
{
    QByteArray icon; ///< classes
    QByteArray label;
    QByteArray address; ///< empty: plain text
};

QByteArray addressOf(const ProfileLink &link, const QByteArray &value)
{
    const bool complete = value.contains("://") || value.startsWith("mailto:") || value.startsWith('/');
    return complete ? value : QByteArray(link.prefix) + value;
}

QByteArray iconHtml(const QByteArray &classes)
{
    return "<i class=\"" + attributeText(classes) + "\" aria-hidden=\"true\"></i>";
}

/// Links that the owner lists himself: `links:` with label or title, url and perhaps icon.
void addOwnLinks(const QVariantMap &author, std::vector<Row> &rows)
{
    for (const QVariant &own : author.value(QStringLiteral("links")).toList()) {
        const QVariantMap link = own.toMap();
        const QByteArray label = siteText(link, "label").isEmpty() ? siteText(link, "title") : siteText(link, "label");
        const QByteArray icon = siteText(link, "icon");
        if (!label.isEmpty())
            rows.push_back({icon.isEmpty() ? QByteArray("fas fa-fw fa-link") : icon, label, siteText(link, "url")});
    }
}

std::vector<Row> rowsOf(const QVariantMap &author)
{
    std::vector<Row> rows;
    if (const QByteArray location = siteText(author, "location"); !location.isEmpty())
        rows.push_back({"fas fa-fw fa-map-marker", location, {}});
    if (const QByteArray employer = siteText(author, "employer"); !employer.isEmpty())
        rows.push_back({"fas fa-fw fa-building-columns", employer, {}});
    for (const ProfileLink &link : profileLinks()) {
        const QByteArray value = siteText(author, link.key);
        if (!value.isEmpty())
            rows.push_back({QByteArray(link.icon).replace(' ', " fa-fw "), link.label, addressOf(link, value)});
    }
    addOwnLinks(author, rows);
    return rows;
}

QByteArray listItem(const Row &row)
{
    const QByteArray inner = iconHtml(row.icon) + ' ' + row.label;
    if (row.address.isEmpty())
        return "<li>" + inner + "</li>\n";
    return "<li><a href=\"" + attributeText(row.address) + "\">" + inner + "</a></li>\n";
}

/// The links as icons alone, for narrow windows.
QByteArray iconRow(const std::vector<Row> &rows)
{
    QByteArray html;
    for (const Row &row : rows) {
        if (!row.address.isEmpty()) {
            html += "<a href=\"" + attributeText(row.address) + "\" title=\"" + attributeText(row.label) + "\">"
                + iconHtml(row.icon) + "</a>\n";
        }
    }
    return html;
}

/// A picture's address from the site's root: bare names stand for files in `images/`.
QByteArray pictureAddress(const QByteArray &avatar)
{
    if (avatar.contains("://") || avatar.startsWith('/'))
        return avatar;
    return (avatar.contains('/') ? QByteArray("/") : QByteArray("/images/")) + avatar;
}

QByteArray pictureHtml(const QVariantMap &author, const QByteArray &name)
{
    const QByteArray avatar = siteText(author, "avatar");
    if (avatar.isEmpty())
        return {};
    return "<div class=\"author__avatar\"><img src=\"" + attributeText(pictureAddress(avatar))
        + "\" class=\"author__avatar\" alt=\"" + attributeText(name) + "\"></div>\n";
}

} // namespace

QByteArray authorHtml(const QVariantMap &author)
{
    const QByteArray name = siteText(author, "name");
    if (name.isEmpty())
        return {};
    const std::vector<Row> rows = rowsOf(author);
    // Jekyll puts name and bio in as they are, markup included ("Ada <br> 艾达").
    QByteArray html = "<div class=\"vt-profile\">\n" + pictureHtml(author, name)
        + "<div class=\"author__content\">\n<h3 class=\"author__name\">" + name + "</h3>\n";
    for (const char *key : {"pronouns", "bio", "description"}) {
        if (const QByteArray text = siteText(author, key); !text.isEmpty())
            html += "<p class=\"author__bio\">" + text + "</p>\n";
    }
    html += "<div class=\"author__icons social-icons\">" + iconRow(rows)
        + "</div>\n</div>\n<button type=\"button\" class=\"btn btn--inverse author__follow\">Follow</button>\n</div>\n"
          "<ul class=\"author__urls social-icons\">\n";
    for (const Row &row : rows)
        html += listItem(row);
    return html + "</ul>\n";
}

QByteArray followLinksHtml(const QVariantMap &author)
{
    QByteArray html;
    for (const ProfileLink &link : profileLinks()) {
        const bool isListed = std::any_of(
            std::begin(followKeys), std::end(followKeys), [&](const char *key) { return qstrcmp(key, link.key) == 0; });
        const QByteArray value = siteText(author, link.key);
        if (isListed && !value.isEmpty())
            html += listItem({link.icon, link.label, addressOf(link, value)});
    }
    return html;
}

} // namespace vitrine
