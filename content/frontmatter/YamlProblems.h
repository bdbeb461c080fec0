#pragma once

#include "content/frontmatter/YamlDocument.h"
#include "content/text/Diagnostic.h"

namespace vitrine {

/// What is wrong with a YAML text that cannot be read, in words of a person and with the line in which it went wrong
/// (not the one in which yaml-cpp noticed). `fileName` empty: the settings of a page.
Diagnostic
describeYamlProblem(const YamlProblem &problem, const QByteArray &bytes, ByteRange range, const QString &fileName);

} // namespace vitrine
