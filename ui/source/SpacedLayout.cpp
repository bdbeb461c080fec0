#include "ui/source/SpacedLayout.h"

#include <QFontInfo>
#include <QTextBlock>
#include <QTextDocument>
#include <QTextLayout>

#include <algorithm>
#include <cmath>

namespace vitrine {

SpacedLayout::SpacedLayout(QTextDocument *document, double factor)
    : QPlainTextDocumentLayout(document), m_factor(factor)
{
}

double SpacedLayout::spareAbove(const QTextBlock &block) const
{
    const QTextLine line = block.layout()->lineAt(0);
    const double wanted = std::round(QFontInfo(document()->defaultFont()).pixelSize() * m_factor);
    return std::max(0.0, std::floor((wanted - line.height()) / 2)) + std::max(0, block.userState());
}

QRectF SpacedLayout::blockBoundingRect(const QTextBlock &block) const
{
    // Lays the block out when that is due; its lines then stand as the font asks, the first at 0.
    QRectF rect = QPlainTextDocumentLayout::blockBoundingRect(block);
    QTextLayout *layout = block.isValid() ? block.layout() : nullptr;
    if (!layout || layout->lineCount() == 0 || !block.isVisible())
        return rect;
    const double spare = spareAbove(block);
    if (spare > 0 && layout->lineAt(0).y() == 0) {
        for (int i = 0; i < layout->lineCount(); ++i) {
            QTextLine line = layout->lineAt(i);
            line.setPosition({line.x(), line.y() + spare * (2 * i + 1)});
        }
        rect = QPlainTextDocumentLayout::blockBoundingRect(block);
    }
    return rect.adjusted(0, 0, 0, spare);
}

} // namespace vitrine
