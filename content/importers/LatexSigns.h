#pragma once

#include <QByteArrayView>
#include <QString>

#include <optional>

namespace vitrine {

/// What a command of LaTeX without arguments stands for ("ss" is ß); nothing for one that is not known. Commands of
/// fonts and spacing stand for an empty text.
std::optional<QString> latexSign(QByteArrayView command);

/// The combining mark of an accent command ("'", "c", "v"), or 0.
char16_t latexAccent(QByteArrayView command);

} // namespace vitrine
