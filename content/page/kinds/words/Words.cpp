#include "content/page/kinds/words/Words.h"

#include "content/markdown/Characters.h"
#include "content/page/kinds/words/WordSet.h"

#include <QChar>
#include <QString>

#include <algorithm>
#include <array>

namespace vitrine {

namespace {

/// Words that carry no value of their own between fields.
const WordSet &smallWords()
{
    static const WordSet words{"in",     "the",      "and",     "by",         "at",      "of",      "on",        "from",
                               "to",     "for",      "with",    "via",        "a",       "an",      "as",        "et",
                               "al",     "accepted", "awarded", "published",  "appear",  "appears", "presented", "proc",
                               "vol",    "no",       "pp",      "p",          "issue",   "volume",  "pages",     "doi",
                               "etc",    "hosted",   "advisor", "supervised", "advised", "nbsp",    "emsp",      "ensp",
                               "thinsp", "amp",      "quot",    "middot",     "于",      "在",      "和",        "与",
                               "及",     "等",       "since",   "until",      "till",    "至",      "自",        "从"};
    return words;
}

bool isSpace(char32_t c)
{
    return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == 0xA0 || c == 0x3000 || c == 0x200B || c == 0xFEFF;
}

/// The length of a blank written as entity at the begin or end of `text`.
qsizetype blankEntity(QByteArrayView text, bool atEnd)
{
    static constexpr std::array<const char *, 6> entities{"&nbsp;", "&emsp;", "&ensp;", "&thinsp;", "&#160;", "&#xA0;"};
    if (text.isEmpty() || (atEnd ? text.back() != ';' : text.front() != '&'))
        return 0;
    for (const char *entity : entities) {
        if (atEnd ? text.endsWith(entity) : text.startsWith(entity))
            return static_cast<qsizetype>(qstrlen(entity));
    }
    return 0;
}

/// "Ltd", "Ph.D", "B.Sc", "U.K": words whose full stop is their own.
bool isAbbreviated(QByteArrayView word)
{
    static constexpr std::array<const char *, 9> known{"Inc", "Ltd", "Co", "Jr", "Sr", "Dr", "etc", "al", "Corp"};
    while (!word.isEmpty() && !isWordCharacter(static_cast<unsigned char>(word.front()))
           && static_cast<unsigned char>(word.front()) < 0x80)
        word = word.sliced(1);
    if (word == "Prof" || std::find(known.begin(), known.end(), word) != known.end())
        return true;
    // Letters in groups of up to four, with full stops between.
    constexpr qsizetype longestGroup = 4;
    qsizetype group = 0;
    bool dotted = false;
    for (const char c : word) {
        const bool letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
        if (c == '.' && group > 0) {
            dotted = true;
            group = 0;
        } else if (!letter || ++group > longestGroup) {
            return false;
        }
    }
    return dotted && group > 0;
}

/// "Adv. Energy Mater.": a short text of which at least half of the words are cut short.
bool isAbbreviatedName(QByteArrayView text)
{
    constexpr int mostWords = 8;
    int words = 0;
    int cut = 0;
    for (qsizetype at = 0; at < text.size() && words <= mostWords; ++words) {
        qsizetype end = text.indexOf(' ', at);
        end = end < 0 ? text.size() : end;
        const QByteArrayView word = text.sliced(at, end - at);
        const bool title = word == "Dr." || word == "Prof." || word == "Mr." || word == "Ms.";
        cut += word.endsWith('.') && !title ? 1 : 0;
        at = end + 1;
    }
    return words > 1 && words <= mostWords && cut > 1 && cut * 2 >= words;
}

/// Hands the words of a text to `take`, as written, until it says no; false when it did.
template<typename Take> bool forEachWord(QByteArrayView text, const Take &take)
{
    qsizetype begin = -1;
    for (qsizetype at = 0; at < text.size();) {
        const CodePoint c = readCodePoint(text, at);
        if (isWordCharacter(c.value)) {
            begin = begin < 0 ? at : begin;
        } else if (begin >= 0) {
            if (!take(text.sliced(begin, at - begin)))
                return false;
            begin = -1;
        }
        at += c.length;
    }
    return begin < 0 || take(text.sliced(begin));
}

} // namespace

CodePoint readLongCodePoint(QByteArrayView text, qsizetype at)
{
    const char32_t value = codePointAt(text, at);
    const qsizetype length = value < 0x80 ? 1 : value < 0x800 ? 2 : value < 0x10000 ? 3 : 4;
    const bool bytes = at + length <= text.size() && (value != U'\ufffd' || text.sliced(at).startsWith("\xEF\xBF\xBD"));
    return bytes ? CodePoint{value, length} : CodePoint{};
}

ByteRange withoutBlanks(QByteArrayView text)
{
    ByteRange range{0, text.size()};
    while (!range.isEmpty()) {
        const QByteArrayView rest = text.sliced(range.begin, range.size());
        const CodePoint c = readCodePoint(rest, 0);
        const qsizetype entity = blankEntity(rest, false);
        if (!isSpace(c.value) && entity == 0)
            break;
        range.begin += entity > 0 ? entity : c.length;
    }
    while (!range.isEmpty()) {
        const QByteArrayView rest = text.sliced(range.begin, range.size());
        const qsizetype entity = blankEntity(rest, true);
        if (entity > 0) {
            range.end -= entity;
            continue;
        }
        qsizetype last = rest.size() - 1;
        while (last > 0 && (static_cast<unsigned char>(rest[last]) & 0xC0U) == 0x80U)
            --last;
        if (!isSpace(readCodePoint(rest, last).value))
            break;
        range.end = range.begin + last;
    }
    return range;
}

qsizetype periodAt(QByteArrayView text)
{
    if (text.endsWith("。"))
        return 3;
    if (!text.endsWith('.') || text.endsWith("..") || text.size() < 2)
        return 0;
    const QByteArrayView before = text.chopped(1);
    qsizetype begin = before.size();
    while (begin > 0 && !isSpace(static_cast<unsigned char>(before[begin - 1])))
        --begin;
    return isAbbreviated(before.sliced(begin)) || isAbbreviatedName(text) ? 0 : 1;
}

std::vector<QByteArray> wordsOf(QByteArrayView text)
{
    std::vector<QByteArray> words;
    forEachWord(text, [&](QByteArrayView word) {
        words.push_back(word.toByteArray().toLower());
        return true;
    });
    return words;
}

std::vector<QByteArrayView> wordsIn(QByteArrayView text)
{
    std::vector<QByteArrayView> words;
    forEachWord(text, [&](QByteArrayView word) {
        words.push_back(word);
        return true;
    });
    return words;
}

size_t wordCount(QByteArrayView text)
{
    size_t count = 0;
    forEachWord(text, [&](QByteArrayView) {
        ++count;
        return true;
    });
    return count;
}

bool hasWords(QByteArrayView text)
{
    return !forEachWord(text, [](QByteArrayView) { return false; });
}

bool isLiteralText(QByteArrayView text)
{
    return forEachWord(text, [](QByteArrayView word) { return smallWords().contains(word); });
}

} // namespace vitrine
