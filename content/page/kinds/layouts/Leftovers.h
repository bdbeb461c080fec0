#pragma once

#include "content/page/kinds/cutting/EntryScan.h"

namespace vitrine {

/// Claims as venue of a paper without one what stands right before its year; false when nothing does.
bool claimVenueByPlace(EntryScan &scan);

/// So many words in brackets are a remark, no part of a name.
constexpr size_t fewestRemarkWords = 3;
/// How much a bracket behind a name says, in words. Behind a Chinese name two Chinese characters are one; behind others
/// they are the same name in Chinese.
size_t remarkLength(QByteArrayView remark, QByteArrayView name);
/// Gives back a remark of so many words in brackets at the end of what a career's entry names: it is a note, whatever
/// it says.
void releaseRemark(EntryScan &scan);

/// Claims the words that no reader claimed as note and summary, nested items as summary. Returns how many stretches of
/// words found no field: they are sealed.
int claimLeftovers(EntryScan &scan);

} // namespace vitrine
