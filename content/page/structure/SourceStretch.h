#pragma once

#include "content/page/Page.h"

#include <QByteArray>

#include <optional>
#include <vector>

namespace vitrine {

/// Where a range of the expanded text was written: also when code of the site made parts of its inside, or a file is
/// pulled in there, as long as both ends stand in one file and all between them belongs to the range. Nothing for a
/// range that ends within what code made, and for one that a loop made.
std::optional<SourceRange> stretchInFile(const Page &page, ByteRange range);

/// The places where a range may be changed: one, or for an insertion between what two files made one in each of them,
/// the one before it first.
std::vector<SourceRange> placesToChange(const Page &page, ByteRange range);

/// The bytes of a range as they are written in its file: with `{{ x }}` where the expanded text has what it says.
QByteArray writtenText(const Page &page, ByteRange range);

} // namespace vitrine
