#include "content/importers/PaperMatch.h"
#include "content/importers/PaperPlan.h"
#include "tests/support/PageFixtures.h"

#include <QTest>

using namespace vitrine;
using vitrine::test::readPage;
using State = PaperFinding::State;

namespace {

const QByteArray page = "# Publications\n\n"
                        "- **Cy Moe**, Ida Falk. \"Waves and Shores\". *CVPR*, 2021. "
                        "[[arXiv](https://arxiv.org/abs/2101.00001)]\n"
                        "- **Cy Moe**, Bo Lin. \"Moss on Stones\". *arXiv preprint*, 2019. "
                        "[[arXiv](https://arxiv.org/abs/1901.00001)]\n"
                        "<!-- - **Cy Moe**, Bo Lin. \"Old Moss\". *Letters*, 2010. "
                        "[[arXiv](https://arxiv.org/abs/1001.00001)] -->\n";

std::vector<Paper> papers(const QByteArray &bibtex)
{
    return papersFromBibtex(bibtex).papers;
}

PaperFinding findingOf(const QByteArray &fields)
{
    return reviewPapers(*readPage(page), papers("@inproceedings{k, " + fields + "}")).at(0);
}

QByteArrayList fieldsOf(const PaperFinding &finding)
{
    QByteArrayList fields;
    for (const PaperDifference &difference : finding.differences)
        fields += schemaOf(difference.field).name;
    return fields;
}

QByteArray added(const QByteArray &bytes, const QByteArray &bibtex)
{
    const auto read = readPage(bytes);
    const Paper paper = papers(bibtex).at(0);
    const std::vector<PaperFinding> findings = reviewPapers(*read, {paper});
    const PaperPlan plan = planPapers(read, findings, defaultChoices(findings));
    return plan.papers[0].refused ? plan.papers[0].refused->sentence.toUtf8() : plan.after->bytes();
}

/// The lines of `after` that are not in `before`.
QByteArray newLines(const QByteArray &before, const QByteArray &after)
{
    QByteArrayList lines;
    for (const QByteArray &line : after.split('\n')) {
        if (!before.split('\n').contains(line))
            lines += line;
    }
    return lines.join('\n');
}

} // namespace

class TestPaperReview : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void papersAreFoundByTitleDoiAndPreprint()
    {
        QCOMPARE(findingOf("title={WAVES \\& shores}, year=2021").state, State::There);
        QCOMPARE(findingOf("title={{W}aves and {S}hores}, year=2021, month=jun").state, State::There);
        QCOMPARE(
            findingOf("title={Waves, revised}, eprint={2101.00001}, archiveprefix={arXiv}, year=2021").entry,
            (EntryRef{0, 0}));
        QCOMPARE(findingOf("title={Old Moss}, year=2010").entry, (EntryRef{0, 2}));
        QCOMPARE(findingOf("title={Waves of Shores}, year=2021").state, State::New);
        QCOMPARE(findingOf("title={Waves of Shores}, year=2021").place, std::optional(PaperPlace{0, {}}));
    }

    void differencesNameTheirFields()
    {
        const QByteArray waves = "title={Waves and Shores}, author={Moe, Cy and Falk, Ida}, ";
        QCOMPARE(
            findingOf(waves + "booktitle={IEEE/CVF Conference on Computer Vision and Pattern Recognition}, year=2021")
                .state,
            State::There);
        QCOMPARE(fieldsOf(findingOf(waves + "booktitle={CVPR}, year=2022")), QByteArrayList{"date"});
        QCOMPARE(fieldsOf(findingOf(waves + "booktitle={Waves Letters}, year=2021")), QByteArrayList{"venue"});
        QCOMPARE(
            fieldsOf(findingOf("title={Waves and Shores}, author={Falk, Ida and Moe, Cy}, year=2021")),
            QByteArrayList{"authors"});
        QCOMPARE(findingOf("title={Waves and Shores}, author={C. Moe and others}, year=2021").state, State::There);
        // What came out after its preprint differs; the preprint of what came out does not.
        QCOMPARE(
            fieldsOf(findingOf("title={Moss on Stones}, booktitle={MOSS}, year=2020")),
            QByteArrayList({"venue", "date"}));
        QCOMPARE(
            findingOf("title={Waves and Shores}, journal={arXiv preprint arXiv:2101.00001}, year=2020").state,
            State::There);
    }

    void aPaperThatStandsTwiceIsOne()
    {
        const auto findings = reviewPapers(*readPage(page), papers("@misc{a, title={New}}\n@misc{b, title={{NEW}}}"));
        QCOMPARE(findings[0].state, State::New);
        QCOMPARE(findings[1].state, State::Repeated);
    }

    void aDifferenceIsTakenOver()
    {
        const auto read = readPage(page);
        const PaperFinding finding = findingOf("title={Moss on Stones}, booktitle={MOSS}, year=2020");
        FieldValues values;
        for (const PaperDifference &difference : finding.differences)
            values.emplace_back(difference.field, difference.imported);
        const Result<PageChange> change = setFields(*read, *finding.entry, values);
        QVERIFY(change.ok());
        QVERIFY(change->after->bytes().contains("\"Moss on Stones\". *MOSS*, 2020."));
    }

    void newPapersAreWrittenInTheHandOfThePage()
    {
        const QByteArray bibtex =
            "@article{x, title={On {\\'E}toiles \\& *Stars*}, author={Dahl, Bj{\\o}rn and Moe, Cy}, "
            "journal={IEEE Conference on Computer Vision and Pattern Recognition}, volume=3, pages={1--9}, year=2023, "
            "url={https://arxiv.org/abs/2301.00009}, doi={10.1/x}}";
        QCOMPARE(
            newLines(page, added(page, bibtex)),
            QByteArray("- Bjørn Dahl, **Cy Moe**. \"On Étoiles & \\*Stars\\*\". *CVPR*, 2023. "
                       "[[arXiv](https://arxiv.org/abs/2301.00009)]"));
    }

    void venuesAreCalledAsThePageCallsThem()
    {
        const auto read = readPage(page);
        const PaperStyle style(*read);
        const auto venue = [&](const QByteArray &fields) {
            return style.venue(papers("@inproceedings{k, title={T}, " + fields + "}").at(0));
        };
        QCOMPARE(
            venue("booktitle={Proceedings of the IEEE/CVF Conference on Computer Vision and Pattern Recognition}"),
            QByteArray("CVPR"));
        QCOMPARE(venue("booktitle={38th Conference on Waves, {WAVES} 2021, Northmere}"), QByteArray("WAVES"));
        QCOMPARE(venue("eprint={2301.00001}, archiveprefix={arXiv}"), QByteArray("arXiv preprint"));
        QCOMPARE(venue("journal={Annals of Moss}"), QByteArray("Annals of Moss"));
    }

    void thePlaceSuitsThePaper()
    {
        const auto section = [](const QByteArray &bytes, const QByteArray &bibtex) {
            const auto read = readPage(bytes);
            const PaperPlace place = placeFor(*read, papers(bibtex).at(0));
            const QByteArray holder = place.section >= 0 ? read->section(place.section).id : QByteArray("page");
            return place.isNew() ? holder + " + " + place.title : holder;
        };
        const QByteArray entry = "- **Cy Moe**, Bo Lin. \"Moss on Stones\". *MOSS*, 2019.\n\n";
        const QByteArray years = "# Publications\n\n## 2023\n" + entry + "## 2022\n" + entry;
        QCOMPARE(section(years, "@article{a, title={T}, year=2022}"), QByteArray("publications/2022"));
        QCOMPARE(section(years, "@article{a, title={T}, year=2023}"), QByteArray("publications/2023"));
        const QByteArray kinds = "# Publications\n\n## Preprints\n" + entry + "## Journal Papers\n" + entry
            + "## Conference Papers\n" + entry;
        QCOMPARE(section(kinds, "@misc{a, title={T}, eprint={2301.00001}}"), QByteArray("publications/preprints"));
        QCOMPARE(section(kinds, "@article{a, title={T}, journal={J}}"), QByteArray("publications/journal-papers"));
        QCOMPARE(
            section(kinds, "@inproceedings{a, title={T}, booktitle={B}}"),
            QByteArray("publications/conference-papers"));
        QCOMPARE(section(kinds, "@misc{a, title={T}}"), QByteArray("publications/preprints"));
        QCOMPARE(section("# News\n- a\n", "@misc{a, title={T}}"), QByteArray("page + Publications"));
        // Years within kinds, a year that is missing, and years that are one section.
        QCOMPARE(section(years, "@article{a, title={T}, year=2025}"), QByteArray("publications + 2025"));
        QCOMPARE(
            section(years + "## 2020 and earlier\n" + entry, "@article{a, title={T}, year=2017}"),
            QByteArray("publications/2020-and-earlier"));
        QCOMPARE(
            section(years + "## Preprints\n" + entry, "@misc{a, title={T}, eprint={2301.00001}, year=2023}"),
            QByteArray("publications/preprints"));
    }

    void besideAYearStandTheOthers()
    {
        const QByteArray entry = "- **Cy Moe**, Bo Lin. \"Moss on Stones\". *MOSS*, 2019.\n\n";
        const auto read = readPage(
            "# Publications\n\n## 2023\n" + entry + "## 2022\n" + entry + "## 2020 and earlier\n" + entry
            + "## Preprints\n" + entry);
        const auto beside = [&](int section, int year) { return placeOfYear(*read, section, year); };
        QCOMPARE(beside(1, 2022), (PaperPlace{2, {}}));
        QCOMPARE(beside(1, 2023), (PaperPlace{1, {}}));
        QCOMPARE(beside(2, 2018), (PaperPlace{3, {}}));
        QCOMPARE(beside(2, 2026), (PaperPlace{0, "2026"}));
        QCOMPARE(beside(4, 2026), std::nullopt);
        QCOMPARE(beside(0, 2026), std::nullopt);
        const Result<PageChange> change =
            addAt(*read, {0, "2026"}, {{FieldId::Title, Value("On Sand and Salt")}, {FieldId::Date, Value("2026")}});
        QByteArray expected = read->bytes();
        expected.replace("## 2023", "## 2026\n- \"On Sand and Salt\". 2026.\n\n## 2023");
        QCOMPARE(change->after->bytes(), expected);
        QCOMPARE(change->edit.appliedTo(read->sources()).front().bytes, expected);
    }

    void aYearThatIsMissingIsMadeAsTheOthersAreWritten()
    {
        const QByteArray entry = "- **Cy Moe**, Bo Lin. \"Moss on Stones\". *MOSS*, ";
        const QByteArray bytes = "# Publications\n\n### 🌊 2023 年\n\n" + entry + "2023.\n\n### 🌊 2021 年\n\n" + entry
            + "2021.\n\n# Talks\n\n- A\n";
        const auto with = [&](const char *year) {
            return added(
                bytes,
                QByteArray("@inproceedings{a, title={On Sand}, author={Cy Moe and Bo Lin}, booktitle={MOSS}, year=")
                    + year + "}");
        };
        const QByteArray line = "- **Cy Moe**, Bo Lin. \"On Sand\". *MOSS*, ";
        QByteArray newest = bytes;
        newest.replace("### 🌊 2023 年", "### 🌊 2025 年\n\n" + line + "2025.\n\n### 🌊 2023 年");
        QCOMPARE(with("2025"), newest);
        QByteArray between = bytes;
        between.replace("### 🌊 2021 年", "### 🌊 2022 年\n\n" + line + "2022.\n\n### 🌊 2021 年");
        QCOMPARE(with("2022"), between);
        QByteArray oldest = bytes;
        oldest.replace("# Talks", "### 🌊 2019 年\n\n" + line + "2019.\n\n# Talks");
        QCOMPARE(with("2019"), oldest);
    }

    void severalPapersAreOneChange()
    {
        const auto read = readPage(page);
        const auto findings = reviewPapers(
            *read,
            papers("@inproceedings{a, title={On Sand}, author={Cy Moe}, booktitle={CVPR}, year=2022}\n"
                   "@inproceedings{b, title={Moss on Stones}, booktitle={MOSS}, year=2020}\n"
                   "@inproceedings{c, title={On Salt}, author={Cy Moe}, booktitle={CVPR}, year=2023, pages={1--2}}"));
        std::vector<PaperChoice> choices = defaultChoices(findings);
        choices[1].fields = {FieldId::Venue};
        const PaperPlan plan = planPapers(read, findings, choices);
        QCOMPARE(plan.added, 2);
        QCOMPARE(plan.changed, 1);
        QCOMPARE(plan.edit.appliedTo(read->sources()).front().bytes, plan.after->bytes());
        QCOMPARE(
            newLines(page, plan.after->bytes()),
            QByteArray("- **Cy Moe**. \"On Salt\". *CVPR*, 2023.\n"
                       "- **Cy Moe**. \"On Sand\". *CVPR*, 2022.\n"
                       "- **Cy Moe**, Bo Lin. \"Moss on Stones\". *MOSS*, 2019. "
                       "[[arXiv](https://arxiv.org/abs/1901.00001)]"));
        const auto titleAt = [&](size_t i) {
            return plan.after->entry(*plan.papers[i].entry).field(FieldId::Title)->value.text();
        };
        QCOMPARE(titleAt(0), QByteArray("On Sand"));
        QCOMPARE(titleAt(1), QByteArray("Moss on Stones"));
        QCOMPARE(titleAt(2), QByteArray("On Salt"));
        QCOMPARE(plan.papers[2].leftOut, std::vector<FieldId>{FieldId::Pages});
    }

    void theOldestIsAddedFirst()
    {
        const auto findings = reviewPapers(
            *readPage(page),
            papers("@misc{a, title={A}, year=2022}\n@misc{b, title={B}, year=2020}\n@misc{c, title={C}, year=2022}"));
        QCOMPARE(orderOfAdding(findings), (std::vector<size_t>{1, 2, 0}));
    }

    void titlesAreComparedByLettersAndDigits()
    {
        QCOMPARE(titleKey("A <b>B</b>: c&amp;d"), titleKey("a b C and D"));
        QCOMPARE(titleKey("\xc3\x89tude"), titleKey("Etude"));
        QVERIFY(titleKey("\xe4\xb8\xad\xe6\x96\x87") != titleKey(""));
    }

    void venuesAreKnownByTheirInitials()
    {
        QVERIFY(isSameVenue("NeurIPS 2023", "Advances in Neural Information Processing Systems"));
        QVERIFY(isSameVenue("IEEE Transactions on Pattern Analysis and Machine Intelligence", "TPAMI"));
        QVERIFY(isSameVenue("Proc. of ICLR", "ICLR 2024"));
        QVERIFY(!isSameVenue("ICML", "International Conference on Learning Representations"));
        QVERIFY(!isSameVenue("Nature", "Science"));
    }
};

QTEST_APPLESS_MAIN(TestPaperReview)
#include "tst_PaperReview.moc"
