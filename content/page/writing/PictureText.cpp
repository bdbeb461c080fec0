#include "content/page/writing/PictureText.h"

#include "content/markdown/Html.h"
#include "content/page/kinds/layouts/FieldText.h"
#include "content/page/structure/VerifiedChange.h"
#include "content/page/writing/Attempt.h"
#include "content/page/writing/Escape.h"
#include "content/page/writing/Refusals.h"

#include <algorithm>

namespace vitrine {

namespace {

/// Where the words of a picture stand, or could stand.
struct WordsPlace
{
    ByteRange range; ///< is replaced
    QByteArray before, after; ///< go around the words: an attribute that is not there yet
    QByteArray plain; ///< what they say now
};

/// The innermost picture of the tree with its address at `address`.
const Node *pictureAt(const Node &tree, ByteRange address)
{
    const Node *node = &tree;
    while (node) {
        if (node->kind == NodeKind::Image && node->urlRange == address)
            return node;
        const auto next = std::find_if(node->children.begin(), node->children.end(), [&](const Node &child) {
            return child.range.contains(address) && !child.range.isEmpty();
        });
        node = next == node->children.end() ? nullptr : &*next;
    }
    return nullptr;
}

/// The tag whose attribute has its value at `address`; looked for from there back to `begin`.
std::optional<HtmlTag> tagAround(const QByteArray &text, qsizetype begin, ByteRange address)
{
    const qsizetype open = text.lastIndexOf('<', address.begin);
    if (open < begin)
        return {};
    std::optional<HtmlTag> tag = readTag(text, open);
    return tag && tag->range.contains(address) ? tag : std::nullopt;
}

std::optional<WordsPlace> placeInTag(const QByteArray &text, qsizetype begin, ByteRange address)
{
    const std::optional<HtmlTag> tag = tagAround(text, begin, address);
    if (!tag)
        return {};
    if (const HtmlAttribute *alt = tag->attribute("alt")) {
        const char quote = alt->valueRange.end < alt->range.end ? text[alt->valueRange.end] : ' ';
        const bool quoted = quote == '"' || quote == '\'';
        if (quoted)
            return WordsPlace{alt->valueRange, {}, {}, alt->value};
        return WordsPlace{alt->range, "alt=\"", "\"", alt->value};
    }
    const auto source = std::find_if(tag->attributes.begin(), tag->attributes.end(), [&](const HtmlAttribute &a) {
        return a.range.contains(address);
    });
    if (source == tag->attributes.end())
        return {};
    return WordsPlace{{source->range.end, source->range.end}, " alt=\"", "\"", {}};
}

std::optional<WordsPlace> wordsPlace(const Page &page, EntryRef ref)
{
    const Entry &entry = page.entry(ref);
    const Field *image = entry.field(FieldId::Image);
    if (!image || !image->range)
        return {};
    if (const Node *picture = pictureAt(page.tree(), *image->range)) {
        const QByteArray words = page.text(picture->content);
        return WordsPlace{picture->content, {}, {}, plainText(words).value_or(words)};
    }
    return placeInTag(page.text(), entry.range.begin, *image->range);
}

} // namespace

std::optional<QByteArray> pictureText(const Page &page, EntryRef entry)
{
    const std::optional<WordsPlace> place = wordsPlace(page, entry);
    return place ? std::optional(place->plain) : std::nullopt;
}

Result<PageChange> setPictureText(const Page &page, EntryRef entry, const QByteArray &plain)
{
    if (!isEntry(page, entry))
        return noSuchEntry();
    const std::optional<WordsPlace> place = wordsPlace(page, entry);
    if (!place)
        return refusedNoPlace(FieldId::Image);
    const QByteArray asked = plain.simplified();
    if (asked == place->plain)
        return unchanged(page, entry);
    EscapeContext context = escapeContextAt(page, place->range);
    if (!place->before.isEmpty())
        context.place = EscapeContext::Place::Attribute;
    for (const auto spell : {markdownFromPlain, markdownFromPlainStrictly}) {
        const QByteArray written = place->before + spell(asked, context) + place->after;
        Expectation allowed;
        allowed.changed = {entry};
        Result<PageChange> change = verifiedChange(page, {{place->range, written}}, allowed, {entry, {}});
        if (change && saysAsAsked(&page.entry(entry), change->after->entry(entry), {})
            && pictureText(*change->after, entry) == asked)
            return change;
    }
    return cannotWriteError(page.expansion().toSource(page.entry(entry).range));
}

} // namespace vitrine
