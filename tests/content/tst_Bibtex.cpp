#include "content/importers/Bibliography.h"
#include "content/importers/BibtexNames.h"
#include "content/importers/LatexText.h"

#include <QElapsedTimer>
#include <QProcess>
#include <QStandardPaths>
#include <QTest>
#include <QXmlStreamReader>

#include <rapidcheck.h>

using namespace vitrine;

namespace {

/// Made papers of the shapes that publishers and search engines export.
const QByteArray sample = R"(
Some words before, and an address ida@falk.example.

@string{ jtm = "Journal of " # {Tide Measurements} }
@comment{ jabref-meta: @article{not, title={Not this}} }
@preamble{ "\newcommand{\noopsort}[1]{}" }

@article{falk2023tides,
  title   = {Tides of {N}orthmere: {\'E}tude in {LaTeX} \& more},
  author  = {Falk, Ida and M{\"u}ller, J{\"o}rg and van der Berg, Ludo},
  journal = jtm,
  volume  = {12}, number = 3, pages = {101--117},
  year    = 2023, month = jun,
  doi     = {10.1234/jtm.2023.5},
  url     = {https://tides.example/paper.pdf}
}

@inproceedings(moe:waves,
  author    = "Moe, Cy and Ida Falk and others",
  title     = "Waves ``in'' G\"odel spaces -- a survey",
  booktitle = "Proceedings of the 3rd Conference on Waves",
  year      = "2021"
)

@misc{lin2024, title={Learning $x_1^2$ from shores}, author={Lin, Bo}, eprint={2401.01234},
  archivePrefix={arXiv}, year={2024}}

@phdthesis{falk2019, author={Ida Falk}, title={On Moss.}, school={Harbour University}, year=2019}
)";

QByteArray joined(const std::vector<QByteArray> &texts)
{
    return QByteArrayList(texts.begin(), texts.end()).join("; ");
}

QByteArrayList titlesOf(const QByteArray &bytes)
{
    QByteArrayList titles;
    for (const Paper &paper : papersFromBibtex(bytes).papers)
        titles += paper.plainTitle();
    return titles;
}

const Paper paperIn(const QByteArray &bytes)
{
    const Bibliography read = papersFromBibtex(bytes);
    return read.papers.empty() ? Paper() : read.papers.front();
}

/// What bibutils reads rightly; its reading of `crossref`, quotes in quotes and unclosed entries is left out.
const QByteArray sampleForBibutils = R"(
@string{jom = {Journal of Moss}}
@article{a, author={Falk, Ida and de la Rue, Jean and M{\"u}ller, J{\"o}rg}, title={Growth of {M}oss in {\'E}vry: A Survey},
  journal=jom, volume={4}, number={2}, pages={1--9}, year={2017}}
@inproceedings{b, author={Cy Moe and Bj{\o}rn Dahl and Erd{\H o}s, P.}, title={Waves \& Shores}, booktitle={Proceedings of Waves},
  year=2019, pages={3--4}}
@article{c, author="Zola, {\'E}mile", title="{\AA}ngstr{\"o}m and {\ss}", journal={Letters} # { of } # {Light}, year="2001", volume=7}
)";

/// What bibutils tells of an entry, for comparison.
struct OraclePaper
{
    QString title, year, volume, issue, host;
    QStringList families;
};

std::optional<std::vector<OraclePaper>> byBibutils(const QByteArray &bibtex)
{
    QProcess program;
    program.start(QStringLiteral("bib2xml"), {QStringLiteral("-i"), QStringLiteral("utf8")});
    if (!program.waitForStarted())
        return {};
    program.write(bibtex);
    program.closeWriteChannel();
    if (!program.waitForFinished() || program.exitCode() != 0)
        return {};
    std::vector<OraclePaper> papers;
    QXmlStreamReader xml(program.readAllStandardOutput());
    bool inHost = false;
    QString detail;
    while (!xml.atEnd()) {
        xml.readNext();
        const auto name = xml.name();
        if (xml.isEndElement() && name == QLatin1String("relatedItem"))
            inHost = false;
        if (!xml.isStartElement())
            continue;
        if (name == QLatin1String("mods"))
            papers.emplace_back();
        else if (name == QLatin1String("relatedItem"))
            inHost = xml.attributes().value(QLatin1String("type")) == QLatin1String("host");
        else if (name == QLatin1String("detail"))
            detail = xml.attributes().value(QLatin1String("type")).toString();
        if (papers.empty())
            continue;
        OraclePaper &paper = papers.back();
        if (name == QLatin1String("title"))
            (inHost ? paper.host : paper.title) += xml.readElementText();
        else if (name == QLatin1String("subTitle"))
            (inHost ? paper.host : paper.title) += QStringLiteral(": ") + xml.readElementText();
        else if (
            name == QLatin1String("namePart")
            && xml.attributes().value(QLatin1String("type")) == QLatin1String("family"))
            paper.families += xml.readElementText();
        else if (name == QLatin1String("date") || name == QLatin1String("dateIssued"))
            paper.year = xml.readElementText().left(4);
        else if (name == QLatin1String("number"))
            (detail == QLatin1String("volume") ? paper.volume : paper.issue) = xml.readElementText();
    }
    return papers;
}

/// Text with braces, signs and words of BibTeX in any order.
QByteArray randomBibtex()
{
    static const std::vector<std::string> pieces{"@article{", "@misc(",   "@string{",
                                                 "@comment{", "@",        "{",
                                                 "}",         "(",        ")",
                                                 "\"",        ",",        "=",
                                                 "#",         "\n",       "\n@book{k,",
                                                 "title",     "author",   " = ",
                                                 "{A {B} C}", "\"D\"",    "jan",
                                                 "macro",     "2020",     " and ",
                                                 "others",    "\\'",      "\\\"o",
                                                 "$x$",       "$",        "~",
                                                 "--",        "crossref", "\\href{u}{t}",
                                                 "\xff",      "\xc3\xa9", "key,",
                                                 "%"};
    QByteArray bytes;
    for (const std::string &piece : *rc::gen::container<std::vector<std::string>>(rc::gen::elementOf(pieces)))
        bytes += QByteArray::fromStdString(piece);
    return bytes;
}

} // namespace

class TestBibtex : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void entriesOfAllFormsAreRead()
    {
        const Bibliography read = papersFromBibtex(sample);
        QVERIFY(read.diagnostics.empty());
        QCOMPARE(read.papers.size(), size_t(4));
        const Paper &tides = read.papers[0];
        QCOMPARE(tides.key, QByteArray("falk2023tides"));
        QCOMPARE(tides.plainTitle(), QByteArray("Tides of Northmere: Étude in LaTeX & more"));
        QCOMPARE(joined(tides.authors), QByteArray("Ida Falk; Jörg Müller; Ludo van der Berg"));
        QCOMPARE(tides.venue, QByteArray("Journal of Tide Measurements"));
        QCOMPARE(tides.volume + '/' + tides.issue + '/' + tides.pages, QByteArray("12/3/101–117"));
        QCOMPARE(tides.date, QByteArray("2023-06"));
        QCOMPARE(tides.doi, QByteArray("10.1234/jtm.2023.5"));
        QCOMPARE(tides.links.size(), 1);
        QCOMPARE(tides.links[0].label, QByteArray("PDF"));
        const Paper &waves = read.papers[1];
        QCOMPARE(waves.plainTitle(), QByteArray("Waves “in” Gödel spaces – a survey"));
        QCOMPARE(joined(waves.authors), QByteArray("Cy Moe; Ida Falk"));
        QVERIFY(waves.moreAuthors);
        const Paper &shores = read.papers[2];
        QCOMPARE(shores.title.size(), size_t(3));
        QVERIFY(shores.title[1].formula);
        QCOMPARE(shores.title[1].text, QByteArray("$x_1^2$"));
        QCOMPARE(shores.arxiv, QByteArray("2401.01234"));
        QCOMPARE(shores.venue, QByteArray("arXiv preprint arXiv:2401.01234"));
        QVERIFY(shores.isPreprint() && !tides.isPreprint());
        QCOMPARE(shores.links[0].url, QByteArray("https://arxiv.org/abs/2401.01234"));
        QCOMPARE(read.papers[3].plainTitle(), QByteArray("On Moss"));
        QCOMPARE(read.papers[3].venue, QByteArray("Harbour University"));
        for (const Paper &paper : read.papers)
            QVERIFY(
                sample.mid(paper.range.begin).startsWith('@')
                && (sample[paper.range.end - 1] == '}' || sample[paper.range.end - 1] == ')'));
    }

    void brokenEntriesLoseNothingOfOthers_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QByteArray>("expected"); ///< titles
        QTest::addColumn<bool>("told");
        const QByteArray next = "\n\n@article{b,\n  title = {Second},\n  year = 2020\n}\n";
        const auto row = [&](const char *name, const QByteArray &first, const char *title, bool told) {
            QTest::newRow(name) << QByteArray(first + next) << QByteArray(title) << told;
        };
        row("whole", "@article{a, title = {First}}", "First", false);
        row("not closed", "@article{a,\n  title = {First},\n  year = 2019,", "First", true);
        row("value not closed", "@article{a,\n  title = {First of {all},\n  year = {2019},\n}", "First of all", true);
        row("quote not closed", "@article{a,\n  title = \"First,\n  year = {2019},\n}", "First", true);
        row("brace too many", "@article{a,\n  year = {2019}},\n  title = {First},\n}", "First", true);
        row("no comma", "@article{a,\n  year = 2019\n  title = {First}\n}", "First", false);
        row("no key", "@article{title = {First}, year = 2019}", "First", false);
        row("key below", "@article{\n  a,\n  title = {First}}", "First", false);
        row("bare words", "@article{a, title = First words here, year = 2019}", "First words here", true);
        row("unknown macro", "@article{a, title = {First}, journal = nowhere}", "First", true);
        row("no value", "@article{a, title = {First}, year, volume = 2}", "First", true);
        row("twice", "@article{a, title = {First}, title = {Other}}", "First", false);
        row("mail in a value", "@article{a, note = {me@falk.example}, title = {First}}", "First", false);
        row("comment not closed", "@comment{ oops \n@article{a, title = {First}}", "First", false);
        row("string not closed", "@string{x = \"oops\n@article{a, title = {First}}", "First", true);
    }
    void brokenEntriesLoseNothingOfOthers()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(QByteArray, expected);
        QFETCH(bool, told);
        QCOMPARE(titlesOf(bytes), QByteArrayList({expected, "Second"}));
        const Bibliography read = papersFromBibtex(bytes);
        QCOMPARE(!read.diagnostics.empty(), told);
        if (bytes.contains("2019"))
            QCOMPARE(read.papers[0].date, QByteArray("2019"));
        QCOMPARE(read.papers[1].date, QByteArray("2020"));
    }

    void latexIsText_data()
    {
        QTest::addColumn<QByteArray>("latex");
        QTest::addColumn<QByteArray>("text");
        const auto row = [](const char *latex, const char *text) {
            QTest::newRow(latex) << QByteArray(latex) << QByteArray(text);
        };
        row("Erd\\H{o}s, \\v{S}t\\v epan, {\\c C}elik", "Erdős, Štěpan, Çelik");
        row("na\\\"{\\i}ve \\'{\\i} {\\'{\\i}}", "naïve í í");
        row("\\AA ngstr\\\"om {\\ss} \\L\\'od\\'z \\o", "Ångström ß Łódź ø");
        row("\\textit{in situ} {\\em b} \\emph{c}", "in situ b c");
        row("50\\% \\$5 a\\_b \\{x\\} C\\#", "50% $5 a_b {x} C#");
        row("a~b\n   c\\ d \\\\ e", "a b c d e");
        row("``q'' `s' --- don't", "“q” ‘s' — don't");
        row("\\href{http://x.org/a}{there} \\unknown{kept}", "there kept");
        row("$\\alpha$-test of $5 or more", "$\\alpha$-test of $5 or more");
        row("{BERT} {{GPT}}", "BERT GPT");
        row("\xc3\xa9t\xc3\xa9", "été");
        row("\xe9t\xe9", "été");
        row("", "");
        row("\\", "");
        row("{\\'", "'");
    }
    void latexIsText()
    {
        QFETCH(QByteArray, latex);
        QFETCH(QByteArray, text);
        QCOMPARE(textFromLatex(latex), text);
    }

    void namesAreReadInEveryOrder_data()
    {
        QTest::addColumn<QByteArray>("latex");
        QTest::addColumn<QByteArray>("names");
        const auto row = [](const char *latex, const char *names) {
            QTest::newRow(latex) << QByteArray(latex) << QByteArray(names);
        };
        row("Falk, Ida", "Ida Falk");
        row("Ida M. Falk and Moe, Cy", "Ida M. Falk; Cy Moe");
        row("van Beethoven, Ludwig AND de la Rue, A.", "Ludwig van Beethoven; A. de la Rue");
        row("King, Jr., Martin L.", "Martin L. King Jr.");
        row("{Harbour Team and Friends} and Moe, Cy", "Harbour Team and Friends; Cy Moe");
        row("{Harbour and Co, Ltd.}", "Harbour and Co, Ltd.");
        row("Ida Falk, Cy Moe, and Bo Lin", "Ida Falk; Cy Moe; Bo Lin");
        row("Falk, I.; Moe, C.", "I. Falk; C. Moe");
        row("\\'{E}mile Zola\n and\n Bj{\\o}rn~Dahl", "Émile Zola; Bjørn Dahl");
        row("章霖 and 李明", "章霖; 李明");
        row("Anderson, Andy and Sand, Brand", "Andy Anderson; Brand Sand");
        row("", "");
        row(" and , and", "and");
    }
    void namesAreReadInEveryOrder()
    {
        QFETCH(QByteArray, latex);
        QFETCH(QByteArray, names);
        QCOMPARE(joined(readBibtexNames(latex).names), names);
        QVERIFY(!readBibtexNames(latex).others);
        QVERIFY(readBibtexNames(latex + " and others").others || latex.trimmed().isEmpty());
    }

    void datesAreAsExactAsTheyAreWritten()
    {
        const auto date = [](const char *fields) {
            return paperIn(QByteArray("@misc{a, title={T}, ") + fields + "}").date;
        };
        QCOMPARE(date("year=2020"), QByteArray("2020"));
        QCOMPARE(date("year={2020}, month={March}"), QByteArray("2020-03"));
        QCOMPARE(date("year=2020, month=9"), QByteArray("2020-09"));
        QCOMPARE(date("year=2020, month=may # \"~5\""), QByteArray("2020-05-05"));
        QCOMPARE(date("date={2021-11-03}"), QByteArray("2021-11-03"));
        QCOMPARE(date("date={2021}, month=feb"), QByteArray("2021-02"));
        QCOMPARE(date("year={to appear}"), QByteArray());
        QCOMPARE(date("year={2021 (accepted)}"), QByteArray("2021"));
    }

    void whatPublishersExportIsUnderstood()
    {
        const Paper dblp =
            paperIn("@inproceedings{DBLP:conf/waves/Falk21, author = {Ida Falk and\n Cy Moe}, title = {Moss on {MCMC} "
                    "Stones},\n"
                    "booktitle = {Proceedings of the 3rd Conference on Waves, {WAVES} 2021, Northmere, 1-3 May 2021},\n"
                    "series = {Notes on Waves}, volume = {139}, pages = {1--2}, year = {2021}, url = "
                    "{https://doi.org/10.1/w},\n"
                    "doi = {10.1/W}, timestamp = {Mon, 01 May 2021}, bibsource = {dblp}}");
        QCOMPARE(dblp.shortVenue, QByteArray("WAVES"));
        QCOMPARE(dblp.doi.toLower(), QByteArray("10.1/w"));
        const Paper corr = paperIn(
            "@article{a, title={T}, journal={CoRR}, volume={abs/2301.00001}, eprinttype={arXiv}, eprint={2301.00001},\n"
            "doi={10.48550/ARXIV.2301.00001}, url={https://doi.org/10.48550/arXiv.2301.00001}, year=2023}");
        QCOMPARE(corr.venue, QByteArray("arXiv preprint arXiv:2301.00001"));
        QVERIFY(corr.volume.isEmpty() && corr.doi.isEmpty());
        QCOMPARE(corr.links.size(), 1);
        QCOMPARE(corr.links[0].url, QByteArray("https://arxiv.org/abs/2301.00001"));
        const Paper acm = paperIn(
            "@inproceedings{a, title={T}, booktitle={Proceedings of the 3rd Tides Conference}, series={TIDES '21}}");
        QCOMPARE(acm.shortVenue, QByteArray("TIDES"));
    }

    void aTitleOfOneStopIsNone()
    {
        QCOMPARE(
            titlesOf("@misc{a, title = .}\n@misc{b, title = {..}}\n@misc{c, title={$x$.}}"),
            QByteArrayList({"..", "$x$"}));
    }

    void aCrossReferenceGivesTheBook()
    {
        const QByteArray bytes =
            "@inproceedings{a, title={T}, crossref={book}}\n@proceedings{book, title={Proc. of Moss}, year=2018}";
        const Bibliography read = papersFromBibtex(bytes);
        QCOMPARE(read.papers.size(), size_t(1));
        QCOMPARE(read.papers[0].venue, QByteArray("Proc. of Moss"));
        QCOMPARE(read.papers[0].date, QByteArray("2018"));
        QCOMPARE(titlesOf("@misc{a, title={T}, crossref={a}}"), QByteArrayList{"T"});
    }

    void bibutilsReadsTheSame()
    {
        if (QStandardPaths::findExecutable(QStringLiteral("bib2xml")).isEmpty())
            QSKIP("Install bibutils to compare with what it reads.");
        const std::optional<std::vector<OraclePaper>> oracle = byBibutils(sampleForBibutils);
        QVERIFY(oracle.has_value());
        const Bibliography read = papersFromBibtex(sampleForBibutils);
        QCOMPARE(read.papers.size(), oracle->size());
        for (size_t i = 0; i < oracle->size(); ++i) {
            const Paper &ours = read.papers[i];
            const OraclePaper &theirs = (*oracle)[i];
            QCOMPARE(QString::fromUtf8(ours.plainTitle()), theirs.title);
            QCOMPARE(QString::fromUtf8(ours.venue), theirs.host);
            QCOMPARE(QString::fromUtf8(ours.date).left(4), theirs.year);
            QCOMPARE(QString::fromUtf8(ours.volume), theirs.volume);
            QCOMPARE(QString::fromUtf8(ours.issue), theirs.issue);
            QCOMPARE(static_cast<qsizetype>(ours.authors.size()), theirs.families.size());
            for (size_t n = 0; n < ours.authors.size(); ++n)
                QVERIFY2(
                    QString::fromUtf8(ours.authors[n]).endsWith(theirs.families[static_cast<qsizetype>(n)]),
                    ours.authors[n].constData());
        }
    }

    void anyBytesAreRead()
    {
        QVERIFY(rc::check([] {
            const QByteArray bytes = randomBibtex();
            const Bibliography read = papersFromBibtex(bytes);
            qsizetype end = 0;
            for (const Paper &paper : read.papers) {
                RC_ASSERT(
                    paper.range.begin >= end && paper.range.end <= bytes.size() && paper.range.begin < paper.range.end);
                end = paper.range.end;
                RC_ASSERT(!paper.plainTitle().isEmpty());
            }
            for (const Diagnostic &diagnostic : read.diagnostics)
                RC_ASSERT(diagnostic.place.range.end <= bytes.size());
        }));
    }

    void hostileFilesTakeLinearTime_data()
    {
        QTest::addColumn<QByteArray>("piece");
        QTest::addColumn<QByteArray>("before");
        for (const char *piece : {"{",          "\"",
                                  "@",          "\n@",
                                  "@a{",        "\n@a{b,",
                                  "\n@a{b,c={", "@comment{",
                                  "@comment(",  "\n@string{a=a#a}",
                                  "}",          "\\'{",
                                  "$",          "}, a = {",
                                  "\n a =",     "\n@aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa (",
                                  "a and ",     ",,",
                                  "#",          "\\"}) {
            const QByteArray name = QByteArray(piece).simplified();
            QTest::newRow(name.constData()) << QByteArray(piece) << QByteArray();
            QTest::newRow(("in a title: " + name).constData()) << QByteArray(piece) << QByteArray("@a{b, title={x");
            QTest::newRow(("in names: " + name).constData())
                << QByteArray(piece) << QByteArray("@a{b, title={x}, author = {y");
        }
        QByteArray macros = "@string{m0 = \"0123456789\"}\n";
        for (int i = 1; i < 60; ++i)
            macros += "@string{m" + QByteArray::number(i) + " = m" + QByteArray::number(i - 1) + " # m"
                + QByteArray::number(i - 1) + "}\n";
        QTest::newRow("macros of macros") << QByteArray("\n@a{b, title = m59 # m58}") << macros;
        QTest::newRow("one book for all") << QByteArray("\n@a{b, title={x}, crossref={book}}")
                                          << QByteArray("@proceedings{book, title={" + QByteArray(500000, 'x') + "}}");
    }
    void hostileFilesTakeLinearTime()
    {
        QFETCH(QByteArray, piece);
        QFETCH(QByteArray, before);
        const QByteArray bytes = before + piece.repeated(300'000 / piece.size());
        QElapsedTimer clock;
        clock.start();
        papersFromBibtex(bytes);
        // Quadratic time would be minutes.
        QVERIFY2(clock.elapsed() < 10'000, qPrintable(QString::number(clock.elapsed())));
    }
};

QTEST_APPLESS_MAIN(TestBibtex)
#include "tst_Bibtex.moc"
