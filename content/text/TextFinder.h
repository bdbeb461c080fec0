#pragma once

#include <QByteArrayView>
#include <QHash>

#include <vector>

namespace vitrine {

/// Finds things by their text in a list of them, asked for in about the order in which they stand there: what one
/// revision of a page asks of the one before. The next one in the list mostly is it; only where many are not does it
/// cost a hash of all texts. May fail to find what is there, but never finds anything else. Not for several threads.
template<typename Thing> class TextFinder
{
public:
    using TextOf = QByteArrayView (*)(const Thing &);

    /// The things must outlive the finder and stay where they are.
    TextFinder(const std::vector<Thing> &things, TextOf textOf) : m_things(things), m_textOf(textOf) { }

    /// One with this text that `fits`; nothing when none was found.
    template<typename Fits> const Thing *find(QByteArrayView text, const Fits &fits)
    {
        const size_t end = std::min(m_next + window, m_things.size());
        for (size_t i = m_next; i < end; ++i) {
            if (m_textOf(m_things[i]) == text && fits(m_things[i])) {
                m_next = i + 1;
                return &m_things[i];
            }
        }
        return ++m_misses > mostMisses ? lookUp(text, fits) : nullptr;
    }

private:
    static constexpr size_t window = 4;
    static constexpr int mostMisses = 16;

    template<typename Fits> const Thing *lookUp(QByteArrayView text, const Fits &fits)
    {
        if (m_byText.isEmpty()) {
            m_byText.reserve(static_cast<qsizetype>(m_things.size()));
            for (size_t i = 0; i < m_things.size(); ++i)
                m_byText.insert(m_textOf(m_things[i]), i);
        }
        const auto found = m_byText.constFind(text);
        if (found == m_byText.cend() || !fits(m_things[*found]))
            return nullptr;
        m_next = *found + 1;
        return &m_things[*found];
    }

    const std::vector<Thing> &m_things;
    TextOf m_textOf;
    size_t m_next = 0;
    int m_misses = 0;
    QHash<QByteArrayView, size_t> m_byText;
};

} // namespace vitrine
