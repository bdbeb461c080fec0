#pragma once

#include "content/markdown/Node.h"

#include <QByteArrayView>

namespace vitrine::test {

/// What holds for every tree of every text; a sentence about the first place that breaks it, empty when none does:
/// ranges nest and are in order, leaves and delimiters cover the inline content, and leaves lie in one line.
QByteArray brokenTreeLaw(QByteArrayView text, const Node &tree);

/// A tree in short, for comparisons: `Paragraph('a' Strong('b'))`.
QByteArray shape(QByteArrayView text, const Node &node);

} // namespace vitrine::test
