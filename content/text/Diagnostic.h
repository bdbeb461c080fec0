#pragma once

#include "content/text/ByteRange.h"
#include "content/text/TextEdit.h"

#include <QByteArray>
#include <QString>

#include <optional>

namespace vitrine {

enum class Severity { Note, Warning, Error };

/// Something to tell the owner about a place in the page.
struct Diagnostic
{
    Severity severity = Severity::Warning;
    QByteArray rule; ///< stable name, e.g. "hidden-is-public"
    QString message; ///< translated sentence
    SourceRange place;
    std::optional<TextEdit> fix;
};

} // namespace vitrine
