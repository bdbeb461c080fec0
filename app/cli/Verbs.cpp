#include "app/cli/Verbs.h"

#include <QtGlobal>

#include <algorithm>
#include <limits>

namespace vitrine {

namespace {

constexpr int anyNumber = std::numeric_limits<int>::max();

#define CLI_TEXT(text) QT_TRANSLATE_NOOP("Cli", text)

const OptionSpec site{
    "--site", "DIR", CLI_TEXT("The site around the page; else the nearest folder with a _config.yml")};
const OptionSpec engine{"--engine", "kramdown|gfm", CLI_TEXT("Read the page as this dialect of Markdown")};
const OptionSpec noLiquid{"--no-liquid", nullptr, CLI_TEXT("Leave Liquid tags as they are written")};
const OptionSpec withShell{"--page", nullptr, CLI_TEXT("The whole page, with the shell of its site")};
const OptionSpec output{"-o", "FILE", CLI_TEXT("Write the new page to a file, or the changed files below a folder")};
const OptionSpec inPlace{"-i", nullptr, CLI_TEXT("Change the files themselves, all or none")};
const OptionSpec json{"--json", "FILE", CLI_TEXT("Take field values from a JSON object, - for standard input")};
const OptionSpec at{"--at", "N", CLI_TEXT("The place afterwards, from 1, hidden ones counted")};
const OptionSpec kind{"--kind", "KIND", CLI_TEXT("What its entries are")};
const OptionSpec after{"--after", "SECTION", CLI_TEXT("The section it follows; else it comes last")};

const OptionSpec section{"--section", "SECTION", CLI_TEXT("Where new papers go; else where each suits")};
const OptionSpec update{"--update", nullptr, CLI_TEXT("Also change what the page says otherwise")};
const OptionSpec review{"--review", nullptr, CLI_TEXT("Only print, as JSON, what is new, there or differs")};

std::vector<const OptionSpec *> reading(std::vector<const OptionSpec *> own)
{
    own.insert(own.end(), {&site, &engine, &noLiquid});
    return own;
}

std::vector<const OptionSpec *> editing(std::vector<const OptionSpec *> own)
{
    own.insert(own.end(), {&output, &inPlace});
    return reading(std::move(own));
}

std::vector<Verb> makeTable()
{
    return {
        {"show", "PAGE", CLI_TEXT("Print the outline of a page as JSON"), nullptr, reading({}), 1, 1, false, runShow},
        {"render", "PAGE", CLI_TEXT("Print the HTML that the site would show"), nullptr, reading({&withShell}), 1, 1,
         false, runRender},
        {"set", "PAGE TARGET FIELD=VALUE... | --json FILE",
         CLI_TEXT("Set fields of an entry, the title of a section, or the front matter"),
         CLI_TEXT("TARGET is the id of an entry or section as show prints it, or frontmatter. Values are Markdown; an "
                  "empty value removes the field. Authors, links and keywords are JSON."),
         editing({&json}), 2, anyNumber, true, runSet},
        {"add", "PAGE SECTION FIELD=VALUE... | --json FILE", CLI_TEXT("Add an entry in the style of its section"),
         CLI_TEXT("Without --at it comes where the order of the section says."), editing({&at, &json}), 2, anyNumber,
         true, runAdd},
        {"add-section", "PAGE TITLE", CLI_TEXT("Add a section"), nullptr, editing({&kind, &after}), 2, 2, false,
         runAddSection},
        {"remove", "PAGE TARGET", CLI_TEXT("Remove an entry or a section"), nullptr, editing({}), 2, 2, false,
         runRemove},
        {"hide", "PAGE TARGET", CLI_TEXT("Hide an entry or a section from the site"),
         CLI_TEXT("Hidden text stays in the page's source, where anyone can read it."), editing({}), 2, 2, false,
         runHide},
        {"unhide", "PAGE TARGET", CLI_TEXT("Show a hidden entry or section again"), nullptr, editing({}), 2, 2, false,
         runUnhide},
        {"move", "PAGE TARGET [SECTION] --at N", CLI_TEXT("Move an entry or a section"),
         CLI_TEXT("An entry moves in its section or to another one. A section moves among its neighbours, or into "
                  "another section."),
         editing({&at}), 2, 3, false, runMove},
        {"import", "PAGE FILE", CLI_TEXT("Add the papers of a BibTeX file that the page lacks"),
         CLI_TEXT("FILE is - for standard input. Papers that the page has, by DOI, preprint or title, are left as they "
                  "are. What could not be added is told, and the rest is done."),
         editing({&section, &update, &review}), 2, 2, false, runImport},
    };
}

#undef CLI_TEXT

} // namespace

const std::vector<Verb> &verbs()
{
    static const std::vector<Verb> table = makeTable();
    return table;
}

const Verb *verbNamed(const QString &name)
{
    const auto it = std::find_if(
        verbs().begin(), verbs().end(), [&](const Verb &verb) { return name == QLatin1String(verb.name); });
    return it == verbs().end() ? nullptr : &*it;
}

} // namespace vitrine
