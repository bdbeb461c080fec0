#include "ui/WidthRules.h"

#include <cmath>

namespace vitrine {

namespace {

constexpr double hysteresis = 4;
constexpr double borders[] = {235, 300, 430}; ///< between Single, Folded, Three and Four

} // namespace

WindowShape shapeFor(double widthInUnits, WindowShape present)
{
    int shape = 0;
    for (const double border : borders)
        shape += widthInUnits >= border ? 1 : 0;
    const int now = static_cast<int>(present);
    if (shape == now)
        return present;
    // The border next to the present shape in the direction of the change.
    const double border = borders[shape > now ? now : now - 1];
    return std::abs(widthInUnits - border) < hysteresis ? present : static_cast<WindowShape>(shape);
}

} // namespace vitrine
