#pragma once

#include "content/page/Edits.h"

#include <vector>

namespace vitrine {

/// What hiding and showing are refused for, entries and sections alike.

/// The text holds a mark of a comment, which would end the hidden part early.
Error holdsComment(const Page &page, ByteRange range, const QString &name);
/// What stands beside it would be shown otherwise.
Error showsOtherwise(const Page &page, ByteRange range);
/// The site would show some of it.
Error showsInPart(const Page &page, ByteRange range);
/// It is hidden with a whole section.
Error hiddenWith(const Section &section, std::optional<SourceRange> place);

/// Refuses a page on which the site would show something of a comment in which one of the ranges lies.
Result<PageChange> ifCommentsHold(Result<PageChange> result, const std::vector<ByteRange> &hidden);

} // namespace vitrine
