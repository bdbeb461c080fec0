#pragma once

#include "content/markdown/Node.h"

#include <QByteArray>
#include <QByteArrayView>

#include <vector>

namespace vitrine {

/// What a heading says.
struct Title
{
    QByteArray text; ///< plain UTF-8, without a leading emoji
    QByteArray emoji; ///< the leading emoji, as written
    /// The bytes of `text` as written: inside the emphasis or link that wraps it, without links, pictures and tags that
    /// stand beside it.
    ByteRange range;
};

/// The title in the inlines of a heading or of a bold line; `content` is where they stand.
Title readTitle(QByteArrayView text, const std::vector<Node> &inlines, ByteRange content);

/// What a reader of the site sees of inlines, blanks and line ends as one blank.
QByteArray shownText(QByteArrayView text, const std::vector<Node> &inlines);

/// How many bytes at the begin of `text` are emoji, with joiners and blanks between them but not after them.
qsizetype leadingEmoji(QByteArrayView text);

} // namespace vitrine
