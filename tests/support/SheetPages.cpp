#include "tests/support/SheetPages.h"

#include <QDir>
#include <QFile>

namespace vitrine::test {

namespace {

std::vector<SheetPage> pagesOf(const QByteArray &sheet)
{
    std::vector<SheetPage> pages;
    for (const QByteArray &line : sheet.split('\n')) {
        if (line.startsWith("%% ")) {
            SheetPage page;
            page.name = line.mid(3);
            pages.push_back(page);
        } else if (pages.empty()) {
            continue;
        } else if (line.startsWith("= ")) {
            pages.back().fields += line.mid(2).replace("\\n", "\n");
        } else {
            pages.back().text += line + '\n';
        }
    }
    return pages;
}

} // namespace

std::vector<SheetPage> sheetPages()
{
    std::vector<SheetPage> all;
    const QDir folder(QStringLiteral(VITRINE_SOURCE_DIR "/tests/content/kinds"));
    for (const QString &name : folder.entryList({QStringLiteral("*.txt")}, QDir::Files, QDir::Name)) {
        QFile file(folder.filePath(name));
        if (!file.open(QIODevice::ReadOnly))
            continue;
        for (SheetPage page : pagesOf(file.readAll())) {
            page.name.prepend(name.chopped(4).toUtf8() + ": ");
            all.push_back(page);
        }
    }
    return all;
}

} // namespace vitrine::test
