// What owners really added: for each entry that a version of a real page has and the one before has not, Vitrine adds
// it to the one before, from its values, and what it writes is compared with what the owner typed.

#include "content/changes/matching/PartMatching.h"
#include "content/page/Edits.h"
#include "tests/support/PageFixtures.h"
#include "tests/support/PageHistory.h"
#include "tests/support/StyleComparison.h"

#include <QFile>
#include <QTest>

#include <map>
#include <set>

using namespace vitrine;
using namespace vitrine::test;

namespace {

/// An entry that is new in a version, and where its owner put it in the version before.
struct Addition
{
    EntryRef after;
    int section = 0; ///< of the version before
    int at = 0; ///< its number among the entries that were there
};

struct AdditionScore
{
    int entries = 0;
    int same = 0;
    int sameTyped = 0; ///< byte for byte, blanks at line ends too
    int refused = 0;
    int placed = 0; ///< put where the owner put it, without being told; of those that are written
    int notUnderstood = 0; ///< not counted among the entries
};

std::shared_ptr<const Page> pageIn(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? readPage(file.readAll()) : nullptr;
}

/// A section most of whose entries went away or changed at once was written anew, and tells nothing of adding.
class VersionStep
{
public:
    VersionStep(std::shared_ptr<const Page> before, std::shared_ptr<const Page> after)
        : m_matching(matchParts(std::move(before), std::move(after)))
    {
        for (size_t i = 0; i < m_matching.before.size(); ++i)
            count(m_matching.before[i], m_matching.afterOf[i], m_left, m_stayed);
    }

    const Page &before() const { return *m_matching.pageBefore; }
    const Page &after() const { return *m_matching.pageAfter; }

    std::vector<Addition> additions() const
    {
        std::vector<Addition> found;
        for (size_t i = 0; i < m_matching.after.size(); ++i) {
            const PagePart &part = m_matching.after[i];
            if (part.type != PagePart::Type::Entry || m_matching.beforeOf[i] >= 0)
                continue;
            const int section = partnerOf(m_matching.sectionBefore, part.ref.section);
            const Entry &entry = after().entry(part.ref);
            if (section < 0 || entry.hidden || entry.kind != before().section(section).kind || !hasDonor(section))
                continue;
            found.push_back({part.ref, section, placeBefore(i, section)});
        }
        return found;
    }

private:
    static void count(const PagePart &part, int partner, std::map<int, int> &left, std::map<int, int> &stayed)
    {
        if (part.type == PagePart::Type::Entry)
            ++(partner < 0 ? left : stayed)[part.ref.section];
    }

    bool hasDonor(int section) const
    {
        const auto stayed = m_stayed.find(section);
        const auto left = m_left.find(section);
        if (stayed == m_stayed.end() || (left != m_left.end() && left->second * 2 > stayed->second))
            return false;
        const std::vector<Entry> &entries = before().section(section).entries;
        return std::any_of(entries.begin(), entries.end(), [&](const Entry &entry) {
            return entry.structured && entry.kind == before().section(section).kind;
        });
    }

    /// The number of the next entry of the section that was there before; behind all of them where there is none.
    int placeBefore(size_t part, int section) const
    {
        for (size_t i = part + 1; i < m_matching.after.size(); ++i) {
            const int partner = m_matching.beforeOf[i];
            if (m_matching.after[i].type != PagePart::Type::Entry || partner < 0)
                continue;
            const EntryRef ref = m_matching.before[static_cast<size_t>(partner)].ref;
            if (ref.section == section && m_matching.after[i].ref.section == m_matching.after[part].ref.section)
                return ref.entry;
        }
        return static_cast<int>(before().section(section).entries.size());
    }

    PartMatching m_matching;
    std::map<int, int> m_left, m_stayed; ///< entries of each section of the version before
};

/// One step in so many is looked at, the same in every run.
constexpr uint sampledSteps = 5;

void addAgain(const QString &name, const VersionStep &step, const Addition &addition, AdditionScore &score)
{
    const Entry &entry = step.after().entry(addition.after);
    if (!entry.structured) {
        ++score.notUnderstood;
        return;
    }
    ++score.entries;
    const bool verbose = qEnvironmentVariableIsSet("VITRINE_SHOW_STYLE");
    const QByteArray typed = step.after().text(entry.range);
    const auto change = addEntry(step.before(), addition.section, addition.at, valuesOf(entry));
    if (!change) {
        ++score.refused;
        if (verbose)
            qInfo().noquote() << "REFUSED" << name << entry.id << change.error().sentence << "\n    " << typed;
        return;
    }
    const auto place = change->after->entryAt(*change->subject);
    QVERIFY2(place, "An entry that was added stands somewhere.");
    const QByteArray written = change->after->text(change->after->entry(*place).range);
    const QByteArray wanted = withoutBlanksAtLineEnds(typed);
    score.sameTyped += written == typed ? 1 : 0;
    score.same += withoutBlanksAtLineEnds(written) == wanted ? 1 : 0;
    const auto byOrder = addEntry(step.before(), addition.section, {}, valuesOf(entry));
    const auto own = byOrder ? byOrder->after->entryAt(*byOrder->subject) : std::nullopt;
    score.placed += own && own->entry == addition.at ? 1 : 0;
    if (verbose && withoutBlanksAtLineEnds(written) != wanted) {
        const auto [left, right] = differing(wanted, withoutBlanksAtLineEnds(written));
        qInfo().noquote() << "DIFFERS" << name << entry.id << "\n    typed  " << left << "\n    written" << right;
    }
}

/// What Vitrine has reached, in percent of the entries that are written as their owners did, in the sample and in the
/// whole alike, beside the goal.
struct ReachedByAdding
{
    const char *kind;
    int reached;
    int goal;
};
constexpr std::array<ReachedByAdding, 1> reachedByKind{{{"news", 70, 97}}};

} // namespace

class TestAddedEntries : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void entriesAreAddedAsTheirOwnersAddedThem()
    {
        const PageHistory history;
        if (!history.isUsable())
            QSKIP("VITRINE_CORPUS names no folder with a history.tar.xz, or there is no tar.");
        std::map<QByteArray, AdditionScore> scores;
        for (const QString &name : history.pages()) {
            std::set<QByteArray> seen; // what came, went and came again counts once
            const QStringList versions = history.versions(name);
            for (qsizetype i = 1; i < versions.size(); ++i) {
                const QString stepName = name + QLatin1Char(' ') + versions[i].section(QLatin1Char('/'), -1);
                if (!isSampled(stepName.toUtf8(), sampledSteps))
                    continue;
                const VersionStep step(pageIn(versions[i - 1]), pageIn(versions[i]));
                for (const Addition &addition : step.additions()) {
                    const Entry &entry = step.after().entry(addition.after);
                    if (seen.insert(step.after().text(entry.range)).second)
                        addAgain(stepName, step, addition, scores[kindAndBox(entry)]);
                }
            }
        }
        for (const auto &[kind, score] : scores) {
            const int written = score.entries - score.refused;
            qInfo(
                "%-22s %4d added %5.1f %% the same (%5.1f %% with blanks at line ends) %5.1f %% refused "
                "%5.1f %% of the others placed alike; beside these %d not understood",
                kind.constData(), score.entries, percent(score.same, score.entries),
                percent(score.sameTyped, score.entries), percent(score.refused, score.entries),
                percent(score.placed, written), score.notUnderstood);
        }
        for (const auto &[kind, reached, goal] : reachedByKind) {
            const AdditionScore &score = scores[kind];
            QVERIFY2(
                percent(score.same, score.entries) >= reached,
                qPrintable(QStringLiteral("%1: %2 % as their owners typed them; reached: %3 %, goal: %4 %")
                               .arg(QString::fromUtf8(kind))
                               .arg(percent(score.same, score.entries), 0, 'f', 1)
                               .arg(reached)
                               .arg(goal)));
        }
    }
};

QTEST_APPLESS_MAIN(TestAddedEntries)
#include "tst_AddedEntries.moc"
