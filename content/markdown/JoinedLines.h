#pragma once

#include "content/text/ByteRange.h"

#include <QByteArray>
#include <QByteArrayView>

#include <vector>

namespace vitrine {

/// The lines of one block as one text, joined by `\n`, with the way back to the page's bytes. Not copyable: a single
/// line is looked at where it stands.
class JoinedLines
{
public:
    /// `text` must outlive this.
    JoinedLines(QByteArrayView text, const std::vector<ByteRange> &lines);
    Q_DISABLE_COPY_MOVE(JoinedLines)

    QByteArrayView text() const { return m_joined; }
    /// The place in the page of a place in the joined text; behind a line end it is the begin of the next line.
    qsizetype sourceOf(qsizetype joined) const;
    ByteRange sourceOf(ByteRange joined) const { return {sourceOf(joined.begin), sourceOf(joined.end)}; }
    /// The lines from a place on, as ranges of the page.
    std::vector<ByteRange> linesFrom(qsizetype joined) const;

private:
    size_t lineOf(qsizetype joined) const;

    std::vector<ByteRange> m_lines;
    std::vector<qsizetype> m_starts;
    QByteArray m_storage;
    QByteArrayView m_joined;
};

} // namespace vitrine
