// The verbs that only read.
#include "app/cli/ShowJson.h"
#include "app/cli/Verbs.h"
#include "app/site/ThemedPage.h"
#include "content/render/Render.h"

#include <QIODevice>

namespace vitrine {

Result<Done> runShow(const CliCall &call)
{
    call.out.write(showJson(*call.page.page));
    return Done{};
}

namespace {

/// The page as it is shown: by kramdown's own rules where the site uses kramdown.
std::shared_ptr<const Page> shownPage(const Page &page)
{
    ReadContext context = page.context();
    context.markdown.kramdownRules = true;
    return Page::read(page.sources(), context);
}

} // namespace

Result<Done> runRender(const CliCall &call)
{
    const std::shared_ptr<const Page> shown = shownPage(*call.page.page);
    const Page &page = *shown;
    const bool withShell = call.arguments.has("--page");
    call.out.write(withShell ? themedPage(page, themeOf(call.page.site->family())) : renderContent(page));
    return Done{};
}

} // namespace vitrine
