#pragma once

#include "app/cli/Verbs.h"
#include "content/page/Edits.h"

#include <QJsonValue>

namespace vitrine {

/// A field and its value as the command line gives them; what the name means is up to the target.
struct FieldArgument
{
    QByteArray name;
    QJsonValue value; ///< of FIELD=VALUE always a string
};

/// The FIELD=VALUE words after the first `skip` positionals, or the object of `--json`; at least one.
Result<std::vector<FieldArgument>> fieldArguments(const CliCall &call, int skip);

/// As values of an entry of this kind: Markdown strings, EDTF dates, lists in the shape that `show` prints.
Result<FieldValues> entryValues(const std::vector<FieldArgument> &fields, Kind kind);
/// As one string, for a title or the front matter; numbers and booleans as YAML writes them.
Result<QByteArray> plainValue(const FieldArgument &field);

} // namespace vitrine
