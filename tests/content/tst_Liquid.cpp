#include "app/site/PageFile.h"
#include "app/site/Site.h"
#include "content/frontmatter/YamlText.h"
#include "content/liquid/Expansion.h"
#include "content/text/OrderedMap.h"
#include "tests/support/PageFixtures.h"

#include <QElapsedTimer>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include <rapidcheck.h>

using namespace vitrine;

namespace {

SiteValues sampleSite()
{
    SiteValues site;
    site.config = {
        {QStringLiteral("title"), QStringLiteral("Edda")},
        {QStringLiteral("baseurl"), QStringLiteral("/edda")},
        {QStringLiteral("url"), QStringLiteral("https://example.org")},
        {QStringLiteral("repository"), QStringLiteral("edda/page")},
        {QStringLiteral("use_cdn"), false},
        {QStringLiteral("empty"), QString()},
        {QStringLiteral("collections"), QVariantMap{{QStringLiteral("publications"), QVariantMap()}}},
    };
    const auto entry = [](const char *title, int year) {
        OrderedMap map;
        map.insert(QStringLiteral("title"), QString::fromUtf8(title));
        map.insert(QStringLiteral("year"), qlonglong(year));
        return map.toVariant();
    };
    site.data = {
        {QStringLiteral("news"), QVariantList{entry("Lattice", 2021), entry("Walks", 2023), entry("Glass", 2022)}}};
    return site;
}

/// Files of a site by path.
using Files = std::map<QString, QByteArray>;

SourceLookup lookupIn(const Files &files)
{
    return [files](IncludeKind kind, const QString &name, const QString &from) -> std::optional<SourceFile> {
        const QString folder = kind == IncludeKind::FromIncludes ? QStringLiteral("_includes/")
                                                                 : from.first(from.lastIndexOf(QLatin1Char('/')) + 1);
        const auto found = files.find(folder + name);
        return found == files.end() ? std::nullopt : std::optional(SourceFile{found->first, found->second});
    };
}

struct Expanded
{
    Expansion expansion;
    SourceSet sources;
    std::vector<Diagnostic> diagnostics;
};

Expanded expand(const QByteArray &page, const Files &files = {})
{
    Expanded expanded;
    expanded.sources = {{QStringLiteral("_pages/about.md"), page}};
    const SiteValues site = sampleSite();
    expanded.expansion = expandLiquid(expanded.sources, site, lookupIn(files), expanded.diagnostics);
    return expanded;
}

/// Pieces follow one another, and verbatim ones are the bytes of their source.
bool isSound(const Expanded &expanded)
{
    qsizetype at = 0;
    for (const Piece &piece : expanded.expansion.pieces()) {
        if (piece.expanded.begin != at || piece.expanded.end < at)
            return false;
        at = piece.expanded.end;
        const QByteArray &bytes = expanded.sources[static_cast<size_t>(piece.source.file)].bytes;
        if (!ByteRange{0, bytes.size()}.contains(piece.source.range))
            return false;
        if (piece.verbatim
            && bytes.mid(piece.source.range.begin, piece.source.range.size())
                != expanded.expansion.text().mid(piece.expanded.begin, piece.expanded.size()))
            return false;
    }
    return at == expanded.expansion.text().size();
}

/// A template made of pieces that may or may not fit together.
QByteArray randomTemplate()
{
    static const std::vector<std::string> bits{
        "text ",
        "\n",
        "{{ x }}",
        "{{",
        "}}",
        "{%",
        "%}",
        "{% if x %}",
        "{% if site.use_cdn %}",
        "{% else %}",
        "{% endif %}",
        "{% for i in (1..3) %}",
        "{% for n in site.data.news %}",
        "{{ n.title }}",
        "{% endfor %}",
        "{%- assign x = \"é\" -%}",
        "{% capture x %}",
        "{% endcapture %}",
        "{% raw %}",
        "{% endraw %}",
        "{% comment %}",
        "{% endcomment %}",
        "{% include_relative a.md %}",
        "{% include b.html k=\"v\" %}",
        "{% break %}",
        "{% unknown %}",
        "{% case x %}",
        "{% when \"é\" %}",
        "{% endcase %}",
        "{% for p in site.posts %}",
        "\xFF",
        "---\n"};
    const auto chosen = *rc::gen::container<std::vector<size_t>>(rc::gen::inRange<size_t>(0, bits.size()));
    QByteArray text;
    for (const size_t i : chosen)
        text += QByteArray::fromStdString(bits[i]);
    return text;
}

const Files sampleFiles{
    {QStringLiteral("_pages/a.md"), "A{{ x }}{% include_relative a/b.md %}"},
    {QStringLiteral("_pages/a/b.md"), "B"},
    {QStringLiteral("_includes/b.html"), "[{{ include.k }}]"},
    {QStringLiteral("_includes/loop.html"), "x{% include loop.html %}"},
};

} // namespace

class TestLiquid : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aPageWithoutLiquidIsOnePiece()
    {
        const QByteArray page = "---\ntitle: x\n---\n# A {b} 100 %\n";
        const Expanded expanded = expand(page);
        QCOMPARE(expanded.expansion.text(), page);
        QCOMPARE(expanded.expansion.pieces().size(), size_t(1));
        QVERIFY(expanded.expansion.pieces().front().verbatim);
        QCOMPARE(expand("").expansion.pieces().size(), size_t(1));
        QCOMPARE(Expansion::asWritten("{{ x }}").text(), QByteArray("{{ x }}"));
    }

    void templatesRunAsTheSiteRunsThem_data()
    {
        QTest::addColumn<QByteArray>("page");
        QTest::addColumn<QByteArray>("text");
        const auto row = [](const char *name, const char *page, const char *text) {
            QTest::newRow(name) << QByteArray(page) << QByteArray(text);
        };
        row("variable", "{{ site.title }}", "Edda");
        row("unknown variable", "a{{ nothing }}b", "ab");
        row("unknown filter", "{{ site.title | sparkle: 3 }}", "Edda");
        row("filters", "{{ site.title | append: \"!\" | upcase }}", "EDDA!");
        row("pipe in quotes", "{{ 'a|b' | append: ',c' }}", "a|b,c");
        row("assign", "{% assign x = \"a b\" | url_encode %}{{ x }}", "a+b");
        row("front matter", "---\ntitle: Hi\n---\n{{ page.title }}", "---\ntitle: Hi\n---\nHi");
        row("if", "{% if site.use_cdn %}a{% else %}b{% endif %}", "b");
        row("an empty text is true", "{% if site.empty %}a{% else %}b{% endif %}", "a");
        row("elsif", "{% if nil %}a{% elsif site.title == 'Edda' %}b{% else %}c{% endif %}", "b");
        row("unless", "{% unless site.use_cdn %}a{% endunless %}", "a");
        row("and or", "{% if true or false and false %}a{% endif %}", "a");
        row("contains", "{% if site.title contains 'dd' %}a{% endif %}", "a");
        row("less", "{% if 3 < 5 %}a{% endif %}", "a");
        row("no blanks", "{% if site.title=='Edda' %}a{% endif %}", "a");
        row("empty", "{% if site.empty == empty %}a{% endif %}", "a");
        row("case", "{% case site.title %}{% when 'x', 'Edda' %}a{% else %}b{% endcase %}", "a");
        row("for", "{% for n in site.data.news %}{{ n.title }}{% unless forloop.last %},{% endunless %}{% endfor %}",
            "Lattice,Walks,Glass");
        row("limit and offset", "{% for n in site.data.news limit:1 offset:1 %}{{ n.year }}{% endfor %}", "2023");
        row("reversed", "{% for i in (1..3) reversed %}{{ i }}{% endfor %}", "321");
        row("loop else", "{% for i in site.nothing %}a{% else %}b{% endfor %}", "b");
        row("break", "{% for i in (1..9) %}{% if i == 3 %}{% break %}{% endif %}{{ i }}{% endfor %}", "12");
        row("sort", "{% assign s = site.data.news | sort: 'year' | reverse %}{{ s[0].title }}{{ s.last.year }}",
            "Walks2021");
        row("where", "{% assign s = site.data.news | where: 'year', 2022 %}{{ s.size }}{{ s.first.title }}", "1Glass");
        row("map and join", "{{ site.data.news | map: 'title' | join: '/' }}", "Lattice/Walks/Glass");
        row("capture", "{% capture x %}a{{ site.title }}{% endcapture %}{{ x | size }}", "5");
        row("comment", "a{% comment %}b{{ c }}{% endcomment %}d", "ad");
        row("raw", "{% raw %}{{ x }}{% endraw %}", "{{ x }}");
        row("white space control", "a  {%- if true -%}  b  {%- endif -%}  c", "abc");
        row("blank blocks put out nothing", "a\n{% if true %}\n{% assign x = 1 %}\n{% endif %}\nb{{ x }}", "a\n\nb1");
        row("arithmetic",
            "{{ 7 | modulo: 3 }} {{ 7 | divided_by: 2 }} {{ 1.5 | plus: 1 }} {{ 3 | times: 2 | minus: 1 }}",
            "1 3 2.5 5");
        row("split and slice", "{% assign p = 'a,b,c' | split: ',' %}{{ p.last }}{{ 'hello' | slice: 1, 3 }}", "cell");
        row("date", "{{ '2023-08-21' | date: '%b %-d, %Y' }}", "Aug 21, 2023");
        row("addresses", "{{ '/a.png' | relative_url }} {{ 'b c' | absolute_url }}",
            "/edda/a.png https://example.org/edda/b%20c");
        row("default", "{{ nothing | default: 'x' }}{{ site.empty | default: 'y' }}", "xy");
        row("html", "{{ '<p>a</p>' | strip_html }}{{ '<' | escape }}", "a&lt;");
        row("truncate", "{{ 'Lattice walks' | truncate: 8 }}", "Latti...");
        row("json", "{{ site.title | jsonify }}", "\"Edda\"");
        row("where_exp",
            "{% assign s = site.data.news | where_exp: 'n', 'n.year > 2021' %}{{ s | map: 'title' | join: '/' }}",
            "Walks/Glass");
        row("where_exp with or",
            "{% assign s = site.data.news | where_exp: 'n', \"n.year == 2021 or n.title contains 'la'\" %}{{ s.size }}",
            "2");
        row("find", "{% assign n = site.data.news | find: 'year', 2022 %}{{ n.title }}", "Glass");
        row("group_by",
            "{% assign g = site.data.news | group_by: 'year' %}{% for y in g %}{{ y.name }}:{{ y.size }} {% endfor %}",
            "2021:1 2023:1 2022:1 ");
        row("group_by_exp",
            "{% assign g = site.data.news | group_by_exp: 'n', \"n.title | slice: 0\" %}{{ g | map: 'name' | join: '' "
            "}}",
            "LWG");
        row("loop in a loop",
            "{% for i in (1..2) %}{% for j in (1..2) %}{{ forloop.parentloop.index }}{{ j }} {% endfor %}{% endfor %}",
            "11 12 21 22 ");
        row("limit by nothing", "{% for i in (1..3) limit: nothing %}{{ i }}{% endfor %}", "123");
        row("assign inside a loop", "{% for i in (1..3) %}{% assign x = x | append: i %}{% endfor %}{{ x }}", "123");
        row("capture inside a loop",
            "{% for i in (1..3) %}{% capture x %}{{ x }}{{ i }}{% endcapture %}{% endfor %}{{ x }}", "123");
        row("cycle", "{% for i in (1..3) %}{% cycle 'odd', 'even' %} {% endfor %}", "odd even odd ");
        row("count", "{% increment n %}{% increment n %}{% decrement n %}", "011");
        row("ifchanged", "{% for i in (1..4) %}{% ifchanged %}{{ i | divided_by: 2 }}{% endifchanged %}{% endfor %}",
            "012");
        row("a list inside", "{{ site.data.news[0] | jsonify }}", "{\"title\":\"Lattice\",\"year\":2021}");
        row("nothing comes first", "{% assign s = site.data.news | sort: 'none' %}{{ s[0].title }}", "Lattice");
        row("scholar snippet",
            "{% if site.use_cdn %}\n{% assign u = \"https://cdn/\" | append: site.repository | append: \"@\" %}\n{% "
            "else %}\n"
            "{% assign u = \"https://raw/\" | append: site.repository | append: \"/\" %}\n{% endif %}\n"
            "{% assign url = u | append: \"x.json\" %}\n{{ url | url_encode }}",
            "\n\nhttps%3A%2F%2Fraw%2Fedda%2Fpage%2Fx.json");
    }
    void templatesRunAsTheSiteRunsThem()
    {
        QFETCH(QByteArray, page);
        QFETCH(QByteArray, text);
        const Expanded expanded = expand(page);
        QCOMPARE(expanded.expansion.text(), text);
        QVERIFY(isSound(expanded));
        QVERIFY(expanded.diagnostics.empty());
    }

    void whatOnlyTheSiteKnowsStaysAsItIsWritten_data()
    {
        QTest::addColumn<QByteArray>("page");
        QTest::newRow("posts") << QByteArray("a{% for p in site.posts %}{{ p.title }}{% endfor %}b");
        QTest::newRow("collection") << QByteArray("{% for p in site.publications reversed %}x{% endfor %}");
        QTest::newRow("unknown tag") << QByteArray("a {% seo %} b");
        QTest::newRow("unknown block") << QByteArray("{% highlight c %}x{% endhighlight %}");
        QTest::newRow("not closed") << QByteArray("{% if x %} a");
        QTest::newRow("stray end") << QByteArray("a {% endfor %}");
        QTest::newRow("missing include") << QByteArray("a {% include_relative none.md %} b");
        QTest::newRow("condition on posts") << QByteArray("{% if site.posts.size > 0 %}a{% endif %}");
        QTest::newRow("Markdown") << QByteArray("{{ site.title | markdownify }}");
        QTest::newRow("unclosed raw") << QByteArray("{% raw %} a");
    }
    void whatOnlyTheSiteKnowsStaysAsItIsWritten()
    {
        QFETCH(QByteArray, page);
        const Expanded expanded = expand(page);
        QCOMPARE(expanded.expansion.text(), page);
        QVERIFY(isSound(expanded));
        QVERIFY(!expanded.diagnostics.empty());
        for (const Diagnostic &diagnostic : expanded.diagnostics)
            QVERIFY2(diagnostic.message.endsWith(QLatin1Char('.')), qPrintable(diagnostic.message));
    }

    void whatIsMadeOfUnknownThingsIsUnknown()
    {
        const QByteArray page = "{% assign s = site.publications | sort: 'date' %}{% for p in s %}{{ p }}{% endfor %}";
        QCOMPARE(expand(page).expansion.text(), QByteArray("{% for p in s %}{{ p }}{% endfor %}"));
    }

    void includedFilesAreFoundAndMapped()
    {
        const QByteArray page = "---\na: b\n---\n1{% include_relative a.md %}2{% include b.html k=\"v\" %}3";
        const Expanded expanded = expand(page, sampleFiles);
        QCOMPARE(expanded.expansion.text(), QByteArray("---\na: b\n---\n1AB2[v]3"));
        const QByteArray named = "{% assign n = 'b' %}{% include {{ n }}.html k=n %}{% include 'b.html' k='q' %}";
        QCOMPARE(expand(named, sampleFiles).expansion.text(), QByteArray("[b][q]"));
        QVERIFY(isSound(expanded));
        QCOMPARE(expanded.sources.size(), size_t(4));
        QCOMPARE(expanded.sources[1].path, QStringLiteral("_pages/a.md"));
        QCOMPARE(expanded.sources[2].path, QStringLiteral("_pages/a/b.md"));
        const qsizetype at = expanded.expansion.text().indexOf('B');
        const auto source = expanded.expansion.toSource({at, at + 1});
        QVERIFY(source.has_value());
        QCOMPARE(source->file, 2);
        QVERIFY((source->range == ByteRange{0, 1}));
        QVERIFY(expanded.expansion.toExpanded({2, {0, 1}}) == std::optional(ByteRange{at, at + 1}));
    }

    void filesAmongTheSourcesAreNotAskedFor()
    {
        SourceSet sources{
            {QStringLiteral("_pages/about.md"), "{% include_relative a.md %}"},
            {QStringLiteral("_pages/a.md"), "edited"}};
        std::vector<Diagnostic> diagnostics;
        const SiteValues site = sampleSite();
        const SourceLookup lookup = [](IncludeKind, const QString &, const QString &) -> std::optional<SourceFile> {
            QTest::qFail("asked", __FILE__, __LINE__);
            return {};
        };
        QCOMPARE(expandLiquid(sources, site, lookup, diagnostics).text(), QByteArray("edited"));
        QCOMPARE(sources.size(), size_t(2));
    }

    void generatedTextHasNoSource()
    {
        const Expanded expanded = expand("a{{ site.title }}b{% for i in (1..2) %}c{% endfor %}d");
        QCOMPARE(expanded.expansion.text(), QByteArray("aEddabccd"));
        QVERIFY(!expanded.expansion.toSource({1, 3}));
        QVERIFY(!expanded.expansion.toSource({0, 2}));
        QVERIFY(!expanded.expansion.toSource({6, 7}));
        QVERIFY(expanded.expansion.toSource({0, 1}).has_value());
        QVERIFY((expanded.expansion.toSource({5, 6})->range == ByteRange{17, 18}));
        QVERIFY(!expanded.expansion.toExpanded({0, {2, 4}}));
    }

    void branchesThatAreNotTakenAreLeftOut()
    {
        const QByteArray page = "{% if site.use_cdn %}hidden{% else %}shown{% endif %}";
        const Expanded expanded = expand(page);
        QVERIFY(!expanded.expansion.toExpanded({0, {page.indexOf("hidden"), page.indexOf("hidden") + 6}}));
        const qsizetype shown = page.indexOf("shown");
        QVERIFY(expanded.expansion.toExpanded({0, {shown, shown + 5}}) == std::optional(ByteRange{0, 5}));
    }

    void anEmptyRangeBelongsToThePieceBefore()
    {
        const Expanded expanded = expand("1{% include_relative a/b.md %}2", sampleFiles);
        QCOMPARE(expanded.expansion.text(), QByteArray("1B2"));
        QVERIFY(expanded.expansion.toSource({1, 1}) == std::optional(SourceRange{0, {1, 1}}));
        QVERIFY(expanded.expansion.toSource({2, 2}) == std::optional(SourceRange{1, {1, 1}}));
        QVERIFY(expanded.expansion.toSource({0, 0}) == std::optional(SourceRange{0, {0, 0}}));
    }

    void anyBytesGiveASoundMap()
    {
        QVERIFY(rc::check([] {
            const Expanded expanded = expand(randomTemplate(), sampleFiles);
            RC_ASSERT(isSound(expanded));
            const Expansion &expansion = expanded.expansion;
            for (qsizetype i = 0; i < expansion.text().size(); ++i) {
                const auto source = expansion.toSource({i, i + 1});
                if (!source)
                    continue;
                const QByteArray &bytes = expanded.sources[static_cast<size_t>(source->file)].bytes;
                RC_ASSERT(bytes.at(source->range.begin) == expansion.text().at(i));
                const auto back = expansion.toExpanded(*source);
                RC_ASSERT((back.has_value() && back->begin <= i));
            }
        }));
    }

    void hostileTemplatesEndSoon_data()
    {
        QTest::addColumn<QByteArray>("page");
        const auto times = [](const char *text, int count) { return QByteArray(text).repeated(count); };
        QTest::newRow("openings") << times("{{", 500'000);
        QTest::newRow("tags") << times("{%", 500'000);
        QTest::newRow("one end") << times("{% ", 300'000) + "%}";
        QTest::newRow("raws") << times("{% raw %}", 100'000);
        QTest::newRow("raw ends") << "{% raw %}" + times("endraw ", 100'000);
        QTest::newRow("ifs") << times("{% if x %}", 100'000);
        QTest::newRow("ends") << times("{% endif %}", 100'000);
        QTest::newRow("loops in loops") << times("{% for i in (1..100000) %}", 30) + "x" + times("{% endfor %}", 30);
        QTest::newRow("brackets") << "{{ a" + times("[a", 100'000) + times("]", 100'000) + " }}";
        QTest::newRow("doubling") << "{% assign x = 'ab' %}" + times("{% assign x = x | append: x %}", 60)
                + "{{ x | size }}";
        QTest::newRow("replacing") << "{% assign x = 'aaaaaaaa' %}" + times("{% assign x = x | replace: 'a', x %}", 20);
        QTest::newRow("recursive include") << QByteArray("{% include loop.html %}");
        QTest::newRow("conditions") << "{% if a " + times("and a ", 100'000) + " %}x{% endif %}";
        QTest::newRow("sorting in loops")
            << QByteArray("{% assign l = (1..20000) %}{% for i in (1..100000) %}{% assign m = l | sort %}{% endfor %}");
        QTest::newRow("long texts in loops") << "{% assign x = 'ab' %}" + times("{% assign x = x | append: x %}", 22)
                + "{% for i in (1..100000) %}{% assign y = x | upcase %}{% endfor %}";
        QTest::newRow("expressions in expressions")
            << QByteArray("{% assign l = (1..90000) %}{% assign m = l | where_exp: 'i', 'l contains i' %}"
                          "{% assign m = l | group_by_exp: 'i', \"l | sort | first\" %}");
    }
    void hostileTemplatesEndSoon()
    {
        QFETCH(QByteArray, page);
        QElapsedTimer timer;
        timer.start();
        const Expanded expanded = expand(page, sampleFiles);
        QVERIFY(isSound(expanded));
        qInfo("%lld ms", timer.elapsed());
        QVERIFY2(timer.elapsed() < 120'000, qPrintable(QString::number(timer.elapsed())));
    }

    void realPagesRunAsJekyllRunsThem()
    {
        if (!test::corpusFolder())
            QSKIP("VITRINE_CORPUS is not set: Liquid is not compared over real pages.");
        const std::optional<std::vector<QJsonObject>> references = jekyllOutputs(test::corpusPages());
        if (!references)
            QSKIP("Ruby's jekyll is not installed: Liquid is not compared with it.");
        int equal = 0, beyond = 0;
        QStringList different;
        for (const QJsonObject &reference : *references) {
            const QString path = reference[QLatin1String("path")].toString();
            const QByteArray expected = reference[QLatin1String("md")].toString().toUtf8();
            const Result<QByteArray> bytes = readPageFile(path);
            QVERIFY(bytes.ok());
            const auto site = Site::open(*Site::findRoot(path));
            const ReadContext context = site->readContext(path);
            SourceSet sources{{site->relativePath(path), *bytes}};
            std::vector<Diagnostic> diagnostics;
            const Expansion expansion = expandLiquid(sources, *context.site, context.lookup, diagnostics);
            const QByteArray body = expansion.text().mid(findFrontMatter(*bytes).bodyBegin);
            const bool isEqual = withoutLeadingLines(body) == withoutLeadingLines(expected);
            equal += isEqual ? 1 : 0;
            beyond += !isEqual && !diagnostics.empty() ? 1 : 0;
            if (!isEqual && diagnostics.empty())
                different += path;
            if (!isEqual)
                qInfo(
                    "%s: %s", qPrintable(path),
                    diagnostics.empty() ? "differs" : qPrintable(diagnostics.front().message));
        }
        qInfo(
            "%d pages as Jekyll has them, %d beyond our Liquid, %d without reference", equal, beyond,
            int(test::corpusPages().size() - qsizetype(references->size())));
        QVERIFY2(different.isEmpty(), qPrintable(different.join(QLatin1Char('\n'))));
        QVERIFY(equal > 0);
    }

private:
    /// Blank lines at the start of a body mean nothing; Jekyll drops them with the front matter.
    static QByteArray withoutLeadingLines(QByteArray text)
    {
        while (!text.isEmpty() && (text.front() == '\n' || text.front() == '\r'))
            text.remove(0, 1);
        return text;
    }

    /// What Jekyll makes of the Liquid of pages; nothing when it is not installed.
    static std::optional<std::vector<QJsonObject>> jekyllOutputs(const QStringList &pages)
    {
        QProcess ruby;
        ruby.start(QStringLiteral("ruby"), {QStringLiteral(VITRINE_SOURCE_DIR "/tests/support/jekyll-liquid.rb")});
        if (!ruby.waitForStarted())
            return {};
        ruby.write(pages.join(QLatin1Char('\n')).toUtf8());
        ruby.closeWriteChannel();
        if (!ruby.waitForFinished(300'000) || ruby.exitCode() != 0)
            return {};
        std::vector<QJsonObject> outputs;
        for (const QByteArray &line : ruby.readAllStandardOutput().split('\n')) {
            const QJsonObject one = QJsonDocument::fromJson(line).object();
            if (one.contains(QLatin1String("md")))
                outputs.push_back(one);
        }
        return outputs;
    }
};

QTEST_GUILESS_MAIN(TestLiquid)
#include "tst_Liquid.moc"
