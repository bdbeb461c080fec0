#include "content/page/kinds/careers/CareerParts.h"

#include "content/page/kinds/words/Lexicon.h"
#include "content/page/kinds/words/Words.h"

namespace vitrine {

namespace {

bool beginsWithAny(QByteArrayView text, std::initializer_list<const char *> words)
{
    return std::any_of(words.begin(), words.end(), [text](const char *word) {
        const auto size = static_cast<qsizetype>(qstrlen(word));
        return text.size() >= size && text.first(size).compare(QByteArrayView(word), Qt::CaseInsensitive) == 0;
    });
}

bool isMeasure(QByteArrayView text)
{
    const bool digit = std::any_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
    const bool fraction = std::all_of(text.begin(), text.end(), [](char c) { return strchr("0123456789/ #", c); });
    return digit && (fraction || text.contains('%') || text.contains('$') || text.contains("¥") || text.contains("€"));
}

bool isRemark(QByteArrayView text)
{
    static const WordSet whole{"now", "ongoing", "current", "expected", "exp", "exp.", "anticipated", "至今", "预计"};
    return isMeasure(text) || lexicon::advice().isIn(text) || whole.contains(text)
        || beginsWithAny(
               text,
               {"gpa",
                "rank",
                "top ",
                "thesis",
                "dissertation",
                "topic",
                "project",
                "grade",
                "with distinction",
                "cum laude",
                "magna cum",
                "summa cum",
                "first class",
                "graduated",
                "with honor",
                "expected",
                "full scholarship",
                "research on ",
                "work on ",
                "worked on ",
                "working on ",
                "focus",
                "developed ",
                "developing ",
                "responsible",
                "conducted ",
                "studied ",
                "designed ",
                "acquired by",
                "research area",
                "research direction",
                "research topic",
                "research interest",
                "绩点",
                "排名",
                "论文",
                "研究方向",
                "毕业论文"});
}

/// "Foo Labs", "Foo Research (FR)": what is called so is an organization.
bool endsLikeCompany(QByteArrayView text)
{
    const qsizetype bracket = text.endsWith(')') ? text.lastIndexOf('(') : -1;
    const std::vector<QByteArrayView> words = wordsIn(bracket > 0 ? text.first(bracket) : text);
    return words.size() > 1 && lexicon::companyEndings().isIn(words.back());
}

bool isDepartment(QByteArrayView text)
{
    static const WordSet universities{"university", "univ", "universität", "大学", "academy"};
    if (universities.isIn(text))
        return false;
    return beginsWithAny(
               text,
               {"department ", "dept", "school of", "school for", "faculty", "college of", "division",
                "graduate school", "laboratory of", "laboratory for", "lab of", "lab for", "center for", "centre for",
                "chair of", "group of"})
        || text.endsWith("学院") || text.endsWith("系");
}

/// A sentence about a life, in Chinese mostly without a subject.
bool isTold(QByteArrayView text)
{
    return beginsWithAny(
        text, {"入职", "获得", "获评", "参与", "入选", "担任", "任职", "she ", "he ", "i ", "my ", "we "});
}

} // namespace

bool isMark(QByteArrayView text)
{
    return isMeasure(text)
        || beginsWithAny(text, {"gpa", "grade", "rank", "top ", "with ", "first class", "绩点", "排名"});
}

bool isPlaceName(QByteArrayView shown)
{
    constexpr qsizetype longest = 60;
    const QByteArrayView text = shown.trimmed();
    if (lexicon::isPlaceName(text))
        return true;
    if (text.size() > longest)
        return false;
    for (qsizetype blank = text.indexOf(' '); blank > 0; blank = text.indexOf(' ', blank + 1)) {
        if (lexicon::isPlaceName(text.first(blank).trimmed()) && lexicon::isPlaceName(text.sliced(blank).trimmed()))
            return true;
    }
    return false;
}

Sense senseOf(QByteArrayView shown, Kind kind)
{
    const QByteArrayView text = shown.trimmed();
    if (isTold(text))
        return Sense::Prose;
    if (isRemark(text))
        return Sense::Remark;
    if (isPlaceName(text))
        return Sense::Place;
    static const WordSet juniorSchools{"middle school", "high school", "primary school", "secondary school"};
    if (juniorSchools.isIn(text))
        return Sense::School;
    if (isDepartment(text))
        return Sense::Department;
    if (kind == Kind::Education && lexicon::degrees().isIn(text))
        return Sense::Degree;
    if (kind == Kind::Experience && lexicon::degrees().contains(text))
        return Sense::Role;
    if (lexicon::positions().isIn(text) && !beginsWithAny(text, {"university of", "institute of", "institute for"}))
        return Sense::Role;
    if (lexicon::schools().isIn(text))
        return Sense::School;
    static const WordSet parts{"group", "team", "lab", "laboratory"};
    static const WordSet labs{"lab", "laboratory", "team", "department"};
    if (lexicon::companies().isIn(text))
        return labs.isIn(text) ? Sense::Department : Sense::Organization;
    const bool ends = kind != Kind::Education && endsLikeCompany(text); // else "Science and Technology"
    if (lexicon::organizations().isIn(text) || ends)
        return parts.isIn(text) ? Sense::Department : Sense::Organization;
    return lexicon::departments().isIn(text) ? Sense::Department : Sense::Words;
}

} // namespace vitrine
