#include "content/importers/PaperReview.h"

#include "content/importers/PaperMatch.h"

#include <QHash>

#include <algorithm>

namespace vitrine {

namespace {

/// The papers of the page by what they are compared by.
class PapersOnPage
{
public:
    explicit PapersOnPage(const Page &page) : m_page(page)
    {
        for (int s = 0; s < static_cast<int>(page.outline().sections.size()); ++s) {
            for (int e = 0; e < static_cast<int>(page.section(s).entries.size()); ++e)
                add({s, e});
        }
    }

    std::optional<EntryRef> find(const Paper &paper) const
    {
        for (const QString &key :
             {doiKey(paper.doi.toLower()), arxivKey(paper.arxiv), QString(titleKey(paper.plainTitle()))}) {
            const auto found = key.isEmpty() ? m_entries.cend() : m_entries.constFind(key);
            if (found != m_entries.cend())
                return *found;
        }
        return {};
    }

private:
    static QString doiKey(const QByteArray &doi)
    {
        return doi.isEmpty() ? QString() : QStringLiteral("doi:") + QString::fromUtf8(doi);
    }
    static QString arxivKey(const QByteArray &number)
    {
        return number.isEmpty() ? QString() : QStringLiteral("arxiv:") + QString::fromUtf8(number);
    }

    void add(EntryRef ref)
    {
        const Entry &entry = m_page.entry(ref);
        if (entry.kind != Kind::Publication)
            return;
        const Field *title = entry.field(FieldId::Title);
        const QString key = title ? titleKey(title->plain.value_or(title->value.text())) : QString();
        for (const QString &one : {doiKey(doiOf(entry)), arxivKey(arxivOf(entry)), key}) {
            if (!one.isEmpty() && !m_entries.contains(one))
                m_entries.insert(one, ref);
        }
    }

    const Page &m_page;
    QHash<QString, EntryRef> m_entries;
};

const Value *asked(const FieldValues &values, FieldId field)
{
    const auto found =
        std::find_if(values.begin(), values.end(), [&](const auto &pair) { return pair.first == field; });
    return found == values.end() ? nullptr : &found->second;
}

std::vector<QByteArray> namesOf(const Value &value)
{
    std::vector<QByteArray> names;
    for (const Author &author : value.authors())
        names.push_back(author.name);
    return names;
}

/// What is shown of a field, for comparisons.
QByteArray shownOf(const Field &field)
{
    return field.plain.value_or(field.value.text());
}

bool saysTheSame(const Field &onPage, const Value &imported, const Paper &paper)
{
    switch (onPage.id) {
    case FieldId::Title:
        return titleKey(shownOf(onPage)) == titleKey(paper.plainTitle());
    case FieldId::Authors: {
        const std::vector<QByteArray> names = namesOf(onPage.value);
        return isSameRow(names, paper.authors, paper.moreAuthors || names.size() < paper.authors.size());
    }
    case FieldId::Venue: {
        const QByteArray venue = shownOf(onPage);
        const bool unpublished = saysUnpublished(venue);
        const bool same = isSameVenue(venue, paper.venue) || isSameVenue(venue, imported.text())
            || (!paper.shortVenue.isEmpty() && isSameVenue(venue, paper.shortVenue));
        return paper.isPreprint() || (!unpublished && same);
    }
    case FieldId::Date:
        return paper.isPreprint() || onPage.value.text().left(4) == imported.text().left(4);
    case FieldId::Doi:
        return onPage.value.text().toLower() == imported.text().toLower();
    case FieldId::Pages:
        return titleKey(shownOf(onPage)) == titleKey(imported.text());
    case FieldId::Volume:
    case FieldId::Issue:
        return shownOf(onPage) == imported.text();
    default:
        return true;
    }
}

std::vector<PaperDifference> differencesOf(const Page &page, const PaperStyle &style, EntryRef ref, const Paper &paper)
{
    std::vector<PaperDifference> differences;
    const FieldValues values = valuesOf(style, paper);
    for (const Field &field : page.entry(ref).fields) {
        const Value *imported = asked(values, field.id);
        if (imported && !imported->isEmpty() && !saysTheSame(field, *imported, paper))
            differences.push_back({field.id, field.value, *imported});
    }
    return differences;
}

} // namespace

std::vector<PaperFinding> reviewPapers(const Page &page, const std::vector<Paper> &papers)
{
    const PapersOnPage there(page);
    const PaperStyle style(page);
    QHash<QString, bool> seen;
    std::vector<PaperFinding> findings;
    for (const Paper &paper : papers) {
        PaperFinding finding;
        finding.paper = paper;
        finding.entry = there.find(paper);
        const QString key = titleKey(paper.plainTitle());
        if (seen.contains(key) && !key.isEmpty()) {
            finding.state = PaperFinding::State::Repeated;
        } else if (finding.entry) {
            finding.differences = differencesOf(page, style, *finding.entry, paper);
            finding.state = finding.differences.empty() ? PaperFinding::State::There : PaperFinding::State::Differs;
        } else {
            finding.place = placeFor(page, paper);
        }
        seen.insert(key, true);
        findings.push_back(std::move(finding));
    }
    return findings;
}

std::vector<size_t> orderOfAdding(const std::vector<PaperFinding> &findings)
{
    std::vector<size_t> order;
    for (size_t i = findings.size(); i-- > 0;) {
        if (findings[i].state == PaperFinding::State::New)
            order.push_back(i);
    }
    std::stable_sort(order.begin(), order.end(), [&](size_t a, size_t b) {
        return findings[a].paper.date < findings[b].paper.date;
    });
    return order;
}

} // namespace vitrine
