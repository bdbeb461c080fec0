#include "app/session/OpenPage.h"

#include "app/session/DiskWatch.h"
#include "app/session/EditCommand.h"
#include "content/changes/words/ChangeWords.h"
#include "content/liquid/SourcePlaces.h"

#include <QUndoStack>

#include <algorithm>
#include <utility>

namespace vitrine {

namespace {

Handle handleTo(const Page &page, ByteRange range)
{
    const std::vector<SourceRange> places = sourcePlaces(page.expansion(), range);
    return places.empty() ? Handle{{-1, {}}} : Handle{places.front()};
}

SourceRange firstByte(SourceRange place)
{
    return {place.file, {place.range.begin, std::min(place.range.begin + 1, place.range.end)}};
}

/// False for an edit that was made from another revision.
bool leadsTo(const TextEdit &edit, const SourceSet &before, const SourceSet &after)
{
    if (!edit.fits(before))
        return false;
    const SourceSet changed = edit.appliedTo(before);
    return changed.size() <= after.size() && std::equal(changed.begin(), changed.end(), after.begin());
}

} // namespace

OpenPage::OpenPage() : m_undoStack(new QUndoStack), m_watch(new DiskWatch)
{
    connect(m_watch.get(), &DiskWatch::touched, this, &OpenPage::checkDisk);
    // Once for a jump over many steps.
    connect(m_undoStack.get(), &QUndoStack::indexChanged, this, [this] {
        if (!m_applying)
            Q_EMIT stepped(std::exchange(m_stepSubject, {}));
    });
}

OpenPage::~OpenPage()
{
    m_undoStack->disconnect();
}

std::unique_ptr<OpenPage>
OpenPage::fromBytes(const QByteArray &bytes, const QString &name, std::shared_ptr<const Site> site)
{
    std::unique_ptr<OpenPage> open(new OpenPage);
    open->m_name = name;
    const ReadContext context = site->readContext({});
    open->start(std::move(site), Page::read({{name, bytes}}, context));
    return open;
}

void OpenPage::start(std::shared_ptr<const Site> site, std::shared_ptr<const Page> page)
{
    m_site = std::move(site);
    m_page = std::move(page);
    m_saved.set(m_page);
    savedIsSet();
}

QString OpenPage::name() const
{
    return m_name;
}

UnsavedSummary OpenPage::unsaved() const
{
    const UnsavedChanges &lines = m_saved.lines(*m_page);
    if (lines.isEmpty())
        return {};
    QStringList files;
    for (size_t file = 0; file < m_saved.sources().size(); ++file) {
        const SourceFile &saved = m_saved.sources()[file];
        if (saved.bytes != m_page->sources()[file].bytes)
            files += file == 0 ? m_name : saved.path.section(QLatin1Char('/'), -1);
    }
    return {static_cast<int>(difference().changes.size()), lines.lines(), files};
}

Result<Done> OpenPage::takeBack(int change)
{
    const PageDifference &now = difference();
    if (change < 0 || change >= static_cast<int>(now.changes.size()))
        return Error{ErrorKind::NotFound, tr("There is no such change."), {}, {}};
    const QString what = tr("return of “%1”").arg(inWords(now, now.changes[static_cast<size_t>(change)]));
    return apply(editSource(*m_page, now.takingBack(change)), what);
}

Result<Done> OpenPage::choose(int number, MergeSide side)
{
    const std::vector<OpenChoice> open = choices();
    if (number < 0 || number >= static_cast<int>(open.size()))
        return Error{ErrorKind::NotFound, tr("There is no such choice."), {}, {}};
    const OpenChoice choice = open[static_cast<size_t>(number)];
    if (!choice.marked)
        m_choices.close(number);
    const QByteArray &kept = side == MergeSide::Here ? choice.here : choice.there;
    const TextEdit edit = TextEdit::replacing(choice.place.range, kept, choice.place.file);
    const Result<Done> done = apply(editSource(*m_page, edit), tr("choice of one version"));
    Q_EMIT choicesChanged();
    return done;
}

Result<Done> OpenPage::apply(Result<PageChange> change, const QString &what, int mergeKey)
{
    if (!change)
        return change.error();
    const SourceSet &before = m_page->sources();
    if (!leadsTo(change->edit, before, change->after->sources()))
        return Error{ErrorKind::Conflict, tr("The page has changed meanwhile. It was left as it is."), {}, {}};
    change->edit = change->edit.trimmed(before);
    if (change->edit.isEmpty())
        return Done{};
    m_applying = true;
    const std::optional<SourceRange> subject = change->subject;
    m_undoStack->push(new EditCommand(*this, std::move(*change), what, mergeKey));
    m_applying = false;
    announce(subject);
    return Done{};
}

int OpenPage::nextMergeKey()
{
    static int last = 0;
    return ++last;
}

void OpenPage::take(const Taken &taken, std::shared_ptr<const Page> after)
{
    m_log.append(taken.edit, taken.inverse);
    m_choices.follow(taken.edit, taken.inverse);
    m_page = after ? std::move(after) : m_page->edited(taken.edit);
    m_saved.forgetDifference();
    followSite();
    m_saved.forgetDifference();
    // A file that is included for the first time is on disk as it was read.
    for (size_t file = m_saved.sources().size(); file < m_page->sources().size(); ++file)
        m_saved.add(m_page->sources()[file]);
    ++m_revision;
    if (m_applying)
        return;
    m_stepSubject = taken.subject;
    announce(taken.subject);
}

std::optional<int> OpenPage::configFile() const
{
    return sourceOf(m_site->configFile());
}

std::optional<int> OpenPage::menuFile() const
{
    return sourceOf(m_site->menuFile());
}

/// Which of the page's sources a file of the site is.
std::optional<int> OpenPage::sourceOf(const std::optional<SourceFile> &file) const
{
    const SourceSet &sources = m_page->sources();
    for (size_t source = 1; file && source < sources.size(); ++source) {
        if (sources[source].path == file->path)
            return static_cast<int>(source);
    }
    return {};
}

/// What the site says may decide how the page is read.
void OpenPage::followSite()
{
    const std::optional<int> file = configFile();
    if (!file)
        return;
    const auto bytesOf = [this](std::optional<int> source) {
        return source ? m_page->sources()[static_cast<size_t>(*source)].bytes : QByteArray();
    };
    const QByteArray config = bytesOf(file), menu = bytesOf(menuFile());
    const QByteArray oldMenu = m_site->menuFile() ? m_site->menuFile()->bytes : QByteArray();
    if (config == m_site->configFile()->bytes && menu == oldMenu)
        return;
    m_site = m_site->withFiles(config, menu);
    m_page = Page::read(m_page->sources(), m_site->readContext(m_path));
    Q_EMIT siteChanged();
}

void OpenPage::announce(std::optional<SourceRange> subject)
{
    Q_EMIT changed(m_revision, subject);
    updateModified();
}

void OpenPage::updateModified()
{
    const SourceSet &now = m_page->sources();
    const bool modified = !std::equal(
        now.begin(), now.end(), m_saved.sources().begin(), m_saved.sources().end(),
        [](const SourceFile &a, const SourceFile &b) { return a.bytes == b.bytes; });
    if (modified == m_modified)
        return;
    m_modified = modified;
    Q_EMIT modifiedChanged(modified);
}

/// What is on disk is known anew.
void OpenPage::savedIsSet()
{
    m_goneTold.reset();
    m_undoStack->setClean();
    QStringList files;
    for (size_t file = 0; !m_path.isEmpty() && file < m_saved.sources().size(); ++file)
        files += pathOf(file);
    m_watch->setFiles(files);
    updateModified();
}

Handle OpenPage::handleOf(EntryRef entry) const
{
    return handleTo(*m_page, m_page->entry(entry).range);
}

Handle OpenPage::handleOf(int section) const
{
    // The heading is the section's own; its whole range may run through several files.
    const Section &named = m_page->section(section);
    return handleTo(*m_page, named.headingRange.isEmpty() ? named.range : named.headingRange);
}

Handle OpenPage::carried(Handle handle, quint64 revision) const
{
    const std::optional<SourceRange> now = m_log.carried(handle.place, revision);
    return now ? Handle{*now} : Handle{{-1, {}}};
}

std::optional<EntryRef> OpenPage::findEntry(Handle handle, quint64 revision) const
{
    const SourceRange place = carried(handle, revision).place;
    if (place.file < 0)
        return {};
    // An entry that became several is the first of them.
    const std::optional<EntryRef> whole = m_page->entryAt(place);
    return whole ? whole : m_page->entryAt(firstByte(place));
}

std::optional<int> OpenPage::findSection(Handle handle, quint64 revision) const
{
    const SourceRange place = carried(handle, revision).place;
    return place.file < 0 ? std::nullopt : m_page->sectionAt(firstByte(place));
}

bool OpenPage::isChangedSinceSave(EntryRef ref) const
{
    const UnsavedChanges &changes = m_saved.lines(*m_page);
    if (changes.isEmpty())
        return false;
    const Section &section = m_page->section(ref.section);
    const ByteRange range = ref.entry < 0 ? section.range : section.entries[static_cast<size_t>(ref.entry)].outerRange;
    const std::vector<SourceRange> places = sourcePlaces(m_page->expansion(), range);
    return std::any_of(places.begin(), places.end(), [&](SourceRange place) { return changes.isChanged(place); });
}

} // namespace vitrine
