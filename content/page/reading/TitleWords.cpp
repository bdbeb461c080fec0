#include "content/page/reading/TitleWords.h"

#include <QHash>
#include <QString>
#include <QStringList>

#include <algorithm>
#include <vector>

namespace vitrine {

namespace {

/// Words that a title is known by. Latin words match from the begin of a word ("publication" also "Publications"), a
/// final `.` asks for the whole word; Chinese ones match anywhere.
struct Words
{
    Kind kind;
    TitleTrust trust;
    const char *words; ///< separated by `|`; a phrase is several words
};

constexpr TitleTrust weak = TitleTrust::Weak;
constexpr TitleTrust fair = TitleTrust::Fair;
constexpr TitleTrust strong = TitleTrust::Strong;

/// Phrases that mean something else than their words.
std::vector<Words> phraseTable()
{
    return {
        {Kind::About, strong, "research interest|research direction|research area|research field|research focus"},
        {Kind::About, strong, "about me|about|short bio|who am i|get in touch|研究兴趣|研究方向|研究领域"},
        {Kind::About, strong, "what i work on|what i m working on|what i do|what we do"},
        {Kind::Other, strong, "open position|join us|join me|visitor map|job opening|hiring|prospective student"},
        {Kind::Other, strong, "招生|招聘|加入我们|coursework|related course|relevant course|research highlight"},
        // What the starting page of academicpages says of itself.
        {Kind::Other, strong, "getting started|site wide configuration|create content metadata|for more info"},
        {Kind::Other, strong, "how to edit your site|data driven personal website"},
        {Kind::Experience, strong, "research assistant|academic appointment|work experience|working experience"},
        {Kind::Experience, strong, "visiting position|academic experience|academic position|工作经历|实习|任职经历"},
        {Kind::Experience, strong, "research experience|internship|professional experience|industry experience"},
        {Kind::Education, strong, "academic background|educational background|学术背景"},
        {Kind::Service, strong, "program committee|academic activit|professional activit|professional membership"},
        {Kind::Service, strong, "academic service|community service|学术服务|学术兼职|社会兼职|审稿"},
        {Kind::Teaching, strong, "teaching assistant|teaching experience"},
        {Kind::Project, strong, "open source|opensource|open sourced|开源"},
        {Kind::News, strong, "what s new|whats new|latest update|recent update"},
        {Kind::Publication, strong, "research output|in submission|under review|working paper|学术成果|学术论文"},
        {Kind::Link, strong, "useful link|some link|friend link|友情链接"},
    };
}

std::vector<Words> wordTable()
{
    return {
        {Kind::Publication, strong, "publication|paper|preprint|article|manuscript|patent|bibliography|arxiv|thesis"},
        {Kind::Publication, strong, "theses|book chapter|论文|发表|著作|出版|专利|预印本"},
        {Kind::News, strong, "news|动态|新闻|消息"},
        {Kind::Education, strong, "education|eduction|degree|教育|学历|求学"},
        {Kind::Award, strong,
         "award|honor|honour|honer|scholarship|prize|grant|fellowship|funding|competition|contest"},
        {Kind::Award, strong, "achievement|获奖|荣誉|奖|竞赛"},
        {Kind::Service, strong, "service|reviewer|reviewing|review.|reviews.|editor|editorial|volunteer|学术任职"},
        {Kind::Teaching, strong, "teaching|course|lecture.|lectures.|ta.|教学|授课|课程"},
        {Kind::Talk, strong, "talk|presentation|speech|seminar|tutorial|报告|演讲|讲座"},
        {Kind::Skill, strong, "skill|技能"},
        {Kind::Link, strong, "link|链接"},
        {Kind::Project, strong, "project|项目"},
        {Kind::Supervision, strong, "supervision|supervis|mentoring|mentee|mentorship|advisee|指导学生"},
        {Kind::About, strong, "bio|biography|introduction|简介|自我介绍|个人介绍|关于我"},
        {Kind::Experience, fair, "experience|employment|career|appointment|position|intern|实践|经历|工作"},
        {Kind::News, fair, "highlight|update|announcement"},
        {Kind::Supervision, fair, "student|alumni|group member|member|team|people|学生|团队|成员"},
        {Kind::Project, fair, "software|dataset|toolkit|code.|软件"},
        {Kind::Skill, fair, "language|expertise|语言"},
        {Kind::About, fair, "contact|interest|profile|hobb|personal|联系|兴趣|爱好"},
        {Kind::Service, fair, "committee|membership|activit|leadership|outreach|organizer|organization|服务|活动"},
        {Kind::Other, fair, "misc|opening|visitor|map.|cv.|resume|curriculum|others|其他|其它|访客"},
        {Kind::Publication, weak, "journal|conference|workshop|book|works.|work.|期刊|会议|成果"},
        {Kind::Education, weak, "background|背景"},
        {Kind::Link, weak, "resource|blog|friend"},
    };
}

QString letters(const QByteArray &title)
{
    QString result = QStringLiteral(" ");
    for (const QChar c : QString::fromUtf8(title).toLower()) {
        if (c.isLetterOrNumber())
            result += c;
        else if (!result.endsWith(QLatin1Char(' ')) && !c.isMark() && !c.isSurrogate())
            result += QLatin1Char(' ');
    }
    if (!result.endsWith(QLatin1Char(' ')))
        result += QLatin1Char(' ');
    return result;
}

/// Words from here on match anywhere.
constexpr char16_t firstOfHan = 0x2e80;

/// How a word of the table stands in the spaced letters of a title.
QString spacedWord(const QString &word)
{
    if (word.front().unicode() >= firstOfHan)
        return word;
    const QString begun = QLatin1Char(' ') + word;
    return begun.endsWith(QLatin1Char('.')) ? begun.chopped(1) + QLatin1Char(' ') : begun;
}

struct Match
{
    TitleKind kind;
    qsizetype place;
};

struct Word
{
    TitleKind kind;
    QString word;
};

/// Words by their first two letters, of which the first mostly is the blank before a word.
using WordTable = QHash<QString, std::vector<Word>>;

constexpr qsizetype keyLength = 2;

WordTable tableOf(const std::vector<Words> &rows)
{
    WordTable table;
    for (const Words &row : rows) {
        for (const QString &word : QString::fromUtf8(row.words).split(QLatin1Char('|'))) {
            const QString spaced = spacedWord(word);
            table[spaced.left(keyLength)].push_back({{row.kind, row.trust}, spaced});
        }
    }
    return table;
}

/// The surest match, the earliest among equals.
std::optional<Match> bestMatch(const WordTable &table, const QString &title)
{
    std::optional<Match> best;
    const auto tryWords = [&](QStringView key, qsizetype place) {
        const auto words = table.constFind(QString::fromRawData(key.data(), key.size()));
        if (words == table.cend())
            return;
        for (const auto &[kind, word] : *words) {
            const bool better = !best || kind.trust > best->kind.trust;
            if (better && QStringView(title).sliced(place).startsWith(word))
                best = Match{kind, place};
        }
    };
    for (qsizetype place = 0; place < title.size(); ++place) {
        const QStringView rest = QStringView(title).sliced(place);
        if (rest.front() != QLatin1Char(' ') && rest.front().unicode() < firstOfHan)
            continue;
        tryWords(rest.left(1), place);
        tryWords(rest.left(keyLength), place);
    }
    return best;
}

} // namespace

std::optional<TitleKind> kindOfTitle(const QByteArray &title)
{
    // A heading of more letters than a title has is somebody's sentence.
    const QString spaced = letters(title.left(300));
    static const WordTable phrases = tableOf(phraseTable());
    static const WordTable words = tableOf(wordTable());
    if (const std::optional<Match> phrase = bestMatch(phrases, spaced))
        return phrase->kind;
    if (const std::optional<Match> word = bestMatch(words, spaced))
        return word->kind;
    return {};
}

std::optional<Kind> kindOfSection(const QByteArray &title, std::optional<Kind> parent)
{
    const std::optional<TitleKind> own = kindOfTitle(title);
    const bool sure = own && own->trust == TitleTrust::Strong;
    // The parts of a list of papers are papers, whatever they are called, but for what is about something else.
    if (parent == Kind::Publication && !(sure && own->kind == Kind::Other))
        return parent;
    if (sure)
        return own->kind;
    if (parent && *parent != Kind::About && *parent != Kind::Other)
        return parent;
    return own ? std::optional(own->kind) : std::nullopt;
}

bool isYearTitle(const QByteArray &title)
{
    const QStringList words = letters(title.left(100)).split(QLatin1Char(' '), Qt::SkipEmptyParts);
    bool year = false;
    for (const QString &word : words) {
        bool number = false;
        const int value = word.left(4).toInt(&number);
        const bool isYear = number && word.size() <= 5 && value >= 1900 && value < 2200;
        static const QStringList between{QStringLiteral("before"), QStringLiteral("after"),   QStringLiteral("and"),
                                         QStringLiteral("to"),     QStringLiteral("earlier"), QStringLiteral("or"),
                                         QStringLiteral("since"),  QStringLiteral("present"), QStringLiteral("in"),
                                         QStringLiteral("year"),   QStringLiteral("now")};
        if (!isYear && !between.contains(word))
            return false;
        year = year || isYear;
    }
    return year;
}

QByteArray slugOf(const QByteArray &title)
{
    QString slug;
    for (const char32_t c : QString::fromUtf8(title).toLower().toUcs4()) {
        if (QChar::isLetterOrNumber(c))
            slug += QString::fromUcs4(&c, 1);
        else if (!slug.isEmpty() && !slug.endsWith(QLatin1Char('-')))
            slug += QLatin1Char('-');
    }
    while (slug.endsWith(QLatin1Char('-')))
        slug.chop(1);
    return slug.isEmpty() ? QByteArrayLiteral("section") : slug.toUtf8();
}

} // namespace vitrine
