#include "content/page/reading/EntryCollector.h"

#include "content/page/reading/Legend.h"
#include "content/page/reading/TextLines.h"
#include "content/page/reading/Titles.h"

#include <algorithm>

namespace vitrine {

namespace {

bool isTextKind(Kind kind)
{
    return kind == Kind::About || kind == Kind::Other;
}

Container containerOf(const Piece &piece)
{
    switch (piece.type) {
    case Piece::Type::List:
        return piece.node->ordered ? Container::NumberedList : Container::List;
    case Piece::Type::Box:
        return Container::Box;
    case Piece::Type::HtmlItem:
        return Container::HtmlItem;
    case Piece::Type::TableRow:
        return Container::TableRow;
    case Piece::Type::Heading:
        return Container::Heading;
    default:
        return Container::Paragraph;
    }
}

Block::Type blockTypeOf(Piece::Type type)
{
    switch (type) {
    case Piece::Type::Html:
    case Piece::Type::Anchor:
    case Piece::Type::Box:
    case Piece::Type::HtmlItem:
    case Piece::Type::TableRow:
        return Block::Type::Html;
    case Piece::Type::Comment:
        return Block::Type::Comment;
    case Piece::Type::Code:
        return Block::Type::Code;
    case Piece::Type::Rule:
        return Block::Type::Rule;
    case Piece::Type::Liquid:
        return Block::Type::Liquid;
    case Piece::Type::Table:
        return Block::Type::Table;
    default:
        return Block::Type::Text;
    }
}

bool isItem(const Piece &piece)
{
    return piece.type == Piece::Type::List || piece.type == Piece::Type::Box || piece.type == Piece::Type::HtmlItem
        || piece.type == Piece::Type::TableRow || piece.type == Piece::Type::Heading;
}

/// The words of a paragraph or list item as shown; for raw HTML as written.
QByteArray wordsOf(const QByteArray &text, const Node *node, ByteRange range)
{
    return node ? shownText(text, node->children) : text.mid(range.begin, range.size()).simplified();
}

class EntryCollector
{
public:
    EntryCollector(const QByteArray &text, Draft &draft, std::vector<MarkMeaning> &marks)
        : m_text(text), m_draft(draft), m_marks(marks)
    {
        const auto &pieces = draft.pieces;
        m_hasItems = std::any_of(
            pieces.begin(), pieces.end(), [](const DraftPiece &piece) { return !piece.hidden && isItem(piece.piece); });
    }

    void collect()
    {
        for (const DraftPiece &piece : m_draft.pieces) {
            const bool paragraph = piece.piece.type == Piece::Type::Paragraph;
            if (piece.piece.type == Piece::Type::List)
                addList(piece);
            else if (isItem(piece.piece))
                addEntry(piece, piece.piece.range);
            else if (paragraph)
                addParagraph(piece);
            else
                addBlock(piece, blockTypeOf(piece.piece.type));
            m_runOpen = paragraph && m_runOpen;
        }
        finishOuterRanges();
    }

private:
    void addList(const DraftPiece &piece)
    {
        const std::vector<Node> &items = piece.piece.node->children;
        if (items.size() == 1 && takeLegend(piece, items.front()))
            return;
        for (const Node &item : items) {
            const qsizetype end = std::min(item.range.end, piece.piece.range.end);
            addEntry(piece, standingIn(m_text, {item.range.begin, end}));
        }
    }

    bool takeLegend(const DraftPiece &piece, const Node &item)
    {
        // "* Equal contribution": a legend that is read as a list because of its mark.
        const QByteArray written = m_text.mid(item.range.begin, item.range.size()).simplified();
        if (!written.startsWith('*') && !written.startsWith('+'))
            return false;
        return addLegend(piece, written);
    }

    bool addLegend(const DraftPiece &piece, const QByteArray &shown)
    {
        const std::vector<MarkMeaning> marks = readLegend(shown);
        if (marks.empty())
            return false;
        addBlock(piece, Block::Type::Legend);
        for (const MarkMeaning &mark : marks) {
            const bool known = std::any_of(
                m_marks.begin(), m_marks.end(), [&](const MarkMeaning &other) { return other.mark == mark.mark; });
            if (!known)
                m_marks.push_back(mark);
        }
        return true;
    }

    void addParagraph(const DraftPiece &piece)
    {
        const QByteArray shown = wordsOf(m_text, piece.piece.node, piece.piece.range);
        if (shown.isEmpty())
            return addBlock(piece, Block::Type::Html);
        if (addLegend(piece, shown)) {
            m_runOpen = false;
            return;
        }
        if (isTextKind(m_draft.section.kind))
            return addToRun(piece);
        if (m_hasItems)
            return addBlock(piece, Block::Type::Text);
        addEntry(piece, piece.piece.range);
    }

    /// Running text: paragraphs that follow one another are one entry.
    void addToRun(const DraftPiece &piece)
    {
        std::vector<Entry> &entries = m_draft.section.entries;
        if (m_runOpen && entries.back().hidden == piece.hidden) {
            entries.back().range.end = piece.piece.range.end;
            return;
        }
        addEntry(piece, piece.piece.range);
        m_runOpen = true;
    }

    void addEntry(const DraftPiece &piece, ByteRange range)
    {
        Entry entry;
        entry.kind = m_draft.section.kind;
        entry.container = containerOf(piece.piece);
        entry.hidden = piece.hidden;
        entry.range = range;
        entry.outerRange = piece.comment;
        m_draft.section.entries.push_back(std::move(entry));
    }

    void addBlock(const DraftPiece &piece, Block::Type type)
    {
        Block block;
        block.type = type;
        block.hidden = piece.hidden || type == Block::Type::Comment;
        block.range = piece.piece.range;
        m_draft.section.blocks.push_back(block);
    }

    /// A hidden entry's outer range is its comment when it is all that the comment hides.
    void finishOuterRanges()
    {
        std::vector<Entry> &entries = m_draft.section.entries;
        for (size_t i = 0; i < entries.size(); ++i) {
            const bool shared = (i > 0 && entries[i].outerRange.contains(entries[i - 1].range))
                || (i + 1 < entries.size() && entries[i].outerRange.contains(entries[i + 1].range));
            m_outer.push_back(entries[i].hidden && !shared && holdsOnly(entries[i]));
        }
        for (size_t i = 0; i < entries.size(); ++i) {
            if (!m_outer[i])
                entries[i].outerRange = entries[i].range;
        }
    }

    bool holdsOnly(const Entry &entry) const
    {
        const ByteRange outer = entry.outerRange;
        const ByteRange before = trimmedIn(m_text, {outer.begin + 4, entry.range.begin});
        const ByteRange after = trimmedIn(m_text, {entry.range.end, outer.end});
        return before.isEmpty() && m_text.mid(after.begin, after.size()) == "-->";
    }

    const QByteArray &m_text;
    Draft &m_draft;
    std::vector<MarkMeaning> &m_marks;
    bool m_hasItems = false;
    bool m_runOpen = false;
    std::vector<bool> m_outer;
};

} // namespace

void collectEntries(const QByteArray &text, Draft &draft, std::vector<MarkMeaning> &marks)
{
    EntryCollector(text, draft, marks).collect();
}

} // namespace vitrine
