#include "ui/fields/MonthsPopup.h"

#include "ui/look/Controls.h"
#include "ui/look/Icons.h"
#include "ui/look/Metrics.h"
#include "ui/look/Painting.h"
#include "ui/look/Tones.h"

#include <QAction>
#include <QDate>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLocale>
#include <QPainter>
#include <QScreen>
#include <QToolButton>

#include <algorithm>

namespace vitrine {

using namespace metrics;

namespace {

constexpr int columns = 4;
constexpr int monthsOfYear = 12;

/// A month of the grid; the one that the field shows is filled.
class MonthButton : public QToolButton
{
public:
    using QToolButton::QToolButton;

    QSize sizeHint() const override { return {px(13), px(smallButtonHeight)}; }

protected:
    void paintEvent(QPaintEvent *) override
    {
        const Tones tones(palette());
        QPainter painter(this);
        const QRectF frame = rect();
        if (isChecked())
            paintRounded(painter, frame, px(fieldRadius), tones.accent());
        else if (underMouse())
            paintRounded(painter, frame, px(fieldRadius), tones.hover());
        if (hasFocus())
            paintFocusRing(painter, frame, px(fieldRadius), isChecked() ? tones.text() : tones.accent());
        QFont font = this->font();
        font.setWeight(isChecked() ? QFont::DemiBold : QFont::Normal);
        painter.setFont(font);
        painter.setPen(isChecked() ? tones.accentText() : tones.text());
        painter.drawText(rect(), Qt::AlignCenter, text());
    }
};

} // namespace

MonthsPopup::MonthsPopup(std::optional<DatePoint> shown, QWidget *parent)
    : QFrame(parent, Qt::Popup),
      m_shown(shown),
      m_year(shown && shown->year != 0 ? shown->year : QDate::currentDate().year())
{
    nameWidget(this, QStringLiteral("monthsPopup"), tr("Months"));
    setAttribute(Qt::WA_DeleteOnClose);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(px(2), px(2), px(2), px(1));
    layout->setSpacing(px(1));
    layout->addWidget(makeHead());
    layout->addWidget(makeMonths());
    layout->addWidget(new Hairline(Qt::Horizontal, this));
    layout->addWidget(makeFoot());
    showYear(m_year);
}

QWidget *MonthsPopup::makeHead()
{
    auto *head = new QWidget(this);
    auto *row = new QHBoxLayout(head);
    row->setContentsMargins({});
    const auto addStep = [&](const QString &iconName, const char *name, const QString &text, int by) {
        auto *action = new QAction(icon(iconName), text, this);
        connect(action, &QAction::triggered, this, [this, by] { showYear(m_year + by); });
        QToolButton *button = makeToolButton(action, head);
        nameWidget(button, QLatin1String(name), text);
        row->addWidget(button);
    };
    addStep(QStringLiteral("previous"), "previousYearButton", tr("Previous year"), -1);
    m_yearLabel = new QLabel(head);
    m_yearLabel->setAlignment(Qt::AlignCenter);
    m_yearLabel->setFont(scaledFont(1.0, QFont::DemiBold));
    row->addWidget(m_yearLabel, 1);
    addStep(QStringLiteral("next"), "nextYearButton", tr("Next year"), 1);
    return head;
}

QWidget *MonthsPopup::makeMonths()
{
    auto *grid = new QWidget(this);
    auto *layout = new QGridLayout(grid);
    layout->setContentsMargins({});
    layout->setSpacing(px(0.5));
    for (int month = 1; month <= monthsOfYear; ++month) {
        auto *button = new MonthButton(grid);
        button->setCheckable(true);
        button->setFocusPolicy(Qt::StrongFocus);
        button->setText(locale().standaloneMonthName(month, QLocale::ShortFormat));
        nameWidget(button, QStringLiteral("month%1").arg(month), locale().standaloneMonthName(month));
        connect(button, &QToolButton::clicked, this, [this, month] { pick(DatePoint{m_year, month, 0}); });
        layout->addWidget(button, (month - 1) / columns, (month - 1) % columns);
        m_months += button;
    }
    return grid;
}

QWidget *MonthsPopup::makeFoot()
{
    auto *foot = new QWidget(this);
    auto *row = new QHBoxLayout(foot);
    row->setContentsMargins({});
    auto *yearOnly = new QuietButton({}, tr("Year only"), foot);
    nameWidget(yearOnly, QStringLiteral("yearOnlyButton"), tr("Year only"));
    connect(yearOnly, &QPushButton::clicked, this, [this] { pick(DatePoint{m_year, 0, 0}); });
    auto *none = new QuietButton({}, tr("No date"), foot);
    nameWidget(none, QStringLiteral("noDateButton"), tr("No date"));
    connect(none, &QPushButton::clicked, this, [this] { pick({}); });
    row->addWidget(yearOnly);
    row->addStretch();
    row->addWidget(none);
    return foot;
}

void MonthsPopup::showYear(int year)
{
    m_year = std::clamp(year, 1000, 9999);
    m_yearLabel->setText(QString::number(m_year));
    for (int i = 0; i < m_months.size(); ++i)
        m_months[i]->setChecked(m_shown && m_shown->year == m_year && m_shown->month == i + 1);
}

void MonthsPopup::popUp(const QWidget *field)
{
    adjustSize();
    const QRect room = field->screen()->availableGeometry();
    QPoint place = field->mapToGlobal(QPoint(0, field->height() + 1));
    if (place.y() + height() > room.bottom())
        place = field->mapToGlobal(QPoint(0, -height() - 1));
    place.setX(std::clamp(place.x(), room.left(), std::max(room.left(), room.right() - width())));
    move(place);
    show();
    const bool hasMonth = m_shown && m_shown->month >= 1 && m_shown->month <= monthsOfYear;
    m_months[hasMonth ? m_shown->month - 1 : 0]->setFocus(Qt::PopupFocusReason);
}

void MonthsPopup::pick(std::optional<DatePoint> point)
{
    Q_EMIT picked(point);
    close();
}

void MonthsPopup::moveFocus(int by)
{
    const auto focused = std::find_if(m_months.begin(), m_months.end(), [](QWidget *m) { return m->hasFocus(); });
    if (focused == m_months.end())
        return;
    const int next = static_cast<int>(focused - m_months.begin()) + by;
    if (next < 0 || next >= monthsOfYear)
        showYear(m_year + (next < 0 ? -1 : 1));
    m_months[(next + monthsOfYear) % monthsOfYear]->setFocus(Qt::OtherFocusReason);
}

void MonthsPopup::keyPressEvent(QKeyEvent *event)
{
    switch (event->key()) {
    case Qt::Key_Left:
        return moveFocus(-1);
    case Qt::Key_Right:
        return moveFocus(1);
    case Qt::Key_Up:
        return moveFocus(-columns);
    case Qt::Key_Down:
        return moveFocus(columns);
    case Qt::Key_PageUp:
        return showYear(m_year - 1);
    case Qt::Key_PageDown:
        return showYear(m_year + 1);
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (auto *button = qobject_cast<QAbstractButton *>(focusWidget()))
            button->click();
        return;
    default:
        QFrame::keyPressEvent(event);
    }
}

void MonthsPopup::paintEvent(QPaintEvent *)
{
    const Tones tones(palette());
    QPainter painter(this);
    painter.fillRect(rect(), tones.base());
    paintRounded(painter, QRectF(rect()), 0, {}, tones.border());
}

} // namespace vitrine
