//! Where the symbolic links of a package lead, found as the kernel would find it, without making anything.
//!
//! Every target is walked once and its end remembered, so the work is the number of components of all targets
//! together, which [`Limits`] bounds, however the links refer to each other.

use super::tree::{Node, Tree, shown};
use super::{Limits, PackageError};
use std::collections::{BTreeMap, HashMap};

/// What Linux follows in one look-up; a chain that is longer cannot be opened.
const MAX_LINKS: usize = 40;

/// Targets by the link's name.
pub(super) type Targets<'z> = BTreeMap<&'z str, String>;

/// Where a walk stands. Beyond a name that is not there only the distance from the root is counted: the kernel
/// ends there, and what a target says after that must not leave the package either.
#[derive(Clone, Copy)]
struct Place {
    node: Option<usize>,
    depth: usize,
}

/// Where a link leads, and how many links are followed on the way, itself included.
#[derive(Clone, Copy)]
struct End {
    place: Place,
    links: usize,
}

enum Known {
    No,
    /// Its target is being walked: who meets it again goes in a circle.
    Walking,
    Yes(End),
}

struct Link<'t> {
    name: &'t str,
    target: &'t str,
    parent: Place,
    known: Known,
}

/// The tree by number, the root being 0: a step costs one look-up.
struct Graph<'t> {
    children: HashMap<(usize, &'t str), usize>,
    parents: Vec<usize>,
    /// The link that a node is.
    link_of: HashMap<usize, usize>,
    links: Vec<Link<'t>>,
    /// Components looked at.
    steps: u64,
}

/// Refuses links that leave the package or never end. A link to a name that is not there is harmless and stays.
/// Returns how many components were looked at.
pub(super) fn check(tree: &Tree<'_>, targets: &Targets<'_>, limits: &Limits) -> Result<u64, PackageError> {
    if targets.is_empty() {
        return Ok(0);
    }
    for (name, target) in targets {
        check_target(target, limits).map_err(|problem| refused(name, problem))?;
    }
    let mut graph = Graph::new(tree, targets);
    for link in 0..graph.links.len() {
        graph.resolve(link, 1).map_err(|problem| refused(graph.links[link].name, problem))?;
    }
    Ok(graph.steps)
}

fn refused(name: &str, problem: &str) -> PackageError {
    PackageError::Hostile(format!("the symbolic link {:?} {problem}", shown(name.as_bytes())))
}

fn check_target(target: &str, limits: &Limits) -> Result<(), &'static str> {
    match target {
        "" => Err("has no target"),
        _ if target.starts_with('/') => Err("leaves the package"),
        _ if target.contains('\0') => Err("has a NUL byte in its target"),
        _ if target.split('/').nth(limits.depth).is_some() => Err("has too many components in its target"),
        _ => Ok(()),
    }
}

impl<'t> Graph<'t> {
    fn new(tree: &'t Tree<'_>, targets: &'t Targets<'_>) -> Self {
        let mut graph = Self {
            children: HashMap::with_capacity(tree.len()),
            parents: vec![0],
            link_of: HashMap::with_capacity(targets.len()),
            links: Vec::with_capacity(targets.len()),
            steps: 0,
        };
        // A directory stands before what is in it, and every directory that a name implies is in the tree.
        let mut numbers = HashMap::from([("", Place { node: Some(0), depth: 0 })]);
        for (path, node) in tree {
            let (directory, name) = path.rsplit_once('/').unwrap_or(("", path));
            let Some(parent) = numbers.get(directory).copied() else { continue };
            let Some(parent_number) = parent.node else { continue };
            let number = graph.parents.len();
            graph.parents.push(parent_number);
            graph.children.insert((parent_number, name), number);
            match node {
                Node::Directory(_) => {
                    numbers.insert(path, Place { node: Some(number), depth: parent.depth + 1 });
                }
                Node::Link(_) => {
                    let target = targets.get(path).map_or("", String::as_str);
                    graph.link_of.insert(number, graph.links.len());
                    graph.links.push(Link { name: path, target, parent, known: Known::No });
                }
                Node::File(..) => {}
            }
        }
        graph
    }

    /// Calls itself for a link within a link, at most [`MAX_LINKS`] deep.
    fn resolve(&mut self, link: usize, nested: usize) -> Result<End, &'static str> {
        const TOO_MANY: &str = "leads through too many links";
        match self.links[link].known {
            Known::Yes(end) => return Ok(end),
            Known::Walking => return Err(TOO_MANY),
            Known::No if nested > MAX_LINKS => return Err(TOO_MANY),
            Known::No => self.links[link].known = Known::Walking,
        }
        let (target, mut at) = (self.links[link].target, self.links[link].parent);
        let mut links = 1;
        for component in target.split('/') {
            self.steps += 1;
            at = match component {
                "" | "." => at,
                ".." => self.up(at)?,
                name => match at.node.and_then(|node| self.children.get(&(node, name)).copied()) {
                    None => Place { node: None, depth: at.depth + 1 },
                    Some(node) => match self.link_of.get(&node).copied() {
                        None => Place { node: Some(node), depth: at.depth + 1 },
                        Some(inner) => {
                            let end = self.resolve(inner, nested + 1)?;
                            links += end.links;
                            end.place
                        }
                    },
                },
            };
        }
        if links > MAX_LINKS {
            return Err(TOO_MANY);
        }
        let end = End { place: at, links };
        self.links[link].known = Known::Yes(end);
        Ok(end)
    }

    fn up(&self, at: Place) -> Result<Place, &'static str> {
        let depth = at.depth.checked_sub(1).ok_or("leaves the package")?;
        Ok(Place { node: at.node.and_then(|node| self.parents.get(node).copied()), depth })
    }
}
