// A revision that is read and rendered with what an earlier one made out must come out as if it were the first: over
// real pages and made ones, through edits of any kind, one after the other.

#include "content/render/Render.h"
#include "tests/support/MadePage.h"
#include "tests/support/PageFixtures.h"
#include "tests/support/RandomEdits.h"
#include "tests/support/SpelledPage.h"

#include <QFile>
#include <QTest>

#include <rapidcheck.h>

#include <random>

using namespace vitrine;
using namespace vitrine::test;

namespace {

/// What a page is rendered to, a line a thing.
template<typename Blocks> QByteArray spelledBlocks(const Blocks &blocks)
{
    QByteArray text;
    for (const RenderedBlock &block : blocks) {
        text += QByteArray::number(block.range.begin) + ' ' + QByteArray::number(block.range.end) + ' '
            + block.html.toPercentEncoding(" <>") + '\n';
        for (const ByteRange mark : block.marks)
            text += "mark " + QByteArray::number(mark.begin) + ' ' + QByteArray::number(mark.end) + '\n';
        text += spelledBlocks(block.items);
    }
    return text;
}

/// Where a page read with memory differs from the page read without; empty when all is well.
QByteArray differenceThrough(std::shared_ptr<const Page> page, int edits, uint seed)
{
    std::mt19937 random(seed);
    const RenderOptions options{true, true};
    RenderedPage rendered{page, renderBlocks(*page, options)};
    for (int i = 0; i < edits; ++i) {
        page = page->edited(randomEdit(page->bytes(), random));
        const auto fresh = Page::read(page->sources(), page->context());
        const QByteArray difference = firstDifferentLine(spelled(*page), spelled(*fresh));
        if (!difference.isEmpty())
            return "after " + QByteArray::number(i + 1) + " edits:\n" + difference;
        rendered = {page, renderBlocks(*page, options, &rendered)};
        const QByteArray shown =
            firstDifferentLine(spelledBlocks(rendered.blocks), spelledBlocks(renderBlocks(*fresh, options)));
        if (!shown.isEmpty())
            return "rendered after " + QByteArray::number(i + 1) + " edits:\n" + shown;
    }
    return {};
}

} // namespace

class TestRevisions : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void realPagesReadAsForTheFirstTime()
    {
        const QStringList paths = corpusPages();
        if (paths.isEmpty())
            QSKIP("VITRINE_CORPUS is not set");
        uint seed = 1;
        for (const QString &path : paths) {
            QFile file(path);
            QVERIFY(file.open(QIODevice::ReadOnly));
            const QByteArray difference = differenceThrough(readPage(file.readAll()), 6, ++seed);
            QVERIFY2(difference.isEmpty(), (path.toUtf8() + ' ' + difference).constData());
        }
    }

    void madePagesReadAsForTheFirstTime()
    {
        const auto page = readPage(test::madePage(40));
        const bool holds = rc::check("edited pages read as read anew", [&] {
            const auto seed = *rc::gen::arbitrary<uint>();
            RC_ASSERT(differenceThrough(page, 4, seed) == QByteArray());
        });
        QVERIFY(holds);
    }

    void pagesOfSnippetsReadAsForTheFirstTime()
    {
        const bool holds = rc::check("edited pages of snippets read as read anew", [] {
            const auto parts = *rc::gen::container<std::vector<QByteArray>>(rc::gen::elementOf(snippets()));
            QByteArray bytes;
            for (const QByteArray &part : parts)
                bytes += part;
            const auto seed = *rc::gen::arbitrary<uint>();
            RC_ASSERT(differenceThrough(readPage(bytes), 5, seed) == QByteArray());
        });
        QVERIFY(holds);
    }

    void whatTheSectionAgreesOnIsReadAnew()
    {
        // The second entry makes most papers quote their titles; the third is then read otherwise.
        const QByteArray before =
            "# Publications\n* Bo Li, Ada King. Quiet machines at work. LEARN, 2023.\n* Cy Ong, \"Loud "
            "machines at rest\", MAKE, 2022.\n* Di Wu, Ada King. Three machines. MAKE, 2021.\n";
        const auto page = readPage(before);
        const qsizetype title = before.indexOf("Quiet");
        const auto edited = page->edited(TextEdit::replacing({title, title + 22}, "\"Quiet machines at work\","));
        QCOMPARE(
            firstDifferentLine(spelled(*edited), spelled(*Page::read(edited->sources(), edited->context()))),
            QByteArray());
    }
};

QTEST_APPLESS_MAIN(TestRevisions)
#include "tst_Revisions.moc"
