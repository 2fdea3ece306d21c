//! Links that refer to each other, friendly and hostile.

use super::super::links::check;
use super::*;

/// Links that refer to each other, `hop` by `hop`, in chains that the kernel would still follow.
fn chains(links: usize, hop: &str) -> Vec<Raw> {
    let mut entries = vec![raw("f", "x")];
    for n in 0..links {
        let end = n + 1 == links || n % 39 == 38;
        let next = if end { "f".to_owned() } else { format!("l{}", n + 1) };
        entries.push(link(&format!("l{n}"), &format!("{hop}{next}")));
    }
    entries
}

pub(super) fn hostile() -> Vec<(&'static str, Is, Vec<u8>)> {
    let long = ["a/".repeat(680), "../".repeat(680)].concat();
    vec![
        ("chains of long targets", Is::Hostile, archive(&chains(100, &long))),
        ("many chains of long targets", Is::Hostile, archive(&chains(1_000, &long))),
        ("a target of too many bytes", Is::Hostile, archive(&chains(1, &format!("{}/", "a".repeat(1_024))))),
        ("a target of too many components", Is::Hostile, archive(&chains(1, &"./".repeat(64)))),
        ("too many links", Is::Hostile, archive(&chains(10_001, ""))),
        (
            "too many bytes of targets",
            Is::Hostile,
            archive(&chains(2_100, &format!("{}/../", "a".repeat(995)))),
        ),
        ("a chain that is too long", Is::Hostile, {
            let mut entries = chains(39, "");
            entries.extend([link("m0", "m1"), link("m1", "l0")]);
            archive(&entries)
        }),
        (
            "too many links in one target",
            Is::Hostile,
            archive(&[raw("f", "x"), link("here", "."), link("m", &format!("{}f", "here/".repeat(40)))]),
        ),
        (
            "out after a name that is not there",
            Is::Hostile,
            archive(&[raw("f", ""), link("l", "none/../../f")]),
        ),
        ("out after a file", Is::Hostile, archive(&[raw("f", ""), link("l", "f/../../f")])),
        ("out after a link to nowhere", Is::Hostile, {
            archive(&[raw("f", ""), link("d/n", "none/deep"), link("l", "d/n/../../../../f")])
        }),
    ]
}

/// The work is what the targets say, once: not how often links lead through each other.
#[test]
fn links_cost_their_components_once() {
    let limits = Limits::default();
    let steps = |plan: &Plan<'_>| check(&plan.tree, &plan.targets, &limits).unwrap();
    let hop = ["a/".repeat(31), "../".repeat(31)].concat();
    let links = 1_000;
    for hop in [hop.as_str(), "d/../", ""] {
        let mut entries = chains(links, hop);
        entries.push(raw("d/f", "x"));
        let zip = archive(&entries);
        let plan = Plan::new(&zip, &limits).unwrap();
        let components: usize = plan.targets.values().map(|target| target.split('/').count()).sum();
        assert_eq!((plan.targets.len(), steps(&plan)), (links, components as u64));
    }
    // The most that the limits let through.
    let hop = "./".repeat(63);
    let zip = archive(&chains(limits.links, &hop));
    assert_eq!(steps(&Plan::new(&zip, &limits).unwrap()), limits.links as u64 * 64);
}

/// What npm, pnpm and virtual environments of Python make.
#[test]
fn links_of_package_managers_are_kept() {
    let mut entries =
        vec![raw("bin/python3.12", "x"), link("bin/python3", "python3.12"), link("bin/python", "python3")];
    entries.push(link("lib64", "lib"));
    entries.push(raw("lib/python3.12/site-packages/m.py", ""));
    for n in 0..1_000 {
        entries.push(raw(format!("node_modules/.pnpm/p{n}@1.0.0/node_modules/p{n}/cli.js"), ""));
        entries.push(link(&format!("node_modules/p{n}"), &format!(".pnpm/p{n}@1.0.0/node_modules/p{n}")));
        entries.push(link(&format!("node_modules/.bin/p{n}"), &format!("../p{n}/cli.js")));
    }
    entries.push(link("as-many-as-linux-follows", &format!("{}bin", "here/".repeat(39))));
    entries.push(link("here", "."));
    let zip = archive(&entries);
    assert_eq!(inspect(&zip, &Limits::default()).unwrap().files, 1_002);
    let directory = tempfile::tempdir().unwrap();
    unpack(&[&zip], directory.path(), &Limits::default()).unwrap();
    let real = |name: &str| fs::metadata(directory.path().join(name)).unwrap();
    assert!(real("node_modules/.bin/p999").is_file());
    assert!(real("as-many-as-linux-follows").is_dir());
}
