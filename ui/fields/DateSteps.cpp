#include "ui/fields/DateSteps.h"

#include "content/page/dates/Edtf.h"
#include "ui/source/ByteText.h"

#include <algorithm>

namespace vitrine {

namespace {

enum class Unit { Year, Month, Day };

constexpr int firstSeason = 21;
constexpr int seasons = 4;
constexpr int months = 12;

/// A number moved within a cycle that begins at `first`; gives how often it went round in `turns`.
int cycled(int number, int by, int first, int count, int &turns)
{
    const int place = number - first + by;
    turns = place < 0 ? -1 : place / count;
    return first + (place + count) % count;
}

std::optional<DatePoint> movedBy(DatePoint point, Unit unit, int by)
{
    int years = 0;
    if (unit == Unit::Year) {
        years = by;
    } else if (unit == Unit::Month) {
        if (point.month == 0)
            return {};
        point.month = point.isSeason() ? cycled(point.month, by, firstSeason, seasons, years)
                                       : cycled(point.month, by, 1, months, years);
    } else {
        if (point.day == 0)
            return {};
        point.day += by;
    }
    if (point.year != 0)
        point.year += years;
    if (!isPossible(point))
        return {};
    return point;
}

bool isPartOfWord(QChar character)
{
    return character.isLetterOrNumber();
}

/// Does the caret stand in (or at an end of) a word that the difference touches?
bool touches(const DateTyping &typing, const TextDifference &difference)
{
    qsizetype begin = difference.begin;
    qsizetype end = std::max(difference.end, difference.begin);
    while (begin > 0 && isPartOfWord(typing.text[begin - 1]))
        --begin;
    while (end < typing.text.size() && isPartOfWord(typing.text[end]))
        ++end;
    return begin <= typing.caret && typing.caret <= end;
}

/// The place in `after` that lies as deep in its word as the caret lies in the old text.
int movedCaret(const DateTyping &typing, const QString &after)
{
    return static_cast<int>(
        std::min<qsizetype>(after.size(), typing.caret == typing.text.size() ? after.size() : typing.caret));
}

/// All dates that differ from `spans` in one part moved, larger units first within each date.
std::vector<std::vector<DateSpan>> neighbours(const std::vector<DateSpan> &spans, int by)
{
    std::vector<std::vector<DateSpan>> found;
    const auto add = [&](size_t i, bool atEnd) {
        const DatePoint old = atEnd ? *spans[i].end : spans[i].begin;
        for (const Unit unit : {Unit::Year, Unit::Month, Unit::Day}) {
            const std::optional<DatePoint> next = movedBy(old, unit, by);
            if (!next)
                continue;
            found.push_back(spans);
            (atEnd ? *found.back()[i].end : found.back()[i].begin) = *next;
        }
    };
    for (size_t i = 0; i < spans.size(); ++i) {
        add(i, false);
        if (spans[i].end)
            add(i, true);
    }
    return found;
}

} // namespace

std::optional<DateTyping> stepped(const DateTyping &typing, int by, DayOrder order)
{
    const std::optional<WrittenDate> written = parseDate(typing.text.toUtf8(), order);
    const auto spans = written ? fromEdtf(written->edtf) : std::nullopt;
    if (!spans)
        return {};
    // Where the caret stands in none of the parts, the smallest of the last date is meant.
    std::optional<QString> last;
    for (const std::vector<DateSpan> &moved : neighbours(*spans, by)) {
        const Result<QByteArray> spelled = spellDate(toEdtf(moved), written->form);
        const QString text = spelled ? QString::fromUtf8(*spelled) : typing.text;
        if (text == typing.text)
            continue;
        last = text;
        if (touches(typing, differenceOf(typing.text, text)))
            break;
    }
    if (!last)
        return {};
    return DateTyping{*last, movedCaret(typing, *last)};
}

} // namespace vitrine
