#pragma once

#include "content/page/Page.h"

#include <QStringList>

namespace vitrine {

/// What editors learn from the page to complete what is typed. All lists: commonest first, each once.
namespace words {

/// Values of a field over all entries, as they are shown.
QStringList valuesOf(const Page &page, FieldId field);
/// All authors but the owner.
QStringList coAuthors(const Page &page);
/// The owner's own name as author lists write it most often; empty when none is marked.
QString ownName(const Page &page);
/// Labels of links in entries of a kind.
QStringList linkLabels(const Page &page, Kind kind);
/// The label that links to the same host have; empty when there is none.
QString labelForAddress(const Page &page, const QString &address);

} // namespace words

} // namespace vitrine
