#include "app/session/OpenPage.h"

#include <QUndoStack>

namespace vitrine {

struct OpenPage::History
{
};

OpenPage::OpenPage() : m_history(new History), m_undoStack(new QUndoStack) { }
OpenPage::~OpenPage() = default;

Result<std::unique_ptr<OpenPage>> OpenPage::open(const QString &)
{
    return Error{};
}

std::unique_ptr<OpenPage>
OpenPage::fromBytes(const QByteArray &bytes, const QString &name, std::shared_ptr<const Site> site)
{
    std::unique_ptr<OpenPage> open(new OpenPage);
    open->m_site = std::move(site);
    open->m_name = name;
    open->m_page = Page::read({{name, bytes}}, open->m_site->readContext({}));
    return open;
}

QString OpenPage::name() const
{
    return m_name;
}

bool OpenPage::isReadOnly() const
{
    return false;
}

bool OpenPage::isModified() const
{
    return false;
}

UnsavedSummary OpenPage::unsaved() const
{
    return {};
}

Result<Done> OpenPage::apply(Result<PageChange>, const QString &, int)
{
    return Error{};
}

int OpenPage::nextMergeKey()
{
    static int last = 0;
    return ++last;
}

Handle OpenPage::handleOf(EntryRef) const
{
    return {};
}

Handle OpenPage::handleOf(int) const
{
    return {};
}

Handle OpenPage::carried(Handle handle, quint64) const
{
    return handle;
}

std::optional<EntryRef> OpenPage::findEntry(Handle, quint64) const
{
    return {};
}

std::optional<int> OpenPage::findSection(Handle, quint64) const
{
    return {};
}

bool OpenPage::isChangedSinceSave(EntryRef) const
{
    return false;
}

Result<Done> OpenPage::save()
{
    return Error{};
}

Result<Done> OpenPage::saveAs(const QString &)
{
    return Error{};
}

Result<Done> OpenPage::revert()
{
    return Error{};
}

void OpenPage::take(std::shared_ptr<const Page>, const TextEdit &, std::optional<SourceRange>) { }

} // namespace vitrine
