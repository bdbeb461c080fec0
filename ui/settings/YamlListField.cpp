#include "ui/settings/YamlListField.h"

#include "content/frontmatter/YamlText.h"
#include "ui/Selection.h"
#include "ui/fields/LineEdit.h"

#include <QVBoxLayout>

namespace vitrine {

YamlListField::YamlListField(
    Selection *selection, const QByteArray &list, std::vector<Column> columns, const Words &words,
    std::function<Text()> text, QWidget *parent)
    : QWidget(parent),
      m_selection(selection),
      m_list(list),
      m_columns(std::move(columns)),
      m_words(words),
      m_text(std::move(text)),
      m_visit(OpenPage::nextMergeKey())
{
    QStringList labels;
    for (const Column &column : m_columns)
        labels += column.label;
    m_box = new ListBox(words.name, labels, words.adder, this);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->addWidget(m_box);
    setFocusPolicy(Qt::NoFocus);
    connect(m_box, &ListBox::edited, this, &YamlListField::set);
    connect(m_box, &ListBox::left, this, [this] { m_visit = OpenPage::nextMergeKey(); });
    connect(m_box, &ListBox::added, this, &YamlListField::add);
    connect(m_box, &ListBox::removeWanted, this, [this](int row) {
        remove(row);
        m_box->focusRow(std::min(row, m_box->rowCount() - 1), 0);
    });
    connect(m_box, &ListBox::moveWanted, this, [this](int from, int to) {
        const Result<YamlList> now = this->list();
        const Result<TextEdit> edit =
            now ? now->moved(static_cast<size_t>(from), static_cast<size_t>(to), m_text().file) : now.error();
        (void)apply(edit, tr("move in %1"));
    });
}

Result<YamlList> YamlListField::list() const
{
    const Text text = m_text();
    return YamlList::find(text.bytes, text.range, m_list);
}

QByteArray YamlListField::nameOf(int row, int column) const
{
    const QByteArray item = (m_list.isEmpty() ? m_list : m_list + '.') + QByteArray::number(row);
    const QByteArray &key = m_columns[static_cast<size_t>(column)].key;
    return key.isEmpty() ? item : item + '.' + key;
}

void YamlListField::follow()
{
    const Text text = m_text();
    const YamlText yaml = YamlText::read(text.bytes, text.range);
    const Result<YamlList> now = list();
    // One value without dashes is a list of one.
    const YamlField *alone = yaml.find(m_list);
    int count = now ? static_cast<int>(now->size()) : 0;
    while (!now && std::any_of(yaml.fields().begin(), yaml.fields().end(), [&](const YamlField &field) {
        return field.name.startsWith(m_list + '.' + QByteArray::number(count));
    }))
        ++count;
    std::vector<ListBox::Row> rows(static_cast<size_t>(count));
    for (int row = 0; row < count; ++row) {
        for (int column = 0; column < static_cast<int>(m_columns.size()); ++column) {
            const YamlField *field = alone ? alone : yaml.find(nameOf(row, column));
            rows[static_cast<size_t>(row)].values += field ? QString::fromUtf8(field->value) : QString();
        }
        rows[static_cast<size_t>(row)].sealed = sealedIn(yaml.fields(), row);
    }
    m_box->setMovable(now.ok());
    m_box->setRows(rows);
}

QString YamlListField::sealedIn(const std::vector<YamlField> &fields, int row) const
{
    const QByteArray prefix = (m_list.isEmpty() ? m_list : m_list + '.') + QByteArray::number(row) + '.';
    QStringList parts;
    QByteArray listed; ///< the nested list that is being told
    for (const YamlField &field : fields) {
        const QByteArray own = field.name.startsWith(prefix) ? field.name.mid(prefix.size()) : QByteArray();
        const bool isColumn =
            std::any_of(m_columns.begin(), m_columns.end(), [&](const Column &column) { return column.key == own; });
        if (own.isEmpty() || isColumn)
            continue;
        const QByteArray key = own.left(own.indexOf('.') < 0 ? own.size() : own.indexOf('.'));
        if (key == own) {
            parts += QStringLiteral("%1: %2").arg(QString::fromUtf8(key), QString::fromUtf8(field.value));
        } else if (own.endsWith(".title") || !own.mid(key.size() + 1).contains('.')) {
            const QString value = QString::fromUtf8(field.value);
            if (key == listed)
                parts.last() += QStringLiteral(", ") + value;
            else
                parts += QStringLiteral("%1: %2").arg(QString::fromUtf8(key), value);
            listed = key;
        }
    }
    return parts.join(QStringLiteral("; "));
}

YamlItemValues YamlListField::valuesOf(const QStringList &shown) const
{
    YamlItemValues values;
    for (size_t column = 0; column < m_columns.size(); ++column)
        values.emplace_back(m_columns[column].key, shown.value(static_cast<int>(column)).toUtf8());
    return values;
}

void YamlListField::set(int row, int column)
{
    const Text text = m_text();
    const YamlText yaml = YamlText::read(text.bytes, text.range);
    const QByteArray name = yaml.find(m_list) ? m_list : nameOf(row, column);
    ListRow *shown = m_box->row(row);
    const Result<Done> taken =
        apply(yaml.set(name, shown->edit(column)->text().toUtf8(), text.file), tr("change of %1"), m_visit);
    shown->setRefused(taken ? QString() : taken.error().sentence, column);
}

void YamlListField::remove(int row)
{
    const Text text = m_text();
    const YamlText yaml = YamlText::read(text.bytes, text.range);
    // One value without a list goes with its name.
    const Result<YamlList> now = list();
    const Result<TextEdit> edit = yaml.find(m_list) ? yaml.removed(m_list, text.file)
        : now                                       ? now->removed(static_cast<size_t>(row), text.file)
                                                    : now.error();
    (void)apply(edit, tr("removal from %1"));
}

void YamlListField::add(const QStringList &values)
{
    const Result<YamlList> now = list();
    const Result<TextEdit> edit = now ? now->inserted(now->size(), valuesOf(values), m_text().file) : now.error();
    // What is typed on belongs to the same step.
    const Result<Done> taken = apply(edit, tr("addition to %1"), m_visit);
    if (!taken)
        m_box->row(m_box->rowCount() - 1)->setRefused(taken.error().sentence, 0);
}

Result<Done> YamlListField::apply(const Result<TextEdit> &edit, const QString &what, int mergeKey)
{
    if (!edit)
        return edit.error();
    OpenPage *page = m_selection->page();
    return page->apply(editSettings(*page->page(), *edit), what.arg(m_words.item), mergeKey);
}

void YamlListField::select(const QByteArray &name, int begin, int length)
{
    for (int row = 0; row < m_box->rowCount(); ++row) {
        for (int column = 0; column < static_cast<int>(m_columns.size()); ++column) {
            if (nameOf(row, column) != name && name != m_list)
                continue;
            m_box->focusRow(row, column);
            m_box->row(row)->edit(column)->setSelection(begin, length);
            return;
        }
    }
}

} // namespace vitrine
