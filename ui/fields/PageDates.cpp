#include "ui/fields/PageDates.h"

namespace vitrine::dates {

namespace {

template<typename Visit> void forEachDate(const Section &section, Visit visit)
{
    for (const Entry &entry : section.entries) {
        for (const Field &field : entry.fields) {
            if (!field.written.isEmpty())
                visit(field);
        }
    }
}

/// The form that most of a section's dates of this field have; the first of them where several are equally common.
std::optional<DateForm> commonForm(const Section &section, FieldId wanted, DayOrder order)
{
    std::vector<std::pair<DateForm, int>> forms;
    forEachDate(section, [&](const Field &field) {
        if (field.id != wanted)
            return;
        const auto written = parseDate(field.written, order);
        if (!written)
            return;
        const auto known =
            std::find_if(forms.begin(), forms.end(), [&](const auto &form) { return form.first == written->form; });
        if (known == forms.end())
            forms.emplace_back(written->form, 1);
        else
            ++known->second;
    });
    const auto most =
        std::max_element(forms.begin(), forms.end(), [](const auto &a, const auto &b) { return a.second < b.second; });
    if (most == forms.end())
        return {};
    return most->first;
}

} // namespace

DayOrder dayOrder(const Page &page)
{
    int dayFirst = 0;
    for (const Section &section : page.outline().sections) {
        forEachDate(section, [&](const Field &field) {
            const auto written = parseDate(field.written, DayOrder::MonthFirst);
            if (written && !written->ambiguous)
                dayFirst += written->dayFirst ? 1 : 0;
        });
    }
    return dayFirst > 0 ? DayOrder::DayFirst : DayOrder::MonthFirst;
}

std::optional<DateForm> formOf(const FieldContext &context, FieldId field)
{
    if (!context.page || context.section < 0)
        return {};
    const DayOrder order = dayOrder(*context.page);
    if (auto form = commonForm(context.page->section(context.section), field, order))
        return form;
    for (const Section &section : context.page->outline().sections) {
        if (auto form = commonForm(section, field, order))
            return form;
    }
    return {};
}

QString spelledLike(const FieldContext &context, FieldId field, const QByteArray &written, const QByteArray &edtf)
{
    if (const auto own = parseDate(written)) {
        if (const auto spelled = spellDate(edtf, own->form))
            return QString::fromUtf8(*spelled);
    }
    if (const auto form = formOf(context, field)) {
        if (const auto spelled = spellDate(edtf, *form))
            return QString::fromUtf8(*spelled);
    }
    return QString::fromUtf8(humanDate(edtf));
}

QString todayLike(const FieldContext &context, FieldId field, QDate today)
{
    const auto form = formOf(context, field);
    if (!form)
        return {};
    for (const char *precision : {"yyyy-MM", "yyyy", "yyyy-MM-dd"}) {
        const QByteArray edtf = today.toString(QLatin1String(precision)).toUtf8();
        if (const auto spelled = spellDate(edtf, *form))
            return QString::fromUtf8(*spelled);
    }
    return {};
}

} // namespace vitrine::dates
