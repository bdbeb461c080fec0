#include "content/page/kinds/ReadFields.h"

#include "content/page/kinds/FieldsOf.h"
#include "content/page/kinds/LayoutBuilder.h"
#include "content/page/kinds/Leftovers.h"
#include "content/page/kinds/Names.h"
#include "content/page/kinds/PageVote.h"
#include "content/page/kinds/Readers.h"
#include "content/page/kinds/SiblingTemplates.h"

#include <memory>

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
bool hasLostAuthor(const Entry &entry)
{
    const Field *note = entry.kind == Kind::Publication ? entry.field(FieldId::Note) : nullptr;
    return note && isNameShaped(note->value.text());
}

/// One entry while its section is read.
struct Reading
{
    std::unique_ptr<EntryScan> scan; ///< nothing: not to be understood
    Confidence confidence = Confidence::None;
    std::vector<Claim> claims; ///< what the reader found, without what was left over
    int lost = 0; ///< stretches of words that no field could take
};

Reading readEntry(const QByteArray &text, std::unique_ptr<EntryScan> scan, Entry &entry)
{
    entry.fields.clear();
    entry.layout = {};
    entry.structured = false;
    Reading reading;
    const Reader reader = readerOf(entry.kind);
    if (!reader || !scan || !QByteArrayView(text).sliced(entry.range.begin, entry.range.size()).isValidUtf8())
        return reading;
    reading.confidence = reader(*scan);
    if (reading.confidence == Confidence::None)
        return reading;
    scan->claimLinks();
    reading.claims = scan->claims.all();
    reading.lost = claimLeftovers(*scan);
    reading.scan = std::move(scan);
    return reading;
}

bool isSure(const Reading &reading)
{
    return reading.scan && reading.confidence == Confidence::Good && reading.lost == 0;
}

void settle(const QByteArray &text, const PageHints &hints, const Reading &reading, Entry &entry)
{
    if (!reading.scan)
        return;
    const EntryScan &scan = *reading.scan;
    EntryLayout layout = buildLayout(text, entry.range, scan.atoms(), scan.claims);
    std::optional<std::vector<Field>> fields =
        fieldsOf(text, entry.kind, scan.atoms(), scan.claims, layout, hints.dayOrder);
    if (!fields)
        return;
    entry.fields = std::move(*fields);
    entry.structured = isSure(reading) && !hasLostAuthor(entry);
    if (entry.structured)
        entry.layout = std::move(layout);
}

/// Cuts a text in two where the siblings of the entry do.
void splitAsSiblings(const SiblingTemplates &templates, Reading &reading)
{
    Claims &claims = reading.scan->claims;
    const std::vector<Claim> parts = templates.split(reading.claims, claims);
    if (parts.empty())
        return;
    claims.restore(reading.claims);
    claims.removeIn({parts.front().range.begin, parts.back().range.end});
    for (const Claim &part : parts)
        claims.add(part.field, part.range);
    reading.claims = claims.all();
    reading.lost = claimLeftovers(*reading.scan);
}

/// Lets the siblings of an entry say what stands where words alone could not tell.
void relabel(const SiblingTemplates &templates, ByteRange entry, Reading &reading)
{
    if (!reading.scan)
        return;
    Claims &claims = reading.scan->claims;
    splitAsSiblings(templates, reading);
    const int mostRounds = 4;
    for (int round = 0; round < mostRounds; ++round) {
        const std::optional<Claim> better = templates.find(entry, reading.claims, claims);
        if (!better)
            return;
        claims.restore(reading.claims);
        claims.removeIn(better->range);
        if (!claims.add(better->field, better->range))
            claims.restore(reading.claims);
        const bool changed = claims.has(better->field);
        reading.claims = claims.all();
        reading.lost = claimLeftovers(*reading.scan);
        if (!changed)
            return;
    }
}

SectionScans
cutSection(const QByteArray &text, const MarkdownOptions &options, const PageHints &hints, const Section &section)
{
    SectionScans scans(section.entries.size());
    for (size_t i = 0; i < scans.size(); ++i) {
        const Entry &entry = section.entries[i];
        if (entry.range.size() > largestEntry)
            continue;
        auto scan = std::make_unique<EntryScan>(text, entry, options, hints);
        if (scan->atoms().pairs.size() <= mostPairs)
            scans[i] = std::move(scan);
    }
    return scans;
}

void readSection(const QByteArray &text, SectionScans scans, const PageHints &hints, Section &section)
{
    std::vector<Reading> readings;
    for (size_t i = 0; i < scans.size(); ++i)
        readings.push_back(readEntry(text, std::move(scans[i]), section.entries[i]));
    SiblingTemplates templates(text);
    for (size_t i = 0; i < readings.size(); ++i) {
        if (isSure(readings[i]))
            templates.learn(section.entries[i].range, readings[i].claims);
    }
    for (size_t i = 0; i < readings.size(); ++i) {
        Entry &entry = section.entries[i];
        relabel(templates, entry.range, readings[i]);
        settle(text, hints, readings[i], entry);
    }
}

} // namespace

void readFields(const QByteArray &text, const ReadContext &context, Outline &outline, std::vector<Diagnostic> &)
{
    PageHints hints;
    hints.inlineText = textForInlines(text);
    std::vector<SectionScans> scans;
    for (const Section &section : outline.sections)
        scans.push_back(cutSection(text, context.markdown, hints, section));
    voteOnPage(context, outline, scans, hints);
    for (size_t i = 0; i < scans.size(); ++i) {
        voteInSection(outline.sections[i], scans[i], hints);
        readSection(text, std::move(scans[i]), hints, outline.sections[i]);
    }
}

} // namespace vitrine
