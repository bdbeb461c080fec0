#pragma once

#include "content/page/Page.h"

#include <utility>
#include <vector>

namespace vitrine {

/// Two entries that say the same in two languages.
struct EntryTwins
{
    EntryRef one;
    EntryRef other;
    friend bool operator==(const EntryTwins &, const EntryTwins &) = default;
};

/// What says the same in two languages.
struct Twins
{
    std::vector<std::pair<int, int>> sections;
    std::vector<EntryTwins> entries;
};

/// The twins of a page that says things in two languages, as sections with Chinese titles and sections with others; the
/// Chinese ones come second. Sections belong together when they are the same of equally many of their kind; entries of
/// two such sections when they share an address or a title that no other entry of the two has, when both sections have
/// equally many of their date, or when each is the only one. What cannot be told so is left out, and so is what
/// visitors do not see. Linear but for the logarithms of look-ups.
Twins twinsWithin(const Page &page);

/// The same between the pages of two languages; those of `one` come first.
Twins twinsBetween(const Page &one, const Page &other);

} // namespace vitrine
