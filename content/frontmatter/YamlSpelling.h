#pragma once

#include "content/frontmatter/YamlDocument.h"

namespace vitrine {

/// A way to write a value: what replaces which bytes. Whether it reads back is for the caller to see.
struct YamlSpelling
{
    ByteRange range;
    QByteArray text;
};

/// The ways to write `value` where `node` stands, the one most like its present spelling first. `node` is located.
std::vector<YamlSpelling> spellYamlScalar(QByteArrayView bytes, const YamlNode &node, const QByteArray &value);

/// `value` in double quotes.
QByteArray doubleQuotedYaml(const QByteArray &value);

/// `value` as a plain scalar if it would be read as text (or is what its look says), else in double quotes. May still
/// not read back as it is.
QByteArray plainOrQuotedYaml(const QByteArray &value, bool mustBeText);

/// `value` in the quotes of a style (block styles: double), or plain where it can be; in double quotes where that style
/// cannot hold it. `inBrackets`: commas and brackets would end a plain value.
QByteArray spelledInStyle(const QByteArray &value, YamlStyle style, bool inBrackets);

} // namespace vitrine
