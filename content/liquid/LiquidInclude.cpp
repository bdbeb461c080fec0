#include "content/liquid/LiquidInclude.h"

#include "content/liquid/LiquidTokens.h"

namespace vitrine {

namespace {

bool isSpace(char c)
{
    return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

/// Reads `name=value` pairs from left to right.
class ParameterReader
{
public:
    ParameterReader(QByteArrayView written, const LiquidScope &scope) : m_written(written), m_scope(scope) { }

    QVariantMap run()
    {
        QVariantMap named;
        for (qsizetype equals = m_written.indexOf('='); equals >= 0; equals = m_written.indexOf('=', m_at)) {
            const QString name = QString::fromUtf8(m_written.sliced(m_at, equals - m_at).trimmed());
            m_at = equals + 1;
            while (m_at < m_written.size() && isSpace(m_written[m_at]))
                ++m_at;
            named.insert(name, atQuote() ? quoted() : unquoted());
        }
        return named;
    }

private:
    bool atQuote() const { return m_at < m_written.size() && (m_written[m_at] == '"' || m_written[m_at] == '\''); }

    QVariant quoted()
    {
        const char quote = m_written[m_at];
        const qsizetype begin = m_at + 1;
        qsizetype end = begin;
        while (end < m_written.size() && m_written[end] != quote)
            end += m_written[end] == '\\' ? 2 : 1;
        end = std::min(end, m_written.size());
        m_at = std::min(end + 1, m_written.size());
        QByteArray text = m_written.sliced(begin, end - begin).toByteArray();
        return QString::fromUtf8(text.replace(QByteArray("\\") + quote, QByteArray(1, quote)));
    }

    QVariant unquoted()
    {
        const qsizetype begin = m_at;
        while (m_at < m_written.size() && !isSpace(m_written[m_at]))
            ++m_at;
        return m_scope.value(m_written.sliced(begin, m_at - begin));
    }

    QByteArrayView m_written;
    const LiquidScope &m_scope;
    qsizetype m_at = 0;
};

} // namespace

std::pair<QByteArrayView, QByteArrayView> liquidIncludeParts(QByteArrayView markup)
{
    qsizetype end = 0;
    while (end < markup.size() && !isSpace(markup[end])) {
        const qsizetype close = markup.sliced(end).startsWith("{{") ? markup.indexOf("}}", end) : -1;
        end = close < 0 ? end + 1 : close + 2;
    }
    return {markup.first(end), markup.sliced(end).trimmed()};
}

std::optional<QString> liquidIncludeName(QByteArrayView written, const LiquidScope &scope)
{
    if (written.size() > 2 && (written.front() == '"' || written.front() == '\''))
        written = written.sliced(1, written.size() - 2);
    if (!written.contains("{{"))
        return QString::fromUtf8(written);
    QString name;
    for (const LiquidToken &token : liquidTokens(written, {0, written.size()})) {
        const QVariant part = token.kind == LiquidToken::Kind::Output
            ? toLiquidText(scope.output(token.markup))
            : QVariant(QString::fromUtf8(written.sliced(token.range.begin, token.range.size())));
        if (isUnknownLiquid(part))
            return {};
        name += part.toString();
    }
    return name;
}

QVariantMap liquidIncludeParameters(QByteArrayView written, const LiquidScope &scope)
{
    return ParameterReader(written, scope).run();
}

QString liquidIncludePath(IncludeKind kind, const QString &name, const QString &from)
{
    const QString folder = kind == IncludeKind::Relative ? from.first(from.lastIndexOf(QLatin1Char('/')) + 1)
                                                         : QStringLiteral("_includes/");
    QStringList steps;
    for (const QString &step : QString(folder + name).split(QLatin1Char('/'), Qt::SkipEmptyParts)) {
        if (step == QLatin1String("..") && !steps.isEmpty() && steps.last() != step)
            steps.removeLast();
        else if (step != QLatin1String("."))
            steps += step;
    }
    return steps.join(QLatin1Char('/'));
}

} // namespace vitrine
