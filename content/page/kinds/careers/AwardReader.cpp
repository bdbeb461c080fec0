#include "content/page/kinds/Readers.h"
#include "content/page/kinds/careers/CareerParts.h"
#include "content/page/kinds/words/Lexicon.h"

namespace vitrine {

namespace {

/// "awarded by the Guild", "from the Guild": what follows names who gave it.
std::optional<ByteRange> giverIn(const EntryScan &scan, ByteRange range)
{
    const QByteArrayView text = scan.bytes(range);
    for (const char *lead :
         {"awarded by the ", "awarded by ", "sponsored by ", "funded by the ", "funded by ", "by the ", "by ",
          "from the ", "from ", "in ", "at the ", "at "}) {
        const auto size = static_cast<qsizetype>(qstrlen(lead));
        if (text.size() > size && text.first(size).compare(QByteArrayView(lead), Qt::CaseInsensitive) == 0)
            return ByteRange{range.begin + size, range.end};
    }
    return {};
}

/// An honour that a conference gives, unlike a rank in a contest.
bool isGiven(const QByteArray &title)
{
    static const WordSet given{
        "award",       "paper",        "poster",     "demo",      "reviewer", "grant",
        "scholarship", "fellowship",   "nomination", "candidate", "finalist", "honorable mention",
        "thesis",      "presentation", "奖学金",     "毕业生",    "优秀学生", "三好学生"};
    static const WordSet contests{"contest",     "competition",  "challenge",   "olympiad", "hackathon",
                                  "first prize", "second prize", "third prize", "place",    "medal",
                                  "cup",         "竞赛",         "大赛",        "挑战赛"};
    return given.isIn(title) && !contests.isIn(title);
}

/// A conference by its words or by the shape of its name: "ROBO 2026", "ICML".
bool isMeeting(const QByteArray &text)
{
    static const WordSet meetings{"conference", "symposium", "workshop", "congress", "summit", "annual meeting"};
    static const WordSet contests{"contest", "competition", "challenge", "olympiad", "track", "student", "team"};
    if (contests.isIn(text))
        return false;
    const std::vector<QByteArrayView> words = wordsIn(text);
    constexpr size_t longestAcronym = 4;
    if (words.empty())
        return false;
    const auto capitals = std::count_if(words[0].begin(), words[0].end(), [](char c) { return c >= 'A' && c <= 'Z'; });
    const bool acronym = words.size() <= longestAcronym && capitals > 2 && capitals + 2 >= words[0].size();
    return meetings.isIn(text) || acronym;
}

/// "Quiet Sums, ROBO 2026": two names of which only the second is a meeting or a contest.
bool mayBeGiven(const CareerParts &parts, const std::vector<size_t> &words)
{
    return words.size() == 2 && !isMeeting(parts.shown(words[0])) && !parts.says(words[0], lexicon::prizes())
        && !parts.says(words[0], lexicon::remarks());
}

/// The parts of the first line that are words: the rest are ranks, sums and the like.
std::vector<size_t> wordsOf(const CareerParts &parts)
{
    std::vector<size_t> words;
    for (size_t i = 0; i < parts.count() && parts[i].line == parts[0].line; ++i) {
        const bool aside = parts[i].bracket || (i > 0 && parts.sense(i) == Sense::Remark);
        if (!aside)
            words.push_back(i);
    }
    return words;
}

/// The part behind the title that names who gave the award, as an index into `words`.
std::optional<size_t> awarderOf(const CareerParts &parts, const std::vector<size_t> &words)
{
    for (size_t i = 1; i < words.size(); ++i) {
        const QByteArray text = parts.shown(words[i]);
        const Sense sense = parts.sense(words[i]);
        const bool named =
            sense == Sense::School || sense == Sense::Organization || lexicon::organizations().isIn(text);
        const bool last = i + 1 == words.size() || parts.sense(words[i + 1]) == Sense::Place;
        const bool given = isGiven(parts.shown(0)) || mayBeGiven(parts, words);
        const bool meets = last && given && isMeeting(text);
        if (!lexicon::prizes().isIn(text) && (named || meets))
            return i;
    }
    return {};
}

/// "**Quiet Prize**, Elm House", "Best Paper Award, Elm House": where the title is set apart or says what it is, the
/// one name behind it is who gave it.
bool namesGiverByPlace(const CareerParts &parts, const std::vector<size_t> &words)
{
    constexpr size_t longestGiver = 8;
    static const WordSet shares{"track", "group", "category", "class", "grade",
                                "level", "team",  "session",  "cup",   "games"};
    const bool beside =
        words.size() == 2 && (words[1] == words[0] + 1 || (words[1] == words[0] + 2 && parts[words[0] + 1].bracket));
    if (!beside || parts.isWrapped(words[1]))
        return false;
    const QByteArray giver = parts.shown(words[1]).trimmed();
    const bool begins =
        !giver.isEmpty() && !(giver[0] >= 'a' && giver[0] <= 'z') && !(giver[0] >= '0' && giver[0] <= '9');
    const bool apart = !parts.isLinked(words[0]) && !parts.says(words[1], shares) && begins;
    if (!parts.isWrapped(words[0]) && (!isGiven(parts.shown(words[0])) || !apart))
        return false;
    return parts.sense(words[1]) == Sense::Words && !parts.says(words[1], lexicon::prizes())
        && wordCount(parts.shown(words[1])) <= longestGiver;
}

/// "Doctoral Fellowship from Acme Research" in one part.
bool claimGivenBy(EntryScan &scan, ByteRange range)
{
    static const WordSet told{"received", "gave", "won", "selected", "our", "obtained", "got", "was", "i", "my"};
    constexpr size_t longestTitle = 12, longestGiver = 10;
    const auto cut =
        cutAt(scan, range, {" awarded by the ", " awarded by ", " from the ", " from ", " by the ", " by "});
    if (!cut || told.isIn(scan.shown(cut->first)))
        return false;
    const QByteArray giver = scan.shown(cut->second);
    const Sense sense = senseOf(giver, Kind::Award);
    const QByteArrayView lead = scan.bytes({cut->first.end, cut->second.begin});
    const bool capital = !giver.isEmpty() && giver[0] >= 'A' && giver[0] <= 'Z';
    const bool named = sense == Sense::School || sense == Sense::Organization || lead.contains("by ")
        || (capital && isGiven(scan.shown(cut->first)));
    if (!named || wordCount(giver) > longestGiver || wordCount(scan.shown(cut->first)) > longestTitle)
        return false;
    return scan.claims.add(FieldId::Title, cut->first)
        && scan.claims.add(FieldId::Awarder, scan.withoutFollowingYear(cut->second));
}

} // namespace

Confidence readAward(EntryScan &scan)
{
    CareerParts parts(scan);
    const std::vector<size_t> words = wordsOf(parts);
    if (words.empty())
        return parts.count() > 0 && parts.claim(FieldId::Title, 0) ? Confidence::Good : Confidence::None;
    std::optional<size_t> awarder = awarderOf(parts, words);
    if (!awarder && namesGiverByPlace(parts, words))
        awarder = 1;
    std::optional<ByteRange> giver;
    for (size_t i = 1; i < words.size() && !giver; ++i) {
        giver = giverIn(scan, parts.range(words[i]));
        awarder = giver ? i : awarder;
    }
    bool claimed = false;
    if (words.size() == 1 && claimGivenBy(scan, parts.range(words[0]))) {
        claimed = true;
    } else {
        size_t titles = awarder.value_or(words.size());
        if (awarder && parts.sense(words[*awarder - 1]) == Sense::Department && *awarder > 1)
            --titles; // the department of the university that gave it
        size_t last = 0; // the title goes on where nothing but words follows
        while (last + 1 < titles && words[last + 1] == words[last] + 1 && words[last + 1] < parts.unbroken())
            ++last;
        if (last > 0 && !parts.says(words[last], lexicon::prizes()))
            scan.claims.setUnsplit(FieldId::Title);
        claimed = parts.claim(FieldId::Title, words[0], words[last]);
    }
    if (awarder)
        scan.claims.add(FieldId::Awarder, giver ? *giver : scan.withoutFollowingYear(parts.range(words[*awarder])));
    parts.claimRemarks();
    return claimed ? Confidence::Good : Confidence::None;
}

} // namespace vitrine
