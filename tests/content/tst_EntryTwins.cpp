#include "content/twins/EntryTwins.h"
#include "tests/support/PageFixtures.h"

#include <QTest>

using namespace vitrine;
using vitrine::test::readPage;

namespace {

/// The first words of two entries that belong together, "I joined = 我加入".
QByteArrayList wordsOf(const Twins &twins, const Page &one, const Page &other)
{
    QByteArrayList words;
    const auto last = [](const Page &page, EntryRef ref) {
        const ByteRange range = page.entry(ref).range;
        const QByteArray bytes = page.text().mid(range.begin, range.size()).trimmed();
        return bytes.mid(bytes.lastIndexOf(' ') + 1);
    };
    for (const EntryTwins &pair : twins.entries)
        words += last(one, pair.one) + '=' + last(other, pair.other);
    return words;
}

QByteArrayList within(const QByteArray &bytes)
{
    const auto page = readPage(bytes);
    return wordsOf(twinsWithin(*page), *page, *page);
}

QByteArrayList between(const QByteArray &one, const QByteArray &other)
{
    const auto a = readPage(one), b = readPage(other);
    return wordsOf(twinsBetween(*a, *b), *a, *b);
}

const QByteArray english = "# About me\nI study tides.\n\n# News\n- 2025.03: Two papers came out.\n"
                           "- 2024.06: I joined Calder.\n- 2024.06: I moved [again](https://a.example.org/moved).\n\n"
                           "# Publications\n## 2025\n- **Ida Falk**. \"Growth of Moss on Stones\". *MOSS*, 2025.\n"
                           "## 2024\n- **Ida Falk**. \"Sand and Salt at Sea\". *SAND*, 2024.\n\n"
                           "# Awards\n- Best Paper, 2023\n- Best Talk, 2023\n";
const QByteArray chinese = "# 关于我\n我研究潮汐。\n\n# 新闻\n- 2024.06: [再次](https://a.example.org/moved)搬家。\n"
                           "- 2024.06: 我加入了卡尔德。\n- 2025.03: 两篇论文发表。\n\n"
                           "# 论文发表\n## 2025\n- **Ida Falk**. \"Growth of Moss on Stones\". *MOSS*, 2025年.\n"
                           "## 2024\n- **Ida Falk**. \"Sand and Salt at Sea\". *SAND*, 2024年.\n\n"
                           "# 获奖\n- 最佳论文, 2023\n";

} // namespace

/// Which entries say the same in two languages.
class TestEntryTwins : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void sectionsOfTwoLanguagesAreTwins()
    {
        // An address beats the order; two awards of one year and one cannot be told apart.
        const QByteArrayList expected{
            "tides.=我研究潮汐。",
            "out.=两篇论文发表。",
            "Calder.=我加入了卡尔德。",
            "[again](https://a.example.org/moved).=[再次](https://a.example.org/moved)搬家。",
            "2025.=2025年.",
            "2024.=2024年."};
        QCOMPARE(within(english + "\n" + chinese), expected);
        QCOMPARE(within(chinese + "\n" + english), expected);
    }

    void pagesOfTwoLanguagesAreTwins()
    {
        QCOMPARE(between(english, chinese).size(), 6);
        QCOMPARE(between(chinese, english).size(), 6);
        QVERIFY(within(english).isEmpty());
        QVERIFY(within(chinese).isEmpty());
    }

    void whatCannotBeToldIsLeftOut()
    {
        // Two sections of news in one language and one in the other.
        QCOMPARE(
            within("# News\n- 2025.03: Hello.\n\n# Old news\n- 2020.03: Bye.\n\n# 新闻\n- 2025.03: 你好。\n"),
            QByteArrayList());
        // A title in both languages is one section for both.
        QCOMPARE(within("# Awards 获奖\n- Prize, 2023\n\n# 获奖\n- 奖, 2023\n"), QByteArrayList());
        // Hidden ones are no twins of what visitors see.
        QCOMPARE(within("# News\n- 2025.03: Hello.\n\n<!--\n# 新闻\n- 2025.03: 你好。\n-->\n"), QByteArrayList());
    }
};

QTEST_APPLESS_MAIN(TestEntryTwins)
#include "tst_EntryTwins.moc"
