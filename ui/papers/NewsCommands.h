#pragma once

#include "app/session/OpenPage.h"
#include "ui/look/FocusFollower.h"

#include <QObject>

#include <optional>

namespace vitrine {

class Actions;
class MessageBar;
class Selection;
class StatusLine;
class WorkArea;

/// News about papers: the command for the selected one, and a quiet offer when a paper was added or a preprint came
/// out. Offers nothing while one is typing, nothing that the news tell already, and nothing on a page without news.
class NewsCommands : public QObject
{
    Q_OBJECT

public:
    /// The parts of the window that these commands touch; none is owned.
    struct Parts
    {
        Actions &actions;
        Selection *selection;
        WorkArea *work;
        StatusLine *status;
        MessageBar *messages;
    };

    explicit NewsCommands(const Parts &parts, QObject *parent = nullptr);

    /// A paper was added as a whole, as from a bibliography.
    void offerAbout(EntryRef paper);

private:
    /// The paper that is selected, as it was when it was selected or told of last.
    struct Visited
    {
        Handle handle;
        quint64 revision = 0; ///< at which `handle` was taken
        bool added = false; ///< by hand, just now
        bool published = false;
    };
    /// What the message bar offers.
    struct Offered
    {
        Handle handle;
        quint64 revision = 0;
        bool cameOut = false; ///< offered because it is published now
        qsizetype news = 0; ///< how many items the page had
    };
    enum class Still { Typing, Left };

    OpenPage *page() const;
    qsizetype newsCount() const;
    void followPage();
    void followSelection();
    void visit(EntryRef entry);
    void consider(Still still);
    void offer(EntryRef paper, bool cameOut);
    void withdrawWhatIsOver();
    void withdraw();
    void tell(EntryRef paper);

    Parts m_parts;
    std::optional<Visited> m_visited;
    std::optional<Offered> m_offered;
    FocusFollower m_focus;
};

} // namespace vitrine
