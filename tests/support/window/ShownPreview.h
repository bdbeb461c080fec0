#pragma once

#include "app/session/OpenPage.h"
#include "ui/Selection.h"
#include "ui/preview/PreviewPane.h"

#include <QTemporaryDir>
#include <QVariant>

#include <functional>
#include <memory>

namespace vitrine::test {

constexpr int patience = 30000; // ms; the first load of a web view takes seconds on a slow machine

/// A site in a scratch folder with one page `index.md`, open in a pane that shows it.
struct ShownPreview
{
    QTemporaryDir folder;
    std::unique_ptr<OpenPage> open;
    Selection selection;
    Settings settings{folder.filePath(QStringLiteral("profile"))};
    std::unique_ptr<PreviewPane> pane = std::make_unique<PreviewPane>(&settings, PreviewMode::On);

    /// `prepare` writes further files of the site before the page is opened.
    explicit ShownPreview(const QByteArray &bytes, const std::function<void(const ShownPreview &)> &prepare = {});
    ~ShownPreview();

    /// Makes a file of the site, with its folders.
    void write(const QString &name, const QByteArray &bytes) const;

    /// Edits the page: the first `old` becomes `fresh`.
    void replace(const QByteArray &old, const QByteArray &fresh) const;
    /// The value of an expression in the preview's own world.
    QVariant evaluate(const QString &expression) const;
    /// What the page shows.
    QString text() const;
    void waitFor(const QString &expected) const;
    /// Waits until an expression is true.
    void waitUntil(const QString &expression) const;
    /// Clicks the first letter of the first text that contains the word.
    void clickWord(const QString &word) const;
};

} // namespace vitrine::test
