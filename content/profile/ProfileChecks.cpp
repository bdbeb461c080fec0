#include "content/profile/ProfileChecks.h"

#include <QCoreApplication>
#include <QRegularExpression>

namespace vitrine {

namespace {

QString say(const char *words)
{
    return QCoreApplication::translate("ValueChecks", words);
}

QString withoutScheme(QString address)
{
    static const QRegularExpression scheme(
        QStringLiteral("^(?:https?:)?(?://)?(?:www\\.)?"), QRegularExpression::CaseInsensitiveOption);
    return address.remove(scheme);
}

/// The part of a host that people know: "orcid" of "orcid.org", "google" of "scholar.google.com".
QString brandOf(const QString &host)
{
    return host.section(QLatin1Char('.'), -2, -2);
}

ValueNote onlyName(const QString &before, const QString &better)
{
    return {say("The site puts %1 before it: the name alone will do.").arg(before), better};
}

/// A name that the site completes.
std::optional<ValueNote> checkName(const QString &value, const QString &before)
{
    const QString place = withoutScheme(before);
    const QString bare = withoutScheme(value);
    if (!place.isEmpty() && bare.size() > place.size() && bare.startsWith(place, Qt::CaseInsensitive)) {
        static const QRegularExpression rest(QStringLiteral("[/?#].*$"));
        return onlyName(before, bare.mid(place.size()).remove(rest));
    }
    if (value.contains(QLatin1String("://")))
        return onlyName(before, {});
    if (value.startsWith(QLatin1Char('@')) && !before.contains(QLatin1String("youtube")))
        return ValueNote{say("The name stands there without “@”."), value.mid(1)};
    if (value.contains(QLatin1Char(' ')))
        return ValueNote{say("This is put into an address and cannot contain a blank."), {}};
    return {};
}

/// Source: GitHub's rules for user names; those that a company manages have one underscore.
std::optional<ValueNote> checkGithub(const QString &value, const QString &before)
{
    if (const auto note = checkName(value, before))
        return note;
    static const QRegularExpression name(QStringLiteral("^[A-Za-z0-9](?:[A-Za-z0-9]|[-_](?=[A-Za-z0-9])){0,38}$"));
    if (name.match(value).hasMatch())
        return {};
    static const QRegularExpression site(QStringLiteral("^([\\w-]+)(?:\\.github\\.io/?|/.*)$"));
    if (const auto match = site.match(value); match.hasMatch() && name.match(match.captured(1)).hasMatch())
        return onlyName(before, match.captured(1));
    return ValueNote{say("A name on GitHub has letters, digits and single hyphens only."), {}};
}

std::optional<ValueNote> checkLinkedIn(const QString &value, const QString &before)
{
    const QString start = QStringLiteral("in/");
    if (before.endsWith(start) && value.startsWith(start))
        return onlyName(before, value.mid(start.size()));
    return checkName(value, before);
}

std::optional<ValueNote> checkOrcid(const QString &value, const QString &before)
{
    static const QRegularExpression digits(
        QStringLiteral("(?<!\\d)(\\d{4})[-‐‑–—\\s]?(\\d{4})[-‐‑–—\\s]?(\\d{4})[-‐‑–—\\s]?(\\d{3}[\\dXx])(?![\\dXx])"));
    const auto match = digits.match(value);
    if (!match.hasMatch())
        return ValueNote{say("An ORCID iD has sixteen digits, like 0000-0002-1825-0097."), {}};
    const QString id = QStringList(match.capturedTexts().mid(1)).join(QLatin1Char('-')).toUpper();
    if (!orcidFits(id))
        return ValueNote{say("One digit of this ORCID iD is mistyped: the last one does not fit the others."), {}};
    const QString right = before.isEmpty() ? QStringLiteral("https://orcid.org/") + id : id;
    if (value == right || (before.isEmpty() && value.startsWith(right)))
        return {};
    if (before.isEmpty())
        return ValueNote{say("The site needs the whole address here, from “https://” on."), right};
    return onlyName(before, right);
}

std::optional<ValueNote> checkScholar(const QString &value, const QString &before)
{
    static const QRegularExpression alone(QStringLiteral("^[\\w-]{12}$"));
    static const QRegularExpression user(QStringLiteral("[?&]user=([\\w-]*)"));
    const auto inside = user.match(value);
    if (!before.isEmpty()) {
        if (inside.hasMatch())
            return onlyName(before, inside.captured(1));
        return checkName(value, before);
    }
    if (alone.match(value).hasMatch())
        return ValueNote{
            say("The site needs the whole address here, from “https://” on."),
            QStringLiteral("https://scholar.google.com/citations?user=") + value};
    if (const auto note = checkAddress(value, AddressReach::Network))
        return note;
    const bool isScholar = hostOf(value).startsWith(QLatin1String("scholar.google."));
    if (isScholar && !inside.hasMatch())
        return ValueNote{say("The address does not say whose profile it is: “user=” is missing."), {}};
    if (isScholar && inside.capturedLength(1) != 12)
        return ValueNote{say("What stands behind “user=” has twelve characters on Google Scholar."), {}};
    return {};
}

/// An address of the service that the line is for.
std::optional<ValueNote> checkProfileAddress(const QString &value, const ProfileLink *link)
{
    const QString prefix = link ? QLatin1String(link->prefix) : QString();
    const auto note = checkAddress(value, prefix.isEmpty() ? AddressReach::Anywhere : AddressReach::Network);
    static const QRegularExpression word(QStringLiteral("^[\\w.@-]+$"));
    if (note && note->better.isEmpty() && !prefix.isEmpty() && word.match(value).hasMatch())
        return ValueNote{note->sentence, prefix + value};
    if (note || prefix.isEmpty())
        return note;
    if (hostOf(value).contains(brandOf(hostOf(prefix))))
        return {};
    return ValueNote{
        say("The site shows this as %1, but it is an address of %2.").arg(QLatin1String(link->label), hostOf(value)),
        {}};
}

std::optional<ValueNote> checkLink(QByteArrayView key, const QString &value, const ProfileAddresses &addresses)
{
    const auto around = addresses.around(key);
    if (!around)
        return {};
    const QString before = QString::fromUtf8(around->before);
    if (key == "orcid")
        return checkOrcid(value, before);
    if (key == "googlescholar")
        return checkScholar(value, before);
    if (before.isEmpty() && around->after.isEmpty())
        return checkProfileAddress(value, profileLink(key));
    if (key == "github")
        return checkGithub(value, before);
    if (key == "linkedin")
        return checkLinkedIn(value, before);
    return checkName(value, before);
}

} // namespace

std::optional<ValueNote> checkProfileValue(QByteArrayView name, const QString &value, const ProfileAddresses &addresses)
{
    static constexpr QByteArrayView author = "author.";
    if (value.isEmpty())
        return {};
    if (name == "url")
        return checkSiteAddress(value);
    if (name == "author.email" || name == "email")
        return checkEmail(value);
    if (name.startsWith("author.links.") && name.endsWith(".url"))
        return checkAddress(value, AddressReach::Anywhere);
    return name.startsWith(author) ? checkLink(name.sliced(author.size()), value, addresses) : std::nullopt;
}

bool orcidFits(QStringView sixteen)
{
    int total = 0, count = 0;
    for (const QChar c : sixteen) {
        if (c == QLatin1Char('-'))
            continue;
        const bool isLast = ++count == 16;
        const int digit = c.isDigit() ? c.digitValue() : -1;
        if (isLast) {
            const int check = (12 - total % 11) % 11;
            return check == 10 ? c.toUpper() == QLatin1Char('X') : digit == check;
        }
        if (digit < 0)
            return false;
        total = (total + digit) * 2 % 11;
    }
    return false;
}

} // namespace vitrine
