#include "content/page/kinds/words/NameShape.h"

#include "content/page/kinds/words/Lexicon.h"
#include "content/page/kinds/words/Words.h"

#include <QList>

#include <numeric>

namespace vitrine {

namespace {

const WordSet &particles()
{
    static const WordSet words{"van", "der", "den", "de",  "von", "la",  "le", "el",  "al", "bin", "di",
                               "da",  "dos", "du",  "del", "ter", "ten", "zu", "ben", "dr", "jr"};
    return words;
}

/// Capitalised words that begin or fill titles and venues, and no names.
const WordSet &noNames()
{
    static const WordSet words{
        "the",      "for",      "with",         "via",      "towards",       "toward",    "from",     "under",
        "review",   "accepted", "submitted",    "oral",     "spotlight",     "highlight", "best",     "paper",
        "award",    "equal",    "contribution", "author",   "corresponding", "first",     "learning", "network",
        "networks", "deep",     "neural",       "data",     "model",         "models",    "systems",  "system",
        "research", "major",    "minor",        "revision", "press",         "early",     "access",   "part",
        "ccf",      "sci",      "jcr",          "top",      "page",          "poster",    "authors",  "more",
        "et",       "al"};
    return words;
}

/// Words that begin titles, and now and then are a name's own ("An Ran Chen", "Ada A. King").
bool beginsTitle(QByteArrayView text)
{
    for (const char *word : {"A ", "An ", "On ", "In "}) {
        if (text.startsWith(word))
            return true;
    }
    return false;
}

/// Two to five words in capitals or particles, one of which is more than an initial.
bool hasNameWords(QByteArrayView text)
{
    int words = 0;
    int full = 0; // words that are no initials
    for (qsizetype at = 0; at < text.size();) {
        if (text[at] == ' ' || text[at] == '\n') {
            ++at;
            continue;
        }
        qsizetype end = at;
        while (end < text.size() && text[end] != ' ' && text[end] != '\n')
            ++end;
        const QByteArrayView word = text.sliced(at, end - at);
        const CodePoint first = readCodePoint(word, 0);
        if (++words > 5 || (!QChar::isUpper(first.value) && !particles().contains(word)))
            return false;
        full += first.length < word.size() && QChar::isLetter(readCodePoint(word, first.length).value) ? 1 : 0;
        at = end;
    }
    return words >= 2 && full >= 1;
}

/// The words that may be a venue's: short ones are names unless they are in capitals ("Haozhe Chi", "CHI").
QByteArray withoutShortNames(QByteArrayView text)
{
    constexpr qsizetype longestShort = 5;
    QByteArray rest;
    for (const QByteArrayView word : wordsIn(text)) {
        const bool capitals = std::none_of(word.begin(), word.end(), [](char c) { return c >= 'a' && c <= 'z'; });
        if (capitals || word.size() > longestShort || word == "Cell")
            rest += word.toByteArray() + ' ';
    }
    return rest;
}

/// True for words that are no title's, venue's or university's.
bool hasNoOtherWords(QByteArrayView text)
{
    const QByteArray rest = withoutShortNames(text);
    return !noNames().isIn(text) && !lexicon::venues().isIn(rest) && !lexicon::schools().isIn(rest);
}

bool sameWord(QByteArrayView a, QByteArrayView b)
{
    return a.size() == b.size() && a.compare(b, Qt::CaseInsensitive) == 0;
}

/// "A" of "A. King" for "Ada".
bool isInitialOf(QByteArrayView initial, QByteArrayView word)
{
    return readCodePoint(initial, 0).length == initial.size() && initial.size() <= word.size()
        && sameWord(initial, word.first(initial.size()));
}

/// True when the letters of two names are the same, however they are parted into words.
bool sameLetters(const std::vector<QByteArrayView> &a, const std::vector<QByteArrayView> &b)
{
    const auto joined = [](const std::vector<QByteArrayView> &words) {
        QByteArray letters;
        for (const QByteArrayView word : words)
            letters += word;
        return letters;
    };
    const auto add = [](qsizetype sum, QByteArrayView word) { return sum + word.size(); };
    const bool asLong = std::accumulate(a.begin(), a.end(), qsizetype(0), add)
        == std::accumulate(b.begin(), b.end(), qsizetype(0), add);
    return asLong && sameWord(joined(a), joined(b));
}

} // namespace

bool isHan(char32_t c)
{
    return c >= 0x4E00 && c <= 0x9FFF;
}

qsizetype hanAliasAt(QByteArrayView text)
{
    qsizetype at = 0;
    while (at < text.size() && text[at] == ' ')
        ++at;
    const bool wide = text.sliced(at).startsWith("（");
    if (!wide && !text.sliced(at).startsWith('('))
        return 0;
    at += wide ? 3 : 1;
    int points = 0;
    for (; at < text.size(); ++points) {
        const CodePoint c = readCodePoint(text, at);
        if (!isHan(c.value))
            break;
        at += c.length;
    }
    const QByteArrayView close = text.sliced(at);
    if (points < 2 || points > 4 || !(close.startsWith(')') || close.startsWith("）")))
        return 0;
    return at + (close.startsWith(')') ? 1 : 3);
}

bool isSurnameFirst(QByteArrayView text)
{
    const qsizetype blank = text.lastIndexOf(' ');
    if (blank < 2)
        return false;
    const QByteArrayView initials = text.sliced(blank + 1);
    constexpr qsizetype mostInitials = 3;
    return !initials.isEmpty() && initials.size() <= mostInitials
        && std::all_of(initials.begin(), initials.end(), [](char c) { return c >= 'A' && c <= 'Z'; })
        && text[blank - 1] >= 'a' && text[blank - 1] <= 'z';
}

bool isOneCapital(QByteArrayView text)
{
    return text.size() == 1 && text.front() >= 'A' && text.front() <= 'Z';
}

bool isNameInRow(QByteArrayView text)
{
    if (!hasNoOtherWords(text))
        return false;
    if (hasNameWords(text))
        return true;
    const QList<QByteArray> words = text.toByteArray().simplified().split(' ');
    const auto capital = [](const QByteArray &word) { return word.size() > 1 && word[0] >= 'A' && word[0] <= 'Z'; };
    const auto small = [](const QByteArray &word) {
        return word.size() > 1 && std::all_of(word.begin(), word.end(), [](char c) { return c >= 'a' && c <= 'z'; });
    };
    return words.size() == 3 && capital(words[0]) && small(words[1]) && !isLiteralText(words[1]) && capital(words[2]);
}

bool isNameShaped(QByteArrayView text)
{
    const bool digits = std::any_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
    if (text.size() > 60 || text.isEmpty() || digits)
        return false;
    int points = 0;
    bool han = false;
    for (qsizetype at = 0; at < text.size(); ++points) {
        const CodePoint c = readCodePoint(text, at);
        han = han || isHan(c.value);
        at += c.length;
    }
    if (han)
        return points >= 2 && points <= 4;
    return !beginsTitle(text) && hasNameWords(text) && hasNoOtherWords(text);
}

std::vector<QByteArray> ownerNames(const QByteArray &configured)
{
    std::vector<QByteArray> names;
    QByteArray latin, han;
    const auto finish = [&](QByteArray &name) {
        const QByteArray clean = name.simplified();
        if (clean.size() > 2 && std::find(names.begin(), names.end(), clean) == names.end())
            names.push_back(clean);
        name.clear();
    };
    for (qsizetype at = 0; at < configured.size();) {
        if (configured[at] == '<') {
            const qsizetype end = configured.indexOf('>', at);
            at = end < 0 ? configured.size() : end + 1;
            finish(latin);
            finish(han);
            continue;
        }
        const CodePoint c = readCodePoint(configured, at);
        const QByteArray bytes = configured.mid(at, c.length);
        at += c.length;
        if (isHan(c.value)) {
            han += bytes;
        } else if (isWordCharacter(c.value) || strchr(" .-'", bytes[0])) {
            if (!han.isEmpty())
                finish(han);
            latin += bytes;
        } else {
            finish(latin);
            finish(han);
        }
    }
    finish(latin);
    finish(han);
    return names;
}

bool isOwner(QByteArrayView name, const std::vector<QByteArray> &owners)
{
    const std::vector<QByteArrayView> words = wordsIn(name);
    if (words.empty())
        return false;
    for (const QByteArray &owner : owners) {
        const std::vector<QByteArrayView> own = wordsIn(owner);
        if (own.size() < 2 || words.size() < 2) {
            if (own.size() == 1 && words.size() == 1 && sameWord(own.front(), words.front()))
                return true;
            continue;
        }
        const bool sameFirst = sameWord(words.front(), own.front());
        const bool sameLast = sameWord(words.back(), own.back());
        const bool reversed = sameWord(own.front(), words.back()) && sameWord(own.back(), words.front());
        const bool initials = sameLast && isInitialOf(words.front(), own.front());
        const bool family = sameWord(words.front(), own.back()) && isInitialOf(words.back(), own.front());
        if ((sameFirst && sameLast) || reversed || initials || family || sameLetters(words, own))
            return true;
    }
    return false;
}

} // namespace vitrine
