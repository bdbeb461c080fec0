#include "content/liquid/LiquidTemplate.h"

#include <optional>

namespace vitrine {

namespace {

using Kind = LiquidNode::Kind;

std::optional<Kind> blockKind(QByteArrayView name)
{
    if (name == "if")
        return Kind::If;
    if (name == "unless")
        return Kind::Unless;
    if (name == "case")
        return Kind::Case;
    if (name == "for")
        return Kind::For;
    if (name == "capture")
        return Kind::Capture;
    if (name == "ifchanged")
        return Kind::IfChanged;
    if (name == "comment")
        return Kind::Comment;
    return {};
}

Kind tagKind(QByteArrayView name)
{
    if (name == "assign")
        return Kind::Assign;
    if (name == "include" || name == "include_relative" || name == "include_cached")
        return Kind::Include;
    if (name == "break")
        return Kind::Break;
    if (name == "continue")
        return Kind::Continue;
    if (name == "increment" || name == "decrement")
        return Kind::Count;
    if (name == "cycle")
        return Kind::Cycle;
    return Kind::AsWritten;
}

bool startsBranch(Kind block, QByteArrayView name)
{
    switch (block) {
    case Kind::If:
    case Kind::Unless:
        return name == "elsif" || name == "else";
    case Kind::Case:
        return name == "when" || name == "else";
    case Kind::For:
        return name == "else";
    default:
        return false;
    }
}

class Parser
{
public:
    Parser(QByteArrayView text, ByteRange range) : m_text(text), m_tokens(liquidTokens(text, range)) { }

    std::vector<LiquidNode> run()
    {
        for (const LiquidToken &token : m_tokens) {
            if (token.kind == LiquidToken::Kind::Tag)
                addTag(token);
            else
                addLeaf(token);
        }
        while (!m_open.empty())
            dissolve();
        return std::move(m_top);
    }

private:
    std::vector<LiquidNode> &nodes() { return m_open.empty() ? m_top : m_open.back().branches.back().nodes; }

    bool isBlankText(ByteRange range) const { return m_text.sliced(range.begin, range.size()).trimmed().isEmpty(); }

    void add(Kind kind, const LiquidToken &token, bool isBlank)
    {
        LiquidNode node;
        node.kind = kind;
        node.range = node.tag = token.range;
        node.name = token.name;
        node.markup = token.markup;
        node.isBlank = isBlank;
        nodes().push_back(std::move(node));
    }

    void addLeaf(const LiquidToken &token)
    {
        if (token.kind == LiquidToken::Kind::Text)
            add(Kind::Text, token, isBlankText(token.range));
        else
            add(Kind::Output, token, false);
    }

    void addTag(const LiquidToken &token)
    {
        if (token.name == "raw" || token.name == "endraw")
            return;
        if (const auto kind = blockKind(token.name); kind && m_open.size() < deepestLiquid) {
            open(*kind, token);
        } else if (token.name.startsWith("end") && closes(token)) {
            close(token);
        } else if (!m_open.empty() && startsBranch(m_open.back().kind, token.name)) {
            m_open.back().branches.push_back({token.name, token.markup, token.range, {}});
        } else {
            const Kind leaf = tagKind(token.name);
            add(leaf, token, leaf == Kind::Assign);
        }
    }

    void open(Kind kind, const LiquidToken &token)
    {
        LiquidNode block;
        block.kind = kind;
        block.range = block.tag = token.range;
        block.name = token.name;
        block.markup = token.markup;
        block.branches.push_back({token.name, token.markup, token.range, {}});
        m_open.push_back(std::move(block));
    }

    /// True when a block of this name is open; blocks opened inside it and never closed are dissolved.
    bool closes(const LiquidToken &token)
    {
        const QByteArrayView name = token.name.sliced(3);
        const auto match = [name](const LiquidNode &block) { return block.name == name; };
        if (std::none_of(m_open.begin(), m_open.end(), match))
            return false;
        while (!match(m_open.back()))
            dissolve();
        return true;
    }

    void close(const LiquidToken &token)
    {
        LiquidNode block = std::move(m_open.back());
        m_open.pop_back();
        block.range.end = token.range.end;
        block.isBlank = block.kind == Kind::Capture || block.kind == Kind::Comment || hasBlankBranchesOnly(block);
        if (block.kind == Kind::Comment)
            block.branches.clear();
        nodes().push_back(std::move(block));
    }

    static bool hasBlankBranchesOnly(const LiquidNode &block)
    {
        return std::all_of(block.branches.begin(), block.branches.end(), [](const LiquidNode::Branch &branch) {
            return std::all_of(
                branch.nodes.begin(), branch.nodes.end(), [](const LiquidNode &node) { return node.isBlank; });
        });
    }

    /// A block that is never closed: its tag stays as it is written, what it holds belongs to what is around it.
    void dissolve()
    {
        LiquidNode block = std::move(m_open.back());
        m_open.pop_back();
        std::vector<LiquidNode> &around = nodes();
        for (LiquidNode::Branch &branch : block.branches) {
            LiquidNode written;
            written.kind = Kind::AsWritten;
            written.range = written.tag = branch.tag;
            written.name = branch.name;
            around.push_back(std::move(written));
            std::move(branch.nodes.begin(), branch.nodes.end(), std::back_inserter(around));
        }
    }

    QByteArrayView m_text;
    std::vector<LiquidToken> m_tokens;
    std::vector<LiquidNode> m_top;
    std::vector<LiquidNode> m_open;
};

} // namespace

std::vector<LiquidNode> parseLiquid(QByteArrayView text, ByteRange range)
{
    return Parser(text, range).run();
}

} // namespace vitrine
