#include "ui/papers/PaperDifferences.h"

#include "ui/fields/FieldEditor.h"
#include "ui/fields/QuietLabel.h"
#include "ui/look/Controls.h"
#include "ui/look/Metrics.h"

#include <QButtonGroup>
#include <QGridLayout>
#include <QRadioButton>
#include <QVBoxLayout>

namespace vitrine {

using metrics::px;

namespace {

enum Side { Here, FromBibtex };

/// A choice whose words wrap; a click on them chooses too.
class SideChoice : public QWidget
{
public:
    SideChoice(const QString &side, const QString &value, QWidget *parent)
        : QWidget(parent), m_button(new QRadioButton(side, this)), m_value(new QLabel(value, this))
    {
        m_value->setWordWrap(true);
        m_value->setTextFormat(Qt::PlainText);
        auto *row = new QHBoxLayout(this);
        row->setContentsMargins({});
        row->setSpacing(px(2));
        row->addWidget(m_button, 0, Qt::AlignTop);
        row->addWidget(m_value, 1);
    }

    QRadioButton *button() const { return m_button; }

protected:
    void mouseReleaseEvent(QMouseEvent *) override { m_button->click(); }

private:
    QRadioButton *m_button;
    QLabel *m_value;
};

bool sameFields(const std::vector<PaperDifference> &a, const std::vector<PaperDifference> &b)
{
    return std::equal(
        a.begin(), a.end(), b.begin(), b.end(), [](const PaperDifference &one, const PaperDifference &other) {
            return one.field == other.field && one.onPage == other.onPage && one.imported == other.imported;
        });
}

} // namespace

QString valueInWords(const Value &value)
{
    if (value.isText())
        return QString::fromUtf8(value.text()).simplified();
    QStringList words;
    for (const Author &author : value.authors())
        words += QString::fromUtf8(author.name);
    for (const Link &link : value.links())
        words += QString::fromUtf8(link.label.isEmpty() ? link.url : link.label + " (" + link.url + ')');
    return words.join(QStringLiteral(", "));
}

PaperDifferences::PaperDifferences(QWidget *parent) : QWidget(parent), m_column(new QVBoxLayout(this))
{
    nameWidget(this, QStringLiteral("PaperDifferences"), tr("What differs"));
    m_column->setContentsMargins({});
    m_column->setSpacing(px(metrics::fieldGap));
}

void PaperDifferences::build(const PaperFinding &finding)
{
    m_shown = finding.differences;
    qDeleteAll(findChildren<QButtonGroup *>(Qt::FindDirectChildrenOnly));
    while (QLayoutItem *item = m_column->takeAt(0)) {
        item->widget()->hide();
        item->widget()->deleteLater();
        delete item;
    }
    for (const PaperDifference &difference : m_shown) {
        auto *rows = new QWidget(this);
        auto *column = new QVBoxLayout(rows);
        column->setContentsMargins({});
        column->setSpacing(px(1));
        const QString name = labelOf(difference.field);
        auto *label = new QuietLabel(rows);
        label->setText(name);
        column->addWidget(label);
        auto *group = new QButtonGroup(this);
        const auto add = [&](Side side, const QString &words, const QString &value) {
            auto *choice = new SideChoice(words, value, rows);
            nameWidget(
                choice->button(), widgetName(difference.field, side == Here ? "Keep" : "Take"),
                tr("%1, %2: %3", "field, where, value").arg(name, words, value));
            group->addButton(choice->button(), side);
            column->addWidget(choice);
        };
        add(Here, tr("Here"), valueInWords(difference.onPage));
        add(FromBibtex, tr("BibTeX"), valueInWords(difference.imported));
        group->setProperty("field", static_cast<int>(difference.field));
        connect(group, &QButtonGroup::idClicked, this, [this, field = difference.field](int side) {
            Q_EMIT chosen(field, side == FromBibtex);
        });
        m_column->addWidget(rows);
        rows->show();
    }
}

void PaperDifferences::show(const PaperFinding &finding, const std::vector<FieldId> &taken)
{
    // The same rows stay: the keyboard is in them.
    if (!sameFields(m_shown, finding.differences))
        build(finding);
    const QList<QButtonGroup *> groups = findChildren<QButtonGroup *>(Qt::FindDirectChildrenOnly);
    for (QButtonGroup *group : groups) {
        const auto field = static_cast<FieldId>(group->property("field").toInt());
        const bool takes = std::find(taken.begin(), taken.end(), field) != taken.end();
        group->button(takes ? FromBibtex : Here)->setChecked(true);
    }
    updateGeometry();
}

} // namespace vitrine
