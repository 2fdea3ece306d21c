//! A runtime as it will run.

use super::probe::Interpreter;
use domain::runtime::{Family, Runtime};
use sha2::{Digest, Sha256};
use std::path::Path;

/// What really runs for a runtime identifier.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ResolvedRuntime {
    /// The identifier of the function.
    pub requested: Runtime,
    /// The interpreter; none for `provided.*`.
    pub interpreter: Option<Interpreter>,
}

impl ResolvedRuntime {
    /// Whether it is exactly the version named.
    pub fn is_exact(&self) -> bool {
        self.interpreter.as_ref().is_none_or(|found| found.short_version() == self.requested.version)
    }

    /// For INIT_START: `python:3.11.7`; where another version was named, that is said too.
    pub fn version_text(&self) -> String {
        let Some(interpreter) = &self.interpreter else {
            return format!("provided:{}", self.requested.version);
        };
        let mut text = format!("{}:{}", interpreter.language, interpreter.version);
        if !self.is_exact() {
            text.push_str(&format!(" (in place of {})", self.requested.identifier()));
        }
        text
    }

    /// `RuntimeVersionArn` in a region: a digest of the identifier, the same that the function's configuration tells.
    pub fn version_arn(&self, partition: &str, region: &str) -> String {
        let digest = domain::hex::hex(&Sha256::digest(self.requested.identifier()));
        format!("arn:{partition}:lambda:{region}::runtime:{digest}")
    }

    /// `AWS_EXECUTION_ENV`: what really runs; AWS sets none for custom runtimes.
    pub(crate) fn execution_env(&self) -> Option<String> {
        self.interpreter.as_ref().map(|interpreter| format!("AWS_Lambda_{}", interpreter.identifier()))
    }

    /// Whether its process writes log records in frames on the third output: our bootstraps do.
    pub(crate) fn frames_records(&self) -> bool {
        self.interpreter.is_some()
    }

    /// The program inside the sandbox and its arguments. Without an interpreter it is `bootstrap`; nothing where there is
    /// none.
    pub(crate) fn argv(&self, memory_mb: u32, bootstrap: Option<&Path>) -> Vec<String> {
        match &self.interpreter {
            None => bootstrap.map(|path| path.display().to_string()).into_iter().collect(),
            Some(python) if python.family() == Family::Python => {
                let program = format!("/var/lang/bin/python{}", python.short_version());
                vec![program, "/var/runtime/bootstrap.py".to_owned()]
            }
            // As AWS's own start script does. V8 would size its heap by the whole machine and be killed before it
            // collects garbage.
            Some(_) => vec![
                "/var/lang/bin/node".to_owned(),
                "--expose-gc".to_owned(),
                "--max-http-header-size".to_owned(),
                "81920".to_owned(),
                format!("--max-semi-space-size={}", memory_mb / 10 / 2),
                format!("--max-old-space-size={}", memory_mb - memory_mb / 10),
                "/var/runtime/bootstrap.cjs".to_owned(),
            ],
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_arn_is_of_what_was_asked_for() {
        let interpreter = Interpreter {
            language: "python".to_owned(),
            version: "3.12.1".to_owned(),
            path: "/python".into(),
            prefix: "/".into(),
            parts: Vec::new(),
        };
        let requested = Runtime::parse("python3.11").unwrap();
        for interpreter in [None, Some(interpreter)] {
            let resolved = ResolvedRuntime { requested: requested.clone(), interpreter };
            assert_eq!(
                resolved.version_arn("aws", "eu-central-1"),
                "arn:aws:lambda:eu-central-1::runtime:72e78ddac08187448a816f3688b1b27700b00f882d34e6021acdbdbe4c54008b"
            );
        }
    }
}
