#pragma once

#include "content/text/ByteRange.h"

#include <QByteArray>
#include <QVariant>

#include <optional>
#include <vector>

namespace vitrine {

/// How a scalar is written.
enum class YamlStyle { Plain, SingleQuoted, DoubleQuoted, Literal, Folded, Alias, Empty, Unclosed };

/// One node of a YAML text. Children of a map alternate between key and value.
struct YamlNode
{
    enum class Kind { Null, Scalar, Alias, Sequence, Map };

    Kind kind = Kind::Null;
    QByteArray value; ///< of a scalar, as YAML reads it
    bool isText = false; ///< quoted or tagged as a string: `"true"` is a word, `true` is not
    bool flow = false; ///< written as `[a, b]` or `{a: b}`
    int anchor = 0; ///< which anchor it has, or refers to; 0: none
    int parent = -1;
    std::vector<int> children;

    YamlStyle style = YamlStyle::Empty;
    ByteRange whole; ///< from its first byte (anchor or tag included) to its last; exact where `located`
    ByteRange written; ///< the scalar without quotes; see YamlField::range
    bool located = false; ///< our scanner and yaml-cpp agree on `written`
};

/// Why a text is no YAML: yaml-cpp's words and the place, in bytes.
struct YamlProblem
{
    QByteArray reason;
    qsizetype at = 0;
};

/// The first document of a YAML text as a flat tree: yaml-cpp says what it means, our scanner where it stands. Aliases
/// are not followed, so the tree is never larger than the text.
struct YamlDocument
{
    std::vector<YamlNode> nodes; ///< parents before children; nodes[0] is the root
    std::vector<int> anchors; ///< anchor number - 1 to node
    std::optional<YamlProblem> problem; ///< then there are no nodes
    bool masked = false; ///< some bytes were replaced by DEL (see maskedForYaml)

    static YamlDocument read(const QByteArray &bytes, ByteRange range);

    /// The node at a path of keys and list positions, joined by dots (empty: the root); -1 when there is none.
    int indexOf(const QByteArray &path) const;
    /// The value of a key of a map, of equal ones the last; nullptr when there is none.
    const YamlNode *valueOf(const YamlNode &map, QByteArrayView key) const;

    /// The node itself, or what it is an alias of.
    const YamlNode &resolved(const YamlNode &node) const;
    /// The whole as a value, aliases and merge keys followed as far as a budget allows.
    QVariant toVariant() const;
};

/// A plain scalar as Jekyll's YAML understands it: nothing, a truth value, a number or a text.
QVariant resolvePlainScalar(const QByteArray &text);

/// Texts larger than this are not read as YAML (yaml-cpp keeps several objects for every byte of a hostile one).
constexpr qsizetype largestYaml = 1024 * 1024;

/// The text with every byte that yaml-cpp would count or read differently (broken UTF-8, control characters) replaced
/// by one DEL, so that its marks stay offsets into the original.
QByteArray maskedForYaml(QByteArrayView text);

} // namespace vitrine
