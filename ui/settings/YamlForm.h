#pragma once

#include "content/page/Edits.h"
#include "ui/settings/SettingLine.h"

#include <QScrollArea>

#include <optional>
#include <vector>

class QFormLayout;
class QLabel;
class QTimer;
class QVBoxLayout;

namespace vitrine {

class Selection;
class YamlListField;

/// Values of a YAML text as lines of a form. Values are set as one types, one undo step per visit of a line; a value
/// that the text cannot hold is refused below its line and kept as typed; one that will not do what it should is taken,
/// with a note below it.
class YamlForm : public QScrollArea
{
    Q_OBJECT

public:
    /// `prefix` begins the names of the lines: "Setting" gives "Setting-permalink".
    YamlForm(Selection *selection, const QString &prefix, QWidget *parent = nullptr);

    /// True when a line shows all of this stretch of the YAML's file.
    bool holds(ByteRange place) const;
    /// Selects it there, with the keyboard.
    void select(ByteRange place);

protected:
    Selection *selection() const { return m_selection; }
    const QString &prefix() const { return m_prefix; }
    /// To be called once by the class that fills the form.
    void begin();
    /// Builds the lines anew when others are to be shown; else only their values follow.
    void follow();
    /// A line that is shown from now on although it says nothing yet.
    void addLine(const QByteArray &name);
    const std::vector<QByteArray> &added() const { return m_added; }

    /// nullptr: there is nothing to show. Lives until the page changes.
    virtual const YamlText *yaml() const = 0;
    /// The bytes in which the ranges of yaml() count.
    virtual QByteArray yamlBytes() const = 0;
    /// The values that are shown, by name, in order.
    virtual std::vector<QByteArray> lineNames() const = 0;
    virtual QString labelOf(const QByteArray &name) const = 0;
    /// How a line looks; prefix and label are filled in by the form.
    virtual SettingLine::Look lookOf(const QByteArray &) const { return {}; }
    /// What is to say of a value that is kept.
    virtual std::optional<ValueNote> noteOn(const QByteArray &, const QString &) const { return {}; }
    virtual Result<PageChange> changeTo(const QByteArray &name, const QByteArray &value, YamlQuotes quotes) const = 0;
    /// Takes a value out that can be removed.
    virtual void remove(const QByteArray &) { }
    /// A list that is shown as rows instead of a line; nullptr for all other values.
    virtual YamlListField *makeList(const QByteArray &) { return nullptr; }
    /// Adds what stands below a line.
    virtual void addBelow(const QByteArray &, QFormLayout *, QWidget *) { }
    /// What stands below the lines.
    virtual void fillFoot(QVBoxLayout *column, QWidget *page) = 0;

private:
    struct Line
    {
        QByteArray name;
        SettingLine *line = nullptr; ///< one of the two
        YamlListField *list = nullptr;
    };
    const YamlField *fieldAt(ByteRange place) const;
    const Line *lineOf(const YamlField *field) const;
    QString valueOf(const QByteArray &name) const;
    /// Builds the lines anew; the keyboard stays in the line of the same name.
    void rebuild();
    void build();
    void addRow(Line &line, QFormLayout *form);
    SettingLine *makeLine(const QByteArray &name);
    void set(SettingLine *line);
    std::optional<ValueNote> noteOn(const SettingLine *line) const;

    Selection *m_selection;
    QString m_prefix;
    QWidget *m_page = nullptr;
    std::vector<Line> m_lines;
    std::vector<QByteArray> m_added;
    QTimer *m_pause; ///< in typing, before a value is spoken about
    QMetaObject::Connection m_changed;
};

/// A quiet sentence that wraps, below the lines of a form.
QLabel *makeFootNote(const QString &words, const QString &name, QWidget *parent);

} // namespace vitrine
