#pragma once

#include "content/page/Page.h"

#include <QString>

namespace vitrine {

/// What a sentence calls an entry: its title, name or first words, cut at about forty letters.
QString nameOfEntry(const Page &page, const Entry &entry);

/// The first words of some Markdown as a sentence quotes them: without marks of lists, headings and comments and
/// without tags.
QString firstWords(const QByteArray &markdown);

/// What a sentence calls a section: its title, or "the text before the first heading".
QString nameOfSection(const Section &section);

} // namespace vitrine
