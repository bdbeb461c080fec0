#include "tests/support/SpelledPage.h"

namespace vitrine::test {

namespace {

QByteArray at(ByteRange range)
{
    return " [" + QByteArray::number(range.begin) + ',' + QByteArray::number(range.end) + ']';
}

QByteArray at(const std::optional<ByteRange> &range)
{
    return range ? at(*range) : QByteArray(" -");
}

template<typename T> QByteArray number(T value)
{
    return ' ' + QByteArray::number(static_cast<int>(value));
}

QByteArray quoted(const QByteArray &text)
{
    return " \"" + text.toPercentEncoding(" ") + '"';
}

class Speller
{
public:
    QByteArray page(const Page &page)
    {
        node(page.tree(), 0);
        for (const MarkMeaning &mark : page.outline().marks)
            line("mark" + quoted(mark.mark) + quoted(mark.meaning));
        for (const Section &each : page.outline().sections)
            section(each);
        for (const Diagnostic &diagnostic : page.diagnostics())
            line("diagnostic " + diagnostic.rule + number(diagnostic.place.file) + at(diagnostic.place.range));
        return m_text;
    }

private:
    void line(const QByteArray &words) { m_text += words + '\n'; }

    void node(const Node &node, int depth)
    {
        QByteArray words = QByteArray(depth, ' ') + "node" + number(node.kind) + number(node.marker)
            + number(node.ordered) + number(node.tight) + number(node.raw) + number(node.number) + at(node.range)
            + at(node.content) + at(node.urlRange);
        for (const QByteArray &text : {node.text, node.info, node.url, node.title})
            words += quoted(text);
        for (const Attribute &attribute : node.attributes)
            words += quoted(attribute.name) + quoted(attribute.value);
        line(words);
        for (const Node &child : node.children)
            this->node(child, depth + 1);
    }

    void section(const Section &section)
    {
        line(
            "section" + quoted(section.id) + quoted(section.title) + quoted(section.emoji) + number(section.kind)
            + number(section.level) + number(section.parent) + number(section.hidden) + at(section.range)
            + at(section.headingRange) + at(section.titleRange));
        for (const Block &block : section.blocks)
            line("block" + number(block.type) + number(block.hidden) + at(block.range));
        for (const Entry &each : section.entries)
            entry(each);
    }

    void entry(const Entry &entry)
    {
        line(
            "entry" + quoted(entry.id) + number(entry.kind) + number(entry.container) + number(entry.hidden)
            + number(entry.structured) + at(entry.range) + at(entry.outerRange));
        for (const Field &each : entry.fields)
            field(each);
        for (const LayoutNode &each : entry.layout->nodes)
            layout(each, 1);
    }

    void field(const Field &field)
    {
        QByteArray words = QByteArray("field ") + schemaOf(field.id).name + at(field.range) + quoted(field.written)
            + (field.plain ? quoted(*field.plain) : QByteArray(" -"));
        for (const ByteRange range : field.also)
            words += at(range);
        words += quoted(field.value.text());
        for (const Author &author : field.value.authors()) {
            words += quoted(author.name) + quoted(author.marks.join(' ')) + number(author.self) + quoted(author.url)
                + at(author.range);
        }
        for (const Link &link : field.value.links())
            words += quoted(link.label) + quoted(link.url) + at(link.labelRange) + at(link.urlRange);
        words += quoted(field.value.strings().join('|'));
        line(words);
        form(field.dateForm);
    }

    void form(const DateForm &form)
    {
        QByteArray words =
            "form" + quoted(form.dash) + quoted(form.openWord) + quoted(form.join) + quoted(form.lastJoin);
        for (const std::vector<DatePart> *parts : {&form.point, &form.end}) {
            words += '|';
            for (const DatePart &part : *parts) {
                words += number(part.type) + number(part.padded) + number(part.proven) + number(part.word)
                    + number(part.sept) + number(part.autumn) + number(part.upper) + number(part.lower)
                    + number(part.dotted) + number(part.ordinal) + quoted(part.text);
            }
        }
        line(words);
    }

    void layout(const LayoutNode &node, int depth)
    {
        line(
            QByteArray(depth, ' ') + "layout" + number(node.type) + number(node.part) + number(node.field)
            + number(node.item) + at(node.range) + at(node.open) + at(node.close));
        for (const LayoutNode &child : node.children)
            layout(child, depth + 1);
    }

    QByteArray m_text;
};

} // namespace

QByteArray spelled(const Page &page)
{
    return Speller().page(page);
}

QByteArray firstDifferentLine(const QByteArray &a, const QByteArray &b)
{
    const QList<QByteArray> left = a.split('\n');
    const QList<QByteArray> right = b.split('\n');
    for (qsizetype i = 0; i < std::max(left.size(), right.size()); ++i) {
        const QByteArray one = left.value(i), other = right.value(i);
        if (one != other)
            return one + "\n" + other;
    }
    return {};
}

} // namespace vitrine::test
