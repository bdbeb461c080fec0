#include "content/markdown/gfm/BlockSkeleton.h"

#include "content/markdown/Characters.h"

namespace vitrine {

namespace {

constexpr char filler = 'x';
/// So many columns of blanks and markers may stand before a line's text.
constexpr int maxPrefixColumns = 200;

bool isLineEnd(char c)
{
    return c == '\n' || c == '\r';
}

class Skeleton
{
public:
    explicit Skeleton(QByteArrayView text) : m_text(text), m_copy(text.toByteArray()) { }

    QByteArray make()
    {
        while (m_pos < m_text.size()) {
            prefix();
            rest();
            while (m_pos < m_text.size() && isLineEnd(m_text[m_pos]))
                ++m_pos;
        }
        return std::move(m_copy);
    }

private:
    bool inLine() const { return m_pos < m_text.size() && !isLineEnd(m_text[m_pos]); }
    bool spaceAt(qsizetype at) const { return at < 0 || at >= m_text.size() || isAsciiSpace(m_text[at]); }

    /// Blanks, quote marks and list markers before the text of a line.
    void prefix()
    {
        m_prefixBegin = m_pos;
        int columns = 0;
        for (; inLine(); ++m_pos) {
            const char c = m_text[m_pos];
            const bool marker = c == '>' || c == '-' || c == '+' || c == '*' || c == '.' || c == ')';
            if (!marker && !isAsciiDigit(c) && c != ' ' && c != '\t')
                break;
            columns += c == '\t' ? 4 : 1;
            if (columns > maxPrefixColumns && (c == '>' || (marker && spaceAt(m_pos + 1))))
                m_copy[m_pos] = filler;
            else if (c == '*')
                emphasis();
        }
        m_prefixEnd = m_pos;
    }

    void rest()
    {
        for (; inLine(); ++m_pos) {
            switch (m_text[m_pos]) {
            case '\0':
            case '&':
                m_copy[m_pos] = filler;
                break;
            case '[':
                if (!m_text.first(m_pos).endsWith("<![CDATA"))
                    m_copy[m_pos] = filler;
                break;
            case '<': // begins a block here, or ends one as in `</script>`
                if (m_pos != m_prefixEnd && !(m_pos + 1 < m_text.size() && m_text[m_pos + 1] == '/'))
                    m_copy[m_pos] = filler;
                break;
            case '*':
            case '_':
                emphasis();
                break;
            default:
                break;
            }
        }
    }

    /// Rulers and bullets stand between blanks; every other run of stars or underscores is of inlines.
    void emphasis()
    {
        const char mark = m_text[m_pos];
        const qsizetype begin = m_pos;
        while (m_pos + 1 < m_text.size() && m_text[m_pos + 1] == mark)
            ++m_pos;
        const bool apart =
            (spaceAt(begin - 1) || begin == m_prefixBegin || m_text[begin - 1] == '>') && spaceAt(m_pos + 1);
        for (qsizetype i = begin; !apart && i <= m_pos; ++i)
            m_copy[i] = filler;
    }

    QByteArrayView m_text;
    QByteArray m_copy;
    qsizetype m_pos = 0;
    qsizetype m_prefixBegin = 0;
    qsizetype m_prefixEnd = 0;
};

} // namespace

QByteArray blockSkeleton(QByteArrayView text)
{
    return Skeleton(text).make();
}

} // namespace vitrine
