#pragma once

#include "ui/fields/FieldEditor.h"
#include "ui/fields/PictureFolder.h"
#include "ui/forms/FormRows.h"

#include <QScrollArea>

#include <map>
#include <set>

class QFormLayout;
class QHBoxLayout;
class QLabel;
class QVBoxLayout;

namespace vitrine {

class FieldFrame;
class PeriodField;
class SealedParts;

/// The rows of a form: labels, editors, adders and sealed parts. Shows one entry or a draft; its editors are made once
/// and shown again for the next entry. Writes nothing.
class FieldsPage : public QScrollArea
{
    Q_OBJECT

public:
    explicit FieldsPage(QWidget *parent = nullptr);

    /// Lays out the rows for an entry, or for a draft with a null one; does not change what the editors show.
    void setPlan(const FormPlan &plan, bool fillsPane);
    void setContext(const FieldContext &context);
    /// Where pictures are.
    void setFolder(const PictureFolder &folder);
    /// Labels stand above the fields: in the narrowest windows.
    void setLabelsAbove(bool above);
    void setSealedParts(const QList<QByteArray> &parts);

    /// The editors that are shown, in the order of the rows.
    const std::vector<FieldEditor *> &editors() const { return m_shown; }
    FieldEditor *editor(FieldId id) const;
    /// The value in an editor is refused: border at once, the sentence after a pause or when showRefusal() is called.
    void setRefusal(FieldEditor *editor, const Error &error);
    /// A draft that cannot be added with what is typed so far.
    void setNotYet(FieldEditor *editor, const Error &error);
    void showRefusal(const FieldEditor *editor);
    void clearRefusal(FieldEditor *editor);
    /// Hint and warning of an editor, again.
    void showNotes(const FieldEditor *editor);
    /// The shown editor in which a widget lies; nullptr when it lies in none.
    FieldEditor *editorAround(const QWidget *widget) const;

    /// The height at which nothing has to be scrolled.
    int naturalHeight() const;

Q_SIGNALS:
    void edited(vitrine::FieldEditor *editor);
    void besideEdited(vitrine::FieldEditor *editor, const vitrine::EntryChange &change);
    void suggestionTaken(vitrine::FieldEditor *editor, const QString &suggestion);
    void fieldWanted(vitrine::FieldId id);
    void editAsMarkdownWanted();

protected:
    void changeEvent(QEvent *event) override;

private:
    struct Made
    {
        FieldEditor *editor = nullptr;
        FieldFrame *frame = nullptr; ///< shared by the two dates of a period
        QLabel *label = nullptr;
    };

    Made &made(FieldId id);
    void makePeriod();
    void makeAlone(FieldId id);
    void connectMade(const Made &made, FieldId id);
    FieldFrame *frameOf(const FieldEditor *editor) const;
    bool isAlone(FieldId id) const;
    QLabel *makeLabel(const QString &text);
    void clearRows();
    void addRow(const FormRow &row);
    void addAdders(const FormPlan &plan);
    void measure();

    QWidget *m_content;
    QVBoxLayout *m_column;
    QFormLayout *m_rows;
    std::map<FieldId, Made> m_made;
    PeriodField *m_period = nullptr;
    QWidget *m_adders = nullptr;
    SealedParts *m_sealed;
    QLabel *m_sealedLabel;
    FormPlan m_plan;
    FieldContext m_context;
    PictureFolder m_folder;
    std::set<FieldId> m_refused;
    bool m_planned = false;
    bool m_fillsPane = false;
    std::vector<FieldEditor *> m_shown;
};

} // namespace vitrine
