#pragma once

#include <QByteArrayView>

#include <vector>

namespace vitrine::lexicon {

// Words by which entries are understood, in lower case. Each list is closed and small; what is not here is decided by
// position and by the other entries of the page.

const std::vector<QByteArrayView> &organizations(); ///< universities, companies, institutes, foundations
const std::vector<QByteArrayView> &schools(); ///< universities and their like
const std::vector<QByteArrayView> &departments(); ///< parts of an organization: school, department, lab
const std::vector<QByteArrayView> &positions(); ///< intern, engineer, professor …
const std::vector<QByteArrayView> &degrees(); ///< Ph.D., bachelor, 硕士 …
const std::vector<QByteArrayView> &places(); ///< countries and cities that often end a line
const std::vector<QByteArrayView> &prizes(); ///< award, prize, scholarship, contest
const std::vector<QByteArrayView> &teachingRoles(); ///< teaching assistant, instructor
const std::vector<QByteArrayView> &venues(); ///< conference, journal, transactions, ICML …
const std::vector<QByteArrayView> &resources(); ///< labels of links: PDF, code, project …

} // namespace vitrine::lexicon
