#include "ui/forms/FieldsPage.h"

#include "ui/fields/DateField.h"
#include "ui/fields/FieldFactory.h"
#include "ui/fields/FieldFrame.h"
#include "ui/fields/ImageField.h"
#include "ui/fields/MarkdownField.h"
#include "ui/fields/PeriodField.h"
#include "ui/fields/QuietLabel.h"
#include "ui/forms/SealedStrip.h"
#include "ui/look/Controls.h"
#include "ui/look/Metrics.h"

#include <QApplication>
#include <QEvent>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QMenu>
#include <QPointer>
#include <QVBoxLayout>

#include <algorithm>

namespace vitrine {

using namespace metrics;

namespace {

constexpr int mostAdders = 4;

} // namespace

FieldsPage::FieldsPage(QWidget *parent)
    : QScrollArea(parent),
      m_content(new QWidget),
      m_sealed(new SealedParts(m_content)),
      m_sealedLabel(makeLabel(tr("Sealed part")))
{
    setObjectName(QStringLiteral("fieldsPage"));
    setFrameShape(QFrame::NoFrame);
    setWidgetResizable(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setFocusPolicy(Qt::NoFocus);
    m_column = new QVBoxLayout(m_content);
    m_rows = new QFormLayout;
    m_column->addLayout(m_rows);
    m_column->addStretch();
    m_rows->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    m_rows->setRowWrapPolicy(QFormLayout::DontWrapRows);
    setWidget(m_content);
    m_content->setAutoFillBackground(false);
    viewport()->setAutoFillBackground(false);
    connect(m_sealed, &SealedParts::editAsMarkdownWanted, this, &FieldsPage::editAsMarkdownWanted);
    measure();
}

void FieldsPage::measure()
{
    m_column->setContentsMargins(px(paneMargin), px(paneMargin) - px(0.5), px(paneMargin), px(paneMargin));
    m_rows->setHorizontalSpacing(px(labelGap));
    m_rows->setVerticalSpacing(px(fieldGap));
}

void FieldsPage::changeEvent(QEvent *event)
{
    QScrollArea::changeEvent(event);
    if (event->type() == QEvent::FontChange)
        measure();
}

QLabel *FieldsPage::makeLabel(const QString &text)
{
    auto *label = new QuietLabel(m_content);
    label->setBodySize();
    label->setText(text);
    label->setWordWrap(true);
    label->setMinimumWidth(px(labelLeast));
    // Beside the first line of a field, however high the field is.
    label->setAlignment(Qt::AlignTop | Qt::AlignLeading);
    label->setContentsMargins(0, (px(fieldHeight) - label->fontMetrics().height()) / 2, 0, 0);
    label->setMaximumWidth(px(labelMost));
    label->hide();
    return label;
}

FieldsPage::Made &FieldsPage::made(FieldId id)
{
    if (!m_made.contains(id)) {
        if (id == FieldId::StartDate || id == FieldId::EndDate)
            makePeriod();
        else
            makeAlone(id);
    }
    return m_made[id];
}

void FieldsPage::makeAlone(FieldId id)
{
    Made made;
    made.editor = makeFieldEditor(id, m_content);
    made.frame = new FieldFrame(made.editor, QString::fromUtf8(schemaOf(id).name), m_content);
    made.frame->hide();
    made.label = makeLabel(labelOf(id));
    m_made[id] = made;
    connectMade(made, id);
}

void FieldsPage::makePeriod()
{
    auto *start = new DateField(FieldId::StartDate, m_content);
    auto *end = new DateField(FieldId::EndDate, m_content);
    m_period = new PeriodField(start, end, m_content);
    auto *frame = new FieldFrame(m_period, QStringLiteral("period"), m_content);
    frame->hide();
    QLabel *label = makeLabel(tr("Period"));
    m_made[FieldId::StartDate] = {start, frame, label};
    m_made[FieldId::EndDate] = {end, frame, label};
    connectMade(m_made[FieldId::StartDate], FieldId::StartDate);
    connectMade(m_made[FieldId::EndDate], FieldId::EndDate);
    connect(frame, &FieldFrame::editAsMarkdownWanted, this, &FieldsPage::editAsMarkdownWanted);
}

void FieldsPage::connectMade(const Made &made, FieldId id)
{
    FieldEditor *editor = made.editor;
    FieldFrame *frame = made.frame;
    made.label->setBuddy(frame->editor());
    if (auto *image = qobject_cast<ImageField *>(editor))
        image->setFolder(m_folder);
    editor->setContext(m_context);
    connect(editor, &FieldEditor::edited, this, [this, editor] { Q_EMIT edited(editor); });
    connect(editor, &FieldEditor::besideEdited, this, [this, editor](const EntryChange &change) {
        Q_EMIT besideEdited(editor, change);
    });
    connect(editor, &FieldEditor::hintChanged, this, [this, editor] { showNotes(editor); });
    if (id != FieldId::StartDate && id != FieldId::EndDate)
        connect(frame, &FieldFrame::editAsMarkdownWanted, this, &FieldsPage::editAsMarkdownWanted);
    connect(frame, &FieldFrame::refusalShown, this, [this, editor](bool shown) {
        editor->setRefused(shown && m_refused.contains(editor->id()));
    });
    connect(frame, &FieldFrame::suggestionTaken, this, [this, editor](const QString &suggestion) {
        if (m_refused.contains(editor->id()))
            Q_EMIT suggestionTaken(editor, suggestion);
    });
}

void FieldsPage::setRefusal(FieldEditor *editor, const Error &error)
{
    m_refused.insert(editor->id());
    frameOf(editor)->setRefusal(error);
}

void FieldsPage::setNotYet(FieldEditor *editor, const Error &error)
{
    frameOf(editor)->setWarning(tr("Not on the page yet. %1", "why a new entry waits").arg(error.sentence));
}

void FieldsPage::showRefusal(const FieldEditor *editor)
{
    if (m_refused.contains(editor->id()))
        frameOf(editor)->showRefusal();
}

void FieldsPage::clearRefusal(FieldEditor *editor)
{
    if (m_refused.erase(editor->id()) > 0)
        frameOf(editor)->clearRefusal();
}

void FieldsPage::setContext(const FieldContext &context)
{
    m_context = context;
    for (const auto &[id, made] : m_made)
        made.editor->setContext(context);
}

void FieldsPage::setFolder(const PictureFolder &folder)
{
    m_folder = folder;
    if (const auto found = m_made.find(FieldId::Image); found != m_made.end())
        static_cast<ImageField *>(found->second.editor)->setFolder(folder);
}

void FieldsPage::setLabelsAbove(bool above)
{
    m_rows->setRowWrapPolicy(above ? QFormLayout::WrapAllRows : QFormLayout::DontWrapRows);
    m_rows->setVerticalSpacing(px(above ? fieldGap / 2 : fieldGap));
}

void FieldsPage::setSealedParts(const QList<QByteArray> &parts)
{
    m_sealed->setParts(parts);
    m_sealedLabel->setVisible(!parts.isEmpty());
    m_sealed->setVisible(!parts.isEmpty());
}

FieldEditor *FieldsPage::editor(FieldId id) const
{
    const auto shown =
        std::find_if(m_shown.begin(), m_shown.end(), [&](const FieldEditor *e) { return e->id() == id; });
    return shown == m_shown.end() ? nullptr : *shown;
}

FieldFrame *FieldsPage::frameOf(const FieldEditor *editor) const
{
    return m_made.at(editor->id()).frame;
}

FieldEditor *FieldsPage::editorAround(const QWidget *widget) const
{
    // Also through windows: a pop-up belongs to the field that opened it.
    for (; widget && widget != this; widget = widget->parentWidget()) {
        for (FieldEditor *editor : m_shown) {
            if (editor == widget)
                return editor;
        }
        // The toggle of a period sets its end.
        if (m_period && widget == m_period)
            return editor(FieldId::EndDate);
    }
    return nullptr;
}

void FieldsPage::showNotes(const FieldEditor *editor)
{
    FieldFrame *frame = frameOf(editor);
    const bool inPeriod = m_period && frame->editor() == m_period;
    const QString hint = editor->hint();
    if (!inPeriod || !hint.isEmpty() || editor->hasFocus())
        frame->setHint(hint);
    if (isAlone(editor->id()))
        frame->setHintBeside(editor->isShort());
    frame->setWarning(inPeriod ? m_period->warning() : editor->warning());
}

/// True for a field that has its row for itself.
bool FieldsPage::isAlone(FieldId id) const
{
    return std::any_of(m_plan.rows.begin(), m_plan.rows.end(), [id](const FormRow &row) {
        return row.size() == 1 && row.front() == id;
    });
}

void FieldsPage::clearRows()
{
    while (m_rows->rowCount() > 0) {
        const QFormLayout::TakeRowResult row = m_rows->takeRow(0);
        if (row.fieldItem && row.fieldItem->layout()) {
            while (QLayoutItem *item = row.fieldItem->layout()->takeAt(0))
                delete item;
        }
        delete row.labelItem;
        delete row.fieldItem;
    }
    if (m_adders)
        m_adders->deleteLater();
    m_adders = nullptr;
}

void FieldsPage::setPlan(const FormPlan &plan, bool fillsPane)
{
    if (m_planned && plan == m_plan && fillsPane == m_fillsPane)
        return;
    m_planned = true;
    m_plan = plan;
    m_fillsPane = fillsPane;
    m_column->setStretch(0, fillsPane ? 1 : 0);
    m_column->setStretch(1, fillsPane ? 0 : 1);
    // Rows that are laid out anew let go of the keyboard.
    const QPointer<QWidget> keyboard =
        isAncestorOf(QApplication::focusWidget()) ? QApplication::focusWidget() : nullptr;
    clearRows();
    const std::vector<FieldEditor *> before = m_shown;
    m_shown.clear();
    for (const FormRow &row : plan.rows)
        addRow(row);
    for (const FieldEditor *editor : before) {
        if (std::find(m_shown.begin(), m_shown.end(), editor) == m_shown.end()) {
            frameOf(editor)->hide();
            m_made.at(editor->id()).label->hide();
        }
    }
    if (!fillsPane) {
        m_rows->addRow(m_sealedLabel, m_sealed);
        addAdders(plan);
    }
    if (keyboard && keyboard->isVisible() && !keyboard->hasFocus())
        keyboard->setFocus(Qt::OtherFocusReason);
}

void FieldsPage::addRow(const FormRow &row)
{
    const Made first = made(row.front());
    for (const FieldId id : row)
        m_shown.push_back(made(id).editor);
    if (auto *text = qobject_cast<MarkdownField *>(first.editor))
        text->setFillsPane(m_fillsPane);
    first.frame->setHintBeside(row.size() == 1 && first.editor->isShort());
    first.frame->show();
    if (m_fillsPane) {
        first.label->hide();
        m_rows->addRow(first.frame);
        return;
    }
    first.label->show();
    const bool single = row.size() == 1 || made(row.back()).frame == first.frame;
    if (single) {
        m_rows->addRow(first.label, first.frame);
        return;
    }
    const Made second = made(row.back());
    auto *both = new QHBoxLayout;
    both->setSpacing(px(labelGap));
    both->addWidget(first.frame, 2, Qt::AlignTop);
    both->addWidget(second.label, 0, Qt::AlignTop);
    both->addWidget(second.frame, 5, Qt::AlignTop);
    second.label->setMinimumWidth(0);
    second.label->show();
    second.frame->show();
    m_rows->addRow(first.label, both);
}

void FieldsPage::addAdders(const FormPlan &plan)
{
    if (plan.offered.empty() && plan.others.empty())
        return;
    m_adders = new QWidget(m_content);
    auto *row = new QHBoxLayout(m_adders);
    row->setContentsMargins({});
    row->setSpacing(px(3));
    std::vector<FieldId> others = plan.others;
    for (size_t i = 0; i < plan.offered.size(); ++i) {
        const FieldId id = plan.offered[i];
        if (i >= mostAdders) {
            others.push_back(id);
            continue;
        }
        auto *button = new QuietButton(QStringLiteral("add"), labelOf(id), m_adders);
        button->setTight(true);
        nameWidget(button, widgetName(id, "Adder"), tr("Add %1").arg(labelOf(id)));
        connect(button, &QPushButton::clicked, this, [this, id] { Q_EMIT fieldWanted(id); });
        row->addWidget(button);
    }
    if (!others.empty()) {
        auto *button = new QuietButton(QStringLiteral("add"), tr("Other…"), m_adders);
        button->setTight(true);
        nameWidget(button, QStringLiteral("otherAdder"), tr("Add another field"));
        auto *menu = new QMenu(button);
        for (const FieldId id : others)
            menu->addAction(labelOf(id), this, [this, id] { Q_EMIT fieldWanted(id); });
        connect(button, &QPushButton::clicked, menu, [button, menu] {
            menu->popup(button->mapToGlobal(QPoint(0, button->height())));
        });
        row->addWidget(button);
    }
    row->addStretch();
    m_rows->addRow(QString(), m_adders);
    m_adders->show();
}

int FieldsPage::naturalHeight() const
{
    const int width = viewport()->width();
    return m_column->hasHeightForWidth() ? m_column->heightForWidth(width) : m_column->sizeHint().height();
}

} // namespace vitrine
