//! Passwords, MFA devices, SAML providers and services' roles.

use super::{House, TRUST, call, context, text};
use aws_wire::{CallerKind, RequestContext};
use domain::Timestamp;

#[tokio::test]
async fn values_are_not_repeated() {
    let house = House::new().await;
    let long = "a".repeat(65);
    let message = "1 validation error detected: Value at 'userName' failed to satisfy constraint: Member must have length \
                   less than or equal to 64";
    house.refused("CreateUser", &[("UserName", &long)], 400, "ValidationError", message).await;
}

#[tokio::test]
async fn what_is_no_policys_arn() {
    let house = House::new().await;
    house.create("r").await;
    for arn in ["this-is-not-an-arn-at-all", "arn:aws:iam::aws:role/something"] {
        let message = format!("ARN {arn} is not valid.");
        for (action, given) in [
            ("AttachRolePolicy", vec![("RoleName", "r"), ("PolicyArn", arn)]),
            ("DetachRolePolicy", vec![("RoleName", "r"), ("PolicyArn", arn)]),
            ("GetPolicy", vec![("PolicyArn", arn)]),
            ("DeletePolicy", vec![("PolicyArn", arn)]),
            ("ListEntitiesForPolicy", vec![("PolicyArn", arn)]),
            ("PutRolePermissionsBoundary", vec![("RoleName", "r"), ("PermissionsBoundary", arn)]),
        ] {
            house.refused(action, &given, 400, "InvalidInput", &message).await;
        }
    }
}

#[tokio::test]
async fn trust_policies_have_a_quota() {
    let house = House::new().await;
    let long = TRUST.replace("lambda.amazonaws.com", &format!("{}.amazonaws.com", "a".repeat(2_048)));
    let given = [("RoleName", "r"), ("AssumeRolePolicyDocument", &*long)];
    house
        .refused("CreateRole", &given, 409, "LimitExceeded", "Cannot exceed quota for ACLSizePerRole: 2048")
        .await;
    // White space does not count.
    let wide = TRUST.replace("\":", &format!("\"{}:", " ".repeat(500)));
    house.ok("CreateRole", &[("RoleName", "r"), ("AssumeRolePolicyDocument", &wide)]).await;
}

#[tokio::test]
async fn keys_of_tags_differ_in_more_than_case() {
    let house = House::new().await;
    let twins = [
        ("UserName", "u"),
        ("Tags.member.1.Key", "team"),
        ("Tags.member.1.Value", "a"),
        ("Tags.member.2.Key", "Team"),
        ("Tags.member.2.Value", "b"),
    ];
    let message = "Duplicate tag keys found. Please note that Tag keys are case insensitive.";
    house.refused("CreateUser", &twins, 400, "InvalidInput", message).await;
    house.ok("CreateUser", &twins[..3]).await;
    house.ok("TagUser", &[twins[0], ("Tags.member.1.Key", "TEAM"), ("Tags.member.1.Value", "c")]).await;
    let tags = house.ok("ListUserTags", &twins[..1]).await;
    assert_eq!((text(&tags, "Key"), text(&tags, "Value")), ("TEAM", "c"));
    assert_eq!(tags.matches("<Key>").count(), 1);
}

#[tokio::test]
async fn the_root_user_has_the_accounts_alias_for_a_name() {
    let house = House::new().await;
    let found = house.ok("GetUser", &[]).await;
    assert!(!found.contains("<UserName>") && !found.contains("<Path>"), "{found}");
    assert_eq!(text(&found, "Arn"), "arn:aws:iam::111111111111:root");
    house.ok("CreateAccountAlias", &[("AccountAlias", "ours")]).await;
    assert_eq!(text(&house.ok("GetUser", &[]).await, "UserName"), "ours");
}

#[tokio::test]
async fn roles_of_services() {
    let house = House::new().await;
    let name = "AWSServiceRoleForECS";
    let created = house.ok("CreateServiceLinkedRole", &[("AWSServiceName", "ecs.amazonaws.com")]).await;
    assert_eq!(text(&created, "RoleName"), name);
    assert!(!created.contains("MaxSessionDuration"), "{created}");
    let again =
        format!("Service role name {name} has been taken in this account, please try a different suffix.");
    let ecs = [("AWSServiceName", "ecs.amazonaws.com")];
    house.refused("CreateServiceLinkedRole", &ecs, 400, "InvalidInput", &again).await;
    let suffixed = [ecs[0], ("CustomSuffix", "x")];
    let message = "Custom suffix is not allowed for ecs.amazonaws.com";
    house.refused("CreateServiceLinkedRole", &suffixed, 400, "InvalidInput", message).await;
    let listed = house.ok("ListAttachedRolePolicies", &[("RoleName", name)]).await;
    let arn = "arn:aws:iam::aws:policy/aws-service-role/AmazonECSServiceRolePolicy";
    assert_eq!(text(&listed, "PolicyArn"), arn);

    let role = ("RoleName", name);
    let message = format!(
        "Cannot perform the operation on the protected role '{name}' - this role is only modifiable by AWS"
    );
    for (action, given) in [
        ("DeleteRole", vec![role]),
        ("DetachRolePolicy", vec![role, ("PolicyArn", arn)]),
        ("AttachRolePolicy", vec![role, ("PolicyArn", arn)]),
        ("PutRolePolicy", vec![role, ("PolicyName", "p"), ("PolicyDocument", super::INLINE)]),
        ("DeleteRolePolicy", vec![role, ("PolicyName", "p")]),
        ("UpdateAssumeRolePolicy", vec![role, ("PolicyDocument", TRUST)]),
        ("DeleteRolePermissionsBoundary", vec![role]),
    ] {
        house.refused(action, &given, 400, "UnmodifiableEntity", &message).await;
    }
    let task = house.ok("DeleteServiceLinkedRole", &[role]).await;
    let task = text(&task, "DeletionTaskId");
    assert!(task.starts_with("task/aws-service-role/ecs.amazonaws.com/AWSServiceRoleForECS/"), "{task}");
    let status = house.ok("GetServiceLinkedRoleDeletionStatus", &[("DeletionTaskId", task)]).await;
    assert_eq!(text(&status, "Status"), "SUCCEEDED");
    let gone = format!("The role with name {name} cannot be found.");
    house.refused("DeleteServiceLinkedRole", &[role], 404, "NoSuchEntity", &gone).await;
    house.create("r").await;
    let own = "The role with name r cannot be found.";
    house.refused("DeleteServiceLinkedRole", &[("RoleName", "r")], 404, "NoSuchEntity", own).await;
}

#[tokio::test]
async fn the_accounts_password_policy() {
    let house = House::new().await;
    let none = "The Password Policy with domain name 111111111111 cannot be found.";
    house.refused("GetAccountPasswordPolicy", &[], 404, "NoSuchEntity", none).await;
    house.ok("UpdateAccountPasswordPolicy", &[("MaxPasswordAge", "90"), ("RequireSymbols", "true")]).await;
    let found = house.ok("GetAccountPasswordPolicy", &[]).await;
    assert_eq!(
        (text(&found, "MaxPasswordAge"), text(&found, "ExpirePasswords"), text(&found, "RequireSymbols")),
        ("90", "true", "true")
    );
    // What is not given goes back to its default.
    house.ok("UpdateAccountPasswordPolicy", &[]).await;
    let found = house.ok("GetAccountPasswordPolicy", &[]).await;
    assert_eq!(
        (
            text(&found, "MinimumPasswordLength"),
            text(&found, "ExpirePasswords"),
            text(&found, "RequireSymbols")
        ),
        ("6", "false", "false")
    );
    for absent in ["MaxPasswordAge", "PasswordReusePrevention", "HardExpiry"] {
        assert!(!found.contains(absent), "{found}");
    }
    let short = "1 validation error detected: Value at 'minimumPasswordLength' failed to satisfy constraint: Member must \
                 have value greater than or equal to 6";
    let given = [("MinimumPasswordLength", "5")];
    house.refused("UpdateAccountPasswordPolicy", &given, 400, "ValidationError", short).await;
    house.ok("DeleteAccountPasswordPolicy", &[]).await;
    let gone = "The account policy with name PasswordPolicy cannot be found.";
    house.refused("DeleteAccountPasswordPolicy", &[], 404, "NoSuchEntity", gone).await;
}

/// As a user of the account.
fn user(house_context: CallerKind, name: &str) -> RequestContext {
    let mut context = context(house_context);
    context.caller.arn = format!("arn:aws:iam::111111111111:user/{name}");
    context
}

#[tokio::test]
async fn passwords() {
    let house = House::new().await;
    let ann = ("UserName", "ann");
    house.ok("CreateUser", &[ann]).await;
    let none = "Login Profile for User ann cannot be found.";
    house.refused("GetLoginProfile", &[ann], 404, "NoSuchEntity", none).await;
    house.refused("UpdateLoginProfile", &[ann], 404, "NoSuchEntity", none).await;
    let weak = "Password does not conform to the account password policy.";
    let given = [ann, ("Password", "password")];
    house.refused("CreateLoginProfile", &given, 400, "PasswordPolicyViolation", weak).await;
    let first = [ann, ("Password", "First-1st"), ("PasswordResetRequired", "true")];
    let created = house.ok("CreateLoginProfile", &first).await;
    assert_eq!((text(&created, "UserName"), text(&created, "PasswordResetRequired")), ("ann", "true"));
    let exists = "Login Profile for User ann already exists.";
    house.refused("CreateLoginProfile", &first, 409, "EntityAlreadyExists", exists).await;
    let tied = "Cannot delete entity, must delete login profile first.";
    house.refused("DeleteUser", &[ann], 409, "DeleteConflict", tied).await;

    let change = async |old: &str, new: &str| {
        let given = [("OldPassword", old), ("NewPassword", new)];
        call(&house.iam, user(CallerKind::User, "ann"), "ChangePassword", &given).await
    };
    let error = change("wrong", "Second-2nd").await.unwrap_err();
    assert_eq!((error.status, &*error.code), (403, "AccessDenied"));
    change("First-1st", "Second-2nd").await.unwrap();
    assert_eq!(text(&house.ok("GetLoginProfile", &[ann]).await, "PasswordResetRequired"), "false");
    let error = change("First-1st", "Third-3rd").await.unwrap_err();
    assert_eq!(error.code, "AccessDenied");
    house
        .ok(
            "UpdateAccountPasswordPolicy",
            &[("PasswordReusePrevention", "2"), ("MinimumPasswordLength", "9")],
        )
        .await;
    for (new, fits) in [("short-1A", false), ("Second-2nd", false), ("First-1st", false), ("Third-3rd", true)]
    {
        let changed = change("Second-2nd", new).await;
        assert_eq!(changed.is_ok(), fits, "{new}");
    }
    // The oldest is forgotten.
    change("Third-3rd", "First-1st").await.unwrap();
    let root = [("OldPassword", "a"), ("NewPassword", "b")];
    let message = "Only IAM Users can change their own password";
    house.refused("ChangePassword", &root, 400, "InvalidUserType", message).await;

    // It is his under another name.
    house.ok("UpdateUser", &[ann, ("NewUserName", "eve")]).await;
    house.ok("DeleteLoginProfile", &[("UserName", "eve")]).await;
    house.ok("DeleteUser", &[("UserName", "eve")]).await;
}

/// The codes of a device at some steps from now.
fn codes<const N: usize>(created: &str, now: Timestamp, steps: [i64; N]) -> [String; N] {
    use base64::Engine;
    let seed = text(created, "Base32StringSeed");
    let seed = base64::engine::general_purpose::STANDARD.decode(seed).unwrap();
    let (mut bits, mut held, mut key) = (0, 0_u32, Vec::new());
    for letter in seed {
        let value = b"ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".iter().position(|known| *known == letter).unwrap();
        held = (held << 5 | u32::try_from(value).unwrap()) & 0xfff;
        bits += 5;
        if bits >= 8 {
            bits -= 8;
            key.push(u8::try_from(held >> bits & 0xff).unwrap());
        }
    }
    let key = ring::hmac::Key::new(ring::hmac::HMAC_SHA1_FOR_LEGACY_USE_ONLY, &key);
    steps.map(|step| {
        let tag = ring::hmac::sign(&key, &(now.0 / 30_000 + step).to_be_bytes());
        let at = usize::from(tag.as_ref()[19] & 0xf);
        let word = u32::from_be_bytes(tag.as_ref()[at..at + 4].try_into().unwrap()) & 0x7fff_ffff;
        format!("{:06}", word % 1_000_000)
    })
}

#[tokio::test]
async fn virtual_devices() {
    let house = House::new().await;
    house.ok("CreateUser", &[("UserName", "ann")]).await;
    let named = [
        ("VirtualMFADeviceName", "phone"),
        ("Path", "/x/"),
        ("Tags.member.1.Key", "k"),
        ("Tags.member.1.Value", "v"),
    ];
    let created = house.ok("CreateVirtualMFADevice", &named).await;
    let serial = "arn:aws:iam::111111111111:mfa/x/phone";
    assert_eq!(text(&created, "SerialNumber"), serial);
    let exists = "MFADevice entity at the same path and name already exists.";
    house.refused("CreateVirtualMFADevice", &named, 409, "EntityAlreadyExists", exists).await;
    let now = context(CallerKind::Root).now;
    let [one, two, three] = codes(&created, now, [-1, 0, 1]);
    let device = [("UserName", "ann"), ("SerialNumber", serial)];
    let with = |a, b| [device[0], device[1], ("AuthenticationCode1", a), ("AuthenticationCode2", b)];
    let wrong = "Authentication code for device is not valid.";
    house.refused("EnableMFADevice", &with(&two, &one), 403, "InvalidAuthenticationCode", wrong).await;
    house.refused("EnableMFADevice", &with(&one, &one), 403, "InvalidAuthenticationCode", wrong).await;
    let not_his = "MFA Device invalid for user.";
    house.refused("DeactivateMFADevice", &device, 404, "NoSuchEntity", not_his).await;
    house.ok("EnableMFADevice", &with(&one, &two)).await;
    // No code is taken twice.
    house.refused("ResyncMFADevice", &with(&one, &two), 403, "InvalidAuthenticationCode", wrong).await;

    let listed = house.ok("ListMFADevices", &device[..1]).await;
    assert_eq!((text(&listed, "SerialNumber"), text(&listed, "UserName")), (serial, "ann"));
    for (status, count) in [("Assigned", 1), ("Unassigned", 0), ("Any", 1)] {
        let listed = house.ok("ListVirtualMFADevices", &[("AssignmentStatus", status)]).await;
        assert_eq!(listed.matches("<SerialNumber>").count(), count, "{status}");
        assert!(!listed.contains("Seed"), "{listed}");
    }
    assert_eq!(text(&house.ok("GetMFADevice", &device[1..]).await, "UserName"), "ann");
    assert_eq!(text(&house.ok("ListMFADeviceTags", &device[1..]).await, "Value"), "v");
    house.ok("UntagMFADevice", &[device[1], ("TagKeys.member.1", "k")]).await;
    assert!(!house.ok("ListMFADeviceTags", &device[1..]).await.contains("<Key>"));
    let tied = "Cannot delete entity, must delete MFA device first.";
    house.refused("DeleteUser", &device[..1], 409, "DeleteConflict", tied).await;
    let in_use = "MFA VirtualDevice in use. Must deactivate first.";
    house.refused("DeleteVirtualMFADevice", &device[1..], 409, "DeleteConflict", in_use).await;

    // A session with a second factor.
    let token = async |serial: Option<&str>, code: Option<&str>| {
        let given: Vec<_> = [("SerialNumber", serial), ("TokenCode", code)]
            .into_iter()
            .filter_map(|(name, value)| Some((name, value?)))
            .collect();
        call(&house.sts, user(CallerKind::User, "ann"), "GetSessionToken", &given).await
    };
    for (serial, code, message) in [
        (Some(serial), None, "must provide both MFA serial number and one time pass code."),
        (None, Some(&*three), "must provide both MFA serial number and one time pass code."),
        (Some("arn:aws:iam::111111111111:mfa/none"), Some(&*three), "unable to validate MFA code."),
        (Some(serial), Some("000000"), "invalid MFA one time pass code."),
        (Some(serial), Some(&*two), "invalid MFA one time pass code."),
    ] {
        let error = token(serial, code).await.unwrap_err();
        assert_eq!((error.status, &*error.code), (403, "AccessDenied"));
        assert!(error.message.contains(message), "{}", error.message);
    }
    let answer = token(Some(serial), Some(&three)).await.unwrap();
    let opened = house.tokens.open(text(&answer, "AccessKeyId"), text(&answer, "SessionToken")).unwrap();
    let facts = opened.caller.session.clone().unwrap();
    assert!(facts.mfa);
    assert_eq!(facts.mfa_age(Timestamp(now.0 + 61_500)), Some(61));
    assert!(token(Some(serial), Some(&three)).await.is_err());
    let without = token(None, None).await.unwrap();
    let opened = house.tokens.open(text(&without, "AccessKeyId"), text(&without, "SessionToken")).unwrap();
    assert!(!opened.caller.session.clone().unwrap().mfa);

    house.ok("DeactivateMFADevice", &device).await;
    house.ok("DeleteVirtualMFADevice", &device[1..]).await;
    let gone = format!("VirtualMFADevice with serial number {serial} doesn't exist.");
    house.refused("DeleteVirtualMFADevice", &device[1..], 404, "NoSuchEntity", &gone).await;
    house.ok("DeleteUser", &device[..1]).await;
}

#[tokio::test]
async fn saml_providers() {
    let house = House::new().await;
    let document = |extra: &str| {
        format!(
            "<EntityDescriptor xmlns=\"urn:x\" {extra}><IDPSSODescriptor/><!-- {} --></EntityDescriptor>",
            "x".repeat(1_000)
        )
    };
    let (first, second) = (document(""), document("validUntil='2030-01-01T00:00:00Z'"));
    let given = [("Name", "idp"), ("SAMLMetadataDocument", &*first)];
    let created = house.ok("CreateSAMLProvider", &given).await;
    let arn = "arn:aws:iam::111111111111:saml-provider/idp";
    assert_eq!(text(&created, "SAMLProviderArn"), arn);
    let exists = "Provider with name idp already exists.";
    house.refused("CreateSAMLProvider", &given, 409, "EntityAlreadyExists", exists).await;
    let nonsense = "x".repeat(1_000);
    let broken = [("Name", "other"), ("SAMLMetadataDocument", &*nonsense)];
    house.refused("CreateSAMLProvider", &broken, 400, "InvalidInput", "Could not parse metadata").await;
    let found = house.ok("GetSAMLProvider", &[("SAMLProviderArn", arn)]).await;
    assert_eq!(text(&found, "ValidUntil"), "2126-10-31T18:22:01Z");
    house.ok("UpdateSAMLProvider", &[("SAMLProviderArn", arn), ("SAMLMetadataDocument", &second)]).await;
    let found = house.ok("GetSAMLProvider", &[("SAMLProviderArn", arn)]).await;
    assert_eq!(text(&found, "ValidUntil"), "2030-01-01T00:00:00Z");
    house
        .ok(
            "TagSAMLProvider",
            &[("SAMLProviderArn", arn), ("Tags.member.1.Key", "k"), ("Tags.member.1.Value", "v")],
        )
        .await;
    assert_eq!(text(&house.ok("ListSAMLProviderTags", &[("SAMLProviderArn", arn)]).await, "Value"), "v");
    assert_eq!(text(&house.ok("ListSAMLProviders", &[]).await, "Arn"), arn);
    house.ok("DeleteSAMLProvider", &[("SAMLProviderArn", arn)]).await;
    let gone = format!("Manifest not found for arn {arn}");
    house.refused("GetSAMLProvider", &[("SAMLProviderArn", arn)], 404, "NoSuchEntity", &gone).await;
}

/// A certificate of its own signer, and its key.
fn certificate() -> (String, String) {
    let key = rcgen::KeyPair::generate().unwrap();
    let params = rcgen::CertificateParams::new(vec!["example.com".to_owned()]).unwrap();
    (params.self_signed(&key).unwrap().pem(), key.serialize_pem())
}

#[tokio::test]
async fn server_certificates() {
    let house = House::new().await;
    let ((body, key), (_, other)) = (certificate(), certificate());
    let name = ("ServerCertificateName", "c");
    let with = |body, key| [name, ("Path", "/x/"), ("CertificateBody", body), ("PrivateKey", key)];
    let message = "Unable to parse certificate. Please ensure the certificate is in PEM format.";
    house.refused("UploadServerCertificate", &with("no", &key), 400, "MalformedCertificate", message).await;
    let message = "The private key does not match the public key of the certificate.";
    house.refused("UploadServerCertificate", &with(&body, &other), 400, "KeyPairMismatch", message).await;
    let created = house.ok("UploadServerCertificate", &with(&body, &key)).await;
    assert_eq!(text(&created, "Arn"), "arn:aws:iam::111111111111:server-certificate/x/c");
    assert!(text(&created, "ServerCertificateId").starts_with("ASCA"));
    let exists = "The Server Certificate with name c already exists.";
    house.refused("UploadServerCertificate", &with(&body, &key), 409, "EntityAlreadyExists", exists).await;
    house.ok("TagServerCertificate", &[name, ("Tags.member.1.Key", "k"), ("Tags.member.1.Value", "v")]).await;
    assert_eq!(text(&house.ok("ListServerCertificateTags", &[name]).await, "Value"), "v");
    let found = house.ok("GetServerCertificate", &[name]).await;
    assert_eq!(text(&found, "CertificateBody").trim(), body.replace("\r\n", "\n").trim());
    assert!(!found.contains("PRIVATE"));
    house.ok("UpdateServerCertificate", &[name, ("NewServerCertificateName", "d"), ("NewPath", "/")]).await;
    let listed = house.ok("ListServerCertificates", &[("PathPrefix", "/")]).await;
    assert_eq!(text(&listed, "Arn"), "arn:aws:iam::111111111111:server-certificate/d");
    let gone = "The Server Certificate with name c cannot be found.";
    house.refused("DeleteServerCertificate", &[name], 404, "NoSuchEntity", gone).await;
    house.ok("DeleteServerCertificate", &[("ServerCertificateName", "d")]).await;
}

#[tokio::test]
async fn certificates_and_credentials_of_a_user() {
    let house = House::new().await;
    let ann = ("UserName", "ann");
    house.ok("CreateUser", &[ann]).await;
    let bodies = [certificate().0, certificate().0, certificate().0];
    let mut ids = Vec::new();
    for body in &bodies[..2] {
        let made = house.ok("UploadSigningCertificate", &[ann, ("CertificateBody", body)]).await;
        ids.push(text(&made, "CertificateId").to_owned());
    }
    let again = [ann, ("CertificateBody", &*bodies[0])];
    assert_eq!(
        house.call("UploadSigningCertificate", &again).await.unwrap_err().code,
        "DuplicateCertificate"
    );
    let third = [ann, ("CertificateBody", &*bodies[2])];
    let quota = "Cannot exceed quota for CertificatesPerUser: 2";
    house.refused("UploadSigningCertificate", &third, 409, "LimitExceeded", quota).await;
    let tied = "Cannot delete entity, must delete signing certificates first.";
    house.refused("DeleteUser", &[ann], 409, "DeleteConflict", tied).await;
    house.ok("UpdateSigningCertificate", &[ann, ("CertificateId", &ids[0]), ("Status", "Inactive")]).await;
    let listed = house.ok("ListSigningCertificates", &[ann]).await;
    assert_eq!(listed.matches("<Status>Inactive</Status>").count(), 1);
    for id in &ids {
        house.ok("DeleteSigningCertificate", &[ann, ("CertificateId", id)]).await;
    }

    let commit = ("ServiceName", "codecommit.amazonaws.com");
    let unknown = "No such service x.amazonaws.com is supported for Service Specific Credentials";
    let given = [ann, ("ServiceName", "x.amazonaws.com")];
    house.refused("CreateServiceSpecificCredential", &given, 404, "NoSuchEntity", unknown).await;
    let made = house.ok("CreateServiceSpecificCredential", &[ann, commit]).await;
    assert_eq!(text(&made, "ServiceUserName"), "ann-at-111111111111");
    let id = text(&made, "ServiceSpecificCredentialId");
    assert!(id.starts_with("ACCA") && id.len() == 21);
    house.ok("CreateServiceSpecificCredential", &[ann, commit]).await;
    let quota = "Cannot exceed quota for ServiceSpecificCredentialsPerUser: 2";
    house.refused("CreateServiceSpecificCredential", &[ann, commit], 409, "LimitExceeded", quota).await;
    let which = ("ServiceSpecificCredentialId", id);
    let reset = house.ok("ResetServiceSpecificCredential", &[ann, which]).await;
    assert_ne!(text(&reset, "ServicePassword"), text(&made, "ServicePassword"));
    house.ok("UpdateServiceSpecificCredential", &[ann, which, ("Status", "Inactive")]).await;
    let listed = house.ok("ListServiceSpecificCredentials", &[ann]).await;
    assert!(!listed.contains("ServicePassword") && listed.contains("<Status>Inactive</Status>"), "{listed}");
    house.ok("DeleteServiceSpecificCredential", &[ann, which]).await;
    let gone = format!("No such credential {id} exists");
    house.refused("DeleteServiceSpecificCredential", &[ann, which], 404, "NoSuchEntity", &gone).await;
    let tied = "Cannot delete entity, must remove referenced objects first.";
    house.refused("DeleteUser", &[ann], 409, "DeleteConflict", tied).await;
}

#[tokio::test]
async fn the_report_on_credentials() {
    use base64::Engine;
    let house = House::new().await;
    house.ok("CreateUser", &[("UserName", "ann")]).await;
    house.ok("CreateAccessKey", &[("UserName", "ann")]).await;
    assert_eq!(house.call("GetCredentialReport", &[]).await.unwrap_err().code, "ReportNotPresent");
    assert_eq!(text(&house.ok("GenerateCredentialReport", &[]).await, "State"), "STARTED");
    assert_eq!(text(&house.ok("GenerateCredentialReport", &[]).await, "State"), "COMPLETE");
    let found = house.ok("GetCredentialReport", &[]).await;
    let report = base64::engine::general_purpose::STANDARD.decode(text(&found, "Content")).unwrap();
    let report = String::from_utf8(report).unwrap();
    let rows: Vec<Vec<&str>> = report.lines().map(|line| line.split(',').collect()).collect();
    assert!(rows.iter().all(|row| row.len() == 22), "{report}");
    assert_eq!((rows.len(), rows[1][0], rows[2][0]), (3, "<root_account>", "ann"));
    assert_eq!(rows[2][8..10], ["true", "2026-11-24T18:22:01+00:00"]);
    assert_eq!(rows[2][13], "false");
    let mut late = context(CallerKind::Root);
    late.now = Timestamp(late.now.0 + 5 * 3_600_000);
    let error = call(&house.iam, late, "GetCredentialReport", &[]).await.unwrap_err();
    assert_eq!((error.status, &*error.code), (410, "ReportExpired"));
}
