#include "content/page/reading/PageLanguage.h"

#include <QString>

#include <algorithm>

namespace vitrine {

bool isChineseSign(QChar c)
{
    return c.unicode() >= 0x4e00 && c.unicode() < 0xa000;
}

bool hasChineseTitles(const Outline &outline)
{
    const auto chinese = std::count_if(outline.sections.begin(), outline.sections.end(), [](const Section &section) {
        const QString title = QString::fromUtf8(section.title);
        return std::any_of(title.begin(), title.end(), isChineseSign);
    });
    return chinese > 0 && 2 * chinese > static_cast<qsizetype>(outline.sections.size());
}

} // namespace vitrine
