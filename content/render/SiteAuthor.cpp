#include "content/render/SiteAuthor.h"

#include "content/render/SiteText.h"

#include <vector>

namespace vitrine {

namespace {

/// One kind of link of an author: the key in `author:`, what the site calls it, where a bare name leads, its icon.
struct ProfileLink
{
    const char *key;
    const char *label;
    const char *prefix;
    const char *icon;
};

/// In the order in which the themes list them.
constexpr ProfileLink profileLinks[] = {
    {"uri", "Website", "", "fas fa-link"},
    {"home", "Website", "", "fas fa-link"},
    {"email", "Email", "mailto:", "fas fa-envelope"},
    {"arxiv", "arXiv", "https://arxiv.org/a/", "ai ai-arxiv"},
    {"researchgate", "ResearchGate", "https://www.researchgate.net/profile/", "fab fa-researchgate"},
    {"twitter", "Twitter", "https://twitter.com/", "fab fa-twitter"},
    {"bluesky", "Bluesky", "https://bsky.app/profile/", "fab fa-bluesky"},
    {"mastodon", "Mastodon", "", "fab fa-mastodon"},
    {"facebook", "Facebook", "https://www.facebook.com/", "fab fa-facebook"},
    {"google_plus", "Google+", "https://plus.google.com/+", "fab fa-google-plus"},
    {"linkedin", "LinkedIn", "https://www.linkedin.com/in/", "fab fa-linkedin"},
    {"xing", "XING", "https://www.xing.com/profile/", "fab fa-xing"},
    {"instagram", "Instagram", "https://instagram.com/", "fab fa-instagram"},
    {"tumblr", "Tumblr", "https://", "fab fa-tumblr"},
    {"bitbucket", "Bitbucket", "https://bitbucket.org/", "fab fa-bitbucket"},
    {"github", "Github", "https://github.com/", "fab fa-github"},
    {"gitlab", "Gitlab", "https://gitlab.com/", "fab fa-gitlab"},
    {"stackoverflow", "Stackoverflow", "https://stackoverflow.com/users/", "fab fa-stack-overflow"},
    {"kaggle", "Kaggle", "https://www.kaggle.com/", "fab fa-kaggle"},
    {"keybase", "Keybase", "https://keybase.io/", "fab fa-keybase"},
    {"lastfm", "Last.fm", "https://last.fm/user/", "fab fa-lastfm"},
    {"dribbble", "Dribbble", "https://dribbble.com/", "fab fa-dribbble"},
    {"artstation", "ArtStation", "https://www.artstation.com/", "fab fa-artstation"},
    {"pinterest", "Pinterest", "https://www.pinterest.com/", "fab fa-pinterest"},
    {"foursquare", "Foursquare", "https://foursquare.com/", "fab fa-foursquare"},
    {"steam", "Steam", "https://steamcommunity.com/id/", "fab fa-steam"},
    {"youtube", "YouTube", "https://youtube.com/", "fab fa-youtube"},
    {"soundcloud", "Soundcloud", "https://soundcloud.com/", "fab fa-soundcloud"},
    {"weibo", "Weibo", "https://www.weibo.com/", "fab fa-weibo"},
    {"zhihu", "Zhihu", "https://www.zhihu.com/people/", "fab fa-zhihu"},
    {"flickr", "Flickr", "https://www.flickr.com/", "fab fa-flickr"},
    {"codepen", "CodePen", "https://codepen.io/", "fab fa-codepen"},
    {"vine", "Vine", "https://vine.co/u/", "fab fa-vine"},
    {"medium", "Medium", "https://medium.com/@", "fab fa-medium"},
    {"telegram", "Telegram", "https://t.me/", "fab fa-telegram"},
    {"googlescholar", "Google Scholar", "https://scholar.google.com/citations?user=", "fas fa-graduation-cap"},
    {"semantic", "Semantic Scholar", "https://www.semanticscholar.org/author/", "ai ai-semantic-scholar"},
    {"pubmed", "PubMed", "https://www.ncbi.nlm.nih.gov/pubmed/?term=", "ai ai-pubmed"},
    {"dblp", "DBLP", "https://dblp.org/pid/", "ai ai-dblp"},
    {"orcid", "ORCID", "https://orcid.org/", "ai ai-orcid"},
    {"impactstory", "Impactstory", "https://profiles.impactstory.org/u/", "ai ai-impactstory"},
    {"scopus", "Scopus", "https://www.scopus.com/authid/detail.uri?authorId=", "ai ai-scopus"},
    {"ssrn", "SSRN", "https://papers.ssrn.com/sol3/cf_dev/AbsByAuth.cfm?per_id=", "ai ai-ssrn"},
    {"inspire", "INSPIRE", "https://inspirehep.net/authors/", "ai ai-inspire"},
    {"zotero", "Zotero", "https://www.zotero.org/", "ai ai-zotero"},
    {"academia", "Academia", "", "ai ai-academia"},
    {"goodreads", "Goodreads", "https://www.goodreads.com/", "fab fa-goodreads"},
    {"wikipedia", "Wikipedia", "https://en.wikipedia.org/wiki/User:", "fab fa-wikipedia-w"},
    {"cv", "CV", "", "ai ai-cv"},
};

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
    for (const ProfileLink &link : profileLinks) {
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
    for (const ProfileLink &link : profileLinks) {
        const bool isListed = std::any_of(
            std::begin(followKeys), std::end(followKeys), [&](const char *key) { return qstrcmp(key, link.key) == 0; });
        const QByteArray value = siteText(author, link.key);
        if (isListed && !value.isEmpty())
            html += listItem({link.icon, link.label, addressOf(link, value)});
    }
    return html;
}

} // namespace vitrine
