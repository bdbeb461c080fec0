#include "ui/preview/OwnTheme.h"

#include "app/session/OpenPage.h"

#include <QCryptographicHash>

namespace vitrine {

namespace {

const QByteArray topic = QByteArrayLiteral("own-theme");

} // namespace

OwnTheme::OwnTheme(MessageBar *messages, const QString &cacheFolder, QObject *parent)
    : QObject(parent), m_messages(messages), m_cacheFolder(cacheFolder)
{
    connect(&m_build, &JekyllBuild::said, this, [this](const QString &line) {
        tellProgress(tr("Your site is being built."), line, [this] { m_build.cancel(); });
    });
    connect(&m_build, &JekyllBuild::finished, this, [this](bool done, const QString &message) {
        take(done, tr("Jekyll could not build your site."), message);
    });
    connect(&m_published, &PublishedSite::said, this, [this](const QString &line) {
        tellProgress(tr("Your published page is being fetched."), line, [this] { m_published.cancel(); });
    });
    connect(&m_published, &PublishedSite::finished, this, [this](bool done, const QString &message) {
        take(done, tr("Your published page could not be fetched."), message);
    });
}

void OwnTheme::setPage(OpenPage *page)
{
    if (m_page == page)
        return;
    m_page = page;
    if (m_build.isRunning())
        m_build.cancel();
    m_published.cancel();
    withdraw();
}

QString OwnTheme::folderFor(const QString &how) const
{
    const QByteArray site = QCryptographicHash::hash(m_page->site().root().toUtf8(), QCryptographicHash::Sha1).toHex();
    return m_cacheFolder + QStringLiteral("/sites/") + QString::fromLatin1(site.left(16)) + QLatin1Char('/') + how;
}

QStringList OwnTheme::paths() const
{
    return pathsOnSite(*m_page->page(), m_page->site().relativePath(m_page->path()));
}

std::optional<OwnShell> OwnTheme::shell() const
{
    if (!m_page || !m_page->site().exists())
        return {};
    std::optional<OwnShell> newest;
    for (const QString &folder :
         {ownBuildFolder(m_page->site()), folderFor(QStringLiteral("built")), folderFor(QStringLiteral("published"))}) {
        std::optional<OwnShell> found = findOwnShell(folder, paths());
        if (found && (!newest || found->made > newest->made))
            newest = std::move(found);
    }
    return newest;
}

bool OwnTheme::isBuilt() const
{
    return m_page && m_page->site().exists() && findOwnShell(ownBuildFolder(m_page->site()), paths());
}

QList<Message::Remedy> OwnTheme::ways()
{
    QList<Message::Remedy> ways;
    if (!m_page || !m_page->site().exists())
        return ways;
    if (JekyllBuild::isInstalled())
        ways.append({tr("Build it with Jekyll"), [this] { build(); }});
    if (const QUrl address = publishedAddress(m_page->site()); !address.isEmpty())
        ways.append({tr("Fetch it from %1").arg(address.host()), [this] { fetch(); }});
    return ways;
}

void OwnTheme::offer()
{
    const QList<Message::Remedy> known = ways();
    const QString means = known.isEmpty()
        ? tr("It can be shown once the site has been built here, or when _config.yml tells its address as “url”.")
        : tr("Until then a built-in theme stands in.");
    m_messages->tell({topic, Message::Weight::Note, tr("The look of your own site is not here yet."), means, known});
}

void OwnTheme::tellNotFound()
{
    m_messages->tell(
        {topic, Message::Weight::ToCheck, tr("Your site’s page was found, but not the place of this text in it."),
         tr("A built-in theme stands in. A newer build of the site may help."), ways()});
}

void OwnTheme::withdraw()
{
    m_messages->withdraw(topic);
}

void OwnTheme::build()
{
    tellProgress(tr("Your site is being built."), {}, [this] { m_build.cancel(); });
    m_build.start(m_page->site().root(), folderFor(QStringLiteral("built")));
}

void OwnTheme::fetch()
{
    m_published.start(publishedAddress(m_page->site()), paths().first(), folderFor(QStringLiteral("published")));
}

void OwnTheme::tellProgress(const QString &clause, const QString &line, std::function<void()> cancel)
{
    m_messages->tell({topic, Message::Weight::Note, clause, line, {{tr("Cancel"), std::move(cancel)}}});
}

void OwnTheme::take(bool done, const QString &clause, const QString &message)
{
    withdraw();
    if (done)
        Q_EMIT came();
    else if (!message.isEmpty())
        m_messages->tell({topic, Message::Weight::Error, clause, message, ways()});
}

} // namespace vitrine
