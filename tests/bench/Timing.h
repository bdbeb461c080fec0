#pragma once

#include <QtGlobal>

#include <functional>
#include <vector>

namespace vitrine::bench {

/// Runs `work` until `runs` measurements are taken (after one that warms up) and gives each in nanoseconds.
std::vector<qint64> measure(int runs, const std::function<void()> &work);

/// The same in processor time of this program: what else the machine does has little say.
std::vector<qint64> measureProcessor(int runs, const std::function<void()> &work);

/// The value below which a share of all lies: 0.5 the median, 0.95 the slow end. Sorts its copy.
qint64 percentile(std::vector<qint64> values, double share);
double percentile(std::vector<double> values, double share);

} // namespace vitrine::bench
