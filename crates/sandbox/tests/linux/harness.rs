//! Runs each test in a process of its own, in the mode that its name says.

use std::process::ExitCode;
use std::time::{Duration, Instant};

use rustix::process::{Gid, Pid, Uid, WaitOptions, WaitStatus};

use crate::groups::Groups;

/// Whose rights a test runs with.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Mode {
    Root,
    Rootless,
}

pub(crate) struct Test {
    pub(crate) name: &'static str,
    pub(crate) modes: &'static [Mode],
    pub(crate) run: fn(Mode),
}

/// A test that takes longer hangs.
const PATIENCE_SECONDS: u32 = 60;
/// What a test has left must be gone this long after it.
const CLEARING: Duration = Duration::from_secs(10);
/// The ordinary user that root becomes.
pub(crate) const NOBODY: u32 = 65534;

/// How many times as long as usual everything may take, from the environment: an emulated machine is slow.
pub(crate) fn slowness() -> u32 {
    std::env::var("TENFOLD_TEST_SLOWNESS").ok().and_then(|text| text.parse().ok()).unwrap_or(1)
}

pub(crate) fn main(tests: impl Iterator<Item = &'static Test>) -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let flag = |name: &str| arguments.iter().any(|argument| argument == name);
    // Options that take a value in the next argument.
    let takes_value =
        |argument: &String| ["--format", "--test-threads", "--color", "--skip"].contains(&argument.as_str());
    let is_value = |index: usize| index > 0 && takes_value(&arguments[index - 1]);
    let filters: Vec<&String> = (0..arguments.len())
        .filter(|index| !is_value(*index))
        .map(|index| &arguments[index])
        .filter(|argument| !argument.starts_with('-'))
        .collect();
    let wanted = |name: &str| {
        filters.is_empty()
            || filters.iter().any(|filter| {
                if flag("--exact") { name == filter.as_str() } else { name.contains(filter.as_str()) }
            })
    };
    let root = rustix::process::geteuid().is_root();
    let cases = tests
        .flat_map(|test| test.modes.iter().map(move |mode| (test, *mode)))
        // What only root can do is not there for others.
        .filter(|(_, mode)| root || *mode == Mode::Rootless)
        .map(|(test, mode)| (format!("{}::{}", format!("{mode:?}").to_lowercase(), test.name), test, mode))
        .filter(|(name, _, _)| wanted(name));
    if flag("--ignored") {
        return ExitCode::SUCCESS;
    }
    if flag("--list") {
        cases.for_each(|(name, _, _)| println!("{name}: test"));
        return ExitCode::SUCCESS;
    }
    become_subreaper();
    let groups = Groups::prepare();
    let mut failed = 0;
    for (number, (name, test, mode)) in cases.enumerate() {
        let result = run(test, mode, number, &groups);
        println!("test {name} ... {}", result.as_ref().err().map_or("ok", String::as_str));
        failed += u32::from(result.is_err());
    }
    if failed == 0 { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}

/// Orphans of the tests, such as keepers, become our children.
fn become_subreaper() {
    // SAFETY: sets a flag of this process.
    let result = unsafe { libc::prctl(libc::PR_SET_CHILD_SUBREAPER, 1) };
    assert_eq!(result, 0);
}

fn run(test: &Test, mode: Mode, number: usize, groups: &Groups) -> Result<(), String> {
    // SAFETY: the harness has one thread.
    let child = match unsafe { libc::fork() } {
        -1 => panic!("fork: {}", std::io::Error::last_os_error()),
        0 => {
            let passed = std::panic::catch_unwind(|| {
                // SAFETY: the default action ends a test that hangs; its keeper then clears up.
                unsafe { libc::alarm(PATIENCE_SECONDS * slowness()) };
                groups.enter(number, mode);
                become_user(mode);
                (test.run)(mode);
            });
            // SAFETY: ends this process without what the harness would do at its end.
            unsafe { libc::_exit(i32::from(passed.is_err())) }
        }
        child => Pid::from_raw(child).unwrap(),
    };
    let (_, status) = rustix::process::waitpid(Some(child), WaitOptions::empty()).unwrap().unwrap();
    let cleared = wait_for_orphans().and_then(|()| groups.clear(number, CLEARING * slowness()));
    match status.exit_status() {
        Some(0) => cleared,
        _ => Err(format!("FAILED ({})", describe(status))),
    }
}

fn describe(status: WaitStatus) -> String {
    match status.terminating_signal() {
        Some(libc::SIGALRM) => "took too long".to_owned(),
        Some(signal) => format!("signal {signal}"),
        None => "panicked".to_owned(),
    }
}

/// Everything that a test has started must end after it.
fn wait_for_orphans() -> Result<(), String> {
    let deadline = Instant::now() + CLEARING * slowness();
    loop {
        match rustix::process::wait(WaitOptions::NOHANG) {
            Err(_) => return Ok(()),
            Ok(Some(_)) => {}
            Ok(None) if Instant::now() > deadline => return Err("FAILED (left processes behind)".to_owned()),
            Ok(None) => std::thread::sleep(Duration::from_millis(5)),
        }
    }
}

fn become_user(mode: Mode) {
    if mode == Mode::Rootless && rustix::process::geteuid().is_root() {
        let (uid, gid) = (Uid::from_raw(NOBODY), Gid::from_raw(NOBODY));
        rustix::thread::set_thread_groups(&[]).unwrap();
        rustix::thread::set_thread_res_gid(gid, gid, gid).unwrap();
        rustix::thread::set_thread_res_uid(uid, uid, uid).unwrap();
    }
}
