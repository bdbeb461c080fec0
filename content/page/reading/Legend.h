#pragma once

#include "content/page/Outline.h"

#include <QByteArray>

#include <vector>

namespace vitrine {

/// What a line like "(* indicates equal contributions, + the corresponding author)" says about marks; empty when it is
/// no such line. `shown` is the line as the site shows it, plain UTF-8.
std::vector<MarkMeaning> readLegend(const QByteArray &shown);

} // namespace vitrine
