#pragma once

#include <QString>

class QEvent;
class QWidget;

namespace vitrine {

/// The text on the clipboard when it holds BibTeX; empty otherwise.
QString copiedBibtex();

/// True for the paste key in a field of a paper while the clipboard holds BibTeX: that is no value but papers, and
/// belongs to the window. `field` is any widget in the editor of a field.
bool pastesPapers(const QWidget *field, QEvent *event);

} // namespace vitrine
