#include "app/site/PageFile.h"
#include "app/site/WriteTogether.h"
#include "tests/support/FileSizeLimit.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QTemporaryDir>
#include <QTest>

#ifdef Q_OS_LINUX
#include <sys/mount.h>
#include <sys/stat.h>
#include <unistd.h>
#endif

using namespace vitrine;

namespace {

void put(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    QCOMPARE(file.write(bytes), bytes.size());
}

QByteArray bytesOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("(cannot be read)");
}

QStringList namesIn(const QString &folder)
{
    return QDir(folder).entryList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot, QDir::Name);
}

#ifdef Q_OS_LINUX
/// While it lives the test is an ordinary user, for whom modes count.
class AsNobody
{
public:
    AsNobody() : m_isRoot(::getuid() == 0)
    {
        if (m_isRoot)
            m_done = ::setresgid(65534, 65534, 0) == 0 && ::setresuid(65534, 65534, 0) == 0;
    }
    ~AsNobody()
    {
        if (m_isRoot)
            m_done = ::setresuid(0, 0, 0) == 0 && ::setresgid(0, 0, 0) == 0;
    }
    Q_DISABLE_COPY_MOVE(AsNobody)

private:
    bool m_isRoot;
    bool m_done = false;
};

struct stat statOf(const QString &path)
{
    struct stat status = {};
    ::stat(QFile::encodeName(path).constData(), &status);
    return status;
}
#endif

} // namespace

class TestPageFile : public QObject
{
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_folder;

    QString path(const char *name) const { return m_folder->filePath(QString::fromLatin1(name)); }

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        QVERIFY(m_folder->isValid());
        QFile::setPermissions(m_folder->path(), QFile::Permissions(0x7777));
    }

    void readsTheBytesAsTheyAre()
    {
        const QByteArray bytes = "\xEF\xBB\xBF---\r\na: \xFF\r\n---\n\ttext \r no end";
        put(path("about.md"), bytes);
        const Result<QByteArray> read = readPageFile(path("about.md"));
        QVERIFY(read.ok());
        QCOMPARE(*read, bytes);
    }

    void whatCannotBeOpenedIsExplained()
    {
        const Error missing = readPageFile(path("none.md")).error();
        QCOMPARE(missing.kind, ErrorKind::NotFound);
        QVERIFY(missing.sentence.startsWith(QStringLiteral("none.md could not be opened: it is not there.")));

        const Error folder = readPageFile(m_folder->path()).error();
        QCOMPARE(folder.kind, ErrorKind::NoPage);

        put(path("photo.png"), QByteArray("\x89PNG\0\0", 6));
        const Error binary = readPageFile(path("photo.png")).error();
        QCOMPARE(binary.kind, ErrorKind::NotText);
        QCOMPARE(binary.sentence, QStringLiteral("photo.png is not a text file. It was left as it is."));

        QFile large(path("data.md"));
        QVERIFY(large.open(QIODevice::WriteOnly) && large.resize(200LL * 1024 * 1024));
        const Error tooLarge = readPageFile(path("data.md")).error();
        QCOMPARE(tooLarge.kind, ErrorKind::TooLarge);
        QCOMPARE(tooLarge.sentence, QStringLiteral("data.md is too large (200 MB). Pages up to 32 MB can be opened."));
    }

    void savingMakesAndReplacesFiles()
    {
        QVERIFY(writePageFile(path("about.md"), "one").ok());
        QCOMPARE(bytesOf(path("about.md")), QByteArray("one"));
        QVERIFY(writePageFile(path("about.md"), "two\r\n").ok());
        QCOMPARE(bytesOf(path("about.md")), QByteArray("two\r\n"));
        QVERIFY(writePageFile(path("about.md"), "").ok());
        QCOMPARE(bytesOf(path("about.md")), QByteArray());
        QCOMPARE(namesIn(m_folder->path()), QStringList{QStringLiteral("about.md")});
    }

    void aFolderThatIsGoneIsExplained()
    {
        const Error gone = writePageFile(path("gone/about.md"), "x").error();
        QCOMPARE(gone.kind, ErrorKind::CannotWrite);
        QVERIFY(gone.sentence.startsWith(QStringLiteral("The folder of about.md is gone.")));
        QVERIFY(!isWritable(path("gone/about.md")));
        QVERIFY(isWritable(path("new.md")));
    }

    void severalFilesAreSavedTogetherOrNotAtAll()
    {
        put(path("about.md"), "old");
        const Error error = writeTogether({{path("about.md"), "new", QByteArray("old")},
                                           {path("fresh.md"), "new", {}},
                                           {path("gone/_config.yml"), "new", {}}})
                                .error();
        QVERIFY(error.sentence.startsWith(QStringLiteral("Nothing was saved: _config.yml could not be written.")));
        QCOMPARE(bytesOf(path("about.md")), QByteArray("old"));
        QCOMPARE(namesIn(m_folder->path()), QStringList{QStringLiteral("about.md")});
    }

#ifdef Q_OS_LINUX
    void savingKeepsTheMode()
    {
        put(path("about.md"), "one");
        QVERIFY(::chmod(QFile::encodeName(path("about.md")).constData(), 0640) == 0);
        QVERIFY(writePageFile(path("about.md"), "two").ok());
        QCOMPARE(statOf(path("about.md")).st_mode & 07777U, mode_t(0640));
    }

    void savingWritesWhatASymbolicLinkLeadsTo()
    {
        put(path("real.md"), "one");
        QVERIFY(QFile::link(QStringLiteral("real.md"), path("middle.md")));
        QVERIFY(QFile::link(path("middle.md"), path("about.md")));
        QVERIFY(writePageFile(path("about.md"), "two").ok());
        QVERIFY(QFileInfo(path("about.md")).isSymLink());
        QVERIFY(QFileInfo(path("middle.md")).isSymLink());
        QCOMPARE(bytesOf(path("real.md")), QByteArray("two"));
    }

    void savingKeepsHardLinks()
    {
        put(path("about.md"), "a longer text than the new one");
        QVERIFY(
            ::link(QFile::encodeName(path("about.md")).constData(), QFile::encodeName(path("twin.md")).constData())
            == 0);
        QVERIFY(writePageFile(path("about.md"), "two").ok());
        QCOMPARE(bytesOf(path("twin.md")), QByteArray("two"));
        QCOMPARE(namesIn(m_folder->path()).size(), 2);
    }

    void savingKeepsTheOwner()
    {
        if (::getuid() != 0)
            QSKIP("Only root can have a file of another owner to save.");
        put(path("about.md"), "one");
        QVERIFY(::chown(QFile::encodeName(path("about.md")).constData(), 1234, 2345) == 0);
        QVERIFY(writePageFile(path("about.md"), "two").ok());
        QCOMPARE(statOf(path("about.md")).st_uid, uid_t(1234));
        QCOMPARE(statOf(path("about.md")).st_gid, gid_t(2345));
        QCOMPARE(bytesOf(path("about.md")), QByteArray("two"));
        QCOMPARE(namesIn(m_folder->path()).size(), 1);
    }

    void whatMayNotBeReadIsExplained()
    {
        put(path("about.md"), "one");
        QVERIFY(::chmod(QFile::encodeName(path("about.md")).constData(), 0) == 0);
        const AsNobody nobody;
        const Error error = readPageFile(path("about.md")).error();
        QCOMPARE(error.kind, ErrorKind::CannotRead);
        QVERIFY(error.sentence.startsWith(QStringLiteral("about.md could not be opened: you may not read it.")));
    }

    void readOnlyFilesAreLeftAsTheyAre()
    {
        put(path("about.md"), "one");
        QVERIFY(::chmod(QFile::encodeName(path("about.md")).constData(), 0444) == 0);
        const AsNobody nobody;
        QVERIFY(!isWritable(path("about.md")));
        const Error error = writePageFile(path("about.md"), "two").error();
        QCOMPARE(error.kind, ErrorKind::CannotWrite);
        QVERIFY(error.sentence.startsWith(QStringLiteral("about.md is read-only.")));
        QCOMPARE(bytesOf(path("about.md")), QByteArray("one"));
    }

    void foldersThatTakeNoFileAreExplained()
    {
        QVERIFY(QDir(m_folder->path()).mkdir(QStringLiteral("locked")));
        put(path("locked/about.md"), "one");
        QVERIFY(::chmod(QFile::encodeName(path("locked/about.md")).constData(), 0666) == 0);
        QVERIFY(::chmod(QFile::encodeName(path("locked")).constData(), 0555) == 0);
        {
            const AsNobody nobody;
            QVERIFY(!isWritable(path("locked/about.md")));
            const Error error = writePageFile(path("locked/about.md"), "two").error();
            QCOMPARE(error.kind, ErrorKind::CannotWrite);
            QVERIFY2(
                error.sentence.startsWith(QStringLiteral("about.md was not saved: you may not write to its folder.")),
                qPrintable(error.sentence));
            QCOMPARE(bytesOf(path("locked/about.md")), QByteArray("one"));
        }
        QVERIFY(::chmod(QFile::encodeName(path("locked")).constData(), 0755) == 0);
    }

    void aFailingDeviceLeavesTheOldBytes_data()
    {
        QTest::addColumn<bool>("hasHardLink");
        QTest::newRow("replaced") << false;
        QTest::newRow("in place") << true;
    }
    void aFailingDeviceLeavesTheOldBytes()
    {
        QFETCH(bool, hasHardLink);
        const QByteArray old(3000, 'o');
        put(path("about.md"), old);
        if (hasHardLink)
            QVERIFY(
                ::link(QFile::encodeName(path("about.md")).constData(), QFile::encodeName(path("twin.md")).constData())
                == 0);
        {
            const test::FileSizeLimit limit(8000);
            const Result<Done> saved = writePageFile(path("about.md"), QByteArray(20'000, 'n'));
            QVERIFY(!saved.ok());
            QVERIFY(saved.error().sentence.startsWith(QStringLiteral("about.md was not saved:")));
        }
        QCOMPARE(bytesOf(path("about.md")), old);
        QCOMPARE(namesIn(m_folder->path()).size(), hasHardLink ? 2 : 1);
    }

    void aFullDiskLeavesTheOldBytes_data()
    {
        aFailingDeviceLeavesTheOldBytes_data();
    }
    void aFullDiskLeavesTheOldBytes()
    {
        QFETCH(bool, hasHardLink);
        const QByteArray disk = QFile::encodeName(m_folder->path());
        if (::getuid() != 0 || ::mount("tmpfs", disk.constData(), "tmpfs", 0, "size=256k") != 0)
            QSKIP("A small disk cannot be mounted here: saving to a full disk is not tested.");
        const QByteArray old(60'000, 'o');
        put(path("about.md"), old);
        if (hasHardLink)
            QVERIFY(
                ::link(QFile::encodeName(path("about.md")).constData(), QFile::encodeName(path("twin.md")).constData())
                == 0);
        const Result<Done> saved = writePageFile(path("about.md"), QByteArray(400'000, 'n'));
        const QByteArray after = bytesOf(path("about.md"));
        const qsizetype files = namesIn(m_folder->path()).size();
        ::umount(disk.constData());
        QVERIFY(!saved.ok());
        QCOMPARE(saved.error().kind, ErrorKind::DiskFull);
        QVERIFY(saved.error().sentence.startsWith(QStringLiteral("about.md was not saved: the disk is full.")));
        QVERIFY(after == old);
        QCOMPARE(files, hasHardLink ? 2 : 1);
    }
#endif
};

QTEST_GUILESS_MAIN(TestPageFile)
#include "tst_PageFile.moc"
