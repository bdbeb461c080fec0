#pragma once

#include <QByteArray>
#include <QWebEngineScript>

namespace vitrine {

/// The page that is loaded once. The policy lets it show pictures, fonts and styles that our scheme answers, and
/// nothing else.
QByteArray previewDocument();

/// The script of that page, for a world of its own.
QWebEngineScript previewScript();

/// Code that brings KaTeX to the page and sets its formulas; empty where the build was given no KaTeX.
QByteArray previewMath();

} // namespace vitrine
