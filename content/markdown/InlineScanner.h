#pragma once

#include "content/markdown/Delimiters.h"
#include "content/markdown/JoinedLines.h"
#include "content/markdown/LinkTarget.h"
#include "content/markdown/Node.h"

#include <QHash>

namespace vitrine {

/// Reads the inlines of one block: CommonMark 0.29 with GFM's strikethrough, and what pages of researchers add (TeX
/// between dollars, Liquid left as it is, `\\` at a line end). Every node has the exact bytes of the text. Use once:
/// construct, read(). Linear in the length of the block.
class InlineScanner
{
public:
    /// `lines`: the block's lines without indents and line ends, as readInlines takes them. `text` and `definitions`
    /// (may be null) must outlive the scanner.
    InlineScanner(
        QByteArrayView text, const std::vector<ByteRange> &lines, const LinkDefinitions *definitions = nullptr);

    std::vector<Node> read();

private:
    struct Bracket
    {
        qsizetype begin = 0; ///< of `[` or `![`
        qsizetype content = 0;
        bool image = false;
        bool nested = false; ///< another bracket follows before it closes
        size_t delimiters = 0; ///< how many there were before it
    };

    char peek(qsizetype at) const { return at < m_text.size() ? m_text[at] : '\0'; }
    void scanOne(char c);
    void lineEnd();
    void backslash();
    void codeSpan();
    void pointed();
    void entity();
    void math();
    void liquid();
    void delimiters(char c);
    void openBracket(bool image);
    void closeBracket();

    bool autolink();
    bool rawHtml();
    qsizetype markupEnd();
    qsizetype endOf(QByteArrayView mark, qsizetype from);
    qsizetype backticksAfter(qsizetype from, qsizetype length);
    std::optional<LinkTarget> targetOf(const Bracket &bracket) const;
    void makeLink(const Bracket &bracket, const LinkTarget &target);
    void pairDelimiters(size_t bottom);

    Node &add(NodeKind kind, ByteRange range, ByteRange content);
    Node &addLeaf(NodeKind kind, qsizetype end, ByteRange content);

    JoinedLines m_lines;
    QByteArrayView m_text; ///< what is scanned; all positions count in it until the tree is built
    const LinkDefinitions *m_definitions;
    qsizetype m_pos = 0;
    std::vector<Node> m_found; ///< constructs in the order in which they were completed
    std::vector<Bracket> m_brackets;
    size_t m_dead = 0; ///< so many of the outermost brackets hold a link already and cannot be links
    Delimiters m_delimiters;
    QHash<qsizetype, std::vector<qsizetype>> m_backticks; ///< begins of runs by their length, once needed
    QHash<QByteArray, qsizetype> m_nextMark; ///< where closing marks were found last, or the end of the text
};

} // namespace vitrine
