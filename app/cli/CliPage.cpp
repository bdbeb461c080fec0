#include "app/cli/CliPage.h"

#include "app/site/PageFile.h"

#include <QCoreApplication>
#include <QFileInfo>

namespace vitrine {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("Cli", text);
}

Result<std::shared_ptr<const Site>> siteOf(const Arguments &arguments, const QString &page)
{
    if (!arguments.has("--site")) {
        const std::optional<QString> root = Site::findRoot(page);
        return root ? Site::open(*root) : Site::none();
    }
    const QFileInfo folder(arguments.value("--site"));
    if (!folder.isDir())
        return usageError(tr("%1 is not a folder.").arg(folder.filePath()));
    return Site::open(folder.absoluteFilePath());
}

Result<ReadContext> contextOf(const Arguments &arguments, const Site &site, const QString &page)
{
    ReadContext context = site.readContext(page);
    const QString engine = arguments.value("--engine");
    if (engine == QStringLiteral("kramdown"))
        context.markdown.engine = Engine::Kramdown;
    else if (engine == QStringLiteral("gfm"))
        context.markdown.engine = Engine::Gfm;
    else if (arguments.has("--engine"))
        return usageError(tr("The value of --engine is kramdown or gfm."));
    if (arguments.has("--no-liquid"))
        context.runLiquid = false;
    return context;
}

} // namespace

Result<CliPage> readCliPage(const Arguments &arguments)
{
    CliPage result;
    result.name = arguments.positionals().front();
    result.path = QFileInfo(result.name).absoluteFilePath();
    const Result<std::shared_ptr<const Site>> site = siteOf(arguments, result.path);
    if (!site)
        return site.error();
    result.site = *site;
    const Result<ReadContext> context = contextOf(arguments, *result.site, result.path);
    if (!context)
        return context.error();
    Result<QByteArray> bytes = readPageFile(result.path);
    if (!bytes)
        return Error{ErrorKind::CannotRead, bytes.error().sentence, {}, {}};
    result.page = Page::read({{result.site->relativePath(result.path), std::move(*bytes)}}, *context);
    return result;
}

} // namespace vitrine
