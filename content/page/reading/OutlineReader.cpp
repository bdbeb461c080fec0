#include "content/page/reading/OutlineReader.h"

#include "content/page/reading/EntryCollector.h"
#include "content/page/reading/HeadingEntries.h"
#include "content/page/reading/SectionCollector.h"
#include "content/page/reading/TitleWords.h"

#include <QHash>
#include <QSet>

namespace vitrine {

namespace {

/// Gives sections and entries their ids: the slug path of the headings, numbered where it repeats.
void giveIds(std::vector<Section> &sections)
{
    QHash<QByteArray, int> repeats;
    QSet<QByteArray> used;
    for (Section &section : sections) {
        QByteArray id = section.level == 0 ? QByteArrayLiteral("top") : slugOf(section.title);
        if (section.parent >= 0 && sections[static_cast<size_t>(section.parent)].level > 0)
            id = sections[static_cast<size_t>(section.parent)].id + '/' + id;
        // A title may end in a number itself: "A", "A 2", "A".
        section.id = id;
        int &repeat = repeats[id];
        while (used.contains(section.id))
            section.id = id + '-' + QByteArray::number(++repeat + 1);
        used.insert(section.id);
        int number = 0;
        for (Entry &entry : section.entries)
            entry.id = section.id + '/' + QByteArray::number(++number);
    }
}

} // namespace

Outline readOutline(const QByteArray &text, const Node &tree, ByteRange body, const MarkdownOptions &options)
{
    SectionCollector collector(text, options);
    std::vector<SectionDraft> drafts = collector.collect(tree, body);
    foldHeadingEntries(text, drafts);
    Outline outline;
    for (SectionDraft &draft : drafts) {
        collectEntries(text, draft, outline.marks);
        outline.sections.push_back(std::move(draft.section));
    }
    giveIds(outline.sections);
    return outline;
}

} // namespace vitrine
