#include "app/preview/PreviewFeed.h"

namespace vitrine {

struct PreviewFeed::State
{
};

PreviewFeed::PreviewFeed(QObject *parent) : QObject(parent), m_state(new State) { }
PreviewFeed::~PreviewFeed() = default;

void PreviewFeed::show(std::shared_ptr<const Page>, quint64) { }

void PreviewFeed::reset() { }

ByteRange PreviewFeed::rangeOf(int, int) const
{
    return {};
}

std::pair<int, int> PreviewFeed::markAt(ByteRange) const
{
    return {-1, -1};
}

std::shared_ptr<const Page> PreviewFeed::shownPage() const
{
    return {};
}

} // namespace vitrine
