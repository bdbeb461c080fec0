#pragma once

#include "content/text/ByteRange.h"

#include <QByteArrayView>

#include <array>
#include <functional>
#include <vector>

namespace vitrine {

/// The stack of runs of `*`, `_` and `~~` that may open or close emphasis, and CommonMark's procedure that pairs them.
class Delimiters
{
public:
    /// Opening and closing marks of one pair, each one or two bytes.
    using Paired = std::function<void(char mark, ByteRange open, ByteRange close)>;

    /// Adds the run of `text[range.begin]` at `range`; what stands around it decides what it may do.
    void add(QByteArrayView text, ByteRange range);
    size_t size() const { return m_runs.size(); }
    /// Pairs the runs from the `bottom`th on and takes them off the stack.
    void pair(size_t bottom, const Paired &paired);

private:
    struct Run
    {
        char mark = 0;
        ByteRange rest; ///< what is not used yet
        qsizetype length = 0; ///< at first
        bool canOpen = false;
        bool canClose = false;
        int previous = -1;
        int next = -1;
    };

    int openerOf(int closer, int bottom) const;
    int bottomKind(const Run &run) const;
    void drop(int index);

    std::vector<Run> m_runs;
};

} // namespace vitrine
