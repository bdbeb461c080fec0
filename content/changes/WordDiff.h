#pragma once

#include "content/text/ByteRange.h"

#include <QByteArray>

#include <vector>

namespace vitrine {

/// Bytes of one text that became bytes of another. What lies between hunks is equal.
struct WordHunk
{
    ByteRange before, after;

    friend bool operator==(const WordHunk &, const WordHunk &) = default;
};

/// How a short text (an entry, a line) became another one: by words, runs of blanks, and single signs; a character of
/// a script without blanks counts as a word. No hunk cuts a character.
std::vector<WordHunk> diffWords(const QByteArray &before, const QByteArray &after);

/// How alike two texts are, by the words they share: 0 (none) to 1 (the same ones).
double likeness(const QByteArray &a, const QByteArray &b);

} // namespace vitrine
