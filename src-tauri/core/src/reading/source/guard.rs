//! Runs a library that takes foreign files apart, so that no file can take the program down with it.

use std::panic;
use std::thread::{self, Builder};

use crate::reading::ReadError;

/// Name of the thread on which libraries read.
const THREAD: &str = "skh-reading";

/// Stack of that thread. Readers that call themselves for what is nested are limited in depth, but a window's worker
/// thread has 2 MiB only; this much is asked of the system, and taken only as far as it is used.
const STACK: usize = 64 << 20;

/// Whether this thread is one on which a library reads: a panic there is a damaged file, and is told as one.
pub fn is_reading() -> bool {
    thread::current().name() == Some(THREAD)
}

/// For a door to call once as it starts: a library that gives up on a damaged file by panicking is told as such a file,
/// so that its own English words are not printed too. Panics elsewhere go the usual way.
pub fn quiet_libraries() {
    let usual = panic::take_hook();
    panic::set_hook(Box::new(move |panic| {
        if !is_reading() {
            usual(panic);
        }
    }));
}

/// What `read` gives; `damaged` if the library gives up on the file by panicking, as those that trust what a file says
/// of its own sizes sometimes do.
pub(super) fn guarded<T: Send, E: From<ReadError> + Send>(
    damaged: fn() -> ReadError,
    read: impl FnOnce() -> Result<T, E> + Send,
) -> Result<T, E> {
    thread::scope(|scope| {
        let Ok(reader) = Builder::new().name(THREAD.into()).stack_size(STACK).spawn_scoped(scope, read) else {
            let hint = "Đóng bớt chương trình đang mở rồi chọn lại tệp.";
            return Err(ReadError::new("Máy không còn đủ bộ nhớ để đọc tệp.", hint).into());
        };
        reader.join().unwrap_or_else(|_| Err(damaged().into()))
    })
}

#[cfg(test)]
#[allow(clippy::unwrap_used, clippy::panic)]
mod tests {
    use super::*;

    fn damaged() -> ReadError {
        ReadError::new("hỏng", "lấy lại")
    }

    #[test]
    fn a_panic_is_a_damaged_file_and_depth_has_room() {
        fn deep(left: usize) -> usize {
            let held = std::hint::black_box([left; 64]);
            if left == 0 { held[0] } else { deep(left - 1) + held[1] - held[2] }
        }
        assert_eq!(guarded::<_, ReadError>(damaged, || Ok(deep(30_000))).unwrap(), 0);
        let error = guarded::<(), ReadError>(damaged, || panic!("index out of bounds")).unwrap_err();
        assert_eq!(error.message, "hỏng");
    }
}
