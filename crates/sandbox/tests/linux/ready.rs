//! A process that is confined before it is known what it will run.

use std::time::Duration;

use sandbox::{Driver as _, ExitStatus, Process, Sandbox, SandboxError, SandboxSpec};

use crate::furnishing::{LOOK, code, furniture, our_own_below, without_numbers};
use crate::world::{
    World, all_processes, keeper_pid, parent_of, process, python, run, shell, spec, unique, wait_until,
};

const SOON: Duration = Duration::from_secs(5);

impl World {
    /// A blank in which one waits.
    async fn with_one_ready(&self) -> Box<dyn Sandbox> {
        let spec = SandboxSpec { process_ahead: true, ..spec(&unique()) };
        let blank = self.driver.blank(spec).await.unwrap();
        wait_until("furnisher and process are there", SOON, || ours_inside().len() == 2);
        blank
    }
}

/// Our own processes inside of this server's sandboxes, but for the first of each.
fn ours_inside() -> Vec<u32> {
    let keeper = keeper_pid();
    let is_first = |pid: &u32| std::fs::exists(format!("/proc/{pid}")).unwrap() && parent_of(*pid) == keeper;
    all_processes().into_iter().filter(is_first).flat_map(our_own_below).collect()
}

pub(crate) async fn becomes_what_is_asked_for_first(world: World) {
    let code = code();
    let look = || Process { cwd: "/var/task".into(), ..python(LOOK) };
    let blank = world.with_one_ready().await;
    blank.furnish(furniture(code.path())).await.unwrap();
    wait_until("the furnisher is gone", SOON, || ours_inside().len() == 1);
    let [ready] = ours_inside()[..] else { panic!("one: {:?}", ours_inside()) };
    let status = std::fs::read_to_string(format!("/proc/{ready}/status")).unwrap();
    for line in ["CapPrm:\t0000000000000000", "CapBnd:\t0000000000000000", "NoNewPrivs:\t1", "Seccomp:\t2"] {
        assert!(status.contains(line), "{line}: {status}");
    }
    let first = run(&*blank, look()).await.ok();
    assert!(first.contains("'its own'") && ours_inside().is_empty(), "{first}");
    // As every other one, there and in a sandbox where none has waited.
    assert_eq!(first, run(&*blank, look()).await.ok());
    let other = world.driver.blank(spec(&unique())).await.unwrap();
    other.furnish(furniture(code.path())).await.unwrap();
    assert_eq!(without_numbers(&first), without_numbers(&run(&*other, look()).await.ok()));
}

pub(crate) async fn tells_why_it_cannot_become_that(world: World) {
    let cannot = [
        (process(&["/no/such/program"]), libc::ENOENT, "execute"),
        (process(&["/etc/passwd"]), libc::EACCES, "execute"),
        (Process { cwd: "/no/such".into(), ..shell("true") }, libc::ENOENT, "enter the working directory"),
    ];
    for (process, number, what) in cannot {
        for one_is_ready in [true, false] {
            let blank = match one_is_ready {
                true => world.with_one_ready().await,
                false => world.sandbox().await,
            };
            match blank.spawn(process.clone()).await {
                Err(SandboxError::System { step, errno }) => {
                    assert!(errno == number && step.starts_with(what), "{step}: {errno}");
                }
                other => panic!("{:?}", other.err()),
            }
            assert_eq!(run(&*blank, shell("echo works")).await.ok(), "works\n");
            blank.destroy().await;
        }
    }
}

pub(crate) async fn makes_way_for_what_it_cannot_become(world: World) {
    let blank = world.with_one_ready().await;
    let late = blank.spawn(Process { late: true, ..python("print(open(4).read())") }).await.unwrap();
    drop(late.late);
    assert_eq!(late.exit.await, ExitStatus::Exited(0));
    wait_until("only the furnisher is left", SOON, || ours_inside().len() == 1);
    assert_eq!(run(&*blank, shell("echo works")).await.ok(), "works\n");
}

/// Out of memory, it may be the one to go.
pub(crate) async fn is_not_needed(world: World) {
    let blank = world.with_one_ready().await;
    let furnisher_keeps = "CapPrm:\t0000000000200000";
    let is_ready = |pid: &u32| {
        !std::fs::read_to_string(format!("/proc/{pid}/status")).unwrap().contains(furnisher_keeps)
    };
    let ready = ours_inside().into_iter().find(is_ready).unwrap();
    let ready = rustix::process::Pid::from_raw(ready.cast_signed()).unwrap();
    rustix::process::kill_process(ready, rustix::process::Signal::KILL).unwrap();
    wait_until("it is gone", SOON, || ours_inside().len() == 1);
    assert_eq!(run(&*blank, shell("echo works")).await.ok(), "works\n");
}
