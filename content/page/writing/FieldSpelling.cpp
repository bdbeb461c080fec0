#include "content/page/writing/FieldSpelling.h"

#include "content/page/dates/Dates.h"
#include "content/page/kinds/layouts/FieldText.h"
#include "content/page/writing/AuthorSpelling.h"
#include "content/page/writing/DateSpelling.h"
#include "content/page/writing/FinalStop.h"
#include "content/page/writing/LinkSpelling.h"
#include "content/page/writing/ListSpelling.h"
#include "content/page/writing/Refusals.h"
#include "content/page/writing/ShortVenues.h"
#include "content/text/LineIndex.h"

#include <QRegularExpression>

#include <algorithm>

namespace vitrine {

namespace {

using Part = SkeletonNode::Part;
using Type = SkeletonNode::Type;

QByteArray blanksLike(const QByteArray &marker)
{
    QByteArray blanks = marker;
    for (char &c : blanks) {
        if (c != '\t')
            c = ' ';
    }
    return blanks;
}

/// The indent of the lines after the first: this value's, else this entry's, else that of the nearest entry that is
/// wrapped, else the width of the list marker.
QByteArray continuationIndent(const QByteArray &oldText, const Level &entry, const HouseStyle &style)
{
    if (const auto indent = wrappedIndent(oldText, {0, oldText.size()}))
        return *indent;
    const QByteArray bytes = bytesOf(entry);
    if (const auto indent = wrappedIndent(bytes, {0, bytes.size()}))
        return *indent;
    for (const Sample &sample : style.samples()) {
        if (const auto indent = wrappedIndent(style.page().text(), sample.entry->range))
            return *indent;
    }
    return blanksLike(entry.head.text);
}

QByteArray spelledLines(const QByteArray &value, const QByteArray &oldText, const Level &entry, const HouseStyle &style)
{
    if (!value.contains('\n'))
        return value;
    const QByteArray lineEnd = lineEndBytes(dominantLineEnd(style.page().text()));
    const QByteArray indent = continuationIndent(oldText, entry, style);
    QByteArray spelled;
    const QList<QByteArray> lines = value.split('\n');
    for (qsizetype i = 0; i < lines.size(); ++i) {
        if (i > 0)
            spelled += lineEnd + (lines[i].isEmpty() ? QByteArray() : indent);
        spelled += lines[i];
    }
    return spelled;
}

QByteArray oldValueOf(const SkeletonNode &slot)
{
    return slot.origin ? slot.origin->value.text() : QByteArray();
}

qsizetype listMarkerSize(const QByteArray &text)
{
    static const QRegularExpression marker(QStringLiteral("^(?:[-*+]|[0-9]{1,9}[.)])[ \\t]+"));
    return marker.match(QString::fromLatin1(text.left(64))).capturedLength();
}

/// A line that takes the place of several nested items is one of them.
QByteArray withMarker(FieldId field, const QByteArray &value, const QByteArray &old)
{
    const bool items = field == FieldId::Summary && !value.isEmpty() && listMarkerSize(value) == 0;
    return items ? old.left(listMarkerSize(old)) + value : value;
}

/// A note that had its brackets inside keeps them around it: without them it would belong to what stands before.
QByteArray withBrackets(FieldId field, const QByteArray &value, const QByteArray &old)
{
    if (field != FieldId::Note || value.isEmpty())
        return value;
    for (const auto &[open, close] : {std::pair{"(", ")"}, std::pair{"（", "）"}}) {
        if (old.startsWith(open) && !value.startsWith(open))
            return open + value + close;
    }
    return value;
}

/// The way to a short name in brackets ("(ICML)") inside a level; empty when there is none.
UnitPath pathToBracketedShort(const Level &level, FieldId field)
{
    for (size_t i = 0; i < level.units.size(); ++i) {
        const SkeletonNode &unit = level.units[i];
        const bool isShort = unit.type == Type::Slot && unit.field == field && unit.part == Part::Short;
        if (isShort && level.separators[i].text.endsWith('('))
            return {i};
        if (unit.type != Type::Pair)
            continue;
        const auto &inner = unit.inside.units;
        const bool bracket = unit.open.text == "(" && inner.size() == 1 && inner.front().type == Type::Slot
            && inner.front().field == field && inner.front().part == Part::Short;
        if (bracket)
            return {i};
        UnitPath below = pathToBracketedShort(unit.inside, field);
        if (below.empty())
            continue;
        below.insert(below.begin(), i);
        return below;
    }
    return {};
}

/// What has no short name says nothing twice: the brackets go that would hold it.
void dropBracketedShort(Level &entry, FieldId field, const QByteArray &value, const WriteContext &context)
{
    if (field != FieldId::Venue || shortVenueOf(value, context.style) != value)
        return;
    const UnitPath path = pathToBracketedShort(entry, field);
    if (!path.empty())
        removeUnitAt(entry, path, context.style, context.way);
}

bool endsInWord(const QByteArray &text, const char *word)
{
    const qsizetype at = text.size() - static_cast<qsizetype>(qstrlen(word));
    return text.endsWith(word) && (at == 0 || !isalpha(static_cast<unsigned char>(text[at - 1])));
}

/// What stands before the pages of a level, when it is "p. " or "pp. ".
Stretch *beforePages(Level &entry)
{
    const UnitPath path = pathTo(entry, FieldId::Pages);
    if (path.empty())
        return nullptr;
    Stretch &before = levelAt(entry, path).separators[path.back()];
    return endsInWord(before.text, "p. ") || endsInWord(before.text, "pp. ") ? &before : nullptr;
}

/// One page is "p. 3", several are "pp. 3-9", where the page's owner tells them apart.
void fitPagesWord(Level &entry, const QByteArray &value, const WriteContext &context)
{
    Stretch *before = beforePages(entry);
    const bool single =
        std::all_of(value.begin(), value.end(), [](char c) { return isalnum(static_cast<unsigned char>(c)); });
    const char *wanted = single ? "p. " : "pp. ";
    if (!before || endsInWord(before->text, wanted))
        return;
    for (const Sample &sample : context.style.samples()) {
        Level known = sample.skeleton();
        const Stretch *other = beforePages(known);
        if (!other || !endsInWord(other->text, wanted))
            continue;
        before->set(before->text.chopped(single ? 4 : 3) + wanted);
        return;
    }
}

void writeText(Level &entry, FieldId field, const QByteArray &asked, const WriteContext &context)
{
    const Level before = entry;
    // The page's own full stop stands outside the value: never two, and none after "!".
    const QByteArray value = fitFinalStop(entry, field, asked, context.style, context.copy);
    dropBracketedShort(entry, field, value, context);
    if (field == FieldId::Pages)
        fitPagesWord(entry, value, context);
    bool first = true;
    forEachSkeletonSlot(entry, [&](SkeletonNode &slot) {
        if (slot.field != field)
            return;
        const QByteArray old = fieldText(slot.text.text, {0, slot.text.text.size()});
        if (slot.part == Part::Short)
            slot.text.set(shortVenueOf(value, context.style));
        else if (first || context.copy || old == oldValueOf(slot))
            slot.text.set(spelledLines(
                withBrackets(field, withMarker(field, value, slot.text.text), slot.text.text), slot.text.text, before,
                context.style));
        first = first && slot.part == Part::Short;
    });
}

Result<Done> writeDate(Level &entry, FieldId field, const QByteArray &edtf, const WriteContext &context)
{
    std::optional<Error> error;
    forEachSkeletonSlot(entry, [&](SkeletonNode &slot) {
        if (slot.field != field || error)
            return;
        const Result<QByteArray> spelled = spelledDate(edtf, slot, context.style, context.copy);
        if (spelled)
            slot.text.set(*spelled);
        else
            error = spelled.error();
    });
    if (error)
        return *error;
    return Done();
}

/// Calls visit(list) for the first list of a field; false when there is none.
template<typename Visit> bool withList(Level &entry, FieldId field, const Visit &visit)
{
    const UnitPath path = pathTo(entry, field);
    if (path.empty() || unitAt(entry, path).type != Type::List)
        return false;
    visit(unitAt(entry, path).inside);
    return true;
}

/// Where the names of a list stand, as far as escaping goes.
EscapeContext escapeOfNames(const Level &list, const Page &page)
{
    EscapeContext context;
    context.markdown = page.context().markdown;
    const Field *origin = nullptr;
    for (const SkeletonNode &item : list.units)
        origin = origin ? origin : item.origin;
    if (origin && origin->range)
        context.place = escapeContextAt(page, {origin->range->begin, origin->range->begin + 1}).place;
    return context;
}

/// Links that stand inside a text belong to that text.
Result<LinkList> ownLinks(const LinkList &wanted, const Field *old)
{
    LinkList own = wanted;
    if (!old)
        return own;
    for (const Link &link : old->value.links()) {
        if (link.labelRange || link.urlRange)
            continue;
        const qsizetype at = own.indexOf(link);
        if (at < 0)
            return refusedInsideText();
        own.removeAt(at);
    }
    return own;
}

Result<Done> notPlaced(FieldId field)
{
    return refusedNoPlace(field);
}

Result<Done> writeLinkField(Level &entry, const Value &value, const WriteContext &context)
{
    const Field *old = nullptr;
    if (!context.copy && !context.style.samples().empty() && context.style.samples().front().distance == 0)
        old = context.style.samples().front().entry->field(FieldId::Links);
    const Result<LinkList> own = ownLinks(value.links(), old);
    if (!own)
        return own.error();
    if (!writeLinks(entry, *own, context.style, context.way))
        return notPlaced(FieldId::Links);
    return Done();
}

QByteArray trimmedText(const QByteArray &text)
{
    QByteArray value = text;
    value.replace("\r\n", "\n").replace('\r', '\n');
    return value.trimmed();
}

} // namespace

Result<Done> writeField(Level &entry, FieldId field, const Value &value, const WriteContext &context)
{
    if (field == FieldId::Links)
        return writeLinkField(entry, value, context);
    if (value.isEmpty()) {
        removeField(entry, field, context.style, context.way);
        return Done();
    }
    if (pathTo(entry, field).empty() && !addField(entry, field, context.style, context.way))
        return notPlaced(field);
    switch (schemaOf(field).type) {
    case ValueType::Date:
        return writeDate(entry, field, value.text(), context);
    case ValueType::Authors: {
        const bool written = withList(entry, field, [&](Level &list) {
            writeAuthors(list, value.authors(), context.style, escapeOfNames(list, context.style.page()), context.copy);
        });
        return written ? Result<Done>(Done()) : notPlaced(field);
    }
    case ValueType::Keywords: {
        const bool written =
            withList(entry, field, [&](Level &list) { writeKeywords(list, value.strings(), context.style); });
        return written ? Result<Done>(Done()) : notPlaced(field);
    }
    default:
        writeText(entry, field, value.text(), context);
        return Done();
    }
}

Result<Value> tidyValue(FieldId field, const Value &value, const HouseStyle &style)
{
    if (value.isEmpty())
        return Value();
    switch (schemaOf(field).type) {
    case ValueType::Date: {
        const QByteArray text = value.text().trimmed();
        if (isEdtf(text))
            return Value(text);
        const Result<QByteArray> edtf = parseTyped(text);
        return edtf ? Result<Value>(Value(*edtf)) : Result<Value>(edtf.error());
    }
    case ValueType::Authors:
        return Value(withOwner(value.authors(), style));
    case ValueType::Links: {
        LinkList links = value.links();
        for (Link &link : links) {
            link.url = link.url.trimmed();
            link.label = trimmedText(link.label);
            if (link.url.contains(' '))
                return refusedBlankInAddress(link.url);
        }
        return Value(links);
    }
    case ValueType::Keywords: {
        StringList words;
        for (const QByteArray &word : value.strings()) {
            if (!word.trimmed().isEmpty())
                words.push_back(trimmedText(word));
        }
        return Value(words);
    }
    case ValueType::Address:
        if (value.text().trimmed().contains(' '))
            return refusedBlankInAddress(value.text().trimmed());
        return Value(trimmedText(value.text()));
    default:
        return Value(trimmedText(value.text()));
    }
}

} // namespace vitrine
