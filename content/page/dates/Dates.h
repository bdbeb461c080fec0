#pragma once

#include "content/text/Result.h"

#include <QByteArray>
#include <QByteArrayView>

#include <optional>
#include <vector>

namespace vitrine {

/// One part of the spelling of a date: a number, a word, or the bytes between them.
struct DatePart
{
    enum class Type {
        Literal, ///< `text`, as it stands: `.`, `/`, ` `, `, `, `年`
        Year, ///< four digits
        ShortYear, ///< two digits; an apostrophe before them is a Literal
        Month, ///< a number
        MonthWord, ///< a month's or season's name
        Day, ///< a number, with `text` (`th`) after it when it is an ordinal
    };
    /// How a month word is written.
    enum class Word {
        Short, ///< Aug
        Long, ///< August
        Chinese, ///< 秋, 秋季 (季 in `text`): seasons only
    };
    Type type = Type::Literal;
    bool padded = true; ///< Month, Day: `08` (a number of two digits leaves it open and counts as padded)
    bool proven = false; ///< Month, Day: the number written had a zero or one digit, so that `padded` is sure
    Word word = Word::Short;
    bool sept = false; ///< MonthWord: September is written "Sept"
    bool autumn = false; ///< MonthWord: the season is written "Autumn", not "Fall"
    bool upper = false; ///< MonthWord: AUG
    bool lower = false; ///< MonthWord: aug
    bool dottedMay = false; ///< MonthWord: one follows May too, which is no abbreviation
    bool dotted = false; ///< MonthWord: a full stop follows an abbreviated month ("Aug.")
    bool ordinal = false; ///< Day: st, nd, rd, th
    QByteArray text; ///< Literal; MonthWord: what follows a Chinese season

    friend bool operator==(const DatePart &, const DatePart &) = default;
};

/// How a page spells a date: learnt from one, used for another. A value.
struct DateForm
{
    std::vector<DatePart> point; ///< one date, or the begin of a period
    std::vector<DatePart> end; ///< the end of a period; empty: as `point`
    QByteArray dash; ///< between begin and end, with its blanks; empty: not known
    QByteArray openWord; ///< "present", "now", "至今"; empty when an open end is left blank or not known
    bool openBlank = false; ///< an open end is left blank ("2022.09 - ")
    QByteArray join, lastJoin; ///< between several dates; empty: not known

    friend bool operator==(const DateForm &, const DateForm &) = default;
};

/// A date as it was found: what it says and how it was spelled.
struct WrittenDate
{
    QByteArray edtf;
    DateForm form;
    qsizetype length = 0; ///< bytes of text it takes
    bool dayFirst = false; ///< two numbers that might be month and day, read as day and month
    bool ambiguous = false; ///< two numbers that might be either
};

/// What to make of two numbers that might each be day or month: the page's majority.
enum class DayOrder { MonthFirst, DayFirst };

/// The date, period or list of dates that begins exactly at the begin of `text`; as long as it can be. Reads all forms
/// of real pages ("08/2023", "2025.07", "Mar 20, 2026", "Fall 2019", "2022.09 - present", "2020 & 2021", "2023年8月").
std::optional<WrittenDate> dateAt(QByteArrayView text, DayOrder order = DayOrder::MonthFirst);
/// The same for one single date, neither period nor list.
std::optional<WrittenDate> singleDateAt(QByteArrayView text, DayOrder order = DayOrder::MonthFirst);
/// The length of a word for "until today" at the begin of `text` ("present", "now", "至今"), or 0.
qsizetype openWordAt(QByteArrayView text);

/// Reads a text that is a date as a whole, blanks around it apart.
std::optional<WrittenDate> parseDate(QByteArrayView text, DayOrder order = DayOrder::MonthFirst);
/// Reads what a person types into a date field: any spelling that parseDate knows, EDTF, "present". Gives EDTF; fails
/// with the sentence for the form.
Result<QByteArray> parseTyped(QByteArrayView text, DayOrder order = DayOrder::MonthFirst);

/// Spells an EDTF date in a form. ".." is the open word. Refused when the date has more or fewer parts than the form
/// has places for; the sentence names the form by an example.
Result<QByteArray> spellDate(QByteArrayView edtf, const DateForm &form);
/// The date for lists and rows: "Jun 2026", "21 Aug 2023", "Fall 2019, Fall 2022", "Sep 2021 – present".
QByteArray humanDate(QByteArrayView edtf);
/// True for texts that are EDTF as pages need it, also "..".
bool isEdtf(QByteArrayView text);

} // namespace vitrine
