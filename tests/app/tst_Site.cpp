#include "app/site/FileErrors.h"
#include "app/site/PageFile.h"
#include "app/site/Site.h"
#include "content/liquid/LiquidValue.h"
#include "tests/support/PageFixtures.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QTemporaryDir>
#include <QTest>

using namespace vitrine;

class TestSite : public QObject
{
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_root;

    void put(const QString &name, const QByteArray &bytes)
    {
        const QString path = m_folder->filePath(name);
        QVERIFY(QDir().mkpath(QFileInfo(path).path()));
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(bytes);
    }

    /// The bytes that an include of `name` in `from` finds, or nothing.
    std::optional<QByteArray> included(IncludeKind kind, const char *name, const char *from) const
    {
        const auto site = Site::open(m_root);
        const ReadContext context = site->readContext(m_root + QStringLiteral("/_pages/about.md"));
        const auto file = context.lookup(kind, QString::fromUtf8(name), QString::fromUtf8(from));
        return file ? std::optional(file->bytes) : std::nullopt;
    }

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        QVERIFY(m_folder->isValid());
        m_root = m_folder->filePath(QStringLiteral("site"));
        put(QStringLiteral("site/_config.yml"), "title: Edda\nauthor:\n  name: Edda Marenholt\n");
        put(QStringLiteral("site/_pages/about.md"), "---\ntitle: x\n---\nText\n");
    }

    void theRootIsTheNearestFolderWithSettings()
    {
        QCOMPARE(Site::findRoot(m_root + QStringLiteral("/_pages/about.md")), std::optional(m_root));
        QCOMPARE(Site::findRoot(m_root), std::optional(m_root));
        QVERIFY(!Site::findRoot(m_folder->path()));
    }

    void thePageIsFoundInTheUsualPlaces()
    {
        const auto page = [this] { return Site::open(m_root)->findPage().value_or(QString()).mid(m_root.size() + 1); };
        put(QStringLiteral("site/index.md"), "x");
        QCOMPARE(page(), QStringLiteral("_pages/about.md"));
        QVERIFY(QFile::remove(m_root + QStringLiteral("/_pages/about.md")));
        QCOMPARE(page(), QStringLiteral("index.md"));
        QVERIFY(QFile::remove(m_root + QStringLiteral("/index.md")));
        QCOMPARE(page(), QString());
        const Error error = fileErrors::noPage(m_root);
        QCOMPARE(error.kind, ErrorKind::NoPage);
        QVERIFY(error.sentence.startsWith(QStringLiteral("“site” holds no page. Looked for _pages/about.md")));
    }

    void valuesComeFromSettingsAndDataFiles()
    {
        put(QStringLiteral("site/_data/news.yml"), "- title: A\n- title: B\n");
        put(QStringLiteral("site/_data/people/team list.json"), "{\"a\": [1]}");
        put(QStringLiteral("site/_data/table.csv"), "name,age\n\"Quint, Yara\",3\nTomas,4\n");
        const auto site = Site::open(m_root);
        QCOMPARE(site->values()->config.value(QStringLiteral("title")).toString(), QStringLiteral("Edda"));
        const QVariantMap data = site->values()->data;
        QCOMPARE(data.value(QStringLiteral("news")).toList().size(), 2);
        QVERIFY(data.value(QStringLiteral("people")).toMap().contains(QStringLiteral("team_list")));
        const QVariantMap first = data.value(QStringLiteral("table")).toList().value(0).toMap();
        QCOMPARE(first.value(QStringLiteral("name")).toString(), QStringLiteral("Quint, Yara"));
    }

    void postsAndCollectionsComeFromTheirFolders()
    {
        put(QStringLiteral("_config.yml"), "collections: {papers: {permalink: /:collection/:path/}}\n");
        put(QStringLiteral("_papers/2020-01-02-glass.md"), "---\nvenue: Lattice\n---\nSome *glass*.\n\nMore.\n");
        put(QStringLiteral("_papers/walks.md"), "---\ndate: 2019-01-01\n---\n");
        put(QStringLiteral("_papers/draft.md"), "---\npublished: false\n---\n");
        put(QStringLiteral("_posts/2021-03-04-first-post.md"), "---\ntags: a b\n---\nHello.\n");
        put(QStringLiteral("_posts/undated.md"), "---\n---\n");
        const auto site = Site::open(m_folder->path());
        const QVariantList papers = site->values()->collection(QStringLiteral("papers"));
        QCOMPARE(papers.size(), 2);
        const auto of = [](const QVariant &entry, const char *name) {
            return liquidString(liquidMember(entry, QString::fromLatin1(name)));
        };
        QCOMPARE(of(papers[0], "title"), QStringLiteral("Walks"));
        QCOMPARE(of(papers[1], "title"), QStringLiteral("Glass"));
        QCOMPARE(of(papers[1], "url"), QStringLiteral("/papers/2020-01-02-glass/"));
        QCOMPARE(of(papers[1], "venue"), QStringLiteral("Lattice"));
        QCOMPARE(of(papers[1], "excerpt"), QStringLiteral("<p>Some <em>glass</em>.</p>\n"));
        const QVariantList posts = site->values()->collection(QStringLiteral("posts"));
        QCOMPARE(posts.size(), 1);
        QCOMPARE(of(posts[0], "url"), QStringLiteral("/2021/03/04/first-post.html"));
        QVERIFY(site->values()->collection(QStringLiteral("../papers")).isEmpty());
    }

    void aCollectionReadsNothingOutsideTheSite()
    {
        const QTemporaryDir outside;
        QFile secret(outside.filePath(QStringLiteral("secret.md")));
        QVERIFY(secret.open(QIODevice::WriteOnly));
        secret.write("---\ntitle: secret\n---\n");
        secret.close();
        put(QStringLiteral("_config.yml"), "collections: {papers: {}, out: {}}\n");
        put(QStringLiteral("_papers/a.md"), "---\n---\n");
        QVERIFY(QFile::link(secret.fileName(), m_folder->filePath(QStringLiteral("_papers/b.md"))));
        QVERIFY(QFile::link(outside.path(), m_folder->filePath(QStringLiteral("_out"))));
        const auto site = Site::open(m_folder->path());
        QCOMPARE(site->values()->collection(QStringLiteral("papers")).size(), 1);
        QVERIFY(site->values()->collection(QStringLiteral("out")).isEmpty());
    }

    void brokenSettingsGiveADiagnostic()
    {
        put(QStringLiteral("site/_config.yml"), "title: \"Edda\nauthor: x\n");
        const auto site = Site::open(m_root);
        QVERIFY(site->exists());
        QCOMPARE(site->diagnostics().size(), size_t(1));
        QVERIFY(site->diagnostics().front().message.startsWith(
            QStringLiteral("_config.yml cannot be read: line 1 lacks a closing quote.")));
    }

    void filesAreIncludedFromTheRightFolder()
    {
        put(QStringLiteral("site/_pages/includes/news.md"), "news");
        put(QStringLiteral("site/_pages/includes/more.md"), "more");
        put(QStringLiteral("site/_includes/base.html"), "base");
        QCOMPARE(
            included(IncludeKind::Relative, "includes/news.md", "_pages/about.md"), std::optional(QByteArray("news")));
        QCOMPARE(
            included(IncludeKind::Relative, "more.md", "_pages/includes/news.md"), std::optional(QByteArray("more")));
        QCOMPARE(
            included(IncludeKind::FromIncludes, "base.html", "_pages/about.md"), std::optional(QByteArray("base")));
        QVERIFY(!included(IncludeKind::FromIncludes, "none.html", "_pages/about.md"));
    }

    void nothingOutsideTheSiteIsIncluded()
    {
        put(QStringLiteral("secret.md"), "secret");
        put(QStringLiteral("site-two/secret.md"), "secret");
        put(QStringLiteral("site/_includes/x.html"), "x");
        QVERIFY(
            QFile::link(m_folder->filePath(QStringLiteral("secret.md")), m_root + QStringLiteral("/_pages/link.md")));
        QVERIFY(QFile::link(m_folder->path(), m_root + QStringLiteral("/_pages/up")));
        for (const char *name :
             {"../../secret.md", "../../site-two/secret.md", "link.md", "up/secret.md", "/etc/hostname"})
            QVERIFY2(!included(IncludeKind::Relative, name, "_pages/about.md"), name);
        for (const char *name : {"../_config.yml", "../../secret.md"})
            QVERIFY2(!included(IncludeKind::FromIncludes, name, "_pages/about.md"), name);
    }

    void withoutASiteOnlyFilesBesideThePageAreIncluded()
    {
        put(QStringLiteral("alone/page.md"), "x");
        put(QStringLiteral("alone/part.md"), "part");
        put(QStringLiteral("secret.md"), "secret");
        const QString page = m_folder->filePath(QStringLiteral("alone/page.md"));
        const ReadContext context = Site::none()->readContext(page);
        QVERIFY(context.site != nullptr);
        QVERIFY(
            context.lookup(IncludeKind::Relative, QStringLiteral("part.md"), QStringLiteral("page.md")).has_value());
        QVERIFY(!context.lookup(IncludeKind::Relative, QStringLiteral("../secret.md"), QStringLiteral("page.md")));
        QCOMPARE(Site::none()->relativePath(page), QStringLiteral("page.md"));
        QCOMPARE(Site::none()->absolutePath(QStringLiteral("page.md"), page), page);
    }

    void settingsChooseEngineAndOptions()
    {
        const auto options = [this](const QByteArray &config) {
            put(QStringLiteral("site/_config.yml"), config);
            return Site::open(m_root)->readContext(m_root + QStringLiteral("/_pages/about.md")).markdown;
        };
        QVERIFY(options("title: x\n").engine == Engine::Kramdown);
        QVERIFY(options("markdown: kramdown\n").engine == Engine::Kramdown);
        QVERIFY(options("markdown: GFM\n").engine == Engine::Gfm);
        QVERIFY(options("markdown: CommonMarkGhPages\n").engine == Engine::Gfm);
        const MarkdownOptions set =
            options("kramdown:\n  input: kramdown\n  hard_wrap: true\n  auto_ids: false\n  parse_block_html: true\n"
                    "  smart_quotes: apos,apos,quot,quot\n");
        QVERIFY(!set.gfmInput && set.hardWrap && !set.autoIds && set.parseBlockHtml && !set.smartQuotes);
    }

    void aLooseReadmeIsReadAsItsHostShowsIt()
    {
        put(QStringLiteral("alone/README.md"), "# x\n");
        put(QStringLiteral("alone/readme.markdown"), "---\na: b\n---\n");
        const auto engine = [this](const char *name) {
            return Site::none()->readContext(m_folder->filePath(QString::fromLatin1(name))).markdown.engine;
        };
        QVERIFY(engine("alone/README.md") == Engine::Gfm);
        QVERIFY(engine("alone/readme.markdown") == Engine::Kramdown);
        QVERIFY(engine("alone/other.md") == Engine::Kramdown);
    }

    void entriesKeptElsewhereAreCounted()
    {
        put(QStringLiteral("site/_publications/2024-a.md"), "x");
        put(QStringLiteral("site/_publications/2025-b.md"), "x");
        put(QStringLiteral("site/_publications/notes.txt"), "x");
        put(QStringLiteral("site/_bibliography/papers.bib"),
            "@string{a = 1}\n@article{x,\n note={@y{}}}\n @inproceedings {z,}\n");
        const auto site = Site::open(m_root);
        QCOMPARE(site->collections().size(), size_t(2));
        QCOMPARE(site->collections()[0].name, QStringLiteral("_publications/"));
        QCOMPARE(site->collections()[0].count, 2);
        QVERIFY(site->collections()[0].kind == Kind::Publication);
        QCOMPARE(site->collections()[1].name, QStringLiteral("_bibliography/papers.bib"));
        QCOMPARE(site->collections()[1].count, 2);
    }

    void realSitesAreOfTheFamilyTheyWereMadeFrom()
    {
        if (!test::corpusFolder())
            QSKIP("VITRINE_CORPUS is not set: the families of real sites are not checked.");
        int academicpages = 0, acadHomepage = 0, unknown = 0;
        for (const QString &page : test::corpusPages()) {
            const std::optional<QString> root = Site::findRoot(page);
            QVERIFY2(root.has_value(), qPrintable(page));
            const auto site = Site::open(*root);
            const QVariantMap config = site->values()->config;
            const bool talks = config.contains(QStringLiteral("talkmap_link"));
            const bool scholar = config.contains(QStringLiteral("google_scholar_stats_use_cdn"));
            QVERIFY2(!talks || site->family() == ThemeFamily::Academicpages, qPrintable(page));
            QVERIFY2(!scholar || site->family() == ThemeFamily::AcadHomepage, qPrintable(page));
            academicpages += site->family() == ThemeFamily::Academicpages ? 1 : 0;
            acadHomepage += site->family() == ThemeFamily::AcadHomepage ? 1 : 0;
            unknown += site->family() == ThemeFamily::Unknown ? 1 : 0;
        }
        qInfo("%d academicpages, %d AcadHomepage, %d of other themes", academicpages, acadHomepage, unknown);
        QVERIFY(unknown * 8 < academicpages + acadHomepage);
    }
};

QTEST_GUILESS_MAIN(TestSite)
#include "tst_Site.moc"
