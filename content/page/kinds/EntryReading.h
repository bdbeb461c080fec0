#pragma once

#include "content/page/kinds/Readers.h"
#include "content/page/kinds/siblings/PageVote.h"
#include "content/page/kinds/siblings/SiblingTemplates.h"
#include "content/text/TextFinder.h"

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

/// The readings of a page's entries in the order of the page, those that stay whole left out.
class EntryMemory
{
public:
    void keep(EntryReading reading) { m_readings.push_back(std::move(reading)); }
    const std::vector<EntryReading> &readings() const { return m_readings; }

private:
    std::vector<EntryReading> m_readings;
};

/// Finds what is known of an entry's bytes, for one reading of a page.
class KnownEntries
{
public:
    /// `memory` (may be null) must outlive this.
    explicit KnownEntries(const EntryMemory *memory);

    /// The reading of an entry of this kind and container; nothing when it is not known.
    const EntryReading *find(QByteArrayView text, Kind kind, Container container);

private:
    std::optional<TextFinder<EntryReading>> m_readings;
};

} // namespace vitrine
