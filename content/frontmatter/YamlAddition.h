#pragma once

#include "content/frontmatter/YamlSpelling.h"
#include "content/text/Result.h"

namespace vitrine {

/// A name that is not there yet.
struct YamlNewName
{
    QByteArray name;
    QByteArray value;
    QByteArray behind; ///< the key of the sibling it should follow; may be empty or not there
};

/// The ways to write a name that is not there yet: in the place of the line that has it commented out, at the top as a
/// new last line, under a parent (`author.github`, `redirect_from.2`) after the sibling asked for or its last child.
/// Fails with NotFound when the parent is not there, Refused when it is written in brackets.
Result<std::vector<YamlSpelling>>
spellYamlAddition(const YamlDocument &document, QByteArrayView bytes, ByteRange range, const YamlNewName &added);

/// The lines of a key of a block map with all that it says, and the comments below that stand further in, up to the
/// line end behind them (or from the one before, where nothing follows). Nothing for what shares lines with others.
std::optional<ByteRange>
linesOfYamlKey(const YamlDocument &document, QByteArrayView bytes, ByteRange range, const QByteArray &name);

} // namespace vitrine
