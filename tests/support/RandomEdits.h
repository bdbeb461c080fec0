#pragma once

#include "content/text/TextEdit.h"

#include <QByteArray>

#include <random>
#include <vector>

namespace vitrine::test {

/// Small texts that change what stands around them.
const std::vector<QByteArray> &snippets();

/// A letter, a word or a few lines of a page that become something else: other text, nothing, a piece of the page.
TextEdit randomEdit(const QByteArray &bytes, std::mt19937 &random);

} // namespace vitrine::test
