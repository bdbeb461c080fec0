#pragma once

#include "content/frontmatter/YamlText.h"
#include "content/liquid/Expansion.h"
#include "content/markdown/MarkdownReading.h"
#include "content/page/Outline.h"
#include "content/text/Diagnostic.h"
#include "content/text/SourceSet.h"
#include "content/text/TextEdit.h"

#include <memory>
#include <optional>

namespace vitrine {

class EntryMemory;

/// What reading a page needs from outside. A value; shared parts are immutable.
struct ReadContext
{
    std::shared_ptr<const SiteValues> site; ///< never null in a Page; an empty one stands for "no site"
    SourceLookup lookup; ///< may be empty: nothing is found. Called on the reading thread
    MarkdownOptions markdown;
    bool runLiquid = true;
};

/// One revision of a page: its files, what Liquid makes of them, the tree and the outline. Immutable, so any thread may
/// keep and read one.
class Page
{
public:
    /// Reads the files of a page; sources[0] is the page. Never fails. Any thread.
    static std::shared_ptr<const Page> read(SourceSet sources, const ReadContext &context);
    /// The next revision: the files after an edit that fits them, read in the same context. Text and entries whose
    /// bytes are the same are not read again, but nothing is read otherwise than read() would.
    std::shared_ptr<const Page> edited(const TextEdit &edit) const;

    const SourceSet &sources() const { return m_sources; }
    const QByteArray &bytes() const { return m_sources.front().bytes; }
    const ReadContext &context() const { return m_context; }
    const Expansion &expansion() const { return m_expansion; }
    /// The expanded text, in which the ranges of tree and outline count.
    const QByteArray &text() const { return m_expansion.text(); }
    QByteArray text(ByteRange range) const { return text().mid(range.begin, range.size()); }
    const FrontMatter &frontMatter() const { return m_frontMatter; }
    const YamlText &frontMatterYaml() const { return m_yaml; }
    /// The tree by the rules of the page's engine; outline, forms, preview and checks are read from it.
    const Node &tree() const { return m_markdown->tree; }
    const Outline &outline() const { return m_outline; }
    const std::vector<Diagnostic> &diagnostics() const { return m_diagnostics; }

    const Section &section(int index) const { return m_outline.sections[static_cast<size_t>(index)]; }
    const Entry &entry(EntryRef ref) const { return section(ref.section).entries[static_cast<size_t>(ref.entry)]; }

    std::optional<EntryRef> findEntry(QByteArrayView id) const;
    std::optional<int> findSection(QByteArrayView id) const;
    /// The entry that covers a place of a file (a handle after an edit); the innermost when several do.
    std::optional<EntryRef> entryAt(SourceRange place) const;
    std::optional<int> sectionAt(SourceRange place) const;

private:
    Page() = default;
    static std::shared_ptr<const Page> read(SourceSet sources, const ReadContext &context, const Page *known);

    SourceSet m_sources;
    ReadContext m_context;
    Expansion m_expansion;
    FrontMatter m_frontMatter;
    YamlText m_yaml;
    std::shared_ptr<const MarkdownReading> m_markdown; ///< never null
    Outline m_outline;
    std::shared_ptr<const EntryMemory> m_memory; ///< what was made out of the entries
    std::vector<Diagnostic> m_diagnostics;
};

} // namespace vitrine
