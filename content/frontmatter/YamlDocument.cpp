#include "content/frontmatter/YamlDocument.h"

#include "content/frontmatter/YamlScanner.h"
#include "content/text/OrderedMap.h"

#include <yaml-cpp/depthguard.h>
#include <yaml-cpp/eventhandler.h>
#include <yaml-cpp/exceptions.h>
#include <yaml-cpp/parser.h>

#include <sstream>

namespace vitrine {

namespace {

/// Builds the flat tree from yaml-cpp's events. Events, not YAML::Node: they carry no expanded aliases.
class TreeBuilder final : public YAML::EventHandler
{
public:
    TreeBuilder(YamlDocument &document, qsizetype base) : m_document(document), m_base(base) { }

    void OnDocumentStart(const YAML::Mark &) override { }
    void OnDocumentEnd() override { }

    void OnNull(const YAML::Mark &mark, YAML::anchor_t anchor) override { add(YamlNode::Kind::Null, mark, anchor); }

    void OnAlias(const YAML::Mark &mark, YAML::anchor_t anchor) override
    {
        m_document.nodes[add(YamlNode::Kind::Alias, mark, 0)].anchor = static_cast<int>(anchor);
    }

    void
    OnScalar(const YAML::Mark &mark, const std::string &tag, YAML::anchor_t anchor, const std::string &value) override
    {
        YamlNode &node = m_document.nodes[add(YamlNode::Kind::Scalar, mark, anchor)];
        node.value = QByteArray::fromStdString(value);
        node.isText = tag == "!" || tag == "tag:yaml.org,2002:str";
    }

    void OnSequenceStart(
        const YAML::Mark &mark, const std::string &, YAML::anchor_t anchor, YAML::EmitterStyle::value style) override
    {
        open(YamlNode::Kind::Sequence, mark, anchor, style);
    }
    void OnSequenceEnd() override { m_open.pop_back(); }

    void OnMapStart(
        const YAML::Mark &mark, const std::string &, YAML::anchor_t anchor, YAML::EmitterStyle::value style) override
    {
        open(YamlNode::Kind::Map, mark, anchor, style);
    }
    void OnMapEnd() override { m_open.pop_back(); }

private:
    size_t add(YamlNode::Kind kind, const YAML::Mark &mark, YAML::anchor_t anchor)
    {
        const size_t index = m_document.nodes.size();
        YamlNode node;
        node.kind = kind;
        node.whole = {m_base + mark.pos, m_base + mark.pos};
        node.anchor = static_cast<int>(anchor);
        if (anchor > 0) {
            m_document.anchors.resize(std::max(m_document.anchors.size(), anchor), -1);
            m_document.anchors[anchor - 1] = static_cast<int>(index);
        }
        if (!m_open.empty()) {
            node.parent = static_cast<int>(m_open.back());
            m_document.nodes[m_open.back()].children.push_back(static_cast<int>(index));
        }
        m_document.nodes.push_back(std::move(node));
        return index;
    }

    void open(YamlNode::Kind kind, const YAML::Mark &mark, YAML::anchor_t anchor, YAML::EmitterStyle::value style)
    {
        const size_t index = add(kind, mark, anchor);
        m_document.nodes[index].flow = style == YAML::EmitterStyle::Flow;
        m_open.push_back(index);
    }

    YamlDocument &m_document;
    qsizetype m_base;
    std::vector<size_t> m_open;
};

/// Length of the well-formed UTF-8 sequence at the start of `text`, 0 when there is none.
qsizetype utf8Length(QByteArrayView text)
{
    const auto byte = [text](qsizetype i) { return i < text.size() ? static_cast<uchar>(text[i]) : 0U; };
    const auto continues = [&byte](qsizetype i) { return (byte(i) & 0xC0U) == 0x80U; };
    const unsigned first = byte(0);
    if (first < 0x80)
        return 1;
    if (first >= 0xC2 && first <= 0xDF)
        return continues(1) ? 2 : 0;
    if (first >= 0xE0 && first <= 0xEF) {
        const bool overlong = first == 0xE0 && byte(1) < 0xA0;
        const bool surrogate = first == 0xED && byte(1) > 0x9F;
        return continues(1) && continues(2) && !overlong && !surrogate ? 3 : 0;
    }
    if (first >= 0xF0 && first <= 0xF4) {
        const bool overlong = first == 0xF0 && byte(1) < 0x90;
        const bool tooLarge = first == 0xF4 && byte(1) > 0x8F;
        return continues(1) && continues(2) && continues(3) && !overlong && !tooLarge ? 4 : 0;
    }
    return 0;
}

bool isControl(char c)
{
    return static_cast<uchar>(c) < 0x20 && c != '\t' && c != '\n' && c != '\r';
}

/// Counts what toVariant() has made, so that aliases of aliases of aliases end.
class VariantMaker
{
public:
    explicit VariantMaker(const YamlDocument &document) : m_document(document) { }

    QVariant make(const YamlNode &node)
    {
        if (--m_budget < 0 || m_depth > deepest)
            return {};
        switch (node.kind) {
        case YamlNode::Kind::Null:
            return {};
        case YamlNode::Kind::Scalar:
            return node.isText || node.style != YamlStyle::Plain ? QString::fromUtf8(node.value)
                                                                 : resolvePlainScalar(node.value);
        case YamlNode::Kind::Alias: {
            const YamlNode &target = m_document.resolved(node);
            return &target == &node ? QVariant() : nested(target);
        }
        case YamlNode::Kind::Sequence: {
            QVariantList list;
            for (const int child : node.children)
                list += nested(at(child));
            return list;
        }
        case YamlNode::Kind::Map:
            return map(node);
        }
        return {};
    }

private:
    static constexpr int deepest = 600;

    const YamlNode &at(int index) const { return m_document.nodes[static_cast<size_t>(index)]; }

    QVariant nested(const YamlNode &node)
    {
        ++m_depth;
        QVariant made = make(node);
        --m_depth;
        return made;
    }

    QVariant map(const YamlNode &node)
    {
        OrderedMap merged, own;
        for (size_t i = 0; i + 1 < node.children.size(); i += 2) {
            const YamlNode &key = m_document.resolved(at(node.children[i]));
            const QVariant value = nested(at(node.children[i + 1]));
            if (key.kind == YamlNode::Kind::Scalar && key.value == "<<")
                merge(merged, value);
            else if (key.kind == YamlNode::Kind::Scalar)
                own.insert(QString::fromUtf8(key.value), value);
        }
        for (const QString &name : own.names())
            merged.insert(name, own.value(name));
        return merged.toVariant();
    }

    static void merge(OrderedMap &into, const QVariant &from)
    {
        const QVariantList all = from.typeId() == QMetaType::QVariantList ? from.toList() : QVariantList{from};
        for (const QVariant &one : all) {
            const OrderedMap entries = OrderedMap::of(one);
            for (const QString &name : entries.names()) {
                if (!into.contains(name))
                    into.insert(name, entries.value(name));
            }
        }
    }

    const YamlDocument &m_document;
    int m_budget = 1'000'000;
    int m_depth = 0;
};

} // namespace

QByteArray maskedForYaml(QByteArrayView text)
{
    constexpr char mask = '\x7f';
    QByteArray masked = text.toByteArray();
    for (qsizetype i = 0; i < masked.size();) {
        const qsizetype length = utf8Length(text.sliced(i));
        if (length == 0 || (length == 1 && isControl(text[i])))
            masked[i] = mask;
        i += std::max<qsizetype>(length, 1);
    }
    if (masked.startsWith("\xEF\xBB\xBF")) // a second byte order mark: yaml-cpp would skip it uncounted
        masked.replace(0, 3, QByteArray(3, mask));
    return masked;
}

YamlDocument YamlDocument::read(const QByteArray &bytes, ByteRange range)
{
    YamlDocument document;
    if (QByteArrayView(bytes).sliced(range.begin, range.size()).startsWith("\xEF\xBB\xBF"))
        range.begin += 3;
    if (range.size() > largestYaml) {
        document.problem = YamlProblem{"too large", range.begin};
        return document;
    }
    const QByteArray masked = maskedForYaml(QByteArrayView(bytes).sliced(range.begin, range.size()));
    document.masked = masked != QByteArrayView(bytes).sliced(range.begin, range.size());
    const auto fail = [&](const std::string &reason, qsizetype at) {
        document = {};
        document.problem = YamlProblem{QByteArray::fromStdString(reason), range.begin + std::max<qsizetype>(at, 0)};
    };
    try {
        std::istringstream stream(masked.toStdString());
        YAML::Parser parser(stream);
        TreeBuilder builder(document, range.begin);
        parser.HandleNextDocument(builder);
    } catch (const YAML::DeepRecursion &error) {
        fail("too deep", error.mark.pos);
    } catch (const YAML::Exception &error) {
        fail(error.msg, error.mark.pos);
    } catch (const std::exception &error) {
        fail(error.what(), 0);
    }
    locateYamlNodes(document, bytes, range);
    return document;
}

const YamlNode *YamlDocument::valueOf(const YamlNode &map, QByteArrayView key) const
{
    const YamlNode *found = nullptr;
    for (size_t i = 0; map.kind == YamlNode::Kind::Map && i + 1 < map.children.size(); i += 2) {
        if (nodes[static_cast<size_t>(map.children[i])].value == key)
            found = &nodes[static_cast<size_t>(map.children[i + 1])];
    }
    return found;
}

int YamlDocument::indexOf(const QByteArray &path) const
{
    if (nodes.empty())
        return -1;
    const YamlNode *node = &nodes.front();
    for (const QByteArray &name : path.isEmpty() ? QByteArrayList() : path.split('.')) {
        if (node->kind == YamlNode::Kind::Sequence) {
            bool isNumber = false;
            const qulonglong index = name.toULongLong(&isNumber);
            const bool isThere = isNumber && index < node->children.size();
            node = isThere ? &nodes[static_cast<size_t>(node->children[index])] : nullptr;
        } else {
            node = valueOf(*node, name);
        }
        if (!node)
            return -1;
    }
    return static_cast<int>(node - nodes.data());
}

const YamlNode &YamlDocument::resolved(const YamlNode &node) const
{
    if (node.kind != YamlNode::Kind::Alias || node.anchor <= 0 || static_cast<size_t>(node.anchor) > anchors.size())
        return node;
    const int target = anchors[static_cast<size_t>(node.anchor) - 1];
    return target < 0 ? node : nodes[static_cast<size_t>(target)];
}

QVariant YamlDocument::toVariant() const
{
    return nodes.empty() ? QVariant() : VariantMaker(*this).make(nodes.front());
}

QVariant resolvePlainScalar(const QByteArray &text)
{
    static const QList<QByteArray> nulls{"", "~", "null", "Null", "NULL"};
    static const QList<QByteArray> trues{"true", "True", "TRUE", "yes", "Yes", "YES", "on", "On", "ON"};
    static const QList<QByteArray> falses{"false", "False", "FALSE", "no", "No", "NO", "off", "Off", "OFF"};
    if (nulls.contains(text))
        return {};
    if (trues.contains(text))
        return true;
    if (falses.contains(text))
        return false;
    const char first = text.front();
    if (first != '-' && first != '+' && first != '.' && !(first >= '0' && first <= '9'))
        return QString::fromUtf8(text);
    QByteArray number = text;
    number.replace('_', "");
    bool ok = false;
    const bool zeroes = number.size() > 1 && number.startsWith('0') && !number.contains('.');
    if (const qlonglong integer = number.toLongLong(&ok, zeroes ? 0 : 10); ok)
        return integer;
    const bool digitsOnly = std::all_of(number.begin(), number.end(), [](char c) {
        return (c >= '0' && c <= '9') || c == '.' || c == '-' || c == '+' || c == 'e' || c == 'E';
    });
    if (const double real = number.toDouble(&ok); ok && digitsOnly && number.contains('.'))
        return real;
    return QString::fromUtf8(text);
}

} // namespace vitrine
