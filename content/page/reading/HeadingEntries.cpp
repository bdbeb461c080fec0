#include "content/page/reading/HeadingEntries.h"

#include "content/page/dates/Dates.h"
#include "content/page/kinds/words/Words.h"
#include "content/page/reading/TitleWords.h"

#include <algorithm>

namespace vitrine {

namespace {

/// Fewer words name a topic, a year or a venue under which entries stand.
constexpr int fewestWords = 4;

bool holdsOwnEntries(Kind kind)
{
    return kind == Kind::Publication || kind == Kind::Project;
}

/// How far the pieces under a heading are about it: one inside an element ends where that is closed.
std::vector<SectionPiece>::const_iterator ownPiecesEnd(QByteArrayView text, const SectionDraft &draft)
{
    if (text[draft.section.headingRange.begin] != '<')
        return draft.pieces.end();
    return std::find_if(draft.pieces.begin(), draft.pieces.end(), [&](const SectionPiece &piece) {
        return piece.piece.type == PagePiece::Type::Html && text.sliced(piece.piece.range.begin).startsWith("</");
    });
}

/// How sure it is that a heading is the title of one paper: by its words, or only as its neighbours are.
enum class TitleOfOne { No, AmongOthers, Yes };

/// True where what stands below a heading begins with a paragraph and lists nothing.
bool tellsInParagraphs(QByteArrayView text, const SectionDraft &draft)
{
    const auto end = ownPiecesEnd(text, draft);
    const auto is = [](PagePiece::Type type) { return [type](const SectionPiece &p) { return p.piece.type == type; }; };
    return std::any_of(draft.pieces.begin(), end, is(PagePiece::Type::Paragraph))
        && std::none_of(draft.pieces.begin(), end, is(PagePiece::Type::Item));
}

/// A heading that reads like the title of one paper, with something to say below it. Short ones may be titles among
/// others.
TitleOfOne readsAsEntry(QByteArrayView text, const SectionDraft &draft)
{
    const Section &section = draft.section;
    const std::optional<TitleKind> known = kindOfTitle(section.title);
    const bool names = known && known->trust == TitleTrust::Strong && section.title.size() < 40;
    const bool says = std::any_of(draft.pieces.begin(), ownPiecesEnd(text, draft), [](const SectionPiece &piece) {
        return piece.piece.type == PagePiece::Type::Paragraph || piece.piece.type == PagePiece::Type::Item;
    });
    const auto words = section.title.simplified().count(' ') + 1;
    if (section.hidden || draft.bold || !says || names || isYearTitle(section.title))
        return TitleOfOne::No;
    if (words >= fewestWords)
        return TitleOfOne::Yes;
    return !known && tellsInParagraphs(text, draft) ? TitleOfOne::AmongOthers : TitleOfOne::No;
}

bool holdsJobs(Kind kind)
{
    return kind == Kind::Experience || kind == Kind::Education;
}

/// True where a period ("Jan 2021 - Mar 2023") stands near the begin of a text.
bool tellsPeriod(QByteArrayView text)
{
    constexpr qsizetype head = 240;
    text = text.first(std::min(text.size(), head));
    for (qsizetype at = 0; at < text.size(); ++at) {
        const bool begins = at == 0 || !isWordCharacter(static_cast<unsigned char>(text[at - 1]));
        const std::optional<WrittenDate> date = begins ? dateAt(text.sliced(at)) : std::nullopt;
        if (date && date->edtf.contains('/'))
            return true;
    }
    return false;
}

/// True for a heading that names one job or degree: its period stands in it or right below, and no others do.
bool readsAsJob(QByteArrayView text, const SectionDraft &draft)
{
    const auto bytes = [text](ByteRange range) { return text.sliced(range.begin, range.size()); };
    bool inHeading = tellsPeriod(bytes(draft.section.headingRange));
    int dated = 0;
    const SectionPiece *first = nullptr;
    for (const SectionPiece &piece : draft.pieces) {
        const bool says = piece.piece.type == PagePiece::Type::Paragraph || piece.piece.type == PagePiece::Type::Item;
        if (!says)
            continue;
        first = first ? first : &piece;
        dated += tellsPeriod(bytes(piece.piece.range)) ? 1 : 0;
    }
    const bool below = first && dated == 1 && tellsPeriod(bytes(first->piece.range));
    return !draft.section.hidden && !draft.bold && first && (inHeading ? dated == 0 : below);
}

bool isContent(PagePiece::Type type)
{
    return type == PagePiece::Type::Paragraph || type == PagePiece::Type::Item || type == PagePiece::Type::Code
        || type == PagePiece::Type::Table || type == PagePiece::Type::Box || type == PagePiece::Type::HtmlItem;
}

/// Gives a sub-section to the section that holds it: its heading with its text as one piece, what stands behind as
/// others.
void fold(QByteArrayView text, SectionDraft &parent, SectionDraft &child)
{
    const auto end = ownPiecesEnd(text, child);
    const auto last =
        std::find_if(std::make_reverse_iterator(end), child.pieces.crend(), [](const SectionPiece &piece) {
            return isContent(piece.piece.type);
        });
    const auto behind = last.base();
    PagePiece piece;
    piece.type = PagePiece::Type::Heading;
    piece.level = child.section.level;
    piece.range = {child.section.headingRange.begin, last->piece.range.end};
    if (last->hidden)
        piece.range.end = last->comment.end;
    parent.pieces.push_back({piece, false, {}});
    parent.pieces.insert(parent.pieces.end(), behind, child.pieces.cend());
}

} // namespace

void foldHeadingEntries(QByteArrayView text, std::vector<SectionDraft> &drafts)
{
    // How many sub-sections each section has, how many of them have none themselves and read as one entry, and how many
    // do so for sure.
    std::vector<int> children(drafts.size()), entries(drafts.size()), sure(drafts.size());
    for (const SectionDraft &draft : drafts) {
        if (draft.section.parent >= 0)
            ++children[static_cast<size_t>(draft.section.parent)];
    }
    const auto judged = [&](size_t index) {
        const int parent = drafts[index].section.parent;
        if (parent < 0 || children[index] > 0 || drafts[static_cast<size_t>(parent)].section.hidden)
            return TitleOfOne::No;
        const Kind kind = drafts[static_cast<size_t>(parent)].section.kind;
        if (holdsJobs(kind))
            return readsAsJob(text, drafts[index]) ? TitleOfOne::Yes : TitleOfOne::No;
        return holdsOwnEntries(kind) ? readsAsEntry(text, drafts[index]) : TitleOfOne::No;
    };
    for (size_t i = 0; i < drafts.size(); ++i) {
        const TitleOfOne title = judged(i);
        if (title == TitleOfOne::No)
            continue;
        ++entries[static_cast<size_t>(drafts[i].section.parent)];
        sure[static_cast<size_t>(drafts[i].section.parent)] += title == TitleOfOne::Yes ? 1 : 0;
    }
    std::vector<SectionDraft> kept;
    std::vector<int> places(drafts.size(), -1);
    for (size_t i = 0; i < drafts.size(); ++i) {
        const int parent = drafts[i].section.parent;
        const auto of = static_cast<size_t>(parent);
        const bool all = parent >= 0 && sure[of] > 1 && entries[of] == children[of] && sure[of] * 3 >= entries[of] * 2;
        if (all) {
            places[i] = places[static_cast<size_t>(parent)];
            fold(text, kept[static_cast<size_t>(places[i])], drafts[i]);
            continue;
        }
        places[i] = static_cast<int>(kept.size());
        kept.push_back(std::move(drafts[i]));
        if (parent >= 0)
            kept.back().section.parent = places[static_cast<size_t>(parent)];
    }
    drafts = std::move(kept);
}

} // namespace vitrine
