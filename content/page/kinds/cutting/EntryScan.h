#pragma once

#include "content/page/kinds/cutting/Claims.h"
#include "content/page/kinds/cutting/EntryCut.h"
#include "content/page/kinds/words/Words.h"

#include <span>

namespace vitrine {

/// A piece of a phrase between commas, breaks and the like.
struct PhrasePart
{
    enum class Type { Words, Bracket };
    Type type = Type::Words;
    ByteRange range; ///< without blanks; of a bracket with its marks
    bool afterBreak = false; ///< a hard break or a new paragraph comes before it
};

/// What is known of the page before its entries are read, and what its entries agreed on.
struct PageHints
{
    DayOrder dayOrder = DayOrder::MonthFirst;
    std::vector<QByteArray> owners; ///< names of the owner, as pages write them
    bool quotedTitles = false; ///< most papers of the section have their title in quotes
    bool authorsFirst = false; ///< most papers of the section begin with their authors
    bool venueBehindLinks = false; ///< papers of the section have their venue in the line behind a row of links
    bool nestedTitles = false; ///< jobs or degrees stand in the first line below their organization

    friend bool operator==(const PageHints &, const PageHints &) = default;
};

/// One entry on its way to fields: its atoms, what was claimed so far, and the questions that readers ask. A copy goes
/// its own way; what it was cut into and the hints are shared.
class EntryScan
{
public:
    EntryScan(std::shared_ptr<const EntryCut> cut, std::shared_ptr<const PageHints> hints);

    const QByteArray &text() const { return m_cut->text; }
    QByteArrayView bytes(ByteRange range) const
    {
        return QByteArrayView(m_cut->text).sliced(range.begin, range.size());
    }
    const Entry &entry() const { return m_cut->entry; }
    const Atoms &atoms() const { return m_cut->atoms; }
    const PageHints &hints() const { return *m_hints; }
    Claims claims;

    /// The atoms that reach into a range; one that is empty only where it stands inside.
    std::span<const Atom> atomsIn(ByteRange range) const;
    /// The entry's content up to its nested items.
    ByteRange head() const { return {atoms().content.begin, atoms().nestedBegin}; }
    /// Dates before nested items, in the order of the text.
    const std::vector<DateMention> &dates() const { return m_dayFirstDates ? *m_dayFirstDates : m_cut->dates; }
    /// The date before all words, emoji apart; the one after all words and set apart from them.
    const DateMention *headDate() const;
    const DateMention *tailDate() const;
    bool isBlank(ByteRange range) const { return withoutBlanks(bytes(range)).isEmpty(); }
    /// A date and the pairs that hold nothing else.
    ByteRange withPairs(const DateMention &date) const;
    /// True when nothing but punctuation, marks and pairs stands in the range.
    bool isWordless(ByteRange range) const;
    /// The same, and words in brackets.
    bool holdsOnlyBrackets(ByteRange range) const;
    /// The range without separators (`:`, `,`, `-`, `|` …) and blanks at its begin.
    ByteRange withoutSeparators(ByteRange range) const;
    /// The range without pictures, other sealed things and empty pairs at its ends.
    ByteRange withoutPictures(ByteRange range) const;
    /// Cuts a range at commas, hard breaks, bars and brackets that stand in no pair inside it.
    std::vector<PhrasePart> parts(ByteRange range) const;
    /// How many bytes of a text (first) at a place (second) are what its parts are cut at; 0: none.
    using CutLength = qsizetype (*)(QByteArrayView, qsizetype);
    /// Cuts a range at what `length` finds outside the pairs in it.
    std::vector<ByteRange> cut(ByteRange range, CutLength length) const;
    /// True when a hard break or a new paragraph stands between two places.
    bool breaksBetween(qsizetype begin, qsizetype end) const;
    /// What stands in a bracket, without blanks; the range itself when it is none.
    ByteRange insideBracket(ByteRange range) const;
    /// The text of the first nested item; nothing when there is none.
    std::optional<ByteRange> firstNestedLine() const;
    /// Where a word (" at ") stands in the text of a range, outside the pairs inside it.
    std::optional<ByteRange> find(ByteRange range, QByteArrayView word) const;
    /// The innermost pair whose content holds all of the range, or -1.
    int pairAround(ByteRange range) const;
    /// The link whose label or whole is exactly the range, emphasis apart.
    const AtomPair *linkAt(ByteRange range) const;
    /// The shown text of a range: no markup, addresses or pictures.
    QByteArray shown(ByteRange range) const;

    /// Claims a date of one moment, or a period as start and end where the kind has these.
    bool claimDate(const DateMention &mention);
    /// A name without the year that merely follows it ("ROBO 2026"), which is claimed as the date where the entry has
    /// no other; the whole of the range where it has.
    ByteRange withoutFollowingYear(ByteRange range);
    /// Claims the links outside texts: rows of resources, and the addresses of linked titles, badges and venues.
    void claimLinks();

private:
    ByteRange withoutBrackets(ByteRange label) const;
    /// True for a picture, something opaque, or the begin of an element that says nothing.
    bool isSealed(const Atom &atom) const;
    std::shared_ptr<const EntryCut> m_cut;
    std::shared_ptr<const PageHints> m_hints;
    std::optional<std::vector<DateMention>> m_dayFirstDates; ///< where the page's order is not that of the cut
};

} // namespace vitrine
