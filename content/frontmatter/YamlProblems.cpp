#include "content/frontmatter/YamlProblems.h"

#include "content/text/LineIndex.h"

#include <QCoreApplication>

namespace vitrine {

namespace {

QString words(const char *text)
{
    return QCoreApplication::translate("YamlProblems", text);
}

/// The value of a line `key: value` or `- value`, with leading blanks taken off; empty when there is none.
QByteArrayView valueOfLine(QByteArrayView line)
{
    const QByteArrayView text = line.trimmed();
    if (text.startsWith('#'))
        return {};
    if (text.startsWith("- "))
        return text.sliced(2).trimmed();
    const qsizetype colon = text.indexOf(": ");
    return colon < 0 ? QByteArrayView() : text.sliced(colon + 2).trimmed();
}

bool lacksClosingQuote(QByteArrayView value)
{
    if (!value.startsWith('"') && !value.startsWith('\''))
        return false;
    const char quote = value.front();
    for (qsizetype i = 1; i < value.size(); ++i) {
        if (quote == '"' && value[i] == '\\')
            ++i;
        else if (value[i] == quote && !(quote == '\'' && i + 1 < value.size() && value[i + 1] == '\''))
            return false;
        else if (value[i] == quote)
            ++i;
    }
    return true;
}

/// Looks through the lines of a broken text for what people most often do wrong.
class Culprit
{
public:
    Culprit(const YamlProblem &problem, const QByteArray &bytes, ByteRange range)
        : m_problem(problem),
          m_bytes(bytes),
          m_lines(bytes),
          m_first(m_lines.lineAt(range.begin)),
          m_last(m_lines.lineAt(std::max(range.begin, range.end - 1)))
    {
        m_line = std::clamp(m_lines.lineAt(std::min(problem.at, range.end)), m_first, m_last);
    }

    /// Sets the line and says what is wrong with it: "lacks a closing quote".
    QString find()
    {
        const QByteArray &reason = m_problem.reason;
        if (reason == "too large")
            return words("there is too much of it");
        if (reason == "too deep")
            return words("line %1 is nested too deeply");
        if (const std::optional<int> line = firstUnclosedQuote(); line && *line <= m_line) {
            m_line = *line;
            return words("line %1 lacks a closing quote");
        }
        if (reason.contains("tab") || text(m_line).startsWith('\t'))
            return words("line %1 begins with a tab, where only blanks may stand");
        if (reason.startsWith("end of sequence flow") || reason.startsWith("end of map flow"))
            return words("line %1 lacks a closing bracket");
        if (reason.startsWith("unknown escape") || reason.startsWith("bad character")
            || reason.startsWith("invalid uni"))
            return words("line %1 has a backslash that means nothing there");
        if (reason.startsWith("alias") || reason.contains("anchor") || reason.contains(" alias"))
            return words("line %1 has a value that begins with * or &, which needs quotes");
        if (reason.startsWith("illegal map value"))
            return words("line %1 has a second colon; put its value in quotes");
        if (reason.startsWith("unknown token"))
            return words("line %1 has a value that begins with a special character, which needs quotes");
        if (afterQuote())
            return words("line %1 goes on after its closing quote");
        return words("line %1 is not of the form “name: value”, or its indentation differs");
    }

    int line() const { return m_line; }
    ByteRange lineRange() const { return m_lines.line(m_line); }

private:
    QByteArrayView text(int line) const
    {
        const ByteRange range = m_lines.line(line);
        return QByteArrayView(m_bytes).sliced(range.begin, range.size());
    }

    std::optional<int> firstUnclosedQuote() const
    {
        for (int line = m_first; line <= m_last; ++line) {
            if (lacksClosingQuote(valueOfLine(text(line))))
                return line;
        }
        return {};
    }

    bool afterQuote() const
    {
        const QByteArrayView value = valueOfLine(text(m_line));
        return value.startsWith('"') || value.startsWith('\'');
    }

    const YamlProblem &m_problem;
    const QByteArray &m_bytes;
    LineIndex m_lines;
    int m_first, m_last, m_line = 0;
};

} // namespace

Diagnostic
describeYamlProblem(const YamlProblem &problem, const QByteArray &bytes, ByteRange range, const QString &fileName)
{
    Culprit culprit(problem, bytes, range);
    QString what = culprit.find();
    if (what.contains(QLatin1String("%1")))
        what = what.arg(culprit.line() + 1);
    Diagnostic diagnostic;
    diagnostic.rule = "yaml-unreadable";
    diagnostic.place = {0, culprit.lineRange()};
    diagnostic.message = fileName.isEmpty()
        ? words("The page settings cannot be read: %1. The rest of the page works.").arg(what)
        : words("%1 cannot be read: %2. The page is shown without it.").arg(fileName, what);
    return diagnostic;
}

} // namespace vitrine
