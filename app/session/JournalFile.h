#pragma once

#include "app/session/RecoveryJournal.h"

namespace vitrine {

/// Writes a journal whole or not at all; only its owner can read it. Any thread.
bool writeJournal(const RecoveredEdits &edits);
/// Nothing when the file is no journal, is broken or is of a later version.
std::optional<RecoveredEdits> readJournal(const QString &file);

} // namespace vitrine
