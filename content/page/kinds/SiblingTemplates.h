#pragma once

#include "content/page/kinds/Claims.h"

namespace vitrine {

/// What words cannot tell, the place tells: between a quoted title and a year stands the venue where other entries of
/// the section have theirs between just these signs, whatever it says. Learns from the readings of a section where
/// each field stands (between which fields, with which bytes around it), and relabels the texts of an entry by that.
class SiblingTemplates
{
public:
    explicit SiblingTemplates(const QByteArray &text) : m_text(text) { }

    /// A reading that was understood, without what was left over.
    void learn(ByteRange entry, const std::vector<Claim> &claims);
    /// A text of another reading that siblings know better: the field and where it stands. Nothing when all is well.
    /// Linear in the number of places known. `settler` tells which ranges cut no pair.
    std::optional<Claim> find(ByteRange entry, const std::vector<Claim> &claims, const Claims &settler) const;

    /// Two texts that siblings tell apart and this reading took for one; nothing when there are none such.
    std::vector<Claim> split(const std::vector<Claim> &claims, const Claims &settler) const;

private:
    /// Two fields that follow one another, and what stands between them.
    struct Join
    {
        FieldId first = FieldId::Text;
        FieldId second = FieldId::Text;
        QByteArray between;
        int seen = 1;
    };

    /// Where a field stands: its neighbours (-1: an end of the entry) and the bytes between.
    struct Place
    {
        int left = -1;
        int right = -1;
        QByteArrayView before, after; ///< in the text
        FieldId field = FieldId::Text;
        int seen = 1;
    };

    QByteArrayView bytes(qsizetype begin, qsizetype end) const
    {
        return QByteArrayView(m_text).sliced(begin, end - begin);
    }
    std::optional<ByteRange> rangeAt(const Place &place, ByteRange entry, const std::vector<Claim> &claims) const;
    bool attests(const Place &place) const;
    bool readsAsKnown(const Place &place, const std::vector<Claim> &claims, ByteRange found) const;

    bool addsRank(FieldId field, const std::vector<Claim> &claims, ByteRange found) const;

    const QByteArray &m_text;
    void learnJoins(const std::vector<Claim> &claims);
    std::vector<Claim> splitAt(const Claim &claim, const Join &join, const Claims &settler) const;

    std::vector<Place> m_places; ///< the most frequent first
    std::vector<Join> m_joins;
    int m_learnt = 0; ///< how many entries
};

} // namespace vitrine
