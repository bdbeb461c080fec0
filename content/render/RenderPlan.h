#pragma once

#include "content/markdown/Node.h"

#include <QByteArrayView>
#include <QHash>

#include <vector>

namespace vitrine {

/// What has to be known of the whole page before a block can be rendered.
struct RenderPlan
{
    /// Raw HTML elements by the place of their start tag; one without an end tag is its start tag alone.
    QHash<qsizetype, ByteRange> elements;
    /// Ids of headings by their place, as kramdown makes them.
    QHash<qsizetype, QByteArray> headingIds;
    /// All headings in order, and the notes in the order of their first reference; nodes of the tree.
    std::vector<const Node *> headings;
    std::vector<const Node *> footnotes;
    QHash<QByteArray, int> footnoteNumbers; ///< by label, from 1
    QHash<qsizetype, int> footnoteRepeats; ///< of references by place: how often it was referred to before
    QHash<QByteArray, int> footnoteUses; ///< by label: the references that the note leads back to
    /// Top-level blocks, by index, that only together are whole HTML: `<div>`, text and `</div>`. In order, without
    /// gaps.
    struct Group
    {
        size_t first = 0;
        size_t end = 0; ///< behind the last
    };
    std::vector<Group> groups;
};

/// The tree must outlive the plan.
RenderPlan planRendering(QByteArrayView text, const Node &tree);

/// The text of inlines without any markup, as far as it is shown.
QByteArray plainText(QByteArrayView text, const std::vector<Node> &inlines);

} // namespace vitrine
