#include "ui/fields/LinksField.h"

#include "ui/fields/FieldBox.h"
#include "ui/fields/LineEdit.h"
#include "ui/fields/LinkRow.h"
#include "ui/fields/PageWords.h"
#include "ui/look/Controls.h"
#include "ui/look/Metrics.h"

#include <QHBoxLayout>
#include <QVBoxLayout>

namespace vitrine {

namespace {

constexpr int mostAdders = 3;

/// A label as the words of a button: without the signs of Markdown around it.
QString asWords(const QString &label)
{
    QString words = label;
    return words.remove(QLatin1Char('*')).remove(QLatin1Char('`')).trimmed();
}

} // namespace

LinksField::LinksField(FieldId id, QWidget *parent) : FieldEditor(id, parent), m_box(new FieldBox(this))
{
    auto *rows = new QWidget(m_box);
    m_rowLayout = new QVBoxLayout(rows);
    m_rowLayout->setContentsMargins({});
    m_rowLayout->setSpacing(0);
    auto *strip = new QWidget(m_box);
    m_adderLayout = new QHBoxLayout(strip);
    m_adderLayout->setContentsMargins(metrics::px(1), 0, metrics::px(1), 0);
    m_adderLayout->setSpacing(metrics::px(1));
    m_box->setContent(rows);
    m_box->setStrip(strip);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->addWidget(m_box);
    setFocusPolicy(Qt::NoFocus);
    rebuildAdders();
}

QStringList LinksField::labels() const
{
    return context().page ? words::linkLabels(*context().page, context().kind) : QStringList();
}

void LinksField::setContext(const FieldContext &context)
{
    FieldEditor::setContext(context);
    rebuildAdders();
}

void LinksField::setField(const Field &field)
{
    setLinks(field.value.links());
}

Value LinksField::typed() const
{
    LinkList links;
    for (const LinkRow *row : m_rows) {
        if (!row->isWaiting())
            links += row->link();
    }
    return links;
}

void LinksField::setTyped(const Value &typed)
{
    setLinks(typed.links());
}

void LinksField::setLinks(const LinkList &links)
{
    while (m_rows.size() > links.size())
        delete m_rows.takeLast();
    while (m_rows.size() < links.size())
        appendRow();
    for (int i = 0; i < links.size(); ++i) {
        m_rows[i]->setFresh(false);
        m_rows[i]->setLink(links[i]);
    }
    rebuildAdders();
}

LinkRow *LinksField::appendRow()
{
    auto *row = new LinkRow(static_cast<int>(m_rows.size()) + 1, labels(), m_box);
    m_rows += row;
    m_rowLayout->addWidget(row);
    connect(row, &LinkRow::labelTyped, this, [this] {
        rebuildAdders();
        Q_EMIT edited();
    });
    connect(row, &LinkRow::addressTyped, this, [this, row] { takeAddress(row); });
    // Queued: the row is still busy with the click or key that asks for it.
    connect(
        row, &LinkRow::removeWanted, this, [this, row] { removeRow(row); }, Qt::QueuedConnection);
    connect(row, &LinkRow::moveWanted, this, [this, row](int by) { moveRow(row, by); });
    return row;
}

void LinksField::removeRow(LinkRow *row)
{
    const qsizetype at = m_rows.indexOf(row);
    if (at < 0)
        return;
    LinkList links;
    QList<bool> waiting;
    for (const LinkRow *each : m_rows) {
        links += each->link();
        waiting += each->isWaiting();
    }
    const bool wasWaiting = waiting.takeAt(at);
    links.removeAt(at);
    setLinks(links);
    for (qsizetype i = 0; i < m_rows.size(); ++i)
        m_rows[i]->setFresh(waiting[i]);
    if (!m_rows.isEmpty())
        m_rows[std::min(at, m_rows.size() - 1)]->addressEdit()->setFocus(Qt::OtherFocusReason);
    if (!wasWaiting)
        Q_EMIT edited();
}

void LinksField::moveRow(LinkRow *row, int by)
{
    const qsizetype from = m_rows.indexOf(row);
    const qsizetype to = from + by;
    if (from < 0 || to < 0 || to >= m_rows.size())
        return;
    const bool inLabel = m_rows[from]->labelEdit()->hasFocus();
    const Link moved = m_rows[from]->link();
    m_rows[from]->setLink(m_rows[to]->link());
    m_rows[to]->setLink(moved);
    (inLabel ? m_rows[to]->labelEdit() : m_rows[to]->addressEdit())->setFocus(Qt::OtherFocusReason);
    Q_EMIT edited();
}

void LinksField::add(const QString &label)
{
    LinkRow *row = appendRow();
    row->setFresh(true);
    Link link;
    link.label = label.toUtf8();
    row->setLink(link);
    row->addressEdit()->setPlaceholderText(tr("Paste the address"));
    rebuildAdders();
    // With no label the address tells one, from the page's other links to that host.
    row->addressEdit()->setFocus(Qt::OtherFocusReason);
}

void LinksField::setSuggested(const QString &suggestion)
{
    if (!m_typedRow)
        return;
    Link link = m_typedRow->link();
    link.url = suggestion.toUtf8();
    m_typedRow->setLink(link);
    m_typedRow->addressEdit()->setFocus(Qt::OtherFocusReason);
}

void LinksField::takeAddress(LinkRow *row)
{
    m_typedRow = row;
    if (row->link().label.isEmpty() && context().page && row->link().url.contains("://")) {
        const QString label = words::labelForAddress(*context().page, row->addressEdit()->text());
        if (!label.isEmpty()) {
            Link link = row->link();
            link.label = label.toUtf8();
            row->setLink(link);
        }
    }
    rebuildAdders();
    Q_EMIT edited();
}

void LinksField::rebuildAdders()
{
    QStringList adders;
    for (const QString &label : labels()) {
        const bool used = std::any_of(
            m_rows.begin(), m_rows.end(), [&](const LinkRow *row) { return row->labelEdit()->text() == label; });
        if (!used && adders.size() < mostAdders)
            adders += label;
    }
    if (adders == m_shownAdders && m_adderLayout->count() > 0)
        return;
    m_shownAdders = adders;
    while (QLayoutItem *item = m_adderLayout->takeAt(0)) {
        if (QWidget *button = item->widget()) {
            // It may be the one whose click led here.
            button->hide();
            button->setFocusPolicy(Qt::NoFocus);
            button->deleteLater();
        }
        delete item;
    }
    const auto addButton = [&](const QString &text, const QString &label, const QString &name) {
        auto *button = new QuietButton(QStringLiteral("add"), text, m_box);
        nameWidget(button, name, label.isEmpty() ? tr("Add another link") : tr("Add link %1").arg(text));
        connect(button, &QPushButton::clicked, this, [this, label] { add(label); });
        m_adderLayout->addWidget(button);
    };
    for (const QString &label : adders)
        addButton(asWords(label), label, QStringLiteral("addLink") + asWords(label));
    addButton(tr("Other…"), {}, QStringLiteral("addLinkOther"));
    m_adderLayout->addStretch();
}

void LinksField::focusAt(const Field &field, qsizetype offset)
{
    const LinkList links = field.value.links();
    for (qsizetype i = 0; i < std::min(links.size(), m_rows.size()); ++i) {
        const auto holds = [&](const std::optional<ByteRange> &range) {
            return range && range->begin <= offset && offset <= range->end;
        };
        if (!holds(links[i].labelRange) && !holds(links[i].urlRange))
            continue;
        // Whole, so that pasting mends it.
        m_rows[i]->addressEdit()->setFocus(Qt::OtherFocusReason);
        m_rows[i]->addressEdit()->selectAll();
        return;
    }
    if (!m_rows.isEmpty())
        m_rows.first()->addressEdit()->setFocus(Qt::OtherFocusReason);
}

void LinksField::selectAt(const Field &field, ByteRange place)
{
    const LinkList links = field.value.links();
    for (qsizetype i = 0; i < std::min(links.size(), m_rows.size()); ++i) {
        const std::pair<std::optional<ByteRange>, LineEdit *> parts[]{
            {links[i].labelRange, m_rows[i]->labelEdit()}, {links[i].urlRange, m_rows[i]->addressEdit()}};
        for (const auto &[range, edit] : parts) {
            if (!range || !range->contains(place) || !context().page)
                continue;
            const QByteArray bytes = context().page->text(*range);
            const QString before = QString::fromUtf8(bytes.left(place.begin - range->begin));
            const QString hit = QString::fromUtf8(bytes.mid(place.begin - range->begin, place.size()));
            edit->setFocus(Qt::OtherFocusReason);
            edit->setSelection(static_cast<int>(before.size()), static_cast<int>(hit.size()));
            return;
        }
    }
    focusAt(field, place.begin);
}

void LinksField::setRefused(bool refused)
{
    m_box->setRefused(refused);
}

QString LinksField::warning() const
{
    for (const LinkRow *row : m_rows) {
        const Link link = row->link();
        if (link.url.isEmpty() && !row->isWaiting())
            return tr("%1 leads nowhere until it has an address.").arg(asWords(QString::fromUtf8(link.label)));
    }
    return {};
}

} // namespace vitrine
