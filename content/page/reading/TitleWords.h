#pragma once

#include "content/page/Schema.h"

#include <QByteArray>

#include <optional>

namespace vitrine {

/// How sure the words of a title are of its kind.
enum class TitleTrust {
    Weak, ///< says something only where nothing else does: "Conference", "Research"
    Fair, ///< gives way to the parent's kind: "Highlights", "Students"
    Strong ///< "Publications", "News"
};

struct TitleKind
{
    Kind kind = Kind::Other;
    TitleTrust trust = TitleTrust::Weak;
};

/// What a heading's words, English or Chinese, say about its section; nothing for words that are not known (a topic,
/// a year, a person). `title` is plain UTF-8.
std::optional<TitleKind> kindOfTitle(const QByteArray &title);

/// The kind of a section by its title and the kind of the section that holds it; nothing when neither says.
std::optional<Kind> kindOfSection(const QByteArray &title, std::optional<Kind> parent);

/// True for titles that only divide a list: "2023", "2021 - 2023", "Before 2020".
bool isYearTitle(const QByteArray &title);

/// The part of an id that a title gives: lower case, runs of anything but letters and digits one `-`, trimmed;
/// "section" when nothing is left.
QByteArray slugOf(const QByteArray &title);

} // namespace vitrine
