#include "content/page/kinds/siblings/EntryPattern.h"

#include "content/page/kinds/layouts/Leftovers.h"
#include "content/page/kinds/siblings/SiblingTemplates.h"
#include "content/page/kinds/words/Lexicon.h"
#include "content/page/kinds/words/Words.h"

#include <algorithm>
#include <array>
#include <cstring>

namespace vitrine {

namespace {

using Piece = EntryPattern::Piece;
using Type = Piece::Type;

/// More tries than an entry of people needs; what needs more fits no pattern.
constexpr int mostTries = 2000;

bool isBlank(char c)
{
    return c == ' ' || c == '\t' || c == '\r' || c == '\n';
}

/// The end of a literal that begins at `at`, its blanks of any length; nothing when it does not.
std::optional<qsizetype> literalAt(const QByteArray &text, qsizetype at, qsizetype end, QByteArrayView literal)
{
    for (const char c : literal) {
        if (at >= end || (c == ' ' ? !isBlank(text[at]) : text[at] != c))
            return {};
        ++at;
        while (c == ' ' && at < end && isBlank(text[at]))
            ++at;
    }
    return at;
}

/// The end of the first such literal from `at` on; nothing when there is none.
std::optional<qsizetype> nextLiteral(const QByteArray &text, qsizetype at, qsizetype end, QByteArrayView literal)
{
    for (; at < end; ++at) {
        if (const auto found = literalAt(text, at, end, literal))
            return found;
    }
    return {};
}

/// The words by which a field is known; nothing for those that words do not tell.
const WordSet *wordsFor(FieldId field)
{
    switch (field) {
    case FieldId::StudyType:
        return &lexicon::degrees();
    case FieldId::Institution:
        return &lexicon::schools();
    case FieldId::Position:
        return &lexicon::positions();
    case FieldId::Organization:
    case FieldId::Awarder:
        return &lexicon::organizations();
    case FieldId::Venue:
        return &lexicon::venues();
    case FieldId::Area:
        return &lexicon::subjects();
    case FieldId::Role:
        return &lexicon::teachingRoles();
    default:
        return nullptr;
    }
}

/// True where the words of a text are those of the field.
bool saysSo(const EntryScan &scan, ByteRange range, FieldId field)
{
    if (field == FieldId::Location)
        return lexicon::places().contains(scan.shown(range).trimmed());
    const WordSet *words = wordsFor(field);
    return words && words->isIn(scan.shown(range));
}

/// True for the names of people's bodies and events: short, and no place.
bool isName(FieldId field)
{
    return field == FieldId::Institution || field == FieldId::Organization || field == FieldId::Awarder
        || field == FieldId::Event || field == FieldId::Location;
}

/// True where a reading knows a field by its words, not by its place alone.
bool isTold(const EntryScan &scan, const Claim &claim)
{
    if (scan.claims.isUnsplit(claim.field))
        return false;
    return !wordsFor(claim.field) || saysSo(scan, claim.range, claim.field);
}

/// True for fields that their place tells; notes and summaries may stand anywhere.
bool isPlaced(FieldId field)
{
    return field != FieldId::Note && field != FieldId::Summary && schemaOf(field).type == ValueType::Line;
}

/// A field of a career that was taken for what it is by its place alone.
bool isGuess(const EntryScan &scan, const Claim &claim)
{
    return isPlaced(claim.field) && claim.field != FieldId::Venue && !isTold(scan, claim);
}

/// One way in which an entry is laid out by a pattern.
struct Match
{
    std::vector<ByteRange> places; ///< one a piece
    int score = 0;
    bool twice = false; ///< another way is as good
};

class Matcher
{
public:
    Matcher(const EntryPattern &pattern, const EntryScan &scan)
        : m_pieces(pattern.pieces), m_scan(scan), m_end(scan.atoms().content.end)
    {
        for (const Claim &claim : scan.claims.all()) {
            if (claim.field == FieldId::Authors)
                m_authors.push_back(claim);
        }
    }

    std::optional<Match> match()
    {
        if (!hasLiterals())
            return {};
        run(0, m_scan.atoms().content.begin, 0);
        if (!m_best || m_best->twice || m_tries > mostTries)
            return {};
        return m_best;
    }

private:
    /// True when the entry has the pattern's literals in their order: most entries lack some of most patterns.
    bool hasLiterals() const
    {
        qsizetype at = m_scan.atoms().content.begin;
        for (const Piece &piece : m_pieces) {
            if (piece.type != Type::Literal)
                continue;
            const std::optional<qsizetype> end = nextLiteral(m_scan.text(), at, m_end, piece.literal);
            if (!end)
                return false;
            at = *end;
        }
        return true;
    }

    /// The recursion is as deep as the pattern has pieces.
    void run(size_t next, qsizetype at, int score)
    {
        if (++m_tries > mostTries)
            return;
        if (next == m_pieces.size()) {
            if (isEnd(at))
                found(score);
            return;
        }
        const Piece &piece = m_pieces[next];
        switch (piece.type) {
        case Type::Literal:
            if (const auto end = literalAt(m_scan.text(), at, m_end, piece.literal))
                take(next, {at, *end}, score);
            break;
        case Type::Date:
            for (const DateMention &mention : m_scan.dates()) {
                if (mention.range.begin == at)
                    take(next, mention.range, score);
            }
            break;
        case Type::Authors:
            runAuthors(next, at, score);
            break;
        case Type::Links:
            runLinks(next, at, score);
            break;
        case Type::Address:
            runUpTo(next, at, score, [this](ByteRange range) { return isAddress(range); });
            break;
        case Type::Text:
            runUpTo(next, at, score, [&](ByteRange range) { return isText(range, piece.field); });
            break;
        }
    }

    void take(size_t next, ByteRange range, int score)
    {
        m_places.push_back(range);
        run(next + 1, range.end, score);
        m_places.pop_back();
    }

    /// A piece that ends where the next literal begins, or with the entry.
    template<typename Fits> void runUpTo(size_t next, qsizetype at, int score, const Fits &fits)
    {
        const auto tryEnd = [&](qsizetype end) {
            const ByteRange range{at, end};
            if (fits(range))
                take(next, range, score + evidence(range, m_pieces[next].field));
        };
        if (next + 1 == m_pieces.size()) {
            qsizetype end = m_end;
            while (end > at && (isBlank(m_scan.text()[end - 1]) || m_scan.text()[end - 1] == '.'))
                --end;
            tryEnd(end);
            return;
        }
        const QByteArray &literal = m_pieces[next + 1].literal;
        for (qsizetype end = at + 1; end < m_end && m_tries <= mostTries; ++end) {
            if (literalAt(m_scan.text(), end, m_end, literal))
                tryEnd(end);
        }
    }

    void runAuthors(size_t next, qsizetype at, int score)
    {
        const auto hullTo = [&](size_t last) {
            return m_scan.claims.whole({m_authors.front().range.begin, m_authors[last].range.end});
        };
        for (size_t last = m_authors.size(); last-- > 0;) {
            const bool endsItem = last + 1 == m_authors.size() || m_authors[last + 1].item != m_authors[last].item;
            const std::optional<ByteRange> hull = endsItem ? hullTo(last) : std::nullopt;
            if (hull && hull->begin == at)
                take(next, *hull, score + (last + 1 == m_authors.size() ? 3 : 0));
        }
    }

    /// Links one after another, with nothing but punctuation between.
    void runLinks(size_t next, qsizetype at, int score)
    {
        std::vector<qsizetype> ends;
        qsizetype end = at;
        for (const AtomPair &pair : m_scan.atoms().pairs) {
            if (pair.range.begin < end)
                continue;
            if (ends.empty() ? pair.range.begin > at : !m_scan.isWordless({end, pair.range.begin}))
                break;
            if (!holdsLinksOnly(pair))
                continue;
            end = pair.range.end;
            ends.push_back(end);
        }
        for (auto last = ends.rbegin(); last != ends.rend(); ++last)
            take(next, {at, *last}, score);
    }

    /// A link, or emphasis and brackets around links.
    bool holdsLinksOnly(const AtomPair &pair) const
    {
        if (pair.isLink())
            return true;
        qsizetype done = pair.content.begin;
        for (const AtomPair &inner : m_scan.atoms().pairs) {
            if (!inner.isLink() || inner.range.begin < done || !pair.content.contains(inner.range))
                continue;
            if (!m_scan.isWordless({done, inner.range.begin}))
                return false;
            done = inner.range.end;
        }
        return done > pair.content.begin && m_scan.isWordless({done, pair.content.end});
    }

    bool isEnd(qsizetype at) const
    {
        const QByteArrayView rest = m_scan.bytes({at, m_end});
        return std::all_of(rest.begin(), rest.end(), [](char c) { return isBlank(c) || c == '.'; });
    }

    bool isAddress(ByteRange range) const
    {
        const QByteArrayView bytes = m_scan.bytes(range);
        return std::none_of(bytes.begin(), bytes.end(), [](char c) {
            return isBlank(c) || c == '(' || c == ')' || c == '"' || c == '\'' || c == '<' || c == '>';
        });
    }

    bool isText(ByteRange range, FieldId field) const
    {
        if (m_scan.claims.whole(range) != range || m_scan.isWordless(range) || cutsAbbreviation(range))
            return false;
        if (strchr(",;:", m_scan.text()[range.end - 1]))
            return false;
        if ((isName(field) && !isShortName(range, field)) || (field == FieldId::Venue && !isVenue(range)))
            return false;
        if (field == FieldId::Area && lexicon::degrees().isIn(m_scan.shown(range)))
            return false;
        constexpr size_t longestNote = 25;
        if (field == FieldId::Note && wordsOf(m_scan.shown(range)).size() > longestNote)
            return false;
        const bool known = m_scan.claims.has(field);
        for (const Claim &claim : m_scan.claims.all()) {
            if (known && claim.part == LayoutNode::Part::Label && range.overlaps(claim.range))
                return false;
        }
        if (field == FieldId::Summary)
            return true;
        const auto atoms = m_scan.atomsIn(range);
        return std::none_of(atoms.begin(), atoms.end(), [](const Atom &atom) {
            return atom.type == Atom::Type::HardBreak || atom.type == Atom::Type::BlockBreak;
        });
    }

    /// "Ph.D" before a full stop.
    bool cutsAbbreviation(ByteRange range) const
    {
        if (range.end >= m_end || m_scan.text()[range.end] != '.')
            return false;
        const QByteArrayView bytes = m_scan.bytes(range);
        return bytes.sliced(bytes.lastIndexOf(' ') + 1).contains('.');
    }

    bool isShortName(ByteRange range, FieldId field) const
    {
        constexpr size_t longestName = 14;
        QByteArray shown = m_scan.shown(range).trimmed();
        if (shown.endsWith(','))
            shown.chop(1);
        const bool digits = std::any_of(shown.begin(), shown.end(), [](char c) { return c >= '0' && c <= '9'; });
        if (lexicon::remarks().isIn(shown) || (field == FieldId::Location && digits))
            return false;
        return wordsOf(shown).size() <= longestName && !shown.contains(". ")
            && (field == FieldId::Location || !lexicon::places().contains(shown));
    }

    /// In "in the CVPR 2025" small words and year are no part of the venue.
    bool isVenue(ByteRange range) const
    {
        static constexpr std::array<const char *, 7> leads{"in ", "In ", "at ", "At ", "on ", "the ", "by "};
        const QByteArrayView text = m_scan.bytes(range);
        const bool led =
            std::any_of(leads.begin(), leads.end(), [text](const char *lead) { return text.startsWith(lead); });
        const bool dated =
            std::any_of(m_scan.dates().begin(), m_scan.dates().end(), [range](const DateMention &mention) {
                return mention.range.end == range.end && mention.range.begin > range.begin;
            });
        return !dated && !led;
    }

    /// What the entry's own reading found in just this place counts most, then what the words say; titles may hold
    /// commas, names rather not.
    int evidence(ByteRange range, FieldId field) const
    {
        const bool known = m_scan.claims.rangeOf(field) == range;
        const bool plain = field != FieldId::Title && !m_scan.bytes(range).contains(',');
        return (known ? 3 : 0) + (saysSo(m_scan, range, field) ? 1 : 0) + (plain ? 1 : 0);
    }

    void found(int score)
    {
        if (m_best && score < m_best->score)
            return;
        const bool twice = m_best && score == m_best->score && m_best->places != m_places;
        m_best = Match{m_places, score, twice};
    }

    const std::vector<Piece> &m_pieces;
    const EntryScan &m_scan;
    qsizetype m_end;
    std::vector<Claim> m_authors;
    std::vector<ByteRange> m_places;
    std::optional<Match> m_best;
    int m_tries = 0;
};

/// True when a pattern tells at least as many texts apart as were found.
bool tellsAsMuch(const EntryPattern &pattern, const EntryScan &scan)
{
    const auto texts = std::count_if(pattern.pieces.begin(), pattern.pieces.end(), [](const Piece &piece) {
        return piece.type == Type::Text && piece.part == LayoutNode::Part::Whole;
    });
    const std::vector<Claim> &own = scan.claims.all();
    const auto found = std::count_if(own.begin(), own.end(), [](const Claim &claim) {
        const ValueType type = schemaOf(claim.field).type;
        return claim.part == LayoutNode::Part::Whole && (type == ValueType::Line || type == ValueType::Markdown);
    });
    return texts >= found;
}

/// True when a sure reading is not torn apart: what its words told stays what it is, but for fields that it lacked.
bool respects(const EntryPattern &pattern, const Match &match, const EntryScan &scan)
{
    bool better = false;
    const bool gains = std::any_of(pattern.pieces.begin(), pattern.pieces.end(), [&](const Piece &piece) {
        return piece.type == Type::Text && isPlaced(piece.field) && !scan.claims.has(piece.field);
    });
    const std::vector<Claim> &own = scan.claims.all();
    for (const Claim &claim : own)
        better = better || (isGuess(scan, claim) && !pattern.has(claim.field) && tellsAsMuch(pattern, scan));
    for (size_t i = 0; i < pattern.pieces.size(); ++i) {
        const Piece &piece = pattern.pieces[i];
        if (piece.type != Type::Text)
            continue;
        const std::optional<ByteRange> known = scan.claims.rangeOf(piece.field);
        better = better || (isPlaced(piece.field) && known != match.places[i]);
        for (const Claim &claim : own) {
            const bool other = claim.field != piece.field && isPlaced(claim.field) && isTold(scan, claim);
            if (other && claim.range.overlaps(match.places[i]) && (isPlaced(piece.field) ? known.has_value() : !gains))
                return false;
        }
    }
    return better;
}

/// True for a note in brackets, or more that begins with one: brackets set it apart from what stands before.
bool isBracketed(const Claim &claim, const EntryScan &scan)
{
    if (claim.field != FieldId::Note && claim.field != FieldId::Summary)
        return false;
    const auto &pairs = scan.atoms().pairs;
    return std::any_of(pairs.begin(), pairs.end(), [&](const AtomPair &pair) {
        return pair.isBracket() && (pair.content.contains(claim.range) || pair.range.begin == claim.range.begin);
    });
}

/// True when the pattern stretches a field only by words, no name at all, and takes nothing for what it cannot be.
bool stretchesRightly(const EntryPattern &pattern, const Match &match, const EntryScan &scan)
{
    for (size_t i = 0; i < pattern.pieces.size(); ++i) {
        const Piece &piece = pattern.pieces[i];
        if (piece.type != Type::Text || piece.part != LayoutNode::Part::Whole)
            continue;
        const ByteRange place = match.places[i];
        if (!mayBeField(scan.bytes(place), piece.field))
            return false;
        for (const Claim &claim : scan.claims.all()) {
            if (claim.field != piece.field || claim.part != piece.part || claim.range == place
                || !place.contains(claim.range))
                continue;
            const bool words =
                !scan.isWordless({place.begin, claim.range.begin}) || !scan.isWordless({claim.range.end, place.end});
            const bool sentence = piece.field == FieldId::Title && claim.range.begin == place.begin
                && scan.bytes({claim.range.end, place.end}).startsWith(". ");
            if (isNameField(piece.field) || !words || sentence)
                return false;
        }
    }
    return true;
}

/// True when all fields that were found have a place in the pattern, and nothing in brackets becomes part of more.
bool keepsAll(const EntryPattern &pattern, const Match &match, const EntryScan &scan)
{
    const std::vector<Claim> &own = scan.claims.all();
    const bool mayRename = tellsAsMuch(pattern, scan);
    return std::all_of(own.begin(), own.end(), [&](const Claim &claim) {
        if (claim.field != FieldId::Note && claim.field != FieldId::Summary)
            return pattern.has(claim.field) || (mayRename && isGuess(scan, claim))
                || std::find(match.places.begin(), match.places.end(), claim.range) != match.places.end();
        if (!isBracketed(claim, scan))
            return true;
        for (size_t i = 0; i < pattern.pieces.size(); ++i) {
            const bool placed = pattern.pieces[i].type == Type::Text && isPlaced(pattern.pieces[i].field);
            if (placed && match.places[i].overlaps(claim.range) && match.places[i] != claim.range)
                return false;
        }
        return true;
    });
}

/// True when names that are not among the authors of the match belong to its title ("This and that").
bool keepsNames(const EntryPattern &pattern, const Match &match, const EntryScan &scan)
{
    const std::vector<Claim> &own = scan.claims.all();
    return std::all_of(own.begin(), own.end(), [&](const Claim &claim) {
        if (claim.field != FieldId::Authors)
            return true;
        for (size_t i = 0; i < pattern.pieces.size(); ++i) {
            const bool holds = pattern.pieces[i].field == FieldId::Authors || pattern.pieces[i].field == FieldId::Title;
            if (holds && match.places[i].contains(claim.range))
                return true;
        }
        return false;
    });
}

/// Claims what a pattern found; false when the entry does not take it so.
bool claim(const EntryPattern &pattern, const Match &match, EntryScan &scan)
{
    std::vector<Claim> authors;
    const std::vector<Claim> before = scan.claims.all();
    for (size_t i = 0; i < pattern.pieces.size(); ++i) {
        if (pattern.pieces[i].type != Type::Authors)
            continue;
        for (const Claim &claim : before) {
            if (claim.field == FieldId::Authors && match.places[i].contains(claim.range))
                authors.push_back(claim);
        }
    }
    scan.claims.restore(authors);
    for (size_t i = 0; i < pattern.pieces.size(); ++i) {
        const Piece &piece = pattern.pieces[i];
        const ByteRange place = match.places[i];
        bool claimed = true;
        if (piece.type == Type::Text || (piece.type == Type::Address && piece.field != FieldId::Links)) {
            claimed = scan.claims.add(piece.field, place, piece.part);
        } else if (piece.type == Type::Date) {
            const auto mention = std::find_if(
                scan.dates().begin(), scan.dates().end(), [&](const DateMention &date) { return date.range == place; });
            claimed = piece.part == LayoutNode::Part::Whole && piece.field != FieldId::EndDate
                ? scan.claimDate(*mention)
                : scan.claims.add(piece.field, place, piece.part);
        }
        if (!claimed)
            return false;
    }
    scan.claimLinks();
    return true;
}

} // namespace

bool readByPattern(const EntryPattern &pattern, EntryScan &scan, bool sure)
{
    const std::optional<Match> match = Matcher(pattern, scan).match();
    if (!match || !stretchesRightly(pattern, *match, scan) || !keepsAll(pattern, *match, scan)
        || !keepsNames(pattern, *match, scan) || (sure && !respects(pattern, *match, scan)))
        return false;
    const std::vector<Claim> before = scan.claims.all();
    if (claim(pattern, *match, scan) && claimLeftovers(scan) == 0 && EntryPattern::of(scan) == pattern)
        return true;
    scan.claims.restore(before);
    return false;
}

} // namespace vitrine
