#include "content/render/SiteIcons.h"

namespace vitrine {

namespace {

struct Shape
{
    const char *name;
    const char *path; ///< on a grid of 16 units, filled
};

constexpr Shape shapes[] = {
    {"link",
     "M6.6 11.9l-1 1a2.3 2.3 0 0 1-3.3-3.3l2.6-2.6a2.3 2.3 0 0 1 3.3 0l1-1a3.7 3.7 0 0 0-5.3 0L1.3 8.600a3.7 3.7 0 0 0 "
     "5.3 "
     "5.300l1-1zm2.8-7.800l1-1a2.3 2.3 0 0 1 3.3 3.300l-2.6 2.600a2.3 2.3 0 0 1-3.3 0l-1 1a3.7 3.7 0 0 0 "
     "5.3 0l2.6-2.600a3.7 3.7 0 0 0-5.3-5.300l-1 1z"},
    {"place",
     "M8 .8a5 5 0 0 0-5 5c0 3.4 5 9.4 5 9.400s5-6 5-9.400a5 5 0 0 0-5-5zm0 6.800a1.8 1.8 0 1 1 0-3.6 1.8 1.8 0 0 1 0 "
     "3.600z"},
    {"mail",
     "M1.5 3h13a.5.5 0 0 1 .5.5v.7L8 9 1 4.200v-.7a.5.5 0 0 1 .5-.5zM1 5.700l7 4.8 7-4.800v6.800a.5.5 0 0 "
     "1-.5.5h-13a.5.5 0 0 1-.5-.5z"},
    {"code", "M5.6 3.300L.9 8l4.7 4.7 1.1-1.100L3.1 8l3.6-3.600zm4.8 0L9.3 4.4 12.9 8l-3.6 3.6 1.1 1.100L15.1 8z"},
    {"scholar",
     "M8 1.500L0 6l8 4.500L14.2 7v5h1.300V6zM3.2 9.400v2.900C4.3 13.4 6 14.2 8 14.200s3.7-.8 4.8-1.900V9.400L8 "
     "12.100z"},
    {"paper", "M3 .8h6.500L13 4.300v10.900H3zm6 1.400v2.600h2.600zM5 7.500h6v1H5zm0 2.500h6v1H5zm0 2.500h4v1H5z"},
    {"badge",
     "M2 1.500h12a.7.7 0 0 1 .7.7v11.600a.7.7 0 0 1-.7.7H2a.7.7 0 0 1-.7-.7V2.200a.7.7 0 0 1 .7-.7zM8 4a2 2 0 1 0 0 4 "
     "2 2 0 0 0 0-4zm-4 8.500h8c0-2-1.8-3.3-4-3.300s-4 1.3-4 3.300z"},
    {"building",
     "M3 1h7v3h3v11H9v-3H7v3H3zm2 2v1.500h1.200V3zm2.7 0v1.500H9V3zM5 6v1.500h1.200V6zm2.7 0v1.500H9V6zM5 "
     "9v1.500h1.200V9zm2.7 0v1.500H9V9z"},
    {"at",
     "M8 1a7 7 0 1 0 3.6 13l-.7-1.200A5.6 5.6 0 1 1 13.6 8v.9c0 1-.5 1.5-1.1 1.500s-1.1-.5-1.1-1.500V4.900H10v.5a3.3 "
     "3.3 0 1 0 .3 4.900c.5.9 1.3 1.5 2.3 1.5 1.4 0 2.4-1.1 2.4-2.900V8a7 7 0 0 0-7-7zm0 9a2 2 0 1 1 0-4 2 2 0 0 1 0 "
     "4z"},
};

} // namespace

QByteArray siteIcon(QByteArrayView name)
{
    const Shape *shape = &shapes[0];
    for (const Shape &candidate : shapes) {
        if (name == QByteArrayView(candidate.name))
            shape = &candidate;
    }
    return "<svg class=\"vt-icon\" viewBox=\"0 0 16 16\" aria-hidden=\"true\"><path fill=\"currentColor\" "
           "fill-rule=\"evenodd\" d=\""
        + QByteArray(shape->path) + "\"/></svg>";
}

} // namespace vitrine
