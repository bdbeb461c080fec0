#include "content/importers/Bibliography.h"

using namespace vitrine;

/// Any bytes give papers whose ranges lie in the file, one behind the other, and whose texts are UTF-8.
extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const QByteArray bytes(reinterpret_cast<const char *>(data), static_cast<qsizetype>(size));
    const Bibliography read = papersFromBibtex(bytes);
    qsizetype end = 0;
    for (const Paper &paper : read.papers) {
        if (paper.range.begin < end || paper.range.end > bytes.size() || paper.range.isEmpty())
            qFatal("the range of an entry is not its own");
        end = paper.range.end;
        const QByteArray title = paper.plainTitle();
        if (title.isEmpty() || QString::fromUtf8(title).toUtf8() != title)
            qFatal("a title is no text");
    }
    return 0;
}
