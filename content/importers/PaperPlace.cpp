#include "content/importers/PaperPlace.h"

#include "content/page/reading/PageLanguage.h"

#include <QString>
#include <QStringList>

#include <algorithm>

namespace vitrine {

namespace {

/// The years that a section is about, both included.
struct Years
{
    int first = 0;
    int last = 0;
    bool holds(int year) const { return year >= first && year <= last; }
};

int yearIn(const QString &word)
{
    bool number = false;
    const int year = word.toInt(&number);
    return number && word.size() == 4 && year >= 1900 && year < 2100 ? year : 0;
}

/// The words of a title, lower case: runs of digits, runs of letters, signs of Chinese one by one.
QStringList wordsOf(const QByteArray &title)
{
    QStringList words;
    bool inWord = false, digits = false;
    for (const QChar c : QString::fromUtf8(title).toLower()) {
        const bool ideograph = c.unicode() >= 0x3400 && c.unicode() < 0xa000;
        if (!c.isLetterOrNumber()) {
            inWord = false;
            continue;
        }
        if (!inWord || ideograph || c.isDigit() != digits)
            words += QString();
        words.last() += c;
        inWord = !ideograph;
        digits = c.isDigit();
    }
    return words;
}

bool isOneOf(const QString &word, std::initializer_list<const char *> words)
{
    return std::any_of(words.begin(), words.end(), [&](const char *one) { return word == QString::fromUtf8(one); });
}

/// "2023", "2023 年", "2019–2021", "2018 and earlier", "Before 2018"; nothing for a title that says anything else.
std::optional<Years> yearsOf(const Section &section)
{
    std::optional<Years> years;
    bool open = false, before = false;
    const QStringList words = wordsOf(section.title);
    for (const QString &word : words) {
        if (const int year = yearIn(word)) {
            years = years ? Years{std::min(years->first, year), std::max(years->last, year)} : Years{year, year};
        } else if (isOneOf(word, {"earlier", "before", "prior", "older", "previous", "前"})) {
            open = true;
            before = !years && !isOneOf(word, {"前"});
        } else if (!isOneOf(
                       word, {"year", "in", "and", "to", "or", "年", "及", "以", "之", "papers", "publications"})) {
            return {};
        }
    }
    if (years && open)
        years = Years{0, years->last - (before ? 1 : 0)};
    return years;
}

int yearOf(const QByteArray &date)
{
    return yearIn(QString::fromUtf8(date.left(4)));
}

bool says(const Section &section, std::initializer_list<const char *> words)
{
    const QString title = QString::fromUtf8(section.title).toLower();
    return std::any_of(
        words.begin(), words.end(), [&](const char *word) { return title.contains(QString::fromUtf8(word)); });
}

bool holdsPapers(const Section &section)
{
    return section.kind == Kind::Publication && !section.hidden;
}

/// True for a section whose papers all stand in its sub-sections.
bool onlyHolds(const Page &page, int index)
{
    const std::vector<Section> &sections = page.outline().sections;
    return page.section(index).entries.empty()
        && std::any_of(sections.begin(), sections.end(), [&](const Section &section) {
               return section.parent == index && holdsPapers(section);
           });
}

/// How well the title of a section suits a paper, whatever its years.
int suits(const Section &section, const Paper &paper)
{
    int points = 0;
    if (says(section, {"preprint", "working paper", "under review", "submitted", "arxiv", "manuscript", "预印"}))
        points += paper.isPreprint() ? 200 : -20;
    const bool inJournal = paper.type == "article" && !paper.isPreprint();
    const bool inBook = paper.type == "inproceedings" || paper.type == "conference" || paper.type == "incollection";
    const bool ofJournals = says(section, {"journal", "期刊"});
    const bool ofConferences = says(section, {"conference", "proceeding", "会议"});
    if (ofJournals != ofConferences)
        points += (ofJournals ? inJournal : inBook) ? 10 : -10;
    if (says(section, {"patent", "专利", "thesis", "selected", "highlight", "representative"}))
        points -= 5;
    return points;
}

/// The same for a section and those that hold it.
int suitsWithin(const Page &page, int index, const Paper &paper)
{
    int points = 0;
    for (int s = index; s >= 0; s = page.section(s).parent) {
        if (holdsPapers(page.section(s)))
            points += suits(page.section(s), paper);
    }
    return points;
}

constexpr int rightYear = 100;
constexpr int wrongYear = -500;

int pointsOf(const Page &page, int index, const Paper &paper)
{
    const Section &section = page.section(index);
    int points =
        suitsWithin(page, index, paper) + (section.entries.empty() ? 0 : 2) - (onlyHolds(page, index) ? 300 : 0);
    const std::optional<Years> years = yearsOf(section);
    const int year = yearOf(paper.date);
    if (years && year > 0)
        points += years->holds(year) ? rightYear : wrongYear;
    return points;
}

/// The sections of one year each that one section (-1: the page) holds.
std::vector<int> yearsWithin(const Page &page, int parent)
{
    std::vector<int> found;
    for (int s = 0; s < static_cast<int>(page.outline().sections.size()); ++s) {
        const Section &section = page.section(s);
        if (section.parent != parent || !holdsPapers(section))
            continue;
        const std::optional<Years> years = yearsOf(section);
        if (years && years->first == years->last)
            found.push_back(s);
    }
    return found;
}

int onlyYearOf(const Page &page, int section)
{
    return yearsOf(page.section(section))->first;
}

/// The title of a section of one year, for another year.
QByteArray titleForYear(const Section &pattern, int from, int year)
{
    QByteArray title = pattern.title;
    title.replace(QByteArray::number(from), QByteArray::number(year));
    return pattern.emoji.isEmpty() ? title : pattern.emoji + ' ' + title;
}

/// The place of a year that one section lacks among its years; nothing when it has it, or has no years.
std::optional<PaperPlace> missingYear(const Page &page, int parent, int year)
{
    const std::vector<int> years = yearsWithin(page, parent);
    if (years.empty() || year == 0)
        return {};
    for (int s = 0; s < static_cast<int>(page.outline().sections.size()); ++s) {
        const Section &section = page.section(s);
        const std::optional<Years> known = section.parent == parent ? yearsOf(section) : std::nullopt;
        if (known && known->holds(year) && section.kind == Kind::Publication)
            return {};
    }
    return PaperPlace{parent, titleForYear(page.section(years.front()), onlyYearOf(page, years.front()), year)};
}

/// The sections (-1: the page) that may hold years.
std::vector<int> holdersOfYears(const Page &page)
{
    std::vector<int> holders;
    for (const Section &section : page.outline().sections) {
        const bool known = std::find(holders.begin(), holders.end(), section.parent) != holders.end();
        if (!known && holdsPapers(section) && yearsOf(section))
            holders.push_back(section.parent);
    }
    return holders;
}

/// What the section of papers is called on a page that has none.
PaperPlace firstSection(const Page &page)
{
    const bool chinese = hasChineseTitles(page.outline());
    return {-1, chinese ? QByteArray("论文发表") : QByteArray("Publications")};
}

} // namespace

PaperPlace placeFor(const Page &page, const Paper &paper)
{
    std::optional<PaperPlace> best;
    int most = 0;
    const auto consider = [&](const PaperPlace &place, int points) {
        if (best && points <= most)
            return;
        best = place;
        most = points;
    };
    for (int s = 0; s < static_cast<int>(page.outline().sections.size()); ++s) {
        if (holdsPapers(page.section(s)))
            consider({s, {}}, pointsOf(page, s, paper));
    }
    for (const int holder : holdersOfYears(page)) {
        if (const auto missing = missingYear(page, holder, yearOf(paper.date)))
            consider(*missing, suitsWithin(page, holder, paper) + rightYear);
    }
    return best.value_or(firstSection(page));
}

std::vector<PaperPlace> placesFor(const Page &page, const QByteArray &date)
{
    std::vector<PaperPlace> places;
    for (int s = 0; s < static_cast<int>(page.outline().sections.size()); ++s) {
        if (holdsPapers(page.section(s)) && !onlyHolds(page, s))
            places.push_back({s, {}});
    }
    for (const int holder : holdersOfYears(page)) {
        if (const auto missing = missingYear(page, holder, yearOf(date)))
            places.push_back(*missing);
    }
    if (places.empty())
        places.push_back(firstSection(page));
    return places;
}

std::optional<PaperPlace> placeOfYear(const Page &page, int section, int year)
{
    const int parent = page.section(section).parent;
    const std::vector<int> years = yearsWithin(page, parent);
    if (std::find(years.begin(), years.end(), section) == years.end())
        return {};
    for (int s = 0; s < static_cast<int>(page.outline().sections.size()); ++s) {
        const Section &other = page.section(s);
        const std::optional<Years> known = other.parent == parent && holdsPapers(other) ? yearsOf(other) : std::nullopt;
        if (known && known->holds(year))
            return PaperPlace{s, {}};
    }
    return missingYear(page, parent, year);
}

Result<PageChange> addAt(const Page &page, const PaperPlace &place, const FieldValues &values)
{
    if (!place.isNew())
        return addEntry(page, place.section, {}, values);
    Result<PageChange> made = makePlace(page, place);
    const auto section = made && made->subject ? made->after->sectionAt(*made->subject) : std::nullopt;
    if (!section)
        return made;
    Result<PageChange> added = addEntry(*made->after, *section, {}, values);
    if (added)
        added->edit = made->edit.followedBy(added->edit);
    return added;
}

Result<PageChange> makePlace(const Page &page, const PaperPlace &place)
{
    const std::vector<int> years = yearsWithin(page, place.section);
    const auto parent = place.section >= 0 ? std::optional(place.section) : std::nullopt;
    Section named;
    named.title = place.title;
    const std::optional<Years> wanted = yearsOf(named);
    if (years.empty() || !wanted)
        return addSection(page, place.title, Kind::Publication, {}, parent);
    // Behind the last year that comes before it, newest first unless the page has them the other way.
    const bool upwards = onlyYearOf(page, years.front()) < onlyYearOf(page, years.back());
    std::optional<int> after;
    for (const int year : years) {
        const int other = onlyYearOf(page, year);
        if (upwards ? other < wanted->first : other > wanted->first)
            after = year;
    }
    Result<PageChange> added = addSection(page, place.title, Kind::Publication, after ? *after : years.back(), parent);
    if (!added || after)
        return added;
    // In front of the first one.
    const std::optional<int> at = added->subject ? added->after->sectionAt(*added->subject) : std::nullopt;
    if (!at)
        return added;
    int number = 0;
    for (int s = 0; s < years.front(); ++s)
        number += page.section(s).parent == place.section && page.section(s).level > 0 ? 1 : 0;
    Result<PageChange> moved = moveSection(*added->after, *at, place.section, number);
    if (moved)
        moved->edit = added->edit.followedBy(moved->edit);
    return moved;
}

} // namespace vitrine
