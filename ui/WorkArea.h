#pragma once

#include "ui/WidthRules.h"
#include "ui/preview/PreviewMode.h"

#include <QPointer>
#include <QWidget>

class QLabel;
class QSplitter;
class QStackedWidget;

namespace vitrine {

class Actions;
class ChangesView;
class FormsView;
class OutlinePane;
class PageSettingsForm;
class PaperReviewPane;
class PreviewPane;
class Selection;
class Settings;
class SourceView;

/// The three panes of the window with a page: outline, middle (forms, source, settings or a review of papers, which has
/// the width of the preview too), preview; and how they share the width.
class WorkArea : public QWidget
{
    Q_OBJECT

public:
    enum class Middle { Forms, Source, PageSettings, SiteProfile, Papers, Preview, Changes };

    WorkArea(
        Selection *selection, const Actions &actions, Settings *settings, PreviewMode mode, QWidget *parent = nullptr);

    OutlinePane *outline() const { return m_outline; }
    FormsView *forms() const { return m_forms; }
    SourceView *source() const { return m_source; }
    PageSettingsForm *settings() const { return m_settings; }
    PaperReviewPane *papers() const { return m_papers; }
    PreviewPane *preview() const { return m_preview; }
    ChangesView *changes() const { return m_changes; }

    void show(Middle middle);
    Middle shown() const { return m_shown; }
    /// False for what is about the page or the site as a whole.
    bool showsEntries() const;
    WindowShape shape() const { return m_shape; }
    void setOutlineWanted(bool wanted);
    void setPreviewWanted(bool wanted);
    /// The keyboard goes to the next pane of the ring outline, list, form, preview; backwards with -1.
    void stepPane(int by);
    /// The keyboard goes to the outline, or to what stands in its place.
    void focusContent();
    /// The outline as a list under the section's title, where it is folded; else the keyboard goes there.
    void openOutline();

    QByteArray saveState() const;
    void restoreState(const QByteArray &state);

Q_SIGNALS:
    void shapeChanged(vitrine::WindowShape shape);
    void shownChanged(vitrine::WorkArea::Middle middle);

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void applyShape();
    void placePreview();
    void shareWidth();
    void showPanes(bool panes);
    QList<QWidget *> ring() const;

    QSplitter *m_splitter;
    OutlinePane *m_outline;
    QStackedWidget *m_middle;
    FormsView *m_forms;
    QWidget *m_sourcePane;
    QLabel *m_sourceTitle; ///< the name of the page
    QMetaObject::Connection m_renamed;
    SourceView *m_source;
    PageSettingsForm *m_settings;
    PaperReviewPane *m_papers;
    PreviewPane *m_preview;
    ChangesView *m_changes; ///< in place of all panes
    Middle m_shown = Middle::Forms;
    WindowShape m_shape = WindowShape::Three;
    bool m_outlineWanted = true;
    bool m_previewWanted = true;
    QList<int> m_withPreview; ///< how the panes shared the width before the preview was hidden
    QList<int> m_paneSizes; ///< while the changes stand in place of the panes
    QPointer<QWidget> m_paneFocus; ///< what had the keyboard before
    bool m_userSized = false; ///< the user dragged a line between panes, now or earlier
};

} // namespace vitrine
