#pragma once

#include <QByteArray>
#include <QByteArrayView>

#include <vector>

namespace vitrine {

/// The people of a BibTeX field.
struct BibtexNames
{
    std::vector<QByteArray> names; ///< "Ludwig van Beethoven", plain UTF-8, in the order of the field
    bool others = false; ///< the row ends with "and others"
};

/// Reads a row of names: "First von Last", "von Last, First", "von Last, Jr, First", "{A Team}", joined by "and". Rows
/// that are joined by commas or semicolons, as people write them, are read too. Linear.
BibtexNames readBibtexNames(QByteArrayView latex);

} // namespace vitrine
