#include "app/session/EditCommand.h"

#include "app/session/OpenPage.h"

#include <algorithm>

namespace vitrine {

namespace {

/// A range that holds `text`, without the blanks and line ends before its words: they belong to what stands before.
ByteRange fromWords(ByteRange range, const QByteArray &text)
{
    const auto isBlank = [](char c) { return c == ' ' || c == '\t' || c == '\r' || c == '\n'; };
    const auto words = std::find_if_not(text.begin(), text.end(), isBlank);
    return words == text.end() ? range : ByteRange{range.begin + (words - text.begin()), range.end};
}

/// What an edit that leads back is about: the place it leads back to or, when there was none, what it brings back.
std::optional<SourceRange>
subjectBack(std::optional<SourceRange> subject, const TextEdit &edit, const TextEdit &inverse)
{
    if (subject)
        return EditLog::carriedThrough(*subject, inverse, edit);
    for (size_t i = 0; i < edit.replacements().size(); ++i) {
        const Replacement &gone = edit.replacements()[i];
        if (!gone.range.isEmpty())
            return SourceRange{gone.file, fromWords(gone.range, inverse.replacements()[i].text)};
    }
    return {};
}

} // namespace

EditCommand::EditCommand(OpenPage &page, PageChange change, const QString &what, int mergeKey)
    : QUndoCommand(what),
      m_page(page),
      m_edit(std::move(change.edit)),
      m_inverse(m_edit.inverse(page.page()->sources())),
      m_after(std::move(change.after)),
      m_subjectBefore(subjectBack(change.subject, m_edit, m_inverse)),
      m_subjectAfter(change.subject),
      m_mergeKey(mergeKey == 0 ? -1 : mergeKey)
{
}

void EditCommand::redo()
{
    m_page.take({m_edit, m_inverse, m_subjectAfter}, std::exchange(m_after, {}));
}

void EditCommand::undo()
{
    m_page.take({m_inverse, m_edit, m_subjectBefore}, {});
}

bool EditCommand::mergeWith(const QUndoCommand *other)
{
    const auto *next = static_cast<const EditCommand *>(other); // the same id: one of ours
    m_edit = m_edit.followedBy(next->m_edit);
    m_inverse = next->m_inverse.followedBy(m_inverse);
    m_subjectAfter = next->m_subjectAfter;
    // Both edits join where they touch in the text between them, so their replacements pair up.
    const auto same = [](const Replacement &forth, const Replacement &back) { return forth.text == back.text; };
    setObsolete(std::equal(
        m_edit.replacements().begin(), m_edit.replacements().end(), m_inverse.replacements().begin(),
        m_inverse.replacements().end(), same));
    return true;
}

} // namespace vitrine
