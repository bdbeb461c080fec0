#include "content/markdown/Delimiters.h"

#include "content/markdown/Characters.h"

#include <algorithm>

namespace vitrine {

void Delimiters::add(QByteArrayView text, ByteRange range)
{
    const char32_t before = codePointBefore(text, range.begin);
    const char32_t after = codePointAt(text, range.end);
    const bool spaceBefore = isUnicodeSpace(before), spaceAfter = isUnicodeSpace(after);
    const bool pointBefore = isUnicodePunctuation(before), pointAfter = isUnicodePunctuation(after);
    const bool left = !spaceAfter && (!pointAfter || spaceBefore || pointBefore);
    const bool right = !spaceBefore && (!pointBefore || spaceAfter || pointAfter);

    Run run;
    run.mark = text[range.begin];
    run.rest = range;
    run.length = range.size();
    const bool word = run.mark == '_'; // not inside words
    run.canOpen = left && (!word || !right || pointBefore);
    run.canClose = right && (!word || !left || pointAfter);
    m_runs.push_back(run);
}

int Delimiters::bottomKind(const Run &run) const
{
    const int mark = run.mark == '*' ? 0 : run.mark == '_' ? 1 : 2;
    return mark * 6 + (run.canOpen ? 3 : 0) + static_cast<int>(run.length % 3);
}

/// The nearest run before `closer` and above `bottom` that it closes, or -1.
int Delimiters::openerOf(int closer, int bottom) const
{
    const Run &close = m_runs[static_cast<size_t>(closer)];
    for (int i = close.previous; i > bottom; i = m_runs[static_cast<size_t>(i)].previous) {
        const Run &open = m_runs[static_cast<size_t>(i)];
        if (open.mark != close.mark || !open.canOpen)
            continue;
        // "Multiple of 3" rule of CommonMark's emphasis, rules 9 and 10.
        const bool both = open.canClose || close.canOpen;
        if (both && (open.length + close.length) % 3 == 0 && (open.length % 3 != 0 || close.length % 3 != 0))
            continue;
        return i;
    }
    return -1;
}

void Delimiters::drop(int index)
{
    const Run &run = m_runs[static_cast<size_t>(index)];
    if (run.previous >= 0)
        m_runs[static_cast<size_t>(run.previous)].next = run.next;
    if (run.next >= 0)
        m_runs[static_cast<size_t>(run.next)].previous = run.previous;
}

void Delimiters::pair(size_t bottom, const Paired &paired)
{
    const int first = static_cast<int>(bottom);
    const int count = static_cast<int>(m_runs.size());
    for (int i = first; i < count; ++i) {
        m_runs[static_cast<size_t>(i)].previous = i > first ? i - 1 : -1;
        m_runs[static_cast<size_t>(i)].next = i + 1 < count ? i + 1 : -1;
    }
    // Below these no opener is left for a closer of the kind; they keep the search linear.
    std::array<int, 18> bottoms;
    bottoms.fill(first - 1);

    int closer = first < count ? first : -1;
    while (closer >= 0) {
        Run &close = m_runs[static_cast<size_t>(closer)];
        if (!close.canClose) {
            closer = close.next;
            continue;
        }
        int &bottomOfKind = bottoms[static_cast<size_t>(bottomKind(close))];
        const int opener = openerOf(closer, bottomOfKind);
        if (opener < 0) {
            bottomOfKind = close.previous >= 0 ? close.previous : bottomOfKind;
            const int next = close.next;
            if (!close.canOpen)
                drop(closer);
            closer = next;
            continue;
        }
        Run &open = m_runs[static_cast<size_t>(opener)];
        const qsizetype used = open.rest.size() >= 2 && close.rest.size() >= 2 ? 2 : 1;
        paired(close.mark, {open.rest.end - used, open.rest.end}, {close.rest.begin, close.rest.begin + used});
        open.rest.end -= used;
        close.rest.begin += used;
        // Runs between the two can pair no more.
        open.next = closer;
        close.previous = opener;
        if (open.rest.isEmpty())
            drop(opener);
        if (close.rest.isEmpty()) {
            const int next = close.next;
            drop(closer);
            closer = next;
        }
    }
    m_runs.resize(bottom);
}

} // namespace vitrine
