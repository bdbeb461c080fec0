#pragma once

#include "content/liquid/Expansion.h"
#include "content/page/Page.h"
#include "content/text/Result.h"

#include <QString>
#include <QStringList>

#include <memory>
#include <optional>
#include <vector>

namespace vitrine {

/// The theme family a site uses; decides the preview's theme.
enum class ThemeFamily { Academicpages, AcadHomepage, Unknown };

/// Entries that a site keeps outside its page: `_publications/`, `_talks/`, `_news/`, `papers.bib`.
struct CollectionInfo
{
    QString path; ///< absolute: the folder or file
    QString name; ///< relative to the site, with `/` for a folder: "_publications/"
    Kind kind = Kind::Other;
    int count = 0; ///< entries in it
};

/// The Jekyll site around a page, as its folder was when it was opened. Immutable.
class Site
{
public:
    /// The nearest folder upwards from a page (or the folder itself) that holds a `_config.yml`.
    static std::optional<QString> findRoot(const QString &pageOrFolder);
    /// Reads `_config.yml` and `_data`; broken YAML gives a site with diagnostics, never a failure.
    static std::shared_ptr<const Site> open(const QString &root);
    /// The same site with other bytes in its `_config.yml` and its menu.
    std::shared_ptr<const Site> withFiles(const QByteArray &config, const QByteArray &menu) const;
    /// The site that a page lies in, none() without one.
    static std::shared_ptr<const Site> around(const QString &page);
    /// A page without a site: only files beside it can be included.
    static std::shared_ptr<const Site> none();

    bool exists() const { return !m_root.isEmpty(); }
    /// Absolute, without a final slash; empty without a site.
    const QString &root() const { return m_root; }
    /// `_config.yml` as it was read; nothing without a site, or where it could not be read.
    const std::optional<SourceFile> &configFile() const { return m_configFile; }
    /// The menu of the site, `_data/navigation.yml`; nothing where there is none.
    const std::optional<SourceFile> &menuFile() const { return m_menuFile; }
    ThemeFamily family() const { return m_family; }
    const std::shared_ptr<const SiteValues> &values() const { return m_values; }
    const std::vector<CollectionInfo> &collections() const { return m_collections; }
    const std::vector<Diagnostic> &diagnostics() const { return m_diagnostics; }

    /// The page of the site (`_pages/about.md`, `_pages/home.md`, `index.md`, `about.md`, in this order), absolute.
    std::optional<QString> findPage() const;
    /// How to read the page at this absolute path: values, lookups inside the site only, engine and options.
    ReadContext readContext(const QString &pagePath) const;
    /// The path of a page's file as it is shown and stored in SourceFile::path.
    QString relativePath(const QString &absolute) const;
    QString absolutePath(const QString &relative, const QString &pagePath) const;

private:
    void findMenu(const QString &dataFolder);
    void readConfig(const QByteArray &bytes);

    QString m_root;
    std::optional<SourceFile> m_configFile;
    std::optional<SourceFile> m_menuFile;
    ThemeFamily m_family = ThemeFamily::Unknown;
    std::shared_ptr<const SiteValues> m_values;
    std::vector<CollectionInfo> m_collections;
    std::vector<Diagnostic> m_diagnostics;
};

} // namespace vitrine
