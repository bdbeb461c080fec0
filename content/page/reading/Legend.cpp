#include "content/page/reading/Legend.h"

#include <QString>
#include <QStringList>

#include <algorithm>

namespace vitrine {

namespace {

/// A legend is one line; a longer text that speaks of equal contributions is somebody's paper.
constexpr qsizetype longestLegend = 400;
/// What is said of one mark is a few words: "indicates equal contributions".
constexpr qsizetype longestMeaning = 60;

bool isMark(QChar c)
{
    static const QString marks = QStringLiteral("*+#&^†‡§¶∗⋆★☆✉✝✦◇◆📧");
    return marks.contains(c) || c.isSurrogate();
}

QByteArray meaningOf(const QString &words)
{
    const QString lower = words.toLower();
    const auto has = [&](const char *word) { return lower.contains(QString::fromUtf8(word)); };
    if (has("equal") || has("co-first") || has("cofirst") || has("joint first") || has("共同") || has("同等"))
        return "equal";
    if (has("correspond") || has("通讯") || has("通信作者"))
        return "corresponding";
    return {};
}

/// The words of a clause without what only leads up to them.
QString meaningWords(QString words)
{
    static const QStringList openers{
        QStringLiteral("indicates"), QStringLiteral("indicate"),   QStringLiteral("denotes"),
        QStringLiteral("denote"),    QStringLiteral("means"),      QStringLiteral("mean"),
        QStringLiteral("marks"),     QStringLiteral("represents"), QStringLiteral("stands"),
        QStringLiteral("refers"),    QStringLiteral("for"),        QStringLiteral("to"),
        QStringLiteral("the"),       QStringLiteral("an"),         QStringLiteral("a"),
        QStringLiteral("are"),       QStringLiteral("is"),         QStringLiteral("="),
        QStringLiteral(":"),         QStringLiteral("and")};
    words = words.simplified();
    bool again = true;
    while (again) {
        again = false;
        while (!words.isEmpty() && (words.front().isPunct() || words.front().isSpace() || words.front().isSymbol()))
            words.remove(0, 1);
        for (const QString &opener : openers) {
            if (words.startsWith(opener + QLatin1Char(' '), Qt::CaseInsensitive)) {
                words.remove(0, opener.size() + 1);
                again = true;
            }
        }
    }
    // What a sentence after it says is no meaning: "corresponding author. For a full list see below".
    if (const qsizetype stop = words.indexOf(QStringLiteral(". ")); stop > 0)
        words.truncate(stop);
    while (!words.isEmpty() && (words.back().isPunct() || words.back().isSpace() || words.back().isSymbol()))
        words.chop(1);
    if (words.endsWith(QStringLiteral(" and"), Qt::CaseInsensitive))
        words.chop(4);
    return words.trimmed();
}

struct Clause
{
    QString mark;
    QString words;
};

/// The text cut before each mark.
std::vector<Clause> clausesOf(const QString &text)
{
    std::vector<Clause> clauses(1);
    for (qsizetype at = 0; at < text.size(); ++at) {
        const bool inWord = at > 0 && text[at - 1].isLetterOrNumber(); // "10+ papers"
        if (!isMark(text[at]) || inWord) {
            clauses.back().words += text[at];
            continue;
        }
        if (clauses.back().mark.isEmpty() || !clauses.back().words.isEmpty())
            clauses.emplace_back();
        clauses.back().mark += text[at];
    }
    return clauses;
}

} // namespace

std::vector<MarkMeaning> readLegend(const QByteArray &shown)
{
    if (shown.size() > longestLegend || shown.contains("](") || meaningOf(QString::fromUtf8(shown)).isEmpty())
        return {};
    QString text = QString::fromUtf8(shown);
    text.remove(QLatin1Char('$')).remove(QLatin1Char('\\'));
    const std::vector<Clause> clauses = clausesOf(text);
    std::vector<MarkMeaning> marks;
    for (size_t i = 1; i < clauses.size(); ++i) {
        QString words = meaningWords(clauses[i].words);
        if (words.isEmpty())
            words = meaningWords(clauses[i - 1].words); // "Equal contribution (*)"
        const QByteArray known = words.size() <= longestMeaning ? meaningOf(words) : QByteArray();
        const QByteArray mark = clauses[i].mark.toUtf8();
        const bool told = std::any_of(marks.begin(), marks.end(), [&](const MarkMeaning &m) { return m.mark == mark; });
        if (!words.isEmpty() && !told)
            marks.push_back({mark, known.isEmpty() ? words.toUtf8() : known});
    }
    const bool leads = clauses.front().words.simplified().size() <= 40;
    const bool knows = std::any_of(marks.begin(), marks.end(), [](const MarkMeaning &mark) {
        return mark.meaning == "equal" || mark.meaning == "corresponding";
    });
    return leads && knows ? marks : std::vector<MarkMeaning>{};
}

} // namespace vitrine
