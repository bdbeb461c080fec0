#include "content/news/NewsPattern.h"

#include "content/page/reading/Titles.h"

#include <QHash>
#include <QRegularExpression>

#include <algorithm>

namespace vitrine {

namespace {

/// Places in a pattern: characters that no page uses for anything else.
enum Place : char16_t { TitlePlace = 0xe000, NamePlace, VenuePlace, YearPlace, AddressPlace };

constexpr qsizetype longestText = 1000; ///< characters; longer news is a story, not a sentence
constexpr qsizetype shortestTitle = 12; ///< characters; a shorter title may stand in a text by chance

bool isPlace(QChar c)
{
    return c.unicode() >= TitlePlace && c.unicode() <= AddressPlace;
}

bool isWordAt(const QString &text, qsizetype begin, qsizetype size)
{
    const auto inWord = [&](qsizetype at) {
        return at >= 0 && at < text.size() && text[at].isLetterOrNumber() && text[at].unicode() < 0x2e80;
    };
    return !inWord(begin - 1) && !inWord(begin + size);
}

/// The first place where `words` stand as words of their own; -1.
qsizetype wordsIn(const QString &text, const QString &words, Qt::CaseSensitivity sensitivity)
{
    for (qsizetype at = text.indexOf(words, 0, sensitivity); at >= 0; at = text.indexOf(words, at + 1, sensitivity)) {
        if (isWordAt(text, at, words.size()))
            return at;
    }
    return -1;
}

/// Puts the place of a paper's title or name where the text says it. The longest title wins.
const NewsPaper *takePaper(QString &text, const std::vector<NewsPaper> &papers)
{
    const NewsPaper *best = nullptr;
    qsizetype place = -1;
    bool byTitle = false;
    for (const NewsPaper &paper : papers) {
        const bool longer = !best || !byTitle || paper.title.size() > best->title.size();
        const qsizetype at =
            longer && paper.title.size() >= shortestTitle ? wordsIn(text, paper.title, Qt::CaseInsensitive) : -1;
        if (at >= 0) {
            best = &paper;
            place = at;
            byTitle = true;
        } else if (!best && paper.name.size() > 2) {
            place = wordsIn(text, paper.name, Qt::CaseSensitive);
            best = place >= 0 ? &paper : nullptr;
        }
    }
    if (best)
        text.replace(place, byTitle ? best->title.size() : best->name.size(), QChar(byTitle ? TitlePlace : NamePlace));
    return best;
}

/// `[…](url)` around the paper: its address is a place too.
void takeAddress(QString &text)
{
    static const QRegularExpression link(
        QStringLiteral("(\\[[^\\[\\]\\n]*[\\x{e000}\\x{e001}][^\\[\\]\\n]*\\]\\()([^()\\s]*)(\\))"));
    const QRegularExpressionMatch match = link.match(text);
    if (match.hasMatch())
        text.replace(match.capturedStart(2), match.capturedLength(2), QChar(AddressPlace));
}

/// The year behind a venue: "WAVES 2025", "WAVES’25", "WAVES (2025)".
void takeYear(QString &text)
{
    static const QRegularExpression year(
        QStringLiteral("(?<=[\\x{e002}])([*_`]{0,3}[\\s\\x{00a0}(]{0,2})((?:19|20)\\d\\d)(?!\\d)"));
    const QRegularExpressionMatch match = year.match(text);
    if (match.hasMatch())
        text.replace(match.capturedStart(2), match.capturedLength(2), QChar(YearPlace));
}

/// Puts the place of a venue where the text names one: that of a paper of the page, or an acronym behind the words that
/// bring one.
bool takeVenue(QString &text, const std::vector<NewsPaper> &papers)
{
    qsizetype place = -1, size = 0;
    for (const NewsPaper &paper : papers) {
        if (paper.venue.size() < 2 || paper.venue.size() <= size)
            continue;
        const qsizetype at = wordsIn(text, paper.venue, Qt::CaseSensitive);
        if (at >= 0) {
            place = at;
            size = paper.venue.size();
        }
    }
    if (place < 0) {
        static const QRegularExpression named(
            QStringLiteral("(?:\\b(?:by|to|at|in|on|for)(?: the)?|被|于|在)[\\s\\x{00a0}]*[*_`\\[]{0,3}"
                           "((?:IEEE |ACM )?[A-Z][A-Za-z]*[A-Z][A-Za-z&/+-]*)"));
        const QRegularExpressionMatch match = named.match(text);
        if (!match.hasMatch())
            return false;
        place = match.capturedStart(1);
        size = match.capturedLength(1);
    }
    text.replace(place, size, QChar(VenuePlace));
    takeYear(text);
    return true;
}

/// "Two papers are", "3 papers were": as of one paper.
void makeSingular(QString &text)
{
    static const QRegularExpression several(
        QStringLiteral("\\b(Two|Three|Four|Five|Six|Seven|Eight|two|three|four|five|six|seven|eight|[2-9])( \\w+)? "
                       "papers (are|were|have been|have|get|got)\\b"));
    const QRegularExpressionMatch match = several.match(text);
    if (match.hasMatch()) {
        static const QHash<QString, QString> verbs{
            {QStringLiteral("are"), QStringLiteral("is")},
            {QStringLiteral("were"), QStringLiteral("was")},
            {QStringLiteral("have been"), QStringLiteral("has been")},
            {QStringLiteral("have"), QStringLiteral("has")},
            {QStringLiteral("get"), QStringLiteral("gets")},
            {QStringLiteral("got"), QStringLiteral("got")}};
        const QString number = match.captured(1);
        const QString one = number[0].isDigit() ? QStringLiteral("1")
                                                : (number[0].isUpper() ? QStringLiteral("One") : QStringLiteral("one"));
        text.replace(
            match.capturedStart(), match.capturedLength(),
            one + match.captured(2) + QStringLiteral(" paper ") + verbs.value(match.captured(3)));
        return;
    }
    static const QRegularExpression chinese(QStringLiteral("([二两三四五六七八九]|[2-9])( ?)篇"));
    const QRegularExpressionMatch inChinese = chinese.match(text);
    if (inChinese.hasMatch()) {
        const bool digit = inChinese.captured(1)[0].isDigit();
        text.replace(inChinese.capturedStart(1), 1, digit ? QStringLiteral("1") : QStringLiteral("一"));
    }
}

bool saysPublished(const QString &text)
{
    static const QRegularExpression words(
        QStringLiteral("accept|appear|publish|will be presented|接收|接受|录用|发表|中稿|见刊"),
        QRegularExpression::CaseInsensitiveOption);
    return words.match(text).hasMatch();
}

bool saysPreprint(const QString &text)
{
    static const QRegularExpression words(
        QStringLiteral("preprint|arxiv|releas|预印|公开"), QRegularExpression::CaseInsensitiveOption);
    return words.match(text).hasMatch();
}

} // namespace

qsizetype NewsPattern::emojiBefore(const QString &text)
{
    const QByteArray utf8 = text.left(longestText).toUtf8();
    const QString emoji = QString::fromUtf8(utf8.first(leadingEmoji(utf8)));
    qsizetype end = emoji.trimmed().isEmpty() ? 0 : emoji.size();
    while (end > 0 && end < text.size() && text[end].isSpace())
        ++end;
    return end;
}

std::optional<NewsPattern> NewsPattern::of(const QString &text, const std::vector<NewsPaper> &papers)
{
    if (text.size() > longestText)
        return {};
    NewsPattern pattern;
    const qsizetype begin = emojiBefore(text);
    pattern.m_emoji = text.left(begin);
    pattern.m_text = text.mid(begin);
    pattern.m_published = saysPublished(pattern.m_text);
    if (!pattern.m_published && !saysPreprint(pattern.m_text))
        return {};
    makeSingular(pattern.m_text);
    QString &words = pattern.m_text;
    const bool named = takePaper(words, papers);
    if (named)
        takeAddress(words);
    const bool venue = takeVenue(words, papers);
    if (!named && !(venue && pattern.m_published))
        return {};
    // Another paper by name: it speaks of several.
    QString rest = words;
    if (named && takePaper(rest, papers))
        return {};
    return pattern;
}

bool NewsPattern::speaksOf(const QString &text, const NewsPaper &paper)
{
    QString words = text.left(longestText);
    return takePaper(words, {paper}) != nullptr;
}

bool NewsPattern::namesPaper() const
{
    return m_text.contains(QChar(TitlePlace)) || m_text.contains(QChar(NamePlace));
}

bool NewsPattern::isGeneral() const
{
    // What follows may be true of one paper alone: names, numbers, addresses, honours, topics.
    static const QRegularExpression ownWords(
        QStringLiteral(
            "\\d(?! paper|(?: ?篇))|https?:|<|\\boral\\b|spotlight|award|highlight|best |congrat|thank|\\bwith\\b|"
            "(?:paper|survey|work|论文)\\S* (?:on|about|titled|entitled|for)\\b|关于|基于|恭喜|祝贺"),
        QRegularExpression::CaseInsensitiveOption);
    if (ownWords.match(m_text).hasMatch())
        return false;
    static const QRegularExpression capital(QStringLiteral("(?<=[\\w,;] )[A-Z][a-z]*"));
    for (auto found = capital.globalMatch(m_text); found.hasNext();) {
        const QString word = found.next().captured();
        if (word != QLatin1String("I") && word != QLatin1String("We") && word != QLatin1String("Our"))
            return false;
    }
    // A link that is not the paper's.
    return !m_text.contains(QLatin1String("](")) || m_text.contains(QChar(AddressPlace));
}

std::optional<QString> NewsPattern::about(const NewsPaper &paper) const
{
    if (paper.published != m_published)
        return {};
    QString text;
    for (const QChar c : m_text) {
        if (!isPlace(c)) {
            text += c;
            continue;
        }
        const QString &value = c == QChar(TitlePlace) ? paper.title
            : c == QChar(NamePlace)                   ? paper.name
            : c == QChar(VenuePlace)                  ? paper.venue
            : c == QChar(YearPlace)                   ? paper.year
                                                      : paper.address;
        if (value.isEmpty())
            return {};
        text += value;
    }
    return text;
}

} // namespace vitrine
