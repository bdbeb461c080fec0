#pragma once

#include "content/page/Page.h"
#include "content/page/structure/VerifiedChange.h"

#include <QByteArray>

#include <vector>

namespace vitrine {

/// How the numerals of a numbered list change so that it stays numbered as its owner numbers it: 1, 2, 3; or counting
/// down; or always the same. A list numbered in no such way is left alone.

/// The numeral at the begin of a numbered entry.
ByteRange numeralRange(const Page &page, const Entry &entry);
/// A numbered entry's bytes with another numeral.
QByteArray withNumeral(const QByteArray &bytes, const QByteArray &numeral);

/// The changes of the other numerals when an entry goes.
std::vector<TextChange> renumberedWithout(const Page &page, EntryRef entry);

/// The numeral of a new entry that becomes number `at` of a section, and the changes of the others: none where it fills
/// a hole. `beside` is the neighbour after whose list it is numbered.
struct NewNumeral
{
    QByteArray numeral;
    std::vector<TextChange> others;
};
NewNumeral numeralForNew(const Page &page, EntryRef beside, int at);

/// The numeral that each entry of a section has once the one at `from` has moved to `to`, by the old number; empty for
/// those that keep theirs.
std::vector<QByteArray> numeralsAfterMove(const Page &page, int section, int from, int to);

} // namespace vitrine
