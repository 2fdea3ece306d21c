//! IAM and STS from request to answer, on a store in memory.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test that fails says so by panicking")]

use aws_wire::{ApiError, Caller, CallerKind, RequestContext, Service};
use bytes::Bytes;
use domain::{AccountId, Region, Scope, Timestamp};
use service_iam::{IamService, IssuerDocuments, KeySeal, Seal, ServiceUses, StsService, Tokens, UserKeys};
use std::sync::Arc;
use store::Sqlite;

const ACCOUNT: &str = "111111111111";
const TRUST: &str = r#"{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":{"Service":"lambda.amazonaws.com"},"Action":"sts:AssumeRole"}]}"#;
const INLINE: &str =
    r#"{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"s3:*","Resource":"*"}]}"#;
const BASIC: &str = "arn:aws:iam::aws:policy/service-role/AWSLambdaBasicExecutionRole";

mod credentials;
mod sessions;

struct House {
    iam: IamService,
    sts: StsService,
    keys: Arc<UserKeys>,
    tokens: Arc<Tokens>,
}

/// No identity provider is to be reached.
struct NoIssuers;

#[async_trait::async_trait]
impl IssuerDocuments for NoIssuers {
    async fn fetch(&self, url: &str) -> Result<Vec<u8>, String> {
        Err(format!("{url} is not there"))
    }
}

fn encode(text: &str) -> String {
    percent_encoding::utf8_percent_encode(text, percent_encoding::NON_ALPHANUMERIC).to_string()
}

fn context(kind: CallerKind) -> RequestContext {
    let account = AccountId::new(ACCOUNT).unwrap();
    RequestContext {
        request_id: "id".into(),
        scope: Scope::new(account.clone(), Region::new("us-east-1").unwrap()),
        caller: Caller {
            arn: format!("arn:aws:iam::{account}:root"),
            user_id: account.to_string(),
            account,
            access_key_id: "AKIA".to_owned(),
            kind,
            session: None,
        },
        now: Timestamp(1_795_544_521_123),
        endpoint: "http://localhost".into(),
        trace_header: None,
        conditions: Default::default(),
    }
}

async fn call(
    service: &dyn Service,
    context: RequestContext,
    action: &str,
    given: &[(&str, &str)],
) -> Result<String, ApiError> {
    let model = service.model();
    let mut form = format!("Action={action}&Version={}", model.api_version);
    for (name, value) in given {
        form.push_str(&format!("&{name}={}", encode(value)));
    }
    let request = http::Request::post("/").header("content-type", "application/x-www-form-urlencoded");
    let parts = request.body(()).unwrap().into_parts().0;
    let route = model.route(&parts, form.as_bytes())?;
    let input = route.operation.decode(model, &parts, &route.labels, Bytes::from(form))?;
    let output = service.call(context, route.operation, input).await?;
    let response = route.operation.encode(model, output, "id");
    Ok(String::from_utf8(response.body().to_vec()).unwrap())
}

impl House {
    async fn new() -> Self {
        let store = Arc::new(Sqlite::in_memory().unwrap());
        let seal: Arc<dyn Seal> = Arc::new(KeySeal::new(&[7; 32]).unwrap());
        let keys = UserKeys::load(Arc::clone(&store) as _, Arc::clone(&seal)).await.unwrap();
        let (keys, tokens) = (Arc::new(keys), Arc::new(Tokens::new(seal)));
        let (at, known) = (Arc::clone(&store) as _, Arc::clone(&keys));
        let sts = StsService::new(at, Arc::clone(&tokens), known, Arc::new(NoIssuers), false);
        let uses = Arc::new(ServiceUses::new(Arc::clone(&store) as _));
        Self { iam: IamService::new(store, Arc::clone(&keys), uses), sts, keys, tokens }
    }

    async fn call(&self, action: &str, given: &[(&str, &str)]) -> Result<String, ApiError> {
        call(&self.iam, context(CallerKind::Root), action, given).await
    }

    async fn ok(&self, action: &str, given: &[(&str, &str)]) -> String {
        self.call(action, given).await.unwrap_or_else(|e| panic!("{action}: {e}"))
    }

    async fn refused(&self, action: &str, given: &[(&str, &str)], status: u16, code: &str, message: &str) {
        let error = self.call(action, given).await.unwrap_err();
        assert_eq!(
            (error.status, error.code.as_str(), error.message.as_str()),
            (status, code, message),
            "{action}"
        );
    }

    async fn create(&self, name: &str) -> String {
        self.ok("CreateRole", &[("RoleName", name), ("AssumeRolePolicyDocument", TRUST)]).await
    }
}

fn text<'a>(xml: &'a str, element: &str) -> &'a str {
    let (open, close) = (format!("<{element}>"), format!("</{element}>"));
    let start = xml.find(&open).unwrap_or_else(|| panic!("no {element} in {xml}")) + open.len();
    &xml[start..start + xml[start..].find(&close).unwrap()]
}

#[tokio::test]
async fn a_role_from_creation_to_deletion() {
    let house = House::new().await;
    let created = house
        .ok(
            "CreateRole",
            &[
                ("RoleName", "r"),
                ("Path", "/service/"),
                ("AssumeRolePolicyDocument", TRUST),
                ("Description", "d"),
                ("Tags.member.1.Key", "k"),
                ("Tags.member.1.Value", "v"),
            ],
        )
        .await;
    assert_eq!(text(&created, "Arn"), "arn:aws:iam::111111111111:role/service/r");
    assert_eq!(text(&created, "CreateDate"), "2026-11-24T18:22:01Z");
    assert!(text(&created, "RoleId").starts_with("AROA") && text(&created, "RoleId").len() == 21);
    assert!(text(&created, "AssumeRolePolicyDocument").starts_with("%7B%22Version%22%3A%222012-10-17%22"));
    let found = house.ok("GetRole", &[("RoleName", "r")]).await;
    assert_eq!(text(&found, "RoleId"), text(&created, "RoleId"));
    assert_eq!((text(&found, "MaxSessionDuration"), text(&found, "Description")), ("3600", "d"));
    assert_eq!((text(&found, "Key"), text(&found, "Value")), ("k", "v"));
    let listed = house.ok("ListRoles", &[("PathPrefix", "/service/")]).await;
    assert_eq!((text(&listed, "RoleName"), text(&listed, "IsTruncated")), ("r", "false"));
    assert!(!house.ok("ListRoles", &[("PathPrefix", "/other/")]).await.contains("<RoleName>"));
    house.ok("DeleteRole", &[("RoleName", "r")]).await;
    let gone = "The role with name r cannot be found.";
    house.refused("GetRole", &[("RoleName", "r")], 404, "NoSuchEntity", gone).await;
    house.refused("DeleteRole", &[("RoleName", "r")], 404, "NoSuchEntity", gone).await;
}

#[tokio::test]
async fn roles_are_listed_in_pages() {
    let house = House::new().await;
    for n in 0..5 {
        house.create(&format!("r{n}")).await;
    }
    let mut seen = 0;
    let mut marker: Option<String> = None;
    loop {
        let mut given = vec![("MaxItems", "2")];
        given.extend(marker.as_deref().map(|m| ("Marker", m)));
        let page = house.ok("ListRoles", &given).await;
        seen += page.matches("<RoleName>").count();
        if text(&page, "IsTruncated") == "false" {
            break;
        }
        marker = Some(text(&page, "Marker").to_owned());
    }
    assert_eq!(seen, 5);
    house.refused("ListRoles", &[("Marker", "%%")], 400, "ValidationError", "Invalid Marker.").await;
}

#[tokio::test]
async fn managed_policies() {
    let house = House::new().await;
    house.create("r").await;
    let given = [("RoleName", "r"), ("PolicyArn", BASIC)];
    for _ in 0..2 {
        house.ok("AttachRolePolicy", &given).await;
    }
    let listed = house.ok("ListAttachedRolePolicies", &[("RoleName", "r")]).await;
    assert_eq!(text(&listed, "PolicyName"), "AWSLambdaBasicExecutionRole");
    assert_eq!(text(&listed, "PolicyArn"), BASIC);
    let own = "arn:aws:iam::111111111111:policy/own";
    let message = format!("Policy {own} does not exist or is not attachable.");
    house
        .refused("AttachRolePolicy", &[("RoleName", "r"), ("PolicyArn", own)], 404, "NoSuchEntity", &message)
        .await;
    let message = "Cannot delete entity, must detach all policies first.";
    house.refused("DeleteRole", &[("RoleName", "r")], 409, "DeleteConflict", message).await;
    house.ok("DetachRolePolicy", &given).await;
    house
        .refused("DetachRolePolicy", &given, 404, "NoSuchEntity", &format!("Policy {BASIC} was not found."))
        .await;
    house.ok("DeleteRole", &[("RoleName", "r")]).await;
}

#[tokio::test]
async fn inline_policies() {
    let house = House::new().await;
    house.create("r").await;
    let named = [("RoleName", "r"), ("PolicyName", "p")];
    let put = [named[0], named[1], ("PolicyDocument", INLINE)];
    house.ok("PutRolePolicy", &put).await;
    let found = house.ok("GetRolePolicy", &named).await;
    assert!(text(&found, "PolicyDocument").contains("s3%3A%2A"), "{found}");
    assert!(house.ok("ListRolePolicies", &[("RoleName", "r")]).await.contains("<member>p</member>"));
    let message = "Cannot delete entity, must delete policies first.";
    house.refused("DeleteRole", &[("RoleName", "r")], 409, "DeleteConflict", message).await;
    house.ok("DeleteRolePolicy", &named).await;
    let gone = "The role policy with name p cannot be found.";
    house.refused("GetRolePolicy", &named, 404, "NoSuchEntity", gone).await;
    house.refused("DeleteRolePolicy", &named, 404, "NoSuchEntity", gone).await;
    let broken = [named[0], named[1], ("PolicyDocument", "{}")];
    house.refused("PutRolePolicy", &broken, 400, "MalformedPolicyDocument", "Syntax errors in policy.").await;
}

#[tokio::test]
async fn what_create_role_refuses() {
    let house = House::new().await;
    house.create("r").await;
    let again = [("RoleName", "r"), ("AssumeRolePolicyDocument", TRUST)];
    house.refused("CreateRole", &again, 409, "EntityAlreadyExists", "Role with name r already exists.").await;
    let broken = [("RoleName", "x"), ("AssumeRolePolicyDocument", "nonsense")];
    let message = "This policy contains invalid Json";
    house.refused("CreateRole", &broken, 400, "MalformedPolicyDocument", message).await;
    assert_eq!(house.call("CreateRole", &[("RoleName", "x")]).await.unwrap_err().status, 400);
    assert_eq!(
        house
            .call("SendDelegationToken", &[("DelegationRequestId", "abcdefgh01234567")])
            .await
            .unwrap_err()
            .status,
        501
    );
}

#[tokio::test]
async fn who_one_is() {
    let house = House::new().await;
    let identity = call(&house.sts, context(CallerKind::Root), "GetCallerIdentity", &[]).await.unwrap();
    assert_eq!(text(&identity, "Arn"), "arn:aws:iam::111111111111:root");
    assert_eq!((text(&identity, "UserId"), text(&identity, "Account")), (ACCOUNT, ACCOUNT));
    assert_eq!(text(&house.ok("GetUser", &[]).await, "Arn"), "arn:aws:iam::111111111111:root");
    let gone = "The user with name u cannot be found.";
    house.refused("GetUser", &[("UserName", "u")], 404, "NoSuchEntity", gone).await;
    let role = call(&house.iam, context(CallerKind::RoleSession), "GetUser", &[]).await.unwrap_err();
    assert_eq!(role.message, "Must specify userName when calling with non-User credentials");
}

const CLI: &str = r#"{"Version":"2012-10-17","Statement":{"Effect":"Allow","Action":"dynamodb:*","Resource":"*","Condition":{"DateGreaterThan":{"aws:CurrentTime":"2018-08-16T12:00:00Z"}}}}"#;

/// The examples of `simulate-custom-policy` in the AWS CLI's reference.
#[tokio::test]
async fn a_simulation_as_the_cli_shows_it() {
    let house = House::new().await;
    let key = "ContextEntries.member.1.ContextKeyName";
    let value = "ContextEntries.member.1.ContextKeyValues.member.1";
    let given = |date| {
        [
            ("PolicyInputList.member.1", CLI),
            ("ActionNames.member.1", "dynamodb:CreateBackup"),
            (key, "aws:CurrentTime"),
            (value, date),
        ]
    };
    let allowed = house.ok("SimulateCustomPolicy", &given("2019-04-25T11:00:00Z")).await;
    assert_eq!((text(&allowed, "EvalDecision"), text(&allowed, "EvalResourceName")), ("allowed", "*"));
    assert_eq!(text(&allowed, "SourcePolicyId"), "PolicyInputList.1");
    assert_eq!(
        (text(text(&allowed, "StartPosition"), "Column"), text(text(&allowed, "EndPosition"), "Column")),
        ("38", "167")
    );
    let denied = house.ok("SimulateCustomPolicy", &given("2014-04-25T11:00:00Z")).await;
    assert_eq!(text(&denied, "EvalDecision"), "implicitDeny");
    assert!(!denied.contains("SourcePolicyId"), "{denied}");
    let missing = house.ok("SimulateCustomPolicy", &given("2019-04-25T11:00:00Z")[..2]).await;
    assert!(missing.contains("<MissingContextValues><member>aws:CurrentTime</member>"), "{missing}");
    let keys = house.ok("GetContextKeysForCustomPolicy", &[("PolicyInputList.member.1", CLI)]).await;
    assert_eq!(text(&keys, "member"), "aws:CurrentTime");
}

#[tokio::test]
async fn a_simulation_with_boundary_resource_policy_and_pages() {
    let house = House::new().await;
    let allow = r#"{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"s3:*","Resource":"*"}]}"#;
    let gets =
        r#"{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"s3:Get*","Resource":"*"}]}"#;
    let closed = r#"{"Version":"2012-10-17","Statement":[{"Effect":"Deny","Principal":"*","Action":"s3:*","Resource":"arn:aws:s3:::secret/*"}]}"#;
    let base = [
        ("PolicyInputList.member.1", allow),
        ("ActionNames.member.1", "s3:GetObject"),
        ("ActionNames.member.2", "s3:PutObject"),
        ("ResourceArns.member.1", "arn:aws:s3:::open/x"),
        ("ResourceArns.member.2", "arn:aws:s3:::secret/x"),
        ("ResourcePolicy", closed),
    ];
    let all = house.ok("SimulateCustomPolicy", &base).await;
    let words = |xml: &str| -> Vec<String> {
        xml.split("<EvalDecision>").skip(1).map(|part| part.split('<').next().unwrap().to_owned()).collect()
    };
    assert_eq!(words(&all), ["allowed", "explicitDeny", "allowed", "explicitDeny"]);
    assert_eq!(all.matches("<EvalResourceDecision>").count(), 4);
    assert!(
        all.contains("<SourcePolicyId>ResourcePolicy</SourcePolicyId><SourcePolicyType>Resource Policy"),
        "{all}"
    );
    let bounded = [&base[..], &[("PermissionsBoundaryPolicyInputList.member.1", gets)]].concat();
    let bounded = house.ok("SimulateCustomPolicy", &bounded).await;
    assert_eq!(words(&bounded), ["allowed", "explicitDeny", "implicitDeny", "explicitDeny"]);
    assert_eq!(text(&bounded, "AllowedByPermissionsBoundary"), "true");
    let page = house.ok("SimulateCustomPolicy", &[&base[..], &[("MaxItems", "3")]].concat()).await;
    assert_eq!((words(&page).len(), text(&page, "IsTruncated")), (3, "true"));
    let marker = text(&page, "Marker").to_owned();
    let rest = house.ok("SimulateCustomPolicy", &[&base[..], &[("Marker", &marker)]].concat()).await;
    assert_eq!((words(&rest), text(&rest, "IsTruncated")), (vec!["explicitDeny".to_owned()], "false"));
    let abroad = [
        &base[..3],
        &[
            ("CallerArn", "arn:aws:iam::222222222222:user/u"),
            ("ResourceOwner", "arn:aws:iam::111111111111:root"),
        ],
    ]
    .concat();
    assert_eq!(words(&house.ok("SimulateCustomPolicy", &abroad).await), ["implicitDeny", "implicitDeny"]);
    for (given, message) in [
        (vec![("PolicyInputList.member.1", "{}"), base[1]], "Syntax errors in policy."),
        (
            vec![base[0], base[1], ("CallerArn", "arn:aws:iam::222222222222:group/g")],
            "CallerArn must be the ARN of a user or of a role's session.",
        ),
    ] {
        house.refused("SimulateCustomPolicy", &given, 400, "InvalidInput", message).await;
    }
}

const OWN: &str = "arn:aws:iam::111111111111:policy/team/own";

#[tokio::test]
async fn a_policy_of_the_account() {
    let house = House::new().await;
    let create = [
        ("PolicyName", "own"),
        ("Path", "/team/"),
        ("PolicyDocument", INLINE),
        ("Description", "d"),
        ("Tags.member.1.Key", "k"),
        ("Tags.member.1.Value", "v"),
    ];
    let created = house.ok("CreatePolicy", &create).await;
    assert_eq!((text(&created, "Arn"), text(&created, "DefaultVersionId")), (OWN, "v1"));
    assert!(text(&created, "PolicyId").starts_with("ANPA") && text(&created, "PolicyId").len() == 21);
    let message = "A policy called OWN already exists. Duplicate names are not allowed.";
    let again = [("PolicyName", "OWN"), ("PolicyDocument", INLINE)];
    house.refused("CreatePolicy", &again, 409, "EntityAlreadyExists", message).await;
    let arn = [("PolicyArn", OWN)];
    let found = house.ok("GetPolicy", &arn).await;
    assert_eq!(
        (text(&found, "AttachmentCount"), text(&found, "Description"), text(&found, "Key")),
        ("0", "d", "k")
    );
    house.create("r").await;
    let attach = [("RoleName", "r"), arn[0]];
    house.ok("AttachRolePolicy", &attach).await;
    assert_eq!(text(&house.ok("GetPolicy", &arn).await, "AttachmentCount"), "1");
    let entities = house.ok("ListEntitiesForPolicy", &arn).await;
    assert_eq!(text(&entities, "RoleName"), "r");
    let users = house.ok("ListEntitiesForPolicy", &[arn[0], ("EntityFilter", "User")]).await;
    assert!(!users.contains("<RoleName>"), "{users}");
    let message = "Cannot delete a policy attached to entities.";
    house.refused("DeletePolicy", &arn, 409, "DeleteConflict", message).await;
    for (given, listed) in [
        (&[("Scope", "Local"), ("OnlyAttached", "true")][..], true),
        (&[("PathPrefix", "/team/")], true),
        (&[("PathPrefix", "/other/")], false),
        (&[("Scope", "AWS")], false),
        (&[("PolicyUsageFilter", "PermissionsBoundary")], false),
    ] {
        assert_eq!(house.ok("ListPolicies", given).await.contains(OWN), listed, "{given:?}");
    }
    house.ok("DetachRolePolicy", &attach).await;
    house.ok("DeletePolicy", &arn).await;
    let gone = format!("Policy {OWN} was not found.");
    for action in ["GetPolicy", "DeletePolicy", "ListPolicyVersions", "ListEntitiesForPolicy"] {
        house.refused(action, &arn, 404, "NoSuchEntity", &gone).await;
    }
    let message = format!("Policy {OWN} does not exist or is not attachable.");
    house.refused("AttachRolePolicy", &attach, 404, "NoSuchEntity", &message).await;
}

#[tokio::test]
async fn versions_of_a_policy() {
    let house = House::new().await;
    house.ok("CreatePolicy", &[("PolicyName", "own"), ("Path", "/team/"), ("PolicyDocument", INLINE)]).await;
    let arn = ("PolicyArn", OWN);
    let other = INLINE.replace("s3:*", "sqs:*");
    let second = house.ok("CreatePolicyVersion", &[arn, ("PolicyDocument", &other)]).await;
    assert_eq!((text(&second, "VersionId"), text(&second, "IsDefaultVersion")), ("v2", "false"));
    house.ok("CreatePolicyVersion", &[arn, ("PolicyDocument", &other), ("SetAsDefault", "true")]).await;
    assert_eq!(text(&house.ok("GetPolicy", &[arn]).await, "DefaultVersionId"), "v3");
    let found = house.ok("GetPolicyVersion", &[arn, ("VersionId", "v2")]).await;
    assert!(text(&found, "Document").contains("sqs%3A%2A"), "{found}");
    let page = house.ok("ListPolicyVersions", &[arn, ("MaxItems", "2")]).await;
    assert_eq!((text(&page, "VersionId"), page.matches("<VersionId>").count()), ("v3", 2));
    let marker = text(&page, "Marker").to_owned();
    let page = house.ok("ListPolicyVersions", &[arn, ("Marker", &marker)]).await;
    assert_eq!((text(&page, "VersionId"), text(&page, "IsTruncated")), ("v1", "false"));
    for _ in 0..2 {
        house.ok("CreatePolicyVersion", &[arn, ("PolicyDocument", INLINE)]).await;
    }
    let message = "A managed policy can have up to 5 versions. Before you create a new version, you must delete an existing version.";
    house
        .refused("CreatePolicyVersion", &[arn, ("PolicyDocument", INLINE)], 409, "LimitExceeded", message)
        .await;
    let message = "Cannot delete the default version of a policy.";
    house.refused("DeletePolicyVersion", &[arn, ("VersionId", "v3")], 409, "DeleteConflict", message).await;
    house.ok("SetDefaultPolicyVersion", &[arn, ("VersionId", "v1")]).await;
    house.ok("DeletePolicyVersion", &[arn, ("VersionId", "v3")]).await;
    let message = format!("Policy {OWN} version v3 does not exist or is not attachable.");
    for action in ["GetPolicyVersion", "DeletePolicyVersion", "SetDefaultPolicyVersion"] {
        house.refused(action, &[arn, ("VersionId", "v3")], 404, "NoSuchEntity", &message).await;
    }
    let message = "This policy has more than one version. Before you delete a policy, you must delete the policy's versions. The default version is deleted with the policy.";
    house.refused("DeletePolicy", &[arn], 409, "DeleteConflict", message).await;
    let long = INLINE.replace("s3:*", &format!("s3:{}", "a".repeat(6_144)));
    let message = "Cannot exceed quota for PolicySize: 6144";
    house
        .refused(
            "CreatePolicy",
            &[("PolicyName", "x"), ("PolicyDocument", &long)],
            409,
            "LimitExceeded",
            message,
        )
        .await;
    let trust = [("PolicyName", "x"), ("PolicyDocument", TRUST)];
    let message = "Policy document should not specify a principal.";
    house.refused("CreatePolicy", &trust, 400, "MalformedPolicyDocument", message).await;
}
