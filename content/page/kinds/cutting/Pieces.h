#pragma once

#include "content/page/kinds/cutting/Atoms.h"

namespace vitrine {

/// What an entry is cut into before elements, brackets and quotes are paired. Pairs of Markdown are known.
struct EntryPiece
{
    enum class Type { Text, Picture, Opaque, HardBreak, BlockBreak, TagOpen, TagClose, PairOpen, PairClose };
    Type type = Type::Text;
    ByteRange range;
    ByteRange url; ///< Picture: its source; TagOpen of `<a>`: its target
    QByteArray tag; ///< TagOpen, TagClose
    QByteArray cssClass; ///< TagOpen
    int pair = -1; ///< PairOpen, PairClose
};

struct EntryPieces
{
    std::vector<EntryPiece> pieces;
    std::vector<AtomPair> pairs;
    qsizetype nestedBegin = -1;
};

/// The entry's content without list marker, heading marks, `<li>` and blanks at its end.
ByteRange contentOf(const QByteArray &text, const Entry &entry);
/// Cuts Markdown, with HTML inside it.
EntryPieces markdownPieces(const QByteArray &text, ByteRange content, bool nestedItems, const MarkdownOptions &options);
/// Cuts HTML in which nothing is Markdown.
EntryPieces htmlPieces(const QByteArray &text, ByteRange content);

} // namespace vitrine
