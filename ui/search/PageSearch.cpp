#include "ui/search/PageSearch.h"

#include <algorithm>
#include <vector>

namespace vitrine {

namespace {

/// A text in which letters that find one another are the same, with the way back to its bytes.
struct Folded
{
    QString text;
    std::vector<qsizetype> offsets; ///< for each unit of `text`: the byte where its letter begins; one more at the end
};

QString foldedLetter(char32_t letter)
{
    const QString decomposed = QString::fromUcs4(&letter, 1).normalized(QString::NormalizationForm_KD);
    QString folded;
    for (const QChar unit : decomposed) {
        if (unit.category() != QChar::Mark_NonSpacing)
            folded += unit;
    }
    return folded.toCaseFolded();
}

/// The letter at `at` and its length in bytes; a byte that is no UTF-8 stands for U+FFFD.
std::pair<char32_t, qsizetype> letterAt(QByteArrayView bytes, qsizetype at)
{
    const auto byte = [&](qsizetype i) { return static_cast<uchar>(bytes[i]); };
    const uchar first = byte(at);
    if (first < 0x80)
        return {first, 1};
    qsizetype length = 0;
    char32_t letter = 0;
    if (first >= 0xc2 && first < 0xe0) {
        length = 2;
        letter = first & 0x1fu;
    } else if (first >= 0xe0 && first < 0xf0) {
        length = 3;
        letter = first & 0x0fu;
    } else if (first >= 0xf0 && first < 0xf5) {
        length = 4;
        letter = first & 0x07u;
    } else {
        return {0xfffd, 1};
    }
    if (at + length > bytes.size())
        return {0xfffd, 1};
    for (qsizetype i = 1; i < length; ++i) {
        if ((byte(at + i) & 0xc0u) != 0x80u)
            return {0xfffd, 1};
        letter = (letter << 6) | (byte(at + i) & 0x3fu);
    }
    return {letter, length};
}

Folded fold(QByteArrayView bytes, qsizetype from)
{
    Folded folded;
    folded.text.reserve(bytes.size());
    for (qsizetype at = 0; at < bytes.size();) {
        const auto [letter, length] = letterAt(bytes, at);
        if (letter < 0x80) {
            folded.text += QChar(letter == '\n' || letter == '\r' ? u' ' : static_cast<char16_t>(letter)).toLower();
            folded.offsets.push_back(from + at);
        } else {
            const QString units = foldedLetter(letter);
            folded.text += units;
            folded.offsets.insert(folded.offsets.end(), static_cast<size_t>(units.size()), from + at);
        }
        at += length;
    }
    folded.offsets.push_back(from + bytes.size());
    return folded;
}

} // namespace

QList<SearchHit> searchPage(const Page &page, const QString &words)
{
    QList<SearchHit> hits;
    const QByteArray utf8 = words.toUtf8();
    const QString wanted = fold(utf8, 0).text;
    if (wanted.isEmpty())
        return hits;
    const std::vector<Section> &sections = page.outline().sections;
    for (size_t s = 0; s < sections.size(); ++s) {
        for (size_t e = 0; e < sections[s].entries.size(); ++e) {
            const ByteRange range = sections[s].entries[e].range;
            const Folded folded = fold(QByteArrayView(page.text()).sliced(range.begin, range.size()), range.begin);
            for (qsizetype at = folded.text.indexOf(wanted); at >= 0;
                 at = folded.text.indexOf(wanted, at + wanted.size())) {
                const size_t begin = static_cast<size_t>(at);
                const size_t end = begin + static_cast<size_t>(wanted.size());
                hits.append(SearchHit{
                    {static_cast<int>(s), static_cast<int>(e)}, {folded.offsets[begin], folded.offsets[end]}});
            }
        }
    }
    std::sort(
        hits.begin(), hits.end(), [](const SearchHit &a, const SearchHit &b) { return a.range.begin < b.range.begin; });
    return hits;
}

} // namespace vitrine
