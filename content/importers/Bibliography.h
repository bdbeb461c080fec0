#pragma once

#include "content/importers/BibtexReader.h"
#include "content/importers/LatexText.h"
#include "content/text/Value.h"

#include <QByteArray>

#include <vector>

namespace vitrine {

/// One paper as a bibliography names it, in the words of publications (DESIGN: publication). All texts are plain UTF-8;
/// only the title may hold formulas.
struct Paper
{
    QByteArray key, type; ///< of BibTeX, for messages
    ByteRange range; ///< of the entry in the file
    std::vector<LatexRun> title;
    std::vector<QByteArray> authors;
    bool moreAuthors = false; ///< "and others"
    QByteArray venue;
    QByteArray shortVenue; ///< as publishers tell it beside the name of a book: "KDD"; may be empty
    QByteArray date; ///< EDTF: year, perhaps month and day
    QByteArray volume, issue, pages;
    QByteArray doi; ///< without its resolver
    QByteArray arxiv; ///< the number of the preprint, without version
    QByteArray note;
    LinkList links; ///< addresses other than the DOI's, labelled by what they lead to

    QByteArray plainTitle() const;
    /// True for what has come out nowhere yet: a preprint or a manuscript.
    bool isPreprint() const;
};

struct Bibliography
{
    std::vector<Paper> papers; ///< in the order of the file; entries without a title are none
    std::vector<Diagnostic> diagnostics; ///< places count in the file
};

/// The papers of a BibTeX file. Never fails.
Bibliography papersFromBibtex(const QByteArray &bytes);

} // namespace vitrine
