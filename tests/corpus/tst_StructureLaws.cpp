#include "content/page/Edits.h"
#include "tests/support/PageFixtures.h"

#include <QFile>
#include <QRegularExpression>
#include <QTest>

#include <algorithm>
#include <map>

using namespace vitrine;
using namespace vitrine::test;

namespace {

QByteArray bytesOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

QByteArray takenBy(const TextEdit &edit, const SourceSet &sources)
{
    QByteArray taken;
    for (const Replacement &replacement : edit.replacements())
        taken +=
            sources[static_cast<size_t>(replacement.file)].bytes.mid(replacement.range.begin, replacement.range.size());
    return taken;
}

QByteArray insertedBy(const TextEdit &edit)
{
    QByteArray inserted;
    for (const Replacement &replacement : edit.replacements())
        inserted += replacement.text;
    return inserted;
}

bool isNumbered(const Page &page, int section)
{
    const std::vector<Entry> &entries = page.section(section).entries;
    return std::any_of(
        entries.begin(), entries.end(), [](const Entry &entry) { return entry.container == Container::NumberedList; });
}

/// Undoing gives the same bytes, and the page that the change carries is the one that its edit makes.
bool isSound(const Page &page, const PageChange &change)
{
    const SourceSet after = change.edit.appliedTo(page.sources());
    return after == change.after->sources() && change.edit.inverse(page.sources()).appliedTo(after) == page.sources();
}

/// How many edits were done, and how many refused for what reason.
struct Count
{
    int done = 0;
    int refused = 0;
    std::map<QString, int> reasons;

    /// The share that was done, in percent.
    double share() const { return 100.0 * done / std::max(1, done + refused); }
};

/// A reason without the names in it.
QString withoutNames(QString sentence)
{
    static const QRegularExpression name(QStringLiteral("\u201C[^\u201D]*\u201D"));
    return sentence.replace(name, QStringLiteral("\u201C\u2026\u201D"));
}

bool isOnlyCommentMarks(QByteArray inserted)
{
    return inserted.replace("<!--", "").replace("-->", "").trimmed().isEmpty();
}

/// The share of each operation that must be done, in percent, a little below what is reached.
const std::map<QByteArray, double> &floors()
{
    static const std::map<QByteArray, double> shares{
        {"remove", 99},        {"move", 87},           {"hide", 96},         {"duplicate", 86},
        {"section title", 99}, {"section remove", 88}, {"section hide", 81}, {"section move", 70}};
    return shares;
}

} // namespace

class TestStructureLaws : public QObject
{
    Q_OBJECT

private:
    std::map<QByteArray, Count> m_counts;

    /// Counts a change; false when it was refused. With VITRINE_TELL the refusals are told one by one.
    bool count(const char *what, const Page &page, const QByteArray &id, const Result<PageChange> &result)
    {
        Count &sum = m_counts[what];
        ++(result ? sum.done : sum.refused);
        if (!result)
            ++sum.reasons[withoutNames(result.error().sentence)];
        if (!result && qEnvironmentVariableIsSet("VITRINE_TELL"))
            qInfo().noquote() << what << page.sources().front().path << QString::fromUtf8(id)
                              << result.error().sentence;
        return result.ok();
    }

    void checkRemoving(const Page &page, EntryRef ref)
    {
        const Result<PageChange> removed = removeEntry(page, ref);
        if (!count("remove", page, page.entry(ref).id, removed))
            return;
        QVERIFY(isSound(page, *removed));
        if (!isNumbered(page, ref.section)) {
            QCOMPARE(removed->edit.replacements().size(), size_t(1));
            QVERIFY(insertedBy(removed->edit).isEmpty());
        }
    }

    void checkMoving(const Page &page, EntryRef ref, int at)
    {
        if (at == ref.entry)
            return;
        const Result<PageChange> moved = moveEntry(page, ref, ref.section, at);
        if (!count("move", page, page.entry(ref).id, moved))
            return;
        QVERIFY(isSound(page, *moved));
        QCOMPARE(moved->after->bytes().size(), page.bytes().size());
        const Result<PageChange> back = moveEntry(*moved->after, {ref.section, at}, ref.section, ref.entry);
        QVERIFY2(back.ok(), page.entry(ref).id.constData());
        QCOMPARE(back->after->bytes(), page.bytes());
    }

    void checkHiding(const Page &page, EntryRef ref)
    {
        if (page.entry(ref).hidden)
            return;
        const Result<PageChange> hidden = hideEntry(page, ref);
        if (!count("hide", page, page.entry(ref).id, hidden))
            return;
        QVERIFY(isSound(page, *hidden));
        QVERIFY(takenBy(hidden->edit, page.sources()).isEmpty());
        QCOMPARE(insertedBy(hidden->edit).simplified(), QByteArray("<!-- -->"));
        QVERIFY(hidden->after->entry(ref).hidden);
        const Result<PageChange> shown = unhideEntry(*hidden->after, ref);
        QVERIFY2(shown.ok(), page.entry(ref).id.constData());
        QCOMPARE(shown->after->bytes(), page.bytes());
    }

    void checkShowing(const Page &page, EntryRef ref)
    {
        if (!page.entry(ref).hidden || page.section(ref.section).hidden)
            return;
        const Result<PageChange> shown = unhideEntry(page, ref);
        if (!count("unhide", page, page.entry(ref).id, shown))
            return;
        QVERIFY(isSound(page, *shown));
        const std::optional<EntryRef> now = shown->subject ? shown->after->entryAt(*shown->subject) : std::nullopt;
        QVERIFY(now && !shown->after->entry(*now).hidden);
        QVERIFY(shown->after->text(shown->after->entry(*now).range).contains(page.text(page.entry(ref).range)));
    }

    void checkDoubling(const Page &page, EntryRef ref)
    {
        const Result<PageChange> doubled = duplicateEntry(page, ref);
        if (!count("duplicate", page, page.entry(ref).id, doubled))
            return;
        QVERIFY(isSound(page, *doubled));
        if (!isNumbered(page, ref.section))
            QVERIFY(takenBy(doubled->edit, page.sources()).isEmpty());
    }

    void checkSection(const Page &page, int index)
    {
        const Section &section = page.section(index);
        if (section.level == 0)
            return;
        const Result<PageChange> titled = setSectionTitle(page, index, "Works & Days");
        if (count("section title", page, section.id, titled)) {
            QVERIFY(isSound(page, *titled));
            QCOMPARE(titled->after->section(index).title, QByteArray("Works & Days"));
            QCOMPARE(titled->after->section(index).emoji, section.emoji);
        }
        const Result<PageChange> removed = removeSection(page, index);
        if (count("section remove", page, section.id, removed)) {
            QVERIFY(isSound(page, *removed));
            QVERIFY(insertedBy(removed->edit).isEmpty());
        }
        const Result<PageChange> hidden = section.hidden ? unhideSection(page, index) : hideSection(page, index);
        if (count(section.hidden ? "section unhide" : "section hide", page, section.id, hidden)) {
            QVERIFY(isSound(page, *hidden));
            QCOMPARE(hidden->after->section(index).hidden, !section.hidden);
            QVERIFY(section.hidden || isOnlyCommentMarks(insertedBy(hidden->edit)));
            QVERIFY(section.hidden || takenBy(hidden->edit, page.sources()).isEmpty());
            if (!section.hidden) {
                const Result<PageChange> shown = unhideSection(*hidden->after, index);
                QVERIFY2(shown.ok(), section.id.constData());
                QCOMPARE(shown->after->bytes(), page.bytes());
            }
        }
        const Result<PageChange> moved = moveSection(page, index, section.parent, 0);
        if (count("section move", page, section.id, moved)) {
            QVERIFY(isSound(page, *moved));
            QCOMPARE(moved->after->bytes().size(), page.bytes().size());
        }
    }

private Q_SLOTS:
    void initTestCase()
    {
        if (!corpusFolder())
            QSKIP("Set VITRINE_CORPUS to a folder of real pages to check the laws on them.");
    }

    void editsKeepTheLaws_data()
    {
        QTest::addColumn<QString>("path");
        for (const QString &path : corpusPages())
            QTest::newRow(qPrintable(path.section(QLatin1Char('/'), -3))) << path;
    }
    void editsKeepTheLaws()
    {
        QFETCH(QString, path);
        const QString folder = path.section(QLatin1Char('/'), -3, -3);
        const QByteArray name = folder.toUtf8();
        const auto page = Page::read({{folder, bytesOf(path)}}, {});
        for (int s = 0; s < static_cast<int>(page->outline().sections.size()); ++s) {
            if (isSampled(name + page->section(s).id, 6))
                checkSection(*page, s);
            const int size = static_cast<int>(page->section(s).entries.size());
            for (int e = 0; e < size; ++e) {
                const EntryRef ref{s, e};
                if (!isSampled(name + page->entry(ref).id, 15))
                    continue;
                checkRemoving(*page, ref);
                checkMoving(*page, ref, 0);
                checkMoving(*page, ref, size - 1);
                checkHiding(*page, ref);
                checkShowing(*page, ref);
                checkDoubling(*page, ref);
            }
        }
    }

    void mostEditsAreDone()
    {
        for (const auto &[what, sum] : m_counts) {
            qInfo("%s: %d done, %d refused (%.1f %% done)", what.constData(), sum.done, sum.refused, sum.share());
            for (const auto &[reason, times] : sum.reasons)
                qInfo("  %4d %s", times, qPrintable(reason));
        }
        for (const auto &[what, share] : floors())
            QVERIFY2(m_counts[what].share() >= share, what.constData());
    }
};

QTEST_APPLESS_MAIN(TestStructureLaws)
#include "tst_StructureLaws.moc"
