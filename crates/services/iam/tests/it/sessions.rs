//! Users' keys and STS: what memory knows, what a session is of, what time does.

use super::{ACCOUNT, House, call, context, text};
use aws_wire::{ApiError, Caller, CallerKind, Conditions, RequestContext};
use domain::Timestamp;
use std::sync::Arc;

impl House {
    /// A user, and the context of a request of hers.
    async fn user(&self, name: &str) -> (String, RequestContext) {
        self.ok("CreateUser", &[("UserName", name)]).await;
        let made = self.ok("CreateAccessKey", &[("UserName", name)]).await;
        let id = text(&made, "AccessKeyId").to_owned();
        let known = self.keys.find(&id).unwrap();
        assert_eq!(known.secret, text(&made, "SecretAccessKey"));
        (id, RequestContext { caller: known.caller.clone(), ..context(CallerKind::User) })
    }

    async fn sts(
        &self,
        of: &RequestContext,
        action: &str,
        given: &[(&str, &str)],
    ) -> Result<String, ApiError> {
        call(&self.sts, of.clone(), action, given).await
    }

    /// Who has credentials that were answered.
    fn bearer(&self, answer: &str) -> Caller {
        let opened = self.tokens.open(text(answer, "AccessKeyId"), text(answer, "SessionToken")).unwrap();
        assert_eq!(opened.secret, text(answer, "SecretAccessKey"));
        opened.caller.clone()
    }

    async fn role(&self, name: &str, principal: &str, more: &[(&str, &str)]) -> String {
        let trust = format!(
            r#"{{"Version":"2012-10-17","Statement":{{"Effect":"Allow","Principal":{{"AWS":"{principal}"}},"Action":"sts:*"}}}}"#
        );
        let given = [&[("RoleName", name), ("AssumeRolePolicyDocument", trust.as_str())], more].concat();
        text(&self.ok("CreateRole", &given).await, "Arn").to_owned()
    }
}

#[tokio::test]
async fn keys_in_memory_are_as_those_that_are_kept() {
    let house = House::new().await;
    let (id, ann) = house.user("ann").await;
    assert_eq!(ann.caller.arn, format!("arn:aws:iam::{ACCOUNT}:user/ann"));
    assert!(!format!("{:?}", house.keys.find(&id)).contains(&house.keys.find(&id).unwrap().secret));
    let key = [("UserName", "ann"), ("AccessKeyId", id.as_str())];
    house.ok("UpdateAccessKey", &[key[0], key[1], ("Status", "Inactive")]).await;
    assert!(house.keys.find(&id).is_none());
    house.ok("UpdateAccessKey", &[key[0], key[1], ("Status", "Active")]).await;
    house.ok("UpdateUser", &[("UserName", "ann"), ("NewUserName", "eve")]).await;
    assert_eq!(house.keys.find(&id).unwrap().caller.arn, format!("arn:aws:iam::{ACCOUNT}:user/eve"));
    house.ok("DeleteAccessKey", &[("UserName", "eve"), key[1]]).await;
    assert!(house.keys.find(&id).is_none());
    // Whoever has a key needs no name for what is his.
    let (id, bob) = house.user("bob").await;
    let listed = call(&house.iam, bob.clone(), "ListAccessKeys", &[]).await.unwrap();
    assert_eq!(text(&listed, "AccessKeyId"), id);
    assert_eq!(text(&call(&house.iam, bob, "GetUser", &[]).await.unwrap(), "UserName"), "bob");
}

#[tokio::test]
async fn a_session_says_what_it_is_of() {
    let house = House::new().await;
    let (_, ann) = house.user("ann").await;
    let role = house.role("r", &ann.caller.arn, &[("Path", "/x/")]).await;
    let asked = [
        ("RoleArn", role.as_str()),
        ("RoleSessionName", "ss"),
        ("SourceIdentity", "ann"),
        ("Tags.member.1.Key", "team"),
        ("Tags.member.1.Value", "a"),
        ("TransitiveTagKeys.member.1", "team"),
        ("PolicyArns.member.1.arn", "arn:aws:iam::aws:policy/ReadOnlyAccess"),
    ];
    let session = house.bearer(&house.sts(&ann, "AssumeRole", &asked).await.unwrap());
    let facts = session.session.as_deref().unwrap();
    assert_eq!(
        (session.kind, facts.role.as_deref(), facts.chained),
        (CallerKind::RoleSession, Some(role.as_str()), false)
    );
    assert_eq!(facts.source_identity.as_deref(), Some("ann"));
    assert_eq!((facts.tags["team"].as_str(), facts.transitive_tags.contains("team")), ("a", true));
    assert_eq!(facts.policy_arns, ["arn:aws:iam::aws:policy/ReadOnlyAccess"]);
    assert_eq!((facts.issued, facts.expires), (ann.now, Timestamp(ann.now.0 + 3_600_000)));

    // What goes on along a chain, and what does not.
    let second = house.role("second", &role, &[]).await;
    let chained = RequestContext { caller: session, ..ann.clone() };
    let denied = house.sts(&chained, "AssumeRole", &[("RoleArn", &second), ("RoleSessionName", "tt")]).await;
    assert_eq!(denied.unwrap_err().code, "AccessDenied", "its session policy does not allow it");
    let asked = &asked[..6];
    let session = house.bearer(&house.sts(&ann, "AssumeRole", asked).await.unwrap());
    let chained = RequestContext { caller: session, ..ann.clone() };
    let answer = house.sts(&chained, "AssumeRole", &[("RoleArn", &second), ("RoleSessionName", "tt")]).await;
    // The role is named, and so may do what its session policies, of which there are none, do not keep from it.
    let next = house.bearer(&answer.unwrap());
    let facts = next.session.as_deref().unwrap();
    assert_eq!((facts.chained, facts.source_identity.as_deref()), (true, Some("ann")));
    assert_eq!(facts.tags["team"], "a");
    let other = [("RoleArn", second.as_str()), ("RoleSessionName", "tt"), ("SourceIdentity", "bob")];
    assert_eq!(house.sts(&chained, "AssumeRole", &other).await.unwrap_err().code, "AccessDenied");
}

/// What the gateway says of a request and its caller, what the operation says itself, and what is kept of the role.
#[tokio::test]
async fn a_trust_policy_may_ask_about_everything() {
    let house = House::new().await;
    let (_, ann) = house.user("ann").await;
    let pair = |(key, value): &(&str, &str)| ((*key).to_owned(), vec![(*value).to_owned()]);
    let ann = RequestContext {
        conditions: Conditions {
            request: [("aws:sourceip", "10.1.2.3"), ("aws:securetransport", "true")]
                .iter()
                .map(pair)
                .collect(),
            caller: [("aws:principaltag/team", "blue")].iter().map(pair).collect(),
        },
        ..ann
    };
    let asked = [
        ("RoleSessionName", "job-1"),
        ("ExternalId", "xx"),
        ("SourceIdentity", "ann"),
        ("DurationSeconds", "900"),
        ("Tags.member.1.Key", "cost"),
        ("Tags.member.1.Value", "1"),
        ("TransitiveTagKeys.member.1", "cost"),
    ];
    for (n, (condition, may)) in [
        (r#""IpAddress":{"aws:SourceIp":"10.0.0.0/8"}"#, true),
        (r#""IpAddress":{"aws:SourceIp":"192.168.0.0/16"}"#, false),
        (r#""Bool":{"aws:SecureTransport":"true"}"#, true),
        (r#""StringEquals":{"aws:PrincipalTag/team":"blue"}"#, true),
        (r#""StringEquals":{"aws:PrincipalTag/team":"${aws:ResourceTag/team}"}"#, true),
        (r#""StringEquals":{"aws:ResourceTag/team":"red"}"#, false),
        (r#""StringEquals":{"iam:ResourceTag/team":"blue"}"#, true),
        (r#""StringEquals":{"aws:RequestTag/cost":"1"}"#, true),
        (r#""StringEquals":{"aws:RequestTag/cost":"2"}"#, false),
        (r#""ForAllValues:StringEquals":{"aws:TagKeys":["cost"]}"#, true),
        (r#""ForAnyValue:StringEquals":{"aws:TagKeys":["other"]}"#, false),
        (r#""ForAnyValue:StringEquals":{"sts:TransitiveTagKeys":["cost"]}"#, true),
        (r#""StringEquals":{"sts:ExternalId":"xx","sts:SourceIdentity":"ann"}"#, true),
        (r#""StringLike":{"sts:RoleSessionName":"job-*"}"#, true),
        (r#""NumericLessThanEquals":{"sts:DurationSeconds":"900"}"#, true),
        (r#""StringEquals":{"aws:ResourceAccount":"000000000001"}"#, false),
        (r#""StringEquals":{"aws:SourceVpc":"vpc-1"}"#, false),
    ]
    .into_iter()
    .enumerate()
    {
        let trust = format!(
            r#"{{"Version":"2012-10-17","Statement":{{"Effect":"Allow","Principal":{{"AWS":"{}"}},"Action":"sts:*","Condition":{{{condition}}}}}}}"#,
            ann.caller.arn
        );
        let name = format!("r{n}");
        let given = [
            ("RoleName", name.as_str()),
            ("AssumeRolePolicyDocument", trust.as_str()),
            ("Tags.member.1.Key", "team"),
            ("Tags.member.1.Value", "blue"),
        ];
        let role = text(&house.ok("CreateRole", &given).await, "Arn").to_owned();
        let given = [&[("RoleArn", role.as_str())], &asked[..]].concat();
        let said = house.sts(&ann, "AssumeRole", &given).await;
        assert_eq!(said.as_ref().map_err(|error| error.code.as_str()).is_ok(), may, "{condition}: {said:?}");
        // Nobody's own right does for what a trust policy does not let in.
        if let Err(error) = said {
            assert_eq!((error.status, error.code.as_str()), (403, "AccessDenied"), "{condition}");
        }
    }
}

#[tokio::test]
async fn what_a_token_of_a_provider_needs() {
    let house = House::new().await;
    let role = house.role("r", "*", &[]).await;
    let nobody = context(CallerKind::Anonymous);
    let ask = async |token: &str| {
        let given = [("RoleArn", role.as_str()), ("RoleSessionName", "ss"), ("WebIdentityToken", token)];
        house.sts(&nobody, "AssumeRoleWithWebIdentity", &given).await.unwrap_err()
    };
    let issuer = "eyJpc3MiOiJodHRwczovL2lkLmV4YW1wbGUuY29tIn0";
    let token = format!("eyJhbGciOiJFUzI1NiJ9.{issuer}.AAAA");
    assert_eq!(
        ask(&token).await.message,
        "No OpenIDConnect provider found in your account for https://id.example.com"
    );
    house.ok("CreateOpenIDConnectProvider", &[("Url", "https://id.example.com")]).await;
    let error = ask(&token).await;
    assert_eq!((error.status, error.code.as_str()), (400, "InvalidIdentityToken"));
    assert!(error.message.starts_with("Couldn't retrieve verification key"), "{}", error.message);
    assert!(ask("a.b.c").await.message.contains("not a valid JWT"));
}

#[tokio::test]
async fn sessions_make_no_sessions_of_users() {
    let house = House::new().await;
    let (_, ann) = house.user("ann").await;
    let own = house.bearer(&house.sts(&ann, "GetSessionToken", &[("DurationSeconds", "900")]).await.unwrap());
    assert_eq!((own.kind, own.arn.as_str()), (CallerKind::User, ann.caller.arn.as_str()));
    assert_eq!(own.session.as_ref().map(|facts| facts.expires), Some(Timestamp(ann.now.0 + 900_000)));
    let again = RequestContext { caller: own, ..ann.clone() };
    for action in ["GetSessionToken", "GetFederationToken"] {
        let error = house.sts(&again, action, &[("Name", "guest")]).await.unwrap_err();
        assert_eq!(error.message, format!("Cannot call {action} with session credentials"));
    }
    let root = context(CallerKind::Root);
    let long = house.sts(&root, "GetSessionToken", &[("DurationSeconds", "3601")]).await.unwrap_err();
    assert_eq!(long.code, "InvalidParameterValue");
    let guest = house.bearer(&house.sts(&ann, "GetFederationToken", &[("Name", "guest")]).await.unwrap());
    assert_eq!((guest.kind, guest.user_id), (CallerKind::FederatedUser, format!("{ACCOUNT}:guest")));
    let facts = guest.session.unwrap();
    assert_eq!(
        (facts.made_by.as_deref(), facts.made_by_id.as_deref()),
        (Some(ann.caller.arn.as_str()), Some(ann.caller.user_id.as_str()))
    );
    assert!(Arc::strong_count(&house.keys) >= 1);
}
