#pragma once

#include "app/cli/Arguments.h"
#include "app/site/Site.h"

namespace vitrine {

/// The page a command is about, with where it came from.
struct CliPage
{
    QString name; ///< as it was typed; messages begin with it
    QString path; ///< absolute
    std::shared_ptr<const Site> site;
    std::shared_ptr<const Page> page;
};

/// Reads the page that the first positional argument names, in the site around it or the one of `--site`.
Result<CliPage> readCliPage(const Arguments &arguments);

} // namespace vitrine
