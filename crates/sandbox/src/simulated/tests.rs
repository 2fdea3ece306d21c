//! The driver itself.

use super::*;
use std::io::Write as _;
use std::path::PathBuf;

fn spec(id: &str) -> SandboxSpec {
    SandboxSpec {
        id: id.to_owned(),
        hostname: "sandbox".to_owned(),
        binds: Vec::new(),
        symlinks: Vec::new(),
        mount_points: Vec::new(),
        memory_bytes: 128 << 20,
        cpu_millis: 1000,
        pids_max: 64,
        tmp_bytes: 1 << 20,
        tmp_inodes: 64,
        nofile: 1024,
        listen_ports: vec![9001],
        tunnel: None,
        process_ahead: false,
    }
}

fn process() -> Process {
    Process {
        argv: vec!["/bin/run".to_owned()],
        env: Vec::new(),
        cwd: PathBuf::from("/"),
        records: false,
        late: false,
    }
}

#[tokio::test]
async fn a_script_plays_the_process() {
    let driver = SimulatedDriver::new(|mut played: SimulatedProcess| async move {
        played.stdout.write_all(b"hello").unwrap();
        ExitStatus::Exited(played.listeners.len() as i32)
    });
    let sandbox = driver.create(spec("one")).await.unwrap();
    assert!(sandbox.take_listener(9001).is_some());
    assert!(sandbox.take_listener(9001).is_none());
    let child = sandbox.spawn(process()).await.unwrap();
    assert_eq!(child.exit.await, ExitStatus::Exited(1));
    let mut buffer = [0; 16];
    assert_eq!(rustix::io::read(&child.stdout, &mut buffer).unwrap(), 5);
    sandbox.destroy().await;
    assert!(driver.live().is_empty());
}

#[tokio::test]
async fn a_third_output_is_there_if_asked_for() {
    let driver = SimulatedDriver::new(|mut played: SimulatedProcess| async move {
        let Some(records) = &mut played.records else { return ExitStatus::Exited(1) };
        records.write_all(b"framed").unwrap();
        ExitStatus::Exited(0)
    });
    let sandbox = driver.create(spec("one")).await.unwrap();
    let without = sandbox.spawn(process()).await.unwrap();
    assert!(without.records.is_none());
    assert_eq!(without.exit.await, ExitStatus::Exited(1));
    let with = sandbox.spawn(Process { records: true, ..process() }).await.unwrap();
    assert_eq!(with.exit.await, ExitStatus::Exited(0));
    assert_eq!(rustix::io::read(with.records.unwrap(), &mut [0; 16]), Ok(6));
}

#[tokio::test]
async fn a_late_input_is_there_if_asked_for() {
    let driver = SimulatedDriver::new(|played: SimulatedProcess| async move {
        let Some(mut late) = played.late else { return ExitStatus::Exited(1) };
        let mut text = String::new();
        let read = std::io::Read::read_to_string(&mut late, &mut text).unwrap();
        ExitStatus::Exited(read as i32)
    });
    let sandbox = driver.create(spec("one")).await.unwrap();
    let without = sandbox.spawn(process()).await.unwrap();
    assert!(without.late.is_none());
    assert_eq!(without.exit.await, ExitStatus::Exited(1));
    let with = sandbox.spawn(Process { late: true, ..process() }).await.unwrap();
    assert_eq!(rustix::io::write(with.late.unwrap(), b"later"), Ok(5));
    assert_eq!(with.exit.await, ExitStatus::Exited(5));
}

#[tokio::test]
async fn signals_reach_the_script_and_death_is_told() {
    let driver = SimulatedDriver::new(|mut played: SimulatedProcess| async move {
        match played.signals.recv().await {
            Some(Signal::Term) => ExitStatus::Exited(143),
            _ => ExitStatus::Exited(1),
        }
    });
    let sandbox = driver.create(spec("one")).await.unwrap();
    let polite = sandbox.spawn(process()).await.unwrap();
    let killed = sandbox.spawn(process()).await.unwrap();
    let dropped = sandbox.spawn(process()).await.unwrap();
    sandbox.signal(polite.id, Signal::Term).await.unwrap();
    assert_eq!(polite.exit.await, ExitStatus::Exited(143));
    sandbox.signal(killed.id, Signal::Kill).await.unwrap();
    assert_eq!(killed.exit.await, ExitStatus::Signaled(libc::SIGKILL));
    drop(sandbox);
    assert_eq!(dropped.exit.await, ExitStatus::Signaled(libc::SIGKILL));
}

#[tokio::test]
async fn failures_are_used_up_in_order() {
    let driver = SimulatedDriver::new(|_| async { ExitStatus::Exited(0) });
    driver.fail_create(SandboxError::Dead);
    assert_eq!(driver.create(spec("one")).await.err(), Some(SandboxError::Dead));
    let sandbox = driver.create(spec("two")).await.unwrap();
    sandbox.freeze().await.unwrap();
    sandbox.freeze().await.unwrap();
    sandbox.thaw().await.unwrap();
    let two = || "two".to_owned();
    let furniture = Furniture { binds: Vec::new(), memory_bytes: 128 << 20, cpu_millis: 1000 };
    let events = [
        Event::Created(two()),
        Event::Furnished(two(), furniture),
        Event::Frozen(two()),
        Event::Thawed(two()),
    ];
    assert_eq!(driver.events(), events);
}
