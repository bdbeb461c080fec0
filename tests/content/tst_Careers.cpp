#include "tests/support/EntryFixtures.h"
#include "tests/support/PageFixtures.h"

#include <QDir>
#include <QFile>
#include <QTest>

using namespace vitrine;
using namespace vitrine::test;

namespace {

/// A page of a sheet under tests/content/kinds: its Markdown, and what it says of each of its entries.
struct SheetPage
{
    QByteArray name;
    QByteArray text;
    QByteArrayList fields;
};

/// Lines that begin with `%% ` start a page and name it; those with `= ` tell the fields of the entry above them, in
/// which `\n` stands for a line end.
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

ReadEntries entriesOf(const Page &page)
{
    ReadEntries read;
    read.text = page.text();
    read.outline.sections.emplace_back();
    for (const Section &section : page.outline().sections) {
        std::vector<Entry> &entries = read.outline.sections.front().entries;
        entries.insert(entries.end(), section.entries.begin(), section.entries.end());
    }
    return read;
}

} // namespace

class TestCareers : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsPagesInTheStylesOfManyOwners_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QByteArrayList>("fields");
        const QDir folder(QStringLiteral(VITRINE_SOURCE_DIR "/tests/content/kinds"));
        for (const QString &name : folder.entryList({QStringLiteral("*.txt")}, QDir::Files, QDir::Name)) {
            QFile file(folder.filePath(name));
            QVERIFY(file.open(QIODevice::ReadOnly));
            for (const SheetPage &page : pagesOf(file.readAll()))
                QTest::newRow((name.chopped(4).toUtf8() + ": " + page.name).constData()) << page.text << page.fields;
        }
    }
    void readsPagesInTheStylesOfManyOwners()
    {
        QFETCH(QByteArray, text);
        QFETCH(QByteArrayList, fields);
        const ReadEntries read = entriesOf(*readPage(text));
        QByteArray wrong;
        for (size_t i = 0; i < read.entries().size(); ++i) {
            const QByteArray found = fieldsLine(read, i);
            const QByteArray expected = fields.value(static_cast<qsizetype>(i));
            if (found != expected)
                wrong += "\n  read " + found + "\n  for  " + expected;
            QCOMPARE(brokenEntry(read.text, read.entries()[i]), QString());
        }
        QVERIFY2(wrong.isEmpty(), wrong.constData());
        QCOMPARE(static_cast<qsizetype>(read.entries().size()), fields.size());
    }
};

QTEST_APPLESS_MAIN(TestCareers)
#include "tst_Careers.moc"
