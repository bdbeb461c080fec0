#pragma once

#include "content/page/kinds/cutting/EntryScan.h"

namespace vitrine {

/// How sure a reading is. Only Good readings make an entry structured.
enum class Confidence { None, Weak, Good };

// One reader for each kind, over the same atoms: each claims the fields that it finds in an entry. Links outside texts
// and words that are left over are claimed afterwards for all of them.

Confidence readNews(EntryScan &scan);
Confidence readAward(EntryScan &scan);
Confidence readExperience(EntryScan &scan);
Confidence readEducation(EntryScan &scan);
Confidence readPublication(EntryScan &scan);
Confidence readTeaching(EntryScan &scan);
Confidence readService(EntryScan &scan);
Confidence readTalk(EntryScan &scan);
Confidence readProject(EntryScan &scan); ///< also supervision
Confidence readSkill(EntryScan &scan);
Confidence readLink(EntryScan &scan);
Confidence readText(EntryScan &scan); ///< about and other

} // namespace vitrine
