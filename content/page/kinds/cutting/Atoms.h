#pragma once

#include "content/markdown/Reader.h"
#include "content/page/Outline.h"

namespace vitrine {

/// Something that is opened and closed: emphasis, a link, an element, brackets, quotes, a raised mark (`$^…$`).
struct AtomPair
{
    enum class Kind { Emphasis, Strong, Strike, Code, Link, Html, Bracket, Quote, Script };
    Kind kind = Kind::Emphasis;
    ByteRange range, open, close;
    ByteRange content; ///< what is shown; of a link the label
    ByteRange url; ///< Link, also `<a>`; equal ends where there is none
    QByteArray tag; ///< Html: name in lower case
    QByteArray cssClass; ///< Html
    int parent = -1; ///< the pair around it

    bool isEmphasis() const;
    bool isLink() const { return kind == Kind::Link; }
    /// `[`, `(`, `\[`, `（`, `【`
    bool isBracket() const { return kind == Kind::Bracket; }
};

/// A stretch of an entry that is not opened and closed.
struct Atom
{
    enum class Type {
        Text, ///< words and punctuation, soft line ends and entities among them
        Picture, ///< url: its address
        Opaque, ///< a comment, Liquid, a tag without its partner
        HardBreak, ///< also `<br>`
        BlockBreak, ///< between two paragraphs or items
        Open,
        Close, ///< the delimiters of pair number `pair`
    };
    Type type = Type::Text;
    ByteRange range;
    ByteRange url;
    int pair = -1; ///< Open, Close: which; else the pair around it
    int block = 0; ///< the paragraph or nested item it stands in, from 0
};

/// An entry cut into atoms: what every kind's reader works on.
struct Atoms
{
    std::vector<AtomPair> pairs; ///< in the order of their begins, properly nested
    std::vector<Atom> atoms; ///< in the order of the text
    ByteRange content; ///< the entry without its list marker and the blanks at its end
    /// Where nested items begin, which belong to a summary; content.end where there are none.
    qsizetype nestedBegin = 0;
    bool rawHtml = false; ///< a star or backslash stands for itself
};

/// Cuts one entry of `text`; linear in its size. Nesting beyond 24 levels is opaque. `inlineText` is what
/// textForInlines made of `text`.
Atoms atomsOf(const QByteArray &text, const QByteArray &inlineText, const Entry &entry, const MarkdownOptions &options);
/// The text with letters in place of the stars inside `<sup>*</sup>`: marks of authors, which must not be taken for
/// the delimiters of emphasis. As long as `text`, byte for byte at the same place.
QByteArray textForInlines(QByteArray text);

} // namespace vitrine
