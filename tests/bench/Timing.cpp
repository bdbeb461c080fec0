#include "tests/bench/Timing.h"

#include <QElapsedTimer>

#include <algorithm>
#include <ctime>

namespace vitrine::bench {

namespace {

template<typename T> T valueAt(std::vector<T> values, double share)
{
    if (values.empty())
        return {};
    std::sort(values.begin(), values.end());
    return values[std::min(values.size() - 1, static_cast<size_t>(share * static_cast<double>(values.size())))];
}

} // namespace

std::vector<qint64> measure(int runs, const std::function<void()> &work)
{
    work();
    std::vector<qint64> times;
    for (int run = 0; run < runs; ++run) {
        QElapsedTimer timer;
        timer.start();
        work();
        times.push_back(timer.nsecsElapsed());
    }
    return times;
}

std::vector<qint64> measureProcessor(int runs, const std::function<void()> &work)
{
    constexpr qint64 nanosecondsPerTick = 1'000'000'000 / CLOCKS_PER_SEC;
    work();
    std::vector<qint64> times;
    for (int run = 0; run < runs; ++run) {
        const std::clock_t begin = std::clock();
        work();
        times.push_back((std::clock() - begin) * nanosecondsPerTick);
    }
    return times;
}

qint64 percentile(std::vector<qint64> values, double share)
{
    return valueAt(std::move(values), share);
}

double percentile(std::vector<double> values, double share)
{
    return valueAt(std::move(values), share);
}

} // namespace vitrine::bench
