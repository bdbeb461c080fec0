#include "app/site/Site.h"

#include "app/site/PageFile.h"
#include "app/site/SiteCollections.h"
#include "app/site/SiteFiles.h"
#include "content/frontmatter/YamlText.h"
#include "content/render/Render.h"

#include <QDir>
#include <QFileInfo>

namespace vitrine {

namespace {

const QString menuName = QStringLiteral("navigation");

/// Markdown options as kramdown's settings give them, over the defaults of GitHub Pages.
MarkdownOptions kramdownOptions(const QVariantMap &config)
{
    const QVariantMap kramdown = config.value(QStringLiteral("kramdown")).toMap();
    const auto flag = [&](const char *name, bool standard) {
        const QVariant value = kramdown.value(QLatin1String(name));
        return value.typeId() == QMetaType::Bool ? value.toBool() : standard;
    };
    MarkdownOptions options;
    const QVariant input = kramdown.value(QStringLiteral("input"));
    options.gfmInput = !input.isValid() || input.toString().compare(QLatin1String("gfm"), Qt::CaseInsensitive) == 0;
    options.hardWrap = flag("hard_wrap", options.hardWrap);
    options.autoIds = flag("auto_ids", options.autoIds);
    options.parseBlockHtml = flag("parse_block_html", options.parseBlockHtml);
    options.parseSpanHtml = flag("parse_span_html", options.parseSpanHtml);
    // kramdown takes names of characters here; "apos,apos,quot,quot" leaves quotes as they are typed.
    const QString quotes = kramdown.value(QStringLiteral("smart_quotes")).toString();
    options.smartQuotes = !quotes.startsWith(QLatin1String("apos")) && !quotes.startsWith(QLatin1String("39"));
    return options;
}

/// The engine that `_config.yml` names.
Engine configuredEngine(const QVariantMap &config)
{
    const QString name = config.value(QStringLiteral("markdown")).toString().toLower();
    const bool isGfm = name == QLatin1String("gfm") || name.startsWith(QLatin1String("commonmark"));
    return isGfm ? Engine::Gfm : Engine::Kramdown;
}

/// A README without site and front matter is shown by the web Git host, and that is cmark-gfm.
bool isLooseReadme(const QString &pagePath)
{
    const QFileInfo info(pagePath);
    if (info.completeBaseName().compare(QLatin1String("readme"), Qt::CaseInsensitive) != 0)
        return false;
    const Result<QByteArray> bytes = readPageFile(pagePath);
    return bytes && findFrontMatter(*bytes).range.isEmpty();
}

MarkdownOptions markdownOptions(const QVariantMap &config)
{
    MarkdownOptions options = kramdownOptions(config);
    options.engine = configuredEngine(config);
    return options;
}

/// What the site makes of Markdown that stands in a value.
QByteArray htmlOf(const QByteArray &markdown, const MarkdownOptions &options)
{
    ReadContext context;
    context.site = std::make_shared<SiteValues>();
    context.markdown = options;
    context.runLiquid = false;
    QByteArray html;
    qsizetype reached = 0;
    const QByteArrayView text = markdown;
    // Blank lines between blocks, and around all of them, leave one line end.
    const auto goTo = [&](qsizetype place) {
        const qsizetype lineEnds = text.sliced(reached, place - reached).count('\n');
        html += lineEnds > (reached == 0 ? 0 : 1) ? "\n" : "";
    };
    for (const RenderedBlock &block : renderBlocks(*Page::read({{QString(), markdown}}, context))) {
        goTo(block.range.begin);
        html += block.whole() + (block.whole().isEmpty() ? "" : "\n");
        reached = block.range.end;
    }
    goTo(text.size());
    return text.trimmed().isEmpty() ? QByteArray("\n") : html;
}

/// `_config.yml` and `_data` with what follows from them.
std::shared_ptr<const SiteValues> siteValues(const QString &root, QVariantMap config, QVariantMap data)
{
    auto values = std::make_shared<SiteValues>();
    values->toHtml = [options = markdownOptions(config)](const QByteArray &text) { return htmlOf(text, options); };
    const auto collections = std::make_shared<SiteCollections>(root, config, values->toHtml);
    values->collection = [collections](const QString &name) { return collections->entries(name); };
    values->config = std::move(config);
    values->data = std::move(data);
    return values;
}

/// Finds included files inside `root` only.
class IncludeFinder
{
public:
    IncludeFinder(QString root, QString page) : m_root(std::move(root)), m_page(std::move(page)) { }

    std::optional<SourceFile> operator()(IncludeKind kind, const QString &name, const QString &from) const
    {
        const QString folder = kind == IncludeKind::FromIncludes ? QStringLiteral("_includes")
                                                                 : QFileInfo(from.isEmpty() ? m_page : from).path();
        const QString asked = QDir::cleanPath(m_root + QLatin1Char('/') + folder + QLatin1Char('/') + name);
        const QString home = kind == IncludeKind::FromIncludes ? m_root + QStringLiteral("/_includes") : m_root;
        if (QDir::isAbsolutePath(name) || !fileInside(home, asked) || !fileInside(m_root, asked))
            return {};
        const Result<QByteArray> bytes = readPageFile(asked);
        if (!bytes)
            return {};
        return SourceFile{QDir(m_root).relativeFilePath(asked), *bytes};
    }

private:
    QString m_root; ///< absolute: the site, or the page's folder
    QString m_page; ///< relative to m_root
};

} // namespace

std::optional<QString> Site::findRoot(const QString &pageOrFolder)
{
    const QFileInfo start(pageOrFolder);
    QDir folder(start.isDir() ? start.absoluteFilePath() : start.absolutePath());
    do {
        if (QFileInfo(folder.filePath(QStringLiteral("_config.yml"))).isFile())
            return folder.absolutePath();
    } while (folder.cdUp());
    return {};
}

std::shared_ptr<const Site> Site::around(const QString &page)
{
    const std::optional<QString> root = findRoot(page);
    return root ? open(*root) : none();
}

std::shared_ptr<const Site> Site::open(const QString &root)
{
    auto site = std::make_shared<Site>();
    site->m_root = QDir(root).absolutePath();
    site->m_collections = countCollections(site->m_root);
    const QString name = QStringLiteral("_config.yml");
    const Result<QByteArray> bytes = readPageFile(site->m_root + QLatin1Char('/') + name);
    if (bytes)
        site->m_configFile = SourceFile{name, *bytes};
    site->readConfig(bytes ? *bytes : QByteArray());
    if (!bytes) {
        Diagnostic unreadable;
        unreadable.rule = "config-unreadable";
        unreadable.message = bytes.error().sentence;
        site->m_diagnostics.push_back(unreadable);
    }
    return site;
}

void Site::readConfig(const QByteArray &bytes)
{
    m_diagnostics.clear();
    const QVariantMap config = readSiteConfig(bytes, m_diagnostics);
    const QString dataFolder = config.value(QStringLiteral("data_dir"), QStringLiteral("_data")).toString();
    m_family = guessFamily(m_root, config);
    QVariantMap data = readSiteData(m_root, dataFolder, m_diagnostics);
    if (!m_menuFile)
        findMenu(dataFolder);
    // The menu may have been edited since it was read from disk.
    if (m_menuFile && data.contains(menuName))
        data.insert(menuName, YamlText::read(m_menuFile->bytes, {0, m_menuFile->bytes.size()}).document());
    m_values = siteValues(m_root, config, std::move(data));
}

void Site::findMenu(const QString &dataFolder)
{
    for (const char *ending : {".yml", ".yaml"}) {
        const QString name = dataFolder + QLatin1Char('/') + menuName + QLatin1String(ending);
        const QString path = m_root + QLatin1Char('/') + name;
        const Result<QByteArray> bytes =
            fileInside(m_root, path) ? readPageFile(path) : Error{ErrorKind::NotFound, {}, {}, {}};
        if (!bytes)
            continue;
        m_menuFile = SourceFile{QDir::cleanPath(name), *bytes};
        return;
    }
}

std::shared_ptr<const Site> Site::withFiles(const QByteArray &config, const QByteArray &menu) const
{
    auto site = std::make_shared<Site>(*this);
    site->m_configFile->bytes = config;
    if (site->m_menuFile)
        site->m_menuFile->bytes = menu;
    site->readConfig(config);
    return site;
}

std::shared_ptr<const Site> Site::none()
{
    auto site = std::make_shared<Site>();
    site->m_values = siteValues({}, {}, {});
    return site;
}

std::optional<QString> Site::findPage() const
{
    for (const QString &name :
         {QStringLiteral("_pages/about.md"), QStringLiteral("_pages/home.md"), QStringLiteral("index.md"),
          QStringLiteral("about.md")}) {
        const QString path = m_root + QLatin1Char('/') + name;
        if (exists() && QFileInfo(path).isFile())
            return path;
    }
    return {};
}

ReadContext Site::readContext(const QString &pagePath) const
{
    ReadContext context;
    context.site = m_values;
    context.markdown = markdownOptions(m_values->config);
    if (!exists() && isLooseReadme(pagePath))
        context.markdown.engine = Engine::Gfm;
    const QString home = exists() ? m_root : QFileInfo(pagePath).absolutePath();
    context.lookup = IncludeFinder(home, relativePath(QFileInfo(pagePath).absoluteFilePath()));
    return context;
}

QString Site::relativePath(const QString &absolute) const
{
    return exists() ? QDir(m_root).relativeFilePath(absolute) : QFileInfo(absolute).fileName();
}

QString Site::absolutePath(const QString &relative, const QString &pagePath) const
{
    const QDir home(exists() ? m_root : QFileInfo(pagePath).absolutePath());
    return QDir::cleanPath(home.absoluteFilePath(relative));
}

} // namespace vitrine
