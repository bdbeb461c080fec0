#pragma once

#include "content/text/ByteRange.h"

#include <QString>

#include <optional>

namespace vitrine {

/// What code needs to know of a failure.
enum class ErrorKind {
    InvalidArgument, ///< a name, number or value that makes no sense here
    NotFound, ///< no such file, section, entry or field
    Refused, ///< the page cannot hold it without breaking a law
    CannotRead,
    CannotWrite,
    TooLarge,
    NotText,
    NoPage, ///< a folder without a page
    DiskFull,
    Conflict, ///< the file changed underneath
};

/// A failure as a value: a kind for code, a sentence for a researcher, and a place in the page.
struct Error
{
    ErrorKind kind = ErrorKind::InvalidArgument;
    QString sentence; ///< translated, ends with a full stop
    std::optional<SourceRange> place;
    /// A value that would be accepted instead, to be offered as "Use “…”"; empty when there is none.
    QString suggestion;
};

} // namespace vitrine
