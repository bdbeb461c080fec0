#include "content/render/SiteShell.h"

#include "content/render/SiteAuthor.h"
#include "content/render/SiteText.h"

#include <QDate>
#include <QVariantList>

namespace vitrine {

namespace {

/// Where an entry of the menu leads: below the site's `baseurl`, unless it is complete.
QByteArray menuAddress(const SiteValues &site, const QByteArray &url)
{
    return url.startsWith('/') ? siteText(site.config, "baseurl") + url : url;
}

QByteArray menuItem(const QByteArray &classes, const QByteArray &title, const QByteArray &address)
{
    return "<li class=\"masthead__menu-item " + classes + "\"><a href=\"" + attributeText(address) + "\">" + title
        + "</a></li>\n";
}

QByteArray mastheadOf(const SiteValues &site, const QByteArray &title)
{
    QByteArray items;
    const QVariantMap navigation = site.data.value(QStringLiteral("navigation")).toMap();
    for (const QVariant &item : navigation.value(QStringLiteral("main")).toList()) {
        const QVariantMap link = item.toMap();
        items += menuItem({}, siteText(link, "title"), menuAddress(site, siteText(link, "url")));
    }
    return "<div class=\"masthead__inner-wrap\"><nav id=\"site-nav\" class=\"greedy-nav\">\n<ul "
           "class=\"visible-links\">\n"
        + menuItem("masthead__menu-item--lg masthead__menu-home-item", title, menuAddress(site, "/")) + items
        + "</ul>\n<button type=\"button\" class=\"greedy-nav__toggle\" aria-label=\"Menu\" "
          "hidden><span></span></button>\n"
          "<ul class=\"hidden-links\" hidden></ul>\n</nav></div>\n";
}

QByteArray footerOf(const SiteValues &site, const QVariantMap &author)
{
    const QByteArray name =
        siteText(site.config, "name").isEmpty() ? siteText(author, "name") : siteText(site.config, "name");
    return "<footer>\n<a href=\"" + attributeText(menuAddress(site, "/sitemap/"))
        + "\">Sitemap</a>\n<div class=\"page__footer-follow\"><ul "
          "class=\"social-icons\">\n<li><strong>Follow:</strong></li>\n"
        + followLinksHtml(author) + "<li><a href=\"" + attributeText(menuAddress(site, "/feed.xml"))
        + "\"><i class=\"fas fa-fw fa-square-rss\" aria-hidden=\"true\"></i> Feed</a></li>\n</ul></div>\n"
          "<div class=\"page__footer-copyright\">&copy; "
        + QByteArray::number(QDate::currentDate().year()) + ' ' + name
        + ". Powered by <a href=\"https://jekyllrb.com\">Jekyll</a> &amp; <a "
          "href=\"https://github.com/academicpages/academicpages.github.io\">AcademicPages</a>, a fork of <a "
          "href=\"https://mademistakes.com/work/minimal-mistakes-jekyll-theme/\">Minimal "
          "Mistakes</a>.</div>\n</footer>\n";
}

} // namespace

SiteShell siteShell(const SiteValues &site, Theme theme)
{
    QVariantMap author = site.config.value(QStringLiteral("author")).toMap();
    if (theme == Theme::AcadHomepage) // it says below the author what the site is about
        author.insert(QStringLiteral("description"), site.config.value(QStringLiteral("description")));
    SiteShell shell;
    shell.title = siteText(site.config, "title");
    if (shell.title.isEmpty())
        shell.title = siteText(author, "name");
    shell.sidebar = authorHtml(author);
    if (theme == Theme::Academicpages || theme == Theme::AcadHomepage)
        shell.masthead = mastheadOf(site, theme == Theme::AcadHomepage ? QByteArray("Homepage") : shell.title);
    if (theme == Theme::Academicpages)
        shell.footer = footerOf(site, author);
    return shell;
}

QByteArray siteBody(const SiteShell &shell, Theme theme, const QByteArray &content)
{
    const QByteArray sides = shell.sidebar.isEmpty() ? " vt-no-sidebar" : "";
    QByteArray html = "<div class=\"vt-site vt-" + themeName(theme) + sides + "\">\n";
    if (!shell.masthead.isEmpty())
        html += "<div class=\"masthead\">" + shell.masthead + "</div>\n";
    html += "<div id=\"main\" role=\"main\">\n";
    if (!shell.sidebar.isEmpty())
        html += "<div class=\"sidebar\">" + shell.sidebar + "</div>\n";
    html +=
        "<article class=\"page\"><div class=\"page__inner-wrap\"><section id=\"vt-content\" class=\"page__content\">\n"
        + content + "</section></div></article>\n</div>\n";
    if (!shell.footer.isEmpty())
        html += "<div class=\"page__footer\">" + shell.footer + "</div>\n";
    return html + "</div>\n";
}

QByteArray standalonePage(const SiteShell &shell, Theme theme, const QByteArray &style, const QByteArray &content)
{
    return "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n"
           "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>"
        + attributeText(shell.title) + "</title>\n<style>\n" + style + "</style>\n</head>\n<body>\n"
        + siteBody(shell, theme, content) + "</body>\n</html>\n";
}

QByteArray themeName(Theme theme)
{
    switch (theme) {
    case Theme::Academicpages:
        return "academicpages";
    case Theme::AcadHomepage:
        return "acadhomepage";
    case Theme::Own:
        return "own";
    case Theme::Plain:
        break;
    }
    return "plain";
}

} // namespace vitrine
