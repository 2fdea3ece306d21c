//! What fits on this machine.

use std::fs;

/// Left for everything else, MiB.
const SPARE_MIB: u64 = 1_536;
/// What an environment may need while it works, MiB.
const ENVIRONMENT_MIB: u64 = 14;

/// Memory that could be had without swapping, MiB.
pub(crate) fn available_mib() -> u64 {
    available_in(&fs::read_to_string("/proc/meminfo").unwrap_or_default())
}

fn available_in(text: &str) -> u64 {
    let line = text.lines().find_map(|line| line.strip_prefix("MemAvailable:"));
    let kb: u64 = line.and_then(|rest| rest.trim().trim_end_matches("kB").trim().parse().ok()).unwrap_or(0);
    kb / 1024
}

/// Why so many more environments do not fit, if they do not.
pub(crate) fn missing_for(environments: usize) -> Option<String> {
    missing(environments, available_mib())
}

fn missing(environments: usize, available: u64) -> Option<String> {
    let needed = SPARE_MIB + environments as u64 * ENVIRONMENT_MIB;
    (available < needed)
        .then(|| format!("does not fit: {available} MiB of memory are free, {needed} MiB may be needed"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn small_machines_are_told() {
        assert_eq!(available_in("MemTotal: 9 kB\nMemAvailable:   20480 kB\n"), 20);
        assert_eq!(missing(500, 9_000), None);
        assert!(missing(500, 8_000).unwrap().contains("does not fit: 8000 MiB"));
        assert!(available_mib() > 0);
    }
}
