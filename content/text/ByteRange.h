#pragma once

#include <QtGlobal>

namespace vitrine {

/// A half-open range of bytes `[begin, end)`. Offsets always count bytes, never code points.
struct ByteRange
{
    qsizetype begin = 0;
    qsizetype end = 0;

    constexpr qsizetype size() const { return end - begin; }
    constexpr bool isEmpty() const { return end <= begin; }
    constexpr bool contains(qsizetype offset) const { return begin <= offset && offset < end; }
    constexpr bool contains(ByteRange other) const { return begin <= other.begin && other.end <= end; }
    /// True when both have a byte in common.
    constexpr bool overlaps(ByteRange other) const { return begin < other.end && other.begin < end; }
    constexpr ByteRange shifted(qsizetype by) const { return {begin + by, end + by}; }

    friend constexpr bool operator==(ByteRange, ByteRange) = default;
};

/// A range in one of the files that make a page; file 0 is the page itself (see SourceSet).
struct SourceRange
{
    int file = 0;
    ByteRange range;

    friend constexpr bool operator==(SourceRange, SourceRange) = default;
};

} // namespace vitrine
