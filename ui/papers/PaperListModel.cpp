#include "ui/papers/PaperListModel.h"

#include <algorithm>

namespace vitrine {

namespace {

using State = PaperFinding::State;
using Row = PaperListModel::Row;
using Roles = EntryListModel;

constexpr size_t mostNames = 6;

bool canBeChecked(const PaperFinding &finding)
{
    return finding.state == State::New || finding.state == State::Differs;
}

QString text(const QByteArray &utf8)
{
    return QString::fromUtf8(utf8);
}

/// A short name where the paper has one: of its own, or in parentheses at the end of its venue.
QByteArray shortVenueOf(const Paper &paper)
{
    if (!paper.shortVenue.isEmpty())
        return paper.shortVenue;
    if (!paper.arxiv.isEmpty() && paper.isPreprint())
        return "arXiv";
    const qsizetype open = paper.venue.lastIndexOf('(');
    const bool ends = open >= 0 && paper.venue.endsWith(')');
    return ends ? paper.venue.mid(open + 1, paper.venue.size() - open - 2) : paper.venue;
}

QString whenAndWhere(const Paper &paper)
{
    return text(shortVenueOf(paper) + ' ' + paper.date.left(4)).trimmed();
}

} // namespace

QString peopleOf(const Paper &paper)
{
    QStringList names;
    for (const QByteArray &name : paper.authors) {
        if (static_cast<size_t>(names.size()) == mostNames)
            break;
        const QString whole = text(name);
        names += whole.section(QLatin1Char(' '), -1);
    }
    const int others = static_cast<int>(paper.authors.size()) - static_cast<int>(names.size());
    const QString shown = names.join(QStringLiteral(", "));
    return others > 0 ? PaperListModel::tr("%1 and %n more", nullptr, others).arg(shown) : shown;
}

void PaperListModel::setAnswer(std::shared_ptr<const PaperAnswer> answer)
{
    std::vector<Row> rows;
    const auto group = [&](const QString &title, auto belongs) {
        const size_t head = rows.size();
        for (size_t i = 0; i < answer->findings.size(); ++i) {
            if (belongs(answer->findings[i].state))
                rows.push_back({Row::Type::Paper, i, {}, 0});
        }
        const int count = static_cast<int>(rows.size() - head);
        if (count > 0)
            rows.insert(rows.begin() + static_cast<std::ptrdiff_t>(head), {Row::Type::Group, 0, title, count});
    };
    if (answer) {
        group(tr("New"), [](State state) { return state == State::New; });
        group(tr("On the page with other values"), [](State state) { return state == State::Differs; });
        group(tr("Already on the page"), [](State state) { return state == State::There || state == State::Repeated; });
        const std::vector<Diagnostic> &unread = answer->bibliography.diagnostics;
        if (!unread.empty())
            rows.push_back({Row::Type::Group, 0, tr("To check in the BibTeX"), static_cast<int>(unread.size())});
        for (size_t i = 0; i < unread.size(); ++i)
            rows.push_back({Row::Type::Unread, i, {}, 0});
    }
    if (rows == m_rows && m_answer && answer) {
        m_answer = std::move(answer);
        Q_EMIT dataChanged(index(0), index(rowCount() - 1));
        return;
    }
    beginResetModel();
    m_answer = std::move(answer);
    m_rows = std::move(rows);
    endResetModel();
}

const Row *PaperListModel::row(int number) const
{
    return number >= 0 && number < rowCount() ? &m_rows[static_cast<size_t>(number)] : nullptr;
}

int PaperListModel::rowOfPaper(size_t number) const
{
    const auto found = std::find_if(m_rows.begin(), m_rows.end(), [number](const Row &row) {
        return row.type == Row::Type::Paper && row.number == number;
    });
    return found == m_rows.end() ? -1 : static_cast<int>(found - m_rows.begin());
}

int PaperListModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

QVariant PaperListModel::checkOf(const PaperFinding &finding, size_t number) const
{
    const PaperChoice &choice = m_answer->choices[number];
    if (finding.state == State::New)
        return choice.taken ? Qt::Checked : Qt::Unchecked;
    if (finding.state != State::Differs)
        return {};
    if (choice.fields.empty())
        return Qt::Unchecked;
    return choice.fields.size() < finding.differences.size() ? Qt::PartiallyChecked : Qt::Checked;
}

QString PaperListModel::spoken(const PaperFinding &finding, size_t number) const
{
    QStringList parts{text(finding.paper.plainTitle()), peopleOf(finding.paper), whenAndWhere(finding.paper)};
    switch (finding.state) {
    case State::New:
        parts += m_answer->choices[number].taken ? tr("new, will be added") : tr("new, will not be added");
        break;
    case State::Differs:
        parts += tr("on the page with other values");
        break;
    case State::There:
        parts += tr("already on the page");
        break;
    case State::Repeated:
        parts += tr("stands twice in the BibTeX");
        break;
    }
    parts.removeAll(QString());
    return parts.join(QStringLiteral(", "));
}

QVariant PaperListModel::paperData(const PaperFinding &finding, size_t number, int role) const
{
    switch (role) {
    case Qt::DisplayRole:
        return text(finding.paper.plainTitle());
    case Roles::SecondRole:
        return finding.state == State::Repeated ? tr("stands twice in the BibTeX") : peopleOf(finding.paper);
    case Roles::RightRole:
        return whenAndWhere(finding.paper);
    case Qt::CheckStateRole:
        return checkOf(finding, number);
    case Roles::RefusedRole:
        return m_answer->plan.papers[number].refused.has_value();
    case Qt::AccessibleTextRole:
        return spoken(finding, number);
    default:
        return {};
    }
}

QVariant PaperListModel::unreadData(const Diagnostic &diagnostic, int role) const
{
    if (role == Qt::DisplayRole || role == Qt::AccessibleTextRole)
        return diagnostic.message;
    return {};
}

QVariant PaperListModel::data(const QModelIndex &index, int role) const
{
    const Row *wanted = index.isValid() ? row(index.row()) : nullptr;
    if (!wanted || !m_answer)
        return {};
    if (role == Roles::UnderstoodRole)
        return true;
    if (role == Roles::TypeRole) {
        return static_cast<int>(wanted->type == Row::Type::Group ? Roles::Row::Type::Group : Roles::Row::Type::Entry);
    }
    switch (wanted->type) {
    case Row::Type::Paper:
        return paperData(m_answer->findings[wanted->number], wanted->number, role);
    case Row::Type::Unread:
        return unreadData(m_answer->bibliography.diagnostics[wanted->number], role);
    case Row::Type::Group:
        break;
    }
    if (role == Qt::DisplayRole)
        return wanted->title;
    return role == Roles::CountRole ? QVariant(wanted->count) : QVariant();
}

bool PaperListModel::setData(const QModelIndex &index, const QVariant &value, int role)
{
    const Row *wanted = row(index.row());
    if (role != Qt::CheckStateRole || !wanted || !(flags(index) & Qt::ItemIsUserCheckable))
        return false;
    Q_EMIT checkWanted(wanted->number, value.toInt() != Qt::Unchecked);
    return true;
}

Qt::ItemFlags PaperListModel::flags(const QModelIndex &index) const
{
    const Row *wanted = index.isValid() ? row(index.row()) : nullptr;
    if (!wanted || wanted->type == Row::Type::Group)
        return Qt::ItemIsEnabled;
    const Qt::ItemFlags plain = Qt::ItemIsEnabled | Qt::ItemIsSelectable;
    const bool checkable =
        wanted->type == Row::Type::Paper && m_answer && canBeChecked(m_answer->findings[wanted->number]);
    return checkable ? plain | Qt::ItemIsUserCheckable : plain;
}

} // namespace vitrine
