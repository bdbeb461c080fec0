#pragma once

#include "content/markdown/Reader.h"
#include "content/markdown/kramdown/MappedText.h"

#include <memory>

namespace vitrine {

/// Inlines that were read of one block's text.
struct ReadSpans
{
    MappedText text;
    bool insideHtml = false;
    qsizetype steps = 0; ///< that reading them took beyond the usual
    const Node *first = nullptr; ///< in the tree
    size_t count = 0;
};

/// A tree, and what another revision of its text may take from it. The tree stays where it is as long as this lives.
struct MarkdownReading
{
    Node tree;
    MarkdownOptions options; ///< those at the end of the page, which may change them
    std::vector<ReadSpans> spans; ///< empty where inlines depend on more than their block

    MarkdownReading() = default;
    MarkdownReading(const MarkdownReading &) = delete;
    MarkdownReading &operator=(const MarkdownReading &) = delete;
};

/// readMarkdown() of a page; `known` (may be null) is the reading of an earlier revision, from which the inlines of
/// blocks with the same text are taken. That saves time and changes nothing. Any thread.
std::shared_ptr<const MarkdownReading>
readMarkdownAgain(QByteArrayView text, ByteRange range, const MarkdownOptions &options, const MarkdownReading *known);

} // namespace vitrine
