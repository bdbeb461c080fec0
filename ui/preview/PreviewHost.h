#pragma once

#include <QObject>
#include <QString>

namespace vitrine {

/// What the preview page's own script can tell the program. Every argument comes from a page that may be hostile:
/// numbers are looked up, addresses are checked by whoever follows them. GUI thread.
class PreviewHost : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    Q_INVOKABLE void ready() { Q_EMIT pageReady(); }
    Q_INVOKABLE void clicked(int block, int mark, int offset) { Q_EMIT placeClicked(block, mark, offset); }
    Q_INVOKABLE void followLink(const QString &address) { Q_EMIT linkFollowed(address); }
    Q_INVOKABLE void ghostClicked(int number) { Q_EMIT hiddenClicked(number); }
    Q_INVOKABLE void tellDark(bool offered, bool shown) { Q_EMIT darkTold(offered, shown); }
    Q_INVOKABLE void askForMath() { Q_EMIT mathAsked(); }
    Q_INVOKABLE void remotePictures(const QString &hosts) { Q_EMIT remotePicturesFound(hosts); }

Q_SIGNALS:
    void pageReady();
    void placeClicked(int block, int mark, int offset);
    /// The number of a hidden text, in the order in which they were sent.
    void hiddenClicked(int number);
    /// About the site's own page: whether it has a dark mode, and whether its content stands on a dark ground.
    void darkTold(bool offered, bool shown);
    void linkFollowed(const QString &address);
    /// The page has formulas and needs KaTeX.
    void mathAsked();
    /// JSON: [[host, count], …] of the pictures that were not loaded.
    void remotePicturesFound(const QString &hosts);
};

} // namespace vitrine
