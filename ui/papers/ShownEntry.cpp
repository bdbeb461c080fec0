#include "ui/papers/ShownEntry.h"

#include "content/markdown/Html.h"

#include <QCoreApplication>

namespace vitrine {

namespace {

/// Tags of one letter or so that mean the same in a label.
bool isPlainTag(const QByteArray &name)
{
    static const QByteArrayList plain{"b", "strong", "i", "em", "u", "ins", "s", "del", "sup", "sub", "code"};
    return plain.contains(name);
}

class Words
{
public:
    Words(const Page &page, ByteRange entry) : m_page(page), m_entry(entry) { }

    /// The depth of the tree is bounded by its readers.
    void add(const Node &node)
    {
        if (!node.range.overlaps(m_entry))
            return;
        switch (node.kind) {
        case NodeKind::Text:
            addText(m_page.text({std::max(node.range.begin, m_entry.begin), std::min(node.range.end, m_entry.end)}));
            return;
        case NodeKind::SoftBreak:
            addText(" ");
            return;
        case NodeKind::HardBreak:
            endLine();
            return;
        case NodeKind::Escape:
        case NodeKind::Entity:
        case NodeKind::Typographic:
        case NodeKind::MathInline:
            addText(node.text);
            return;
        case NodeKind::Code:
            m_html += QStringLiteral("<code>");
            addText(node.text);
            m_html += QStringLiteral("</code>");
            return;
        case NodeKind::Emphasis:
            return addWithin(node, QStringLiteral("i"));
        case NodeKind::Strong:
            return addWithin(node, QStringLiteral("b"));
        case NodeKind::Link:
            return addLink(node);
        case NodeKind::Image:
            return addPicture();
        case NodeKind::HtmlElement:
            return addElement(node);
        case NodeKind::HtmlInline:
            if (m_page.text(node.range).startsWith("<br"))
                endLine();
            else if (m_page.text(node.range).startsWith("<img"))
                addPicture();
            return;
        case NodeKind::HtmlBlock:
        case NodeKind::Comment:
            return;
        default:
            break;
        }
        addChildren(node);
        if (!node.isInline())
            endLine();
    }

    QString html() const { return m_html; }

private:
    void addChildren(const Node &node)
    {
        for (const Node &child : node.children)
            add(child);
    }

    void addWithin(const Node &node, const QString &tag)
    {
        m_html += QLatin1Char('<') + tag + QLatin1Char('>');
        addChildren(node);
        m_html += QStringLiteral("</") + tag + QLatin1Char('>');
    }

    void addLink(const Node &node)
    {
        m_html += QStringLiteral("<a href=\"#\">");
        addChildren(node);
        m_html += QStringLiteral("</a>");
    }

    void addElement(const Node &node)
    {
        const QByteArray name = node.info.toLower();
        if (name == "br")
            endLine();
        else if (name == "img")
            addPicture();
        else if (name == "a")
            addLink(node);
        else if (isPlainTag(name))
            addWithin(node, QString::fromLatin1(name));
        else if (name != "script" && name != "style")
            addChildren(node);
        if (isBlockElement(name))
            endLine();
    }

    void addPicture()
    {
        const QString words = QCoreApplication::translate("ShownEntry", "[picture]");
        m_html += QStringLiteral("<small>%1</small> ").arg(words.toHtmlEscaped());
        m_lineEmpty = false;
    }

    void addText(const QByteArray &utf8)
    {
        const QString text = QString::fromUtf8(utf8);
        if (m_lineEmpty && text.trimmed().isEmpty())
            return;
        if (m_lineWaits)
            m_html += QStringLiteral("<br>");
        m_lineWaits = false;
        m_lineEmpty = false;
        m_html += text.toHtmlEscaped();
    }

    /// The next words begin a new line; none stays empty.
    void endLine()
    {
        m_lineWaits = m_lineWaits || !m_lineEmpty;
        m_lineEmpty = true;
    }

    const Page &m_page;
    const ByteRange m_entry;
    QString m_html;
    bool m_lineEmpty = true;
    bool m_lineWaits = false;
};

} // namespace

QString shownEntry(const Page &page, ByteRange entry)
{
    Words words(page, entry);
    words.add(page.tree());
    return words.html();
}

} // namespace vitrine
