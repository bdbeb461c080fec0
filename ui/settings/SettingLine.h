#pragma once

#include "content/frontmatter/YamlSpelling.h"
#include "content/profile/AddressChecks.h"
#include "content/text/Error.h"
#include "ui/fields/PictureFolder.h"

#include <QWidget>

#include <optional>

namespace vitrine {

class FieldFrame;
class LineEdit;
class PictureBox;
class SegmentedSwitch;

/// One value of a form over YAML: a line edit, a picture with its path, or a switch; below it what is to say of it.
class SettingLine : public QWidget
{
    Q_OBJECT

public:
    enum class Kind { Words, Picture, Switch };
    struct Look
    {
        Kind kind = Kind::Words;
        QString prefix; ///< begins the object names: "Setting" gives "Setting-permalink"
        QString label; ///< for people
        QString placeholder;
        PictureFolder pictures; ///< where a picture is that the value names
        bool removable = false;
    };

    SettingLine(const QByteArray &name, const Look &look, QWidget *parent = nullptr);

    const QByteArray &name() const { return m_name; }
    QString value() const;
    /// Emits nothing.
    void showValue(const QString &value);
    /// What has the keyboard, for labels.
    QWidget *editor() const;
    LineEdit *edit() const { return m_edit; }
    void select(int begin, int length);

    /// A note, or none.
    void setNote(const std::optional<ValueNote> &note);
    /// Why the picture that is named cannot be seen; empty when it can.
    QString pictureWarning() const;
    void setRefusal(const std::optional<Error> &error);
    bool isRefused() const { return m_refused; }

    /// The merge key of this visit.
    int visit() const { return m_visit; }
    /// Whether quotes are the owner's: asked when a visit begins, kept until it ends.
    YamlQuotes quotes(const std::function<bool()> &isPlain);

Q_SIGNALS:
    /// The person changed the value.
    void edited();
    /// The visit is over.
    void left();
    void removeWanted();

private:
    QWidget *makeEditor(const Look &look, const QString &objectName);
    QWidget *makeSwitch(const Look &look, const QString &objectName);
    void leave();

    QByteArray m_name;
    LineEdit *m_edit = nullptr;
    PictureBox *m_picture = nullptr; ///< around m_edit
    SegmentedSwitch *m_switch = nullptr;
    QByteArray m_truth; ///< what the switch shows, as it is written
    FieldFrame *m_frame;
    int m_visit;
    std::optional<YamlQuotes> m_quotes;
    bool m_refused = false;
};

} // namespace vitrine
