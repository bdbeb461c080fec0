#include "content/page/kinds/papers/Names.h"

#include "content/page/kinds/words/Lexicon.h"
#include "content/page/kinds/words/Words.h"

#include <array>
#include <numeric>

namespace vitrine {

namespace {

/// What is said of an author in brackets behind the name.
const WordSet &authorNotes()
{
    static const WordSet words{
        "author",       "authors",     "co-first", "cofirst", "first",         "equal",
        "contribution", "contributed", "adviser",  "advisor", "corresponding", "co-corresponding",
        "supervisor",   "mentor",      "lead",     "leader",  "co-lead",       "intern",
        "student",      "共一",        "共同一作", "一作",    "通讯",          "通讯作者"};
    return words;
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
            else if (atom.type == Atom::Type::HardBreak && goesOnBehind(atom))
                continue;
            else if (
                atom.type == Atom::Type::HardBreak || atom.type == Atom::Type::BlockBreak
                || atom.type == Atom::Type::Picture || atom.type == Atom::Type::Opaque
                || (atom.type == Atom::Type::Close
                    && namesOthers(m_scan.atoms().pairs[static_cast<size_t>(atom.pair)])))
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

    /// A row that a comma ends goes on in the next line where that is a row too.
    bool goesOnBehind(const Atom &lineBreak) const
    {
        if (!m_piece.isEmpty() || m_run.names.empty())
            return false;
        qsizetype end = m_range.end;
        for (const Atom &atom : m_scan.atomsIn({lineBreak.range.end, m_range.end})) {
            const bool breaks = atom.type == Atom::Type::HardBreak || atom.type == Atom::Type::BlockBreak;
            if (breaks && atom.range.begin >= lineBreak.range.end) {
                end = atom.range.begin;
                break;
            }
        }
        const QByteArray line = m_scan.shown({lineBreak.range.end, end}).trimmed();
        const bool number = std::any_of(line.begin(), line.end(), [](char c) { return c >= '0' && c <= '9'; });
        const QList<QByteArray> names = line.split(',');
        return !number && names.size() > 1 && std::all_of(names.begin(), names.end() - 1, [](const QByteArray &name) {
            return isNameShaped(name.trimmed());
        });
    }

    /// "(with Ada King and Bo Li)": the other authors.
    bool namesOthers(const AtomPair &pair) const
    {
        return pair.isBracket() && withLead(m_scan.bytes(pair.content)) > 0;
    }

    /// The length of the "with" that leads to other authors.
    static qsizetype withLead(QByteArrayView text)
    {
        return text.startsWith("with ") || text.startsWith("With ") ? 5 : 0;
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
        if (isHanAlias(pair) || (!m_piece.isEmpty() && isAuthorNote(pair)))
            extend(pair.range);
        else
            stop(pair.range.begin);
        if (!namesOthers(pair))
            m_skipTo = pair.range.end;
    }

    /// "(章霖)" behind a name.
    bool isHanAlias(const AtomPair &pair) const
    {
        const QByteArrayView text = m_scan.bytes(pair.content);
        return pair.isBracket() && text.size() <= 15 && isHan(readCodePoint(text, 0).value) && isNameShaped(text);
    }

    /// "(co-first author)" behind a name.
    bool isAuthorNote(const AtomPair &pair) const
    {
        constexpr size_t longestNote = 4;
        const QByteArray text = m_scan.shown(pair.content);
        const QByteArrayView next = m_scan.bytes({pair.range.end, m_scan.atoms().content.end}).trimmed();
        // Behind the last name it is said of the paper.
        const bool goesOn =
            next.startsWith(',') || next.startsWith("，") || next.startsWith(';') || next.startsWith("and ");
        return goesOn && pair.isBracket() && wordCount(text) <= longestNote && authorNotes().isIn(text)
            && m_scan.bytes(pair.open) != "[";
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
        if (hanAliasAt(rest) > 0)
            return false;
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
        // Behind emphasis the name stands before this text.
        const QByteArrayView before = at == 0 ? m_scan.bytes(m_piece) : all.first(at);
        const bool initial = endsInInitial(before) || (at == 0 && m_piece.isEmpty());
        if (next && initial && endsSurnameRow(before))
            return true;
        if (next && isStrayStop(all, at))
            return false;
        const bool junior = at >= 2 && (all.first(at).endsWith("Jr") || all.first(at).endsWith("Dr"));
        return next && !initial && !junior;
    }

    /// "Zhang Y, Li Y. A title": where surnames come first the stop behind initials ends the row.
    bool endsSurnameRow(QByteArrayView before) const
    {
        if (m_run.names.empty() || !isSurnameFirst(m_scan.bytes(m_run.names.back().name)))
            return false;
        const qsizetype comma = before.lastIndexOf(',');
        return isSurnameFirst(before.sliced(comma + 1).trimmed());
    }

    /// "Ada. King, …": a stop within a name, between two words in capitals before a comma.
    static bool isStrayStop(QByteArrayView all, qsizetype at)
    {
        const qsizetype comma = all.indexOf(',', at);
        const qsizetype before = all.first(at).lastIndexOf(',');
        if (comma < 0)
            return false;
        const auto isWord = [](QByteArrayView text) {
            text = text.trimmed();
            return text.size() > 1 && text.front() >= 'A' && text.front() <= 'Z'
                && std::all_of(text.begin() + 1, text.end(), [](char c) { return c >= 'a' && c <= 'z'; });
        };
        return isWord(all.sliced(at + 1, comma - at - 1)) && isWord(all.sliced(before + 1, at - before - 1));
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
        ByteRange piece = m_piece;
        const qsizetype lead = m_run.names.empty() ? withLead(m_scan.bytes(piece)) : 0;
        piece.begin += lead;
        m_piece = {};
        if (piece.isEmpty() || m_scan.isWordless(piece))
            return; // ", and", "...": two delimiters in a row
        std::optional<WrittenName> name = read(piece);
        if (!name) {
            endRun();
            return;
        }
        // "A, B, C" stand for names only among their like.
        if (!m_run.names.empty()
            && isOneCapital(m_scan.bytes(m_run.names.back().name)) != isOneCapital(m_scan.bytes(name->name)))
            endRun();
        if (m_run.names.empty()) {
            m_run.range = name->all;
            m_run.led = lead > 0;
        }
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
        constexpr size_t fewestCapitals = 3;
        const bool capitals = !m_run.names.empty() && isOneCapital(m_scan.bytes(m_run.names.front().name));
        if (!m_run.names.empty() && (!capitals || m_run.names.size() >= fewestCapitals)) {
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
        ByteRange said; // brackets that are read
        for (const Atom &atom : m_scan.atomsIn(*all)) {
            if (atom.type == Atom::Type::Open && named) {
                const AtomPair &pair = m_scan.atoms().pairs[static_cast<size_t>(atom.pair)];
                if (isHanAlias(pair)) {
                    found.name.end = pair.range.end;
                    continue;
                }
                if (isAuthorNote(pair)) {
                    found.marks.push_back(withoutBlanks(m_scan.bytes(pair.content)).shifted(pair.content.begin));
                    said = pair.range;
                    continue;
                }
            }
            if (atom.type != Atom::Type::Text || found.name.contains(atom.range) || said.contains(atom.range))
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
        const qsizetype ascii = name.indexOf('(');
        const qsizetype alias = ascii > 0 ? ascii : name.indexOf("（");
        const QByteArray first = alias > 0 ? name.first(alias).trimmed() : name;
        found.owner = isOwner(first, m_scan.hints().owners);
        // In a row of names one may have words that elsewhere begin titles, or a part in small letters.
        const bool inRow = !m_run.names.empty();
        const bool shaped = isNameShaped(first) || isOneCapital(first) || (inRow && isNameInRow(first));
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
            const qsizetype alias =
                begin >= 0 && (c.value == '(' || c.value == 0xFF08) ? hanAliasAt(text.sliced(at)) : 0;
            if (alias > 0) {
                end = at + alias;
                break;
            }
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

} // namespace vitrine
