#pragma once

#include <QByteArray>
#include <QString>

#include <functional>

namespace vitrine {

/// A file with its type; empty bytes when there is none.
struct TypedFile
{
    QByteArray type;
    QByteArray bytes;
};

/// Writes files as `data:` addresses; what a style sheet names goes with it. Bounded in size altogether: what has no
/// more room is left out. Any thread that `find` may be called in.
class EmbeddedFiles
{
public:
    /// `find` gives the file at a path below the root; it must outlive no call.
    using Find = std::function<TypedFile(const QString &path)>;
    explicit EmbeddedFiles(Find find) : m_find(std::move(find)) { }

    /// The file as an address; empty when it is not there or has no room.
    QByteArray addressOf(const QString &path) { return addressOf(path, 0); }
    /// A style sheet that stands at `path`, with what it names inside.
    QByteArray style(const QByteArray &css, const QString &path) { return style(css, path, 0); }

private:
    QByteArray addressOf(const QString &path, int depth);
    QByteArray style(const QByteArray &css, const QString &path, int depth);

    Find m_find;
    qsizetype m_bytes = 0;
};

} // namespace vitrine
