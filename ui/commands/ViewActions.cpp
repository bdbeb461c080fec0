#include "ui/commands/ViewActions.h"

#include "ui/WorkArea.h"
#include "ui/bars/StatusLine.h"
#include "ui/bars/ToolBar.h"
#include "ui/changes/ChangesView.h"
#include "ui/commands/Actions.h"
#include "ui/preview/PreviewPane.h"
#include "ui/source/SourceView.h"

namespace vitrine {

namespace {

using Middle = WorkArea::Middle;

/// The views of the tool bar and what they show.
constexpr std::pair<ToolBar::View, Middle> views[]{
    {ToolBar::Forms, Middle::Forms},
    {ToolBar::Source, Middle::Source},
    {ToolBar::Changes, Middle::Changes},
    {ToolBar::Preview, Middle::Preview},
};

Middle middleOf(int view)
{
    for (const auto &[part, middle] : views) {
        if (part == view)
            return middle;
    }
    return Middle::Forms;
}

/// Settings and the like belong to the forms.
ToolBar::View viewOf(Middle shown)
{
    for (const auto &[part, middle] : views) {
        if (middle == shown)
            return part;
    }
    return ToolBar::Forms;
}

} // namespace

ViewActions::ViewActions(const Parts &parts, QObject *parent) : QObject(parent), m_parts(parts)
{
    connectSwitch();
    connectPanes();
    connectPreview();
}

void ViewActions::connectSwitch()
{
    WorkArea *work = m_parts.work;
    connect(m_parts.tools, &ToolBar::viewChosen, this, [work](int view) { work->show(middleOf(view)); });
    connect(work, &WorkArea::shownChanged, this, [this](Middle middle) {
        m_parts.tools->views()->setChosen(viewOf(middle));
        if (middle != Middle::Source)
            m_parts.status->setPlace({});
    });
    connect(work, &WorkArea::shapeChanged, this, &ViewActions::takeShape);
    connect(m_parts.actions[Command::ViewForms], &QAction::triggered, this, [work] { work->show(Middle::Forms); });
    connect(m_parts.actions[Command::ViewSource], &QAction::triggered, this, &ViewActions::toggleSource);
    connect(m_parts.actions[Command::ViewChanges], &QAction::triggered, this, &ViewActions::showChanges);
    connect(m_parts.status, &StatusLine::changesWanted, this, &ViewActions::showChanges);
    connect(work->source(), &SourceView::caretMoved, this, [this](int line, int column) {
        if (m_parts.work->shown() == Middle::Source)
            m_parts.status->setPlace(tr("Line %1, column %2").arg(line).arg(column));
    });
}

void ViewActions::connectPanes()
{
    WorkArea *work = m_parts.work;
    const Actions &actions = m_parts.actions;
    connect(actions[Command::ShowOutline], &QAction::triggered, work, &WorkArea::setOutlineWanted);
    connect(actions[Command::ShowPreview], &QAction::triggered, work, &WorkArea::setPreviewWanted);
    connect(actions[Command::NextPane], &QAction::triggered, this, [work] { work->stepPane(1); });
    connect(actions[Command::PreviousPane], &QAction::triggered, this, [work] { work->stepPane(-1); });
    actions[Command::ShowOutline]->setChecked(true);
    actions[Command::ShowPreview]->setChecked(true);
}

void ViewActions::connectPreview()
{
    PreviewPane *preview = m_parts.work->preview();
    const Actions &actions = m_parts.actions;
    connect(actions[Command::ReloadPreview], &QAction::triggered, preview, &PreviewPane::reload);
    connect(actions[Command::ZoomIn], &QAction::triggered, preview, [preview] { preview->zoomText(1); });
    connect(actions[Command::ZoomOut], &QAction::triggered, preview, [preview] { preview->zoomText(-1); });
    connect(actions[Command::ZoomReset], &QAction::triggered, preview, [preview] { preview->zoomText(0); });
    connect(preview, &PreviewPane::linkHovered, m_parts.status, &StatusLine::hint);
}

void ViewActions::takeShape(WindowShape shape)
{
    const bool single = shape == WindowShape::Single;
    m_parts.tools->setIconsOnly(shape == WindowShape::Folded || single);
    m_parts.tools->setFolded(single);
    m_parts.tools->views()->setPartVisible(ToolBar::Preview, single);
    if (!single && m_parts.work->shown() == Middle::Preview)
        m_parts.work->show(Middle::Forms);
}

void ViewActions::toggleSource()
{
    const bool inSource = m_parts.work->shown() == Middle::Source;
    m_parts.work->show(inSource ? Middle::Forms : Middle::Source);
    if (!inSource)
        m_parts.work->source()->setFocus(Qt::ShortcutFocusReason);
}

void ViewActions::showChanges()
{
    m_parts.work->show(Middle::Changes);
    m_parts.work->changes()->focusList();
}

} // namespace vitrine
