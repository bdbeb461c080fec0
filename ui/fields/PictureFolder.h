#pragma once

#include <QString>

namespace vitrine {

/// Where a page or site keeps its pictures, and how it names them.
class PictureFolder
{
public:
    PictureFolder() = default;
    /// `root` is absolute, empty when the page has no file yet. A name without any slash means a file in the folder
    /// `bare` of the root, where that is not empty.
    explicit PictureFolder(const QString &root, const QString &bare = {});

    bool isEmpty() const { return m_root.isEmpty(); }
    const QString &root() const { return m_root; }
    bool holds(const QString &file) const;
    /// The file that a path means; empty for addresses on the network, for what the site's code makes, and without a
    /// folder.
    QString fileOf(const QString &path) const;
    /// How a file is named: like `neighbour`, with a slash before it or none. A file outside is named as it is.
    QString pathOf(const QString &file, const QString &neighbour) const;
    /// Where a new picture of this name would go: beside `neighbour`, or where sites keep their pictures.
    QString placeFor(const QString &name, const QString &neighbour) const;

    friend bool operator==(const PictureFolder &, const PictureFolder &) = default;

private:
    QString m_root;
    QString m_bare;
};

} // namespace vitrine
