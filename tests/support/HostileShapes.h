#pragma once

#include <QByteArray>

#include <algorithm>
#include <vector>

namespace vitrine::test {

/// A page that a reader could lose its time over: something said over and over, behind what it needs before it.
struct HostileShape
{
    QByteArray head;
    QByteArray unit;

    /// About so many bytes of it.
    QByteArray page(qsizetype bytes) const { return head + unit.repeated(std::max<qsizetype>(bytes / unit.size(), 1)); }
    /// In one line, for people.
    QByteArray name() const;
};

/// Runs of every delimiter, nesting of every container, what begins and never ends, and the smallest blocks there are.
std::vector<HostileShape> hostileShapes();

} // namespace vitrine::test
