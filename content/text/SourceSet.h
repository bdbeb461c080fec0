#pragma once

#include <QByteArray>
#include <QString>

#include <vector>

namespace vitrine {

/// One file that takes part in a page. `path` is relative to the site (or the page's own name without one).
struct SourceFile
{
    QString path;
    QByteArray bytes;

    friend bool operator==(const SourceFile &, const SourceFile &) = default;
};

/// The files of one page: first the page, then what it includes, in the order in which they were first met.
/// A value; copies share their bytes.
using SourceSet = std::vector<SourceFile>;

} // namespace vitrine
