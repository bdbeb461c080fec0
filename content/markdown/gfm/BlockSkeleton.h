#pragma once

#include <QByteArray>
#include <QByteArrayView>

namespace vitrine {

/// A copy of the text, byte for byte as long and with the same lines, in which only what decides about blocks is left:
/// marks that can only matter to inlines are letters. cmark-gfm is given this copy, as its own reading of inlines takes
/// more than linear time on hostile text and is not used. Markers of containers beyond any sensible indent are
/// letters too, which bounds the depth of the tree. Link definitions stay paragraphs.
QByteArray blockSkeleton(QByteArrayView text);

} // namespace vitrine
