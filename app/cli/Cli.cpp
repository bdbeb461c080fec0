#include "app/cli/Cli.h"

#include "app/cli/Help.h"
#include "content/text/LineIndex.h"

#include <QCoreApplication>
#include <QIODevice>

namespace vitrine {

namespace {

enum ExitCode { Success = 0, Problems = 1, WrongUsage = 2, FileTrouble = 3 };

QString tr(const char *text)
{
    return QCoreApplication::translate("Cli", text);
}

ExitCode exitCodeOf(ErrorKind kind)
{
    switch (kind) {
    case ErrorKind::InvalidArgument:
        return WrongUsage;
    case ErrorKind::CannotRead:
    case ErrorKind::CannotWrite:
    case ErrorKind::TooLarge:
    case ErrorKind::NotText:
    case ErrorKind::NoPage:
    case ErrorKind::DiskFull:
        return FileTrouble;
    case ErrorKind::NotFound:
    case ErrorKind::Refused:
    case ErrorKind::Conflict:
        break;
    }
    return Problems;
}

int wrongUsage(const QString &sentence, const Verb *verb, QIODevice &err)
{
    err.write("vitrine-cli: error: " + sentence.toUtf8() + '\n' + usageText(verb));
    return WrongUsage;
}

/// `FILE:LINE:COLUMN: error: sentence`, from 1, columns in bytes.
QByteArray errorLine(const QString &name, const Page *page, const Error &error)
{
    QByteArray file = name.toUtf8();
    int line = 0;
    qsizetype column = 0;
    if (page && error.place && static_cast<size_t>(error.place->file) < page->sources().size()) {
        const SourceFile &source = page->sources()[static_cast<size_t>(error.place->file)];
        const LineIndex lines(source.bytes);
        line = lines.lineAt(error.place->range.begin);
        column = error.place->range.begin - lines.line(line).begin;
        if (error.place->file > 0)
            file = source.path.toUtf8();
    }
    return file + ':' + QByteArray::number(line + 1) + ':' + QByteArray::number(column + 1)
        + ": error: " + error.sentence.toUtf8() + '\n';
}

int runVerb(const Verb &verb, const QStringList &words, QIODevice &in, QIODevice &out, QIODevice &err)
{
    const Result<Arguments> arguments = Arguments::parse(words, verb.options);
    if (!arguments)
        return wrongUsage(arguments.error().sentence, &verb, err);
    const qsizetype count = arguments->positionals().size();
    if (count < verb.leastPositionals)
        return wrongUsage(tr("Something is missing."), &verb, err);
    if (count > verb.mostPositionals)
        return wrongUsage(tr("“%1” is one too many.").arg(arguments->positionals()[verb.mostPositionals]), &verb, err);

    const Result<CliPage> page = readCliPage(*arguments);
    const Result<Done> done = page ? verb.run({*arguments, *page, in, out, err}) : Result<Done>(page.error());
    if (done)
        return Success;
    const ExitCode code = exitCodeOf(done.error().kind);
    if (code == WrongUsage)
        return wrongUsage(done.error().sentence, &verb, err);
    err.write(errorLine(arguments->positionals().front(), page ? page->page.get() : nullptr, done.error()));
    return code;
}

} // namespace

int runCli(const QStringList &arguments, QIODevice &in, QIODevice &out, QIODevice &err)
{
    if (arguments.isEmpty())
        return wrongUsage(tr("Tell what to do."), nullptr, err);
    const QString &first = arguments.front();
    if (first == QStringLiteral("--version")) {
        out.write("vitrine-cli " VITRINE_VERSION "\n");
        return Success;
    }
    const bool wantsHelp = first == QStringLiteral("--help") || first == QStringLiteral("-h");
    const Verb *verb = wantsHelp ? nullptr : verbNamed(first);
    if (wantsHelp || (verb && arguments.mid(1).contains(QStringLiteral("--help")))) {
        out.write(helpText(verb));
        return Success;
    }
    if (!verb)
        return wrongUsage(tr("There is no verb %1.").arg(first), nullptr, err);
    return runVerb(*verb, arguments.mid(1), in, out, err);
}

} // namespace vitrine
