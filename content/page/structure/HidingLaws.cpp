#include "content/page/structure/HidingLaws.h"

#include "content/page/EntryName.h"
#include "content/page/structure/CommentMarks.h"
#include "content/page/structure/CommentSafety.h"

#include <QCoreApplication>

namespace vitrine {

Error holdsComment(const Page &page, ByteRange range, const QString &name)
{
    return Error{
        ErrorKind::Refused,
        QCoreApplication::translate(
            "Edits",
            "\342\200\234%1\342\200\235 holds the mark of a comment, which would end the hidden part early. Remove the "
            "comment first.")
            .arg(name),
        page.expansion().toSource(range),
        {}};
}

Error showsOtherwise(const Page &page, ByteRange range)
{
    return refusal(
        QT_TRANSLATE_NOOP(
            "Edits", "Hiding this would show what stands beside it otherwise. Set a blank line between them first."),
        page.expansion().toSource(range));
}

Error showsInPart(const Page &page, ByteRange range)
{
    return refusal(
        QT_TRANSLATE_NOOP("Edits", "Parts of this would still show on your site, so it cannot be hidden as a whole."),
        page.expansion().toSource(range));
}

Error hiddenWith(const Section &section, std::optional<SourceRange> place)
{
    return Error{
        ErrorKind::Refused,
        QCoreApplication::translate(
            "Edits", "It is hidden with the section \342\200\234%1\342\200\235. Show the section first.")
            .arg(nameOfSection(section)),
        place,
        {}};
}

Result<PageChange> ifCommentsHold(Result<PageChange> result, const std::vector<ByteRange> &hidden)
{
    if (!result)
        return result;
    const Page &after = *result->after;
    for (const ByteRange range : hidden) {
        const std::optional<ByteRange> comment = commentAround(after.text(), range);
        if (!comment || !commentHolds(after.text(), *comment, after.context().markdown.engine))
            return showsInPart(after, range);
    }
    return result;
}

} // namespace vitrine
