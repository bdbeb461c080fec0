#pragma once

#include "content/page/structure/VerifiedChange.h"

#include <QByteArray>

namespace vitrine {

/// A plain title as a heading holds it: characters that Markdown would read as markup are escaped.
QByteArray headingSpelling(const QByteArray &title);

/// The change that makes a setext heading's line as long as its new title, where it was as long as the old one.
std::optional<TextChange> underlineFor(const Page &page, const Section &section, const QByteArray &written);

/// A heading with this title as the page writes the headings of sections that `parent` (-1: the page) holds: ATX,
/// setext or HTML, its level, with an anchor line where all of them have one. Without line end.
QByteArray headingLike(const Page &page, int parent, const QByteArray &title);

} // namespace vitrine
