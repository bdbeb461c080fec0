#pragma once

#include "app/session/UnsavedChanges.h"
#include "content/changes/PageDifference.h"

#include <memory>
#include <optional>

namespace vitrine {

/// The page as it is on disk, and how the page of today differs from that: made when asked for, kept until one of the
/// two changes. GUI thread.
class SavedRevision
{
public:
    /// `page` is on disk as it is.
    void set(std::shared_ptr<const Page> page);
    /// These bytes are on disk; the files are those of today's page, in its order.
    void set(SourceSet sources);
    /// A file that was not part of the page before is on disk as it was read.
    void add(const SourceFile &file);
    /// Today's page is another one.
    void forgetDifference();

    const SourceSet &sources() const { return m_sources; }
    /// The saved bytes, read as `now` is read.
    std::shared_ptr<const Page> page(const Page &now) const;
    const UnsavedChanges &lines(const Page &now) const;
    const PageDifference &difference(const std::shared_ptr<const Page> &now) const;

private:
    SourceSet m_sources;
    mutable std::shared_ptr<const Page> m_page; ///< null until asked for
    mutable std::optional<UnsavedChanges> m_lines;
    mutable std::optional<PageDifference> m_difference;
};

} // namespace vitrine
