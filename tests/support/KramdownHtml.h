#pragma once

#include <QByteArray>
#include <QByteArrayList>

#include <optional>

namespace vitrine::test {

/// The HTML that Ruby's kramdown makes of each text, as Jekyll calls it; nothing where it is not installed.
std::optional<QByteArrayList> kramdownHtml(const QByteArrayList &texts);

} // namespace vitrine::test
