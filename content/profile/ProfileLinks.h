#pragma once

#include <QByteArray>
#include <QHash>

#include <optional>
#include <span>
#include <vector>

namespace vitrine {

/// What a theme expects as the value of a link: a bare name that it completes, or the whole address. Either: the themes
/// do not agree.
enum class ProfileValue { Name, Address, Either };

/// One kind of link of an author: the key in `author:`, what the site calls it, where a bare name leads, its icon
/// (classes of Font Awesome and Academicons), and what the built-in themes expect as its value.
struct ProfileLink
{
    const char *key;
    const char *label;
    const char *prefix;
    const char *icon;
    ProfileValue value;
};

/// All that academicpages and AcadHomepage know, in the order in which they list them.
std::span<const ProfileLink> profileLinks();
/// nullptr for one that they do not know.
const ProfileLink *profileLink(QByteArrayView key);

/// What a site writes around the values of its author's links to make addresses of them. Taken from the site's own
/// `_includes/author-profile.html` where it is there, else from the built-in themes.
class ProfileAddresses
{
public:
    struct Around
    {
        QByteArray before; ///< "https://github.com/"; empty where the value is the whole address
        QByteArray after; ///< ".tumblr.com"
    };

    ProfileAddresses() = default;
    /// `include` is the text of `author-profile.html`.
    static ProfileAddresses read(const QByteArray &include);

    /// Nothing where it is not known.
    std::optional<Around> around(QByteArrayView key) const;
    /// The keys that the site's own file makes links of, in its order; empty without one.
    const std::vector<QByteArray> &keys() const { return m_keys; }

private:
    QHash<QByteArray, Around> m_around;
    std::vector<QByteArray> m_keys;
};

} // namespace vitrine
