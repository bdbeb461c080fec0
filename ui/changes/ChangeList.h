#pragma once

#include "app/session/OpenChoices.h"
#include "content/changes/PageDifference.h"

#include <QScrollArea>

#include <vector>

class QVBoxLayout;

namespace vitrine {

class ChangeRow;

/// The changes of a page in words, by file, each with its own Undo; first what is to be chosen.
class ChangeList : public QScrollArea
{
    Q_OBJECT

public:
    explicit ChangeList(QWidget *parent = nullptr);

    /// `canUndo`: each change can be taken back by itself.
    void show(const PageDifference &difference, const std::vector<OpenChoice> &choices, bool canUndo = true);
    /// The change that is selected; -1 when none is.
    int selected() const { return m_selected; }

Q_SIGNALS:
    void picked(int change);
    void undoWanted(int change);
    void chosen(int choice, vitrine::MergeSide side);

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    void addFile(const PageDifference &difference, int file);
    void addRow(const PageDifference &difference, int change, bool canUndo);
    void select(int change);
    void restoreFocus(int change);

    QWidget *m_content = nullptr;
    QVBoxLayout *m_column = nullptr;
    std::vector<ChangeRow *> m_rows; ///< by changes; those beyond what is listed have none
    int m_selected = -1;
};

} // namespace vitrine
