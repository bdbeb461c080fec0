#include "tests/support/RandomEdits.h"

namespace vitrine::test {

const std::vector<QByteArray> &snippets()
{
    static const std::vector<QByteArray> texts{
        "a",
        " ",
        "\n",
        "\n\n",
        "*",
        "**",
        "_",
        "`",
        "[",
        "](",
        ")",
        "<b>",
        "</b>",
        "<!--",
        "-->",
        "<div>\n",
        "</div>\n",
        "# New\n",
        "## Papers\n",
        "* ",
        "- item\n",
        "1. one\n",
        "    code\n",
        "> quote\n",
        "```\n",
        "2024-05",
        "13/02/2023",
        "[a]: https://example.org\n",
        "*[HTML]: words\n",
        "{: .x}\n",
        "[^1]: note\n",
        "$$x$$",
        "\\",
        "&nbsp;",
        "\xff",
        "**Ada King**, ",
        "\"A quoted title\", ",
        ", 2024."};
    return texts;
}

TextEdit randomEdit(const QByteArray &bytes, std::mt19937 &random)
{
    const auto upTo = [&](qsizetype most) { return static_cast<qsizetype>(random() % static_cast<uint>(most + 1)); };
    const qsizetype begin = upTo(bytes.size());
    // Mostly a letter or a word, now and then lines.
    const qsizetype size = std::min(bytes.size() - begin, random() % 4 == 0 ? upTo(300) : upTo(6));
    QByteArray text;
    switch (random() % 4) {
    case 0: { // a piece of the page, moved or said twice
        const qsizetype from = upTo(bytes.size());
        text = bytes.mid(from, upTo(200));
        break;
    }
    case 1:
        break;
    default:
        text = snippets()[random() % snippets().size()];
    }
    return TextEdit::replacing({begin, begin + size}, text);
}

} // namespace vitrine::test
