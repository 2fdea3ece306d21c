//! A function's wrapper (`AWS_LAMBDA_EXEC_WRAPPER`): a program that is started in place of the runtime's, with that as its
//! arguments. On AWS a shell script does it, and so what is wrong with the wrapper ends as in a shell. Pure.

use sandbox::SandboxError;

/// ENOENT.
pub(super) const NOT_FOUND: i32 = 2;
/// ENOEXEC: a file that is neither a program nor names an interpreter in its first line.
const NO_PROGRAM: i32 = 8;

/// See the module's documentation.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Wrapper<'a>(&'a str);

/// Whether an error says that the file is no program.
pub(super) fn is_no_program(error: &SandboxError) -> bool {
    matches!(error, SandboxError::System { errno: NO_PROGRAM, .. })
}

impl<'a> Wrapper<'a> {
    /// That of an environment; an empty one is none.
    pub(super) fn of(variables: &'a [(String, String)]) -> Option<Self> {
        let (_, value) = variables.iter().find(|(name, _)| name == "AWS_LAMBDA_EXEC_WRAPPER")?;
        (!value.is_empty()).then_some(Self(value))
    }

    /// As the function named it.
    pub(super) fn name(&self) -> &'a str {
        self.0
    }

    /// The commands to try, one after the other where a file is no program: itself, then a shell that reads it. A name
    /// without a slash is looked for in `PATH`, where no package has it: there is no command then.
    pub(super) fn in_front_of(&self, runtime: &[String]) -> Vec<Vec<String>> {
        if !self.0.contains('/') {
            return Vec::new();
        }
        let path = if self.0.starts_with('/') { self.0.to_owned() } else { format!("/var/task/{}", self.0) };
        let itself: Vec<String> = [path].into_iter().chain(runtime.iter().cloned()).collect();
        let by_shell = ["/bin/sh".to_owned()].into_iter().chain(itself.iter().cloned()).collect();
        vec![itself, by_shell]
    }

    /// What the shell says and exits with where the wrapper could not be started (recorded on AWS: exit status 127);
    /// `None` where that is not the wrapper's fault.
    pub(super) fn end(&self, error: &SandboxError) -> Option<(String, i32)> {
        let SandboxError::System { errno, .. } = error else { return None };
        let (said, status) = match errno {
            // ENOENT, ENOTDIR, ENAMETOOLONG, ELOOP.
            2 | 20 | 36 | 40 => ("does not exist", 127),
            // E2BIG, ENOEXEC, EACCES, EISDIR, EINVAL, ETXTBSY, ELIBBAD.
            7 | 8 | 13 | 21 | 22 | 26 | 80 => ("is not an executable", 126),
            _ => return None,
        };
        Some((format!("{}: {said}\n", self.0), status))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_started() {
        let runtime = ["/var/lang/bin/node".to_owned()];
        let commands =
            |name: &str| Wrapper(name).in_front_of(&runtime).into_iter().map(|argv| argv.join(" "));
        for (name, expected) in [
            ("/opt/w", vec!["/opt/w /var/lang/bin/node", "/bin/sh /opt/w /var/lang/bin/node"]),
            (
                "bin/w",
                vec!["/var/task/bin/w /var/lang/bin/node", "/bin/sh /var/task/bin/w /var/lang/bin/node"],
            ),
            ("w", vec![]),
        ] {
            assert!(commands(name).eq(expected), "{name}");
        }
        let variables = |value: &str| [("AWS_LAMBDA_EXEC_WRAPPER".to_owned(), value.to_owned())];
        assert_eq!(Wrapper::of(&variables("/w")), Some(Wrapper("/w")));
        assert_eq!((Wrapper::of(&variables("")), Wrapper::of(&[])), (None, None));
    }

    #[test]
    fn how_it_ends() {
        let failed = |errno| SandboxError::System { step: String::new(), errno };
        let end = |error: SandboxError| Wrapper("/w").end(&error);
        assert_eq!(end(failed(NOT_FOUND)), Some(("/w: does not exist\n".to_owned(), 127)));
        assert_eq!(end(failed(13)), Some(("/w: is not an executable\n".to_owned(), 126)));
        // ENOMEM, and a sandbox that is gone.
        assert_eq!((end(failed(12)), end(SandboxError::Dead)), (None, None));
        assert!(is_no_program(&failed(8)) && !is_no_program(&failed(2)));
    }
}
