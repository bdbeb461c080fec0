#include "content/page/Verify.h"

#include "content/page/EntryName.h"
#include "content/page/reading/HtmlFrames.h"

#include <QCoreApplication>

#include <algorithm>

namespace vitrine {

namespace {

template<typename T> bool holds(const std::vector<T> &list, const T &wanted)
{
    return std::find(list.begin(), list.end(), wanted) != list.end();
}

bool sameField(const Field &a, const Field &b)
{
    return a.id == b.id && a.value == b.value && a.written == b.written && a.plain == b.plain
        && a.range.has_value() == b.range.has_value() && a.also.size() == b.also.size();
}

QByteArrayView viewOf(const Page &page, ByteRange range)
{
    return QByteArrayView(page.text()).sliced(range.begin, range.size());
}

bool sameFields(const Entry &a, const Entry &b)
{
    if (a.structured != b.structured || a.fields.isOneWith(b.fields))
        return a.structured == b.structured;
    return std::equal(a.fields.begin(), a.fields.end(), b.fields.begin(), b.fields.end(), sameField);
}

/// The bytes of an entry, without the numeral of its list where that may change.
QByteArray bytesOf(const Page &page, const Entry &entry, bool withoutNumeral)
{
    QByteArray bytes = page.text(entry.range);
    if (!withoutNumeral || entry.container != Container::NumberedList)
        return bytes;
    const auto isDigit = [](char c) { return c >= '0' && c <= '9'; };
    const auto end = std::find_if_not(bytes.cbegin(), bytes.cend(), isDigit);
    // A numeral of another width indents the lines that follow otherwise.
    return bytes.mid(end - bytes.cbegin()).simplified();
}

/// Why an edit is refused: what would read otherwise, in words, and where it stands in `before`.
struct Difference
{
    QString sentence;
    SourceRange place;
};

QString words(const char *sentence)
{
    return QCoreApplication::translate("Edits", sentence);
}

/// Compares two readings of a page, section by section and entry by entry.
class Comparison
{
public:
    Comparison(const Page &before, const Page &after, const Expectation &expected)
        : m_before(before), m_after(after), m_expected(expected)
    {
    }

    /// The first difference, or nothing.
    std::optional<Difference> firstDifference()
    {
        if (!pairSections())
            return otherSections();
        for (const auto &[from, to] : m_pairs) {
            if (!sameSection(from, to))
                return inSection(from, otherSection(from));
            if (!sameContent(from, to) && !sameWhenEmptied(from, to) && !sameWhenJoined(from, to))
                return inSection(from, otherContent(from, to));
        }
        for (const auto &[from, to] : m_expected.moved) {
            if (!isEntry(m_before, from) || !isEntry(m_after, to) || !sameEntry(from, to, false, true))
                return inSection(from.section, otherEntry(from));
        }
        if (m_before.outline().marks.size() != m_after.outline().marks.size() && m_expected.changed.empty()
            && m_expected.sectionsRemoved.empty() && m_expected.sectionsHiddenChanged.empty())
            return Difference{
                words(QT_TRANSLATE_NOOP(
                    "Edits",
                    "This would change what the marks at authors\342\200\231 names mean. The page was left as it "
                    "was.")),
                {}};
        return {};
    }

private:
    static bool isEntry(const Page &page, EntryRef ref)
    {
        return ref.section >= 0 && ref.section < static_cast<int>(page.outline().sections.size()) && ref.entry >= 0
            && ref.entry < static_cast<int>(page.section(ref.section).entries.size());
    }

    SourceRange placeOf(ByteRange range) const { return m_before.expansion().toSource(range).value_or(SourceRange{}); }

    Difference inSection(int section, const QString &sentence) const
    {
        return {sentence, placeOf(m_before.section(section).headingRange)};
    }

    Difference otherSections() const
    {
        return {
            words(QT_TRANSLATE_NOOP(
                "Edits", "This would change which sections the page has. The page was left as it was.")),
            {}};
    }

    QString otherSection(int section) const
    {
        return words(QT_TRANSLATE_NOOP(
                         "Edits",
                         "This would change the section \342\200\234%1\342\200\235. The page was left as it was."))
            .arg(nameOfSection(m_before.section(section)));
    }

    QString otherEntry(EntryRef ref) const
    {
        return words(QT_TRANSLATE_NOOP(
                         "Edits",
                         "This would change how \342\200\234%1\342\200\235 is read. The page was left as it was."))
            .arg(nameOfEntry(m_before, m_before.entry(ref)));
    }

    /// Names the first entry or text of a section that is not there in the same way afterwards.
    QString otherContent(int from, int to) const
    {
        const Section &before = m_before.section(from);
        const Section &after = m_after.section(to);
        for (int i = 0; i < static_cast<int>(before.entries.size()); ++i) {
            const EntryRef ref{from, i};
            const QByteArray bytes = bytesOf(m_before, m_before.entry(ref), true);
            const bool found = std::any_of(after.entries.begin(), after.entries.end(), [&](const Entry &entry) {
                return bytesOf(m_after, entry, true) == bytes && sameFields(m_before.entry(ref), entry);
            });
            if (!found && !holds(m_expected.changed, ref) && !holds(m_expected.removed, ref))
                return otherEntry(ref);
        }
        for (const Block &block : before.blocks) {
            const bool found = std::any_of(after.blocks.begin(), after.blocks.end(), [&](const Block &other) {
                return m_after.text(other.range) == m_before.text(block.range);
            });
            const QString name = firstWords(m_before.text(block.range));
            if (!found && !name.isEmpty())
                return words(QT_TRANSLATE_NOOP(
                                 "Edits",
                                 "This would change how \342\200\234%1\342\200\235 is read. The page was left as it "
                                 "was."))
                    .arg(name);
        }
        return otherSection(from);
    }

    /// Matches the sections of both readings by their order.
    bool pairSections()
    {
        const int count = static_cast<int>(m_after.outline().sections.size());
        m_toAfter.assign(m_before.outline().sections.size(), -1);
        const auto isMovedTo = [&](int index) {
            return std::any_of(m_expected.sectionsMoved.begin(), m_expected.sectionsMoved.end(), [&](const auto &pair) {
                return pair.second == index;
            });
        };
        int to = 0;
        const auto skipNew = [&] {
            while (to < count && (holds(m_expected.sectionsAdded, to) || isMovedTo(to)))
                ++to;
        };
        for (int from = 0; from < static_cast<int>(m_toAfter.size()); ++from) {
            if (holds(m_expected.sectionsRemoved, from) || isEmptiedTop(from))
                continue;
            const auto moved =
                std::find_if(m_expected.sectionsMoved.begin(), m_expected.sectionsMoved.end(), [&](const auto &pair) {
                    return pair.first == from;
                });
            skipNew();
            const bool isMoved = moved != m_expected.sectionsMoved.end();
            const int place = isMoved ? moved->second : to++;
            if (place < 0 || place >= count)
                return false;
            m_toAfter[static_cast<size_t>(from)] = place;
            m_pairs.emplace_back(from, place);
        }
        skipNew();
        return to == count;
    }

    /// The text before the first heading is no section any more once its last entry has gone.
    bool isEmptiedTop(int from) const
    {
        const Section &top = m_before.section(from);
        const bool gone = top.level == 0 && (m_after.outline().sections.empty() || m_after.section(0).level > 0);
        return gone && m_expected.framesMayGo && blocksOf(m_before, from).empty() && haveEntriesGone(from);
    }

    bool haveEntriesGone(int from) const
    {
        for (int i = 0; i < static_cast<int>(m_before.section(from).entries.size()); ++i) {
            const EntryRef ref{from, i};
            const bool moved = std::any_of(
                m_expected.moved.begin(), m_expected.moved.end(), [&](const auto &pair) { return pair.first == ref; });
            if (!moved && !holds(m_expected.removed, ref))
                return false;
        }
        return true;
    }

    /// A new title may change what a section and all in it are about.
    bool isUnderRetitled(int from) const
    {
        for (; from >= 0; from = m_before.section(from).parent) {
            if (holds(m_expected.sectionsChanged, from))
                return true;
        }
        return false;
    }

    bool isMoved(int from) const
    {
        return std::any_of(m_expected.sectionsMoved.begin(), m_expected.sectionsMoved.end(), [&](const auto &pair) {
            return pair.first == from;
        });
    }

    bool sameSection(int from, int to) const
    {
        const Section &a = m_before.section(from);
        const Section &b = m_after.section(to);
        const bool retitled = holds(m_expected.sectionsChanged, from);
        const bool hiding = holds(m_expected.sectionsHiddenChanged, from);
        if (!retitled && (a.title != b.title || a.emoji != b.emoji))
            return false;
        if (!hiding && a.hidden != b.hidden)
            return false;
        if (isMoved(from))
            return true;
        const bool underRetitled = isUnderRetitled(from);
        const int parent = a.parent < 0 ? -1 : m_toAfter[static_cast<size_t>(a.parent)];
        return (underRetitled || a.kind == b.kind) && a.level == b.level && parent == b.parent;
    }

    bool sameEntry(EntryRef from, EntryRef to, bool mayHide, bool otherBullet = false) const
    {
        const Entry &a = m_before.entry(from);
        const Entry &b = m_after.entry(to);
        const bool hiding = mayHide && a.hidden != b.hidden;
        if ((!hiding && a.hidden != b.hidden) || a.container != b.container)
            return false;
        // Another section may have another bullet.
        const qsizetype skip = otherBullet && a.container == Container::List ? 1 : 0;
        const bool same = viewOf(m_before, a.range).sliced(skip) == viewOf(m_after, b.range).sliced(skip);
        if (!same && (!m_expected.renumbered || bytesOf(m_before, a, true) != bytesOf(m_after, b, true)))
            return false;
        // A section that changes its title or place may change what its entries are about.
        const bool otherKind = m_before.section(from.section).kind != m_after.section(to.section).kind;
        return otherKind || (a.kind == b.kind && sameFields(a, b));
    }

    bool sameEntries(int from, int to) const
    {
        const int count = static_cast<int>(m_after.section(to).entries.size());
        const bool sectionHiding = holds(m_expected.sectionsHiddenChanged, from);
        const auto isNew = [&](int index) {
            const EntryRef ref{to, index};
            return holds(m_expected.added, ref)
                || std::any_of(m_expected.moved.begin(), m_expected.moved.end(), [&](const auto &pair) {
                       return pair.second == ref;
                   });
        };
        int next = 0;
        const auto skipNew = [&] {
            while (next < count && isNew(next))
                ++next;
        };
        for (int i = 0; i < static_cast<int>(m_before.section(from).entries.size()); ++i) {
            const EntryRef ref{from, i};
            const bool moved = std::any_of(
                m_expected.moved.begin(), m_expected.moved.end(), [&](const auto &pair) { return pair.first == ref; });
            if (moved || holds(m_expected.removed, ref))
                continue;
            skipNew();
            if (next >= count)
                return false;
            const EntryRef other{to, next++};
            const bool mayHide = sectionHiding || holds(m_expected.hiddenChanged, ref);
            if (!holds(m_expected.changed, ref) && !sameEntry(ref, other, mayHide))
                return false;
        }
        skipNew();
        return next == count;
    }

    bool sameContent(int from, int to) const
    {
        const bool inPieces = m_expected.hiddenInPieces && holds(m_expected.sectionsHiddenChanged, from);
        return inPieces || isUnderRetitled(from) || (sameEntries(from, to) && sameBlocks(from, to));
    }

    /// Paragraphs are entries where a section has no lists or boxes: the last of those may go, or the first come.
    bool sameWhenEmptied(int from, int to) const
    {
        const auto touches = [&](EntryRef ref, int section) { return ref.section == section; };
        const auto among = [&](const std::vector<EntryRef> &list, int section) {
            return std::any_of(list.begin(), list.end(), [&](EntryRef ref) { return touches(ref, section); });
        };
        bool touched = among(m_expected.removed, from) || among(m_expected.added, to);
        for (const auto &[a, b] : m_expected.moved)
            touched = touched || touches(a, from) || touches(b, to);
        if (!touched)
            return false;
        std::vector<EntryRef> gone = m_expected.removed;
        std::vector<EntryRef> come = m_expected.added;
        for (const auto &[a, b] : m_expected.moved) {
            gone.push_back(a);
            come.push_back(b);
        }
        const QByteArrayList before = thingsOf(m_before, from, gone);
        const QByteArrayList after = thingsOf(m_after, to, come);
        const bool mayJoin = m_expected.moved.empty() && isText(m_before, from) && isText(m_after, to);
        return before == after || (mayJoin && joined(before) == joined(after));
    }

    /// The same for text that is shown again; all that is still hidden must be what was hidden beside it.
    bool sameWhenJoined(int from, int to) const
    {
        if (!m_expected.textMayJoin || !isText(m_before, from) || !isText(m_after, to))
            return false;
        return joined(thingsOf(m_before, from, {})) == joined(thingsOf(m_after, to, {}))
            && joined(thingsOf(m_before, from, m_expected.hiddenChanged, true))
            == joined(thingsOf(m_after, to, {}, true));
    }

    /// Running text: what stood apart may be one text when nothing stands between any more.
    static bool isText(const Page &page, int section)
    {
        const Kind kind = page.section(section).kind;
        return kind == Kind::About || kind == Kind::Other;
    }

    static QByteArray joined(const QByteArrayList &things) { return things.join(' ').simplified(); }

    /// What stands in a section, whatever it is read as; perhaps only what is hidden.
    static QByteArrayList
    thingsOf(const Page &page, int index, const std::vector<EntryRef> &without, bool onlyHidden = false)
    {
        std::vector<ByteRange> ranges;
        const Section &section = page.section(index);
        for (int i = 0; i < static_cast<int>(section.entries.size()); ++i) {
            const Entry &entry = section.entries[static_cast<size_t>(i)];
            if (!holds(without, EntryRef{index, i}) && (entry.hidden || !onlyHidden))
                ranges.push_back(entry.range);
        }
        for (const Block &block : section.blocks) {
            if (block.hidden || !onlyHidden)
                ranges.push_back(block.range);
        }
        std::sort(ranges.begin(), ranges.end(), [](ByteRange a, ByteRange b) { return a.begin < b.begin; });
        QByteArrayList things;
        for (const ByteRange range : ranges)
            things += page.text(range);
        return things;
    }

    /// The blocks of a section that must stay.
    std::vector<Block> blocksOf(const Page &page, int section) const
    {
        std::vector<Block> blocks = page.section(section).blocks;
        if (m_expected.framesMayGo)
            std::erase_if(blocks, [&](const Block &block) {
                return (block.type == Block::Type::Html || block.type == Block::Type::Comment)
                    && isOnlyFrames(page.text(), block.range);
            });
        return blocks;
    }

    bool sameBlocks(int from, int to) const
    {
        const std::vector<Block> a = blocksOf(m_before, from);
        const std::vector<Block> b = blocksOf(m_after, to);
        const bool hiding = holds(m_expected.sectionsHiddenChanged, from);
        return std::equal(a.begin(), a.end(), b.begin(), b.end(), [&](const Block &x, const Block &y) {
            return x.type == y.type && (hiding || x.hidden == y.hidden)
                && viewOf(m_before, x.range) == viewOf(m_after, y.range);
        });
    }

    const Page &m_before;
    const Page &m_after;
    const Expectation &m_expected;
    std::vector<int> m_toAfter; ///< by section of `before`: its number in `after`, or -1
    std::vector<std::pair<int, int>> m_pairs;
};

} // namespace

std::optional<Error> firstDifference(const Page &before, const Page &after, const Expectation &expected)
{
    if (const std::optional<Difference> difference = Comparison(before, after, expected).firstDifference())
        return Error{ErrorKind::Refused, difference->sentence, difference->place, {}};
    return {};
}

Error cannotWriteError(std::optional<SourceRange> place)
{
    return {
        ErrorKind::Refused,
        QCoreApplication::translate(
            "Edits", "This could not be written so that it reads back the same. The page was left as it was."),
        place,
        {}};
}

} // namespace vitrine
