#pragma once

#include "content/changes/PageDifference.h"

#include <QString>
#include <QStringList>

namespace vitrine {

/// What became of the fields of an entry, as the clauses of a sentence: "link Code and note “Spotlight” added", "venue
/// changed to “LEARN”". `entry` is how it stands now.
QStringList fieldsInWords(const Entry &entry, const std::vector<FieldChange> &fields);

/// "was “LEARN”"; empty for values that are no short text.
QString wasInWords(const FieldChange &field);

/// A value as a sentence quotes it, cut where it is long.
QString shortened(const QByteArray &text);

} // namespace vitrine
