#include "content/frontmatter/YamlList.h"
#include "content/frontmatter/YamlText.h"
#include "tests/support/PageFixtures.h"

#include <QDirIterator>
#include <QFile>
#include <QTest>

#include <rapidcheck.h>

using namespace vitrine;

namespace {

const char menu[] = "# main links\n"
                    "main:\n"
                    "  - title: \"About Me\"\n"
                    "    url: \"/#about-me\"\n"
                    "\n"
                    "  # all of them\n"
                    "  - title: \"Papers\" # not old ones\n"
                    "    url: /papers/\n"
                    "    # url: /old-papers/\n"
                    "    \n"
                    "  # - title: \"Talks\"\n"
                    "  #   url: /talks/\n"
                    "  - title: \"More\"\n"
                    "    url: \"/more/\"\n"
                    "    children:\n"
                    "      - title: \"Old\"\n"
                    "        url: /old/\n"
                    "foot:\n"
                    "  - title: Mail\n";

QByteArray applied(const TextEdit &edit, const QByteArray &bytes)
{
    return edit.appliedTo({{QStringLiteral("navigation.yml"), bytes}}).front().bytes;
}

Result<YamlList> listIn(const QByteArray &bytes, const QByteArray &name)
{
    return YamlList::find(bytes, {0, bytes.size()}, name);
}

/// The text after an edit of its list, or the sentence of the refusal.
template<typename Edit> QByteArray after(const QByteArray &bytes, const QByteArray &name, const Edit &edit)
{
    const Result<YamlList> list = listIn(bytes, name);
    if (!list)
        return list.error().sentence.toUtf8();
    const Result<TextEdit> done = edit(*list);
    return done ? applied(*done, bytes) : done.error().sentence.toUtf8();
}

QByteArray afterMoving(const QByteArray &bytes, const QByteArray &name, size_t from, size_t to)
{
    return after(bytes, name, [=](const YamlList &list) { return list.moved(from, to); });
}

QByteArray afterRemoving(const QByteArray &bytes, const QByteArray &name, size_t at)
{
    return after(bytes, name, [=](const YamlList &list) { return list.removed(at); });
}

QByteArray afterAdding(const QByteArray &bytes, const QByteArray &name, size_t at, const YamlItemValues &values)
{
    return after(bytes, name, [&](const YamlList &list) { return list.inserted(at, values); });
}

QByteArray replaced(QByteArray bytes, const QByteArray &old, const QByteArray &fresh)
{
    return bytes.replace(old, fresh);
}

const YamlItemValues talks{{"title", "Talks"}, {"url", "/talks/"}};

/// The lines of a text, sorted: what no move may change.
QByteArrayList sortedLines(const QByteArray &bytes)
{
    QByteArrayList lines = bytes.split('\n');
    std::sort(lines.begin(), lines.end());
    return lines;
}

/// Moving keeps every line; moving back, and removing what was added, gives the very bytes.
void checkLaws(const QByteArray &bytes, const QByteArray &name, const YamlItemValues &fresh, int &done, int &refusals)
{
    const Result<YamlList> list = listIn(bytes, name);
    if (!list) {
        ++refusals;
        return;
    }
    const SourceSet before{{QStringLiteral("f"), bytes}};
    for (size_t from = 0; from < list->size(); ++from) {
        const size_t to = (from * 7 + 3) % list->size();
        const Result<TextEdit> edit = list->moved(from, to);
        ++(edit ? done : refusals);
        if (!edit)
            continue;
        const QByteArray moved = applied(*edit, bytes);
        QVERIFY(bytes.endsWith('\n') ? sortedLines(moved) == sortedLines(bytes) : moved.size() == bytes.size());
        QCOMPARE(afterMoving(moved, name, to, from), bytes);
        QCOMPARE(applied(edit->inverse(before), moved), bytes);
    }
    for (size_t at = 0; at <= list->size(); ++at) {
        const Result<TextEdit> edit = list->inserted(at, fresh);
        ++(edit ? done : refusals);
        if (!edit)
            continue;
        const QByteArray grown = applied(*edit, bytes);
        QCOMPARE(edit->replacements().size(), size_t(1));
        QVERIFY(list->size() == 0 || edit->replacements().front().range.isEmpty());
        QCOMPARE(listIn(grown, name)->size(), list->size() + 1);
        if (list->size() > 0)
            QCOMPARE(afterRemoving(grown, name, at), bytes);
    }
    for (size_t at = 0; at < list->size(); ++at)
        ++(list->removed(at) ? done : refusals);
}

} // namespace

/// Items of lists in YAML are added, removed and moved as whole pieces; all else stays.
class TestYamlList : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void anItemMovesWithItsOwnLines()
    {
        const QByteArray moved = afterMoving(menu, "main", 1, 0);
        QCOMPARE(
            moved,
            QByteArray("# main links\n"
                       "main:\n"
                       "  # all of them\n"
                       "  - title: \"Papers\" # not old ones\n"
                       "    url: /papers/\n"
                       "    # url: /old-papers/\n"
                       "\n"
                       "  - title: \"About Me\"\n"
                       "    url: \"/#about-me\"\n")
                + QByteArray(menu).mid(QByteArray(menu).indexOf("    \n")));
        QCOMPARE(afterMoving(moved, "main", 0, 1), QByteArray(menu));
    }

    void nestedPartsAndWhatIsCommentedOutStayWhole()
    {
        const QByteArray moved = afterMoving(menu, "main", 2, 0);
        QVERIFY(moved.startsWith("# main links\nmain:\n  - title: \"More\"\n    url: \"/more/\"\n    children:\n"));
        QVERIFY(moved.contains("        url: /old/\n\n  - title: \"About Me\"\n"));
        QVERIFY(moved.contains("  #   url: /talks/\n  # all of them\n  - title: \"Papers\""));
        QCOMPARE(sortedLines(moved), sortedLines(menu));
    }

    void aRemovedItemTakesOneSeparatorAlong()
    {
        QCOMPARE(
            afterRemoving(menu, "main", 0),
            replaced(menu, "  - title: \"About Me\"\n    url: \"/#about-me\"\n\n  # all", "  # all"));
        QCOMPARE(
            afterRemoving(menu, "main", 1),
            replaced(
                menu,
                "\n  # all of them\n  - title: \"Papers\" # not old ones\n    url: /papers/\n    # url: /old-papers/\n",
                ""));
        const QByteArray last = "  - title: \"More\"\n    url: \"/more/\"\n    children:\n      - title: \"Old\"\n"
                                "        url: /old/\n";
        QCOMPARE(afterRemoving(menu, "main", 2), replaced(menu, last, ""));
        QCOMPARE(afterRemoving(menu, "foot", 0), replaced(menu, "  - title: Mail\n", ""));
    }

    void aNewItemIsWrittenLikeItsNeighbour()
    {
        QCOMPARE(
            afterAdding(menu, "main", 1, talks),
            replaced(menu, "\n  # all of them", "\n  - title: \"Talks\"\n    url: \"/talks/\"\n\n  # all of them"));
        QCOMPARE(
            afterAdding(menu, "main", 2, talks),
            replaced(menu, "old-papers/\n", "old-papers/\n\n  - title: \"Talks\"\n    url: /talks/\n"));
        QCOMPARE(
            afterAdding(menu, "main", 3, talks),
            replaced(menu, "foot:", "\n  - title: \"Talks\"\n    url: \"/talks/\"\nfoot:"));
        QCOMPARE(
            afterAdding(menu, "main", 0, talks),
            replaced(menu, "main:\n", "main:\n  - title: \"Talks\"\n    url: \"/talks/\"\n\n"));
    }

    void lineEndsAndAMissingLastOneAreKept()
    {
        const QByteArray bytes = "main:\r\n- url: /a/\r\n  title: A\r\n- url: /b/\r\n  title: B";
        QCOMPARE(
            afterMoving(bytes, "main", 0, 1),
            QByteArray("main:\r\n- url: /b/\r\n  title: B\r\n- url: /a/\r\n  title: A"));
        QCOMPARE(afterAdding(bytes, "main", 2, talks), bytes + "\r\n- url: /talks/\r\n  title: Talks");
        QCOMPARE(afterRemoving(bytes, "main", 1), QByteArray("main:\r\n- url: /a/\r\n  title: A"));
    }

    void aListThatSaysNothingGetsItsFirstItem()
    {
        const QByteArray bytes = "main:\n#   - title: \"Publications\"\n#     url: /publications/\n";
        const QByteArray one = "main:\n  - title: \"Talks\"\n    url: /talks/\n";
        QCOMPARE(afterAdding(bytes, "main", 0, talks), one + bytes.mid(6));
        QCOMPARE(afterRemoving(one + bytes.mid(6), "main", 0), bytes);
        QCOMPARE(
            afterAdding("main: # none\nfoot: x\n", "main", 0, talks),
            QByteArray("main: # none\n  - title: \"Talks\"\n    url: \"/talks/\"\nfoot: x\n"));
        QCOMPARE(
            afterAdding("main: ~\n", "main", 0, talks),
            QByteArray("main:\n  - title: \"Talks\"\n    url: \"/talks/\"\n"));
    }

    void aListOfValues()
    {
        const QByteArray bytes = "title: x\nredirect_from: \n  - /about/ # old\n  - /about.html\n\nlang: en\n";
        QCOMPARE(
            afterAdding(bytes, "redirect_from", 2, {{"", "/me/"}}),
            replaced(bytes, "/about.html\n", "/about.html\n  - /me/\n"));
        QCOMPARE(
            afterMoving(bytes, "redirect_from", 0, 1),
            replaced(bytes, "  - /about/ # old\n  - /about.html\n", "  - /about.html\n  - /about/ # old\n"));
        QCOMPARE(
            afterAdding(bytes, "redirect_from", 0, {{"", "a: b"}}),
            replaced(bytes, "  - /about/", "  - \"a: b\"\n  - /about/"));
        QCOMPARE(afterAdding("a: b\n", "tags", 0, {{"", "x"}}), QByteArray("a: b\ntags:\n  - x\n"));
        QCOMPARE(afterAdding("a: b", "tags", 0, {{"", "x"}}), QByteArray("a: b\ntags:\n  - x"));
        QCOMPARE(afterAdding("", "tags", 0, {{"", "x"}}), QByteArray("tags:\n  - x\n"));
        QCOMPARE(
            afterAdding("a: /b/ # old\nc: d\n", "a", 1, {{"", "/e/"}}),
            QByteArray("a: # old\n  - /b/\n  - /e/\nc: d\n"));
        QCOMPARE(afterAdding("a: '/b/'\n", "a", 1, {{"", "/e/"}}), QByteArray("a:\n  - '/b/'\n  - /e/\n"));
    }

    void aListInBrackets()
    {
        const QByteArray bytes = "tags: [red, 'green',\n  blue] # c\n";
        QCOMPARE(afterMoving(bytes, "tags", 2, 0), QByteArray("tags: [blue, red,\n  'green'] # c\n"));
        QCOMPARE(afterRemoving(bytes, "tags", 1), QByteArray("tags: [red, blue] # c\n"));
        QCOMPARE(afterAdding(bytes, "tags", 1, {{"", "a, b"}}), replaced(bytes, "red", "red, \"a, b\""));
        QCOMPARE(afterAdding(bytes, "tags", 2, {{"", "x"}}), replaced(bytes, "'green'", "'green',\n  'x'"));
    }

    void aTextThatIsAList()
    {
        QCOMPARE(
            afterMoving("- title: A\n  url: /a/\n- title: B\n  url: /b/\n", "", 1, 0),
            QByteArray("- title: B\n  url: /b/\n- title: A\n  url: /a/\n"));
    }

    void whatIsNoListIsRefusedWithASentence()
    {
        for (const QByteArray bytes :
             {"main:\n  a: b\n", "main: [{title: A}]\n", "main:\n  -\n  - a\n", "main: \"x\n", "main: *a\n",
              "main: |\n  x\n"}) {
            const Result<YamlList> list = listIn(bytes, "main");
            QVERIFY2(!list || !list->inserted(0, talks), bytes.constData());
            QVERIFY(afterAdding(bytes, "main", 0, talks).endsWith('.'));
        }
        QVERIFY(!listIn("a: b\n", "x.y"));
    }

    void lawsHoldOverMadeTexts()
    {
        QVERIFY(rc::check([] {
            static const std::vector<std::string> bits{
                "  - title: A\n    url: /a/\n",
                "  - title: \"B\" # b\n    url: '/b/'\n\n",
                "  # words\n",
                "  #- c: d\n",
                "  - url: /c/\n    title: C\n    more: [x, y]\n",
                "\n",
                "  - {title: D, url: /d/}\n",
                "    # in\n"};
            QByteArray bytes = "main:\n";
            for (const size_t i : *rc::gen::resize(
                     16, rc::gen::container<std::vector<size_t>>(rc::gen::inRange<size_t>(0, bits.size()))))
                bytes += QByteArray::fromStdString(bits[i]);
            bytes += "end: x\n";
            int done = 0, refusals = 0;
            checkLaws(bytes, "main", talks, done, refusals);
            RC_ASSERT(!QTest::currentTestFailed());
            RC_ASSERT(refusals == 0);
        }));
    }

    void readingAndEditingNeverFail()
    {
        QVERIFY(rc::check([] {
            QByteArray bytes = menu;
            const int cuts = *rc::gen::inRange(0, 6);
            for (int i = 0; i < cuts; ++i) {
                const auto at = *rc::gen::inRange<qsizetype>(0, bytes.size());
                const auto bit =
                    *rc::gen::elementOf(std::vector<std::string>{"", "\n", "- ", ": ", "\"", "#", "  ", "[", "\r"});
                bytes.replace(at, *rc::gen::inRange<qsizetype>(0, 8), QByteArray::fromStdString(bit));
            }
            int done = 0, refusals = 0;
            const Result<YamlList> list = listIn(bytes, "main");
            if (!list)
                return;
            for (size_t at = 0; at < list->size(); ++at) {
                for (const Result<TextEdit> &edit : {list->removed(at), list->moved(at, 0), list->inserted(at, talks)})
                    ++(edit ? done : refusals);
            }
        }));
    }

    void lawsHoldOverTheCorpus()
    {
        const std::optional<QString> corpus = test::corpusFolder();
        if (!corpus)
            QSKIP("VITRINE_CORPUS is not set: the laws are not checked over real menus.");
        int done = 0, refusals = 0, menus = 0;
        QDirIterator files(*corpus, {QStringLiteral("navigation.yml")}, QDir::Files, QDirIterator::Subdirectories);
        while (files.hasNext()) {
            QFile file(files.next());
            QVERIFY(file.open(QIODevice::ReadOnly));
            const QByteArray bytes = file.readAll();
            const YamlText yaml = YamlText::read(bytes, {0, bytes.size()});
            ++menus;
            for (const QString &name : yaml.values().keys()) {
                const QVariant value = yaml.values().value(name);
                if (value.isValid() && value.typeId() != QMetaType::QVariantList)
                    continue;
                const int before = refusals;
                checkLaws(bytes, name.toUtf8(), talks, done, refusals);
                if (QTest::currentTestFailed())
                    QFAIL(qPrintable(file.fileName()));
                if (refusals > before)
                    qInfo("%d refused in %s %s", refusals - before, qPrintable(file.fileName()), qPrintable(name));
            }
        }
        qInfo("%d menus, %d edits done, %d refused", menus, done, refusals);
        QVERIFY(refusals * 50 <= done);
    }
};

QTEST_APPLESS_MAIN(TestYamlList)
#include "tst_YamlList.moc"
