#include "tests/support/HostileShapes.h"

namespace vitrine::test {

QByteArray HostileShape::name() const
{
    QByteArray name = head.isEmpty() ? unit : head + "\342\200\246 " + unit;
    name.replace('\n', "\\n").replace('\r', "\\r").replace('\t', "\\t");
    return name;
}

std::vector<HostileShape> hostileShapes()
{
    std::vector<HostileShape> shapes;
    const auto alone = [&](std::initializer_list<const char *> units) {
        for (const char *unit : units)
            shapes.push_back({{}, unit});
    };
    // Marks of inlines, open, closed and crossed
    alone(
        {"*",
         "_",
         "**a *b ",
         "*a _b ",
         "***a** ",
         "**a *b** c* ",
         "_a*b_",
         "*a*",
         "~~a ",
         "~~a~~",
         "`",
         "``a` ",
         "`a``b",
         "$$",
         "$a_ ",
         "\\",
         "\"'",
         "-- ",
         "...",
         "&",
         "&amp;",
         "&nope",
         "[",
         "]",
         "![",
         "[a](",
         "[a](<b",
         "[a](b \"",
         "[a][b] ",
         "[[a](b) ",
         "[^a",
         "<",
         "<b>",
         "<a b=\"",
         "<b></i>",
         "<!--",
         "<?",
         "{:",
         "{:.a}",
         "*a*{:.b}",
         "a ",
         "a\n",
         "\t",
         "\r",
         "<!-- a --> ",
         "![a](b) ",
         "https://a.b ",
         "a@b.c "});
    // Blocks, the smallest there are, and containers in containers
    alone({"> ",        "- ",        "* ",      "1. ",        "> - ",          "> a\n",
           "- a\n",     "- a\n\n",   "* a\n  ", "1. a\n   ",  "\t- a\n",       "# a\n",
           "a\n===\n",  "a\n\n",     "---\n\n", "    a\n",    "```\n",         "```\na\n```\n",
           "$$\n",      "a|",        "|a|b|\n", "|a|\n|-|\n", "a\n: b\n",      "[a]: b\n",
           "[^a]: b\n", "*[b]: a\n", "{:.a}\n", "^\n\n",      "{::comment}\n", "{::options /}\n"});
    // HTML
    alone(
        {"<div>", "</div>\n", "<div>\n\n", "<div><!--\n\n", "<div markdown=\"1\">\n", "<p>", "</p>", "<p><b>",
         "<li>a\n", "<script>\n", "<pre>\n", "<details>\n\na\n", "<!-- a -->\n", "<!--\n\n-->\n", "<br>\n", "<td>",
         "<a name='b'></a>\n"});
    // Liquid
    alone({"{{ ", "{% ", "{{ a }}", "{% if a %}", "{% raw %}", "{% include a %}", "{{ a | upcase }} "});
    // What the outline makes entries and sections of
    alone({"# a\n## b\n### c\n", "**News**\n\n* a\n\n", "<div class='paper-box'>\n", "<button><i>", "- \n# a\n"});
    const auto behind = [&](const char *head, std::initializer_list<const char *> units) {
        for (const char *unit : units)
            shapes.push_back({head, unit});
    };
    behind(
        "# News\n", {"<!-- * a -->\n", "* a {{ b\n", "* a <b c=\"\n", "- a\n<!-- b -->\n", "* 01/2024: a\n", "* a\n"});
    behind("# News\n<ul>\n", {"<li>a\n", "<li>a</li>\n"});
    behind("# Publications\n* ", {"[", "A. B, ", "\"", "2023 ", ", ", "**A B**, "});
    behind("# Education\n* ", {"Ph.D. ", "(", "2023 - ", ", "});
    behind("<div>\n", {"a<div>", "\na\n<b>c\n"});
    behind("[a]: b\n\n", {"[a] "});
    behind("*[b]: a\n\n", {"b "});
    behind("[^a]: b\n\n", {"[^a] "});
    behind("> > > a\n", {"b\n"});
    return shapes;
}

} // namespace vitrine::test
