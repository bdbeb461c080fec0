#pragma once

#include <QByteArray>
#include <QString>

#include <optional>
#include <vector>

namespace vitrine {

/// What an entry or a section is about.
enum class Kind {
    About,
    News,
    Publication,
    Experience,
    Education,
    Award,
    Teaching,
    Service,
    Talk,
    Project,
    Supervision,
    Skill,
    Link,
    Other
};

/// The named parts of entries, over all kinds.
enum class FieldId {
    Text,
    Date,
    Title,
    Authors,
    Venue,
    Volume,
    Issue,
    Pages,
    Doi,
    Image,
    Position,
    Organization,
    Location,
    StartDate,
    EndDate,
    Institution,
    StudyType,
    Area,
    Awarder,
    Course,
    Role,
    Event,
    Name,
    Keywords,
    Label,
    Url,
    Links,
    Summary,
    Note
};

/// The type of a field's value; decides its editor.
enum class ValueType {
    Line, ///< one line of text
    Markdown, ///< running text
    Date, ///< EDTF
    Authors,
    Links,
    Keywords,
    Image, ///< path of a picture
    Address, ///< URL
};

/// One field of the schema.
struct FieldSchema
{
    FieldId id;
    const char *name; ///< in JSON, on the command line: "startDate"
    ValueType type;
    const char *label; ///< English source text, context "Schema"
};

/// One kind of the schema: its fields in the order of forms and help.
struct KindSchema
{
    Kind kind;
    const char *name; ///< "publication"
    const char *label; ///< "Publications", context "Schema"
    const char *one; ///< what one entry is called: "paper", context "Schema"
    std::vector<FieldId> fields;
    /// Fields that entries on pages may have beyond these (a job with a lone year): shown only where they are there.
    std::vector<FieldId> rare;
};

/// The table that drives reading, forms, command line, JSON and help. Nothing else names a field.
const std::vector<KindSchema> &schema();
const KindSchema &schemaOf(Kind kind);
const FieldSchema &schemaOf(FieldId field);
std::optional<Kind> kindNamed(QByteArrayView name);
std::optional<FieldId> fieldNamed(QByteArrayView name);
/// True when entries of this kind can have this field.
bool hasField(Kind kind, FieldId field);

/// Translated texts for people.
QString labelOf(Kind kind);
QString labelOf(FieldId field);
/// "paper", "news item", "job"
QString nameOfOne(Kind kind);

} // namespace vitrine
