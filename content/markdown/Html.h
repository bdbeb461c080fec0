#pragma once

#include "content/text/ByteRange.h"

#include <QByteArray>
#include <QByteArrayView>

#include <optional>
#include <vector>

namespace vitrine {

/// One attribute of a tag as it is written. An attribute without value has an empty valueRange at its end.
struct HtmlAttribute
{
    QByteArray name; ///< lower case
    QByteArray value; ///< entities decoded
    ByteRange range; ///< name, `=` and value with its quotes
    ByteRange valueRange; ///< the value without quotes
};

/// One tag of raw HTML.
struct HtmlTag
{
    ByteRange range; ///< from `<` to `>`
    QByteArray name; ///< lower case
    bool closing = false; ///< `</a>`
    bool selfClosing = false; ///< `<br/>`
    std::vector<HtmlAttribute> attributes;

    const HtmlAttribute *attribute(QByteArrayView wanted) const;
};

/// Elements that have no content and no end tag, as `br` and `img`.
bool isVoidElement(QByteArrayView name);
/// Elements that browsers lay out as blocks, as `div` and `li`.
bool isBlockElement(QByteArrayView name);

/// The tag that starts at `at`, or nothing when no complete tag does. Tolerates what browsers tolerate. The time it
/// takes is linear in what it reads; it never reads past the end of the tag or, in a tag that has none, past the next
/// `<` outside quotes.
std::optional<HtmlTag> readTag(QByteArrayView text, qsizetype at);

/// The whole element whose start tag stands at `at`, to the end of its end tag, which must lie before `limit`. Comments
/// and the text of script and style are skipped; nested elements of the same name are balanced.
std::optional<ByteRange> elementAt(QByteArrayView text, qsizetype at, qsizetype limit);

/// Where markup goes on behind a start tag: at its end, or for script and style, whose content is no markup, at the end
/// tag (at `limit` when there is none).
qsizetype rawTextEnd(QByteArrayView text, const HtmlTag &tag, qsizetype limit);

/// The comment that starts at `at`, from `<!--` to `-->`, which must end before `limit`.
std::optional<ByteRange> commentAt(QByteArrayView text, qsizetype at, qsizetype limit);

} // namespace vitrine
