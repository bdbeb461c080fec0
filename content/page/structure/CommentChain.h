#pragma once

#include "content/page/structure/VerifiedChange.h"

#include <QByteArray>

#include <optional>
#include <vector>

namespace vitrine {

/// Hiding a stretch that holds comments already. Comments do not nest, so what is shown between them is hidden piece by
/// piece, and the comments that were there keep their bytes and stand between the pieces on lines of their own:
///
///     # News                     <!-- # News
///     - one                      - one
///     <!-- - two -->             -->
///     - three                    <!-- - two -->
///                                <!--
///                                - three -->
///
/// A piece behind the first is known by this form: it stands on the line below a comment that is none, and its first
/// line holds nothing but `<!--`. So showing takes exactly the marks that hiding set.

/// The marks that hide `range`, which must begin a line; nothing where it can be hidden in no such form: text follows a
/// comment on its line, a comment is left open, or a `-->` stands alone. One piece when no comment lies inside.
std::optional<std::vector<TextChange>> marksThatHide(const QByteArray &text, ByteRange range);

/// The comments of the chain that begins with `first`, those between the pieces too, up to `end`; at least `first`.
std::vector<ByteRange> commentsOfChain(const QByteArray &text, ByteRange first, qsizetype end);

/// The pieces among the comments of a chain.
std::vector<ByteRange> piecesOfChain(const QByteArray &text, const std::vector<ByteRange> &chain);

/// The changes that take the marks of a chain of several pieces away again.
std::vector<TextChange> marksTakenAway(const QByteArray &text, const std::vector<ByteRange> &pieces);

/// True when the site shows nothing of a chain whose first comment holds: each other comment begins a line.
bool chainHolds(const QByteArray &text, const std::vector<ByteRange> &chain);

} // namespace vitrine
