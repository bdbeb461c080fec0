#pragma once

#include "content/page/dates/Dates.h"
#include "ui/fields/FieldEditor.h"

#include <QDate>
#include <QString>

namespace vitrine::dates {

/// The page's majority where two numbers might each be day or month.
DayOrder dayOrder(const Page &page);
/// How the neighbours of a field write dates: those of its section first, then the whole page; nothing without any.
std::optional<DateForm> formOf(const FieldContext &context, FieldId field);
/// A date spelled as the field itself is written, else as its neighbours are, else as people write it.
QString spelledLike(const FieldContext &context, FieldId field, const QByteArray &written, const QByteArray &edtf);

/// Today as neighbours write dates: as a month, or with more or less where their form asks for it. Empty when there is
/// no form to go by.
QString todayLike(const FieldContext &context, FieldId field, QDate today);

} // namespace vitrine::dates
