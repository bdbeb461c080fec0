#include "ui/forms/DraftBeginning.h"

#include "content/page/reading/Titles.h"
#include "ui/fields/PageDates.h"

namespace vitrine {

QString beginningOf(const FieldContext &context, FieldId field, QDate today)
{
    if (field == FieldId::Date || field == FieldId::StartDate)
        return dates::todayLike(context, field, today);
    if (field != FieldId::Text)
        return {};
    for (const Entry &entry : context.page->section(context.section).entries) {
        const Field *text = entry.field(field);
        if (!text || entry.hidden)
            continue;
        const QByteArray words = text->value.text();
        const QByteArray emoji = words.first(leadingEmoji(words)).trimmed();
        return emoji.isEmpty() ? QString() : QString::fromUtf8(emoji) + QLatin1Char(' ');
    }
    return {};
}

} // namespace vitrine
