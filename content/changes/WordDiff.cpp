#include "content/changes/WordDiff.h"

#include "content/text/Diff.h"

#include <QHash>

#include <algorithm>

namespace vitrine {

namespace {

enum class Glyph { Word, Blank, Sign, Ideograph };

Glyph glyphAt(QByteArrayView text, qsizetype at)
{
    const auto byte = static_cast<unsigned char>(text[at]);
    if (byte == ' ' || byte == '\t')
        return Glyph::Blank;
    if (byte >= 0xe0)
        return Glyph::Ideograph; // three bytes and more: mostly scripts without blanks
    const bool letter = (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z') || (byte >= '0' && byte <= '9');
    return letter || byte >= 0x80 ? Glyph::Word : Glyph::Sign;
}

bool isContinuation(QByteArrayView text, qsizetype at)
{
    return at < text.size() && (static_cast<unsigned char>(text[at]) & 0xc0) == 0x80;
}

qsizetype wordEnd(QByteArrayView text, qsizetype at)
{
    const Glyph glyph = glyphAt(text, at);
    qsizetype end = at + 1;
    if (glyph == Glyph::Ideograph) {
        while (isContinuation(text, end))
            ++end;
    } else if (glyph != Glyph::Sign) {
        while (end < text.size() && glyphAt(text, end) == glyph)
            ++end;
    }
    return end;
}

/// A text cut into words; the same number for the same bytes.
struct CutText
{
    std::vector<int> numbers;
    std::vector<qsizetype> begins; ///< one more than numbers: the end of the text

    ByteRange bytes(int begin, int end) const
    {
        return {begins[static_cast<size_t>(begin)], begins[static_cast<size_t>(end)]};
    }
};

class WordNumbers
{
public:
    CutText of(const QByteArray &text)
    {
        CutText cut;
        for (qsizetype at = 0; at < text.size();) {
            const qsizetype end = wordEnd(text, at);
            const QByteArray word = QByteArray::fromRawData(text.constData() + at, end - at);
            const int next = static_cast<int>(m_numbers.size());
            const auto known = m_numbers.constFind(word);
            cut.numbers.push_back(known != m_numbers.constEnd() ? *known : *m_numbers.insert(word, next));
            cut.begins.push_back(at);
            at = end;
        }
        cut.begins.push_back(text.size());
        return cut;
    }

private:
    QHash<QByteArray, int> m_numbers;
};

bool isBlank(const QByteArray &text, ByteRange range)
{
    return std::all_of(text.begin() + range.begin, text.begin() + range.end, [](char c) { return c == ' '; });
}

/// Hunks with nothing but a blank between them are one: words that changed beside one another.
std::vector<WordHunk> joinedAcrossBlanks(const std::vector<WordHunk> &hunks, const QByteArray &before)
{
    const auto replaces = [](const WordHunk &hunk) { return !hunk.before.isEmpty() && !hunk.after.isEmpty(); };
    std::vector<WordHunk> joined;
    for (const WordHunk &hunk : hunks) {
        const bool near = !joined.empty() && replaces(joined.back()) && replaces(hunk)
            && isBlank(before, {joined.back().before.end, hunk.before.begin});
        if (near) {
            joined.back().before.end = hunk.before.end;
            joined.back().after.end = hunk.after.end;
        } else {
            joined.push_back(hunk);
        }
    }
    return joined;
}

} // namespace

std::vector<WordHunk> diffWords(const QByteArray &before, const QByteArray &after)
{
    if (before == after)
        return {};
    WordNumbers numbers;
    const CutText a = numbers.of(before);
    const CutText b = numbers.of(after);
    std::vector<WordHunk> hunks;
    for (const DiffHunk &hunk : diffSequences(a.numbers, b.numbers))
        hunks.push_back({a.bytes(hunk.beginA, hunk.endA), b.bytes(hunk.beginB, hunk.endB)});
    return joinedAcrossBlanks(hunks, before);
}

double likeness(const QByteArray &a, const QByteArray &b)
{
    WordNumbers numbers;
    const auto wordsOf = [&](const QByteArray &text) {
        const CutText cut = numbers.of(text);
        std::vector<int> words;
        for (size_t i = 0; i < cut.numbers.size(); ++i) {
            const Glyph glyph = glyphAt(text, cut.begins[i]);
            if (glyph == Glyph::Word || glyph == Glyph::Ideograph)
                words.push_back(cut.numbers[i]);
        }
        std::sort(words.begin(), words.end());
        return words;
    };
    const std::vector<int> first = wordsOf(a), second = wordsOf(b);
    if (first.empty() || second.empty())
        return a == b ? 1 : 0;
    std::vector<int> both;
    std::set_intersection(first.begin(), first.end(), second.begin(), second.end(), std::back_inserter(both));
    return 2.0 * static_cast<double>(both.size()) / static_cast<double>(first.size() + second.size());
}

} // namespace vitrine
