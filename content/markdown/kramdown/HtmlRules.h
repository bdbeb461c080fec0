#pragma once

#include "content/markdown/Node.h"

#include <QByteArrayView>

#include <optional>

namespace vitrine {

/// How kramdown reads what stands between the tags of an element.
enum class ContentModel { Raw, Span, Block };

/// A start tag by kramdown's rules, which are stricter than a browser's.
struct KramdownTag
{
    ByteRange range;
    QByteArray name; ///< lower case
    bool closed = false; ///< `<a/>`
    std::vector<Attribute> attributes; ///< without `markdown`
    std::optional<QByteArray> markdown; ///< the value of that attribute
};

std::optional<KramdownTag> startTagAt(QByteArrayView text, qsizetype at);
/// The end of `</name>` at `at`, and its name in lower case.
struct EndTag
{
    QByteArray name;
    qsizetype end = 0;
};
std::optional<EndTag> endTagAt(QByteArrayView text, qsizetype at);
/// The begin of the first `</name>` at or behind `from`.
std::optional<qsizetype> findEndTag(QByteArrayView text, QByteArrayView name, qsizetype from);

/// The name behind `<` or `</` at `at` in lower case, empty when there is none.
QByteArray tagNameAt(QByteArrayView text, qsizetype at);

/// Elements that do not begin a block.
bool isSpanElement(QByteArrayView name);
/// Elements whose tags are text inside a paragraph.
bool isBlockOnlyElement(QByteArrayView name);
bool hasNoBody(QByteArrayView name);
ContentModel contentModelOf(QByteArrayView name);

} // namespace vitrine
