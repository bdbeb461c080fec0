#pragma once

#include "content/markdown/Reader.h"
#include "content/page/Page.h"

namespace vitrine {

/// Where a value stands, as far as the spelling of plain text depends on it.
struct EscapeContext
{
    enum class Place {
        Markdown, ///< running text: backslashes and entities
        Html, ///< raw HTML, where a backslash is shown: entities
        Attribute, ///< the value of an HTML attribute
        Verbatim, ///< code, where nothing can be escaped
    };

    MarkdownOptions markdown;
    Place place = Place::Markdown;
    bool startsBlock = false; ///< nothing stands before it in its block: `#`, `-` or `1.` would mean something
    QByteArray before, after; ///< the rest of its paragraph; what a sign means depends on what stands around it
};

/// Spells one line of plain UTF-8 so that the page shows it literally. Harmless signs stay as typed, line breaks become
/// blanks. Never fails: where nothing can be escaped the text comes back as it is.
QByteArray markdownFromPlain(const QByteArray &plain, const EscapeContext &context);

/// The same with every sign escaped that could ever mean something; for neighbours that the first cannot judge.
QByteArray markdownFromPlainStrictly(const QByteArray &plain, const EscapeContext &context);

/// The context of a place in the expanded text of a page.
EscapeContext escapeContextAt(const Page &page, ByteRange slot);
/// The context of a field of an entry; that of ordinary running text when the entry lacks the field.
EscapeContext escapeContextOf(const Page &page, EntryRef entry, FieldId field);

} // namespace vitrine
