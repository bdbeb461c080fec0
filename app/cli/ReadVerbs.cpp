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

Result<Done> runRender(const CliCall &call)
{
    const Page &page = *call.page.page;
    const bool withShell = call.arguments.has("--page");
    call.out.write(withShell ? themedPage(page, themeOf(call.page.site->family())) : renderContent(page));
    return Done{};
}

} // namespace vitrine
