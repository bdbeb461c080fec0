#include "content/text/Value.h"

namespace vitrine {

namespace {

template<typename T, typename Data> T held(const Data &data)
{
    const T *value = std::get_if<T>(&data);
    return value ? *value : T();
}

} // namespace

bool Value::isEmpty() const
{
    return std::visit(
        [](const auto &data) {
            if constexpr (std::is_same_v<std::decay_t<decltype(data)>, std::monostate>)
                return true;
            else
                return data.isEmpty();
        },
        m_data);
}

QByteArray Value::text() const
{
    return held<QByteArray>(m_data);
}

AuthorList Value::authors() const
{
    return held<AuthorList>(m_data);
}

LinkList Value::links() const
{
    return held<LinkList>(m_data);
}

StringList Value::strings() const
{
    return held<StringList>(m_data);
}

bool operator==(const Value &a, const Value &b)
{
    return (a.isEmpty() && b.isEmpty()) || a.m_data == b.m_data;
}

} // namespace vitrine
