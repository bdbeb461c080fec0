#pragma once

#include "content/page/Edits.h"

namespace vitrine::test {

/// All fields of an entry, as one would add them anew.
FieldValues valuesOf(const Entry &entry);

/// The name of an entry's kind; papers in boxes and others apart.
QByteArray kindAndBox(const Entry &entry);

/// Owners leave blanks at line ends by accident: comparisons leave them out.
QByteArray withoutBlanksAtLineEnds(const QByteArray &bytes);

/// Where two texts differ: the middle that they do not share, with some bytes around it, in one line each.
std::pair<QByteArray, QByteArray> differing(const QByteArray &was, const QByteArray &now);

double percent(int part, int whole);

} // namespace vitrine::test
