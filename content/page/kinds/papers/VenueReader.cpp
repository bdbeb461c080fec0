#include "content/page/kinds/papers/VenueReader.h"

#include "content/page/kinds/papers/PaperLines.h"
#include "content/page/kinds/papers/PaperNumbers.h"
#include "content/page/kinds/papers/VenuePieces.h"
#include "content/page/kinds/papers/VenueWords.h"
#include "content/page/kinds/words/Lexicon.h"
#include "content/page/kinds/words/NameShape.h"
#include "content/page/kinds/words/Words.h"

#include <array>

namespace vitrine {

namespace {

using Part = LayoutNode::Part;

class VenueReader
{
public:
    VenueReader(EntryScan &scan, ByteRange title, ByteRange authors) : m_scan(scan)
    {
        m_body = scan.head();
        m_after = std::max(title.end, authors.end);
        m_before = std::min(title.begin, authors.begin);
        m_between = {std::min(title.end, authors.end), std::max(title.begin, authors.begin)};
    }

    void read()
    {
        findBadge();
        if (m_scan.hints().venueBehindLinks)
            readLine(lineBehindLinks(m_scan));
        if (!m_venue && saysVenueAndDate(m_between))
            readStretch(m_between, false);
        if (!m_venue)
            readStretch({m_after, m_body.end}, true);
        if (!m_venue && m_between.begin < m_between.end)
            readStretch(m_between, false);
        if (!m_venue)
            readStretch({m_body.begin, m_before}, false);
        if (!m_venue && !m_badge && m_scan.breaksBetween(m_after, m_body.end))
            readLine(lineBehind(m_scan, m_after));
        claimBadge();
        claimDate();
    }

private:
    /// True for a venue with its year, which stands between title and authors on some pages.
    bool saysVenueAndDate(ByteRange range) const
    {
        return range.begin < range.end && isVenueText(m_scan, range) && hasDateIn(range);
    }

    void findBadge()
    {
        for (const AtomPair &pair : m_scan.atoms().pairs) {
            const bool badge = pair.kind == AtomPair::Kind::Html && pair.cssClass.contains("badge");
            if (badge && !m_scan.isWordless(pair.content)) {
                m_badge = pair.content;
                return;
            }
        }
        const std::optional<AtomPair> tag = leadingTag(m_scan, m_before);
        if (tag && !m_scan.claims.overlaps(tag->range) && !isPaperNote(m_scan.shown(tag->content))
            && !onlyDate(tag->content))
            m_badge = tag->content;
    }

    bool isResourceLink(ByteRange range) const
    {
        QByteArray outside;
        bool linked = false;
        bool resource = false;
        qsizetype at = range.begin;
        for (const AtomPair &pair : m_scan.atoms().pairs) {
            if (!pair.isLink() || !range.contains(pair.range) || pair.range.begin < at)
                continue;
            linked = true;
            resource = resource || lexicon::resources().isIn(m_scan.shown(pair.content));
            outside += m_scan.shown({at, pair.range.begin});
            at = pair.range.end;
        }
        outside += m_scan.shown({at, range.end});
        return linked && isLiteralText(outside) && (resource || !isVenueText(m_scan, range));
    }

    void readStretch(ByteRange range, bool byPlace)
    {
        if (range.isEmpty())
            return;
        const std::vector<PhrasePart> pieces = venuePieces(m_scan, range, m_badge);
        const auto first = [&](const auto &holds) -> std::optional<size_t> {
            for (size_t i = 0; i < pieces.size(); ++i) {
                if (mayBeVenue(pieces[i]) && holds(i))
                    return i;
            }
            return {};
        };
        const auto isBracket = [&](size_t i) { return pieces[i].type == PhrasePart::Type::Bracket; };
        const auto hasWords = [&](size_t i) {
            return isVenueText(m_scan, pieces[i].range) || isDatedLink(pieces[i].range);
        };
        std::optional<size_t> chosen = first([&](size_t i) { return hasWords(i) && !isBracket(i); });
        if (!chosen && byPlace)
            chosen = first([&](size_t i) { return !isBracket(i) && isDatedLine(pieces, i); });
        if (!chosen)
            chosen = first(hasWords);
        if (!chosen && byPlace)
            chosen = first([&](size_t i) { return standsAsVenue(pieces, i); });
        if (chosen)
            claimVenue(pieces, *chosen);
    }

    /// What stands first in a line is the venue by its place, whatever it says.
    void readLine(std::optional<ByteRange> line)
    {
        if (!line || line->begin < m_after || line->begin >= m_body.end
            || wordCount(m_scan.shown(*line)) > mostVenueWords)
            return;
        const std::vector<PhrasePart> pieces = venuePieces(m_scan, *line, m_badge);
        const bool words = !pieces.empty() && pieces.front().type != PhrasePart::Type::Bracket
            && mayBeVenue(pieces.front()) && !onlyDate(pieces.front().range) && !isSaidOfPaper(pieces.front().range)
            && !beginsWithLink(m_scan, *line);
        if (words)
            claimVenue(pieces, 0);
    }

    bool mayBeVenue(const PhrasePart &piece) const
    {
        return (!isResourceLink(piece.range) || isDatedLink(piece.range)) && !onlyNote(piece) && !isItem(piece.range)
            && !namesMoreAuthors(piece.range);
    }

    /// True where a piece begins with a linked name and its year ("[KNOT 2026](u)"): no resource has one.
    bool isDatedLink(ByteRange range) const { return datedLabel(range).has_value(); }
    std::optional<ByteRange> datedLabel(ByteRange range) const
    {
        for (const AtomPair &pair : m_scan.atoms().pairs) {
            if (pair.isLink() && range.contains(pair.range) && m_scan.isWordless({range.begin, pair.range.begin})
                && !lexicon::resources().isIn(m_scan.shown(pair.content)) && endsInYear(pair.content))
                return pair.content;
        }
        return {};
    }

    /// "SHORT 2026", "2026" alone is none.
    bool endsInYear(ByteRange range) const
    {
        return std::any_of(m_scan.dates().begin(), m_scan.dates().end(), [&](const DateMention &date) {
            return range.contains(date.range) && m_scan.isWordless({date.range.end, range.end})
                && !m_scan.isWordless({range.begin, date.range.begin});
        });
    }

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
    bool isDatedLine(const std::vector<PhrasePart> &pieces, size_t number) const
    {
        const ByteRange range = pieces[number].range;
        if (!beginsLine(range) || onlyDate(range) || m_scan.linkAt(range))
            return false;
        const bool last = number + 1 == pieces.size() || pieces[number + 1].afterBreak
            || m_scan.breaksBetween(range.end, pieces[number + 1].range.begin);
        const bool whole = last && endsInYear(range) && !isPaperNote(m_scan.shown(range))
            && wordCount(m_scan.shown(range)) <= mostVenueWords;
        return whole || (number + 1 < pieces.size() && onlyDate(pieces[number + 1].range));
    }

    /// True where a piece looks like a venue though no word of it says so: a short name, words in emphasis, what stands
    /// before a short name in brackets, behind a word that leads to it, or between title and year.
    bool standsAsVenue(const std::vector<PhrasePart> &pieces, size_t number) const
    {
        const ByteRange range = pieces[number].range;
        if (onlyDate(range) || m_scan.linkAt(range) || goesOnFromWords(pieces, number) || isSaidOfPaper(range))
            return false;
        const QByteArray shown = m_scan.shown(range);
        const qsizetype bracket = shown.indexOf('(');
        const bool beforeShort = (number + 1 < pieces.size() && isBracketedShort(pieces[number + 1].range))
            || (bracket > 0 && isBracketedShort(shown.mid(bracket)));
        const size_t next = number == 0 ? behindNumbers(pieces) : pieces.size();
        const bool beforeYear = next < pieces.size() && onlyDate(pieces[next].range) && !pieces[1].afterBreak;
        // "**(Best Paper)**" is said of the paper, whatever its words.
        const bool remark = shown.trimmed().startsWith('(') && !isBracketedShort(shown);
        if ((isStyled(range) && !remark) || isLedTo(m_scan, range) || beforeYear)
            return true;
        return (isShortVenue(shown) || beforeShort) && !isLastName(shown.trimmed());
    }

    /// The first piece behind the first one that does not only count: "Letters, vol. 3, pp. 5-7, 2020".
    size_t behindNumbers(const std::vector<PhrasePart> &pieces) const
    {
        size_t at = 1;
        while (at < pieces.size() && isNumber(m_scan.shown(pieces[at].range)) && !onlyDate(pieces[at].range))
            ++at;
        return at;
    }

    /// "588", "pp. 5-7", "vol. 3 no. 2".
    static bool isNumber(const QByteArray &shown)
    {
        const std::vector<QByteArray> words = wordsOf(shown);
        return std::all_of(words.begin(), words.end(), [](const QByteArray &word) {
            return isdigit(static_cast<unsigned char>(word[0])) != 0 || hasDetails(word);
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
    bool goesOnFromWords(const std::vector<PhrasePart> &pieces, size_t number) const
    {
        if (number == 0 || pieces[number].type != PhrasePart::Type::Bracket)
            return false;
        const ByteRange before = pieces[number - 1].range;
        const QByteArrayView between = m_scan.bytes({before.end, pieces[number].range.begin});
        const bool near = std::all_of(between.begin(), between.end(), [](char c) { return c == ' '; });
        return near && pieces[number - 1].type != PhrasePart::Type::Bracket && !onlyDate(before)
            && wordCount(m_scan.shown(before)) > 0;
    }

    bool beginsLine(ByteRange range) const
    {
        qsizetype at = range.begin;
        while (at > 0 && strchr(" \t", m_scan.text()[at - 1]))
            --at;
        return at > 0 && m_scan.text()[at - 1] == '\n';
    }

    ByteRange withoutTail(ByteRange range) const
    {
        while (!range.isEmpty() && strchr(" ,.:;\n", m_scan.text()[range.end - 1]))
            --range.end;
        return range;
    }

    /// Words that stand in one emphasis.
    bool isStyled(ByteRange range) const
    {
        range = withoutTail(range);
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
            && (piece.type == PhrasePart::Type::Bracket || !hasDateIn(piece.range))
            && !kinds.isIn(m_scan.shown(piece.range));
    }

    bool hasDateIn(ByteRange range) const
    {
        return std::any_of(m_scan.dates().begin(), m_scan.dates().end(), [&](const DateMention &date) {
            return range.contains(date.range);
        });
    }

    bool onlyDate(ByteRange range) const
    {
        return std::any_of(m_scan.dates().begin(), m_scan.dates().end(), [&](const DateMention &date) {
            return range.contains(date.range) && m_scan.isWordless({range.begin, date.range.begin})
                && m_scan.isWordless({date.range.end, range.end});
        });
    }

    /// "(SHORT)" or "**(SHORT) 2024**".
    bool isBracketedShort(ByteRange range) const { return isBracketedShort(m_scan.shown(range)); }
    static bool isBracketedShort(const QByteArray &text)
    {
        const QByteArray shown = text.trimmed();
        const qsizetype close = shown.indexOf(')');
        return shown.startsWith('(') && close > 0 && isShortVenue(shown.mid(1, close - 1))
            && !isPaperNote(shown.left(close));
    }

    /// A venue's name may hold commas: "Conference on Sensing, Control, and Networks". The last of such a list has the
    /// "and"; nothing but topics of a few words stands before it.
    size_t endOfTopics(const std::vector<PhrasePart> &pieces, size_t number) const
    {
        constexpr size_t mostTopics = 4;
        constexpr size_t mostWords = 4;
        const QByteArray first = m_scan.shown(pieces[number].range);
        if (!first.contains(" on ") && !first.contains(" of "))
            return number;
        for (size_t i = number + 1; i < std::min(pieces.size(), number + 1 + mostTopics); ++i) {
            const QByteArray shown = m_scan.shown(pieces[i].range).trimmed();
            const std::vector<QByteArray> words = wordsOf(shown);
            const auto joint = std::find(words.begin(), words.end(), QByteArrayView("and"));
            const bool last = joint != words.end() && joint + 1 != words.end();
            const bool topic = !words.empty() && words.size() <= mostWords + (last ? 2 : 0)
                && pieces[i].type == PhrasePart::Type::Words && !pieces[i].afterBreak && !hasDateIn(pieces[i].range)
                && !isPaperNote(shown) && !hasDetails(shown) && (last || isupper(static_cast<unsigned char>(shown[0])));
            if (!topic || isResourceLink(pieces[i].range))
                return number;
            if (last)
                return i;
        }
        return number;
    }

    /// A venue's name may hold commas ("Acoustics, Speech and Signal Processing (ICASSP)"): it goes on to the part that
    /// has its short name.
    size_t lastPart(const std::vector<PhrasePart> &pieces, size_t number) const
    {
        for (size_t i = number + 1; i < std::min(pieces.size(), number + 5); ++i) {
            const QByteArray shown = m_scan.shown(pieces[i].range);
            if (isBracketedShort(shown))
                return i - 1;
            const qsizetype open = shown.indexOf('(');
            if (open > 0 && isBracketedShort(shown.mid(open)) && !hasDateBeforeBracket(pieces[i].range))
                return i;
            const bool other = hasDateIn(pieces[i].range) || isPaperNote(shown) || hasDetails(shown)
                || pieces[i].afterBreak || pieces[i].type == PhrasePart::Type::Bracket
                || isResourceLink(pieces[i].range);
            if (other)
                break;
        }
        return endOfTopics(pieces, number);
    }

    /// "2024. (SHORT)": behind the year the venue's name is over.
    bool hasDateBeforeBracket(ByteRange range) const
    {
        for (const AtomPair &pair : m_scan.atoms().pairs) {
            if (pair.isBracket() && range.contains(pair.range))
                return hasDateIn({range.begin, pair.range.begin});
        }
        return false;
    }

    static bool hasDetails(const QByteArray &shown)
    {
        static const WordSet details{"vol", "no", "pp", "pages", "volume", "issue"};
        return details.isIn(shown);
    }

    void claimVenue(const std::vector<PhrasePart> &pieces, size_t number)
    {
        const std::optional<ByteRange> label = datedLabel(pieces[number].range);
        ByteRange range = inner(label ? *label : withoutTail(pieces[number].range));
        range.begin += leads(range);
        const size_t last = label ? number : lastPart(pieces, number);
        if (last > number)
            range.end = pieces[last].range.end;
        number = last;
        // "Name (SHORT)": the short name in brackets belongs to the venue.
        if (!label && number + 1 < pieces.size() && pieces[number + 1].type == PhrasePart::Type::Bracket) {
            const ByteRange bracket = pieces[number + 1].range;
            const QByteArray shown = m_scan.shown(bracket);
            const bool near = m_scan.isWordless({range.end, bracket.begin})
                && m_scan.bytes({range.end, bracket.begin}).trimmed().isEmpty();
            if (near && isShortVenue(shown.mid(1)) && !isPaperNote(shown) && !m_scan.claims.overlaps(bracket))
                range.end = bracket.end;
        }
        const ByteRange name = nameOf(range);
        m_venue = m_scan.claims.add(FieldId::Venue, name);
        if (!m_venue)
            return;
        m_venueRange = name;
        claimPaperNumbers(m_scan, {name.end, m_body.end});
        for (size_t i = number; i < pieces.size(); ++i)
            claimShort(pieces[i].range);
    }

    /// The content of the brackets or emphasis that hold all of a range.
    ByteRange inner(ByteRange range) const
    {
        for (const AtomPair &pair : m_scan.atoms().pairs) {
            if (pair.range == range && !pair.content.isEmpty())
                range = withoutBlanks(m_scan.bytes(pair.content)).shifted(pair.content.begin);
        }
        return range;
    }

    qsizetype leads(ByteRange range) const
    {
        qsizetype length = 0;
        while (const qsizetype lead = venueLeadAt(m_scan.bytes({range.begin + length, range.end})))
            length += lead;
        return length < range.size() ? length : 0;
    }

    /// A venue without the year and notes after it and without a last run in another style.
    ByteRange nameOf(ByteRange range) const
    {
        const int base = m_scan.pairAround(range);
        for (const AtomPair &pair : m_scan.atoms().pairs) {
            // A link behind the name leads to something else.
            const bool leads = pair.isLink() && range.contains(pair.range) && pair.range.begin > range.begin;
            if (leads && !m_scan.isWordless({range.begin, pair.range.begin})) {
                range.end = pair.range.begin;
                break;
            }
        }
        for (const AtomPair &pair : m_scan.atoms().pairs) {
            const bool style = pair.parent == base && range.contains(pair.range) && pair.isEmphasis();
            if (style && pair.range.begin > range.begin && !m_scan.isWordless({range.begin, pair.range.begin}))
                range.end = pair.range.begin;
            else if (style && pair.range.begin == range.begin && !m_scan.isWordless({pair.range.end, range.end}))
                return nameOf(pair.content);
        }
        for (const DateMention &date : m_scan.dates()) {
            const AtomPair *around = date.pair < 0 ? nullptr : &m_scan.atoms().pairs[static_cast<size_t>(date.pair)];
            const bool inBracket = around && around->isBracket() && range.contains(around->range);
            if (!range.contains(date.range) || inBracket || m_scan.isWordless({range.begin, date.range.begin}))
                continue;
            const ByteRange rest{date.range.end, range.end};
            const QByteArray shown = rest.isEmpty() ? QByteArray() : m_scan.shown(rest);
            const bool between = m_scan.bytes({range.begin, date.range.begin}).trimmed().endsWith(',')
                && shown.trimmed().startsWith(',');
            if (rest.isEmpty() || isLiteralText(shown) || isPaperNote(shown) || between) {
                range.end = date.range.begin;
                break;
            }
        }
        while (!range.isEmpty() && strchr(" ,.:;'\n-", m_scan.text()[range.end - 1]))
            --range.end;
        return range;
    }

    bool beginsEmphasis(const AtomPair &bracket) const
    {
        if (bracket.parent < 0)
            return false;
        const AtomPair &parent = m_scan.atoms().pairs[static_cast<size_t>(bracket.parent)];
        return parent.isEmphasis() && m_scan.isWordless({parent.content.begin, bracket.range.begin});
    }

    /// "**(CVPR) 2025**" behind the venue's name gives its short name once more.
    void claimShort(ByteRange range)
    {
        for (const AtomPair &pair : m_scan.atoms().pairs) {
            if (!pair.isBracket() || !range.contains(pair.range) || m_scan.claims.overlaps(pair.range))
                continue;
            const QByteArray shown = m_scan.shown(pair.content);
            if (isShortVenue(shown) && !isPaperNote(shown) && !hasDateIn(pair.content)
                && m_scan.linkAt(pair.content) == nullptr && beginsEmphasis(pair)) {
                m_scan.claims.add(FieldId::Venue, pair.content, Part::Short);
                return;
            }
        }
    }

    /// The date nearest behind the venue, else the last one that is free.
    void claimDate()
    {
        const DateMention *best = nullptr;
        for (const DateMention &date : m_scan.dates()) {
            if (m_scan.claims.overlaps(date.range) || (m_badge && m_badge->contains(date.range)))
                continue;
            if (date.period() && date.date.edtf.size() > 10)
                continue;
            if (isInResource(date))
                continue;
            const bool behind = m_venue && date.range.begin >= m_venueRange.end;
            if (behind) {
                best = &date;
                break;
            }
            best = &date;
        }
        if (best)
            m_scan.claims.add(FieldId::Date, best->range);
        claimBadgeDate(best);
    }

    bool isInResource(const DateMention &date) const
    {
        for (int pair = date.pair; pair >= 0; pair = m_scan.atoms().pairs[static_cast<size_t>(pair)].parent) {
            if (m_scan.atoms().pairs[static_cast<size_t>(pair)].isLink()
                && !isVenueText(m_scan, m_scan.atoms().pairs[static_cast<size_t>(pair)].content))
                return true;
        }
        return false;
    }

    void claimBadge()
    {
        if (!m_badge)
            return;
        ByteRange name = nameOf(withoutBlanks(m_scan.bytes(*m_badge)).shifted(m_badge->begin));
        for (const DateMention &date : m_scan.dates()) {
            if (name.contains(date.range) && date.range.begin > name.begin)
                name.end = date.range.begin;
        }
        if (!m_venue)
            m_venue = m_scan.claims.add(FieldId::Venue, name);
        else if ((isShortVenue(m_scan.shown(name)) || saysVenue(name)) && !hasDateIn(name) && !holdsBracket(name))
            m_scan.claims.add(FieldId::Venue, name, Part::Short);
    }

    bool holdsBracket(ByteRange range) const
    {
        return std::any_of(m_scan.atoms().pairs.begin(), m_scan.atoms().pairs.end(), [range](const AtomPair &pair) {
            return pair.isBracket() && range.contains(pair.range);
        });
    }

    /// True for the venue's name once more.
    bool saysVenue(ByteRange name) const
    {
        const std::optional<ByteRange> venue = m_scan.claims.rangeOf(FieldId::Venue);
        return venue && m_scan.bytes(*venue) == m_scan.bytes(withoutBlanks(m_scan.bytes(name)).shifted(name.begin));
    }

    void claimBadgeDate(const DateMention *body)
    {
        if (!m_badge)
            return;
        for (const DateMention &date : m_scan.dates()) {
            if (!m_badge->contains(date.range) || m_scan.claims.overlaps(date.range))
                continue;
            if (!body)
                m_scan.claims.add(FieldId::Date, date.range);
            else if (body->date.edtf == date.date.edtf)
                m_scan.claims.add(FieldId::Date, date.range, Part::Again);
            return;
        }
    }

    EntryScan &m_scan;
    ByteRange m_body, m_between;
    qsizetype m_after = 0, m_before = 0;
    std::optional<ByteRange> m_badge;
    bool m_venue = false;
    ByteRange m_venueRange;
};

} // namespace

void readVenue(EntryScan &scan, ByteRange title, ByteRange authors)
{
    VenueReader(scan, title, authors).read();
}

} // namespace vitrine
