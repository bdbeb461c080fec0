#include "app/papers/PaperDesk.h"

#include <QThreadPool>

#include <atomic>

namespace vitrine {

namespace {

std::optional<PaperPlace> placeOf(const Page &page, const PaperWish::Place &wish)
{
    if (wish.section.isEmpty())
        return PaperPlace{-1, wish.title};
    const std::optional<int> section = page.findSection(wish.section);
    return section ? std::optional(PaperPlace{*section, wish.title}) : std::nullopt;
}

void follow(const Page &page, const PaperWish &wish, PaperChoice &choice)
{
    choice.taken = wish.taken.value_or(choice.taken);
    if (wish.place)
        choice.place = placeOf(page, *wish.place).value_or(choice.place);
    choice.fields.assign(wish.fields.begin(), wish.fields.end());
}

} // namespace

struct PaperDesk::Question
{
    std::shared_ptr<const Page> page;
    QByteArray bibtex;
    PaperWishes wishes;
    std::atomic<bool> dropped = false;

    std::shared_ptr<const PaperAnswer> answer() const
    {
        auto answer = std::make_shared<PaperAnswer>();
        answer->page = page;
        answer->bibliography = papersFromBibtex(bibtex);
        answer->findings = reviewPapers(*page, answer->bibliography.papers);
        answer->choices = defaultChoices(answer->findings);
        for (const auto &[number, wish] : wishes) {
            if (number < answer->choices.size())
                follow(*page, wish, answer->choices[number]);
        }
        answer->plan = planPapers(
            page, answer->findings, answer->choices, [this] { return !dropped.load(std::memory_order_relaxed); });
        return answer;
    }
};

struct PaperDesk::State
{
    QThreadPool worker;
    std::shared_ptr<Question> waiting, running;
};

PaperDesk::PaperDesk(QObject *parent) : QObject(parent), m_state(new State)
{
    m_state->worker.setMaxThreadCount(1);
}

PaperDesk::~PaperDesk()
{
    forget();
    m_state->worker.waitForDone();
}

void PaperDesk::ask(std::shared_ptr<const Page> page, const QByteArray &bibtex, const PaperWishes &wishes)
{
    forget();
    m_state->waiting = std::make_shared<Question>();
    m_state->waiting->page = std::move(page);
    m_state->waiting->bibtex = bibtex;
    m_state->waiting->wishes = wishes;
    startNext();
}

void PaperDesk::forget()
{
    m_state->waiting.reset();
    if (m_state->running)
        m_state->running->dropped = true;
}

bool PaperDesk::isBusy() const
{
    return m_state->waiting || (m_state->running && !m_state->running->dropped);
}

void PaperDesk::startNext()
{
    if (m_state->running || !m_state->waiting)
        return;
    m_state->running = std::move(m_state->waiting);
    // The destructor waits for the worker, so `this` outlives the task; Qt drops the queued call with its receiver.
    m_state->worker.start([this, question = m_state->running] {
        std::shared_ptr<const PaperAnswer> answer = question->answer();
        QMetaObject::invokeMethod(
            this,
            [this, answer] {
                const bool wanted = !std::exchange(m_state->running, {})->dropped;
                startNext();
                if (wanted)
                    Q_EMIT answered(answer);
            },
            Qt::QueuedConnection);
    });
}

} // namespace vitrine
