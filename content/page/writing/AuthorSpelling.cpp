#include "content/page/writing/AuthorSpelling.h"

#include "content/page/kinds/siblings/PageVote.h"
#include "content/page/kinds/words/NameShape.h"
#include "content/page/writing/Defaults.h"
#include "content/page/writing/ListSpelling.h"

#include <algorithm>

namespace vitrine {

namespace {

using Part = SkeletonNode::Part;
using Type = SkeletonNode::Type;

bool isName(const SkeletonNode &slot)
{
    return slot.part == Part::Name || slot.part == Part::Whole;
}

/// What an item says, by the value that was read where it was written.
Author authorOf(const SkeletonNode &item)
{
    if (item.origin) {
        const AuthorList authors = item.origin->value.authors();
        if (item.item >= 0 && item.item < authors.size())
            return authors.at(item.item);
    }
    Author author;
    forEachSkeletonSlot(item.inside, [&](const SkeletonNode &slot) {
        if (isName(slot))
            author.name = slot.text.text;
    });
    return author;
}

bool holds(const SkeletonNode &node, Part part)
{
    if (node.type == Type::Slot)
        return node.part == part || (part == Part::Name && node.part == Part::Whole);
    return std::any_of(node.inside.units.begin(), node.inside.units.end(), [&](const SkeletonNode &unit) {
        return holds(unit, part);
    });
}

/// The way to the slot of the name inside an item.
UnitPath pathToName(const Level &level)
{
    for (size_t i = 0; i < level.units.size(); ++i) {
        const SkeletonNode &unit = level.units[i];
        if (!holds(unit, Part::Name))
            continue;
        UnitPath path = unit.type == Type::Slot ? UnitPath() : pathToName(unit.inside);
        path.insert(path.begin(), i);
        return path;
    }
    return {};
}

/// A unit that holds marks and no name, with what stands before it, and whether it stands beside the name inside the
/// emphasis or after all of it.
struct MarkUnit
{
    SkeletonNode node;
    QByteArray before;
    bool besideName = false;
};

void collectMarks(const Level &level, bool outermost, std::vector<MarkUnit> &marks)
{
    for (size_t i = 0; i < level.units.size(); ++i) {
        const SkeletonNode &unit = level.units[i];
        if (!holds(unit, Part::Mark))
            continue;
        if (holds(unit, Part::Name))
            collectMarks(unit.inside, false, marks);
        else
            marks.push_back({unit, level.separators[i].text, !outermost});
    }
}

std::vector<MarkUnit> marksOf(const SkeletonNode &item)
{
    std::vector<MarkUnit> marks;
    collectMarks(item.inside, true, marks);
    for (MarkUnit &mark : marks)
        forgetSources(mark.node);
    return marks;
}

void removeMarks(Level &level)
{
    for (size_t i = level.units.size(); i-- > 0;) {
        SkeletonNode &unit = level.units[i];
        if (!holds(unit, Part::Mark))
            continue;
        if (holds(unit, Part::Name))
            removeMarks(unit.inside);
        else
            removeUnit(level, i, level.separators[i + 1]);
    }
}

void insertMark(SkeletonNode &item, const MarkUnit &mark)
{
    const UnitPath name = pathToName(item.inside);
    Level &level = mark.besideName && !name.empty() ? levelAt(item.inside, name) : item.inside;
    size_t at = mark.besideName && !name.empty() ? name.back() + 1 : level.units.size();
    while (at < level.units.size() && holds(level.units[at], Part::Mark))
        ++at;
    const Stretch after = level.separators[at];
    insertUnit(level, at, mark.node, Stretch(mark.before), after);
}

class AuthorWriter
{
public:
    AuthorWriter(const Level &list, const HouseStyle &style, const EscapeContext &escape) : m_escape(escape)
    {
        collect(list);
        for (const Sample &sample : style.samples())
            collectFrom(sample.skeleton());
    }

    SkeletonNode changed(const SkeletonNode &item, const Author &wanted) const
    {
        const Author old = authorOf(item);
        if (old == wanted)
            return item;
        const bool sameShape = old.self == wanted.self && old.url.isEmpty() == wanted.url.isEmpty();
        if (!sameShape)
            return made(wanted, old.name == wanted.name ? nameBytes(item) : QByteArray());
        SkeletonNode result = item;
        if (old.name != wanted.name)
            setSlot(result, Part::Name, spelledName(wanted.name));
        if (old.url != wanted.url)
            setSlot(result, Part::Url, wanted.url);
        if (old.marks != wanted.marks)
            setMarks(result, wanted);
        return result;
    }

    /// A new item; `bytes` are those of the name where it is known already.
    SkeletonNode made(const Author &wanted, const QByteArray &bytes = {}) const
    {
        const QByteArray name = bytes.isEmpty() ? spelledName(wanted.name) : bytes;
        SkeletonNode item = model(wanted, name);
        setSlot(item, Part::Name, name);
        setSlot(item, Part::Url, wanted.url);
        setMarks(item, wanted);
        return item;
    }

private:
    void collect(const Level &list)
    {
        for (const SkeletonNode &item : list.units) {
            if (holds(item, Part::Name))
                m_examples.push_back(&item);
        }
    }

    void collectFrom(const Level &level)
    {
        for (const SkeletonNode &unit : level.units) {
            if (unit.type == Type::List && unit.field == FieldId::Authors)
                collect(unit.inside);
            else if (unit.type == Type::Pair)
                collectFrom(unit.inside);
        }
    }

    QByteArray spelledName(const QByteArray &name) const { return markdownFromPlain(name, m_escape); }

    static QByteArray nameBytes(const SkeletonNode &item)
    {
        const UnitPath path = pathToName(item.inside);
        return path.empty() ? QByteArray() : unitAt(item.inside, path).text.text;
    }

    static void setSlot(SkeletonNode &item, Part part, const QByteArray &text)
    {
        forEachSkeletonSlot(item.inside, [&](SkeletonNode &slot) {
            if (slot.part == part || (part == Part::Name && slot.part == Part::Whole))
                slot.text.set(text);
        });
    }

    /// The shape of a new item: that of the nearest example with the same emphasis and link.
    SkeletonNode model(const Author &wanted, const QByteArray &name) const
    {
        const SkeletonNode *best = nullptr;
        for (const SkeletonNode *example : m_examples) {
            const Author author = authorOf(*example);
            if (author.self != wanted.self)
                continue;
            if (author.url.isEmpty() == wanted.url.isEmpty()) {
                best = example;
                break;
            }
        }
        SkeletonNode item;
        if (best) {
            item = *best;
            forgetSources(item);
            item.origin = nullptr;
            return item;
        }
        item.type = Type::Item;
        item.field = FieldId::Authors;
        item.inside.separators.resize(1);
        SkeletonNode node = wanted.self ? defaultSelfName(name) : slotOf(FieldId::Authors, Part::Name, name);
        if (!wanted.url.isEmpty())
            node = linkAround(std::move(node), FieldId::Authors, wanted.url);
        insertUnit(item.inside, 0, std::move(node), {}, {});
        return item;
    }

    void setMarks(SkeletonNode &item, const Author &wanted) const
    {
        std::vector<MarkUnit> marks;
        if (!wanted.marks.isEmpty())
            marks = spelledMarks(wanted);
        removeMarks(item.inside);
        for (const MarkUnit &mark : marks)
            insertMark(item, mark);
    }

    /// As an author with exactly these marks has them, else one by one.
    std::vector<MarkUnit> spelledMarks(const Author &wanted) const
    {
        for (const bool sameEmphasis : {true, false}) {
            for (const SkeletonNode *example : m_examples) {
                const Author author = authorOf(*example);
                if (author.marks == wanted.marks && (!sameEmphasis || author.self == wanted.self))
                    return marksOf(*example);
            }
        }
        std::vector<MarkUnit> marks;
        for (const QByteArray &mark : wanted.marks)
            marks.push_back(spelledMark(mark, wanted.self));
        return marks;
    }

    MarkUnit spelledMark(const QByteArray &mark, bool self) const
    {
        const SkeletonNode *like = nullptr;
        for (const SkeletonNode *example : m_examples) {
            const Author author = authorOf(*example);
            if (author.marks.isEmpty())
                continue;
            const bool closer = !like || (authorOf(*like).marks.indexOf(mark) < 0 && author.marks.contains(mark))
                || (author.self == self && authorOf(*like).self != self
                    && author.marks.contains(mark) == authorOf(*like).marks.contains(mark));
            if (closer)
                like = example;
        }
        if (!like)
            return {slotOf(FieldId::Authors, Part::Mark, markdownFromPlainStrictly(mark, m_escape)), {}, false};
        return onlyMark(*like, mark);
    }

    /// The unit of one mark of an example; of its first one respelled when it has another.
    MarkUnit onlyMark(const SkeletonNode &example, const QByteArray &mark) const
    {
        const QList<QByteArray> known = authorOf(example).marks;
        const qsizetype wanted = std::max<qsizetype>(known.indexOf(mark), 0);
        qsizetype met = 0;
        for (MarkUnit unit : marksOf(example)) {
            qsizetype count = 0;
            countMarks(unit.node, count);
            if (wanted >= met + count) {
                met += count;
                continue;
            }
            keepMark(unit.node, wanted - met);
            if (!known.contains(mark)) {
                const QByteArray text = markdownFromPlainStrictly(mark, m_escape);
                setMarkText(unit.node, text);
            }
            return unit;
        }
        return {slotOf(FieldId::Authors, Part::Mark, markdownFromPlainStrictly(mark, m_escape)), {}, false};
    }

    static void countMarks(const SkeletonNode &node, qsizetype &count)
    {
        if (node.type == Type::Slot)
            count += node.part == Part::Mark ? 1 : 0;
        for (const SkeletonNode &unit : node.inside.units)
            countMarks(unit, count);
    }

    static void setMarkText(SkeletonNode &node, const QByteArray &text)
    {
        if (node.type == Type::Slot)
            node.text.set(text);
        else
            forEachSkeletonSlot(node.inside, [&](SkeletonNode &slot) { slot.text.set(text); });
    }

    /// Leaves one of several marks in a pair.
    static void keepMark(SkeletonNode &node, qsizetype wanted)
    {
        if (node.type == Type::Slot)
            return;
        Level &level = node.inside;
        qsizetype met = 0;
        for (size_t i = 0; i < level.units.size();) {
            qsizetype count = 0;
            countMarks(level.units[i], count);
            if (count > 0 && (wanted < met || wanted >= met + count)) {
                removeUnit(level, i, i == 0 ? level.separators.front() : level.separators[i + 1]);
            } else {
                if (count > 1)
                    keepMark(level.units[i], wanted - met);
                ++i;
            }
            met += count;
        }
    }

    const EscapeContext &m_escape;
    std::vector<const SkeletonNode *> m_examples; ///< the list's own items first, then the nearest entries'
};

} // namespace

AuthorList withOwner(AuthorList authors, const HouseStyle &style)
{
    const std::vector<QByteArray> configured = hintsOfSite(style.page().context()).owners;
    QList<QByteArray> owner;
    for (const Sample &sample : style.samples()) {
        const Field *field = sample.entry->field(FieldId::Authors);
        for (const Author &author : field ? field->value.authors() : AuthorList()) {
            if (author.self && !owner.contains(author.name))
                owner.push_back(author.name);
        }
    }
    for (Author &author : authors)
        author.self = author.self || owner.contains(author.name) || isOwner(author.name, configured);
    return authors;
}

namespace {

/// Calls visit(slot) for each mark that is a bare star in the running text of an item: an element or formula around it
/// keeps it from being emphasis.
template<typename Visit> void forEachBareStar(Level &level, const Visit &visit)
{
    for (SkeletonNode &unit : level.units) {
        if (unit.type == Type::Slot && unit.part == Part::Mark && unit.text.text == "*")
            visit(unit);
        else if (unit.type == Type::Pair && !unit.open.text.startsWith('<') && !unit.open.text.startsWith('$'))
            forEachBareStar(unit.inside, visit);
    }
}

/// One star alone is a star, two are emphasis: what is written anew escapes all of them.
void escapeStars(std::vector<WantedItem> &items)
{
    int stars = 0;
    for (WantedItem &item : items)
        forEachBareStar(item.node.inside, [&](SkeletonNode &) { ++stars; });
    if (stars < 2)
        return;
    for (WantedItem &item : items)
        forEachBareStar(item.node.inside, [](SkeletonNode &star) { star.text.set(QByteArrayLiteral("\\*")); });
}

} // namespace

void writeAuthors(
    Level &list, const AuthorList &wanted, const HouseStyle &style, const EscapeContext &escape, bool copy)
{
    AuthorList old;
    for (const SkeletonNode &item : list.units)
        old.push_back(authorOf(item));
    const auto matches = matchItems(old, wanted, [](const Author &a, const Author &b) { return a.name == b.name; });
    const AuthorWriter writer(list, style, escape);
    std::vector<WantedItem> items;
    for (size_t i = 0; i < matches.size(); ++i) {
        const Author &author = wanted[static_cast<qsizetype>(i)];
        if (matches[i])
            items.push_back({matches[i], writer.changed(list.units[*matches[i]], author)});
        else
            items.push_back({{}, writer.made(author)});
    }
    if (copy && escape.place == EscapeContext::Place::Markdown)
        escapeStars(items);
    respellList(list, FieldId::Authors, std::move(items), style, copy);
}

} // namespace vitrine
