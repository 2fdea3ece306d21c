//! Several packages as one tree.

use super::*;

/// Every name in a tree, and where it is.
fn walk(root: &Path) -> Vec<(String, std::path::PathBuf)> {
    let mut out = Vec::new();
    let mut directories = vec![root.to_owned()];
    while let Some(directory) = directories.pop() {
        for entry in fs::read_dir(directory).unwrap() {
            let path = entry.unwrap().path();
            out.push((path.strip_prefix(root).unwrap().to_str().unwrap().to_owned(), path.clone()));
            if path.is_dir() && !path.is_symlink() {
                directories.push(path);
            }
        }
    }
    out.sort();
    out
}

/// What a tree holds: names with contents (`=`), targets (` -> `) or `/`.
fn listed(root: &Path) -> Vec<String> {
    let line = |(name, path): (String, std::path::PathBuf)| match fs::read_link(&path) {
        Ok(target) => format!("{name} -> {}", target.display()),
        Err(_) if path.is_dir() => format!("{name}/"),
        Err(_) => format!("{name}={}", fs::read_to_string(&path).unwrap()),
    };
    walk(root).into_iter().map(line).collect()
}

fn merged(packages: &[&[Raw]]) -> Result<(PackageInfo, Vec<String>), PackageError> {
    let zips: Vec<_> = packages.iter().map(|entries| archive(entries)).collect();
    let directory = tempfile::tempdir().unwrap();
    let info = unpack(&zips, directory.path(), &Limits::default())?;
    Ok((info, listed(directory.path())))
}

/// What it shows, the packages, and what the tree holds.
type Case<'a> = (&'a str, &'a [&'a [Raw]], &'a [&'a str]);

#[test]
fn later_packages_lie_over_earlier_ones() {
    let cases: [Case<'_>; 9] = [
        ("directories are merged", &[&[raw("d/a", "1")], &[raw("d/b", "2")]], &["d/", "d/a=1", "d/b=2"]),
        (
            "the last file counts",
            &[&[raw("a", "1"), raw("b", "1")], &[raw("a", "2")], &[raw("a", "3")]],
            &["a=3", "b=1"],
        ),
        (
            "a file in a directory's place",
            &[&[raw("d/a/x", "1"), raw("d-", "1"), raw("d0", "1")], &[raw("d", "2")]],
            &["d=2", "d-=1", "d0=1"],
        ),
        ("a directory in a file's place", &[&[raw("d", "1")], &[raw("d/a", "2")]], &["d/", "d/a=2"]),
        (
            "a directory in a link's place",
            &[&[raw("e/x", "1"), link("d", "e")], &[raw("d/a", "2")]],
            &["d/", "d/a=2", "e/", "e/x=1"],
        ),
        (
            "a link in a directory's place",
            &[&[raw("d/a", "1"), link("d/l", "a")], &[raw("e", "2"), link("d", "e")]],
            &["d -> e", "e=2"],
        ),
        (
            "a link in a link's place",
            &[&[raw("e", "1"), link("d", "e")], &[raw("f", "2"), link("d", "f")]],
            &["d -> f", "e=1", "f=2"],
        ),
        ("a file in a link's place", &[&[raw("e", "1"), link("d", "e")], &[raw("d", "2")]], &["d=2", "e=1"]),
        (
            "a place that was given up is taken again",
            &[&[raw("d/a", "1")], &[raw("d", "2")], &[raw("d/b", "3")]],
            &["d/", "d/b=3"],
        ),
    ];
    for (what, packages, expected) in cases {
        let (info, found) = merged(packages).unwrap();
        assert_eq!(found, expected, "{what}");
        assert_eq!(info.files as usize, found.iter().filter(|line| line.contains('=')).count(), "{what}");
        assert_eq!(info.unpacked_bytes, info.files, "{what}");
    }
}

/// Links that stay inside alone, but not among what another package has.
#[test]
fn links_are_judged_among_all_packages() {
    let inside = [raw("a/b/c/x", "1"), link("deep", "a/b/c"), link("up", "deep/../../..")];
    assert!(merged(&[&inside]).is_ok());
    let shallow = [raw("y", "2"), raw("z/x", "2"), link("deep", "z")];
    assert!(merged(&[&shallow]).is_ok());
    assert_eq!(merged(&[&inside, &shallow]).map_err(|e| kind(&e)), Err(Is::Hostile));

    let one = [raw("x", "1"), link("a", "b")];
    let two = [raw("x", "1"), link("b", "a")];
    assert_eq!(merged(&[&one, &two]).map_err(|e| kind(&e)), Err(Is::Hostile), "a circle");
}

#[test]
fn one_bad_package_spoils_all() {
    let good = [raw("a", "1")];
    assert_eq!(merged(&[&good, &[raw("../a", "1")]]).map_err(|e| kind(&e)), Err(Is::Hostile));
    assert_eq!(merged(&[&good, &[]]).map_err(|e| kind(&e)), Err(Is::Empty));
    assert_eq!(merged(&[]).map_err(|e| kind(&e)), Err(Is::Empty));
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    /// The same names and kinds as a plain model says; and nothing outside.
    #[test]
    fn any_packages_stay_inside(zips in proptest::collection::vec(any_archive(), 1..4)) {
        let limits = Limits::default();
        let around = tempfile::tempdir().unwrap();
        let destination = around.path().join("destination");
        fs::create_dir(&destination).unwrap();
        let all = unpack(&zips, &destination, &limits);
        prop_assert_eq!(fs::read_dir(around.path()).unwrap().count(), 1);
        if let Ok(info) = all {
            let expected = model(&zips, &limits);
            prop_assert_eq!(info.files as usize, expected.iter().filter(|(_, kind)| *kind == '=').count());
            let kind_of = |path: &Path| match path {
                _ if path.is_symlink() => '>',
                _ if path.is_dir() => '/',
                _ => '=',
            };
            let found: Vec<_> = walk(&destination).into_iter().map(|(name, path)| (name, kind_of(&path))).collect();
            prop_assert_eq!(found, expected);
        }
    }
}

/// A list of paths and kinds, where adding one takes away what cannot be beside it.
fn model(zips: &[Vec<u8>], limits: &Limits) -> Vec<(String, char)> {
    let mut all: Vec<(String, char)> = Vec::new();
    for zip in zips {
        for (path, node) in &Plan::new(zip, limits).unwrap().tree {
            let kind = match node {
                Node::Directory(_) => '/',
                Node::File(..) => '=',
                Node::Link(_) => '>',
            };
            let beneath = format!("{path}/");
            all.retain(|(had, _)| had != path && (kind == '/' || !had.starts_with(&beneath)));
            all.push(((*path).to_owned(), kind));
        }
    }
    all.sort();
    all
}
