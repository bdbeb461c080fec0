#pragma once

#include "app/cli/Verbs.h"

namespace vitrine {

/// "Usage: vitrine-cli …", for standard error after a wrong command line; `verb` may be null.
QByteArray usageText(const Verb *verb);
/// What `--help` prints: of all verbs, or of one.
QByteArray helpText(const Verb *verb);

} // namespace vitrine
