#include "app/session/JournalFile.h"

#include <QBuffer>
#include <QTemporaryDir>

using namespace vitrine;

/// Any bytes are a journal or none; what is read as one and written again reads the same.
extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    QByteArray bytes(reinterpret_cast<const char *>(data), static_cast<qsizetype>(size));
    QBuffer device(&bytes);
    device.open(QIODevice::ReadOnly);
    std::optional<RecoveredEdits> read = readJournal(device);
    if (!read)
        return 0;
    qsizetype held = 0;
    for (const SourceFile &file : read->sources)
        held += file.bytes.size();
    if (held > bytes.size())
        qFatal("a journal gave more than it holds");
    static const QTemporaryDir folder;
    read->journal = folder.filePath(QStringLiteral("again.journal"));
    if (!writeJournal(*read))
        qFatal("a journal could not be written again");
    const auto again = readJournal(read->journal);
    if (!again || again->sources != read->sources || again->path != read->path || again->name != read->name)
        qFatal("a journal that was written again says something else");
    return 0;
}
