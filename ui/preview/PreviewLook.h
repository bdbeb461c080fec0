#pragma once

#include "app/site/OwnShell.h"
#include "content/render/SiteShell.h"

#include <optional>

namespace vitrine {

/// What stands around the content: the site's own page where there is one, else a built-in theme.
struct PreviewLook
{
    Theme builtIn = Theme::Plain; ///< also stands in when the content's place in `own` is not found
    std::optional<OwnShell> own;
};

} // namespace vitrine
