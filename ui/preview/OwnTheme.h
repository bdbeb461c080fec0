#pragma once

#include "app/preview/JekyllBuild.h"
#include "app/preview/PublishedSite.h"
#include "app/site/OwnShell.h"
#include "ui/bars/MessageBar.h"

#include <QObject>
#include <QPointer>

#include <optional>

namespace vitrine {

class OpenPage;

/// The site's own look for the page that is open: finds its page where the site was built, and gets it when the user
/// asks, by a build of Jekyll or from where it is published. Speaks through the preview's message bar. GUI thread.
class OwnTheme : public QObject
{
    Q_OBJECT

public:
    /// `cacheFolder` keeps what was built and fetched. Owns neither argument.
    OwnTheme(MessageBar *messages, const QString &cacheFolder, QObject *parent = nullptr);

    /// The page whose site is meant; nullptr for none. Ends what runs for another.
    void setPage(OpenPage *page);
    /// The newest page of the site that is there already: built by its owner, built by us, or fetched.
    std::optional<OwnShell> shell() const;
    /// True when the owner has built the site himself.
    bool isBuilt() const;
    /// Says what can be done to get the site's look.
    void offer();
    /// Says that the site's page is there, but not the place of its content.
    void tellNotFound();
    void withdraw();

Q_SIGNALS:
    /// A page came; shell() has it.
    void came();

private:
    QString folderFor(const QString &how) const;
    QStringList paths() const;
    QList<Message::Remedy> ways();
    void build();
    void fetch();
    void tellProgress(const QString &clause, const QString &line, std::function<void()> cancel);
    void take(bool done, const QString &clause, const QString &message);

    MessageBar *m_messages;
    QString m_cacheFolder;
    QPointer<OpenPage> m_page;
    JekyllBuild m_build;
    PublishedSite m_published;
};

} // namespace vitrine
