#pragma once

#include "content/markdown/Node.h"

#include <QByteArray>
#include <QByteArrayList>
#include <QByteArrayView>

#include <initializer_list>
#include <string>
#include <vector>

namespace vitrine::test {

/// What holds for every tree of every text; a sentence about the first place that breaks it, empty when none does:
/// ranges nest and are in order, leaves and delimiters cover the inline content, and leaves lie in one line.
QByteArray brokenTreeLaw(QByteArrayView text, const Node &tree);

/// The pages of the corpus whose trees, read so, break a law, each with its sentence.
QByteArrayList realPagesThatBreakATreeLaw(Node (*read)(const QByteArray &));

/// A tree in short, for comparisons: `Paragraph('a' Strong('b'))`.
QByteArray shape(QByteArrayView text, const Node &node);

/// The bytes of a range.
QByteArray bytes(const QByteArray &text, ByteRange range);

/// The node that one comes to by these numbers of children.
const Node &at(const Node &node, std::initializer_list<size_t> path);

/// Some of these lines in any order, with line ends of any kind or none. Only inside rc::check.
QByteArray gluedLines(const std::vector<std::string> &lines);

} // namespace vitrine::test
