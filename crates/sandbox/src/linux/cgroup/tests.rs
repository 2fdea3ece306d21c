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
            "cpu.shares",
            "pids.max",
            "freezer.state",
            "memory.oom_control",
            "memory.stat",
            "memory.max_usage_in_bytes",
        ],
        written: &[
            ("memory.limit_in_bytes", "67108864"),
            ("cpu.cfs_quota_us", "5000"),
            ("cpu.shares", "204"),
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
            "cpu.weight",
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
            ("cpu.weight", "20"),
            ("pids.max", "32"),
            ("cgroup.freeze", "0"),
        ],
    },
];

/// Processes that really are in a group are killed and the group goes, on whatever this machine has.
#[test]
fn killing_empties_a_real_group() {
    let Some(own) = Own::find(&[]).filter(Own::writable) else { return };
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
    Tree {
        dialect: case.dialect,
        bases: ALL.map(|controller| (controller, base.to_owned())).to_vec(),
        left: None,
    }
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
        assert!(group.freezer().is_some());
        let roles: Vec<GroupFile> = group.files().into_iter().map(|(role, _)| role).collect();
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
    let own = Own::find_in(mounts, groups, &[]).unwrap();
    assert_eq!(own.dialect.frozen(), "FROZEN");
    assert_eq!(
        own.groups,
        [
            (Controller::Memory, PathBuf::from("/sys/fs/cgroup/memory/b")),
            (Controller::Cpu, PathBuf::from("/sys/fs/cgroup/cpu,cpuacct/x")),
        ]
    );
}

/// A hierarchy of version 2 with these groups: their paths, controllers and processes. What has no processes named
/// has none; the root is the only one without `cgroup.type`.
fn hierarchy(groups: &[(&str, &str, &str)]) -> (tempfile::TempDir, String) {
    let root = tempfile::tempdir().unwrap();
    for (path, controllers, processes) in groups {
        let directory = root.path().join(path);
        populate(&directory, &["cgroup.subtree_control"]);
        fs::write(directory.join("cgroup.controllers"), controllers).unwrap();
        fs::write(directory.join("cgroup.procs"), processes).unwrap();
        if !path.is_empty() {
            populate(&directory, &["cgroup.type"]);
        }
    }
    let mounts = format!("33 30 0:29 / {} rw - cgroup2 cgroup2 rw\n", root.path().display());
    (root, mounts)
}

/// What the kernel would make in the groups that a keeper makes.
fn expect_keeper(directory: &Path, keeper: &str) {
    for path in ["tenfold".to_owned(), format!("tenfold/{keeper}")] {
        populate(&directory.join(path), &["cgroup.subtree_control", "cgroup.procs", "cgroup.type"]);
    }
}

#[test]
fn own_group_is_found_and_delegated_in_version_2() {
    let all = "cpu memory pids\n";
    let (root, mounts) = hierarchy(&[("", all, "1\n"), ("user.slice", all, "77\n78\n")]);
    let own_directory = root.path().join("user.slice");
    expect_keeper(&own_directory, "5-5");

    // Also by whoever is in the leaf already.
    for place in ["0::/user.slice\n", "0::/user.slice/tenfold-server\n"] {
        populate(&own_directory.join("tenfold-server"), &["cgroup.procs"]);
        let own = Own::find_in(&mounts, place, &[77, 78]).unwrap();
        assert!(own.writable());
        let tree = own.prepare("5-5", &[77, 78]).unwrap();
        assert!(ALL.iter().all(|controller| tree.has(*controller)));
        assert_eq!(fs::read_to_string(own_directory.join("tenfold-server/cgroup.procs")).unwrap(), "78");
        for path in ["", "tenfold", "tenfold/5-5"] {
            let enabled = fs::read_to_string(own_directory.join(path).join("cgroup.subtree_control"));
            assert_eq!(enabled.unwrap(), "+pids", "one write for each controller, this one the last");
        }
        // Back to how it was: the keeper moves itself, the leaf goes, and nothing is handed on.
        tree.left.as_ref().unwrap().step_back();
        assert_eq!(fs::read_to_string(own_directory.join("cgroup.procs")).unwrap(), "0");
        assert_eq!(fs::read_to_string(own_directory.join("cgroup.subtree_control")).unwrap(), "-pids");
        assert!(!own_directory.join("tenfold-server").exists());
        fs::write(own_directory.join("cgroup.procs"), "77\n78\n").unwrap();
    }
}

#[test]
fn a_group_that_others_share_is_left_alone_for_one_above_it() {
    let all = "cpu memory pids\n";
    let (root, mounts) = hierarchy(&[
        ("", all, "1\n"),
        ("user", all, ""),
        ("user/app", "memory pids\n", ""),
        ("user/app/shell", "memory pids\n", "70\n77\n"),
    ]);
    let place = "0::/user/app/shell\n";
    let find = || Own::find_in(&mounts, place, &[77]).unwrap();
    let directory = |own: &Own| own.groups[0].1.strip_prefix(root.path()).unwrap().to_owned();
    // The nearest with everything.
    assert_eq!(directory(&find()), Path::new("user"));
    // Nobody moves anywhere for it.
    expect_keeper(&root.path().join("user"), "5-5");
    find().prepare("5-5", &[77]).unwrap();
    assert!(!root.path().join("user/tenfold-server").exists());
    assert!(!root.path().join("user/app/shell/tenfold-server").exists());
    // The nearest with memory, if none has everything; the root may have processes.
    for path in ["", "user"] {
        fs::write(root.path().join(path).join("cgroup.controllers"), "memory\n").unwrap();
    }
    assert_eq!(directory(&find()), Path::new("user/app"));
    assert!(find().has(Controller::Pids) && !find().has(Controller::Cpu));
    for path in ["user", "user/app"] {
        fs::write(root.path().join(path).join("cgroup.procs"), "2\n").unwrap();
    }
    assert_eq!(directory(&find()), Path::new(""));
    fs::remove_file(root.path().join("cgroup.subtree_control")).unwrap();
    assert!(Own::find_in(&mounts, place, &[77]).is_none());
    // A container sees the hierarchy from its own root on only.
    fs::write(root.path().join("user/cgroup.procs"), "").unwrap();
    let contained =
        format!("33 30 0:29 /user/app {} rw - cgroup2 cgroup2 rw\n", root.path().join("user/app").display());
    assert!(Own::find_in(&contained, "0::/user/app/shell\n", &[77]).is_none());
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
