#include "content/importers/PaperMatch.h"

#include <QRegularExpression>

#include <algorithm>

namespace vitrine {

namespace {

QString lettersAndDigits(const QString &text)
{
    QString key;
    for (const QChar c : text.normalized(QString::NormalizationForm_KD).toCaseFolded()) {
        if (c.isLetterOrNumber())
            key += c;
    }
    return key;
}

bool isSmallWord(const QString &word)
{
    static const QStringList small{QStringLiteral("of"), QStringLiteral("the"), QStringLiteral("and"),
                                   QStringLiteral("on"), QStringLiteral("in"),  QStringLiteral("for"),
                                   QStringLiteral("a"),  QStringLiteral("an"),  QStringLiteral("to"),
                                   QStringLiteral("at")};
    return small.contains(word);
}

/// The initials of the words of a venue, lower case: "piccvpr".
QString initialsOf(const QString &venue)
{
    static const QRegularExpression between(QStringLiteral("[^\\p{L}\\p{N}]+"));
    QString initials;
    const QStringList words = venue.toLower().split(between, Qt::SkipEmptyParts);
    for (const QString &word : words) {
        if (!isSmallWord(word) && word[0].isLetter())
            initials += word[0];
    }
    return initials;
}

/// A venue's short name, lower case: its first word of three or more capitals ("CVPR 2024", "NeurIPS"); else empty.
QString shortNameOf(const QString &venue)
{
    static const QRegularExpression between(QStringLiteral("[^\\p{L}\\p{N}]+"));
    const QStringList words = venue.split(between, Qt::SkipEmptyParts);
    for (const QString &word : words) {
        const auto capitals = std::count_if(word.begin(), word.end(), [](QChar c) { return c.isUpper(); });
        if (capitals >= 3 && word != QLatin1String("IEEE") && word != QLatin1String("CVF"))
            return word.toLower();
    }
    return {};
}

bool isShortFor(const QString &shortName, const QString &venue)
{
    if (shortName.isEmpty())
        return false;
    // The one large conference whose short name is not its initials.
    const QString initials = shortName == QLatin1String("neurips") ? QStringLiteral("nips") : shortName;
    return initialsOf(venue).contains(initials) || shortNameOf(venue) == shortName;
}

QString lastName(const QByteArray &name)
{
    const QString text = QString::fromUtf8(name).simplified();
    const qsizetype blank = text.lastIndexOf(QLatin1Char(' '));
    return lettersAndDigits(blank < 0 ? text : text.mid(blank + 1));
}

/// "Guo, Z." has its last name first.
bool isSameName(const QByteArray &a, const QByteArray &b)
{
    const auto last = [](const QByteArray &name) {
        return lastName(name.left(name.indexOf(',') < 0 ? name.size() : name.indexOf(',')));
    };
    return last(a) == last(b) || lettersAndDigits(QString::fromUtf8(a)) == lettersAndDigits(QString::fromUtf8(b));
}

} // namespace

QString titleKey(const QByteArray &title)
{
    static const QRegularExpression markup(QStringLiteral("<[^<>]*>|&(?!amp;)#?\\w+;"));
    static const QRegularExpression ampersand(QStringLiteral("&(?:amp;)?"));
    return lettersAndDigits(QString::fromUtf8(title).remove(markup).replace(ampersand, QStringLiteral("and")));
}

QByteArray doiOf(const Entry &entry)
{
    if (const Field *doi = entry.field(FieldId::Doi))
        return doi->value.text().toLower();
    if (const Field *links = entry.field(FieldId::Links)) {
        for (const Link &link : links->value.links()) {
            const qsizetype at = link.url.indexOf("doi.org/10.");
            if (at >= 0)
                return link.url.mid(at + 8).toLower();
        }
    }
    return {};
}

QByteArray arxivOf(const Entry &entry)
{
    const Field *links = entry.field(FieldId::Links);
    if (!links)
        return {};
    for (const Link &link : links->value.links()) {
        static const QRegularExpression number(QStringLiteral("arxiv\\.org/(?:abs|pdf)/(\\d{4}\\.\\d{4,5})"));
        const QRegularExpressionMatch match = number.match(QString::fromUtf8(link.url.left(200)));
        if (match.hasMatch())
            return match.captured(1).toUtf8();
    }
    return {};
}

bool isSameVenue(const QByteArray &a, const QByteArray &b)
{
    const QString left = QString::fromUtf8(a);
    const QString right = QString::fromUtf8(b);
    const QString leftKey = lettersAndDigits(left);
    const QString rightKey = lettersAndDigits(right);
    if (leftKey.isEmpty() || rightKey.isEmpty())
        return leftKey == rightKey;
    return leftKey.contains(rightKey) || rightKey.contains(leftKey) || isShortFor(shortNameOf(left), right)
        || isShortFor(shortNameOf(right), left);
}

bool isSameRow(const std::vector<QByteArray> &a, const std::vector<QByteArray> &b, bool breaksOff)
{
    const size_t shared = std::min(a.size(), b.size());
    if (a.size() != b.size() && !breaksOff)
        return false;
    return std::equal(a.begin(), a.begin() + static_cast<std::ptrdiff_t>(shared), b.begin(), isSameName);
}

bool saysUnpublished(const QByteArray &venue)
{
    const QByteArray lower = venue.toLower();
    return QByteArrayView(lower).contains("arxiv") || lower.contains("preprint") || lower.contains("under review")
        || lower.contains("submitted") || lower.contains("in submission") || lower == "corr";
}

} // namespace vitrine
