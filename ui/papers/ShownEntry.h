#pragma once

#include "content/page/Page.h"

#include <QString>

namespace vitrine {

/// What visitors will see of an entry, as rich text for a label: its words with bold, italic and links told apart;
/// pictures only by name, nothing of the page's own markup. Safe for any page: loads nothing.
QString shownEntry(const Page &page, ByteRange entry);

} // namespace vitrine
