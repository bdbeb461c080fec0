#include "content/page/kinds/papers/PaperNumbers.h"

#include "content/page/kinds/words/Words.h"

namespace vitrine {

namespace {

class NumberReader
{
public:
    NumberReader(EntryScan &scan, ByteRange rest) : m_scan(scan), m_rest(rest) { }

    void claim()
    {
        ByteRange line = m_rest;
        while (line.end > line.begin && m_scan.bytes(line).contains('\n'))
            line.end = line.begin + m_scan.bytes(line).indexOf('\n');
        claimCompact(line);
        claimVolume(line);
        for (const Atom &atom : m_scan.atoms().atoms) {
            if (atom.type != Atom::Type::Text || !m_rest.overlaps(atom.range))
                continue;
            const ByteRange part{std::max(atom.range.begin, m_rest.begin), std::min(atom.range.end, m_rest.end)};
            claimNumber(part, {"vol. ", "Vol. ", "vol.", "Volume ", "volume "}, FieldId::Volume);
            claimNumber(part, {"no. ", "No. ", "no.", "Issue ", "issue "}, FieldId::Issue);
            claimNumber(part, {"pp. ", "pp.", "pages ", "Pages ", "p. "}, FieldId::Pages);
        }
    }

private:
    /// True where a number is followed by no more of it: the end, or a stop.
    static bool endsNumber(QByteArrayView text, qsizetype end)
    {
        return end >= text.size() || strchr(".,; ", text[end]) != nullptr;
    }

    /// "3(2): 106-116" and "3: 106-116" behind a journal's name; also one page.
    void claimCompact(ByteRange part)
    {
        if (m_scan.claims.has(FieldId::Volume) || m_scan.claims.has(FieldId::Pages))
            return;
        const QByteArrayView text = m_scan.bytes(part);
        const auto digits = [&](qsizetype at) {
            qsizetype end = at;
            while (end < text.size() && (isdigit(static_cast<unsigned char>(text[end])) != 0))
                ++end;
            return end;
        };
        for (qsizetype at = 0; at < text.size(); at = std::max(digits(at), at + 1)) {
            const bool begin = isdigit(static_cast<unsigned char>(text[at])) != 0
                && (at == 0 || !isWordCharacter(static_cast<unsigned char>(text[at - 1])));
            const qsizetype volume = begin ? digits(at) : at;
            constexpr qsizetype mostDigits = 4;
            if (volume == at || volume - at > mostDigits)
                continue;
            qsizetype next = volume;
            while (next < text.size() && text[next] == ' ')
                ++next;
            const bool year = isYear(ByteRange{at, volume}.shifted(part.begin));
            ByteRange issue;
            if (next < text.size() && text[next] == '(') {
                issue = {next + 1, digits(next + 1)};
                if (issue.isEmpty() || issue.end >= text.size() || text[issue.end] != ')')
                    continue;
                next = issue.end + 1;
            }
            if (next >= text.size() || !(text[next] == ':' || (!issue.isEmpty() && text[next] == ',')))
                continue;
            ++next;
            while (next < text.size() && text[next] == ' ')
                ++next;
            const qsizetype first = digits(next);
            const qsizetype dash = first < text.size() && text[first] == '-' ? 1
                : text.sliced(first).startsWith("–")                         ? 3
                                                                             : 0;
            const qsizetype last = digits(first + dash);
            const bool single = dash == 0 && endsNumber(text, first)
                && (!issue.isEmpty() || (text.first(at).endsWith(", ") && (year || volume - at < mostDigits)));

            if (first == next || (dash == 0 ? !single : last == first + dash))
                continue;
            // "2025: 31-41": a year counts no volume.
            if (!year)
                m_scan.claims.add(FieldId::Volume, ByteRange{at, volume}.shifted(part.begin));
            if (!issue.isEmpty())
                m_scan.claims.add(FieldId::Issue, issue.shifted(part.begin));
            m_scan.claims.add(FieldId::Pages, ByteRange{next, last}.shifted(part.begin));
            return;
        }
    }

    /// "Letters, 588, pp. 5-7": a number right behind the venue's name and before pages is the volume.
    void claimVolume(ByteRange line)
    {
        constexpr qsizetype mostDigits = 4;
        const QByteArrayView text = m_scan.bytes(line);
        qsizetype begin = 0;
        while (begin < text.size() && strchr(",* _", text[begin]))
            ++begin;
        qsizetype end = begin;
        while (end < text.size() && isdigit(static_cast<unsigned char>(text[end])) != 0)
            ++end;
        const QByteArrayView rest = text.sliced(end);
        const bool pages = rest.startsWith(", pp") || rest.startsWith(", p.") || rest.startsWith(", pages");
        const ByteRange number = ByteRange{begin, end}.shifted(line.begin);
        if (begin == 0 || number.isEmpty() || end - begin > mostDigits || !pages || isYear(number)
            || m_scan.claims.has(FieldId::Volume))
            return;
        m_scan.claims.add(FieldId::Volume, number);
    }

    bool isYear(ByteRange number) const
    {
        return std::any_of(m_scan.dates().begin(), m_scan.dates().end(), [number](const DateMention &date) {
            return date.range == number;
        });
    }

    void claimNumber(ByteRange part, std::initializer_list<const char *> words, FieldId field)
    {
        const QByteArrayView text = m_scan.bytes(part);
        for (const char *word : words) {
            const qsizetype at = text.indexOf(QByteArrayView(word));
            if (at < 0 || (at > 0 && isWordCharacter(static_cast<unsigned char>(text[at - 1]))))
                continue;
            const qsizetype begin = at + static_cast<qsizetype>(qstrlen(word));
            qsizetype end = begin;
            while (end < text.size()
                   && (isdigit(static_cast<unsigned char>(text[end])) || strchr("-:", text[end])
                       || text.sliced(end).startsWith("–")))
                end += text.sliced(end).startsWith("–") ? 3 : 1;
            if (end > begin && !m_scan.claims.has(field))
                m_scan.claims.add(field, {part.begin + begin, part.begin + end});
            else if (!m_scan.claims.has(field) && QByteArrayView(word).endsWith(". "))
                claimWords(part.begin + begin, field);
            return;
        }
    }

    /// What is no number is told by its place: up to the next comma ("vol. Autumn, ").
    void claimWords(qsizetype begin, FieldId field)
    {
        constexpr size_t mostWords = 6;
        qsizetype end = begin;
        while (end < m_rest.end && !strchr(",;\n", m_scan.text()[end]))
            ++end;
        const ByteRange words{begin, end};
        if (wordCount(m_scan.bytes(words)) <= mostWords)
            m_scan.claims.add(field, words);
    }

    EntryScan &m_scan;
    ByteRange m_rest; ///< behind the venue
};

} // namespace

void claimPaperNumbers(EntryScan &scan, ByteRange behindVenue)
{
    NumberReader(scan, behindVenue).claim();
}

} // namespace vitrine
