#include "content/page/writing/FinalStop.h"

#include <algorithm>

namespace vitrine {

namespace {

/// What stands right after a field, whatever pairs close in between, and whether the entry ends with it.
struct After
{
    Stretch *separator = nullptr;
    bool last = false;
};

After afterField(Level &entry, FieldId field)
{
    UnitPath path = pathTo(entry, field);
    After after;
    while (!path.empty()) {
        Level &level = levelAt(entry, path);
        after.separator = &level.separators[path.back() + 1];
        after.last = path.back() + 1 == level.units.size();
        if (!after.last || !after.separator->text.isEmpty())
            break;
        path.pop_back();
    }
    after.last = after.last && path.size() <= 1;
    return after;
}

bool endsSentence(const QByteArray &text)
{
    for (const char *sign : {"!", "?", ".", "…", "！", "？", "。"}) {
        if (text.endsWith(sign))
            return true;
    }
    return false;
}

/// Whether most entries of the section that end with this field end with a stop; nothing when none tells.
std::optional<bool> mostEndWithStop(FieldId field, const HouseStyle &style)
{
    Tally own, all;
    for (const Sample &sample : style.samples()) {
        const Field *known = sample.entry->field(field);
        if (!known || endsSentence(known->value.text()))
            continue;
        Level skeleton = sample.skeleton;
        const After after = afterField(skeleton, field);
        if (!after.last || !after.separator || (!after.separator->text.isEmpty() && after.separator->text != "."))
            continue;
        all.add(after.separator->text);
        if (sample.sameSection)
            own.add(after.separator->text);
    }
    const std::optional<QByteArray> most = own.most() ? own.most() : all.most();
    return most ? std::optional(*most == ".") : std::nullopt;
}

} // namespace

QByteArray fitFinalStop(Level &entry, FieldId field, const QByteArray &value, const HouseStyle &style, bool copy)
{
    const After after = afterField(entry, field);
    if (!after.separator)
        return value;
    const bool stops = after.separator->text.startsWith('.');
    if (value.endsWith('.') && stops)
        return value.chopped(1);
    if (endsSentence(value)) {
        if (stops)
            after.separator->set(after.separator->text.mid(1));
        return value;
    }
    const bool plainEnd = after.last && (after.separator->text.isEmpty() || after.separator->text == ".");
    const std::optional<bool> wanted = copy && plainEnd ? mostEndWithStop(field, style) : std::nullopt;
    if (wanted)
        after.separator->set(*wanted ? QByteArrayLiteral(".") : QByteArray());
    return value;
}

} // namespace vitrine
