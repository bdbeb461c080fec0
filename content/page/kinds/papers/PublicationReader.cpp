#include "content/page/kinds/Readers.h"
#include "content/page/kinds/layouts/Leftovers.h"
#include "content/page/kinds/papers/PaperLines.h"
#include "content/page/kinds/papers/PaperTitle.h"
#include "content/page/kinds/papers/VenueReader.h"
#include "content/page/kinds/papers/VenueWords.h"
#include "content/page/kinds/words/Words.h"

namespace vitrine {

namespace {

using Kind = AtomPair::Kind;
using Part = LayoutNode::Part;

bool isBadgePicture(QByteArrayView address)
{
    for (const char *host : {"shields.io", "badge", "visitor", "komarev", "hits."}) {
        if (address.indexOf(QByteArrayView(host)) >= 0)
            return true;
    }
    return false;
}

class PublicationReader
{
public:
    explicit PublicationReader(EntryScan &scan) : m_scan(scan), m_atoms(scan.atoms()) { }

    Confidence read()
    {
        claimImage();
        m_title = markedTitle(m_scan);
        findAuthors();
        if (m_title && m_authors && isBehindSentence())
            m_title.reset();
        if (!m_title && m_authors)
            m_title = titleByPlace(m_scan, *m_authors);
        if (!m_title || !m_scan.claims.add(FieldId::Title, m_title->range))
            return Confidence::None;
        if (m_authors)
            claimAuthors();
        claimProse();
        readVenue(m_scan, m_title->range, m_authors ? m_authors->range : m_title->range);
        claimState();
        return confidence();
    }

private:
    void claimImage()
    {
        for (const Atom &atom : m_atoms.atoms) {
            if (atom.range.begin >= m_atoms.nestedBegin)
                return;
            if (atom.type != Atom::Type::Picture || atom.url.isEmpty() || isBadgePicture(m_scan.bytes(atom.url)))
                continue;
            if (m_scan.claims.add(FieldId::Image, atom.url))
                return;
        }
    }

    /// A paragraph of running text behind title and authors is a summary. In their own paragraph a line of it is.
    void claimProse()
    {
        const qsizetype from = std::max(m_title->range.end, m_authors ? m_authors->range.end : m_title->range.end);
        std::optional<int> block, first;
        ByteRange current;
        bool ownLine = true; // what goes on behind title and authors in their own line is no prose
        const auto finish = [&] { return !ownLine && block && isProse(current); };
        for (const Atom &atom : m_atoms.atoms) {
            if (atom.range.begin < from)
                continue;
            const bool ends = atom.type == Atom::Type::BlockBreak
                || (atom.type == Atom::Type::HardBreak && (!first || *first == atom.block));
            if (!block || atom.block != *block || ends) {
                if (finish())
                    break;
                ownLine = !block && !ends;
                block = atom.block;
                first = first ? first : block;
                const bool begins = !ends && atom.type != Atom::Type::Close;
                current = begins ? atom.range : ByteRange{atom.range.end, atom.range.end};
            } else if (current.isEmpty() && atom.type == Atom::Type::Close) {
                current = {atom.range.end, atom.range.end};
            } else {
                current.end = atom.range.end;
            }
        }
        if (finish())
            m_scan.claims.add(FieldId::Summary, current);
    }

    bool isProse(ByteRange range) const
    {
        constexpr size_t fewestWords = 18;
        return isItem(range) || (wordsIn(range) >= fewestWords && !beginsWithLink(m_scan, range));
    }

    /// True for an item of a list that stands inside the entry, links apart.
    bool isItem(ByteRange block) const
    {
        if (m_scan.entry().container != Container::Box || block.begin == 0 || wordsIn(block) == 0)
            return false;
        const qsizetype line = m_scan.text().lastIndexOf('\n', block.begin - 1) + 1;
        const QByteArray marker =
            QByteArrayView(m_scan.text()).sliced(line, block.begin - line).trimmed().toByteArray();
        const bool listed = marker == "-" || marker == "*" || marker == "+";
        return listed && std::none_of(m_atoms.pairs.begin(), m_atoms.pairs.end(), [&](const AtomPair &pair) {
                   return pair.isLink() && block.overlaps(pair.range);
               });
    }

    /// "(to appear)" is said of this paper alone, though all of its words are small ones.
    void claimState()
    {
        for (const AtomPair &pair : m_atoms.pairs) {
            const QByteArray shown = m_scan.shown(pair.content);
            if (pair.isBracket() && isStateOfPaper(shown) && isLiteralText(shown) && !m_scan.claims.overlaps(pair.range)
                && m_scan.claims.add(
                    FieldId::Note, withoutBlanks(m_scan.bytes(pair.content)).shifted(pair.content.begin)))
                return;
        }
    }

    size_t wordsIn(ByteRange range) const { return wordCount(m_scan.shown(range)); }

    /// A name in code among others: with an alias in Chinese, or between commas.
    bool isNameInCode(const AtomPair &code) const
    {
        const std::vector<NameRun> runs = nameRuns(m_scan, code.content, {}, 2);
        if (runs.size() != 1 || runs[0].names.size() != 1
            || !m_scan.isWordless({code.content.begin, std::max(code.content.begin, runs[0].range.begin)})
            || !m_scan.isWordless({std::min(code.content.end, runs[0].range.end), code.content.end}))
            return false;
        QByteArrayView after = m_scan.bytes({code.range.end, m_atoms.content.end});
        while (!after.isEmpty() && strchr("\\*+# ", after.front()))
            after = after.sliced(1);
        const QByteArrayView before = m_scan.bytes({m_atoms.content.begin, code.range.begin}).trimmed();
        return after.startsWith(',') || after.startsWith("and ") || before.endsWith(',') || before.endsWith(" and");
    }

    /// Links of resources and the title hold no authors.
    std::vector<ByteRange> withoutNames() const
    {
        std::vector<ByteRange> skip;
        if (m_title)
            skip.push_back(around(m_title->range));
        for (const AtomPair &pair : m_atoms.pairs) {
            const bool badge = pair.kind == Kind::Html && pair.cssClass.contains("badge");
            const bool tag = pair.kind == Kind::Code && !isRowOfNames(m_scan, pair.content) && !isNameInCode(pair);
            if ((pair.isLink() && isResource(m_scan, pair)) || tag || badge)
                skip.push_back(pair.range);
        }
        return skip;
    }

    /// A range with the emphasis, link and quotes that hold nothing else.
    ByteRange around(ByteRange range) const
    {
        for (auto pair = m_atoms.pairs.rbegin(); pair != m_atoms.pairs.rend(); ++pair) {
            const bool holds = pair->content.contains(range) && m_scan.isWordless({pair->content.begin, range.begin})
                && m_scan.isWordless({range.end, pair->content.end});
            const bool block = pair->kind == Kind::Html && !pair->isEmphasis();
            if (holds && !block)
                range = pair->range;
        }
        return range;
    }

    void findAuthors()
    {
        std::vector<NameRun> runs = nameRuns(m_scan, m_scan.head(), withoutNames());
        const NameRun *best = nullptr;
        size_t score = 0;
        for (const NameRun &run : runs) {
            const size_t points = run.names.size() + (run.hasOwner() ? 20 : 0);
            if (points > score) {
                best = &run;
                score = points;
            }
        }
        if (best && (best->names.size() > 1 || best->led || best->hasOwner() || isBesideTitle(*best)))
            m_authors = *best;
    }

    bool isBesideTitle(const NameRun &run) const
    {
        if (!m_title)
            return false;
        const bool before = run.range.end <= m_title->range.begin
            && m_scan.isWordless({run.range.end, m_title->range.begin})
            && m_scan.isWordless({m_atoms.content.begin, run.range.begin});
        // One run in emphasis behind the title is rather the venue where words stand before the title.
        const bool venue = run.names.size() == 1 && run.names.front().emphasised
            && !m_scan.isWordless({m_atoms.content.begin, m_title->range.begin});
        return before
            || (!venue && m_title->range.end <= run.range.begin
                && m_scan.isWordless({m_title->range.end, run.range.begin}));
    }

    /// Emphasis behind authors and a sentence is the venue; the sentence is the title.
    bool isBehindSentence() const
    {
        constexpr size_t fewestWords = 3;
        return m_title->mark == TitleMark::Emphasis && m_authors->next <= m_title->range.begin
            && wordsIn({m_authors->next, m_title->range.begin}) >= fewestWords;
    }

    void claimAuthors()
    {
        for (size_t i = 0; i < m_authors->names.size(); ++i) {
            const WrittenName &name = m_authors->names[i];
            const int item = static_cast<int>(i);
            m_scan.claims.add(FieldId::Authors, name.name, Part::Name, item);
            for (const ByteRange mark : name.marks)
                m_scan.claims.add(FieldId::Authors, mark, Part::Mark, item);
            if (!name.url.isEmpty())
                m_scan.claims.add(FieldId::Authors, name.url, Part::Url, item);
            if (name.owner)
                m_scan.claims.setSelf(item);
        }
        const size_t emphasised = static_cast<size_t>(std::count_if(
            m_authors->names.begin(), m_authors->names.end(), [](const WrittenName &n) { return n.emphasised; }));
        if (m_authors->hasOwner() || emphasised != 1)
            return;
        for (size_t i = 0; i < m_authors->names.size(); ++i) {
            if (m_authors->names[i].emphasised)
                m_scan.claims.setSelf(static_cast<int>(i));
        }
    }

    /// True for a title of some words with nothing said beside it but venue, date and links.
    bool isAlone(ByteRange title) const
    {
        constexpr size_t fewestWords = 3;
        const Container container = m_scan.entry().container;
        const bool listed = container == Container::List || container == Container::NumberedList;
        if (!listed || wordsOf(m_scan.shown(title)).size() < fewestWords
            || !m_scan.isWordless({m_atoms.content.begin, title.begin}))
            return false;
        EntryScan rest = m_scan;
        rest.claimLinks();
        return claimLeftovers(rest) == 0 && !rest.claims.has(FieldId::Note) && !rest.claims.has(FieldId::Summary);
    }

    bool venueStandsOut() const
    {
        const std::optional<ByteRange> venue = m_scan.claims.rangeOf(FieldId::Venue);
        return venue && std::any_of(m_atoms.pairs.begin(), m_atoms.pairs.end(), [&](const AtomPair &pair) {
                   return pair.isEmphasis() && pair.content.contains(*venue);
               });
    }

    bool beginsWithTag() const { return leadingTag(m_scan, m_authors->range.begin).has_value(); }

    Confidence confidence() const
    {
        const bool marked = m_title->mark != TitleMark::Place && m_title->mark != TitleMark::None;
        if (!m_authors)
            return marked && isAlone(m_title->range) ? Confidence::Good : Confidence::Weak;
        const bool named = m_authors->hasOwner() || m_authors->names.size() > 2 || marked;
        // A sentence between a row of authors and a dated venue is a title, and one behind them where a tag tells the
        // venue.
        const bool row = m_authors->names.size() > 2 || (m_authors->names.size() == 2 && venueStandsOut());
        const bool behind = m_title->range.begin >= m_authors->range.end;
        const bool between =
            row && behind && m_scan.claims.has(FieldId::Venue) && (m_scan.claims.has(FieldId::Date) || beginsWithTag());
        if (m_title->mark == TitleMark::Place && !m_title->line && !m_scan.hints().authorsFirst && !between)
            return Confidence::Weak;
        return named || between ? Confidence::Good : Confidence::Weak;
    }

    EntryScan &m_scan;
    const Atoms &m_atoms;
    std::optional<FoundTitle> m_title;
    std::optional<NameRun> m_authors;
};

} // namespace

Confidence readPublication(EntryScan &scan)
{
    return PublicationReader(scan).read();
}

} // namespace vitrine
