//! Both versions on a tree of plain files: one table.

use super::discover::Own;
use super::*;

const LIMITS: Limits = Limits { memory_bytes: 64 << 20, cpu_millis: 250, pids_max: 32 };

struct Case {
    dialect: &'static dyn Dialect,
    /// The files that the kernel would make in a new group.
    kernel_files: &'static [&'static str],
    written: &'static [(&'static str, &'static str)],
}

const CASES: [Case; 2] = [
    Case {
        dialect: &V1,
        kernel_files: &[
            "cgroup.procs",
            "tasks",
            "memory.limit_in_bytes",
            "cpu.cfs_period_us",
            "cpu.cfs_quota_us",
            "pids.max",
            "freezer.state",
            "memory.oom_control",
            "memory.stat",
            "memory.max_usage_in_bytes",
        ],
        written: &[
            ("memory.limit_in_bytes", "67108864"),
            ("cpu.cfs_quota_us", "5000"),
            ("pids.max", "32"),
            ("tasks", "0"),
            ("freezer.state", "THAWED"),
        ],
    },
    Case {
        dialect: &V2,
        kernel_files: &[
            "cgroup.procs",
            "memory.max",
            "memory.swap.max",
            "cpu.max",
            "pids.max",
            "cgroup.freeze",
            "cgroup.events",
            "memory.peak",
            "memory.stat",
            "memory.events",
        ],
        written: &[
            ("memory.max", "67108864"),
            ("memory.swap.max", "0"),
            ("cpu.max", "5000 20000"),
            ("pids.max", "32"),
            ("cgroup.freeze", "0"),
        ],
    },
];

/// Processes that really are in a group are killed and the group goes, on whatever this machine has.
#[test]
fn killing_empties_a_real_group() {
    let Some(own) = Own::find().filter(Own::writable) else { return };
    let keeper = format!("test-{}", std::process::id());
    let tree = own.prepare(&keeper, &[]).unwrap();
    let group = tree.create("box", &LIMITS).unwrap();
    let mut victim = std::process::Command::new("sleep").arg("1000").spawn().unwrap();
    for directory in group.unique() {
        write_existing(&directory.join("cgroup.procs"), &victim.id().to_string()).unwrap();
    }
    group.write_freezer(group.dialect.frozen());
    tree.clear();
    use std::os::unix::process::ExitStatusExt as _;
    assert_eq!(victim.wait().unwrap().signal(), Some(libc::SIGKILL));
    assert!(tree.bases.iter().all(|(_, base)| !base.exists()));
}

/// Makes the files that the kernel would make by itself.
fn populate(directory: &Path, files: &[&str]) {
    fs::create_dir_all(directory).unwrap();
    for file in files {
        fs::write(directory.join(file), "").unwrap();
    }
}

const ALL: [Controller; 4] = [Controller::Memory, Controller::Cpu, Controller::Pids, Controller::Freezer];

fn tree(case: &Case, base: &Path) -> Tree {
    Tree { dialect: case.dialect, bases: ALL.map(|controller| (controller, base.to_owned())).to_vec() }
}

#[test]
fn limits_are_written_and_undone() {
    for case in &CASES {
        let root = tempfile::tempdir().unwrap();
        let directory = root.path().join("box");
        let tree = tree(case, root.path());
        // A new directory has no kernel files here: writing a limit fails, and the directory is undone.
        assert!(tree.create("box", &LIMITS).is_err());
        assert!(!directory.exists());

        populate(&directory, case.kernel_files);
        let group =
            Group { dialect: case.dialect, directories: ALL.map(|c| (c, directory.clone())).to_vec() };
        for setting in case.dialect.settings(&LIMITS) {
            if let Err(error) = write_existing(&directory.join(setting.file), &setting.value) {
                assert!(setting.optional, "{}: {error}", setting.file);
            }
        }
        match group.entry().unwrap() {
            Entry::Itself(files) => enter(&files).unwrap(),
            Entry::Born(directory) => {
                assert_eq!(rustix::fs::fstat(directory).unwrap().st_mode & 0o170_000, 0o040_000)
            }
        }
        group.thaw();
        for (file, value) in case.written {
            assert_eq!(fs::read_to_string(directory.join(file)).unwrap(), *value, "{file}");
        }
        let roles: Vec<FdRole> = group.handles().into_iter().map(|(role, _)| role).collect();
        // In version 1 one file freezes and tells.
        assert_eq!(roles.len(), if group.dialect.entry_file().is_some() { 5 } else { 6 }, "{roles:?}");
        group.remove().unwrap();
        assert!(!directory.exists());
        group.remove().unwrap();
    }
}

#[test]
fn only_dead_keepers_are_swept() {
    for case in &CASES {
        let root = tempfile::tempdir().unwrap();
        let home = root.path().join("tenfold");
        for path in ["1-1/box", "2-2/box", "2-2/other"] {
            populate(&home.join(path), case.kernel_files);
        }
        tree(case, &home.join("1-1")).sweep(|name| name == "1-1");
        assert!(home.join("1-1/box").exists());
        assert!(!home.join("2-2").exists());
    }
}

#[test]
fn own_groups_are_found_in_version_1() {
    let mounts = "\
        30 25 0:26 / /sys/fs/cgroup rw - tmpfs tmpfs rw,mode=755\n\
        31 30 0:27 / /sys/fs/cgroup/cpu,cpuacct rw - cgroup cgroup rw,cpu,cpuacct\n\
        32 30 0:28 /docker/a /sys/fs/cgroup/memory rw - cgroup cgroup rw,memory\n\
        33 30 0:29 / /sys/fs/cgroup/unified rw - cgroup2 cgroup2 rw\n";
    let groups = "4:memory:/docker/a/b\n2:cpu,cpuacct:/x\n0::/\n";
    let own = Own::find_in(mounts, groups).unwrap();
    assert_eq!(own.dialect.frozen(), "FROZEN");
    assert_eq!(
        own.groups,
        [
            (Controller::Memory, PathBuf::from("/sys/fs/cgroup/memory/b")),
            (Controller::Cpu, PathBuf::from("/sys/fs/cgroup/cpu,cpuacct/x")),
        ]
    );
}

#[test]
fn own_group_is_found_and_delegated_in_version_2() {
    let root = tempfile::tempdir().unwrap();
    let own_directory = root.path().join("user.slice");
    for directory in [own_directory.clone(), own_directory.join("tenfold/5-5"), own_directory.join("tenfold")]
    {
        populate(&directory, &["cgroup.subtree_control", "cgroup.procs", "cgroup.type"]);
    }
    populate(&own_directory.join("tenfold-server"), &["cgroup.procs"]);
    fs::write(own_directory.join("cgroup.controllers"), "cpu memory pids\n").unwrap();
    let mounts = format!("33 30 0:29 / {} rw - cgroup2 cgroup2 rw\n", root.path().display());

    let own = Own::find_in(&mounts, "0::/user.slice\n").unwrap();
    assert!(own.writable());
    let tree = own.prepare("5-5", &[77]).unwrap();
    assert!(ALL.iter().all(|controller| tree.has(*controller)));
    assert_eq!(fs::read_to_string(own_directory.join("tenfold-server/cgroup.procs")).unwrap(), "77");
    for path in ["", "tenfold", "tenfold/5-5"] {
        let enabled = fs::read_to_string(own_directory.join(path).join("cgroup.subtree_control")).unwrap();
        assert_eq!(enabled, "+pids", "one write for each controller, this one the last");
    }
}

#[test]
fn readings_are_parsed() {
    assert_eq!(parse_oom_kills("oom_kill_disable 0\nunder_oom 0\noom_kill 3\n"), Some(3));
    assert_eq!(parse_oom_kills("low 0\noom 1\noom_kill 2\noom_group_kill 0\n"), Some(2));
    assert_eq!(parse_oom_kills(""), None);
    assert!(parse_frozen("FROZEN\n") && parse_frozen("populated 1\nfrozen 1\n"));
    assert!(
        !parse_frozen("FREEZING\n") && !parse_frozen("populated 1\nfrozen 0\n") && !parse_frozen("THAWED\n")
    );
}
