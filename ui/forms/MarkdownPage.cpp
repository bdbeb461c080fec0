#include "ui/forms/MarkdownPage.h"

#include "content/markdown/Reader.h"
#include "content/text/LineIndex.h"
#include "ui/fields/FieldBox.h"
#include "ui/fields/FieldFrame.h"
#include "ui/fields/FormatStrip.h"
#include "ui/fields/QuietLabel.h"
#include "ui/look/Controls.h"
#include "ui/look/Metrics.h"
#include "ui/source/MarkdownEdit.h"

#include <QScopedValueRollback>
#include <QVBoxLayout>

namespace vitrine {

using namespace metrics;

MarkdownPage::MarkdownPage(QWidget *parent)
    : QWidget(parent),
      m_box(new FieldBox),
      m_edit(new MarkdownEdit),
      m_strip(new FormatStrip(m_edit)),
      m_frame(new FieldFrame(m_box, QStringLiteral("entryMarkdown"), this)),
      m_note(new QuietLabel(this))
{
    setObjectName(QStringLiteral("markdownPage"));
    nameWidget(m_edit, QStringLiteral("entryMarkdownEdit"), tr("Markdown of the entry"));
    m_edit->setTabChangesFocus(true);
    m_box->setContent(m_edit);
    m_box->setStrip(m_strip);
    m_box->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
    m_frame->setRemediesShown(false);
    m_note->setWordWrap(true);
    m_note->setText(
        tr("Only this entry, exactly as it stands in the file. What you write here is kept as you write it."));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(px(paneMargin), px(paneMargin), px(paneMargin), px(paneMargin));
    column->setSpacing(px(2));
    column->addWidget(m_frame, 1);
    column->addWidget(m_note);
    setFocusProxy(m_edit);
    connect(m_edit, &ByteEdit::bytesEdited, this, &MarkdownPage::write);
    connect(m_frame, &FieldFrame::refusalShown, m_box, &FieldBox::setRefused);
}

void MarkdownPage::show(OpenPage *page, EntryRef entry)
{
    const bool same = page == m_page && m_writing;
    m_page = page;
    m_entry = entry;
    const Page &today = *page->page();
    const ByteRange range = today.entry(entry).range;
    if (!same) {
        m_frame->clearRefusal();
        m_edit->setLineEnd(lineEndBytes(dominantLineEnd(today.bytes())));
        m_edit->setBytes(today.text(range));
    }
    const std::optional<SourceRange> place = today.expansion().toSource(range);
    const QString file =
        place ? QString::fromUtf8(today.sources()[static_cast<size_t>(place->file)].path.toUtf8()) : QString();
    const int line =
        place ? LineIndex(today.sources()[static_cast<size_t>(place->file)].bytes).lineAt(place->range.begin) + 1 : 0;
    m_strip->setNote(place ? tr("line %1 of %2").arg(line).arg(file.section(QLatin1Char('/'), -1)) : QString());
    m_edit->setReadOnly(!place);
    restyle();
}

void MarkdownPage::clear()
{
    m_page = nullptr;
    m_entry.reset();
}

void MarkdownPage::focusAt(qsizetype offset)
{
    m_edit->setFocus(Qt::OtherFocusReason);
    if (m_page && m_entry)
        m_edit->setCaret(offset - m_page->page()->entry(*m_entry).range.begin);
}

void MarkdownPage::select(ByteRange place)
{
    m_edit->setFocus(Qt::OtherFocusReason);
    if (m_page && m_entry)
        m_edit->mark(place.shifted(-m_page->page()->entry(*m_entry).range.begin));
}

void MarkdownPage::write()
{
    restyle();
    if (!m_page || !m_entry)
        return;
    const QScopedValueRollback writing(m_writing, true);
    const Result<Done> done = m_page->apply(
        setEntryMarkdown(*m_page->page(), *m_entry, m_edit->bytes()), tr("typing in Markdown"), m_steps.key());
    if (done)
        m_frame->clearRefusal();
    else
        m_frame->setRefusal(done.error());
}

void MarkdownPage::restyle()
{
    const QByteArray &bytes = m_edit->bytes();
    const MarkdownOptions options = m_page ? m_page->page()->context().markdown : MarkdownOptions();
    m_edit->setStyles(stylesOf(bytes, readMarkdown(bytes, {0, bytes.size()}, options)));
}

} // namespace vitrine
