#pragma once

#include "content/profile/AddressChecks.h"
#include "content/profile/ProfileLinks.h"

namespace vitrine {

/// What is to say of a value of `_config.yml`, by its name (`author.orcid`, `url`); nothing of one that is empty, will
/// do, or is free. Never a reason to refuse it.
std::optional<ValueNote>
checkProfileValue(QByteArrayView name, const QString &value, const ProfileAddresses &addresses);

/// True when the last of the sixteen characters of an ORCID iD (hyphens apart) is the check digit of the others, by ISO
/// 7064 MOD 11-2. Source: ORCID, "Structure of the ORCID Identifier".
bool orcidFits(QStringView sixteen);

} // namespace vitrine
