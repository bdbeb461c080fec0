#pragma once

#include "app/cli/Arguments.h"
#include "app/cli/CliPage.h"

class QIODevice;

namespace vitrine {

/// What a verb works with.
struct CliCall
{
    const Arguments &arguments;
    const CliPage &page;
    QIODevice &in;
    QIODevice &out;
    QIODevice &err; ///< for what is told beside the result
};

/// One verb of vitrine-cli.
struct Verb
{
    const char *name;
    const char *usage; ///< what follows the name: "PAGE TARGET"
    const char *summary; ///< one line; English source text, context "Cli"
    const char *details; ///< more for its own help, or null; the same
    std::vector<const OptionSpec *> options;
    int leastPositionals; ///< the page counted
    int mostPositionals;
    bool namesFields; ///< its help lists kinds and fields
    Result<Done> (*run)(const CliCall &call);
};

/// The table of all verbs.
const std::vector<Verb> &verbs();
const Verb *verbNamed(const QString &name);

// Each does one verb; those that change a page print or write it.
Result<Done> runShow(const CliCall &call);
Result<Done> runRender(const CliCall &call);
Result<Done> runSet(const CliCall &call);
Result<Done> runAdd(const CliCall &call);
Result<Done> runAddSection(const CliCall &call);
Result<Done> runRemove(const CliCall &call);
Result<Done> runHide(const CliCall &call);
Result<Done> runUnhide(const CliCall &call);
Result<Done> runMove(const CliCall &call);
Result<Done> runImport(const CliCall &call);

} // namespace vitrine
