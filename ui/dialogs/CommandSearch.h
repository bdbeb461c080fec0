#pragma once

#include <QDialog>
#include <QIcon>

#include <functional>
#include <vector>

class QLineEdit;
class QListWidget;

namespace vitrine {

class Actions;

/// Finds a command, a section or an entry by a few letters of its words, and does it or goes there. A pop-up over the
/// window: Enter takes the first, Esc closes.
class CommandSearch : public QDialog
{
    Q_OBJECT

public:
    /// Something that can be found.
    struct Item
    {
        QString words;
        QString hint; ///< key of a command, section of an entry
        QIcon icon;
        std::function<void()> act;
    };

    explicit CommandSearch(std::vector<Item> items, QWidget *parent);

    /// The commands that are enabled.
    static std::vector<Item> commands(const Actions &actions);

protected:
    void showEvent(QShowEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void filter(const QString &letters);
    void take();

    std::vector<Item> m_items;
    QLineEdit *m_letters;
    QListWidget *m_list;
};

} // namespace vitrine
