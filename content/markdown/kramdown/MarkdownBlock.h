#pragma once

#include "content/markdown/LinkTarget.h"
#include "content/markdown/Reader.h"
#include "content/markdown/kramdown/AttributeList.h"
#include "content/markdown/kramdown/HtmlRules.h"
#include "content/markdown/kramdown/MappedText.h"

namespace vitrine {

struct MarkdownBlock;

/// Blocks in order. What shows nothing (definitions, attribute lists) is kept apart, as kramdown's rules do not see it.
struct MarkdownBlocks
{
    std::vector<MarkdownBlock> shown;
    std::vector<MarkdownBlock> silent;
};

/// A block while the page is read: its node without children and inlines.
struct MarkdownBlock
{
    enum class Role {
        Shown,
        Blank, ///< blank lines
        End ///< what was before is ended, by `^` or by an attribute list
    };

    Node node; ///< ranges in the page
    Role role = Role::Shown;
    ByteRange lines; ///< Paragraph, Blank: in the text that is read
    const MappedText *owner = nullptr; ///< the text in which `lines` counts
    bool hasText = false;
    MappedText text; ///< inlines to be read
    AttributeList attributes; ///< of attribute lists
    MarkdownBlocks children;

    bool is(NodeKind kind) const { return role == Role::Shown && node.kind == kind; }
};

/// What belongs to the page and not to one block.
struct PageParts
{
    MarkdownOptions options; ///< a page can change them by `{::options /}`
    qsizetype spareSteps = 0; ///< for blocks that need more than the others to be read
    QHash<QByteArray, LinkTarget> links; ///< by label in lower case
    AttributeDefinitions attributes;
    QHash<QByteArray, QByteArray> abbreviations;
    QHash<QByteArray, int> footnotes; ///< labels that are defined, and their numbers once they are referred to
};

} // namespace vitrine
