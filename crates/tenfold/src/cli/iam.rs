//! `tenfold iam why`: whether somebody may do something, and which statements decide.

use crate::api::Simulated;
use crate::client::Client;
use crate::config::DataDirArgs;
use crate::failure::Failure;
use crate::terminal::Terminal;

#[derive(Debug, clap::Args)]
pub(super) struct Args {
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, clap::Subcommand)]
enum Command {
    /// Say whether a user or a role may do something, and which statements decide
    Why(Why),
}

#[derive(Debug, clap::Args)]
struct Why {
    /// ARN of a user, a group or a role
    principal: String,
    /// Such as lambda:InvokeFunction
    action: String,
    /// ARN of the resource; a function's own policy has its say
    #[arg(default_value = "*")]
    resource: String,
    /// A condition key and its value, as often as needed
    #[arg(long, value_name = "KEY=VALUE", value_parser = pair)]
    context: Vec<(String, String)>,
    #[command(flatten)]
    data: DataDirArgs,
}

fn pair(text: &str) -> Result<(String, String), String> {
    match text.split_once('=') {
        Some((key, value)) if !key.is_empty() => Ok((key.to_owned(), value.to_owned())),
        _ => Err("it is not of the form KEY=VALUE".to_owned()),
    }
}

pub(super) async fn run(args: &Args, terminal: &mut Terminal) -> Result<(), Failure> {
    let Command::Why(why) = &args.command;
    let mut client = Client::of(&why.data).await?;
    let policy = match is_function(&why.resource) {
        true => client.function_policy(&why.resource).await?,
        false => None,
    };
    let Why { principal, action, resource, context, .. } = why;
    let found = client.simulate(principal, action, resource, policy.as_deref(), context).await?;
    for line in lines(&found, action, resource) {
        terminal.line(&line)?;
    }
    Ok(())
}

fn is_function(arn: &str) -> bool {
    let fields: Vec<&str> = arn.split(':').collect();
    matches!(fields[..], ["arn", _, "lambda", _, _, "function", ..])
}

/// What is printed: the decision, and what it rests on.
fn lines(found: &Simulated, action: &str, resource: &str) -> Vec<String> {
    let decision = match found.decision.as_str() {
        "allowed" => "allowed",
        "explicitDeny" => "denied by a statement",
        _ => "denied: no statement allows it",
    };
    let mut lines = vec![format!("{action} on {resource}: {decision}")];
    for statement in &found.statements {
        let [start, end] = &statement.lines;
        lines.push(format!("  {} {:?}, lines {start} to {end}", statement.kind, statement.policy));
    }
    if found.decision == "implicitDeny" && found.by_boundary == Some(false) {
        lines.push("  the permissions boundary does not allow it".to_owned());
    }
    if !found.missing.is_empty() {
        lines.push(format!("  conditions ask for: {} (give them with --context)", found.missing.join(", ")));
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::api::Matched;

    #[test]
    fn what_is_printed() {
        let statement = Matched {
            policy: "role_r_inline".to_owned(),
            kind: "IAM Policy".to_owned(),
            lines: ["3".to_owned(), "9".to_owned()],
        };
        let found = Simulated {
            decision: "explicitDeny".to_owned(),
            statements: vec![statement],
            missing: vec!["aws:SourceIp".to_owned()],
            by_boundary: None,
        };
        assert_eq!(
            lines(&found, "lambda:InvokeFunction", "*"),
            [
                "lambda:InvokeFunction on *: denied by a statement",
                "  IAM Policy \"role_r_inline\", lines 3 to 9",
                "  conditions ask for: aws:SourceIp (give them with --context)",
            ]
        );
        let limited = Simulated {
            decision: "implicitDeny".to_owned(),
            by_boundary: Some(false),
            ..Simulated::default()
        };
        assert_eq!(lines(&limited, "a:b", "*")[1], "  the permissions boundary does not allow it");
    }

    #[test]
    fn pairs_and_functions() {
        assert_eq!(pair("aws:x=a=b"), Ok(("aws:x".to_owned(), "a=b".to_owned())));
        assert!(pair("nonsense").is_err() && pair("=x").is_err());
        assert!(is_function("arn:aws:lambda:us-east-1:123456789012:function:f"));
        assert!(!is_function("*"));
    }
}
