#include "content/page/kinds/Names.h"

#include "content/page/kinds/Lexicon.h"
#include "content/page/kinds/Words.h"

#include <array>
#include <numeric>

namespace vitrine {

namespace {

const WordSet &particles()
{
    static const WordSet words{"van", "der", "den", "de",  "von", "la",  "le", "el",  "al", "bin", "di",
                               "da",  "dos", "du",  "del", "ter", "ten", "zu", "ben", "dr", "jr"};
    return words;
}

/// Capitalised words that begin or fill titles and venues, and no names.
const WordSet &noNames()
{
    static const WordSet words{
        "the",           "a",         "an",       "on",      "in",       "for",      "with",         "via",
        "towards",       "toward",    "from",     "under",   "review",   "accepted", "submitted",    "oral",
        "spotlight",     "highlight", "best",     "paper",   "award",    "equal",    "contribution", "author",
        "corresponding", "first",     "learning", "network", "networks", "deep",     "neural",       "data",
        "model",         "models",    "systems",  "system",  "research", "major",    "minor",        "revision",
        "press",         "early",     "access",   "part",    "ccf",      "sci",      "jcr",          "top",
        "page",          "poster",    "authors",  "more",    "et",       "al"};
    return words;
}

bool isHan(char32_t c)
{
    return c >= 0x4E00 && c <= 0x9FFF;
}

/// Two to five words in capitals or particles, one of which is more than an initial.
bool hasNameWords(QByteArrayView text)
{
    int words = 0;
    int full = 0; // words that are no initials
    for (qsizetype at = 0; at < text.size();) {
        if (text[at] == ' ' || text[at] == '\n') {
            ++at;
            continue;
        }
        qsizetype end = at;
        while (end < text.size() && text[end] != ' ' && text[end] != '\n')
            ++end;
        const QByteArrayView word = text.sliced(at, end - at);
        const CodePoint first = readCodePoint(word, 0);
        if (++words > 5 || (!QChar::isUpper(first.value) && !particles().contains(word)))
            return false;
        full += first.length < word.size() && QChar::isLetter(readCodePoint(word, first.length).value) ? 1 : 0;
        at = end;
    }
    return words >= 2 && full >= 1;
}

bool sameWord(QByteArrayView a, QByteArrayView b)
{
    return a.size() == b.size() && a.compare(b, Qt::CaseInsensitive) == 0;
}

/// "A" of "A. King" for "Ada".
bool isInitialOf(QByteArrayView initial, QByteArrayView word)
{
    return readCodePoint(initial, 0).length == initial.size() && initial.size() <= word.size()
        && sameWord(initial, word.first(initial.size()));
}

/// True when the letters of two names are the same, however they are parted into words.
bool sameLetters(const std::vector<QByteArrayView> &a, const std::vector<QByteArrayView> &b)
{
    const auto joined = [](const std::vector<QByteArrayView> &words) {
        QByteArray letters;
        for (const QByteArrayView word : words)
            letters += word;
        return letters;
    };
    const auto add = [](qsizetype sum, QByteArrayView word) { return sum + word.size(); };
    const bool asLong = std::accumulate(a.begin(), a.end(), qsizetype(0), add)
        == std::accumulate(b.begin(), b.end(), qsizetype(0), add);
    return asLong && sameWord(joined(a), joined(b));
}

bool isDelimiterWord(QByteArrayView rest, qsizetype &length)
{
    static constexpr std::array<const char *, 5> words{"and ", "and\n", "And ", "& ", "&amp; "};
    for (const char *word : words) {
        if (rest.startsWith(word)) {
            length = static_cast<qsizetype>(qstrlen(word)) - 1;
            return true;
        }
    }
    return false;
}

/// True for the first byte of what delimits names or ends a row of them.
bool mayEndPiece(char c)
{
    return static_cast<unsigned char>(c) >= 0x80 || strchr(",;:|?!([\\.aA&", c);
}

/// Cuts a range into what stands between commas and "and", and judges each piece.
class NameCutter
{
public:
    NameCutter(const EntryScan &scan, ByteRange range, const std::vector<ByteRange> &skip)
        : m_scan(scan), m_range(range), m_skip(skip)
    {
    }

    std::vector<NameRun> cut(size_t most)
    {
        for (const Atom &atom : m_scan.atomsIn(m_range)) {
            if (m_runs.size() >= most)
                return std::move(m_runs);
            if (atom.range.begin < m_skipTo)
                continue;
            if (skipped(atom)) {
                stop(atom.range.begin);
                continue;
            }
            if (atom.type == Atom::Type::Text)
                takeText(atom);
            else if (atom.type == Atom::Type::Open)
                takeOpen(m_scan.atoms().pairs[static_cast<size_t>(atom.pair)]);
            else if (
                atom.type == Atom::Type::HardBreak || atom.type == Atom::Type::BlockBreak
                || atom.type == Atom::Type::Picture || atom.type == Atom::Type::Opaque)
                stop(atom.range.begin);
        }
        stop(m_range.end);
        return std::move(m_runs);
    }

private:
    bool skipped(const Atom &atom) const
    {
        return std::any_of(m_skip.begin(), m_skip.end(), [&](ByteRange range) { return range.contains(atom.range); });
    }

    /// Words in brackets or quotes are no name and end the row; marks in brackets belong to the name before them.
    void takeOpen(const AtomPair &pair)
    {
        // Words in another style right behind a name are no part of it ("Ada King **COP 2024**").
        if (pair.isEmphasis() && !m_piece.isEmpty() && hasWords(m_scan.shown(pair.content))
            && m_scan.shown(pair.content).trimmed().size() > 2) {
            stop(pair.range.begin);
            return;
        }
        const bool closed = pair.isBracket() || pair.kind == AtomPair::Kind::Quote;
        if (!closed || pair.content.size() < 3 || m_scan.isWordless(pair.content))
            return;
        if (isHanAlias(pair)) {
            extend(pair.range);
        } else {
            stop(pair.range.begin);
        }
        m_skipTo = pair.range.end;
    }

    /// "(章霖)" behind a name.
    bool isHanAlias(const AtomPair &pair) const
    {
        const QByteArrayView text = m_scan.bytes(pair.content);
        return pair.isBracket() && text.size() <= 15 && isHan(readCodePoint(text, 0).value) && isNameShaped(text);
    }

    /// Text inside a superscript or brackets belongs to the name before it, delimiters and all.
    bool isMarkText(const Atom &atom) const
    {
        for (int pair = atom.pair; pair >= 0; pair = m_scan.atoms().pairs[static_cast<size_t>(pair)].parent) {
            const AtomPair &around = m_scan.atoms().pairs[static_cast<size_t>(pair)];
            if (around.kind == AtomPair::Kind::Script || (around.kind == AtomPair::Kind::Html && around.tag == "sup"))
                return true;
        }
        return false;
    }

    void takeText(const Atom &atom)
    {
        const ByteRange part{std::max(atom.range.begin, m_range.begin), std::min(atom.range.end, m_range.end)};
        if (isMarkText(atom)) {
            extend(part);
            return;
        }
        const QByteArrayView all = m_scan.bytes(part);
        qsizetype begin = 0;
        for (qsizetype at = 0; at < all.size();) {
            if (!mayEndPiece(all[at])) {
                ++at;
                continue;
            }
            qsizetype length = 0;
            const bool soft = delimiterAt(all, at, length);
            const bool hard = !soft && stopAt(all, at, length);
            if (!soft && !hard) {
                at += all[at] == '\\' && at + 1 < all.size() ? 2 : 1;
                continue;
            }
            extend({part.begin + begin, part.begin + at});
            if (soft)
                finishPiece(part.begin + at + length);
            else
                stop(part.begin + at);
            at += length;
            begin = at;
        }
        extend({part.begin + begin, part.end});
    }

    bool delimiterAt(QByteArrayView all, qsizetype at, qsizetype &length) const
    {
        const QByteArrayView rest = all.sliced(at);
        for (const char *mark : {",", ";", "，", "、", "；"}) {
            if (rest.startsWith(mark)) {
                length = static_cast<qsizetype>(qstrlen(mark));
                return true;
            }
        }
        const bool wordBegin = at == 0 || !isWordCharacter(static_cast<unsigned char>(all[at - 1]));
        if (wordBegin && isDelimiterWord(rest, length))
            return true;
        // "and" at the end of a text, before an emphasised name
        return wordBegin && (rest == "and" || rest == "&") && (length = rest.size()) > 0;
    }

    /// True for "Ada M", whose full stop ends no row.
    static bool endsInInitial(QByteArrayView text)
    {
        return !text.isEmpty() && text.back() >= 'A' && text.back() <= 'Z'
            && (text.size() == 1 || !isWordCharacter(static_cast<unsigned char>(text[text.size() - 2])));
    }

    bool stopAt(QByteArrayView all, qsizetype at, qsizetype &length) const
    {
        const QByteArrayView rest = all.sliced(at);
        for (const char *mark : {":", "：", "。", "|", "? ", "! ", "(", "（", "[", "\\["}) {
            if (rest.startsWith(mark)) {
                length = static_cast<qsizetype>(qstrlen(mark));
                return true;
            }
        }
        // A full stop ends the row unless it follows an initial.
        if (rest[0] != '.')
            return false;
        length = 1;
        const bool next = rest.size() == 1 || strchr(" \n\t", rest[1]);
        const bool initial =
            at == 0 ? m_piece.isEmpty() || endsInInitial(m_scan.bytes(m_piece)) : endsInInitial(all.first(at));
        const bool junior = at >= 2 && (all.first(at).endsWith("Jr") || all.first(at).endsWith("Dr"));
        return next && !initial && !junior;
    }

    void extend(ByteRange text)
    {
        const ByteRange words = withoutBlanks(m_scan.bytes(text)).shifted(text.begin);
        if (words.isEmpty())
            return;
        if (m_piece.isEmpty())
            m_piece = words;
        else
            m_piece.end = words.end;
    }

    void finishPiece(qsizetype next)
    {
        const ByteRange piece = m_piece;
        m_piece = {};
        if (piece.isEmpty() || m_scan.isWordless(piece))
            return; // ", and", "...": two delimiters in a row
        std::optional<WrittenName> name = read(piece);
        if (!name) {
            endRun();
            return;
        }
        if (m_run.names.empty())
            m_run.range = name->all;
        m_run.range.end = name->all.end;
        m_run.next = next;
        m_run.names.push_back(std::move(*name));
    }

    void stop(qsizetype at)
    {
        if (!m_piece.isEmpty())
            finishPiece(std::max(at, m_piece.end));
        endRun();
    }

    void endRun()
    {
        if (!m_run.names.empty()) {
            m_run.next = std::max(m_run.next, m_run.range.end);
            m_runs.push_back(std::move(m_run));
        }
        m_run = {};
    }

    std::optional<WrittenName> read(ByteRange piece) const
    {
        std::optional<ByteRange> all = m_scan.claims.whole(piece);
        if (!all)
            return {};
        all = withWrappers(*all);
        WrittenName found;
        found.all = *all;
        bool named = false;
        for (const Atom &atom : m_scan.atomsIn(*all)) {
            if (atom.type == Atom::Type::Open && named) {
                const AtomPair &pair = m_scan.atoms().pairs[static_cast<size_t>(atom.pair)];
                if (isHanAlias(pair)) {
                    found.name.end = pair.range.end;
                    continue;
                }
            }
            if (atom.type != Atom::Type::Text || found.name.contains(atom.range))
                continue;
            const ByteRange part{std::max(atom.range.begin, all->begin), std::min(atom.range.end, all->end)};
            qsizetype done = part.begin;
            if (!named) {
                const ByteRange name = nameIn(part);
                if (name.isEmpty())
                    continue;
                found.name = name;
                named = true;
                noteWrappers(atom, found);
                done = name.end;
            }
            if (!takeMarks({done, part.end}, found))
                return {};
        }
        if (!named)
            return {};
        const QByteArray name = m_scan.bytes(found.name).toByteArray();
        const qsizetype alias = name.indexOf('(');
        const QByteArray first = alias > 0 ? name.first(alias).trimmed() : name;
        found.owner = isOwner(first, m_scan.hints().owners);
        const bool shaped = isNameShaped(first);
        return shaped || found.owner ? std::optional(found) : std::nullopt;
    }

    /// A range with the emphasis and link that hold nothing else.
    ByteRange withWrappers(ByteRange range) const
    {
        const std::vector<AtomPair> &pairs = m_scan.atoms().pairs;
        for (auto pair = pairs.rbegin(); pair != pairs.rend(); ++pair) {
            const bool wraps = pair->content.contains(range) && (pair->isEmphasis() || pair->isLink());
            if (wraps && m_scan.isWordless({pair->content.begin, range.begin})
                && m_scan.isWordless({range.end, pair->content.end}))
                range = pair->range;
        }
        return range;
    }

    /// The letters at the begin of a text, up to marks.
    ByteRange nameIn(ByteRange part) const
    {
        const QByteArrayView text = m_scan.bytes(part);
        qsizetype begin = -1;
        qsizetype end = 0;
        for (qsizetype at = 0; at < text.size();) {
            const CodePoint c = readCodePoint(text, at);
            const bool letter = QChar::isLetter(c.value) && !isEmoji(c.value);
            if (letter && begin < 0)
                begin = at;
            const bool inside = letter || (c.value < 0x80 && strchr(" .-'\n\t", static_cast<char>(c.value)))
                || c.value == 0x2019 || c.value == 0xB7 || c.value == 0x2010 || QChar::isMark(c.value);
            if (begin >= 0 && !inside)
                break;
            at += c.length;
            if (begin >= 0 && (letter || c.value == '.' || QChar::isMark(c.value)))
                end = at;
        }
        if (begin < 0)
            return {};
        return {part.begin + begin, part.begin + end};
    }

    void noteWrappers(const Atom &atom, WrittenName &found) const
    {
        for (int pair = atom.pair; pair >= 0; pair = m_scan.atoms().pairs[static_cast<size_t>(pair)].parent) {
            const AtomPair &around = m_scan.atoms().pairs[static_cast<size_t>(pair)];
            if (!found.all.contains(around.range))
                break;
            if (around.isLink())
                found.url = around.url;
            else
                found.emphasised = found.emphasised || around.isEmphasis();
        }
    }

    /// Reads what follows a name; false when it has words.
    bool takeMarks(ByteRange range, WrittenName &found) const
    {
        const QByteArrayView text = m_scan.bytes(range);
        for (qsizetype at = 0; at < text.size();) {
            const CodePoint c = readCodePoint(text, at);
            qsizetype length = c.length;
            const bool decoration = c.value < 0x80 && strchr(" \n\t$^{},;()", static_cast<char>(c.value));
            const bool blank = withoutBlanks(text.sliced(at, length)).isEmpty();
            if (decoration || blank) {
                at += length;
                continue;
            }
            if (c.value == '\\' && at + 1 < text.size())
                length = 2;
            if (c.value == '&') {
                const qsizetype end = text.indexOf(';', at);
                if (end > 0 && end - at < 12)
                    length = end + 1 - at;
            }
            if (QChar::isLetter(c.value) && length == c.length && text.size() - at > 2)
                return false;
            const QByteArray mark = text.sliced(at, length).toByteArray();
            while (text.sliced(at + length).startsWith(mark) && c.value != '&' && !QChar::isDigit(c.value))
                length += mark.size();
            while (at + length < text.size() && text.sliced(at + length).startsWith("\xEF\xB8\x8F"))
                length += 3; // a variation selector belongs to the mark before it
            found.marks.push_back({range.begin + at, range.begin + at + length});
            at += length;
        }
        return found.marks.size() <= 6;
    }

    const EntryScan &m_scan;
    ByteRange m_range;
    const std::vector<ByteRange> &m_skip;
    qsizetype m_skipTo = 0; ///< the end of brackets that hold no names
    ByteRange m_piece; ///< text since the last delimiter
    NameRun m_run;
    std::vector<NameRun> m_runs;
};

} // namespace

bool NameRun::hasOwner() const
{
    return std::any_of(names.begin(), names.end(), [](const WrittenName &name) { return name.owner; });
}

std::vector<NameRun> nameRuns(const EntryScan &scan, ByteRange range, const std::vector<ByteRange> &skip, size_t most)
{
    return NameCutter(scan, range, skip).cut(most);
}

bool isNameShaped(QByteArrayView text)
{
    const bool digits = std::any_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
    if (text.size() > 60 || text.isEmpty() || digits)
        return false;
    int points = 0;
    bool han = false;
    for (qsizetype at = 0; at < text.size(); ++points) {
        const CodePoint c = readCodePoint(text, at);
        han = han || isHan(c.value);
        at += c.length;
    }
    if (han)
        return points >= 2 && points <= 4;
    return hasNameWords(text) && !noNames().isIn(text) && !lexicon::venues().isIn(text)
        && !lexicon::schools().isIn(text);
}

std::vector<QByteArray> ownerNames(const QByteArray &configured)
{
    std::vector<QByteArray> names;
    QByteArray latin, han;
    const auto finish = [&](QByteArray &name) {
        const QByteArray clean = name.simplified();
        if (clean.size() > 2 && std::find(names.begin(), names.end(), clean) == names.end())
            names.push_back(clean);
        name.clear();
    };
    for (qsizetype at = 0; at < configured.size();) {
        if (configured[at] == '<') {
            const qsizetype end = configured.indexOf('>', at);
            at = end < 0 ? configured.size() : end + 1;
            finish(latin);
            finish(han);
            continue;
        }
        const CodePoint c = readCodePoint(configured, at);
        const QByteArray bytes = configured.mid(at, c.length);
        at += c.length;
        if (isHan(c.value)) {
            han += bytes;
        } else if (isWordCharacter(c.value) || strchr(" .-'", bytes[0])) {
            if (!han.isEmpty())
                finish(han);
            latin += bytes;
        } else {
            finish(latin);
            finish(han);
        }
    }
    finish(latin);
    finish(han);
    return names;
}

bool isOwner(QByteArrayView name, const std::vector<QByteArray> &owners)
{
    const std::vector<QByteArrayView> words = wordsIn(name);
    if (words.empty())
        return false;
    for (const QByteArray &owner : owners) {
        const std::vector<QByteArrayView> own = wordsIn(owner);
        if (own.size() < 2 || words.size() < 2) {
            if (own.size() == 1 && words.size() == 1 && sameWord(own.front(), words.front()))
                return true;
            continue;
        }
        const bool sameFirst = sameWord(words.front(), own.front());
        const bool sameLast = sameWord(words.back(), own.back());
        const bool reversed = sameWord(own.front(), words.back()) && sameWord(own.back(), words.front());
        const bool initials = sameLast && isInitialOf(words.front(), own.front());
        const bool family = sameWord(words.front(), own.back()) && isInitialOf(words.back(), own.front());
        if ((sameFirst && sameLast) || reversed || initials || family || sameLetters(words, own))
            return true;
    }
    return false;
}

} // namespace vitrine
