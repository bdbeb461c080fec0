#include "ui/fields/FormatStrip.h"

#include "content/markdown/Reader.h"
#include "ui/fields/LineEdit.h"
#include "ui/fields/QuietLabel.h"
#include "ui/look/Controls.h"
#include "ui/look/Icons.h"
#include "ui/look/Metrics.h"
#include "ui/source/ByteEdit.h"
#include "ui/source/MarkdownTyping.h"

#include <QAction>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QStackedLayout>
#include <QToolButton>

namespace vitrine {

namespace {

Node treeOf(const QByteArray &text)
{
    return readMarkdown(text, {0, text.size()}, {});
}

/// Ctrl+B, Ctrl+I and Ctrl+K, of which text fields on X11 claim the last.
int formatKey(const QEvent *event)
{
    if (event->type() != QEvent::ShortcutOverride && event->type() != QEvent::KeyPress)
        return 0;
    const auto *key = static_cast<const QKeyEvent *>(event);
    const bool isOurs = key->key() == Qt::Key_B || key->key() == Qt::Key_I || key->key() == Qt::Key_K;
    return key->modifiers() == Qt::ControlModifier && isOurs ? key->key() : 0;
}

} // namespace

FormatStrip::FormatStrip(ByteEdit *edit, QWidget *parent) : QWidget(parent), m_edit(edit)
{
    m_pages = new QStackedLayout(this);
    m_pages->addWidget(makeButtons());
    m_pages->addWidget(makeAddressLine());
    edit->installEventFilter(this);
}

QWidget *FormatStrip::makeButtons()
{
    auto *page = new QWidget(this);
    auto *row = new QHBoxLayout(page);
    row->setContentsMargins(metrics::px(1), 0, metrics::px(2), 0);
    row->setSpacing(metrics::px(0.5));
    const auto add = [&](const QString &icon, const char *name, const QString &text, auto act) {
        auto *action = new QAction(vitrine::icon(icon), text, this);
        connect(action, &QAction::triggered, this, act);
        QToolButton *button = makeToolButton(action, page);
        // The words marked in the text must stay marked, and every button has a key.
        button->setFocusPolicy(Qt::NoFocus);
        nameWidget(button, QLatin1String(name), text);
        row->addWidget(button);
    };
    add(QStringLiteral("bold"), "boldButton", tr("Bold"), [this] { toggle(Format::Strong); });
    add(QStringLiteral("italic"), "italicButton", tr("Italic"), [this] { toggle(Format::Emphasis); });
    add(QStringLiteral("link"), "linkButton", tr("Link"), [this] { askAddress(); });
    add(QStringLiteral("code"), "codeButton", tr("Code"), [this] { toggle(Format::Code); });
    row->addStretch();
    m_note = new QuietLabel(page);
    row->addWidget(m_note);
    return page;
}

QWidget *FormatStrip::makeAddressLine()
{
    auto *page = new QWidget(this);
    auto *row = new QHBoxLayout(page);
    row->setContentsMargins(metrics::px(2), 0, metrics::px(2), 0);
    m_address = new LineEdit(page);
    m_address->setFrame(false);
    m_address->setPlaceholderText(tr("Address of the link, then Enter"));
    nameWidget(m_address, QStringLiteral("linkAddressEdit"), tr("Address of the link"));
    m_address->installEventFilter(this);
    row->addWidget(m_address);
    return page;
}

void FormatStrip::setNote(const QString &note)
{
    m_note->setText(note);
}

void FormatStrip::toggle(Format format)
{
    const QByteArray text = m_edit->bytes();
    const NodeKind kind = format == Format::Strong ? NodeKind::Strong
        : format == Format::Emphasis               ? NodeKind::Emphasis
                                                   : NodeKind::Code;
    const MarkdownTyping typing = toggled(text, treeOf(text), m_edit->marked(), kind);
    m_edit->type(typing.range, typing.bytes, typing.marked);
    m_edit->setFocus(Qt::OtherFocusReason);
}

void FormatStrip::askAddress()
{
    const Node tree = treeOf(m_edit->bytes());
    const Node *link = nodeAround(tree, m_edit->marked(), NodeKind::Link);
    m_address->setText(
        link ? QString::fromUtf8(m_edit->bytes().mid(link->urlRange.begin, link->urlRange.size())) : QString());
    m_address->selectAll();
    m_pages->setCurrentIndex(1);
    m_address->setFocus(Qt::OtherFocusReason);
}

void FormatStrip::takeAddress()
{
    const QByteArray address = linkAddress(m_address->text());
    if (!address.isEmpty()) {
        const QByteArray text = m_edit->bytes();
        const MarkdownTyping typing = linked(text, treeOf(text), m_edit->marked(), address);
        m_edit->type(typing.range, typing.bytes, typing.marked);
    }
    closeAddress();
}

void FormatStrip::closeAddress()
{
    m_pages->setCurrentIndex(0);
    m_edit->setFocus(Qt::OtherFocusReason);
}

bool FormatStrip::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_edit) {
        const int key = formatKey(event);
        if (key == 0)
            return QWidget::eventFilter(watched, event);
        event->accept();
        if (event->type() == QEvent::ShortcutOverride)
            return true;
        if (key == Qt::Key_K)
            askAddress();
        else
            toggle(key == Qt::Key_B ? Format::Strong : Format::Emphasis);
        return true;
    }
    const bool isKey = event->type() == QEvent::KeyPress || event->type() == QEvent::ShortcutOverride;
    const int key = isKey ? static_cast<QKeyEvent *>(event)->key() : 0;
    const bool isEnter = key == Qt::Key_Return || key == Qt::Key_Enter;
    if (!isEnter && key != Qt::Key_Escape)
        return QWidget::eventFilter(watched, event);
    event->accept();
    if (event->type() == QEvent::KeyPress)
        isEnter ? takeAddress() : closeAddress();
    return true;
}

} // namespace vitrine
