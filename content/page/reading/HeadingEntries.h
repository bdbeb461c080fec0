#pragma once

#include "content/page/reading/SectionDraft.h"

#include <vector>

namespace vitrine {

/// Where every paper (or project, job, degree) of a section has its own heading, those headings are entries and no
/// sections: they become pieces of the section that holds them.
void foldHeadingEntries(QByteArrayView text, std::vector<SectionDraft> &drafts);

} // namespace vitrine
