#pragma once

#include "content/markdown/Node.h"

#include <QHash>

#include <optional>

namespace vitrine {

/// What stands between `{:` and `}`.
struct AttributeList
{
    std::vector<Attribute> attributes; ///< each name once; classes joined
    std::vector<QByteArray> references; ///< names of lists that are defined elsewhere, and flags like `toc`

    bool isEmpty() const { return attributes.empty() && references.empty(); }
    bool refersTo(QByteArrayView name) const;
    /// Adds those of another list: classes join, everything else is replaced.
    void merge(const AttributeList &other);
};

/// Sets an attribute; a class is added to those there are.
void setAttribute(std::vector<Attribute> &attributes, const QByteArray &name, const QByteArray &value);

/// Reads the text between `{:` and `}`.
AttributeList readAttributeList(QByteArrayView text);

/// The end, behind `}`, of an attribute list that starts with `{:` at `at` and lies in one line.
std::optional<qsizetype> attributeListEnd(QByteArrayView text, qsizetype at);

/// Lists by the name that defines them, `{:name: .a}`.
using AttributeDefinitions = QHash<QByteArray, AttributeList>;
/// The attributes of a list with those of the lists it names.
std::vector<Attribute> resolvedAttributes(const AttributeList &list, const AttributeDefinitions &definitions);

} // namespace vitrine
