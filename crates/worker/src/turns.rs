//! How long a start may keep others from theirs.
//!
//! A start that computes is not made faster by others beside it, and takes from those who have invocations; one that
//! waits, for something that is elsewhere, is in nobody's way. Which of the two it is shows in whether processes wait for
//! a processor.

use std::sync::OnceLock;
use std::time::Duration;
use tokio::time::{Instant, sleep};

/// How often it is looked.
const LOOK: Duration = Duration::from_millis(25);
/// However busy the machine is, others have their turn after this.
const LONGEST: Duration = Duration::from_millis(250);

/// Waits until a start that has just begun is in nobody's way.
pub(crate) async fn end_of_turn(processors: usize) {
    let begun = Instant::now();
    loop {
        sleep(LOOK).await;
        if begun.elapsed() >= LONGEST {
            return;
        }
        // The one who looks runs, too.
        if runnable().is_none_or(|runnable| runnable <= processors) {
            return;
        }
    }
}

/// How many threads can run at the same time. Asked for once: the answer takes two dozen system calls, and the standard
/// library's is as old in a server that was started long ago.
pub(crate) fn processors() -> usize {
    static PROCESSORS: OnceLock<usize> = OnceLock::new();
    *PROCESSORS.get_or_init(|| std::thread::available_parallelism().map_or(1, usize::from))
}

/// Threads that run or could run now, if the kernel says so.
fn runnable() -> Option<usize> {
    parse(&std::fs::read_to_string("/proc/loadavg").ok()?)
}

/// See proc_loadavg(5): the fourth field has them before the slash.
fn parse(text: &str) -> Option<usize> {
    text.split_whitespace().nth(3)?.split_once('/')?.0.parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn threads_that_could_run() {
        assert_eq!(parse("29.20 32.65 35.37 7/1204 30412\n"), Some(7));
        for text in ["", "1 2 3 4 5", "1 2 3 x/4 5"] {
            assert_eq!(parse(text), None, "{text}");
        }
        assert!(runnable().is_some_and(|runnable| runnable >= 1));
    }

    #[tokio::test(start_paused = true)]
    async fn a_turn_ends() {
        let begun = Instant::now();
        end_of_turn(0).await;
        assert_eq!(begun.elapsed(), LONGEST);
        let begun = Instant::now();
        end_of_turn(usize::MAX).await;
        assert_eq!(begun.elapsed(), LOOK);
    }
}
