#include "content/importers/Bibliography.h"

#include "content/importers/BibtexNames.h"
#include "content/page/dates/Edtf.h"

#include <QCoreApplication>
#include <QHash>

#include <algorithm>

namespace vitrine {

namespace {

/// Longer values are not passed on by `crossref`: thousands of entries could name one.
constexpr qsizetype longestInherited = 2000;

int monthNamed(QByteArray name)
{
    name = name.trimmed().toLower();
    static const QByteArrayList names{"jan", "feb", "mar", "apr", "may", "jun",
                                      "jul", "aug", "sep", "oct", "nov", "dec"};
    const qsizetype named = name.size() < 3 ? -1 : names.indexOf(name.left(3));
    const int number = name.toInt();
    return named >= 0 ? static_cast<int>(named) + 1 : number >= 1 && number <= 12 ? number : 0;
}

/// The numbers in a text.
std::vector<int> numbersIn(QByteArrayView text)
{
    std::vector<int> numbers;
    bool inside = false;
    for (const char c : text) {
        const bool digit = c >= '0' && c <= '9';
        if (digit && !inside)
            numbers.push_back(0);
        if (digit && numbers.back() < 100000)
            numbers.back() = 10 * numbers.back() + (c - '0');
        inside = digit;
    }
    return numbers;
}

/// The date of an entry as EDTF: from `date` (biblatex: 2023-05-01), else from `year` and `month` ("jun", "June 5").
QByteArray dateOf(const BibtexRecord &record)
{
    const QByteArray *date = record.value("date");
    const QByteArray *year = record.value("year");
    DatePoint point;
    if (date) {
        const std::vector<int> numbers = numbersIn(date->left(10));
        point.year = numbers.empty() ? 0 : numbers[0];
        point.month = numbers.size() > 1 ? numbers[1] : 0;
        point.day = numbers.size() > 2 ? numbers[2] : 0;
    }
    if (point.year == 0 && year) {
        for (const int number : numbersIn(*year)) {
            if (number >= 1000 && number <= 9999)
                point.year = number;
        }
    }
    if (const QByteArray *month = record.value("month"); month && point.month == 0) {
        const QByteArray text = textFromLatex(*month);
        point.month = monthNamed(text);
        const std::vector<int> numbers = numbersIn(text);
        const bool named = !text.isEmpty() && (text[0] < '0' || text[0] > '9');
        point.day = named && point.month > 0 && numbers.size() == 1 && numbers[0] <= 31 ? numbers[0] : 0;
    }
    if (point.year < 1000 || point.year > 9999)
        return {};
    if (point.month < 1 || point.month > 12)
        point.month = 0;
    if (point.month == 0 || !isPossible(point))
        point.day = 0;
    return toEdtf(point);
}

QByteArray withoutResolver(QByteArray doi)
{
    const qsizetype begin = doi.indexOf("10.");
    return begin < 0 ? QByteArray() : doi.mid(begin).trimmed();
}

/// The number of a preprint in a text: 2301.00001 or cs/0601001, without its version.
QByteArray arxivNumber(const QByteArray &text)
{
    const auto isNumber = [](char c) { return (c >= '0' && c <= '9') || c == '.'; };
    for (const char *before : {"arxiv.org/abs/", "arxiv.org/pdf/", "arxiv:", "abs/"}) {
        const qsizetype found = text.toLower().indexOf(before);
        if (found < 0)
            continue;
        const qsizetype begin = found + static_cast<qsizetype>(qstrlen(before));
        qsizetype end = begin;
        while (end < text.size() && isNumber(text[end]))
            ++end;
        if (end - begin >= 9)
            return text.mid(begin, end - begin).left(10);
    }
    const bool bare = text.size() >= 9 && std::all_of(text.begin(), text.begin() + 9, isNumber);
    return bare ? text.left(10) : QByteArray();
}

/// The first field that says something, as plain text.
QByteArray firstOf(const BibtexRecord &record, std::initializer_list<const char *> names)
{
    for (const char *name : names) {
        if (const QByteArray *value = record.value(name)) {
            const QByteArray text = textFromLatex(*value);
            if (!text.isEmpty())
                return text;
        }
    }
    return {};
}

/// What a link to an address is called.
QByteArray labelFor(const QByteArray &field, const QByteArray &url)
{
    if (url.contains("github.com") || url.contains("gitlab") || field == "code")
        return "Code";
    if (field == "slides" || field == "video" || field == "poster" || field == "website" || field == "project")
        return field.left(1).toUpper() + field.mid(1);
    if (url.contains("arxiv.org"))
        return "arXiv";
    return url.endsWith(".pdf") || field == "pdf" ? "PDF" : "Paper";
}

void addLinks(const BibtexRecord &record, Paper &paper)
{
    for (const char *name : {"url", "ee", "link", "pdf", "code", "project", "website", "slides", "video", "poster"}) {
        const QByteArray *value = record.value(name);
        if (!value)
            continue;
        QByteArray url = textFromLatex(*value);
        url = url.left(url.indexOf(' ') < 0 ? url.size() : url.indexOf(' '));
        const bool isAddress = url.startsWith("http://") || url.startsWith("https://");
        const bool again =
            std::any_of(paper.links.begin(), paper.links.end(), [&](const Link &link) { return link.url == url; });
        if (!isAddress || again)
            continue;
        if (url.toLower().contains("doi.org/10.48550/arxiv."))
            continue;
        if (url.contains("doi.org/10.") && (paper.doi.isEmpty() || url.endsWith(paper.doi))) {
            paper.doi = withoutResolver(url);
            continue;
        }
        paper.links.push_back({labelFor(name, url), url, {}, {}});
    }
    if (!paper.arxiv.isEmpty()) {
        const bool there = std::any_of(
            paper.links.begin(), paper.links.end(), [&](const Link &link) { return link.url.contains(paper.arxiv); });
        if (!there)
            paper.links.push_back({"arXiv", "https://arxiv.org/abs/" + paper.arxiv, {}, {}});
    }
}

bool isArchive(const QByteArray &venue)
{
    const QByteArray lower = venue.toLower();
    return lower == "corr" || lower == "arxiv" || lower == "arxiv.org";
}

QByteArray venueOf(const BibtexRecord &record, const QByteArray &arxiv)
{
    const QByteArray venue = firstOf(
        record, {"journal", "journaltitle", "booktitle", "eventtitle", "school", "institution", "howpublished"});
    const bool isAddress = venue.startsWith("http");
    if (!venue.isEmpty() && !isAddress && !(isArchive(venue) && !arxiv.isEmpty()))
        return venue;
    return arxiv.isEmpty() ? firstOf(record, {"publisher"}) : "arXiv preprint arXiv:" + arxiv;
}

/// A word of capitals, as conferences are called for short.
bool isShortName(QByteArrayView word)
{
    const auto isCapital = [](char c) { return c >= 'A' && c <= 'Z'; };
    const auto isLetter = [&](char c) { return isCapital(c) || (c >= 'a' && c <= 'z'); };
    return word.size() >= 3 && word.size() <= 12 && std::all_of(word.begin(), word.end(), isLetter)
        && std::count_if(word.begin(), word.end(), isCapital) >= 3;
}

/// The short name that an entry tells beside the name of its book: in `series` ("KDD '21"), or before its year ("38th
/// Conference on Learning, ICML 2021, Vienna").
QByteArray shortVenueOf(const BibtexRecord &record, const QByteArray &venue)
{
    const QByteArray series = firstOf(record, {"series"});
    const QByteArray first = series.left(series.indexOf(' ') < 0 ? series.size() : series.indexOf(' '));
    if (isShortName(first))
        return first;
    for (const QByteArray &part : venue.left(longestInherited).split(',')) {
        const QByteArrayList words = part.simplified().split(' ');
        if (words.size() == 2 && isShortName(words[0]) && words[1].size() == 4 && words[1].toInt() > 1900)
            return words[0];
    }
    return {};
}

QByteArray arxivOf(const BibtexRecord &record)
{
    const QByteArray *eprint = record.value("eprint");
    const QByteArray kind = firstOf(record, {"archiveprefix", "eprinttype"}).toLower();
    if (eprint && (kind.isEmpty() || kind == "arxiv")) {
        const QByteArray number = arxivNumber(*eprint);
        if (!number.isEmpty())
            return number;
    }
    for (const char *name : {"url", "journal", "journaltitle", "note", "howpublished"}) {
        const QByteArray *value = record.value(name);
        if (value && value->toLower().contains("arxiv")) {
            const QByteArray number = arxivNumber(*value);
            if (!number.isEmpty())
                return number;
        }
    }
    return {};
}

/// Takes the full stop at the end of a title away, if it is one.
void dropFinalStop(std::vector<LatexRun> &title)
{
    if (title.empty() || !title.back().text.endsWith('.') || title.back().text.endsWith(".."))
        return;
    title.back().text.chop(1);
    if (title.back().text.isEmpty())
        title.pop_back();
}

Paper paperOf(const BibtexRecord &record)
{
    Paper paper;
    paper.key = record.key;
    paper.type = record.type;
    paper.range = record.range;
    if (const QByteArray *title = record.value("title"))
        paper.title = latexRuns(*title);
    dropFinalStop(paper.title);
    if (const QByteArray *authors = record.value("author") ? record.value("author") : record.value("editor")) {
        BibtexNames names = readBibtexNames(*authors);
        paper.authors = std::move(names.names);
        paper.moreAuthors = names.others;
    }
    paper.arxiv = arxivOf(record);
    paper.venue = venueOf(record, paper.arxiv);
    paper.shortVenue = shortVenueOf(record, paper.venue);
    paper.date = dateOf(record);
    paper.volume = firstOf(record, {"volume"});
    if (paper.volume.startsWith("abs/"))
        paper.volume.clear(); // DBLP's number of a preprint
    paper.issue = firstOf(record, {"number", "issue"});
    paper.pages = firstOf(record, {"pages"});
    const QByteArray hyphen = "-";
    if (!paper.pages.contains("\xe2\x80\x93") && paper.pages.count('-') == 1)
        paper.pages.replace(hyphen, "\xe2\x80\x93");
    paper.doi = withoutResolver(firstOf(record, {"doi"}));
    if (paper.doi.toLower().startsWith("10.48550/arxiv."))
        paper.doi.clear(); // the archive's own; its page is linked
    paper.note = firstOf(record, {"note"});
    if (paper.note.contains("http") || paper.note.toLower().contains("arxiv"))
        paper.note.clear();
    addLinks(record, paper);
    return paper;
}

/// Gives entries what they lack from the one that `crossref` names: the title of proceedings is their book's.
void inherit(std::vector<BibtexRecord> &records)
{
    QHash<QByteArray, size_t> byKey;
    for (size_t i = 0; i < records.size(); ++i) {
        if (!byKey.contains(records[i].key.toLower()))
            byKey.insert(records[i].key.toLower(), i);
    }
    for (size_t i = 0; i < records.size(); ++i) {
        const QByteArray *parentKey = records[i].value("crossref");
        const auto found = parentKey ? byKey.constFind(parentKey->trimmed().toLower()) : byKey.cend();
        if (found == byKey.cend() || *found == i)
            continue;
        for (const char *name : {"booktitle", "title", "year", "date", "month", "publisher", "volume", "journal"}) {
            const QByteArray *value = records[*found].value(name);
            const QByteArray target = qstrcmp(name, "title") == 0 ? "booktitle" : name;
            if (value && value->size() <= longestInherited && !records[i].value(target))
                records[i].fields.push_back({target, *value, {}});
        }
    }
}

} // namespace

QByteArray Paper::plainTitle() const
{
    QByteArray text;
    for (const LatexRun &run : title)
        text += run.text;
    return text;
}

bool Paper::isPreprint() const
{
    const QByteArray lower = venue.toLower();
    const bool says = lower.contains("arxiv") || lower.contains("preprint") || lower.contains("biorxiv")
        || lower.contains("under review") || lower.contains("submitted") || lower == "corr";
    return says || type == "unpublished" || (venue.isEmpty() && (type == "misc" || type == "online"));
}

Bibliography papersFromBibtex(const QByteArray &bytes)
{
    BibtexFile file = readBibtex(bytes);
    inherit(file.records);
    Bibliography result;
    result.diagnostics = std::move(file.diagnostics);
    for (const BibtexRecord &record : file.records) {
        Paper paper = paperOf(record);
        const bool isVolume = record.type == "proceedings" || record.type == "periodical";
        if (!paper.title.empty() && !isVolume) {
            result.papers.push_back(std::move(paper));
        } else if (!isVolume) {
            result.diagnostics.push_back(
                {Severity::Warning,
                 "bibtex",
                 QCoreApplication::translate("Bibtex", "This entry has no title and was passed over."),
                 {0, {record.range.begin, record.range.begin + 1}},
                 {}});
        }
    }
    return result;
}

} // namespace vitrine
