#include "content/page/kinds/words/WordSet.h"

#include "content/page/kinds/words/Words.h"

#include <algorithm>

namespace vitrine {

namespace {

constexpr unsigned char lowered(char c)
{
    return static_cast<unsigned char>(c >= 'A' && c <= 'Z' ? c - 'A' + 'a' : c);
}

/// True for a byte that makes what stands beside it part of a longer word.
bool joinsWords(char c)
{
    static const std::array<bool, 256> joining = [] {
        std::array<bool, 256> table{};
        for (size_t byte = 0; byte < table.size(); ++byte)
            table[byte] = isWordCharacter(static_cast<char32_t>(byte));
        return table;
    }();
    return joining[static_cast<unsigned char>(c)];
}

bool beginsWith(QByteArrayView text, QByteArrayView word)
{
    if (word.size() > text.size())
        return false;
    for (qsizetype i = 1; i < word.size(); ++i) { // the first byte is known
        if (lowered(text[i]) != static_cast<unsigned char>(word[i]))
            return false;
    }
    return true;
}

} // namespace

void WordSet::Index::add(std::vector<QByteArrayView> all)
{
    const auto first = [](QByteArrayView word) { return static_cast<unsigned char>(word.front()); };
    std::stable_sort(all.begin(), all.end(), [&](QByteArrayView a, QByteArrayView b) { return first(a) < first(b); });
    words = std::move(all);
    size_t at = 0;
    for (size_t byte = 0; byte < starts.size(); ++byte) {
        while (at < words.size() && first(words[at]) < byte)
            ++at;
        starts[byte] = at;
    }
}

WordSet::WordSet(std::initializer_list<QByteArrayView> words) : WordSet(std::vector<QByteArrayView>(words)) { }

WordSet::WordSet(const std::vector<QByteArrayView> &words)
{
    std::vector<QByteArrayView> whole, anywhere;
    for (const QByteArrayView word : words)
        (static_cast<unsigned char>(word.back()) < 0x80 ? whole : anywhere).push_back(word);
    m_whole.add(std::move(whole));
    m_anywhere.add(std::move(anywhere));
}

bool WordSet::isIn(QByteArrayView text) const
{
    for (qsizetype at = 0; at < text.size(); ++at) {
        const QByteArrayView rest = text.sliced(at);
        const unsigned char first = lowered(rest[0]);
        const auto stands = [&](QByteArrayView word) { return beginsWith(rest, word); };
        if (std::any_of(m_anywhere.begin(first), m_anywhere.end(first), stands))
            return true;
        const auto standsAlone = [&](QByteArrayView word) {
            return beginsWith(rest, word) && (rest.size() == word.size() || !joinsWords(rest[word.size()]));
        };
        if ((at == 0 || !joinsWords(text[at - 1]))
            && std::any_of(m_whole.begin(first), m_whole.end(first), standsAlone))
            return true;
    }
    return false;
}

bool WordSet::contains(QByteArrayView text) const
{
    if (text.isEmpty())
        return false;
    const unsigned char first = lowered(text[0]);
    const auto same = [&](QByteArrayView word) { return word.size() == text.size() && beginsWith(text, word); };
    return std::any_of(m_whole.begin(first), m_whole.end(first), same)
        || std::any_of(m_anywhere.begin(first), m_anywhere.end(first), same);
}

} // namespace vitrine
