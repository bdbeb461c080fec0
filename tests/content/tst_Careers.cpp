#include "tests/support/EntryFixtures.h"
#include "tests/support/PageFixtures.h"
#include "tests/support/SheetPages.h"

#include <QTest>

using namespace vitrine;
using namespace vitrine::test;

namespace {

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
        for (const SheetPage &page : sheetPages())
            QTest::newRow(page.name.constData()) << page.text << page.fields;
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
