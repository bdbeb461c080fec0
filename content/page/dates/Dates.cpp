#include "content/page/dates/Dates.h"

#include "content/page/dates/Edtf.h"
#include "content/page/dates/PointReader.h"

#include <array>

namespace vitrine {

namespace {

constexpr std::array<const char *, 15> openWords{"Present", "present", "PRESENT", "Now",     "now",
                                                 "NOW",     "Current", "current", "Ongoing", "ongoing",
                                                 "Today",   "today",   "至今",    "现在",    "今"};
constexpr std::array<const char *, 12> dashes{"--", "-", "–", "—", "~", "～", "to ", "至", "−", "‒", "→", "\\-"};
constexpr std::array<const char *, 8> joins{",", "，", "&amp;", "&", "and ", "、", ";", "；"};

bool isWordByte(char c)
{
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

/// The length of one of `words` with blanks around it, at the begin of `text`; 0 when none stands there.
template<size_t Count> qsizetype joinAt(QByteArrayView text, const std::array<const char *, Count> &words)
{
    const qsizetype blanks = blanksAt(text);
    const QByteArrayView rest = text.sliced(blanks);
    for (const char *word : words) {
        if (!rest.startsWith(word))
            continue;
        const auto size = static_cast<qsizetype>(qstrlen(word));
        if (isWordByte(word[0]) && blanks == 0)
            continue;
        return blanks + size + blanksAt(rest.sliced(size));
    }
    return 0;
}

/// A date or a period as read.
struct FoundSpan
{
    DateSpan span;
    DateForm form;
    qsizetype length = 0;
    bool ambiguous = false;
    bool dayFirst = false;
};

/// Gives an end what it leaves to its begin, and the begin what it leaves to its end.
void share(DatePoint &begin, DatePoint &end)
{
    if (end.year == 0)
        end.year = begin.year;
    if (begin.year == 0)
        begin.year = end.year;
    if (end.month == 0 && end.day > 0)
        end.month = begin.month;
}

FoundSpan spanOf(const FoundPoint &point)
{
    FoundSpan found;
    found.span.begin = point.point;
    found.form.point = point.parts;
    found.length = point.length;
    found.ambiguous = point.ambiguous;
    found.dayFirst = point.dayFirst;
    return found;
}

/// A period at the begin of `text`, given its first date.
std::optional<FoundSpan> periodFrom(QByteArrayView text, const FoundPoint &begin, DayOrder order)
{
    const qsizetype dash = joinAt(text.sliced(begin.length), dashes);
    if (dash == 0)
        return {};
    FoundSpan found = spanOf(begin);
    found.span.period = true;
    found.form.dash = text.sliced(begin.length, dash).toByteArray();
    const QByteArrayView rest = text.sliced(begin.length + dash);
    found.length += dash;
    if (const qsizetype open = openWordAt(rest); open > 0 && begin.point.year > 0) {
        found.form.openWord = rest.first(open).toByteArray();
        found.length += open;
        return found;
    }
    std::optional<FoundPoint> end = pointAt(rest, order);
    if (!end || end->point.year == 0) {
        if (std::optional<FoundPoint> partial = partialEndAt(rest, begin.point))
            end = partial;
    }
    if (!end) {
        found.form.openBlank = true;
        return rest.isEmpty() && begin.point.year > 0 ? std::optional<FoundSpan>(found) : std::nullopt;
    }
    DatePoint last = end->point;
    share(found.span.begin, last);
    const bool known = found.span.begin.year > 0 || (last.day > 0 && found.span.begin.day > 0);
    if (!known || !isPossible(found.span.begin) || !isPossible(last))
        return {};
    found.span.end = last;
    if (end->parts != begin.parts)
        found.form.end = end->parts;
    found.length += end->length;
    found.ambiguous = found.ambiguous && end->ambiguous;
    return found;
}

std::optional<FoundSpan> spanAt(QByteArrayView text, DayOrder order)
{
    const std::optional<FoundPoint> point = pointAt(text, order);
    if (point) {
        if (std::optional<FoundSpan> period = periodFrom(text, *point, order))
            return period;
        return spanOf(*point);
    }
    if (const std::optional<FoundPoint> partial = partialBeginAt(text))
        return periodFrom(text, *partial, order);
    return {};
}

WrittenDate written(const std::vector<DateSpan> &spans, const FoundSpan &first, DateForm form, qsizetype length)
{
    return {toEdtf(spans), std::move(form), length, first.dayFirst, first.ambiguous};
}

} // namespace

qsizetype openWordAt(QByteArrayView text)
{
    for (const char *word : openWords) {
        const auto size = static_cast<qsizetype>(qstrlen(word));
        if (text.startsWith(word) && (text.size() == size || !isWordByte(text[size])))
            return size;
    }
    return 0;
}

std::optional<WrittenDate> singleDateAt(QByteArrayView text, DayOrder order)
{
    const std::optional<FoundPoint> point = pointAt(text, order);
    if (!point)
        return {};
    const FoundSpan span = spanOf(*point);
    return written({span.span}, span, span.form, span.length);
}

std::optional<WrittenDate> dateAt(QByteArrayView text, DayOrder order)
{
    const std::optional<FoundSpan> first = spanAt(text, order);
    if (!first)
        return {};
    std::vector<DateSpan> spans{first->span};
    DateForm form = first->form;
    qsizetype length = first->length;
    while (!first->span.isOpen() && first->span.begin.year > 0) {
        const qsizetype join = joinAt(text.sliced(length), joins);
        if (join == 0)
            break;
        const std::optional<FoundSpan> next = spanAt(text.sliced(length + join), order);
        if (!next || next->span.isOpen() || next->span.begin.year == 0)
            break;
        const QByteArray bytes = text.sliced(length, join).toByteArray();
        if (spans.size() == 1)
            form.join = bytes;
        else if (!form.lastJoin.isEmpty() && form.lastJoin != bytes)
            form.join = form.lastJoin;
        form.lastJoin = bytes;
        if (form.dash.isEmpty() && next->span.period) {
            form.dash = next->form.dash;
            form.end = next->form.end;
        }
        spans.push_back(next->span);
        length += join + next->length;
    }
    return written(spans, *first, std::move(form), length);
}

std::optional<WrittenDate> parseDate(QByteArrayView text, DayOrder order)
{
    const qsizetype blanks = blanksAt(text);
    std::optional<WrittenDate> found = dateAt(text.sliced(blanks), order);
    if (!found || blanksAt(text.sliced(blanks + found->length)) != text.size() - blanks - found->length)
        return {};
    return found;
}

bool isEdtf(QByteArrayView text)
{
    return text == ".." || fromEdtf(text).has_value();
}

} // namespace vitrine
