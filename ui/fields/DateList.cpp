#include "ui/fields/DateList.h"

#include "content/page/dates/Edtf.h"

#include <QRegularExpression>

namespace vitrine::dates {

namespace {

QString spelled(const DateSpan &span, const DateForm &form)
{
    const QByteArray edtf = toEdtf(std::vector<DateSpan>{span});
    const Result<QByteArray> written = spellDate(edtf, form);
    return QString::fromUtf8(written ? *written : humanDate(edtf));
}

/// What stands before a separator at the end of a text: "Fall 2019" of "Fall 2019, ".
std::optional<QString> beforeSeparator(const QString &typed)
{
    static const QRegularExpression separator(QStringLiteral("^(.*\\S)\\s*(?:[,;，；、&]|\\sand\\s)\\s*$"));
    const QRegularExpressionMatch match = separator.match(typed);
    return match.hasMatch() ? std::optional(match.captured(1)) : std::nullopt;
}

/// A date to which nothing is missing: "Mar 20" before a comma still waits for its year.
bool isWholeDate(const QString &text, DayOrder order)
{
    const Result<QByteArray> edtf = parseTyped(text.toUtf8(), order);
    const auto spans = edtf ? fromEdtf(*edtf) : std::nullopt;
    return spans && !spans->empty() && spans->back().begin.year != 0;
}

} // namespace

QList<Field> singleDates(const Field &field)
{
    if (field.value.isEmpty())
        return {};
    const auto spans = fromEdtf(field.value.text());
    if (!spans || spans->size() < 2)
        return {field};
    QList<Field> dates;
    for (const DateSpan &span : *spans) {
        Field date;
        date.id = field.id;
        date.value = toEdtf(std::vector<DateSpan>{span});
        date.written = spelled(span, field.dateForm).toUtf8();
        date.dateForm = field.dateForm;
        dates += date;
    }
    return dates;
}

std::optional<QStringList> listedIn(const QString &typed, DayOrder order)
{
    if (const auto before = beforeSeparator(typed); before && isWholeDate(*before, order)) {
        QStringList listed = listedIn(*before, order).value_or(QStringList{*before});
        listed += QString();
        return listed;
    }
    const Result<QByteArray> edtf = parseTyped(typed.toUtf8(), order);
    const auto spans = edtf ? fromEdtf(*edtf) : std::nullopt;
    if (!spans || spans->size() < 2)
        return {};
    const auto written = parseDate(typed.toUtf8(), order);
    QStringList listed;
    for (const DateSpan &span : *spans)
        listed += spelled(span, written ? written->form : DateForm());
    return listed;
}

std::optional<QByteArray> joined(const QList<QByteArray> &edtf)
{
    std::vector<DateSpan> all;
    for (const QByteArray &one : edtf) {
        const auto spans = fromEdtf(one);
        if (!spans)
            return {};
        all.insert(all.end(), spans->begin(), spans->end());
    }
    return toEdtf(all);
}

} // namespace vitrine::dates
