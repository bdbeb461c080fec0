#include "content/markdown/kramdown/BlockReader.h"

#include "content/markdown/Characters.h"

#include <algorithm>

namespace vitrine {

/// How the lines of an item go on.
struct BlockReader::ItemRules
{
    int indent = 0; ///< columns before its text
};

/// Reads the first line of an item; the rest of it is indented by what stands before its text.
BlockReader::ItemRules BlockReader::beginItem(MarkdownBlock &item, const LineMark &mark, MappedText &text)
{
    const qsizetype end = nextLine(m_text, m_pos);
    qsizetype at = mark.range.end;
    int column = static_cast<int>(at - m_pos);
    while (byteAt(at) == ' ' || byteAt(at) == '\t') {
        column += byteAt(at) == '\t' ? 4 - column % 4 : 1;
        ++at;
    }
    qsizetype begin = trimmedBegin(m_text, {at, end});
    const auto list = attributeListEnd(m_text, at);
    if (list && *list < end) {
        item.attributes.merge(readAttributeList(bytes({at + 2, *list - 1})));
        begin = trimmedBegin(m_text, {*list, end});
    }
    const bool empty = isBlankLine(m_text, at) || (list && *list < end && isBlankLine(m_text, *list));
    item.node.range = m_source.sourceOf({mark.range.begin, trimmedEnd(m_text, {mark.range.begin, end})});
    item.node.content = m_source.sourceOf({std::min(begin, end - 1), end - 1});
    item.node.marker = m_text[mark.range.end - 1];
    item.node.number = bytes({mark.range.begin, mark.range.end - 1}).toByteArray().toInt();
    if (begin < end)
        text.append(m_source, {begin, end});
    m_pos = end;
    return {empty ? 4 : column};
}

/// The line is indented as far as the item's text.
bool BlockReader::goesOn(const ItemRules &rules, qsizetype at) const
{
    if (at >= m_text.size() || isBlankLine(m_text, at))
        return false;
    int tabs = 0;
    qsizetype pos = at;
    while (tabs < rules.indent / 4) {
        const int width = codeIndent(m_text, pos);
        if (width == 0)
            return false;
        pos += width;
        ++tabs;
    }
    return blanksAt(m_text, pos, rules.indent % 4) == rules.indent % 4 || codeIndent(m_text, pos) > 0;
}

bool BlockReader::isLazy(const ItemRules &rules, qsizetype at) const
{
    const int indent = std::min(rules.indent, 3);
    return at < m_text.size() && !isBlankLine(m_text, at) && !attributeLine(m_text, at)
        && !beginsWithBlockTag(m_text, at, indent);
}

/// Appends a line without the item's indent, if that is there; tells so, and whether a list begins.
bool BlockReader::appendLine(const ItemRules &rules, qsizetype at, MappedText &into, bool &isListStart) const
{
    qsizetype text = at;
    while (byteAt(text) == '\t')
        ++text;
    const int tabs = static_cast<int>(text - at);
    const int blanks = tabs * 4 + blanksAt(m_text, text, rules.indent);
    const bool indented = blanks >= rules.indent;
    const int left = indented ? std::max(tabs * 4 - rules.indent, 0) : tabs * 4;
    if (indented && rules.indent > tabs * 4)
        text += rules.indent - tabs * 4;
    QByteArray line(left, ' ');
    line += bytes({text, nextLine(m_text, at)});
    isListStart = listMark(line, 0, 3).has_value();
    if (left > 0)
        into.appendMade(QByteArray(left, ' '), m_source.sourceOf({at, at + tabs}));
    into.append(m_source, {text, nextLine(m_text, at)});
    return indented;
}

bool BlockReader::list()
{
    const auto first = listMark(m_text, m_pos, 3);
    if (!first || !mayNest())
        return false;
    MarkdownBlock list;
    list.node.kind = NodeKind::List;
    list.node.ordered = first->kind == '1';
    if (m_attributes)
        list.attributes = *std::exchange(m_attributes, std::nullopt);
    std::vector<std::vector<MappedText>> texts;
    ItemRules rules;
    int markIndent = 3;
    bool endFound = false, nested = false, blank = false;
    while (m_pos < m_text.size()) {
        const auto mark = listMark(m_text, m_pos, markIndent);
        if (blank && isRule(m_text, m_pos))
            break;
        if (isEndMarker(m_text, m_pos)) {
            m_pos = nextLine(m_text, m_pos);
            endFound = true;
            break;
        }
        if (mark && mark->kind == first->kind) {
            MarkdownBlock &item = list.children.shown.emplace_back();
            item.node.kind = NodeKind::Item;
            texts.emplace_back().emplace_back();
            rules = beginItem(item, *mark, texts.back().back());
            markIndent = std::min(3, rules.indent - 1);
            nested = listMark(texts.back().back().view(), 0, 3).has_value();
            blank = false;
        } else if (goesOn(rules, m_pos) || (!blank && isLazy(rules, m_pos))) {
            MappedText line;
            bool listStart = false;
            const bool indented = appendLine(rules, m_pos, line, listStart);
            if (!nested && indented && listStart) {
                texts.back().emplace_back();
                nested = true;
            } else if (nested && !indented && listStart) { // kramdown keeps it out of the list inside
                const qsizetype place = m_source.startOf(m_pos);
                texts.back().back().appendMade(QByteArray(rules.indent + 4, ' '), {place, place});
            }
            texts.back().back().append(line, {0, line.size()});
            blank = false;
            m_pos = nextLine(m_text, m_pos);
        } else if (isBlankLine(m_text, m_pos)) {
            const qsizetype end = blankLinesEnd(m_text, m_pos);
            texts.back().back().append(m_source, {m_pos, end});
            nested = blank = true;
            m_pos = end;
        } else {
            break;
        }
    }
    auto &items = list.children.shown;
    bool trailingBlank = false, allLoose = true;
    for (size_t i = 0; i < items.size(); ++i) {
        readItem(items[i], texts[i]);
        auto &blocks = items[i].children.shown;
        items[i].node.tight = false;
        trailingBlank = false;
        if (blocks.empty()) {
            allLoose = false;
            continue;
        }
        if (blocks.size() > 1 && blocks[0].is(NodeKind::Paragraph) && blocks[1].role == MarkdownBlock::Role::End
            && !blocks[0].attributes.isEmpty())
            blocks.erase(blocks.begin() + 1);
        const bool lastItem = i + 1 == items.size();
        const bool apart = blocks.size() > 1 && blocks[1].role == MarkdownBlock::Role::Blank
            && !(lastItem && blocks.size() == 2 && !endFound);
        items[i].node.tight =
            blocks[0].is(NodeKind::Paragraph) && !apart && (!lastItem || items.size() == 1 || !allLoose);
        trailingBlank = blocks.back().role == MarkdownBlock::Role::Blank;
        if (trailingBlank)
            blocks.pop_back();
        allLoose = allLoose && !blocks.empty() && blocks[0].is(NodeKind::Paragraph) && !items[i].node.tight;
    }
    takeCheckBox(list);
    list.node.number = list.node.ordered ? items.front().node.number : 0;
    list.node.marker = items.front().node.marker;
    list.node.tight = items.front().node.tight;
    list.node.range = list.node.content = {items.front().node.range.begin, items.back().node.range.end};
    m_out->shown.push_back(std::move(list));
    if (trailingBlank && !endFound)
        addMark(MarkdownBlock::Role::Blank, {m_pos, m_pos});
    return true;
}

void BlockReader::readItem(MarkdownBlock &item, const std::vector<MappedText> &parts) const
{
    for (const MappedText &part : parts)
        readInside(part, item.children);
    extendOver(item);
}

/// A container reaches to the end of what it holds.
void BlockReader::extendOver(MarkdownBlock &container)
{
    Node &node = container.node;
    for (const std::vector<MarkdownBlock> *blocks : {&container.children.shown, &container.children.silent}) {
        for (const MarkdownBlock &block : *blocks) {
            if (block.role == MarkdownBlock::Role::Shown)
                node.range.end = std::max(node.range.end, block.node.range.end);
        }
    }
    node.content.end = std::max(node.range.end, node.content.begin);
    node.range.end = node.content.end;
}

namespace {

/// How many bytes `[ ]` or `[x]` and the blanks behind it take at the begin of a text; 0 for none.
qsizetype checkBoxSize(QByteArrayView text)
{
    if (text.size() < 4 || text[0] != '[' || text[2] != ']' || !QByteArrayView(" xX").contains(text[1]))
        return 0;
    qsizetype end = 3;
    while (end < text.size() && QByteArrayView(" \t\r\n\f\v").contains(text[end]))
        ++end;
    return end > 3 ? end : 0;
}

} // namespace

/// `[ ]` and `[x]` at the begin of an item are shown as a box; the items behind the first one with a box are tasks too.
void BlockReader::takeCheckBox(MarkdownBlock &list) const
{
    bool any = false;
    for (MarkdownBlock &item : list.children.shown) {
        if (item.children.shown.empty() || !item.children.shown[0].is(NodeKind::Paragraph))
            continue;
        MappedText &text = item.children.shown[0].text;
        const qsizetype size = checkBoxSize(text.view());
        any = any || size > 0;
        if (any)
            setAttribute(item.node.attributes, "class", "task-list-item");
        if (size == 0)
            continue;
        const bool checked = text.view()[1] != ' ';
        MappedText boxed;
        boxed.appendMade(
            QByteArray("<input type=\"checkbox\" class=\"task-list-item-checkbox\" disabled=\"disabled\"")
                + (checked ? " checked=\"checked\" />" : " />"),
            text.sourceOf({0, size}));
        boxed.append(text, {size, text.size()});
        text = boxed;
    }
    if (any)
        setAttribute(list.node.attributes, "class", "task-list");
}

/// A paragraph right before, or a blank line further, is the term.
bool BlockReader::mayDefine() const
{
    const auto &blocks = m_out->shown;
    const auto isTerm = [&](size_t back) {
        return blocks.size() >= back && blocks[blocks.size() - back].is(NodeKind::Paragraph)
            && blocks[blocks.size() - back].owner == &m_source;
    };
    if (isTerm(1))
        return true;
    return !blocks.empty() && blocks.back().role == MarkdownBlock::Role::Blank && bytes(blocks.back().lines) == "\n"
        && isTerm(2);
}

void BlockReader::addTerms(MarkdownBlock &list, const MarkdownBlock &paragraph) const
{
    const ByteRange all{trimmedBegin(m_text, paragraph.lines), trimmedEnd(m_text, paragraph.lines)};
    for (qsizetype at = all.begin; at < all.end; at = nextLine(m_text, at)) {
        ByteRange term{trimmedBegin(m_text, {at, all.end}), std::min(lineEnd(m_text, at), all.end)};
        MarkdownBlock &block = list.children.shown.emplace_back();
        if (const auto end = attributeListEnd(m_text, term.begin); end && *end <= term.end) {
            block.attributes = readAttributeList(bytes({term.begin + 2, *end - 1}));
            term.begin = trimmedBegin(m_text, {*end, term.end});
        }
        block.node.kind = NodeKind::DefinitionTerm;
        block.node.range = block.node.content = m_source.sourceOf(term);
        setText(block, term);
    }
    list.attributes = paragraph.attributes;
}

bool BlockReader::definitionList()
{
    if (!definitionMark(m_text, m_pos, 3) || !mayNest() || !mayDefine())
        return false;
    MarkdownBlock list;
    list.node.kind = NodeKind::DefinitionList;
    bool apart = last()->role == MarkdownBlock::Role::Blank;
    if (apart)
        m_out->shown.pop_back();
    addTerms(list, m_out->shown.back());
    m_out->shown.pop_back();
    std::vector<MappedText> texts;
    std::vector<bool> loose;
    ItemRules rules;
    int markIndent = 3;
    while (m_pos < m_text.size()) {
        if (const auto mark = definitionMark(m_text, m_pos, markIndent)) {
            MarkdownBlock &item = list.children.shown.emplace_back();
            item.node.kind = NodeKind::Definition;
            rules = beginItem(item, *mark, texts.emplace_back());
            loose.push_back(std::exchange(apart, false));
            markIndent = std::min(3, rules.indent - 1);
        } else if (isEndMarker(m_text, m_pos)) {
            break;
        } else if (goesOn(rules, m_pos) || (!apart && isLazy(rules, m_pos))) {
            bool listStart = false;
            appendLine(rules, m_pos, texts.back(), listStart);
            m_pos = nextLine(m_text, m_pos);
            apart = false;
        } else if (isBlankLine(m_text, m_pos)) {
            const qsizetype end = blankLinesEnd(m_text, m_pos);
            texts.back().append(m_source, {m_pos, end});
            m_pos = end;
            apart = true;
        } else {
            break;
        }
    }
    bool trailingBlank = false;
    size_t number = 0;
    for (MarkdownBlock &item : list.children.shown) {
        if (item.node.kind != NodeKind::Definition)
            continue;
        readItem(item, {texts[number]});
        auto &blocks = item.children.shown;
        trailingBlank = !blocks.empty() && blocks.back().role == MarkdownBlock::Role::Blank;
        if (trailingBlank)
            blocks.pop_back();
        item.node.tight = !blocks.empty() && blocks[0].is(NodeKind::Paragraph) && !loose[number];
        ++number;
    }
    auto &blocks = m_out->shown;
    if (blocks.size() > 1 && blocks.back().role == MarkdownBlock::Role::Blank
        && blocks[blocks.size() - 2].is(NodeKind::DefinitionList))
        blocks.pop_back();
    if (!blocks.empty() && blocks.back().is(NodeKind::DefinitionList)) {
        auto &items = blocks.back().children.shown;
        std::move(list.children.shown.begin(), list.children.shown.end(), std::back_inserter(items));
    } else {
        blocks.push_back(std::move(list));
    }
    Node &node = blocks.back().node;
    const auto &items = blocks.back().children.shown;
    node.range = node.content = {items.front().node.range.begin, items.back().node.range.end};
    if (trailingBlank)
        addMark(MarkdownBlock::Role::Blank, {m_pos, m_pos});
    return true;
}

} // namespace vitrine
