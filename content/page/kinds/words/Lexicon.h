#pragma once

#include "content/page/kinds/words/WordSet.h"

namespace vitrine::lexicon {

// Words by which entries are understood, in lower case. Each list is closed and small; what is not here is decided by
// position and by the other entries of the page.

const WordSet &organizations(); ///< universities, companies, institutes, foundations
const WordSet &companies(); ///< names of well-known ones
const WordSet &companyEndings(); ///< the last words of names of organizations: labs, research, hospital
const WordSet &advice(); ///< who supervised, hosted or worked along
const WordSet &talkSorts(); ///< talk, keynote, tutorial
const WordSet &schools(); ///< universities and their like
const WordSet &departments(); ///< parts of an organization: school, department, lab
const WordSet &remarks(); ///< in brackets: a rank, how a job was held, who supervised
const WordSet &positions(); ///< intern, engineer, professor …
const WordSet &degrees(); ///< Ph.D., bachelor, 硕士 …
const WordSet &places(); ///< countries, regions and cities
bool isLand(QByteArrayView text); ///< a country, state or province as a whole, also its code in capitals ("MA")
bool isPlaceName(QByteArrayView text); ///< one of these as a whole, or the code of one in capitals ("MA"); linear
const WordSet &subjects(); ///< what is studied: computer science, engineering …
const WordSet &prizes(); ///< award, prize, scholarship, contest
const WordSet &teachingRoles(); ///< teaching assistant, instructor
const WordSet &venues(); ///< conference, journal, transactions, ICML …
const WordSet &resources(); ///< labels of links: PDF, code, project …

} // namespace vitrine::lexicon
