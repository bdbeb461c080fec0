#include "content/page/writing/CopiedPictures.h"

#include "content/page/writing/Addresses.h"
#include "content/page/writing/ShortVenues.h"

#include <algorithm>

namespace vitrine {

namespace {

/// What a paper's picture may be called by.
struct PictureNames
{
    QByteArray title;
    QByteArray head; ///< of the title: the name before the colon
    QByteArray file; ///< of the picture, without folder and ending
    QByteArray venue; ///< in short
    QByteArray year;

    /// `say(field)` gives what a field says.
    template<typename Say> static PictureNames of(const Say &say)
    {
        const QByteArray title = say(FieldId::Title);
        const QByteArray image = say(FieldId::Image);
        const qsizetype colon = title.indexOf(':');
        QByteArray file = image.mid(image.lastIndexOf('/') + 1);
        file.truncate(std::max<qsizetype>(file.lastIndexOf('.'), 0));
        const QByteArray head = colon > 0 ? title.left(colon).trimmed() : QByteArray();
        return {title, head, file, {}, say(FieldId::Date).left(4)};
    }
};

/// The donor's words for its picture as the new entry has them.
QByteArray renamed(QByteArray words, const PictureNames &old, const PictureNames &now)
{
    if (!old.file.isEmpty() && words == old.file && !now.file.isEmpty())
        return now.file;
    if (!old.head.isEmpty() && words.contains(old.head) && !now.head.isEmpty())
        return words.replace(old.head, now.head);
    // "KNOT 2026 paper"
    if (!old.venue.isEmpty() && words.contains(old.venue) && !now.venue.isEmpty()) {
        words.replace(old.venue, now.venue);
        return old.year.isEmpty() || now.year.isEmpty() ? words : words.replace(old.year, now.year);
    }
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

std::vector<QByteArray> repositoriesOf(const LinkList &links)
{
    std::vector<QByteArray> found;
    for (const Link &link : links) {
        const QByteArray repository = repositoryOf(link.url);
        if (!repository.isEmpty() && std::find(found.begin(), found.end(), repository) == found.end())
            found.push_back(repository);
    }
    return found;
}

LinkList linksOf(const FieldValues &values)
{
    for (const auto &[field, value] : values) {
        if (field == FieldId::Links)
            return value.links();
    }
    return {};
}

/// The bytes of a sealed picture with the other repository; nothing where it shows none of these.
std::optional<QByteArray>
starsOf(const QByteArray &sealed, const std::vector<QByteArray> &old, const std::vector<QByteArray> &now)
{
    for (size_t i = 0; i < std::min(old.size(), now.size()); ++i) {
        if (sealed.contains('/' + old[i])) {
            QByteArray text = sealed;
            return text.replace('/' + old[i], '/' + now[i]);
        }
    }
    return {};
}

void renameStars(Level &level, const std::vector<QByteArray> &old, const std::vector<QByteArray> &now, int depth)
{
    constexpr int mostDepth = 48;
    for (size_t i = level.units.size(); i-- > 0;) {
        SkeletonNode &unit = level.units[i];
        if (unit.type != SkeletonNode::Type::Sealed) {
            if (depth < mostDepth)
                renameStars(unit.inside, old, now, depth + 1);
            continue;
        }
        const std::optional<QByteArray> stars = starsOf(unit.text.text, old, now);
        if (stars)
            removeUnit(level, i, Stretch(level.separators[i].text + *stars + level.separators[i + 1].text));
    }
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

void renamePictures(Level &copy, const Entry &donor, const FieldValues &values, const HouseStyle &style)
{
    auto old = PictureNames::of([&](FieldId id) { return textOf(donor, id); });
    auto now = PictureNames::of([&](FieldId id) { return textOf(values, id); });
    old.venue = shortVenueOf(textOf(donor, FieldId::Venue), style);
    now.venue = shortVenueOf(textOf(values, FieldId::Venue), style);
    changeBetween(copy, [&](QByteArray &bytes) { renameIn(bytes, old, now); });
}

void renameStars(Level &copy, const Entry &donor, const FieldValues &values)
{
    const Field *links = donor.field(FieldId::Links);
    if (links)
        renameStars(copy, repositoriesOf(links->value.links()), repositoriesOf(linksOf(values)), 0);
}

void keepPictureTag(Level &copy, const Page &page, const Entry &donor)
{
    const Field *image = donor.field(FieldId::Image);
    if (!image || !image->range || page.expansion().toSource(*image->range))
        return;
    for (const Piece &piece : page.expansion().pieces()) {
        if (piece.verbatim || piece.expanded != *image->range)
            continue;
        const SourceFile &file = page.sources()[static_cast<size_t>(piece.source.file)];
        const QByteArray tag = file.bytes.mid(piece.source.range.begin, piece.source.range.size());
        // What the site puts before it stands in no tag.
        QByteArray written = image->value.text();
        while (!written.isEmpty() && !tag.contains('"' + written + '"') && !tag.contains('\'' + written + '\''))
            written.remove(0, 1);
        const QByteArray base = image->value.text().chopped(written.size());
        if (written.isEmpty())
            return;
        forEachSkeletonSlot(copy, [&](SkeletonNode &slot) {
            if (slot.field != FieldId::Image || !slot.text.text.startsWith(base))
                return;
            QByteArray spelled = tag;
            slot.text.set(spelled.replace(written, slot.text.text.mid(base.size())));
        });
        return;
    }
}

void renameCounters(Level &copy, const Entry &donor, const FieldValues &values)
{
    const Field *links = donor.field(FieldId::Links);
    const QByteArray old = links ? scholarNumber(links->value.links()) : QByteArray();
    if (old.isEmpty())
        return;
    const QByteArray now = scholarNumber(linksOf(values));
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
