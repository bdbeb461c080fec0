#include "content/markdown/Html.h"

#include <QTest>

#include <rapidcheck.h>

using namespace vitrine;

namespace {

QByteArray element(const QByteArray &text, qsizetype at = 0)
{
    const auto range = elementAt(text, at, text.size());
    return range ? text.mid(range->begin, range->size()) : QByteArray("none");
}

} // namespace

class TestHtml : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void tagsHaveTheRangesOfTheirParts()
    {
        const QByteArray text = "x<IMG src='a&amp;b' alt = \"c d\" width=10 hidden/>y";
        const auto tag = readTag(text, 1);
        QVERIFY(tag);
        QCOMPARE(tag->name, "img");
        QVERIFY(tag->selfClosing);
        QCOMPARE(tag->range, (ByteRange{1, text.size() - 1}));
        QCOMPARE(tag->attributes.size(), 4u);
        const auto bytes = [&](ByteRange range) { return text.mid(range.begin, range.size()); };
        QCOMPARE(bytes(tag->attributes[0].range), "src='a&amp;b'");
        QCOMPARE(bytes(tag->attributes[0].valueRange), "a&amp;b");
        QCOMPARE(tag->attributes[0].value, "a&b");
        QCOMPARE(bytes(tag->attributes[1].range), "alt = \"c d\"");
        QCOMPARE(tag->attribute("alt")->value, "c d");
        QCOMPARE(tag->attribute("width")->value, "10");
        QCOMPARE(tag->attribute("hidden")->value, "");
        QVERIFY(!tag->attribute("height"));
    }

    void whatIsNoTagIsNone()
    {
        for (const char *text : {"", "<", "< a>", "<1>", "<a", "<a b='", "<a b=>", "<a <b>", "a<b>", "<a@b.c>", "</>"})
            QVERIFY2(!readTag(QByteArrayView(text), 0), text);
        QVERIFY(readTag("</a >", 0)->closing);
        QVERIFY(readTag("<a href='x'title=y>", 0));
    }

    void elementsAreBalanced()
    {
        QCOMPARE(element("<div><div>a</div>\n\n<p>b</div>c</div>"), "<div><div>a</div>\n\n<p>b</div>");
        QCOMPARE(element("<div>a<!-- </div> -->b</div></div>"), "<div>a<!-- </div> -->b</div>");
        QCOMPARE(element("<div><script>'</div>'</script></div>x"), "<div><script>'</div>'</script></div>");
        QCOMPARE(element("<br>a"), "<br>");
        QCOMPARE(element("<li/>a"), "<li/>");
        QCOMPARE(element("<LI>a</li>b"), "<LI>a</li>");
        QCOMPARE(element("<style>a</STYLE>b"), "<style>a</STYLE>");
        QCOMPARE(element("<div>a"), "none");
        QCOMPARE(element("</div>"), "none");
        QVERIFY(!elementAt("<b>a</b>", 0, 7));
    }

    void commentsEndAtTheirMark()
    {
        QCOMPARE(*commentAt("a<!-- b --> -->", 1, 15), (ByteRange{1, 11}));
        QVERIFY(!commentAt("a<!-- b -->", 1, 10));
        QVERIFY(!commentAt("a<!-- b", 1, 7));
        QVERIFY(!commentAt("a", 5, 9));
    }

    void anyBytesAreRead()
    {
        QVERIFY(rc::check([] {
            static const std::vector<std::string> parts{
                "<",
                ">",
                "</",
                "/>",
                "<!--",
                "-->",
                "div",
                "a",
                "'",
                "\"",
                "=",
                " ",
                "\n",
                "<div>",
                "</div>",
                "<script>",
                std::string(1, '\0'),
                "\xff"};
            std::string page;
            const int count = *rc::gen::inRange(0, 20);
            for (int i = 0; i < count; ++i)
                page += *rc::gen::elementOf(parts);
            const QByteArray text = QByteArray::fromStdString(page);
            for (qsizetype at = 0; at < text.size(); ++at) {
                if (const auto tag = readTag(text, at)) {
                    RC_ASSERT(text[tag->range.end - 1] == '>');
                    for (const HtmlAttribute &attribute : tag->attributes) {
                        RC_ASSERT(tag->range.contains(attribute.range));
                        RC_ASSERT(attribute.range.contains(attribute.valueRange));
                    }
                }
                if (const auto range = elementAt(text, at, text.size()))
                    RC_ASSERT(range->begin == at && range->end <= text.size());
            }
        }));
    }
};

QTEST_APPLESS_MAIN(TestHtml)
#include "tst_Html.moc"
