#pragma once

#include "content/page/Page.h"

namespace vitrine::test {

/// A page of these bytes, with no site around it but perhaps the name of its author.
std::shared_ptr<const Page> readPage(const QByteArray &bytes, const QByteArray &owner = {});

/// The folder of real pages (VITRINE_CORPUS), or nothing: then corpus tests say that they are skipped.
std::optional<QString> corpusFolder();
/// Absolute paths of the corpus' pages, in the order of its list.
QStringList corpusPages();

/// A fixed choice of one in `among` things by what they are called; all of them with VITRINE_FULL.
bool isSampled(const QByteArray &name, uint among);

} // namespace vitrine::test
