#pragma once

#include <QPlainTextDocumentLayout>

namespace vitrine {

/// The layout of a plain text editor with more room between lines than the font asks for. A block's userState(), when
/// it is above 0, is room above and below its line besides, in pixels.
class SpacedLayout : public QPlainTextDocumentLayout
{
    Q_OBJECT

public:
    /// `factor` of the font's size from one line to the next.
    SpacedLayout(QTextDocument *document, double factor);

    QRectF blockBoundingRect(const QTextBlock &block) const override;

private:
    double spareAbove(const QTextBlock &block) const;

    double m_factor;
};

} // namespace vitrine
