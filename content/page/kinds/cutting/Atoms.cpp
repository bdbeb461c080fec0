#include "content/page/kinds/cutting/Atoms.h"

#include "content/markdown/Html.h"
#include "content/page/kinds/cutting/Pieces.h"

#include <algorithm>
#include <array>

namespace vitrine {

namespace {

constexpr int maxDepth = 24;
constexpr size_t maxOpen = 64; ///< how far back a closing tag or bracket looks for its partner

struct Delimiter
{
    const char *open;
    const char *close;
    AtomPair::Kind kind;
};

constexpr std::array<Delimiter, 10> delimiters{{
    {"\\[", "\\]", AtomPair::Kind::Bracket},
    {"[", "]", AtomPair::Kind::Bracket},
    {"(", ")", AtomPair::Kind::Bracket},
    {"（", "）", AtomPair::Kind::Bracket},
    {"【", "】", AtomPair::Kind::Bracket},
    {"“", "”", AtomPair::Kind::Quote},
    {"《", "》", AtomPair::Kind::Quote},
    {"「", "」", AtomPair::Kind::Quote},
    {"\"", "\"", AtomPair::Kind::Quote},
    {"&quot;", "&quot;", AtomPair::Kind::Quote},
}};

AtomPair::Kind kindOfTag(const QByteArray &tag)
{
    if (tag == "a")
        return AtomPair::Kind::Link;
    if (tag == "b" || tag == "strong")
        return AtomPair::Kind::Strong;
    if (tag == "i" || tag == "em")
        return AtomPair::Kind::Emphasis;
    return tag == "code" || tag == "tt" ? AtomPair::Kind::Code : AtomPair::Kind::Html;
}

/// Pairs elements, brackets and quotes, properly nested with the pairs of Markdown and with one another.
class Pairing
{
public:
    Pairing(const QByteArray &text, EntryPieces pieces) : m_text(text), m_in(std::move(pieces)), m_pairs(m_in.pairs) { }

    void run()
    {
        for (size_t i = 0; i < m_in.pieces.size(); ++i)
            take(i);
        closeTo(0);
    }

    std::vector<AtomPair> takePairs() { return std::move(m_pairs); }
    const std::vector<EntryPiece> &pieces() const { return m_in.pieces; }

private:
    /// What waits for its partner: a pair of Markdown (`pair`), a tag (`piece`) or a bracket (`delimiter`).
    struct Open
    {
        int pair = -1;
        int piece = -1;
        int delimiter = -1;
        ByteRange range;
    };

    void take(size_t number)
    {
        const EntryPiece &piece = m_in.pieces[number];
        switch (piece.type) {
        case EntryPiece::Type::Text:
            return takeText(piece.range);
        case EntryPiece::Type::PairOpen:
            m_open.push_back({piece.pair, -1, -1, piece.range});
            return;
        case EntryPiece::Type::PairClose:
            return closePair(piece.pair);
        case EntryPiece::Type::TagOpen:
            m_open.push_back({-1, static_cast<int>(number), -1, piece.range});
            return;
        case EntryPiece::Type::TagClose:
            return closeTag(piece);
        case EntryPiece::Type::HardBreak:
        case EntryPiece::Type::BlockBreak:
            return dropBrackets();
        case EntryPiece::Type::Picture:
        case EntryPiece::Type::Opaque:
            return;
        }
    }

    void closeTo(size_t size) { m_open.resize(size); }

    void closePair(int pair)
    {
        while (!m_open.empty() && m_open.back().pair != pair)
            m_open.pop_back();
        if (!m_open.empty())
            m_open.pop_back();
    }

    void dropBrackets()
    {
        while (!m_open.empty() && m_open.back().delimiter >= 0)
            m_open.pop_back();
    }

    void closeTag(const EntryPiece &close)
    {
        for (size_t back = 1; back <= std::min(m_open.size(), maxOpen); ++back) {
            const Open &open = m_open[m_open.size() - back];
            if (open.pair >= 0)
                return;
            if (open.piece < 0 || m_in.pieces[static_cast<size_t>(open.piece)].tag != close.tag)
                continue;
            const EntryPiece &begin = m_in.pieces[static_cast<size_t>(open.piece)];
            AtomPair pair;
            pair.kind = kindOfTag(begin.tag);
            pair.range = {begin.range.begin, close.range.end};
            pair.open = begin.range;
            pair.close = close.range;
            pair.content = {begin.range.end, close.range.begin};
            pair.url = begin.url;
            pair.tag = begin.tag;
            pair.cssClass = begin.cssClass;
            m_pairs.push_back(pair);
            closeTo(m_open.size() - back);
            return;
        }
    }

    void takeText(ByteRange range)
    {
        const QByteArrayView all(m_text);
        for (qsizetype at = range.begin; at < range.end;) {
            const QByteArrayView rest = all.sliced(at, range.end - at);
            const qsizetype script = rest[0] == '$' ? takeScript(rest, at) : 0;
            const qsizetype length = script > 0 ? script : takeDelimiter(rest, at, range);
            if (length > 0)
                at += length;
            else
                at += rest[0] == '\\' && rest.size() > 1 ? 2 : 1;
        }
    }

    /// A mark raised by TeX: `$^*$`, `$^{\\dagger}$`.
    qsizetype takeScript(QByteArrayView rest, qsizetype at)
    {
        const qsizetype dollars = rest.startsWith("$$") ? 2 : 1;
        const QByteArrayView inner = rest.sliced(dollars);
        if (!inner.startsWith('^'))
            return 0;
        const qsizetype open = dollars + (inner.startsWith("^{") ? 2 : 1);
        const qsizetype close = rest.indexOf('$', open);
        if (close < 0 || close > open + 24 || close + dollars > rest.size())
            return 0;
        const qsizetype braces = open - dollars == 2 && rest[close - 1] == '}' ? 1 : 0;
        AtomPair pair;
        pair.kind = AtomPair::Kind::Script;
        pair.open = {at, at + open};
        pair.close = {at + close - braces, at + close + dollars};
        pair.range = {pair.open.begin, pair.close.end};
        pair.content = {pair.open.end, pair.close.begin};
        if (pair.content.isEmpty())
            return 0;
        m_pairs.push_back(pair);
        return pair.range.size();
    }

    qsizetype takeDelimiter(QByteArrayView rest, qsizetype at, ByteRange range)
    {
        if (!strchr("\\[]()\"&\xE2\xE3\xEF", rest[0]) || rest[0] == '\0')
            return 0;
        for (size_t i = 0; i < delimiters.size(); ++i) {
            const Delimiter &delimiter = delimiters[i];
            const auto openSize = static_cast<qsizetype>(qstrlen(delimiter.open));
            const auto closeSize = static_cast<qsizetype>(qstrlen(delimiter.close));
            if (rest.startsWith(delimiter.close) && closes(static_cast<int>(i), {at, at + closeSize}))
                return closeSize;
            if (rest.startsWith(delimiter.open)) {
                const bool straight = QByteArrayView(delimiter.open) == QByteArrayView(delimiter.close);
                if (!straight || opensHere(at, openSize, range))
                    m_open.push_back({-1, -1, static_cast<int>(i), {at, at + openSize}});
                return openSize;
            }
        }
        return 0;
    }

    /// A straight quote opens before a word and after a blank or at the begin.
    bool opensHere(qsizetype at, qsizetype size, ByteRange range) const
    {
        const char before = at > range.begin ? m_text[at - 1] : ' ';
        const char after = at + size < range.end ? m_text[at + size] : 'a';
        return strchr(" \t\n([>,:.", before) && !strchr(" \t\n", after);
    }

    bool closes(int delimiter, ByteRange close)
    {
        for (size_t back = 1; back <= std::min(m_open.size(), maxOpen); ++back) {
            const Open &open = m_open[m_open.size() - back];
            if (open.delimiter < 0)
                return false;
            if (open.delimiter != delimiter)
                continue;
            AtomPair pair;
            pair.kind = delimiters[static_cast<size_t>(delimiter)].kind;
            pair.range = {open.range.begin, close.end};
            pair.open = open.range;
            pair.close = close;
            pair.content = {open.range.end, close.begin};
            m_pairs.push_back(pair);
            closeTo(m_open.size() - back);
            return true;
        }
        return false;
    }

    const QByteArray &m_text;
    EntryPieces m_in;
    std::vector<AtomPair> m_pairs;
    std::vector<Open> m_open;
};

/// Sorts pairs by begin, the outer one first, tells each its parent and drops those that nest too deep.
void nest(std::vector<AtomPair> &pairs)
{
    std::stable_sort(pairs.begin(), pairs.end(), [](const AtomPair &a, const AtomPair &b) {
        return a.range.begin != b.range.begin ? a.range.begin < b.range.begin : a.range.end > b.range.end;
    });
    std::vector<AtomPair> kept;
    std::vector<int> open;
    for (AtomPair &pair : pairs) {
        while (!open.empty() && kept[static_cast<size_t>(open.back())].range.end <= pair.range.begin)
            open.pop_back();
        if (open.size() >= maxDepth)
            continue;
        pair.parent = open.empty() ? -1 : open.back();
        open.push_back(static_cast<int>(kept.size()));
        kept.push_back(std::move(pair));
    }
    pairs = std::move(kept);
}

Atom::Type typeOf(EntryPiece::Type type)
{
    switch (type) {
    case EntryPiece::Type::Text:
        return Atom::Type::Text;
    case EntryPiece::Type::Picture:
        return Atom::Type::Picture;
    case EntryPiece::Type::HardBreak:
        return Atom::Type::HardBreak;
    case EntryPiece::Type::BlockBreak:
        return Atom::Type::BlockBreak;
    default:
        return Atom::Type::Opaque;
    }
}

/// Puts delimiters and what stands between them in one row.
class Row
{
public:
    explicit Row(Atoms &result) : m_result(result)
    {
        for (size_t i = 0; i < result.pairs.size(); ++i) {
            m_marks.push_back({result.pairs[i].open, static_cast<int>(i), true});
            m_marks.push_back({result.pairs[i].close, static_cast<int>(i), false});
        }
        std::sort(m_marks.begin(), m_marks.end(), [](const Mark &a, const Mark &b) {
            return a.range.begin != b.range.begin ? a.range.begin < b.range.begin : a.range.end < b.range.end;
        });
    }

    void add(const EntryPiece &piece)
    {
        qsizetype begin = piece.range.begin;
        while (m_next < m_marks.size() && m_marks[m_next].range.begin < piece.range.end) {
            const Mark mark = m_marks[m_next++];
            addAtom(piece, {begin, mark.range.begin});
            addMark(mark);
            begin = mark.range.end;
        }
        addAtom(piece, {begin, piece.range.end});
    }

    void finish()
    {
        while (m_next < m_marks.size())
            addMark(m_marks[m_next++]);
    }

private:
    struct Mark
    {
        ByteRange range;
        int pair;
        bool open;
    };

    void addAtom(const EntryPiece &piece, ByteRange range)
    {
        if (range.isEmpty() || range.begin < m_reached)
            return;
        m_reached = range.end;
        Atom atom;
        atom.type = typeOf(piece.type);
        atom.range = range;
        atom.url = piece.url;
        atom.pair = m_open.empty() ? -1 : m_open.back();
        if (atom.type == Atom::Type::BlockBreak)
            ++m_block;
        atom.block = m_block;
        m_result.atoms.push_back(atom);
    }

    void addMark(const Mark &mark)
    {
        const AtomPair &pair = m_result.pairs[static_cast<size_t>(mark.pair)];
        const bool block = pair.kind == AtomPair::Kind::Html && isBlockElement(pair.tag);
        m_reached = std::max(m_reached, mark.range.end);
        if (block)
            ++m_block;
        Atom atom;
        atom.type = mark.open ? Atom::Type::Open : Atom::Type::Close;
        atom.range = mark.range;
        atom.pair = mark.pair;
        atom.block = m_block;
        m_result.atoms.push_back(atom);
        if (mark.open)
            m_open.push_back(mark.pair);
        else if (!m_open.empty())
            m_open.pop_back();
    }

    Atoms &m_result;
    std::vector<Mark> m_marks;
    size_t m_next = 0;
    qsizetype m_reached = 0;
    std::vector<int> m_open;
    int m_block = 0;
};

bool isRawHtml(const QByteArray &text, const Entry &entry)
{
    if (entry.container == Container::HtmlItem || entry.container == Container::TableRow)
        return entry.range.begin < text.size() && text[entry.range.begin] == '<';
    if (entry.container != Container::Box)
        return false;
    const QByteArrayView bytes = QByteArrayView(text).sliced(entry.range.begin, entry.range.size());
    return bytes.indexOf(QByteArrayView("markdown=")) < 0 && bytes.startsWith('<');
}

/// Puts letters in place of the signs of emphasis in a range.
void coverSigns(QByteArray &text, qsizetype begin, qsizetype end)
{
    for (qsizetype i = begin; i < end; ++i) {
        if (text[i] == '*' || text[i] == '_' || text[i] == '\\')
            text[i] = 'x';
    }
}

/// TeX between single dollars, which MathJax reads although kramdown does not: `$^*$`, `$x_1$`.
void coverFormulas(QByteArray &text)
{
    constexpr qsizetype longestFormula = 60;
    for (qsizetype at = text.indexOf('$'); at >= 0; at = text.indexOf('$', at)) {
        const QByteArrayView rest = QByteArrayView(text).sliced(at + 1);
        const qsizetype length = rest.first(qMin(longestFormula, rest.size())).indexOf('$');
        const bool formula = length > 0 && rest[0] != ' ' && rest[0] != '\n' && rest[length - 1] != ' '
            && !(length + 1 < rest.size() && rest[length + 1] >= '0' && rest[length + 1] <= '9');
        if (formula)
            coverSigns(text, at + 1, at + 1 + length);
        at += formula ? length + 2 : 1;
    }
}

} // namespace

bool AtomPair::isEmphasis() const
{
    if (kind == Kind::Emphasis || kind == Kind::Strong || kind == Kind::Code || kind == Kind::Strike)
        return true;
    return kind == Kind::Html
        && (tag == "u" || tag == "ins" || tag == "mark" || tag == "span" || tag == "font" || tag == "small"
            || tag == "big");
}

QByteArray textForInlines(QByteArray text)
{
    coverFormulas(text);
    constexpr qsizetype longestMark = 24;
    for (qsizetype at = text.indexOf("<sup>"); at >= 0; at = text.indexOf("<sup>", at + 5)) {
        const qsizetype begin = at + 5;
        const qsizetype length =
            QByteArrayView(text).sliced(begin).first(qMin(longestMark, text.size() - begin)).indexOf('<');
        coverSigns(text, begin, begin + length);
    }
    return text;
}

Atoms atomsOf(const QByteArray &text, const QByteArray &inlineText, const Entry &entry, const MarkdownOptions &options)
{
    Atoms result;
    result.content = contentOf(text, entry);
    result.rawHtml = isRawHtml(text, entry);
    // The nested lines of a paper are its authors and venue; of other entries they are a summary.
    const bool career = entry.kind == Kind::Experience || entry.kind == Kind::Education;
    const bool list = ((entry.container == Container::List || entry.container == Container::NumberedList)
                       && entry.kind != Kind::Publication)
        || (entry.container == Container::Heading && career);
    EntryPieces pieces =
        result.rawHtml ? htmlPieces(text, result.content) : markdownPieces(inlineText, result.content, list, options);
    result.nestedBegin = pieces.nestedBegin < 0 ? result.content.end : pieces.nestedBegin;
    Pairing pairing(text, std::move(pieces));
    pairing.run();
    result.pairs = pairing.takePairs();
    nest(result.pairs);
    Row row(result);
    for (const EntryPiece &piece : pairing.pieces())
        row.add(piece);
    row.finish();
    return result;
}

} // namespace vitrine
