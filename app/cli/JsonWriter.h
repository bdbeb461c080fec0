#pragma once

#include <QByteArray>
#include <QByteArrayView>

#include <vector>

namespace vitrine {

/// Writes JSON in the order in which it is told, which QJsonObject does not keep. Strings are UTF-8; bytes that are not
/// are replaced, so that the result always is valid JSON. Begins and ends must pair up.
class JsonWriter
{
public:
    /// Whether members stand on lines of their own or all on one.
    enum class Layout { Lines, Line };

    void beginObject(Layout layout = Layout::Line) { begin('{', layout); }
    void endObject() { end('}'); }
    void beginArray(Layout layout = Layout::Line) { begin('[', layout); }
    void endArray() { end(']'); }
    /// Names the value that is written next.
    void key(QByteArrayView name);
    void string(QByteArrayView text);
    void number(qint64 value);
    void boolean(bool value);
    void null();

    const QByteArray &json() const { return m_json; }

private:
    struct Open
    {
        Layout layout;
        bool isEmpty = true;
    };

    void begin(char sign, Layout layout);
    void end(char sign);
    void separate();
    void newLine();
    void quoted(QByteArrayView text);

    QByteArray m_json;
    std::vector<Open> m_open;
    bool m_afterKey = false;
};

} // namespace vitrine
