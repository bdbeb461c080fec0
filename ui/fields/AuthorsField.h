#pragma once

#include "ui/fields/FieldEditor.h"
#include "ui/look/FocusFollower.h"

class QHBoxLayout;
class QToolButton;

namespace vitrine {

class ChipList;
class FieldBox;
class LineEdit;
class ToggleButton;

/// Authors as chips in the order of the page. The strip edits the current one (name, own name, marks of the page's
/// legend); with none current it adds authors, one by one or a whole list pasted.
class AuthorsField : public FieldEditor
{
    Q_OBJECT

public:
    explicit AuthorsField(FieldId id, QWidget *parent = nullptr);

    void setContext(const FieldContext &context) override;
    void setField(const Field &field) override;
    void acknowledge(const Field &field) override;
    Value typed() const override;
    void setTyped(const Value &typed) override;
    void setSuggested(const QString &suggestion) override;
    void focusAt(const Field &field, qsizetype offset) override;
    void setRefused(bool refused) override;

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    QWidget *makeStrip();
    void rebuildMarkToggles();
    void showToggleWords();
    void setAuthors(const AuthorList &authors);
    void show();
    void setCurrent(int author);
    void takeName();
    void addNames(const QString &text);
    void finishName();
    void toggleSelf(bool on);
    void toggleMark(const QByteArray &mark, bool on);
    void removeAuthor(int author);
    void moveAuthor(int from, int to);
    void change();
    std::vector<MarkMeaning> marksOfPage() const;
    QString ownName() const;

    FieldBox *m_box;
    ChipList *m_chips;
    LineEdit *m_name = nullptr;
    ToggleButton *m_self = nullptr;
    QToolButton *m_remove = nullptr;
    QHBoxLayout *m_markRow = nullptr;
    QList<ToggleButton *> m_markToggles;
    std::vector<MarkMeaning> m_shownMarks;
    AuthorList m_authors;
    int m_current = -1;
    bool m_adding = false; ///< the current author was begun in the adding line: a comma begins the next
    bool m_refused = false;
    FocusFollower m_focus;
};

} // namespace vitrine
