#include "content/liquid/LiquidTokens.h"

namespace vitrine {

namespace {

bool isSpace(char c)
{
    return c == ' ' || (c >= '\t' && c <= '\r') || c == '\0';
}

bool isWord(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_';
}

class Tokenizer
{
public:
    Tokenizer(QByteArrayView text, ByteRange range) : m_text(text), m_range(range), m_at(range.begin) { }

    std::vector<LiquidToken> run()
    {
        qsizetype textBegin = m_at;
        while (m_at < m_range.end) {
            const qsizetype open = nextOpening(m_at);
            const qsizetype close = open < 0 ? -1 : closing(open);
            if (open < 0)
                break;
            if (close < 0) {
                m_at = open + 2;
                continue;
            }
            addText(textBegin, open);
            addMarkup({open, close});
            m_at = textBegin = close;
            if (m_tokens.back().kind == LiquidToken::Kind::Tag && m_tokens.back().name == "raw")
                textBegin = takeRaw(textBegin);
        }
        addText(textBegin, m_range.end);
        return std::move(m_tokens);
    }

private:
    qsizetype find(QByteArrayView what, qsizetype from) const
    {
        const qsizetype found = m_text.indexOf(what, from);
        return found >= 0 && found + what.size() <= m_range.end ? found : -1;
    }

    /// Where `{{` or `{%` comes next.
    qsizetype nextOpening(qsizetype from) const
    {
        for (qsizetype i = find("{", from); i >= 0 && i + 1 < m_range.end; i = find("{", i + 1)) {
            if (m_text[i + 1] == '{' || m_text[i + 1] == '%')
                return i;
        }
        return -1;
    }

    /// The end of what opens at `open`; each kind is searched once in vain at most, so that all is linear.
    qsizetype closing(qsizetype open)
    {
        const bool isTag = m_text[open + 1] == '%';
        bool &hopeless = isTag ? m_noMoreTags : m_noMoreOutputs;
        const qsizetype end = hopeless ? -1 : find(isTag ? "%}" : "}}", open + 2);
        hopeless = hopeless || end < 0;
        return end < 0 ? -1 : end + 2;
    }

    void addText(qsizetype begin, qsizetype end)
    {
        if (m_trimNext)
            begin = skipSpace(begin, end);
        m_trimNext = false;
        if (begin < end)
            m_tokens.push_back({LiquidToken::Kind::Text, {begin, end}, {}, {}});
    }

    qsizetype skipSpace(qsizetype begin, qsizetype end) const
    {
        while (begin < end && isSpace(m_text[begin]))
            ++begin;
        return begin;
    }

    void trimTextBefore(qsizetype at)
    {
        if (m_tokens.empty() || m_tokens.back().kind != LiquidToken::Kind::Text || m_tokens.back().range.end != at)
            return;
        ByteRange &text = m_tokens.back().range;
        while (text.begin < text.end && isSpace(m_text[text.end - 1]))
            --text.end;
        if (text.isEmpty())
            m_tokens.pop_back();
    }

    void addMarkup(ByteRange range)
    {
        LiquidToken token;
        token.kind = m_text[range.begin + 1] == '%' ? LiquidToken::Kind::Tag : LiquidToken::Kind::Output;
        token.range = range;
        QByteArrayView inside = m_text.sliced(range.begin + 2, std::max<qsizetype>(range.size() - 4, 0));
        if (inside.startsWith('-')) {
            trimTextBefore(range.begin);
            inside = inside.sliced(1);
        }
        if (inside.endsWith('-')) {
            m_trimNext = true;
            inside.chop(1);
        }
        inside = inside.trimmed();
        if (token.kind == LiquidToken::Kind::Tag) {
            qsizetype length = 0;
            while (length < inside.size() && isWord(inside[length]))
                ++length;
            token.name = inside.first(length);
            inside = inside.sliced(length).trimmed();
        }
        token.markup = inside;
        m_tokens.push_back(token);
    }

    /// The `{% endraw %}` around the word at `word`, or an empty range.
    ByteRange endrawAround(qsizetype word) const
    {
        qsizetype open = word, close = word + 6;
        while (open > m_range.begin && isSpace(m_text[open - 1]))
            --open;
        if (open > m_range.begin && m_text[open - 1] == '-')
            --open;
        close = skipSpace(close, m_range.end);
        if (close < m_range.end && m_text[close] == '-')
            ++close;
        const bool isTag = open - 2 >= m_range.begin && m_text.sliced(open - 2, 2) == "{%" && close + 2 <= m_range.end
            && m_text.sliced(close, 2) == "%}";
        return isTag ? ByteRange{open - 2, close + 2} : ByteRange{};
    }

    /// Takes everything up to `{% endraw %}` as one text; gives where text goes on.
    qsizetype takeRaw(qsizetype begin)
    {
        for (qsizetype word = m_noMoreRaw ? -1 : find("endraw", begin); word >= 0; word = find("endraw", word + 6)) {
            const ByteRange end = endrawAround(word);
            if (end.isEmpty() || end.begin < begin)
                continue;
            addText(begin, end.begin);
            addMarkup(end);
            m_at = end.end;
            return m_at;
        }
        m_noMoreRaw = true;
        m_tokens.back().name = {}; // never closed: no tag that is known
        return begin;
    }

    QByteArrayView m_text;
    ByteRange m_range;
    qsizetype m_at;
    bool m_trimNext = false;
    bool m_noMoreTags = false, m_noMoreOutputs = false, m_noMoreRaw = false;
    std::vector<LiquidToken> m_tokens;
};

} // namespace

std::vector<LiquidToken> liquidTokens(QByteArrayView text, ByteRange range)
{
    return Tokenizer(text, range).run();
}

} // namespace vitrine
