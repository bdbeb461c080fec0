#include "content/page/kinds/Readers.h"
#include "content/page/kinds/layouts/Leftovers.h"
#include "content/page/kinds/papers/Names.h"
#include "content/page/kinds/papers/VenueReader.h"
#include "content/page/kinds/words/Lexicon.h"
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

/// Which of its forms makes a title known: a link, quotes, emphasis, its own heading, or only its place.
enum class TitleMark { None, Heading, Link, Quote, Strong, Emphasis, Place };

class PublicationReader
{
public:
    explicit PublicationReader(EntryScan &scan) : m_scan(scan), m_atoms(scan.atoms()) { }

    Confidence read()
    {
        claimImage();
        findTitle();
        findAuthors();
        if (m_title && m_authors && isBehindSentence())
            m_title.reset();
        if (!m_title && m_authors)
            findTitleByPlace();
        if (!m_title || !m_scan.claims.add(FieldId::Title, *m_title))
            return Confidence::None;
        if (m_authors)
            claimAuthors();
        claimProse();
        readVenue(m_scan, *m_title, m_authors ? m_authors->range : *m_title);
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

    /// A paragraph of running text behind title and authors is a summary.
    void claimProse()
    {
        constexpr size_t proseWords = 18;
        const qsizetype from = std::max(m_title->end, m_authors ? m_authors->range.end : m_title->end);
        std::optional<ByteRange> prose;
        std::optional<int> block;
        ByteRange current;
        bool ownLine = true; // what goes on behind title and authors in their own line is no prose
        const auto finish = [&] {
            if (!prose && !ownLine && block && (wordsIn(current) >= proseWords || isItem(current)))
                prose = current;
        };
        for (const Atom &atom : m_atoms.atoms) {
            if (atom.range.begin < from)
                continue;
            if (!block || atom.block != *block || atom.type == Atom::Type::BlockBreak) {
                finish();
                ownLine = !block && atom.type != Atom::Type::BlockBreak && atom.type != Atom::Type::HardBreak;
                block = atom.block;
                current = {atom.range.end, atom.range.end};
                if (atom.type != Atom::Type::BlockBreak && atom.type != Atom::Type::Close)
                    current = atom.range;
                continue;
            }
            if (current.isEmpty() && atom.type == Atom::Type::Close)
                current = {atom.range.end, atom.range.end};
            else
                current.end = atom.range.end;
        }
        finish();
        if (prose)
            m_scan.claims.add(FieldId::Summary, *prose);
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

    size_t wordsIn(ByteRange range) const { return wordCount(m_scan.shown(range)); }

    bool looksLikeTitle(const AtomPair &pair, size_t words) const
    {
        if (!m_scan.head().contains(pair.range))
            return false;
        const QByteArray text = m_scan.shown(pair.content);
        if (text.trimmed().startsWith('('))
            return false; // "(Best Paper Award)"
        const size_t count = wordCount(text);
        const bool han = text.size() > 12 && static_cast<unsigned char>(text[0]) >= 0xE4;
        return (count >= words || han) && !isNames(pair.content);
    }

    /// Emphasis around a row of authors is no title.
    bool isNames(ByteRange range) const
    {
        const std::vector<NameRun> runs = nameRuns(m_scan, range, {}, 2);
        return runs.size() == 1 && (runs[0].names.size() > 1 || runs[0].names[0].owner)
            && m_scan.isWordless({range.begin, runs[0].range.begin})
            && m_scan.isWordless({runs[0].range.end, range.end});
    }

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

    bool isResource(const AtomPair &link) const
    {
        const QByteArray label = m_scan.shown(link.content).trimmed().toLower();
        const QByteArray bare = withoutMarks(label);
        return lexicon::resources().contains(bare);
    }

    static QByteArray withoutMarks(const QByteArray &label)
    {
        QByteArray bare = label;
        while (!bare.isEmpty() && strchr("[]():.,\\ ", bare.front()))
            bare.remove(0, 1);
        while (!bare.isEmpty() && strchr("[]():.,\\ ", bare.back()))
            bare.chop(1);
        return bare;
    }

    void findTitle()
    {
        if (m_scan.entry().container == Container::Heading)
            findHeadingTitle();
        if (!m_title)
            findTitleElement();
        if (!m_title && m_scan.hints().quotedTitles)
            firstPair({Kind::Quote}, 1, TitleMark::Quote);
        if (!m_title)
            findOwnLine();
        if (!m_title)
            firstPair({Kind::Link}, 3, TitleMark::Link);
        if (!m_title)
            firstPair({Kind::Quote}, 4, TitleMark::Quote);
        if (!m_title)
            firstPair({Kind::Strong}, 3, TitleMark::Strong);
        if (!m_title)
            firstPair({Kind::Emphasis}, 4, TitleMark::Emphasis);
        if (!m_title)
            firstPair({Kind::Html}, 4, TitleMark::Strong);
    }

    /// `<div class="paper-title">`
    void findTitleElement()
    {
        for (const AtomPair &pair : m_atoms.pairs) {
            if (pair.kind != Kind::Html || !pair.cssClass.contains("title") || !looksLikeTitle(pair, 2))
                continue;
            m_title = m_scan.claims.settled(pair.content, true);
            m_mark = TitleMark::Strong;
            return;
        }
    }

    /// True where only pictures and a badge stand before a pair.
    bool beginsBody(const AtomPair &pair) const
    {
        qsizetype from = m_atoms.content.begin;
        for (const AtomPair &other : m_atoms.pairs) {
            if (other.kind == Kind::Html && other.cssClass.contains("badge") && other.range.end <= pair.range.begin)
                from = other.range.end;
        }
        return m_scan.isWordless({from, pair.range.begin});
    }

    void findHeadingTitle()
    {
        for (const Atom &atom : m_atoms.atoms) {
            const bool ends = atom.type == Atom::Type::BlockBreak || atom.type == Atom::Type::HardBreak;
            if (!ends && !(atom.type == Atom::Type::Text && m_scan.bytes(atom.range).contains('\n')))
                continue;
            qsizetype end = atom.range.begin;
            if (!ends)
                end += m_scan.bytes(atom.range).indexOf('\n');
            m_title = m_scan.claims.settled({m_atoms.content.begin, end});
            m_mark = TitleMark::Heading;
            return;
        }
    }

    /// Bold words that are all of the first line are the title, whatever is linked below.
    void findOwnLine()
    {
        for (const AtomPair &pair : m_atoms.pairs) {
            if (pair.kind != Kind::Strong || !beginsBody(pair))
                continue;
            const auto next = std::find_if(m_atoms.atoms.begin(), m_atoms.atoms.end(), [&](const Atom &atom) {
                const bool ends = atom.type == Atom::Type::BlockBreak || atom.type == Atom::Type::HardBreak;
                return atom.range.begin >= pair.range.end && (ends || !m_scan.isWordless(atom.range));
            });
            const bool alone = next != m_atoms.atoms.end()
                && (next->type == Atom::Type::BlockBreak || next->type == Atom::Type::HardBreak);
            if (!alone || !looksLikeTitle(pair, 3) || isVenueText(m_scan, pair.content))
                return;
            m_title = m_scan.claims.settled(titleIn(pair));
            m_mark = TitleMark::Strong;
            return;
        }
    }

    void firstPair(std::initializer_list<Kind> kinds, size_t words, TitleMark mark)
    {
        for (const AtomPair &pair : m_atoms.pairs) {
            const bool kind = std::find(kinds.begin(), kinds.end(), pair.kind) != kinds.end();
            if (!kind || !looksLikeTitle(pair, words))
                continue;
            if (pair.kind == Kind::Html && !pair.isEmphasis())
                continue;
            if (pair.isLink() && isResource(pair))
                continue;
            // A long link, and long bold words before all others, are a title also where they speak of science.
            const bool trusted = mark == TitleMark::Link || (mark == TitleMark::Strong && beginsBody(pair));
            const bool venue =
                isVenueText(m_scan, pair.content) && (!trusted || wordCount(m_scan.shown(pair.content)) <= 5);
            if (venue && mark != TitleMark::Quote)
                continue;
            if (mark == TitleMark::Quote && !standsForItself(pair))
                continue;
            const std::optional<ByteRange> title = m_scan.claims.settled(titleIn(pair));
            if (!title)
                continue;
            m_title = title;
            m_mark = mark;
            return;
        }
    }

    /// What a pair holds without a badge before it and a comma that belongs to the row.
    ByteRange titleIn(const AtomPair &pair) const
    {
        ByteRange range = pair.content;
        for (const Atom &atom : m_scan.atomsIn(pair.content)) {
            const bool before = m_scan.isWordless({pair.content.begin, atom.range.begin});
            if (before && (atom.type == Atom::Type::Picture || atom.type == Atom::Type::HardBreak))
                range.begin = atom.range.end;
        }
        while (!range.isEmpty() && strchr(pair.kind == Kind::Quote ? " ," : " ", m_scan.text()[range.end - 1]))
            --range.end;
        return range;
    }

    /// A quoted title is followed by the end, punctuation or a break; quotes inside a title by more of it.
    bool standsForItself(const AtomPair &quote) const
    {
        const QByteArrayView rest = m_scan.bytes({quote.range.end, m_atoms.content.end});
        const QByteArrayView inner = m_scan.bytes(quote.content);
        const ByteRange blanks = withoutBlanks(rest);
        if (blanks.isEmpty() || inner.endsWith(',') || inner.endsWith('.'))
            return true;
        const char next = rest[blanks.begin];
        return strchr(",.;*_[(\\<-|", next) || rest.startsWith("\n") || rest.sliced(blanks.begin).startsWith("in ")
            || rest.sliced(blanks.begin).startsWith("In ");
    }

    /// Links of resources and the title hold no authors.
    std::vector<ByteRange> withoutNames() const
    {
        std::vector<ByteRange> skip;
        if (m_title)
            skip.push_back(around(*m_title));
        for (const AtomPair &pair : m_atoms.pairs) {
            const bool badge = pair.kind == Kind::Html && pair.cssClass.contains("badge");
            const bool tag = pair.kind == Kind::Code && !isNames(pair.content) && !isNameInCode(pair);
            if ((pair.isLink() && isResource(pair)) || tag || badge)
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
        if (best && (best->names.size() > 1 || best->hasOwner() || isBesideTitle(*best)))
            m_authors = *best;
    }

    bool isBesideTitle(const NameRun &run) const
    {
        if (!m_title)
            return false;
        const bool before = run.range.end <= m_title->begin && m_scan.isWordless({run.range.end, m_title->begin})
            && m_scan.isWordless({m_atoms.content.begin, run.range.begin});
        return before || (m_title->end <= run.range.begin && m_scan.isWordless({m_title->end, run.range.begin}));
    }

    /// Emphasis behind authors and a sentence is the venue; the sentence is the title.
    bool isBehindSentence() const
    {
        constexpr size_t fewestWords = 3;
        return m_mark == TitleMark::Emphasis && m_authors->next <= m_title->begin
            && wordsIn({m_authors->next, m_title->begin}) >= fewestWords;
    }

    /// Without a mark the title is the sentence before or after the authors.
    void findTitleByPlace()
    {
        const ByteRange head = m_scan.head();
        const ByteRange before = withoutTag({head.begin, m_authors->range.begin});
        if (wordsIn(before) >= 3) {
            m_title = m_scan.claims.settled(withoutTail(before));
            m_mark = TitleMark::Place;
            m_line = endsLine(before);
            return;
        }
        const ByteRange after = m_scan.withoutSeparators({m_authors->next, head.end});
        if (after.isEmpty())
            return;
        const ByteRange sentence = beforeVenue(sentenceOf(after));
        if (wordsIn(sentence) < 3)
            return;
        m_title = m_scan.claims.settled(sentence);
        m_mark = TitleMark::Place;
        m_line = false;
    }

    /// A range without the tag in brackets at its begin ("[CCF-B]").
    ByteRange withoutTag(ByteRange range) const
    {
        range = m_scan.withoutSeparators(range);
        for (const AtomPair &pair : m_atoms.pairs) {
            if (pair.isBracket() && pair.range.begin == range.begin && range.contains(pair.range))
                return m_scan.withoutSeparators({pair.range.end, range.end});
        }
        return range;
    }

    /// Where commas are all there is between title and venue, the title ends before the part that names a venue.
    ByteRange beforeVenue(ByteRange sentence) const
    {
        const std::vector<PhrasePart> parts = m_scan.parts(sentence);
        for (size_t i = 1; i < parts.size(); ++i) {
            if (isVenueText(m_scan, parts[i].range))
                return {sentence.begin, parts[i - 1].range.end};
        }
        return sentence;
    }

    ByteRange withoutTail(ByteRange range) const
    {
        // Up to the first break: what follows it before the authors is no title.
        for (const Atom &atom : m_atoms.atoms) {
            const bool ends = atom.type == Atom::Type::HardBreak || atom.type == Atom::Type::BlockBreak;
            if (ends && atom.range.begin > range.begin && atom.range.begin < range.end
                && wordsIn({range.begin, atom.range.begin}) >= 3) {
                range.end = atom.range.begin;
                break;
            }
        }
        while (!range.isEmpty() && strchr(" \n\t,.:;", m_scan.text()[range.end - 1]))
            --range.end;
        return range;
    }

    bool endsLine(ByteRange range) const
    {
        return std::any_of(m_atoms.atoms.begin(), m_atoms.atoms.end(), [&](const Atom &atom) {
            const bool ends = atom.type == Atom::Type::HardBreak || atom.type == Atom::Type::BlockBreak;
            return ends && range.overlaps(atom.range);
        });
    }

    /// The text up to a full stop, a break, or words in another style.
    ByteRange sentenceOf(ByteRange range) const
    {
        const int base = m_scan.pairAround(range);
        for (const Atom &atom : m_atoms.atoms) {
            if (atom.range.end <= range.begin)
                continue;
            if (atom.range.begin >= range.end)
                break;
            const bool ends = atom.type == Atom::Type::HardBreak || atom.type == Atom::Type::BlockBreak
                || (atom.type == Atom::Type::Open && m_atoms.pairs[static_cast<size_t>(atom.pair)].isEmphasis()
                    && atom.range.begin > range.begin);
            if (ends)
                return {range.begin, atom.range.begin};
            if (atom.type != Atom::Type::Text || atom.pair != base)
                continue;
            const qsizetype begin = std::max(atom.range.begin, range.begin);
            const QByteArrayView text = m_scan.bytes({begin, atom.range.end});
            for (const char *stop : {". ", "? ", "! ", ".\n", "。"}) {
                const qsizetype at = text.indexOf(QByteArrayView(stop));
                if (at > 0)
                    return {range.begin, begin + at + (stop[0] == '.' ? 0 : 1)};
            }
        }
        return range;
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

    Confidence confidence() const
    {
        const bool marked = m_mark != TitleMark::Place && m_mark != TitleMark::None;
        if (!m_authors)
            return marked && isAlone(*m_title) ? Confidence::Good : Confidence::Weak;
        const bool named = m_authors->hasOwner() || m_authors->names.size() > 2 || marked;
        // A sentence between a row of authors and a dated venue is a title.
        const bool row = m_authors->names.size() > 2;
        const bool between = row && m_title->begin >= m_authors->range.end && m_scan.claims.has(FieldId::Venue)
            && m_scan.claims.has(FieldId::Date);
        if (m_mark == TitleMark::Place && !m_line && !m_scan.hints().authorsFirst && !between)
            return Confidence::Weak;
        return named ? Confidence::Good : Confidence::Weak;
    }

    EntryScan &m_scan;
    const Atoms &m_atoms;
    std::optional<ByteRange> m_title;
    TitleMark m_mark = TitleMark::None;
    bool m_line = false; ///< a break, not a full stop, ends the title
    std::optional<NameRun> m_authors;
};

} // namespace

Confidence readPublication(EntryScan &scan)
{
    return PublicationReader(scan).read();
}

} // namespace vitrine
