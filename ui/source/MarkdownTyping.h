#pragma once

#include "content/markdown/Node.h"

#include <QByteArray>

#include <optional>

namespace vitrine {

/// What a button types into a Markdown text: `range` becomes `bytes`, then `marked` (of the new text) is selected.
struct MarkdownTyping
{
    ByteRange range;
    QByteArray bytes;
    ByteRange marked;
};

/// Puts signs around the marked words (or the word at the caret), or takes them away where they are. `kind` is Strong,
/// Emphasis or Code. `tree` is that of `text`.
MarkdownTyping toggled(const QByteArray &text, const Node &tree, ByteRange marked, NodeKind kind);

/// The innermost node of a kind that holds a stretch; nothing when there is none.
const Node *nodeAround(const Node &tree, ByteRange stretch, NodeKind kind);

/// Makes a link of the marked words, or gives the link at the caret another address.
MarkdownTyping linked(const QByteArray &text, const Node &tree, ByteRange marked, const QByteArray &address);

/// An address as it can stand in a link: blanks written as %20, brackets that do not pair as %28 and %29.
QByteArray linkAddress(const QString &typed);

} // namespace vitrine
