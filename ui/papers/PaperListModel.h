#pragma once

#include "app/papers/PaperDesk.h"
#include "ui/entries/EntryListModel.h"

#include <QAbstractListModel>

namespace vitrine {

/// The papers of a bibliography, grouped by what they are to the page: new, there with other values, there; at the end
/// what could not be read. New ones and those that differ can be checked. Speaks the roles of EntryListModel.
class PaperListModel : public QAbstractListModel
{
    Q_OBJECT

public:
    struct Row
    {
        enum class Type { Group, Paper, Unread };
        Type type = Type::Paper;
        size_t number = 0; ///< of the paper or diagnostic
        QString title; ///< of a group
        int count = 0;
        friend bool operator==(const Row &, const Row &) = default;
    };

    using QAbstractListModel::QAbstractListModel;

    /// Nothing empties the list.
    void setAnswer(std::shared_ptr<const PaperAnswer> answer);
    const PaperAnswer *answer() const { return m_answer.get(); }
    const Row *row(int number) const;
    /// The row of a paper; -1 when there is none.
    int rowOfPaper(size_t number) const;

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    /// Qt::CheckStateRole only; asks for it by checkWanted().
    bool setData(const QModelIndex &index, const QVariant &value, int role) override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;

Q_SIGNALS:
    /// The owner checks or unchecks a paper: all of what is new or differs, or nothing.
    void checkWanted(size_t paper, bool checked);

private:
    QVariant paperData(const PaperFinding &finding, size_t number, int role) const;
    QVariant unreadData(const Diagnostic &diagnostic, int role) const;
    QVariant checkOf(const PaperFinding &finding, size_t number) const;
    QString spoken(const PaperFinding &finding, size_t number) const;

    std::shared_ptr<const PaperAnswer> m_answer;
    std::vector<Row> m_rows;
};

/// "Moe, Lin and 3 more": the people of a paper in few words.
QString peopleOf(const Paper &paper);

} // namespace vitrine
