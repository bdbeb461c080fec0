#pragma once

#include "content/text/SourceSet.h"

#include <QDateTime>
#include <QString>

#include <optional>

class QIODevice;

namespace vitrine {

/// Edits that were not saved when the program ended, as a journal keeps them.
struct RecoveredEdits
{
    QString path; ///< absolute; empty for a page that had no file
    QString name; ///< what the title showed
    QDateTime time; ///< of the last edit, local
    SourceSet sources;
    QString journal; ///< the file that holds them

    /// "Edits from 14:32 were not saved. …"
    QString sentence() const;
};

/// Writes a journal whole or not at all; only its owner can read it. Any thread.
bool writeJournal(const RecoveredEdits &edits);
/// Nothing when the file is no journal, is broken or is of a later version.
std::optional<RecoveredEdits> readJournal(const QString &file);
/// The same of an open device; the place of the journal is left to the caller.
std::optional<RecoveredEdits> readJournal(QIODevice &device);

} // namespace vitrine
