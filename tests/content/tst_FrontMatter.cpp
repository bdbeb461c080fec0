#include "content/frontmatter/YamlText.h"

#include <QTest>

#include <rapidcheck.h>

using namespace vitrine;

class TestFrontMatter : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void isFoundBetweenTheFirstTwoFences_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QByteArray>("yaml");
        QTest::addColumn<QByteArray>("body");
        QTest::newRow("plain") << QByteArray("---\na: b\n---\nText") << QByteArray("a: b\n") << QByteArray("Text");
        QTest::newRow("CRLF") << QByteArray("---\r\na: b\r\n---\r\nText") << QByteArray("a: b\r\n")
                              << QByteArray("Text");
        QTest::newRow("byte order mark") << QByteArray("\xEF\xBB\xBF---\na: b\n---\nText") << QByteArray("a: b\n")
                                         << QByteArray("Text");
        QTest::newRow("empty") << QByteArray("---\n---\nText") << QByteArray() << QByteArray("Text");
        QTest::newRow("blanks after the fences")
            << QByteArray("--- \t\na: b\n---  \nText") << QByteArray("a: b\n") << QByteArray("Text");
        QTest::newRow("closed by dots") << QByteArray("---\na: b\n...\nText") << QByteArray("a: b\n")
                                        << QByteArray("Text");
        QTest::newRow("no line end at the end") << QByteArray("---\na: b\n---") << QByteArray("a: b\n") << QByteArray();
        QTest::newRow("the first closing fence counts")
            << QByteArray("---\na: b\n---\n---\n") << QByteArray("a: b\n") << QByteArray("---\n");
        QTest::newRow("a longer rule closes nothing")
            << QByteArray("---\na: b\n----\n---\nText") << QByteArray("a: b\n----\n") << QByteArray("Text");
    }
    void isFoundBetweenTheFirstTwoFences()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(QByteArray, yaml);
        QFETCH(QByteArray, body);
        const FrontMatter found = findFrontMatter(bytes);
        QVERIFY(found.closed);
        QCOMPARE(bytes.mid(found.yaml.begin, found.yaml.size()), yaml);
        QCOMPARE(bytes.mid(found.bodyBegin), body);
        QCOMPARE(found.range.end, found.bodyBegin);
        QVERIFY(bytes.mid(found.range.begin).startsWith("---"));
    }

    void isNotThereOtherwise_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<bool>("closed");
        QTest::newRow("nothing") << QByteArray() << true;
        QTest::newRow("text first") << QByteArray("Hello\n---\na: b\n---\n") << true;
        QTest::newRow("blank line first") << QByteArray("\n---\na: b\n---\n") << true;
        QTest::newRow("indented") << QByteArray(" ---\na: b\n---\n") << true;
        QTest::newRow("four dashes") << QByteArray("----\na: b\n---\n") << true;
        QTest::newRow("never closed") << QByteArray("---\na: b\n") << false;
        QTest::newRow("closed by an indented line only") << QByteArray("---\na: b\n ---\n") << false;
    }
    void isNotThereOtherwise()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(bool, closed);
        const FrontMatter found = findFrontMatter(bytes);
        QVERIFY(found.range.isEmpty());
        QVERIFY(found.yaml.isEmpty());
        QCOMPARE(found.bodyBegin, 0);
        QCOMPARE(found.closed, closed);
    }

    void rangesLieInOrderWhateverTheBytesAre()
    {
        QVERIFY(rc::check([] {
            const auto text = *rc::gen::container<std::string>(rc::gen::element('-', '.', '\n', '\r', ' ', 'a', ':'));
            const QByteArray bytes = QByteArray::fromStdString("---" + text);
            const FrontMatter found = findFrontMatter(bytes);
            RC_ASSERT(0 <= found.range.begin && found.range.begin <= found.yaml.begin);
            RC_ASSERT(found.yaml.begin <= found.yaml.end && found.yaml.end <= found.range.end);
            RC_ASSERT(found.range.end <= found.bodyBegin && found.bodyBegin <= bytes.size());
        }));
    }
};

QTEST_APPLESS_MAIN(TestFrontMatter)
#include "tst_FrontMatter.moc"
