#include "content/importers/BibtexNames.h"

#include "content/importers/BibtexScanner.h"
#include "content/importers/LatexText.h"

#include <algorithm>

namespace vitrine {

namespace {

QByteArrayView trimmed(QByteArrayView text)
{
    while (!text.isEmpty() && isBibtexBlank(text.front()))
        text = text.sliced(1);
    while (!text.isEmpty() && isBibtexBlank(text.back()))
        text.chop(1);
    return text;
}

bool isAnd(QByteArrayView text, qsizetype at)
{
    return at + 3 < text.size() && isBibtexBlank(text[at + 3]) && at > 0 && isBibtexBlank(text[at - 1])
        && text.sliced(at, 3).compare("and", Qt::CaseInsensitive) == 0;
}

/// The parts between "and" outside braces.
std::vector<QByteArrayView> partsByAnd(QByteArrayView text)
{
    std::vector<QByteArrayView> parts;
    int depth = 0;
    qsizetype begin = 0;
    for (qsizetype i = 0; i < text.size(); ++i) {
        depth += text[i] == '{' ? 1 : text[i] == '}' ? -1 : 0;
        if (depth <= 0 && isAnd(text, i)) {
            parts.push_back(text.sliced(begin, i - begin));
            begin = i + 3;
        }
    }
    parts.push_back(text.sliced(begin));
    return parts;
}

/// The parts between commas (or another sign) outside braces.
std::vector<QByteArrayView> partsBy(char sign, QByteArrayView text)
{
    std::vector<QByteArrayView> parts;
    int depth = 0;
    qsizetype begin = 0;
    for (qsizetype i = 0; i < text.size(); ++i) {
        depth += text[i] == '{' ? 1 : text[i] == '}' ? -1 : 0;
        if (depth <= 0 && text[i] == sign) {
            parts.push_back(trimmed(text.sliced(begin, i - begin)));
            begin = i + 1;
        }
    }
    parts.push_back(trimmed(text.sliced(begin)));
    return parts;
}

bool hasBlank(QByteArrayView text)
{
    return std::any_of(text.begin(), text.end(), [](char c) { return isBibtexBlank(c) || c == '~'; });
}

/// True for "Ada King, Bo Lin, Cy Moe": whole names between commas, not the parts of one.
bool isRowOfNames(const std::vector<QByteArrayView> &parts)
{
    const auto isWhole = [](QByteArrayView part) { return part.isEmpty() || hasBlank(part); };
    return parts.size() > 2 && std::all_of(parts.begin(), parts.end(), isWhole);
}

/// One name as people write it: first names first.
QByteArray inOrder(const std::vector<QByteArrayView> &parts)
{
    const auto text = [&](size_t index) { return textFromLatex(parts[index]); };
    const auto joined = [](const QByteArray &a, const QByteArray &b) {
        return a.isEmpty() ? b : b.isEmpty() ? a : a + ' ' + b;
    };
    if (parts.size() == 1)
        return text(0);
    if (parts.size() == 2)
        return joined(text(1), text(0));
    return joined(joined(text(2), text(0)), text(1));
}

} // namespace

BibtexNames readBibtexNames(QByteArrayView latex)
{
    BibtexNames result;
    const auto add = [&](const QByteArray &name) {
        if (!name.isEmpty())
            result.names.push_back(name);
    };
    std::vector<QByteArrayView> people = partsByAnd(latex);
    if (people.size() == 1 && latex.contains(';'))
        people = partsBy(';', latex);
    for (QByteArrayView person : people) {
        person = trimmed(person);
        const QByteArray plain = person.toByteArray().toLower();
        if (plain == "others" || plain == "et al." || plain == "et al") {
            result.others = true;
            continue;
        }
        const std::vector<QByteArrayView> parts = partsBy(',', person);
        if (!isRowOfNames(parts)) {
            add(inOrder(parts));
            continue;
        }
        for (const QByteArrayView part : parts)
            add(textFromLatex(part));
    }
    return result;
}

} // namespace vitrine
