// Random templates over a made site with data, posts and collections: what our Liquid makes of them against Jekyll.

#include "app/site/PageFile.h"
#include "app/site/Site.h"
#include "content/liquid/Expansion.h"

#include <QDir>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QRandomGenerator>
#include <QTemporaryDir>
#include <QTest>

using namespace vitrine;

namespace {

constexpr int minutes = 60 * 1000;

void write(const QString &path, const QByteArray &bytes)
{
    QDir().mkpath(QFileInfo(path).path());
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(bytes);
}

const char config[] = R"(title: Lattice walks
url: https://example.org
baseurl: /walks
permalink: /:categories/:title/
author: {name: Edda Vane, github: edda}
collections:
  papers: {output: true, permalink: "/:collection/:path/"}
  talks: {output: true, sort_by: order}
defaults:
  - scope: {path: "", type: papers}
    values: {kind: article, share: {a: 1}}
  - scope: {path: _talks/b.md}
    values: {kind: keynote}
)";

const char people[] = R"(- name: Edda
  year: 2021
  role: student
  tags: [graphs, walks]
  link: {url: /edda, label: Home}
- {name: Jonas, year: 2019, role: postdoc, tags: [graphs]}
- {name: 李 明, year: 2023, role: student, note: "*new*"}
- {name: Ada, year: 2019.5}
- {name: Bo, role: postdoc, tags: []}
)";

const char groups[] = "zeta: {size: 3, lead: Ada}\nalpha: {lead: Bo}\nmid: {size: 1, lead: Edda, tags: [x, y]}\n";

void writeSite(const QString &root)
{
    write(root + QStringLiteral("/_config.yml"), config);
    write(root + QStringLiteral("/_data/people.yml"), people);
    write(root + QStringLiteral("/_data/groups.yml"), groups);
    write(root + QStringLiteral("/_data/numbers.yml"), "[3, 1, 2.5, 10, -4]\n");
    write(root + QStringLiteral("/_data/texts.yml"), "[\"a b\", Straße, \"\", \"x < y & 'z'\", \"<p>q</p>\"]\n");
    write(root + QStringLiteral("/_data/table.csv"), "name,mark\nEdda,1\nBo,\"2, 3\"\n");
    const auto paper = [&](const char *name, const QByteArray &front, const QByteArray &body) {
        write(root + QStringLiteral("/_papers/") + QString::fromUtf8(name), "---\n" + front + "---\n" + body);
    };
    paper(
        "2020-05-01-glass.md", "title: \"On *Glass*\"\nvenue: Lattice\nyear: 2020\nexcerpt: short *text*\n",
        "Some **body**.\n\nMore.\n");
    paper(
        "2018-11-30-walks.md", "venue: Walks\nyear: 2018\nshare: {b: 2}\n",
        "First [link][x].\n\nSecond.\n\n[x]: http://x.example\n");
    paper("2022-01-01-forests.md", "title: Forests\nvenue: Lattice\nyear: 2022\npaperurl: /f.pdf\n", "");
    paper("deep/2021-03-03-caves.md", "title: Caves\npermalink: /caves/\n", "Dark.");
    paper("gone.md", "published: false\n", "");
    write(root + QStringLiteral("/_papers/loose.md"), "no front matter\n");
    write(
        root + QStringLiteral("/_talks/a.md"), "---\norder: 2\ntitle: One\ndate: 2019-01-01 10:00:00 +0200\n---\nx\n");
    write(root + QStringLiteral("/_talks/b.md"), "---\norder: 1\ntitle: Two\ndate: 2020-01-01\n---\ny\n");
    write(
        root + QStringLiteral("/_posts/2021-02-03-first-post.md"),
        "---\ntags: [a, b]\ncategory: News\n---\nHello *you*.\n\nBye.\n");
    write(
        root + QStringLiteral("/_posts/2022-02-03-second-post.md"),
        "---\ntitle: Later\ncategories: x y\n---\nThere.\n");
    write(root + QStringLiteral("/_posts/no-date.md"), "---\ntitle: No\n---\nx\n");
    write(root + QStringLiteral("/_posts/2999-02-03-far.md"), "---\ntitle: Far\n---\nx\n");
    write(root + QStringLiteral("/sub/_posts/2020-07-08-deep-post.md"), "---\n---\nDeep\n");
    write(
        root + QStringLiteral("/_includes/item.html"), "({{ include.it.title }}{{ include.it.name }}/{{ include.n }})");
}

/// Makes templates that are well-formed more often than not. Left out is what nobody writes and Ruby's inside decides:
/// dates as lists, the size of numbers grouped, maps as texts.
class TemplateMaker
{
public:
    explicit TemplateMaker(quint32 seed) : m_random(seed) { }

    QByteArray page()
    {
        QByteArray text = "---\ntitle: Page\n---\n";
        for (int i = m_random.bounded(1, 5); i > 0; --i)
            text += part(0);
        return text;
    }

private:
    QByteArray pick(const std::vector<const char *> &choices)
    {
        return choices[static_cast<size_t>(m_random.bounded(static_cast<int>(choices.size())))];
    }

    QByteArray list()
    {
        return pick(
            {"site.data.people", "site.data.groups", "site.papers", "site.talks", "site.posts", "site.data.numbers",
             "site.data.texts", "site.data.table", "(1..4)", "chosen", "x.tags", "x.items", "x[1]",
             "site.data.groups.mid.tags", "site.none"});
    }

    QByteArray member()
    {
        return pick(
            {"x",
             "x.name",
             "x.title",
             "x.year",
             "x.role",
             "x.tags",
             "x.url",
             "x.date",
             "x.venue",
             "x.kind",
             "x.excerpt",
             "x.content",
             "x.path",
             "x.share",
             "x.link.label",
             "x[0]",
             "x[1]",
             "x[1].lead",
             "x.size",
             "x.items.size",
             "x.slug",
             "x.id",
             "x.categories",
             "x.collection",
             "forloop.index",
             "forloop.rindex0",
             "forloop.first",
             "forloop.parentloop.index",
             "x.mark",
             "page.title",
             "site.title",
             "chosen.size",
             "held",
             "'lit\"eral'",
             "3",
             "x.note",
             "x['name']",
             "nothing"});
    }

    QByteArray filter()
    {
        return pick({" | append: '!'",    " | upcase",
                     " | size",           " | default: 'none'",
                     " | first",          " | last",
                     " | join: ', '",     " | date: '%Y-%m'",
                     " | plus: 1",        " | times: 1.5",
                     " | divided_by: 2",  " | modulo: 3",
                     " | relative_url",   " | absolute_url",
                     " | escape",         " | strip_html",
                     " | markdownify",    " | jsonify",
                     " | truncate: 5",    " | replace: 'a', 'o'",
                     " | slugify",        " | split: 'a' | join: '-'",
                     " | remove: 'e'",    " | capitalize",
                     " | slice: 1, 2",    " | reverse",
                     " | inspect",        " | number_of_words",
                     " | date_to_string", " | xml_escape",
                     " | url_encode",     " | round",
                     " | strip",          " | uniq",
                     " | compact",        " | sort | join",
                     " | map: 'name'",    " | prepend: 'p'",
                     " | downcase",       " | abs",
                     " | ceil",           " | newline_to_br",
                     " | strip_newlines", " | cgi_escape"});
    }

    QByteArray query()
    {
        return pick(
            {" | sort: 'name'",
             " | sort: 'title'",
             " | sort: 'year', 'last'",
             " | where: 'role', 'student'",
             " | where: 'venue', 'Lattice'",
             " | where: 'year', 2019",
             " | where_exp: 'i', 'i.year > 2019'",
             " | where_exp: 'i', \"i.title contains 'o'\"",
             " | where_exp: 'i', \"i.role == 'student' or i.name == 'Bo'\"",
             " | where_exp: 'i', 'i.tags'",
             " | where: 'tags', 'graphs'",
             " | reverse",
             " | group_by: 'role'",
             " | group_by: 'venue'",
             " | group_by_exp: 'i', 'i.name | size'",
             " | map: 'title'",
             " | map: 'tags'",
             " | slice: 1, 2",
             " | sort_natural: 'name'",
             " | concat: site.talks",
             " | uniq",
             " | push: 'p'",
             " | where: 'nothing', nil",
             " | find: 'name', 'Bo'",
             " | find_exp: 'i', 'i.year'",
             " | pop",
             " | shift",
             " | first",
             " | sort"});
    }

    QByteArray output()
    {
        return "{{ " + member() + (m_random.bounded(2) ? filter() : QByteArray())
            + (m_random.bounded(4) ? QByteArray() : filter()) + " }}";
    }

    QByteArray condition()
    {
        const QByteArray one = member()
            + pick(
                                   {"", "", " == 'Edda'", " == 2019", " != 'x'", " contains 'a'", " == nil",
                                    " == empty", " == true", " != blank"});
        return m_random.bounded(3) ? one : one + pick({" and ", " or "}) + member();
    }

    QByteArray loop(int depth)
    {
        const QByteArray options =
            pick({"", "", "", " reversed", " limit:2", " limit: 2 offset:1", " offset: 2", " reversed limit:1"});
        return "{% for x in " + list() + options + " %}" + body(depth)
            + pick({"", ",", "\n", "{% unless forloop.last %};{% endunless %}"})
            + (m_random.bounded(4) ? "" : "{% else %}none") + "{% endfor %}";
    }

    // Depth is bounded by part().
    QByteArray body(int depth)
    {
        QByteArray text;
        for (int i = m_random.bounded(1, 4); i > 0; --i)
            text += part(depth + 1);
        return text;
    }

    QByteArray part(int depth)
    {
        const int kind = depth > 2 ? m_random.bounded(3) : m_random.bounded(11);
        switch (kind) {
        case 0:
        case 1:
            return output();
        case 2:
            return pick(
                {"text ", "\n", "* ", "{% cycle 'odd', 'even' %}", "{% increment n %}",
                 "{%- comment -%} no {% endcomment %}", "{% raw %}{{ x }}{% endraw %}",
                 "{% include item.html it=x n=forloop.index %}", "{% break %}", "{% continue %}", " {{- x.name -}} "});
        case 3:
            return "{% if " + condition() + " %}" + body(depth)
                + (m_random.bounded(2) ? "{% else %}" + body(depth) : QByteArray()) + "{% endif %}";
        case 4:
            return "{% assign chosen = " + list() + query() + (m_random.bounded(2) ? query() : QByteArray()) + " %}";
        case 5:
            return "{% assign held = " + member() + filter() + " %}";
        case 6:
            return "{% capture held %}" + body(depth) + "{% endcapture %}";
        case 7:
            return "{% case " + member() + " %}{% when 'student' %}s{% when 2019, 2020 %}y{% else %}" + body(depth)
                + "{% endcase %}";
        case 8:
            return "{% ifchanged %}" + output() + "{% endifchanged %}";
        default:
            return loop(depth);
        }
    }

    QRandomGenerator m_random;
};

/// What Jekyll makes of the Liquid of pages, by path; an empty list when it is not installed.
QList<QJsonObject> jekyllOutputs(const QStringList &pages)
{
    QProcess ruby;
    ruby.start(
        QStringLiteral("ruby"),
        {QStringLiteral(VITRINE_SOURCE_DIR "/tests/support/jekyll-liquid.rb"), QStringLiteral("collections")});
    if (!ruby.waitForStarted())
        return {};
    ruby.write(pages.join(QLatin1Char('\n')).toUtf8());
    ruby.closeWriteChannel();
    if (!ruby.waitForFinished(10 * minutes) || ruby.exitCode() != 0)
        return {};
    QList<QJsonObject> outputs;
    for (const QByteArray &line : ruby.readAllStandardOutput().split('\n')) {
        if (!line.isEmpty())
            outputs += QJsonDocument::fromJson(line).object();
    }
    return outputs;
}

} // namespace

class TestLiquidOnSites : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void randomTemplatesRunAsJekyllRunsThem()
    {
        const QTemporaryDir folder;
        writeSite(folder.path());
        bool isNumber = false;
        const int asked = qEnvironmentVariableIntValue("VITRINE_TEMPLATES", &isNumber);
        const int count = isNumber ? asked : 400;
        QStringList pages;
        for (int i = 0; i < count; ++i) {
            pages += folder.filePath(QStringLiteral("page%1.txt").arg(i));
            write(pages.last(), TemplateMaker(static_cast<quint32>(i)).page());
        }
        const QList<QJsonObject> references = jekyllOutputs(pages);
        if (references.isEmpty())
            QSKIP("Ruby's jekyll is not installed: Liquid is not compared with it.");
        QCOMPARE(references.size(), qsizetype(count));

        const auto site = Site::open(folder.path());
        int equal = 0, beyond = 0, broken = 0;
        QStringList different, told;
        for (const QJsonObject &reference : references) {
            const QString path = reference[QLatin1String("path")].toString();
            const QByteArray bytes = *readPageFile(path);
            const ReadContext context = site->readContext(path);
            SourceSet sources{{site->relativePath(path), bytes}};
            std::vector<Diagnostic> diagnostics;
            const Expansion expansion = expandLiquid(sources, *context.site, context.lookup, diagnostics);
            const QByteArray ours = expansion.text().mid(findFrontMatter(bytes).bodyBegin);
            const QByteArray theirs = reference[QLatin1String("md")].toString().toUtf8();
            if (reference.contains(QLatin1String("error"))) // the site could not be built
                ++broken;
            else if (ours.trimmed() == theirs.trimmed())
                ++equal;
            else if (!diagnostics.empty())
                ++beyond;
            else
                different += QString::fromUtf8(bytes) + QStringLiteral("\n--- Jekyll:\n") + QString::fromUtf8(theirs)
                    + QStringLiteral("\n--- ours:\n") + QString::fromUtf8(ours);
            if (!diagnostics.empty() && !reference.contains(QLatin1String("error")))
                told += diagnostics.front().message;
        }
        if (const QString path = qEnvironmentVariable("VITRINE_TELL"); !path.isEmpty())
            write(path, (different + told).join(QStringLiteral("\n=======\n")).toUtf8());
        qInfo(
            "%d as Jekyll, %d beyond our Liquid, %d that Jekyll refuses, %d different", equal, beyond, broken,
            int(different.size()));
        QVERIFY2(different.isEmpty(), qPrintable(different.mid(0, 3).join(QStringLiteral("\n=======\n"))));
        QVERIFY(beyond * 20 <= equal);
    }
};

QTEST_GUILESS_MAIN(TestLiquidOnSites)
#include "tst_LiquidOnSites.moc"
