//! Memory as the kernel shares it out: the proportional set size.

use std::collections::BTreeMap;
use std::fs;

/// PSS of a process in kB; 0 where it is gone or not ours to see.
pub(crate) fn pss_kb(pid: u32) -> u64 {
    let text = fs::read_to_string(format!("/proc/{pid}/smaps_rollup")).unwrap_or_default();
    let line = text.lines().find_map(|line| line.strip_prefix("Pss:"));
    line.and_then(|rest| rest.trim().trim_end_matches("kB").trim().parse().ok()).unwrap_or(0)
}

/// What a server and its sandboxes have.
pub(crate) struct Tree {
    /// Server and keeper, kB.
    pub(crate) server_kb: u64,
    /// Each sandbox (a PID namespace of its own): names of its processes, and kB.
    pub(crate) sandboxes: Vec<(Vec<String>, u64)>,
}

/// Looks at a server and everything below it.
pub(crate) fn tree(server: u32) -> Tree {
    let ours = namespace(server);
    let mut tree = Tree { server_kb: 0, sandboxes: Vec::new() };
    let mut groups: BTreeMap<String, (Vec<String>, u64)> = BTreeMap::new();
    for pid in descendants(server) {
        let kb = pss_kb(pid);
        match namespace(pid) {
            Some(namespace) if Some(&namespace) != ours.as_ref() => {
                let name = fs::read_to_string(format!("/proc/{pid}/comm")).unwrap_or_default();
                let group = groups.entry(namespace).or_default();
                group.0.push(name.trim().to_owned());
                group.1 += kb;
            }
            _ => tree.server_kb += kb,
        }
    }
    tree.sandboxes = groups.into_values().collect();
    tree
}

fn namespace(pid: u32) -> Option<String> {
    fs::read_link(format!("/proc/{pid}/ns/pid")).ok().map(|link| link.to_string_lossy().into_owned())
}

fn descendants(root: u32) -> Vec<u32> {
    let mut children: BTreeMap<u32, Vec<u32>> = BTreeMap::new();
    let entries = fs::read_dir("/proc").into_iter().flatten().filter_map(Result::ok);
    for pid in entries.filter_map(|e| e.file_name().to_string_lossy().parse::<u32>().ok()) {
        let stat = fs::read_to_string(format!("/proc/{pid}/stat")).unwrap_or_default();
        let parent = stat.rsplit_once(')').and_then(|(_, rest)| rest.split_whitespace().nth(1)?.parse().ok());
        if let Some(parent) = parent {
            children.entry(parent).or_default().push(pid);
        }
    }
    let mut found = vec![root];
    let mut next = 0;
    while let Some(pid) = found.get(next) {
        found.extend(children.get(pid).into_iter().flatten().copied().collect::<Vec<_>>());
        next += 1;
    }
    found
}

/// How many processes a server has below it.
pub(crate) fn processes(server: u32) -> usize {
    descendants(server).len() - 1
}
