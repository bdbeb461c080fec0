#pragma once

#include "ui/fields/FieldEditor.h"

namespace vitrine {

class ChipList;
class FieldBox;
class LineEdit;

/// Keywords as chips and a line that adds: comma or Enter ends one, Backspace in the empty line takes the last back.
class KeywordsField : public FieldEditor
{
    Q_OBJECT

public:
    explicit KeywordsField(FieldId id, QWidget *parent = nullptr);

    void setField(const Field &field) override;
    Value typed() const override;
    void setTyped(const Value &typed) override;
    void setSuggested(const QString &suggestion) override;
    void setRefused(bool refused) override;

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void setWords(const StringList &keywords);
    void show();
    void takeTyped();
    void takeBack(int chip);

    FieldBox *m_box;
    ChipList *m_chips;
    LineEdit *m_line;
    StringList m_words; ///< without what stands in the line
};

} // namespace vitrine
