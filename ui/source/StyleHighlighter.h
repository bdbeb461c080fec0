#pragma once

#include "ui/source/MarkdownStyles.h"

#include <QSyntaxHighlighter>

namespace vitrine {

class ByteEdit;

/// Shows the styles of Markdown in an editor: signs dimmed, words as the page shows them. Follows the palette.
class StyleHighlighter : public QSyntaxHighlighter
{
    Q_OBJECT

public:
    explicit StyleHighlighter(ByteEdit *edit);

    /// The styles of the editor's bytes. Only lines that look different now are painted anew.
    void setStyles(StyleMap styles);

protected:
    void highlightBlock(const QString &text) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    struct LineStyles;
    /// The styles of a line, one for each UTF-16 unit.
    std::vector<MarkdownStyles> stylesOfLine(const QTextBlock &block) const;
    QTextCharFormat formatOf(MarkdownStyles styles) const;

    ByteEdit *m_edit;
    StyleMap m_styles;
};

} // namespace vitrine
