#pragma once

#include "content/page/EntryLayout.h"
#include "content/page/Schema.h"
#include "content/page/dates/Dates.h"
#include "content/text/Placed.h"
#include "content/text/Value.h"

#include <QByteArray>
#include <QList>

#include <optional>
#include <vector>

namespace vitrine {

/// A field of an entry as the page has it. Ranges are in the expanded text.
struct Field
{
    FieldId id = FieldId::Text;
    Value value;
    std::optional<ByteRange> range; ///< nothing for a derived value
    std::vector<ByteRange> also; ///< other places that say the same and change with it
    QByteArray written; ///< dates: as the page writes it
    DateForm dateForm; ///< dates: how to spell another one in this place
    /// Strings: what is shown (unescaped), when the value has no markup; empty otherwise.
    std::optional<QByteArray> plain;
};

/// Moves all ranges of fields or of a layout.
void shift(std::vector<Field> &fields, qsizetype by);
void shift(EntryLayout &layout, qsizetype by);

/// The form in which an entry is written.
enum class Container { List, NumberedList, Box, Heading, Paragraph, HtmlItem, TableRow };

/// One item of a section.
struct Entry
{
    QByteArray id; ///< "publications/preprints/1"
    Kind kind = Kind::Other;
    Container container = Container::List;
    bool hidden = false;
    bool structured = false; ///< understood: fields and layout can be relied on
    ByteRange range;
    /// A hidden entry's comment with its marks, when it has one of its own; equal to `range` otherwise.
    ByteRange outerRange;
    Placed<std::vector<Field>> fields;
    Placed<EntryLayout> layout; ///< empty when not structured

    const Field *field(FieldId wanted) const;
};

/// Other content of a section: a legend, text, HTML, style, script, a Liquid tag.
struct Block
{
    enum class Type { Text, Legend, Html, Comment, Code, Rule, Liquid, Table };
    Type type = Type::Text;
    bool hidden = false;
    ByteRange range;
};

/// A heading and what follows it.
struct Section
{
    QByteArray id; ///< slug path, "publications/preprints"; "top" before the first heading
    QByteArray title; ///< plain UTF-8 without a leading emoji
    QByteArray emoji; ///< the heading's own leading emoji, if any
    Kind kind = Kind::Other;
    int level = 0; ///< 1 to 6; 0 for "top"
    int parent = -1; ///< index of the section that holds this one
    bool hidden = false;
    ByteRange range; ///< from its heading (or anchor line, or `<!--` above it) to the next section; sub-sections inside
    ByteRange headingRange;
    ByteRange titleRange; ///< the bytes that setting the title replaces
    std::vector<Entry> entries; ///< those in no sub-section
    std::vector<Block> blocks;
};

/// What a mark at an author's name means.
struct MarkMeaning
{
    QByteArray mark; ///< "*"
    QByteArray meaning; ///< "equal", "corresponding", or the legend's words
};

/// The page as people see it: sections in page order (sub-sections follow their parent), entries, fields.
struct Outline
{
    std::vector<Section> sections;
    std::vector<MarkMeaning> marks;
};

/// Names an entry or a section of one Outline; worthless after an edit (see Page::find).
struct EntryRef
{
    int section = -1;
    int entry = -1;
    friend bool operator==(EntryRef, EntryRef) = default;
};

} // namespace vitrine
