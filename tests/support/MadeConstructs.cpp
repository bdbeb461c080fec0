#include "tests/support/MadeConstructs.h"

#include <QByteArrayList>
#include <QRandomGenerator>

#include <vector>

namespace vitrine::test {

namespace {

/// Makes blocks and spans from one stream of numbers.
class Maker
{
public:
    explicit Maker(QRandomGenerator &random) : m_random(random) { }

    QByteArray page()
    {
        QByteArray text;
        const int count = between(1, 3);
        for (int i = 0; i < count; ++i)
            text += block(2) + (chance(85) ? "\n\n" : "\n");
        if (text.contains("[ref]"))
            text += oneOf({"\n[ref]: https://ref.example\n", "\n[ref]: <a b.html> 'titled'\n", "\n  [REF]: /x (t)\n"});
        if (text.contains("[^1]"))
            text += "\n[^1]: " + spans(1) + (chance(40) ? "\n\n    More of it.\n" : "\n");
        return text;
    }

private:
    int between(int low, int high) { return m_random.bounded(low, high + 1); }
    bool chance(int percent) { return m_random.bounded(100) < percent; }
    QByteArray oneOf(const std::vector<const char *> &all)
    {
        return all[static_cast<size_t>(m_random.bounded(static_cast<int>(all.size())))];
    }

    // ---- spans

    QByteArray word()
    {
        return oneOf({"desk",         "Ida",    "quiet", "a",       "the",      "2024",  "08/2023",
                      "Müller",       "桌子",   "新闻",  "🎉",       "C++",      "R&D",   "it's",
                      "'20s",         "e.g.",   "x_1",   "a_b_c",   "5*3",      "don't", "\"said\"",
                      "'one'",        "-- and", "a---b", "wait...", "<< so >>", "1.",    "#tag",
                      "50%",          "$5",     "[sic]", "(see)",   "co-first", "A|B",   "http://bare.example",
                      "me@x.example", "、",     "：",    "！"});
    }

    QByteArray words()
    {
        QByteArray text = word();
        for (int i = between(0, 3); i > 0; --i)
            text += ' ' + word();
        return text;
    }

    QByteArray emphasis(int depth)
    {
        const QByteArray mark = oneOf({"*", "_", "**", "__", "***", "*", "**"});
        const QByteArray inside = (chance(6) ? " " : "") + spans(depth - 1) + (chance(6) ? " " : "");
        return mark + inside + (chance(93) ? mark : QByteArray());
    }

    QByteArray link(int depth)
    {
        const QByteArray text = chance(85) ? spans(depth - 1) : QByteArray("![pic](a.png)");
        const QByteArray target = oneOf(
            {"(https://a.example/x)", "(a.pdf \"Title\")", "(a.pdf 'T')", "()", "(#top)", "(<a b.pdf>)", "(a b.pdf)",
             "(a_(b).pdf)", "[ref]", "[]", "[REF]", "(https://a.example/?a=1&b=2)", "( a.pdf )"});
        return (chance(12) ? "![" : "[") + text + ']' + target;
    }

    QByteArray code() { return oneOf({"`code`", "`` a`b ``", "`*a* <b>`", "`open", "`a\\`b`", "` x `", "`&amp;`"}); }

    QByteArray element(int depth)
    {
        const QByteArray name =
            oneOf({"span", "b", "i", "u", "sup", "font", "strong", "em", "small", "mark", "a", "code"});
        const QByteArray attributes =
            oneOf({"", "", " class=\"x\"", " style='color: red'", " color=red", " href=\"a.html\"", " markdown=\"0\""});
        const QByteArray inside = spans(depth - 1);
        return '<' + name + attributes + '>' + inside + (chance(92) ? "</" + name + '>' : QByteArray());
    }

    QByteArray single()
    {
        return oneOf(
            {"<br>",
             "<br/>",
             "<br />",
             "</br>",
             "<img src=\"a.png\">",
             "<img src='a.png' width=30 />",
             "<!-- note -->",
             "&nbsp;",
             "&amp;",
             "&copy;",
             "&#8211;",
             "&#x2013;",
             "&unknown;",
             "&",
             "<",
             ">",
             "\\*",
             "\\_",
             "\\[",
             "\\]",
             "\\`",
             "\\#",
             "\\|",
             "\\<",
             "\\>",
             "\\$",
             "\\%",
             "\\&",
             "\\\\",
             "\\(x\\)",
             "$$x^2$$",
             "$x_1$",
             "$a*b*c$",
             "<https://auto.example>",
             "<me@auto.example>",
             "[^1]",
             "~~gone~~",
             "~one~",
             "{: .x}",
             "{:.y #z}",
             "{::nomarkdown}*x*{:/}",
             "*",
             "_",
             "**",
             "[",
             "]"});
    }

    QByteArray span(int depth)
    {
        const int kind = depth <= 0 ? 0 : between(0, 99);
        if (kind < 40)
            return words();
        if (kind < 58)
            return emphasis(depth) + (chance(6) ? "{: .x}" : "");
        if (kind < 70)
            return link(depth) + (chance(8) ? oneOf({"{:target=\"_blank\"}", "{: .btn}"}) : QByteArray());
        if (kind < 76)
            return code();
        if (kind < 84)
            return element(depth);
        return single();
    }

    QByteArray spans(int depth)
    {
        QByteArray text = span(depth);
        for (int i = between(0, 2); i > 0; --i)
            text += oneOf({" ", " ", " ", " ", "", ", ", ". ", ": ", " - "}) + span(depth);
        return text;
    }

    // ---- blocks

    QByteArray paragraph()
    {
        QByteArray text = spans(2);
        for (int i = between(0, 2); i > 0; --i)
            text += oneOf({"\n", "\n", "\n", "  \n", "\\\n", "\\\\\n", "\n  ", "<br>\n"}) + spans(2);
        return text;
    }

    QByteArray heading()
    {
        if (chance(20))
            return spans(1) + oneOf({"\n===", "\n---", "\n-", "\n======"});
        return QByteArray(between(1, 6), '#') + oneOf({" ", " ", " ", "", "  "}) + spans(1)
            + oneOf({"", "", "", " #", " ##", " {#own}", " {#own .x}"});
    }

    /// The lines of a text behind a mark and an indent.
    static QByteArray indented(const QByteArray &text, const QByteArray &first, const QByteArray &rest)
    {
        QByteArrayList lines = text.split('\n');
        for (qsizetype i = 0; i < lines.size(); ++i) {
            if (i == 0 || !lines[i].isEmpty())
                lines[i].prepend(i == 0 ? first : rest);
        }
        return lines.join('\n');
    }

    QByteArray list(int depth)
    {
        const bool isOrdered = chance(30);
        const QByteArray mark = oneOf({"*", "-", "+"});
        const QByteArray margin(chance(80) ? 0 : between(1, 3), ' ');
        const QByteArray gap = oneOf({" ", " ", " ", "  ", "   ", "\t"});
        const int count = between(1, 4);
        QByteArray text;
        int number = chance(70) ? 1 : between(2, 12);
        for (int i = 0; i < count; ++i) {
            const QByteArray marker = isOrdered ? QByteArray::number(number++) + '.' : mark;
            QByteArray inside = chance(10) ? oneOf({"[ ] ", "[x] "}) + spans(1) : chance(75) ? spans(2) : paragraph();
            if (depth > 0 && chance(30))
                inside += (chance(70) ? "\n" : "\n\n") + block(depth - 1);
            const QByteArray indent(chance(75) ? margin.size() + marker.size() + 1 : between(0, 5), ' ');
            text += indented(inside, margin + marker + gap, indent) + (chance(80) ? "\n" : "\n\n");
        }
        return text.trimmed();
    }

    QByteArray quote(int depth)
    {
        const QByteArray inside = block(depth - 1);
        return indented(inside, oneOf({"> ", ">"}), oneOf({"> ", "> ", "> ", ""}));
    }

    QByteArray codeBlock()
    {
        const QByteArray inside = oneOf({"x = 1", "<div>*a*</div>", "a\n\n  b", "- no list", "&amp; `q`"});
        if (chance(40))
            return indented(inside, "    ", "    ");
        const QByteArray fence = oneOf({"```", "~~~", "````"});
        return fence + '\n' + inside + '\n' + (chance(90) ? fence : QByteArray());
    }

    QByteArray row(int cells)
    {
        QByteArray text = chance(80) ? "|" : "";
        for (int i = 0; i < cells; ++i)
            text += ' ' + spans(1) + " |";
        return chance(85) ? text : text.chopped(1);
    }

    QByteArray table()
    {
        const int cells = between(1, 3);
        QByteArray text = row(cells);
        if (chance(75)) {
            text += "\n|";
            for (int i = 0; i < cells; ++i)
                text += oneOf({"---|", ":--|", ":-:|", "--:|", " --- |", "-|"});
        }
        for (int i = between(0, 3); i > 0; --i)
            text += '\n' + row(chance(85) ? cells : between(1, 4));
        return text;
    }

    QByteArray html(int depth)
    {
        const QByteArray name =
            oneOf({"div", "div", "p", "center", "section", "details", "ul", "blockquote", "td", "h2", "pre"});
        const QByteArray attributes =
            oneOf({"", "", " class=\"x\"", " markdown=\"1\"", " markdown=1", " align='center'"});
        const QByteArray inside = chance(50) ? block(depth - 1) : chance(50) ? spans(1) : "<b>x</b>" + spans(1);
        const QByteArray break1 = oneOf({"\n", "\n", "", "\n\n"});
        const QByteArray break2 = oneOf({"\n", "\n", "", "\n\n"});
        return '<' + name + attributes + '>' + break1 + inside + break2
            + (chance(92) ? "</" + name + '>' : QByteArray());
    }

    QByteArray fixed()
    {
        return oneOf(
            {"---",
             "* * *",
             "***",
             "- - -",
             "___",
             "<hr>",
             "<br>",
             "<br/>\n<br/>",
             "<!-- one -->",
             "<!--\n\n* hidden\n\n-->",
             "$$\nx^2\n$$",
             "$$ x $$",
             "{:toc}",
             "* TOC\n{:toc}",
             "{: .x}",
             "{::comment}\nno\n{:/comment}",
             "{::options parse_block_html=\"true\" /}",
             "[ref]: https://ref.example",
             "[//]: # (a note)",
             "*[C++]: A language",
             "Term\n: what it is\n: and more",
             "Term\n\n: a paragraph\n\n    and another",
             "^",
             "<img src=\"a.png\" />",
             "<a name=\"x\"></a>",
             "<span class='anchor' id='x'></span>",
             "<table><tr><td>*a*</td></tr></table>",
             "<script>var x = 1 < 2;</script>",
             "<style>p { color: red }</style>",
             "<iframe src=\"https://a.example\"></iframe>",
             "<ul>\n<li>*a*</li>\n</ul>",
             "</div>",
             "</p>"});
    }

    QByteArray block(int depth)
    {
        const int kind = between(0, 99);
        if (kind < 25 || depth <= 0)
            return paragraph();
        if (kind < 35)
            return heading() + (chance(8) ? "\n{: .x}" : "");
        if (kind < 62)
            return list(depth) + (chance(5) ? "\n{: .x}" : "");
        if (kind < 68)
            return quote(depth);
        if (kind < 72)
            return codeBlock();
        if (kind < 78)
            return table();
        if (kind < 88)
            return html(depth);
        return fixed();
    }

    QRandomGenerator &m_random;
};

} // namespace

QByteArray madeConstruct(QRandomGenerator &random)
{
    return Maker(random).page();
}

} // namespace vitrine::test
