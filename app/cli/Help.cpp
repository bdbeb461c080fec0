#include "app/cli/Help.h"

#include "content/page/Schema.h"

#include <QCoreApplication>

namespace vitrine {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("Cli", text);
}

QString row(const QString &name, const QString &text)
{
    constexpr int nameWidth = 22;
    return QStringLiteral("  ") + name.leftJustified(nameWidth) + QLatin1Char(' ') + text + QLatin1Char('\n');
}

QString optionRow(const OptionSpec &option)
{
    const QString value = option.value ? QLatin1Char(' ') + QLatin1String(option.value) : QString();
    return row(QLatin1String(option.name) + value, tr(option.help));
}

QString kindRow(const KindSchema &kind)
{
    QStringList names;
    for (const FieldId field : kind.fields)
        names += QLatin1String(schemaOf(field).name);
    return row(QLatin1String(kind.name), names.join(QLatin1Char(' ')));
}

QString generalHelp()
{
    QString text =
        tr("Reads and edits the homepage of a researcher, a Markdown page of a Jekyll site.") + QLatin1Char('\n');
    text += QLatin1Char('\n');
    for (const Verb &verb : verbs())
        text += row(QLatin1String(verb.name), tr(verb.summary));
    text += QLatin1Char('\n') + row(QStringLiteral("VERB --help"), tr("Tell more of a verb"));
    text += row(QStringLiteral("--version"), tr("Print the version"));
    text += QLatin1Char('\n') + tr("Commands that change a page print the new page, unless -o or -i is given.");
    text += QLatin1Char('\n') + tr("Exit codes: 0 done, 1 refused, 2 wrong usage, 3 a file cannot be read or written.");
    return text + QLatin1Char('\n');
}

QString verbHelp(const Verb &verb)
{
    QString text = tr(verb.summary) + QStringLiteral(".\n");
    if (verb.details)
        text += tr(verb.details) + QLatin1Char('\n');
    text += QLatin1Char('\n');
    for (const OptionSpec *option : verb.options)
        text += optionRow(*option);
    if (!verb.namesFields)
        return text;
    text += QLatin1Char('\n') + tr("Fields of each kind:") + QLatin1Char('\n');
    for (const KindSchema &kind : schema())
        text += kindRow(kind);
    return text;
}

} // namespace

QByteArray usageText(const Verb *verb)
{
    const QString line = verb ? QLatin1String(verb->name) + QLatin1Char(' ') + QLatin1String(verb->usage)
                              : QStringLiteral("VERB PAGE ...");
    QString text = tr("Usage: %1").arg(QStringLiteral("vitrine-cli ") + line) + QLatin1Char('\n');
    if (verb && !verb->options.empty())
        text.insert(text.size() - 1, tr(" [options]"));
    return text.toUtf8();
}

QByteArray helpText(const Verb *verb)
{
    return usageText(verb) + '\n' + (verb ? verbHelp(*verb) : generalHelp()).toUtf8();
}

} // namespace vitrine
