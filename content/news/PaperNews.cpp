#include "content/news/PaperNews.h"

#include "content/importers/PaperMatch.h"
#include "content/page/reading/PageLanguage.h"
#include "content/page/writing/Escape.h"

#include <QCoreApplication>
#include <QRegularExpression>

#include <algorithm>
#include <array>

namespace vitrine {

namespace {

/// More than these, newest first as they stand, say nothing new of how the page speaks.
constexpr qsizetype mostNews = 200;
constexpr size_t mostPapers = 400;

QString shownOf(const Entry &entry, FieldId id)
{
    const Field *field = entry.field(id);
    return field ? QString::fromUtf8(field->plain.value_or(field->value.text())).simplified() : QString();
}

/// "WAVES" of "Conference on Waves (WAVES)" and of "WAVES 2025"; else all of it.
QString shortVenueOf(const QString &venue)
{
    static const QRegularExpression inBrackets(
        QStringLiteral("[(（]\\s*([A-Z][\\w&/+-]{1,14})(?:['’ ]*\\d{2,4})?\\s*[)）]"));
    if (const auto match = inBrackets.match(venue); match.hasMatch())
        return match.captured(1);
    static const QRegularExpression withYear(QStringLiteral("^(.*\\S)[\\s'’]+(?:19|20)?\\d\\d$"));
    const auto match = withYear.match(venue);
    return match.hasMatch() ? match.captured(1) : venue;
}

QString yearOf(const Entry &entry)
{
    static const QRegularExpression year(QStringLiteral("(?:19|20)\\d\\d"));
    return year.match(shownOf(entry, FieldId::Date)).captured();
}

std::vector<NewsPaper> papersOf(const Page &page)
{
    std::vector<NewsPaper> papers;
    for (int s = 0; s < static_cast<int>(page.outline().sections.size()); ++s) {
        for (int e = 0; e < static_cast<int>(page.section(s).entries.size()); ++e) {
            const Entry &entry = page.entry({s, e});
            if (entry.kind == Kind::Publication && entry.structured && papers.size() < mostPapers)
                papers.push_back(newsPaperOf(page, {s, e}));
        }
    }
    return papers;
}

/// A sentence pattern of the page and how often it was used.
struct UsedPattern
{
    NewsPattern pattern;
    int count = 0;
};

bool isOldestFirst(const Section &news)
{
    const auto dated = [](const Entry &entry) { return entry.field(FieldId::Date) != nullptr; };
    const auto first = std::find_if(news.entries.begin(), news.entries.end(), dated);
    const auto last = std::find_if(news.entries.rbegin(), news.entries.rend(), dated);
    return first != news.entries.end()
        && first->field(FieldId::Date)->value.text() < last->field(FieldId::Date)->value.text();
}

/// The texts of the newest items that visitors see, newest first.
QStringList newestTexts(const Section &news)
{
    QStringList texts;
    const auto take = [&](const Entry &entry) {
        const Field *text = entry.field(FieldId::Text);
        if (text && !entry.hidden && texts.size() < mostNews)
            texts += QString::fromUtf8(text->value.text());
    };
    if (isOldestFirst(news))
        std::for_each(news.entries.rbegin(), news.entries.rend(), take);
    else
        std::for_each(news.entries.begin(), news.entries.end(), take);
    return texts;
}

/// Newest first.
std::vector<UsedPattern> patternsOf(const Page &page, const Section &news)
{
    const std::vector<NewsPaper> papers = papersOf(page);
    std::vector<UsedPattern> used;
    const QStringList texts = newestTexts(news);
    for (const QString &text : texts) {
        const auto pattern = NewsPattern::of(text, papers);
        if (!pattern)
            continue;
        const auto known =
            std::find_if(used.begin(), used.end(), [&](const UsedPattern &one) { return one.pattern == *pattern; });
        if (known == used.end())
            used.push_back({*pattern, 1});
        else
            ++known->count;
    }
    return used;
}

/// How the page's news are written, where no sentence of theirs fits.
struct NewsHabits
{
    QString emoji; ///< of the first news that visitors see, with the blanks behind it
    bool chinese = false;
};

NewsHabits habitsOf(const Page &page, const Section &news)
{
    NewsHabits habits;
    qsizetype chinese = 0;
    const QStringList texts = newestTexts(news);
    if (!texts.isEmpty())
        habits.emoji = texts.front().left(NewsPattern::emojiBefore(texts.front()));
    for (const QString &text : texts) {
        chinese += 4 * std::count_if(text.begin(), text.end(), isChineseSign) > text.size() ? 1 : 0;
    }
    habits.chinese = texts.isEmpty() ? hasChineseTitles(page.outline()) : 2 * chinese > texts.size();
    return habits;
}

/// The listed sentences, of which the first that the paper can fill is taken.
QString listedSentence(const NewsPaper &paper, const NewsHabits &habits)
{
    QString sentence;
    if (habits.chinese) {
        sentence = QStringLiteral("论文《%1》").arg(paper.title);
        if (!paper.published)
            sentence += QStringLiteral("已公开");
        else if (paper.venue.isEmpty())
            sentence += QStringLiteral("被接收");
        else
            sentence += QStringLiteral("被 %1 接收").arg((paper.venue + QLatin1Char(' ') + paper.year).trimmed());
        return sentence;
    }
    sentence = QStringLiteral("Our paper \"%1\" ").arg(paper.title);
    if (!paper.published)
        sentence += QStringLiteral("is available as a preprint");
    else if (paper.venue.isEmpty())
        sentence += QStringLiteral("is accepted");
    else
        sentence += QStringLiteral("is accepted by %1").arg((paper.venue + QLatin1Char(' ') + paper.year).trimmed());
    return sentence;
}

/// How exactly dates can be given, as formats of Qt; that of most of the page's news first.
std::array<const char *, 3> precisionsOf(const Section &news)
{
    int days = 0, months = 0, years = 0;
    for (const Entry &entry : news.entries) {
        const Field *date = entry.field(FieldId::Date);
        const qsizetype size = date ? date->value.text().size() : 0;
        days += size == 10 ? 1 : 0;
        months += size == 7 ? 1 : 0;
        years += size == 4 ? 1 : 0;
    }
    if (days > months && days >= years)
        return {"yyyy-MM-dd", "yyyy-MM", "yyyy"};
    if (years > months)
        return {"yyyy", "yyyy-MM", "yyyy-MM-dd"};
    return {"yyyy-MM", "yyyy-MM-dd", "yyyy"};
}

NewsPaper escaped(const Page &page, NewsPaper paper)
{
    EscapeContext context;
    context.markdown = page.context().markdown;
    context.before = "a ";
    context.after = " a";
    for (QString *text : {&paper.title, &paper.name, &paper.venue})
        *text = QString::fromUtf8(markdownFromPlain(text->toUtf8(), context));
    return paper;
}

} // namespace

std::optional<int> newsSectionOf(const Page &page)
{
    std::optional<int> first;
    for (int s = 0; s < static_cast<int>(page.outline().sections.size()); ++s) {
        const Section &section = page.section(s);
        if (section.kind != Kind::News || section.hidden)
            continue;
        if (!section.entries.empty())
            return s;
        if (!first)
            first = s;
    }
    return first;
}

NewsPaper newsPaperOf(const Page &page, EntryRef paper)
{
    const Entry &entry = page.entry(paper);
    NewsPaper result;
    result.title = shownOf(entry, FieldId::Title);
    const qsizetype colon = result.title.indexOf(QLatin1Char(':'));
    if (colon > 0 && colon + 1 < result.title.size() && !result.title.left(colon).contains(QLatin1Char(' ')))
        result.name = result.title.left(colon);
    const QString venue = shownOf(entry, FieldId::Venue);
    result.published = !venue.isEmpty() && !saysUnpublished(venue.toUtf8());
    result.venue = result.published ? shortVenueOf(venue) : QString();
    result.year = yearOf(entry);
    if (const Field *links = entry.field(FieldId::Links)) {
        for (const Link &link : links->value.links()) {
            if (result.address.isEmpty())
                result.address = QString::fromUtf8(link.url);
        }
    }
    return result;
}

QByteArray newsTextAbout(const Page &page, int newsSection, EntryRef paper)
{
    const Section &news = page.section(newsSection);
    const NewsPaper told = escaped(page, newsPaperOf(page, paper));
    const UsedPattern *best = nullptr;
    QString sentence;
    const std::vector<UsedPattern> patterns = patternsOf(page, news);
    for (const UsedPattern &used : patterns) {
        if (best && used.count <= best->count)
            continue;
        const std::optional<QString> filled =
            used.count > 1 || used.pattern.isGeneral() ? used.pattern.about(told) : std::nullopt;
        if (!filled)
            continue;
        best = &used;
        sentence = *filled;
    }
    if (best)
        return (best->pattern.emoji() + sentence).toUtf8();
    const NewsHabits habits = habitsOf(page, news);
    return (habits.emoji + listedSentence(told, habits)).toUtf8();
}

bool canTellNewsAbout(const Page &page, EntryRef paper)
{
    const Entry &entry = page.entry(paper);
    return entry.kind == Kind::Publication && !entry.hidden && !shownOf(entry, FieldId::Title).isEmpty()
        && newsSectionOf(page);
}

bool newsNames(const Page &page, EntryRef paper)
{
    const std::optional<int> section = newsSectionOf(page);
    if (!section)
        return false;
    const NewsPaper about = newsPaperOf(page, paper);
    const QStringList texts = newestTexts(page.section(*section));
    return std::any_of(
        texts.begin(), texts.end(), [&](const QString &text) { return NewsPattern::speaksOf(text, about); });
}

Result<PageChange> addNewsAbout(const Page &page, EntryRef paper, QDate today)
{
    if (!newsSectionOf(page)) {
        return Error{
            ErrorKind::Refused,
            QCoreApplication::translate("PaperNews", "The page shows no section for news. Add one first."),
            {},
            {}};
    }
    const int section = *newsSectionOf(page);
    const Value text(newsTextAbout(page, section, paper));
    std::optional<Error> refused;
    for (const char *precision : precisionsOf(page.section(section))) {
        const Value date(today.toString(QLatin1String(precision)).toUtf8());
        Result<PageChange> change = addEntry(page, section, {}, {{FieldId::Date, date}, {FieldId::Text, text}});
        if (change)
            return change;
        refused = refused ? refused : std::optional(change.error());
    }
    // The page's news have no dates.
    Result<PageChange> undated = addEntry(page, section, {}, {{FieldId::Text, text}});
    return undated ? undated : *refused;
}

} // namespace vitrine
