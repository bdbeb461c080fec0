#include "tests/support/MadePage.h"

namespace vitrine::test {

QByteArray madePage(int entries)
{
    QByteArray page = "---\npermalink: /\n---\n\n# About me\nI study quiet machines.\n\n# News\n";
    for (int i = 0; i < entries / 2; ++i)
        page += "* 0" + QByteArray::number(1 + i % 9) + "/2023: One paper is accepted to LEARN "
            + QByteArray::number(2000 + i % 25) + ".\n";
    page += "\n# Publications\n";
    for (int i = 0; i < entries - entries / 2; ++i) {
        page += "* Tomas Okwuosa\\*, **Edda Marenholt\\***, Yara Quintrell, and Ansel Whitcombe, “Quiet machines, part "
            + QByteArray::number(i)
            + "”, in the Conference on Learning (LEARN), 2023. \\[[PDF](https://papers.example.org/"
            + QByteArray::number(i) + ".pdf), [Code](https://code.example.org/" + QByteArray::number(i) + ")\\]\n";
    }
    return page;
}

} // namespace vitrine::test
