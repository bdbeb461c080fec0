#include "content/render/SiteShell.h"

#include "content/render/SiteIcons.h"

#include <QVariantList>

namespace vitrine {

namespace {

/// One kind of link in the author's sidebar: the key in `author:`, what the site calls it, where a bare name leads.
struct ProfileLink
{
    const char *key;
    const char *label;
    const char *prefix;
    const char *icon;
};

/// In the order in which both themes list them.
constexpr ProfileLink profileLinks[] = {
    {"uri", "Website", "", "link"},
    {"email", "Email", "mailto:", "mail"},
    {"arxiv", "arXiv", "https://arxiv.org/a/", "paper"},
    {"researchgate", "ResearchGate", "https://www.researchgate.net/profile/", "paper"},
    {"twitter", "Twitter", "https://twitter.com/", "at"},
    {"bluesky", "Bluesky", "https://bsky.app/profile/", "at"},
    {"mastodon", "Mastodon", "", "at"},
    {"facebook", "Facebook", "https://www.facebook.com/", "at"},
    {"linkedin", "LinkedIn", "https://www.linkedin.com/in/", "badge"},
    {"xing", "XING", "https://www.xing.com/profile/", "badge"},
    {"instagram", "Instagram", "https://instagram.com/", "at"},
    {"tumblr", "Tumblr", "https://", "at"},
    {"bitbucket", "Bitbucket", "https://bitbucket.org/", "code"},
    {"github", "GitHub", "https://github.com/", "code"},
    {"stackoverflow", "StackOverflow", "https://stackoverflow.com/users/", "code"},
    {"kaggle", "Kaggle", "https://www.kaggle.com/", "code"},
    {"lastfm", "Last.fm", "https://last.fm/user/", "link"},
    {"dribbble", "Dribbble", "https://dribbble.com/", "link"},
    {"pinterest", "Pinterest", "https://www.pinterest.com/", "link"},
    {"foursquare", "Foursquare", "https://foursquare.com/", "link"},
    {"steam", "Steam", "https://steamcommunity.com/id/", "link"},
    {"youtube", "YouTube", "https://youtube.com/", "link"},
    {"soundcloud", "SoundCloud", "https://soundcloud.com/", "link"},
    {"weibo", "Weibo", "https://www.weibo.com/", "at"},
    {"flickr", "Flickr", "https://www.flickr.com/", "link"},
    {"codepen", "CodePen", "https://codepen.io/", "code"},
    {"vine", "Vine", "https://vine.co/u/", "link"},
    {"medium", "Medium", "https://medium.com/@", "link"},
    {"telegram", "Telegram", "https://t.me/", "at"},
    {"wikipedia", "Wikipedia", "https://en.wikipedia.org/wiki/User:", "paper"},
    {"googlescholar", "Google Scholar", "https://scholar.google.com/citations?user=", "scholar"},
    {"pubmed", "PubMed", "https://www.ncbi.nlm.nih.gov/pubmed/?term=", "paper"},
    {"dblp", "DBLP", "https://dblp.org/pid/", "paper"},
    {"orcid", "ORCID", "https://orcid.org/", "badge"},
    {"impactstory", "Impactstory", "https://profiles.impactstory.org/u/", "badge"},
    {"semantic", "Semantic Scholar", "https://www.semanticscholar.org/author/", "scholar"},
    {"scopus", "Scopus", "https://www.scopus.com/authid/detail.uri?authorId=", "paper"},
    {"ssrn", "SSRN", "https://papers.ssrn.com/sol3/cf_dev/AbsByAuth.cfm?per_id=", "paper"},
    {"inspire", "INSPIRE", "https://inspirehep.net/authors/", "paper"},
    {"zotero", "Zotero", "https://www.zotero.org/", "paper"},
    {"academia", "Academia", "", "scholar"},
    {"goodreads", "Goodreads", "https://www.goodreads.com/", "link"},
};

QByteArray textOf(const QVariantMap &map, const char *key)
{
    return map.value(QString::fromLatin1(key)).toString().toUtf8().trimmed();
}

/// Attribute values: quotes, angle brackets and ampersands as entities.
QByteArray attribute(const QByteArray &text)
{
    return QString::fromUtf8(text).toHtmlEscaped().toUtf8();
}

QByteArray addressOf(const ProfileLink &link, const QByteArray &value)
{
    const bool complete = value.contains("://") || value.startsWith("mailto:");
    return complete ? value : QByteArray(link.prefix) + value;
}

QByteArray profileRow(const char *icon, const QByteArray &text, const QByteArray &address = {})
{
    const QByteArray inner = siteIcon(icon) + text;
    if (address.isEmpty())
        return "<li class=\"vt-place\">" + inner + "</li>\n";
    return "<li><a href=\"" + attribute(address) + "\">" + inner + "</a></li>\n";
}

QByteArray profileRows(const QVariantMap &author)
{
    QByteArray rows;
    if (const QByteArray location = textOf(author, "location"); !location.isEmpty())
        rows += profileRow("place", location);
    if (const QByteArray employer = textOf(author, "employer"); !employer.isEmpty())
        rows += profileRow("building", employer);
    for (const ProfileLink &link : profileLinks) {
        if (const QByteArray value = textOf(author, link.key); !value.isEmpty())
            rows += profileRow(link.icon, link.label, addressOf(link, value));
    }
    for (const QVariant &own : author.value(QStringLiteral("links")).toList()) {
        const QVariantMap link = own.toMap();
        const QByteArray label = textOf(link, "label").isEmpty() ? textOf(link, "title") : textOf(link, "label");
        if (!label.isEmpty())
            rows += profileRow("link", label, textOf(link, "url"));
    }
    return rows;
}

/// A picture's address from the site's root: bare names stand for files in `images/`.
QByteArray pictureAddress(const QByteArray &avatar)
{
    if (avatar.contains("://") || avatar.startsWith('/'))
        return avatar;
    return (avatar.contains('/') ? QByteArray("/") : QByteArray("/images/")) + avatar;
}

QByteArray sidebarOf(const QVariantMap &author)
{
    const QByteArray name = textOf(author, "name");
    if (name.isEmpty())
        return {};
    QByteArray html;
    if (const QByteArray avatar = textOf(author, "avatar"); !avatar.isEmpty())
        html += "<img class=\"vt-avatar\" src=\"" + attribute(pictureAddress(avatar)) + "\" alt=\"\">\n";
    // Jekyll puts these in as they are, markup included ("Ada <br> 艾达").
    html += "<div class=\"vt-author\"><h3>" + name + "</h3>\n";
    for (const char *key : {"pronouns", "bio"}) {
        if (const QByteArray text = textOf(author, key); !text.isEmpty())
            html += "<p>" + text + "</p>\n";
    }
    return html + "</div>\n<ul class=\"vt-profile\">\n" + profileRows(author) + "</ul>\n";
}

QByteArray mastheadOf(const SiteValues &site, const QByteArray &title)
{
    QByteArray items;
    const QVariantMap navigation = site.data.value(QStringLiteral("navigation")).toMap();
    for (const QVariant &item : navigation.value(QStringLiteral("main")).toList()) {
        const QVariantMap link = item.toMap();
        items += "<li><a href=\"" + attribute(textOf(link, "url")) + "\">" + textOf(link, "title") + "</a></li>\n";
    }
    return "<nav><ul><li class=\"vt-home\"><a href=\"/\">" + title + "</a></li>\n" + items + "</ul></nav>\n";
}

} // namespace

SiteShell siteShell(const SiteValues &site, Theme theme)
{
    const QVariantMap author = site.config.value(QStringLiteral("author")).toMap();
    SiteShell shell;
    shell.title = textOf(site.config, "title");
    if (shell.title.isEmpty())
        shell.title = textOf(author, "name");
    shell.sidebar = sidebarOf(author);
    if (theme != Theme::Plain)
        shell.masthead = mastheadOf(site, theme == Theme::AcadHomepage ? QByteArray("Homepage") : shell.title);
    return shell;
}

QByteArray siteBody(const SiteShell &shell, Theme theme, const QByteArray &content)
{
    const QByteArray sides = shell.sidebar.isEmpty() ? " vt-no-sidebar" : "";
    QByteArray html = "<div class=\"vt-site vt-" + themeName(theme) + sides + "\">\n";
    if (!shell.masthead.isEmpty())
        html += "<header class=\"vt-masthead\">" + shell.masthead + "</header>\n";
    html += "<div class=\"vt-main\">\n";
    if (!shell.sidebar.isEmpty())
        html += "<aside class=\"vt-sidebar\">" + shell.sidebar + "</aside>\n";
    return html + "<article id=\"vt-content\">\n" + content + "</article>\n</div>\n</div>\n";
}

QByteArray standalonePage(const SiteShell &shell, Theme theme, const QByteArray &style, const QByteArray &content)
{
    return "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n"
           "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>"
        + attribute(shell.title) + "</title>\n<style>\n" + style + "</style>\n</head>\n<body>\n"
        + siteBody(shell, theme, content) + "</body>\n</html>\n";
}

QByteArray themeName(Theme theme)
{
    switch (theme) {
    case Theme::Academicpages:
        return "academicpages";
    case Theme::AcadHomepage:
        return "acadhomepage";
    case Theme::Plain:
        break;
    }
    return "plain";
}

} // namespace vitrine
