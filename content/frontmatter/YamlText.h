#pragma once

#include "content/frontmatter/YamlSpelling.h"
#include "content/text/Diagnostic.h"
#include "content/text/Result.h"
#include "content/text/TextEdit.h"

#include <QByteArray>
#include <QVariantMap>

#include <optional>
#include <vector>

namespace vitrine {

/// One scalar of a YAML text: `author.name`, `redirect_from.0`.
struct YamlField
{
    QByteArray name; ///< path of keys and list positions, joined by dots
    QByteArray value; ///< as YAML reads it
    ByteRange keyRange;
    /// The value as written, without quotes; empty and after the blank that follows the colon when there is none.
    ByteRange range;
    bool isNull = false; ///< nothing (or `~`) is written
    /// False where the bytes of the value could not be found for sure; then set() refuses.
    bool canSet = true;
};

/// What is to be known beyond name and value when one is set.
struct YamlHow
{
    QByteArray behind; ///< the key of the sibling after which a new name is put
    YamlQuotes quotes = YamlQuotes::Keep;
};

/// YAML read by yaml-cpp and changed as patches of its text: comments, order, aligned colons, quotes and blanks of
/// everything else stay. Serves front matter, `_config.yml` and `navigation.yml`.
class YamlText
{
public:
    /// Reads `range` of `bytes`; ranges count in `bytes`. Broken YAML gives no fields and one diagnostic that names
    /// the line and what is wrong in words of a person. `fileName` is named there; empty: the settings of a page.
    static YamlText read(const QByteArray &bytes, ByteRange range, const QString &fileName = {});

    const std::vector<YamlField> &fields() const { return m_fields; }
    const YamlField *find(QByteArrayView name) const;
    /// The whole text: a map as a rule, a list in `navigation.yml` and the like.
    const QVariant &document() const { return m_document; }
    const QVariantMap &values() const { return m_values; }
    const std::vector<Diagnostic> &diagnostics() const { return m_diagnostics; }

    /// Sets one scalar, spelled as the old one was (its quotes, where they can hold it). An unknown name takes the
    /// place of the line in which it is commented out, else it is added behind its sibling `how.behind`, or as the last
    /// line of its parent. What is new is written in its neighbours' style. The result was read back: it gives the
    /// value asked for and leaves all others as they were.
    Result<TextEdit> set(QByteArrayView name, const QByteArray &value, int file = 0, const YamlHow &how = {}) const;
    /// Takes a name out, with all that it says and the comments inside: whole lines. Read back like set().
    Result<TextEdit> removed(QByteArrayView name, int file = 0) const;
    /// True for what is written without quotes, or would be if it said something.
    bool isPlain(QByteArrayView name) const;

private:
    bool readsBackWithout(ByteRange range, const QByteArray &name) const;
    bool readsBack(ByteRange range, const QByteArray &text, const QByteArray &name, const QByteArray &value) const;
    SourceSet sourcesFor(int file) const;

    QByteArray m_bytes;
    ByteRange m_range;
    std::vector<YamlField> m_fields;
    QVariant m_document;
    QVariantMap m_values;
    std::vector<Diagnostic> m_diagnostics;
};

/// Where a page's front matter lies.
struct FrontMatter
{
    ByteRange range; ///< from the opening `---` to the end of the closing line; empty when there is none
    ByteRange yaml; ///< the lines between
    qsizetype bodyBegin = 0; ///< the first byte after it
    bool closed = true; ///< false: an opening line without a closing one; then all is body
};

/// Finds the YAML between the first two `---` lines, after a BOM if there is one, by Jekyll's rule.
FrontMatter findFrontMatter(QByteArrayView bytes);

} // namespace vitrine
