#include "content/changes/matching/PartMatching.h"

#include "content/changes/matching/EntryPairs.h"
#include "content/changes/matching/PartDissolving.h"
#include "content/changes/matching/SectionPairs.h"
#include "content/text/Diff.h"

#include <QHash>

#include <algorithm>

namespace vitrine {

namespace {

std::vector<bool> differingFiles(const SourceSet &before, const SourceSet &after)
{
    std::vector<bool> differ;
    for (size_t file = 0; file < std::max(before.size(), after.size()); ++file) {
        // A file that only one of the two has is on disk as it was read: nothing of it changed.
        differ.push_back(file < before.size() && file < after.size() && before[file].bytes != after[file].bytes);
    }
    return differ;
}

size_t index(int number)
{
    return static_cast<size_t>(number);
}

/// A longest run of partners that keeps its order: the parts that need not have moved. Values of -1 do not count.
std::vector<bool> inOrder(const std::vector<int> &partners)
{
    std::vector<size_t> ends; // ends[k]: where the best run of k + 1 parts ends
    std::vector<int> previous(partners.size(), -1);
    for (size_t i = 0; i < partners.size(); ++i) {
        if (partners[i] < 0)
            continue;
        const auto place =
            std::partition_point(ends.begin(), ends.end(), [&](size_t end) { return partners[end] < partners[i]; });
        if (place != ends.begin())
            previous[i] = static_cast<int>(*std::prev(place));
        if (place == ends.end())
            ends.push_back(i);
        else
            *place = i;
    }
    std::vector<bool> kept(partners.size());
    for (int i = ends.empty() ? -1 : static_cast<int>(ends.back()); i >= 0; i = previous[index(i)])
        kept[index(i)] = true;
    return kept;
}

class Matcher
{
public:
    Matcher(std::shared_ptr<const Page> before, std::shared_ptr<const Page> after)
    {
        const std::vector<bool> differ = differingFiles(before->sources(), after->sources());
        m_found.before = partsOf(*before, differ);
        m_found.after = partsOf(*after, differ);
        m_found.pageBefore = std::move(before);
        m_found.pageAfter = std::move(after);
        m_found.afterOf.assign(m_found.before.size(), -1);
        m_found.beforeOf.assign(m_found.after.size(), -1);
    }

    PartMatching matched()
    {
        pairEnds();
        pairSections(m_found);
        pairEntries(m_found);
        pairSettings();
        dissolveStrayParts(m_found);
        for (int file = 0; file < static_cast<int>(m_found.pageBefore->sources().size()); ++file)
            walkFile(file);
        return std::move(m_found);
    }

private:
    bool sameAt(int before, int after) const
    {
        const PagePart &a = m_found.before[index(before)];
        const PagePart &b = m_found.after[index(after)];
        return a.type == b.type && a.key == b.key && bytesOf(*m_found.pageBefore, a) == bytesOf(*m_found.pageAfter, b);
    }

    void pair(int before, int after)
    {
        m_found.afterOf[index(before)] = after;
        m_found.beforeOf[index(after)] = before;
    }

    /// The range of parts of a file.
    static std::pair<int, int> partsIn(const PageParts &parts, int file)
    {
        const auto first = std::partition_point(
            parts.begin(), parts.end(), [&](const PagePart &part) { return part.place.file < file; });
        const auto last =
            std::partition_point(first, parts.end(), [&](const PagePart &part) { return part.place.file == file; });
        return {static_cast<int>(first - parts.begin()), static_cast<int>(last - parts.begin())};
    }

    /// Most edits change a page in one place: what is the same from both ends of a file is paired without a search.
    void pairEnds()
    {
        for (int file = 0; file < static_cast<int>(m_found.pageBefore->sources().size()); ++file) {
            auto [beginA, endA] = partsIn(m_found.before, file);
            auto [beginB, endB] = partsIn(m_found.after, file);
            for (; beginA < endA && beginB < endB && sameAt(beginA, beginB); ++beginA, ++beginB)
                pair(beginA, beginB);
            for (; beginA < endA && beginB < endB && sameAt(endA - 1, endB - 1); --endA, --endB)
                pair(endA - 1, endB - 1);
        }
    }

    void pairSettings()
    {
        QHash<std::pair<int, QByteArray>, QList<int>> byKey;
        const auto isOpen = [](const PagePart &part, int partner) {
            return part.type == PagePart::Type::Setting && partner < 0;
        };
        for (int i = 0; i < static_cast<int>(m_found.before.size()); ++i) {
            const PagePart &part = m_found.before[index(i)];
            if (isOpen(part, m_found.afterOf[index(i)]))
                byKey[{part.place.file, part.key}].append(i);
        }
        for (int i = 0; i < static_cast<int>(m_found.after.size()); ++i) {
            const PagePart &part = m_found.after[index(i)];
            if (!isOpen(part, m_found.beforeOf[index(i)]))
                continue;
            const auto found = byKey.find({part.place.file, part.key});
            if (found != byKey.end() && !found->isEmpty())
                pair(found->takeFirst(), i);
        }
    }

    /// Lays the steps of a file: pairs that keep their order, and between them what came and went.
    void walkFile(int file)
    {
        const auto [beginA, endA] = partsIn(m_found.before, file);
        const auto [beginB, endB] = partsIn(m_found.after, file);
        std::vector<int> partners(m_found.afterOf.begin() + beginA, m_found.afterOf.begin() + endA);
        for (int &partner : partners) // of another file: moved anyhow
            partner = beginB <= partner && partner < endB ? partner : -1;
        const std::vector<bool> kept = inOrder(partners);
        int a = beginA, b = beginB;
        for (int next = beginA; next < endA; ++next) {
            if (!kept[index(next - beginA)])
                continue;
            const int partner = m_found.afterOf[index(next)];
            walkGap(a, next, b, partner);
            m_found.steps.push_back({next, partner});
            a = next + 1;
            b = partner + 1;
        }
        walkGap(a, endA, b, endB);
    }

    /// Between two pairs: lines of text that are the same keep their place.
    void walkGap(int beginA, int endA, int beginB, int endB)
    {
        QHash<QByteArray, int> numbers;
        int unlike = -1;
        const auto number = [&](const Page &page, const PagePart &part) {
            if (part.type != PagePart::Type::Text)
                return unlike--;
            const QByteArray line = bytesOf(page, part);
            const auto known = numbers.constFind(line);
            return known != numbers.constEnd() ? *known : *numbers.insert(line, static_cast<int>(numbers.size()));
        };
        std::vector<int> a, b;
        for (int i = beginA; i < endA; ++i)
            a.push_back(number(*m_found.pageBefore, m_found.before[index(i)]));
        for (int i = beginB; i < endB; ++i)
            b.push_back(number(*m_found.pageAfter, m_found.after[index(i)]));
        int atA = 0, atB = 0;
        const auto same = [&](int end) {
            for (; atA < end; ++atA, ++atB) {
                pair(beginA + atA, beginB + atB);
                m_found.steps.push_back({beginA + atA, beginB + atB});
            }
        };
        for (const DiffHunk &hunk : diffSequences(a, b)) {
            same(hunk.beginA);
            walkHunk(beginA + hunk.beginA, beginA + hunk.endA, beginB + hunk.beginB, beginB + hunk.endB);
            atA = hunk.endA;
            atB = hunk.endB;
        }
        same(endA - beginA);
    }

    bool isLine(const Page &page, const PagePart &part) const
    {
        return part.type == PagePart::Type::Text && !bytesOf(page, part).trimmed().isEmpty();
    }

    /// Where everything differs, lines of text become one another in their order.
    void walkHunk(int a, int endA, int b, int endB)
    {
        const auto nextLine = [this](const Page &page, const PageParts &parts, int from, int end) {
            while (from < end && !isLine(page, parts[index(from)]))
                ++from;
            return from;
        };
        while (true) {
            const int lineA = nextLine(*m_found.pageBefore, m_found.before, a, endA);
            const int lineB = nextLine(*m_found.pageAfter, m_found.after, b, endB);
            const bool both = lineA < endA && lineB < endB;
            for (; a < (both ? lineA : endA); ++a)
                goes(a);
            for (; b < (both ? lineB : endB); ++b)
                m_found.steps.push_back({-1, b});
            if (!both)
                return;
            pair(a, b);
            m_found.steps.push_back({a++, b++});
        }
    }

    void goes(int before)
    {
        m_found.moved[index(before)] = m_found.afterOf[index(before)] >= 0;
        m_found.steps.push_back({before, -1});
    }

    PartMatching m_found;
};

} // namespace

PartMatching matchParts(std::shared_ptr<const Page> before, std::shared_ptr<const Page> after)
{
    return Matcher(std::move(before), std::move(after)).matched();
}

} // namespace vitrine
