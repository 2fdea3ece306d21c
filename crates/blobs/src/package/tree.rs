//! What the archive would make, judged as a whole before anything is made: names, types, conflicts.

use super::directory::Entry;
use super::{Limits, PackageError};
use std::collections::BTreeMap;

const TYPE: u32 = 0o170_000;
const DIRECTORY: u32 = 0o040_000;
const REGULAR: u32 = 0o100_000;
const SYMLINK: u32 = 0o120_000;

/// What a name becomes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Node {
    /// With permission bits.
    Directory(u32),
    /// The entry's index and permission bits.
    File(usize, u32),
    /// The entry's index.
    Link(usize),
}

/// Names without a trailing slash, sorted, so that a directory stands before what is in it.
pub(super) type Tree<'z> = BTreeMap<&'z str, Node>;

/// Judges all entries but the targets of links, which [`super::links`] does once they are known.
pub(super) fn build<'z>(entries: &[Entry<'z>], limits: &Limits) -> Result<Tree<'z>, PackageError> {
    let mut tree = Tree::new();
    for (index, entry) in entries.iter().enumerate() {
        let name = check_name(entry.name, limits)?;
        // Some tools write an entry for the root.
        if matches!(name, "." | "./") {
            continue;
        }
        let path = strip_current(name).trim_end_matches('/');
        if path.is_empty() {
            continue;
        }
        let node = node(entry, name, index)?;
        insert(&mut tree, path, node, limits)?;
    }
    Ok(tree)
}

/// The name as text, if it stays inside and Linux can have it.
fn check_name<'z>(raw: &'z [u8], limits: &Limits) -> Result<&'z str, PackageError> {
    let refuse = |problem: &str| PackageError::Hostile(format!("the name {:?} {problem}", shown(raw)));
    if raw.len() > limits.name_bytes {
        return Err(refuse("is too long"));
    }
    let name = std::str::from_utf8(raw).map_err(|_| refuse("is not UTF-8"))?;
    let problem = match name {
        "" => "is empty",
        _ if name.contains('\0') => "contains a NUL byte",
        _ if name.contains('\\') => "contains a backslash",
        _ if name.starts_with('/') => "is absolute",
        _ if has_drive(name) => "begins with a drive letter",
        _ => return check_components(strip_current(name), limits).map(|()| name).map_err(refuse),
    };
    Err(refuse(problem))
}

fn check_components(name: &str, limits: &Limits) -> Result<(), &'static str> {
    let path = name.strip_suffix('/').unwrap_or(name);
    if matches!(path, "" | ".") {
        return Ok(());
    }
    for (depth, component) in path.split('/').enumerate() {
        match component {
            ".." => return Err("leaves the package"),
            "" | "." => return Err("is not in its simplest form"),
            _ if component.len() > limits.component_bytes => return Err("has a component that is too long"),
            _ if depth >= limits.depth => return Err("is too deep"),
            _ => {}
        }
    }
    Ok(())
}

/// `zip -r x.zip .` with some tools writes `./a`; that is the same as `a`.
fn strip_current(name: &str) -> &str {
    name.strip_prefix("./").unwrap_or(name)
}

fn has_drive(name: &str) -> bool {
    let bytes = name.as_bytes();
    bytes.len() >= 2 && bytes[0].is_ascii_alphabetic() && bytes[1] == b':'
}

/// At most 100 characters of a name, for a message.
pub(super) fn shown(raw: &[u8]) -> String {
    String::from_utf8_lossy(raw).chars().take(100).collect()
}

fn node(entry: &Entry<'_>, name: &str, index: usize) -> Result<Node, PackageError> {
    let refuse = |problem: &str| Err(PackageError::Hostile(format!("{:?} {problem}", shown(entry.name))));
    let mode = entry.mode.unwrap_or(0);
    // The runtime's user is not the owner: what others may not read, the function cannot read either, as on AWS. We, the
    // owner, always can. Setuid, setgid and sticky mean nothing here.
    let permissions = |owner: u32, unsaid: u32| match mode & 0o777 {
        0 => unsaid,
        said => said | owner,
    };
    match (mode & TYPE, name.ends_with('/')) {
        (DIRECTORY, _) | (0, true) => {
            if entry.size != 0 {
                return refuse("is a directory with content");
            }
            Ok(Node::Directory(permissions(0o700, 0o755)))
        }
        (REGULAR | 0, false) => Ok(Node::File(index, permissions(0o600, 0o644))),
        (SYMLINK, false) => Ok(Node::Link(index)),
        (REGULAR | SYMLINK, true) => refuse("is named like a directory but is none"),
        _ => refuse("is neither a file, a directory nor a symbolic link"),
    }
}

fn insert<'z>(tree: &mut Tree<'z>, path: &'z str, node: Node, limits: &Limits) -> Result<(), PackageError> {
    let conflict = |what: &str| {
        Err(PackageError::Hostile(format!("{:?} {what}", path.chars().take(100).collect::<String>())))
    };
    // From the inside out: where a directory is there, so are those that it is in.
    for (slash, _) in path.rmatch_indices('/') {
        match tree.get(&path[..slash]) {
            Some(Node::Directory(_)) => break,
            Some(Node::File(..) | Node::Link(_)) => {
                return conflict("is inside something that is no directory");
            }
            None => tree.insert(&path[..slash], Node::Directory(0o755)),
        };
    }
    match (tree.get(path).copied(), node) {
        (None, _) => {}
        // Named after something in it was, or twice: the same directory.
        (Some(Node::Directory(had)), Node::Directory(has)) => {
            tree.insert(path, Node::Directory(had | has));
            return Ok(());
        }
        (Some(Node::Directory(_)), _) | (Some(_), Node::Directory(_)) => {
            return conflict("is a directory and a file");
        }
        (Some(_), _) => return conflict("is in the zip twice"),
    }
    tree.insert(path, node);
    if tree.len() > limits.entries {
        return conflict(&format!("is one entry more than {}", limits.entries));
    }
    Ok(())
}
