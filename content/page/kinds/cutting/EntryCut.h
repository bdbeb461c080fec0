#pragma once

#include "content/page/dates/Dates.h"
#include "content/page/kinds/cutting/Atoms.h"

#include <memory>

namespace vitrine {

/// A date that stands in an entry's text.
struct DateMention
{
    ByteRange range;
    WrittenDate date;
    int pair = -1; ///< the pair around it
    bool period() const { return date.edtf.contains('/') && !date.edtf.startsWith('{'); }
};

/// One entry cut out of its page. What it says depends on its own bytes, its kind and its container, so its ranges
/// count from its first byte, and what was made out of it holds wherever these bytes stand. Immutable once made.
struct EntryCut
{
    QByteArray text;
    Entry entry; ///< kind, container and range alone; the range is all of the text
    Atoms atoms;
    std::vector<DateMention> dates; ///< those before nested items, two numbers read as month and day
};

/// Cuts the bytes of an entry that is written in this form; linear in their number.
std::shared_ptr<const EntryCut>
cutEntry(const QByteArray &text, Kind kind, Container container, const MarkdownOptions &options);

/// The dates before an entry's nested items, in the order of the text.
std::vector<DateMention> datesIn(const QByteArray &text, const Atoms &atoms, DayOrder order);

} // namespace vitrine
