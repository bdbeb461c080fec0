#include "content/page/kinds/EntryReading.h"

#include "content/page/kinds/careers/CareerParts.h"
#include "content/page/kinds/layouts/FieldsOf.h"
#include "content/page/kinds/layouts/LayoutBuilder.h"
#include "content/page/kinds/layouts/Leftovers.h"
#include "content/page/kinds/papers/Names.h"
#include "content/page/kinds/papers/VenueWords.h"
#include "content/page/kinds/words/Words.h"

#include <array>

namespace vitrine {

namespace {

using Reader = Confidence (*)(EntryScan &);

Reader readerOf(Kind kind)
{
    switch (kind) {
    case Kind::News:
        return readNews;
    case Kind::Award:
        return readAward;
    case Kind::Experience:
        return readExperience;
    case Kind::Education:
        return readEducation;
    case Kind::Publication:
        return readPublication;
    case Kind::Teaching:
        return readTeaching;
    case Kind::Service:
        return readService;
    case Kind::Talk:
        return readTalk;
    case Kind::Project:
    case Kind::Supervision:
        return readProject;
    case Kind::Skill:
        return readSkill;
    case Kind::Link:
        return readLink;
    case Kind::About:
    case Kind::Other:
        return readText;
    }
    return nullptr;
}

/// A name among the words that are left over belongs to the authors: they were not read whole.
bool hasLostAuthor(Kind kind, const std::vector<Field> &fields)
{
    return kind == Kind::Publication && std::any_of(fields.begin(), fields.end(), [](const Field &field) {
               return field.id == FieldId::Note && isNameShaped(field.value.text());
           });
}

/// "Quiet Award (a remark)": what was read as a note in brackets is no part of what stands before it.
bool endsWithNote(const EntryScan &scan, ByteRange range)
{
    const auto &pairs = scan.atoms().pairs;
    return std::any_of(pairs.begin(), pairs.end(), [&](const AtomPair &pair) {
        const auto isNote = [&pair](const Claim &claim) {
            return claim.field == FieldId::Note && pair.content.contains(claim.range);
        };
        const auto &claims = scan.claims.all();
        return pair.isBracket() && pair.range.end == range.end && pair.range.begin > range.begin
            && std::any_of(claims.begin(), claims.end(), isNote);
    });
}

/// True where siblings may say what stands at a range: the words of a career's part allow it.
bool mayRelabel(const EntryScan &scan, FieldId field, ByteRange range)
{
    const Kind kind = scan.entry().kind;
    if (!hasField(kind, field))
        return false;
    // The words that lead to a venue are no part of it, wherever siblings without them have theirs.
    if (field == FieldId::Venue && isLedTo(scan, range))
        return false;
    const bool career = kind == Kind::Experience || kind == Kind::Education || kind == Kind::Award || kind == Kind::Talk
        || kind == Kind::Service || kind == Kind::Teaching;
    if (!career)
        return true;
    const QByteArrayView text = scan.bytes(range);
    static constexpr std::array<const char *, 6> separators{",", ";", "|", ":", "，", "："};
    const bool ends = std::any_of(
        separators.begin(), separators.end(), [text](const char *separator) { return text.endsWith(separator); });
    return !ends && !isLiteralText(text) && !endsWithNote(scan, range) && mayBe(scan, field, range)
        && !scan.breaksBetween(range.begin, range.end);
}

/// Cuts a text in two where the siblings of the entry do.
void splitAsSiblings(const SiblingTemplates &templates, EntryDraft &draft)
{
    Claims &claims = draft.scan.claims;
    const std::vector<Claim> parts = templates.split(draft.scan.text(), draft.claims, claims);
    const auto fits = [&](const Claim &part) { return mayRelabel(draft.scan, part.field, part.range); };
    if (parts.empty() || !std::all_of(parts.begin(), parts.end(), fits))
        return;
    claims.restore(draft.claims);
    claims.removeIn({parts.front().range.begin, parts.back().range.end});
    for (const Claim &part : parts) {
        const bool body = part.field == FieldId::Organization || part.field == FieldId::Awarder;
        claims.add(part.field, body ? draft.scan.withoutFollowingYear(part.range) : part.range);
    }
    draft.claims = claims.all();
    draft.lost = claimLeftovers(draft.scan);
}

/// Lets the siblings of an entry say what stands where words alone could not tell.
void relabel(const SiblingTemplates &templates, EntryDraft &draft)
{
    Claims &claims = draft.scan.claims;
    splitAsSiblings(templates, draft);
    const int mostRounds = 4;
    for (int round = 0; round < mostRounds; ++round) {
        const std::optional<Claim> better =
            templates.find(draft.scan.text(), draft.claims, claims, [&](FieldId field, ByteRange range) {
                return mayRelabel(draft.scan, field, range);
            });
        if (!better)
            return;
        claims.restore(draft.claims);
        claims.removeIn(better->range);
        if (!claims.add(better->field, better->range))
            claims.restore(draft.claims);
        const bool changed = claims.has(better->field);
        draft.claims = claims.all();
        draft.lost = claimLeftovers(draft.scan);
        if (!changed)
            return;
    }
}

/// An entry that is laid out as no other of its section is read as one of the others where it can be: there a name
/// that says nothing stands where theirs do. True when it was.
bool readAsSibling(const SectionPatterns &patterns, EntryDraft &draft)
{
    // What several are laid out as stands, unless more of them tell more apart.
    const int own = draft.isSure() ? patterns.count(draft.sample.pattern, draft.sample.lists) : 0;
    for (const auto &[pattern, count, listing] : patterns.all()) {
        if (own > 1 && (count <= own || pattern.pieces.size() <= draft.sample.pattern.pieces.size()))
            continue;
        const std::vector<Claim> before = draft.scan.claims.all();
        if (pattern == draft.sample.pattern || !readByPattern(pattern, draft.scan, draft.isSure()))
            continue;
        const std::vector<Claim> &read = draft.scan.claims.all();
        const bool fits = std::all_of(read.begin(), read.end(), [&](const Claim &claim) {
            const bool named = claim.part == LayoutNode::Part::Whole && claim.field != FieldId::Note
                && claim.field != FieldId::Summary && schemaOf(claim.field).type == ValueType::Line;
            return hasField(draft.scan.entry().kind, claim.field)
                && (!named || mayRelabel(draft.scan, claim.field, claim.range));
        });
        if (!fits) {
            draft.scan.claims.restore(before);
            continue;
        }
        draft.confidence = Confidence::Good;
        draft.lost = 0;
        return true;
    }
    return false;
}

} // namespace

EntryReading EntryReading::of(
    const QByteArray &text, Kind kind, Container container, const MarkdownOptions &options,
    const std::shared_ptr<const PageHints> &siteHints)
{
    EntryReading reading;
    reading.cut = cutEntry(text, kind, container, options);
    if (reading.mayBeRead())
        reading.votes = EntryVotes::of(EntryScan(reading.cut, siteHints));
    return reading;
}

void EntryReading::read(const std::shared_ptr<const PageHints> &hints)
{
    if (draft && (draft->hints == hints || *draft->hints == *hints))
        return;
    finding.reset();
    auto made = std::make_shared<EntryDraft>(EntryDraft{hints, EntryScan(cut, hints), Confidence::None, {}, 0, {}});
    const Reader reader = readerOf(cut->entry.kind);
    if (reader && cut->text.isValidUtf8())
        made->confidence = reader(made->scan);
    if (made->confidence != Confidence::None) {
        made->scan.claimLinks();
        claimVenueByPlace(made->scan);
        releaseRemark(made->scan);
        made->claims = made->scan.claims.all();
        made->lost = claimLeftovers(made->scan);
        if (made->isSure()) {
            made->sample = SiblingSample::of(cut->text, made->claims);
            made->sample.pattern = EntryPattern::of(made->scan);
        }
    }
    draft = std::move(made);
}

void EntryReading::settle(const std::shared_ptr<const SiblingTemplates> &templates)
{
    if (finding && (finding->templates == templates || *finding->templates == *templates))
        return;
    auto found = std::make_shared<EntryFinding>();
    found->templates = templates;
    EntryDraft final = *draft;
    const bool asSibling = readAsSibling(templates->patterns(), final);
    if (final.confidence != Confidence::None) {
        if (!asSibling)
            relabel(*templates, final);
        const EntryScan &scan = final.scan;
        EntryLayout layout = buildLayout(cut->text, cut->entry.range, cut->atoms, scan.claims);
        std::optional<std::vector<Field>> fields =
            fieldsOf(cut->text, cut->entry.kind, cut->atoms, scan.claims, layout, draft->hints->dayOrder);
        if (fields) {
            found->fields = std::move(*fields);
            found->structured = final.isSure() && !hasLostAuthor(cut->entry.kind, found->fields);
            if (found->structured)
                found->layout = std::move(layout);
        }
    }
    finding = std::move(found);
}

void EntryReading::give(Entry &entry) const
{
    entry.fields = {std::shared_ptr<const std::vector<Field>>(finding, &finding->fields), entry.range.begin};
    entry.layout = {std::shared_ptr<const EntryLayout>(finding, &finding->layout), entry.range.begin};
    entry.structured = finding->structured;
}

KnownEntries::KnownEntries(const EntryMemory *memory)
{
    if (memory)
        m_readings.emplace(
            memory->readings(), [](const EntryReading &reading) { return QByteArrayView(reading.cut->text); });
}

const EntryReading *KnownEntries::find(QByteArrayView text, Kind kind, Container container)
{
    if (!m_readings)
        return nullptr;
    return m_readings->find(text, [&](const EntryReading &known) {
        return known.cut->entry.kind == kind && known.cut->entry.container == container;
    });
}

} // namespace vitrine
