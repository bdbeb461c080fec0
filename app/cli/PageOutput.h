#pragma once

#include "app/cli/Verbs.h"

namespace vitrine {

/// Prints or writes a changed page, as -o and -i say.
Result<Done> deliver(const CliCall &call, const SourceSet &after);

} // namespace vitrine
