#pragma once

#include <QAtomicPointer>

#include <memory>

namespace vitrine {

/// Something with ranges that count from its own begin, and where it stands. It is shared between all places and
/// revisions; a copy with ranges that count from the begin of the text is made when one is first asked for. Needs
/// `shift(T &, qsizetype)`. Any thread may read it.
template<typename T> class Placed
{
public:
    Placed() = default;
    Placed(std::shared_ptr<const T> made, qsizetype at) : m_made(std::move(made)), m_at(at) { }
    Placed(const Placed &other) : m_made(other.m_made), m_at(other.m_at) { }
    Placed(Placed &&other) noexcept
        : m_made(std::move(other.m_made)), m_at(other.m_at), m_placed(other.m_placed.fetchAndStoreRelaxed(nullptr))
    {
    }
    Placed &operator=(Placed other) noexcept
    {
        m_made.swap(other.m_made);
        m_at = other.m_at;
        delete m_placed.fetchAndStoreRelaxed(other.m_placed.fetchAndStoreRelaxed(nullptr));
        return *this;
    }
    ~Placed() { delete m_placed.loadRelaxed(); }

    const T &operator*() const { return m_at == 0 ? made() : placed(); }
    const T *operator->() const { return &**this; }
    auto begin() const { return (**this).begin(); }
    auto end() const { return (**this).end(); }
    bool empty() const { return made().empty(); }

    /// With ranges that count from its own begin.
    const T &made() const
    {
        static const T none{};
        return m_made ? *m_made : none;
    }
    /// True when both are one thing, perhaps at two places.
    bool isOneWith(const Placed &other) const { return m_made == other.m_made; }

private:
    const T &placed() const
    {
        if (const T *known = m_placed.loadAcquire())
            return *known;
        auto fresh = std::make_unique<T>(made());
        shift(*fresh, m_at);
        T *first = nullptr;
        if (m_placed.testAndSetOrdered(nullptr, fresh.get(), first))
            return *fresh.release();
        return *first; // another thread was faster
    }

    std::shared_ptr<const T> m_made;
    qsizetype m_at = 0;
    mutable QAtomicPointer<T> m_placed;
};

} // namespace vitrine
