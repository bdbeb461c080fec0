#pragma once

#include "content/page/kinds/siblings/EntryPattern.h"

#include <functional>

namespace vitrine {

/// Two fields of an entry that follow one another, and what stands between them.
struct SiblingJoin
{
    FieldId first = FieldId::Text;
    FieldId second = FieldId::Text;
    QByteArray between;
    friend bool operator==(const SiblingJoin &, const SiblingJoin &) = default;
};

/// Where a field stands in an entry: its neighbours (-1: an end of the entry) and the bytes between.
struct SiblingPlace
{
    FieldId field = FieldId::Text;
    int left = -1;
    int right = -1;
    QByteArray before, after;
    friend bool operator==(const SiblingPlace &, const SiblingPlace &) = default;
};

/// What one entry that was understood shows of where fields stand.
struct SiblingSample
{
    std::vector<SiblingPlace> places;
    std::vector<SiblingJoin> joins;
    EntryPattern pattern; ///< of all of it
    bool lists = false; ///< a text that its place tells holds a comma: there may be more in it

    /// `claims` of the entry `text` without what was left over.
    static SiblingSample of(const QByteArray &text, const std::vector<Claim> &claims);
};

/// What words cannot tell, the place tells: between a quoted title and a year stands the venue where other entries of
/// the section have theirs between just these signs, whatever it says. Learns from the readings of a section where
/// each field stands (between which fields, with which bytes around it), and relabels the texts of an entry by that.
/// Templates that learnt the same are equal.
class SiblingTemplates
{
public:
    /// Tells of a field and a place in an entry whether its words may be that.
    using MayBe = std::function<bool(FieldId, ByteRange)>;

    void learn(const SiblingSample &sample);
    /// A text of another reading, of the entry `text`, that siblings know better: the field and where it stands.
    /// Nothing when all is well. Linear in the number of places known. `settler` tells which ranges cut no pair.
    std::optional<Claim>
    find(const QByteArray &text, const std::vector<Claim> &claims, const Claims &settler, const MayBe &fits) const;

    /// How the entries are laid out as a whole.
    const SectionPatterns &patterns() const { return m_patterns; }

    /// Two texts that siblings tell apart and this reading took for one; nothing when there are none such.
    std::vector<Claim> split(const QByteArray &text, const std::vector<Claim> &claims, const Claims &settler) const;

    friend bool operator==(const SiblingTemplates &, const SiblingTemplates &) = default;

private:
    struct Join
    {
        SiblingJoin join;
        int seen = 1;
        friend bool operator==(const Join &, const Join &) = default;
    };
    struct Place
    {
        SiblingPlace place;
        int seen = 1;
        friend bool operator==(const Place &, const Place &) = default;
    };

    bool attests(const SiblingPlace &place) const;
    bool readsAsKnown(const SiblingPlace &place, const std::vector<Claim> &claims, ByteRange found) const;

    std::vector<Place> m_places; ///< the most frequent first
    std::vector<Join> m_joins;
    SectionPatterns m_patterns;
    int m_learnt = 0; ///< how many entries
    int m_listing = 0; ///< of these, how many hold a comma in a text
};

/// True for fields that are the name of something, found by its words: siblings do not stretch them.
bool isNameField(FieldId field);
/// False where words say that they are something else: a place is no university, a department no place.
bool mayBeField(QByteArrayView text, FieldId field);

} // namespace vitrine
