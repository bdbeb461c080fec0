#pragma once

namespace vitrine {

/// Whether there is a preview, and why not.
enum class PreviewMode {
    On,
    UnsafeAsRoot, ///< Chromium refuses to start for root unless told to do without its sandbox
    NotWanted, ///< switched off on the command line
};

} // namespace vitrine
