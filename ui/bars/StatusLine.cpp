#include "ui/bars/StatusLine.h"

#include "ui/Selection.h"
#include "ui/look/Metrics.h"
#include "ui/look/MutedLabel.h"

#include <QAccessible>
#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QTextDocumentFragment>
#include <QTime>
#include <QTimer>

namespace vitrine {

namespace {

constexpr int announceEvery = 2000; // ms

QString bold(const QString &words)
{
    return QStringLiteral("<b>%1</b>").arg(words);
}

QString listed(const QStringList &names)
{
    if (names.size() == 2)
        return StatusLine::tr("%1 and %2").arg(names[0], names[1]);
    return QLocale().createSeparatedList(names);
}

int thingsToCheck(const Page &page)
{
    int count = 0;
    for (const Diagnostic &diagnostic : page.diagnostics())
        count += diagnostic.severity != Severity::Note ? 1 : 0;
    return count;
}

} // namespace

StatusLine::StatusLine(Selection *selection, QWidget *parent)
    : Bar(metrics::statusLineHeight, Line::Above, parent),
      m_selection(selection),
      m_lock(new IconLabel(QStringLiteral("sealed"), metrics::iconRow - 1, IconLabel::Tone::Muted, this)),
      m_sentence(new QLabel(this)),
      m_undo(new QuietButton(QString(), tr("Undo"), this)),
      m_changes(new QuietButton(QString(), tr("Show changes"), this)),
      m_place(new QLabel(this)),
      m_checks(new QuietButton(QStringLiteral("to-check"), QString(), this)),
      m_announcer(new QTimer(this))
{
    nameWidget(this, QStringLiteral("StatusLine"), tr("Status"));
    m_sentence->setObjectName(QStringLiteral("StatusSentence"));
    m_sentence->setTextFormat(Qt::RichText);
    m_place->setObjectName(QStringLiteral("StatusPlace"));
    for (QLabel *label : {m_sentence, m_place}) {
        label->setFont(metrics::smallFont());
        makeMuted(label);
    }
    nameWidget(m_undo, QStringLiteral("StatusUndo"), tr("Undo"));
    nameWidget(m_checks, QStringLiteral("StatusChecks"), tr("Things to check"));
    nameWidget(m_changes, QStringLiteral("StatusChanges"), tr("Show changes"));
    m_undo->setFont(metrics::smallFont());
    m_changes->setFont(metrics::smallFont());
    m_checks->setFont(metrics::smallFont());
    m_checks->setPlain(true);
    row()->addWidget(m_lock);
    row()->addWidget(m_sentence);
    row()->addWidget(m_undo);
    row()->addWidget(m_changes);
    row()->addStretch();
    row()->addWidget(m_place);
    row()->addWidget(m_checks);
    m_announcer->setSingleShot(true);
    m_announcer->setInterval(announceEvery);
    connect(m_announcer, &QTimer::timeout, this, &StatusLine::announce);
    connect(m_undo, &QPushButton::clicked, this, &StatusLine::undoWanted);
    connect(m_changes, &QPushButton::clicked, this, &StatusLine::changesWanted);
    connect(m_checks, &QPushButton::clicked, this, &StatusLine::checksWanted);
    refresh();
}

void StatusLine::say(const QString &sentence, bool undoable)
{
    m_said = sentence;
    m_undoable = undoable;
    m_saidAt = m_selection->page() ? m_selection->page()->revision() : 0;
    refresh();
}

void StatusLine::hint(const QString &words)
{
    if (words == m_hint)
        return;
    m_hint = words;
    refresh();
}

void StatusLine::setRefused(int count)
{
    m_refused = count;
    refresh();
}

void StatusLine::setTwinsAlone(int count)
{
    if (m_twinsAlone == count)
        return;
    m_twinsAlone = count;
    refresh();
}

void StatusLine::setPlace(const QString &place)
{
    m_place->setText(place);
}

QString StatusLine::unsavedSentence(const OpenPage &page) const
{
    if (page.path().isEmpty())
        return tr("Not saved yet");
    if (!page.isModified())
        return m_savedAt.isEmpty() ? tr("No changes") : tr("Saved at %1").arg(m_savedAt);
    const UnsavedSummary unsaved = page.unsaved();
    return tr("Saving will make %1 in %2 of %3", "%1: 2 changes; %2: 2 lines; %3: about.md")
        .arg(
            bold(tr("%n change(s)", nullptr, unsaved.changes)), bold(tr("%n line(s)", nullptr, unsaved.lines)),
            listed(unsaved.files).toHtmlEscaped());
}

void StatusLine::refresh()
{
    const OpenPage *page = m_selection->page();
    if (!page)
        m_savedAt.clear();
    const bool modified = page && page->isModified();
    if (page && m_wasModified && !modified)
        m_savedAt = QLocale().toString(QTime::currentTime(), QLocale::ShortFormat);
    m_wasModified = modified;
    if (page && page->revision() != m_saidAt)
        m_said.clear();

    QString text;
    if (!m_hint.isEmpty())
        text = m_hint.toHtmlEscaped();
    else if (!m_said.isEmpty())
        text = m_said.toHtmlEscaped();
    else if (!page)
        text = tr("Your page stays on this computer. Vitrine uses the network only when you ask it to.");
    else
        text = unsavedSentence(*page);
    if (page && m_refused > 0)
        text += QStringLiteral(" · ") + tr("%n value(s) not written", nullptr, m_refused);
    if (modified && m_twinsAlone > 0 && m_hint.isEmpty() && m_said.isEmpty())
        text += QStringLiteral(" · ") + tr("%n entries changed in one language only", nullptr, m_twinsAlone);
    if (text != m_sentence->text()) {
        m_sentence->setText(text);
        if (!m_announcer->isActive())
            m_announcer->start();
    }
    m_lock->setVisible(!page);
    m_undo->setVisible(page && m_hint.isEmpty() && !m_said.isEmpty() && m_undoable);
    m_changes->setVisible(modified && m_hint.isEmpty() && m_said.isEmpty() && !page->path().isEmpty());
    const int checks = page ? thingsToCheck(*page->page()) : 0;
    m_checks->setVisible(checks > 0);
    m_checks->setText(tr("%n thing(s) to check", nullptr, checks));
    m_checks->updateGeometry();
    m_place->setVisible(page);
}

QString StatusLine::sentence() const
{
    return QTextDocumentFragment::fromHtml(m_sentence->text()).toPlainText();
}

void StatusLine::announce()
{
    m_sentence->setAccessibleName(sentence());
    QAccessibleEvent changed(m_sentence, QAccessible::NameChanged);
    QAccessible::updateAccessibility(&changed);
}

} // namespace vitrine
