#pragma once

#include "content/page/Edits.h"

#include <QByteArray>

#include <optional>

namespace vitrine {

/// What the picture of an entry says to those who do not see it (`alt`, or the words of `![…]`), as plain UTF-8; empty
/// when it says nothing. Nothing where the entry has no picture that could say something.
std::optional<QByteArray> pictureText(const Page &page, EntryRef entry);

/// Sets these words, one line of plain UTF-8; nothing else of the entry changes. Refused where the entry has no
/// picture, and where the words would not read back.
Result<PageChange> setPictureText(const Page &page, EntryRef entry, const QByteArray &plain);

} // namespace vitrine
