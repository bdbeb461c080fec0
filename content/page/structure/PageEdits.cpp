#include "content/page/structure/VerifiedChange.h"

#include "content/text/LineIndex.h"

namespace vitrine {

namespace {

/// The first setting of a page that has none, between lines of their own.
Result<TextEdit> newFrontMatter(const Page &page, const QByteArray &name, const QByteArray &value)
{
    const QByteArray lineEnd = lineEndBytes(dominantLineEnd(page.bytes()));
    const Result<TextEdit> edit = YamlText::read({}, {}).set(name, value);
    if (!edit || edit->isEmpty())
        return edit;
    QByteArray setting = edit->replacements().front().text.trimmed();
    const QByteArray fence = "---" + lineEnd;
    return TextEdit::inserting(page.frontMatter().bodyBegin, fence + setting + lineEnd + fence + lineEnd);
}

} // namespace

Result<PageChange> setFrontMatter(const Page &page, const QByteArray &name, const QByteArray &value, YamlQuotes quotes)
{
    const Result<TextEdit> edit = page.frontMatter().range.isEmpty()
        ? newFrontMatter(page, name, value)
        : page.frontMatterYaml().set(name, value, 0, {{}, quotes});
    if (!edit)
        return edit.error();
    if (edit->isEmpty())
        return PageChange{{}, std::make_shared<const Page>(page), {}};
    std::shared_ptr<const Page> after = page.edited(*edit);
    if (const std::optional<Error> difference = firstDifference(page, *after, {}))
        return *difference;
    std::optional<SourceRange> subject;
    if (const YamlField *field = after->frontMatterYaml().find(name))
        subject = SourceRange{0, field->range};
    return PageChange{*edit, std::move(after), subject};
}

Result<PageChange> editSettings(const Page &page, const TextEdit &edit)
{
    Result<PageChange> change = editSource(page, edit);
    const auto isOfPage = [](const Replacement &replacement) { return replacement.file == 0; };
    const std::vector<Replacement> &all = edit.replacements();
    if (!change || std::none_of(all.begin(), all.end(), isOfPage))
        return change;
    if (const std::optional<Error> difference = firstDifference(page, *change->after, {}))
        return *difference;
    return change;
}

Result<PageChange> editSource(const Page &page, const TextEdit &edit)
{
    if (!edit.fits(page.sources()))
        return Error{
            ErrorKind::InvalidArgument,
            refusal(QT_TRANSLATE_NOOP("Edits", "This change does not fit the page any more. Nothing was changed."))
                .sentence,
            {},
            {}};
    const TextEdit trimmed = edit.trimmed(page.sources());
    return PageChange{trimmed, page.edited(trimmed), {}};
}

} // namespace vitrine
