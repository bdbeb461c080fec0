#pragma once

#include "content/text/Result.h"

#include <QPointer>
#include <QWidget>

class QLabel;
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
    /// The keyboard goes to the first change.
    void focusList();

Q_SIGNALS:
    void backWanted();
    /// Something could not be taken back.
    void refused(const QString &sentence);

protected:
    void showEvent(QShowEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void build(const Actions &actions);
    void followPage();
    void refresh();
    void showTitle();
    void report(const Result<Done> &done);

    QPointer<Selection> m_selection;
    QLabel *m_title;
    QLabel *m_hint;
    QSplitter *m_splitter;
    ChangeList *m_list;
    DiffText *m_diff;
    bool m_userSized = false;
};

} // namespace vitrine
