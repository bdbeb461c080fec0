#include "content/changes/matching/SectionPairs.h"

#include <QHash>

namespace vitrine {

namespace {

class SectionPairer
{
public:
    explicit SectionPairer(PartMatching &matching)
        : m_matching(matching),
          m_before(matching.pageBefore->outline().sections),
          m_after(matching.pageAfter->outline().sections)
    {
        m_matching.sectionAfter.assign(m_before.size(), -1);
        m_matching.sectionBefore.assign(m_after.size(), -1);
    }

    void pair()
    {
        pairBy([](const Section &section) { return section.id; });
        pairBy([](const Section &section) { return QByteArray::number(section.level) + ' ' + section.title; });
        pairBy([](const Section &section) { return section.title; });
        pairRenamed();
        pairHeadings();
    }

private:
    template<typename Name> void pairBy(const Name &name)
    {
        QHash<QByteArray, QList<int>> open;
        for (int i = 0; i < static_cast<int>(m_before.size()); ++i) {
            if (m_matching.sectionAfter[static_cast<size_t>(i)] < 0)
                open[name(m_before[static_cast<size_t>(i)])].append(i);
        }
        for (int i = 0; i < static_cast<int>(m_after.size()); ++i) {
            const auto found = open.find(name(m_after[static_cast<size_t>(i)]));
            if (m_matching.sectionBefore[static_cast<size_t>(i)] < 0 && found != open.end() && !found->isEmpty())
                join(found->takeFirst(), i);
        }
    }

    void join(int before, int after)
    {
        m_matching.sectionAfter[static_cast<size_t>(before)] = after;
        m_matching.sectionBefore[static_cast<size_t>(after)] = before;
    }

    /// Sections that follow the same one, have the same level and no other partner.
    void pairRenamed()
    {
        for (int i = 0; i < static_cast<int>(m_before.size()); ++i) {
            if (m_matching.sectionAfter[static_cast<size_t>(i)] >= 0)
                continue;
            const int next = i == 0 ? 0 : m_matching.sectionAfter[static_cast<size_t>(i - 1)] + 1;
            const bool open = next < static_cast<int>(m_after.size()) && (i == 0 || next > 0)
                && m_matching.sectionBefore[static_cast<size_t>(next)] < 0;
            if (open && m_after[static_cast<size_t>(next)].level == m_before[static_cast<size_t>(i)].level)
                join(i, next);
        }
    }

    void pairHeadings()
    {
        std::vector<int> headingOf(m_after.size(), -1);
        for (int i = 0; i < static_cast<int>(m_matching.after.size()); ++i) {
            const PagePart &part = m_matching.after[static_cast<size_t>(i)];
            if (part.type == PagePart::Type::Heading && m_matching.beforeOf[static_cast<size_t>(i)] < 0)
                headingOf[static_cast<size_t>(part.ref.section)] = i;
        }
        for (int i = 0; i < static_cast<int>(m_matching.before.size()); ++i) {
            const PagePart &part = m_matching.before[static_cast<size_t>(i)];
            if (part.type != PagePart::Type::Heading || m_matching.afterOf[static_cast<size_t>(i)] >= 0)
                continue;
            const int section = partnerOf(m_matching.sectionAfter, part.ref.section);
            const int heading = section < 0 ? -1 : headingOf[static_cast<size_t>(section)];
            if (heading < 0)
                continue;
            m_matching.afterOf[static_cast<size_t>(i)] = heading;
            m_matching.beforeOf[static_cast<size_t>(heading)] = i;
        }
    }

    PartMatching &m_matching;
    const std::vector<Section> &m_before;
    const std::vector<Section> &m_after;
};

} // namespace

void pairSections(PartMatching &matching)
{
    SectionPairer(matching).pair();
}

} // namespace vitrine
