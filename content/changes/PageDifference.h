#pragma once

#include "content/changes/matching/PartMatching.h"
#include "content/text/TextEdit.h"

#include <QByteArray>

#include <memory>
#include <vector>

namespace vitrine {

/// Bytes of a file that became other bytes; ranges count in the file of each revision.
struct ChangedStretch
{
    int file = 0;
    ByteRange before, after;

    friend bool operator==(const ChangedStretch &, const ChangedStretch &) = default;
};

/// A field of an entry that says something else; an empty value: it is not there.
struct FieldChange
{
    FieldId field = FieldId::Text;
    Value before, after;
};

/// One change of a page, as a person would name it, with all bytes that belong to it.
struct NamedChange
{
    enum class Subject {
        Entry,
        Section, ///< its heading; with the entries that came, went or moved with it
        Setting, ///< a value of the front matter or of a file of settings
        Text, ///< lines outside entries, headings and settings
        Spacing, ///< blanks and empty lines
    };

    Subject subject = Subject::Entry;
    bool added = false, removed = false, moved = false; ///< otherwise what it says or how it is written has changed
    bool hidden = false, shown = false;
    /// An entry, or a section with `entry` -1; {-1, -1} where it is not there. Of text: the section it stands in.
    EntryRef before, after;
    QByteArray key; ///< of a setting
    QByteArray textBefore, textAfter; ///< what a setting says, how lines of text read
    std::vector<FieldChange> fields;
    int entriesWithin = 0; ///< of a section: entries that came, went or moved with it
    std::vector<ChangedStretch> stretches; ///< sorted by file and place; never empty
    /// Numbers of other changes that go along when this one is taken back: what was moved into a section that was
    /// added, and the like.
    std::vector<int> takesAlong;

    int file() const { return stretches.front().file; }
};

/// How one revision of a page became another: each byte that differs belongs to exactly one change. Immutable, cheap to
/// copy; any thread.
struct PageDifference
{
    std::shared_ptr<const Page> before, after; ///< never null
    std::vector<NamedChange> changes; ///< in the order of the page

    /// All changes together: takes the files of `before` to those of `after`.
    TextEdit edit() const;
    /// The edit of `after` that takes one change back, with those that it takes along.
    TextEdit takingBack(int change) const;
    /// A change and those that it takes along, and those that these take along.
    std::vector<int> withThoseAlong(int change) const;
};

/// Compares two revisions of the same files. Linear in what differs (see matchParts()).
PageDifference differenceOf(std::shared_ptr<const Page> before, std::shared_ptr<const Page> after);

} // namespace vitrine
