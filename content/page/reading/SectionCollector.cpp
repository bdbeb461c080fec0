#include "content/page/reading/SectionCollector.h"

#include "content/page/reading/HtmlFrames.h"
#include "content/page/reading/TextLines.h"
#include "content/page/reading/TitleWords.h"

#include <algorithm>

namespace vitrine {

namespace {

bool isItem(PagePiece::Type type)
{
    return type == PagePiece::Type::Item || type == PagePiece::Type::Box || type == PagePiece::Type::HtmlItem
        || type == PagePiece::Type::TableRow;
}

/// True when what a comment hides are entries: its first content is one.
bool readsAsEntries(const std::vector<PagePiece> &pieces)
{
    for (const PagePiece &piece : pieces) {
        const bool silent = piece.type == PagePiece::Type::Html || piece.type == PagePiece::Type::Anchor
            || piece.type == PagePiece::Type::Rule || piece.type == PagePiece::Type::Liquid;
        if (!silent)
            return isItem(piece.type);
    }
    return false;
}

/// True for running text that somebody put between marks on lines of their own, as hiding a text does. Other comments
/// of words are notes to oneself.
bool readsAsHiddenText(QByteArrayView text, ByteRange comment, const std::vector<PagePiece> &pieces)
{
    const bool ownLines = isFirstOnLine(text, comment.begin) && isLastOnLine(text, comment.begin + 4)
        && isFirstOnLine(text, comment.end - 3) && isLastOnLine(text, comment.end);
    return ownLines && !pieces.empty() && std::all_of(pieces.begin(), pieces.end(), [](const PagePiece &piece) {
               return piece.type == PagePiece::Type::Paragraph;
           });
}

/// For each piece whether the live section at hand has something to show behind it: tags of frames alone are nothing.
std::vector<bool> showsSomethingAfter(const QByteArray &text, const std::vector<PagePiece> &pieces)
{
    std::vector<bool> result(pieces.size());
    bool shows = false;
    for (size_t i = pieces.size(); i-- > 0;) {
        result[i] = shows;
        if (pieces[i].type == PagePiece::Type::Heading)
            shows = false;
        else if (
            pieces[i].type != PagePiece::Type::Anchor && pieces[i].type != PagePiece::Type::Comment
            && !(pieces[i].type == PagePiece::Type::Html && isOnlyFrames(text, pieces[i].range)))
            shows = true;
    }
    return result;
}

/// For each piece the one behind it, comments left out: hidden entries change nothing of what stands before them.
std::vector<const PagePiece *> nextShown(const std::vector<PagePiece> &pieces)
{
    std::vector<const PagePiece *> result(pieces.size());
    const PagePiece *next = nullptr;
    for (size_t i = pieces.size(); i-- > 0;) {
        result[i] = next;
        if (pieces[i].type != PagePiece::Type::Comment)
            next = &pieces[i];
    }
    return result;
}

/// The inside of a comment without the dashes that decorate its marks (`<!--- x --->`) and the blank that sets the end
/// mark off; other trailing blanks belong to what is hidden.
ByteRange insideOf(QByteArrayView text, ByteRange content)
{
    while (content.begin < content.end && text[content.begin] == '-')
        ++content.begin;
    while (content.begin < content.end && text[content.end - 1] == '-')
        --content.end;
    if (content.begin < content.end && text[content.end - 1] == ' ')
        --content.end;
    const ByteRange standing = standingIn(text, content);
    return standing.isEmpty() ? standing : ByteRange{standing.begin, content.end};
}

/// Pieces where the bold line of a section's entries is rather one entry's title.
bool namesEntriesBold(Kind kind)
{
    return kind == Kind::Experience || kind == Kind::Education || kind == Kind::Project;
}

} // namespace

SectionCollector::SectionCollector(const QByteArray &text, const MarkdownOptions &options)
    : m_text(text), m_options(options), m_reader(text)
{
}

std::vector<SectionDraft> SectionCollector::collect(const Node &tree, ByteRange body)
{
    m_begin = body.begin;
    const std::vector<PagePiece> pieces = m_reader.read(tree, body);
    const std::vector<bool> showsAfter = showsSomethingAfter(m_text, pieces);
    const std::vector<const PagePiece *> next = nextShown(pieces);
    for (size_t i = 0; i < pieces.size(); ++i) {
        const PagePiece &piece = pieces[i];
        if (piece.type == PagePiece::Type::Heading)
            addHeading(piece, false, nullptr);
        else if (piece.type == PagePiece::Type::Comment)
            addComment(piece, showsAfter[i]);
        else if (piece.type == PagePiece::Type::Anchor)
            m_anchors.push_back({piece, false, {}});
        else if (isBoldHeading(piece, next[i]))
            addHeading(piece, true, nullptr);
        else
            addPiece({piece, false, {}});
    }
    flushAnchors();
    finishRanges(body.end);
    return std::move(m_drafts);
}

SectionDraft &SectionCollector::current()
{
    if (m_hidden >= 0)
        return m_drafts[static_cast<size_t>(m_hidden)];
    if (m_current < 0) {
        m_current = static_cast<int>(m_drafts.size());
        m_drafts.emplace_back();
        m_drafts.back().section.kind = Kind::About;
        m_drafts.back().section.range.begin = m_begin;
    }
    return m_drafts[static_cast<size_t>(m_current)];
}

void SectionCollector::addPiece(SectionPiece piece)
{
    flushAnchors();
    current().pieces.push_back(std::move(piece));
}

void SectionCollector::flushAnchors()
{
    std::vector<SectionPiece> anchors;
    std::swap(anchors, m_anchors);
    for (SectionPiece &anchor : anchors) {
        anchor.piece.type = PagePiece::Type::Html;
        current().pieces.push_back(std::move(anchor));
    }
}

void SectionCollector::addHeading(const PagePiece &piece, bool bold, const SectionPiece *hidden)
{
    SectionDraft draft;
    Section &section = draft.section;
    section.level = levelFor(piece, bold);
    section.headingRange = piece.range;
    section.range.begin = piece.range.begin;
    if (hidden) {
        section.hidden = true;
        draft.comment = hidden->comment;
        // Entries that the comment hides before the heading belong to the section before it.
        const bool first = m_current < 0 || m_drafts[static_cast<size_t>(m_current)].pieces.empty()
            || m_drafts[static_cast<size_t>(m_current)].pieces.back().comment != hidden->comment;
        if (m_hidden < 0 && first)
            section.range.begin = hidden->comment.begin;
    }
    if (!m_anchors.empty())
        section.range.begin = std::min(section.range.begin, m_anchors.front().piece.range.begin);
    m_anchors.clear();
    const Title title = titleOf(piece);
    section.title = title.text;
    section.emoji = title.emoji;
    section.titleRange = title.range;
    draft.bold = bold;
    if (!bold)
        m_headingLevel = section.level;

    int parent = hidden && m_hidden >= 0 ? m_hidden : m_current;
    // What stands under a hidden heading but is shown belongs to what is shown around it.
    const auto at = [&](int index) -> const SectionDraft & { return m_drafts[static_cast<size_t>(index)]; };
    while (parent >= 0 && (at(parent).section.level >= section.level || (!hidden && at(parent).section.hidden)))
        parent = at(parent).section.parent;
    if (parent >= 0 && at(parent).section.level == 0)
        parent = -1;
    section.parent = parent;
    const std::optional<Kind> kind =
        kindOfSection(section.title, parent < 0 ? std::nullopt : std::optional(at(parent).section.kind));
    section.kind = kind.value_or(Kind::Other);
    draft.kindKnown = kind.has_value();
    (hidden ? m_hidden : m_current) = static_cast<int>(m_drafts.size());
    m_drafts.push_back(std::move(draft));
}

void SectionCollector::addComment(const PagePiece &comment, bool liveAfter)
{
    const ByteRange inside = insideOf(m_text, comment.content);
    if (inside.isEmpty())
        return addPiece({comment, false, {}});
    m_inner.push_back(readMarkdown(m_text, inside, m_options));
    const std::vector<PagePiece> pieces = m_reader.read(m_inner.back(), inside);
    const std::vector<const PagePiece *> next = nextShown(pieces);
    const auto isBold = [&](const PagePiece &piece) {
        return isBoldHeading(piece, next[static_cast<size_t>(&piece - pieces.data())]);
    };
    const auto isHeading = [&](const PagePiece &piece) {
        return (piece.type == PagePiece::Type::Heading && !titleOf(piece).text.isEmpty()) || isBold(piece);
    };
    const bool headings = std::any_of(pieces.begin(), pieces.end(), isHeading);
    const bool onlyHeadings = std::all_of(pieces.begin(), pieces.end(), [&](const PagePiece &piece) {
        return isHeading(piece) || piece.type == PagePiece::Type::Anchor;
    });
    if (!(headings && !(onlyHeadings && liveAfter)) && !readsAsEntries(pieces)
        && !readsAsHiddenText(m_text, comment.range, pieces))
        return addPiece({comment, false, {}});

    if (liveAfter)
        current(); // there is text before the first heading, or a heading was before
    const int level = m_headingLevel;
    size_t first = m_drafts.size();
    const bool noneYet = m_current < 0;
    for (const PagePiece &piece : pieces) {
        SectionPiece hidden{piece, true, comment.range};
        if (isHeading(piece))
            addHeading(piece, piece.type != PagePiece::Type::Heading, &hidden);
        else if (piece.type == PagePiece::Type::Anchor)
            m_anchors.push_back(hidden);
        else {
            if (piece.type == PagePiece::Type::Heading)
                hidden.piece.type = PagePiece::Type::Other; // a heading without words
            addPiece(std::move(hidden));
        }
    }
    flushAnchors();
    m_headingLevel = level;
    m_hidden = -1;
    const int around = m_current;
    if (noneYet && around >= 0)
        ++first; // the text before the first heading began in this comment
    if (m_drafts.size() == first)
        return;
    // Shown content behind the comment goes on with the section around it, which then holds the hidden ones.
    for (size_t i = first; liveAfter && i < m_drafts.size(); ++i) {
        m_drafts[i].section.range.end = comment.range.end;
        if (m_drafts[i].section.parent < static_cast<int>(first))
            m_drafts[i].section.parent = around;
    }
    m_current = liveAfter ? around : static_cast<int>(m_drafts.size()) - 1;
}

Title SectionCollector::titleOf(const PagePiece &piece) const
{
    if (piece.node)
        return readTitle(m_text, piece.node->children, piece.node->content);
    std::vector<ByteRange> lines;
    const ByteRange content = trimmedIn(m_text, piece.content);
    for (qsizetype at = content.begin; at < content.end; at = nextLineAt(m_text, at, content.end)) {
        const ByteRange line = trimmedIn(m_text, {at, lineEndAt(m_text, at, content.end)});
        if (!line.isEmpty())
            lines.push_back(line);
    }
    return readTitle(m_text, readInlines(m_text, lines, m_options), content);
}

bool SectionCollector::isBoldHeading(const PagePiece &piece, const PagePiece *next) const
{
    if (piece.type != PagePiece::Type::Paragraph || !piece.node || !next || !isItem(next->type))
        return false;
    const auto isStrong = [](const Node &node) { return node.kind == NodeKind::Strong; };
    const std::vector<Node> &inlines = piece.node->children;
    if (std::count_if(inlines.begin(), inlines.end(), isStrong) != 1)
        return false;
    std::vector<Node> others;
    std::remove_copy_if(inlines.begin(), inlines.end(), std::back_inserter(others), isStrong);
    QByteArray beside = shownText(m_text, others);
    beside = beside.sliced(leadingEmoji(beside)).trimmed();
    if (!beside.isEmpty() && beside != ":" && beside != "：")
        return false;
    const QByteArray title = titleOf(piece).text;
    if (isYearTitle(title))
        return true;
    const Kind around = m_current < 0 ? Kind::About : m_drafts[static_cast<size_t>(m_current)].section.kind;
    return kindOfTitle(title) && title.size() <= 80 && !namesEntriesBold(around);
}

int SectionCollector::levelFor(const PagePiece &piece, bool bold) const
{
    if (!bold)
        return std::clamp(piece.level, 1, 6);
    return std::min(m_headingLevel + 1, 6);
}

void SectionCollector::finishRanges(qsizetype end)
{
    const int count = static_cast<int>(m_drafts.size());
    const auto section = [&](int index) -> Section & { return m_drafts[static_cast<size_t>(index)].section; };
    for (int i = 0; i < count; ++i) {
        int next = i + 1;
        const auto isInside = [&](int index) {
            while (index > i)
                index = section(index).parent;
            return index == i;
        };
        while (next < count && isInside(next))
            ++next;
        const qsizetype nextBegin = next < count ? section(next).range.begin : end;
        section(i).range.end = section(i).range.end > 0 ? std::min(section(i).range.end, nextBegin) : nextBegin;
    }
}

} // namespace vitrine
