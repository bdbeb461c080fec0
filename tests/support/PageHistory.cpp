#include "tests/support/PageHistory.h"

#include "tests/support/PageFixtures.h"

#include <QDir>
#include <QFile>
#include <QProcess>

namespace vitrine::test {

PageHistory::PageHistory()
{
    const std::optional<QString> corpus = corpusFolder();
    const QString archive = corpus.value_or(QString()) + QStringLiteral("/history.tar.xz");
    if (!corpus || !QFile::exists(archive) || !m_folder.isValid())
        return;
    QProcess tar;
    tar.start(QStringLiteral("tar"), {QStringLiteral("-xJf"), archive, QStringLiteral("-C"), m_folder.path()});
    m_usable = tar.waitForFinished(-1) && tar.exitCode() == 0;
}

QStringList PageHistory::pages() const
{
    return QDir(m_folder.path()).entryList(QDir::Dirs | QDir::NoDotAndDotDot, QDir::Name);
}

QStringList PageHistory::versions(const QString &page) const
{
    const QDir folder(m_folder.filePath(page + QStringLiteral("/history")));
    QStringList files;
    for (const QString &name : folder.entryList({QStringLiteral("*.md")}, QDir::Files, QDir::Name))
        files += folder.filePath(name);
    return files;
}

} // namespace vitrine::test
