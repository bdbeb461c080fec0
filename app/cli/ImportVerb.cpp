// The verb that brings papers of a bibliography onto a page.
#include "app/cli/JsonWriter.h"
#include "app/cli/PageOutput.h"
#include "app/cli/Verbs.h"
#include "app/site/PageFile.h"
#include "content/importers/PaperReview.h"
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
        if (finding.section)
            member("section", page.section(*finding.section).id);
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

/// Brings what was found onto a page, one change after another.
class Import
{
public:
    Import(const CliCall &call, const QByteArray &bytes, std::optional<int> section)
        : m_call(call),
          m_file(call.arguments.positionals()[1]),
          m_bytes(bytes),
          m_section(section),
          m_page(call.page.page)
    {
    }

    Result<Done> run(const std::vector<PaperFinding> &findings)
    {
        // What is there changes first: added entries would move it.
        if (m_call.arguments.has("--update")) {
            for (const PaperFinding &finding : findings)
                update(finding);
        }
        for (const size_t index : orderOfAdding(findings))
            add(findings[index].paper);
        const auto count = [&](State state) {
            return static_cast<int>(std::count_if(
                findings.begin(), findings.end(), [&](const PaperFinding &finding) { return finding.state == state; }));
        };
        m_call.err.write(
            tr("%1 added, %2 changed, %3 already there, %4 there with other values, %5 refused")
                .arg(m_added)
                .arg(m_changed)
                .arg(count(State::There))
                .arg(count(State::Differs) - m_changed)
                .arg(m_refused)
                .toUtf8()
            + '\n');
        const Result<Done> delivered = deliver(m_call, m_page->sources());
        if (!delivered || m_refused == 0)
            return delivered;
        return Error{ErrorKind::Refused, tr("Not every paper could be brought onto the page."), {}, {}};
    }

private:
    void add(const Paper &paper)
    {
        const std::optional<int> section = m_section ? m_section : sectionFor(*m_page, paper);
        if (!section)
            return refuse(paper, tr("The page has no section for this paper. Name one with --section."));
        const Result<PageChange> change = addPaper(*m_page, *section, paper);
        if (!change)
            return refuse(paper, change.error().sentence);
        m_page = change->after;
        ++m_added;
    }

    void update(const PaperFinding &finding)
    {
        if (finding.state != State::Differs)
            return;
        FieldValues values;
        for (const PaperDifference &difference : finding.differences)
            values.emplace_back(difference.field, difference.imported);
        const Result<PageChange> change = setFields(*m_page, *finding.entry, values);
        if (!change)
            return refuse(finding.paper, change.error().sentence);
        m_page = change->after;
        ++m_changed;
    }

    void refuse(const Paper &paper, const QString &sentence)
    {
        ++m_refused;
        m_call.err.write(lineAbout(m_file, m_bytes, paper.range.begin, "error", sentence));
    }

    const CliCall &m_call;
    const QString m_file;
    const QByteArray &m_bytes;
    const std::optional<int> m_section;
    std::shared_ptr<const Page> m_page;
    int m_added = 0;
    int m_changed = 0;
    int m_refused = 0;
};

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
    return Import(call, *bytes, section).run(findings);
}

} // namespace vitrine
