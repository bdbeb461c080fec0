#pragma once

#include "content/page/Outline.h"

#include <QChar>

namespace vitrine {

/// True for a sign of Chinese.
bool isChineseSign(QChar c);

/// True when more than half of the page's sections have titles with Chinese in them.
bool hasChineseTitles(const Outline &outline);

} // namespace vitrine
