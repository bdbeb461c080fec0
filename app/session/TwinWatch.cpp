#include "app/session/TwinWatch.h"

#include "app/site/PageFile.h"
#include "app/site/TwinPage.h"
#include "content/page/EntryName.h"
#include "content/page/reading/PageLanguage.h"

#include <algorithm>
#include <cstdlib>

namespace vitrine {

namespace {

bool isChinesePage(const QString &path, const Page &page)
{
    return isNamedChinese(path) || hasChineseTitles(page.outline());
}

} // namespace

/// What is known of one revision of the page.
struct TwinWatch::Today
{
    quint64 revision = 0;
    std::map<std::pair<int, int>, std::pair<size_t, bool>> pairs; ///< by entry: number of its pair, first of it or not
    std::vector<bool> alone; ///< by number of the pair
    int moreHere = 0; ///< entries added to the first sides of sections beyond those added to the second
};

TwinWatch::TwinWatch(QObject *parent) : QObject(parent) { }

TwinWatch::~TwinWatch() = default;

void TwinWatch::setPage(OpenPage *page)
{
    m_page = page;
    m_pairs.clear();
    m_sections.clear();
    m_other.reset();
    m_today.reset();
    if (!page)
        return;
    connect(page, &OpenPage::modifiedChanged, this, [this](bool modified) {
        if (!modified)
            learn();
    });
    // The page is shown first.
    QMetaObject::invokeMethod(this, &TwinWatch::learn, Qt::QueuedConnection);
}

void TwinWatch::learn()
{
    if (!m_page)
        return;
    const Page &mine = *m_page->page();
    m_today.reset();
    m_other.reset();
    Twins twins;
    m_otherPath = twinPageOf(m_page->site(), m_page->path()).value_or(QString());
    if (const Result<QByteArray> bytes = m_otherPath.isEmpty() ? QByteArray() : readPageFile(m_otherPath);
        bytes && !bytes->isEmpty()) {
        const Site &site = m_page->site();
        m_other = Page::read(SourceSet{{site.relativePath(m_otherPath), *bytes}}, site.readContext(m_otherPath));
        twins = twinsBetween(mine, *m_other);
    }
    if (twins.entries.empty()) {
        m_other.reset();
        twins = twinsWithin(mine);
    }
    m_pairs.clear();
    m_sections.clear();
    for (const EntryTwins &pair : twins.entries)
        m_pairs.push_back(pairOf(pair.one, pair.other));
    const Page &theirs = m_other ? *m_other : mine;
    for (const auto &[one, other] : twins.sections) {
        m_sections.push_back(
            {pairOf({one, -1}, {other, -1}), static_cast<int>(mine.section(one).entries.size()),
             static_cast<int>(theirs.section(other).entries.size())});
    }
    Q_EMIT learnt();
}

TwinWatch::Pair TwinWatch::pairOf(EntryRef one, EntryRef other) const
{
    const auto followed = [this](EntryRef ref) {
        return Followed{ref.entry < 0 ? m_page->handleOf(ref.section) : m_page->handleOf(ref), m_page->revision()};
    };
    return {followed(one), m_other ? std::nullopt : std::optional(followed(other)), other};
}

/// Where it is today; remembered, so that the next look has one edit to follow.
std::optional<EntryRef> TwinWatch::entryOf(Followed &followed) const
{
    const std::optional<EntryRef> found = m_page->findEntry(followed.handle, followed.revision);
    if (found)
        followed = {m_page->handleOf(*found), m_page->revision()};
    return found;
}

std::optional<int> TwinWatch::sectionOf(Followed &followed) const
{
    const std::optional<int> found = m_page->findSection(followed.handle, followed.revision);
    if (found)
        followed = {m_page->handleOf(*found), m_page->revision()};
    return found;
}

const TwinWatch::Today &TwinWatch::today() const
{
    if (m_today && m_today->revision == m_page->revision())
        return *m_today;
    m_today = std::make_unique<Today>();
    m_today->revision = m_page->revision();
    for (size_t i = 0; i < m_pairs.size(); ++i) {
        Pair &pair = m_pairs[i];
        const std::optional<EntryRef> one = entryOf(pair.one);
        const std::optional<EntryRef> other = pair.other ? entryOf(*pair.other) : std::nullopt;
        if (one)
            m_today->pairs[{one->section, one->entry}] = {i, true};
        if (other)
            m_today->pairs[{other->section, other->entry}] = {i, false};
        const bool bothThere = one && (other || m_other);
        m_today->alone.push_back(
            bothThere && m_page->isChangedSinceSave(*one) != (other && m_page->isChangedSinceSave(*other)));
    }
    const auto added = [this](Followed &followed, int before) {
        const std::optional<int> section = sectionOf(followed);
        return section ? static_cast<int>(m_page->page()->section(*section).entries.size()) - before : 0;
    };
    for (SectionPair &sections : m_sections) {
        m_today->moreHere += added(sections.pair.one, sections.mine);
        if (sections.pair.other)
            m_today->moreHere -= added(*sections.pair.other, sections.theirs);
    }
    return *m_today;
}

int TwinWatch::aloneCount() const
{
    if (!m_page || !m_page->isModified() || m_sections.empty())
        return 0;
    const std::vector<bool> &alone = today().alone;
    return static_cast<int>(std::count(alone.begin(), alone.end(), true)) + std::abs(today().moreHere);
}

TwinPlace::Language TwinWatch::languageOf(bool second) const
{
    using Language = TwinPlace::Language;
    if (!m_other)
        return second ? Language::Chinese : Language::English;
    if (isChinesePage(m_otherPath, *m_other))
        return Language::Chinese;
    return isChinesePage(m_page->path(), *m_page->page()) ? Language::English : Language::Unnamed;
}

TwinPlace TwinWatch::placeOf(const Pair &pair, bool fromOne) const
{
    TwinPlace twin;
    twin.language = languageOf(fromOne);
    twin.path = m_other ? m_otherPath : QString();
    twin.place = pair.there;
    if (!m_other) {
        Followed followed = fromOne ? *pair.other : pair.one;
        if (pair.there.entry < 0)
            twin.place = {sectionOf(followed).value_or(-1), -1};
        else
            twin.place = entryOf(followed).value_or(EntryRef{});
    }
    const Page &page = m_other ? *m_other : *m_page->page();
    if (twin.place.section >= 0)
        twin.name = twin.place.entry < 0 ? nameOfSection(page.section(twin.place.section))
                                         : nameOfEntry(page, page.entry(twin.place));
    return twin;
}

std::optional<TwinPlace> TwinWatch::of(EntryRef entry) const
{
    if (!m_page || m_sections.empty())
        return {};
    const auto found = today().pairs.find({entry.section, entry.entry});
    if (found == today().pairs.end())
        return missing(entry);
    const auto [number, isOne] = found->second;
    TwinPlace twin = placeOf(m_pairs[number], isOne);
    if (twin.place.section < 0)
        return {};
    twin.state = today().alone[number] ? TwinPlace::State::Alone : TwinPlace::State::Together;
    return twin;
}

/// The section of the other language, for an entry that was added to this one only.
std::optional<TwinPlace> TwinWatch::missing(EntryRef entry) const
{
    if (today().moreHere == 0 || !m_page->isChangedSinceSave(entry))
        return {};
    for (SectionPair &sections : m_sections) {
        const bool inOne = sectionOf(sections.pair.one) == entry.section;
        const bool inOther = sections.pair.other && sectionOf(*sections.pair.other) == entry.section;
        if (!(inOne && today().moreHere > 0) && !(inOther && today().moreHere < 0))
            continue;
        TwinPlace twin = placeOf(sections.pair, inOne);
        twin.state = TwinPlace::State::Missing;
        return twin.place.section < 0 ? std::nullopt : std::optional(twin);
    }
    return {};
}

} // namespace vitrine
