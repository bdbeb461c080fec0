#include "content/page/kinds/papers/VenueWords.h"

#include "content/page/kinds/words/Lexicon.h"

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

} // namespace vitrine
