#include "content/page/writing/FinalStop.h"

#include "content/page/kinds/words/Words.h"

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

/// The full stop at the begin of a text, of either script.
QByteArray stopOf(const QByteArray &text)
{
    for (const char *stop : {".", "。"}) {
        if (text.startsWith(stop))
            return stop;
    }
    return {};
}

/// Also where quotes, brackets or emphasis close behind the sign; a picture is a sign as well.
bool endsSentence(const QByteArray &value)
{
    QByteArray text = value;
    for (bool closing = true; closing;) {
        closing = false;
        for (const char *close : {"\"", "”", "*", "_"}) {
            if (text.size() > 1 && text.endsWith(close)) {
                text.chop(static_cast<qsizetype>(qstrlen(close)));
                closing = true;
            }
        }
    }
    for (const char *sign : {"!", "?", ".", "…", "！", "？", "。", ":", "：", ";", "；", ",", "，"}) {
        if (text.endsWith(sign))
            return true;
    }
    qsizetype last = text.size() - 1;
    while (last > 0 && (static_cast<unsigned char>(text[last]) & 0xC0U) == 0x80U)
        --last;
    return last > 0 && isEmoji(readCodePoint(text, last).value);
}

bool endsWithLink(const QByteArray &value)
{
    QByteArray text = value;
    while (text.endsWith('*') || text.endsWith(']'))
        text.chop(1);
    return text.endsWith("</a>") || (text.endsWith(')') && text.lastIndexOf("](") > text.lastIndexOf(' '));
}

bool holdsSentences(const QByteArray &value)
{
    return value.contains(". ") || value.contains("! ") || value.contains("? ") || value.contains("。");
}

/// Who writes no stop after a phrase may well write one after two sentences, and none behind a link.
bool endAlike(const QByteArray &a, const QByteArray &b)
{
    return endsWithLink(a) == endsWithLink(b) && holdsSentences(a) == holdsSentences(b);
}

/// What most entries that end with this field have behind it, a stop or nothing: those of the section that end alike,
/// else all of the section, else all of the page. None when none tells.
std::optional<QByteArray> usualStop(FieldId field, const QByteArray &value, const HouseStyle &style)
{
    Tally alike, own, all;
    for (const Sample &sample : style.samples()) {
        const Field *known = sample.entry->field(field);
        if (!known || endsSentence(known->value.text()))
            continue;
        Level skeleton = sample.skeleton();
        const After after = afterField(skeleton, field);
        if (!after.last || !after.separator || after.separator->text != stopOf(after.separator->text))
            continue;
        all.add(after.separator->text);
        if (!sample.sameSection)
            continue;
        own.add(after.separator->text);
        if (endAlike(known->value.text(), value))
            alike.add(after.separator->text);
    }
    for (const Tally &tally : {alike, own, all}) {
        if (const auto stop = tally.most())
            return stop;
    }
    return {};
}

} // namespace

QByteArray fitFinalStop(Level &entry, FieldId field, const QByteArray &value, const HouseStyle &style, bool copy)
{
    const After after = afterField(entry, field);
    if (!after.separator)
        return value;
    const QByteArray stop = stopOf(after.separator->text);
    if (!stop.isEmpty() && value.endsWith(stop) && !value.endsWith(".."))
        return value.chopped(stop.size());
    if (endsSentence(value)) {
        after.separator->set(after.separator->text.mid(stop.size()));
        return value;
    }
    const bool plainEnd = after.last && after.separator->text == stop;
    const std::optional<QByteArray> usual = copy && plainEnd ? usualStop(field, value, style) : std::nullopt;
    if (usual)
        after.separator->set(*usual);
    return value;
}

} // namespace vitrine
