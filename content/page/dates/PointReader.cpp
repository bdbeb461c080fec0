#include "content/page/dates/PointReader.h"

#include "content/page/dates/MonthWords.h"

#include <array>

namespace vitrine {

namespace {

using Type = DatePart::Type;

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

bool isWordByte(char c)
{
    return isDigit(c) || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

/// Walks over a text and notes the parts of the date that it reads. A failed step leaves the reader invalid.
class PointCursor
{
public:
    explicit PointCursor(QByteArrayView text) : m_text(text) { }

    bool ok() const { return m_ok; }
    qsizetype length() const { return m_at; }
    char next() const { return m_at < m_text.size() ? m_text[m_at] : '\0'; }

    PointCursor &year()
    {
        const int value = number(4, 4);
        if (value < 1900 || value > 2099)
            return fail();
        m_found.point.year = value;
        return add(Type::Year);
    }
    PointCursor &shortYear()
    {
        const int value = number(2, 2);
        if (value < 0)
            return fail();
        m_found.point.year = 2000 + value;
        return add(Type::ShortYear);
    }
    PointCursor &month()
    {
        DatePart part = numberPart(Type::Month);
        const int value = number(1, 2);
        if (value < 1 || value > 12)
            return fail();
        m_found.point.month = value;
        return add(part);
    }
    PointCursor &day()
    {
        DatePart part = numberPart(Type::Day);
        const int value = number(1, 2);
        if (value < 1 || value > 31)
            return fail();
        m_found.point.day = value;
        for (const char *suffix : {"st", "nd", "rd", "th"}) {
            if (m_text.sliced(m_at).startsWith(suffix)) {
                m_at += 2;
                part.ordinal = true;
                break;
            }
        }
        return add(part);
    }
    PointCursor &monthWord()
    {
        if (!m_ok)
            return *this;
        const std::optional<FoundMonth> found = monthWordAt(m_text.sliced(m_at));
        if (!found)
            return fail();
        m_at += found->length;
        m_found.point.month = found->month;
        return add(found->part);
    }
    PointCursor &literal(QByteArrayView bytes)
    {
        if (!m_ok || !m_text.sliced(m_at).startsWith(bytes))
            return fail();
        return literal(bytes.size());
    }
    PointCursor &blanks(bool needed = false)
    {
        if (!m_ok)
            return *this;
        const qsizetype length = blanksAt(m_text.sliced(m_at));
        if (length == 0)
            return needed ? fail() : *this;
        return literal(length);
    }
    /// A comma or nothing, with blanks; what stands between a month word or day and a year.
    PointCursor &gap(bool mayBeEmpty = true)
    {
        if (!m_ok)
            return *this;
        qsizetype length = blanksAt(m_text.sliced(m_at));
        for (const char *comma : {",", "，", "."}) {
            if (m_text.sliced(m_at + length).startsWith(comma)) {
                length += static_cast<qsizetype>(qstrlen(comma));
                break;
            }
        }
        length += blanksAt(m_text.sliced(m_at + length));
        if (length == 0)
            return mayBeEmpty ? *this : fail();
        return literal(length);
    }
    /// A number or word must not run on into more.
    PointCursor &atWordEnd()
    {
        if (m_ok && isWordByte(next()))
            return fail();
        return *this;
    }
    /// The date so far, when every step succeeded.
    std::optional<FoundPoint> take() const
    {
        if (!m_ok)
            return {};
        FoundPoint found = m_found;
        found.length = m_at;
        return found;
    }

private:
    PointCursor &fail()
    {
        m_ok = false;
        return *this;
    }
    PointCursor &add(DatePart part)
    {
        if (m_ok)
            m_found.parts.push_back(std::move(part));
        return *this;
    }
    PointCursor &add(Type type)
    {
        DatePart part;
        part.type = type;
        return add(part);
    }
    PointCursor &literal(qsizetype length)
    {
        DatePart part;
        part.text = m_text.sliced(m_at, length).toByteArray();
        m_at += length;
        return add(part);
    }
    DatePart numberPart(Type type) const
    {
        DatePart part;
        part.type = type;
        const bool two = m_at + 1 < m_text.size() && isDigit(m_text[m_at]) && isDigit(m_text[m_at + 1]);
        part.padded = two;
        part.proven = !two || m_text[m_at] == '0';
        return part;
    }
    /// Reads a number of `least` to `most` digits, -1 when there is none or it has more.
    int number(int least, int most)
    {
        int value = 0;
        int digits = 0;
        qsizetype at = m_at;
        while (m_ok && at < m_text.size() && isDigit(m_text[at]) && digits <= most) {
            value = value * 10 + (m_text[at] - '0');
            ++at;
            ++digits;
        }
        if (digits < least || digits > most)
            return -1;
        m_at = at;
        return value;
    }

    QByteArrayView m_text;
    qsizetype m_at = 0;
    bool m_ok = true;
    FoundPoint m_found;
};

void keepLongest(std::optional<FoundPoint> &best, const PointCursor &cursor)
{
    std::optional<FoundPoint> found = cursor.take();
    if (!found || (best && best->length >= found->length))
        return;
    if (found->point.year > 0 ? isPossible(found->point) : found->point.month > 0)
        best = std::move(found);
}

void tryYearFirst(QByteArrayView text, std::optional<FoundPoint> &best)
{
    const PointCursor year = PointCursor(text).year();
    if (!year.ok())
        return;
    keepLongest(best, PointCursor(year).atWordEnd());
    const QByteArrayView rest = text.sliced(year.length());
    for (const char *separator : {".", "/", "-", " "}) {
        if (!rest.startsWith(separator))
            continue;
        const PointCursor separated = PointCursor(year).literal(separator);
        keepLongest(best, PointCursor(separated).monthWord().atWordEnd());
        if (*separator == ' ')
            continue;
        PointCursor month = PointCursor(separated).month();
        keepLongest(best, PointCursor(month).atWordEnd());
        keepLongest(best, month.literal(separator).day().atWordEnd());
    }
    PointCursor word = PointCursor(year).gap(false).monthWord().atWordEnd();
    keepLongest(best, word);
    keepLongest(best, word.blanks(true).day().atWordEnd());
    if (!rest.sliced(blanksAt(rest)).startsWith("年"))
        return;
    PointCursor chinese = PointCursor(year).blanks().literal("年");
    keepLongest(best, chinese);
    keepLongest(best, PointCursor(chinese).blanks().monthWord());
    PointCursor chineseMonth = chinese.blanks().month().blanks().literal("月");
    keepLongest(best, chineseMonth);
    keepLongest(best, PointCursor(chineseMonth).blanks().day().literal("日"));
    keepLongest(best, PointCursor(chineseMonth).blanks().day().literal("号"));
}

void tryMonthNumber(QByteArrayView text, std::optional<FoundPoint> &best)
{
    const PointCursor month = PointCursor(text).month();
    if (!month.ok() || !strchr("./-", month.next()))
        return;
    for (const char *separator : {".", "/", "-"})
        keepLongest(best, PointCursor(month).literal(separator).year().atWordEnd());
}

/// Two numbers and a year: whichever cannot be a month is the day.
void tryNumbers(QByteArrayView text, DayOrder order, std::optional<FoundPoint> &best)
{
    const PointCursor first = PointCursor(text).day(); // every month is also a day
    for (const char *separator : {"/", ".", "-"}) {
        if (!first.ok() || !text.sliced(first.length()).startsWith(separator))
            continue;
        const auto monthFirst =
            PointCursor(text).month().literal(separator).day().literal(separator).year().atWordEnd().take();
        const auto dayFirst =
            PointCursor(first).literal(separator).month().literal(separator).year().atWordEnd().take();
        const bool useDay = dayFirst && (!monthFirst || order == DayOrder::DayFirst);
        std::optional<FoundPoint> found = useDay ? dayFirst : monthFirst;
        if (!found || !isPossible(found->point) || (best && best->length >= found->length))
            continue;
        found->ambiguous = monthFirst && dayFirst && found->point.day != found->point.month;
        found->dayFirst = useDay;
        best = std::move(found);
    }
}

void tryMonthWord(QByteArrayView text, std::optional<FoundPoint> &best)
{
    const PointCursor month = PointCursor(text).monthWord();
    if (!month.ok())
        return;
    keepLongest(best, PointCursor(month).gap().year().atWordEnd());
    for (const char *separator : {"-", "/"})
        keepLongest(best, PointCursor(month).literal(separator).year().atWordEnd());
    keepLongest(best, PointCursor(month).literal("年").atWordEnd());
    for (const char *apostrophe : {"'", "’", "‘"}) {
        keepLongest(best, PointCursor(month).blanks().literal(apostrophe).shortYear().atWordEnd());
        keepLongest(best, PointCursor(month).blanks().shortYear().literal(apostrophe).atWordEnd());
    }
    const PointCursor day = PointCursor(month).blanks().day();
    keepLongest(best, PointCursor(day).gap(false).year().atWordEnd());
    keepLongest(best, PointCursor(day).atWordEnd());
}

void tryDayFirst(QByteArrayView text, std::optional<FoundPoint> &best)
{
    const PointCursor day = PointCursor(text).day();
    if (!day.ok())
        return;
    const PointCursor month = PointCursor(day).gap(false).monthWord();
    keepLongest(best, PointCursor(month).gap().year().atWordEnd());
    keepLongest(best, PointCursor(day).literal("-").monthWord().literal("-").year().atWordEnd());
}

/// "Mar 20" without a year is a date only where nothing follows that would make the number count something.
bool standsAlone(QByteArrayView text, const FoundPoint &found)
{
    if (found.point.year > 0)
        return true;
    if (found.point.day == 0)
        return false;
    const DatePart &first = found.parts.front();
    if (first.lower)
        return false;
    if (found.parts.back().ordinal)
        return true;
    const QByteArrayView rest = text.sliced(found.length);
    if (rest.isEmpty())
        return true;
    static constexpr std::array<const char *, 9> closers{":", ",", "]", ")", "：", "，", "-", "–", ";"};
    return std::any_of(closers.begin(), closers.end(), [&](const char *closer) { return rest.startsWith(closer); });
}

} // namespace

qsizetype blanksAt(QByteArrayView text)
{
    qsizetype at = 0;
    while (at < text.size()) {
        const QByteArrayView rest = text.sliced(at);
        if (rest[0] == ' ' || rest[0] == '\t')
            ++at;
        else if (rest.startsWith("\xC2\xA0"))
            at += 2;
        else if (rest.startsWith("&nbsp;"))
            at += 6;
        else
            break;
    }
    return at;
}

std::optional<FoundPoint> pointAt(QByteArrayView text, DayOrder order)
{
    std::optional<FoundPoint> best;
    if (text.isEmpty())
        return {};
    if (isDigit(text[0])) {
        const auto digits = std::find_if_not(text.begin(), text.end(), isDigit) - text.begin();
        if (digits == 4) {
            tryYearFirst(text, best);
        } else if (digits <= 2) {
            tryMonthNumber(text, best);
            tryNumbers(text, order, best);
            tryDayFirst(text, best);
        }
    } else {
        tryMonthWord(text, best);
        for (const char *apostrophe : {"'", "’", "‘"}) // "'21"
            keepLongest(best, PointCursor(text).literal(apostrophe).shortYear().atWordEnd());
    }
    if (best && !standsAlone(text, *best))
        return {};
    return best;
}

std::optional<FoundPoint> partialBeginAt(QByteArrayView text)
{
    const PointCursor month = PointCursor(text).monthWord();
    std::optional<FoundPoint> best = month.take();
    if (const auto day = PointCursor(month).blanks().day().atWordEnd().take())
        best = day;
    return best;
}

std::optional<FoundPoint> partialEndAt(QByteArrayView text, const DatePoint &begin)
{
    if (begin.day > 0) {
        const PointCursor day = PointCursor(text).day();
        if (const auto found = PointCursor(day).gap(false).year().atWordEnd().take())
            return found;
        if (const auto found = PointCursor(text).monthWord().blanks().day().atWordEnd().take())
            return found;
        return PointCursor(day).atWordEnd().take();
    }
    if (begin.month > 0) {
        if (const auto found = PointCursor(text).monthWord().atWordEnd().take())
            return found;
        const auto found = PointCursor(text).month().atWordEnd().take();
        return found && found->length == 2 && found->point.month > begin.month ? found : std::nullopt;
    }
    const auto found = PointCursor(text).shortYear().atWordEnd().take();
    return found && begin.year / 100 == 20 && found->point.year > begin.year ? found : std::nullopt;
}

} // namespace vitrine
