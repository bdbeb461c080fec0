#pragma once

#include <QApplication>
#include <QObject>

namespace vitrine {

/// Hears which widget has the keyboard. The last member of who wants to know: it ends before the rest does, while the
/// widgets inside, which go after all members, still move the focus. GUI thread.
class FocusFollower
{
public:
    /// `act` is called with the widget that has the keyboard now; nullptr when it is in another window.
    template<typename Act> void follow(Act act)
    {
        QObject::connect(qApp, &QApplication::focusChanged, &m_context, [act](QWidget *, QWidget *now) { act(now); });
    }

private:
    QObject m_context;
};

} // namespace vitrine
