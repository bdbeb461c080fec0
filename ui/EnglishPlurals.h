#pragma once

#include <QTranslator>

namespace vitrine {

/// Chooses the English form of texts with a number: "%n change(s)" becomes "1 change" or "2 changes". Other languages
/// have translations of their own with all their forms; English needs no file for its two.
class EnglishPlurals : public QTranslator
{
    Q_OBJECT

public:
    using QTranslator::QTranslator;

    bool isEmpty() const override { return false; }
    QString
    translate(const char *context, const char *sourceText, const char *disambiguation, int number) const override;
};

} // namespace vitrine
