#include "content/page/kinds/cutting/EntryCut.h"

#include "content/page/kinds/words/NameShape.h"

#include <algorithm>
#include <array>
#include <cstring>

namespace vitrine {

namespace {

bool isWordByte(char c)
{
    const auto byte = static_cast<unsigned char>(c);
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || byte >= 0x80;
}

/// A digit, the begin of a month's name, or an apostrophe before a year ("'21").
bool mayBeginDate(char c)
{
    return c == '\'' || c == '\xE2' || (c >= '0' && c <= '9') || (c != '\0' && strchr("JFMASONDWjfmasondw", c));
}

/// True behind "pp. ", "no. " and their like: a number there is no day, whatever month follows.
bool isBehindCount(QByteArrayView before)
{
    static constexpr std::array<const char *, 8> words{"pp. ", "pp.", "p. ", "p.", "no. ", "no.", "vol. ", "vol."};
    return std::any_of(words.begin(), words.end(), [before](const char *word) {
        const QByteArrayView view(word);
        const qsizetype at = before.size() - view.size();
        return before.endsWith(view) && (at == 0 || !isWordByte(before[at - 1]));
    });
}

/// Adds the dates of a stretch of text; `last`: nothing goes on behind it.
void addDatesOf(const QByteArray &text, const Atom &atom, bool last, DayOrder order, std::vector<DateMention> &dates)
{
    const QByteArrayView all = QByteArrayView(text).sliced(atom.range.begin, atom.range.size());
    for (qsizetype at = 0; at < all.size();) {
        const bool wordBegin = at == 0 || !isWordByte(all[at - 1]) || static_cast<unsigned char>(all[at - 1]) >= 0x80;
        if (!wordBegin || !mayBeginDate(all[at])) {
            ++at;
            continue;
        }
        if (isBehindCount(all.first(at))) {
            while (at < all.size() && isWordByte(all[at]))
                ++at;
            continue;
        }
        std::optional<WrittenDate> date = dateAt(all.sliced(at), order);
        const bool openEnd = date && date->edtf.endsWith("/..") && date->form.openWord.isEmpty();
        if (openEnd && !last)
            date = singleDateAt(all.sliced(at), order);
        if (!date) {
            ++at;
            continue;
        }
        const ByteRange range{atom.range.begin + at, atom.range.begin + at + date->length};
        at += date->length;
        dates.push_back({range, std::move(*date), atom.pair});
    }
}

/// True when a paper's nested items go on with what its first line began: the first of them is its authors.
bool goesOnInNested(const QByteArray &text, const Atoms &atoms)
{
    QByteArray line = text.mid(atoms.nestedBegin, atoms.content.end - atoms.nestedBegin).trimmed();
    if (const qsizetype end = line.indexOf('\n'); end >= 0)
        line.truncate(end);
    int names = 0;
    for (QByteArray part : line.split(',')) {
        part.replace("*", "").replace("_", "").replace("\\", "");
        part = part.trimmed();
        while (!part.isEmpty() && strchr("-+ \t", part.front()))
            part.remove(0, 1);
        names += isNameShaped(part) ? 1 : 0;
    }
    return names >= 2;
}

} // namespace

std::vector<DateMention> datesIn(const QByteArray &text, const Atoms &atoms, DayOrder order)
{
    std::vector<DateMention> dates;
    for (size_t i = 0; i < atoms.atoms.size(); ++i) {
        const Atom &atom = atoms.atoms[i];
        if (atom.range.begin >= atoms.nestedBegin)
            break;
        if (atom.type != Atom::Type::Text)
            continue;
        const bool last = i + 1 == atoms.atoms.size() || atoms.atoms[i + 1].type != Atom::Type::Open;
        addDatesOf(text, atom, last, order, dates);
    }
    return dates;
}

std::shared_ptr<const EntryCut>
cutEntry(const QByteArray &text, Kind kind, Container container, const MarkdownOptions &options)
{
    auto cut = std::make_shared<EntryCut>();
    cut->text = text;
    cut->entry.kind = kind;
    cut->entry.container = container;
    cut->entry.range = cut->entry.outerRange = {0, text.size()};
    cut->atoms = atomsOf(text, textForInlines(text), cut->entry, options);
    if (kind == Kind::Publication && cut->atoms.nestedBegin < cut->atoms.content.end
        && goesOnInNested(text, cut->atoms))
        cut->atoms.nestedBegin = cut->atoms.content.end;
    cut->dates = datesIn(text, cut->atoms, DayOrder::MonthFirst);
    return cut;
}

} // namespace vitrine
