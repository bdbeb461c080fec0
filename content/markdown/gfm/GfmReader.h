#pragma once

#include "content/markdown/Node.h"

#include <QByteArrayView>

namespace vitrine {

/// Reads blocks through cmark-gfm and inlines by our own scanner; what readMarkdown promises.
Node readGfm(QByteArrayView text, ByteRange range);

} // namespace vitrine
