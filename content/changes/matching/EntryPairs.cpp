#include "content/changes/matching/EntryPairs.h"

#include "content/changes/WordDiff.h"

#include <QHash>

#include <algorithm>

namespace vitrine {

namespace {

/// Entries of one section that are compared with one another by their words: beyond this only names and places count.
constexpr size_t mostCompared = 4096;
constexpr double alike = 0.5;
constexpr double barelyAlike = 0.2;

size_t index(int number)
{
    return static_cast<size_t>(number);
}

/// What an entry is called, letters alone; empty when it has no name of its own.
QByteArray nameKey(const Entry &entry)
{
    for (const FieldId id :
         {FieldId::Title, FieldId::Position, FieldId::Course, FieldId::Name, FieldId::Label, FieldId::Institution}) {
        const Field *field = entry.field(id);
        if (!field || field->value.text().isEmpty())
            continue;
        QByteArray key = QByteArray::number(static_cast<int>(id)) + ' ';
        for (const char c : field->value.text().toLower()) {
            if (static_cast<unsigned char>(c) >= 0x80 || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'))
                key += c;
        }
        return key;
    }
    return {};
}

class EntryPairer
{
public:
    explicit EntryPairer(PartMatching &matching) : m_matching(matching) { }

    void pair()
    {
        collect();
        if (m_open.empty() || m_openAfter.empty())
            return;
        // First within their section, then wherever they went.
        pairBy([this](bool after, const PagePart &part) { return sectionKey(after, part) + content(after, part); });
        pairBy([this](bool after, const PagePart &part) { return content(after, part); });
        pairBy([this](bool after, const PagePart &part) { return named(sectionKey(after, part), after, part); });
        pairBy([this](bool after, const PagePart &part) { return named({}, after, part); });
        pairAlike();
        pairNeighbours();
    }

private:
    const Page &page(bool after) const { return after ? *m_matching.pageAfter : *m_matching.pageBefore; }
    const Entry &entry(bool after, const PagePart &part) const { return page(after).entry(part.ref); }

    static bool isOpen(const PagePart &part, int partner) { return part.type == PagePart::Type::Entry && partner < 0; }

    void collect()
    {
        m_open.clear();
        m_openAfter.clear();
        for (int i = 0; i < static_cast<int>(m_matching.before.size()); ++i) {
            if (isOpen(m_matching.before[index(i)], m_matching.afterOf[index(i)]))
                m_open.push_back(i);
        }
        for (int i = 0; i < static_cast<int>(m_matching.after.size()); ++i) {
            if (isOpen(m_matching.after[index(i)], m_matching.beforeOf[index(i)]))
                m_openAfter.push_back(i);
        }
    }

    void join(int before, int after)
    {
        m_matching.afterOf[index(before)] = after;
        m_matching.beforeOf[index(after)] = before;
    }

    /// The section of an entry as the old page counts it.
    int sectionOf(bool after, const PagePart &part) const
    {
        return after ? partnerOf(m_matching.sectionBefore, part.ref.section) : part.ref.section;
    }

    QByteArray sectionKey(bool after, const PagePart &part) const
    {
        return QByteArray::number(sectionOf(after, part)) + (after && sectionOf(after, part) < 0 ? "n " : " ");
    }

    QByteArray content(bool after, const PagePart &part) const
    {
        return withoutMarker(page(after).text(entry(after, part).range));
    }

    QByteArray named(const QByteArray &where, bool after, const PagePart &part) const
    {
        const QByteArray key = nameKey(entry(after, part));
        return key.isEmpty() ? QByteArray() : where + key;
    }

    /// Pairs open entries of one key in their order; an empty key pairs nothing.
    template<typename Key> void pairBy(const Key &key)
    {
        QHash<QByteArray, QList<int>> waiting;
        for (const int i : m_open) {
            const QByteArray k = key(false, m_matching.before[index(i)]);
            if (!k.isEmpty())
                waiting[k].append(i);
        }
        for (const int i : m_openAfter) {
            const auto found = waiting.find(key(true, m_matching.after[index(i)]));
            if (found != waiting.end() && !found->isEmpty())
                join(found->takeFirst(), i);
        }
        collect();
    }

    void pairAlike()
    {
        QHash<int, std::pair<std::vector<int>, std::vector<int>>> bySection;
        for (const int i : m_open)
            bySection[m_matching.before[index(i)].ref.section].first.push_back(i);
        for (const int i : m_openAfter) {
            const int section = sectionOf(true, m_matching.after[index(i)]);
            if (section >= 0)
                bySection[section].second.push_back(i);
        }
        for (const auto &[before, after] : std::as_const(bySection)) {
            if (before.size() * after.size() <= mostCompared)
                pairAlikeOf(before, after);
        }
        collect();
    }

    struct Likeness
    {
        double value;
        int before, after;
    };

    void pairAlikeOf(const std::vector<int> &before, const std::vector<int> &after)
    {
        std::vector<Likeness> found;
        for (const int a : before) {
            for (const int b : after) {
                const double value = likenessOf(a, b);
                if (value >= alike)
                    found.push_back({value, a, b});
            }
        }
        std::stable_sort(
            found.begin(), found.end(), [](const Likeness &a, const Likeness &b) { return a.value > b.value; });
        for (const Likeness &one : found) {
            if (m_matching.afterOf[index(one.before)] < 0 && m_matching.beforeOf[index(one.after)] < 0)
                join(one.before, one.after);
        }
    }

    double likenessOf(int before, int after) const
    {
        return likeness(
            content(false, m_matching.before[index(before)]), content(true, m_matching.after[index(after)]));
    }

    /// The part of the same type next to one, and its partner; -1 when it has none.
    int partnerBefore(int at) const
    {
        for (--at; at >= 0; --at) {
            const PagePart &part = m_matching.before[index(at)];
            if (part.type == PagePart::Type::Entry || part.type == PagePart::Type::Heading)
                return m_matching.afterOf[index(at)];
        }
        return -1;
    }

    /// An entry that was written anew stands behind the same neighbour, and the next one has its partner as well.
    void pairNeighbours()
    {
        QHash<int, int> openBehind; // the neighbour before, to the entry
        for (const int i : m_openAfter) {
            int at = i - 1;
            while (at >= 0 && m_matching.after[index(at)].type == PagePart::Type::Text)
                --at;
            openBehind.insert(at, i);
        }
        for (const int i : m_open) {
            const auto found = openBehind.constFind(partnerBefore(i));
            if (found == openBehind.constEnd() || m_matching.beforeOf[index(*found)] >= 0)
                continue;
            const PagePart &a = m_matching.before[index(i)];
            const PagePart &b = m_matching.after[index(*found)];
            if (a.ref.section == sectionOf(true, b) && (isRunningText(a, b) || likenessOf(i, *found) >= barelyAlike))
                join(i, *found);
        }
    }

    /// Text of a section that holds nothing else stays that text whatever it says.
    bool isRunningText(const PagePart &a, const PagePart &b) const
    {
        const auto alone = [](const Page &page, const PagePart &part) {
            return page.section(part.ref.section).entries.size() == 1;
        };
        return entry(false, a).kind == Kind::About && entry(true, b).kind == Kind::About && alone(page(false), a)
            && alone(page(true), b);
    }

    PartMatching &m_matching;
    std::vector<int> m_open, m_openAfter;
};

} // namespace

QByteArray withoutMarker(const QByteArray &entry)
{
    qsizetype at = 0;
    while (at < entry.size() && at < 10 && entry[at] >= '0' && entry[at] <= '9')
        ++at;
    const bool numbered = at > 0 && at < entry.size() && (entry[at] == '.' || entry[at] == ')');
    const bool marked = at == 0 && !entry.isEmpty() && (entry[0] == '*' || entry[0] == '-' || entry[0] == '+');
    if (!numbered && !marked)
        return entry;
    return entry.size() > at + 1 && (entry[at + 1] == ' ' || entry[at + 1] == '\t') ? entry.mid(at + 2) : entry;
}

void pairEntries(PartMatching &matching)
{
    EntryPairer(matching).pair();
}

} // namespace vitrine
