#include "content/page/kinds/papers/VenueReader.h"

#include "content/page/kinds/papers/PaperLines.h"
#include "content/page/kinds/papers/PaperNumbers.h"
#include "content/page/kinds/papers/VenueChoice.h"
#include "content/page/kinds/papers/VenueName.h"
#include "content/page/kinds/papers/VenuePieces.h"
#include "content/page/kinds/papers/VenueSigns.h"
#include "content/page/kinds/papers/VenueWords.h"
#include "content/page/kinds/words/Words.h"

#include <algorithm>

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
        return range.begin < range.end && isVenueText(m_scan, range) && hasDateIn(m_scan, range);
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
            && !onlyDate(m_scan, tag->content))
            m_badge = tag->content;
    }

    void readStretch(ByteRange range, bool byPlace)
    {
        if (range.isEmpty())
            return;
        const std::vector<PhrasePart> pieces = venuePieces(m_scan, range, m_badge);
        if (const std::optional<size_t> chosen = venueAmong(m_scan, pieces, byPlace))
            claimVenue(pieces, *chosen);
    }

    /// What stands first in a line is the venue by its place, whatever it says.
    void readLine(std::optional<ByteRange> line)
    {
        if (!line || line->begin < m_after || line->begin >= m_body.end
            || wordCount(m_scan.shown(*line)) > mostVenueWords)
            return;
        const std::vector<PhrasePart> pieces = venuePieces(m_scan, *line, m_badge);
        if (leadsVenueLine(m_scan, pieces) && !beginsWithLink(m_scan, *line))
            claimVenue(pieces, 0);
    }

    void claimVenue(const std::vector<PhrasePart> &pieces, size_t number)
    {
        const VenueName name = venueNameAt(m_scan, pieces, number);
        m_venue = m_scan.claims.add(FieldId::Venue, name.range);
        if (!m_venue)
            return;
        m_venueRange = name.range;
        claimPaperNumbers(m_scan, {name.range.end, m_body.end});
        for (size_t i = name.lastPiece; i < pieces.size(); ++i)
            claimShort(pieces[i].range);
    }

    /// "**(CVPR) 2025**" behind the venue's name gives its short name once more.
    void claimShort(ByteRange range)
    {
        for (const AtomPair &pair : m_scan.atoms().pairs) {
            if (!pair.isBracket() || !range.contains(pair.range) || m_scan.claims.overlaps(pair.range))
                continue;
            const QByteArray shown = m_scan.shown(pair.content);
            if (isShortVenue(shown) && !isPaperNote(shown) && !hasDateIn(m_scan, pair.content)
                && m_scan.linkAt(pair.content) == nullptr && beginsEmphasis(pair)) {
                m_scan.claims.add(FieldId::Venue, pair.content, Part::Short);
                return;
            }
        }
    }

    bool beginsEmphasis(const AtomPair &bracket) const
    {
        if (bracket.parent < 0)
            return false;
        const AtomPair &parent = m_scan.atoms().pairs[static_cast<size_t>(bracket.parent)];
        return parent.isEmphasis() && m_scan.isWordless({parent.content.begin, bracket.range.begin});
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
        ByteRange name = venueNameIn(m_scan, withoutBlanks(m_scan.bytes(*m_badge)).shifted(m_badge->begin));
        for (const DateMention &date : m_scan.dates()) {
            if (name.contains(date.range) && date.range.begin > name.begin)
                name.end = date.range.begin;
        }
        if (!m_venue)
            m_venue = m_scan.claims.add(FieldId::Venue, name);
        else if (
            (isShortVenue(m_scan.shown(name)) || saysVenue(name)) && !hasDateIn(m_scan, name) && !holdsBracket(name))
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
