#pragma once

#include <QByteArrayView>

#include <array>
#include <initializer_list>
#include <vector>

namespace vitrine {

/// A closed list of words and phrases in lower case that is looked for in texts by the words of the text, so that its
/// length does not count. It keeps views: the words live as long as the program. A value; any thread.
class WordSet
{
public:
    WordSet(std::initializer_list<QByteArrayView> words);
    explicit WordSet(const std::vector<QByteArrayView> &words);

    /// True when one of the words is in `text` as whole words, whatever its case; a word that ends in a letter beyond
    /// ASCII is also found inside other words. Linear in the text.
    bool isIn(QByteArrayView text) const;
    /// True when the text as a whole is one of the words, whatever its case.
    bool contains(QByteArrayView text) const;

private:
    /// Words by their first byte.
    struct Index
    {
        void add(std::vector<QByteArrayView> all);
        const QByteArrayView *begin(unsigned char first) const { return words.data() + starts[first]; }
        const QByteArrayView *end(unsigned char first) const { return words.data() + starts[first + 1U]; }

        std::vector<QByteArrayView> words;
        std::array<size_t, 257> starts{};
    };

    Index m_whole; ///< found between the ends of words
    Index m_anywhere;
};

} // namespace vitrine
