#include "app/cli/ShowJson.h"

#include "app/cli/JsonWriter.h"
#include "content/liquid/SourcePlaces.h"
#include "content/text/LineIndex.h"

#include <QStringDecoder>

namespace vitrine {

namespace {

using Layout = JsonWriter::Layout;

constexpr int formatNumber = 1;

const char *nameOf(LineEnd lineEnd)
{
    switch (lineEnd) {
    case LineEnd::Lf:
        return "lf";
    case LineEnd::CrLf:
        return "crlf";
    case LineEnd::Cr:
        return "cr";
    case LineEnd::None:
        break;
    }
    return "none";
}

const char *nameOf(Block::Type type)
{
    switch (type) {
    case Block::Type::Text:
        return "text";
    case Block::Type::Legend:
        return "legend";
    case Block::Type::Html:
        return "html";
    case Block::Type::Comment:
        return "comment";
    case Block::Type::Code:
        return "code";
    case Block::Type::Rule:
        return "rule";
    case Block::Type::Liquid:
        return "liquid";
    case Block::Type::Table:
        break;
    }
    return "table";
}

const char *nameOf(Severity severity)
{
    switch (severity) {
    case Severity::Note:
        return "note";
    case Severity::Warning:
        return "warning";
    case Severity::Error:
        break;
    }
    return "error";
}

bool isUtf8(const QByteArray &bytes)
{
    QStringDecoder decoder(QStringDecoder::Utf8);
    const QString decoded = decoder(bytes);
    return !decoder.hasError();
}

class PageWriter
{
public:
    explicit PageWriter(const Page &page) : m_page(page) { }

    QByteArray written()
    {
        m_json.beginObject(Layout::Lines);
        member("format", formatNumber);
        member("engine", m_page.context().markdown.engine == Engine::Kramdown ? "kramdown" : "gfm");
        writeMarks();
        writeFile();
        writeFrontMatter();
        list("sections", m_page.outline().sections, Layout::Lines, [this](const Section &s) { writeSection(s); });
        list("diagnostics", m_page.diagnostics(), Layout::Lines, [this](const Diagnostic &d) { writeDiagnostic(d); });
        m_json.endObject();
        return m_json.json() + '\n';
    }

private:
    void writeMarks()
    {
        m_json.key("marks");
        m_json.beginObject();
        for (const MarkMeaning &mark : m_page.outline().marks)
            member(mark.mark, mark.meaning);
        m_json.endObject();
    }

    void writeFile()
    {
        const QByteArray &bytes = m_page.bytes();
        m_json.key("page");
        m_json.beginObject();
        member("path", m_page.sources().front().path.toUtf8());
        member("bytes", bytes.size());
        member("lineEnd", nameOf(dominantLineEnd(bytes)));
        flag("bom", bytes.startsWith("\xef\xbb\xbf"));
        flag("utf8", isUtf8(bytes));
        m_json.endObject();
    }

    void writeFrontMatter()
    {
        m_json.key("frontMatter");
        m_json.beginObject(Layout::Lines);
        range("range", m_page.frontMatter().range);
        list("fields", m_page.frontMatterYaml().fields(), Layout::Lines, [this](const YamlField &field) {
            m_json.beginObject();
            member("name", field.name);
            m_json.key("value");
            field.isNull ? m_json.null() : m_json.string(field.value);
            range("range", field.range);
            m_json.endObject();
        });
        m_json.endObject();
    }

    void writeSection(const Section &section)
    {
        m_json.beginObject(Layout::Lines);
        member("id", section.id);
        member("title", section.title);
        member("kind", schemaOf(section.kind).name);
        member("level", section.level);
        flag("hidden", section.hidden);
        place(section.range);
        const bool hasHeading = !section.headingRange.isEmpty();
        optionalRange("headingRange", hasHeading ? std::optional(section.headingRange) : std::nullopt);
        list("blocks", section.blocks, Layout::Lines, [this](const Block &block) { writeBlock(block); });
        list("entries", section.entries, Layout::Lines, [this](const Entry &entry) { writeEntry(entry); });
        m_json.endObject();
    }

    void writeBlock(const Block &block)
    {
        m_json.beginObject();
        member("type", nameOf(block.type));
        flag("hidden", block.hidden);
        place(block.range);
        m_json.endObject();
    }

    void writeEntry(const Entry &entry)
    {
        m_json.beginObject(Layout::Lines);
        member("id", entry.id);
        member("kind", schemaOf(entry.kind).name);
        flag("hidden", entry.hidden);
        flag("structured", entry.structured);
        place(entry.range);
        m_json.key("fields");
        m_json.beginObject(Layout::Lines);
        for (const Field &field : entry.fields)
            writeField(field);
        m_json.endObject();
        m_json.endObject();
    }

    void writeField(const Field &field)
    {
        const FieldSchema &schema = schemaOf(field.id);
        m_json.key(schema.name);
        m_json.beginObject();
        m_json.key("value");
        writeValue(schema.type, field.value);
        if (schema.type == ValueType::Date)
            member("text", field.written);
        optionalRange("range", field.range);
        if (!field.also.empty())
            list("also", field.also, Layout::Line, [this](ByteRange also) { rangeValue(sourceOf(also)); });
        m_json.endObject();
    }

    void writeValue(ValueType type, const Value &value)
    {
        if (type == ValueType::Authors)
            values(value.authors(), [this](const Author &author) { writeAuthor(author); });
        else if (type == ValueType::Links)
            values(value.links(), [this](const Link &link) { writeLink(link); });
        else if (type == ValueType::Keywords)
            values(value.strings(), [this](const QByteArray &keyword) { m_json.string(keyword); });
        else
            m_json.string(value.text());
    }

    void writeAuthor(const Author &author)
    {
        m_json.beginObject();
        member("name", author.name);
        list("marks", author.marks, Layout::Line, [this](const QByteArray &mark) { m_json.string(mark); });
        flag("self", author.self);
        if (!author.url.isEmpty())
            member("url", author.url);
        optionalRange("range", author.range);
        m_json.endObject();
    }

    void writeLink(const Link &link)
    {
        m_json.beginObject();
        member("label", link.label);
        member("url", link.url);
        optionalRange("labelRange", link.labelRange);
        optionalRange("urlRange", link.urlRange);
        m_json.endObject();
    }

    void writeDiagnostic(const Diagnostic &diagnostic)
    {
        m_json.beginObject();
        member("severity", nameOf(diagnostic.severity));
        member("rule", diagnostic.rule);
        member("message", diagnostic.message.toUtf8());
        writeFileName(diagnostic.place.file);
        range("range", diagnostic.place.range);
        m_json.endObject();
    }

    void member(QByteArrayView name, QByteArrayView value)
    {
        m_json.key(name);
        m_json.string(value);
    }

    void member(QByteArrayView name, qint64 value)
    {
        m_json.key(name);
        m_json.number(value);
    }

    void flag(QByteArrayView name, bool value)
    {
        m_json.key(name);
        m_json.boolean(value);
    }

    template<typename List, typename Write> void values(const List &items, Write write, Layout layout = Layout::Line)
    {
        m_json.beginArray(layout);
        for (const auto &item : items)
            write(item);
        m_json.endArray();
    }

    template<typename List, typename Write>
    void list(QByteArrayView name, const List &items, Layout layout, Write write)
    {
        m_json.key(name);
        values(items, write, layout);
    }

    ByteRange sourceOf(ByteRange expanded) const { return sourceHull(m_page.expansion(), expanded).range; }

    /// The range of a section, entry or block, and its file where the page has several.
    void place(ByteRange expanded)
    {
        const SourceRange source = sourceHull(m_page.expansion(), expanded);
        writeFileName(source.file);
        range("range", source.range);
    }

    void writeFileName(int file)
    {
        if (m_page.sources().size() > 1)
            member("file", m_page.sources()[static_cast<size_t>(file)].path.toUtf8());
    }

    void optionalRange(QByteArrayView name, const std::optional<ByteRange> &expanded)
    {
        if (expanded) {
            range(name, sourceOf(*expanded));
        } else {
            m_json.key(name);
            m_json.null();
        }
    }

    void range(QByteArrayView name, ByteRange source)
    {
        m_json.key(name);
        rangeValue(source);
    }

    void rangeValue(ByteRange source)
    {
        m_json.beginArray();
        m_json.number(source.begin);
        m_json.number(source.end);
        m_json.endArray();
    }

    const Page &m_page;
    JsonWriter m_json;
};

} // namespace

QByteArray showJson(const Page &page)
{
    return PageWriter(page).written();
}

} // namespace vitrine
