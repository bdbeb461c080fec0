#pragma once

#include <QByteArray>
#include <QVariantMap>

namespace vitrine {

/// The author's part of the page's side, as both built-in themes have it: picture, name, bio, place and one row for
/// each link that `author:` of `_config.yml` gives, with the icon classes of Font Awesome and Academicons. Balanced
/// HTML; empty when there is no name.
QByteArray authorHtml(const QVariantMap &author);

/// The links by which an author can be followed, as list items for a footer; empty when there are none.
QByteArray followLinksHtml(const QVariantMap &author);

} // namespace vitrine
