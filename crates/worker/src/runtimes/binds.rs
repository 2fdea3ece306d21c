//! What of the host a sandbox sees.
//!
//! The rule: program files that every Linux image carries (`/usr/bin`, `/usr/lib*`, with the loader and the base
//! libraries that native modules link to), time zones, public certificates, and one interpreter at `/var/lang`, as on
//! AWS. Never `/etc` (but the certificates and the links of Debian's alternatives), `/home`, `/root`, `/var`, `/opt`,
//! `/srv`, `/usr/local`, nor packages that somebody installed for the host's own interpreter.

use super::probe::Interpreter;
use super::resolved::ResolvedRuntime;
use domain::runtime::Family;
use sandbox::{Bind, Symlink};
use std::path::{Path, PathBuf};

/// Host directories seen at their own path, where they exist.
const SHARED: [&str; 8] = [
    "/usr/bin",
    "/usr/lib",
    "/usr/lib32",
    "/usr/lib64",
    "/usr/share/zoneinfo",
    "/usr/share/ca-certificates",
    "/etc/ssl/certs",
    "/etc/alternatives",
];
/// Directories of the root that are links into `/usr` on a merged system, and real ones on others.
const TOP: [&str; 4] = ["/bin", "/lib", "/lib32", "/lib64"];
/// Prefixes that programs share.
const SHARED_PREFIXES: [&str; 3] = ["/", "/usr", "/usr/local"];
/// Debian's Node.js keeps parts of itself here.
const DEBIAN_NODE: &str = "/usr/share/nodejs";

/// The binds and links for a runtime. `bootstraps` is the directory with `python/` and `nodejs/`; `empty` is an
/// empty directory.
pub(crate) fn host_binds(
    runtime: &ResolvedRuntime,
    bootstraps: &Path,
    empty: &Path,
) -> (Vec<Bind>, Vec<Symlink>) {
    let mut binds: Vec<Bind> = SHARED.iter().filter_map(|path| same(Path::new(path))).collect();
    let mut links = Vec::new();
    for top in TOP.map(Path::new) {
        match top.read_link() {
            Ok(target) if top.exists() => links.push(Symlink { link: top.to_owned(), target }),
            _ => binds.extend(same(top)),
        }
    }
    if let Some(interpreter) = &runtime.interpreter {
        let language = match interpreter.family() {
            Family::Python => python(interpreter, empty, &mut binds),
            _ => node(interpreter, &mut binds),
        };
        binds.extend(bind(&bootstraps.join(language), "/var/runtime"));
    }
    (binds, links)
}

fn python(interpreter: &Interpreter, empty: &Path, binds: &mut Vec<Bind>) -> &'static str {
    let program = format!("/var/lang/bin/python{}", interpreter.short_version());
    binds.extend(bind(&interpreter.path, program));
    // In a prefix of its own, all of `lib` is the interpreter's, with the libraries that it was built with. In a shared
    // one, only what it says is its own.
    let lib = interpreter.prefix.join("lib");
    let own = !SHARED_PREFIXES.iter().any(|shared| interpreter.prefix == Path::new(shared)) && lib.is_dir();
    if own {
        binds.extend(bind(&lib, "/var/lang/lib"));
    }
    for part in &interpreter.parts {
        // What is not beneath the prefix, the interpreter finds where it is; `/usr/lib` is there already.
        let Ok(relative) = part.strip_prefix(&interpreter.prefix) else { continue };
        let target = Path::new("/var/lang").join(relative);
        // The name that the loader looks for is the one that the file has: libpython3.11.so.1.0.
        if !(own && part.starts_with(&lib)) {
            binds.extend(bind(part, &target));
        }
        for packages in ["site-packages", "dist-packages"] {
            if part.join(packages).is_dir() {
                binds.extend(bind(empty, target.join(packages)));
            }
        }
    }
    "python"
}

fn node(interpreter: &Interpreter, binds: &mut Vec<Bind>) -> &'static str {
    binds.extend(bind(&interpreter.path, "/var/lang/bin/node"));
    if interpreter.path.starts_with("/usr/bin") {
        binds.extend(same(Path::new(DEBIAN_NODE)));
    }
    "nodejs"
}

fn same(path: &Path) -> Option<Bind> {
    bind(path, path)
}

/// A bind of the canonical source; `None` where it does not exist.
pub(crate) fn bind(source: &Path, target: impl Into<PathBuf>) -> Option<Bind> {
    Some(Bind { source: source.canonicalize().ok()?, target: target.into() })
}

#[cfg(test)]
mod tests {
    use super::*;
    use domain::runtime::Runtime;

    #[test]
    fn nothing_else_of_the_host() {
        let dir = tempfile::tempdir().unwrap();
        let root = dir.path().canonicalize().unwrap();
        for path in ["python", "empty", "lang/bin", "lang/lib/python3.11/site-packages"] {
            std::fs::create_dir_all(root.join(path)).unwrap();
        }
        std::fs::write(root.join("lang/bin/python3.11"), "").unwrap();
        let interpreter = Interpreter {
            language: "python".to_owned(),
            version: "3.11.7".to_owned(),
            path: root.join("lang/bin/python3.11"),
            prefix: root.join("lang"),
            parts: vec![root.join("lang/lib/python3.11")],
        };
        let requested = Runtime::parse("python3.11").unwrap();
        let runtime = ResolvedRuntime { requested, interpreter: Some(interpreter) };
        let (binds, links) = host_binds(&runtime, &root, &root.join("empty"));
        let of =
            |target: &str| binds.iter().find(|b| b.target == Path::new(target)).map(|b| b.source.clone());
        assert_eq!(of("/var/lang/bin/python3.11"), Some(root.join("lang/bin/python3.11")));
        assert_eq!(of("/var/lang/lib"), Some(root.join("lang/lib")));
        assert_eq!(of("/var/lang/lib/python3.11"), None, "it is in there already");
        assert_eq!(of("/var/lang/lib/python3.11/site-packages"), Some(root.join("empty")));
        assert_eq!(of("/var/runtime"), Some(root.join("python")));
        for Bind { source, .. } in &binds {
            let allowed = source.starts_with(&root)
                || SHARED.iter().chain(&TOP).any(|shared| source.starts_with(shared));
            assert!(allowed && source != Path::new("/usr"), "{}", source.display());
        }
        assert!(links.iter().all(|link| TOP.iter().any(|top| link.link == Path::new(top))));
    }
}
