#include "content/page/writing/Escape.h"

#include <algorithm>

namespace vitrine {

namespace {

bool isBlank(char c)
{
    return c == ' ' || c == '\t';
}

bool isLetter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

/// True when the `&` at `at` would be read as the start of an entity.
bool startsEntity(const QByteArray &text, qsizetype at)
{
    qsizetype end = at + 1;
    while (end < text.size() && (isLetter(text[end]) || isDigit(text[end]) || text[end] == '#'))
        ++end;
    return end > at + 1 && end < text.size() && text[end] == ';';
}

bool startsTag(const QByteArray &text, qsizetype at)
{
    if (at + 1 >= text.size())
        return false;
    const char next = text[at + 1];
    return isLetter(next) || next == '/' || next == '!' || next == '?';
}

bool startsLiquid(const QByteArray &text, qsizetype at)
{
    return text[at] == '{' && at + 1 < text.size() && (text[at + 1] == '{' || text[at + 1] == '%');
}

/// A plain text and how each of its bytes is spelled so far.
class Spelling
{
public:
    explicit Spelling(const QByteArray &plain) : m_plain(plain), m_escaped(static_cast<size_t>(plain.size()), false) { }

    const QByteArray &plain() const { return m_plain; }

    /// Returns false when nothing changes: outside the text, or escaped before.
    bool escape(qsizetype at)
    {
        if (at < 0 || at >= m_plain.size() || m_escaped[static_cast<size_t>(at)])
            return false;
        m_escaped[static_cast<size_t>(at)] = true;
        return true;
    }

    QByteArray text() const
    {
        QByteArray text;
        text.reserve(m_plain.size() + 8);
        for (qsizetype i = 0; i < m_plain.size(); ++i)
            text += spelled(i);
        return text;
    }

    /// The byte of the plain text whose spelling covers a byte of text().
    qsizetype plainAt(qsizetype offset) const
    {
        qsizetype at = 0;
        for (qsizetype i = 0; i < m_plain.size(); ++i) {
            at += spelled(i).size();
            if (offset < at)
                return i;
        }
        return m_plain.size();
    }

private:
    QByteArray spelled(qsizetype i) const
    {
        const char c = m_plain[i];
        if (!m_escaped[static_cast<size_t>(i)])
            return QByteArray(1, c);
        // kramdown knows no backslash before "&", and Liquid none at all.
        if (c == '&')
            return QByteArrayLiteral("&amp;");
        if (startsLiquid(m_plain, i))
            return QByteArrayLiteral("&#123;");
        return QByteArray(1, '\\') + c;
    }

    QByteArray m_plain;
    std::vector<bool> m_escaped;
};

std::vector<ByteRange> linesOf(const QByteArray &text)
{
    std::vector<ByteRange> lines;
    qsizetype begin = 0;
    while (begin <= text.size()) {
        qsizetype end = text.indexOf('\n', begin);
        if (end < 0)
            end = text.size();
        qsizetype first = begin;
        while (!lines.empty() && first < end && isBlank(text[first]))
            ++first;
        lines.push_back({first, end > first && text[end - 1] == '\r' ? end - 1 : end});
        begin = end + 1;
    }
    return lines;
}

/// The nodes that enclose a range, outermost first.
void collectWrappers(const std::vector<Node> &nodes, ByteRange slot, std::vector<NodeKind> &wrappers)
{
    const std::vector<Node> *level = &nodes;
    while (level) {
        const auto found = std::find_if(level->begin(), level->end(), [&](const Node &node) {
            return node.kind > NodeKind::HardBreak && node.range.contains(slot) && node.content.contains(slot)
                && node.range != slot;
        });
        if (found == level->end())
            return;
        wrappers.push_back(found->kind);
        level = &found->children;
    }
}

void shift(std::vector<Node> &nodes, qsizetype by, int depth)
{
    constexpr int mostDepth = 80;
    for (Node &node : nodes) {
        node.range = node.range.shifted(by);
        node.content = node.content.shifted(by);
        if (depth < mostDepth)
            shift(node.children, by, depth + 1);
    }
}

/// The inlines of a paragraph by the rules of the page's engine. Words before it keep its first sign from opening a
/// block.
std::vector<Node> inlinesOf(const QByteArray &text, const MarkdownOptions &options)
{
    static const QByteArray lead = QByteArrayLiteral("x ");
    if (options.engine == Engine::Kramdown) {
        const QByteArray block = lead + text;
        Node tree = readMarkdown(block, {0, block.size()}, options);
        if (tree.children.size() == 1 && tree.children.front().kind == NodeKind::Paragraph) {
            std::vector<Node> nodes = std::move(tree.children.front().children);
            shift(nodes, -lead.size(), 0);
            return nodes;
        }
    }
    return readInlines(text, linesOf(text), options);
}

/// Escapes whatever the reader takes for markup inside one place of a paragraph.
class MarkupSearch
{
public:
    MarkupSearch(Spelling &spelling, const EscapeContext &context) : m_spelling(spelling), m_context(context) { }

    /// One reading; true when something had to be escaped.
    bool pass()
    {
        const QByteArray own = m_spelling.text();
        m_text = m_context.before + own + m_context.after;
        m_slot = {m_context.before.size(), m_context.before.size() + own.size()};
        m_offending.clear();
        // What the site shows, and what entries are read from: neither may take it for markup.
        judgeAll(inlinesOf(m_text, m_context.markdown));
        judgeAll(readInlines(m_text, linesOf(m_text), m_context.markdown));
        bool changed = false;
        for (const qsizetype at : m_offending)
            changed |= m_spelling.escape(at);
        return changed;
    }

    /// Of both readings, one after the other.
    std::vector<NodeKind> wrappers() const
    {
        std::vector<NodeKind> wrappers;
        collectWrappers(inlinesOf(m_text, m_context.markdown), m_slot, wrappers);
        collectWrappers(readInlines(m_text, linesOf(m_text), m_context.markdown), m_slot, wrappers);
        return wrappers;
    }

private:
    void judgeAll(const std::vector<Node> &nodes)
    {
        std::vector<const Node *> open;
        for (const Node &node : nodes)
            open.push_back(&node);
        while (!open.empty()) {
            const Node *node = open.back();
            open.pop_back();
            if (!node->range.overlaps(m_slot))
                continue;
            judge(*node);
            for (const Node &child : node->children)
                open.push_back(&child);
        }
    }

    void judge(const Node &node)
    {
        switch (node.kind) {
        case NodeKind::Text:
        case NodeKind::SoftBreak:
        case NodeKind::HardBreak:
        case NodeKind::Typographic:
            return;
        default:
            break;
        }
        if (node.range.begin >= m_slot.begin) {
            if (!(node.range == m_slot && node.content == m_slot))
                escapeOpening(node);
        } else if (node.range.end <= m_slot.end) {
            escapeRange({std::max(node.content.end, m_slot.begin), node.range.end});
        } else if (!node.content.contains(m_slot)) {
            escapeRange({node.content.end, node.content.end + 1});
        }
    }

    void escapeOpening(const Node &node)
    {
        const qsizetype begin = node.range.begin;
        const char first = m_text[begin];
        if (node.kind == NodeKind::Link && first != '[' && first != '<')
            return; // a bare address shows as itself
        if (node.kind == NodeKind::Image || node.kind == NodeKind::Link) {
            // The brackets alone make it a link; "!" before them is harmless then.
            escapeRange(node.kind == NodeKind::Image ? ByteRange{begin + 1, begin + 2} : ByteRange{begin, begin + 1});
            return;
        }
        qsizetype end = begin + 1;
        while (end < node.content.begin && m_text[end] == first)
            ++end;
        escapeRange({begin, end});
    }

    void escapeRange(ByteRange range)
    {
        for (qsizetype at = std::max(range.begin, m_slot.begin); at < std::min(range.end, m_slot.end); ++at)
            m_offending.push_back(m_spelling.plainAt(at - m_slot.begin));
    }

    Spelling &m_spelling;
    const EscapeContext &m_context;
    QByteArray m_text;
    ByteRange m_slot;
    std::vector<qsizetype> m_offending; ///< bytes of the plain text
};

bool consistsOf(const QByteArray &text, char wanted)
{
    return std::all_of(text.begin(), text.end(), [&](char c) { return c == wanted || isBlank(c); });
}

/// The byte of a block's first line that would make it another block than a paragraph, or -1.
qsizetype blockSignOf(const QByteArray &text)
{
    if (text.isEmpty())
        return -1;
    const char first = text[0];
    const bool alone = text.size() == 1 || isBlank(text[1]);
    switch (first) {
    case '#':
    case '>':
    case '|':
        return 0;
    case '*':
        if (text.startsWith("*[") && text.contains("]:"))
            return 0; // kramdown: what an abbreviation means
        return alone || consistsOf(text, first) ? 0 : -1;
    case '-':
    case '+':
    case ':':
        return alone || consistsOf(text, first) ? 0 : -1;
    case '_':
    case '=':
        return consistsOf(text, first) ? 0 : -1;
    case '~':
    case '`':
        return text.startsWith(QByteArray(3, first)) ? 0 : -1;
    case '[':
        return text.contains("]:") ? 0 : -1;
    default:
        break;
    }
    qsizetype end = 0;
    while (end < text.size() && isDigit(text[end]))
        ++end;
    const bool numbered = end > 0 && end < text.size() && (text[end] == '.' || text[end] == ')')
        && (end + 1 == text.size() || isBlank(text[end + 1]));
    return numbered ? end : -1;
}

/// Signs that mean something outside the inlines of a paragraph.
void escapeOutsideSigns(Spelling &spelling, const EscapeContext &context)
{
    const QByteArray &plain = spelling.plain();
    const bool kramdown = context.markdown.engine == Engine::Kramdown;
    for (qsizetype i = 0; i < plain.size(); ++i) {
        const bool attributeList = kramdown && plain[i] == '{' && i + 1 < plain.size() && plain[i + 1] == ':';
        const bool tableCell = kramdown && plain[i] == '|';
        if (startsLiquid(plain, i) || attributeList || tableCell)
            spelling.escape(i);
    }
    if (plain.endsWith('\\'))
        spelling.escape(plain.size() - 1);
    if (context.startsBlock)
        spelling.escape(blockSignOf(plain));
}

void escapeAllSigns(Spelling &spelling)
{
    const QByteArray &plain = spelling.plain();
    for (qsizetype i = 0; i < plain.size(); ++i) {
        const char c = plain[i];
        if (c == '\\' || c == '`' || c == '*' || c == '_' || c == '[' || c == ']' || c == '<' || c == '|' || c == '$'
            || c == '~' || (c == '{' && i + 1 < plain.size()) || (c == '&' && startsEntity(plain, i)))
            spelling.escape(i);
    }
}

QByteArray oneLine(const QByteArray &plain)
{
    QByteArray line = plain;
    line.replace("\r\n", " ").replace('\n', ' ').replace('\r', ' ');
    return line;
}

QByteArray htmlFromPlain(const QByteArray &plain, bool attribute)
{
    QByteArray html;
    for (qsizetype i = 0; i < plain.size(); ++i) {
        const char c = plain[i];
        if (c == '&' && startsEntity(plain, i))
            html += "&amp;";
        else if (c == '<' && (attribute || startsTag(plain, i)))
            html += "&lt;";
        else if (c == '>' && attribute)
            html += "&gt;";
        else if (c == '"' && attribute)
            html += "&quot;";
        else if (c == '\'' && attribute)
            html += "&#39;";
        else if (startsLiquid(plain, i))
            html += "&#123;";
        else
            html += c;
    }
    return html;
}

std::vector<NodeKind> wrappersOfWord(const EscapeContext &context)
{
    Spelling word(QByteArrayLiteral("x"));
    MarkupSearch search(word, context);
    search.pass();
    return search.wrappers();
}

} // namespace

QByteArray markdownFromPlain(const QByteArray &plain, const EscapeContext &context)
{
    const QByteArray line = oneLine(plain);
    if (context.place == EscapeContext::Place::Verbatim)
        return line;
    if (context.place != EscapeContext::Place::Markdown)
        return htmlFromPlain(line, context.place == EscapeContext::Place::Attribute);

    Spelling spelling(line);
    escapeOutsideSigns(spelling, context);
    MarkupSearch search(spelling, context);
    // Each reading may uncover markup that the one before had swallowed; a page written by a person needs one or two.
    const int mostReadings = 16;
    for (int reading = 0; reading < mostReadings; ++reading) {
        if (search.pass())
            continue;
        return search.wrappers() == wrappersOfWord(context) ? spelling.text()
                                                            : markdownFromPlainStrictly(plain, context);
    }
    return markdownFromPlainStrictly(plain, context);
}

QByteArray markdownFromPlainStrictly(const QByteArray &plain, const EscapeContext &context)
{
    if (context.place != EscapeContext::Place::Markdown)
        return markdownFromPlain(plain, context);
    Spelling spelling(oneLine(plain));
    escapeOutsideSigns(spelling, context);
    escapeAllSigns(spelling);
    return spelling.text();
}

} // namespace vitrine
