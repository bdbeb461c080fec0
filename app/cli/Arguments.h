#pragma once

#include "content/text/Result.h"

#include <QHash>
#include <QString>
#include <QStringList>

#include <vector>

namespace vitrine {

/// An option of the command line: `--at N`, `-i`.
struct OptionSpec
{
    const char *name; ///< with its dashes
    const char *value; ///< what stands for its value in help; null for a flag
    const char *help; ///< English source text, context "Cli"
};

/// A command line taken apart: what stands for itself, and options with their values.
class Arguments
{
public:
    /// Only `known` options are accepted; `--name value` and `--name=value` are the same; after `--` nothing is an
    /// option. The error is a sentence for the usage message.
    static Result<Arguments> parse(const QStringList &words, const std::vector<const OptionSpec *> &known);

    const QStringList &positionals() const { return m_positionals; }
    bool has(const char *option) const { return m_options.contains(QLatin1String(option)); }
    QString value(const char *option) const { return m_options.value(QLatin1String(option)); }
    /// A number from 1; nothing when the option is not there, an error when it is no such number.
    Result<std::optional<int>> number(const char *option) const;

private:
    QStringList m_positionals;
    QHash<QString, QString> m_options;
};

/// A failure of usage: exit code 2.
Error usageError(const QString &sentence);

} // namespace vitrine
