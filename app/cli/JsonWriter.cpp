#include "app/cli/JsonWriter.h"

#include <QString>

namespace vitrine {

void JsonWriter::begin(char sign, Layout layout)
{
    separate();
    const bool inLine = !m_open.empty() && m_open.back().layout == Layout::Line;
    m_open.push_back({inLine ? Layout::Line : layout});
    m_json += sign;
}

void JsonWriter::end(char sign)
{
    const Open ended = m_open.back();
    m_open.pop_back();
    if (ended.layout == Layout::Lines && !ended.isEmpty)
        newLine();
    m_json += sign;
}

void JsonWriter::key(QByteArrayView name)
{
    separate();
    quoted(name);
    m_json += ": ";
    m_afterKey = true;
}

void JsonWriter::string(QByteArrayView text)
{
    separate();
    quoted(text);
}

void JsonWriter::number(qint64 value)
{
    separate();
    m_json += QByteArray::number(value);
}

void JsonWriter::boolean(bool value)
{
    separate();
    m_json += value ? "true" : "false";
}

void JsonWriter::null()
{
    separate();
    m_json += "null";
}

void JsonWriter::separate()
{
    if (std::exchange(m_afterKey, false) || m_open.empty())
        return;
    Open &inside = m_open.back();
    if (!inside.isEmpty)
        m_json += ',';
    if (inside.layout == Layout::Lines)
        newLine();
    else if (!inside.isEmpty)
        m_json += ' ';
    inside.isEmpty = false;
}

void JsonWriter::newLine()
{
    m_json += '\n';
    m_json.append(static_cast<qsizetype>(m_open.size()), ' ');
}

void JsonWriter::quoted(QByteArrayView text)
{
    static constexpr char hex[] = "0123456789abcdef";
    const QByteArray valid = QString::fromUtf8(text).toUtf8();
    m_json += '"';
    for (const char c : valid) {
        const auto byte = static_cast<unsigned char>(c);
        if (c == '"' || c == '\\')
            (m_json += '\\') += c;
        else if (c == '\n')
            m_json += "\\n";
        else if (c == '\t')
            m_json += "\\t";
        else if (byte < 0x20)
            ((m_json += "\\u00") += hex[byte >> 4]) += hex[byte & 15];
        else
            m_json += c;
    }
    m_json += '"';
}

} // namespace vitrine
