#include "ui/changes/EntryChoices.h"

#include "ui/Selection.h"
#include "ui/changes/ChoiceRow.h"
#include "ui/look/Controls.h"
#include "ui/look/Metrics.h"

#include <QVBoxLayout>

namespace vitrine {

using namespace metrics;

EntryChoices::EntryChoices(Selection *selection, QWidget *parent)
    : QWidget(parent), m_selection(selection), m_column(new QVBoxLayout(this))
{
    nameWidget(this, QStringLiteral("EntryChoices"), tr("Two versions of this entry"));
    m_column->setContentsMargins(px(paneMargin), px(2), px(paneMargin), px(1));
    m_column->setSpacing(px(1));
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Maximum);
    connect(selection, &Selection::pageChanged, this, &EntryChoices::followPage);
    connect(selection, &Selection::changed, this, &EntryChoices::refresh);
    followPage();
}

void EntryChoices::followPage()
{
    if (OpenPage *page = m_selection->page()) {
        connect(page, &OpenPage::choicesChanged, this, &EntryChoices::refresh);
        connect(page, &OpenPage::changed, this, &EntryChoices::refresh);
    }
    refresh();
}

void EntryChoices::refresh()
{
    while (QLayoutItem *item = m_column->takeAt(0)) {
        if (QWidget *row = item->widget()) {
            row->hide();
            row->setParent(nullptr);
            row->deleteLater(); // its button may be what asked for this
        }
        delete item;
    }
    const OpenPage *page = m_selection->page();
    const std::optional<EntryRef> entry = page ? m_selection->entry() : std::nullopt;
    const std::vector<OpenChoice> choices = entry ? page->choices() : std::vector<OpenChoice>();
    for (size_t i = 0; i < choices.size(); ++i) {
        const std::optional<EntryRef> around = page->page()->entryAt(choices[i].place);
        if (!around || !(*around == *entry))
            continue;
        auto *row = new ChoiceRow(static_cast<int>(i), choices[i], this);
        row->setObjectName(QStringLiteral("Entry") + row->objectName());
        connect(row, &ChoiceRow::kept, this, [this, i](MergeSide side) {
            // What cannot be chosen any more is not shown any more either.
            if (const Result<Done> done = m_selection->page()->choose(static_cast<int>(i), side); !done)
                refresh();
        });
        m_column->addWidget(row);
    }
    setVisible(m_column->count() > 0);
}

} // namespace vitrine
