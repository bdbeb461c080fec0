#pragma once

#include "content/page/Page.h"

namespace vitrine::test {

/// Plain edits of a field: what a person types into its editor.
std::vector<Value> plainEdits(const Page &page, EntryRef ref, FieldId id);

} // namespace vitrine::test
