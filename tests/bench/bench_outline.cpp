#include "content/page/Edits.h"
#include "tests/bench/Timing.h"
#include "tests/support/MadePage.h"
#include "tests/support/PageFixtures.h"

#include <QFile>

#include <cmark-gfm-core-extensions.h>
#include <cmark-gfm.h>

#include <cstdio>

using namespace vitrine;

namespace {

/// What cmark-gfm alone takes: parse with the extensions that GitHub uses, and free.
void parseWithCmark(const QByteArray &bytes)
{
    cmark_parser *parser = cmark_parser_new(CMARK_OPT_UNSAFE | CMARK_OPT_FOOTNOTES);
    for (const char *name : {"table", "strikethrough"})
        cmark_parser_attach_syntax_extension(parser, cmark_find_syntax_extension(name));
    cmark_parser_feed(parser, bytes.constData(), static_cast<size_t>(bytes.size()));
    cmark_node_free(cmark_parser_finish(parser));
    cmark_parser_free(parser);
}

double nanosecondsPerByte(const QByteArray &bytes, int runs, const std::function<void()> &work)
{
    return static_cast<double>(bench::percentile(bench::measureProcessor(runs, work), 0.5))
        / static_cast<double>(bytes.size());
}

void compareOverCorpus()
{
    std::vector<double> ratios;
    for (const QString &path : test::corpusPages()) {
        QFile file(path);
        if (!file.open(QIODevice::ReadOnly) || file.size() < 5000)
            continue;
        const QByteArray bytes = file.readAll();
        const double cmark = nanosecondsPerByte(bytes, 15, [&] { parseWithCmark(bytes); });
        const double ours = nanosecondsPerByte(bytes, 15, [&] { test::readPage(bytes); });
        ratios.push_back(ours / cmark);
    }
    if (ratios.empty())
        std::puts("real pages: none, VITRINE_CORPUS is not set");
    else
        std::printf(
            "real pages over 5 kB (%zu): outline takes %.1f times cmark-gfm's parse (median), %.1f (95 %%)\n",
            ratios.size(), bench::percentile(ratios, 0.5), bench::percentile(ratios, 0.95));
}

void showGrowth()
{
    const QByteArray small = test::madePage(120);
    const double base = nanosecondsPerByte(small, 15, [&] { test::readPage(small); });
    const double cmark = nanosecondsPerByte(small, 15, [&] { parseWithCmark(small); });
    std::printf(
        "made page, 120 entries, %lld kB: %.2f ms, %.1f times cmark-gfm's parse\n",
        static_cast<long long>(small.size() / 1000), base * static_cast<double>(small.size()) / 1e6, base / cmark);
    for (const int entries : {1000, 10000, 65000}) {
        const QByteArray page = test::madePage(entries);
        const double time = nanosecondsPerByte(page, entries > 10000 ? 1 : 3, [&] { test::readPage(page); });
        std::printf(
            "made page, %d entries, %.1f MB: %.2f times the time per byte\n", entries,
            static_cast<double>(page.size()) / 1e6, time / base);
    }
}

/// A title set in the middle of the papers, with the reading that verifies it.
void showEdit()
{
    for (const int entries : {120, 1000}) {
        const auto page = test::readPage(test::madePage(entries));
        const EntryRef paper{*page->findSection("publications"), entries / 4};
        int number = 0;
        const auto set = [&] {
            const QByteArray title = "Loud machines, part " + QByteArray::number(++number);
            if (!setFields(*page, paper, {{FieldId::Title, Value(title)}}))
                std::puts("the edit was refused");
        };
        const qint64 time = bench::percentile(bench::measureProcessor(15, set), 0.5);
        std::printf(
            "made page, %d entries: a title is set and read back in %.2f ms\n", entries,
            static_cast<double>(time) / 1e6);
    }
}

} // namespace

int main()
{
    cmark_gfm_core_extensions_ensure_registered();
    compareOverCorpus();
    showEdit();
    showGrowth();
    return 0;
}
