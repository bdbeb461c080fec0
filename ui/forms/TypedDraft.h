#pragma once

#include "app/session/OpenPage.h"
#include "content/page/Edits.h"
#include "content/text/Result.h"

#include <map>
#include <optional>

namespace vitrine {

class FieldEditor;
class FieldsPage;
struct FieldContext;

/// What is typed for a new entry while it is not on the page: what its fields begin with, and what waits when the draft
/// is left before the page could take it. A page has at most one such draft.
class TypedDraft
{
public:
    /// Fills the fields of a fresh draft: today's date as its neighbours write dates, their emoji.
    void fill(const FieldsPage &fields, const FieldContext &context);
    /// Shows again what was typed into an earlier draft of this section.
    void restore(const FieldsPage &fields, const OpenPage &page, int section) const;
    /// Keeps what is typed now; nothing when it is no more than what the draft began with.
    void keep(const FieldsPage &fields, const OpenPage &page, int section);
    /// It is on the page, or its page is gone.
    void forget() { m_waiting.reset(); }
    /// True while something typed is not on the page.
    bool isWaiting() const { return m_waiting.has_value(); }

    /// The values that are typed; fails when that of `asked` is none. Others that are none are left out.
    static Result<FieldValues> values(const FieldsPage &fields, const FieldEditor *asked);

private:
    struct Waiting
    {
        Handle section;
        quint64 revision = 0; ///< at which `section` was taken
        std::map<FieldId, Value> typed;
    };

    std::optional<Waiting> m_waiting;
    std::map<FieldId, Value> m_filled; ///< what the draft begins with
};

} // namespace vitrine
