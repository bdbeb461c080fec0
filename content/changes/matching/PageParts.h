#pragma once

#include "content/page/Page.h"

#include <vector>

namespace vitrine {

/// A stretch of a file of a page that can be named in a sentence, or a line of what stands between such stretches.
struct PagePart
{
    enum class Type {
        Entry, ///< with its comment when it has one of its own
        Heading, ///< of a section
        Setting, ///< a value of front matter or of a file of settings
        Text, ///< a line, or what is left of one, outside all these
    };

    Type type = Type::Text;
    SourceRange place; ///< whole lines with their line end where nothing else stands on them
    EntryRef ref; ///< of an entry; of a heading its section alone
    QByteArray key; ///< of a setting: "author.employer"
};

/// The parts of one revision of a page, sorted by file and place. They follow one another without gaps and cover each
/// file that was asked for.
using PageParts = std::vector<PagePart>;

/// Cuts the files for which `wanted` is set. Linear in their size.
PageParts partsOf(const Page &page, const std::vector<bool> &wanted);

/// The bytes of a part.
QByteArray bytesOf(const Page &page, const PagePart &part);

} // namespace vitrine
