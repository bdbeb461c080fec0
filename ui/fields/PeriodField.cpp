#include "ui/fields/PeriodField.h"

#include "ui/fields/DateField.h"
#include "ui/look/Controls.h"
#include "ui/look/Metrics.h"

#include <QHBoxLayout>
#include <QLabel>

#include <tuple>

namespace vitrine {

namespace {

auto inOrder(const DatePoint &point)
{
    return std::tuple(point.year, point.isSeason() ? 0 : point.month, point.day);
}

} // namespace

PeriodField::PeriodField(DateField *start, DateField *end, QWidget *parent)
    : QWidget(parent),
      m_start(start),
      m_end(end),
      m_present(new ToggleButton(QStringLiteral("done"), tr("Present"), this))
{
    setObjectName(QStringLiteral("periodField"));
    nameWidget(m_present, QStringLiteral("presentToggle"), tr("Present: the period has not ended"));
    m_present->setCheckable(true);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins({});
    row->setSpacing(metrics::px(2));
    row->addWidget(start, 2);
    row->addWidget(new QLabel(QStringLiteral("–"), this));
    row->addWidget(end, 2);
    row->addWidget(m_present);
    row->addStretch(1);
    setFocusProxy(start);
    connect(m_present, &QPushButton::clicked, this, &PeriodField::toggle);
    connect(end, &FieldEditor::hintChanged, this, &PeriodField::follow);
    follow();
}

void PeriodField::follow()
{
    m_present->setChecked(m_end->isOpen());
}

void PeriodField::toggle(bool present)
{
    m_end->setOpen(present);
    if (!present)
        m_end->setFocus(Qt::OtherFocusReason);
    Q_EMIT m_end->edited();
}

QString PeriodField::warning() const
{
    const auto start = m_start->point();
    const auto end = m_end->isOpen() ? std::nullopt : m_end->point();
    if (!start || !end
        || inOrder(*end) >= inOrder({start->year, end->month ? start->month : 0, end->day ? start->day : 0}))
        return {};
    return tr("This period ends before it begins.");
}

} // namespace vitrine
