#include "ui/changes/ChangeList.h"

#include "content/changes/words/ChangeWords.h"
#include "content/text/Diff.h"
#include "ui/changes/ChangeRow.h"
#include "ui/changes/ChoiceRow.h"
#include "ui/look/Controls.h"
#include "ui/look/Icons.h"
#include "ui/look/Metrics.h"
#include "ui/look/MutedLabel.h"

#include <QApplication>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLocale>

#include <algorithm>

namespace vitrine {

using namespace metrics;

namespace {

constexpr size_t mostRows = 300; ///< changes that are listed one by one

QString nameOfFile(const Page &page, int file)
{
    return page.sources()[static_cast<size_t>(file)].path.section(QLatin1Char('/'), -1);
}

bool isSettings(const QString &file)
{
    return file.endsWith(QLatin1String(".yml")) || file.endsWith(QLatin1String(".yaml"));
}

QString signOf(const PageDifference &difference, const NamedChange &change)
{
    const Page &page = change.after.section >= 0 ? *difference.after : *difference.before;
    const EntryRef ref = change.after.section >= 0 ? change.after : change.before;
    switch (change.subject) {
    case NamedChange::Subject::Entry:
        return iconName(page.entry(ref).kind);
    case NamedChange::Subject::Section:
        return iconName(page.section(ref.section).kind);
    case NamedChange::Subject::Setting:
        return change.key.startsWith("author.") ? QStringLiteral("site-profile") : QStringLiteral("page-settings");
    default:
        return QStringLiteral("source");
    }
}

QString detailsOf(const PageDifference &difference, int number)
{
    const NamedChange &change = difference.changes[static_cast<size_t>(number)];
    QStringList details{inWords(linesOf(difference, change))};
    if (const QString more = moreInWords(change); !more.isEmpty())
        details += more;
    QStringList along;
    for (const int other : difference.withThoseAlong(number)) {
        if (other != number)
            along += inWords(difference, difference.changes[static_cast<size_t>(other)]);
    }
    if (!along.isEmpty())
        details += ChangeList::tr("Undo takes along: %1").arg(QLocale().createSeparatedList(along));
    return details.join(QStringLiteral(" · "));
}

ChangeRow::Words wordsOf(const PageDifference &difference, int number)
{
    const NamedChange &change = difference.changes[static_cast<size_t>(number)];
    const auto escaped = [](const QString &words) { return words.toHtmlEscaped(); };
    const auto bold = [](const QString &name) { return QStringLiteral("<b>%1</b>").arg(name.toHtmlEscaped()); };
    return {
        signOf(difference, change), inWords(difference, change, bold, escaped), inWords(difference, change),
        detailsOf(difference, number)};
}

} // namespace

ChangeList::ChangeList(QWidget *parent) : QScrollArea(parent)
{
    nameWidget(this, QStringLiteral("ChangeList"), tr("Changes"));
    setFrameShape(QFrame::NoFrame);
    setWidgetResizable(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setFocusPolicy(Qt::NoFocus);
    viewport()->setBackgroundRole(QPalette::Base);
}

void ChangeList::show(const PageDifference &difference, const std::vector<OpenChoice> &choices, bool canUndo)
{
    const int focused =
        m_content && m_content->isAncestorOf(QApplication::focusWidget()) ? std::max(0, m_selected) : -1;
    m_rows.clear();
    // A button of the old list may be what asked for this.
    if (QWidget *old = takeWidget())
        old->deleteLater();
    m_content = new QWidget;
    m_content->setObjectName(QStringLiteral("ChangeListContent"));
    m_content->setBackgroundRole(QPalette::Base);
    m_content->setAutoFillBackground(true);
    m_column = new QVBoxLayout(m_content);
    m_column->setContentsMargins(px(1.5), px(2), px(1.5), px(2));
    m_column->setSpacing(px(0.5));
    for (size_t i = 0; i < choices.size(); ++i) {
        auto *row = new ChoiceRow(static_cast<int>(i), choices[i], m_content);
        m_column->addWidget(row);
        connect(row, &ChoiceRow::kept, this, [this, i](MergeSide side) { Q_EMIT chosen(static_cast<int>(i), side); });
    }
    const size_t listed = std::min(difference.changes.size(), mostRows);
    for (size_t i = 0; i < listed; ++i) {
        if (i == 0 || difference.changes[i].file() != difference.changes[i - 1].file())
            addFile(difference, difference.changes[i].file());
        addRow(difference, static_cast<int>(i), canUndo);
    }
    if (listed < difference.changes.size()) {
        auto *rest = new QLabel(
            tr("and %n more change(s)", nullptr, static_cast<int>(difference.changes.size() - listed)), m_content);
        rest->setObjectName(QStringLiteral("MoreChanges"));
        makeMuted(rest);
        m_column->addWidget(rest);
    }
    m_column->addStretch();
    setWidget(m_content);
    setFocusProxy(m_rows.empty() ? nullptr : m_rows.front());
    m_selected = std::min(m_selected, static_cast<int>(m_rows.size()) - 1);
    if (m_selected >= 0)
        m_rows[static_cast<size_t>(m_selected)]->setSelected(true);
    restoreFocus(focused);
}

/// The list is made anew after each change: the keyboard stays where it was in it.
void ChangeList::restoreFocus(int change)
{
    if (change < 0 || m_rows.empty())
        return;
    const size_t row = std::min(static_cast<size_t>(change), m_rows.size() - 1);
    m_rows[row]->setFocus(Qt::OtherFocusReason);
}

void ChangeList::addFile(const PageDifference &difference, int file)
{
    const QString name = nameOfFile(*difference.after, file);
    const auto count =
        std::count_if(difference.changes.begin(), difference.changes.end(), [&](const NamedChange &change) {
            return change.file() == file;
        });
    int lines = 0;
    const auto bytes = [&](const Page &page) { return page.sources()[static_cast<size_t>(file)].bytes; };
    for (const LineHunk &hunk : diffLines(bytes(*difference.before), bytes(*difference.after)))
        lines += std::max(hunk.linesBefore, hunk.linesAfter);
    auto *head = new QWidget(m_content);
    auto *row = new QHBoxLayout(head);
    row->setContentsMargins(px(3), px(2), px(2), px(1));
    row->setSpacing(px(2));
    auto *words = new QLabel(name, head);
    words->setTextFormat(Qt::PlainText);
    words->setFont(scaledFont(1.0, QFont::DemiBold));
    words->setObjectName(QStringLiteral("ChangedFile%1").arg(file));
    auto *counts = new QLabel(
        tr("%1, %2").arg(tr("%n change(s)", nullptr, static_cast<int>(count)), tr("%n line(s)", nullptr, lines)), head);
    counts->setFont(smallFont());
    makeMuted(counts);
    const QString sign = isSettings(name) ? QStringLiteral("page-settings") : QStringLiteral("page");
    row->addWidget(new IconLabel(sign, iconRow, IconLabel::Tone::Text, head));
    row->addWidget(words);
    row->addWidget(counts, 1);
    m_column->addWidget(head);
}

void ChangeList::addRow(const PageDifference &difference, int change, bool canUndo)
{
    ChangeRow::Words words = wordsOf(difference, change);
    words.canUndo = canUndo;
    auto *row = new ChangeRow(change, words, m_content);
    m_column->addWidget(row);
    m_rows.push_back(row);
    connect(row, &ChangeRow::picked, this, [this, change] { select(change); });
    connect(row, &ChangeRow::undoWanted, this, [this, change] {
        m_selected = change;
        Q_EMIT undoWanted(change);
    });
}

void ChangeList::select(int change)
{
    m_selected = change;
    for (size_t i = 0; i < m_rows.size(); ++i)
        m_rows[i]->setSelected(static_cast<int>(i) == change);
    ensureWidgetVisible(m_rows[static_cast<size_t>(change)]);
    Q_EMIT picked(change);
}

void ChangeList::keyPressEvent(QKeyEvent *event)
{
    const int step = event->key() == Qt::Key_Down ? 1 : (event->key() == Qt::Key_Up ? -1 : 0);
    const int next = m_selected + step;
    if (step == 0 || m_rows.empty()) {
        QScrollArea::keyPressEvent(event);
        return;
    }
    m_rows[static_cast<size_t>(std::clamp(next, 0, static_cast<int>(m_rows.size()) - 1))]->setFocus(
        Qt::OtherFocusReason);
}

} // namespace vitrine
