#include "content/page/dates/Dates.h"
#include "content/page/dates/Edtf.h"
#include "content/page/dates/MonthWords.h"

#include <QCoreApplication>

#include <array>

namespace vitrine {

namespace {

using Type = DatePart::Type;
using Parts = std::vector<DatePart>;

bool has(const Parts &parts, Type type)
{
    return std::any_of(parts.begin(), parts.end(), [type](const DatePart &part) { return part.type == type; });
}

bool hasYear(const Parts &parts)
{
    return has(parts, Type::Year) || has(parts, Type::ShortYear);
}

bool hasMonth(const Parts &parts)
{
    return has(parts, Type::Month) || has(parts, Type::MonthWord);
}

/// True when the parts have a place for each thing the date says, and nothing else.
bool holds(const Parts &parts, const DatePoint &point)
{
    if (hasYear(parts) != (point.year > 0) || hasMonth(parts) != (point.month > 0))
        return false;
    if (has(parts, Type::Day) != (point.day > 0))
        return false;
    if (point.isSeason() && !has(parts, Type::MonthWord))
        return false;
    const bool onlySeasons = std::any_of(parts.begin(), parts.end(), [](const DatePart &part) {
        return part.type == Type::MonthWord && part.word == DatePart::Word::Chinese;
    });
    if (onlySeasons && !point.isSeason())
        return false;
    return !has(parts, Type::ShortYear) || (point.year >= 2000 && point.year < 2100);
}

/// The word for an open end: the form's, else the one that most such pages use.
QByteArray openEnd(const DateForm &form)
{
    if (form.openBlank)
        return {};
    return form.openWord.isEmpty() ? QByteArrayLiteral("Present") : form.openWord;
}

QByteArray spellNumber(int value, bool padded)
{
    return QByteArray::number(value).rightJustified(padded ? 2 : 1, '0');
}

const char *ordinalSuffix(int day)
{
    if (day / 10 == 1)
        return "th";
    static constexpr std::array<const char *, 4> suffixes{"th", "st", "nd", "rd"};
    return suffixes[static_cast<size_t>(day % 10 <= 3 ? day % 10 : 0)];
}

QByteArray spellPart(const DatePart &part, const DatePoint &point)
{
    switch (part.type) {
    case Type::Literal:
        return part.text;
    case Type::Year:
        return QByteArray::number(point.year);
    case Type::ShortYear:
        return spellNumber(point.year % 100, true);
    case Type::Month:
        return spellNumber(point.month, part.padded);
    case Type::MonthWord:
        return spellMonth(point.month, part);
    case Type::Day:
        return spellNumber(point.day, part.padded) + (part.ordinal ? ordinalSuffix(point.day) : "");
    }
    return {};
}

QByteArray spellParts(const Parts &parts, const DatePoint &point)
{
    QByteArray text;
    for (const DatePart &part : parts)
        text += spellPart(part, point);
    return text;
}

/// One side of a period may leave year or month to the other; it then must be the same.
DatePoint withoutShared(const Parts &parts, DatePoint point, const DatePoint &other)
{
    if (!hasMonth(parts) && point.day > 0 && point.month == other.month && point.year == other.year)
        point.month = 0;
    if (!hasYear(parts) && point.year == other.year)
        point.year = 0;
    return point;
}

std::optional<QByteArray> spellSpan(const DateSpan &span, const DateForm &form)
{
    if (!span.period) {
        const Parts &parts = !holds(form.point, span.begin) && !form.end.empty() ? form.end : form.point;
        return holds(parts, span.begin) ? std::optional(spellParts(parts, span.begin)) : std::nullopt;
    }
    const Parts &endParts = form.end.empty() ? form.point : form.end;
    const QByteArray dash = form.dash.isEmpty() ? QByteArray(" - ") : form.dash;
    if (!span.end) {
        const Parts &parts = hasYear(form.point) ? form.point : endParts;
        return holds(parts, span.begin) ? std::optional(spellParts(parts, span.begin) + dash + openEnd(form))
                                        : std::nullopt;
    }
    const DatePoint begin = withoutShared(form.point, span.begin, *span.end);
    const DatePoint end = withoutShared(endParts, *span.end, span.begin);
    if (holds(form.point, begin) && holds(endParts, end))
        return spellParts(form.point, begin) + dash + spellParts(endParts, end);
    // A side that left its year to the other can be written out where it no longer is the same.
    const Parts &full = hasYear(endParts) ? endParts : form.point;
    if (holds(full, span.begin) && holds(full, *span.end))
        return spellParts(full, span.begin) + dash + spellParts(full, *span.end);
    return {};
}

std::optional<QByteArray> spellSpans(const std::vector<DateSpan> &spans, const DateForm &form)
{
    const QByteArray join = form.join.isEmpty() ? QByteArray(", ") : form.join;
    QByteArray text;
    for (size_t i = 0; i < spans.size(); ++i) {
        const std::optional<QByteArray> part = spellSpan(spans[i], form);
        if (!part)
            return {};
        if (i > 0)
            text += i + 1 == spans.size() && !form.lastJoin.isEmpty() ? form.lastJoin : join;
        text += *part;
    }
    return text;
}

/// True when a spelling says `edtf` on a page of one of the two orders of day and month.
bool readsAs(QByteArrayView text, QByteArrayView edtf)
{
    const auto says = [&](DayOrder order) {
        const std::optional<WrittenDate> found = parseDate(text, order);
        return found && found->edtf == edtf;
    };
    return says(DayOrder::MonthFirst) || says(DayOrder::DayFirst);
}

QByteArray exampleOf(const DateForm &form)
{
    const Parts &parts = form.point.empty() ? form.end : form.point;
    DatePoint point;
    point.year = hasYear(parts) ? 2023 : 0;
    point.month = hasMonth(parts) ? 8 : 0;
    point.day = has(parts, Type::Day) ? 21 : 0;
    return spellParts(parts, point);
}

Error unknownDate(QByteArrayView text)
{
    const QString sentence = QCoreApplication::translate(
        "Dates", "“%1” is not a date known here. Try 2023, 08/2023, Aug 2023, Fall 2023 or present.");
    return {ErrorKind::InvalidArgument, sentence.arg(QString::fromUtf8(text)), {}, {}};
}

Error doesNotFit(QByteArrayView edtf, const DateForm &form)
{
    const QString sentence =
        QCoreApplication::translate("Dates", "Dates here are written like “%1”, which cannot say “%2”.");
    const QString date = QString::fromUtf8(humanDate(edtf));
    return {ErrorKind::Refused, sentence.arg(QString::fromUtf8(exampleOf(form)), date), {}, {}};
}

QByteArray humanPoint(const DatePoint &point)
{
    DatePart word;
    QByteArray text;
    if (point.day > 0)
        text += QByteArray::number(point.day) + ' ';
    if (point.month > 0)
        text += spellMonth(point.month, word);
    if (point.month > 0 && point.year > 0)
        text += ' ';
    if (point.year > 0)
        text += QByteArray::number(point.year);
    return text;
}

QByteArray humanSpan(const DateSpan &span)
{
    if (!span.period)
        return humanPoint(span.begin);
    const QByteArray end = span.end ? humanPoint(*span.end) : QCoreApplication::translate("Dates", "present").toUtf8();
    return humanPoint(span.begin) + " – " + end;
}

} // namespace

Result<QByteArray> spellDate(QByteArrayView edtf, const DateForm &form)
{
    if (edtf == "..")
        return openEnd(form);
    const std::optional<std::vector<DateSpan>> spans = fromEdtf(edtf);
    if (!spans)
        return unknownDate(edtf);
    const std::optional<QByteArray> text = spellSpans(*spans, form);
    if (!text || !readsAs(*text, edtf))
        return doesNotFit(edtf, form);
    return *text;
}

QByteArray humanDate(QByteArrayView edtf)
{
    if (edtf == "..")
        return QCoreApplication::translate("Dates", "present").toUtf8();
    const std::optional<std::vector<DateSpan>> spans = fromEdtf(edtf);
    if (!spans)
        return edtf.toByteArray();
    QByteArray text;
    for (const DateSpan &span : *spans)
        text += (text.isEmpty() ? QByteArray() : QByteArray(", ")) + humanSpan(span);
    return text;
}

Result<QByteArray> parseTyped(QByteArrayView text, DayOrder order)
{
    const QByteArray typed = text.toByteArray().trimmed();
    if (typed.isEmpty() || isEdtf(typed))
        return typed;
    if (const qsizetype open = openWordAt(typed); open > 0 && open == typed.size())
        return QByteArray("..");
    if (const std::optional<WrittenDate> found = parseDate(typed, order))
        return found->edtf;
    return unknownDate(typed);
}

} // namespace vitrine
