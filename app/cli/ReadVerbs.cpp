// The verbs that only read.
#include "app/cli/ShowJson.h"
#include "app/cli/Verbs.h"
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
    call.out.write(renderContent(*call.page.page));
    return Done{};
}

} // namespace vitrine
