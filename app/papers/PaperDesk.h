#pragma once

#include "content/importers/PaperPlan.h"

#include <QObject>

#include <map>
#include <memory>
#include <set>

namespace vitrine {

/// What the owner chose of one paper of a bibliography so far.
struct PaperWish
{
    /// A place named so that it outlives edits of the page.
    struct Place
    {
        QByteArray section; ///< its id; empty for the page
        QByteArray title; ///< of a section to be made
        friend bool operator==(const Place &, const Place &) = default;
    };
    std::optional<bool> taken;
    std::optional<Place> place;
    std::set<FieldId> fields; ///< of a paper that differs: what the page shall take over
};

/// By number of the paper in its bibliography.
using PaperWishes = std::map<size_t, PaperWish>;

/// A bibliography, compared with one revision of a page, and what would be made of the page.
struct PaperAnswer
{
    std::shared_ptr<const Page> page;
    Bibliography bibliography;
    std::vector<PaperFinding> findings;
    std::vector<PaperChoice> choices; ///< the owner's where there are wishes, else the default
    PaperPlan plan;
};

/// Reads bibliographies, compares them with the page and plans what becomes of it, off the GUI thread, one in flight; a
/// newer question stops the one before. GUI thread; emits there.
class PaperDesk : public QObject
{
    Q_OBJECT

public:
    explicit PaperDesk(QObject *parent = nullptr);
    ~PaperDesk() override;

    void ask(std::shared_ptr<const Page> page, const QByteArray &bibtex, const PaperWishes &wishes);
    /// Nobody waits for an answer any more.
    void forget();
    bool isBusy() const;

Q_SIGNALS:
    void answered(std::shared_ptr<const vitrine::PaperAnswer> answer);

private:
    struct Question;
    struct State;
    void startNext();

    std::unique_ptr<State> m_state;
};

} // namespace vitrine
