#include "content/frontmatter/YamlList.h"

#include "content/frontmatter/YamlSpelling.h"
#include "content/frontmatter/YamlText.h"

#include <QCoreApplication>

#include <algorithm>

namespace vitrine {

namespace {

Error refused(const QByteArray &name)
{
    const QString sentence =
        QCoreApplication::translate(
            "YamlText", "“%1” is written in a way that cannot be changed here. Change it in the text of the file.")
            .arg(QString::fromUtf8(name));
    return Error{ErrorKind::Refused, sentence, {}, {}};
}

bool isBlank(QByteArrayView text)
{
    return std::all_of(
        text.begin(), text.end(), [](char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; });
}

qsizetype indentOf(QByteArrayView line)
{
    qsizetype indent = 0;
    while (indent < line.size() && line[indent] == ' ')
        ++indent;
    return indent;
}

bool isComment(QByteArrayView line)
{
    return line.trimmed().startsWith('#');
}

/// `# - title: "Talks"`, `# url: /talks/`: YAML that was put out of use, not words about what follows.
bool isCommentedOut(QByteArrayView line)
{
    QByteArrayView inside = line.trimmed();
    while (inside.startsWith('#'))
        inside = inside.sliced(1);
    inside = inside.trimmed();
    const qsizetype colon = inside.indexOf(':');
    const QByteArrayView key = inside.first(std::max<qsizetype>(colon, 0)).trimmed();
    const bool isKey = !key.isEmpty() && std::none_of(key.begin(), key.end(), [](char c) { return c == ' '; });
    return inside.isEmpty() || inside.startsWith("- ") || isKey;
}

} // namespace

YamlList::YamlList(QByteArray bytes, ByteRange range, QByteArray name)
    : m_bytes(std::move(bytes)),
      m_range(range),
      m_name(std::move(name)),
      m_document(YamlDocument::read(m_bytes, range)),
      m_lines(QByteArrayView(m_bytes).first(range.end))
{
}

Result<YamlList> YamlList::find(const QByteArray &bytes, ByteRange range, const QByteArray &name)
{
    YamlList list(bytes, range, name);
    const int node = list.m_document.indexOf(name);
    const bool canBeAdded = node < 0 && !name.isEmpty() && !name.contains('.') && !list.m_document.problem;
    if (!canBeAdded && (node < 0 || !list.take(node)))
        return refused(name);
    return list;
}

bool YamlList::take(int index)
{
    m_node = index;
    const YamlNode &found = node(index);
    switch (found.kind) {
    case YamlNode::Kind::Sequence:
        return found.flow ? takeBrackets(found) : takeLines(found);
    case YamlNode::Kind::Scalar:
        m_form = Form::One;
        m_items = {{found.whole, index}};
        return found.located && found.parent >= 0
            && (found.style == YamlStyle::Plain || found.style == YamlStyle::SingleQuoted
                || found.style == YamlStyle::DoubleQuoted);
    case YamlNode::Kind::Null:
        m_form = Form::Nothing;
        return found.located;
    case YamlNode::Kind::Alias:
    case YamlNode::Kind::Map:
        break;
    }
    return false;
}

/// The items of a block list, each on lines of its own.
bool YamlList::takeLines(const YamlNode &list)
{
    m_form = Form::Lines;
    const int listLine = m_lines.lineAt(list.whole.begin);
    const qsizetype column = list.whole.begin - m_lines.line(listLine).begin;
    // Words at the top of a text are about all of it.
    int free = list.parent < 0 ? listLine : 0;
    for (const int child : list.children) {
        const YamlNode &item = node(child);
        const std::optional<int> dash = dashLineOf(item, column, free);
        if (!dash || item.kind == YamlNode::Kind::Null)
            return false;
        const int first = firstLineOfItem(*dash, column, free);
        const qsizetype end = endOfItem(item, column);
        m_items.push_back({{m_lines.line(first).begin, end}, child});
        free = m_lines.lineAt(end) + 1;
    }
    return true;
}

/// The line with the dash of an item, looked for from its first word upwards.
std::optional<int> YamlList::dashLineOf(const YamlNode &item, qsizetype column, int firstLine) const
{
    for (int number = m_lines.lineAt(item.whole.begin); number >= firstLine; --number) {
        const QByteArrayView words = line(number);
        const bool isDash = indentOf(words) == column && column < words.size() && words[column] == '-'
            && (column + 1 == words.size() || words[column + 1] == ' ' || words[column + 1] == '\t');
        if (isDash)
            return number;
    }
    return {};
}

/// With the words above, unless they stand further in than the dash and so would be of an item above them.
int YamlList::firstLineOfItem(int dashLine, qsizetype column, int firstLine) const
{
    const auto belongs = [&](QByteArrayView above) {
        return isComment(above) && !isCommentedOut(above) && indentOf(above) <= column;
    };
    int first = dashLine;
    while (first > firstLine && belongs(line(first - 1)))
        --first;
    return first;
}

/// With the comments below that stand further in than the dash.
qsizetype YamlList::endOfItem(const YamlNode &item, qsizetype column) const
{
    int last = m_lines.lineAt(std::max(item.whole.begin, item.whole.end));
    while (last + 1 < m_lines.lineCount() && isComment(line(last + 1)) && indentOf(line(last + 1)) > column)
        ++last;
    return m_lines.line(last).end;
}

bool YamlList::takeBrackets(const YamlNode &list)
{
    m_form = Form::Brackets;
    for (const int child : list.children) {
        const YamlNode &item = node(child);
        if (item.kind != YamlNode::Kind::Scalar || !item.located)
            return false;
        m_items.push_back({item.whole, child});
    }
    return !m_items.empty();
}

ByteRange YamlList::gapBefore(size_t item) const
{
    return {m_items[item - 1].piece.end, m_items[item].piece.begin};
}

/// Nothing but what separates items.
bool YamlList::isPlainGap(size_t item) const
{
    QByteArray gap = text(gapBefore(item)).toByteArray();
    if (m_form == Form::Brackets && gap.count(',') == 1)
        gap.replace(',', "");
    return isBlank(gap);
}

QByteArray YamlList::usualGap(size_t at) const
{
    const QByteArray lineEnd = lineEndBytes(dominantLineEnd(m_bytes));
    for (size_t distance = 0; distance <= m_items.size(); ++distance) {
        for (const size_t item : {at - distance, at + distance}) {
            if (item >= 1 && item < m_items.size() && isPlainGap(item))
                return text(gapBefore(item)).toByteArray();
        }
    }
    return m_form == Form::Brackets ? QByteArray(", ") : lineEnd;
}

qsizetype YamlList::afterLineEnd(qsizetype at) const
{
    return m_lines.lineWithEnd(m_lines.lineAt(at)).end;
}

Result<TextEdit> YamlList::moved(size_t from, size_t to, int file) const
{
    if (from >= m_items.size() || to >= m_items.size())
        return refused(m_name);
    if (from == to)
        return TextEdit();
    std::vector<size_t> order;
    for (size_t i = 0; i < m_items.size(); ++i) {
        if (i != from)
            order.push_back(i);
    }
    order.insert(order.begin() + static_cast<std::ptrdiff_t>(to), from);
    const size_t first = std::min(from, to), last = std::max(from, to);
    QByteArray fresh;
    for (size_t i = first; i <= last; ++i) {
        fresh += text(m_items[order[i]].piece);
        if (i < last)
            fresh += text(gapBefore(i + 1));
    }
    const auto renumbered = [&order](int item) {
        return static_cast<int>(std::find(order.begin(), order.end(), static_cast<size_t>(item)) - order.begin());
    };
    const ByteRange range{m_items[first].piece.begin, m_items[last].piece.end};
    return readBack({file, range, fresh}, renumbered, -1, {}, file);
}

Result<TextEdit> YamlList::removed(size_t at, int file) const
{
    if (at >= m_items.size() || m_form == Form::One)
        return refused(m_name);
    ByteRange range = m_items[at].piece;
    const bool isLast = at + 1 == m_items.size();
    if (!isLast && isPlainGap(at + 1))
        range.end = m_items[at + 1].piece.begin;
    else if (at > 0 && isPlainGap(at))
        range.begin = m_items[at - 1].piece.end;
    else if (m_form == Form::Lines && afterLineEnd(range.end) > range.end)
        range.end = afterLineEnd(range.end);
    else if (m_form == Form::Lines)
        range.begin = m_lines.line(m_lines.lineAt(range.begin) - 1).end;
    const auto renumbered = [at](int item) {
        return item == static_cast<int>(at) ? -1 : item - (item > static_cast<int>(at) ? 1 : 0);
    };
    return readBack({file, range, {}}, renumbered, -1, {}, file);
}

Result<TextEdit> YamlList::inserted(size_t at, const YamlItemValues &values, int file) const
{
    if (at > m_items.size() || values.empty())
        return refused(m_name);
    Replacement replacement =
        m_form == Form::Lines || m_form == Form::Brackets ? insertion(at, values) : firstItem(values);
    replacement.file = file;
    const auto renumbered = [at](int item) { return item + (item >= static_cast<int>(at) ? 1 : 0); };
    // A list of one value has it in front.
    return readBack(replacement, renumbered, static_cast<int>(m_form == Form::One ? 1 : at), values, file);
}

Replacement YamlList::insertion(size_t at, const YamlItemValues &values) const
{
    const YamlNode *donor = donorFor(at, values);
    const int firstLine = m_lines.lineAt(m_items.front().piece.begin);
    const QByteArray item = donor ? spelledLike(*donor, values) : spelledAfresh(indentOf(line(firstLine)), values);
    if (at == 0) {
        const qsizetype begin = m_items.front().piece.begin;
        return {0, {begin, begin}, item + usualGap(1)};
    }
    const qsizetype end = m_items[at - 1].piece.end;
    return {0, {end, end}, usualGap(at) + item};
}

/// Makes a list of what is none yet.
Replacement YamlList::firstItem(const YamlItemValues &values) const
{
    const QByteArray lineEnd = lineEndBytes(dominantLineEnd(m_bytes));
    if (m_form == Form::Absent) {
        qsizetype end = m_range.end;
        while (end > m_range.begin && isBlank(text({end - 1, end})))
            --end;
        const qsizetype at = end > m_range.begin ? afterLineEnd(end) : end;
        const bool needsBreak = at == end && at > m_range.begin;
        return {
            0,
            {at, at},
            (needsBreak ? lineEnd : QByteArray()) + m_name + ":" + lineEnd + spelledAfresh(2, values)
                + (needsBreak ? QByteArray() : lineEnd)};
    }
    const YamlNode &there = node(m_node);
    const int number = m_lines.lineAt(there.whole.begin);
    const qsizetype column = indentOf(line(number)) + 2;
    const ByteRange rest{there.whole.end, m_lines.line(number).end};
    QByteArray comment = text(rest).toByteArray();
    QByteArray items;
    if (m_form == Form::One)
        items = lineEnd + QByteArray(column, ' ') + "- " + text(there.whole).toByteArray();
    items += lineEnd + spelledAfresh(column, values);
    qsizetype begin = there.whole.begin;
    while (begin > m_range.begin && m_bytes[begin - 1] == ' ')
        --begin;
    if (!isBlank(comment))
        comment.prepend(comment.startsWith(' ') ? "" : " ");
    else if (m_form == Form::One)
        comment.clear();
    // Blanks that stand behind the colon stay where there was nothing.
    if (m_form == Form::Nothing && there.whole.isEmpty())
        return {0, {rest.end, rest.end}, items};
    return {0, {begin, rest.end}, comment + items};
}

/// The nearest item that has the keys asked for.
const YamlNode *YamlList::donorFor(size_t at, const YamlItemValues &values) const
{
    const bool isValue = values.front().first.isEmpty();
    const auto suits = [&](const YamlNode &item) {
        if (isValue || item.kind != YamlNode::Kind::Map)
            return isValue && item.kind == YamlNode::Kind::Scalar && item.located;
        return std::all_of(values.begin(), values.end(), [&](const auto &value) {
            return m_document.valueOf(item, value.first) != nullptr;
        });
    };
    for (size_t distance = 0; distance <= m_items.size(); ++distance) {
        for (const size_t item : {at - 1 - distance, at + distance}) {
            if (item < m_items.size() && suits(node(m_items[item].node)))
                return &node(m_items[item].node);
        }
    }
    return nullptr;
}

QByteArray YamlList::spelledLike(const YamlNode &donor, const YamlItemValues &values) const
{
    const bool inBrackets = m_form == Form::Brackets;
    if (donor.kind == YamlNode::Kind::Scalar && inBrackets)
        return spelledInStyle(values.front().second, donor.style, true);
    const int number = m_lines.lineAt(donor.whole.begin);
    const QByteArray lead = text({m_lines.line(number).begin, donor.whole.begin}).toByteArray();
    if (donor.kind == YamlNode::Kind::Scalar)
        return lead + spelledInStyle(values.front().second, donor.style, false);
    YamlItemValues left = values;
    QByteArrayList lines;
    for (size_t i = 0; i + 1 < donor.children.size(); i += 2) {
        const YamlNode &key = node(donor.children[i]), &value = node(donor.children[i + 1]);
        const auto wanted =
            std::find_if(left.begin(), left.end(), [&](const auto &each) { return each.first == key.value; });
        if (wanted == left.end())
            continue;
        const bool isWritten = value.located && !value.whole.isEmpty();
        const QByteArray before =
            isWritten ? text({key.whole.begin, value.whole.begin}).toByteArray() : key.value + ": ";
        lines += before + spelledInStyle(wanted->second, isWritten ? value.style : YamlStyle::DoubleQuoted, donor.flow);
        left.erase(wanted);
    }
    if (donor.flow)
        return lead + '{' + lines.join(", ") + '}';
    const QByteArray indent(lead.size(), ' ');
    return lead + lines.join(lineEndBytes(dominantLineEnd(m_bytes)) + indent);
}

/// As people write such lists; in the quotes of the items that are commented out, if there are some.
QByteArray YamlList::spelledAfresh(qsizetype column, const YamlItemValues &values) const
{
    const QByteArray indent(column, ' ');
    QByteArrayList lines;
    for (const auto &[key, value] : values) {
        if (key.isEmpty())
            return indent + "- " + spelledInStyle(value, YamlStyle::Plain, false);
        YamlStyle style = YamlStyle::DoubleQuoted;
        for (int number = 0; number < m_lines.lineCount(); ++number) {
            const QByteArrayView words = line(number);
            const qsizetype at = isComment(words) ? words.indexOf(QByteArray(key + ": ")) : -1;
            if (at < 0)
                continue;
            const QByteArrayView example = words.sliced(at + key.size() + 1).trimmed();
            style = example.startsWith('"') ? YamlStyle::DoubleQuoted
                : example.startsWith('\'')  ? YamlStyle::SingleQuoted
                                            : YamlStyle::Plain;
            break;
        }
        lines += key + ": " + spelledInStyle(value, style, false);
    }
    return indent + "- " + lines.join(lineEndBytes(dominantLineEnd(m_bytes)) + indent + "  ");
}

Result<TextEdit> YamlList::readBack(
    const Replacement &replacement, const Renumbering &renumbered, int added, const YamlItemValues &values,
    int file) const
{
    using Said = std::vector<std::pair<QByteArray, QByteArray>>;
    const auto said = [](const std::vector<YamlField> &fields) {
        Said all;
        for (const YamlField &field : fields)
            all.emplace_back(field.name, field.value);
        return all;
    };
    const QByteArray prefix = m_name.isEmpty() ? m_name : m_name + '.';
    Said expected;
    for (const auto &[name, value] : said(YamlText::read(m_bytes, m_range).fields())) {
        if (name == m_name && m_form == Form::One)
            expected.emplace_back(prefix + '0', value);
        if (name == m_name)
            continue;
        const QByteArray rest =
            name.startsWith(prefix) && m_form != Form::Absent ? name.mid(prefix.size()) : QByteArray();
        const QByteArray number =
            rest.left(std::max<qsizetype>(rest.indexOf('.'), rest.contains('.') ? 0 : rest.size()));
        if (rest.isEmpty()) {
            expected.emplace_back(name, value);
            continue;
        }
        if (const int now = renumbered(number.toInt()); now >= 0)
            expected.emplace_back(prefix + QByteArray::number(now) + rest.mid(number.size()), value);
    }
    for (const auto &[key, value] : values)
        expected.emplace_back(prefix + QByteArray::number(added) + (key.isEmpty() ? key : '.' + key), value);
    QByteArray bytes = m_bytes;
    bytes.replace(replacement.range.begin, replacement.range.size(), replacement.text);
    const qsizetype grown = replacement.text.size() - replacement.range.size();
    const YamlText after = YamlText::read(bytes, {m_range.begin, m_range.end + grown});
    // A list that lost its last item says nothing.
    if (values.empty() && m_items.size() == 1 && m_form == Form::Lines && !m_name.isEmpty())
        expected.emplace_back(m_name, QByteArray());
    Said now = said(after.fields());
    std::sort(expected.begin(), expected.end());
    std::sort(now.begin(), now.end());
    if (!after.diagnostics().empty() || now != expected)
        return refused(m_name);
    return TextEdit::replacing(replacement.range, replacement.text, file);
}

} // namespace vitrine
