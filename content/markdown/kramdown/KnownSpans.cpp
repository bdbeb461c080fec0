#include "content/markdown/kramdown/KnownSpans.h"

namespace vitrine {

namespace {

/// A range that was never set stays so.
void shift(ByteRange &range, qsizetype by)
{
    if (range != ByteRange{})
        range = range.shifted(by);
}

void shift(std::vector<Node> &nodes, qsizetype by)
{
    for (Node &node : nodes) {
        shift(node.range, by);
        shift(node.content, by);
        shift(node.urlRange, by);
        shift(node.children, by);
    }
}

} // namespace

KnownSpans::KnownSpans(const MarkdownReading *known, const PageParts &parts)
{
    if (known && mayKeep(parts) && known->options == parts.options)
        m_spans.emplace(known->spans, [](const ReadSpans &spans) { return spans.text.view(); });
}

bool KnownSpans::mayKeep(const PageParts &parts)
{
    return parts.links.isEmpty() && parts.attributes.isEmpty() && parts.abbreviations.isEmpty()
        && parts.footnotes.isEmpty();
}

const ReadSpans *KnownSpans::find(const MappedText &text, bool insideHtml, qsizetype spareSteps)
{
    if (!m_spans)
        return nullptr;
    return m_spans->find(text.view(), [&](const ReadSpans &known) {
        return known.insideHtml == insideHtml && known.text.standsLike(text)
            && known.steps <= std::max<qsizetype>(spareSteps, 0);
    });
}

std::vector<Node> KnownSpans::placed(const ReadSpans &spans, const MappedText &text)
{
    std::vector<Node> nodes(spans.first, spans.first + spans.count);
    if (const qsizetype by = text.startOf(0) - spans.text.startOf(0); by != 0)
        shift(nodes, by);
    return nodes;
}

} // namespace vitrine
