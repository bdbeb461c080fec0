#include "content/frontmatter/YamlText.h"
#include "content/liquid/Expansion.h"
#include "content/liquid/LiquidInclude.h"
#include "content/liquid/LiquidLoop.h"
#include "content/liquid/LiquidScope.h"
#include "content/liquid/LiquidSink.h"
#include "content/liquid/LiquidTemplate.h"

#include <QCoreApplication>

#include <map>

namespace vitrine {

namespace {

/// Loops and includes together put out at most this much more than the page itself.
constexpr qsizetype mostOutput = 32 * 1024 * 1024;
/// Parts run at most; a loop in a loop in a loop ends here.
constexpr int mostSteps = 300'000;
constexpr size_t mostDiagnostics = 100;

enum class Flow { Normal, Break, Continue };

/// Runs the templates of one page.
class Runner
{
public:
    Runner(
        SourceSet &sources, const SiteValues &site, const SourceLookup &lookup, std::vector<Diagnostic> &diagnostics,
        const QVariantMap &page)
        : m_sources(sources),
          m_lookup(lookup),
          m_diagnostics(diagnostics),
          m_scope(site, page),
          m_ownSize(sources.front().bytes.size())
    {
    }

    void runPage(qsizetype bodyBegin, LiquidSink &sink)
    {
        m_sink = &sink;
        const QByteArray page = m_sources.front().bytes;
        runNodes(parseLiquid(page, {bodyBegin, page.size()}), {0, page});
    }

private:
    /// The file whose parts are being run; its bytes are shared, as the set of files grows meanwhile.
    struct File
    {
        int index = 0;
        QByteArray bytes;

        QByteArrayView text(ByteRange range) const { return QByteArrayView(bytes).sliced(range.begin, range.size()); }
        SourceRange place(ByteRange range) const { return {index, range}; }
    };

    Flow runNodes(const std::vector<LiquidNode> &nodes, const File &file)
    {
        for (const LiquidNode &node : nodes) {
            if (const Flow flow = runNode(node, file); flow != Flow::Normal)
                return flow;
        }
        return Flow::Normal;
    }

    Flow runNode(const LiquidNode &node, const File &file)
    {
        const bool isFull = ++m_steps > mostSteps || m_sink->text.size() > m_ownSize + mostOutput;
        if (isFull || m_depth >= deepestLiquid) {
            keep(node, file, words("is too much to be run here; it is shown as it is written."));
            return Flow::Normal;
        }
        ++m_depth;
        const Flow flow = node.isBlank && !node.branches.empty() ? runSilently(node, file) : dispatch(node, file);
        --m_depth;
        return flow;
    }

    /// Runs a block for what it assigns only: Liquid drops the white space of blocks that hold nothing else.
    Flow runSilently(const LiquidNode &node, const File &file)
    {
        LiquidSink dropped;
        LiquidSink *const kept = std::exchange(m_sink, &dropped);
        m_keptSomething = false;
        const Flow flow = dispatch(node, file);
        m_sink = kept;
        if (m_keptSomething) // a part that is shown as it is written
            m_sink->copy(file.text(node.range), file.place(node.range));
        return flow;
    }

    Flow dispatch(const LiquidNode &node, const File &file)
    {
        using Kind = LiquidNode::Kind;
        switch (node.kind) {
        case Kind::Text:
            putText(file.text(node.range), file.place(node.range));
            break;
        case Kind::Output:
            runOutput(node, file);
            break;
        case Kind::Assign:
            runAssign(node, file);
            break;
        case Kind::Include:
            return runInclude(node, file);
        case Kind::Break: // outside of loops both end the page
            return Flow::Break;
        case Kind::Continue:
            return Flow::Continue;
        case Kind::Count:
            runCount(node, file);
            break;
        case Kind::Cycle:
            runCycle(node, file);
            break;
        case Kind::IfChanged:
            return runIfChanged(node, file);
        case Kind::If:
        case Kind::Unless:
            return runIf(node, file);
        case Kind::Case:
            return runCase(node, file);
        case Kind::For:
            runFor(node, file);
            break;
        case Kind::Capture:
            return runCapture(node, file);
        case Kind::Comment:
            break;
        case Kind::AsWritten:
            keep(node, file, words("is run by your site but not here; it is shown as it is written."));
            break;
        }
        return Flow::Normal;
    }

    /// Text of a loop appears several times, so a change of one of them would change them all: it counts as generated.
    void putText(QByteArrayView bytes, SourceRange source)
    {
        if (m_loops > 0)
            m_sink->generate(bytes.toByteArray(), m_loopPlace);
        else
            m_sink->copy(bytes, source);
    }

    /// Leaves a part as it is written and says why.
    void keep(const LiquidNode &node, const File &file, const QString &why)
    {
        m_keptSomething = true;
        putText(file.text(node.range), file.place(node.range));
        const QString name = QString::fromUtf8(file.text(node.tag)).simplified();
        const QString shown = name.size() > 60 ? name.first(59) + QChar(0x2026) : name;
        diagnose("liquid-not-run", QStringLiteral("“%1” %2").arg(shown, why), file.place(node.tag));
    }

    void keepUnknown(const LiquidNode &node, const File &file)
    {
        keep(node, file, words("needs what only your site can tell; it is shown as it is written."));
    }

    void diagnose(const QByteArray &rule, const QString &message, SourceRange place)
    {
        const auto same = [&](const Diagnostic &other) { return other.rule == rule && other.place == place; };
        if (m_diagnostics.size() < mostDiagnostics && std::none_of(m_diagnostics.begin(), m_diagnostics.end(), same))
            m_diagnostics.push_back({Severity::Note, rule, message, place, {}});
    }

    static QString words(const char *text) { return QCoreApplication::translate("Liquid", text); }

    void runOutput(const LiquidNode &node, const File &file)
    {
        const QVariant text = toLiquidText(m_scope.output(node.markup));
        if (isUnknownLiquid(text))
            keepUnknown(node, file);
        else
            m_sink->generate(text.toString().toUtf8(), file.place(node.range));
    }

    void runAssign(const LiquidNode &node, const File &file)
    {
        const qsizetype equals = node.markup.indexOf('=');
        if (equals < 0) {
            keep(node, file, words("is not written as your site reads it; it is shown as it is written."));
            return;
        }
        const QString name = QString::fromUtf8(node.markup.first(equals).trimmed());
        m_scope.assign(name, m_scope.output(node.markup.sliced(equals + 1)));
    }

    Flow runIf(const LiquidNode &node, const File &file)
    {
        for (const LiquidNode::Branch &branch : node.branches) {
            const std::optional<bool> asked = branch.name == "else" ? true : m_scope.condition(branch.markup);
            if (!asked) {
                keepUnknown(node, file);
                return Flow::Normal;
            }
            if (*asked != (branch.name == "unless"))
                return runNodes(branch.nodes, file);
        }
        return Flow::Normal;
    }

    Flow runCase(const LiquidNode &node, const File &file)
    {
        const QVariant subject = m_scope.value(node.markup);
        if (isUnknownLiquid(subject)) {
            keepUnknown(node, file);
            return Flow::Normal;
        }
        bool isTaken = false;
        for (const LiquidNode::Branch &branch : node.branches) {
            const bool isElse = branch.name == "else" && !isTaken;
            if (!isElse && !(branch.name == "when" && isOneOf(subject, branch.markup)))
                continue;
            isTaken = true;
            if (const Flow flow = runNodes(branch.nodes, file); flow != Flow::Normal)
                return flow;
        }
        return Flow::Normal;
    }

    bool isOneOf(const QVariant &subject, QByteArrayView values) const
    {
        for (const QByteArrayView part : splitLiquid(values, ',')) {
            for (const QByteArrayView word : liquidWords(part)) {
                if (word != "or" && liquidEquals(subject, m_scope.value(word)))
                    return true;
            }
        }
        return false;
    }

    void runFor(const LiquidNode &node, const File &file)
    {
        const LiquidLoop loop = readLiquidLoop(node.markup, m_scope);
        const bool hasUnknownOrder = isMapLiquid(loop.items) && !hasOrderLiquid(loop.items);
        if (!loop.isUnderstood || isUnknownLiquid(loop.items) || hasUnknownOrder) {
            keepUnknown(node, file);
            return;
        }
        const QVariantList items = loop.chosenItems();
        if (items.isEmpty()) {
            for (const LiquidNode::Branch &branch : node.branches) {
                if (branch.name == "else")
                    runNodes(branch.nodes, file);
            }
            return;
        }
        const SourceRange outer = m_loopPlace;
        m_loopPlace = m_loops > 0 ? outer : file.place(node.range);
        ++m_loops;
        const QVariant parent = m_scope.value("forloop");
        for (qsizetype i = 0; i < items.size(); ++i) {
            m_scope.push(
                {{loop.name, items[i]}, {QStringLiteral("forloop"), liquidLoopState(i, items.size(), parent)}});
            const Flow flow = runNodes(node.branches.front().nodes, file);
            m_scope.pop();
            if (flow == Flow::Break || m_steps > mostSteps)
                break;
        }
        --m_loops;
        m_loopPlace = outer;
    }

    Flow runCapture(const LiquidNode &node, const File &file)
    {
        LiquidSink captured;
        LiquidSink *const outer = std::exchange(m_sink, &captured);
        const Flow flow = runNodes(node.branches.front().nodes, file);
        m_sink = outer;
        QByteArrayView name = node.markup;
        if (name.size() > 1 && (name.front() == '"' || name.front() == '\''))
            name = name.sliced(1, name.size() - 2);
        m_scope.assign(QString::fromUtf8(name), QString::fromUtf8(captured.text));
        return flow;
    }

    void runCount(const LiquidNode &node, const File &file)
    {
        qlonglong &counter = m_scope.counter(QString::fromUtf8(node.markup.trimmed()));
        const qlonglong shown = node.name == "increment" ? counter++ : --counter;
        m_sink->generate(QByteArray::number(shown), file.place(node.range));
    }

    /// One of several values in turn: `{% cycle "odd", "even" %}`, or with a name of the cycle and a colon before them.
    void runCycle(const LiquidNode &node, const File &file)
    {
        const std::vector<QByteArrayView> named = splitLiquid(node.markup, ':');
        const std::vector<QByteArrayView> values = splitLiquid(named.back(), ',');
        const QString name =
            named.size() > 1 ? liquidString(m_scope.value(named.front())) : QString::fromUtf8(node.markup);
        size_t &turn = m_cycles[name];
        const QVariant text = toLiquidText(m_scope.value(values[turn % values.size()]));
        ++turn;
        if (isUnknownLiquid(text))
            keepUnknown(node, file);
        else
            m_sink->generate(text.toString().toUtf8(), file.place(node.range));
    }

    /// What a block puts out, where that is not what the block before put out.
    Flow runIfChanged(const LiquidNode &node, const File &file)
    {
        LiquidSink inner;
        LiquidSink *const outer = std::exchange(m_sink, &inner);
        const Flow flow = runNodes(node.branches.front().nodes, file);
        m_sink = outer;
        if (std::exchange(m_lastChanged, inner.text) != inner.text)
            m_sink->generate(inner.text, file.place(node.range));
        return flow;
    }

    Flow runInclude(const LiquidNode &node, const File &file)
    {
        const auto [writtenName, parameters] = liquidIncludeParts(node.markup);
        const std::optional<QString> name = liquidIncludeName(writtenName, m_scope);
        if (!name) {
            keepUnknown(node, file);
            return Flow::Normal;
        }
        const IncludeKind kind = node.name == "include_relative" ? IncludeKind::Relative : IncludeKind::FromIncludes;
        const std::optional<int> found = find(kind, *name, m_sources[static_cast<size_t>(file.index)].path);
        if (!found) {
            m_keptSomething = true;
            putText(file.text(node.range), file.place(node.range));
            diagnose(
                "include-missing", words("%1 is not there, so that your site cannot be built.").arg(*name),
                file.place(node.tag));
            return Flow::Normal;
        }
        const bool hasParameters = !parameters.isEmpty();
        if (hasParameters) {
            m_scope.push({{QStringLiteral("include"), liquidIncludeParameters(parameters, m_scope)}});
        }
        const File included{*found, m_sources[static_cast<size_t>(*found)].bytes};
        const Flow flow = runNodes(parseLiquid(included.bytes, {0, included.bytes.size()}), included);
        if (hasParameters)
            m_scope.pop();
        return flow;
    }

    /// The number of an included file among the sources; asked for once.
    std::optional<int> find(IncludeKind kind, const QString &name, const QString &from)
    {
        const auto key = std::tuple(kind, name, kind == IncludeKind::Relative ? from : QString());
        if (const auto known = m_found.find(key); known != m_found.end())
            return known->second;
        std::optional<int> index = indexOf(liquidIncludePath(kind, name, from));
        if (const auto file = m_lookup && !index ? m_lookup(kind, name, from) : std::nullopt) {
            index = indexOf(file->path);
            if (!index) {
                m_sources.push_back(*file);
                index = static_cast<int>(m_sources.size()) - 1;
            }
        }
        m_found.emplace(key, index);
        return index;
    }

    /// A file that is among the sources already counts as it is there: it may have been edited.
    std::optional<int> indexOf(const QString &path) const
    {
        for (size_t i = 1; i < m_sources.size(); ++i) {
            if (m_sources[i].path == path)
                return static_cast<int>(i);
        }
        return {};
    }

    SourceSet &m_sources;
    const SourceLookup &m_lookup;
    std::vector<Diagnostic> &m_diagnostics;
    LiquidScope m_scope;
    qsizetype m_ownSize;
    LiquidSink *m_sink = nullptr;
    bool m_keptSomething = false;
    int m_steps = 0, m_depth = 0, m_loops = 0;
    SourceRange m_loopPlace;
    std::map<QString, size_t> m_cycles;
    std::optional<QByteArray> m_lastChanged;
    std::map<std::tuple<IncludeKind, QString, QString>, std::optional<int>> m_found;
};

} // namespace

Expansion expandLiquid(
    SourceSet &sources, const SiteValues &site, const SourceLookup &lookup, std::vector<Diagnostic> &diagnostics)
{
    const QByteArray page = sources.front().bytes;
    const FrontMatter front = findFrontMatter(page);
    QVariantMap values = YamlText::read(page, front.yaml).values();
    if (values.value(QStringLiteral("render_with_liquid")) == QVariant(false))
        return Expansion::asWritten(page);
    values.insert(QStringLiteral("path"), sources.front().path);
    if (values.contains(QStringLiteral("permalink")))
        values.insert(QStringLiteral("url"), values.value(QStringLiteral("permalink")));
    LiquidSink sink;
    sink.copy(QByteArrayView(page).first(front.bodyBegin), {0, {0, front.bodyBegin}});
    Runner(sources, site, lookup, diagnostics, values).runPage(front.bodyBegin, sink);
    if (sink.pieces.empty())
        return Expansion({}, {Piece{}});
    return Expansion(std::move(sink.text), std::move(sink.pieces));
}

} // namespace vitrine
