#pragma once

#include "content/page/Page.h"
#include "content/text/Error.h"

namespace vitrine {

// The sentences for what an entry cannot hold, each with the value that it could hold where there is one.

Error refusedBlankInAddress(const QByteArray &url);
/// A field that entries of this kind never have.
Error refusedForeignField(Kind kind, FieldId field);
/// A link that stands in running text is edited there.
Error refusedInsideText();
/// No entry shows where such a field would stand.
Error refusedNoPlace(FieldId field);
/// A date or another value that is derived from a text.
Error refusedDerived(FieldId field, FieldId from);
/// The bytes come from the site's code, not from a file that can be edited here.
Error refusedGenerated();
/// Written, the value did not read back as asked: says why, as far as the value itself tells.
Error refusedUnreadable(const Page &page, const Entry *entry, FieldId field, const Value &value);
/// Typed as Markdown, an entry would swallow or change others.
Error refusedReachesBeyond(bool hidden, const QByteArray &markdown);

} // namespace vitrine
