#include "content/page/dates/MonthWords.h"

#include <algorithm>
#include <array>

namespace vitrine {

namespace {

struct MonthName
{
    const char *name;
    int month;
};

constexpr std::array<const char *, 12> longNames{"January", "February", "March",     "April",   "May",      "June",
                                                 "July",    "August",   "September", "October", "November", "December"};
constexpr std::array<MonthName, 5> seasons{
    {{"Spring", 21}, {"Summer", 22}, {"Fall", 23}, {"Autumn", 23}, {"Winter", 24}}};

constexpr std::array<MonthName, 4> chineseSeasons{{{"春", 21}, {"夏", 22}, {"秋", 23}, {"冬", 24}}};

std::optional<FoundMonth> chineseSeasonAt(QByteArrayView text)
{
    for (const MonthName &season : chineseSeasons) {
        const QByteArrayView name(season.name);
        if (!text.startsWith(name))
            continue;
        FoundMonth found;
        found.month = season.month;
        found.part.type = DatePart::Type::MonthWord;
        found.part.word = DatePart::Word::Chinese;
        for (const char *tail : {"季学期", "学期", "季"}) {
            if (text.sliced(name.size()).startsWith(tail)) {
                found.part.text = tail;
                break;
            }
        }
        found.length = name.size() + found.part.text.size();
        return found;
    }
    return {};
}

bool isLower(char c)
{
    return c >= 'a' && c <= 'z';
}

bool isLetter(char c)
{
    return isLower(c) || (c >= 'A' && c <= 'Z');
}

QByteArrayView wordAt(QByteArrayView text)
{
    qsizetype length = 0;
    while (length < text.size() && length < 10 && isLetter(text[length]))
        ++length;
    return text.first(length);
}

bool sameLetters(QByteArrayView a, QByteArrayView b)
{
    return a.size() == b.size() && a.compare(b, Qt::CaseInsensitive) == 0;
}

/// True when the first three letters are those of a month or season: most words are done with here.
bool mayBeMonth(QByteArrayView word)
{
    const QByteArrayView begin = word.first(3);
    const auto begins = [begin](QByteArrayView name) {
        constexpr int upperBit = 0x20;
        return (name[0] | upperBit) == (begin[0] | upperBit) && sameLetters(begin, name.first(3));
    };
    return std::any_of(longNames.begin(), longNames.end(), begins)
        || std::any_of(seasons.begin(), seasons.end(), [&](const MonthName &season) { return begins(season.name); });
}

} // namespace

std::optional<FoundMonth> monthWordAt(QByteArrayView text)
{
    if (!text.isEmpty() && static_cast<unsigned char>(text.front()) >= 0x80)
        return chineseSeasonAt(text);
    const QByteArrayView word = wordAt(text);
    if (word.size() < 3 || !mayBeMonth(word))
        return {};
    FoundMonth found;
    found.length = word.size();
    found.part.type = DatePart::Type::MonthWord;
    found.part.upper = std::none_of(word.begin(), word.end(), isLower);
    found.part.lower = std::all_of(word.begin(), word.end(), isLower);
    found.part.proven = true;
    for (const MonthName &season : seasons) {
        if (sameLetters(word, season.name)) {
            found.month = season.month;
            found.part.word = DatePart::Word::Long;
            found.part.autumn = sameLetters(word, "Autumn");
            found.part.proven = false;
            return found;
        }
    }
    for (size_t i = 0; i < longNames.size(); ++i) {
        const QByteArrayView name(longNames[i]);
        const bool isLong = sameLetters(word, name);
        const bool sept = sameLetters(word, "Sept") && i == 8;
        if (!isLong && !sept && !sameLetters(word, name.first(3)))
            continue;
        found.month = static_cast<int>(i) + 1;
        found.part.word = isLong && name.size() > 3 ? DatePart::Word::Long : DatePart::Word::Short;
        found.part.proven = name.size() > 3;
        found.part.sept = sept;
        if (!(isLong && name.size() > 3) && found.length < text.size() && text[found.length] == '.') {
            found.part.dotted = true;
            found.part.dottedMay = found.month == 5;
            ++found.length;
        }
        return found;
    }
    return {};
}

QByteArray spellMonth(int month, const DatePart &part)
{
    QByteArray word;
    if (part.word == DatePart::Word::Chinese) {
        for (const MonthName &season : chineseSeasons) {
            if (season.month == month)
                word = season.name + part.text;
        }
        return word;
    }
    if (month > 20) {
        for (const MonthName &season : seasons) {
            if (season.month == month && (month != 23 || part.autumn == (QByteArrayView(season.name) == "Autumn")))
                word = season.name;
        }
    } else {
        word = longNames[static_cast<size_t>(month - 1)];
        if (part.word == DatePart::Word::Short)
            word = month == 9 && part.sept ? QByteArray("Sept") : word.first(3);
        if (part.dotted && part.word == DatePart::Word::Short && (month != 5 || part.dottedMay))
            word += '.';
    }
    if (part.upper)
        return word.toUpper();
    return part.lower ? word.toLower() : word;
}

} // namespace vitrine
