#pragma once

#include "content/markdown/MarkdownReading.h"
#include "content/markdown/kramdown/MarkdownBlock.h"
#include "content/text/TextFinder.h"

namespace vitrine {

/// The inlines of another reading, by the text they were read from. They mean the same wherever the same text stands,
/// as long as neither page defines anything that inlines refer to (links, abbreviations, footnotes, attribute lists).
class KnownSpans
{
public:
    /// `known` may be null; otherwise it must outlive this. `parts` are those of the page that is read now, all blocks
    /// of which are read.
    KnownSpans(const MarkdownReading *known, const PageParts &parts);

    /// True when the inlines of a page with these parts depend on their blocks alone.
    static bool mayKeep(const PageParts &parts);
    /// What is known of a text; nothing when it was not read, or not with so few steps to spare.
    const ReadSpans *find(const MappedText &text, bool insideHtml, qsizetype spareSteps);
    /// The inlines at the place where `text` stands now.
    static std::vector<Node> placed(const ReadSpans &spans, const MappedText &text);

private:
    std::optional<TextFinder<ReadSpans>> m_spans; ///< nothing when nothing is known
};

} // namespace vitrine
