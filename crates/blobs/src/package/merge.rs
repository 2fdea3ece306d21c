//! Several packages as one tree, decided before anything is made.

use super::tree::Node;
use super::{Limits, PackageError, Plan, links};
use std::ops::Bound;

/// What unpacking all of them makes, the last over the others.
pub(super) fn plans<'z>(zips: &'z [impl AsRef<[u8]>], limits: &Limits) -> Result<Plan<'z>, PackageError> {
    let mut zips = zips.iter();
    let first = zips.next().ok_or(PackageError::Empty)?;
    let mut merged = Plan::new(first.as_ref(), limits)?;
    if zips.len() == 0 {
        return Ok(merged);
    }
    for zip in zips {
        lay_over(&mut merged, Plan::new(zip.as_ref(), limits)?);
    }
    // Each was judged alone; but where a link leads depends on what it now stands among.
    links::check(&merged.tree, &merged.targets, limits)?;
    Ok(merged)
}

fn lay_over<'z>(plan: &mut Plan<'z>, later: Plan<'z>) {
    let offset = plan.entries.len();
    plan.entries.extend(later.entries);
    // A directory stands before what is in it, and every directory that a name implies is in the tree: what an
    // earlier package has in its place is gone before the first name within is added.
    for (path, node) in later.tree {
        let node = match node {
            Node::Directory(mode) => Node::Directory(mode),
            Node::File(index, mode) => Node::File(index + offset, mode),
            Node::Link(index) => Node::Link(index + offset),
        };
        let before = plan.tree.insert(path, node);
        match (before, node) {
            (Some(Node::Directory(_)), Node::File(..) | Node::Link(_)) => remove_beneath(plan, path),
            (Some(Node::Link(_)), _) => {
                plan.targets.remove(path);
            }
            _ => {}
        }
    }
    plan.targets.extend(later.targets);
}

fn remove_beneath(plan: &mut Plan<'_>, directory: &str) {
    let prefix = format!("{directory}/");
    let from = (Bound::Included(prefix.as_str()), Bound::Unbounded);
    let inside = plan.tree.range::<str, _>(from).map(|(path, _)| *path);
    let inside: Vec<_> = inside.take_while(|path| path.starts_with(&prefix)).collect();
    for path in inside {
        plan.tree.remove(path);
        plan.targets.remove(path);
    }
}
