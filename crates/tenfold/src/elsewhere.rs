//! The AWS services of others, from what was typed to what is meant.
//!
//! `AWS_ENDPOINT_URL` and its like are not read: in a shell that ran `tenfold env` it names this server itself.

use crate::config::{absolute, parse_region};
use crate::failure::Failure;
use aws_client::Endpoint;
use aws_wire::sigv4::{Credentials, Secret};
use domain::Region;
use std::path::PathBuf;

/// Where other services are, as typed.
// URLs are parsed later, for clap repeats what it does not take, and there may be a password in one.
#[derive(Clone, Debug, Default, clap::Args)]
pub(crate) struct ElsewhereArgs {
    /// Endpoint of the other AWS services, for each that has none of its own below; requests are made with the server's own
    /// AWS_ACCESS_KEY_ID, AWS_SECRET_ACCESS_KEY and AWS_SESSION_TOKEN, or unsigned without them
    #[arg(long, value_name = "URL", env = "TENFOLD_AWS_ENDPOINT", hide_env_values = true)]
    pub(crate) aws_endpoint: Option<String>,
    /// SQS endpoint, for queues that are destinations and dead-letter targets
    #[arg(long, value_name = "URL", env = "TENFOLD_SQS_ENDPOINT", hide_env_values = true)]
    pub(crate) sqs_endpoint: Option<String>,
    /// SNS endpoint, for topics that are destinations and dead-letter targets
    #[arg(long, value_name = "URL", env = "TENFOLD_SNS_ENDPOINT", hide_env_values = true)]
    pub(crate) sns_endpoint: Option<String>,
    /// EventBridge endpoint, for event buses that are destinations
    #[arg(long, value_name = "URL", env = "TENFOLD_EVENTBRIDGE_ENDPOINT", hide_env_values = true)]
    pub(crate) eventbridge_endpoint: Option<String>,
    /// S3 endpoint, for buckets that code is read from (S3Bucket, S3Key) or that are destinations
    #[arg(long, value_name = "URL", env = "TENFOLD_S3_ENDPOINT", hide_env_values = true)]
    pub(crate) s3_endpoint: Option<String>,
    /// Region that requests to the S3 endpoint are signed for [default: the function's]
    #[arg(long, value_name = "REGION", env = "TENFOLD_S3_REGION", value_parser = parse_region)]
    pub(crate) s3_region: Option<Region>,
    /// Directory that code is read from instead of S3: DIR/BUCKET/KEY
    #[arg(long, value_name = "DIR", env = "TENFOLD_S3_DIR", conflicts_with = "s3_endpoint")]
    pub(crate) s3_dir: Option<PathBuf>,
}

/// Where other services are, if anywhere.
#[derive(Clone, Debug, Default)]
pub(crate) struct Elsewhere {
    /// Amazon SQS.
    pub(crate) sqs: Option<Endpoint>,
    /// Amazon SNS.
    pub(crate) sns: Option<Endpoint>,
    /// Amazon EventBridge.
    pub(crate) event_bridge: Option<Endpoint>,
    /// Amazon S3.
    pub(crate) s3: Option<Endpoint>,
    /// The region of signatures for S3, where it is always the same one.
    pub(crate) s3_region: Option<Region>,
    /// Buckets that code is read from, and objects in them, instead of S3.
    pub(crate) code: Option<PathBuf>,
    /// Who signs, if anybody.
    pub(crate) credentials: Option<Credentials>,
}

impl ElsewhereArgs {
    /// Checks what one argument alone does not show; `variable` reads the environment.
    pub(crate) fn validate(&self, variable: impl Fn(&str) -> Option<String>) -> Result<Elsewhere, Failure> {
        let all = endpoint("--aws-endpoint", self.aws_endpoint.as_deref())?;
        let or_all = |name, url: &Option<String>| {
            Ok::<_, Failure>(endpoint(name, url.as_deref())?.or_else(|| all.clone()))
        };
        let mut elsewhere = Elsewhere {
            sqs: or_all("--sqs-endpoint", &self.sqs_endpoint)?,
            sns: or_all("--sns-endpoint", &self.sns_endpoint)?,
            event_bridge: or_all("--eventbridge-endpoint", &self.eventbridge_endpoint)?,
            s3: or_all("--s3-endpoint", &self.s3_endpoint)?,
            s3_region: self.s3_region.clone(),
            code: self.s3_dir.as_deref().map(absolute).transpose()?,
            credentials: None,
        };
        let Elsewhere { sqs, sns, event_bridge, s3, .. } = &elsewhere;
        if [sqs, sns, event_bridge, s3].into_iter().any(Option::is_some) {
            elsewhere.credentials = credentials(variable)?;
        }
        Ok(elsewhere)
    }
}

fn endpoint(name: &str, url: Option<&str>) -> Result<Option<Endpoint>, Failure> {
    url.map(Endpoint::parse).transpose().map_err(|e| Failure::Usage(format!("{name}: {e}")))
}

fn credentials(variable: impl Fn(&str) -> Option<String>) -> Result<Option<Credentials>, Failure> {
    let given = |name: &str| variable(name).filter(|value| !value.is_empty());
    match (given("AWS_ACCESS_KEY_ID"), given("AWS_SECRET_ACCESS_KEY")) {
        (Some(access_key_id), Some(secret)) => Ok(Some(Credentials {
            access_key_id,
            secret: Secret::new(secret),
            session_token: given("AWS_SESSION_TOKEN"),
        })),
        (None, None) => Ok(None),
        _ => Err(Failure::Usage(
            "AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY, which requests to other services are signed with, come together \
             or not at all"
                .to_owned(),
        )),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use clap::Parser;
    use std::path::Path;

    #[derive(Parser)]
    struct Only {
        #[command(flatten)]
        elsewhere: ElsewhereArgs,
    }

    const KEYS: &[(&str, &str)] =
        &[("AWS_ACCESS_KEY_ID", "AKIA"), ("AWS_SECRET_ACCESS_KEY", "geheim"), ("AWS_SESSION_TOKEN", "token")];

    fn parse(args: &[&str], environment: &[(&str, &str)]) -> Result<Elsewhere, String> {
        let args = ["tenfold"].iter().chain(args);
        let parsed = Only::try_parse_from(args).map_err(|e| e.to_string())?;
        let variable =
            |name: &str| environment.iter().find(|(n, _)| *n == name).map(|(_, value)| (*value).to_owned());
        parsed.elsewhere.validate(variable).map_err(|e| e.to_string())
    }

    fn at(url: &str) -> Option<Endpoint> {
        Some(Endpoint::parse(url).unwrap())
    }

    #[test]
    fn nothing_is_elsewhere_unless_it_is_said() {
        let mut environment = KEYS.to_vec();
        environment
            .extend([("AWS_ENDPOINT_URL", "http://localhost:4566"), ("AWS_ENDPOINT_URL_SQS", "http://q")]);
        let none = parse(&[], &environment).unwrap();
        assert_eq!(
            (none.sqs, none.sns, none.event_bridge, none.s3, none.code),
            (None, None, None, None, None)
        );
        assert!(none.credentials.is_none());
        assert!(parse(&[], &KEYS[..1]).is_ok(), "keys that nobody needs");
    }

    #[test]
    fn one_endpoint_for_all_and_one_for_each() {
        let all = parse(&["--aws-endpoint", "http://h:1"], &[]).unwrap();
        for one in [all.sqs, all.sns, all.event_bridge, all.s3] {
            assert_eq!(one, at("http://h:1"));
        }
        let args = [
            "--aws-endpoint=http://h:1",
            "--sqs-endpoint=http://q",
            "--eventbridge-endpoint=http://e",
            "--s3-dir=/objects",
        ];
        let mixed = parse(&args, KEYS).unwrap();
        assert_eq!((mixed.sqs, mixed.sns), (at("http://q"), at("http://h:1")));
        assert_eq!((mixed.event_bridge, mixed.s3), (at("http://e"), at("http://h:1")));
        assert_eq!(mixed.code.as_deref(), Some(Path::new("/objects")));
        let sns = parse(&["--sns-endpoint", "https://sns.eu-west-1.amazonaws.com"], KEYS).unwrap();
        assert_eq!((sns.sqs, sns.sns), (None, at("https://sns.eu-west-1.amazonaws.com")));
    }

    #[test]
    fn who_signs() {
        let url = ["--s3-endpoint", "https://s3.example.org", "--s3-region", "garage"];
        let Elsewhere { s3_region, credentials, .. } = parse(&url, KEYS).unwrap();
        assert_eq!(s3_region.unwrap().as_str(), "garage");
        let printed = format!("{credentials:?}");
        assert!(printed.contains("AKIA") && !printed.contains("geheim"), "{printed}");
        assert_eq!(credentials.unwrap().session_token.as_deref(), Some("token"));
        let empty = [("AWS_ACCESS_KEY_ID", ""), ("AWS_SECRET_ACCESS_KEY", "")];
        for environment in [&[][..], &empty] {
            let anonymous = parse(&url[..2], environment).unwrap();
            assert!(anonymous.credentials.is_none() && anonymous.s3.is_some());
        }
        assert!(parse(&url, &KEYS[..1]).unwrap_err().contains("come together"));
    }

    #[test]
    fn what_cannot_be_meant() {
        for name in ["aws", "sqs", "sns", "eventbridge", "s3"] {
            let refused = parse(&[&format!("--{name}-endpoint"), "https://u:geheim@h"], &[]).unwrap_err();
            assert!(
                refused.starts_with(&format!("--{name}-endpoint: "))
                    || refused.contains(&format!("--{name}-endpoint: ")),
                "{refused}"
            );
            assert!(refused.contains("without credentials") && !refused.contains("geheim"), "{refused}");
        }
        let both = parse(&["--s3-endpoint", "http://h", "--s3-dir", "/o"], &[]).unwrap_err();
        assert!(both.contains("cannot be used"), "{both}");
    }
}
