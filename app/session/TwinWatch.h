#pragma once

#include "app/session/OpenPage.h"
#include "content/twins/EntryTwins.h"

#include <QObject>
#include <QPointer>

#include <map>
#include <memory>
#include <optional>
#include <vector>

namespace vitrine {

/// The same entry in the other language, beside an entry of the open page.
struct TwinPlace
{
    enum class State {
        Together, ///< both are as they were saved, or both were edited
        Alone, ///< only one of them was edited since it was saved
        Missing, ///< the entry is new and the other language lacks it
    };
    enum class Language { Chinese, English, Unnamed };
    State state = State::Together;
    Language language = Language::Unnamed; ///< of the twin
    QString path; ///< of the page that has the twin; empty when it is the open one
    EntryRef place; ///< the twin, in the page of today; where it is missing the section that would have it, entry -1
    QString name; ///< of the twin or of that section
};

/// Knows which entries of the open page say the same in two languages, within the page or in the page of another
/// language beside it, and follows them through edits. Learns anew whenever the page is as it is on disk. GUI thread;
/// reads the other page's file then.
class TwinWatch : public QObject
{
    Q_OBJECT

public:
    explicit TwinWatch(QObject *parent = nullptr);
    ~TwinWatch() override;

    /// Does not take ownership; nullptr when none is open.
    void setPage(OpenPage *page);

    std::optional<TwinPlace> of(EntryRef entry) const;
    /// Entries that were edited, added or removed in one language only since the page was saved.
    int aloneCount() const;

Q_SIGNALS:
    /// Other entries belong together than before, without a change of the page.
    void learnt();

private:
    /// An entry or section of the open page, followed through edits.
    struct Followed
    {
        Handle handle;
        quint64 revision = 0;
    };
    /// Two that belong together. The second is followed where it is on the open page too.
    struct Pair
    {
        Followed one;
        std::optional<Followed> other;
        EntryRef there; ///< the second, on the page that has it when it was learnt
    };
    struct SectionPair
    {
        Pair pair;
        int mine = 0, theirs = 0; ///< how many entries they had
    };
    struct Today;

    void learn();
    Pair pairOf(EntryRef one, EntryRef other) const;
    std::optional<EntryRef> entryOf(Followed &followed) const;
    std::optional<int> sectionOf(Followed &followed) const;
    const Today &today() const;
    std::optional<TwinPlace> missing(EntryRef entry) const;
    TwinPlace placeOf(const Pair &pair, bool fromOne) const;
    TwinPlace::Language languageOf(bool second) const;

    QPointer<OpenPage> m_page;
    QString m_otherPath;
    std::shared_ptr<const Page> m_other; ///< of another file; null when the twins are on one page
    mutable std::vector<Pair> m_pairs;
    mutable std::vector<SectionPair> m_sections;
    mutable std::unique_ptr<Today> m_today; ///< of the newest revision; null until asked for
};

} // namespace vitrine
