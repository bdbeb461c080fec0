// What became of a page, by entry and field: every byte that differs belongs to exactly one change, and the change is
// called what a person would call it.

#include "content/changes/DiffSheet.h"
#include "content/changes/PageDifference.h"
#include "content/changes/words/ChangeWords.h"
#include "content/page/Edits.h"
#include "tests/support/MadePage.h"
#include "tests/support/PageFixtures.h"
#include "tests/support/RandomEdits.h"

#include <QFile>
#include <QTest>

#include <rapidcheck.h>

using namespace vitrine;
using namespace vitrine::test;

namespace {

using Subject = NamedChange::Subject;

const QByteArray page1 =
    "---\npermalink: /\ntitle: \"Edda\"\n---\n\n# About me\nI study quiet machines.\n\n# News\n* 08/2023: One paper is "
    "accepted.\n* 07/2023: I moved to Northmere.\n* 06/2023: Hello page.\n\n# Publications\n(\\* equal "
    "contribution)\n\n* Tomas Okwuosa\\*, **Edda Marenholt\\***, “Quiet machines”, in the Conference on Learning "
    "(LEARN), "
    "2023. \\[[PDF](https://papers.example.org/1.pdf)\\]\n* **Edda Marenholt**, Yara Quintrell, “Loud engines”, in the "
    "Conference on Making (MAKE), 2022. \\[[PDF](https://papers.example.org/2.pdf)\\]\n\n# Awards\n* *2022.10* Calder "
    "Prize.\n* *2021.05* Best Poster Award.\n";

PageDifference differenceTo(const QByteArray &after)
{
    return differenceOf(readPage(page1), readPage(after));
}

QByteArray replaced(const QByteArray &what, const QByteArray &with)
{
    QByteArray bytes = page1;
    bytes.replace(what, with);
    return bytes;
}

/// What breaks the law that all changes together are the difference and none overlaps another; empty when none does.
QByteArray brokenLaw(const PageDifference &difference)
{
    const SourceSet &before = difference.before->sources();
    const SourceSet &after = difference.after->sources();
    size_t stretches = 0;
    for (const NamedChange &change : difference.changes) {
        if (change.stretches.empty())
            return "a change without bytes";
        stretches += change.stretches.size();
    }
    const TextEdit edit = difference.edit();
    if (edit.replacements().size() != stretches)
        return "changes overlap";
    if (!edit.fits(before))
        return "changes lie outside the page";
    const SourceSet made = edit.appliedTo(before);
    for (size_t file = 0; file < std::min(before.size(), after.size()); ++file) {
        if (made[file].bytes != after[file].bytes)
            return "the changes together do not make the new page";
    }
    return {};
}

/// Takes some changes back one after the other, picked by `random`; what breaks on the way.
QByteArray brokenTakingBack(PageDifference difference, std::mt19937 &random)
{
    const std::shared_ptr<const Page> before = difference.before;
    for (int left = 6; left > 0 && !difference.changes.empty(); --left) {
        const int change = static_cast<int>(random() % difference.changes.size());
        const TextEdit back = difference.takingBack(change);
        if (!back.fits(difference.after->sources()))
            return "taking back does not fit the page";
        difference = differenceOf(before, difference.after->edited(back));
        if (const QByteArray broken = brokenLaw(difference); !broken.isEmpty())
            return broken;
    }
    return {};
}

/// The page after one more edit, when it is not refused.
std::shared_ptr<const Page> after(const std::shared_ptr<const Page> &page, const Result<PageChange> &change)
{
    return change ? change->after : page;
}

} // namespace

class TestChanges : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aLinkIsAddedToItsPaper()
    {
        const PageDifference found = differenceTo(replaced("1.pdf)", "1.pdf), [Code](https://code.example.org/1)"));
        QCOMPARE(found.changes.size(), size_t(1));
        const NamedChange &change = found.changes.front();
        QCOMPARE(change.subject, Subject::Entry);
        QCOMPARE(change.after, (EntryRef{2, 0}));
        QVERIFY(!change.added && !change.moved);
        QCOMPARE(change.fields.size(), size_t(1));
        QCOMPARE(change.fields.front().field, FieldId::Links);
        QCOMPARE(change.fields.front().after.links().size(), 2);
        QCOMPARE(brokenLaw(found), QByteArray());
    }

    void anEntryOnTopIsAdded()
    {
        const PageDifference found = differenceTo(replaced("# News\n", "# News\n* 09/2023: I joined.\n"));
        QCOMPARE(found.changes.size(), size_t(1));
        QVERIFY(found.changes.front().added);
        QCOMPARE(found.changes.front().after, (EntryRef{1, 0}));
    }

    void theLastEntryTakesTheLineEndOfTheOneBeforeIt()
    {
        const QByteArray open = page1.chopped(1);
        const PageDifference found = differenceOf(readPage(open), readPage(open + "\n* *2020.01* Third Prize."));
        QCOMPARE(found.changes.size(), size_t(1));
        QVERIFY(found.changes.front().added);
        QCOMPARE(brokenLaw(found), QByteArray());
    }

    void anEntryIsMovedAndEditedAtOnce()
    {
        const QByteArray line = "* 06/2023: Hello page.\n";
        QByteArray after = replaced(line, {});
        after.replace("# News\n", "# News\n* 06/2023: Hello new page.\n");
        const PageDifference found = differenceTo(after);
        QCOMPARE(found.changes.size(), size_t(1));
        const NamedChange &change = found.changes.front();
        QVERIFY(change.moved && !change.added && !change.removed);
        QCOMPARE(change.before, (EntryRef{1, 2}));
        QCOMPARE(change.after, (EntryRef{1, 0}));
        QCOMPARE(change.fields.size(), size_t(1));
        QCOMPARE(change.fields.front().field, FieldId::Text);
    }

    void neighboursThatWereEditedAreTwoChanges()
    {
        QByteArray after = replaced("One paper is", "Two papers are");
        after.replace("Northmere", "Southmere");
        const PageDifference found = differenceTo(after);
        QCOMPARE(found.changes.size(), size_t(2));
        QCOMPARE(found.changes[0].after, (EntryRef{1, 0}));
        QCOMPARE(found.changes[1].after, (EntryRef{1, 1}));
    }

    void hidingAnEntryIsSaidAsSuch()
    {
        const auto page = readPage(page1);
        const Result<PageChange> hidden = hideEntry(*page, {2, 1});
        QVERIFY(hidden.ok());
        const PageDifference found = differenceOf(page, hidden->after);
        QCOMPARE(found.changes.size(), size_t(1));
        QVERIFY(found.changes.front().hidden);
        QVERIFY(found.changes.front().fields.empty());
        const PageDifference back = differenceOf(hidden->after, page);
        QVERIFY(back.changes.front().shown);
    }

    void hidingASectionIsOneChange()
    {
        const auto page = readPage(page1);
        const Result<PageChange> hidden = hideSection(*page, 1);
        QVERIFY(hidden.ok());
        const PageDifference found = differenceOf(page, hidden->after);
        QCOMPARE(found.changes.size(), size_t(1));
        QCOMPARE(found.changes.front().subject, Subject::Section);
        QVERIFY(found.changes.front().hidden);
    }

    void aSectionComesWithItsEntries()
    {
        const PageDifference found =
            differenceTo(replaced("# Awards\n", "# Talks\n\n* *2023.02* A talk.\n* *2023.01* Another.\n\n# Awards\n"));
        QCOMPARE(found.changes.size(), size_t(1));
        QCOMPARE(found.changes.front().subject, Subject::Section);
        QVERIFY(found.changes.front().added);
        QCOMPARE(found.changes.front().entriesWithin, 2);
    }

    void aSectionMovesWithItsEntries()
    {
        const auto page = readPage(page1);
        const Result<PageChange> moved = moveSection(*page, 3, -1, 1);
        QVERIFY(moved.ok());
        const PageDifference found = differenceOf(page, moved->after);
        QCOMPARE(found.changes.size(), size_t(1));
        QCOMPARE(found.changes.front().subject, Subject::Section);
        QVERIFY(found.changes.front().moved);
    }

    void aRenamedSectionIsStillItself()
    {
        const PageDifference found = differenceTo(replaced("# Awards", "# Honours and awards"));
        QCOMPARE(found.changes.size(), size_t(1));
        QCOMPARE(found.changes.front().subject, Subject::Section);
        QVERIFY(!found.changes.front().added && !found.changes.front().removed);
    }

    void aSettingChangesItsValue()
    {
        const PageDifference found = differenceTo(replaced("\"Edda\"", "\"Edda Marenholt\""));
        QCOMPARE(found.changes.size(), size_t(1));
        QCOMPARE(found.changes.front().subject, Subject::Setting);
        QCOMPARE(found.changes.front().key, QByteArray("title"));
        QCOMPARE(found.changes.front().textBefore, QByteArray("Edda"));
        QCOMPARE(found.changes.front().textAfter, QByteArray("Edda Marenholt"));
    }

    void whatStandsOutsideEntriesIsSaidToo()
    {
        QByteArray after = replaced("(\\* equal contribution)", "(\\* same share)");
        after.replace("machines.\n\n# News", "machines.\n\n\n# News");
        const PageDifference found = differenceTo(after);
        QCOMPARE(found.changes.size(), size_t(2));
        QCOMPARE(found.changes[0].subject, Subject::Spacing);
        QCOMPARE(found.changes[1].subject, Subject::Text);
        QCOMPARE(brokenLaw(found), QByteArray());
    }

    void numbersOfAListGoWithTheEntryThatCame()
    {
        const QByteArray before =
            "# Publications\n1. Ada King, \"One thing\", LEARN, 2023.\n2. Ada King, \"Two things\", "
            "MAKE, 2022.\n";
        const QByteArray after =
            "# Publications\n1. Ada King, \"No thing\", LEARN, 2024.\n2. Ada King, \"One thing\", LEARN, 2023.\n3. Ada "
            "King, \"Two things\", MAKE, 2022.\n";
        const PageDifference found = differenceOf(readPage(before), readPage(after));
        QCOMPARE(found.changes.size(), size_t(1));
        QVERIFY(found.changes.front().added);
        QCOMPARE(brokenLaw(found), QByteArray());
    }

    void whatWasMovedIntoANewSectionGoesBackWithIt()
    {
        QByteArray after = replaced("* 06/2023: Hello page.\n", {});
        after += "\n# Old news\n* 06/2023: Hello page.\n";
        const PageDifference found = differenceTo(after);
        QCOMPARE(found.changes.size(), size_t(2));
        const int section = found.changes[0].subject == Subject::Section ? 0 : 1;
        QCOMPARE(found.withThoseAlong(section).size(), size_t(2));
        QCOMPARE(found.takingBack(section).appliedTo(found.after->sources()), found.before->sources());
    }

    void changesAreCalledWhatAPersonCallsThem_data()
    {
        QTest::addColumn<QByteArray>("what");
        QTest::addColumn<QByteArray>("with");
        QTest::addColumn<QString>("words");
        const auto row = [](const char *name, const char *what, const char *with, const char *words) {
            QTest::newRow(name) << QByteArray(what) << QByteArray(with) << QString::fromUtf8(words);
        };
        row("link", "1.pdf)", "1.pdf), [Code](https://code.example.org/1)", "Paper Quiet machines: link Code added");
        row("address", "papers.example.org/1", "papers.example.org/one", "Paper Quiet machines: link PDF changed");
        row("venue", "Making (MAKE)", "Building (BUILD)",
            "Paper Loud engines: venue changed to “Conference on Building (BUILD)”");
        row("author", "Yara Quintrell", "Yara Quintrell, Jun Beltrane",
            "Paper Loud engines: author Jun Beltrane added");
        row("on top", "# News\n", "# News\n* 09/2023: I joined.\n", "News: 09/2023 added on top");
        row("below", "# Publications", "* 05/2023: Older.\n\n# Publications", "News: 05/2023 added");
        row("removed", "* 07/2023: I moved to Northmere.\n", "", "News: 07/2023 removed");
        row("text", "Northmere", "Southmere", "News 07/2023: text changed to “I moved to Southmere”");
        row("date", "08/2023", "09/2023", "News 09/2023: date changed to “09/2023”");
        row("section", "# Awards", "# Honours", "Section Honours renamed, was “Awards”");
        row("setting", "\"Edda\"", "\"Edda M.\"", "Page settings: title changed to “Edda M.”");
        row("new setting", "title:", "lang: en\ntitle:", "Page settings: lang added");
        row("legend", "equal contribution", "same share", "Text outside entries changed in Publications");
        row("blanks", "\n\n# News", "\n\n\n# News", "Empty lines and blanks in About me");
        row("about", "quiet machines.\n", "loud machines.\n", "About me: text changed to “I study loud machines”");
    }

    void changesAreCalledWhatAPersonCallsThem()
    {
        QFETCH(QByteArray, what);
        QFETCH(QByteArray, with);
        QFETCH(QString, words);
        const PageDifference found = differenceTo(replaced(what, with));
        QCOMPARE(found.changes.size(), size_t(1));
        QCOMPARE(inWords(found, found.changes.front()), words);
    }

    void namesAndWordsAreStyledApart()
    {
        const PageDifference found = differenceTo(replaced("1.pdf)", "1.pdf), [A<B](https://code.example.org/1)"));
        const QString words = inWords(
            found, found.changes.front(), [](const QString &name) { return QStringLiteral("<b>%1</b>").arg(name); },
            [](const QString &text) { return text.toHtmlEscaped(); });
        QCOMPARE(words, QStringLiteral("Paper <b>Quiet machines</b>: link A&lt;B added"));
    }

    void linesOfAChangeAreTold()
    {
        const PageDifference added = differenceTo(replaced("# News\n", "# News\n* 09/2023: I joined.\n"));
        QCOMPARE(inWords(linesOf(added, added.changes.front())), QStringLiteral("line 10 added"));
        const PageDifference gone = differenceTo(replaced("* 07/2023: I moved to Northmere.\n", {}));
        QCOMPARE(inWords(linesOf(gone, gone.changes.front())), QStringLiteral("line 11 removed"));
        const PageDifference changed = differenceTo(replaced("Northmere", "Southmere"));
        QCOMPARE(inWords(linesOf(changed, changed.changes.front())), QStringLiteral("line 11 changed"));
    }

    void theSheetShowsChangedLinesWithTheirWordsMarked()
    {
        QByteArray after = replaced("# News\n", "# News\n* 09/2023: I joined.\n");
        after.replace("Loud", "Louder").replace("* *2021.05* Best Poster Award.\n", {});
        const PageDifference found = differenceTo(after);
        const std::vector<DiffLine> sheet = diffSheetOf(found);
        QStringList spelled;
        for (const DiffLine &line : sheet) {
            QString words =
                QStringLiteral("%1 %2 %3 ").arg(static_cast<int>(line.type)).arg(line.before).arg(line.after)
                + QString::fromUtf8(line.text.left(24));
            for (const ByteRange mark : line.marks)
                words += QStringLiteral(" [%1]").arg(QString::fromUtf8(line.text.mid(mark.begin, mark.size())));
            spelled += words;
        }
        const QStringList expected{
            QStringLiteral("0 0 0 page.md"),
            QStringLiteral("1 0 0 News"),
            QStringLiteral("2 9 9 # News"),
            QStringLiteral("4 0 10 * 09/2023: I joined. [* 09/2023: I joined.]"),
            QStringLiteral("2 10 11 * 08/2023: One paper is "),
            QStringLiteral("1 0 0 Publications"),
            QStringLiteral("2 17 18 * Tomas Okwuosa\\*, **Edd"),
            QStringLiteral("3 18 0 * **Edda Marenholt**, Ya [Loud]"),
            QStringLiteral("4 0 19 * **Edda Marenholt**, Ya [Louder]"),
            QStringLiteral("2 19 20 "),
            QStringLiteral("1 0 0 Awards"),
            QStringLiteral("2 21 22 * *2022.10* Calder Prize"),
            QStringLiteral("3 22 0 * *2021.05* Best Poster  [* *2021.05* Best Poster Award.]")};
        QCOMPARE(spelled, expected);
        QCOMPARE(sheet.front().lines, 3);
        for (const NamedChange &change : found.changes)
            QVERIFY(sheet[static_cast<size_t>(lineOfChange(sheet, found, change))].type != DiffLine::Type::Same);
    }

    void changesTakenBackInAnyOrderGiveTheOldPage()
    {
        const auto page = readPage(page1);
        auto edited = after(page, setFields(*page, {2, 0}, {{FieldId::Venue, Value("Journal of Rest (JR)")}}));
        edited = after(edited, addEntry(*edited, 1, {}, {{FieldId::Text, Value("I joined.")}}));
        edited = after(edited, hideEntry(*edited, {2, 1}));
        edited = after(edited, moveEntry(*edited, {3, 1}, 3, 0));
        edited = after(edited, removeEntry(*edited, {1, 2}));
        edited = after(edited, setFrontMatter(*edited, "title", "Edda M."));
        edited = after(edited, moveSection(*edited, 3, -1, 1));
        edited = after(edited, setSectionTitle(*edited, 1, "Honours"));
        const bool holds = rc::check("the old page comes back", [&] {
            PageDifference left = differenceOf(page, edited);
            RC_ASSERT(left.changes.size() > 5U);
            while (!left.changes.empty()) {
                const int change = *rc::gen::inRange(0, static_cast<int>(left.changes.size()));
                const size_t along = left.withThoseAlong(change).size();
                const PageDifference next = differenceOf(page, left.after->edited(left.takingBack(change)));
                RC_ASSERT(next.changes.size() == left.changes.size() - along);
                left = next;
            }
            RC_ASSERT(left.after->bytes() == page1);
        });
        QVERIFY(holds);
    }

    void everyByteBelongsToOneChange()
    {
        const auto made = readPage(madePage(24));
        const bool holds = rc::check("all changes together are the difference", [&] {
            std::mt19937 random(*rc::gen::arbitrary<uint>());
            const auto page = random() % 2 == 0 ? made : readPage(page1);
            auto after = page;
            for (uint edits = 1 + random() % 4; edits > 0; --edits)
                after = after->edited(randomEdit(after->bytes(), random));
            const PageDifference found = differenceOf(page, after);
            RC_ASSERT(brokenLaw(found).toStdString() == std::string());
            RC_ASSERT(brokenTakingBack(found, random).toStdString() == std::string());
        });
        QVERIFY(holds);
    }

    void everyByteOfPagesOfSnippetsBelongsToOneChange()
    {
        const bool holds = rc::check("all changes together are the difference of any two texts", [] {
            const auto any = [] {
                QByteArray bytes;
                for (const QByteArray &part :
                     *rc::gen::container<std::vector<QByteArray>>(rc::gen::elementOf(snippets())))
                    bytes += part;
                return bytes;
            };
            const QByteArray before = any(), after = any();
            RC_LOG() << before.toPercentEncoding(" <>#*").toStdString() << " -> "
                     << after.toPercentEncoding(" ").toStdString();
            const PageDifference found = differenceOf(readPage(before), readPage(after));
            RC_ASSERT(brokenLaw(found).toStdString() == std::string());
            std::mt19937 random(*rc::gen::arbitrary<uint>());
            RC_ASSERT(brokenTakingBack(found, random).toStdString() == std::string());
        });
        QVERIFY(holds);
    }

    void everyByteOfRealPagesBelongsToOneChange()
    {
        const QStringList paths = corpusPages();
        if (paths.isEmpty())
            QSKIP("VITRINE_CORPUS is not set");
        std::mt19937 random(7);
        for (const QString &path : paths) {
            QFile file(path);
            QVERIFY(file.open(QIODevice::ReadOnly));
            const auto page = readPage(file.readAll());
            auto after = page;
            for (int i = 0; i < 4; ++i)
                after = after->edited(randomEdit(after->bytes(), random));
            const PageDifference found = differenceOf(page, after);
            QVERIFY2(brokenLaw(found).isEmpty(), (path.toUtf8() + ' ' + brokenLaw(found)).constData());
            const QByteArray broken = brokenTakingBack(found, random);
            QVERIFY2(broken.isEmpty(), (path.toUtf8() + ' ' + broken).constData());
        }
    }
};

QTEST_APPLESS_MAIN(TestChanges)
#include "tst_Changes.moc"
