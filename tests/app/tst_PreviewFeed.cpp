#include "app/preview/BlockPatch.h"
#include "app/preview/PreviewFeed.h"
#include "tests/support/PageFixtures.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSignalSpy>
#include <QTest>

#include <rapidcheck.h>

using namespace vitrine;

namespace {

/// What the preview page does with patches, on a list instead of a document.
class FakePage
{
public:
    void apply(const QJsonArray &operations)
    {
        for (const QJsonValue &operation : operations)
            apply(operation[0].toString(), operation);
    }

    QList<QByteArray> htmls() const
    {
        QList<QByteArray> result;
        for (const Block &block : m_blocks) {
            QByteArray html = block.html;
            for (const auto &[id, item] : block.items)
                html.insert(html.lastIndexOf("</"), item);
            result += html;
        }
        return result;
    }

    /// Ids of blocks and of their items.
    QList<int> ids() const
    {
        QList<int> result;
        for (const Block &block : m_blocks) {
            result += block.id;
            for (const auto &[id, item] : block.items)
                result += id;
        }
        return result;
    }

private:
    using Items = std::vector<std::pair<int, QByteArray>>;
    struct Block
    {
        int id = 0;
        QByteArray html;
        Items items;
    };

    std::vector<Block>::iterator find(int id)
    {
        const auto it = std::find_if(m_blocks.begin(), m_blocks.end(), [id](const Block &b) { return b.id == id; });
        if (it == m_blocks.end())
            throw std::runtime_error("an operation names a block that is not there");
        return it;
    }

    std::pair<Items *, Items::iterator> findItem(int id)
    {
        for (Block &block : m_blocks) {
            const auto it =
                std::find_if(block.items.begin(), block.items.end(), [id](const auto &i) { return i.first == id; });
            if (it != block.items.end())
                return {&block.items, it};
        }
        return {};
    }

    static Block made(int id, const QJsonValue &html, const QJsonValue &names)
    {
        Block block{id, html.toString().toUtf8(), {}};
        for (const QJsonValue &name : names.toArray()) {
            const qsizetype begin = block.html.indexOf("<li>");
            const qsizetype end = block.html.indexOf("</li>") + 5;
            block.items.emplace_back(name.toInt(), block.html.mid(begin, end - begin));
            block.html.remove(begin, end - begin);
        }
        return block;
    }

    void apply(const QString &name, const QJsonValue &operation)
    {
        const int id = operation[1].toInt();
        if (name == QStringLiteral("set")) {
            *find(id) = made(id, operation[2], operation[3]);
        } else if (name == QStringLiteral("insert")) {
            const auto at = id < 0 ? m_blocks.begin() : std::next(find(id));
            m_blocks.insert(at, made(operation[2].toInt(), operation[3], operation[4]));
        } else if (name == QStringLiteral("setItem")) {
            findItem(id).second->second = operation[2].toString().toUtf8();
        } else if (name == QStringLiteral("insertItem")) {
            Items &items = find(id)->items;
            const int previous = operation[2].toInt();
            const auto at = previous < 0 ? items.begin() : std::next(findItem(previous).second);
            items.insert(at, {operation[3].toInt(), operation[4].toString().toUtf8()});
        } else if (const auto [items, item] = findItem(id); items) {
            items->erase(item);
        } else {
            m_blocks.erase(find(id));
        }
    }

    std::vector<Block> m_blocks;
};

RenderedBlock blockOf(const QByteArray &html)
{
    return {{}, html, {}};
}

/// A paragraph, or a list of items.
RenderedBlock randomBlock(int number)
{
    if (number > 2)
        return blockOf("<p>" + QByteArray::number(number) + "</p>");
    RenderedBlock list = blockOf(number == 0 ? "<ol></ol>" : "<ul></ul>");
    list.itemsAt = 4;
    for (const int item : *rc::gen::nonEmpty(rc::gen::container<std::vector<int>>(rc::gen::inRange(0, 5))))
        list.items.push_back(blockOf("<li>" + QByteArray::number(item) + "</li>"));
    return list;
}

std::vector<RenderedBlock> randomBlocks()
{
    std::vector<RenderedBlock> blocks;
    for (const int number : *rc::gen::container<std::vector<int>>(rc::gen::inRange(0, 6)))
        blocks.push_back(randomBlock(number));
    return blocks;
}

QList<QByteArray> htmlsOf(const std::vector<RenderedBlock> &blocks)
{
    QList<QByteArray> result;
    for (const RenderedBlock &block : blocks)
        result += block.whole();
    return result;
}

QList<int> idsOf(const ShownBlocks &blocks)
{
    QList<int> ids;
    for (const ShownBlock &block : blocks) {
        ids += block.id;
        ids.append(QList<int>(block.items.begin(), block.items.end()));
    }
    return ids;
}

PreviewPatch lastPatch(const QSignalSpy &spy)
{
    return spy.last().at(0).value<PreviewPatch>();
}

} // namespace

class TestPreviewFeed : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void patchesLeadFromAnyListOfBlocksToAnyOther()
    {
        QVERIFY(rc::check([] {
            FakePage page;
            ShownBlocks shown;
            int nextId = 0;
            for (int i = 0; i < 4; ++i) {
                const std::vector<RenderedBlock> blocks = randomBlocks();
                const int idBefore = nextId;
                BlockPatch patch = patchBlocks(shown, blocks, nextId);
                page.apply(QJsonDocument::fromJson(patch.operations).array());
                RC_ASSERT(page.htmls() == htmlsOf(blocks));
                RC_ASSERT(page.ids() == idsOf(patch.blocks));
                RC_ASSERT(patch.blocks.size() == blocks.size());
                RC_ASSERT(nextId >= idBefore);
                shown = std::move(patch.blocks);
            }
        }));
    }

    void unchangedBlocksKeepTheirIdsAndAreNotSent()
    {
        int nextId = 0;
        const ShownBlocks before = patchBlocks({}, {blockOf("a"), blockOf("b"), blockOf("c")}, nextId).blocks;
        const BlockPatch patch =
            patchBlocks(before, {blockOf("new"), blockOf("a"), blockOf("B"), blockOf("c")}, nextId);
        QCOMPARE(patch.operations, QByteArray(R"([["insert",-1,3,"new"],["set",1,"B"]])"));
        QCOMPARE(patch.blocks[1].id, 0);
        QCOMPARE(patch.blocks[3].id, 2);
    }

    void aChangedItemIsSentAlone()
    {
        PreviewFeed feed;
        QSignalSpy spy(&feed, &PreviewFeed::patched);
        feed.show(test::readPage("# News\n\n- One\n- Two\n- Three\n"), 1);
        QTRY_COMPARE(spy.count(), 1);
        feed.show(test::readPage("# News\n\n- One\n- Two, changed\n- New\n- Three\n"), 2);
        QTRY_COMPARE(spy.count(), 2);
        const QJsonArray operations = QJsonDocument::fromJson(lastPatch(spy).json).object()[u"operations"].toArray();
        QCOMPARE(operations.size(), 2);
        QCOMPARE(operations[0][0].toString(), QStringLiteral("setItem"));
        QCOMPARE(operations[0][2].toString(), QStringLiteral("<li data-n=\"0\">Two, changed</li>"));
        QCOMPARE(operations[1][0].toString(), QStringLiteral("insertItem"));
        QCOMPARE(operations[1][4].toString(), QStringLiteral("<li data-n=\"0\">New</li>"));
    }

    void itemsWhoseHtmlReachesBeyondThemAreSentTogether()
    {
        PreviewFeed feed;
        QSignalSpy spy(&feed, &PreviewFeed::patched);
        feed.show(test::readPage("- One\n\n  <li>more</li>\n- Two\n"), 1);
        QTRY_COMPARE(spy.count(), 1);
        feed.show(test::readPage("- One\n\n  <li>more</li>\n- Two, changed\n"), 2);
        QTRY_COMPARE(spy.count(), 2);
        const QJsonArray operations = QJsonDocument::fromJson(lastPatch(spy).json).object()[u"operations"].toArray();
        QCOMPARE(operations.size(), 1);
        QCOMPARE(operations[0][0].toString(), QStringLiteral("set"));
    }

    void theFirstPatchIsWholeAndLaterOnesAreNot()
    {
        PreviewFeed feed;
        QSignalSpy spy(&feed, &PreviewFeed::patched);
        feed.show(test::readPage("One\n\nTwo\n"), 1);
        QTRY_COMPARE(spy.count(), 1);
        QVERIFY(lastPatch(spy).whole);
        feed.show(test::readPage("One\n\nTwo, changed\n"), 2);
        QTRY_COMPARE(spy.count(), 2);
        QVERIFY(!lastPatch(spy).whole);
        QCOMPARE(lastPatch(spy).revision, quint64(2));
        const QJsonObject json = QJsonDocument::fromJson(lastPatch(spy).json).object();
        QCOMPARE(json.value(QStringLiteral("revision")).toInt(), 2);
        QVERIFY(json.value(QStringLiteral("operations")).isArray());
        feed.reset();
        feed.show(test::readPage("One\n"), 3);
        QTRY_COMPARE(spy.count(), 3);
        QVERIFY(lastPatch(spy).whole);
    }

    void theNewestRevisionWins()
    {
        PreviewFeed feed;
        QSignalSpy spy(&feed, &PreviewFeed::patched);
        for (quint64 revision = 1; revision <= 50; ++revision)
            feed.show(test::readPage("Revision " + QByteArray::number(revision)), revision);
        QTRY_COMPARE(spy.isEmpty() ? quint64(0) : lastPatch(spy).revision, quint64(50));
        QVERIFY(spy.count() <= 2);
    }

    void whatWasRenderedBeforeAResetIsDropped()
    {
        PreviewFeed feed;
        QSignalSpy spy(&feed, &PreviewFeed::patched);
        feed.show(test::readPage("Old\n"), 1);
        feed.reset();
        feed.show(test::readPage("New\n"), 2);
        QTRY_COMPARE(spy.count(), 1);
        QVERIFY(lastPatch(spy).whole);
        QCOMPARE(lastPatch(spy).revision, quint64(2));
    }

    void aFeedCanGoWhileItRenders()
    {
        auto feed = std::make_unique<PreviewFeed>();
        feed->show(test::readPage(QByteArray(100000, 'x')), 1);
        feed.reset();
    }

    void everyShownEntryOfRealPagesHasAMark()
    {
        const QStringList paths = test::corpusPages();
        if (paths.isEmpty())
            QSKIP("VITRINE_CORPUS is not set: there are no real pages to show.");
        for (const QString &path : paths) {
            QFile file(path);
            QVERIFY(file.open(QIODevice::ReadOnly));
            const auto page = test::readPage(file.readAll());
            PreviewFeed feed;
            QSignalSpy spy(&feed, &PreviewFeed::patched);
            feed.show(page, 1);
            QTRY_COMPARE(spy.count(), 1);
            for (const Section &section : page->outline().sections) {
                for (const Entry &entry : section.entries) {
                    if (entry.hidden)
                        continue; // not shown
                    const QByteArray place = path.toUtf8() + ' ' + entry.id;
                    QVERIFY2(feed.markAt(entry.range).first >= 0, place.constData());
                }
            }
        }
    }

    void marksLeadBackToTheirPlaces()
    {
        PreviewFeed feed;
        QSignalSpy spy(&feed, &PreviewFeed::patched);
        const auto page = test::readPage("# News\n\n- First\n- *Second*\n");
        feed.show(page, 1);
        QTRY_COMPARE(spy.count(), 1);
        QCOMPARE(feed.shownPage(), page);
        const qsizetype at = page->text().indexOf("Second");
        const auto [block, mark] = feed.markAt({at, at + 6});
        QVERIFY(block >= 0);
        QVERIFY(feed.rangeOf(block, mark).contains({at, at + 6}));
        QVERIFY(feed.rangeOf(block, 1000).isEmpty());
        QVERIFY(feed.rangeOf(999, 0).isEmpty());
        const auto [first, heading] = feed.markAt({0, page->text().size()});
        QVERIFY((feed.rangeOf(first, heading) == ByteRange{0, 6}));
        QCOMPARE(feed.markAt({10000, 10001}), std::pair(-1, -1));
    }
};

QTEST_GUILESS_MAIN(TestPreviewFeed)
#include "tst_PreviewFeed.moc"
