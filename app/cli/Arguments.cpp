#include "app/cli/Arguments.h"

#include <QCoreApplication>

#include <algorithm>

namespace vitrine {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("Cli", text);
}

const OptionSpec *find(const std::vector<const OptionSpec *> &known, const QString &name)
{
    const auto it = std::find_if(
        known.begin(), known.end(), [&](const OptionSpec *option) { return name == QLatin1String(option->name); });
    return it == known.end() ? nullptr : *it;
}

} // namespace

Error usageError(const QString &sentence)
{
    return {ErrorKind::InvalidArgument, sentence, {}, {}};
}

Result<Arguments> Arguments::parse(const QStringList &words, const std::vector<const OptionSpec *> &known)
{
    Arguments arguments;
    for (qsizetype i = 0; i < words.size(); ++i) {
        const QString &word = words[i];
        if (word == QStringLiteral("--")) {
            arguments.m_positionals += words.mid(i + 1);
            break;
        }
        if (!word.startsWith(QLatin1Char('-')) || word.size() == 1) {
            arguments.m_positionals += word;
            continue;
        }
        const qsizetype equals = word.startsWith(QStringLiteral("--")) ? word.indexOf(QLatin1Char('=')) : -1;
        const QString name = word.left(equals);
        const OptionSpec *option = find(known, name);
        if (!option)
            return usageError(tr("There is no option %1 here.").arg(name));
        if (!option->value && equals >= 0)
            return usageError(tr("The option %1 takes no value.").arg(name));
        if (option->value && equals < 0 && ++i == words.size())
            return usageError(tr("The option %1 needs a value.").arg(name));
        const QString value = !option->value ? QString() : equals < 0 ? words[i] : word.mid(equals + 1);
        arguments.m_options.insert(name, value);
    }
    return arguments;
}

Result<std::optional<int>> Arguments::number(const char *option) const
{
    if (!has(option))
        return std::optional<int>();
    bool isNumber = false;
    const int number = value(option).toInt(&isNumber);
    if (!isNumber || number < 1)
        return usageError(tr("The value of %1 is a number from 1.").arg(QLatin1String(option)));
    return std::optional(number);
}

} // namespace vitrine
