#include "content/page/kinds/papers/PaperTitle.h"

#include "content/page/kinds/papers/VenueWords.h"
#include "content/page/kinds/words/Lexicon.h"
#include "content/page/kinds/words/Words.h"

namespace vitrine {

namespace {

using Kind = AtomPair::Kind;

class TitleFinder
{
public:
    explicit TitleFinder(const EntryScan &scan) : m_scan(scan), m_atoms(scan.atoms()) { }

    std::optional<FoundTitle> marked()
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
        return found();
    }

    /// Without a mark the title is the sentence before or after the authors.
    std::optional<FoundTitle> byPlace(const NameRun &authors)
    {
        ByteRange head = m_scan.head();
        head.begin = std::max(head.begin, bodyBegin(authors.range.begin));
        const ByteRange before = withoutTag({head.begin, authors.range.begin});
        if (wordsIn(before) >= 3) {
            m_title = m_scan.claims.settled(withoutTail(before));
            m_mark = TitleMark::Place;
            m_line = endsLine(before);
            return found();
        }
        const ByteRange after = m_scan.withoutSeparators({authors.next, head.end});
        if (after.isEmpty())
            return {};
        const ByteRange sentence = beforeVenue(sentenceOf(after));
        if (wordsIn(sentence) < 3)
            return {};
        m_title = m_scan.claims.settled(sentence);
        m_mark = TitleMark::Place;
        m_line = false;
        return found();
    }

private:
    std::optional<FoundTitle> found() const
    {
        return m_title ? std::optional(FoundTitle{*m_title, m_mark, m_line}) : std::nullopt;
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
        return (count >= words || han) && !isRowOfNames(m_scan, pair.content);
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
            if ((pair.kind == Kind::Html && !pair.isEmphasis()) || isTag(pair))
                continue;
            if (pair.isLink() && isResource(m_scan, pair))
                continue;
            // A long link, and long bold words before all others, are a title also where they speak of science.
            const bool trusted = mark == TitleMark::Link || (mark == TitleMark::Strong && beginsBody(pair));
            if (mark == TitleMark::Strong && !beginsBody(pair) && isVenueWithYear(pair.content))
                continue;
            // What is linked before all else is the title, however short.
            const bool first = mark == TitleMark::Link && beginsBody(pair) && !isVenueWithYear(pair.content);
            const bool venue = isVenueText(m_scan, pair.content)
                && (!trusted || (!first && wordCount(m_scan.shown(pair.content)) <= 5));
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

    bool isVenueWithYear(ByteRange range) const
    {
        return std::any_of(m_scan.dates().begin(), m_scan.dates().end(), [&](const DateMention &date) {
            return range.contains(date.range) && m_scan.isWordless({date.range.end, range.end});
        });
    }

    /// Brackets in a colour of their own, before all else.
    bool isTag(const AtomPair &pair) const
    {
        const std::optional<AtomPair> tag = leadingTag(m_scan, pair.range.end);
        return tag && pair.content.contains(tag->range) && m_scan.isWordless({tag->range.end, pair.content.end});
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

    /// Where the text of a paper box begins: behind its badge and picture; the entry's begin where it has none.
    qsizetype bodyBegin(qsizetype before) const
    {
        qsizetype begin = m_atoms.content.begin;
        for (const AtomPair &pair : m_atoms.pairs) {
            if (pair.kind == Kind::Html && pair.cssClass.contains("badge") && pair.range.end <= before)
                begin = std::max(begin, pair.range.end);
        }
        for (const Atom &atom : m_atoms.atoms) {
            const bool wordless = atom.type == Atom::Type::Picture && m_scan.isWordless({begin, atom.range.begin});
            if (wordless && atom.range.begin >= begin && atom.range.end <= before)
                begin = atom.range.end;
        }
        for (const Atom &atom : m_scan.atomsIn({begin, before})) {
            const bool mark = atom.type == Atom::Type::Close || atom.type == Atom::Type::Open;
            if (mark && atom.range.begin >= begin && m_scan.isBlank({begin, atom.range.begin}))
                begin = begin == m_atoms.content.begin || isEmphasisMark(atom) ? begin : atom.range.end;
        }
        return begin;
    }

    bool isEmphasisMark(const Atom &atom) const { return m_atoms.pairs[static_cast<size_t>(atom.pair)].isEmphasis(); }

    /// A range without the tag at its begin ("[CCF-B]", "`PATHS`"), whatever emphasis holds nothing else.
    ByteRange withoutTag(ByteRange range) const
    {
        range = m_scan.withoutSeparators(range);
        const std::optional<AtomPair> tag = leadingTag(m_scan, range.end);
        return tag && range.contains(tag->range) ? m_scan.withoutSeparators({tag->range.end, range.end}) : range;
    }

    /// Where commas are all there is between title and venue, the title ends before the part that names a venue, and
    /// where none does before the part that a year follows.
    ByteRange beforeVenue(ByteRange sentence) const
    {
        const std::vector<PhrasePart> parts = m_scan.parts(sentence);
        for (size_t i = 1; i < parts.size(); ++i) {
            if (isVenueText(m_scan, parts[i].range))
                return {sentence.begin, parts[i - 1].range.end};
        }
        if (parts.size() < 3 || !isDate(parts.back().range))
            return sentence;
        size_t venue = parts.size() - 2;
        while (venue > 1 && goesOnFrom(parts[venue - 1].range, parts[venue]))
            --venue;
        const ByteRange title{sentence.begin, parts[venue - 1].range.end};
        return wordsIn(title) >= 3 ? title : sentence;
    }

    bool isDate(ByteRange range) const
    {
        return std::any_of(m_scan.dates().begin(), m_scan.dates().end(), [&](const DateMention &date) {
            return range.contains(date.range) && m_scan.isWordless({range.begin, date.range.begin})
                && m_scan.isWordless({date.range.end, range.end});
        });
    }

    /// True for brackets right behind words, and words right behind brackets: no comma stands between.
    bool goesOnFrom(ByteRange before, const PhrasePart &part) const
    {
        return m_scan.isBlank({before.end, part.range.begin});
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
                if (at > 0 || (at == 0 && begin > range.begin))
                    return {range.begin, begin + at + (stop[0] == '.' ? 0 : 1)};
            }
        }
        return range;
    }

    const EntryScan &m_scan;
    const Atoms &m_atoms;
    std::optional<ByteRange> m_title;
    TitleMark m_mark = TitleMark::None;
    bool m_line = false;
};

QByteArray withoutMarks(const QByteArray &label)
{
    QByteArray bare = label;
    while (!bare.isEmpty() && strchr("[]():.,\\ ", bare.front()))
        bare.remove(0, 1);
    while (!bare.isEmpty() && strchr("[]():.,\\ ", bare.back()))
        bare.chop(1);
    return bare;
}

} // namespace

std::optional<FoundTitle> markedTitle(const EntryScan &scan)
{
    return TitleFinder(scan).marked();
}

std::optional<FoundTitle> titleByPlace(const EntryScan &scan, const NameRun &authors)
{
    return TitleFinder(scan).byPlace(authors);
}

bool isRowOfNames(const EntryScan &scan, ByteRange range)
{
    const std::vector<NameRun> runs = nameRuns(scan, range, {}, 2);
    return runs.size() == 1 && (runs[0].names.size() > 1 || runs[0].names[0].owner)
        && scan.isWordless({range.begin, runs[0].range.begin}) && scan.isWordless({runs[0].range.end, range.end});
}

bool isResource(const EntryScan &scan, const AtomPair &link)
{
    const QByteArray label = scan.shown(link.content).trimmed().toLower();
    const QByteArray bare = withoutMarks(label);
    return lexicon::resources().contains(bare);
}

} // namespace vitrine
