#pragma once

#include "content/markdown/kramdown/MarkdownBlock.h"

namespace vitrine {

/// Reads the inlines of one block by kramdown's rules. kramdown tries emphasis and links to the end of the block and
/// takes them back when nothing closes them; here that has a budget, beyond which marks are text, so that the time
/// stays linear. Use once.
class SpanReader
{
public:
    /// Both must outlive the reader. `insideHtml`: the text belongs to an element of HTML, where a line end does not
    /// break the line.
    SpanReader(PageParts &parts, const MappedText &text, bool insideHtml);

    /// Everything as inlines, or as the text of an element whose content is not Markdown.
    std::vector<Node> read();
    std::vector<Node> readRaw();
    /// The steps that it took beyond the usual for a text of this length; nothing when marks were given up for want of
    /// steps.
    std::optional<qsizetype> extraSteps() const;

private:
    static constexpr int maxDepth = 60;

    /// What is read until its end: the block or one construct.
    struct Frame
    {
        NodeKind kind = NodeKind::Document;
        qsizetype done = 0; ///< up to here everything is in nodes
        bool raw = false; ///< of an element whose content is not Markdown
        int images = 0;
        std::vector<Node> nodes;
    };

    struct Stop
    {
        enum class What { Never, Delimiter, Bracket, EndTag };
        What what = What::Never;
        char mark = 0;
        int length = 0;
        int open = 1; ///< brackets
        QByteArray tag;
    };

    char byteAt(qsizetype at) const { return at >= 0 && at < m_text.size() ? m_text[at] : '\0'; }
    bool startsWith(qsizetype at, QByteArrayView what) const;
    QByteArrayView bytes(ByteRange range) const { return m_text.sliced(range.begin, range.size()); }
    bool isExhausted() const { return m_steps > m_budget; }

    bool parse(Frame &frame, Stop &stop);
    bool stopsHere(const Frame &frame, Stop &stop) const;
    bool readOne(Frame &frame);
    void skip(qsizetype end);

    bool lineBreak(Frame &frame);
    bool backslash(Frame &frame);
    bool emphasis(Frame &frame);
    bool tryEmphasis(Frame &frame, qsizetype at, int length);
    bool mayClose(qsizetype from, char mark, int length);
    bool code(Frame &frame);
    bool bracket(Frame &frame);
    bool footnote(Frame &frame);
    bool linkTarget(Node &link, ByteRange label);
    bool referenceTarget(Node &link, ByteRange label);
    bool inlineTarget(Node &link);
    bool pointed(Frame &frame);
    bool comment(Frame &frame);
    bool element(Frame &frame);
    bool entity(Frame &frame);
    bool quote(Frame &frame);
    bool symbol(Frame &frame);
    bool math(Frame &frame);
    bool strikethrough(Frame &frame);
    bool braces(Frame &frame);
    bool namedExtension(Frame &frame);

    Node &add(Frame &frame, NodeKind kind, ByteRange range, ByteRange content);
    void addText(Frame &frame, qsizetype end);
    qsizetype addBreak(Frame &frame, qsizetype at, qsizetype end);
    void addPlain(Frame &frame, ByteRange range);
    void close(Frame &frame, Node &node);

    PageParts &m_parts;
    const MappedText &m_source;
    QByteArrayView m_text;
    qsizetype m_pos = 0;
    qsizetype m_resumed = 0; ///< the end of the last mark; what a quote means depends on the text from there on
    qsizetype m_steps = 0;
    qsizetype m_budget = 0;
    int m_depth = 0;
    int m_openEmphasis = 0;
    int m_openStrong = 0;
    int m_openLinks = 0;
    int m_openElements = 0;
    qsizetype m_kept = -1; ///< where text goes on although a node covers it: the line end behind a break
    qsizetype m_lastClosers[4] = {-2, -2, -2, -2}; ///< the last place where `*`, `**`, `_`, `__` may close; -2 unknown
    qsizetype m_lastBracket = -2;
    qsizetype m_noBraceBefore = 0; ///< up to here no `}` closes an attribute list
    bool m_commentsEnd = true;
    bool m_mathEnds = true;
    bool m_extensionsEnd = true;
};

} // namespace vitrine
