#include "content/page/EntryName.h"
#include "content/page/reading/HtmlFrames.h"
#include "content/page/reading/TextLines.h"
#include "content/page/reading/TitleWords.h"
#include "content/page/reading/Titles.h"
#include "content/page/structure/EntrySpans.h"
#include "content/page/structure/HeadingStyle.h"
#include "content/page/structure/SectionSpans.h"
#include "content/page/structure/SourceStretch.h"
#include "content/page/structure/VerifiedChange.h"
#include "content/text/LineIndex.h"

#include <QCoreApplication>

#include <algorithm>

namespace vitrine {

namespace {

Error noHeading()
{
    return refusal(QT_TRANSLATE_NOOP("Edits", "The text before the first heading is no section of its own."));
}

Error inFrame(const Page &page, int section)
{
    return Error{
        ErrorKind::Refused,
        QCoreApplication::translate(
            "Edits",
            "\342\200\234%1\342\200\235 begins or ends inside a frame of HTML and cannot be taken out as a whole.")
            .arg(nameOfSection(page.section(section))),
        page.expansion().toSource(page.section(section).headingRange),
        {}};
}

/// The whole of a section that can be taken out of the page, or why it cannot.
Result<ByteRange> wholeToTakeOut(const Page &page, int index)
{
    if (page.section(index).level == 0)
        return noHeading();
    const std::optional<ByteRange> whole = wholeOf(page, index);
    if (!whole)
        return inFrame(page, index);
    const QByteArray bytes = page.text(*whole);
    if (bytes.count("<!--") != bytes.count("-->"))
        return inFrame(page, index);
    return *whole;
}

/// Where the whole of the sections from `first` to the one before `end` stands; nothing when a frame reaches out of it.
std::optional<ByteRange> wholeOfRun(const Page &page, int first, int end)
{
    int last = first;
    while (sectionsEnd(page, last) < end)
        last = sectionsEnd(page, last);
    const std::optional<ByteRange> begin = wholeOf(page, first);
    const std::optional<ByteRange> stop = wholeOf(page, last);
    if (!begin || !stop || firstOpenFrame(page.text(), {begin->begin, stop->end}))
        return {};
    return ByteRange{begin->begin, stop->end};
}

/// The sections that `parent` (-1: the page) holds, without the text before the first heading.
std::vector<int> childrenOf(const Page &page, int parent)
{
    std::vector<int> children;
    for (int i = 0; i < static_cast<int>(page.outline().sections.size()); ++i) {
        if (page.section(i).parent == parent && page.section(i).level > 0)
            children.push_back(i);
    }
    return children;
}

/// Refuses a place where the levels of headings would make one section part of another.
std::optional<Error> refuseOtherNesting(const Page &page, int index, const std::vector<int> &siblings, int at)
{
    const auto inside = [&](int section, int other) {
        return Error{
            ErrorKind::Refused,
            QCoreApplication::translate(
                "Edits",
                "\342\200\234%1\342\200\235 would become part of \342\200\234%2\342\200\235 there, because its "
                "heading is of a lower level.")
                .arg(nameOfSection(page.section(section)), nameOfSection(page.section(other))),
            page.expansion().toSource(page.section(section).headingRange),
            {}};
    };
    const int level = page.section(index).level;
    const auto count = static_cast<int>(siblings.size());
    if (at > 0 && page.section(siblings[static_cast<size_t>(at) - 1]).level < level)
        return inside(index, siblings[static_cast<size_t>(at) - 1]);
    if (at < count && page.section(siblings[static_cast<size_t>(at)]).level > level)
        return inside(siblings[static_cast<size_t>(at)], index);
    return {};
}

/// The bytes between two sections that follow one another, as the page mostly has them.
QByteArray sectionGap(const Page &page)
{
    for (const Section &section : page.outline().sections) {
        const qsizetype end = standingIn(page.text(), section.range).end;
        const QByteArray gap = page.text({end, section.range.end});
        if (section.range.end < page.text().size() && gap.size() > 1)
            return gap;
    }
    const QByteArray lineEnd = lineEndBytes(dominantLineEnd(page.text()));
    return lineEnd + lineEnd;
}

} // namespace

Result<PageChange> setSectionTitle(const Page &page, int index, const QByteArray &title)
{
    if (!isSection(page, index))
        return noSuchSection();
    const Section &section = page.section(index);
    if (section.level == 0)
        return noHeading();
    if (title.trimmed().isEmpty())
        return refusal(QT_TRANSLATE_NOOP("Edits", "A section needs a title."));
    if (title.contains('\n') || title.contains('\r'))
        return refusal(QT_TRANSLATE_NOOP("Edits", "A title is one line."));
    if (title == section.title)
        return verifiedChange(page, {}, {}, {{}, index});

    const QByteArray wanted = title.simplified();
    std::vector<TextChange> changes{{section.titleRange, headingSpelling(wanted)}};
    if (const std::optional<TextChange> underline = underlineFor(page, section, changes.front().text))
        changes.push_back(*underline);
    Expectation expected;
    expected.sectionsChanged = {index};
    Result<PageChange> result = verifiedChange(page, changes, expected, {{}, index});
    if (!result)
        return result;
    const Section &after = result->after->section(index);
    const bool emojiKept = after.emoji == section.emoji || (section.emoji.isEmpty() && wanted.startsWith(after.emoji));
    const QByteArray read = section.emoji.isEmpty() && !after.emoji.isEmpty()
        ? (after.emoji + ' ' + after.title).simplified()
        : after.title;
    if (!emojiKept || (read != wanted && after.title != wanted && after.emoji + after.title != wanted))
        return cannotWriteError(page.expansion().toSource(section.titleRange));
    return result;
}

Result<PageChange> addSection(
    const Page &page, const QByteArray &title, std::optional<Kind> kind, std::optional<int> after,
    std::optional<int> parent)
{
    if ((after && !isSection(page, *after)) || (parent && *parent >= 0 && !isSection(page, *parent)))
        return noSuchSection();
    if (title.trimmed().isEmpty())
        return refusal(QT_TRANSLATE_NOOP("Edits", "A section needs a title."));
    if (title.contains('\n') || title.contains('\r'))
        return refusal(QT_TRANSLATE_NOOP("Edits", "A title is one line."));
    const int count = static_cast<int>(page.outline().sections.size());
    const int holder = parent && *parent >= 0 ? *parent : after ? page.section(*after).parent : -1;
    int at = holder >= 0 ? sectionsEnd(page, holder) : count;
    if (after && *after != holder)
        at = sectionsEnd(page, *after);

    const QByteArray heading = headingLike(page, holder, title.simplified());
    const QByteArray gap = sectionGap(page);
    const qsizetype begin = at < count ? page.section(at).range.begin : page.text().size();
    const ByteRange before = standingIn(page.text(), {page.frontMatter().bodyBegin, begin});
    std::vector<TextChange> changes;
    if (at < count)
        changes.push_back({{begin, begin}, heading + gap});
    else if (before.isEmpty())
        changes.push_back({{begin, begin}, heading + lineEndBytes(dominantLineEnd(page.text()))});
    else
        changes.push_back({{before.end, before.end}, gap + heading});

    Expectation expected;
    expected.sectionsAdded = {at};
    Result<PageChange> result = verifiedChange(page, changes, expected, {{}, at});
    if (!result)
        return result;
    const Section &added = result->after->section(at);
    if (added.parent != holder || (added.emoji + added.title).simplified().isEmpty())
        return cannotWriteError();
    if (kind && added.kind != *kind)
        return refusal(QT_TRANSLATE_NOOP(
            "Edits", "By this title your page would not show what the section is about. Choose a title that says it."));
    return result;
}

Result<PageChange> removeSection(const Page &page, int index)
{
    if (!isSection(page, index))
        return noSuchSection();
    const Result<ByteRange> whole = wholeToTakeOut(page, index);
    if (!whole)
        return whole.error();
    const QByteArray &text = page.text();
    const qsizetype next = trimmedIn(text, {whole->end, text.size()}).begin;
    const bool last = next == whole->end || next >= text.size();
    const ByteRange lines{
        isFirstOnLine(text, whole->begin) ? lineBeginAt(text, whole->begin) : whole->begin,
        last ? text.size() : std::max(whole->end, lineBeginAt(text, next))};
    Expectation expected;
    expected.sectionsRemoved = withSubsections(page, index);
    expected.framesMayGo = true;
    if (last) {
        // The page's own end stays: the gap before the section goes instead, when it stands in the same file.
        const ByteRange withGap{standingIn(text, {page.frontMatter().bodyBegin, whole->begin}).end, whole->end};
        Result<PageChange> result = verifiedChange(page, {{withGap, {}}}, expected, {});
        if (result)
            return result;
    }
    return verifiedChange(page, {{lines, {}}}, expected, {});
}

Result<PageChange> moveSection(const Page &page, int index, int parent, int at)
{
    if (!isSection(page, index) || (parent >= 0 && !isSection(page, parent)))
        return noSuchSection();
    const Result<ByteRange> whole = wholeToTakeOut(page, index);
    if (!whole)
        return whole.error();
    const int end = sectionsEnd(page, index);
    if (parent >= index && parent < end)
        return refusal(QT_TRANSLATE_NOOP("Edits", "A section cannot move into itself."));
    std::vector<int> siblings = childrenOf(page, parent);
    siblings.erase(std::remove(siblings.begin(), siblings.end(), index), siblings.end());
    if (at < 0 || at > static_cast<int>(siblings.size()))
        return noSuchSection();
    const bool sameParent = page.section(index).parent == parent;
    const int level = page.section(index).level;
    const bool levelFits = parent < 0 || page.section(parent).level < level;
    if (!levelFits || (!sameParent && !siblings.empty() && page.section(siblings.front()).level != level))
        return refusal(QT_TRANSLATE_NOOP(
            "Edits", "The heading of this section has another level there. Move it among sections of its own level."));

    const int total = static_cast<int>(page.outline().sections.size());
    const int target = at < static_cast<int>(siblings.size()) ? siblings[static_cast<size_t>(at)]
        : parent >= 0                                         ? sectionsEnd(page, parent)
                                                              : total;
    if (target == index || target == end)
        return verifiedChange(page, {}, {}, {{}, index});

    if (const std::optional<Error> error = refuseOtherNesting(page, index, siblings, at))
        return *error;

    // Blocks of text change places; what separates sections stays where it is.
    const std::optional<ByteRange> other =
        target > index ? wholeOfRun(page, end, target) : wholeOfRun(page, target, index);
    if (!other)
        return inFrame(page, target > index ? end : target);
    std::vector<TextChange> changes;
    if (target > index) {
        const QByteArray gap = page.text({whole->end, other->begin});
        changes = {{{whole->begin, other->begin}, {}}, {{other->end, other->end}, gap + writtenText(page, *whole)}};
    } else {
        const QByteArray gap = page.text({other->end, whole->begin});
        changes = {{{other->begin, other->begin}, writtenText(page, *whole) + gap}, {{other->end, whole->end}, {}}};
    }
    const int size = end - index;
    const int first = target > index ? target - size : target;
    Expectation expected;
    for (int i = 0; i < size; ++i)
        expected.sectionsMoved.emplace_back(index + i, first + i);
    expected.framesMayGo = true;
    return verifiedChange(page, changes, expected, {{}, first});
}

} // namespace vitrine
