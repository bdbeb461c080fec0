#pragma once

#include <QByteArray>
#include <QByteArrayList>

#include <functional>
#include <optional>
#include <vector>

namespace vitrine::test {

/// Something that was hidden on a page; all in Markdown.
struct HidingCase
{
    QByteArray name;
    QByteArray before, after; ///< the body of the page
    QByteArray hidden; ///< what was hidden, without indents: rendered alone, indented text would be code
};

/// Makes the HTML of each text; nothing where what makes it is not installed.
using Renderer = std::function<std::optional<QByteArrayList>(const QByteArrayList &)>;

/// The names of the cases in which hidden text shows or another block is shown otherwise; nothing without a renderer.
std::optional<QByteArrayList> badCases(const std::vector<HidingCase> &cases, const Renderer &render);

/// The HTML that cmark-gfm makes of each text, with GitHub's extensions.
std::optional<QByteArrayList> cmarkHtml(const QByteArrayList &texts);

} // namespace vitrine::test
