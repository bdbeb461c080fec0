#pragma once

#include "ui/fields/FieldEditor.h"

#include <QDate>
#include <QString>

namespace vitrine {

/// What a field of a new entry begins with: today in the page's spelling, and before a text the emoji that the
/// section's first entry has there. Empty for all other fields.
QString beginningOf(const FieldContext &context, FieldId field, QDate today);

} // namespace vitrine
