// The verb that brings papers of a bibliography onto a page.
#include "app/cli/JsonWriter.h"
#include "app/cli/PageOutput.h"
#include "app/cli/Verbs.h"
#include "app/site/PageFile.h"
#include "content/importers/PaperPlan.h"
#include "content/text/LineIndex.h"

#include <QCoreApplication>
#include <QIODevice>

#include <algorithm>

namespace vitrine {

namespace {

using State = PaperFinding::State;

QString tr(const char *text)
{
    return QCoreApplication::translate("Cli", text);
}

/// `FILE:LINE:COLUMN: severity: sentence` about a place in the bibliography.
QByteArray
lineAbout(const QString &file, const QByteArray &bytes, qsizetype at, const char *severity, const QString &sentence)
{
    const LineIndex lines(bytes);
    const int line = lines.lineAt(at);
    return file.toUtf8() + ':' + QByteArray::number(line + 1) + ':'
        + QByteArray::number(at - lines.line(line).begin + 1) + ": " + severity + ": " + sentence.toUtf8() + '\n';
}

const char *nameOf(State state)
{
    switch (state) {
    case State::New:
        return "new";
    case State::There:
        return "there";
    case State::Differs:
        return "differs";
    case State::Repeated:
        break;
    }
    return "repeated";
}

/// A value in words: authors by their names, links by their addresses.
QByteArray inWords(const Value &value)
{
    if (value.isText())
        return value.text();
    QByteArrayList words;
    for (const Author &author : value.authors())
        words += author.name;
    for (const Link &link : value.links())
        words += link.url;
    return words.join(", ");
}

QByteArray reviewJson(const Page &page, const std::vector<PaperFinding> &findings)
{
    JsonWriter json;
    const auto member = [&](QByteArrayView name, QByteArrayView value) {
        json.key(name);
        json.string(value);
    };
    json.beginArray(JsonWriter::Layout::Lines);
    for (const PaperFinding &finding : findings) {
        json.beginObject();
        member("key", finding.paper.key);
        member("title", finding.paper.plainTitle());
        member("state", nameOf(finding.state));
        if (finding.entry)
            member("entry", page.entry(*finding.entry).id);
        if (finding.place)
            member("section", finding.place->isNew() ? finding.place->title : page.section(finding.place->section).id);
        if (!finding.differences.empty()) {
            json.key("differences");
            json.beginArray();
            for (const PaperDifference &difference : finding.differences) {
                json.beginObject();
                member("field", schemaOf(difference.field).name);
                member("onPage", inWords(difference.onPage));
                member("imported", inWords(difference.imported));
                json.endObject();
            }
            json.endArray();
        }
        json.endObject();
    }
    json.endArray();
    return json.json() + '\n';
}

/// New papers into this section, or where they belong; with --update all of what differs.
std::vector<PaperChoice> choicesFor(const std::vector<PaperFinding> &findings, std::optional<int> section, bool update)
{
    std::vector<PaperChoice> choices = defaultChoices(findings);
    for (size_t i = 0; i < findings.size(); ++i) {
        if (section)
            choices[i].place = {*section, {}};
        for (const PaperDifference &difference : findings[i].differences) {
            if (update)
                choices[i].fields.push_back(difference.field);
        }
    }
    return choices;
}

/// Brings what was found onto the page and tells what became of it.
Result<Done> takeOver(
    const CliCall &call, const QByteArray &bytes, const std::vector<PaperFinding> &findings, std::optional<int> section)
{
    const std::vector<PaperChoice> choices = choicesFor(findings, section, call.arguments.has("--update"));
    const PaperPlan plan = planPapers(call.page.page, findings, choices);
    int refused = 0;
    for (size_t i = 0; i < findings.size(); ++i) {
        if (!plan.papers[i].refused)
            continue;
        ++refused;
        call.err.write(lineAbout(
            call.arguments.positionals()[1], bytes, findings[i].paper.range.begin, "error",
            plan.papers[i].refused->sentence));
    }
    const auto count = [&](State state) {
        return static_cast<int>(std::count_if(
            findings.begin(), findings.end(), [&](const PaperFinding &finding) { return finding.state == state; }));
    };
    call.err.write(
        tr("%1 added, %2 changed, %3 already there, %4 there with other values, %5 refused")
            .arg(plan.added)
            .arg(plan.changed)
            .arg(count(State::There))
            .arg(count(State::Differs) - plan.changed)
            .arg(refused)
            .toUtf8()
        + '\n');
    const Result<Done> delivered = deliver(call, plan.after->sources());
    if (!delivered || refused == 0)
        return delivered;
    return Error{ErrorKind::Refused, tr("Not every paper could be brought onto the page."), {}, {}};
}

} // namespace

Result<Done> runImport(const CliCall &call)
{
    const Page &page = *call.page.page;
    std::optional<int> section;
    if (call.arguments.has("--section")) {
        const QString name = call.arguments.value("--section");
        section = page.findSection(name.toUtf8());
        if (!section)
            return Error{ErrorKind::NotFound, tr("There is no section “%1” on this page.").arg(name), {}, {}};
    }
    const QString file = call.arguments.positionals()[1];
    const Result<QByteArray> bytes =
        file == QStringLiteral("-") ? Result<QByteArray>(call.in.readAll()) : readPageFile(file);
    if (!bytes)
        return Error{ErrorKind::CannotRead, bytes.error().sentence, {}, {}};
    const Bibliography bibliography = papersFromBibtex(*bytes);
    for (const Diagnostic &diagnostic : bibliography.diagnostics)
        call.err.write(lineAbout(file, *bytes, diagnostic.place.range.begin, "warning", diagnostic.message));
    const std::vector<PaperFinding> findings = reviewPapers(page, bibliography.papers);
    if (call.arguments.has("--review")) {
        call.out.write(reviewJson(page, findings));
        return Done{};
    }
    return takeOver(call, *bytes, findings, section);
}

} // namespace vitrine
