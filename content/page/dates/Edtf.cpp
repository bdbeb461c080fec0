#include "content/page/dates/Edtf.h"

#include <array>

namespace vitrine {

namespace {

QByteArray number(int value, int digits)
{
    return QByteArray::number(value).rightJustified(digits, '0');
}

/// The value of a text that is exactly `digits` digits, or -1.
int digitsOf(QByteArrayView text, qsizetype digits)
{
    if (text.size() != digits)
        return -1;
    int value = 0;
    for (const char c : text) {
        if (c < '0' || c > '9')
            return -1;
        value = value * 10 + (c - '0');
    }
    return value;
}

std::optional<DatePoint> pointFromEdtf(QByteArrayView text)
{
    DatePoint point;
    if (!text.startsWith("XXXX")) {
        point.year = digitsOf(text.first(qMin<qsizetype>(4, text.size())), 4);
        if (point.year <= 0)
            return {};
    }
    if (text.size() >= 7 && text[4] == '-')
        point.month = digitsOf(text.sliced(5, 2), 2);
    if (text.size() == 10 && text[7] == '-')
        point.day = digitsOf(text.sliced(8, 2), 2);
    if (toEdtf(point) != text || !isPossible(point))
        return {};
    return point;
}

std::optional<DateSpan> spanFromEdtf(QByteArrayView text)
{
    const qsizetype slash = text.indexOf('/');
    const std::optional<DatePoint> begin = pointFromEdtf(slash < 0 ? text : text.first(slash));
    if (!begin)
        return {};
    if (slash < 0)
        return DateSpan{*begin, {}, false};
    const QByteArrayView rest = text.sliced(slash + 1);
    if (rest == "..")
        return DateSpan{*begin, {}, true};
    const std::optional<DatePoint> end = pointFromEdtf(rest);
    if (!end)
        return {};
    return DateSpan{*begin, end, true};
}

} // namespace

bool isPossible(const DatePoint &point)
{
    static constexpr std::array<int, 12> days{31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    if (point.month == 0)
        return point.day == 0 && point.year > 0;
    const bool month = point.month >= 1 && point.month <= 12;
    if (!month)
        return point.month >= 21 && point.month <= 24 && point.day == 0;
    return point.day >= 0 && point.day <= days[static_cast<size_t>(point.month - 1)];
}

QByteArray toEdtf(const DatePoint &point)
{
    QByteArray text = point.year > 0 ? number(point.year, 4) : QByteArray("XXXX");
    if (point.month > 0)
        text += '-' + number(point.month, 2);
    if (point.day > 0)
        text += '-' + number(point.day, 2);
    return text;
}

QByteArray toEdtf(const std::vector<DateSpan> &spans)
{
    QByteArray text;
    for (const DateSpan &span : spans) {
        if (!text.isEmpty())
            text += ',';
        text += toEdtf(span.begin);
        if (span.period)
            text += '/' + (span.end ? toEdtf(*span.end) : QByteArray(".."));
    }
    return spans.size() > 1 ? '{' + text + '}' : text;
}

std::optional<std::vector<DateSpan>> fromEdtf(QByteArrayView text)
{
    const bool several = text.size() > 2 && text.front() == '{' && text.back() == '}';
    if (several)
        text = text.sliced(1, text.size() - 2);
    std::vector<DateSpan> spans;
    while (true) {
        const qsizetype comma = several ? text.indexOf(',') : -1;
        const std::optional<DateSpan> span = spanFromEdtf(comma < 0 ? text : text.first(comma));
        if (!span)
            return {};
        spans.push_back(*span);
        if (comma < 0)
            break;
        text = text.sliced(comma + 1);
    }
    return spans;
}

} // namespace vitrine
