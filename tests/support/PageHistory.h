#pragma once

#include <QStringList>
#include <QTemporaryDir>

namespace vitrine::test {

/// The versions of real pages that their owners published one after another: what the corpus keeps in
/// `history.tar.xz`, unpacked for as long as this lives. Not usable without a corpus that has it, or without tar.
class PageHistory
{
public:
    PageHistory();

    bool isUsable() const { return m_usable; }
    /// The names of the pages' folders, sorted.
    QStringList pages() const;
    /// The files of a page's versions, the oldest first.
    QStringList versions(const QString &page) const;

private:
    QTemporaryDir m_folder;
    bool m_usable = false;
};

} // namespace vitrine::test
