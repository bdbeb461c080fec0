#include "content/profile/AddressChecks.h"

#include <QCoreApplication>
#include <QRegularExpression>

namespace vitrine {

namespace {

QString say(const char *words)
{
    return QCoreApplication::translate("ValueChecks", words);
}

QRegularExpression pattern(const char *text)
{
    return QRegularExpression(QString::fromUtf8(text), QRegularExpression::CaseInsensitiveOption);
}

bool hasBlank(const QString &value)
{
    return std::any_of(value.begin(), value.end(), [](QChar c) { return c.isSpace(); });
}

/// Blanks that nobody sees, or that break a link where they stand inside.
std::optional<ValueNote> checkBlanks(const QString &value)
{
    const QString trimmed = value.trimmed();
    if (trimmed != value)
        return ValueNote{say("There is a blank before or behind it."), trimmed};
    if (!hasBlank(value))
        return {};
    QString better = value;
    return ValueNote{
        say("An address cannot contain a blank. Write %20 instead."),
        better.replace(QRegularExpression(QStringLiteral("\\s+")), QStringLiteral("%20"))};
}

/// `https:/x`, `https//x`, `htps://x` and two of them in a row.
std::optional<ValueNote> checkScheme(const QString &value)
{
    static const QRegularExpression twice = pattern("^https?:?/+(?=https?://)");
    static const QRegularExpression mistyped = pattern("^(?:https?:/|https?//|https?:|htt?ps?://|hhttps?://|ttps?://)");
    static const QRegularExpression whole = pattern("^https?://");
    if (const auto match = twice.match(value); match.hasMatch())
        return ValueNote{say("“https://” stands there twice."), value.mid(match.capturedLength())};
    const auto match = mistyped.match(value);
    if (match.hasMatch() && !whole.match(value).hasMatch()) {
        QString rest = value.mid(match.capturedLength());
        while (rest.startsWith(QLatin1Char('/')))
            rest.remove(0, 1);
        return ValueNote{say("An address begins with “https://”."), QStringLiteral("https://") + rest};
    }
    return {};
}

bool hasScheme(const QString &value)
{
    static const QRegularExpression scheme = pattern("^[a-z][a-z0-9+.-]*:");
    return scheme.match(value).hasMatch();
}

/// A name of the network, perhaps with a path: `www.example.org/me`. A file of the site has an ending that no name has.
bool looksLikeHost(const QString &value)
{
    static const QRegularExpression host = pattern("^(?:[\\w-]+\\.)+([a-z]{2,})(?::\\d+)?(?:[/?#].*)?$");
    static const QRegularExpression file =
        pattern("^(?:pdf|html?|md|png|jpe?g|gif|svg|webp|docx?|pptx?|zip|tex|bib|txt|xml|php|js|css)$");
    const auto match = host.match(value);
    return match.hasMatch() && !file.match(match.captured(1)).hasMatch();
}

/// An address that names its scheme.
std::optional<ValueNote> checkWhole(const QString &value)
{
    if (!pattern("^https?://").match(value).hasMatch())
        return {}; // mail, telephone and the like
    const QString host = hostOf(value);
    static const QRegularExpression name = pattern("^(?:[^.\\s]+\\.)+[^.\\s]{2,}$");
    if (!name.match(host).hasMatch())
        return ValueNote{say("This is not a whole address yet."), {}};
    if (value.startsWith(QLatin1String("http:"), Qt::CaseInsensitive))
        return ValueNote{
            say("Browsers warn of “http://”. Most sites can be reached by “https://”, too."),
            QStringLiteral("https") + value.mid(4)};
    return {};
}

/// How people hide an address from those who gather them: `ida (at) tides dot example`.
QString unhidden(const QString &value)
{
    QString shown = value;
    shown.replace(
        pattern("\\s*[\\[({<]\\s*at\\s*[\\])}>]\\s*|\\s+at\\s+|＠|\\s*[\\[({<]\\s*@\\s*[\\])}>]\\s*"),
        QStringLiteral("@"));
    shown.replace(pattern("\\s*[\\[({<]\\s*(?:dot|\\.)\\s*[\\])}>]\\s*|\\s+dot\\s+"), QStringLiteral("."));
    return shown;
}

bool isEmail(const QString &value)
{
    static const QRegularExpression email =
        pattern("^[^\\s@,;<>()\\[\\]]+@(?:[^\\s@,;.<>()\\[\\]]+\\.)+[^\\s@,;.<>()\\[\\]]{2,}$");
    return email.match(value).hasMatch();
}

} // namespace

QString hostOf(const QString &address)
{
    static const QRegularExpression host = pattern("^(?:[a-z][a-z0-9+.-]*:)?//(?:[^/?#@]*@)?([^/?#:]*)");
    return host.match(address).captured(1).toLower();
}

std::optional<ValueNote> checkAddress(const QString &value, AddressReach reach)
{
    if (value.isEmpty())
        return {};
    if (const auto blanks = checkBlanks(value))
        return blanks;
    if (const auto scheme = checkScheme(value))
        return scheme;
    if (hasScheme(value) || value.startsWith(QLatin1String("//")))
        return checkWhole(value);
    if (looksLikeHost(value))
        return ValueNote{
            say("Without “https://” it would be looked for on your own site."), QStringLiteral("https://") + value};
    if (reach == AddressReach::Network)
        return ValueNote{say("The site needs the whole address here, from “https://” on."), {}};
    return {};
}

std::optional<ValueNote> checkSiteAddress(const QString &value)
{
    if (const auto note = checkAddress(value, AddressReach::Network))
        return note;
    if (!value.endsWith(QLatin1Char('/')))
        return {};
    return ValueNote{say("The site adds the slash at the end by itself."), value.chopped(1)};
}

std::optional<ValueNote> checkMenuAddress(const QString &value)
{
    if (const auto note = checkAddress(value, AddressReach::Anywhere))
        return note;
    const bool isOwn = !value.isEmpty() && !hasScheme(value) && !value.startsWith(QLatin1Char('/'));
    // A place on the page itself may stand alone.
    if (!isOwn || value.startsWith(QLatin1Char('#')))
        return {};
    return ValueNote{
        say("The address of the site comes right before it: begin with a slash."), QLatin1Char('/') + value};
}

std::optional<ValueNote> checkOwnPath(const QString &value)
{
    if (value.isEmpty())
        return {};
    if (const auto blanks = checkBlanks(value))
        return blanks;
    static const QRegularExpression host = pattern("^(?:https?:)?//[^/]*");
    if (const auto match = host.match(value); match.hasMatch()) {
        const QString path = value.mid(match.capturedLength());
        return ValueNote{
            say("Only what stands behind the address of the site."), path.isEmpty() ? QStringLiteral("/") : path};
    }
    if (value.startsWith(QLatin1Char('/')))
        return {};
    return ValueNote{say("A path begins with a slash."), QLatin1Char('/') + value};
}

std::optional<ValueNote> checkEmail(const QString &value)
{
    if (value.startsWith(QLatin1String("mailto:"), Qt::CaseInsensitive))
        return ValueNote{say("The site writes “mailto:” by itself."), value.mid(7)};
    if (value.isEmpty() || isEmail(value))
        return {};
    const QString trimmed = value.trimmed();
    if (isEmail(trimmed))
        return ValueNote{say("There is a blank before or behind it."), trimmed};
    if (const QString shown = unhidden(trimmed); isEmail(shown))
        return ValueNote{say("Written this way, a click opens no new mail."), shown};
    if (value.count(QLatin1Char('@')) > 1)
        return ValueNote{say("Only one address can be written to by a click."), {}};
    return ValueNote{say("An e-mail address looks like name@university.example."), {}};
}

} // namespace vitrine
