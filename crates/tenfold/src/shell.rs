//! Quoting for the shells that `tenfold env` writes for.
//!
//! Never here: which variables there are.

/// A shell's dialect.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, clap::ValueEnum)]
pub(crate) enum Shell {
    /// sh, bash, zsh, dash.
    #[default]
    Sh,
    /// fish.
    Fish,
    /// PowerShell.
    Powershell,
}

impl Shell {
    /// The statement that sets a variable for all that follow.
    pub(crate) fn export(self, name: &str, value: &str) -> String {
        match self {
            Self::Sh => format!("export {name}={}", self.quote(value)),
            Self::Fish => format!("set -gx {name} {};", self.quote(value)),
            Self::Powershell => format!("$Env:{name} = {}", self.quote(value)),
        }
    }

    /// The statement that removes a variable; no error where there is none.
    pub(crate) fn unset(self, name: &str) -> String {
        match self {
            Self::Sh => format!("unset {name}"),
            Self::Fish => format!("set -e {name};"),
            Self::Powershell => format!("Remove-Item -ErrorAction SilentlyContinue Env:{name}"),
        }
    }

    /// The text as one word that the shell takes literally.
    pub(crate) fn quote(self, text: &str) -> String {
        let plain = |c: char| c.is_ascii_alphanumeric() || "-_./:@%+,=".contains(c);
        match self {
            Self::Sh if !text.is_empty() && text.chars().all(plain) => text.to_owned(),
            Self::Sh => format!("'{}'", text.replace('\'', r"'\''")),
            Self::Fish => format!("'{}'", text.replace('\\', r"\\").replace('\'', r"\'")),
            Self::Powershell => format!("'{}'", text.replace('\'', "''")),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn quoting() {
        for (text, sh, fish, powershell) in [
            ("plain", "plain", "'plain'", "'plain'"),
            ("", "''", "''", "''"),
            ("a b", "'a b'", "'a b'", "'a b'"),
            ("it's", r"'it'\''s'", r"'it\'s'", "'it''s'"),
            (r"back\slash", r"'back\slash'", r"'back\\slash'", r"'back\slash'"),
            ("$(touch x)", "'$(touch x)'", "'$(touch x)'", "'$(touch x)'"),
            ("a;b", "'a;b'", "'a;b'", "'a;b'"),
        ] {
            assert_eq!(Shell::Sh.quote(text), sh);
            assert_eq!(Shell::Fish.quote(text), fish);
            assert_eq!(Shell::Powershell.quote(text), powershell);
        }
    }

    #[test]
    fn a_real_shell_reads_back_what_was_quoted() {
        for text in ["", "a b", "it's", "$HOME `id` \"x\" \\ '", "line\nline", "*", "ä~!#&"] {
            let script = format!("{}; printf %s \"$X\"", Shell::Sh.export("X", text));
            let out = std::process::Command::new("sh").args(["-c", &script]).output().unwrap();
            assert_eq!(String::from_utf8_lossy(&out.stdout), text);
        }
    }
}
