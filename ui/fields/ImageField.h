#pragma once

#include "ui/fields/FieldEditor.h"

class QLabel;

namespace vitrine {

class FieldBox;
class LineEdit;

/// The path of a picture with a small view of it. A picture that is dropped or chosen from outside the site is copied
/// into it, to a place that the person names.
class ImageField : public FieldEditor
{
    Q_OBJECT

public:
    explicit ImageField(FieldId id, QWidget *parent = nullptr);

    /// The folder in which paths count, absolute; empty when the page has no file yet.
    void setFolder(const QString &folder);

    void setField(const Field &field) override;
    Value typed() const override;
    void setTyped(const Value &typed) override;
    void setSuggested(const QString &suggestion) override;
    void setRefused(bool refused) override;
    QString warning() const override;

protected:
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dropEvent(QDropEvent *event) override;

private:
    void choose();
    void take(const QString &file);
    void showPicture();
    /// The file a path means; empty for addresses and without a folder.
    QString fileOf(const QString &path) const;

    QString m_folder;
    FieldBox *m_box;
    QLabel *m_picture;
    LineEdit *m_path;
};

} // namespace vitrine
