#pragma once

#include <QByteArray>
#include <QByteArrayView>

#include <vector>

namespace vitrine {

/// A stretch of LaTeX as text: words, or a formula with its dollars.
struct LatexRun
{
    QByteArray text; ///< UTF-8
    bool formula = false;

    friend bool operator==(const LatexRun &, const LatexRun &) = default;
};

/// What LaTeX as it stands in bibliographies says: accents, letters, quotes and dashes as Unicode, commands of fonts
/// gone, blanks joined; formulas stay as they are written. A command that is not known leaves its name. Bytes that are
/// not UTF-8 count as Latin-1. Linear, no recursion.
std::vector<LatexRun> latexRuns(QByteArrayView latex);

/// The same as one plain text.
QByteArray textFromLatex(QByteArrayView latex);

} // namespace vitrine
