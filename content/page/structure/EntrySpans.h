#pragma once

#include "content/page/Page.h"

#include <QByteArray>

#include <vector>

namespace vitrine {

/// The stretch of each entry of a section that goes with it when it is removed or moved: its comment if it has one of
/// its own, and where it stands alone on its lines the whole lines, without the last line end.
std::vector<ByteRange> entrySpans(const Page &page, int section);

/// True when nothing stands between two entries but what separates entries: line ends, blanks, quote marks.
bool isSeparator(const QByteArray &between);

/// The bytes between two entries.
QByteArray gapBetween(const Page &page, ByteRange first, ByteRange second);

/// What separates the entries of a section: the first separator there is, else one that suits the container.
QByteArray separatorOf(const Page &page, int section, Container container);

/// The bytes that go when the span at `index` is removed, the likeliest first: with the separator behind it, with the
/// one before it, or as whole lines.
std::vector<ByteRange> removalRanges(const Page &page, const std::vector<ByteRange> &spans, size_t index);

/// The whole lines of a range with their last line end, and the blank lines behind it when blank lines stand before
/// it too.
ByteRange linesOf(const QByteArray &text, ByteRange range);

} // namespace vitrine
