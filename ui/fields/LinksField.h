#pragma once

#include "ui/fields/FieldEditor.h"

#include <QPointer>

class QHBoxLayout;
class QVBoxLayout;

namespace vitrine {

class FieldBox;
class LinkRow;

/// Links as rows of label and address, and adders for the labels that the page uses and this entry lacks.
class LinksField : public FieldEditor
{
    Q_OBJECT

public:
    explicit LinksField(FieldId id, QWidget *parent = nullptr);

    void setContext(const FieldContext &context) override;
    void setField(const Field &field) override;
    Value typed() const override;
    void setTyped(const Value &typed) override;
    void setSuggested(const QString &suggestion) override;
    void focusAt(const Field &field, qsizetype offset) override;
    void selectAt(const Field &field, ByteRange place) override;
    void setRefused(bool refused) override;
    QString warning() const override;

private:
    QStringList labels() const;
    void setLinks(const LinkList &links);
    LinkRow *appendRow();
    void removeRow(LinkRow *row);
    void moveRow(LinkRow *row, int by);
    void add(const QString &label);
    void takeAddress(LinkRow *row);
    void rebuildAdders();

    FieldBox *m_box;
    QVBoxLayout *m_rowLayout;
    QHBoxLayout *m_adderLayout;
    QList<LinkRow *> m_rows;
    QStringList m_shownAdders;
    QPointer<LinkRow> m_typedRow; ///< whose address was typed last
};

} // namespace vitrine
