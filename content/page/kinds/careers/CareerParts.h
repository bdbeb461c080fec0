#pragma once

#include "content/page/kinds/cutting/EntryScan.h"
#include "content/page/kinds/words/WordSet.h"

namespace vitrine {

/// What the words of a part say that it is.
enum class Sense {
    Words, ///< nothing that a list knows
    Role, ///< research intern, professor, 实习生
    Degree, ///< Ph.D. in Physics, 硕士
    School, ///< a university and its like
    Organization, ///< a company, institute or foundation
    Department, ///< what is part of an organization
    Place, ///< a city or country
    Remark, ///< who supervised, a thesis, a mark, a rank, a sum
    Prose, ///< a sentence
};

/// A piece of what an entry says, cut at punctuation, line breaks, dates, and blanks between Chinese words.
struct CareerPart
{
    Sense sense = Sense::Words;
    ByteRange range; ///< without blanks; of a bracket what stands in it
    bool bracket = false;
    bool wrapped = false; ///< emphasis sets all of it apart
    bool afterAt = false; ///< "at" or "@" stands before it
    int line = 0; ///< how many breaks stand before it
};

/// The parts of an entry's head with what they say; finds and claims its date first.
class CareerParts
{
public:
    explicit CareerParts(EntryScan &scan);

    size_t count() const { return m_parts.size(); }
    /// How many parts stand before a date in the middle; all of them when it stands elsewhere.
    size_t unbroken() const { return m_unbroken; }
    const CareerPart &operator[](size_t i) const { return m_parts[i]; }
    ByteRange range(size_t i) const { return m_parts[i].range; }
    Sense sense(size_t i) const { return m_parts[i].sense; }
    QByteArray shown(size_t i) const { return m_scan.shown(range(i)); }
    bool says(size_t i, const WordSet &words) const { return words.isIn(shown(i)); }
    bool isLinked(size_t i) const;
    /// True when emphasis sets the whole part apart.
    bool isWrapped(size_t i) const { return m_parts[i].wrapped; }
    /// True for a part that no field has yet.
    bool isFree(size_t i) const { return !m_scan.claims.overlaps(range(i)); }
    /// True for a part in one line with the entry's date.
    bool isByDate(size_t i) const;
    std::vector<size_t> having(Sense sense) const;
    /// A name that can be a town before its country.
    bool isTown(size_t i) const;

    /// Forgets what stands before a place in the text; a part around it begins there.
    void dropBefore(qsizetype at);

    bool claim(FieldId field, size_t i) { return m_scan.claims.add(field, range(i)); }
    bool claim(FieldId field, size_t first, size_t last);
    /// Claims a university or company; what a Chinese name adds of its department (青山大学计算机学院) is none of it.
    bool claimOrganization(FieldId field, size_t i);
    /// Claims all words before the first break, bracket, remark or date in the middle: what cannot surely be split.
    bool claimWhole(FieldId field);
    /// Claims the last run of places, with the town before a country, from part `from` on.
    void claimLocation(size_t from);
    /// The same; else what stands last in the line right behind a university or company, also where no list knows the
    /// place.
    void claimLocationOf(size_t owner, size_t from);
    /// Claims who supervised and the like as a note, with the links of people in it.
    void claimRemarks();
    /// The first line of the nested items, when it is one part of this sense, or where the others of the section have
    /// such a one; claims nothing.
    std::optional<ByteRange> nestedTitle(Sense sense) const;
    /// The words that are a whole line right below the line of a part, when there is one such line.
    std::optional<size_t> lineOfItsOwn(size_t below) const;

private:
    void cut(ByteRange range);
    void cutBehind(ByteRange date, qsizetype end);
    void add(const PhrasePart &part);
    void addWords(ByteRange range);
    std::vector<ByteRange> besideChinese(std::vector<ByteRange> pieces) const;
    std::optional<std::pair<ByteRange, ByteRange>> jobAndPlace(ByteRange words) const;
    std::optional<std::pair<ByteRange, ByteRange>> schoolAndDegree(ByteRange words) const;
    bool isJobByPlace(ByteRange job, ByteRange employer) const;
    bool goesOn(ByteRange words) const;
    void openWrappers();
    void spreadRemarks();

    EntryScan &m_scan;
    std::vector<CareerPart> m_parts;
    int m_line = 0;
    size_t m_unbroken = 0; ///< how many parts stand before a date in the middle
};

/// What the words of a text say that it is, in an entry of that kind.
Sense senseOf(QByteArrayView shown, Kind kind);
/// True where the words of a range may be that field of an entry, whatever stands there in the entries beside it.
bool mayBe(const EntryScan &scan, FieldId field, ByteRange range);
/// A mark, a rank or a sum, which says all that it says.
bool isMark(QByteArrayView text);
/// True for a city, state or country, also two of them without a comma.
bool isPlaceName(QByteArrayView shown);
/// Cuts a range at the first of some words ("Intern at X"), outside the pairs in it; nothing when none stands there.
std::optional<std::pair<ByteRange, ByteRange>>
cutAt(const EntryScan &scan, ByteRange range, std::initializer_list<const char *> words);

} // namespace vitrine
