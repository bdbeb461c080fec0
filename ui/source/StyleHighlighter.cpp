#include "ui/source/StyleHighlighter.h"

#include "ui/look/Metrics.h"
#include "ui/look/Tones.h"
#include "ui/source/ByteEdit.h"

#include <QTextDocument>

namespace vitrine {

/// What a line was painted with, to see whether it must be painted again.
struct StyleHighlighter::LineStyles : public QTextBlockUserData
{
    explicit LineStyles(std::vector<MarkdownStyles> styles) : styles(std::move(styles)) { }
    std::vector<MarkdownStyles> styles;
};

StyleHighlighter::StyleHighlighter(ByteEdit *edit) : QSyntaxHighlighter(edit->document()), m_edit(edit)
{
    edit->installEventFilter(this);
}

void StyleHighlighter::setStyles(StyleMap styles)
{
    m_styles = std::move(styles);
    for (QTextBlock block = document()->begin(); block.isValid(); block = block.next()) {
        const auto *painted = static_cast<LineStyles *>(block.userData());
        if (!painted || painted->styles != stylesOfLine(block))
            rehighlightBlock(block);
    }
}

std::vector<MarkdownStyles> StyleHighlighter::stylesOfLine(const QTextBlock &block) const
{
    const qsizetype length = block.length() - 1;
    std::vector<MarkdownStyles> styles(static_cast<size_t>(length));
    const ByteText &content = m_edit->content();
    const ByteRange bytes = content.bytesOf(block.position(), length);
    const QStringView text = QStringView(content.text()).mid(block.position(), length);
    qsizetype byte = bytes.begin;
    for (qsizetype i = 0; i < text.size() && byte < bytes.end; ++i) {
        if (byte < static_cast<qsizetype>(m_styles.size()))
            styles[static_cast<size_t>(i)] = m_styles[static_cast<size_t>(byte)];
        if (!text[i].isHighSurrogate())
            byte = content.byteAfter(byte);
    }
    return styles;
}

void StyleHighlighter::highlightBlock(const QString &)
{
    std::vector<MarkdownStyles> styles = stylesOfLine(currentBlock());
    size_t begin = 0;
    for (size_t i = 1; i <= styles.size(); ++i) {
        if (i < styles.size() && styles[i] == styles[begin])
            continue;
        if (styles[begin])
            setFormat(static_cast<int>(begin), static_cast<int>(i - begin), formatOf(styles[begin]));
        begin = i;
    }
    setCurrentBlockUserData(new LineStyles(std::move(styles)));
}

QTextCharFormat StyleHighlighter::formatOf(MarkdownStyles styles) const
{
    const Tones tones(m_edit->palette());
    QTextCharFormat format;
    if (styles.testFlag(MarkdownStyle::Link)) {
        format.setForeground(tones.accent());
        format.setFontUnderline(true);
    }
    if (styles & (MarkdownStyle::Strong | MarkdownStyle::Heading))
        format.setFontWeight(QFont::Bold);
    if (styles.testFlag(MarkdownStyle::Emphasis))
        format.setFontItalic(true);
    if (styles.testFlag(MarkdownStyle::Struck))
        format.setFontStrikeOut(true);
    if (styles.testFlag(MarkdownStyle::Code))
        format.setFontFamilies({metrics::fixedFont().family()});
    if (styles & (MarkdownStyle::Sign | MarkdownStyle::Comment)) {
        format.setForeground(tones.placeholder());
        format.setFontUnderline(false);
        format.setFontWeight(QFont::Normal);
    }
    if (styles.testFlag(MarkdownStyle::Marker))
        format.setForeground(tones.accent());
    return format;
}

bool StyleHighlighter::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_edit && event->type() == QEvent::PaletteChange)
        rehighlight();
    return QSyntaxHighlighter::eventFilter(watched, event);
}

} // namespace vitrine
