#include "content/profile/ProfileLinks.h"

#include <QHash>
#include <QRegularExpression>

#include <algorithm>
#include <vector>

namespace vitrine {

namespace {

constexpr auto name = ProfileValue::Name;
constexpr auto address = ProfileValue::Address;
constexpr auto either = ProfileValue::Either;

/// In the order in which the themes list them.
constexpr ProfileLink table[] = {
    {"uri", "Website", "", "fas fa-link", address},
    {"home", "Website", "", "fas fa-link", address},
    {"email", "Email", "mailto:", "fas fa-envelope", name},
    {"arxiv", "arXiv", "https://arxiv.org/a/", "ai ai-arxiv", address},
    {"researchgate", "ResearchGate", "https://www.researchgate.net/profile/", "fab fa-researchgate", address},
    {"twitter", "Twitter", "https://twitter.com/", "fab fa-twitter", name},
    {"bluesky", "Bluesky", "https://bsky.app/profile/", "fab fa-bluesky", name},
    {"mastodon", "Mastodon", "", "fab fa-mastodon", either},
    {"facebook", "Facebook", "https://www.facebook.com/", "fab fa-facebook", name},
    {"google_plus", "Google+", "https://plus.google.com/+", "fab fa-google-plus", name},
    {"linkedin", "LinkedIn", "https://www.linkedin.com/in/", "fab fa-linkedin", name},
    {"xing", "XING", "https://www.xing.com/profile/", "fab fa-xing", name},
    {"instagram", "Instagram", "https://instagram.com/", "fab fa-instagram", name},
    {"tumblr", "Tumblr", "https://", "fab fa-tumblr", name},
    {"bitbucket", "Bitbucket", "https://bitbucket.org/", "fab fa-bitbucket", name},
    {"github", "Github", "https://github.com/", "fab fa-github", name},
    {"gitlab", "Gitlab", "https://gitlab.com/", "fab fa-gitlab", name},
    {"stackoverflow", "Stackoverflow", "https://stackoverflow.com/users/", "fab fa-stack-overflow", either},
    {"kaggle", "Kaggle", "https://www.kaggle.com/", "fab fa-kaggle", either},
    {"keybase", "Keybase", "https://keybase.io/", "fab fa-keybase", name},
    {"lastfm", "Last.fm", "https://last.fm/user/", "fab fa-lastfm", name},
    {"dribbble", "Dribbble", "https://dribbble.com/", "fab fa-dribbble", name},
    {"artstation", "ArtStation", "https://www.artstation.com/", "fab fa-artstation", name},
    {"pinterest", "Pinterest", "https://www.pinterest.com/", "fab fa-pinterest", name},
    {"foursquare", "Foursquare", "https://foursquare.com/", "fab fa-foursquare", name},
    {"steam", "Steam", "https://steamcommunity.com/id/", "fab fa-steam", name},
    {"youtube", "YouTube", "https://youtube.com/", "fab fa-youtube", name},
    {"soundcloud", "Soundcloud", "https://soundcloud.com/", "fab fa-soundcloud", name},
    {"weibo", "Weibo", "https://www.weibo.com/", "fab fa-weibo", name},
    {"zhihu", "Zhihu", "https://www.zhihu.com/people/", "fab fa-zhihu", either},
    {"flickr", "Flickr", "https://www.flickr.com/", "fab fa-flickr", name},
    {"codepen", "CodePen", "https://codepen.io/", "fab fa-codepen", name},
    {"vine", "Vine", "https://vine.co/u/", "fab fa-vine", name},
    {"medium", "Medium", "https://medium.com/@", "fab fa-medium", either},
    {"telegram", "Telegram", "https://t.me/", "fab fa-telegram", either},
    {"googlescholar", "Google Scholar", "https://scholar.google.com/citations?user=", "fas fa-graduation-cap", address},
    {"semantic", "Semantic Scholar", "https://www.semanticscholar.org/author/", "ai ai-semantic-scholar", address},
    {"pubmed", "PubMed", "https://www.ncbi.nlm.nih.gov/pubmed/?term=", "ai ai-pubmed", address},
    {"dblp", "DBLP", "https://dblp.org/pid/", "ai ai-dblp", address},
    {"orcid", "ORCID", "https://orcid.org/", "ai ai-orcid", address},
    {"impactstory", "Impactstory", "https://profiles.impactstory.org/u/", "ai ai-impactstory", either},
    {"scopus", "Scopus", "https://www.scopus.com/authid/detail.uri?authorId=", "ai ai-scopus", address},
    {"ssrn", "SSRN", "https://papers.ssrn.com/sol3/cf_dev/AbsByAuth.cfm?per_id=", "ai ai-ssrn", address},
    {"inspire", "INSPIRE", "https://inspirehep.net/authors/", "ai ai-inspire", address},
    {"zotero", "Zotero", "https://www.zotero.org/", "ai ai-zotero", address},
    {"academia", "Academia", "", "ai ai-academia", address},
    {"goodreads", "Goodreads", "https://www.goodreads.com/", "fab fa-goodreads", either},
    {"wikipedia", "Wikipedia", "https://en.wikipedia.org/wiki/User:", "fab fa-wikipedia-w", name},
    {"cv", "CV", "", "ai ai-cv", address},
};

} // namespace

std::span<const ProfileLink> profileLinks()
{
    return table;
}

const ProfileLink *profileLink(QByteArrayView key)
{
    const auto found = std::find_if(
        std::begin(table), std::end(table), [key](const ProfileLink &link) { return key == QByteArrayView(link.key); });
    return found == std::end(table) ? nullptr : &*found;
}

ProfileAddresses ProfileAddresses::read(const QByteArray &include)
{
    static const QRegularExpression link(QStringLiteral(
        "href\\s*=\\s*[\"']([^\"'{}<>]*)\\{\\{-?\\s*author\\.([A-Za-z0-9_]+)[^{}\"']*\\}\\}([^\"'{}<>]*)[\"']"));
    ProfileAddresses addresses;
    for (auto it = link.globalMatch(QString::fromUtf8(include)); it.hasNext();) {
        const auto match = it.next();
        const QByteArray key = match.captured(2).toUtf8();
        if (!addresses.m_around.contains(key)) {
            addresses.m_keys.push_back(key);
            addresses.m_around.insert(
                key, {match.captured(1).trimmed().toUtf8(), match.captured(3).trimmed().toUtf8()});
        }
    }
    return addresses;
}

std::optional<ProfileAddresses::Around> ProfileAddresses::around(QByteArrayView key) const
{
    if (const auto own = m_around.constFind(key.toByteArray()); own != m_around.cend())
        return *own;
    const ProfileLink *link = profileLink(key);
    if (!link || link->value == ProfileValue::Either)
        return {};
    return link->value == ProfileValue::Name ? Around{link->prefix, {}} : Around();
}

} // namespace vitrine
