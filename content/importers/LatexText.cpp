#include "content/importers/LatexText.h"

#include "content/importers/LatexSigns.h"

#include <QString>
#include <QStringDecoder>

#include <algorithm>
#include <limits>

namespace vitrine {

namespace {

bool isLetter(QChar c)
{
    return (c >= QLatin1Char('a') && c <= QLatin1Char('z')) || (c >= QLatin1Char('A') && c <= QLatin1Char('Z'));
}

QString decoded(QByteArrayView bytes)
{
    QStringDecoder utf8(QStringDecoder::Utf8);
    const QString text = utf8(bytes);
    return utf8.hasError() ? QString::fromLatin1(bytes) : text;
}

class LatexDecoder
{
public:
    explicit LatexDecoder(QByteArrayView latex) : m_latex(decoded(latex)) { }

    std::vector<LatexRun> decode()
    {
        while (m_at < m_latex.size())
            step();
        flush();
        return std::move(m_runs);
    }

private:
    QChar at(qsizetype index) const { return index < m_latex.size() ? m_latex[index] : QChar(); }
    bool startsWith(QLatin1String wanted) const { return QStringView(m_latex).sliced(m_at).startsWith(wanted); }

    void step()
    {
        const QChar c = m_latex[m_at];
        if (c == QLatin1Char('\\'))
            return command();
        if (c == QLatin1Char('$') && formula())
            return;
        ++m_at;
        if (c == QLatin1Char('{') || c == QLatin1Char('}'))
            return;
        if (c == QLatin1Char('~') || c.isSpace())
            return put(QLatin1Char(' '));
        if (c == QLatin1Char('-') && at(m_at) == QLatin1Char('-')) {
            ++m_at;
            const bool three = at(m_at) == QLatin1Char('-');
            m_at += three ? 1 : 0;
            return put(three ? QChar(0x2014) : QChar(0x2013));
        }
        if (c == QLatin1Char('`')) {
            const bool two = at(m_at) == QLatin1Char('`');
            m_at += two ? 1 : 0;
            return put(two ? QChar(0x201C) : QChar(0x2018));
        }
        if (c == QLatin1Char('\'') && at(m_at) == QLatin1Char('\'')) {
            ++m_at;
            return put(QChar(0x201D));
        }
        put(c);
    }

    /// A formula is kept with its dollars; a lone dollar is a sign.
    bool formula()
    {
        const bool two = at(m_at + 1) == QLatin1Char('$');
        const qsizetype begin = m_at + (two ? 2 : 1);
        const qsizetype end = nextDollar(begin);
        if (end < 0 || end == begin)
            return false;
        flush();
        m_runs.push_back({'$' + m_latex.mid(begin, end - begin).simplified().toUtf8() + '$', true});
        m_at = end + (two && at(end + 1) == QLatin1Char('$') ? 2 : 1);
        return true;
    }

    qsizetype nextDollar(qsizetype from)
    {
        if (m_noDollarBehind <= from)
            return -1;
        for (qsizetype i = from; i < m_latex.size(); ++i) {
            if (m_latex[i] == QLatin1Char('\\'))
                ++i;
            else if (m_latex[i] == QLatin1Char('$'))
                return i;
        }
        m_noDollarBehind = from;
        return -1;
    }

    void command()
    {
        qsizetype end = m_at + 1;
        while (isLetter(at(end)))
            ++end;
        const bool word = end > m_at + 1;
        end = word ? end : std::min(m_at + 2, m_latex.size());
        const QByteArray name = m_latex.mid(m_at + 1, end - m_at - 1).toUtf8();
        m_at = end;
        if (name == "(" || name == ")")
            return;
        const char16_t mark = latexAccent(name);
        // \c is a cedilla, \cite none: a word is an accent only when it is the whole command.
        if (mark && accent(mark))
            return;
        if (word && at(m_at).isSpace())
            ++m_at;
        if (name == "href") {
            skipGroup();
            return;
        }
        const std::optional<QString> sign = latexSign(name);
        // Of a command that is not known what stands in its braces is said.
        const bool holds = word && at(m_at) == QLatin1Char('{');
        const QString text = sign ? *sign : holds ? QString() : QString::fromUtf8(name);
        for (const QChar c : text)
            put(c);
    }

    /// Puts an accent on the letter that follows, in braces or not: `\'e`, `\'{e}`, `\'{\i}`.
    bool accent(char16_t mark)
    {
        qsizetype i = m_at;
        int braces = 0;
        while (at(i).isSpace() || at(i) == QLatin1Char('{')) {
            braces += at(i) == QLatin1Char('{') ? 1 : 0;
            if (++i - m_at > 4)
                return false;
        }
        QString base = i < m_latex.size() ? QString(m_latex[i]) : QString();
        if (at(i) == QLatin1Char('\\') && (at(i + 1) == QLatin1Char('i') || at(i + 1) == QLatin1Char('j'))
            && !isLetter(at(i + 2)))
            base = m_latex[++i]; // the dot goes under the accent
        else if (at(i).isHighSurrogate())
            base += at(++i);
        if (base.isEmpty() || !(base[0].isLetter() || base.size() > 1))
            return false;
        m_at = i + 1;
        for (; braces > 0 && at(m_at) == QLatin1Char('}'); --braces)
            ++m_at;
        m_text += (base + QChar(mark)).normalized(QString::NormalizationForm_C);
        return true;
    }

    void skipGroup()
    {
        if (at(m_at) != QLatin1Char('{'))
            return;
        const qsizetype end = m_latex.indexOf(QLatin1Char('}'), m_at);
        m_at = end < 0 ? m_latex.size() : end + 1;
    }

    void put(QChar c)
    {
        if (c.isSpace() && (m_text.isEmpty() ? m_runs.empty() : m_text.back().isSpace()))
            return;
        if (c.unicode() < 0x20 || c == QChar(0x7f))
            return;
        m_text += c;
    }

    void flush()
    {
        if (!m_text.isEmpty())
            m_runs.push_back({m_text.toUtf8(), false});
        m_text.clear();
    }

    const QString m_latex;
    qsizetype m_at = 0;
    qsizetype m_noDollarBehind = std::numeric_limits<qsizetype>::max();
    QString m_text;
    std::vector<LatexRun> m_runs;
};

} // namespace

std::vector<LatexRun> latexRuns(QByteArrayView latex)
{
    std::vector<LatexRun> runs = LatexDecoder(latex).decode();
    if (!runs.empty() && !runs.back().formula) {
        QByteArray &last = runs.back().text;
        while (last.endsWith(' '))
            last.chop(1);
        if (last.isEmpty())
            runs.pop_back();
    }
    return runs;
}

QByteArray textFromLatex(QByteArrayView latex)
{
    QByteArray text;
    for (const LatexRun &run : latexRuns(latex))
        text += run.text;
    return text;
}

} // namespace vitrine
