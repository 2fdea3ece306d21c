//! A process that is confined before it is known what it will run.

use std::time::Duration;

use sandbox::{Driver as _, ExitStatus, Process, Sandbox, SandboxError, SandboxSpec};

use crate::furnishing::{LOOK, code, furniture, our_own_below, without_numbers};
use crate::world::{World, all_processes, keeper_pid, process, python, run, shell, spec, unique, wait_until};

const SOON: Duration = Duration::from_secs(5);
/// What `/proc/<pid>/status` says of it: no rights, a filter.
const CONFINED: [&str; 4] =
    ["CapPrm:\t0000000000000000", "CapBnd:\t0000000000000000", "NoNewPrivs:\t1", "Seccomp:\t2"];

impl World {
    /// A blank in which one waits, and its number on the host.
    async fn with_one_ready(&self) -> (Box<dyn Sandbox>, u32) {
        let spec = SandboxSpec { process_ahead: true, ..spec(&unique()) };
        let blank = self.driver.blank(spec).await.unwrap();
        wait_until("one waits", SOON, || waiting().len() == 1);
        let [ready] = waiting()[..] else { panic!("one waits: {:?}", waiting()) };
        (blank, ready)
    }
}

/// Those of this server's sandboxes that wait, confined: so the furnishers are none of them.
fn waiting() -> Vec<u32> {
    let is_first = |pid: &u32| field(*pid, "PPid:") == Some(keeper_pid().to_string());
    let is_confined = |pid: &u32| {
        let status = status(*pid);
        CONFINED.iter().all(|line| status.contains(line))
    };
    let firsts = all_processes().into_iter().filter(is_first);
    firsts.flat_map(our_own_below).filter(is_confined).collect()
}

/// Empty where there is no such process any more.
fn status(pid: u32) -> String {
    std::fs::read_to_string(format!("/proc/{pid}/status")).unwrap_or_default()
}

fn field(pid: u32, name: &str) -> Option<String> {
    let status = status(pid);
    let value = status.lines().find_map(|line| line.strip_prefix(name))?;
    value.split_whitespace().last().map(str::to_owned)
}

pub(crate) async fn becomes_what_is_asked_for_first(world: World) {
    let code = code();
    let look = || Process { cwd: "/var/task".into(), ..python(&format!("{LOOK}print(os.getpid())\n")) };
    let (blank, ready) = world.with_one_ready().await;
    let number = field(ready, "NSpid:").unwrap();
    blank.furnish(furniture(code.path())).await.unwrap();
    let first = run(&*blank, look()).await.ok();
    let (first, pid) = first.trim().rsplit_once('\n').unwrap();
    assert!(pid == number && first.contains("'its own'"), "{number}: {first} {pid}");
    // As every other one, there and in a sandbox where none has waited.
    let second = run(&*blank, look()).await.ok();
    let (second, pid) = second.trim().rsplit_once('\n').unwrap();
    assert!(pid != number && second == first, "{second}");
    let other = world.driver.blank(spec(&unique())).await.unwrap();
    other.furnish(furniture(code.path())).await.unwrap();
    let third = run(&*other, look()).await.ok();
    let (third, _) = third.trim().rsplit_once('\n').unwrap();
    assert_eq!(without_numbers(first), without_numbers(third));
}

pub(crate) async fn tells_why_it_cannot_become_that(world: World) {
    let cannot = [
        (process(&["/no/such/program"]), libc::ENOENT, "execute"),
        (process(&["/etc/passwd"]), libc::EACCES, "execute"),
        (Process { cwd: "/no/such".into(), ..shell("true") }, libc::ENOENT, "enter the working directory"),
    ];
    for (process, number, what) in cannot {
        for one_is_ready in [true, false] {
            let (blank, ready) = match one_is_ready {
                true => world.with_one_ready().await,
                false => (world.sandbox().await, 0),
            };
            match blank.spawn(process.clone()).await {
                Err(SandboxError::System { step, errno }) => {
                    assert!(errno == number && step.starts_with(what), "{step}: {errno}");
                }
                other => panic!("{:?}", other.err()),
            }
            assert_eq!(status(ready), "", "nothing is left");
            assert_eq!(run(&*blank, shell("echo works")).await.ok(), "works\n");
            blank.destroy().await;
        }
    }
}

pub(crate) async fn makes_way_for_what_it_cannot_become(world: World) {
    let (blank, ready) = world.with_one_ready().await;
    let late = blank.spawn(Process { late: true, ..python("print(open(4).read())") }).await.unwrap();
    assert_eq!(status(ready), "", "it does not wait beside another");
    drop(late.late);
    assert_eq!(late.exit.await, ExitStatus::Exited(0));
    assert_eq!(run(&*blank, shell("echo works")).await.ok(), "works\n");
}

/// Out of memory, it may be the one to go.
pub(crate) async fn is_not_needed(world: World) {
    let (blank, ready) = world.with_one_ready().await;
    let ready = rustix::process::Pid::from_raw(ready.cast_signed()).unwrap();
    rustix::process::kill_process(ready, rustix::process::Signal::KILL).unwrap();
    wait_until("it is gone", SOON, || waiting().is_empty());
    assert_eq!(run(&*blank, shell("echo works")).await.ok(), "works\n");
}

/// Where nothing else can stop a sandbox, signals do.
pub(crate) async fn goes_on_where_it_was_stopped(world: World) {
    let (blank, ready) = world.with_one_ready().await;
    let pid = rustix::process::Pid::from_raw(ready.cast_signed()).unwrap();
    rustix::process::kill_process(pid, rustix::process::Signal::STOP).unwrap();
    wait_until("it has stopped", SOON, || field(ready, "State:").as_deref() == Some("(stopped)"));
    assert_eq!(run(&*blank, shell("echo works")).await.ok(), "works\n");
}
