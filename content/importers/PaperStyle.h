#pragma once

#include "content/importers/Bibliography.h"
#include "content/page/Page.h"

#include <QHash>

#include <vector>

namespace vitrine {

/// How the papers of a page are written, as far as an import must know. Refers to the page.
class PaperStyle
{
public:
    explicit PaperStyle(const Page &page);

    /// True when enough of the page's papers have a field; also when there are none to ask.
    bool shows(FieldId field) const;
    /// The authors of a paper, the owner of the page marked.
    AuthorList authors(const Paper &paper) const;
    /// The venue of a paper by the name that the page has for it; by its short name where the page mostly writes such;
    /// a preprint as the page calls its preprints; else as it is.
    QByteArray venue(const Paper &paper) const;
    /// The links of a paper, labelled as the page labels links to such places.
    LinkList links(const Paper &paper) const;
    /// A title as Markdown; formulas stay.
    QByteArray title(const Paper &paper) const;
    /// Plain text as Markdown.
    QByteArray text(const QByteArray &plain) const;

private:
    void learn(const Entry &paper);

    const Page &m_page;
    std::vector<const Entry *> m_papers;
    std::vector<QByteArray> m_owners;
    std::vector<QByteArray> m_venues;
    QHash<QByteArray, int> m_preprints; ///< how often preprints are called what
    int m_shortVenues = 0;
    QHash<QByteArray, QHash<QByteArray, int>> m_labels; ///< by what a link leads to: how often it is called what
    int m_linkedTitles = 0;
};

} // namespace vitrine
