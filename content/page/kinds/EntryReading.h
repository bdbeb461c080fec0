#pragma once

#include "content/page/kinds/Readers.h"
#include "content/page/kinds/siblings/PageVote.h"
#include "content/page/kinds/siblings/SiblingTemplates.h"

#include <QHash>

namespace vitrine {

/// What its kind's reader says of an entry, before its siblings are asked. A function of the cut and of the hints.
struct EntryDraft
{
    std::shared_ptr<const PageHints> hints; ///< it was read with
    EntryScan scan; ///< with all claims
    Confidence confidence = Confidence::None;
    std::vector<Claim> claims; ///< what the reader found, without what was left over
    int lost = 0; ///< stretches of words that no field could take
    SiblingSample sample; ///< what siblings learn of it; empty when it is not sure

    bool isSure() const { return confidence == Confidence::Good && lost == 0; }
};

/// What an entry says at last. A function of the draft and of what its section agreed on.
struct EntryFinding
{
    std::shared_ptr<const SiblingTemplates> templates; ///< it was read with
    std::vector<Field> fields;
    EntryLayout layout;
    bool structured = false;
};

/// All that was made out of an entry, step by step, with ranges that count from its first byte. Each step keeps what it
/// was made from, so that another revision of the page can tell whether it would come to the same; the steps are
/// immutable and shared between revisions.
struct EntryReading
{
    std::shared_ptr<const EntryCut> cut; ///< nothing for an essay
    EntryVotes votes;
    std::shared_ptr<const EntryDraft> draft;
    std::shared_ptr<const EntryFinding> finding;

    /// Cuts an entry and asks it for its votes.
    static EntryReading
    of(const QByteArray &text, Kind kind, Container container, const MarkdownOptions &options,
       const std::shared_ptr<const PageHints> &siteHints);

    /// False for entries that stay whole.
    bool mayBeRead() const { return cut && cut->atoms.pairs.size() <= mostPairs; }
    /// Each makes its step anew unless it was made from the same.
    void read(const std::shared_ptr<const PageHints> &hints);
    void settle(const std::shared_ptr<const SiblingTemplates> &templates);
    /// Gives an entry what was found, at the place where it stands.
    void give(Entry &entry) const;
};

/// The readings of a page's entries by their bytes, kind and container.
class EntryMemory
{
public:
    /// What is known of these bytes; nothing when they were never read.
    const EntryReading *find(QByteArrayView text, Kind kind, Container container) const;
    void keep(const EntryReading &reading);

private:
    struct Key
    {
        QByteArray text;
        Kind kind;
        Container container;
        friend bool operator==(const Key &, const Key &) = default;
        friend size_t qHash(const Key &key, size_t seed) noexcept
        {
            return qHashMulti(seed, key.text, static_cast<int>(key.kind), static_cast<int>(key.container));
        }
    };
    QHash<Key, EntryReading> m_readings;
};

} // namespace vitrine
