#include "content/page/writing/CopiedPictures.h"

#include <algorithm>

namespace vitrine {

namespace {

/// What a paper's picture may be called by.
struct PictureNames
{
    QByteArray title;
    QByteArray head; ///< of the title: the name before the colon
    QByteArray file; ///< of the picture, without folder and ending

    static PictureNames of(const QByteArray &title, const QByteArray &image)
    {
        const qsizetype colon = title.indexOf(':');
        QByteArray file = image.mid(image.lastIndexOf('/') + 1);
        file.truncate(std::max<qsizetype>(file.lastIndexOf('.'), 0));
        return {title, colon > 0 ? title.left(colon).trimmed() : QByteArray(), file};
    }
};

/// The donor's words for its picture as the new entry has them.
QByteArray renamed(QByteArray words, const PictureNames &old, const PictureNames &now)
{
    if (!old.file.isEmpty() && words == old.file && !now.file.isEmpty())
        return now.file;
    if (!old.head.isEmpty() && words.contains(old.head) && !now.head.isEmpty())
        return words.replace(old.head, now.head);
    const bool own = !old.head.isEmpty() && (old.title.contains(words) || words.contains(old.head));
    return own ? QByteArrayLiteral("sym") : words;
}

void renameIn(QByteArray &bytes, const PictureNames &old, const PictureNames &now)
{
    static const QByteArray attribute = QByteArrayLiteral(" alt=");
    const qsizetype at = bytes.indexOf(attribute);
    const qsizetype open = at + attribute.size();
    if (at < 0 || open >= bytes.size() || (bytes[open] != '"' && bytes[open] != '\''))
        return;
    const qsizetype close = bytes.indexOf(bytes[open], open + 1);
    const QByteArray words = bytes.mid(open + 1, close - open - 1);
    if (close < 0 || words.isEmpty() || words == "sym" || words.contains("{{"))
        return;
    bytes.replace(open + 1, words.size(), renamed(words, old, now));
}

/// Calls change(bytes) for all bytes between fields of a level; pictures stand some pairs deep, people's entries are
/// not deeper.
template<typename Change> void changeBetween(Level &level, const Change &change, int depth = 0)
{
    constexpr int mostDepth = 48;
    for (Stretch &separator : level.separators)
        change(separator.text);
    for (SkeletonNode &unit : level.units) {
        change(unit.open.text);
        change(unit.close.text);
        if (depth < mostDepth)
            changeBetween(unit.inside, change, depth + 1);
    }
}

/// The number by which Google Scholar knows a paper, in a link to it.
QByteArray scholarNumber(const LinkList &links)
{
    static const QByteArray key = QByteArrayLiteral("citation_for_view=");
    for (const Link &link : links) {
        const qsizetype at = link.url.indexOf(key);
        if (at < 0)
            continue;
        const QByteArray rest = link.url.mid(at + key.size());
        return rest.split('&').front();
    }
    return {};
}

/// The element that begins before `inside` and ends behind it, with elements that hold nothing else and the blank
/// before.
ByteRange emptyElementAround(const QByteArray &bytes, qsizetype inside)
{
    const auto at = [&bytes](const char *what, qsizetype from) { return bytes.indexOf(what, from); };
    qsizetype begin = bytes.lastIndexOf('<', inside);
    qsizetype end = at("</", inside);
    end = end < 0 ? end : at(">", end) + 1;
    if (begin < 0 || end <= begin)
        return {};
    for (bool wider = true; wider;) {
        const qsizetype open = begin > 0 && bytes[begin - 1] == '>' ? bytes.lastIndexOf('<', begin - 1) : -1;
        wider = open >= 0 && bytes[open + 1] != '/' && bytes.mid(end, 2) == "</";
        if (wider) {
            begin = open;
            end = at(">", end) + 1;
        }
    }
    while (begin > 0 && bytes[begin - 1] == ' ')
        --begin;
    return {begin, end};
}

QByteArray textOf(const Entry &entry, FieldId id)
{
    const Field *field = entry.field(id);
    return field ? field->value.text() : QByteArray();
}

QByteArray textOf(const FieldValues &values, FieldId id)
{
    const auto found = std::find_if(values.begin(), values.end(), [id](const auto &pair) { return pair.first == id; });
    return found == values.end() ? QByteArray() : found->second.text();
}

} // namespace

void renamePictures(Level &copy, const Entry &donor, const FieldValues &values)
{
    const auto old = PictureNames::of(textOf(donor, FieldId::Title), textOf(donor, FieldId::Image));
    const auto now = PictureNames::of(textOf(values, FieldId::Title), textOf(values, FieldId::Image));
    changeBetween(copy, [&](QByteArray &bytes) { renameIn(bytes, old, now); });
}

void renameCounters(Level &copy, const Entry &donor, const FieldValues &values)
{
    const Field *links = donor.field(FieldId::Links);
    const QByteArray old = links ? scholarNumber(links->value.links()) : QByteArray();
    if (old.isEmpty())
        return;
    QByteArray now;
    for (const auto &[field, value] : values)
        now = field == FieldId::Links ? scholarNumber(value.links()) : now;
    changeBetween(copy, [&](QByteArray &bytes) {
        const qsizetype at = bytes.indexOf(old);
        const ByteRange element = at > 0 && now.isEmpty() ? emptyElementAround(bytes, at) : ByteRange();
        if (!now.isEmpty())
            bytes.replace(old, now);
        else if (!element.isEmpty())
            bytes.remove(element.begin, element.size());
    });
}

} // namespace vitrine
