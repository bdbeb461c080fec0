#include "content/importers/BibtexReader.h"

#include "content/importers/BibtexLines.h"
#include "content/importers/BibtexScanner.h"

#include <QCoreApplication>
#include <QHash>
#include <QSet>

#include <algorithm>

namespace vitrine {

namespace {

/// What macros may add to a file: enough for any real one, and no way to blow it up by macros of macros.
qsizetype macroBudget(const QByteArray &bytes)
{
    return 4 * bytes.size() + 64 * 1024;
}

class BibtexReader
{
public:
    explicit BibtexReader(const QByteArray &bytes) : m_bytes(bytes), m_scanner(bytes), m_budget(macroBudget(bytes))
    {
        for (const char *month : {"jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"})
            m_macros.insert(month, month);
    }

    BibtexFile read()
    {
        while (true) {
            const qsizetype at = m_bytes.indexOf('@', m_scanner.at());
            if (at < 0)
                return std::move(m_file);
            m_scanner.moveTo(at + 1);
            readItem(at);
        }
    }

private:
    /// Reads what begins with the `@` at `begin`; an address of mail is nothing.
    void readItem(qsizetype begin)
    {
        m_scanner.skipBlanks();
        const QByteArray type = m_scanner.takeName().toLower();
        m_scanner.skipBlanks();
        const char open = m_scanner.peek();
        if (type.isEmpty() || (open != '{' && open != '(')) {
            m_scanner.moveTo(begin + 1);
            return;
        }
        if (type == "comment") {
            m_scanner.skipGroup();
            return;
        }
        m_scanner.moveTo(m_scanner.at() + 1);
        m_close = open == '{' ? '}' : ')';
        if (type == "preamble")
            readValue();
        else if (type == "string")
            readMacro();
        else
            readRecord(begin, type);
    }

    void readMacro()
    {
        m_scanner.skipBlanks();
        const QByteArray name = m_scanner.takeName().toLower();
        m_scanner.skipBlanks();
        if (!m_scanner.take('='))
            return tell(QT_TRANSLATE_NOOP("Bibtex", "This @string says nothing."), m_scanner.at());
        if (const std::optional<BibtexField> value = readValue())
            m_macros.insert(name, value->value);
        else
            tell(QT_TRANSLATE_NOOP("Bibtex", "This @string is not closed."), m_scanner.at());
        m_scanner.skipBlanks();
        m_scanner.take(m_close);
    }

    void readRecord(qsizetype begin, const QByteArray &type)
    {
        BibtexRecord record;
        record.type = type;
        readKey(record);
        const bool closed = readFields(record);
        record.range = {begin, m_scanner.at()};
        if (!closed) {
            tell(QT_TRANSLATE_NOOP("Bibtex", "This entry is not closed. What could be told of it was read."), begin);
            readLinesInstead(record);
        }
        if (!record.fields.empty() || !record.key.isEmpty())
            m_file.records.push_back(std::move(record));
    }

    /// The key, or nothing where the first field stands in its place.
    void readKey(BibtexRecord &record)
    {
        m_scanner.skipBlanks();
        const qsizetype begin = m_scanner.at();
        const QByteArray key = m_scanner.takeUntil(m_close == '}' ? ",={}\n\"" : ",={)\n\"");
        if (m_scanner.peek() == '=' || m_scanner.peek() == '{' || m_scanner.peek() == '"')
            m_scanner.moveTo(begin);
        else
            record.key = key;
    }

    /// Reads fields up to the closing brace; false when it does not come.
    bool readFields(BibtexRecord &record)
    {
        QSet<QByteArray> names;
        while (true) {
            m_scanner.skipBlanks();
            while (m_scanner.take(','))
                m_scanner.skipBlanks();
            if (m_scanner.atEnd() || m_scanner.beginsEntry())
                return false;
            if (m_scanner.take(m_close) || m_scanner.take('}')) {
                if (!goesOnBehind())
                    return true;
                tell(QT_TRANSLATE_NOOP("Bibtex", "A brace too many was passed over."), m_scanner.at() - 1);
                continue;
            }
            const qsizetype begin = m_scanner.at();
            const QByteArray name = m_scanner.takeName().toLower();
            m_scanner.skipBlanks();
            if (name.isEmpty() || !m_scanner.take('=')) {
                skipOddity(begin);
                continue;
            }
            std::optional<BibtexField> field = readValue();
            if (!field)
                return false;
            field->name = name;
            if (names.contains(name))
                continue;
            names.insert(name);
            record.fields.push_back(std::move(*field));
        }
    }

    /// True when fields follow the brace that closed an entry: then it was one too many.
    bool goesOnBehind()
    {
        BibtexScanner ahead = m_scanner;
        ahead.skipBlanks();
        if (!ahead.take(','))
            return false;
        ahead.skipBlanks();
        const bool named = !ahead.takeName().isEmpty();
        ahead.skipBlanks();
        return named && ahead.peek() == '=';
    }

    /// Passes over what is no field.
    void skipOddity(qsizetype begin)
    {
        tell(QT_TRANSLATE_NOOP("Bibtex", "This is no field and was passed over."), begin);
        if (m_scanner.at() == begin)
            m_scanner.moveTo(begin + 1);
        m_scanner.takeUntil(m_close == '}' ? ",}\n" : ",})\n");
    }

    /// Parts joined by `#`: braces, quotation marks, numbers and macros. Nothing when one is not closed.
    std::optional<BibtexField> readValue()
    {
        BibtexField field;
        m_scanner.skipBlanks();
        field.range.begin = m_scanner.at();
        do {
            m_scanner.skipBlanks();
            const char c = m_scanner.peek();
            if (c == '{' || c == '"') {
                const std::optional<ByteRange> part = c == '{' ? m_scanner.takeBraced() : m_scanner.takeQuoted();
                if (!part)
                    return {};
                field.value += m_bytes.mid(part->begin, part->size());
            } else {
                field.value += bareWords();
            }
            field.range.end = m_scanner.at();
            m_scanner.skipBlanks();
        } while (m_scanner.take('#'));
        return field;
    }

    /// What a bare word stands for: itself when it is a number or no macro. Words without delimiters are taken whole.
    QByteArray macro(const QByteArray &name)
    {
        const auto found = m_macros.constFind(name.toLower());
        if (found == m_macros.cend()) {
            const bool number = std::all_of(name.begin(), name.end(), [](char c) { return c >= '0' && c <= '9'; });
            if (!number)
                tell(QT_TRANSLATE_NOOP("Bibtex", "This macro is defined nowhere."), m_scanner.at() - name.size());
            return name;
        }
        if (found->size() > name.size() + m_budget)
            return name;
        m_budget -= std::max<qsizetype>(0, found->size() - name.size());
        return *found;
    }

    QByteArray bareWords()
    {
        const QByteArray name = m_scanner.takeName();
        const QByteArray value = macro(name);
        const bool more =
            value == name && !name.isEmpty() && (name[0] < '0' || name[0] > '9') && !m_macros.contains(name.toLower());
        const QByteArray rest = more ? m_scanner.takeUntil(m_close == '}' ? ",}#\n" : ",})#\n") : QByteArray();
        return rest.isEmpty() ? value : value + ' ' + rest;
    }

    /// An entry that is not closed is read again line by line, if that tells more.
    void readLinesInstead(BibtexRecord &record)
    {
        std::vector<BibtexField> fields = bibtexFieldsByLine(m_bytes, record.range);
        for (BibtexField &field : fields) {
            if (m_bytes[field.range.begin] != '{' && m_bytes[field.range.begin] != '"')
                field.value = macro(field.value);
        }
        if (fields.size() >= record.fields.size())
            record.fields = std::move(fields);
    }

    void tell(const char *sentence, qsizetype at)
    {
        constexpr size_t most = 200; // of a file that is no BibTeX every line is odd
        if (m_file.diagnostics.size() >= most)
            return;
        const qsizetype begin = std::min(at, m_bytes.size());
        m_file.diagnostics.push_back(
            {Severity::Warning,
             "bibtex",
             QCoreApplication::translate("Bibtex", sentence),
             {0, {begin, std::min(begin + 1, m_bytes.size())}},
             {}});
    }

    const QByteArray &m_bytes;
    BibtexScanner m_scanner;
    QHash<QByteArray, QByteArray> m_macros;
    qsizetype m_budget;
    char m_close = '}';
    BibtexFile m_file;
};

} // namespace

const QByteArray *BibtexRecord::value(QByteArrayView name) const
{
    const auto found =
        std::find_if(fields.begin(), fields.end(), [&](const BibtexField &field) { return field.name == name; });
    return found == fields.end() ? nullptr : &found->value;
}

BibtexFile readBibtex(const QByteArray &bytes)
{
    return BibtexReader(bytes).read();
}

bool holdsBibtex(const QByteArray &bytes)
{
    constexpr qsizetype firstLines = 64 * 1024; // bytes; comments and macros may stand before the first entry
    const QByteArray head = bytes.left(firstLines);
    BibtexScanner scanner(head);
    for (qsizetype at = head.indexOf('@'); at >= 0; at = head.indexOf('@', at + 1)) {
        scanner.moveTo(at);
        if (scanner.beginsEntry())
            return true;
    }
    return false;
}

} // namespace vitrine
