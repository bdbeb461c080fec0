#pragma once

#include "content/frontmatter/YamlSpelling.h"
#include "content/text/Result.h"

namespace vitrine {

/// The ways to write a name that is not there yet: at the top as a new last line, under a parent (`author.github`,
/// `redirect_from.2`) after its last child. Fails with NotFound when the parent is not there, Refused when it is
/// written in brackets.
Result<std::vector<YamlSpelling>> spellYamlAddition(
    const YamlDocument &document, QByteArrayView bytes, ByteRange range, const QByteArray &name,
    const QByteArray &value);

} // namespace vitrine
