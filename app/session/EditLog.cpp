#include "app/session/EditLog.h"

#include <algorithm>

namespace vitrine {

namespace {

/// The range of the text that replacement `index` writes, in the text after the edit.
SourceRange writtenRange(const TextEdit &inverse, size_t index)
{
    const Replacement &back = inverse.replacements()[index];
    return {back.file, back.range};
}

/// Bytes that one replacement took away and another of the same edit wrote elsewhere have moved.
std::optional<SourceRange> movedTo(SourceRange place, const TextEdit &edit, const TextEdit &inverse)
{
    const auto &forth = edit.replacements();
    const auto &back = inverse.replacements();
    for (size_t i = 0; i < forth.size(); ++i) {
        if (forth[i].file != place.file || !forth[i].range.contains(place.range))
            continue;
        const QByteArray bytes = back[i].text.mid(place.range.begin - forth[i].range.begin, place.range.size());
        for (size_t j = 0; j < forth.size(); ++j) {
            const qsizetype at = j == i ? -1 : forth[j].text.indexOf(bytes);
            if (at < 0)
                continue;
            const qsizetype begin = writtenRange(inverse, j).range.begin + at;
            return SourceRange{forth[j].file, {begin, begin + bytes.size()}};
        }
    }
    return {};
}

} // namespace

void EditLog::append(const TextEdit &edit, const TextEdit &inverse)
{
    m_entries.push_back({edit, inverse});
}

std::optional<SourceRange> EditLog::carriedThrough(SourceRange place, const TextEdit &edit, const TextEdit &inverse)
{
    const SourceRange mapped = edit.mapped(place);
    if (!mapped.range.isEmpty() || place.range.isEmpty())
        return mapped;
    return movedTo(place, edit, inverse);
}

std::optional<SourceRange> EditLog::carried(SourceRange place, quint64 from) const
{
    std::optional<SourceRange> now = place;
    for (size_t r = static_cast<size_t>(from); now && r < m_entries.size(); ++r)
        now = carriedThrough(*now, m_entries[r].edit, m_entries[r].inverse);
    return now;
}

} // namespace vitrine
