#include "content/page/Edits.h"
#include "tests/support/Invariants.h"
#include "tests/support/PageFixtures.h"

#include <QTest>

#include <rapidcheck.h>

using namespace vitrine;
using vitrine::test::readPage;

namespace {

/// The page after an edit, or what was said instead.
QByteArray result(const Result<PageChange> &change)
{
    return change ? change->after->bytes() : change.error().sentence.toUtf8();
}

QByteArray moved(const QByteArray &bytes, const QByteArray &id, const QByteArray &section, int at)
{
    const auto page = readPage(bytes);
    return result(moveEntry(*page, *page->findEntry(id), *page->findSection(section), at));
}

QByteArray removed(const QByteArray &bytes, const QByteArray &id)
{
    const auto page = readPage(bytes);
    const std::optional<EntryRef> entry = page->findEntry(id);
    return result(entry ? removeEntry(*page, *entry) : removeSection(*page, *page->findSection(id)));
}

QByteArray titled(const QByteArray &bytes, const QByteArray &id, const QByteArray &title)
{
    const auto page = readPage(bytes);
    return result(setSectionTitle(*page, *page->findSection(id), title));
}

/// A page that pulls `- c\n- d` of another file into its list, and has an address of the site in it.
std::shared_ptr<const Page> pageWithCode()
{
    auto site = std::make_shared<SiteValues>();
    site->config = {{QStringLiteral("url"), QStringLiteral("https://x.org")}};
    ReadContext context;
    context.site = site;
    context.lookup = [](IncludeKind, const QString &name, const QString &) {
        return std::optional(SourceFile{name, "# Works\n- c [y]({{ site.url }}/c)\n- d\n\n"});
    };
    const QByteArray bytes =
        "# News\n- a\n- b [x]({{ site.url }}/b)\n- {{ site.url }}\n\n{% include_relative works.md %}\n"
        "# Awards\n- e {{ site.url }}\n- f\n";
    return Page::read({{QStringLiteral("about.md"), bytes}}, context);
}

/// The bytes of one file after an edit, or what was said instead.
QByteArray fileAfter(const Result<PageChange> &change, size_t file)
{
    return change ? change->after->sources().at(file).bytes : change.error().sentence.toUtf8();
}

/// A page of a few sections with lists in one of several manners.
QByteArray randomPage()
{
    const QByteArray lineEnd = *rc::gen::element(QByteArray("\n"), QByteArray("\r\n"));
    const QByteArray marker = *rc::gen::element(QByteArray("- "), QByteArray("* "), QByteArray("  - "));
    const QByteArray gap = *rc::gen::element(lineEnd, lineEnd + lineEnd);
    const QByteArray under = *rc::gen::element(lineEnd, lineEnd + lineEnd);
    QByteArray page = *rc::gen::element(QByteArray(), "---" + lineEnd + "title: x" + lineEnd + "---" + lineEnd);
    const int sections = *rc::gen::inRange(1, 4);
    for (int s = 0; s < sections; ++s) {
        page += "# Papers " + QByteArray::number(s) + under;
        const int entries = *rc::gen::inRange(1, 5);
        for (int e = 0; e < entries; ++e) {
            const QByteArray tail = *rc::gen::element(
                QByteArray(), QByteArray("  "), QByteArray(" **b**"), QByteArray(" [x](y)"), lineEnd + "lazy");
            page += marker + "entry " + QByteArray::number(10 * s + e) + tail + (e + 1 < entries ? gap : lineEnd);
        }
        page += lineEnd;
    }
    return page;
}

EntryRef randomEntry(const Page &page)
{
    const int section = *rc::gen::inRange(0, static_cast<int>(page.outline().sections.size()));
    return {section, *rc::gen::inRange(0, static_cast<int>(page.section(section).entries.size()))};
}

} // namespace

class TestStructureEdits : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void removingTakesWholeLinesAndOneSeparator()
    {
        QCOMPARE(removed("# A\n- a\n- b\n- c\n", "a/2"), QByteArray("# A\n- a\n- c\n"));
        QCOMPARE(removed("# A\n\n- a\n\n- b\n", "a/2"), QByteArray("# A\n\n- a\n"));
        QCOMPARE(removed("# A\n- a\n- b", "a/2"), QByteArray("# A\n- a"));
        QCOMPARE(removed("# A\n- a\n\n# B\n", "a/1"), QByteArray("# A\n\n# B\n"));
        QCOMPARE(removed("# A\n\n- a\n\n# B\n", "a/1"), QByteArray("# A\n\n# B\n"));
        QCOMPARE(removed("# A\n<!-- - a\n- b -->\n", "a/1"), QByteArray("# A\n<!-- - b -->\n"));
    }

    void whatCodeOfTheSiteMadeGoesWithItsEntry()
    {
        const auto page = pageWithCode();
        QCOMPARE(page->sources().size(), size_t(2));
        const QByteArray rest = "\n\n{% include_relative works.md %}\n# Awards\n- e {{ site.url }}\n- f\n";
        const auto entry = [&](const char *id) { return *page->findEntry(id); };
        QCOMPARE(fileAfter(removeEntry(*page, entry("news/2")), 0), "# News\n- a\n- {{ site.url }}" + rest);
        QCOMPARE(fileAfter(removeEntry(*page, entry("news/3")), 0), "# News\n- a\n- b [x]({{ site.url }}/b)" + rest);
        QCOMPARE(
            fileAfter(moveEntry(*page, entry("news/3"), 0, 0), 0),
            "# News\n- {{ site.url }}\n- a\n- b [x]({{ site.url }}/b)" + rest);
        QCOMPARE(
            fileAfter(hideEntry(*page, entry("news/2")), 0),
            "# News\n- a\n<!-- - b [x]({{ site.url }}/b) -->\n- {{ site.url }}" + rest);
        QCOMPARE(
            fileAfter(removeSection(*page, 2), 0),
            "# News\n- a\n- b [x]({{ site.url }}/b)\n- {{ site.url }}\n\n{% include_relative works.md %}\n");
    }

    void anIncludedFileIsEditedInItself()
    {
        const auto page = pageWithCode();
        const auto entry = [&](const char *id) { return *page->findEntry(id); };
        const QByteArray about = page->bytes();
        const Result<PageChange> moved = moveEntry(*page, entry("works/2"), 1, 0);
        QCOMPARE(fileAfter(moved, 1), QByteArray("# Works\n- d\n- c [y]({{ site.url }}/c)\n\n"));
        QCOMPARE(fileAfter(moved, 0), about);
        QCOMPARE(fileAfter(removeEntry(*page, entry("works/1")), 1), QByteArray("# Works\n- d\n\n"));
        QCOMPARE(
            fileAfter(hideEntry(*page, entry("works/2")), 1),
            QByteArray("# Works\n- c [y]({{ site.url }}/c)\n<!-- - d -->\n\n"));
        const Result<PageChange> hidden = hideSection(*page, 1);
        QCOMPARE(fileAfter(hidden, 1), QByteArray("<!-- # Works\n- c [y]({{ site.url }}/c)\n- d -->\n\n"));
        QCOMPARE(unhideSection(*hidden->after, 1)->after->sources(), page->sources());
        QCOMPARE(
            fileAfter(setSectionTitle(*page, 1, "Papers"), 1),
            QByteArray("# Papers\n- c [y]({{ site.url }}/c)\n- d\n\n"));
        // From one file into another it would take two steps.
        QVERIFY(!moveEntry(*page, entry("works/1"), 0, 0).ok());
        const QByteArray severalFiles = "This reaches over several files and cannot be done in one step.";
        QCOMPARE(result(moveSection(*page, 1, -1, 0)), severalFiles);
        QCOMPARE(result(moveSection(*page, 2, -1, 0)), severalFiles);
    }

    void theTextAtTheTopCanGo()
    {
        QCOMPARE(removed("Hello.\n\n# A\n- a\n", "top/1"), QByteArray("# A\n- a\n"));
        QCOMPARE(
            removed("<span class='anchor' id='me'></span>\n\nHello.\n\n# A\n- a\n", "top/1"),
            QByteArray("<span class='anchor' id='me'></span>\n\n# A\n- a\n"));
    }

    void aSectionGoesWithTheFrameThatHoldsIt()
    {
        const QByteArray en = "<div class='en' markdown='1'>\n\n# A\n- a\n\n</div>\n";
        const QByteArray zh = "<div class='zh' markdown='1'>\n\n# B\n- b\n\n</div>\n";
        const QByteArray last = "<div class='en' markdown='1'>\n\n# C\n- c\n\n</div>\n";
        const QByteArray page = "# O\n- o\n\n" + en + '\n' + zh + '\n' + last;
        QCOMPARE(removed(page, "a"), "# O\n- o\n\n" + zh + '\n' + last);
        QCOMPARE(removed(page, "b"), "# O\n- o\n\n" + en + '\n' + last);
        QCOMPARE(removed(page, "c"), "# O\n- o\n\n" + en + '\n' + zh);
        QCOMPARE(result(moveSection(*readPage(page), 3, -1, 2)), "# O\n- o\n\n" + en + '\n' + last + '\n' + zh);
        // Two sections in one frame: the frame stays.
        QCOMPARE(
            removed("<div markdown='1'>\n\n# A\n- a\n\n# B\n- b\n\n</div>\n", "b"),
            QByteArray("<div markdown='1'>\n\n# A\n- a\n\n</div>\n"));
    }

    void aRefusalSaysWhatWouldBecomeOfWhat()
    {
        QCOMPARE(
            result(moveSection(*readPage("### A\n- a\n\n# B\n- b\n"), 1, -1, 0)),
            QByteArray(
                "\u201cA\u201d would become part of \u201cB\u201d there, because its heading is of a lower level."));
        const auto page = readPage("Some words of mine.\n\n# A\n- a\n");
        QVERIFY(result(duplicateEntry(*page, {0, 0})).startsWith("A copy of running text"));
    }

    void handNumberedListsAreRenumbered()
    {
        QCOMPARE(removed("# A\n1. a\n2. b\n3. c\n", "a/1"), QByteArray("# A\n1. b\n2. c\n"));
        QCOMPARE(removed("# A\n3. a\n2. b\n1. c\n", "a/3"), QByteArray("# A\n2. a\n1. b\n"));
        QCOMPARE(removed("# A\n1. a\n1. b\n1. c\n", "a/1"), QByteArray("# A\n1. b\n1. c\n"));
        QCOMPARE(moved("# A\n1. a\n2. b\n3. c\n", "a/3", "a", 0), QByteArray("# A\n1. c\n2. a\n3. b\n"));
    }

    void movingChangesOnlyTheOrder()
    {
        QCOMPARE(moved("# A\n- a\n- b\n- c\n", "a/1", "a", 2), QByteArray("# A\n- b\n- c\n- a\n"));
        QCOMPARE(moved("# A\n- a\n\n- b\n- c\n", "a/1", "a", 2), QByteArray("# A\n- b\n\n- c\n- a\n"));
        QCOMPARE(moved("# A\n- a\n- b", "a/2", "a", 0), QByteArray("# A\n- b\n- a"));
        QCOMPARE(moved("# A\n- a\n\n# B\n* b\n", "a/1", "b", 0), QByteArray("# A\n\n# B\n* a\n* b\n"));
        QCOMPARE(moved("# A\n- a\n- x\n\n# B\n", "a/1", "b", 0), QByteArray("# A\n- x\n\n# B\n- a\n"));
    }

    void aBoxCannotMoveIntoAList()
    {
        const QByteArray page = "# A\n\n<div class='paper-box'>\nx\n</div>\n\n# B\n- b\n";
        QCOMPARE(
            moved(page, "a/1", "b", 0),
            QByteArray("A paper box cannot move into a list. Choose a section with boxes."));
    }

    void aTitleKeepsEmojiAndMarkup()
    {
        QCOMPARE(titled("# 🔥 News\n- a\n", "news", "Latest"), QByteArray("# 🔥 Latest\n- a\n"));
        QCOMPARE(titled("## **News** ##\n- a\n", "news", "Latest"), QByteArray("## **Latest** ##\n- a\n"));
        QCOMPARE(titled("News\n====\n- a\n", "news", "Latest"), QByteArray("Latest\n======\n- a\n"));
        QCOMPARE(titled("<h2>News</h2>\n", "news", "Latest"), QByteArray("<h2>Latest</h2>\n"));
        QCOMPARE(titled("# News\n", "news", "*Old* [x]"), QByteArray("# \\*Old\\* \\[x\\]\n"));
        QCOMPARE(titled("# News\n", "news", " "), QByteArray("A section needs a title."));
    }

    void aNewSectionLooksLikeTheOthers()
    {
        const auto add = [](const QByteArray &bytes, const QByteArray &title) {
            return result(addSection(*readPage(bytes), title, {}, {}));
        };
        QCOMPARE(add("# A\n- a\n\n\n# B\n- b\n", "News"), QByteArray("# A\n- a\n\n\n# B\n- b\n\n\n# News\n"));
        QCOMPARE(add("A\n---\n- a\n\nB\n---\n- b\n", "News"), QByteArray("A\n---\n- a\n\nB\n---\n- b\n\nNews\n----\n"));
        QCOMPARE(
            add("<span class='anchor' id='-a'></span>\n\n# A\n- a\n", "My News"),
            QByteArray("<span class='anchor' id='-a'></span>\n\n# A\n- a\n\n"
                       "<span class='anchor' id='-my-news'></span>\n\n# My News\n"));
        QCOMPARE(add("", "News"), QByteArray("# News\n"));
        const auto page = readPage("# A\n## B\n- b\n\n# C\n");
        QCOMPARE(result(addSection(*page, "News", {}, 0)), QByteArray("# A\n## B\n- b\n\n# News\n\n# C\n"));
        QCOMPARE(result(addSection(*page, "News", {}, {}, 0)), QByteArray("# A\n## B\n- b\n\n## News\n\n# C\n"));
    }

    void sectionsMoveAndGoAsAWhole()
    {
        const QByteArray page = "# A\n- a\n\n# B\n## B1\n- b\n\n# C\n- c";
        const auto read = readPage(page);
        QCOMPARE(result(moveSection(*read, 1, -1, 0)), QByteArray("# B\n## B1\n- b\n\n# A\n- a\n\n# C\n- c"));
        QCOMPARE(result(moveSection(*read, 0, -1, 2)), QByteArray("# B\n## B1\n- b\n\n# C\n- c\n\n# A\n- a"));
        QCOMPARE(removed(page, "b"), QByteArray("# A\n- a\n\n# C\n- c"));
        QCOMPARE(removed(page, "c"), QByteArray("# A\n- a\n\n# B\n## B1\n- b"));
    }

    void everyEditCanBeUndone()
    {
        QVERIFY(rc::check([] {
            const auto page = readPage(randomPage());
            const EntryRef ref = randomEntry(*page);
            const int what = *rc::gen::inRange(0, 4);
            const int size = static_cast<int>(page->section(ref.section).entries.size());
            const Result<PageChange> change = what == 0 ? removeEntry(*page, ref)
                : what == 1                             ? duplicateEntry(*page, ref)
                : what == 2                             ? hideEntry(*page, ref)
                            : moveEntry(*page, ref, ref.section, *rc::gen::inRange(0, size));
            if (!change)
                return;
            RC_ASSERT(change->edit.appliedTo(page->sources()) == change->after->sources());
            RC_ASSERT(change->edit.inverse(page->sources()).appliedTo(change->after->sources()) == page->sources());
        }));
    }

    void movingThereAndBackGivesTheSameBytes()
    {
        QVERIFY(rc::check([] {
            const auto page = readPage(randomPage());
            const EntryRef ref = randomEntry(*page);
            const int size = static_cast<int>(page->section(ref.section).entries.size());
            const int at = *rc::gen::inRange(0, size);
            const Result<PageChange> there = moveEntry(*page, ref, ref.section, at);
            RC_ASSERT(there.ok());
            const Result<PageChange> back = moveEntry(*there->after, {ref.section, at}, ref.section, ref.entry);
            RC_ASSERT(back.ok());
            RC_ASSERT(back->after->bytes() == page->bytes());
        }));
    }

    void hidingAndShowingGivesTheSameBytes()
    {
        QVERIFY(rc::check([] {
            const auto page = readPage(randomPage());
            const EntryRef ref = randomEntry(*page);
            const Result<PageChange> hidden = hideEntry(*page, ref);
            if (!hidden)
                return;
            RC_ASSERT(hidden->after->entry(ref).hidden);
            const Result<PageChange> shown = unhideEntry(*hidden->after, ref);
            RC_ASSERT(shown.ok());
            RC_ASSERT(shown->after->bytes() == page->bytes());
        }));
    }

    void anyBytesGiveAnOutline()
    {
        QVERIFY(rc::check([] {
            const auto pieces = *rc::gen::container<std::vector<std::string>>(rc::gen::element<std::string>(
                "# ", "\n", "\r\n", "- ", "a", "<!--", "-->", "<div class='paper-box'>", "</div>", "<li>", "</li>",
                "**", "\xff", "1. ", "  ", "> ", "---", "`", "<h2>", "</h2>", "| a |", "\t", "{% x %}", "\xf0\x9f"));
            QByteArray bytes;
            for (const std::string &piece : pieces)
                bytes += QByteArray::fromStdString(piece);
            const auto page = readPage(bytes);
            RC_ASSERT(test::brokenInvariant(*page) == QString());
        }));
    }
};

QTEST_APPLESS_MAIN(TestStructureEdits)
#include "tst_StructureEdits.moc"
