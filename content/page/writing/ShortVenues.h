#pragma once

#include "content/page/writing/HouseStyle.h"

namespace vitrine {

/// The short name of a venue ("ICML", for badges and brackets): that which another paper of the page gives it, else the
/// one in its own brackets, a well-known one, or the initials of a long name; the venue itself where there is none.
QByteArray shortVenueOf(const QByteArray &venue, const HouseStyle &style);

} // namespace vitrine
