#include "content/page/kinds/words/People.h"

#include "content/page/kinds/words/NameShape.h"
#include "content/page/kinds/words/WordSet.h"
#include "content/page/kinds/words/Words.h"

namespace vitrine {

namespace {

/// The text without a title before a name; as it is where there is none.
QByteArrayView withoutTitle(QByteArrayView text)
{
    constexpr int mostTitles = 3; // "Prof. Dr. Ing."
    for (int i = 0; i < mostTitles; ++i) {
        for (const char *title : {"Prof.", "Professor ", "Dr.", "A/Prof.", "Assoc. Prof."}) {
            if (text.startsWith(title))
                text = text.sliced(static_cast<qsizetype>(qstrlen(title))).trimmed();
        }
    }
    return text;
}

/// Words that people are named behind.
const WordSet &introductions()
{
    static const WordSet words{"by",          "with",        "prof",     "professor", "dr",      "advisor",
                               "advisors",    "adviser",     "advisers", "mentor",    "mentors", "supervisor",
                               "supervisors", "instructor",  "host",     "hosted",    "advised", "mentored",
                               "supervised",  "researchers", "under",    "导师",      "老师"};
    return words;
}

/// What a link's label says of a person, if it names one.
struct Label
{
    bool name = false;
    bool titled = false;
};

Label labelOf(const QByteArray &text, const AtomPair &link)
{
    QByteArrayView label = QByteArrayView(text).sliced(link.content.begin, link.content.size()).trimmed();
    while (!label.isEmpty() && strchr("*_`", label.front()))
        label = label.sliced(1);
    while (!label.isEmpty() && strchr("*_`", label.back()))
        label = label.chopped(1);
    const QByteArrayView bare = withoutTitle(label);
    const qsizetype bracket = bare.indexOf(" (");
    return {isNameShaped(bracket > 0 ? bare.first(bracket) : bare), bare.size() < label.size()};
}

} // namespace

bool isPersonLink(const QByteArray &text, const Atoms &atoms, const AtomPair &link)
{
    constexpr int longestRow = 6;
    constexpr qsizetype nearEnough = 80;
    const AtomPair *at = &link;
    for (int i = 0; i < longestRow; ++i) {
        const Label label = labelOf(text, *at);
        if (!label.name || label.titled)
            return label.name;
        const qsizetype from = std::max(atoms.content.begin, at->range.begin - nearEnough);
        const std::vector<QByteArrayView> words = wordsIn(QByteArrayView(text).sliced(from, at->range.begin - from));
        if (words.empty() || introductions().contains(words.back()))
            return !words.empty();
        // Names in a row ("with A, B and C") stand behind the word that introduces the first.
        const AtomPair *before = nullptr;
        for (const AtomPair &pair : atoms.pairs) {
            if (pair.isLink() && pair.range.end <= at->range.begin)
                before = &pair;
        }
        if (!before)
            return false;
        const QByteArrayView between =
            QByteArrayView(text).sliced(before->range.end, at->range.begin - before->range.end);
        if (between.size() > nearEnough || between.contains('\n') || !isLiteralText(between))
            return false;
        at = before;
    }
    return false;
}

} // namespace vitrine
