#include "content/liquid/LiquidFilters.h"

namespace vitrine {

namespace {

/// A value as a list: one that is none is a list of one.
QVariantList asList(const QVariant &value)
{
    if (isListLiquid(value))
        return value.toList();
    return value.isValid() ? QVariantList{value} : QVariantList();
}

QVariantList reversed(QVariantList list)
{
    std::reverse(list.begin(), list.end());
    return list;
}

QVariantList unique(const QVariantList &list)
{
    QVariantList kept;
    for (const QVariant &item : list) {
        const auto same = [&](const QVariant &other) { return other == item; };
        if (std::none_of(kept.begin(), kept.end(), same))
            kept += item;
    }
    return kept;
}

QVariantList compacted(const QVariantList &list)
{
    QVariantList kept;
    std::copy_if(
        list.begin(), list.end(), std::back_inserter(kept), [](const QVariant &item) { return item.isValid(); });
    return kept;
}

QVariantList mapped(const QVariantList &list, const QString &property)
{
    QVariantList values;
    for (const QVariant &item : list)
        values += liquidMember(item, property);
    return values;
}

QVariantList concatenated(QVariantList list, const QVariantList &more)
{
    return list += more;
}

QVariantList split(const QString &text, const QString &separator)
{
    QVariantList parts;
    // Ruby: a blank cuts at any white space, and empty parts at the end are dropped.
    QStringList pieces = separator == QLatin1String(" ") ? text.simplified().split(QLatin1Char(' '), Qt::SkipEmptyParts)
                                                         : text.split(separator);
    if (separator.isEmpty() && pieces.size() >= 2) // Qt gives an empty part on both sides
        pieces = pieces.sliced(1, pieces.size() - 2);
    while (!pieces.isEmpty() && pieces.last().isEmpty())
        pieces.removeLast();
    for (const QString &piece : pieces)
        parts += piece;
    return parts;
}

QVariant joined(const QVariantList &list, const QVariant &glue)
{
    QStringList texts;
    for (const QVariant &item : list) {
        const QVariant text = toLiquidText(item);
        if (isUnknownLiquid(text))
            return text;
        texts += text.toString();
    }
    return texts.join(glue.isValid() ? liquidString(glue) : QStringLiteral(" "));
}

QVariant sentence(const QVariantList &list, const QVariant &connector)
{
    const QString word = connector.isValid() ? liquidString(connector) : QStringLiteral("and");
    QStringList texts;
    for (const QVariant &item : list)
        texts += liquidString(item);
    if (texts.size() < 2)
        return texts.value(0);
    if (texts.size() == 2)
        return texts[0] + QLatin1Char(' ') + word + QLatin1Char(' ') + texts[1];
    const QString last = texts.takeLast();
    return QString(texts.join(QStringLiteral(", ")) + QStringLiteral(", ") + word + QLatin1Char(' ') + last);
}

QVariant sliced(const QVariant &input, const QVariantList &arguments)
{
    const qlonglong length = arguments.size() > 1 ? arguments[1].toLongLong() : 1;
    const auto clip = [&](qlonglong size, qlonglong &begin) {
        begin = arguments.value(0).toLongLong();
        begin = begin < 0 ? begin + size : begin;
        return begin < 0 || begin > size ? 0 : std::clamp<qlonglong>(length, 0, size - begin);
    };
    qlonglong begin = 0;
    if (isListLiquid(input)) {
        const QVariantList list = input.toList();
        const qlonglong count = clip(list.size(), begin);
        return count == 0 ? QVariantList() : list.mid(begin, count);
    }
    const QList<uint> letters = liquidString(input).toUcs4();
    const qlonglong count = clip(letters.size(), begin);
    return count == 0 ? QString()
                      : QString::fromUcs4(reinterpret_cast<const char32_t *>(letters.constData()) + begin, count);
}

QVariant json(const QVariant &value)
{
    const std::optional<QString> text = liquidJson(value);
    return text ? QVariant(*text) : unknownLiquid();
}

QVariant inspected(const QVariant &value)
{
    const std::optional<QString> text = liquidInspected(value);
    return text ? QVariant(escapedHtml(*text)) : unknownLiquid();
}

/// Without the first or last items, as many as asked for.
QVariantList shortened(const QVariantList &list, const QVariant &count, bool atEnd)
{
    const qlonglong left =
        list.size() - std::clamp<qlonglong>(count.isValid() ? count.toLongLong() : 1, 0, list.size());
    return atEnd ? list.first(left) : list.last(left);
}

QVariant size(const QVariant &input)
{
    const QVariant count = liquidMember(input, QStringLiteral("size"));
    return count.isValid() ? count : QVariant(0LL);
}

} // namespace

std::optional<QVariant> applyListFilter(const QByteArray &name, const QVariant &input, const QVariantList &arguments)
{
    static const QList<QByteArray> ofListsOnly{"push", "pop", "shift", "unshift"};
    if (ofListsOnly.contains(name) && !isListLiquid(input))
        return input;
    const QVariant first = arguments.value(0);
    const QString property = liquidString(first);
    if (name == "size")
        return size(input);
    if (name == "first" || name == "last")
        return liquidMember(input, QString::fromLatin1(name));
    if (name == "split")
        return split(liquidString(input), property);
    if (name == "join")
        return joined(asList(input), first);
    if (name == "array_to_sentence_string")
        return sentence(asList(input), first);
    if (name == "reverse")
        return reversed(asList(input));
    if (name == "uniq")
        return unique(asList(input));
    if (name == "compact")
        return compacted(asList(input));
    if (name == "map")
        return mapped(asList(input), property);
    if (name == "concat")
        return concatenated(asList(input), asList(first));
    if (name == "push")
        return concatenated(asList(input), {first});
    if (name == "unshift")
        return concatenated({first}, asList(input));
    if (name == "pop" || name == "shift")
        return shortened(asList(input), first, name == "pop");
    if (name == "slice")
        return sliced(input, arguments);
    if (name == "jsonify")
        return json(input);
    if (name == "inspect")
        return inspected(input);
    if (name == "sample") // by chance
        return unknownLiquid();
    return {};
}

} // namespace vitrine
