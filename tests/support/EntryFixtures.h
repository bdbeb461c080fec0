#pragma once

#include "content/page/Outline.h"

#include <QByteArray>

namespace vitrine::test {

/// Entries of one section as readFields understands them, with the text that their ranges count in.
struct ReadEntries
{
    QByteArray text;
    Outline outline;

    const std::vector<Entry> &entries() const { return outline.sections.front().entries; }
    QByteArray bytes(ByteRange range) const { return text.mid(range.begin, range.size()); }
};

/// Reads entries of a list: each begins at a line that starts with "* ", "- " or "1. ".
ReadEntries readList(Kind kind, const QByteArray &text, const QByteArray &owner = {});
/// Reads the whole text as one entry.
ReadEntries readOne(Kind kind, Container container, const QByteArray &text, const QByteArray &owner = {});

/// The fields of an entry in one line for comparison: "date=2023-08 text=Words". Strings as Markdown; authors as
/// "Name{*}!" with marks and "!" for the owner; links as "[label](url)"; also-ranges follow as "~bytes".
QByteArray fieldsLine(const ReadEntries &read, size_t entry = 0);
/// What is wrong with a structured entry's layout or fields: gaps, overlaps, slots that are not fields. Empty: nothing.
QString brokenEntry(const QByteArray &text, const Entry &entry);

} // namespace vitrine::test
