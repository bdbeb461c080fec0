#pragma once

#include "app/site/Site.h"

#include <QString>

#include <optional>

namespace vitrine {

/// The page of the same name in another language, told by the names of files and folders: `about.md` and `about_zh.md`,
/// `_pages/about-cn.md` or `zh/about.md`. Absolute; nothing where there is none, or where several could be meant. Looks
/// into a few folders around the page; reads no file.
std::optional<QString> twinPageOf(const Site &site, const QString &page);

/// True for a page whose name says that it is Chinese.
bool isNamedChinese(const QString &page);

} // namespace vitrine
