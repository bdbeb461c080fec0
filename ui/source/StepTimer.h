#pragma once

#include "app/session/OpenPage.h"

#include <QElapsedTimer>

namespace vitrine {

/// Gives typing its undo steps: what is typed without a pause is one. The key is for OpenPage::apply().
class StepTimer
{
public:
    /// The key for an edit that is made now.
    int key()
    {
        if (m_key == 0 || !m_last.isValid() || m_last.hasExpired(pause))
            m_key = OpenPage::nextMergeKey();
        m_last.start();
        return m_key;
    }
    /// What is typed next is a step of its own.
    void end() { m_key = 0; }

private:
    static constexpr qint64 pause = 1000; ///< milliseconds
    QElapsedTimer m_last;
    int m_key = 0;
};

} // namespace vitrine
