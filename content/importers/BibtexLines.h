#pragma once

#include "content/importers/BibtexReader.h"

namespace vitrine {

/// The fields of an entry whose braces do not close, read by its lines: a line that begins with a name and `=` begins a
/// field, which ends where the next one begins. Macros are left as they are written.
std::vector<BibtexField> bibtexFieldsByLine(const QByteArray &bytes, ByteRange entry);

} // namespace vitrine
