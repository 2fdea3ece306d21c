//! Which services an identity's policies let it use: ListPoliciesGrantingServiceAccess, and what reports of last uses are about.
//! As on AWS, other policies than its own and its groups' are not asked, and denials neither.

use super::IamService;
use super::subject::title;
use crate::errors::{internal, invalid_input, no_such_entity};
use aws_wire::generated::iam as wire;
use aws_wire::{ApiError, Input, Output, RequestContext};
use policy::{Document, Effect, Listed, wildcard};
use std::collections::BTreeSet;
use store::{IdentityKind, IdentityName, PolicySource, PrincipalPolicies};

/// Services that are here, as actions have them.
const HERE: [&str; 6] = ["cloudwatch", "iam", "lambda", "logs", "sts", "xray"];

/// What services are called (Service Authorization Reference).
const NAMES: [(&str, &str); 16] = [
    ("cloudwatch", "Amazon CloudWatch"),
    ("dynamodb", "Amazon DynamoDB"),
    ("ec2", "Amazon EC2"),
    ("events", "Amazon EventBridge"),
    ("iam", "AWS Identity and Access Management"),
    ("kinesis", "Amazon Kinesis Data Streams"),
    ("kms", "AWS Key Management Service"),
    ("lambda", "AWS Lambda"),
    ("logs", "Amazon CloudWatch Logs"),
    ("s3", "Amazon S3"),
    ("secretsmanager", "AWS Secrets Manager"),
    ("sns", "Amazon SNS"),
    ("sqs", "Amazon SQS"),
    ("ssm", "AWS Systems Manager"),
    ("sts", "AWS Security Token Service"),
    ("xray", "AWS X-Ray"),
];

/// What a service is called; one that is not known by its namespace.
pub(super) fn name_of(namespace: &str) -> &str {
    NAMES.iter().find(|(known, _)| *known == namespace).map_or(namespace, |(_, name)| name)
}

/// What a document's statements that allow something list.
fn allowed(document: &str) -> Vec<Listed<Vec<String>>> {
    let Ok(document) = document.parse::<Document>() else { return Vec::new() };
    let allowing = document.statements.into_iter().filter(|statement| statement.effect == Effect::Allow);
    allowing.map(|statement| statement.action).collect()
}

/// The service of an action, which may be a pattern; and what it is of it.
fn parts(action: &str) -> (String, &str) {
    let (service, rest) = action.split_once(':').unwrap_or((action, "*"));
    (service.to_lowercase(), rest)
}

/// Whether a policy allows any action of a service.
fn grants(document: &str, namespace: &str) -> bool {
    let covers = |action: &String| {
        let (service, rest) = parts(action);
        (wildcard(&service, namespace), rest.chars().all(|c| c == '*'))
    };
    allowed(document).iter().any(|listed| match listed {
        Listed::These(actions) => actions.iter().any(|action| covers(action).0),
        Listed::AllBut(actions) => !actions.iter().any(|action| covers(action) == (true, true)),
    })
}

/// The services that documents let somebody use: those that are here, and others by the names that they give.
pub(super) fn services<'a>(documents: impl IntoIterator<Item = &'a str>) -> BTreeSet<String> {
    let mut found = BTreeSet::new();
    for document in documents {
        found.extend(HERE.iter().filter(|here| grants(document, here)).map(|here| (*here).to_owned()));
        for listed in allowed(document) {
            let Listed::These(actions) = listed else { continue };
            let named = actions.iter().map(|action| parts(action).0);
            found.extend(named.filter(|service| !service.contains(['*', '?'])));
        }
    }
    found
}

pub(super) fn missing(arn: &str) -> ApiError {
    no_such_entity(format!("The entity with ARN {arn} cannot be found."))
}

/// The user, group or role of an ARN, and its policies.
pub(super) async fn find(
    service: &IamService,
    context: &RequestContext,
    arn: &str,
) -> Result<(IdentityName, PrincipalPolicies), ApiError> {
    let name = IdentityName::of_arn(arn).ok_or_else(|| invalid_input(format!("ARN {arn} is not valid.")))?;
    if name.account != context.caller.account {
        return Err(missing(arn));
    }
    let found = service.store.principal_policies(&name).await.map_err(|error| internal(&error))?;
    let found = found.filter(|found| found.arn == arn).ok_or_else(|| missing(arn))?;
    Ok((name, found))
}

fn describe(of: &IdentityName, source: &PolicySource) -> wire::PolicyGrantingServiceAccess {
    if !source.inline {
        let name = source.name.rsplit('/').next().unwrap_or_default();
        return wire::PolicyGrantingServiceAccess {
            policy_name: name.to_owned(),
            policy_type: "MANAGED".to_owned(),
            policy_arn: Some(source.name.clone()),
            ..Default::default()
        };
    }
    let (kind, entity) = match &source.group {
        Some(group) => (IdentityKind::Group, group),
        None => (of.kind, &of.name),
    };
    wire::PolicyGrantingServiceAccess {
        policy_name: source.name.clone(),
        policy_type: "INLINE".to_owned(),
        entity_type: Some(title(kind).to_uppercase()),
        entity_name: Some(entity.clone()),
        ..Default::default()
    }
}

pub(super) async fn list(
    service: &IamService,
    context: &RequestContext,
    input: Input,
) -> Result<Output, ApiError> {
    let request: wire::ListPoliciesGrantingServiceAccessRequest = input.parse()?;
    let (who, found) = find(service, context, &request.arn).await?;
    let entry = |namespace: String| {
        let granting =
            found.identity.iter().filter(|source| grants(&source.document, &namespace.to_lowercase()));
        let mut policies: Vec<wire::PolicyGrantingServiceAccess> = Vec::new();
        for source in granting {
            let shown = describe(&who, source);
            // A managed policy may come by several ways.
            if !policies.contains(&shown) {
                policies.push(shown);
            }
        }
        wire::ListPoliciesGrantingServiceAccessEntry {
            service_namespace: Some(namespace),
            policies: Some(policies),
        }
    };
    Output::of(&wire::ListPoliciesGrantingServiceAccessResponse {
        policies_granting_service_access: request.service_namespaces.into_iter().map(entry).collect(),
        is_truncated: Some(false),
        marker: None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn document(statement: &str) -> String {
        format!("{{\"Version\":\"2012-10-17\",\"Statement\":[{{{statement},\"Resource\":\"*\"}}]}}")
    }

    #[test]
    fn services_of_policies() {
        let all = HERE.to_vec();
        for (statement, expected) in [
            (r#""Effect":"Allow","Action":"*""#, all.clone()),
            (r#""Effect":"Allow","Action":"*:*""#, all.clone()),
            (r#""Effect":"Allow","Action":"Lambda:Invoke*""#, vec!["lambda"]),
            (r#""Effect":"Allow","Action":["s3:GetObject","logs:Get*"]"#, vec!["logs", "s3"]),
            (r#""Effect":"Deny","Action":"*""#, vec![]),
            (
                r#""Effect":"Allow","NotAction":["iam:*","sts:GetFederationToken"]"#,
                vec!["cloudwatch", "lambda", "logs", "sts", "xray"],
            ),
            (r#""Effect":"Allow","NotAction":"*""#, vec![]),
        ] {
            let document = document(statement);
            let found: Vec<String> = services([document.as_str()]).into_iter().collect();
            assert_eq!(found, expected, "{statement}");
            for here in HERE {
                assert_eq!(grants(&document, here), expected.contains(&here), "{statement} {here}");
            }
        }
        assert!(services(["", "{}", "no document"]).is_empty());
    }

    #[test]
    fn names_are_in_order() {
        assert!(NAMES.is_sorted_by_key(|(namespace, _)| *namespace));
        assert!(HERE.iter().all(|here| name_of(here) != *here));
        assert_eq!(name_of("a4b"), "a4b");
    }
}
