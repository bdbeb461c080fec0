#pragma once

#include "content/page/structure/VerifiedChange.h"

#include <QByteArray>

#include <optional>
#include <vector>

namespace vitrine {

/// The bytes of a comment's marks, with the blank or line end that only sets them off.
struct CommentMarks
{
    ByteRange open, close;
};
CommentMarks marksOf(const QByteArray &text, ByteRange comment);

/// The comment in which a range lies.
std::optional<ByteRange> commentAround(const QByteArray &text, ByteRange range);

/// Takes a range out of the comment that hides it: its marks go, or are set again around what stays hidden; on lines of
/// their own when asked, which tells hidden text from a note to oneself.
std::vector<TextChange> showingChanges(const QByteArray &text, ByteRange comment, ByteRange range, bool onOwnLines);

} // namespace vitrine
