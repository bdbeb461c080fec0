#include "content/twins/EntryTwins.h"

#include "content/page/reading/PageLanguage.h"

#include <QRegularExpression>
#include <QString>

#include <algorithm>
#include <map>

namespace vitrine {

namespace {

constexpr qsizetype shortestTitle = 8; ///< letters and digits; a shorter one may be that of another thing
constexpr qsizetype mostSearched = 20000; ///< bytes of an entry that are searched for addresses

/// Some sections of a page, in page order.
struct Side
{
    const Page *page;
    std::vector<int> sections;

    const Section &at(int section) const { return page->section(section); }
    /// The section that holds this one and is of the same kind; -1 for the first of a kind.
    int holderOf(int section) const
    {
        const int parent = at(section).parent;
        return parent >= 0 && at(parent).kind == at(section).kind ? parent : -1;
    }
};

enum class Tongue { Unsaid, Chinese, Other, Both };

Tongue tongueOf(const QByteArray &title)
{
    const QString text = QString::fromUtf8(title);
    const bool chinese = std::any_of(text.begin(), text.end(), isChineseSign);
    const bool other = std::any_of(text.begin(), text.end(), [](QChar c) { return c.isLetter() && !isChineseSign(c); });
    return chinese ? (other ? Tongue::Both : Tongue::Chinese) : other ? Tongue::Other : Tongue::Unsaid;
}

/// "2026" within "论文发表" is Chinese.
Tongue tongueOf(const Page &page, int section)
{
    for (int s = section; s >= 0; s = page.section(s).parent) {
        const Tongue tongue = tongueOf(page.section(s).title);
        if (tongue != Tongue::Unsaid)
            return tongue;
    }
    return Tongue::Unsaid;
}

template<typename Accept> Side sideOf(const Page &page, Accept accept)
{
    Side side{&page, {}};
    for (int s = 0; s < static_cast<int>(page.outline().sections.size()); ++s) {
        if (!page.section(s).hidden && accept(s))
            side.sections.push_back(s);
    }
    return side;
}

/// Things of two sides by what they are called; those that either side has equally many of are paired in their order.
template<typename Name> class Pairing
{
public:
    void addOne(const Name &name, int number) { m_named[name].first.push_back(number); }
    void addOther(const Name &name, int number) { m_named[name].second.push_back(number); }

    /// `most`: names that more have pair nothing.
    template<typename Take> void forEachPair(size_t most, Take take) const
    {
        for (const auto &[name, numbers] : m_named) {
            const auto &[one, other] = numbers;
            for (size_t i = 0; one.size() == other.size() && one.size() <= most && i < one.size(); ++i)
                take(one[i], other[i]);
        }
    }

private:
    std::map<Name, std::pair<std::vector<int>, std::vector<int>>> m_named;
};

constexpr size_t any = SIZE_MAX;

/// The sections of the other side that belong to those of the one.
std::map<int, int> pairedSections(const Side &one, const Side &other)
{
    std::map<int, int> partners;
    // Holders come before what they hold, so a round settles one level; headings have six.
    for (int level = 0; level < 6; ++level) {
        Pairing<std::pair<int, QByteArray>> byTitle;
        Pairing<std::pair<int, int>> byKind;
        std::map<int, int> holders; // of the other side, by their partner
        for (const auto &[mine, theirs] : partners)
            holders[theirs] = mine;
        std::vector<int> taken;
        for (const auto &[mine, theirs] : partners)
            taken.push_back(theirs);
        std::sort(taken.begin(), taken.end());
        const auto name = [](const Side &side, int section) { return side.at(section).title.toLower(); };
        const auto kind = [](const Side &side, int section) { return static_cast<int>(side.at(section).kind); };
        for (const int s : one.sections) {
            const int holder = one.holderOf(s);
            if (partners.contains(s) || (holder >= 0 && !partners.contains(holder)))
                continue;
            byTitle.addOne({holder, name(one, s)}, s);
            byKind.addOne({holder, kind(one, s)}, s);
        }
        for (const int s : other.sections) {
            const int holder = other.holderOf(s);
            if (std::binary_search(taken.begin(), taken.end(), s) || (holder >= 0 && !holders.contains(holder)))
                continue;
            const int mine = holder >= 0 ? holders[holder] : -1;
            byTitle.addOther({mine, name(other, s)}, s);
            byKind.addOther({mine, kind(other, s)}, s);
        }
        const size_t before = partners.size();
        byTitle.forEachPair(1, [&](int mine, int theirs) {
            if (one.at(mine).kind == other.at(theirs).kind)
                partners.emplace(mine, theirs);
        });
        byKind.forEachPair(any, [&](int mine, int theirs) {
            if (one.at(mine).kind != Kind::Other)
                partners.emplace(mine, theirs);
        });
        if (partners.size() == before)
            break;
    }
    return partners;
}

QList<QByteArray> addressesIn(const Page &page, const Entry &entry)
{
    static const QRegularExpression address(QStringLiteral("(?:\\]\\(|href=[\"'])\\s*(https?://[^\\s)\"'<>]+)"));
    const QByteArray bytes = page.text().mid(entry.range.begin, std::min(entry.range.size(), mostSearched));
    QList<QByteArray> found;
    for (auto matches = address.globalMatch(QString::fromUtf8(bytes)); matches.hasNext();) {
        const QByteArray one = matches.next().captured(1).toUtf8();
        if (!found.contains(one) && found.size() < 20)
            found += one;
    }
    return found;
}

/// Letters and digits of a title, lower case; empty when it is too short to tell.
QByteArray titleOf(const Entry &entry)
{
    const Field *field = entry.field(FieldId::Title);
    QString letters;
    const QString text = field ? QString::fromUtf8(field->plain.value_or(field->value.text())).toLower() : QString();
    for (const QChar c : text) {
        if (c.isLetterOrNumber())
            letters += c;
    }
    return letters.size() < shortestTitle ? QByteArray() : letters.toUtf8();
}

QByteArray dateOf(const Entry &entry)
{
    for (const FieldId id : {FieldId::Date, FieldId::StartDate}) {
        if (const Field *field = entry.field(id))
            return field->value.text();
    }
    return {};
}

/// The entries of two sections that belong together.
class SectionTwins
{
public:
    SectionTwins(const Side &one, int mine, const Side &other, int theirs)
        : m_one(*one.page), m_other(*other.page), m_mine(one.at(mine)), m_theirs(other.at(theirs))
    {
        m_partners.assign(m_mine.entries.size(), -1);
        m_taken.assign(m_theirs.entries.size(), false);
    }

    const std::vector<int> &partners()
    {
        pairBy(1, [](const Page &page, const Entry &entry) { return addressesIn(page, entry); });
        pairBy(1, [](const Page &, const Entry &entry) { return QList<QByteArray>{titleOf(entry)}; });
        pairBy(any, [](const Page &, const Entry &entry) { return QList<QByteArray>{dateOf(entry)}; });
        // Each the only one that is left.
        if (m_mine.entries.size() == 1 && m_theirs.entries.size() == 1)
            pairBy(1, [](const Page &, const Entry &) { return QList<QByteArray>{"the only one"}; });
        return m_partners;
    }

private:
    template<typename NamesOf> void pairBy(size_t most, NamesOf namesOf)
    {
        Pairing<QByteArray> pairing;
        for (size_t e = 0; e < m_mine.entries.size(); ++e) {
            if (m_partners[e] >= 0 || m_mine.entries[e].hidden)
                continue;
            for (const QByteArray &name : namesOf(m_one, m_mine.entries[e])) {
                if (!name.isEmpty())
                    pairing.addOne(name, static_cast<int>(e));
            }
        }
        for (size_t e = 0; e < m_theirs.entries.size(); ++e) {
            if (m_taken[e] || m_theirs.entries[e].hidden)
                continue;
            for (const QByteArray &name : namesOf(m_other, m_theirs.entries[e])) {
                if (!name.isEmpty())
                    pairing.addOther(name, static_cast<int>(e));
            }
        }
        pairing.forEachPair(most, [this](int mine, int theirs) {
            if (m_partners[static_cast<size_t>(mine)] >= 0 || m_taken[static_cast<size_t>(theirs)])
                return;
            m_partners[static_cast<size_t>(mine)] = theirs;
            m_taken[static_cast<size_t>(theirs)] = true;
        });
    }

    const Page &m_one;
    const Page &m_other;
    const Section &m_mine;
    const Section &m_theirs;
    std::vector<int> m_partners;
    std::vector<bool> m_taken;
};

Twins twinsOf(const Side &one, const Side &other)
{
    Twins twins;
    for (const auto &[mine, theirs] : pairedSections(one, other)) {
        twins.sections.emplace_back(mine, theirs);
        const std::vector<int> partners = SectionTwins(one, mine, other, theirs).partners();
        for (size_t e = 0; e < partners.size(); ++e) {
            if (partners[e] >= 0)
                twins.entries.push_back({{mine, static_cast<int>(e)}, {theirs, partners[e]}});
        }
    }
    return twins;
}

} // namespace

Twins twinsWithin(const Page &page)
{
    const auto speaking = [&](Tongue wanted) {
        return sideOf(page, [&page, wanted](int section) { return tongueOf(page, section) == wanted; });
    };
    return twinsOf(speaking(Tongue::Other), speaking(Tongue::Chinese));
}

Twins twinsBetween(const Page &one, const Page &other)
{
    const auto all = [](int) { return true; };
    return twinsOf(sideOf(one, all), sideOf(other, all));
}

} // namespace vitrine
