#include "content/frontmatter/YamlText.h"

namespace vitrine {

FrontMatter findFrontMatter(QByteArrayView)
{
    return {};
}

YamlText YamlText::read(const QByteArray &bytes, ByteRange range)
{
    YamlText yaml;
    yaml.m_bytes = bytes;
    yaml.m_range = range;
    return yaml;
}

const YamlField *YamlText::find(QByteArrayView) const
{
    return nullptr;
}

Result<TextEdit> YamlText::set(QByteArrayView, const QByteArray &, int) const
{
    return Error{};
}

} // namespace vitrine
