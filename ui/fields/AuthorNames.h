#pragma once

#include "content/page/Outline.h"
#include "content/text/Value.h"

#include <QString>

#include <vector>

namespace vitrine {

/// The authors in a list as people paste it: "A, B and C", "A; B", with marks of the legend at the names. `ownName`
/// (may be empty) is recognised, also where only case and dots differ.
AuthorList authorsIn(const QString &text, const std::vector<MarkMeaning> &marks, const QString &ownName);
/// True when two spellings are one name but for case, dots and blanks.
bool isSameName(const QString &a, const QString &b);

} // namespace vitrine
