#pragma once

#include "content/text/ByteRange.h"

#include <QByteArray>
#include <QByteArrayView>

#include <vector>

namespace vitrine {

/// Bytes as an attribute's value in double quotes.
QByteArray escapedAttribute(QByteArrayView value);

/// The HTML of one block while it is written. When asked for it numbers elements that stand for a range, and when asked
/// for that keeps where each stretch of shown text came from.
class HtmlOutput
{
public:
    enum class Keep { Html, HtmlAndPlaces };
    HtmlOutput(QByteArrayView source, bool numbered, Keep keep = Keep::Html)
        : m_source(source), m_numbered(numbered), m_keepPlaces(keep == Keep::HtmlAndPlaces)
    {
    }

    /// Appends markup as it is.
    void markup(QByteArrayView html) { m_html += html; }
    /// Appends ` data-n="…"` inside a start tag.
    void mark(ByteRange range);
    /// Appends text that is shown, escaped, and notes where it stands.
    void text(QByteArrayView shown, ByteRange source);
    /// Appends the source's own bytes, HTML text with its entities, as they are.
    void rawText(ByteRange source);

    bool isNumbered() const { return m_numbered; }
    const QByteArray &html() const { return m_html; }
    const std::vector<ByteRange> &marks() const { return m_marks; }

    /// The source of the `offset`th UTF-16 unit of what the element that stands for `mark` shows; needs the places.
    qsizetype sourceOf(ByteRange mark, qsizetype offset) const;

private:
    struct Place
    {
        ByteRange source;
        qsizetype length = 0; ///< UTF-16 units
        bool verbatim = false; ///< shown as it is written
    };

    void keep(ByteRange source, QByteArrayView shown);

    QByteArrayView m_source;
    bool m_numbered;
    bool m_keepPlaces;
    QByteArray m_html;
    std::vector<ByteRange> m_marks;
    std::vector<size_t> m_markPlaces; ///< how many places there were when each mark was made
    std::vector<Place> m_places;
};

} // namespace vitrine
