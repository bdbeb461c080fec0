#include "content/frontmatter/YamlText.h"

#include "content/frontmatter/YamlAddition.h"
#include "content/frontmatter/YamlDocument.h"
#include "content/frontmatter/YamlProblems.h"
#include "content/frontmatter/YamlSpelling.h"

#include <QCoreApplication>
#include <QSet>

namespace vitrine {

namespace {

/// Longer paths and more fields than these are left out: only a hostile text has them.
constexpr qsizetype longestName = 256;
constexpr size_t mostFields = 100'000;

/// Walks the tree and lists its scalars with their paths; remembers which node each field is.
class FieldLister
{
public:
    explicit FieldLister(const YamlDocument &document) : m_document(document)
    {
        if (!document.nodes.empty())
            visit(document.nodes.front(), {}, {});
    }

    std::vector<YamlField> fields;
    std::vector<const YamlNode *> nodes; ///< of the fields, in the same order

private:
    const YamlNode &at(int index) const { return m_document.nodes[static_cast<size_t>(index)]; }

    // Depth is bounded by yaml-cpp, which reads no more than 500 levels.
    void visit(const YamlNode &node, const QByteArray &name, ByteRange key)
    {
        if (name.size() > longestName || fields.size() >= mostFields)
            return;
        switch (node.kind) {
        case YamlNode::Kind::Map:
            visitMap(node, name);
            break;
        case YamlNode::Kind::Sequence:
            for (size_t i = 0; i < node.children.size(); ++i)
                visit(at(node.children[i]), join(name, QByteArray::number(qulonglong(i))), key);
            break;
        case YamlNode::Kind::Alias:
        case YamlNode::Kind::Scalar:
        case YamlNode::Kind::Null:
            list(node, name, key);
            break;
        }
    }

    void visitMap(const YamlNode &map, const QByteArray &name)
    {
        QHash<QByteArray, int> last; // of two equal keys the later counts, as for Jekyll
        for (size_t i = 0; i + 1 < map.children.size(); i += 2) {
            if (at(map.children[i]).kind == YamlNode::Kind::Scalar)
                last.insert(at(map.children[i]).value, map.children[i]);
        }
        for (size_t i = 0; i + 1 < map.children.size(); i += 2) {
            const YamlNode &key = at(map.children[i]);
            if (key.kind == YamlNode::Kind::Scalar && last.value(key.value) == map.children[i])
                visit(at(map.children[i + 1]), join(name, key.value), key.written);
        }
    }

    static QByteArray join(const QByteArray &path, const QByteArray &name)
    {
        return path.isEmpty() ? name : path + '.' + name;
    }

    void list(const YamlNode &node, const QByteArray &name, ByteRange key)
    {
        const YamlNode &meant = m_document.resolved(node);
        const bool isContainer = meant.kind == YamlNode::Kind::Map || meant.kind == YamlNode::Kind::Sequence;
        const bool isBroken = m_document.masked && (meant.value.contains('\x7f') || name.contains('\x7f'));
        if (name.isEmpty() || isContainer || isBroken)
            return;
        YamlField field;
        field.name = name;
        field.value = meant.value;
        field.keyRange = key;
        field.isNull = meant.kind == YamlNode::Kind::Null;
        field.canSet = node.located;
        field.range = node.located ? node.written : ByteRange{node.whole.begin, node.whole.begin};
        fields.push_back(std::move(field));
        nodes.push_back(&node);
    }

    const YamlDocument &m_document;
};

Error refusal(const char *sentence, const QByteArray &name, std::optional<SourceRange> place)
{
    const QString text = QCoreApplication::translate("YamlText", sentence).arg(QString::fromUtf8(name));
    return Error{ErrorKind::Refused, text, place, {}};
}

/// How a value would be written in the place of a node.
YamlStyle houseStyleAt(const YamlDocument &document, const YamlNode &node)
{
    if (node.parent < 0)
        return YamlStyle::Plain;
    const YamlNode &map = document.nodes[static_cast<size_t>(node.parent)];
    const auto index = static_cast<int>(&node - document.nodes.data());
    const auto place = std::find(map.children.begin(), map.children.end(), index);
    return houseStyle(document, map, static_cast<size_t>(place - map.children.begin()));
}

const char cannotSetHere[] = QT_TRANSLATE_NOOP(
    "YamlText", "“%1” is written in a way that cannot be changed here. Change it in the text of the file.");
const char doesNotReadBack[] =
    QT_TRANSLATE_NOOP("YamlText", "“%1” could not be written so that it reads back the same. Nothing was changed.");
const char settingsBroken[] =
    QT_TRANSLATE_NOOP("YamlText", "“%1” cannot be set while the page settings cannot be read. Mend them first.");

} // namespace

YamlText YamlText::read(const QByteArray &bytes, ByteRange range, const QString &fileName)
{
    YamlText yaml;
    yaml.m_bytes = bytes;
    yaml.m_range = range;
    const YamlDocument document = YamlDocument::read(bytes, range);
    if (document.problem) {
        yaml.m_diagnostics.push_back(describeYamlProblem(*document.problem, bytes, range, fileName));
        return yaml;
    }
    yaml.m_fields = FieldLister(document).fields;
    yaml.m_document = document.toVariant();
    yaml.m_values = yaml.m_document.toMap();
    return yaml;
}

const YamlField *YamlText::find(QByteArrayView name) const
{
    const auto found =
        std::find_if(m_fields.begin(), m_fields.end(), [&](const YamlField &f) { return f.name == name; });
    return found == m_fields.end() ? nullptr : &*found;
}

Result<TextEdit> YamlText::set(QByteArrayView name, const QByteArray &value, int file, const YamlHow &how) const
{
    const QByteArray wanted = name.toByteArray();
    if (!m_diagnostics.empty())
        return refusal(settingsBroken, wanted, m_diagnostics.front().place);
    const YamlDocument document = YamlDocument::read(m_bytes, m_range);
    const FieldLister listed(document);
    const YamlField *field = find(name);
    if (field && field->value == value)
        return TextEdit();
    std::vector<YamlSpelling> ways;
    if (!field) {
        const Result<std::vector<YamlSpelling>> additions =
            spellYamlAddition(document, m_bytes, m_range, {wanted, value, how.behind});
        if (!additions)
            return additions.error();
        ways = *additions;
    } else if (!field->canSet) {
        return refusal(cannotSetHere, wanted, SourceRange{file, field->range});
    } else {
        const YamlNode &node = *listed.nodes[static_cast<size_t>(field - m_fields.data())];
        ways = spellYamlScalar(m_bytes, node, value, how.quotes, houseStyleAt(document, node));
    }
    for (const YamlSpelling &way : ways) {
        if (readsBack(way.range, way.text, wanted, value))
            return TextEdit::replacing(way.range, way.text, file).trimmed(sourcesFor(file));
    }
    return refusal(doesNotReadBack, wanted, field ? std::optional(SourceRange{file, field->range}) : std::nullopt);
}

Result<TextEdit> YamlText::removed(QByteArrayView name, int file) const
{
    const QByteArray wanted = name.toByteArray();
    if (!m_diagnostics.empty())
        return refusal(settingsBroken, wanted, m_diagnostics.front().place);
    const YamlDocument document = YamlDocument::read(m_bytes, m_range);
    const std::optional<ByteRange> lines = linesOfYamlKey(document, m_bytes, m_range, wanted);
    if (!lines || !readsBackWithout(*lines, wanted))
        return refusal(cannotSetHere, wanted, {});
    return TextEdit::removing(*lines, file);
}

bool YamlText::readsBackWithout(ByteRange range, const QByteArray &name) const
{
    QByteArray bytes = m_bytes;
    bytes.remove(range.begin, range.size());
    const YamlText after = read(bytes, {m_range.begin, m_range.end - range.size()});
    auto now = after.m_fields.begin();
    for (const YamlField &field : m_fields) {
        if (field.name == name || field.name.startsWith(name + '.'))
            continue;
        if (now == after.m_fields.end() || now->name != field.name || now->value != field.value
            || now->isNull != field.isNull)
            return false;
        ++now;
    }
    return after.m_diagnostics.empty() && now == after.m_fields.end();
}

bool YamlText::isPlain(QByteArrayView name) const
{
    const YamlDocument document = YamlDocument::read(m_bytes, m_range);
    const QByteArray path = name.toByteArray();
    const int index = document.indexOf(path);
    if (index >= 0) {
        const YamlNode &node = document.nodes[static_cast<size_t>(index)];
        return node.kind == YamlNode::Kind::Null ? houseStyleAt(document, node) == YamlStyle::Plain
                                                 : node.style == YamlStyle::Plain;
    }
    const int parent = document.indexOf(path.left(std::max<qsizetype>(path.lastIndexOf('.'), 0)));
    if (parent < 0)
        return true;
    const YamlNode &map = document.nodes[static_cast<size_t>(parent)];
    return houseStyle(document, map, map.children.size()) == YamlStyle::Plain;
}

/// True when the text with this replacement says `value` for `name` and for all other names what it said before.
bool YamlText::readsBack(ByteRange range, const QByteArray &text, const QByteArray &name, const QByteArray &value) const
{
    QByteArray bytes = m_bytes;
    bytes.replace(range.begin, range.size(), text);
    const YamlText after = read(bytes, {m_range.begin, m_range.end + text.size() - range.size()});
    const YamlField *set = after.find(name);
    const bool isNew = find(name) == nullptr;
    if (!after.m_diagnostics.empty() || !set || set->value != value
        || after.m_fields.size() != m_fields.size() + (isNew ? 1 : 0))
        return false;
    auto before = m_fields.begin();
    for (const YamlField &field : after.m_fields) {
        if (field.name == name) {
            before += isNew ? 0 : 1;
            continue;
        }
        if (field.name != before->name || field.value != before->value || field.isNull != before->isNull)
            return false;
        ++before;
    }
    return true;
}

/// A set of files in which `file` is this text, as trimming an edit needs it.
SourceSet YamlText::sourcesFor(int file) const
{
    SourceSet sources(static_cast<size_t>(file) + 1);
    sources.back().bytes = m_bytes;
    return sources;
}

} // namespace vitrine
