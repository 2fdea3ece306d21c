//! AWS's own managed policies, as far as functions and who runs them have use for them: they are in every account, and nobody
//! writes them down. `documents.json` has their names, paths, times, numbers of the newest version and documents, which are
//! AWS's ("AWS managed policy reference guide"; as read from `ListPolicies` and `GetPolicyVersion` in 2026).

use serde::Deserialize;
use serde_json::value::RawValue;
use sha2::{Digest, Sha256};
use std::collections::BTreeMap;
use std::sync::{Arc, LazyLock};

/// A managed policy of AWS's.
#[derive(Debug)]
pub struct AwsPolicy {
    /// Without the path.
    pub name: String,
    /// With its leading and trailing slash.
    pub path: String,
    /// `ANPA…`. Not AWS's own number, which is not published; the same for the same name.
    pub id: String,
    /// The number of the newest version, which is the only one that is known.
    pub version: u32,
    /// Milliseconds since 1970.
    pub created_ms: i64,
    /// Milliseconds since 1970.
    pub updated_ms: i64,
    /// Of the partition `aws`.
    document: Arc<str>,
}

impl AwsPolicy {
    /// `arn:<partition>:iam::aws:policy<path><name>`.
    pub fn arn(&self, partition: &str) -> String {
        format!("arn:{partition}:iam::aws:policy{}{}", self.path, self.name)
    }

    /// The document, as it is in the partition of an ARN.
    pub fn document_in(&self, arn: &str) -> Arc<str> {
        match arn.split(':').nth(1) {
            None | Some("aws") => Arc::clone(&self.document),
            Some(partition) => self.document.replace("\"arn:aws:", &format!("\"arn:{partition}:")).into(),
        }
    }
}

#[derive(Deserialize)]
struct Record {
    path: String,
    version: u32,
    created: i64,
    updated: i64,
    document: Box<RawValue>,
}

static ALL: LazyLock<BTreeMap<String, AwsPolicy>> = LazyLock::new(|| {
    // Ours, and read by a test: it cannot be malformed.
    let records: BTreeMap<String, Record> =
        serde_json::from_str(include_str!("documents.json")).unwrap_or_default();
    let policies = records.into_iter().map(|(name, record)| {
        let Record { path, version, created, updated, document } = record;
        let policy = AwsPolicy {
            id: id_of(&name),
            name: name.clone(),
            path,
            version,
            created_ms: created,
            updated_ms: updated,
            document: document.get().into(),
        };
        (name, policy)
    });
    policies.collect()
});

fn id_of(name: &str) -> String {
    let digest = Sha256::digest(name);
    let digit = |byte: &u8| char::from(b"ABCDEFGHIJKLMNOPQRSTUVWXYZ234567"[usize::from(byte % 32)]);
    "ANPA".chars().chain(digest.iter().take(17).map(digit)).collect()
}

/// All that are known, by name.
pub fn aws_policies() -> impl Iterator<Item = &'static AwsPolicy> {
    ALL.values()
}

/// The one of an ARN, `arn:<partition>:iam::aws:policy/…`.
pub fn aws_policy(arn: &str) -> Option<&'static AwsPolicy> {
    let fields: Vec<&str> = arn.splitn(6, ':').collect();
    let ["arn", _, "iam", "", "aws", resource] = *fields.as_slice() else { return None };
    let (path, name) = resource.strip_prefix("policy")?.rsplit_once('/')?;
    ALL.get(name).filter(|policy| policy.path.strip_suffix('/') == Some(path))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_policy_is_found_by_its_arn() {
        assert!(aws_policies().count() > 50);
        for policy in aws_policies() {
            let arn = policy.arn("aws");
            assert_eq!(aws_policy(&arn).map(|p| &p.name), Some(&policy.name), "{arn}");
            assert!(policy.document_in(&arn).starts_with("{\"Version\":\"20"), "{arn}");
            assert_eq!(policy.id.len(), 21);
        }
        let basic = "arn:aws:iam::aws:policy/service-role/AWSLambdaBasicExecutionRole";
        assert!(aws_policy(basic).unwrap().document_in(basic).contains("logs:PutLogEvents"));
        for bad in [
            "",
            "arn:aws:iam::aws:policy/AWSLambdaBasicExecutionRole",
            "arn:aws:iam::aws:policy/None",
            "arn:aws:iam::123456789012:policy/service-role/AWSLambdaBasicExecutionRole",
        ] {
            assert!(aws_policy(bad).is_none(), "{bad}");
        }
    }

    #[test]
    fn documents_are_of_the_partition() {
        let arn = "arn:aws-cn:iam::aws:policy/AWSLambdaExecute";
        let document = aws_policy(arn).unwrap().document_in(arn);
        assert!(document.contains("arn:aws-cn:s3:::*") && !document.contains("arn:aws:"), "{document}");
    }
}
