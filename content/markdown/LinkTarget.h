#pragma once

#include "content/text/ByteRange.h"

#include <QByteArray>
#include <QByteArrayView>
#include <QHash>

#include <optional>

namespace vitrine {

/// Where a link leads: its address and title, in the places where they are written.
struct LinkTarget
{
    ByteRange urlRange; ///< without angle brackets
    QByteArray url; ///< escapes and entities decoded
    QByteArray title;
    qsizetype end = 0; ///< behind all of it
};

/// Backslash escapes and entities replaced by what they show.
QByteArray unescaped(QByteArrayView text);

/// The part of a link after its brackets: `(url "title")`, with the parenthesis at `at`.
std::optional<LinkTarget> inlineTargetAt(QByteArrayView text, qsizetype at);

/// A link label as definitions and references are compared: case folded, blanks collapsed.
QByteArray normalLabel(QByteArrayView label);

/// The label `[…]` at `at`; the range includes the brackets. At most 999 bytes, no bracket inside.
std::optional<ByteRange> labelAt(QByteArrayView text, qsizetype at);

/// A definition `[label]: url "title"` and where it ends (before its line end).
struct LinkDefinition
{
    QByteArray label; ///< normalised
    LinkTarget target;
};
std::optional<LinkDefinition> definitionAt(QByteArrayView text, qsizetype at);

/// The definitions of a page by normalised label.
using LinkDefinitions = QHash<QByteArray, LinkTarget>;

} // namespace vitrine
