#pragma once

#include "content/page/Edits.h"

namespace vitrine::test {

/// An invented page in the manner of academicpages: list items, quoted titles, `\*` and `+`, rows of links.
QByteArray plainPage();
/// An invented page in the manner of AcadHomepage: emphasised dates, linked titles, paper boxes.
QByteArray boxPage();

/// The entry with this id; the test fails loudly when there is none.
EntryRef entryNamed(const Page &page, const char *id);
int sectionNamed(const Page &page, const char *id);
/// A field's value as text, for comparing; authors as "name[marks]!" (! the owner), links as "label<url>".
QByteArray said(const Page &page, EntryRef ref, FieldId field);
QByteArray said(const Value &value);

/// The page after a change, or its refusal in words.
QByteArray bytesAfter(const Page &page, const Result<PageChange> &change);

/// The lines of `after` that are not in `before`, for messages that show what differs.
QByteArray newLines(const QByteArray &before, const QByteArray &after);

Author authorOf(const char *name, const QList<QByteArray> &marks = {}, bool self = false);
Link linkTo(const char *label, const char *url);

} // namespace vitrine::test
