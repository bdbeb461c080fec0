#include "content/page/reading/PageDiagnostics.h"

#include <QCoreApplication>

namespace vitrine {

namespace {

QString sentence(const char *text)
{
    return QCoreApplication::translate("Page", text);
}

/// The first byte that is no UTF-8, or -1.
qsizetype firstBadByte(QByteArrayView bytes)
{
    if (bytes.isValidUtf8())
        return -1;
    // Halving keeps it linear: a cut inside a character makes the part before it invalid too, so cut at its first byte.
    qsizetype good = 0;
    while (good < bytes.size()) {
        qsizetype next = std::min(good + 4096, bytes.size());
        while (next < bytes.size() && next > good + 1 && (static_cast<unsigned char>(bytes[next]) & 0xc0) == 0x80)
            --next;
        if (!bytes.sliced(good, next - good).isValidUtf8())
            break;
        good = next;
    }
    for (qsizetype size = 1; good < bytes.size(); good += size) {
        size = 1;
        while (size < 4 && good + size < bytes.size()
               && (static_cast<unsigned char>(bytes[good + size]) & 0xc0) == 0x80)
            ++size;
        if (!bytes.sliced(good, size).isValidUtf8())
            return good;
    }
    return good;
}

void addEncoding(const Page &page, std::vector<Diagnostic> &diagnostics)
{
    for (size_t file = 0; file < page.sources().size(); ++file) {
        const qsizetype bad = firstBadByte(page.sources()[file].bytes);
        if (bad < 0)
            continue;
        diagnostics.push_back(
            {Severity::Warning,
             "not-utf8",
             sentence(QT_TRANSLATE_NOOP(
                 "Page",
                 "Some letters here are in an unknown encoding, shown as \357\277\275. They are kept as they are.")),
             {static_cast<int>(file), {bad, bad + 1}},
             {}});
    }
}

void addHidden(const Page &page, ByteRange range, std::vector<Diagnostic> &diagnostics)
{
    const std::optional<SourceRange> place = page.expansion().toSource(range);
    diagnostics.push_back(
        {Severity::Note,
         "hidden-is-public",
         sentence(QT_TRANSLATE_NOOP(
             "Page",
             "Hidden is not private. Anyone can still read it in the page\342\200\231s source. Remove it to be sure.")),
         place.value_or(SourceRange{}),
         {}});
}

} // namespace

void addPageDiagnostics(const Page &page, std::vector<Diagnostic> &diagnostics)
{
    addEncoding(page, diagnostics);
    for (const Section &section : page.outline().sections) {
        if (section.hidden) {
            addHidden(page, section.headingRange, diagnostics);
            continue;
        }
        for (const Entry &entry : section.entries) {
            if (entry.hidden)
                addHidden(page, entry.outerRange, diagnostics);
        }
    }
}

} // namespace vitrine
