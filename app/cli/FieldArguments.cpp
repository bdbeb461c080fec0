#include "app/cli/FieldArguments.h"

#include "app/site/PageFile.h"

#include <QCoreApplication>
#include <QIODevice>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

namespace vitrine {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("Cli", text);
}

Error wrongShape(const FieldSchema &field)
{
    switch (field.type) {
    case ValueType::Authors:
        return usageError(
            tr("Authors are a JSON list such as [{\"name\": \"Ada Moss\", \"marks\": [\"*\"], \"self\": true}]."));
    case ValueType::Links:
        return usageError(
            tr("Links are a JSON list such as [{\"label\": \"PDF\", \"url\": \"https://example.org/a.pdf\"}]."));
    case ValueType::Keywords:
        return usageError(tr("Keywords are a JSON list such as [\"Rust\", \"Go\"]."));
    default:
        return usageError(tr("The value of %1 is a text.").arg(QLatin1String(field.name)));
    }
}

bool isRangeKey(const QString &key)
{
    return key == QStringLiteral("range") || key.endsWith(QStringLiteral("Range"));
}

/// True when an object has these keys and ranges only.
bool hasOnly(const QJsonObject &object, const QStringList &keys)
{
    const QStringList there = object.keys();
    return std::all_of(
        there.begin(), there.end(), [&](const QString &key) { return keys.contains(key) || isRangeKey(key); });
}

std::optional<StringList> stringsOf(const QJsonValue &value)
{
    if (!value.isArray())
        return {};
    StringList strings;
    const QJsonArray items = value.toArray();
    for (const QJsonValue &item : items) {
        if (!item.isString())
            return {};
        strings += item.toString().toUtf8();
    }
    return strings;
}

std::optional<Author> authorOf(const QJsonValue &value)
{
    if (value.isString())
        return Author{value.toString().toUtf8(), {}, false, {}, {}};
    const QJsonObject object = value.toObject();
    const std::optional<StringList> marks = stringsOf(object.value(QStringLiteral("marks")).toArray());
    const QJsonValue name = object.value(QStringLiteral("name"));
    const QStringList keys{
        QStringLiteral("name"), QStringLiteral("marks"), QStringLiteral("self"), QStringLiteral("url")};
    if (!name.isString() || !marks || !hasOnly(object, keys))
        return {};
    return Author{
        name.toString().toUtf8(),
        *marks,
        object.value(QStringLiteral("self")).toBool(),
        object.value(QStringLiteral("url")).toString().toUtf8(),
        {}};
}

std::optional<Link> linkOf(const QJsonValue &value)
{
    const QJsonObject object = value.toObject();
    if (!value.isObject() || !hasOnly(object, {QStringLiteral("label"), QStringLiteral("url")}))
        return {};
    return Link{
        object.value(QStringLiteral("label")).toString().toUtf8(),
        object.value(QStringLiteral("url")).toString().toUtf8(),
        {},
        {}};
}

template<typename Item>
std::optional<QList<Item>> itemsOf(const QJsonValue &value, std::optional<Item> (*read)(const QJsonValue &))
{
    if (!value.isArray())
        return {};
    QList<Item> items;
    const QJsonArray array = value.toArray();
    for (const QJsonValue &json : array) {
        const std::optional<Item> item = read(json);
        if (!item)
            return {};
        items += *item;
    }
    return items;
}

/// A list on the command line is JSON inside a string; what is no list stays a string.
QJsonValue unpacked(const QJsonValue &value)
{
    if (!value.isString())
        return value;
    if (value.toString().isEmpty())
        return QJsonArray();
    const QJsonDocument document = QJsonDocument::fromJson(value.toString().toUtf8());
    return document.isArray() ? QJsonValue(document.array()) : value;
}

bool isList(ValueType type)
{
    return type == ValueType::Authors || type == ValueType::Links || type == ValueType::Keywords;
}

template<typename List> Result<Value> valueOr(const std::optional<List> &list, const FieldSchema &field)
{
    return list ? Result<Value>(Value(*list)) : wrongShape(field);
}

Result<Value> valueOf(const FieldSchema &field, const QJsonValue &given)
{
    if (given.isNull())
        return Value();
    if (!isList(field.type))
        return given.isString() ? Result<Value>(Value(given.toString().toUtf8())) : wrongShape(field);
    const QJsonValue list = unpacked(given);
    if (field.type == ValueType::Authors)
        return valueOr(itemsOf<Author>(list, authorOf), field);
    if (field.type == ValueType::Links)
        return valueOr(itemsOf<Link>(list, linkOf), field);
    return valueOr(stringsOf(list), field);
}

Error noSuchField(const QByteArray &name, Kind kind)
{
    QStringList names;
    for (const FieldId field : schemaOf(kind).fields)
        names += QLatin1String(schemaOf(field).name);
    return usageError(
        tr("An entry of kind %1 has no field “%2”. Its fields are: %3.")
            .arg(QLatin1String(schemaOf(kind).name), QString::fromUtf8(name), names.join(QStringLiteral(", "))));
}

Result<std::vector<FieldArgument>> fromWords(const QStringList &words)
{
    std::vector<FieldArgument> fields;
    for (const QString &word : words) {
        const qsizetype equals = word.indexOf(QLatin1Char('='));
        if (equals < 1)
            return usageError(tr("“%1” is not of the form FIELD=VALUE.").arg(word));
        const QByteArray name = word.left(equals).toUtf8();
        if (std::any_of(fields.begin(), fields.end(), [&](const FieldArgument &f) { return f.name == name; }))
            return usageError(tr("The field “%1” is given twice.").arg(QString::fromUtf8(name)));
        fields.push_back({name, word.mid(equals + 1)});
    }
    return fields;
}

Result<QByteArray> readJson(const QString &file, QIODevice &in)
{
    return file == QStringLiteral("-") ? Result<QByteArray>(in.readAll()) : readPageFile(file);
}

Result<std::vector<FieldArgument>> fromJson(const QString &file, QIODevice &in)
{
    const Result<QByteArray> text = readJson(file, in);
    if (!text)
        return text.error();
    QJsonParseError problem;
    const QJsonDocument document = QJsonDocument::fromJson(*text, &problem);
    if (!document.isObject())
        return usageError(tr("%1 holds no JSON object of field values.").arg(file));
    std::vector<FieldArgument> fields;
    const QJsonObject object = document.object();
    for (auto it = object.begin(); it != object.end(); ++it) {
        if (isRangeKey(it.key()))
            continue;
        // What `show` prints for a field can be given as it is.
        const bool isShown = it->isObject() && it->toObject().contains(QStringLiteral("value"));
        fields.push_back({it.key().toUtf8(), isShown ? it->toObject().value(QStringLiteral("value")) : it.value()});
    }
    return fields;
}

} // namespace

Result<std::vector<FieldArgument>> fieldArguments(const CliCall &call, int skip)
{
    const QStringList words = call.arguments.positionals().mid(skip);
    if (call.arguments.has("--json") == !words.isEmpty())
        return usageError(tr("Give either FIELD=VALUE or --json FILE."));
    Result<std::vector<FieldArgument>> fields =
        words.isEmpty() ? fromJson(call.arguments.value("--json"), call.in) : fromWords(words);
    if (fields && fields->empty())
        return usageError(tr("There is no field to set."));
    return fields;
}

Result<FieldValues> entryValues(const std::vector<FieldArgument> &fields, Kind kind)
{
    FieldValues values;
    for (const FieldArgument &field : fields) {
        const std::optional<FieldId> id = fieldNamed(field.name);
        if (!id || !hasField(kind, *id))
            return noSuchField(field.name, kind);
        Result<Value> value = valueOf(schemaOf(*id), field.value);
        if (!value)
            return value.error();
        values.emplace_back(*id, std::move(*value));
    }
    return values;
}

Result<QByteArray> plainValue(const FieldArgument &field)
{
    if (field.value.isArray() || field.value.isObject())
        return usageError(tr("The value of %1 is a text.").arg(QString::fromUtf8(field.name)));
    return field.value.toVariant().toString().toUtf8();
}

} // namespace vitrine
