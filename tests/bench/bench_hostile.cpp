#include "content/markdown/Reader.h"
#include "content/render/Render.h"
#include "tests/bench/Timing.h"
#include "tests/support/HostileShapes.h"
#include "tests/support/MadePage.h"
#include "tests/support/PageFixtures.h"

#include <algorithm>
#include <cstdio>

using namespace vitrine;

namespace {

constexpr double goal = 5; // times a normal page

using Work = void (*)(const QByteArray &);

double nanosecondsPerByte(const QByteArray &page, Work work, int runs)
{
    const std::vector<qint64> times = bench::measureProcessor(runs, [&] { work(page); });
    return static_cast<double>(*std::min_element(times.begin(), times.end())) / static_cast<double>(page.size());
}

struct Slow
{
    QByteArray name;
    double times = 0; ///< the time per byte of a normal page
};

/// Pages of each shape against a normal page of the same size.
void compare(const char *what, Work work, qsizetype bytes)
{
    const QByteArray normalPage = test::madePage(static_cast<int>(bytes / 145));
    std::vector<Slow> shapes;
    for (const test::HostileShape &shape : test::hostileShapes()) {
        // Anew for each, as the load of the machine varies.
        const double normal = nanosecondsPerByte(normalPage, work, 3);
        shapes.push_back({shape.name(), nanosecondsPerByte(shape.page(bytes), work, 3) / normal});
    }
    std::sort(shapes.begin(), shapes.end(), [](const Slow &a, const Slow &b) { return a.times > b.times; });
    const auto over = std::count_if(shapes.begin(), shapes.end(), [](const Slow &slow) { return slow.times > goal; });
    std::printf(
        "%s, %lld kB: %zu hostile shapes take %.2f times a normal page's time per byte (median), %.1f at most; %lld of "
        "them over %.0f times\n",
        what, static_cast<long long>(bytes / 1000), shapes.size(), shapes[shapes.size() / 2].times,
        shapes.front().times, static_cast<long long>(over), goal);
    for (size_t i = 0; i < std::min<size_t>(shapes.size(), 12); ++i)
        std::printf("  %5.1f  %s\n", shapes[i].times, shapes[i].name.constData());
}

/// One long page of each of the worst kinds.
void compareLong()
{
    const Work read = [](const QByteArray &page) { test::readPage(page); };
    const qsizetype bytes = 10'000'000;
    const double normal = nanosecondsPerByte(test::madePage(68000), read, 1);
    for (const char *unit : {"**a *b ", "[", "> ", "- ", "<div>", "a|", "# a\n", "<!--"}) {
        const test::HostileShape shape{{}, unit};
        std::printf(
            "10 MB of %s: %.1f times a normal page's time per byte\n", shape.name().constData(),
            nanosecondsPerByte(shape.page(bytes), read, 1) / normal);
    }
}

} // namespace

/// What the worst pages take against a normal page, tree and whole reading apart. With `--long` pages of 10 MB, too.
int main(int argc, char *argv[])
{
    compare(
        "Markdown alone",
        [](const QByteArray &page) {
            readMarkdown(page, {0, page.size()}, {});
        },
        50'000);
    compare(
        "a page with its outline", [](const QByteArray &page) { test::readPage(page); }, 50'000);
    compare(
        "the same shown as HTML", [](const QByteArray &page) { renderContent(*test::readPage(page)); }, 50'000);
    if (argc > 1 && qstrcmp(argv[1], "--long") == 0)
        compareLong();
    return 0;
}
