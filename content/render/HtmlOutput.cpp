#include "content/render/HtmlOutput.h"

#include "content/markdown/Entities.h"

#include <QString>

#include <algorithm>

namespace vitrine {

namespace {

void appendEscaped(QByteArray &html, QByteArrayView text, bool quotes)
{
    for (const char c : text) {
        if (c == '&')
            html += "&amp;";
        else if (c == '<')
            html += "&lt;";
        else if (c == '>')
            html += "&gt;";
        else if (c == '"' && quotes)
            html += "&quot;";
        else if (c == '\0')
            html += "\ufffd";
        else
            html += c;
    }
}

/// How many bytes of UTF-8 the first `units` UTF-16 units take.
qsizetype bytesOfUnits(QByteArrayView text, qsizetype units)
{
    qsizetype at = 0;
    while (at < text.size() && units > 0) {
        const auto lead = static_cast<uchar>(text[at]);
        const qsizetype length = lead >= 0xf0 ? 4 : lead >= 0xe0 ? 3 : lead >= 0xc0 ? 2 : 1;
        units -= length == 4 ? 2 : 1;
        at += length;
    }
    return std::min(at, text.size());
}

} // namespace

QByteArray escapedAttribute(QByteArrayView value)
{
    QByteArray html;
    appendEscaped(html, value, true);
    return html;
}

void HtmlOutput::mark(ByteRange range)
{
    if (!m_numbered)
        return;
    m_html += " data-n=\"" + QByteArray::number(static_cast<qsizetype>(m_marks.size())) + '"';
    m_marks.push_back(range);
    m_markPlaces.push_back(m_places.size());
}

void HtmlOutput::keep(ByteRange source, QByteArrayView shown)
{
    if (!m_keepPlaces || shown.isEmpty())
        return;
    const bool verbatim = m_source.sliced(source.begin, source.size()) == shown;
    m_places.push_back({source, QString::fromUtf8(shown).size(), verbatim});
}

void HtmlOutput::text(QByteArrayView shown, ByteRange source)
{
    appendEscaped(m_html, shown, false);
    keep(source, shown);
}

void HtmlOutput::rawText(ByteRange source)
{
    const QByteArrayView bytes = m_source.sliced(source.begin, source.size());
    m_html += bytes;
    if (!m_keepPlaces)
        return;
    qsizetype done = 0;
    for (qsizetype at = bytes.indexOf('&'); at >= 0; at = bytes.indexOf('&', at)) {
        const auto entity = entityAt(bytes, at);
        if (!entity) {
            ++at;
            continue;
        }
        keep({source.begin + done, source.begin + at}, bytes.sliced(done, at - done));
        done = at + entity->length;
        keep({source.begin + at, source.begin + done}, entity->text);
        at = done;
    }
    keep({source.begin + done, source.end}, bytes.sliced(done));
}

qsizetype HtmlOutput::sourceOf(ByteRange mark, qsizetype offset) const
{
    const auto found = std::find(m_marks.begin(), m_marks.end(), mark);
    if (found == m_marks.end())
        return mark.begin;
    qsizetype rest = std::max<qsizetype>(offset, 0);
    qsizetype last = mark.begin;
    for (size_t i = m_markPlaces[static_cast<size_t>(found - m_marks.begin())]; i < m_places.size(); ++i) {
        const Place &place = m_places[i];
        if (!mark.contains(place.source))
            break;
        if (rest <= place.length) {
            if (place.verbatim)
                return place.source.begin
                    + bytesOfUnits(m_source.sliced(place.source.begin, place.source.size()), rest);
            return rest < place.length ? place.source.begin : place.source.end;
        }
        rest -= place.length;
        last = place.source.end;
    }
    return last;
}

} // namespace vitrine
