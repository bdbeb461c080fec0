#pragma once

#include "content/frontmatter/YamlDocument.h"
#include "content/text/LineIndex.h"
#include "content/text/Result.h"
#include "content/text/TextEdit.h"

#include <functional>
#include <utility>
#include <vector>

namespace vitrine {

/// What a new item of a list says: keys and values, or one value without a key.
using YamlItemValues = std::vector<std::pair<QByteArray, QByteArray>>;

/// A list of a YAML text whose items are added, removed and moved as whole pieces of it: `main` of `navigation.yml`,
/// `redirect_from`. What stands between the items (blank lines, comments, items that are commented out) stays where it
/// is; a comment inside an item, or right above it and in words, goes with it. Every edit was read back: all other
/// values are as they were.
class YamlList
{
public:
    /// `name` is the path of the list, empty for a text that is a list as a whole. A name that says nothing yet
    /// (`main:`), or is not there but can be added at the top, is an empty list; one value is a list of one. Refused
    /// where the pieces cannot be told for sure, or it is no list.
    static Result<YamlList> find(const QByteArray &bytes, ByteRange range, const QByteArray &name);

    size_t size() const { return m_items.size(); }
    /// The bytes of an item: whole lines without the last line end, or what stands between two commas.
    ByteRange item(size_t index) const { return m_items[index].piece; }

    /// Puts a new item in front of number `at`, written like its neighbour.
    Result<TextEdit> inserted(size_t at, const YamlItemValues &values, int file = 0) const;
    /// A list of one value without brackets or dashes cannot lose it: its name goes then (YamlText::removed()).
    Result<TextEdit> removed(size_t at, int file = 0) const;
    /// Moves an item so that it is number `to` afterwards.
    Result<TextEdit> moved(size_t from, size_t to, int file = 0) const;

private:
    enum class Form { Lines, Brackets, One, Nothing, Absent };
    struct Item
    {
        ByteRange piece;
        int node = 0;
    };
    /// Where a replacement leaves the values of the list: the new number of each item, -1 for one that goes.
    using Renumbering = std::function<int(int)>;

    YamlList(QByteArray bytes, ByteRange range, QByteArray name);
    bool take(int node);
    bool takeLines(const YamlNode &list);
    bool takeBrackets(const YamlNode &list);
    std::optional<int> dashLineOf(const YamlNode &item, qsizetype column, int firstLine) const;
    int firstLineOfItem(int dashLine, qsizetype column, int firstLine) const;
    qsizetype endOfItem(const YamlNode &item, qsizetype column) const;

    const YamlNode &node(int index) const { return m_document.nodes[static_cast<size_t>(index)]; }
    QByteArrayView text(ByteRange range) const { return QByteArrayView(m_bytes).sliced(range.begin, range.size()); }
    QByteArrayView line(int number) const { return text(m_lines.line(number)); }
    ByteRange gapBefore(size_t item) const;
    bool isPlainGap(size_t item) const;
    QByteArray usualGap(size_t at) const;
    qsizetype afterLineEnd(qsizetype at) const;

    Replacement insertion(size_t at, const YamlItemValues &values) const;
    Replacement firstItem(const YamlItemValues &values) const;
    const YamlNode *donorFor(size_t at, const YamlItemValues &values) const;
    QByteArray spelledLike(const YamlNode &donor, const YamlItemValues &values) const;
    QByteArray spelledAfresh(qsizetype column, const YamlItemValues &values) const;
    Result<TextEdit> readBack(
        const Replacement &replacement, const Renumbering &renumbered, int added, const YamlItemValues &values,
        int file) const;

    QByteArray m_bytes;
    ByteRange m_range;
    QByteArray m_name;
    YamlDocument m_document;
    LineIndex m_lines;
    Form m_form = Form::Absent;
    int m_node = -1; ///< the list, or what stands in its place
    std::vector<Item> m_items;
};

} // namespace vitrine
