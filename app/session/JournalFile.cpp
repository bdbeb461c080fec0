#include "app/session/JournalFile.h"

#include "app/site/PageFile.h"

#include <QCoreApplication>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLocale>
#include <QSaveFile>

namespace vitrine {

namespace {

constexpr int journalVersion = 1;

// A line of JSON that tells what follows, then the bytes of all files one after the other.

QByteArray headOf(const RecoveredEdits &edits)
{
    QJsonArray files;
    for (const SourceFile &file : edits.sources)
        files.append(QJsonObject{{QStringLiteral("path"), file.path}, {QStringLiteral("bytes"), file.bytes.size()}});
    const QJsonObject head{
        {QStringLiteral("version"), journalVersion},
        {QStringLiteral("path"), edits.path},
        {QStringLiteral("name"), edits.name},
        {QStringLiteral("time"), edits.time.toString(Qt::ISODateWithMs)},
        {QStringLiteral("files"), files}};
    return QJsonDocument(head).toJson(QJsonDocument::Compact) + '\n';
}

std::optional<SourceSet> filesOf(const QJsonArray &files, QIODevice &device)
{
    SourceSet sources;
    for (const QJsonValue &file : files) {
        const qint64 size = file[QStringLiteral("bytes")].toInteger(-1);
        if (size < 0 || size > device.bytesAvailable())
            return {};
        sources.push_back({file[QStringLiteral("path")].toString(), device.read(size)});
    }
    return sources.empty() || device.bytesAvailable() > 0 ? std::nullopt : std::optional(sources);
}

} // namespace

bool writeJournal(const RecoveredEdits &edits)
{
    QSaveFile file(edits.journal);
    if (!file.open(QIODevice::WriteOnly))
        return false;
    file.setPermissions(QFile::ReadOwner | QFile::WriteOwner);
    file.write(headOf(edits));
    for (const SourceFile &source : edits.sources)
        file.write(source.bytes);
    if (!file.commit())
        return false;
    flushFolderOf(edits.journal);
    return true;
}

std::optional<RecoveredEdits> readJournal(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return {};
    std::optional<RecoveredEdits> edits = readJournal(file);
    if (edits)
        edits->journal = path;
    return edits;
}

std::optional<RecoveredEdits> readJournal(QIODevice &device)
{
    const QJsonObject head = QJsonDocument::fromJson(device.readLine()).object();
    if (head.value(QStringLiteral("version")).toInt() != journalVersion)
        return {};
    std::optional<SourceSet> sources = filesOf(head.value(QStringLiteral("files")).toArray(), device);
    if (!sources)
        return {};
    return RecoveredEdits{
        head.value(QStringLiteral("path")).toString(),
        head.value(QStringLiteral("name")).toString(),
        QDateTime::fromString(head.value(QStringLiteral("time")).toString(), Qt::ISODateWithMs),
        std::move(*sources),
        {}};
}

QString RecoveredEdits::sentence() const
{
    const bool today = time.date() == QDate::currentDate();
    const QString when =
        today ? QLocale().toString(time.time(), QLocale::ShortFormat) : QLocale().toString(time, QLocale::ShortFormat);
    return QCoreApplication::translate(
               "RecoveredEdits", "Edits from %1 were not saved. The program ended before you could.")
        .arg(when);
}

} // namespace vitrine
