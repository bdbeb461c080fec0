#pragma once

#include "content/page/Page.h"

#include <QByteArray>
#include <QHash>
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

/// Reads the hidden texts of one page's revisions; a text that stood there before is not rendered again.
class HiddenTexts
{
public:
    /// All of them, in order; bounded in number and size. Comments that hide no entry are not among them.
    std::vector<HiddenText> read(const Page &page);

private:
    QHash<QByteArray, QByteArray> m_rendered; ///< those of the revision read last, by their bytes
};

} // namespace vitrine
