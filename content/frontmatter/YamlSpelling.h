#pragma once

#include "content/frontmatter/YamlDocument.h"

namespace vitrine {

/// A way to write a value: what replaces which bytes. Whether it reads back is for the caller to see.
struct YamlSpelling
{
    ByteRange range;
    QByteArray text;
};

/// Whether quotes around a value are its owner's, or were only needed for a moment while it was typed.
enum class YamlQuotes { Keep, IfNeeded };

/// The ways to write `value` where `node` stands, the one most like its present spelling first. `node` is located.
/// Where nothing stands yet, it is written in `house` style.
std::vector<YamlSpelling> spellYamlScalar(
    QByteArrayView bytes, const YamlNode &node, const QByteArray &value, YamlQuotes quotes, YamlStyle house);

/// How the texts of a map are written: as the nearest one before number `at` of its children, else after it; Plain when
/// there is none.
YamlStyle houseStyle(const YamlDocument &document, const YamlNode &map, size_t at);

/// `value` in double quotes.
QByteArray doubleQuotedYaml(const QByteArray &value);

/// `value` as a plain scalar if it would be read as text (or is what its look says), else in double quotes. May still
/// not read back as it is.
QByteArray plainOrQuotedYaml(const QByteArray &value, bool mustBeText);

/// `value` in the quotes of a style (block styles: double), or plain where it can be; in double quotes where that style
/// cannot hold it. `inBrackets`: commas and brackets would end a plain value.
QByteArray spelledInStyle(const QByteArray &value, YamlStyle style, bool inBrackets);

} // namespace vitrine
