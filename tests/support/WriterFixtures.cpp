#include "tests/support/WriterFixtures.h"

#include <stdexcept>

namespace vitrine::test {

QByteArray plainPage()
{
    return R"(---
permalink: /
title: ""
---

# About Me
I study walks on lattices at the Institute for Quiet Sums.

# News
* 08/2023: I passed my defense. 
* 04/2023: Two papers are accepted to WALG 2023. 
* 12/2022: One paper is accepted to SUMS 2022. 

# Publications
(* indicates equal contributions, + indicates the corresponding author)

### Preprints
* Priya Sandrao\*, **Mara Quill\***, Tomas Brandt, and Ines Okoye, “Lattice Walks on Sparse Graphs”, arXiv preprint, Aug 2023. \[[PDF](https://example.org/walks.pdf)\]
* **Mara Quill**, Tomas Brandt, and Ines Okoye, “A Calculus of Quiet Sums”, arXiv preprint, Jun 2023. \[[PDF](https://example.org/quiet.pdf)\]

### Conference Publications
* **Mara Quill**, Priya Sandrao, Tomas Brandt, and Ines Okoye, “Counting Without Looking”, in the International Conference on Walks and Graphs (WALG), 2023. \[[PDF](https://example.org/count.pdf), [Code](https://example.org/count)\]
* **Mara Quill**, Tomas Brandt, and Ines Okoye, “Sums in the Dark”, in the Symposium on Sums (SUMS), 2022. 
* Priya Sandrao, **Mara Quill+**, and Ines Okoye, “Graphs That Fold”, in the International Conference on Walks and Graphs (WALG), 2022. \[[PDF](https://example.org/fold.pdf), [Code](https://example.org/fold)\]
* Priya Sandrao\*, **Mara Quill\***, Tomas Brandt and
Ines Okoye, “Folding for Beginners”, in the Workshop on Paper (WOP), 2021. \[[PDF](https://example.org/paper.pdf)\]

# Work Experience
* 09/2021-08/2022, Lumen Labs Intern
* 06/2020-09/2020, Quarry Research Intern

# Awards and Honours
* Harbour City Scholarship, 2016
* Excellent Graduate of Harbour University, 2018
* Lumen Fellowship, 2019

# Technical Skills
* General: Python, C++, Fortran
* Typesetting: LaTeX, Typst

# Some Useful Links
* [How to fold](https://example.org/how)
* [How to count](https://example.org/count-how)
)";
}

QByteArray boxPage()
{
    return R"(---
permalink: /
---

<span class='anchor' id='about-me'></span>

I fold graphs at Harbour University.

# 🔥 News
- *2025.07*: &nbsp;🎉🎉 One paper accepted by **WALG 2025**!
- *2025.02*: &nbsp;🎉🎉 One paper accepted by **SUMS 2025**!
- *2024.11*: &nbsp;🎉🎉 One paper accepted by **WOP 2024**!

# 📝 Publications 

<div class='paper-box'><div class='paper-box-image'><div><div class="badge">WALG 2025</div><img src='images/fold.png' alt="sym" width="100%"></div></div>
<div class='paper-box-text' markdown="1">

[Graphs That Fold Twice](https://example.org/twice)

**Mara Quill**, Priya Sandrao, Tomas Brandt

[**Project**](https://example.org/twice-project)
- Folding a graph twice shows what folding it once hides.
</div>
</div>

<div class='paper-box'><div class='paper-box-image'><div><div class="badge">SUMS 2025</div><img src='images/dark.png' alt="sym" width="100%"></div></div>
<div class='paper-box-text' markdown="1">

[Sums in the Dark](https://example.org/dark)

Priya Sandrao, **Mara Quill**, Ines Okoye

[**Project**](https://example.org/dark-project)
- Sums need no light.
</div>
</div>

# 🎖 Honors and Awards
- *2021.10* Harbour City Scholarship.
- *2019.09* Lumen Fellowship.

# 📖 Educations
- *2022.09 - 2025.03*, **Master of Engineering** in Folding, Harbour University, Norway.
- *2018.09 - 2022.06*, **Bachelor of Arts** in Counting, Quarry College, Norway.
)";
}

EntryRef entryNamed(const Page &page, const char *id)
{
    const auto ref = page.findEntry(id);
    if (!ref)
        throw std::runtime_error(std::string("the page has no entry ") + id);
    return *ref;
}

int sectionNamed(const Page &page, const char *id)
{
    const auto section = page.findSection(id);
    if (!section)
        throw std::runtime_error(std::string("the page has no section ") + id);
    return *section;
}

QByteArray said(const Value &value)
{
    if (value.isText())
        return value.text();
    QByteArrayList words;
    for (const Author &author : value.authors()) {
        const QByteArray marks = author.marks.isEmpty() ? QByteArray() : "[" + author.marks.join(',') + "]";
        words += author.name + marks + (author.self ? "!" : "");
    }
    for (const Link &link : value.links())
        words += link.label + "<" + link.url + ">";
    for (const QByteArray &word : value.strings())
        words += word;
    return words.join(" | ");
}

QByteArray said(const Page &page, EntryRef ref, FieldId field)
{
    const Field *known = page.entry(ref).field(field);
    return known ? said(known->value) : QByteArray();
}

QByteArray bytesAfter(const Page &page, const Result<PageChange> &change)
{
    if (!change)
        return "refused: " + change.error().sentence.toUtf8();
    return change->edit.appliedTo(page.sources()).front().bytes;
}

QByteArray newLines(const QByteArray &before, const QByteArray &after)
{
    const QByteArrayList known = before.split('\n');
    QByteArrayList lines;
    for (const QByteArray &line : after.split('\n')) {
        if (!known.contains(line))
            lines += line;
    }
    return lines.join('\n');
}

Author authorOf(const char *name, const QList<QByteArray> &marks, bool self)
{
    Author author;
    author.name = name;
    author.marks = marks;
    author.self = self;
    return author;
}

Link linkTo(const char *label, const char *url)
{
    Link link;
    link.label = label;
    link.url = url;
    return link;
}

} // namespace vitrine::test
