//! Runtime identifiers: which language, which version, what AWS calls it.

/// What starts the function's process.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Family {
    /// CPython with our bootstrap.
    Python,
    /// Node.js with our bootstrap.
    Node,
    /// The package's own `bootstrap` executable.
    Provided,
}

/// A runtime identifier that we can run, taken apart.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Runtime {
    /// The family.
    pub family: Family,
    /// Python: `3.11`; Node.js: `20`; provided: `al2023`.
    pub version: String,
}

/// Identifiers that AWS has ended for new functions (recorded on AWS).
pub const DEPRECATED: &[&str] = &[
    "java8",
    "go1.x",
    "provided",
    "ruby2.7",
    "ruby2.5",
    "nodejs14.x",
    "nodejs12.x",
    "nodejs10.x",
    "nodejs8.10",
    "nodejs6.10",
    "nodejs4.3",
    "nodejs4.3-edge",
    "nodejs",
    "python3.7",
    "python3.6",
    "python2.7",
    "dotnetcore3.1",
    "dotnetcore2.1",
    "dotnetcore2.0",
    "dotnetcore1.0",
    "dotnet5.0",
];

/// The identifiers that AWS takes for new functions, in the order of its error (recorded in 2026).
pub const SUPPORTED: [&str; 25] = [
    "nodejs20.x",
    "python3.14",
    "provided.al2023",
    "python3.12",
    "python3.13",
    "nodejs24.x",
    "nodejs22.x",
    "java25",
    "python3.10",
    "python3.11",
    "java21",
    "ruby3.3",
    "ruby3.4",
    "ruby3.2",
    "python3.8",
    "python3.9",
    "java17",
    "nodejs16.x",
    "dotnet10",
    "dotnet8",
    "java11",
    "dotnet6",
    "nodejs18.x",
    "provided.al2",
    "java8.al2",
];

impl Runtime {
    /// Takes an identifier such as `python3.11`, `nodejs20.x` or `provided.al2023` apart; `None` where its
    /// family is one that we do not run.
    pub fn parse(identifier: &str) -> Option<Self> {
        let digits = |s: &str| !s.is_empty() && s.bytes().all(|b| b.is_ascii_digit());
        if let Some(version) = identifier.strip_prefix("python") {
            let (major, minor) = version.split_once('.')?;
            return (digits(major) && digits(minor))
                .then(|| Self { family: Family::Python, version: version.to_owned() });
        }
        if let Some(version) = identifier.strip_prefix("nodejs") {
            let major = version.strip_suffix(".x")?;
            return digits(major).then(|| Self { family: Family::Node, version: major.to_owned() });
        }
        let version = identifier.strip_prefix("provided.")?;
        Some(Self { family: Family::Provided, version: version.to_owned() })
    }

    /// AWS's identifier.
    pub fn identifier(&self) -> String {
        match self.family {
            Family::Python => format!("python{}", self.version),
            Family::Node => format!("nodejs{}.x", self.version),
            Family::Provided => format!("provided.{}", self.version),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn identifiers_round_trip() {
        for id in ["python3.9", "python3.11", "nodejs20.x", "nodejs8.x", "provided.al2023", "provided.al2"] {
            assert_eq!(Runtime::parse(id).map(|r| r.identifier()).as_deref(), Some(id));
        }
        for id in ["java21", "python", "python3", "pythonx.y", "nodejs20", "nodejs.x", "provided", ""] {
            assert_eq!(Runtime::parse(id), None, "{id}");
        }
    }
}
