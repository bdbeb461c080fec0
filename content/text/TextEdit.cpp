#include "content/text/TextEdit.h"

#include <algorithm>
#include <tuple>

namespace vitrine {

namespace {

/// Order of replacements: by file, then by place. An insertion comes before a replacement that begins at the same byte.
bool before(const Replacement &a, const Replacement &b)
{
    return std::tuple(a.file, a.range.begin, a.range.end) < std::tuple(b.file, b.range.begin, b.range.end);
}

/// True when `next`, which does not come before `first`, starts only after it.
bool disjoint(const Replacement &first, const Replacement &next)
{
    return first.file != next.file || first.range.end <= next.range.begin;
}

qsizetype commonHead(QByteArrayView a, QByteArrayView b)
{
    const qsizetype most = std::min(a.size(), b.size());
    return std::mismatch(a.begin(), a.begin() + most, b.begin()).first - a.begin();
}

qsizetype commonTail(QByteArrayView a, QByteArrayView b)
{
    qsizetype same = 0;
    const qsizetype most = std::min(a.size(), b.size());
    while (same < most && a[a.size() - 1 - same] == b[b.size() - 1 - same])
        ++same;
    return same;
}

/// A replacement of a first edit, seen in the text between it and the next edit.
struct Between
{
    ByteRange range; ///< where its text stands
    QByteArrayView text;
    qsizetype growth;
};

std::vector<Between> betweenEdits(const std::vector<Replacement> &first, int file)
{
    std::vector<Between> result;
    qsizetype shift = 0;
    for (const Replacement &r : first) {
        if (r.file != file)
            continue;
        const qsizetype begin = r.range.begin + shift;
        result.push_back({{begin, begin + r.text.size()}, r.text, r.text.size() - r.range.size()});
        shift += result.back().growth;
    }
    return result;
}

/// Joins the replacements of two edits of one file where they touch, in the text between the two.
class EditJoiner
{
public:
    EditJoiner(const std::vector<Replacement> &first, std::vector<const Replacement *> second, int file)
        : m_first(betweenEdits(first, file)), m_second(std::move(second)), m_file(file)
    {
    }

    std::vector<Replacement> joined()
    {
        std::vector<Replacement> result;
        while (m_a < m_first.size() || m_b < m_second.size())
            result.push_back(nextCluster());
        return result;
    }

private:
    Replacement nextCluster()
    {
        const size_t beginA = m_a, beginB = m_b;
        const qsizetype shiftBefore = m_shift;
        ByteRange hull = firstOfNext();
        while (extend(hull)) { }
        return {m_file, {hull.begin - shiftBefore, hull.end - m_shift}, textOf(hull, beginA, beginB)};
    }

    ByteRange firstOfNext() const
    {
        if (m_b == m_second.size())
            return m_first[m_a].range;
        const ByteRange b = m_second[m_b]->range;
        return m_a < m_first.size() && m_first[m_a].range.begin <= b.begin ? m_first[m_a].range : b;
    }

    bool extend(ByteRange &hull)
    {
        if (m_a < m_first.size() && m_first[m_a].range.begin <= hull.end) {
            hull.end = std::max(hull.end, m_first[m_a].range.end);
            m_shift += m_first[m_a++].growth;
            return true;
        }
        if (m_b < m_second.size() && m_second[m_b]->range.begin <= hull.end) {
            hull.end = std::max(hull.end, m_second[m_b++]->range.end);
            return true;
        }
        return false;
    }

    QByteArray textOf(ByteRange hull, size_t beginA, size_t beginB) const
    {
        QByteArray text;
        qsizetype copied = hull.begin;
        for (size_t b = beginB; b < m_b; ++b) {
            appendBetween(text, {copied, m_second[b]->range.begin}, beginA);
            text += m_second[b]->text;
            copied = m_second[b]->range.end;
        }
        appendBetween(text, {copied, hull.end}, beginA);
        return text;
    }

    /// What the second edit leaves of a cluster was written by the first.
    void appendBetween(QByteArray &text, ByteRange wanted, size_t beginA) const
    {
        for (size_t a = beginA; a < m_a; ++a) {
            const ByteRange range = m_first[a].range;
            const ByteRange part{std::max(range.begin, wanted.begin), std::min(range.end, wanted.end)};
            if (!part.isEmpty())
                text += m_first[a].text.sliced(part.begin - range.begin, part.size());
        }
    }

    std::vector<Between> m_first;
    std::vector<const Replacement *> m_second;
    int m_file;
    size_t m_a = 0, m_b = 0;
    qsizetype m_shift = 0;
};

} // namespace

TextEdit TextEdit::replacing(ByteRange range, QByteArray text, int file)
{
    TextEdit edit;
    edit.m_replacements.push_back({file, range, std::move(text)});
    return edit;
}

TextEdit TextEdit::inserting(qsizetype at, QByteArray text, int file)
{
    return replacing({at, at}, std::move(text), file);
}

TextEdit TextEdit::removing(ByteRange range, int file)
{
    return replacing(range, {}, file);
}

bool TextEdit::add(Replacement replacement)
{
    const auto place = std::upper_bound(m_replacements.begin(), m_replacements.end(), replacement, before);
    if (place != m_replacements.begin() && !disjoint(*std::prev(place), replacement))
        return false;
    if (place != m_replacements.end() && !disjoint(replacement, *place))
        return false;
    m_replacements.insert(place, std::move(replacement));
    return true;
}

bool TextEdit::fits(const SourceSet &sources) const
{
    return std::all_of(m_replacements.begin(), m_replacements.end(), [&](const Replacement &r) {
        return r.file >= 0 && static_cast<size_t>(r.file) < sources.size() && r.range.begin >= 0
            && r.range.begin <= r.range.end && r.range.end <= sources[static_cast<size_t>(r.file)].bytes.size();
    });
}

SourceSet TextEdit::appliedTo(const SourceSet &sources) const
{
    SourceSet result = sources;
    for (auto r = m_replacements.begin(); r != m_replacements.end();) {
        const int file = r->file;
        const QByteArray &old = sources[static_cast<size_t>(file)].bytes;
        QByteArray changed;
        changed.reserve(old.size());
        qsizetype copied = 0;
        for (; r != m_replacements.end() && r->file == file; ++r) {
            changed.append(QByteArrayView(old).sliced(copied, r->range.begin - copied));
            changed.append(r->text);
            copied = r->range.end;
        }
        changed.append(QByteArrayView(old).sliced(copied));
        result[static_cast<size_t>(file)].bytes = changed;
    }
    return result;
}

TextEdit TextEdit::inverse(const SourceSet &sources) const
{
    TextEdit result;
    qsizetype shift = 0;
    int file = -1;
    for (const Replacement &r : m_replacements) {
        if (r.file != file) {
            file = r.file;
            shift = 0;
        }
        const qsizetype begin = r.range.begin + shift;
        const QByteArray old = sources[static_cast<size_t>(file)].bytes.mid(r.range.begin, r.range.size());
        result.m_replacements.push_back({file, {begin, begin + r.text.size()}, old});
        shift += r.text.size() - r.range.size();
    }
    return result;
}

TextEdit TextEdit::trimmed(const SourceSet &sources) const
{
    TextEdit result;
    for (const Replacement &r : m_replacements) {
        const QByteArrayView old =
            QByteArrayView(sources[static_cast<size_t>(r.file)].bytes).sliced(r.range.begin, r.range.size());
        if (old == r.text)
            continue;
        const qsizetype head = commonHead(old, r.text);
        const qsizetype tail = commonTail(old.sliced(head), QByteArrayView(r.text).sliced(head));
        result.m_replacements.push_back(
            {r.file, {r.range.begin + head, r.range.end - tail}, r.text.mid(head, r.text.size() - head - tail)});
    }
    return result;
}

TextEdit TextEdit::followedBy(const TextEdit &next) const
{
    int lastFile = -1;
    for (const auto *edit : {this, &next}) {
        if (!edit->isEmpty())
            lastFile = std::max(lastFile, edit->m_replacements.back().file);
    }
    TextEdit result;
    for (int file = 0; file <= lastFile; ++file) {
        std::vector<const Replacement *> second;
        for (const Replacement &r : next.m_replacements) {
            if (r.file == file)
                second.push_back(&r);
        }
        for (Replacement &r : EditJoiner(m_replacements, std::move(second), file).joined())
            result.m_replacements.push_back(std::move(r));
    }
    return result;
}

SourceRange TextEdit::mapped(SourceRange place) const
{
    const auto [file, range] = place;
    qsizetype begin = range.begin;
    qsizetype end = range.end;
    for (const Replacement &r : m_replacements) {
        if (r.file != file)
            continue;
        const qsizetype growth = r.text.size() - r.range.size();
        if (r.range.end <= range.begin) {
            begin += growth;
            end += growth;
        } else if (r.range.begin >= range.end) {
            break;
        } else {
            // The replacement reaches into the range: what it writes belongs to the side on which it began.
            if (r.range.begin < range.begin)
                begin += r.range.begin + r.text.size() - range.begin;
            if (r.range.end > range.end)
                end += r.range.begin - range.end;
            else
                end += growth;
        }
    }
    return {file, {begin, std::max(begin, end)}};
}

} // namespace vitrine
