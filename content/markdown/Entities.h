#pragma once

#include <QByteArray>
#include <QByteArrayView>

#include <optional>

namespace vitrine {

/// A character reference of HTML and what it shows.
struct Entity
{
    qsizetype length = 0; ///< bytes of the reference, from `&` to `;`
    QByteArray text; ///< UTF-8
};

/// The character reference that starts at `at`: `&name;` of HTML 5, `&#8211;` or `&#x2013;`.
std::optional<Entity> entityAt(QByteArrayView text, qsizetype at);

/// `text` with its character references replaced by what they show.
QByteArray decodeEntities(QByteArrayView text);

} // namespace vitrine
