// Plain edits of jobs, degrees, awards and the like, on small pages in the styles of many owners: what a person types
// into a field is written and reads back, whatever its words say.

#include "content/page/Edits.h"
#include "tests/support/PageFixtures.h"
#include "tests/support/PlainEdits.h"
#include "tests/support/SheetPages.h"
#include "tests/support/WriterFixtures.h"

#include <QTest>

#include <map>

using namespace vitrine;
using namespace vitrine::test;

namespace {

struct Count
{
    int edits = 0;
    int refused = 0;
};

QByteArray lineOf(const Entry &entry)
{
    QByteArray line;
    for (const Field &field : entry.fields)
        line += QByteArray(schemaOf(field.id).name) + "=<" + said(field.value) + "> ";
    return line;
}

} // namespace

class TestCareerEdits : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void plainValuesReadBackInTheStylesOfManyOwners()
    {
        std::map<QByteArray, Count> byField;
        Count all;
        for (const SheetPage &sheet : sheetPages()) {
            const auto page = readPage(sheet.text);
            for (const auto &[ref, field] : fieldsOf(*page)) {
                for (const Value &value : plainEdits(*page, ref, field)) {
                    const QByteArray name =
                        QByteArray(schemaOf(page->entry(ref).kind).name) + '.' + schemaOf(field).name;
                    ++byField[name].edits;
                    ++all.edits;
                    const auto change = setFields(*page, ref, {{field, value}});
                    if (change) {
                        QVERIFY(change->after->entry(ref).field(field)->value == value);
                        continue;
                    }
                    ++byField[name].refused;
                    ++all.refused;
                    if (qEnvironmentVariableIsSet("VITRINE_SHOW_REFUSALS"))
                        show(sheet, *page, ref, field, value);
                }
            }
        }
        for (const auto &[name, count] : byField)
            qInfo("%-26s %4d edits %4d refused", name.constData(), count.edits, count.refused);
        qInfo("all: %d edits, %d refused (%.1f %%)", all.edits, all.refused, 100.0 * all.refused / all.edits);
        QVERIFY(all.edits > 1500);
        QVERIFY2(all.refused * 100 <= all.edits * mostRefused, "More refused than before; the goal is 2 %.");
    }

private:
    /// In percent: what is reached.
    static constexpr int mostRefused = 8;

    static std::vector<std::pair<EntryRef, FieldId>> fieldsOf(const Page &page)
    {
        std::vector<std::pair<EntryRef, FieldId>> found;
        const auto &sections = page.outline().sections;
        for (int s = 0; s < static_cast<int>(sections.size()); ++s) {
            for (int e = 0; e < static_cast<int>(page.section(s).entries.size()); ++e) {
                for (const Field &field : page.entry({s, e}).fields) {
                    if (page.entry({s, e}).structured && field.range)
                        found.push_back({{s, e}, field.id});
                }
            }
        }
        return found;
    }

    /// What the entry would say with the bare value in the old one's place.
    static void show(const SheetPage &sheet, const Page &page, EntryRef ref, FieldId field, const Value &value)
    {
        TextEdit edit;
        const auto place = page.expansion().toSource(*page.entry(ref).field(field)->range);
        if (!place || !edit.add({place->file, place->range, value.text()}))
            return;
        const auto after = page.edited(edit);
        const auto &entries = after->section(ref.section).entries;
        const bool there = static_cast<int>(entries.size()) > ref.entry;
        qInfo().noquote() << "refused" << sheet.name << schemaOf(field).name << "<-" << value.text() << "\n   "
                          << page.text(page.entry(ref).range) << "\n   "
                          << (there ? lineOf(after->entry(ref)) : QByteArray("no entry"));
    }
};

QTEST_APPLESS_MAIN(TestCareerEdits)
#include "tst_CareerEdits.moc"
