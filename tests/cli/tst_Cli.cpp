#include "app/cli/Cli.h"
#include "app/site/Site.h"
#include "tests/support/PageFixtures.h"

#include <QBuffer>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

using namespace vitrine;

namespace {

struct Outcome
{
    int code = -1;
    QByteArray out, err;
};

Outcome run(const QStringList &arguments, const QByteArray &input = {})
{
    Outcome outcome;
    QByteArray inBytes = input;
    QBuffer in(&inBytes), out(&outcome.out), err(&outcome.err);
    in.open(QIODevice::ReadOnly);
    out.open(QIODevice::WriteOnly);
    err.open(QIODevice::WriteOnly);
    outcome.code = runCli(arguments, in, out, err);
    return outcome;
}

QString text(const char *utf8)
{
    return QString::fromUtf8(utf8);
}

/// "show PAGE" as one line of words.
QStringList words(const char *line)
{
    return text(line).split(QLatin1Char(' '), Qt::SkipEmptyParts);
}

void write(const QString &path, const QByteArray &bytes)
{
    QDir().mkpath(QFileInfo(path).absolutePath());
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    QCOMPARE(file.write(bytes), bytes.size());
}

QByteArray read(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("(cannot be read)");
}

QJsonObject shown(const QString &page)
{
    const Outcome outcome = run({text("show"), page});
    QJsonParseError problem;
    const QJsonDocument document = QJsonDocument::fromJson(outcome.out, &problem);
    if (outcome.code != 0 || problem.error != QJsonParseError::NoError)
        qWarning() << page << outcome.code << outcome.err << problem.errorString();
    return document.object();
}

/// The files of a page as the program reads them.
SourceSet filesOf(const QString &path)
{
    const std::optional<QString> root = Site::findRoot(path);
    const std::shared_ptr<const Site> site = root ? Site::open(*root) : Site::none();
    return Page::read({{site->relativePath(path), read(path)}}, site->readContext(path))->sources();
}

qsizetype sizeOf(const SourceSet &files, const QString &path)
{
    const auto it = std::find_if(files.begin(), files.end(), [&](const SourceFile &f) { return f.path == path; });
    return it == files.end() ? -1 : it->bytes.size();
}

bool isRange(const QJsonValue &value, qsizetype size)
{
    const QJsonArray range = value.toArray();
    const qsizetype begin = range[0].toInteger(-1), end = range[1].toInteger(-1);
    return range.size() == 2 && 0 <= begin && begin <= end && end <= size;
}

/// Every range anywhere in the JSON of `show` lies in the file in which it counts.
bool rangesFit(const QJsonValue &value, const SourceSet &files, qsizetype size)
{
    if (value.isArray()) {
        const QJsonArray items = value.toArray();
        return std::all_of(
            items.begin(), items.end(), [&](const QJsonValue &item) { return rangesFit(item, files, size); });
    }
    const QJsonObject object = value.toObject();
    if (object.contains(text("file")))
        size = sizeOf(files, object.value(text("file")).toString());
    for (auto it = object.begin(); it != object.end(); ++it) {
        const bool named = it.key() == text("range") || it.key().endsWith(text("Range"));
        if (!(named ? it->isNull() || isRange(*it, size) : rangesFit(*it, files, size)))
            return false;
    }
    return true;
}

const QByteArray homepage = "---\npermalink: /\ntitle: \"Moss\" # mine\n---\n\n# News\n\n- *2026.01*: First\n";

const QByteArray longPage = "# News\n\n- *2026.01*: First\n- *2025.12*: Second\n- *2025.11*: Third\n\n"
                            "# Awards\n\n- *2024*, Moss prize\n";

} // namespace

class TestCli : public QObject
{
    Q_OBJECT

private:
    QTemporaryDir m_folder;
    QString m_page;

    QStringList withPage(const char *verb, const char *rest = "") const
    {
        return QStringList{text(verb), m_page} + words(rest);
    }

private Q_SLOTS:
    void init()
    {
        m_page = m_folder.filePath(text("site/_pages/about.md"));
        write(m_page, homepage);
        write(m_folder.filePath(text("site/_config.yml")), "title: Moss\n");
    }
    void cleanup() { QDir(m_folder.filePath(text("site"))).removeRecursively(); }

    void wrongUsageIsToldOnStandardError_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::addColumn<QByteArray>("sentence");
        QTest::newRow("nothing") << QStringList() << QByteArray("Tell what to do.");
        QTest::newRow("no such verb") << words("frobnicate x") << QByteArray("There is no verb frobnicate.");
        QTest::newRow("no page") << words("show") << QByteArray("Something is missing.");
        QTest::newRow("no such option") << words("show x --frob") << QByteArray("There is no option --frob here.");
        QTest::newRow("option without value") << words("show x --site") << QByteArray("--site needs a value.");
        QTest::newRow("flag with value") << words("show x --no-liquid=1") << QByteArray("takes no value.");
        QTest::newRow("too much") << words("show x y") << QString::fromUtf8("“y” is one too many.").toUtf8();
        QTest::newRow("engine") << words("show PAGE --engine pandoc") << QByteArray("kramdown or gfm");
        QTest::newRow("site") << words("show PAGE --site /nowhere") << QByteArray("is not a folder");
        QTest::newRow("no field") << words("set PAGE frontmatter") << QByteArray("FIELD=VALUE or --json");
        QTest::newRow("both") << words("set PAGE frontmatter a=b --json x") << QByteArray("FIELD=VALUE or --json");
        QTest::newRow("no equals") << words("set PAGE frontmatter a") << QByteArray("FIELD=VALUE");
        QTest::newRow("twice") << words("set PAGE frontmatter a=1 a=2") << QByteArray("given twice");
        QTest::newRow("two outputs") << words("set PAGE frontmatter permalink=/x -i -o y") << QByteArray("-i or -o");
        QTest::newRow("kind") << words("add-section PAGE Talks --kind lecture") << QByteArray("There is no kind");
        QTest::newRow("move without place") << words("move PAGE news/1") << QByteArray("--at N");
        QTest::newRow("place 0") << words("move PAGE news/1 --at 0") << QByteArray("a number from 1");
        QTest::newRow("json") << words("set PAGE frontmatter --json -") << QByteArray("no JSON object");
    }
    void wrongUsageIsToldOnStandardError()
    {
        QFETCH(QStringList, arguments);
        QFETCH(QByteArray, sentence);
        arguments.replaceInStrings(text("PAGE"), m_page);
        const Outcome outcome = run(arguments);
        QCOMPARE(outcome.code, 2);
        QVERIFY2(outcome.err.contains(sentence), outcome.err.constData());
        QVERIFY(outcome.err.contains("Usage: vitrine-cli "));
        QVERIFY(outcome.out.isEmpty());
        QCOMPARE(read(m_page), homepage);
    }

    void helpIsPrintedForEachVerb_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::newRow("general") << words("--help");
        for (const char *verb :
             {"show", "render", "set", "add", "add-section", "remove", "hide", "unhide", "move", "import"})
            QTest::newRow(verb) << QStringList{text(verb), text("--help")};
    }
    void helpIsPrintedForEachVerb()
    {
        QFETCH(QStringList, arguments);
        const Outcome outcome = run(arguments);
        QCOMPARE(outcome.code, 0);
        QVERIFY(outcome.err.isEmpty());
        QVERIFY(outcome.out.startsWith("Usage: vitrine-cli "));
        const QByteArray verb = arguments.front().toUtf8();
        QVERIFY(verb == "--help" || outcome.out.contains("vitrine-cli " + verb + ' '));
    }

    void aFileThatCannotBeReadIsExitCode3()
    {
        const QString missing = m_folder.filePath(text("nothing.md"));
        const Outcome outcome = run({text("show"), missing});
        QCOMPARE(outcome.code, 3);
        QVERIFY2(outcome.err.startsWith(missing.toUtf8() + ":1:1: error: "), outcome.err.constData());
    }

    void aTargetThatIsNotThereIsToldWithItsPage()
    {
        const Outcome outcome = run(withPage("remove", "talks/1"));
        QCOMPARE(outcome.code, 1);
        QCOMPARE(
            outcome.err,
            m_page.toUtf8()
                + QString::fromUtf8(":1:1: error: There is no entry or section “talks/1” on this page.\n").toUtf8());
    }

    void showTellsOfTheFileAndItsFrontMatter()
    {
        const QJsonObject json = shown(m_page);
        QCOMPARE(json.value(text("format")).toInt(), 1);
        QCOMPARE(json.value(text("engine")).toString(), text("kramdown"));
        const QJsonObject page = json.value(text("page")).toObject();
        QCOMPARE(page.value(text("path")).toString(), text("_pages/about.md"));
        QCOMPARE(page.value(text("bytes")).toInteger(), homepage.size());
        QCOMPARE(page.value(text("lineEnd")).toString(), text("lf"));
        QCOMPARE(page.value(text("bom")).toBool(true), false);
        QCOMPARE(page.value(text("utf8")).toBool(false), true);
        const QJsonArray fields = json.value(text("frontMatter")).toObject().value(text("fields")).toArray();
        QCOMPARE(fields.size(), 2);
        QCOMPARE(fields[1].toObject().value(text("value")).toString(), text("Moss"));
        const QJsonArray range = fields[1].toObject().value(text("range")).toArray();
        QCOMPARE(homepage.mid(range[0].toInt(), range[1].toInt() - range[0].toInt()), QByteArray("Moss"));
    }

    void showGivesValidJsonForAnyBytes()
    {
        write(m_page, "\xef\xbb\xbf# \x01 \xff\xfe \"quoted\\\"\r\n\r\n- *2026*: \xc3\r\n");
        const QJsonObject page = shown(m_page).value(text("page")).toObject();
        QCOMPARE(page.value(text("bom")).toBool(false), true);
        QCOMPARE(page.value(text("utf8")).toBool(true), false);
        QCOMPARE(page.value(text("lineEnd")).toString(), text("crlf"));
    }

    void theEngineCanBeChosen()
    {
        const Outcome outcome = run(withPage("show", "--engine=gfm"));
        QVERIFY(outcome.out.contains("\"engine\": \"gfm\""));
    }

    void frontMatterIsSetInPlaceAndNothingElseChanges()
    {
        const Outcome outcome = run(withPage("set", "frontmatter title=Lichen -i"));
        QCOMPARE(outcome.err, QByteArray());
        QCOMPARE(outcome.code, 0);
        QVERIFY(outcome.out.isEmpty());
        QByteArray expected = homepage;
        QCOMPARE(read(m_page), expected.replace("\"Moss\"", "\"Lichen\""));
    }

    void aChangedPageIsPrintedOrWrittenElsewhere()
    {
        QByteArray expected = homepage;
        expected.replace("\"Moss\"", "\"Lichen\"").replace("permalink: /\n", "permalink: /me/\n");
        const Outcome printed = run(withPage("set", "frontmatter title=Lichen permalink=/me/"));
        QCOMPARE(printed.out, expected);
        const QString file = m_folder.filePath(text("site/other.md"));
        QCOMPARE(run(withPage("set", "frontmatter title=Lichen permalink=/me/ -o") << file).code, 0);
        QCOMPARE(read(file), expected);
        const Outcome json =
            run(withPage("set", "frontmatter --json -"),
                R"({"title": "Lichen", "permalink": {"value": "/me/", "range": [15, 16]}})");
        QCOMPARE(json.out, expected);
        QCOMPARE(read(m_page), homepage);
    }

    void whereItCannotBeWrittenIsExitCode3()
    {
        const Outcome outcome =
            run(withPage("set", "frontmatter title=Lichen -o") << m_page + text("/below/a/file.md"));
        QCOMPARE(outcome.code, 3);
        QVERIFY(outcome.err.startsWith(m_page.toUtf8() + ":1:1: error: "));
    }

    void editsChangeWhatTheyNameAndNothingElse_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::addColumn<QByteArray>("old"); // what becomes `changed`
        QTest::addColumn<QByteArray>("changed");
        const QByteArray first = "- *2026.01*: First\n", second = "- *2025.12*: Second\n";
        const QByteArray third = "- *2025.11*: Third\n";
        QTest::newRow("set two fields")
            << QStringList{text("set"), text("PAGE"), text("news/2"), text("date=2026-02"), text("text=Two things")}
            << second << QByteArray("- *2026.02*: Two things\n");
        QTest::newRow("set what is so already") << words("set PAGE news/2 date=2025-12") << second << second;
        QTest::newRow("remove a field") << words("set PAGE awards/1 date=") << QByteArray("- *2024*, Moss prize")
                                        << QByteArray("- Moss prize");
        QTest::newRow("add on top") << words("add PAGE news date=2026-03 text=New") << first
                                    << QByteArray("- *2026.03*: New\n") + first;
        QTest::newRow("add at the end") << words("add PAGE news --at 4 date=2025-01 text=Old") << third
                                        << third + QByteArray("- *2025.01*: Old\n");
        QTest::newRow("remove an entry") << words("remove PAGE news/2") << second << QByteArray();
        QTest::newRow("move an entry") << words("move PAGE news/1 --at 3") << first + second + third
                                       << second + third + first;
        QTest::newRow("hide an entry") << words("hide PAGE news/2") << second
                                       << QByteArray("<!-- - *2025.12*: Second -->\n");
        QTest::newRow("title of a section")
            << words("set PAGE news title=Latest") << QByteArray("# News") << QByteArray("# Latest");
        QTest::newRow("add a section") << words("add-section PAGE Talks --kind talk --after news")
                                       << QByteArray("# Awards") << QByteArray("# Talks\n\n# Awards");
        QTest::newRow("remove a section")
            << words("remove PAGE awards") << QByteArray("\n# Awards\n\n- *2024*, Moss prize\n") << QByteArray();
        QTest::newRow("hide a section") << words("hide PAGE awards") << QByteArray("# Awards\n\n- *2024*, Moss prize")
                                        << QByteArray("<!-- # Awards\n\n- *2024*, Moss prize -->");
    }
    void editsChangeWhatTheyNameAndNothingElse()
    {
        QFETCH(QStringList, arguments);
        QFETCH(QByteArray, old);
        QFETCH(QByteArray, changed);
        write(m_page, longPage);
        arguments.replaceInStrings(text("PAGE"), m_page);
        QByteArray expected = longPage;
        QCOMPARE(expected.count(old), 1);
        expected.replace(old, changed);
        const Outcome outcome = run(arguments);
        QCOMPARE(outcome.err, QByteArray());
        QCOMPARE(outcome.code, 0);
        QCOMPARE(outcome.out, expected);
    }

    void whatShowPrintsCanBeSetAndChangesNothing()
    {
        write(m_page, longPage);
        const QJsonArray sections = shown(m_page).value(text("sections")).toArray();
        int entries = 0;
        for (const QJsonValue &section : sections) {
            const QJsonArray all = section[text("entries")].toArray();
            for (const QJsonValue &entry : all) {
                const QByteArray fields = QJsonDocument(entry[text("fields")].toObject()).toJson();
                const Outcome outcome =
                    run({text("set"), m_page, entry[text("id")].toString(), text("--json"), text("-")}, fields);
                QCOMPARE(outcome.err, QByteArray());
                QCOMPARE(outcome.out, longPage);
                ++entries;
            }
        }
        QCOMPARE(entries, 4);
    }

    void aValueThatThePageCannotHoldIsToldAtItsEntry()
    {
        write(m_page, longPage);
        const Outcome outcome = run(withPage("set", "news/2 date=soon -i"));
        QCOMPARE(outcome.code, 1);
        QVERIFY2(outcome.err.startsWith(m_page.toUtf8() + ":4:1: error: "), outcome.err.constData());
        QCOMPARE(read(m_page), longPage);
        QCOMPARE(run(withPage("move", "news/1 --at 99")).code, 1);
    }

    void papersOfABibliographyAreAdded()
    {
        const QByteArray page = "# Papers\n\n- **Cy Moe**, Ida Falk. \"Waves and Shores\". *WAVES*, 2021.\n"
                                "- **Cy Moe**, Bo Lin. \"Moss on Stones\". *MOSS*, 2019.\n";
        write(m_page, page);
        const QString bib = m_folder.filePath(text("site/cy.bib"));
        write(
            bib,
            "@article{new, title={On {Lichen}}, author={Moe, Cy and Dahl, Bj{\\o}rn}, journal={Letters}, year=2023}\n"
            "@inproceedings{there, title={Waves and shores}, author={Moe, Cy and Falk, Ida}, booktitle={WAVES}, "
            "year=2021}\n"
            "@inproceedings{differs, title={Moss on Stones}, author={Moe, Cy and Lin, Bo}, booktitle={MOSS}, "
            "year=2020}\n"
            "@misc{broken, title={}}\n");
        const QStringList arguments{text("import"), m_page, bib};
        const Outcome added = run(arguments);
        QByteArray expected = page;
        expected.replace("\n\n-", "\n\n- **Cy Moe**, Bjørn Dahl. \"On Lichen\". *Letters*, 2023.\n-");
        QCOMPARE(added.out, expected);
        QCOMPARE(added.code, 0);
        QVERIFY(added.err.contains("cy.bib:4:1: warning: "));
        QVERIFY(added.err.contains("1 added, 0 changed, 1 already there, 1 there with other values, 0 refused"));
        expected.replace("*MOSS*, 2019", "*MOSS*, 2020");
        QCOMPARE(run(arguments + words("--update --section papers")).out, expected);

        const QJsonArray review = QJsonDocument::fromJson(run(arguments + words("--review")).out).array();
        QCOMPARE(review.size(), 3);
        QCOMPARE(review[0][text("state")].toString(), text("new"));
        QCOMPARE(review[1][text("entry")].toString(), text("papers/1"));
        QCOMPARE(review[2][text("differences")][0][text("field")].toString(), text("date"));

        const Outcome again = run({text("import"), m_page, text("-")}, "@misc{a, title={Waves \\& Shores}, year=2021}");
        QCOMPARE(again.code, 0);
        const Outcome nowhere = run(arguments + words("--section nowhere"));
        QCOMPARE(nowhere.code, 1);
        QCOMPARE(run({text("import"), m_page, text("/nowhere.bib")}).code, 3);
    }

    void aFieldThatTheKindLacksIsWrongUsage()
    {
        write(m_page, longPage);
        const Outcome outcome = run(withPage("set", "news/2 venue=x"));
        QCOMPARE(outcome.code, 2);
        QVERIFY2(outcome.err.contains("date, text, links"), outcome.err.constData());
        for (const char *value : {"links=x", "links={}", R"(links=[{"name":"x"}])", R"(links=["x"])"})
            QVERIFY2(run(withPage("set", "news/2") << text(value)).err.contains("Links are a JSON list"), value);
    }

    void anEditInAnIncludedFileNeedsAPlaceToGo()
    {
        const QByteArray page = "# News\n\n{% include_relative news.md %}\n";
        const QByteArray news = "- *2026.01*: First\n- *2025.12*: Second\n";
        const QString newsFile = m_folder.filePath(text("site/_pages/news.md"));
        write(m_page, page);
        write(newsFile, news);
        const QJsonObject entry = shown(m_page).value(text("sections"))[0][text("entries")][1].toObject();
        QCOMPARE(entry.value(text("file")).toString(), text("_pages/news.md"));
        QCOMPARE(entry.value(text("range"))[0].toInt(), 19);

        const Outcome printed = run(withPage("set", "news/2 text=Other"));
        QCOMPARE(printed.code, 2);
        QVERIFY2(printed.err.contains("_pages/news.md"), printed.err.constData());
        QByteArray expected = news;
        expected.replace("Second", "Other");
        const QString out = m_folder.filePath(text("site/out"));
        QCOMPARE(run(withPage("set", "news/2 text=Other -o") << out).code, 0);
        QCOMPARE(read(out + text("/_pages/news.md")), expected);
        QCOMPARE(read(out + text("/_pages/about.md")), page);
        QCOMPARE(read(newsFile), news);
        QCOMPARE(run(withPage("set", "news/2 text=Other -i")).code, 0);
        QCOMPARE(read(newsFile), expected);
        QCOMPARE(read(m_page), page);

        const Outcome refused = run(withPage("set", "news/2 date=soon -i"));
        QCOMPARE(refused.code, 1);
        QVERIFY2(refused.err.startsWith("_pages/news.md:2:1: error: "), refused.err.constData());
    }

    void hidingAndShowingGivesTheSameBytes()
    {
        write(m_page, longPage);
        for (const char *target : {"news/2", "awards"}) {
            QCOMPARE(run(withPage("hide", target) << text("-i")).code, 0);
            QVERIFY(read(m_page) != longPage);
            QCOMPARE(run(withPage("unhide", target) << text("-i")).code, 0);
            QCOMPARE(read(m_page), longPage);
        }
    }

    void anEntryOfAHiddenSectionCannotBeShownAlone()
    {
        write(m_page, longPage);
        QCOMPARE(run(withPage("hide", "awards -i")).code, 0);
        const QByteArray hidden = read(m_page);
        const Outcome outcome = run(withPage("unhide", "awards/1 -i"));
        QCOMPARE(outcome.code, 1);
        QVERIFY2(outcome.err.contains("Awards"), outcome.err.constData());
        const QByteArray place = m_page.toUtf8() + ':';
        QVERIFY2(outcome.err.startsWith(place), outcome.err.constData());
        QCOMPARE(read(m_page), hidden);
    }

    void theProgramItselfReadsAndPrints()
    {
        QProcess program;
        program.start(text(VITRINE_CLI), withPage("show"));
        QVERIFY(program.waitForFinished());
        QCOMPARE(program.exitCode(), 0);
        QCOMPARE(program.readAllStandardOutput(), run(withPage("show")).out);
        program.start(text(VITRINE_CLI), {});
        QVERIFY(program.waitForFinished());
        QCOMPARE(program.exitCode(), 2);
        QVERIFY(program.readAllStandardError().contains("Usage: vitrine-cli "));
    }

    void whatCannotBePrintedIsExitCode3()
    {
        if (!QFile::exists(text("/dev/full")))
            QSKIP("There is no /dev/full here.");
        QProcess program;
        program.setStandardOutputFile(text("/dev/full"));
        program.start(text(VITRINE_CLI), withPage("show"));
        QVERIFY(program.waitForFinished());
        QCOMPARE(program.exitCode(), 3);
        QVERIFY(program.readAllStandardError().startsWith("vitrine-cli: error: "));
    }

    void theProgramLoadsNoWindows()
    {
#ifdef Q_OS_LINUX
        QProcess program;
        program.start(text("ldd"), {text(VITRINE_CLI)});
        if (!program.waitForFinished())
            QSKIP("There is no ldd here.");
        const QByteArray libraries = program.readAllStandardOutput();
        QVERIFY(libraries.contains("Qt6Core"));
        QVERIFY(!libraries.contains("Qt6Gui"));
#else
        QSKIP("Only told where there is ldd.");
#endif
    }

    void everyPageOfTheCorpusIsShownWithRangesInBounds()
    {
        const QStringList pages = test::corpusPages();
        if (pages.isEmpty())
            QSKIP("VITRINE_CORPUS is not set: there are no real pages to show.");
        for (const QString &page : pages) {
            const QJsonObject json = shown(page);
            QVERIFY2(json.value(text("format")).toInt() == 1, qPrintable(page));
            QVERIFY2(
                json.value(text("page")).toObject().value(text("bytes")).toInteger() == QFileInfo(page).size(),
                qPrintable(page));
            const SourceSet files = filesOf(page);
            QVERIFY2(rangesFit(json, files, files.front().bytes.size()), qPrintable(page));
        }
    }
};

QTEST_GUILESS_MAIN(TestCli)
#include "tst_Cli.moc"
