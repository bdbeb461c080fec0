#pragma once

#include "ui/preview/PreviewLook.h"

#include <QByteArray>
#include <QObject>

#include <functional>

class QPrinter;
class QWebEngineView;

namespace vitrine {

class OpenPage;
class PreviewWorld;

/// Takes the page out of the preview: as one HTML file, as a PDF, onto paper. GUI thread.
class PageExport : public QObject
{
    Q_OBJECT

public:
    /// Owns neither; `world` must outlive this.
    PageExport(PreviewWorld *world, QWebEngineView *view);

    /// The page in this look as one HTML file that needs no other: formulas are drawn, files of the site are in it;
    /// what is elsewhere is named as its owner wrote it. No script of the page is in it. Empty when the preview fails.
    void html(const OpenPage &page, const PreviewLook &look, const std::function<void(const QByteArray &)> &done);
    /// Prints what is shown, in the site's light colours, as soon as its pictures, fonts and formulas have come. `dark`
    /// is what it goes back to. `done` gets whether it was written.
    void pdf(const QString &path, bool dark, const std::function<void(bool)> &done);
    /// Likewise; `printer` must live until `done` is called.
    void print(QPrinter *printer, bool dark, const std::function<void(bool)> &done);

private:
    QByteArray withFiles(const QByteArray &html, const QByteArray &mark, const QVariantList &files) const;
    void whenSettled(const std::function<void()> &then, int triesLeft);

    PreviewWorld *m_world;
    QWebEngineView *m_view;
};

} // namespace vitrine
