#include "app/cli/Cli.h"

#include <QCoreApplication>
#include <QFile>

#include <cstdio>

int main(int argc, char *argv[])
{
    QCoreApplication application(argc, argv);
    QFile in, out, err;
    if (!in.open(stdin, QIODevice::ReadOnly) || !out.open(stdout, QIODevice::WriteOnly)
        || !err.open(stderr, QIODevice::WriteOnly))
        return 3;
    const int code = vitrine::runCli(QCoreApplication::arguments().mid(1), in, out, err);
    const bool written = out.flush();
    if (!written)
        err.write("vitrine-cli: error: " + out.errorString().toUtf8() + '\n');
    return written || code != 0 ? code : 3;
}
