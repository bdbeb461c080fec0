#pragma once

#include "app/session/OpenPage.h"
#include "tests/support/PageFixtures.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <memory>

namespace vitrine::test {

inline const QByteArray homepage =
    "# About\r\n\r\nI study moss.\n\n# News\n\n- *2026.01*: First\n- *2025.12*: Second\n- Third";

inline void writeFile(const QString &path, const QByteArray &bytes)
{
    QDir().mkpath(QFileInfo(path).absolutePath());
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    QCOMPARE(file.write(bytes), bytes.size());
}

inline QByteArray readFile(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("(cannot be read)");
}

/// Replaces the first `old` of the page as one step.
inline Result<Done> replaceFirst(OpenPage &page, const QByteArray &old, const QByteArray &text, int mergeKey = 0)
{
    const qsizetype at = page.page()->bytes().indexOf(old);
    Q_ASSERT(at >= 0);
    return page.apply(
        editSource(*page.page(), TextEdit::replacing({at, at + old.size()}, text)), QStringLiteral("change"), mergeKey);
}

/// A page that is open and lies on the disk, in a folder of its own. `homepage` at first.
class PageOnDisk
{
protected:
    void write()
    {
        m_path = m_folder.filePath(QStringLiteral("site/about.md"));
        writeFile(m_path, homepage);
        open();
    }
    void clear()
    {
        m_page.reset();
        QDir(m_folder.filePath(QStringLiteral("site"))).removeRecursively();
    }
    void open()
    {
        Result<std::unique_ptr<OpenPage>> opened = OpenPage::open(m_path);
        QVERIFY(opened.ok());
        m_page = std::move(*opened);
    }
    QByteArray bytes() const { return m_page->page()->bytes(); }

    QString includePath() const { return m_folder.filePath(QStringLiteral("site/news.md")); }
    void openWithInclude()
    {
        writeFile(includePath(), "- *2024*: Included\n");
        writeFile(m_path, "# About\n\nI study moss.\n\n# News\n\n{% include_relative news.md %}\n");
        open();
        QCOMPARE(m_page->page()->sources().size(), size_t(2));
    }
    Result<Done> replaceInclude(const QByteArray &old, const QByteArray &text)
    {
        const qsizetype at = m_page->page()->sources()[1].bytes.indexOf(old);
        const TextEdit edit = TextEdit::replacing({at, at + old.size()}, text, 1);
        return m_page->apply(editSource(*m_page->page(), edit), QStringLiteral("change"));
    }

    QTemporaryDir m_folder;
    QString m_path;
    std::unique_ptr<OpenPage> m_page;
};

} // namespace vitrine::test
