//! What the process itself takes, by the names that Prometheus's own clients use.

use crate::family::{Family, Kind, Value};
use rustix::process::{Resource, getrlimit};
use std::fs::{read_dir, read_to_string};

/// Ticks a second of the times in `/proc`: the same on every architecture that we are built for (proc(5), `USER_HZ`).
const TICKS: f64 = 100.0;

/// What the kernel says; what it does not say is left out.
pub(crate) fn families() -> Vec<Family> {
    let mut found = Vec::new();
    if let Some(stat) = read_to_string("/proc/self/stat").ok().as_deref().and_then(parse_stat) {
        let Stat { cpu_s, started_s, virtual_bytes } = stat;
        let help = "User and system CPU time of the server's process.";
        found.push(Family::single("process_cpu_seconds_total", help, Kind::Counter, Value::Real(cpu_s)));
        if let Some(booted) = booted_s() {
            let help = "When the server's process began, seconds since 1970.";
            let began = Value::Real(booted + started_s);
            found.push(Family::single("process_start_time_seconds", help, Kind::Gauge, began));
        }
        let help = "Address space of the server's process.";
        let bytes = Value::Whole(virtual_bytes);
        found.push(Family::single("process_virtual_memory_bytes", help, Kind::Gauge, bytes));
    }
    if let Some(bytes) = resident_bytes() {
        let help = "Memory of the server's process, without its functions.";
        found.push(Family::single("process_resident_memory_bytes", help, Kind::Gauge, Value::Whole(bytes)));
    }
    if let Ok(descriptors) = read_dir("/proc/self/fd") {
        // One of them is the directory itself.
        let open = (descriptors.count() as u64).saturating_sub(1);
        let help = "File descriptors that are open.";
        found.push(Family::single("process_open_fds", help, Kind::Gauge, Value::Whole(open)));
    }
    if let Some(most) = getrlimit(Resource::Nofile).current {
        let help = "File descriptors that may be open.";
        found.push(Family::single("process_max_fds", help, Kind::Gauge, Value::Whole(most)));
    }
    found.sort_by_key(|family| family.name);
    found
}

#[derive(Debug, PartialEq)]
struct Stat {
    cpu_s: f64,
    /// Since the machine was booted.
    started_s: f64,
    virtual_bytes: u64,
}

/// Reads `/proc/self/stat`: fields 14, 15, 22 and 23 (proc(5)). The second one, the name, may hold anything.
fn parse_stat(text: &str) -> Option<Stat> {
    let (_, rest) = text.rsplit_once(')')?;
    let mut fields = rest.split_ascii_whitespace();
    let mut number = |skip| fields.nth(skip)?.parse::<u64>().ok();
    let (user, system) = (number(11)?, number(0)?);
    let (started, virtual_bytes) = (number(6)?, number(0)?);
    let seconds = |ticks: u64| ticks as f64 / TICKS;
    Some(Stat { cpu_s: seconds(user + system), started_s: seconds(started), virtual_bytes })
}

fn booted_s() -> Option<f64> {
    let text = read_to_string("/proc/stat").ok()?;
    text.lines().find_map(|line| line.strip_prefix("btime "))?.trim().parse().ok()
}

fn resident_bytes() -> Option<u64> {
    let text = read_to_string("/proc/self/status").ok()?;
    let line = text.lines().find_map(|line| line.strip_prefix("VmRSS:"))?;
    Some(line.trim().trim_end_matches(" kB").parse::<u64>().ok()?.saturating_mul(1_024))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_the_kernel_says() {
        let line = "7 (a) b) S 1 7 7 0 -1 4194560 1 2 3 4 150 50 6 7 20 0 9 0 1234 4096 77 1";
        let stat = Stat { cpu_s: 2.0, started_s: 12.34, virtual_bytes: 4_096 };
        assert_eq!(parse_stat(line), Some(stat));
        for broken in ["", "7 (a", "7 (a) S 1", "7 (a) S 1 7 7 0 -1 4194560 1 2 3 4 x 50 6 7 20 0 9 0 1 2"] {
            assert_eq!(parse_stat(broken), None, "{broken}");
        }
    }

    #[test]
    fn this_process_has_them_all() {
        let names: Vec<_> = families().iter().map(|family| family.name).collect();
        assert_eq!(
            names,
            [
                "process_cpu_seconds_total",
                "process_max_fds",
                "process_open_fds",
                "process_resident_memory_bytes",
                "process_start_time_seconds",
                "process_virtual_memory_bytes"
            ]
        );
    }
}
