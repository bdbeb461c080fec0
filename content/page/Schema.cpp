#include "content/page/Schema.h"

#include <QCoreApplication>

#include <algorithm>

namespace vitrine {

namespace {

using F = FieldId;

const std::vector<FieldSchema> &fieldTable()
{
    static const std::vector<FieldSchema> table{
        {F::Text, "text", ValueType::Markdown, QT_TRANSLATE_NOOP("Schema", "Text")},
        {F::Date, "date", ValueType::Date, QT_TRANSLATE_NOOP("Schema", "Date")},
        {F::Title, "title", ValueType::Line, QT_TRANSLATE_NOOP("Schema", "Title")},
        {F::Authors, "authors", ValueType::Authors, QT_TRANSLATE_NOOP("Schema", "Authors")},
        {F::Venue, "venue", ValueType::Line, QT_TRANSLATE_NOOP("Schema", "Venue")},
        {F::Volume, "volume", ValueType::Line, QT_TRANSLATE_NOOP("Schema", "Volume")},
        {F::Issue, "issue", ValueType::Line, QT_TRANSLATE_NOOP("Schema", "Issue")},
        {F::Pages, "pages", ValueType::Line, QT_TRANSLATE_NOOP("Schema", "Pages")},
        {F::Doi, "doi", ValueType::Line, QT_TRANSLATE_NOOP("Schema", "DOI")},
        {F::Image, "image", ValueType::Image, QT_TRANSLATE_NOOP("Schema", "Picture")},
        {F::Position, "position", ValueType::Line, QT_TRANSLATE_NOOP("Schema", "Position")},
        {F::Organization, "organization", ValueType::Line, QT_TRANSLATE_NOOP("Schema", "Organization")},
        {F::Location, "location", ValueType::Line, QT_TRANSLATE_NOOP("Schema", "Location")},
        {F::StartDate, "startDate", ValueType::Date, QT_TRANSLATE_NOOP("Schema", "From")},
        {F::EndDate, "endDate", ValueType::Date, QT_TRANSLATE_NOOP("Schema", "To")},
        {F::Institution, "institution", ValueType::Line, QT_TRANSLATE_NOOP("Schema", "Institution")},
        {F::StudyType, "studyType", ValueType::Line, QT_TRANSLATE_NOOP("Schema", "Degree")},
        {F::Area, "area", ValueType::Line, QT_TRANSLATE_NOOP("Schema", "Area")},
        {F::Awarder, "awarder", ValueType::Line, QT_TRANSLATE_NOOP("Schema", "Awarded by")},
        {F::Course, "course", ValueType::Line, QT_TRANSLATE_NOOP("Schema", "Course")},
        {F::Role, "role", ValueType::Line, QT_TRANSLATE_NOOP("Schema", "Role")},
        {F::Event, "event", ValueType::Line, QT_TRANSLATE_NOOP("Schema", "Event")},
        {F::Name, "name", ValueType::Line, QT_TRANSLATE_NOOP("Schema", "Name")},
        {F::Keywords, "keywords", ValueType::Keywords, QT_TRANSLATE_NOOP("Schema", "Keywords")},
        {F::Label, "label", ValueType::Line, QT_TRANSLATE_NOOP("Schema", "Label")},
        {F::Url, "url", ValueType::Address, QT_TRANSLATE_NOOP("Schema", "Address")},
        {F::Links, "links", ValueType::Links, QT_TRANSLATE_NOOP("Schema", "Links")},
        {F::Summary, "summary", ValueType::Markdown, QT_TRANSLATE_NOOP("Schema", "Summary")},
        {F::Note, "note", ValueType::Line, QT_TRANSLATE_NOOP("Schema", "Note")},
    };
    return table;
}

KindSchema
row(Kind kind, const char *name, const char *label, const char *one, std::vector<FieldId> fields,
    std::vector<FieldId> rare = {})
{
    for (const FieldId common : {F::Links, F::Summary, F::Note})
        fields.push_back(common);
    return {kind, name, label, one, std::move(fields), std::move(rare)};
}

} // namespace

const std::vector<KindSchema> &schema()
{
    static const std::vector<KindSchema> table{
        row(Kind::About, "about", QT_TRANSLATE_NOOP("Schema", "About"), QT_TRANSLATE_NOOP("Schema", "text"), {F::Text}),
        row(Kind::News, "news", QT_TRANSLATE_NOOP("Schema", "News"), QT_TRANSLATE_NOOP("Schema", "news"),
            {F::Date, F::Text}),
        row(Kind::Publication, "publication", QT_TRANSLATE_NOOP("Schema", "Publications"),
            QT_TRANSLATE_NOOP("Schema", "paper"),
            {F::Title, F::Authors, F::Venue, F::Date, F::Volume, F::Issue, F::Pages, F::Doi, F::Image}),
        row(Kind::Experience, "experience", QT_TRANSLATE_NOOP("Schema", "Experience"),
            QT_TRANSLATE_NOOP("Schema", "job"), {F::Position, F::Organization, F::Location, F::StartDate, F::EndDate},
            {F::Date}),
        row(Kind::Education, "education", QT_TRANSLATE_NOOP("Schema", "Education"),
            QT_TRANSLATE_NOOP("Schema", "degree"),
            {F::Institution, F::StudyType, F::Area, F::Location, F::StartDate, F::EndDate}, {F::Date}),
        row(Kind::Award, "award", QT_TRANSLATE_NOOP("Schema", "Awards"), QT_TRANSLATE_NOOP("Schema", "award"),
            {F::Title, F::Awarder, F::Date}),
        row(Kind::Teaching, "teaching", QT_TRANSLATE_NOOP("Schema", "Teaching"), QT_TRANSLATE_NOOP("Schema", "course"),
            {F::Course, F::Role, F::Institution, F::Date}),
        row(Kind::Service, "service", QT_TRANSLATE_NOOP("Schema", "Service"), QT_TRANSLATE_NOOP("Schema", "service"),
            {F::Title, F::Organization, F::Date}),
        row(Kind::Talk, "talk", QT_TRANSLATE_NOOP("Schema", "Talks"), QT_TRANSLATE_NOOP("Schema", "talk"),
            {F::Title, F::Event, F::Location, F::Date}),
        row(Kind::Project, "project", QT_TRANSLATE_NOOP("Schema", "Projects"), QT_TRANSLATE_NOOP("Schema", "project"),
            {F::Name, F::Date}),
        row(Kind::Supervision, "supervision", QT_TRANSLATE_NOOP("Schema", "Supervision"),
            QT_TRANSLATE_NOOP("Schema", "student"), {F::Name, F::Date}),
        row(Kind::Skill, "skill", QT_TRANSLATE_NOOP("Schema", "Skills"), QT_TRANSLATE_NOOP("Schema", "skill"),
            {F::Name, F::Keywords}),
        row(Kind::Link, "link", QT_TRANSLATE_NOOP("Schema", "Links"), QT_TRANSLATE_NOOP("Schema", "link"),
            {F::Label, F::Url}),
        row(Kind::Other, "other", QT_TRANSLATE_NOOP("Schema", "Other"), QT_TRANSLATE_NOOP("Schema", "entry"),
            {F::Text}),
    };
    return table;
}

const KindSchema &schemaOf(Kind kind)
{
    return schema()[static_cast<size_t>(kind)];
}

const FieldSchema &schemaOf(FieldId field)
{
    return fieldTable()[static_cast<size_t>(field)];
}

std::optional<Kind> kindNamed(QByteArrayView name)
{
    for (const KindSchema &kind : schema()) {
        if (name == QByteArrayView(kind.name))
            return kind.kind;
    }
    return {};
}

std::optional<FieldId> fieldNamed(QByteArrayView name)
{
    for (const FieldSchema &field : fieldTable()) {
        if (name == QByteArrayView(field.name))
            return field.id;
    }
    return {};
}

bool hasField(Kind kind, FieldId field)
{
    const KindSchema &row = schemaOf(kind);
    const auto has = [field](const std::vector<FieldId> &fields) {
        return std::find(fields.begin(), fields.end(), field) != fields.end();
    };
    return has(row.fields) || has(row.rare);
}

QString labelOf(Kind kind)
{
    return QCoreApplication::translate("Schema", schemaOf(kind).label);
}

QString labelOf(FieldId field)
{
    return QCoreApplication::translate("Schema", schemaOf(field).label);
}

QString nameOfOne(Kind kind)
{
    return QCoreApplication::translate("Schema", schemaOf(kind).one);
}

} // namespace vitrine
