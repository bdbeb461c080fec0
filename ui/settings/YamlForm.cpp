#include "ui/settings/YamlForm.h"

#include "ui/Selection.h"
#include "ui/fields/LineEdit.h"
#include "ui/look/Controls.h"
#include "ui/look/Metrics.h"
#include "ui/look/MutedLabel.h"
#include "ui/settings/YamlListField.h"

#include <QFormLayout>
#include <QLabel>
#include <QTimer>
#include <QVBoxLayout>

#include <algorithm>

namespace vitrine {

using metrics::px;

namespace {

/// How long typing may pause before a value is spoken about, in milliseconds.
constexpr int pauseBeforeNote = 600;

} // namespace

YamlForm::YamlForm(Selection *selection, const QString &prefix, QWidget *parent)
    : QScrollArea(parent), m_selection(selection), m_prefix(prefix), m_pause(new QTimer(this))
{
    m_pause->setSingleShot(true);
    m_pause->setInterval(pauseBeforeNote);
    connect(m_pause, &QTimer::timeout, this, [this] {
        for (const Line &each : m_lines) {
            if (each.line)
                each.line->setNote(noteOn(each.line));
        }
    });
    setFrameShape(QFrame::NoFrame);
    setWidgetResizable(true);
    setFocusPolicy(Qt::NoFocus);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    viewport()->setBackgroundRole(QPalette::Window);
}

void YamlForm::begin()
{
    connect(m_selection, &Selection::pageChanged, this, [this] {
        disconnect(m_changed);
        m_added.clear();
        if (OpenPage *page = m_selection->page())
            m_changed = connect(page, &OpenPage::changed, this, &YamlForm::follow);
        rebuild();
    });
    rebuild();
}

void YamlForm::addLine(const QByteArray &name)
{
    m_added.push_back(name);
    rebuild();
    for (const Line &each : m_lines) {
        if (each.name != name)
            continue;
        if (each.line)
            each.line->setFocus(Qt::OtherFocusReason);
        else
            each.list->box()->addDraft();
    }
}

QString YamlForm::valueOf(const QByteArray &name) const
{
    const YamlField *field = yaml()->find(name);
    return field ? QString::fromUtf8(field->value) : QString();
}

const YamlField *YamlForm::fieldAt(ByteRange place) const
{
    const YamlText *text = yaml();
    if (!text)
        return nullptr;
    const std::vector<YamlField> &fields = text->fields();
    const auto found =
        std::find_if(fields.begin(), fields.end(), [place](const YamlField &f) { return f.range.contains(place); });
    return found == fields.end() ? nullptr : &*found;
}

bool YamlForm::holds(ByteRange place) const
{
    return lineOf(fieldAt(place)) != nullptr;
}

/// The line that shows a value, by itself or in a list.
const YamlForm::Line *YamlForm::lineOf(const YamlField *field) const
{
    const auto found = std::find_if(m_lines.begin(), m_lines.end(), [field](const Line &line) {
        return field && (field->name == line.name || (line.list && field->name.startsWith(line.name + '.')));
    });
    return found == m_lines.end() ? nullptr : &*found;
}

void YamlForm::select(ByteRange place)
{
    const YamlField *field = fieldAt(place);
    const Line *line = lineOf(field);
    if (!line)
        return;
    const QByteArray written = yamlBytes().mid(field->range.begin, field->range.size());
    const QString before = QString::fromUtf8(written.left(place.begin - field->range.begin));
    const QString hit = QString::fromUtf8(written.mid(place.begin - field->range.begin, place.size()));
    const int begin = static_cast<int>(before.size()), length = static_cast<int>(hit.size());
    if (line->list)
        line->list->select(field->name, begin, length);
    else
        line->line->select(begin, length);
    ensureWidgetVisible(line->list ? static_cast<QWidget *>(line->list) : line->line);
}

void YamlForm::follow()
{
    const std::vector<QByteArray> names = yaml() ? lineNames() : std::vector<QByteArray>();
    const bool same = std::equal(
        names.begin(), names.end(), m_lines.begin(), m_lines.end(),
        [](const QByteArray &name, const Line &line) { return name == line.name; });
    if (!same) {
        rebuild();
        return;
    }
    for (const Line &each : m_lines) {
        if (each.list) {
            each.list->follow();
            continue;
        }
        const QString value = valueOf(each.name);
        if (each.line->value() == value || each.line->isRefused())
            continue;
        each.line->showValue(value);
        each.line->setNote(noteOn(each.line));
    }
}

void YamlForm::rebuild()
{
    QByteArray focused;
    int caret = 0;
    for (const Line &each : m_lines) {
        if (each.line && each.line->editor()->hasFocus()) {
            focused = each.name;
            caret = each.line->edit() ? each.line->edit()->cursorPosition() : 0;
        }
    }
    build();
    for (const Line &each : m_lines) {
        if (each.line && each.name == focused)
            each.line->select(caret, 0);
    }
}

void YamlForm::build()
{
    // A line that loses the keyboard now has nothing to say any more: its page may be gone.
    for (const Line &each : m_lines) {
        if (each.line)
            each.line->disconnect(this);
    }
    m_lines.clear();
    // Whoever is inside a signal of an old line still needs it.
    if (m_page)
        takeWidget()->deleteLater();
    m_page = new QWidget;
    auto *column = new QVBoxLayout(m_page);
    column->setContentsMargins(px(metrics::paneMargin), px(metrics::paneMargin), px(metrics::paneMargin), 0);
    auto *form = new QFormLayout;
    form->setHorizontalSpacing(px(metrics::labelGap));
    form->setVerticalSpacing(px(metrics::fieldGap));
    form->setFieldGrowthPolicy(QFormLayout::ExpandingFieldsGrow);
    column->addLayout(form);
    setWidget(m_page);
    if (m_selection->page() && yaml()) {
        const std::vector<QByteArray> names = lineNames();
        m_lines.resize(names.size());
        for (size_t i = 0; i < names.size(); ++i) {
            m_lines[i].name = names[i];
            addRow(m_lines[i], form);
            addBelow(names[i], form, m_page);
        }
    }
    if (m_selection->page())
        fillFoot(column, m_page);
    column->addStretch(1);
}

void YamlForm::addRow(Line &line, QFormLayout *form)
{
    auto *label = new QLabel(labelOf(line.name), m_page);
    makeMuted(label);
    line.list = makeList(line.name);
    if (line.list) {
        line.list->follow();
        form->addRow(label, line.list);
        return;
    }
    line.line = makeLine(line.name);
    label->setBuddy(line.line->editor());
    form->addRow(label, line.line);
}

SettingLine *YamlForm::makeLine(const QByteArray &name)
{
    SettingLine::Look look = lookOf(name);
    look.prefix = m_prefix;
    look.label = labelOf(name);
    auto *line = new SettingLine(name, look, m_page);
    line->showValue(valueOf(name));
    line->setNote(noteOn(line));
    connect(line, &SettingLine::edited, this, [this, line] { set(line); });
    connect(line, &SettingLine::left, this, [this, line] { line->setNote(noteOn(line)); });
    // The form is built anew, and with it the button: act when its click is over.
    connect(
        line, &SettingLine::removeWanted, this, [this, name] { remove(name); }, Qt::QueuedConnection);
    return line;
}

void YamlForm::set(SettingLine *line)
{
    // Quotes that half a value needs go again with the rest of it.
    const YamlQuotes quotes = line->quotes([&] { return yaml()->isPlain(line->name()); });
    // The line outlives the call: a refusal changes nothing, and a change keeps the same names.
    const Result<Done> taken = m_selection->page()->apply(
        changeTo(line->name(), line->value().toUtf8(), quotes), tr("change of %1").arg(labelOf(line->name())),
        line->visit());
    line->setRefusal(taken ? std::nullopt : std::optional(taken.error()));
    // A word that was said goes at once when its reason does; another one waits for a pause.
    if (!noteOn(line))
        line->setNote({});
    m_pause->start();
}

std::optional<ValueNote> YamlForm::noteOn(const SettingLine *line) const
{
    if (const QString warning = line->pictureWarning(); !warning.isEmpty())
        return ValueNote{warning, {}};
    return noteOn(line->name(), line->value());
}

QLabel *makeFootNote(const QString &words, const QString &name, QWidget *parent)
{
    auto *note = new QLabel(words, parent);
    note->setObjectName(name);
    note->setFont(metrics::smallFont());
    note->setWordWrap(true);
    makeMuted(note);
    return note;
}

} // namespace vitrine
