#pragma once

#include "content/page/Page.h"

#include <vector>

namespace vitrine {

/// Fields that stand in one row of a form.
using FormRow = std::vector<FieldId>;

/// Which fields a form shows and which it offers, in the order of the schema.
struct FormPlan
{
    std::vector<FormRow> rows;
    std::vector<FieldId> offered; ///< fields that other entries of the section have
    std::vector<FieldId> others; ///< all others of the kind

    friend bool operator==(const FormPlan &, const FormPlan &) = default;
};

/// The plan for an entry, or with `entry` null for a draft: then it shows what most of its neighbours have. `added` are
/// fields that the person asked for.
FormPlan planForm(const Page &page, int section, Kind kind, const Entry *entry, const std::vector<FieldId> &added);

/// True for an entry that is one running text, without other fields: its editor fills the pane.
bool isRunningText(const Entry &entry);

/// The bytes of an entry's sealed parts, in order.
QList<QByteArray> sealedPartsOf(const Page &page, const Entry &entry);

} // namespace vitrine
