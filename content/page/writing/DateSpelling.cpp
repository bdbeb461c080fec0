#include "content/page/writing/DateSpelling.h"

#include "content/page/dates/Dates.h"

#include <algorithm>
#include <array>

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
            learnFrom(*sample.entry, sample.sameSection ? m_sectionEnds : m_kindEnds);
        // What entries of this kind leave open, others may tell.
        for (const Section &section : style.page().outline().sections) {
            for (const Entry &entry : section.entries) {
                if (entry.kind != style.kind())
                    learnFrom(entry, m_pageEnds);
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
            if (part.type == Type::MonthWord && m_dottedMay)
                part.dottedMay = *m_dottedMay;
            if (part.type == Type::MonthWord && !saysMonth(said, "-09") && m_september)
                part.sept = *m_september;
        });
        if (form.openWord.isEmpty() && !form.openBlank)
            setOpenEnd(form);
        fill(form.dash, m_dash);
        if (form.join.isEmpty() && form.lastJoin.isEmpty())
            form.lastJoin = m_lastJoin;
        fill(form.join, m_join);
        return form;
    }

private:
    void learnFrom(const Entry &entry, Tally &openEnds)
    {
        for (const Field &field : entry.fields) {
            if (entry.structured && schemaOf(field.id).type == ValueType::Date && field.range)
                learn(field, openEnds);
        }
    }

    void setOpenEnd(DateForm &form) const
    {
        for (const Tally *ends : {&m_sectionEnds, &m_kindEnds, &m_pageEnds}) {
            const std::optional<QByteArray> word = ends->most();
            if (!word)
                continue;
            form.openWord = *word;
            form.openBlank = word->isEmpty();
            return;
        }
    }

    void learn(const Field &field, Tally &openEnds)
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
            if (!m_dottedMay && said.endsWith("-05"))
                m_dottedMay = part.dotted;
            if (!m_september && saysMonth(said, "-09"))
                m_september = part.sept;
        });
        if (said.endsWith(".."))
            openEnds.add(form.openWord);
        fill(m_dash, form.dash);
        fill(m_join, form.join);
        fill(m_lastJoin, form.lastJoin);
    }

    Tally m_padded;
    std::optional<DatePart> m_word;
    std::optional<bool> m_september, m_dottedMay;
    Tally m_sectionEnds, m_kindEnds, m_pageEnds; ///< words for an open end; empty where it is left blank
    QByteArray m_dash, m_join, m_lastJoin;
};

bool isFiner(const DatePart &part, bool daysOnly)
{
    return part.type == Type::Day || (!daysOnly && (part.type == Type::Month || part.type == Type::MonthWord));
}

/// Takes a part out, and one of the literals beside it: between two others the one with more signs ("Mar 3, 2025" is
/// "Mar 2025" without its day).
void erase(std::vector<DatePart> &parts, size_t at)
{
    static constexpr std::array<const char *, 4> units{"年", "月", "日", "号"};
    const auto isLiteral = [&](size_t i) { return i < parts.size() && parts[i].type == Type::Literal; };
    const auto place = [&](size_t i) { return parts.begin() + static_cast<std::ptrdiff_t>(i); };
    const bool before = at > 0 && isLiteral(at - 1), after = isLiteral(at + 1);
    const auto signs = [&](size_t i) { return parts[i].text.trimmed().size(); };
    const auto isUnit = [&](size_t i) { // 年, 月, 日 stand behind their number
        return std::any_of(
            units.begin(), units.end(), [&](const char *unit) { return parts[i].text.startsWith(unit); });
    };
    const bool second = after && (!before || isUnit(at + 1) || signs(at + 1) > signs(at - 1));
    if (second)
        parts.erase(place(at), place(at + 2));
    else
        parts.erase(place(before ? at - 1 : at), place(at + 1));
}

/// The form without its day, or without day and month, and without the bytes that stood between these and the rest.
DateForm shortened(DateForm form, bool daysOnly)
{
    for (std::vector<DatePart> *parts : {&form.point, &form.end}) {
        for (size_t i = parts->size(); i-- > 0;) {
            if (isFiner((*parts)[i], daysOnly))
                erase(*parts, i);
        }
    }
    return form;
}

/// A new entry's date as most of its section write it, else of its kind, else as the section's without the day, else as
/// any on the page. `own`: as the donor's form would.
Result<QByteArray> copiedDate(
    const QByteArray &edtf, const Result<QByteArray> &own, const SkeletonNode &slot, const DateHabits &habits,
    const HouseStyle &style)
{
    Tally section, kind, page, shorter, pageShorter;
    if (own)
        section.add(*own);
    const auto learn = [&](const Field &known, Tally &tally, Tally &less) {
        if (schemaOf(known.id).type != ValueType::Date || known.written.isEmpty())
            return;
        const DateForm form = habits.completed(known.dateForm, known.value.text());
        if (const auto way = spellDate(edtf, form))
            tally.add(*way);
        for (const bool daysOnly : {true, false}) {
            if (const auto way = spellDate(edtf, shortened(form, daysOnly)))
                less.add(*way);
        }
    };
    for (const Sample &sample : style.samples()) {
        if (const Field *known = sample.entry->field(slot.field))
            learn(*known, sample.sameSection ? section : kind, sample.sameSection ? shorter : pageShorter);
    }
    for (const Tally &tally : {section, kind, shorter}) {
        if (const auto best = tally.most())
            return *best;
    }
    for (const Section &any : style.page().outline().sections) {
        for (const Entry &entry : any.entries) {
            for (const Field &known : entry.fields)
                learn(known, page, pageShorter);
        }
    }
    if (page.total() == 0 && pageShorter.total() == 0 && slot.origin)
        learn(*slot.origin, page, pageShorter);
    for (const Tally &tally : {page, pageShorter}) {
        if (const auto best = tally.most())
            return *best;
    }
    return own;
}

} // namespace

Result<QByteArray> spelledDate(const QByteArray &edtf, const SkeletonNode &slot, const HouseStyle &style, bool copy)
{
    const DateHabits habits(style);
    const QByteArray said = slot.origin ? slot.origin->value.text() : QByteArray();
    const Result<QByteArray> own = spellDate(edtf, habits.completed(formOf(slot), said));
    if (own && !copy)
        return own;
    return copiedDate(edtf, own, slot, habits, style);
}

} // namespace vitrine
