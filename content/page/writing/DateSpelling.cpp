#include "content/page/writing/DateSpelling.h"

#include "content/page/dates/Dates.h"

#include <algorithm>

namespace vitrine {

namespace {

using Type = DatePart::Type;

DateForm formOf(const SkeletonNode &slot)
{
    if (slot.origin && (slot.text.text == slot.origin->written || slot.text.text.isEmpty()))
        return slot.origin->dateForm;
    if (const auto written = parseDate(slot.text.text))
        return written->form;
    return slot.origin ? slot.origin->dateForm : DateForm();
}

template<typename Visit> void forEachPart(DateForm &form, const Visit &visit)
{
    for (DatePart &part : form.point)
        visit(part);
    for (DatePart &part : form.end)
        visit(part);
}

bool saysMonth(const QByteArray &edtf, const char *month)
{
    return edtf.contains(month);
}

void fill(QByteArray &unknown, const QByteArray &known)
{
    if (unknown.isEmpty())
        unknown = known;
}

/// What the other dates of a page tell about bits that one date leaves open.
class DateHabits
{
public:
    explicit DateHabits(const HouseStyle &style)
    {
        for (const Sample &sample : style.samples())
            learnFrom(*sample.entry);
        // What entries of this kind leave open, others may tell.
        for (const Section &section : style.page().outline().sections) {
            for (const Entry &entry : section.entries) {
                if (entry.kind != style.kind())
                    learnFrom(entry);
            }
        }
    }

    DateForm completed(DateForm form, const QByteArray &said) const
    {
        forEachPart(form, [&](DatePart &part) {
            if ((part.type == Type::Month || part.type == Type::Day) && !part.proven && m_padded.most())
                part.padded = *m_padded.most() == "padded";
            if (part.type == Type::MonthWord && saysMonth(said, "-05") && m_word) {
                // May is its own abbreviation.
                part.word = m_word->word;
                part.dotted = m_word->dotted;
            }
            if (part.type == Type::MonthWord && !saysMonth(said, "-09") && m_september)
                part.sept = *m_september;
        });
        fill(form.openWord, m_openWord);
        fill(form.dash, m_dash);
        if (form.join.isEmpty() && form.lastJoin.isEmpty())
            form.lastJoin = m_lastJoin;
        fill(form.join, m_join);
        return form;
    }

private:
    void learnFrom(const Entry &entry)
    {
        for (const Field &field : entry.fields) {
            if (entry.structured && schemaOf(field.id).type == ValueType::Date && field.range)
                learn(field);
        }
    }

    void learn(const Field &field)
    {
        DateForm form = field.dateForm;
        const QByteArray said = field.value.text();
        forEachPart(form, [&](const DatePart &part) {
            if ((part.type == Type::Month || part.type == Type::Day) && part.proven)
                m_padded.add(part.padded ? "padded" : "bare");
            if (part.type != Type::MonthWord)
                return;
            if (!m_word && !saysMonth(said, "-05"))
                m_word = part;
            if (!m_september && saysMonth(said, "-09"))
                m_september = part.sept;
        });
        fill(m_openWord, form.openWord);
        fill(m_dash, form.dash);
        fill(m_join, form.join);
        fill(m_lastJoin, form.lastJoin);
    }

    Tally m_padded;
    std::optional<DatePart> m_word;
    std::optional<bool> m_september;
    QByteArray m_openWord, m_dash, m_join, m_lastJoin;
};

} // namespace

Result<QByteArray>
spelledDate(const QByteArray &edtf, const SkeletonNode &slot, FieldId field, const HouseStyle &style, bool copy)
{
    const DateHabits habits(style);
    const QByteArray said = slot.origin ? slot.origin->value.text() : QByteArray();
    const Result<QByteArray> own = spellDate(edtf, habits.completed(formOf(slot), said));
    if (own && !copy)
        return own;
    Tally section, page;
    if (own)
        section.add(*own);
    for (const Sample &sample : style.samples()) {
        const Field *other = sample.entry->field(field);
        if (!other || !other->range)
            continue;
        const auto way = spellDate(edtf, habits.completed(other->dateForm, other->value.text()));
        if (way)
            (sample.sameSection ? section : page).add(*way);
    }
    const std::optional<QByteArray> best = section.most() ? section.most() : page.most();
    return best ? Result<QByteArray>(*best) : own;
}

} // namespace vitrine
