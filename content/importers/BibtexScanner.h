#pragma once

#include "content/text/ByteRange.h"

#include <QByteArray>

#include <optional>

namespace vitrine {

/// Walks over the bytes of a BibTeX file. Places are byte offsets.
class BibtexScanner
{
public:
    explicit BibtexScanner(const QByteArray &bytes) : m_bytes(bytes) { }

    qsizetype at() const { return m_at; }
    void moveTo(qsizetype at) { m_at = at; }
    bool atEnd() const { return m_at >= m_bytes.size(); }
    /// The byte here, or 0 at the end.
    char peek() const { return atEnd() ? '\0' : m_bytes[m_at]; }
    /// Steps over this byte if it is here.
    bool take(char wanted);
    void skipBlanks();

    /// A name of a type, field or macro: everything up to a blank or a sign of BibTeX. May be empty.
    QByteArray takeName();
    /// What stands up to the first of these bytes, without blanks around it.
    QByteArray takeUntil(QByteArrayView stops);

    /// True when an entry begins here: an `@` that is the first on its line, a word and a brace, and for entries a key
    /// and a comma or a field.
    bool beginsEntry() const;

    /// What stands in the braces that open here, without them; the place is behind them afterwards. Nothing, and the
    /// place where it stopped, when they do not close before the next entry or the end.
    std::optional<ByteRange> takeBraced();
    /// The same for quotation marks; `\"` is an accent in them.
    std::optional<ByteRange> takeQuoted();
    /// Steps behind the brace or parenthesis that closes what opens here, or to the next entry or the end.
    void skipGroup();

private:
    bool isFirstOnLine(qsizetype at) const;
    std::optional<ByteRange> takeDelimited(bool quoted);

    const QByteArray &m_bytes;
    qsizetype m_at = 0;
};

bool isBibtexBlank(char c);

} // namespace vitrine
