//! IAM and STS from request to answer, on a store in memory.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test that fails says so by panicking")]

use aws_wire::{ApiError, Caller, CallerKind, RequestContext, Service};
use bytes::Bytes;
use domain::{AccountId, Region, Scope, Timestamp};
use service_iam::{IamService, StsService};
use std::sync::Arc;
use store::Sqlite;

const ACCOUNT: &str = "111111111111";
const TRUST: &str = r#"{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":{"Service":"lambda.amazonaws.com"},"Action":"sts:AssumeRole"}]}"#;
const INLINE: &str =
    r#"{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"s3:*","Resource":"*"}]}"#;
const BASIC: &str = "arn:aws:iam::aws:policy/service-role/AWSLambdaBasicExecutionRole";

struct House {
    iam: IamService,
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
        },
        now: Timestamp(1_795_544_521_123),
        endpoint: "http://localhost".into(),
        trace_header: None,
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
    fn new() -> Self {
        Self { iam: IamService::new(Arc::new(Sqlite::in_memory().unwrap())) }
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
    let house = House::new();
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
    let house = House::new();
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
    let house = House::new();
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
    let house = House::new();
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
    let house = House::new();
    house.create("r").await;
    let again = [("RoleName", "r"), ("AssumeRolePolicyDocument", TRUST)];
    house.refused("CreateRole", &again, 409, "EntityAlreadyExists", "Role with name r already exists.").await;
    let broken = [("RoleName", "x"), ("AssumeRolePolicyDocument", "nonsense")];
    let message = "This policy contains invalid Json";
    house.refused("CreateRole", &broken, 400, "MalformedPolicyDocument", message).await;
    assert_eq!(house.call("CreateRole", &[("RoleName", "x")]).await.unwrap_err().status, 400);
    assert_eq!(house.call("CreateUser", &[("UserName", "u")]).await.unwrap_err().status, 501);
}

#[tokio::test]
async fn who_one_is() {
    let identity = call(&StsService, context(CallerKind::Root), "GetCallerIdentity", &[]).await.unwrap();
    assert_eq!(text(&identity, "Arn"), "arn:aws:iam::111111111111:root");
    assert_eq!((text(&identity, "UserId"), text(&identity, "Account")), (ACCOUNT, ACCOUNT));
    let house = House::new();
    assert_eq!(text(&house.ok("GetUser", &[]).await, "Arn"), "arn:aws:iam::111111111111:root");
    let gone = "The user with name u cannot be found.";
    house.refused("GetUser", &[("UserName", "u")], 404, "NoSuchEntity", gone).await;
    let role = call(&house.iam, context(CallerKind::RoleSession), "GetUser", &[]).await.unwrap_err();
    assert_eq!(role.message, "Must specify userName when calling with non-User credentials");
}
