#include "content/frontmatter/YamlText.h"
#include "content/frontmatter/YamlTruth.h"
#include "tests/support/PageFixtures.h"

#include <QDirIterator>
#include <QElapsedTimer>
#include <QFile>
#include <QTest>

#include <rapidcheck.h>

using namespace vitrine;

namespace {

YamlText readAll(const QByteArray &bytes)
{
    return YamlText::read(bytes, {0, bytes.size()});
}

QByteArray applied(const TextEdit &edit, const QByteArray &bytes)
{
    return edit.appliedTo({{QStringLiteral("page.md"), bytes}}).front().bytes;
}

/// The text after setting, or the sentence of the refusal.
QByteArray afterSetting(const QByteArray &bytes, const QByteArray &name, const QByteArray &value)
{
    const Result<TextEdit> edit = readAll(bytes).set(name, value);
    return edit ? applied(*edit, bytes) : edit.error().sentence.toUtf8();
}

QByteArray valueOf(const QByteArray &bytes, const QByteArray &name)
{
    const YamlText yaml = readAll(bytes);
    const YamlField *field = yaml.find(name);
    return field ? field->value : QByteArray("(none)");
}

QByteArray writtenOf(const QByteArray &bytes, const QByteArray &name)
{
    const YamlText yaml = readAll(bytes);
    const YamlField *field = yaml.find(name);
    return field && field->canSet ? bytes.mid(field->range.begin, field->range.size()) : QByteArray("(none)");
}

/// A text of a kind that people type, with what YAML could trip over.
QByteArray randomValue()
{
    static const std::vector<std::string> bits{"a", "Edda", " ",  ": ", "#",  " #", "'", "\"", "\\", "\n", "-", "- ",
                                               "[", "]",    "{",  "}",  ",",  "&",  "*", "!",  "|",  ">",  "%", "@",
                                               "`", "true", "12", "ü",  "章", "~",  "?", "\t", "=",  "<<"};
    const auto chosen = *rc::gen::container<std::vector<size_t>>(rc::gen::inRange<size_t>(0, bits.size()));
    QByteArray value;
    for (const size_t i : chosen)
        value += QByteArray::fromStdString(bits[i]);
    return value;
}

const char settings[] = "# Site\n"
                        "title                    : \"Edda's Page\"   # shown above\n"
                        "name                     : &name 'Edda Marenholt'\n"
                        "url: https://example.org # base\n"
                        "teaser                   :  # none yet\n"
                        "baseurl:\n"
                        "future: true\n"
                        "again: *name\n"
                        "author:\n"
                        "  name             : \"Edda\"\n"
                        "  bio: |\n"
                        "    First line\n"
                        "    second: line\n"
                        "\n"
                        "  long: >-\n"
                        "    folded\n"
                        "    text\n"
                        "  wrapped: one two\n"
                        "    three\n"
                        "  links:\n"
                        "    - label: Code\n"
                        "      url: http://a\n"
                        "    - label: Data\n"
                        "redirect_from: \n"
                        "  - /about/\n"
                        "  - /about.html\n"
                        "tags: [red, 'green', \"blue\"]\n"
                        "flow: {a: 1, b: two}\n";

/// GetPut, PutGet and locality for every `step`th field of a text.
void checkLaws(const QByteArray &bytes, ByteRange range, int &set, int &refused, size_t first = 0, size_t step = 1)
{
    static const std::vector<QByteArray> values{"Nova", "a: b # c", "it's \"so\""};
    const YamlText yaml = YamlText::read(bytes, range);
    for (size_t i = first; i < yaml.fields().size(); i += step) {
        const YamlField &field = yaml.fields()[i];
        QVERIFY2(range.contains(field.range), field.name.constData());
        const Result<TextEdit> same = yaml.set(field.name, field.value);
        QVERIFY2(same.ok() && same->isEmpty(), field.name.constData());
        const QByteArray &value = values[(first + i) % values.size()];
        const Result<TextEdit> edit = yaml.set(field.name, value);
        ++(edit ? set : refused);
        if (!edit)
            continue;
        const QByteArray after = applied(*edit, bytes);
        const YamlText again = YamlText::read(after, {range.begin, range.end + after.size() - bytes.size()});
        QVERIFY2(again.find(field.name) != nullptr, field.name.constData());
        QCOMPARE(again.find(field.name)->value, value);
        for (const Replacement &replacement : edit->replacements()) {
            // the header of a block scalar stands before its value
            QVERIFY2(replacement.range.begin > field.keyRange.end, field.name.constData());
            QVERIFY2(replacement.range.end <= field.range.end + 1, field.name.constData());
        }
        QCOMPARE(applied(edit->inverse({{QStringLiteral("page.md"), bytes}}), after), bytes);
    }
}

} // namespace

class TestYamlText : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsScalarsOfAllSpellings_data()
    {
        QTest::addColumn<QByteArray>("name");
        QTest::addColumn<QByteArray>("value");
        QTest::addColumn<QByteArray>("written");
        const auto row = [](const char *name, const char *value, const char *written) {
            QTest::newRow(name) << QByteArray(name) << QByteArray(value) << QByteArray(written);
        };
        row("title", "Edda's Page", "Edda's Page");
        row("name", "Edda Marenholt", "Edda Marenholt");
        row("url", "https://example.org", "https://example.org");
        row("teaser", "", "");
        row("baseurl", "", "");
        row("future", "true", "true");
        row("again", "Edda Marenholt", "*name");
        row("author.name", "Edda", "Edda");
        row("author.bio", "First line\nsecond: line\n", "    First line\n    second: line");
        row("author.long", "folded text", "    folded\n    text");
        row("author.wrapped", "one two three", "one two\n    three");
        row("author.links.0.url", "http://a", "http://a");
        row("author.links.1.label", "Data", "Data");
        row("redirect_from.1", "/about.html", "/about.html");
        row("tags.0", "red", "red");
        row("tags.1", "green", "green");
        row("tags.2", "blue", "blue");
        row("flow.b", "two", "two");
    }
    void readsScalarsOfAllSpellings()
    {
        QFETCH(QByteArray, name);
        QFETCH(QByteArray, value);
        QFETCH(QByteArray, written);
        QCOMPARE(valueOf(settings, name), value);
        QCOMPARE(writtenOf(settings, name), written);
        QByteArray crlf = settings;
        crlf.replace("\n", "\r\n");
        QCOMPARE(valueOf(crlf, name), value);
    }

    void keysHaveTheirRange()
    {
        const YamlText yaml = readAll(settings);
        const ByteRange key = yaml.find("author.links.0.url")->keyRange;
        QCOMPARE(QByteArray(settings).mid(key.begin, key.size()), QByteArray("url"));
    }

    void valuesHaveTypesAsJekyllSeesThem()
    {
        const YamlText yaml =
            readAll("a: true\nb: 'true'\nc: 12\nd: 1.5\ne: no\nf: ~\ng: [1, x]\nh: {i: j}\nk: 2023-08\n");
        QVERIFY(yaml.values()[QStringLiteral("a")] == QVariant(true));
        QCOMPARE(yaml.values()[QStringLiteral("b")].typeId(), int(QMetaType::QString));
        QCOMPARE(yaml.values()[QStringLiteral("c")], QVariant(12LL));
        QCOMPARE(yaml.values()[QStringLiteral("d")], QVariant(1.5));
        QVERIFY(yaml.values()[QStringLiteral("e")] == QVariant(false));
        QVERIFY(!yaml.values()[QStringLiteral("f")].isValid());
        QCOMPARE(yaml.values()[QStringLiteral("g")].toList().size(), 2);
        QCOMPARE(yaml.values()[QStringLiteral("h")].toMap()[QStringLiteral("i")].toString(), QStringLiteral("j"));
        QCOMPARE(yaml.values()[QStringLiteral("k")].toString(), QStringLiteral("2023-08"));
    }

    void theLaterOfTwoEqualKeysCounts()
    {
        QCOMPARE(valueOf("a: 1\na: 2\n", "a"), QByteArray("2"));
        QCOMPARE(afterSetting("a: 1\na: 2\n", "a", "3"), QByteArray("a: 1\na: 3\n"));
    }

    void settingSpellsLikeTheOldValue_data()
    {
        QTest::addColumn<QByteArray>("before");
        QTest::addColumn<QByteArray>("value");
        QTest::addColumn<QByteArray>("after");
        const auto row = [](const char *name, const char *before, const char *value, const char *after) {
            QTest::newRow(name) << QByteArray(before) << QByteArray(value) << QByteArray(after);
        };
        row("plain", "a: b # c\n", "d", "a: d # c\n");
        row("plain that needs quotes", "a: b # c\n", "d: e", "a: \"d: e\" # c\n");
        row("a word that would become a truth value", "a: b\n", "true", "a: \"true\"\n");
        row("a truth value stays one", "a: true\n", "false", "a: false\n");
        row("double quoted", "a:   \"b\"  # c\n", "say \"d\"", "a:   \"say \\\"d\\\"\"  # c\n");
        row("single quoted", "a: 'b'\n", "it's", "a: 'it''s'\n");
        row("single quoted with a line end", "a: 'b'\n", "c\nd", "a: \"c\\nd\"\n");
        row("nothing", "a:\nb: c\n", "d", "a: d\nb: c\n");
        row("nothing and a blank", "a: \nb: c\n", "d", "a: d\nb: c\n");
        row("nothing and a comment", "a: # c\n", "d", "a: d # c\n");
        row("nothing, aligned, and a comment", "a   :  # c\n", "d", "a   : d # c\n");
        row("tilde", "a: ~\n", "d", "a: d\n");
        row("to nothing", "a: b\n", "", "a: \"\"\n");
        row("block", "a: |\n  b\nc: d\n", "e\nf\n", "a: |\n  e\n  f\nc: d\n");
        row("block without final line end", "a: |\n  b\nc: d\n", "e", "a: |-\n  e\nc: d\n");
        row("folded", "a: >-\n  b\n  c\nd: e\n", "x\ny", "a: >-\n  x\n\n  y\nd: e\n");
        row("wrapped", "a: b\n  c\nd: e\n", "f", "a: f\nd: e\n");
        row("alias", "x: &n b\na: *n\n", "d", "x: &n b\na: d\n");
        row("in brackets", "a: b\n", "[x", "a: \"[x\"\n");
    }
    void settingSpellsLikeTheOldValue()
    {
        QFETCH(QByteArray, before);
        QFETCH(QByteArray, value);
        QFETCH(QByteArray, after);
        QCOMPARE(afterSetting(before, "a", value), after);
        QCOMPARE(valueOf(after, "a"), value);
        before.replace("\n", "\r\n");
        after.replace("\n", "\r\n");
        QCOMPARE(afterSetting(before, "a", value), after);
    }

    void flowItemsAreSetInPlace()
    {
        QCOMPARE(afterSetting("a: [x, y]\n", "a.1", "z"), QByteArray("a: [x, z]\n"));
        QCOMPARE(afterSetting("a: [x, y]\n", "a.0", "p, q"), QByteArray("a: [\"p, q\", y]\n"));
        QCOMPARE(afterSetting("a: {b: c}\n", "a.b", "}"), QByteArray("a: {b: \"}\"}\n"));
    }

    void newNamesAreAddedInPlace_data()
    {
        QTest::addColumn<QByteArray>("before");
        QTest::addColumn<QByteArray>("name");
        QTest::addColumn<QByteArray>("after");
        const auto row = [](const char *name, const char *before, const char *path, const char *after) {
            QTest::newRow(name) << QByteArray(before) << QByteArray(path) << QByteArray(after);
        };
        row("last line", "a: b\n", "c", "a: b\nc: new\n");
        row("without final line end", "a: b", "c", "a: b\nc: new");
        row("into nothing", "", "c", "c: new\n");
        row("before trailing blank lines", "a: b\n\n\n", "c", "a: b\nc: new\n\n\n");
        row("under a parent", "a:\n  b: c\nd: e\n", "a.x", "a:\n  b: c\n  x: new\nd: e\n");
        row("under a parent after a block", "a:\n  b: |\n    c\n\nd: e\n", "a.x",
            "a:\n  b: |\n    c\n  x: new\n\nd: e\n");
        row("aligned", "a    : b\n", "cd", "a    : b\ncd   : new\n");
        row("into a list", "a:\n  - b\nd: e\n", "a.1", "a:\n  - b\n  - new\nd: e\n");
        row("after a comment", "a:\n  b: c # d\n", "a.x", "a:\n  b: c # d\n  x: new\n");
    }
    void newNamesAreAddedInPlace()
    {
        QFETCH(QByteArray, before);
        QFETCH(QByteArray, name);
        QFETCH(QByteArray, after);
        QCOMPARE(afterSetting(before, name, "new"), after);
        QCOMPARE(valueOf(after, name), QByteArray("new"));
    }

    void whatIsNewIsWrittenAsItsNeighboursAre_data()
    {
        QTest::addColumn<QByteArray>("before");
        QTest::addColumn<QByteArray>("name");
        QTest::addColumn<QByteArray>("behind");
        QTest::addColumn<QByteArray>("after");
        const auto row = [](const char *name, const char *before, const char *path, const char *behind,
                            const char *after) {
            QTest::newRow(name) << QByteArray(before) << QByteArray(path) << QByteArray(behind) << QByteArray(after);
        };
        row("quotes", "a:\n  b: \"c\"\n  d: 1\n", "a.x", "", "a:\n  b: \"c\"\n  d: 1\n  x: \"new\"\n");
        row("single quotes", "a:\n  b: 'c'\n", "a.x", "", "a:\n  b: 'c'\n  x: 'new'\n");
        row("in the place of nothing", "a:\n  b: \"c\"\n  x: # e.g. y\n  d: e\n", "a.x", "",
            "a:\n  b: \"c\"\n  x: \"new\" # e.g. y\n  d: e\n");
        row("behind a sibling", "a:\n  b: c # d\n  e: \"f\"\n", "a.x", "b", "a:\n  b: c # d\n  x: new\n  e: \"f\"\n");
        row("behind one that says nothing", "a:\n  b:\n  e: f\n", "a.x", "b", "a:\n  b:\n  x: new\n  e: f\n");
        row("commented out", "a:\n  b    : \"c\"\n  #x    : # e.g., \"y\"\n  d    : \"e\"\n", "a.x", "b",
            "a:\n  b    : \"c\"\n  x    : \"new\" # e.g., \"y\"\n  d    : \"e\"\n");
        row("commented out with a value", "a:\n  b: c\n#  x: 'old' # z\n", "a.x", "", "a:\n  b: c\n  x: 'new' # z\n");
        row("commented out at the end", "a:\n  b: c\n  # x: old\n\nf: g\n", "a.x", "",
            "a:\n  b: c\n  x: new\n\nf: g\n");
        row("commented out elsewhere", "a:\n  b: c\n\n# x: old\nf: g\n", "a.x", "",
            "a:\n  b: c\n  x: new\n\n# x: old\nf: g\n");
        row("words that begin alike", "a:\n  # xy: old\n  # x says: more\n  b: c\n", "a.x", "",
            "a:\n  # xy: old\n  # x says: more\n  b: c\n  x: new\n");
    }
    void whatIsNewIsWrittenAsItsNeighboursAre()
    {
        QFETCH(QByteArray, before);
        QFETCH(QByteArray, name);
        QFETCH(QByteArray, behind);
        QFETCH(QByteArray, after);
        for (const char *lineEnd : {"\n", "\r\n"}) {
            QByteArray text = before, expected = after;
            text.replace("\n", lineEnd);
            expected.replace("\n", lineEnd);
            const Result<TextEdit> edit = readAll(text).set(name, "new", 0, {behind});
            QVERIFY(edit.ok());
            QCOMPARE(applied(*edit, text), expected);
        }
    }

    void quotesThatWereNeededForAMomentGoAgain()
    {
        const YamlHow typing{{}, YamlQuotes::IfNeeded};
        QByteArray bytes = "a: b # c\n";
        QVERIFY(readAll(bytes).isPlain("a"));
        for (const char *typed : {"https:", "https:/", "https://x: y", "https://x"})
            bytes = applied(*readAll(bytes).set("a", typed, 0, typing), bytes);
        QCOMPARE(bytes, QByteArray("a: https://x # c\n"));
        QVERIFY(!readAll("a: 'b'\n").isPlain("a"));
        QVERIFY(!readAll("a:\n  b: 'c'\n  d:\n").isPlain("a.d"));
        QVERIFY(!readAll("a:\n  b: 'c'\n").isPlain("a.x"));
    }

    void truthValuesStayPlainAmongQuotes()
    {
        QCOMPARE(afterSetting("a: \"b\"\n", "c", "true"), QByteArray("a: \"b\"\nc: true\n"));
        QCOMPARE(afterSetting("a: \"b\"\nc:\n", "c", "2024"), QByteArray("a: \"b\"\nc: 2024\n"));
        for (const char *word : {"true", "False", "YES", "off"}) {
            const QByteArray spelled = word;
            QCOMPARE(yamlTruthLike(spelled, *yamlTruth(spelled)), spelled);
            QCOMPARE(yamlTruth(yamlTruthLike(spelled, !*yamlTruth(spelled))), std::optional(!*yamlTruth(spelled)));
        }
        QVERIFY(!yamlTruth("truth"));
    }

    void aNameIsTakenOutWithAllThatItSays_data()
    {
        QTest::addColumn<QByteArray>("before");
        QTest::addColumn<QByteArray>("after");
        const auto row = [](const char *name, const char *before, const char *after) {
            QTest::newRow(name) << QByteArray(before) << QByteArray(after);
        };
        row("a line", "a: b\nx: c # d\n# e\nf: g\n", "a: b\n# e\nf: g\n");
        row("the only one", "x: c\n", "");
        row("the last, without a line end", "a: b\nx: c", "a: b");
        row("a list", "x:\n  - a\n  - b # c\n  # d\nf: g\n", "f: g\n");
        row("a list at the margin", "x:\n- a\n- b\nf: g\n", "f: g\n");
        row("a block", "x: |\n  a\n\n  b\n\nf: g\n", "\nf: g\n");
        row("nothing", "x:\nf: g\n", "f: g\n");
        row("a map", "x:\n  a: b\n  c:\n    d: e\nf: g\n", "f: g\n");
    }
    void aNameIsTakenOutWithAllThatItSays()
    {
        QFETCH(QByteArray, before);
        QFETCH(QByteArray, after);
        const Result<TextEdit> edit = readAll(before).removed("x");
        QVERIFY2(edit.ok(), edit ? "" : qPrintable(edit.error().sentence));
        QCOMPARE(applied(*edit, before), after);
        QVERIFY(!readAll("a: {x: y}\n").removed("a.x"));
        QVERIFY(!readAll("- x: y\n  z: a\n").removed("0.x"));
        QVERIFY(!readAll("a: b\n").removed("x"));
    }

    void whatCannotBeSetIsRefusedWithASentence()
    {
        const QByteArray anchored = "a: &x b\nc: *x\n"; // changing a would change c
        QCOMPARE(readAll(anchored).set("a", "new").error().kind, ErrorKind::Refused);
        QCOMPARE(readAll("a: b\n").set("c.d", "new").error().kind, ErrorKind::NotFound);
        QCOMPARE(readAll("a: [b]\n").set("a.1", "new").error().kind, ErrorKind::Refused);
        const Error broken = readAll("a: \"b\nc: d\n").set("c", "new").error();
        QCOMPARE(broken.kind, ErrorKind::Refused);
        QVERIFY(broken.sentence.endsWith(QLatin1Char('.')));
    }

    void brokenTextsAreExplained_data()
    {
        QTest::addColumn<QByteArray>("yaml");
        QTest::addColumn<QString>("what");
        const auto row = [](const char *name, const char *yaml, const char *what) {
            QTest::newRow(name) << QByteArray(yaml) << QString::fromUtf8(what);
        };
        row("quote at the end", "a: b\nc: \"d\n", "line 3 lacks a closing quote");
        row("quote before others", "a: \"b\nc: \"d\"\ne: f\n", "line 2 lacks a closing quote");
        row("single quote", "a: 'b\nc: d\n", "line 2 lacks a closing quote");
        row("second colon", "a: b\nc: d: e\n", "line 3 has a second colon; put its value in quotes");
        row("bracket", "a: [b, c\nd: e\n", "lacks a closing bracket");
        row("tab", "a:\n\tb: c\n", "begins with a tab");
        row("escape", "a: \"b\\qc\"\n", "line 2 has a backslash that means nothing there");
        row("after the quote", "a: \"b\" c\n", "line 2");
        row("star", "a: *b\n", "line 2 has a value that begins with * or &, which needs quotes");
    }
    void brokenTextsAreExplained()
    {
        QFETCH(QByteArray, yaml);
        QFETCH(QString, what);
        const QByteArray page = "---\n" + yaml + "---\nText\n";
        const FrontMatter front = findFrontMatter(page);
        const YamlText read = YamlText::read(page, front.yaml);
        QVERIFY(read.fields().empty());
        QCOMPARE(read.diagnostics().size(), size_t(1));
        const QString message = read.diagnostics().front().message;
        QVERIFY2(message.startsWith(QStringLiteral("The page settings cannot be read: ")), qPrintable(message));
        QVERIFY2(message.contains(what), qPrintable(message));
        QVERIFY(message.endsWith(QStringLiteral(" The rest of the page works.")));
        const Diagnostic named = YamlText::read(page, front.yaml, QStringLiteral("_config.yml")).diagnostics().front();
        QVERIFY(named.message.startsWith(QStringLiteral("_config.yml cannot be read: ")));
    }

    void bytesThatAreNoUtf8AreNoField()
    {
        const QByteArray bytes = "a: b\xFF\nc: d\ne: \"f\xC0\xAF\"\nx: é\n";
        QCOMPARE(valueOf(bytes, "a"), QByteArray("(none)"));
        QCOMPARE(valueOf(bytes, "e"), QByteArray("(none)"));
        QCOMPARE(afterSetting(bytes, "c", "n"), QByteArray("a: b\xFF\nc: n\ne: \"f\xC0\xAF\"\nx: é\n"));
        QCOMPARE(afterSetting(bytes, "x", "ö"), QByteArray("a: b\xFF\nc: d\ne: \"f\xC0\xAF\"\nx: ö\n"));
        QCOMPARE(valueOf(QByteArray("a: \"x\0y\"\nb: c\n", 14), "b"), QByteArray("c"));
    }

    void aByteOrderMarkShiftsNothing()
    {
        QCOMPARE(afterSetting("\xEF\xBB\xBFtitle: x\nb: c\n", "b", "d"), QByteArray("\xEF\xBB\xBFtitle: x\nb: d\n"));
    }

    void settingAnythingReadsBackOrIsRefused()
    {
        QVERIFY(rc::check([] {
            const QByteArray bytes = settings;
            const YamlText yaml = readAll(bytes);
            const auto which = *rc::gen::inRange<size_t>(0, yaml.fields().size());
            const YamlField &field = yaml.fields()[which];
            const QByteArray value = randomValue();
            const Result<TextEdit> edit = yaml.set(field.name, value);
            if (field.name == "name") // an anchor that is used elsewhere
                return;
            RC_ASSERT(edit.ok());
            const YamlText again = readAll(applied(*edit, bytes));
            for (const YamlField &other : yaml.fields()) {
                RC_ASSERT(again.find(other.name) != nullptr);
                RC_ASSERT(again.find(other.name)->value == (other.name == field.name ? value : other.value));
            }
        }));
    }

    void readingNeverFails()
    {
        QVERIFY(rc::check([] {
            QByteArray bytes = settings;
            const int cuts = *rc::gen::inRange(0, 6);
            for (int i = 0; i < cuts; ++i) {
                const auto at = *rc::gen::inRange<qsizetype>(0, bytes.size());
                bytes.replace(at, *rc::gen::inRange<qsizetype>(0, 4), randomValue());
            }
            const YamlText yaml = readAll(bytes);
            for (const YamlField &field : yaml.fields())
                RC_ASSERT(
                    field.range.begin >= 0 && field.range.begin <= field.range.end && field.range.end <= bytes.size());
            if (!yaml.fields().empty()) {
                const YamlField &field = yaml.fields()[*rc::gen::inRange<size_t>(0, yaml.fields().size())];
                const Result<TextEdit> edit = yaml.set(field.name, "new");
                if (edit)
                    RC_ASSERT(valueOf(applied(*edit, bytes), field.name) == "new");
            }
        }));
    }

    void hostileTextsEndSoon_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        const auto times = [](const char *text, int count) { return QByteArray(text).repeated(count); };
        QTest::newRow("brackets") << times("[", 200'000);
        QTest::newRow("braces") << times("{a: ", 200'000);
        QTest::newRow("dashes") << times("- ", 200'000);
        QTest::newRow("question marks") << times("? ", 200'000);
        QTest::newRow("many keys") << times("a: b\n", 100'000);
        QTest::newRow("one long line") << "a: [" + times("b, ", 100'000) + "c]\n";
        QTest::newRow("long word") << times("x", 900'000);
        QTest::newRow("colons") << times(":", 400'000);
        QTest::newRow("anchors") << times("&a ", 100'000);
        QTest::newRow("blank lines in a scalar") << "a: b" + times("\n", 400'000) + " c\n";
        QTest::newRow("too large") << times("a: b\n", 1'000'000);
        QByteArray bomb = "a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n";
        for (int i = 1; i < 12; ++i) {
            const QByteArray before = "*a" + QByteArray::number(i - 1) + ", ";
            const QByteArray name = "a" + QByteArray::number(i);
            bomb += name + ": &" + name + " [" + before.repeated(10) + "x]\n";
        }
        QTest::newRow("aliases of aliases") << bomb;
    }
    void hostileTextsEndSoon()
    {
        QFETCH(QByteArray, bytes);
        QElapsedTimer timer;
        timer.start();
        const YamlText yaml = readAll(bytes);
        QVERIFY(yaml.fields().size() <= 100'000);
        QVERIFY2(timer.elapsed() < 20'000, qPrintable(QString::number(timer.elapsed())));
        qInfo("%lld ms", timer.elapsed());
    }

    void lawsHoldForStarterSettings()
    {
        int set = 0, refused = 0;
        const QByteArray bytes = settings;
        for (const size_t shift : {0U, 1U, 2U}) // every value for every field
            checkLaws(bytes, {0, bytes.size()}, set, refused, shift);
        QVERIFY(set > 40);
    }

    void lawsHoldOverTheCorpus()
    {
        const std::optional<QString> corpus = test::corpusFolder();
        if (!corpus)
            QSKIP("VITRINE_CORPUS is not set: the laws are not checked over real settings.");
        int set = 0, refused = 0, broken = 0;
        const size_t step = qEnvironmentVariableIsSet("VITRINE_FULL") ? 1 : 16;
        size_t count = 0;
        for (const QString &path : test::corpusPages()) {
            QFile file(path);
            QVERIFY(file.open(QIODevice::ReadOnly));
            const QByteArray page = file.readAll();
            const FrontMatter front = findFrontMatter(page);
            broken += YamlText::read(page, front.yaml).diagnostics().empty() ? 0 : 1;
            checkLaws(page, front.yaml, set, refused);
            if (QTest::currentTestFailed())
                QFAIL(qPrintable(path));
        }
        QDirIterator files(*corpus, {QStringLiteral("*.yml")}, QDir::Files, QDirIterator::Subdirectories);
        while (files.hasNext()) {
            QFile file(files.next());
            QVERIFY(file.open(QIODevice::ReadOnly));
            const QByteArray bytes = file.readAll();
            broken += readAll(bytes).diagnostics().empty() ? 0 : 1;
            // sites of one template have the same names; each name is tried on every `step`th of them
            checkLaws(bytes, {0, bytes.size()}, set, refused, ++count % step, step);
            if (QTest::currentTestFailed())
                QFAIL(qPrintable(file.fileName()));
        }
        qInfo("%d values set, %d refused, %d texts unreadable", set, refused, broken);
        QVERIFY(refused * 50 < set);
    }
};

QTEST_APPLESS_MAIN(TestYamlText)
#include "tst_YamlText.moc"
