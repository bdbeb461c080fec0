#pragma once

#include "content/page/kinds/cutting/Claims.h"

namespace vitrine {

/// The layout of an entry from what a reader claims in it: EntryLayout.h tells how it looks. Linear.
EntryLayout buildLayout(const QByteArray &text, ByteRange entry, const Atoms &atoms, const Claims &claims);

} // namespace vitrine
