#include "content/page/kinds/ReadFields.h"

#include "content/page/kinds/EntryReading.h"
#include "content/page/kinds/papers/Names.h"

namespace vitrine {

namespace {

/// Visits listed among degrees are jobs: a part of the entry begins with the word.
bool isVisit(const EntryScan &scan)
{
    for (const PhrasePart &part : scan.parts(scan.head())) {
        const QByteArray text = scan.shown(part.range).trimmed().toLower();
        if (text.startsWith("visiting ") || text.startsWith("访问"))
            return true;
    }
    return false;
}

/// A paper's box among highlights is a paper: it has a row of authors.
bool isPaper(const EntryScan &scan)
{
    constexpr size_t fewestAuthors = 3;
    const std::vector<NameRun> runs = nameRuns(scan, scan.head(), {});
    return std::any_of(runs.begin(), runs.end(), [](const NameRun &run) { return run.names.size() >= fewestAuthors; });
}

/// The kind of an entry: its section's, but where it says of itself that it is something else.
Kind kindOf(const std::shared_ptr<const EntryCut> &cut, const std::shared_ptr<const PageHints> &hints)
{
    const Entry &entry = cut->entry;
    if (entry.kind == Kind::Education && isVisit(EntryScan(cut, hints)))
        return Kind::Experience;
    if (entry.kind == Kind::News && entry.container == Container::Box && isPaper(EntryScan(cut, hints)))
        return Kind::Publication;
    return entry.kind;
}

/// Reads the entries of a page, with what is known of them.
class FieldsReader
{
public:
    FieldsReader(const QByteArray &text, const ReadContext &context, Outline &outline, const EntryMemory *known)
        : m_text(text),
          m_options(context.markdown),
          m_siteHints(std::make_shared<PageHints>(hintsOfSite(context))),
          m_outline(outline),
          m_known(known)
    {
    }

    std::shared_ptr<const EntryMemory> read()
    {
        std::vector<std::vector<EntryReading>> sections;
        for (Section &section : m_outline.sections)
            sections.push_back(cutSection(section));
        std::vector<EntryVotes> votes;
        for (const std::vector<EntryReading> &section : sections) {
            const std::vector<EntryVotes> own = votesOf(section);
            votes.insert(votes.end(), own.begin(), own.end());
        }
        m_hints = voteOnPage(*m_siteHints, votes);
        for (size_t i = 0; i < sections.size(); ++i)
            readSection(sections[i], m_outline.sections[i]);
        return m_memory;
    }

private:
    EntryReading cutEntry(const Entry &entry)
    {
        if (entry.range.size() > largestEntry)
            return {};
        const QByteArrayView bytes = QByteArrayView(m_text).sliced(entry.range.begin, entry.range.size());
        if (const EntryReading *known = m_known.find(bytes, entry.kind, entry.container))
            return *known;
        return EntryReading::of(bytes.toByteArray(), entry.kind, entry.container, m_options, m_siteHints);
    }

    /// What a section says of its entries counts, but where one says of itself that it is something else.
    EntryReading cutAsItIs(Entry &entry)
    {
        EntryReading reading = cutEntry(entry);
        if (!reading.mayBeRead())
            return reading;
        const Kind kind = kindOf(reading.cut, m_siteHints);
        if (kind == entry.kind)
            return reading;
        entry.kind = kind;
        return cutEntry(entry);
    }

    std::vector<EntryReading> cutSection(Section &section)
    {
        std::vector<EntryReading> readings;
        readings.reserve(section.entries.size());
        for (Entry &entry : section.entries)
            readings.push_back(cutAsItIs(entry));
        return readings;
    }

    static std::vector<EntryVotes> votesOf(const std::vector<EntryReading> &readings)
    {
        std::vector<EntryVotes> votes;
        for (const EntryReading &reading : readings) {
            if (reading.mayBeRead())
                votes.push_back(reading.votes);
        }
        return votes;
    }

    /// What a section agreed on; the very same as before where it still does, so that its entries see it at once.
    static std::shared_ptr<const SiblingTemplates>
    sharedTemplates(SiblingTemplates learnt, const std::vector<EntryReading> &readings)
    {
        const auto known = std::find_if(
            readings.begin(), readings.end(), [](const EntryReading &reading) { return reading.finding != nullptr; });
        if (known != readings.end() && *known->finding->templates == learnt)
            return known->finding->templates;
        return std::make_shared<const SiblingTemplates>(std::move(learnt));
    }

    void readSection(std::vector<EntryReading> &readings, Section &section)
    {
        PageHints hints = m_hints;
        voteInSection(section.kind, votesOf(readings), hints);
        const auto shared = std::make_shared<const PageHints>(std::move(hints));
        SiblingTemplates learnt;
        for (EntryReading &reading : readings) {
            if (!reading.mayBeRead())
                continue;
            reading.read(shared);
            if (reading.draft->isSure())
                learnt.learn(reading.draft->sample);
        }
        const std::shared_ptr<const SiblingTemplates> templates = sharedTemplates(std::move(learnt), readings);
        for (size_t i = 0; i < readings.size(); ++i) {
            if (!readings[i].mayBeRead())
                continue;
            readings[i].settle(templates);
            readings[i].give(section.entries[i]);
            m_memory->keep(std::move(readings[i]));
        }
    }

    const QByteArray &m_text;
    const MarkdownOptions &m_options;
    std::shared_ptr<const PageHints> m_siteHints;
    PageHints m_hints;
    Outline &m_outline;
    KnownEntries m_known;
    std::shared_ptr<EntryMemory> m_memory = std::make_shared<EntryMemory>();
};

} // namespace

std::shared_ptr<const EntryMemory>
readFields(const QByteArray &text, const ReadContext &context, Outline &outline, const EntryMemory *known)
{
    return FieldsReader(text, context, outline, known).read();
}

} // namespace vitrine
