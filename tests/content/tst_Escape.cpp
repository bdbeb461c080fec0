#include "content/page/writing/Escape.h"
#include "tests/support/PageFixtures.h"

#include <QTest>

#include <rapidcheck.h>

using namespace vitrine;

namespace {

EscapeContext within(const QByteArray &before, const QByteArray &after)
{
    EscapeContext context;
    context.before = before;
    context.after = after;
    context.startsBlock = before.isEmpty();
    return context;
}

EscapeContext placed(EscapeContext::Place place)
{
    EscapeContext context;
    context.place = place;
    return context;
}

/// What a page shows of inlines, or nothing when they hold markup.
std::optional<QByteArray> shown(const QByteArray &text, const std::vector<Node> &nodes)
{
    QByteArray result;
    for (const Node &node : nodes) {
        switch (node.kind) {
        case NodeKind::Text:
        case NodeKind::Typographic:
            result += text.mid(node.range.begin, node.range.size());
            break;
        case NodeKind::Escape:
        case NodeKind::Entity:
            result += node.text;
            break;
        default:
            return {};
        }
    }
    return result;
}

QByteArray randomLine()
{
    const std::string signs = "ab *_`[]()<>&;#!|\\~$\"'-+.1{}";
    const auto picks = *rc::gen::container<std::vector<size_t>>(rc::gen::inRange<size_t>(0, signs.size()));
    QByteArray line;
    for (const size_t pick : picks)
        line += signs[pick];
    return line.trimmed();
}

} // namespace

class TestEscape : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void harmlessSignsStayAsTyped_data()
    {
        QTest::addColumn<QByteArray>("plain");
        QTest::newRow("words") << QByteArray("Two papers at ICDCS 2023, and one more");
        QTest::newRow("snake case") << QByteArray("read_me_first");
        QTest::newRow("comparison") << QByteArray("a < b and b > c");
        QTest::newRow("brackets") << QByteArray("the [MASK] token (again)");
        QTest::newRow("lone star") << QByteArray("A * search");
        QTest::newRow("ampersand") << QByteArray("R&D & more");
        QTest::newRow("dollar") << QByteArray("5 $");
        QTest::newRow("other scripts") << QByteArray("学术 – “Größe”");
        QTest::newRow("address") << QByteArray("https://example.org/a_b_c");
    }

    void harmlessSignsStayAsTyped()
    {
        QFETCH(QByteArray, plain);
        QCOMPARE(markdownFromPlain(plain, within("* 08/2023: ", " ")), plain);
    }

    void markupIsEscapedUntilItReadsLiterally_data()
    {
        QTest::addColumn<QByteArray>("plain");
        QTest::addColumn<QByteArray>("spelled");
        QTest::newRow("emphasis") << QByteArray("an *odd* word") << QByteArray("an \\*odd* word");
        QTest::newRow("strong") << QByteArray("an **odd** word") << QByteArray("an \\*\\*odd** word");
        QTest::newRow("underscore") << QByteArray("an _odd_ word") << QByteArray("an \\_odd_ word");
        QTest::newRow("code") << QByteArray("the `code` here") << QByteArray("the \\`code` here");
        QTest::newRow("link") << QByteArray("see [x](y)") << QByteArray("see \\[x](y)");
        QTest::newRow("picture") << QByteArray("see ![x](y)") << QByteArray("see !\\[x](y)");
        QTest::newRow("tag") << QByteArray("a <b> c") << QByteArray("a \\<b> c");
        QTest::newRow("entity") << QByteArray("write &amp; here") << QByteArray("write &amp;amp; here");
        QTest::newRow("backslash") << QByteArray("\\* star") << QByteArray("\\\\* star");
        QTest::newRow("last backslash") << QByteArray("end \\") << QByteArray("end \\\\");
        QTest::newRow("liquid") << QByteArray("{{ site.x }}") << QByteArray("&#123;{ site.x }}");
        QTest::newRow("table") << QByteArray("a | b") << QByteArray("a \\| b");
        QTest::newRow("line break") << QByteArray("one\r\ntwo") << QByteArray("one two");
    }

    void markupIsEscapedUntilItReadsLiterally()
    {
        QFETCH(QByteArray, plain);
        QFETCH(QByteArray, spelled);
        QCOMPARE(markdownFromPlain(plain, within("* 08/2023: ", " ")), spelled);
    }

    void neighboursDecideWhatASignMeans()
    {
        QCOMPARE(markdownFromPlain("the A* search", within("*", "* rest")), QByteArray("the A\\* search"));
        QCOMPARE(markdownFromPlain("the A* search", within("**", "** rest")), QByteArray("the A* search"));
        QCOMPARE(markdownFromPlain("a ] b", within("[", "](u)")), QByteArray("a \\] b"));
        QCOMPARE(markdownFromPlain("tick`", within("x ", " and `more`")), QByteArray("tick\\`"));
    }

    void blockSignsAreEscapedAtTheBeginOnly_data()
    {
        QTest::addColumn<QByteArray>("plain");
        QTest::addColumn<QByteArray>("atBegin");
        QTest::newRow("heading") << QByteArray("# one") << QByteArray("\\# one");
        QTest::newRow("item") << QByteArray("- one") << QByteArray("\\- one");
        QTest::newRow("number") << QByteArray("1. one") << QByteArray("1\\. one");
        QTest::newRow("quote") << QByteArray("> one") << QByteArray("\\> one");
        QTest::newRow("rule") << QByteArray("---") << QByteArray("\\---");
        QTest::newRow("dash word") << QByteArray("-one") << QByteArray("-one");
    }

    void blockSignsAreEscapedAtTheBeginOnly()
    {
        QFETCH(QByteArray, plain);
        QFETCH(QByteArray, atBegin);
        QCOMPARE(markdownFromPlain(plain, within("", "")), atBegin);
        QCOMPARE(markdownFromPlain(plain, within("word ", "")), plain);
    }

    void rawHtmlTakesEntities()
    {
        const EscapeContext html = placed(EscapeContext::Place::Html);
        QCOMPARE(markdownFromPlain("a *b* & c < d", html), QByteArray("a *b* & c < d"));
        QCOMPARE(markdownFromPlain("<b> &lt;", html), QByteArray("&lt;b> &amp;lt;"));
        const EscapeContext attribute = placed(EscapeContext::Place::Attribute);
        QCOMPARE(markdownFromPlain("\"x\" <y>", attribute), QByteArray("&quot;x&quot; &lt;y&gt;"));
        QCOMPARE(markdownFromPlain("`a` *b*", placed(EscapeContext::Place::Verbatim)), QByteArray("`a` *b*"));
    }

    void whatIsTypedReadsLiterally()
    {
        QVERIFY(rc::check([] {
            const QByteArray plain = randomLine();
            RC_PRE(!plain.contains("http") && !plain.isEmpty());
            for (const bool strictly : {false, true}) {
                const EscapeContext context = within("word ", " word");
                const QByteArray spelled =
                    strictly ? markdownFromPlainStrictly(plain, context) : markdownFromPlain(plain, context);
                const QByteArray text = context.before + spelled + context.after;
                const auto read = shown(text, readInlines(text, {{0, text.size()}}, {}));
                RC_ASSERT(read.has_value());
                RC_ASSERT(*read == context.before + plain + context.after);
            }
        }));
    }

    void escapingStaysShort()
    {
        QVERIFY(rc::check([] {
            const QByteArray plain = randomLine();
            RC_ASSERT(markdownFromPlain(plain, within("word ", "")).size() <= plain.size() * 6);
        }));
    }
};

QTEST_APPLESS_MAIN(TestEscape)
#include "tst_Escape.moc"
