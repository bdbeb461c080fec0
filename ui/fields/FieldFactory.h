#pragma once

#include "ui/fields/FieldEditor.h"

namespace vitrine {

/// The editor for a field, by the type of its value.
FieldEditor *makeFieldEditor(FieldId id, QWidget *parent);

} // namespace vitrine
