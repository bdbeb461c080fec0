#include "content/liquid/LiquidFilters.h"

#include <QDateTime>
#include <QLocale>
#include <QRegularExpression>

namespace vitrine {

namespace {

/// A value as a time, where it is written in a form that is sure: `2023-08-21`, with time and zone, or `August 21,
/// 2023`.
std::optional<QDateTime> toTime(const QVariant &value)
{
    if (value.typeId() == QMetaType::QDateTime)
        return value.toDateTime();
    const QString text = liquidString(value).trimmed();
    bool isNumber = false;
    const qlonglong seconds = text.toLongLong(&isNumber);
    if (isNumber && !text.startsWith(QLatin1Char('-')))
        return QDateTime::fromSecsSinceEpoch(seconds, Qt::UTC);
    if (text == QLatin1String("now") || text == QLatin1String("today"))
        return QDateTime::currentDateTimeUtc();
    static const QRegularExpression iso(
        QStringLiteral("^(\\d{4})-(\\d{1,2})-(\\d{1,2})(?:[T ](\\d{1,2}):(\\d{2})(?::(\\d{2}))?.*)?$"));
    if (const auto match = iso.match(text); match.hasMatch()) {
        const auto part = [&](int i) { return match.captured(i).toInt(); };
        const QDateTime time(QDate(part(1), part(2), part(3)), QTime(part(4), part(5), part(6)), Qt::UTC);
        return time.isValid() ? std::optional(time) : std::nullopt;
    }
    for (const QString &form :
         {QStringLiteral("MMMM d, yyyy"), QStringLiteral("MMM d, yyyy"), QStringLiteral("d MMMM yyyy"),
          QStringLiteral("d MMM yyyy")}) {
        if (const QDate date = QLocale::c().toDate(text, form); date.isValid())
            return QDateTime(date, QTime(0, 0), Qt::UTC);
    }
    return {};
}

QString padded(int number, int width, QChar fill, QChar flag)
{
    return flag == QLatin1Char('-') ? QString::number(number) : QStringLiteral("%1").arg(number, width, 10, fill);
}

/// One conversion of Ruby's strftime; nothing for one that is not known.
std::optional<QString> conversion(QChar letter, QChar flag, const QDateTime &time)
{
    const QDate date = time.date();
    const QLocale c = QLocale::c();
    const QChar zero = QLatin1Char('0'), blank = QLatin1Char(' ');
    const auto recased = [&](const QString &text) { return flag == QLatin1Char('^') ? text.toUpper() : text; };
    const int hour12 = (time.time().hour() + 11) % 12 + 1;
    switch (letter.unicode()) {
    case 'Y':
        return QString::number(date.year());
    case 'y':
        return padded(date.year() % 100, 2, zero, flag);
    case 'm':
        return padded(date.month(), 2, zero, flag);
    case 'd':
        return padded(date.day(), 2, zero, flag);
    case 'e':
        return padded(date.day(), 2, blank, flag);
    case 'j':
        return padded(date.dayOfYear(), 3, zero, flag);
    case 'B':
        return recased(c.monthName(date.month()));
    case 'b':
    case 'h':
        return recased(c.monthName(date.month(), QLocale::ShortFormat));
    case 'A':
        return recased(c.dayName(date.dayOfWeek()));
    case 'a':
        return recased(c.dayName(date.dayOfWeek(), QLocale::ShortFormat));
    case 'H':
        return padded(time.time().hour(), 2, zero, flag);
    case 'I':
        return padded(hour12, 2, zero, flag);
    case 'M':
        return padded(time.time().minute(), 2, zero, flag);
    case 'S':
        return padded(time.time().second(), 2, zero, flag);
    case 'p':
        return time.time().hour() < 12 ? QStringLiteral("AM") : QStringLiteral("PM");
    case 'F':
        return date.toString(Qt::ISODate);
    case 'T':
        return time.time().toString(Qt::ISODate);
    case 's':
        return QString::number(time.toSecsSinceEpoch());
    case 'u':
        return QString::number(date.dayOfWeek());
    case 'w':
        return QString::number(date.dayOfWeek() % 7);
    case 'z':
        return QStringLiteral("+0000");
    case 'Z':
        return QStringLiteral("UTC");
    case '%':
        return QStringLiteral("%");
    default:
        return {};
    }
}

QString formatted(const QDateTime &time, const QString &format)
{
    QString text;
    for (qsizetype i = 0; i < format.size(); ++i) {
        if (format[i] != QLatin1Char('%') || i + 1 >= format.size()) {
            text += format[i];
            continue;
        }
        QChar flag;
        qsizetype letter = i + 1;
        if (QStringLiteral("-^_0").contains(format[letter]) && letter + 1 < format.size())
            flag = format[letter++];
        const std::optional<QString> part = conversion(format[letter], flag, time);
        text += part ? *part : format.sliced(i, letter - i + 1);
        i = letter;
    }
    return text;
}

QString formatOf(const QByteArray &name, const QVariantList &arguments)
{
    if (name == "date_to_string")
        return QStringLiteral("%d %b %Y");
    if (name == "date_to_long_string")
        return QStringLiteral("%d %B %Y");
    if (name == "date_to_xmlschema")
        return QStringLiteral("%Y-%m-%dT%H:%M:%S+00:00");
    return liquidString(arguments.value(0));
}

} // namespace

std::optional<QVariant> applyDateFilter(const QByteArray &name, const QVariant &input, const QVariantList &arguments)
{
    const bool isForm = name == "date_to_string" || name == "date_to_long_string" || name == "date_to_xmlschema";
    if (name != "date" && !isForm)
        return {};
    const QString format = formatOf(name, arguments);
    const std::optional<QDateTime> time = toTime(input);
    return time && !format.isEmpty() ? QVariant(formatted(*time, format)) : input;
}

} // namespace vitrine
