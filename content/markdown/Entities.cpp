#include "content/markdown/Entities.h"

#include <cmark-gfm.h>

#include <algorithm>
#include <array>
#include <memory>
#include <utility>

namespace vitrine {

namespace {

constexpr qsizetype maxNameLength = 32; // the longest of HTML 5 has 31 letters

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

bool isHexDigit(char c)
{
    return isDigit(c) || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
}

bool isAlnum(char c)
{
    return isDigit(c) || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

/// What `&name;` shows by the table that cmark carries, or empty.
QByteArray namedByCmark(QByteArrayView reference)
{
    using Document = std::unique_ptr<cmark_node, decltype(&cmark_node_free)>;
    const Document document(
        cmark_parse_document(reference.data(), static_cast<size_t>(reference.size()), CMARK_OPT_DEFAULT),
        cmark_node_free);
    cmark_node *paragraph = cmark_node_first_child(document.get());
    cmark_node *text = paragraph ? cmark_node_first_child(paragraph) : nullptr;
    const char *literal = text ? cmark_node_get_literal(text) : nullptr;
    const QByteArray shown(literal ? literal : "");
    return shown == reference ? QByteArray() : shown;
}

/// Those that pages really use are answered at once.
QByteArray named(QByteArrayView reference)
{
    using Pair = std::pair<QByteArrayView, QByteArrayView>;
    static constexpr std::array<Pair, 17> common{
        Pair{"&nbsp;", "\u00a0"},   Pair{"&amp;", "&"},       Pair{"&lt;", "<"},     Pair{"&gt;", ">"},
        Pair{"&quot;", "\""},       Pair{"&apos;", "'"},      Pair{"&ndash;", "–"},  Pair{"&mdash;", "—"},
        Pair{"&emsp;", "\u2003"},   Pair{"&ensp;", "\u2002"}, Pair{"&copy;", "©"},   Pair{"&bull;", "•"},
        Pair{"&thinsp;", "\u2009"}, Pair{"&dagger;", "†"},    Pair{"&Dagger;", "‡"}, Pair{"&middot;", "·"},
        Pair{"&rarr;", "→"}};
    const auto found =
        std::find_if(common.begin(), common.end(), [&](const Pair &pair) { return pair.first == reference; });
    return found != common.end() ? found->second.toByteArray() : namedByCmark(reference);
}

QByteArray character(char32_t code)
{
    const bool valid = code != 0 && code <= 0x10ffff && (code < 0xd800 || code > 0xdfff);
    const char32_t shown = valid ? code : U'\ufffd';
    return QString::fromUcs4(&shown, 1).toUtf8();
}

std::optional<Entity> numberAt(QByteArrayView text, qsizetype at)
{
    qsizetype pos = at + 2;
    const bool hex = pos < text.size() && (text[pos] == 'x' || text[pos] == 'X');
    pos += hex ? 1 : 0;
    const qsizetype begin = pos;
    const qsizetype most = hex ? 6 : 7;
    while (pos < text.size() && pos - begin < most && (hex ? isHexDigit(text[pos]) : isDigit(text[pos])))
        ++pos;
    if (pos == begin || pos >= text.size() || text[pos] != ';')
        return {};
    const uint code = text.sliced(begin, pos - begin).toByteArray().toUInt(nullptr, hex ? 16 : 10);
    return Entity{pos + 1 - at, character(code)};
}

} // namespace

std::optional<Entity> entityAt(QByteArrayView text, qsizetype at)
{
    if (at + 2 >= text.size() || text[at] != '&')
        return {};
    if (text[at + 1] == '#')
        return numberAt(text, at);
    qsizetype pos = at + 1;
    while (pos < text.size() && pos - at <= maxNameLength && isAlnum(text[pos]))
        ++pos;
    if (pos == at + 1 || pos >= text.size() || text[pos] != ';')
        return {};
    const QByteArray shown = named(text.sliced(at, pos + 1 - at));
    if (shown.isEmpty())
        return {};
    return Entity{pos + 1 - at, shown};
}

QByteArray decodeEntities(QByteArrayView text)
{
    QByteArray decoded;
    qsizetype done = 0;
    for (qsizetype at = text.indexOf('&'); at >= 0; at = text.indexOf('&', at)) {
        const std::optional<Entity> entity = entityAt(text, at);
        if (!entity) {
            ++at;
            continue;
        }
        decoded += text.sliced(done, at - done);
        decoded += entity->text;
        at += entity->length;
        done = at;
    }
    return decoded + text.sliced(done).toByteArray();
}

} // namespace vitrine
