#include "tests/support/HostileShapes.h"
#include "tests/support/MadePage.h"
#include "tests/support/PageFixtures.h"

#include <QtGlobal>

#include <algorithm>
#include <ctime>
#include <limits>

using namespace vitrine;

namespace {

constexpr qsizetype bytes = 20000;
constexpr double most = 8; // times a normal page: 5 for a reader without a sanitizer in it

/// Of the processor, for a byte; the best of some runs, as what else the machine does only ever adds.
double secondsPerByte(const QByteArray &page, int runs)
{
    double best = std::numeric_limits<double>::max();
    for (int run = 0; run < runs; ++run) {
        const std::clock_t begin = std::clock();
        test::readPage(page);
        best = std::min(best, static_cast<double>(std::clock() - begin) / CLOCKS_PER_SEC);
    }
    return best / static_cast<double>(page.size());
}

double normalSeconds()
{
    static const QByteArray page = test::madePage(static_cast<int>(bytes / 145));
    return secondsPerByte(page, 5);
}

} // namespace

/// Nothing that is said over and over takes many times as long as a normal page: the first byte says how much of the
/// others comes before what is repeated.
extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    if (size < 2)
        return 0;
    const QByteArray all(reinterpret_cast<const char *>(data + 1), static_cast<qsizetype>(size - 1));
    const qsizetype head = data[0] % all.size();
    const QByteArray page = test::HostileShape{all.first(head), all.sliced(head)}.page(bytes);
    static double normal = normalSeconds();
    if (secondsPerByte(page, 1) <= most * normal)
        return 0;
    for (int again = 0; again < 5; ++again) {
        normal = normalSeconds(); // the machine may have become slower meanwhile
        if (secondsPerByte(page, 3) <= most * normal)
            return 0;
    }
    qFatal("%.1f times the time per byte of a normal page", secondsPerByte(page, 3) / normal);
}
