#pragma once

#include "content/importers/Bibliography.h"
#include "content/page/Page.h"

#include <QByteArray>

namespace vitrine {

/// What a title is compared by: its letters and digits, without case and accents.
QString titleKey(const QByteArray &title);

/// The DOI that an entry of the page names, in its field or a link; lower case, or empty.
QByteArray doiOf(const Entry &entry);
/// The number of the preprint that a link of an entry leads to, or empty.
QByteArray arxivOf(const Entry &entry);

/// True when two names of a venue mean the same: equal but for case and signs, one within the other, or one the
/// initials of the other ("CVPR", "IEEE/CVF Conference on Computer Vision and Pattern Recognition").
bool isSameVenue(const QByteArray &a, const QByteArray &b);
/// True when one row of authors is the other, by last names in order; a row that breaks off is its begin.
bool isSameRow(const std::vector<QByteArray> &a, const std::vector<QByteArray> &b, bool breaksOff);
/// True for a venue that says that nothing has come out yet: a preprint, a manuscript under review.
bool saysUnpublished(const QByteArray &venue);

} // namespace vitrine
