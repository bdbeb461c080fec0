#pragma once

#include "content/text/Result.h"
#include "ui/changes/Comparison.h"

#include <QPointer>
#include <QWidget>

#include <optional>

class QLabel;
class QPushButton;
class QSplitter;

namespace vitrine {

class Actions;
class ChangeList;
class DiffText;
class FilledButton;
class Selection;

/// What saving will do: in words, and as a difference by file; any change is taken back here, and what stands in two
/// versions is chosen here.
class ChangesView : public QWidget
{
    Q_OBJECT

public:
    ChangesView(Selection *selection, const Actions &actions, QWidget *parent = nullptr);

    ChangeList *list() const { return m_list; }
    DiffText *diff() const { return m_diff; }
    /// Shows another difference until it is acted on or the view is left.
    void compare(Comparison comparison);
    /// The keyboard goes to the first change.
    void focusList();

Q_SIGNALS:
    void backWanted();
    /// Something could not be taken back.
    void refused(const QString &sentence);

protected:
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void build(const Actions &actions);
    void followPage();
    void refresh();
    void showTitle();
    void showComparison();
    void showActs();
    void act(qsizetype number);
    const PageDifference &shown() const;
    void report(const Result<Done> &done);

    QPointer<Selection> m_selection;
    QLabel *m_title;
    QLabel *m_hint;
    QSplitter *m_splitter;
    ChangeList *m_list;
    DiffText *m_diff;
    QPushButton *m_second;
    FilledButton *m_save;
    FilledButton *m_first; ///< of a comparison, in place of Save
    std::optional<Comparison> m_comparison;
    bool m_userSized = false;
};

} // namespace vitrine
