#pragma once

#include "ui/fields/FieldEditor.h"
#include "ui/fields/PictureFolder.h"

namespace vitrine {

class LineEdit;
class PictureBox;

/// The picture of an entry: its path, a small view of it and, where the page can say it, what the picture shows in
/// words.
class ImageField : public FieldEditor
{
    Q_OBJECT

public:
    explicit ImageField(FieldId id, QWidget *parent = nullptr);

    /// The folder in which paths count.
    void setFolder(const PictureFolder &folder);
    PictureBox *box() const { return m_box; }

    void setContext(const FieldContext &context) override;
    void setField(const Field &field) override;
    Value typed() const override;
    void setTyped(const Value &typed) override;
    void setSuggested(const QString &suggestion) override;
    void setRefused(bool refused) override;
    QString warning() const override;
    void besideDone(const Result<Done> &done) override;

private:
    void showWords();
    void takeWords();

    PictureBox *m_box;
    LineEdit *m_words; ///< what the picture shows, in words
    QString m_wordsProblem;
};

} // namespace vitrine
