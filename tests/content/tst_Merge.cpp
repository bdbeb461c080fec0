// What another side changed comes into the page by entry and field; where both changed the same, both are kept for the
// choice; nothing is lost.

#include "content/changes/WordDiff.h"
#include "content/changes/merging/ConflictMarkers.h"
#include "content/changes/merging/PageMerge.h"
#include "content/page/Edits.h"
#include "tests/support/MadePage.h"
#include "tests/support/PageFixtures.h"
#include "tests/support/RandomEdits.h"

#include <QTest>

#include <rapidcheck.h>

using namespace vitrine;
using namespace vitrine::test;

namespace {

const QByteArray common =
    "---\ntitle: \"Edda\"\n---\n\n# About me\nI study quiet machines.\nI live in Northmere.\n\n# News\n* 08/2023: One "
    "paper is accepted.\n* 07/2023: I moved to Northmere.\n* 06/2023: Hello page.\n\n# Publications\n* Tomas "
    "Okwuosa\\*, **Edda Marenholt\\***, “Quiet machines”, in the Conference on Learning (LEARN), 2023. "
    "\\[[PDF](https://papers.example.org/1.pdf)\\]\n* **Edda Marenholt**, Yara Quintrell, “Loud engines”, in the "
    "Conference on Making (MAKE), 2022. \\[[PDF](https://papers.example.org/2.pdf)\\]\n";

QByteArray with(QByteArray what, const QByteArray &by, QByteArray text = common)
{
    Q_ASSERT(text.contains(what));
    return text.replace(what, by);
}

struct Merged
{
    QByteArray bytes;
    std::vector<MergeChoice> choices;
};

Merged merged(const QByteArray &here, const QByteArray &disk, const QByteArray &base = common)
{
    const auto page = readPage(here);
    const PageMerge merge = mergeOf(readPage(base), page, readPage(disk));
    Q_ASSERT(merge.edit.fits(page->sources()));
    return {merge.edit.appliedTo(page->sources()).front().bytes, merge.choices};
}

/// The page with what the disk has where the choice is open.
QByteArray allFromDisk(const Merged &merge)
{
    QByteArray bytes = merge.bytes;
    for (auto choice = merge.choices.rbegin(); choice != merge.choices.rend(); ++choice)
        bytes.replace(choice->place.range.begin, choice->place.range.size(), choice->disk);
    return bytes;
}

/// A word that only a side wrote and that is neither in the merged page nor in a choice.
QByteArray lostOf(const QByteArray &base, const QByteArray &side, const Merged &merge)
{
    QByteArray kept = merge.bytes;
    for (const MergeChoice &choice : merge.choices)
        kept += ' ' + choice.here + ' ' + choice.disk;
    for (const WordHunk &hunk : diffWords(base, side)) {
        QByteArray written = side.mid(hunk.after.begin, hunk.after.size());
        for (char &c : written)
            c = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ? c : ' ';
        for (const QByteArray &word : written.simplified().split(' ')) {
            if (!base.contains(word) && !kept.contains(word))
                return word;
        }
    }
    return {};
}

/// A change of one entry by form: any of a few, picked by `random`.
Result<PageChange> formEdit(const Page &page, EntryRef ref, std::mt19937 &random)
{
    switch (random() % 5) {
    case 0:
        return hideEntry(page, ref);
    case 1:
        return removeEntry(page, ref);
    case 2:
        return moveEntry(page, ref, ref.section, 0);
    default: {
        const std::vector<Field> &fields = *page.entry(ref).fields;
        const Field &field = fields[random() % fields.size()];
        if (field.value.isText() && schemaOf(field.id).type != ValueType::Date)
            return setFields(page, ref, {{field.id, Value("Other words " + QByteArray::number(random() % 100))}});
        return setFields(page, ref, {{FieldId::Date, Value(QByteArray("2019-05"))}});
    }
    }
}

} // namespace

class TestMerge : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void anEntryAddedThereAndOneEditedHereBothHappen()
    {
        const QByteArray here = with("One paper is", "Two papers are");
        const QByteArray disk = with("# News\n", "# News\n* 09/2023: I joined.\n");
        const Merged merge = merged(here, disk);
        QVERIFY(merge.choices.empty());
        QCOMPARE(merge.bytes, with("# News\n", "# News\n* 09/2023: I joined.\n", here));
    }

    void neighboursAreNoQuestion()
    {
        const Merged merge = merged(with("accepted", "rejected"), with("moved to", "left"));
        QVERIFY(merge.choices.empty());
        QCOMPARE(merge.bytes, with("moved to", "left", with("accepted", "rejected")));
    }

    void fieldsOfOneEntryAreNoQuestion()
    {
        const QByteArray here = with("Learning (LEARN)", "Listening (LISTEN)");
        const QByteArray disk = with("1.pdf)", "1.pdf), [Code](https://code.example.org/1)");
        const Merged merge = merged(here, disk);
        QVERIFY(merge.choices.empty());
        QCOMPARE(merge.bytes, with("1.pdf)", "1.pdf), [Code](https://code.example.org/1)", here));
    }

    void bothAddALinkAndBothAreThere()
    {
        const QByteArray here = with("1.pdf)", "1.pdf), [Code](https://code.example.org/1)");
        const QByteArray disk = with("1.pdf)", "1.pdf), [Slides](https://slides.example.org/1)");
        const Merged merge = merged(here, disk);
        QVERIFY(merge.choices.empty());
        QVERIFY(merge.bytes.contains(
            "1.pdf), [Code](https://code.example.org/1), [Slides](https://slides.example.org/1)\\]"));
    }

    void bothAddOnTopAndBothAreThere()
    {
        const Merged merge =
            merged(with("# News\n", "# News\n* 10/2023: Here.\n"), with("# News\n", "# News\n* 09/2023: There.\n"));
        QVERIFY(merge.choices.empty());
        QVERIFY(merge.bytes.contains("# News\n* 10/2023: Here.\n* 09/2023: There.\n* 08/2023"));
    }

    void bothAddAtTheEndOfAFileWithoutLastLineEnd()
    {
        const QByteArray base = "# News\n* One.";
        const Merged merge = merged("# News\n* One.\n* Here.", "# News\n* One.\n* There.", base);
        QVERIFY(merge.choices.empty());
        QCOMPARE(merge.bytes, QByteArray("# News\n* One.\n* Here.\n* There."));
    }

    void theSameFieldIsAChoiceOfTwo()
    {
        const QByteArray here = with("Learning (LEARN)", "Listening (LISTEN)");
        const QByteArray disk = with("Learning (LEARN)", "Looking (LOOK)");
        const Merged merge = merged(here, disk);
        QCOMPARE(merge.choices.size(), size_t(1));
        QCOMPARE(merge.bytes, here);
        const MergeChoice &choice = merge.choices.front();
        QCOMPARE(choice.field, std::optional(FieldId::Venue));
        QCOMPARE(choice.here, QByteArray("Conference on Listening (LISTEN)"));
        QCOMPARE(choice.disk, QByteArray("Conference on Looking (LOOK)"));
        QCOMPARE(choice.subject, QStringLiteral("Paper “Quiet machines”"));
        QCOMPARE(allFromDisk(merge), disk);
    }

    void theSameValueOnBothSidesIsNoQuestion()
    {
        const QByteArray both = with("Learning (LEARN)", "Listening (LISTEN)");
        const Merged merge = merged(with("accepted", "rejected", both), both);
        QVERIFY(merge.choices.empty());
        QCOMPARE(merge.bytes, with("accepted", "rejected", both));
    }

    void theSameAddressOfALinkIsAChoiceOfTheLinks()
    {
        const Merged merge = merged(with("org/1.pdf", "org/here.pdf"), with("org/1.pdf", "org/there.pdf"));
        QCOMPARE(merge.choices.size(), size_t(1));
        QCOMPARE(merge.choices.front().field, std::optional(FieldId::Links));
        QVERIFY(merge.choices.front().disk.contains("[PDF](https://papers.example.org/there.pdf)"));
    }

    void removedThereAndEditedHereIsAChoice()
    {
        const QByteArray line = "* 07/2023: I moved to Northmere.\n";
        const Merged merge = merged(with("moved to", "left"), with(line, {}));
        QCOMPARE(merge.choices.size(), size_t(1));
        QCOMPARE(merge.choices.front().disk, QByteArray());
        QVERIFY(merge.bytes.contains("I left Northmere"));
        QCOMPARE(allFromDisk(merge), with(line, {}));
    }

    void movedThereAndEditedHereBothHappen()
    {
        const QByteArray line = "* 06/2023: Hello page.\n";
        const QByteArray disk = with("# News\n", "# News\n" + line, with(line, {}));
        const Merged merge = merged(with("Hello page", "Hello world"), disk);
        QVERIFY(merge.choices.empty());
        QCOMPARE(merge.bytes, with("Hello page", "Hello world", disk));
    }

    void movedHereAndEditedThereBothHappen()
    {
        const QByteArray line = "* 06/2023: Hello page.\n";
        const QByteArray here = with("# News\n", "# News\n" + line, with(line, {}));
        const Merged merge = merged(here, with("Hello page", "Hello world"));
        QVERIFY(merge.choices.empty());
        QCOMPARE(merge.bytes, with("Hello page", "Hello world", here));
    }

    void hiddenThereAndEditedHereBothHappen()
    {
        const auto page = readPage(common);
        const Result<PageChange> hidden = hideEntry(*page, {2, 1});
        QVERIFY(hidden.ok());
        const Merged merge = merged(with("Loud engines", "Louder engines"), hidden->after->bytes());
        QVERIFY(merge.choices.empty());
        QCOMPARE(merge.bytes, with("Loud engines", "Louder engines", hidden->after->bytes()));
    }

    void otherLinesOfRunningTextAreNoQuestion()
    {
        const QByteArray here = with("quiet machines.\n", "loud machines.\n");
        const QByteArray disk = with("in Northmere.\n\n", "in Southmere.\n\n");
        const Merged merge = merged(here, disk);
        QVERIFY(merge.choices.empty());
        QCOMPARE(merge.bytes, with("in Northmere.\n\n", "in Southmere.\n\n", here));
        const Merged same = merged(here, with("I study quiet", "I studied quiet"));
        QCOMPARE(same.choices.size(), size_t(1));
        QCOMPARE(same.choices.front().field, std::optional(FieldId::Text));
    }

    void theSameSettingIsAChoice()
    {
        const Merged merge = merged(with("\"Edda\"", "\"Edda H\""), with("\"Edda\"", "\"Edda D\""));
        QCOMPARE(merge.choices.size(), size_t(1));
        QCOMPARE(merge.choices.front().subject, QStringLiteral("Page settings: title"));
        QCOMPARE(merge.choices.front().disk, QByteArray("title: \"Edda D\""));
    }

    void mergingWithItselfOrWithNothingIsNothing()
    {
        const bool holds = rc::check("one side alone is that side", [] {
            std::mt19937 random(*rc::gen::arbitrary<uint>());
            const auto base = readPage(random() % 2 == 0 ? common : madePage(16));
            auto other = base;
            for (uint edits = 1 + random() % 3; edits > 0; --edits)
                other = other->edited(randomEdit(other->bytes(), random));
            const PageMerge same = mergeOf(base, other, other);
            RC_ASSERT(same.edit.isEmpty());
            RC_ASSERT(mergeOf(base, other, other).choices.empty());
            RC_ASSERT(mergeOf(base, other, base).edit.isEmpty());
            const PageMerge from = mergeOf(base, base, other);
            RC_ASSERT(from.choices.empty());
            RC_ASSERT(from.edit.appliedTo(base->sources()) == other->sources());
        });
        QVERIFY(holds);
    }

    void editsOfDifferentEntriesCommute()
    {
        const auto base = readPage(common);
        const bool holds = rc::check("either order gives the same page", [&] {
            std::mt19937 random(*rc::gen::arbitrary<uint>());
            const int one = static_cast<int>(random() % 3);
            const Result<PageChange> news = formEdit(*base, {1, one}, random);
            const Result<PageChange> paper = formEdit(*base, {2, static_cast<int>(random() % 2)}, random);
            RC_PRE(news.ok() && paper.ok());
            const PageMerge forth = mergeOf(base, news->after, paper->after);
            const PageMerge back = mergeOf(base, paper->after, news->after);
            RC_ASSERT(forth.choices.empty());
            RC_ASSERT(back.choices.empty());
            RC_ASSERT(forth.edit.appliedTo(news->after->sources()) == back.edit.appliedTo(paper->after->sources()));
        });
        QVERIFY(holds);
    }

    void nothingThatASideWroteIsLost()
    {
        const bool holds = rc::check("what was written is in the page or in a choice", [] {
            std::mt19937 random(*rc::gen::arbitrary<uint>());
            const auto base = readPage(random() % 2 == 0 ? common : madePage(12));
            const auto edited = [&] {
                auto page = base;
                for (uint edits = 1 + random() % 3; edits > 0; --edits)
                    page = page->edited(randomEdit(page->bytes(), random));
                return page->bytes();
            };
            const QByteArray here = edited(), disk = edited();
            const Merged merge = merged(here, disk, base->bytes());
            RC_ASSERT(lostOf(base->bytes(), here, merge).toStdString() == std::string());
            RC_ASSERT(lostOf(base->bytes(), disk, merge).toStdString() == std::string());
            for (const MergeChoice &choice : merge.choices)
                RC_ASSERT(merge.bytes.mid(choice.place.range.begin, choice.place.range.size()) == choice.here);
        });
        QVERIFY(holds);
    }

    void markersOfALineMergeAreFound()
    {
        const QByteArray text = "a\n<<<<<<< HEAD\nours\n=======\ntheirs\nmore\n>>>>>>> main\nb\n";
        const std::vector<MarkedConflict> found = markedConflicts(text);
        QCOMPARE(found.size(), size_t(1));
        const auto part = [&](ByteRange range) { return text.mid(range.begin, range.size()); };
        QCOMPARE(part(found.front().ours), QByteArray("ours\n"));
        QCOMPARE(part(found.front().theirs), QByteArray("theirs\nmore\n"));
        QCOMPARE(found.front().theirName, QByteArray("main"));
        QCOMPARE(part({found.front().range.end, text.size()}), QByteArray("b\n"));
        const QByteArray three = "<<<<<<< a\r\nx\r\n||||||| b\r\nold\r\n=======\r\ny\r\n>>>>>>> c";
        QCOMPARE(markedConflicts(three).size(), size_t(1));
        QVERIFY(markedConflicts("Title\n=======\n").empty());
        QVERIFY(markedConflicts("<<<<<<< a\nx\n=======\n").empty());
    }
};

QTEST_APPLESS_MAIN(TestMerge)
#include "tst_Merge.moc"
