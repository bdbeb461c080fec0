#pragma once

#include "content/importers/PaperReview.h"

#include <QWidget>

class QVBoxLayout;

namespace vitrine {

/// What a page and a bibliography say differently of one paper: for each field both values, of which one is chosen; the
/// page's own until the owner chooses.
class PaperDifferences : public QWidget
{
    Q_OBJECT

public:
    explicit PaperDifferences(QWidget *parent = nullptr);

    /// Shows them; `taken` are those of which the bibliography's value is chosen.
    void show(const PaperFinding &finding, const std::vector<FieldId> &taken);

Q_SIGNALS:
    void chosen(vitrine::FieldId field, bool fromBibliography);

private:
    void build(const PaperFinding &finding);

    QVBoxLayout *m_column;
    std::vector<PaperDifference> m_shown;
};

/// A value in words: authors by their names, links by label and address.
QString valueInWords(const Value &value);

} // namespace vitrine
