#include "content/liquid/Expansion.h"

namespace vitrine {

std::optional<SourceRange> Expansion::toSource(ByteRange expanded) const
{
    return SourceRange{0, expanded};
}

std::optional<ByteRange> Expansion::toExpanded(SourceRange source) const
{
    return source.range;
}

Expansion expandLiquid(SourceSet &sources, const SiteValues &, const SourceLookup &, std::vector<Diagnostic> &)
{
    const QByteArray &bytes = sources.front().bytes;
    return Expansion(bytes, {{{0, bytes.size()}, {0, {0, bytes.size()}}, true}});
}

} // namespace vitrine
