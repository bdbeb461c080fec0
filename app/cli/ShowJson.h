#pragma once

#include "content/page/Page.h"

#include <QByteArray>

namespace vitrine {

/// The outline of a page as `vitrine-cli show` prints it (format 1). Ranges are byte offsets `[begin, end)` into the
/// file in which they stand.
QByteArray showJson(const Page &page);

} // namespace vitrine
