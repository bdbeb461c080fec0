#pragma once

#include "content/frontmatter/YamlDocument.h"

#include <QByteArrayView>

namespace vitrine {

/// Finds for every node of `document` the exact bytes it is written with. yaml-cpp says only where most nodes start.
/// What is not found for sure stays without `located`.
void locateYamlNodes(YamlDocument &document, QByteArrayView bytes, ByteRange range);

} // namespace vitrine
