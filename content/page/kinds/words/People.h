#pragma once

#include "content/page/kinds/cutting/Atoms.h"

namespace vitrine {

/// True for a link that leads to a person and not to what an entry is about: its label is a name with a title ("Prof.
/// Ada King") or one behind "by", "with", "advisor:". Linear in the label and the words before it.
bool isPersonLink(const QByteArray &text, const Atoms &atoms, const AtomPair &link);

} // namespace vitrine
