#include "content/importers/PaperReview.h"
#include "tests/support/PageFixtures.h"

#include <QFile>
#include <QTest>

using namespace vitrine;
using namespace vitrine::test;

namespace {

QByteArray bytesOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

/// Text as a bibliography writes it.
QByteArray inLatex(QByteArray text)
{
    for (const char *sign : {"&", "%", "#", "_"})
        text.replace(sign, QByteArray("\\") + sign);
    return text.replace('{', "").replace('}', "").replace('$', "").simplified();
}

QByteArray shown(const Entry &entry, FieldId field)
{
    const Field *known = entry.field(field);
    return known ? known->plain.value_or(known->value.text()) : QByteArray();
}

/// An entry of the page as BibTeX: what its owner would find at a publisher's.
QByteArray bibtexOf(const Entry &entry)
{
    QByteArrayList names;
    if (const Field *authors = entry.field(FieldId::Authors)) {
        for (const Author &author : authors->value.authors())
            names += '{' + inLatex(author.name) + '}';
    }
    QByteArray bibtex =
        "@inproceedings{" + QByteArray("key") + ",\n  title = {" + inLatex(shown(entry, FieldId::Title)) + "},\n";
    if (!names.isEmpty())
        bibtex += "  author = {" + names.join(" and ") + "},\n";
    const QByteArray venue = inLatex(shown(entry, FieldId::Venue));
    if (!venue.isEmpty())
        bibtex += "  booktitle = {" + venue + "},\n";
    const Field *date = entry.field(FieldId::Date);
    if (date && date->value.text().left(1) == "2")
        bibtex += "  year = {" + date->value.text().left(4) + "},\n";
    if (const Field *links = entry.field(FieldId::Links)) {
        for (const Link &link : links->value.links()) {
            if (link.url.startsWith("http") && !bibtex.contains("  url"))
                bibtex += "  url = {" + link.url + "},\n";
        }
    }
    return bibtex + "}\n";
}

struct Sums
{
    int asked = 0;
    int found = 0; ///< the review has found the entry
    int equal = 0; ///< and nothing that differs
    int addedAgain = 0; ///< after it was removed
    int removed = 0;
};

} // namespace

/// Papers that stand on real pages, as a bibliography would bring them.
class TestImport : public QObject
{
    Q_OBJECT

private:
    Sums m_sums;

    void askAbout(const Page &page, EntryRef ref)
    {
        const std::vector<Paper> papers = papersFromBibtex(bibtexOf(page.entry(ref))).papers;
        if (papers.empty() || papers[0].title.empty())
            return;
        ++m_sums.asked;
        const PaperFinding finding = reviewPapers(page, papers)[0];
        const bool found = finding.entry.has_value();
        m_sums.found += found ? 1 : 0;
        m_sums.equal += found && finding.differences.empty() ? 1 : 0;
        if (found && !finding.differences.empty() && qEnvironmentVariableIsSet("VITRINE_TELL"))
            qInfo().noquote() << "differs" << page.sources().front().path << page.entry(ref).id
                              << schemaOf(finding.differences[0].field).name;
        if (page.section(ref.section).entries.size() < 3 || page.entry(ref).hidden)
            return;
        const Result<PageChange> removed = removeEntry(page, ref);
        if (!removed || !isSection(*removed->after, ref.section))
            return;
        ++m_sums.removed;
        const Result<PageChange> added = addPaper(*removed->after, ref.section, papers[0]);
        if (!added) {
            if (qEnvironmentVariableIsSet("VITRINE_TELL"))
                qInfo().noquote() << "refused" << page.sources().front().path << page.entry(ref).id
                                  << added.error().sentence;
            return;
        }
        const PaperFinding again = reviewPapers(*added->after, papers)[0];
        m_sums.addedAgain += again.entry ? 1 : 0;
    }

    static bool isSection(const Page &page, int section)
    {
        return section < static_cast<int>(page.outline().sections.size());
    }

private Q_SLOTS:
    void papersOfThePageAreFoundAndCanBeAddedAgain()
    {
        if (!corpusFolder())
            QSKIP("Set VITRINE_CORPUS to a folder of real pages to import their papers into them.");
        for (const QString &path : corpusPages()) {
            const QString folder = path.section(QLatin1Char('/'), -3, -3);
            const auto page = Page::read({{folder, bytesOf(path)}}, {});
            for (int s = 0; s < static_cast<int>(page->outline().sections.size()); ++s) {
                for (int e = 0; e < static_cast<int>(page->section(s).entries.size()); ++e) {
                    const Entry &entry = page->entry({s, e});
                    const bool isPaper =
                        entry.kind == Kind::Publication && entry.structured && entry.field(FieldId::Title);
                    if (isPaper && isSampled(folder.toUtf8() + entry.id, 4))
                        askAbout(*page, {s, e});
                }
            }
        }
        qInfo(
            "%d papers: %d found, %d of them without a difference; %d of %d added again", m_sums.asked, m_sums.found,
            m_sums.equal, m_sums.addedAgain, m_sums.removed);
        QVERIFY(m_sums.asked > 50);
        QVERIFY(100 * m_sums.found >= 97 * m_sums.asked);
        QVERIFY(100 * m_sums.equal >= 95 * m_sums.found);
        QVERIFY(100 * m_sums.addedAgain >= 90 * m_sums.removed);
    }
};

QTEST_APPLESS_MAIN(TestImport)
#include "tst_Import.moc"
