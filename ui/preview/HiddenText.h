#pragma once

#include "content/page/Page.h"

#include <QByteArray>
#include <QString>
#include <QStringList>

#include <vector>

namespace vitrine {

/// A comment of the page in which entries or sections are hidden, as the preview shows it when the user wants to see
/// them.
struct HiddenText
{
    QString comment; ///< its text without marks, blanks simplified
    QByteArray html; ///< what it says, rendered
    ByteRange range; ///< of the text between the marks, in the expanded text
};

/// All of them, in order; bounded in number and size. Comments that hide no entry are not among them.
std::vector<HiddenText> hiddenTexts(const Page &page);

} // namespace vitrine
