#include "ui/settings/YamlForm.h"

#include "ui/Selection.h"
#include "ui/fields/FieldFrame.h"
#include "ui/fields/LineEdit.h"
#include "ui/fields/PictureBox.h"
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
        for (const Line &line : m_lines) {
            if (line.edit)
                showNote(line);
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
    const auto line = std::find_if(m_lines.begin(), m_lines.end(), [&](const Line &l) { return l.name == name; });
    if (line != m_lines.end())
        line->edit->setFocus(Qt::OtherFocusReason);
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
    if (line->list) {
        line->list->select(field->name, begin, length);
        ensureWidgetVisible(line->list);
        return;
    }
    line->edit->setFocus(Qt::OtherFocusReason);
    line->edit->setSelection(begin, length);
    ensureWidgetVisible(line->edit);
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
    for (const Line &line : m_lines) {
        if (line.list) {
            line.list->follow();
            continue;
        }
        const QString value = valueOf(line.name);
        if (line.edit->text() == value || line.refused)
            continue;
        showValue(line, value);
        showNote(line);
    }
}

void YamlForm::rebuild()
{
    QByteArray focused;
    int caret = 0;
    for (const Line &line : m_lines) {
        if (line.edit && line.edit->hasFocus()) {
            focused = line.name;
            caret = line.edit->cursorPosition();
        }
    }
    build();
    for (const Line &line : m_lines) {
        if (line.edit && line.name == focused) {
            line.edit->setFocus(Qt::OtherFocusReason);
            line.edit->setCursorPosition(caret);
        }
    }
}

void YamlForm::build()
{
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
            auto *label = new QLabel(labelOf(names[i]), m_page);
            makeMuted(label);
            m_lines[i].list = makeList(names[i]);
            if (m_lines[i].list) {
                m_lines[i].list->follow();
                form->addRow(label, m_lines[i].list);
            } else {
                makeLine(m_lines[i], i);
                label->setBuddy(m_lines[i].edit);
                form->addRow(label, m_lines[i].frame);
            }
            addBelow(names[i], form, m_page);
        }
    }
    if (m_selection->page())
        fillFoot(column, m_page);
    column->addStretch();
}

void YamlForm::makeLine(Line &line, size_t number)
{
    const QString name = QString::fromUtf8(line.name);
    line.visit = OpenPage::nextMergeKey();
    line.edit = makeEdit(line, number);
    showValue(line, valueOf(line.name));
    nameWidget(line.edit, m_prefix + QLatin1Char('-') + name, labelOf(line.name));
    QWidget *editor = line.picture ? static_cast<QWidget *>(line.picture) : line.edit;
    line.frame = new FieldFrame(editor, m_prefix + QLatin1Char('-') + name, m_page);
    line.frame->setRemediesShown(false);
    showNote(line);
    connect(
        line.frame, &FieldFrame::refusalShown, line.edit, [edit = line.edit](bool shown) { setRefused(edit, shown); });
    connect(line.frame, &FieldFrame::suggestionTaken, this, [this, number](const QString &suggestion) {
        showValue(m_lines[number], suggestion);
        set(m_lines[number]);
        leave(m_lines[number]);
    });
    connect(line.edit, &QLineEdit::editingFinished, this, [this, number, edit = line.edit] {
        if (number < m_lines.size() && m_lines[number].edit == edit)
            leave(m_lines[number]);
    });
}

LineEdit *YamlForm::makeEdit(Line &line, size_t number)
{
    const auto taken = [this, number] { set(m_lines[number]); };
    if (const std::optional<PictureFolder> folder = picturesOf(line.name)) {
        line.picture = new PictureBox(m_page);
        line.picture->setNames(m_prefix + QStringLiteral("Picture"), labelOf(line.name));
        line.picture->setFolder(*folder);
        connect(line.picture, &PictureBox::edited, this, taken);
        return line.picture->line();
    }
    auto *edit = new LineEdit(m_page);
    edit->setPlaceholderText(placeholderOf(line.name));
    connect(edit, &LineEdit::typed, this, taken);
    return edit;
}

void YamlForm::showValue(const Line &line, const QString &value)
{
    if (line.picture)
        line.picture->setPath(value);
    else
        line.edit->setShown(value);
}

void YamlForm::set(Line &line)
{
    // Quotes that half a value needs go again with the rest of it.
    if (std::exchange(line.beginsVisit, false))
        line.quotes = yaml()->isPlain(line.name) ? YamlQuotes::IfNeeded : YamlQuotes::Keep;
    // The line outlives the call: a refusal changes nothing, and a change keeps the same names.
    const Result<Done> taken = m_selection->page()->apply(
        changeTo(line.name, line.edit->text().toUtf8(), line.quotes), tr("change of %1").arg(labelOf(line.name)),
        line.visit);
    line.refused = !taken;
    if (taken)
        line.frame->clearRefusal();
    else
        line.frame->setRefusal(taken.error());
    // A word that was said goes at once when its reason does; another one waits for a pause.
    if (!noteOn(line))
        showNote(line);
    m_pause->start();
}

void YamlForm::leave(Line &line)
{
    line.visit = OpenPage::nextMergeKey();
    line.beginsVisit = true;
    line.frame->showRefusal();
    showNote(line);
}

std::optional<ValueNote> YamlForm::noteOn(const Line &line) const
{
    if (line.picture && !line.picture->warning().isEmpty())
        return ValueNote{line.picture->warning(), {}};
    return noteOn(line.name, line.edit->text());
}

void YamlForm::showNote(const Line &line) const
{
    const std::optional<ValueNote> note = noteOn(line);
    line.frame->setWarning(note ? note->sentence : QString(), note ? note->better : QString());
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
