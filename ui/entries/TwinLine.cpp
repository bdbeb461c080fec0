#include "ui/entries/TwinLine.h"

#include "ui/Selection.h"
#include "ui/look/Controls.h"
#include "ui/look/Metrics.h"
#include "ui/look/MutedLabel.h"

#include <QFileInfo>
#include <QHBoxLayout>

namespace vitrine {

using metrics::px;

TwinLine::TwinLine(Selection *selection, QWidget *parent)
    : QWidget(parent),
      m_selection(selection),
      m_twins(new TwinWatch(this)),
      m_sign(new IconLabel(QStringLiteral("to-check"), metrics::iconRow, IconLabel::Tone::ToCheck, this)),
      m_button(new QuietButton(this))
{
    nameWidget(this, QStringLiteral("TwinLine"), tr("The same entry in the other language"));
    m_button->setObjectName(QStringLiteral("TwinButton"));
    m_button->setFont(metrics::smallFont());
    m_button->setTight(true);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(px(metrics::paneMargin), px(1), px(metrics::paneMargin), 0);
    row->setSpacing(px(1));
    row->addWidget(m_sign);
    row->addWidget(m_button);
    row->addStretch(1);
    connect(m_button, &QPushButton::clicked, this, [this] {
        if (m_twin)
            Q_EMIT twinWanted(*m_twin);
    });
    connect(selection, &Selection::changed, this, &TwinLine::refresh);
    connect(selection, &Selection::pageChanged, this, [this] {
        m_twins->setPage(m_selection->page());
        refresh();
    });
    connect(m_twins, &TwinWatch::learnt, this, &TwinLine::refresh);
    refresh();
}

QString TwinLine::words() const
{
    using State = TwinPlace::State;
    using Language = TwinPlace::Language;
    const QString file = m_twin->path.isEmpty() ? QString() : QFileInfo(m_twin->path).fileName();
    if (m_twin->state == State::Missing) {
        return file.isEmpty() ? tr("Not in “%1” yet").arg(m_twin->name)
                              : tr("Not in “%1” of %2 yet").arg(m_twin->name, file);
    }
    const QString kind = m_twin->language == Language::Chinese ? tr("Chinese twin: %1")
        : m_twin->language == Language::English                ? tr("English twin: %1")
                                                               : tr("Twin: %1");
    const QString name = kind.arg(file.isEmpty() ? m_twin->name : tr("%1 in %2").arg(m_twin->name, file));
    return m_twin->state == State::Alone ? tr("%1 — only one of the two was edited").arg(name) : name;
}

void TwinLine::refresh()
{
    const std::optional<EntryRef> entry = m_selection->entry();
    m_twin = entry ? m_twins->of(*entry) : std::nullopt;
    setVisible(m_twin.has_value());
    if (m_twin) {
        m_sign->setVisible(m_twin->state != TwinPlace::State::Together);
        m_button->setText(words());
        m_button->setAccessibleName(words());
        m_button->updateGeometry();
    }
    Q_EMIT refreshed();
}

} // namespace vitrine
