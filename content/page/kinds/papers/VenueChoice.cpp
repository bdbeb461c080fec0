#include "content/page/kinds/papers/VenueChoice.h"

#include "content/page/kinds/papers/PaperLines.h"
#include "content/page/kinds/papers/VenueSigns.h"
#include "content/page/kinds/papers/VenueWords.h"
#include "content/page/kinds/words/NameShape.h"
#include "content/page/kinds/words/WordSet.h"
#include "content/page/kinds/words/Words.h"

#include <algorithm>
#include <array>

namespace vitrine {

namespace {

class VenueChoice
{
public:
    VenueChoice(const EntryScan &scan, const std::vector<PhrasePart> &pieces) : m_scan(scan), m_pieces(pieces) { }

    std::optional<size_t> choose(bool byPlace) const
    {
        const auto first = [&](const auto &holds) -> std::optional<size_t> {
            for (size_t i = 0; i < m_pieces.size(); ++i) {
                if (mayBeVenue(m_pieces[i]) && holds(i))
                    return i;
            }
            return {};
        };
        const auto isBracket = [&](size_t i) { return m_pieces[i].type == PhrasePart::Type::Bracket; };
        const auto hasWords = [&](size_t i) {
            return isVenueText(m_scan, m_pieces[i].range) || isDatedLink(m_pieces[i].range);
        };
        std::optional<size_t> chosen = first([&](size_t i) { return hasWords(i) && !isBracket(i); });
        if (!chosen && byPlace)
            chosen = first([&](size_t i) { return !isBracket(i) && isDatedLine(i); });
        if (!chosen)
            chosen = first(hasWords);
        if (!chosen && byPlace)
            chosen = first([&](size_t i) { return standsAsVenue(i); });
        return chosen;
    }

    bool leadsLine() const
    {
        return !m_pieces.empty() && m_pieces.front().type != PhrasePart::Type::Bracket && mayBeVenue(m_pieces.front())
            && !onlyDate(m_scan, m_pieces.front().range) && !isSaidOfPaper(m_pieces.front().range);
    }

private:
    bool mayBeVenue(const PhrasePart &piece) const
    {
        return (!isResourceLink(m_scan, piece.range) || isDatedLink(piece.range)) && !onlyNote(piece)
            && !isItem(piece.range) && !namesMoreAuthors(piece.range);
    }

    bool isDatedLink(ByteRange range) const { return datedLabel(m_scan, range).has_value(); }

    /// "2 More Authors", which unfolds a row of names.
    bool namesMoreAuthors(ByteRange range) const
    {
        static const WordSet words{"more authors", "more author"};
        return words.isIn(m_scan.shown(range));
    }

    /// True for an item of a list inside a paper box: what is said of the paper.
    bool isItem(ByteRange range) const
    {
        if (m_scan.entry().container != Container::Box)
            return false;
        const qsizetype line = range.begin == 0 ? 0 : m_scan.text().lastIndexOf('\n', range.begin - 1) + 1;
        const QByteArrayView begin = m_scan.bytes({line, range.begin}).trimmed();
        return begin.size() > 0 && strchr("-*+", begin[0]) && (begin.size() == 1 || begin[1] == ' ');
    }

    /// A line that a date ends, behind a comma or not.
    bool isDatedLine(size_t number) const
    {
        const ByteRange range = m_pieces[number].range;
        if (!beginsLine(range) || onlyDate(m_scan, range) || m_scan.linkAt(range))
            return false;
        const bool last = number + 1 == m_pieces.size() || m_pieces[number + 1].afterBreak
            || m_scan.breaksBetween(range.end, m_pieces[number + 1].range.begin);
        const bool whole = last && endsInYear(m_scan, range) && !isPaperNote(m_scan.shown(range))
            && wordCount(m_scan.shown(range)) <= mostVenueWords;
        return whole || (number + 1 < m_pieces.size() && onlyDate(m_scan, m_pieces[number + 1].range));
    }

    /// True where a piece looks like a venue though no word of it says so: a short name, words in emphasis, what stands
    /// before a short name in brackets, behind a word that leads to it, or between title and year.
    bool standsAsVenue(size_t number) const
    {
        const ByteRange range = m_pieces[number].range;
        if (onlyDate(m_scan, range) || m_scan.linkAt(range) || goesOnFromWords(number) || isSaidOfPaper(range))
            return false;
        const QByteArray shown = m_scan.shown(range);
        const qsizetype bracket = shown.indexOf('(');
        const bool beforeShort =
            (number + 1 < m_pieces.size() && isBracketedShort(m_scan.shown(m_pieces[number + 1].range)))
            || (bracket > 0 && isBracketedShort(shown.mid(bracket)));
        const size_t next = number == 0 ? behindNumbers() : m_pieces.size();
        const bool beforeYear =
            next < m_pieces.size() && onlyDate(m_scan, m_pieces[next].range) && !m_pieces[1].afterBreak;
        // "**(Best Paper)**" is said of the paper, whatever its words.
        const bool remark = shown.trimmed().startsWith('(') && !isBracketedShort(shown);
        if ((isStyled(range) && !remark) || isLedTo(m_scan, range) || beforeYear)
            return true;
        return (isShortVenue(shown) || beforeShort) && !isLastName(shown.trimmed());
    }

    /// The first piece behind the first one that does not only count: "Letters, vol. 3, pp. 5-7, 2020".
    size_t behindNumbers() const
    {
        size_t at = 1;
        while (at < m_pieces.size() && isNumber(m_scan.shown(m_pieces[at].range))
               && !onlyDate(m_scan, m_pieces[at].range))
            ++at;
        return at;
    }

    /// "588", "pp. 5-7", "vol. 3 no. 2".
    static bool isNumber(const QByteArray &shown)
    {
        const std::vector<QByteArray> words = wordsOf(shown);
        return std::all_of(words.begin(), words.end(), [](const QByteArray &word) {
            return isdigit(static_cast<unsigned char>(word[0])) != 0 || hasPaperDetails(word);
        });
    }

    /// "Ada King", "and Ada King."
    static bool isLastName(QByteArray shown)
    {
        if (shown.startsWith("and "))
            shown.remove(0, 4);
        if (shown.endsWith('.'))
            shown.chop(1);
        return isNameShaped(shown);
    }

    /// What a cup or a medal stands before in its line is a prize; what a mark does tells of the authors.
    bool isSaidOfPaper(ByteRange range) const
    {
        const QByteArray shown = m_scan.shown(range).trimmed();
        if (shown.startsWith('*') || shown.startsWith("\342\200\240") || shown.startsWith('#'))
            return true;
        const qsizetype line = range.begin == 0 ? 0 : m_scan.text().lastIndexOf('\n', range.begin - 1) + 1;
        const QByteArrayView text = m_scan.bytes({line, range.end});
        static constexpr std::array<const char *, 5> cups{
            "\360\237\217\206", "\360\237\217\205", "\360\237\245\207", "\360\237\216\226", "\360\237\217\265"};
        return std::any_of(
            cups.begin(), cups.end(), [text](const char *cup) { return text.contains(QByteArrayView(cup)); });
    }

    /// True for brackets right behind words that are no field: both are one phrase ("Learning with [MASK]").
    bool goesOnFromWords(size_t number) const
    {
        if (number == 0 || m_pieces[number].type != PhrasePart::Type::Bracket)
            return false;
        const ByteRange before = m_pieces[number - 1].range;
        const QByteArrayView between = m_scan.bytes({before.end, m_pieces[number].range.begin});
        const bool near = std::all_of(between.begin(), between.end(), [](char c) { return c == ' '; });
        return near && m_pieces[number - 1].type != PhrasePart::Type::Bracket && !onlyDate(m_scan, before)
            && wordCount(m_scan.shown(before)) > 0;
    }

    bool beginsLine(ByteRange range) const
    {
        qsizetype at = range.begin;
        while (at > 0 && strchr(" \t", m_scan.text()[at - 1]))
            --at;
        return at > 0 && m_scan.text()[at - 1] == '\n';
    }

    /// Words that stand in one emphasis.
    bool isStyled(ByteRange range) const
    {
        range = withoutTail(m_scan, range);
        return std::any_of(m_scan.atoms().pairs.begin(), m_scan.atoms().pairs.end(), [&](const AtomPair &pair) {
            return pair.range == range && pair.isEmphasis() && wordCount(m_scan.shown(range)) <= 16;
        });
    }

    bool onlyNote(const PhrasePart &piece) const
    {
        static const WordSet kinds{"conference", "journal", "transactions", "proceedings"};
        if (isStateOfPaper(m_scan.shown(piece.range)))
            return true;
        return isPaperNote(m_scan.shown(piece.range))
            && (piece.type == PhrasePart::Type::Bracket || !hasDateIn(m_scan, piece.range))
            && !kinds.isIn(m_scan.shown(piece.range));
    }

    const EntryScan &m_scan;
    const std::vector<PhrasePart> &m_pieces;
};

} // namespace

std::optional<size_t> venueAmong(const EntryScan &scan, const std::vector<PhrasePart> &pieces, bool byPlace)
{
    return VenueChoice(scan, pieces).choose(byPlace);
}

bool leadsVenueLine(const EntryScan &scan, const std::vector<PhrasePart> &pieces)
{
    return VenueChoice(scan, pieces).leadsLine();
}

} // namespace vitrine
