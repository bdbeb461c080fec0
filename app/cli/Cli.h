#pragma once

#include <QByteArray>
#include <QStringList>

class QIODevice;

namespace vitrine {

/// Runs one command line of vitrine-cli (without the program's name) and gives its exit code: 0 done, 1 problems found
/// or edit refused, 2 wrong usage, 3 a file cannot be read or written.
int runCli(const QStringList &arguments, QIODevice &in, QIODevice &out, QIODevice &err);

} // namespace vitrine
