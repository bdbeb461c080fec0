#pragma once

#include <QString>

#include <optional>

namespace vitrine {

/// A gentle word about a value that was kept as it was typed.
struct ValueNote
{
    QString sentence;
    QString better; ///< a value that would do; empty when none is known

    friend bool operator==(const ValueNote &, const ValueNote &) = default;
};

/// Where an address may lead.
enum class AddressReach {
    Anywhere, ///< the network or a place on the own site
    Network, ///< another site
};

// Each of these says nothing of an empty value, and of one that will do.

/// An address as a link has it: `https://`, no blanks, a whole host.
std::optional<ValueNote> checkAddress(const QString &value, AddressReach reach);
/// The address of the site itself: like any other, without a slash at its end, for the site adds one.
std::optional<ValueNote> checkSiteAddress(const QString &value);
/// An address in the menu: the themes put the address of the site right before those that are not on the network.
std::optional<ValueNote> checkMenuAddress(const QString &value);
/// A path of the own site as `permalink` and `redirect_from` have it: from a slash on, without host and blanks.
std::optional<ValueNote> checkOwnPath(const QString &value);
/// One e-mail address, without `mailto:`.
std::optional<ValueNote> checkEmail(const QString &value);

/// The host of an address, in lower case; empty when it has none.
QString hostOf(const QString &address);

} // namespace vitrine
