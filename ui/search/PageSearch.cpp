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

/// Tells for places that come in page order what they stand in.
class Places
{
public:
    explicit Places(const Page &page) : m_page(page)
    {
        const std::vector<Section> &sections = page.outline().sections;
        for (int s = 0; s < static_cast<int>(sections.size()); ++s) {
            const std::vector<Entry> &entries = sections[static_cast<size_t>(s)].entries;
            for (int e = 0; e < static_cast<int>(entries.size()); ++e)
                m_entries.push_back({entries[static_cast<size_t>(e)].outerRange, {s, e}});
        }
        std::sort(m_entries.begin(), m_entries.end(), [](const Place &a, const Place &b) {
            return a.range.begin < b.range.begin;
        });
    }

    SearchHit hitAt(ByteRange range)
    {
        if (range.end <= m_page.frontMatter().range.end)
            return {SearchHit::Where::Settings, {}, range};
        while (m_entry + 1 < m_entries.size() && m_entries[m_entry + 1].range.begin <= range.begin)
            ++m_entry;
        if (m_entry < m_entries.size() && m_entries[m_entry].range.contains(range))
            return {SearchHit::Where::Entry, m_entries[m_entry].ref, range};
        const std::vector<Section> &sections = m_page.outline().sections;
        while (m_section + 1 < sections.size() && sections[m_section + 1].range.begin <= range.begin)
            ++m_section;
        if (sections.empty())
            return {SearchHit::Where::Text, {}, range};
        const bool inTitle = sections[m_section].headingRange.contains(range);
        return {inTitle ? SearchHit::Where::Heading : SearchHit::Where::Text, {static_cast<int>(m_section), -1}, range};
    }

private:
    struct Place
    {
        ByteRange range;
        EntryRef ref;
    };
    const Page &m_page;
    std::vector<Place> m_entries; ///< in page order
    size_t m_entry = 0;
    size_t m_section = 0;
};

} // namespace

QList<SearchHit> searchPage(const Page &page, const QString &words)
{
    QList<SearchHit> hits;
    const QByteArray utf8 = words.toUtf8();
    const QString wanted = fold(utf8, 0).text;
    if (wanted.isEmpty())
        return hits;
    const Folded folded = fold(page.text(), 0);
    Places places(page);
    for (qsizetype at = folded.text.indexOf(wanted); at >= 0; at = folded.text.indexOf(wanted, at + wanted.size())) {
        const size_t begin = static_cast<size_t>(at);
        const size_t end = begin + static_cast<size_t>(wanted.size());
        hits.append(places.hitAt({folded.offsets[begin], folded.offsets[end]}));
    }
    return hits;
}

QList<SearchHit> firstOfEachRow(const Page &page, const QList<SearchHit> &hits)
{
    QList<SearchHit> rows;
    const auto sameRow = [&page](const SearchHit &a, const SearchHit &b) {
        if (a.where != b.where || a.entry != b.entry)
            return false;
        const bool wholeRow = a.where == SearchHit::Where::Entry || a.where == SearchHit::Where::Heading;
        const QByteArrayView text(page.text());
        return wholeRow || !text.sliced(a.range.begin, b.range.begin - a.range.begin).contains('\n');
    };
    for (const SearchHit &hit : hits) {
        if (rows.isEmpty() || !sameRow(rows.constLast(), hit))
            rows.append(hit);
    }
    return rows;
}

QString wordsAround(const Page &page, const SearchHit &hit)
{
    constexpr qsizetype around = 48; // bytes
    ByteRange room{0, page.text().size()};
    if (hit.where == SearchHit::Where::Entry) {
        room = page.entry(hit.entry).range;
    } else {
        room.begin = page.text().lastIndexOf('\n', hit.range.begin - 1) + 1;
        const qsizetype lineEnd = page.text().indexOf('\n', hit.range.end);
        room.end = lineEnd < 0 ? room.end : lineEnd;
    }
    const ByteRange shown{
        std::max(room.begin, hit.range.begin - around),
        std::min(room.end, std::max(hit.range.end, hit.range.begin + around))};
    QString words = QString::fromUtf8(page.text(shown)).simplified();
    // A cut may fall into the middle of a letter.
    words.remove(QChar::ReplacementCharacter);
    if (shown.begin > room.begin)
        words.prepend(QChar(0x2026));
    return shown.end < room.end ? words + QChar(0x2026) : words;
}

} // namespace vitrine
