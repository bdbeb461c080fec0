#include "content/page/reading/EntryCollector.h"

#include "content/markdown/Html.h"
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

Container containerOf(const PagePiece &piece)
{
    switch (piece.type) {
    case PagePiece::Type::Item:
        return piece.ordered ? Container::NumberedList : Container::List;
    case PagePiece::Type::Box:
        return Container::Box;
    case PagePiece::Type::HtmlItem:
        return Container::HtmlItem;
    case PagePiece::Type::TableRow:
        return Container::TableRow;
    case PagePiece::Type::Heading:
        return Container::Heading;
    default:
        return Container::Paragraph;
    }
}

Block::Type blockTypeOf(PagePiece::Type type)
{
    switch (type) {
    case PagePiece::Type::Html:
    case PagePiece::Type::Anchor:
    case PagePiece::Type::Box:
    case PagePiece::Type::HtmlItem:
    case PagePiece::Type::TableRow:
        return Block::Type::Html;
    case PagePiece::Type::Comment:
        return Block::Type::Comment;
    case PagePiece::Type::Code:
        return Block::Type::Code;
    case PagePiece::Type::Rule:
        return Block::Type::Rule;
    case PagePiece::Type::Liquid:
        return Block::Type::Liquid;
    case PagePiece::Type::Table:
        return Block::Type::Table;
    default:
        return Block::Type::Text;
    }
}

bool isItem(const PagePiece &piece)
{
    return piece.type == PagePiece::Type::Item || piece.type == PagePiece::Type::Box
        || piece.type == PagePiece::Type::HtmlItem || piece.type == PagePiece::Type::TableRow
        || piece.type == PagePiece::Type::Heading;
}

/// The words of a paragraph or list item as shown; for raw HTML as written.
QByteArray wordsOf(const QByteArray &text, const Node *node, ByteRange range)
{
    return node ? shownText(text, node->children) : text.mid(range.begin, range.size()).simplified();
}

class EntryCollector
{
public:
    EntryCollector(const QByteArray &text, SectionDraft &draft, std::vector<MarkMeaning> &marks)
        : m_text(text), m_draft(draft), m_marks(marks)
    {
        const auto &pieces = draft.pieces;
        // What is hidden in a section that shows does not tell how it is written; a hidden section reads as when it
        // shows.
        m_hasItems = std::any_of(pieces.begin(), pieces.end(), [&](const SectionPiece &piece) {
            return piece.hidden == draft.section.hidden && isItem(piece.piece);
        });
    }

    void collect()
    {
        for (const SectionPiece &piece : m_draft.pieces) {
            const bool paragraph = piece.piece.type == PagePiece::Type::Paragraph;
            if (piece.piece.type == PagePiece::Type::Item)
                addItem(piece);
            else if (isItem(piece.piece))
                addEntry(piece, piece.piece.range);
            else if (paragraph)
                addParagraph(piece);
            else
                addBlock(piece, blockTypeOf(piece.piece.type));
            m_runOpen = m_runOpen && (paragraph || isBreak(piece.piece));
        }
        finishOuterRanges();
    }

private:
    /// `<br>` alone.
    bool isBreak(const PagePiece &piece) const
    {
        const std::optional<HtmlTag> tag =
            piece.type == PagePiece::Type::Html ? readTag(m_text, piece.range.begin) : std::nullopt;
        return tag && tag->name == "br" && trimmedIn(m_text, {tag->range.end, piece.range.end}).isEmpty();
    }

    void addItem(const SectionPiece &piece)
    {
        if (piece.piece.alone && takeLegend(piece))
            return;
        addEntry(piece, piece.piece.range);
    }

    bool takeLegend(const SectionPiece &piece)
    {
        // "* Equal contribution": a legend that is read as a list because of its mark.
        const QByteArray written = m_text.mid(piece.piece.range.begin, piece.piece.range.size()).simplified();
        if (!written.startsWith('*') && !written.startsWith('+'))
            return false;
        return addLegend(piece, written);
    }

    bool addLegend(const SectionPiece &piece, const QByteArray &shown)
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

    void addParagraph(const SectionPiece &piece)
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
    void addToRun(const SectionPiece &piece)
    {
        std::vector<Entry> &entries = m_draft.section.entries;
        const bool element = !piece.piece.node && piece.piece.content.begin > piece.piece.range.begin;
        const bool goesOn = m_runOpen && !element; // a `<p>` is written for itself
        if (goesOn && entries.back().hidden == piece.hidden && entries.back().outerRange == piece.comment) {
            std::vector<Block> &blocks = m_draft.section.blocks;
            while (!blocks.empty() && blocks.back().range.begin >= entries.back().range.end)
                blocks.pop_back(); // breaks between its paragraphs
            entries.back().range.end = piece.piece.range.end;
            return;
        }
        addEntry(piece, piece.piece.range);
        m_runOpen = !element;
    }

    void addEntry(const SectionPiece &piece, ByteRange range)
    {
        Entry entry;
        entry.kind = m_draft.section.kind;
        entry.container = containerOf(piece.piece);
        entry.hidden = piece.hidden;
        entry.range = range;
        entry.outerRange = piece.comment;
        m_draft.section.entries.push_back(std::move(entry));
    }

    void addBlock(const SectionPiece &piece, Block::Type type)
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
    SectionDraft &m_draft;
    std::vector<MarkMeaning> &m_marks;
    bool m_hasItems = false;
    bool m_runOpen = false;
    std::vector<bool> m_outer;
};

} // namespace

void collectEntries(const QByteArray &text, SectionDraft &draft, std::vector<MarkMeaning> &marks)
{
    EntryCollector(text, draft, marks).collect();
}

} // namespace vitrine
