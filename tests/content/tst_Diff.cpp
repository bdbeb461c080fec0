#include "content/text/Diff.h"

#include <QTest>

#include <rapidcheck.h>

using namespace vitrine;

namespace {

SourceSet pageOf(const QByteArray &bytes)
{
    return {{QStringLiteral("page.md"), bytes}};
}

QByteArray randomLines()
{
    QByteArray text;
    for (const int line : *rc::gen::container<std::vector<int>>(rc::gen::inRange(0, 6)))
        text += QByteArray(line, 'x') + (line == 5 ? "\r\n" : "\n");
    if (*rc::gen::arbitrary<bool>())
        text += "end";
    return text;
}

} // namespace

class TestDiff : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theEditBetweenTwoTextsGivesTheSecond()
    {
        QVERIFY(rc::check([] {
            const SourceSet before = pageOf(randomLines());
            const SourceSet after = pageOf(randomLines());
            const TextEdit edit = editBetween(before, after);
            RC_ASSERT(edit.appliedTo(before) == after);
            RC_ASSERT(edit.isEmpty() == (before == after));
        }));
    }

    void whatLiesBetweenHunksIsEqual()
    {
        QVERIFY(rc::check([] {
            const auto a = *rc::gen::container<std::vector<int>>(rc::gen::inRange(0, 4));
            const auto b = *rc::gen::container<std::vector<int>>(rc::gen::inRange(0, 4));
            int atA = 0, atB = 0;
            std::vector<DiffHunk> hunks = diffSequences(a, b);
            const int sizeA = static_cast<int>(a.size()), sizeB = static_cast<int>(b.size());
            hunks.push_back({sizeA, sizeA, sizeB, sizeB});
            for (const DiffHunk &hunk : hunks) {
                RC_ASSERT(hunk.beginA - atA == hunk.beginB - atB);
                RC_ASSERT(std::equal(a.begin() + atA, a.begin() + hunk.beginA, b.begin() + atB));
                atA = hunk.endA;
                atB = hunk.endB;
            }
        }));
    }

    void aLineMoreIsOneHunkOfOneLine()
    {
        const std::vector<LineHunk> hunks = diffLines("- a\n- b\n", "- a\n- new\n- b\n");
        QCOMPARE(hunks.size(), size_t(1));
        QCOMPARE(hunks[0].linesBefore, 0);
        QCOMPARE(hunks[0].linesAfter, 1);
        QVERIFY((hunks[0].after == ByteRange{4, 10}));
        QVERIFY((hunks[0].before == ByteRange{4, 4}));
    }

    void textsThatShareLittleAreOneHunk()
    {
        std::vector<int> a, b;
        for (int i = 0; i < 5000; ++i) {
            a.push_back(i);
            b.push_back(-i - 1);
        }
        QVERIFY((diffSequences(a, b) == std::vector<DiffHunk>{{0, 5000, 0, 5000}}));
    }
};

QTEST_APPLESS_MAIN(TestDiff)
#include "tst_Diff.moc"
