#include "content/text/LineIndex.h"
#include "content/text/TextEdit.h"

#include <QTest>

#include <rapidcheck.h>

using namespace vitrine;

namespace {

SourceSet pageOf(const QByteArray &bytes)
{
    return {{QStringLiteral("page.md"), bytes}};
}

QByteArray randomBytes()
{
    const auto text = *rc::gen::container<std::string>(rc::gen::inRange('a', 'e'));
    return QByteArray::fromStdString(text);
}

/// A random edit that fits `bytes`.
TextEdit randomEdit(const QByteArray &bytes)
{
    TextEdit edit;
    const int count = *rc::gen::inRange(0, 5);
    for (int i = 0; i < count; ++i) {
        const auto begin = *rc::gen::inRange<qsizetype>(0, bytes.size() + 1);
        const auto end = *rc::gen::inRange<qsizetype>(begin, bytes.size() + 1);
        if (!edit.add({0, {begin, end}, randomBytes()}))
            continue;
    }
    return edit;
}

} // namespace

class TestTextEdit : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void keepsReplacementsSortedAndDisjoint()
    {
        TextEdit edit;
        QVERIFY(edit.add({0, {5, 7}, "x"}));
        QVERIFY(edit.add({0, {1, 2}, "y"}));
        QVERIFY(!edit.add({0, {6, 9}, "z"}));
        QVERIFY(!edit.add({0, {0, 6}, "z"}));
        QVERIFY(edit.add({0, {2, 5}, "w"}));
        QCOMPARE(edit.appliedTo(pageOf("0123456789")).front().bytes, QByteArray("0ywx789"));
    }

    void insertionsAtOnePlaceKeepTheirOrder()
    {
        TextEdit edit = TextEdit::inserting(1, "a");
        QVERIFY(edit.add({0, {1, 1}, "b"}));
        QCOMPARE(edit.appliedTo(pageOf("--")).front().bytes, QByteArray("-ab-"));
    }

    void inverseGivesTheSameBytesBack()
    {
        QVERIFY(rc::check([] {
            const QByteArray bytes = randomBytes();
            const TextEdit edit = randomEdit(bytes);
            const SourceSet before = pageOf(bytes);
            const SourceSet after = edit.appliedTo(before);
            RC_ASSERT(edit.inverse(before).appliedTo(after) == before);
        }));
    }

    void twoEditsJoinIntoOne()
    {
        QVERIFY(rc::check([] {
            const QByteArray bytes = randomBytes();
            const TextEdit first = randomEdit(bytes);
            const SourceSet before = pageOf(bytes);
            const SourceSet between = first.appliedTo(before);
            const TextEdit next = randomEdit(between.front().bytes);
            const SourceSet after = next.appliedTo(between);
            const TextEdit both = first.followedBy(next);
            RC_ASSERT(both.fits(before));
            RC_ASSERT(both.appliedTo(before) == after);
            const TextEdit back = next.inverse(between).followedBy(first.inverse(before));
            RC_ASSERT(back.appliedTo(after) == before);
            RC_ASSERT(back.replacements().size() == both.replacements().size());
        }));
    }

    void trimmingChangesNoResult()
    {
        QVERIFY(rc::check([] {
            const QByteArray bytes = randomBytes();
            const TextEdit edit = randomEdit(bytes);
            const SourceSet before = pageOf(bytes);
            RC_ASSERT(edit.trimmed(before).appliedTo(before) == edit.appliedTo(before));
        }));
    }

    void mappingFollowsTheBytesOfARange()
    {
        QVERIFY(rc::check([] {
            const QByteArray bytes = randomBytes();
            const TextEdit edit = randomEdit(bytes);
            const auto begin = *rc::gen::inRange<qsizetype>(0, bytes.size() + 1);
            const auto end = *rc::gen::inRange<qsizetype>(begin, bytes.size() + 1);
            const ByteRange range{begin, end};
            const auto &all = edit.replacements();
            const bool apart = std::none_of(all.begin(), all.end(), [&](const Replacement &r) {
                return r.range.overlaps(range)
                    || (r.range.isEmpty() && range.begin < r.range.begin && r.range.begin < range.end);
            });
            RC_PRE(apart && !range.isEmpty());
            const ByteRange after = edit.mapped({0, range}).range;
            RC_ASSERT(
                edit.appliedTo(pageOf(bytes)).front().bytes.mid(after.begin, after.size())
                == bytes.mid(range.begin, range.size()));
        }));
    }

    void linesEndAtLfCrLfAndCr()
    {
        const LineIndex lines("a\r\nb\rc\n");
        QCOMPARE(lines.lineCount(), 4);
        QVERIFY((lines.line(0) == ByteRange{0, 1}));
        QVERIFY((lines.lineWithEnd(0) == ByteRange{0, 3}));
        QVERIFY((lines.line(1) == ByteRange{3, 4}));
        QCOMPARE(lines.lineAt(4), 1);
        QCOMPARE(lines.lineAt(5), 2);
        QCOMPARE(lines.lineAt(99), 3);
    }
};

QTEST_APPLESS_MAIN(TestTextEdit)
#include "tst_TextEdit.moc"
