#include "tests/support/PlainEdits.h"

#include "content/page/writing/Escape.h"

namespace vitrine::test {

namespace {

/// The same date in another year, in the same precision.
QByteArray otherDate(const QByteArray &edtf)
{
    QByteArray date = edtf;
    for (qsizetype i = 0; i + 4 <= date.size(); ++i) {
        bool isYear = false;
        const int year = date.mid(i, 4).toInt(&isYear);
        if (!isYear || year < 1900)
            continue;
        date.replace(i, 4, QByteArray::number(year + 1));
        i += 3;
    }
    return date;
}

} // namespace

std::vector<Value> plainEdits(const Page &page, EntryRef ref, FieldId id)
{
    const Field &field = *page.entry(ref).field(id);
    std::vector<Value> values;
    // Volume, issue and pages are numbers, whatever else their type would hold.
    if (id == FieldId::Volume || id == FieldId::Issue || id == FieldId::Pages)
        return {Value(QByteArray("12")), Value(QByteArray("7"))};
    switch (schemaOf(id).type) {
    case ValueType::Line:
    case ValueType::Markdown: {
        const EscapeContext context = escapeContextOf(page, ref, id);
        for (const char *plain :
             {"Quiet sums of folded graphs", "Counting [MASK] (twice)", "an *odd* word", "This and that"})
            values.emplace_back(markdownFromPlain(plain, context));
        break;
    }
    case ValueType::Date:
        values.emplace_back(otherDate(field.value.text()));
        if (values.back() == field.value)
            values.clear();
        break;
    default:
        break;
    }
    return values;
}

} // namespace vitrine::test
