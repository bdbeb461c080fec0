#pragma once

#include <QByteArray>
#include <QString>
#include <QStringList>
#include <QTemporaryDir>

namespace vitrine::test {

/// A git repository in a folder of its own, for tests of history. Without git isUsable() is false: skip then.
class GitFolder
{
public:
    GitFolder();

    bool isUsable() const { return m_usable; }
    QString filePath(const QString &name) const { return m_folder.filePath(name); }
    /// Writes a file and commits it; false when git could not.
    bool commit(const QString &name, const QByteArray &bytes, const QString &subject);
    bool git(const QStringList &arguments) const;

private:
    QTemporaryDir m_folder;
    bool m_usable = false;
};

} // namespace vitrine::test
