#include "content/changes/matching/PageParts.h"

#include "content/page/reading/TextLines.h"
#include "content/page/structure/SourceStretch.h"

#include <algorithm>
#include <tuple>

namespace vitrine {

namespace {

/// A range with the marks of a comment that stand on its lines: those of a hidden section, or of several entries.
ByteRange withCommentMarks(const QByteArray &text, ByteRange range)
{
    const auto skipBlanks = [&](qsizetype at) {
        while (at < text.size() && (text[at] == ' ' || text[at] == '\t'))
            ++at;
        return at;
    };
    const qsizetype close = skipBlanks(range.end);
    if (QByteArrayView(text).sliced(close).startsWith("-->"))
        range.end = close + 3;
    qsizetype open = range.begin;
    while (open > 0 && (text[open - 1] == ' ' || text[open - 1] == '\t'))
        --open;
    if (QByteArrayView(text).first(open).endsWith("<!--"))
        range.begin = open - 4;
    return range;
}

class PageCutter
{
public:
    PageCutter(const Page &page, const std::vector<bool> &wanted) : m_page(page), m_wanted(wanted) { }

    PageParts parts()
    {
        addOutline();
        addSettings();
        std::sort(m_named.begin(), m_named.end(), [](const PagePart &a, const PagePart &b) {
            return std::tuple(a.place.file, a.place.range.begin, -a.place.range.end)
                < std::tuple(b.place.file, b.place.range.begin, -b.place.range.end);
        });
        auto next = m_named.begin();
        for (int file = 0; file < static_cast<int>(m_page.sources().size()); ++file) {
            const auto first = next;
            next = std::find_if(first, m_named.end(), [&](const PagePart &part) { return part.place.file != file; });
            if (isWanted(file))
                cover(file, first, next);
        }
        return std::move(m_parts);
    }

private:
    bool isWanted(int file) const
    {
        return static_cast<size_t>(file) < m_wanted.size() && m_wanted[static_cast<size_t>(file)];
    }

    const QByteArray &bytes(int file) const { return m_page.sources()[static_cast<size_t>(file)].bytes; }

    void addOutline()
    {
        const auto &sections = m_page.outline().sections;
        for (int s = 0; s < static_cast<int>(sections.size()); ++s) {
            const Section &section = sections[static_cast<size_t>(s)];
            if (!section.headingRange.isEmpty())
                addExpanded(PagePart::Type::Heading, section.headingRange, {s, -1});
            for (int e = 0; e < static_cast<int>(section.entries.size()); ++e)
                addExpanded(PagePart::Type::Entry, section.entries[static_cast<size_t>(e)].outerRange, {s, e});
        }
    }

    void addSettings()
    {
        if (isWanted(0))
            addFields(0, m_page.frontMatterYaml());
        for (size_t file = 1; file < m_page.sources().size(); ++file) {
            const SourceFile &source = m_page.sources()[file];
            const bool yaml =
                source.path.endsWith(QLatin1String(".yml")) || source.path.endsWith(QLatin1String(".yaml"));
            if (yaml && isWanted(static_cast<int>(file)))
                addFields(static_cast<int>(file), YamlText::read(source.bytes, {0, source.bytes.size()}));
        }
    }

    void addFields(int file, const YamlText &yaml)
    {
        qsizetype covered = 0; // several values on one line are one part, named after the first
        for (const YamlField &field : yaml.fields()) {
            const qsizetype begin = field.keyRange.isEmpty() ? field.range.begin : field.keyRange.begin;
            if (begin < covered)
                continue;
            add({PagePart::Type::Setting, {file, {begin, std::max(begin, field.range.end)}}, {}, field.name});
            covered = m_named.back().place.range.end;
        }
    }

    void addExpanded(PagePart::Type type, ByteRange expanded, EntryRef ref)
    {
        const std::optional<SourceRange> place = stretchInFile(m_page, expanded);
        if (place && isWanted(place->file) && !place->range.isEmpty())
            add({type, *place, ref, {}});
    }

    void add(PagePart part)
    {
        const QByteArray &text = bytes(part.place.file);
        ByteRange &range = part.place.range;
        // A setting takes its whole lines: what else stands on them (quotes, a note) goes with it.
        const ByteRange marked = withCommentMarks(text, range);
        const bool alone = isFirstOnLine(text, marked.begin) && isLastOnLine(text, marked.end);
        if (alone)
            range = marked;
        if (alone || part.type == PagePart::Type::Setting) {
            const bool pastLine = !range.isEmpty() && (text[range.end - 1] == '\n' || text[range.end - 1] == '\r');
            range = {lineBeginAt(text, range.begin), pastLine ? range.end : nextLineAt(text, range.end, text.size())};
        }
        m_named.push_back(std::move(part));
    }

    void cover(int file, std::vector<PagePart>::iterator first, std::vector<PagePart>::iterator last)
    {
        qsizetype at = 0;
        for (auto part = first; part != last; ++part) {
            if (part->place.range.begin < at)
                continue; // within the one before: its own heading, a value on the same line
            addText(file, {at, part->place.range.begin});
            at = part->place.range.end;
            m_parts.push_back(std::move(*part));
        }
        addText(file, {at, bytes(file).size()});
    }

    void addText(int file, ByteRange range)
    {
        const QByteArray &text = bytes(file);
        while (!range.isEmpty()) {
            const qsizetype end = nextLineAt(text, range.begin, range.end);
            m_parts.push_back({PagePart::Type::Text, {file, {range.begin, end}}, {}, {}});
            range.begin = end;
        }
    }

    const Page &m_page;
    const std::vector<bool> &m_wanted;
    std::vector<PagePart> m_named;
    PageParts m_parts;
};

} // namespace

PageParts partsOf(const Page &page, const std::vector<bool> &wanted)
{
    return PageCutter(page, wanted).parts();
}

QByteArray bytesOf(const Page &page, const PagePart &part)
{
    const QByteArray &text = page.sources()[static_cast<size_t>(part.place.file)].bytes;
    return text.mid(part.place.range.begin, part.place.range.size());
}

} // namespace vitrine
