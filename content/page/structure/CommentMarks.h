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

/// How marks go and are set again when a part of a comment is shown.
enum class Showing {
    AsHidden, ///< with the blank that sets them off
    OnOwnLines, ///< set again on lines of their own, which tells hidden text from a note to oneself
    WithBlanks, ///< with all blanks between them and what they hide: indented, it would be code
};
constexpr Showing waysToShow[] = {Showing::AsHidden, Showing::OnOwnLines, Showing::WithBlanks};

/// Takes a range out of the comment that hides it: its marks go, or are set again around what stays hidden.
std::vector<TextChange> showingChanges(const QByteArray &text, ByteRange comment, ByteRange range, Showing way);

} // namespace vitrine
