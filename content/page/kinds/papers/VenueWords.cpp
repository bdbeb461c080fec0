#include "content/page/kinds/papers/VenueWords.h"

#include "content/page/kinds/words/Lexicon.h"
#include "content/page/kinds/words/Words.h"

#include <array>

namespace vitrine {

bool isVenueText(const EntryScan &scan, ByteRange range)
{
    return lexicon::venues().isIn(scan.shown(range));
}

qsizetype venueLeadAt(QByteArrayView text)
{
    static constexpr std::array<const char *, 22> leads{
        "in the ",       "In the ",       "in: ",          "In: ",         "in ",          "In ",
        "IN ",           "at the ",       "at ",           "At ",          "on ",          "the ",
        "to appear in ", "To appear in ", "accepted by ",  "Accepted by ", "accepted to ", "Accepted to ",
        "accepted at ",  "Accepted at ",  "Published in ", "published in "};
    for (const char *lead : leads) {
        if (text.startsWith(lead))
            return static_cast<qsizetype>(qstrlen(lead));
    }
    return 0;
}

bool isLedTo(const EntryScan &scan, ByteRange range)
{
    const QByteArrayView text = scan.bytes(range);
    const qsizetype lead = venueLeadAt(text);
    return lead > 0 && lead < text.size() && !text.startsWith("the ") && !text.startsWith("on ");
}

bool isShortVenue(QByteArrayView text)
{
    const QByteArray clean = text.toByteArray().simplified();
    if (clean.isEmpty() || clean.size() > 24)
        return false;
    int capitals = 0;
    for (const char c : clean)
        capitals += c >= 'A' && c <= 'Z' ? 1 : 0;
    return capitals >= 2;
}

bool isPaperNote(QByteArrayView text)
{
    static const WordSet words{"oral",      "spotlight",  "highlight",    "poster", "best",  "award",
                               "equal",     "author",     "contribution", "ccf",    "ccf-a", "ccf-b",
                               "ccf-c",     "jcr",        "sci",          "q1",     "q2",    "if",
                               "impact",    "acceptance", "rate",         "top",    "first", "co-first",
                               "candidate", "citations",  "cited",        "press",  "early", "accepted"};
    return words.isIn(text);
}

bool isStateOfPaper(QByteArrayView text)
{
    QByteArray words;
    for (const QByteArray &word : wordsOf(text))
        words += word + ' ';
    return words == "to appear " || words == "forthcoming " || words == "in press " || words == "accepted ";
}

/// "C1", "12": what counts an entry.
static bool isCounter(QByteArrayView text)
{
    const auto letters = std::count_if(text.begin(), text.end(), [](char c) { return isalpha(c) != 0; });
    return letters <= 1;
}

/// True where a link holds the pair or stands in it: a row of resources is no tag.
static bool touchesLink(const EntryScan &scan, const AtomPair &pair)
{
    return std::any_of(scan.atoms().pairs.begin(), scan.atoms().pairs.end(), [&](const AtomPair &other) {
        return other.isLink() && (other.content.contains(pair.range) || pair.content.contains(other.range));
    });
}

std::optional<AtomPair> leadingTag(const EntryScan &scan, qsizetype end)
{
    constexpr size_t mostWords = 8;
    for (const AtomPair &pair : scan.atoms().pairs) {
        if (pair.range.end > end || !scan.isWordless({scan.atoms().content.begin, pair.range.begin}))
            return {};
        const bool tag = pair.kind == AtomPair::Kind::Code || pair.isBracket();
        const QByteArray shown = scan.shown(pair.content);
        const qsizetype next = pair.range.end;
        const bool apart =
            next >= scan.text().size() || !isWordCharacter(static_cast<unsigned char>(scan.text()[next]));
        if (tag && apart && !isCounter(shown) && wordCount(shown) > 0 && wordCount(shown) <= mostWords
            && !touchesLink(scan, pair))
            return pair;
    }
    return {};
}

} // namespace vitrine
