use super::*;
use aws_wire::ServiceModel;
use aws_wire::generated::{iam, sts};
use domain::{AccountId, Region, Scope};
use serde_json::{Value, json};

const ME: &str = "arn:aws:iam::111111111111:user/team/me";

fn ask(model: &'static ServiceModel, operation: &str, members: Value) -> Access {
    let account = AccountId::new("111111111111").unwrap();
    let caller = Caller {
        account: account.clone(),
        arn: ME.to_owned(),
        user_id: "AIDAX".to_owned(),
        access_key_id: "AKIAX".to_owned(),
        kind: CallerKind::User,
        session: None,
    };
    let scope = Scope::new(account, Region::new("us-east-1").unwrap());
    let members = members.as_object().unwrap().clone();
    let operation = model.operation(operation).unwrap();
    let asked = Asked { caller: &caller, scope: &scope, operation, members: &members, whole: true };
    if model.signing_name == "sts" { sts_access(&asked) } else { access(&asked) }
}

fn checks(operation: &str, members: Value) -> Vec<Check> {
    match ask(&iam::MODEL, operation, members) {
        Access::Checks(checks) => checks,
        other => panic!("{operation}: {other:?}"),
    }
}

#[test]
fn every_operation_says_what_it_asks() {
    assert!(table::ROWS.is_sorted_by(|a, b| a.0 < b.0));
    for operation in iam::MODEL.operations {
        assert!(!checks(operation.name, json!({})).is_empty(), "{}", operation.name);
    }
    for operation in sts::MODEL.operations {
        assert_ne!(ask(&sts::MODEL, operation.name, json!({})), Access::Undeclared, "{}", operation.name);
    }
    for (name, ..) in table::ROWS {
        assert!(iam::MODEL.operation(name).is_some(), "{name} is no operation");
    }
}

#[test]
fn resources_and_what_errors_call_them() {
    let arn = |rest: &str| format!("arn:aws:iam::111111111111:{rest}");
    for (operation, members, resource, shown) in [
        ("GetRole", json!({ "RoleName": "r" }), arn("role/r"), Some("role r")),
        ("CreateRole", json!({ "RoleName": "r", "Path": "/a/" }), arn("role/a/r"), None),
        ("ListRoles", json!({ "PathPrefix": "/a/" }), arn("role/a/"), None),
        ("ListUsers", json!({}), arn("user/"), None),
        ("GetUser", json!({}), ME.to_owned(), Some("user me")),
        (
            "CreateVirtualMFADevice",
            json!({ "VirtualMFADeviceName": "d", "Path": "/x/" }),
            arn("mfa/x/d"),
            None,
        ),
        ("CreateVirtualMFADevice", json!({ "VirtualMFADeviceName": "d" }), arn("mfa/d"), None),
        ("AddUserToGroup", json!({ "GroupName": "g", "UserName": "u" }), arn("group/g"), Some("group g")),
        ("CreatePolicy", json!({ "PolicyName": "p" }), arn("policy/p"), Some("policy p")),
        (
            "GetInstanceProfile",
            json!({ "InstanceProfileName": "i" }),
            arn("instance-profile/i"),
            Some("instance profile i"),
        ),
        (
            "GetServerCertificate",
            json!({ "ServerCertificateName": "c" }),
            arn("server-certificate/c"),
            Some("server certificate c"),
        ),
        (
            "UploadServerCertificate",
            json!({ "ServerCertificateName": "c", "Path": "/x/" }),
            arn("server-certificate/x/c"),
            None,
        ),
        ("ListServerCertificates", json!({ "PathPrefix": "/x/" }), arn("server-certificate/x/"), None),
        (
            "CreateOpenIDConnectProvider",
            json!({ "Url": "https://id.test/x/" }),
            arn("oidc-provider/id.test/x"),
            None,
        ),
        ("SimulatePrincipalPolicy", json!({ "PolicySourceArn": ME }), ME.to_owned(), None),
        ("GetAccountSummary", json!({}), "*".to_owned(), None),
    ] {
        let check = &checks(operation, members)[0];
        assert_eq!(
            (check.resource.as_str(), check.shown.as_deref()),
            (resource.as_str(), shown),
            "{operation}"
        );
        assert_eq!(check.action, format!("iam:{operation}"));
    }
    let aws = "arn:aws:iam::aws:policy/ReadOnlyAccess";
    let of_aws = &checks("GetPolicy", json!({ "PolicyArn": aws }))[0];
    assert_eq!((of_aws.resource.as_str(), of_aws.owner.as_str()), (aws, "111111111111"));
}

#[test]
fn keys_and_what_else_it_takes() {
    let attach = &checks("AttachRolePolicy", json!({ "RoleName": "r", "PolicyArn": "p" }))[0];
    assert_eq!(attach.keys, [("iam:PolicyARN".to_owned(), vec!["p".to_owned()])]);
    assert_eq!(attach.kept, ["iam:PermissionsBoundary"]);
    let tags = json!([{ "Key": "team", "Value": "a" }]);
    let made = checks("CreateUser", json!({ "UserName": "u", "Tags": tags, "PermissionsBoundary": "b" }));
    let keys: Vec<&str> = made[0].keys.iter().map(|(key, _)| key.as_str()).collect();
    assert_eq!(keys, ["iam:PermissionsBoundary", "aws:RequestTag/team", "aws:TagKeys"]);
    assert_eq!(made[1].action, "iam:TagUser");
    let passed = checks("AddRoleToInstanceProfile", json!({ "InstanceProfileName": "i", "RoleName": "r" }));
    assert_eq!(
        (passed[1].action.as_str(), passed[1].resource.as_str()),
        ("iam:PassRole", "arn:aws:iam::111111111111:role/r")
    );
    let moved = checks("UpdateUser", json!({ "UserName": "u", "NewPath": "/b/", "NewUserName": "v" }));
    assert_eq!(moved[1].resource, "arn:aws:iam::111111111111:user/b/v");
    assert_eq!(checks("UpdateUser", json!({ "UserName": "u" })).len(), 1);
    let renamed = json!({ "ServerCertificateName": "c", "NewServerCertificateName": "d" });
    let renamed = checks("UpdateServerCertificate", renamed);
    assert_eq!(renamed[1].resource, "arn:aws:iam::111111111111:server-certificate/d");
}

#[test]
fn sessions() {
    for operation in ["GetCallerIdentity", "GetSessionToken", "AssumeRole"] {
        assert_eq!(ask(&sts::MODEL, operation, json!({})), Access::Open, "{operation}");
    }
    let Access::Checks(checks) = ask(&sts::MODEL, "GetFederationToken", json!({ "Name": "n" })) else {
        panic!()
    };
    assert_eq!(checks[0].resource, "arn:aws:sts::111111111111:federated-user/n");
}
