#include "app/site/WriteTogether.h"
#include "tests/support/FileSizeLimit.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace vitrine;

namespace {

QByteArray read(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("(cannot be read)");
}

} // namespace

class TestWriteTogether : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<QTemporaryDir> m_folder;

    QString path(const char *name) const { return m_folder->filePath(QLatin1String(name)); }

private Q_SLOTS:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }

    void allFilesGetTheirBytes()
    {
        QVERIFY(writeTogether({{path("a.md"), "a", {}}, {path("b.md"), "b", {}}}).ok());
        QCOMPARE(read(path("a.md")), QByteArray("a"));
        QCOMPARE(read(path("b.md")), QByteArray("b"));
    }

    void nothingToWriteIsDone() { QVERIFY(writeTogether({}).ok()); }

    void whenOneFailsThoseBeforeItGetTheirOldBytesBack()
    {
        QVERIFY(writeTogether({{path("old.md"), "old", {}}, {path("wall"), "a file", {}}}).ok());
        const Result<Done> written = writeTogether(
            {{path("old.md"), "new", "old"}, {path("fresh.md"), "fresh", {}}, {path("wall/below.md"), "x", {}}});
        QVERIFY(!written.ok());
        QCOMPARE(
            written.error().sentence,
            QStringLiteral("Nothing was saved: below.md could not be written. Files of one page are saved together or "
                           "not at all."));
        QCOMPARE(read(path("old.md")), QByteArray("old"));
        QVERIFY(!QFile::exists(path("fresh.md")));
    }

    void aSingleFileSaysItselfWhyItFailed()
    {
        QVERIFY(writeTogether({{path("wall"), "a file", {}}}).ok());
        const Result<Done> written = writeTogether({{path("wall/below.md"), "x", {}}});
        QVERIFY(!written.ok());
        QVERIFY(
            written.error().sentence.startsWith(QStringLiteral("below.md was not saved"))
            || written.error().sentence.startsWith(QStringLiteral("The folder of below.md")));
    }

    void aFullDiskInTheMiddleLeavesTheOldState()
    {
#ifdef Q_OS_UNIX
        QVERIFY(writeTogether({{path("a.md"), "a", {}}, { path("b.md"), "b", {} }}).ok());
        const test::FileSizeLimit limit(1000);
        QVERIFY(!writeTogether({{path("a.md"), "A", "a"}, { path("b.md"), QByteArray(5000, 'B'), "b" }}).ok());
        QCOMPARE(read(path("a.md")), QByteArray("a"));
        QCOMPARE(read(path("b.md")), QByteArray("b"));
        QCOMPARE(QDir(m_folder->path()).entryList(QDir::Files).size(), 2);
#else
        QSKIP("There is no limit of file sizes here.");
#endif
    }
};

QTEST_GUILESS_MAIN(TestWriteTogether)
#include "tst_WriteTogether.moc"
