//! Whether there is anywhere to write to.
//!
//! Before a program begins, the standard library opens `/dev/null` in the place of a standard output that was closed
//! (`rehabplan check plans >&-`), so that no file takes its place. The result would then be lost without a word, and a check
//! that nobody sees must not look like a good one. So it is looked at still earlier.

use std::sync::atomic::{AtomicBool, Ordering};

static OUTPUT: AtomicBool = AtomicBool::new(false);

/// Whether standard output was closed when the program was started. Only Unix tells.
pub(crate) fn output_is_closed() -> bool {
    OUTPUT.load(Ordering::Relaxed)
}

#[cfg(unix)]
ctor::declarative::ctor! {
    #[ctor(unsafe)]
    fn look() {
        let is_open = rustix::io::fcntl_getfd(rustix::stdio::stdout()).is_ok();
        OUTPUT.store(!is_open, Ordering::Relaxed);
    }
}
