#pragma once

#include "content/render/Render.h"
#include "content/text/TextFinder.h"

#include <optional>

namespace vitrine {

/// What an earlier revision was rendered to, by the bytes of its blocks. A block is known when its bytes and its nodes
/// are the same, wherever it stands. What depends on other parts of the page (headings, footnotes, raw HTML that may
/// go on in another block) is never known.
class KnownBlocks
{
public:
    /// `known` (may be null) must outlive this.
    explicit KnownBlocks(const RenderedPage *known);

    /// The node of `text` as it was rendered before, at its place of today.
    std::optional<RenderedBlock> find(QByteArrayView text, const Node &node);

private:
    struct Known
    {
        const RenderedBlock *block = nullptr;
        QByteArrayView text;
    };
    void add(const RenderedBlock &block);

    const RenderedPage *m_known;
    std::vector<Known> m_blocks;
    TextFinder<Known> m_finder;
};

} // namespace vitrine
