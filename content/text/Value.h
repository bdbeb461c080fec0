#pragma once

#include "content/text/ByteRange.h"

#include <QByteArray>
#include <QList>

#include <optional>
#include <variant>

namespace vitrine {

/// One author of a publication. All texts are UTF-8 and plain (no markup).
struct Author
{
    QByteArray name;
    QList<QByteArray> marks; ///< as the legend writes them, unescaped: "*", "+", "†"
    bool self = false; ///< the owner of the page
    QByteArray url; ///< empty when the name is no link

    std::optional<ByteRange> range; ///< of the name alone; not part of the value
    friend bool operator==(const Author &a, const Author &b)
    {
        return a.name == b.name && a.marks == b.marks && a.self == b.self && a.url == b.url;
    }
};

/// One link of an entry; an empty `url` is a link that waits for its address.
struct Link
{
    QByteArray label; ///< Markdown, may be empty (a linked title has none)
    QByteArray url;

    std::optional<ByteRange> labelRange, urlRange; ///< not part of the value
    friend bool operator==(const Link &a, const Link &b) { return a.label == b.label && a.url == b.url; }
};

using AuthorList = QList<Author>;
using LinkList = QList<Link>;
using StringList = QList<QByteArray>;

/// What a field says. Strings are Markdown, dates EDTF, both UTF-8; which it is, is told by the schema (ValueType).
/// A value without content (the default, an empty string or list) means: the field is not there.
class Value
{
public:
    Value() = default;
    Value(QByteArray text) : m_data(std::move(text)) { }
    Value(AuthorList authors) : m_data(std::move(authors)) { }
    Value(LinkList links) : m_data(std::move(links)) { }
    Value(StringList strings) : m_data(std::move(strings)) { }

    bool isEmpty() const;
    bool isText() const { return std::holds_alternative<QByteArray>(m_data); }
    /// Each gives an empty one when the value is of another type.
    QByteArray text() const;
    AuthorList authors() const;
    LinkList links() const;
    StringList strings() const;

    /// Equal content; ranges do not count, and all empty values are equal.
    friend bool operator==(const Value &a, const Value &b);

private:
    std::variant<std::monostate, QByteArray, AuthorList, LinkList, StringList> m_data;
};

} // namespace vitrine
