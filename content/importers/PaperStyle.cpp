#include "content/importers/PaperStyle.h"

#include "content/importers/PaperMatch.h"
#include "content/page/kinds/papers/Names.h"
#include "content/page/kinds/siblings/PageVote.h"
#include "content/page/writing/Escape.h"

#include <algorithm>

namespace vitrine {

namespace {

/// More papers than this are not asked for the short name of a venue.
constexpr size_t mostVenues = 500;

/// Venues up to this size are short names (bytes).
constexpr qsizetype longestShort = 12;

/// A field that fewer of the page's papers have is not part of its style.
constexpr double leastShare = 0.2;

std::vector<const Entry *> papersOf(const Page &page)
{
    std::vector<const Entry *> papers;
    for (const Section &section : page.outline().sections) {
        for (const Entry &entry : section.entries) {
            if (entry.kind == Kind::Publication && entry.structured)
                papers.push_back(&entry);
        }
    }
    return papers;
}

LinkList linksOf(const Entry &entry)
{
    const Field *links = entry.field(FieldId::Links);
    return links ? links->value.links() : LinkList();
}

/// What was counted most, the first by letters of those that are as common; `none` when nothing was.
QByteArray mostOf(const QHash<QByteArray, int> &counts, const QByteArray &none)
{
    QByteArray result = none;
    int most = 0;
    for (auto count = counts.cbegin(); count != counts.cend(); ++count) {
        if (count.value() > most || (count.value() == most && count.key() < result)) {
            most = count.value();
            result = count.key();
        }
    }
    return result;
}

/// What kinds of address links have, for what they are called.
QByteArray leadsTo(const QByteArray &url)
{
    for (const char *host : {"arxiv.org", "github.com", "doi.org", "openreview.net"}) {
        if (url.contains(host))
            return host;
    }
    return url.endsWith(".pdf") ? "pdf" : "other";
}

} // namespace

PaperStyle::PaperStyle(const Page &page)
    : m_page(page), m_papers(papersOf(page)), m_owners(hintsOfSite(page.context()).owners)
{
    for (const Entry *paper : m_papers)
        learn(*paper);
}

void PaperStyle::learn(const Entry &paper)
{
    if (const Field *authors = paper.field(FieldId::Authors)) {
        for (const Author &author : authors->value.authors()) {
            if (author.self && !isOwner(author.name, m_owners))
                m_owners.push_back(author.name);
        }
    }
    const LinkList links = linksOf(paper);
    m_linkedTitles += !links.isEmpty() && links.front().label.isEmpty() ? 1 : 0;
    for (const Link &link : links) {
        if (!link.label.isEmpty() && !link.url.isEmpty())
            ++m_labels[leadsTo(link.url)][link.label];
    }
    const Field *field = paper.field(FieldId::Venue);
    const QByteArray venue = field ? field->value.text() : QByteArray();
    if (venue.isEmpty())
        return;
    if (saysUnpublished(venue)) {
        ++m_preprints[venue];
        return;
    }
    m_shortVenues += venue.size() <= longestShort ? 1 : 0;
    if (m_venues.size() < mostVenues)
        m_venues.push_back(venue);
}

bool PaperStyle::shows(FieldId field) const
{
    const auto having = std::count_if(
        m_papers.begin(), m_papers.end(), [&](const Entry *paper) { return paper->field(field) != nullptr; });
    return m_papers.empty() || static_cast<double>(having) >= leastShare * static_cast<double>(m_papers.size());
}

AuthorList PaperStyle::authors(const Paper &paper) const
{
    AuthorList authors;
    for (const QByteArray &name : paper.authors)
        authors.push_back({name, {}, isOwner(name, m_owners), {}, {}});
    return authors;
}

QByteArray PaperStyle::venue(const Paper &paper) const
{
    const auto hasDigits = [](const QByteArray &text) {
        return std::any_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
    };
    if (paper.isPreprint()) {
        const QByteArray known = mostOf(m_preprints, {});
        return known.isEmpty() || hasDigits(known) ? text(paper.venue) : known;
    }
    for (const QByteArray &known : m_venues) {
        const bool same = isSameVenue(known, paper.venue) || (!paper.shortVenue.isEmpty() && known == paper.shortVenue);
        if (same && !hasDigits(known) && known.size() < paper.venue.size())
            return known;
    }
    const bool writesShort = 2 * m_shortVenues > static_cast<int>(m_venues.size());
    return writesShort && !paper.shortVenue.isEmpty() ? paper.shortVenue : text(paper.venue);
}

LinkList PaperStyle::links(const Paper &paper) const
{
    LinkList links = paper.links;
    if (links.isEmpty() && !paper.doi.isEmpty() && !shows(FieldId::Doi))
        links.push_back({"Paper", "https://doi.org/" + paper.doi, {}, {}});
    for (Link &link : links) {
        link.label = mostOf(m_labels.value(leadsTo(link.url)), link.label);
    }
    if (2 * m_linkedTitles > static_cast<int>(m_papers.size()) && !links.isEmpty())
        links.front().label.clear();
    return links;
}

QByteArray PaperStyle::title(const Paper &paper) const
{
    QByteArray title;
    for (const LatexRun &run : paper.title)
        title += run.formula ? run.text : text(run.text);
    return title;
}

QByteArray PaperStyle::text(const QByteArray &plain) const
{
    // Where it will stand is not known yet; names, venues and links with signs of their own do stand around it.
    EscapeContext context;
    context.markdown = m_page.context().markdown;
    context.before = "**a**, ";
    context.after = ", *a*, _a_ [a](b)";
    return markdownFromPlain(plain, context);
}

} // namespace vitrine
