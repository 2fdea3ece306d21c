"""Temporary credentials: roles that users assume, sessions of users, and roles for tokens of an identity provider."""

import datetime
import json

import pytest
from botocore.exceptions import ClientError
from cryptography.hazmat.primitives.asymmetric import rsa

from harness import clients
from harness.functions import name_of
from harness.issuer import Issuer

ACCOUNT = "000000000000"


def policy(*statements):
    return json.dumps({"Version": "2012-10-17", "Statement": list(statements)})


def trust(principal, action="sts:AssumeRole", **condition):
    statement = {"Effect": "Allow", "Principal": principal, "Action": action}
    return policy(statement | ({"Condition": condition} if condition else {}))


def refused(code, call, **arguments):
    """The message of a call that must fail so."""
    with pytest.raises(ClientError) as error:
        call(**arguments)
    assert error.value.response["Error"]["Code"] == code, error.value
    return error.value.response["Error"]["Message"]


@pytest.fixture(scope="module")
def iam(server):
    return clients.client(server, "iam")


@pytest.fixture(scope="module")
def ann(server, iam):
    """A user: name, ARN, and STS with her key."""
    name = name_of("ann")
    arn = iam.create_user(UserName=name, Path="/p/")["User"]["Arn"]
    key = iam.create_access_key(UserName=name)["AccessKey"]
    yield name, arn, clients.as_somebody(server, "sts", key)
    for listed in iam.list_user_policies(UserName=name)["PolicyNames"]:
        iam.delete_user_policy(UserName=name, PolicyName=listed)
    iam.delete_access_key(UserName=name, AccessKeyId=key["AccessKeyId"])
    iam.delete_user(UserName=name)


def role_for(iam, document, **more):
    name = name_of("role")
    return iam.create_role(RoleName=name, AssumeRolePolicyDocument=document, Path="/r/", **more)["Role"]


def test_a_role_is_assumed(server, iam, ann):
    name, arn, sts = ann
    role = role_for(iam, trust({"AWS": arn}))
    assumed = sts.assume_role(RoleArn=role["Arn"], RoleSessionName="ss")
    credentials, user = assumed["Credentials"], assumed["AssumedRoleUser"]
    assert credentials["AccessKeyId"].startswith("ASIA") and "PackedPolicySize" not in assumed
    assert user == {
        "AssumedRoleId": f"{role['RoleId']}:ss",
        "Arn": f"arn:aws:sts::{ACCOUNT}:assumed-role/{role['RoleName']}/ss",
    }
    left = credentials["Expiration"] - datetime.datetime.now(datetime.timezone.utc)
    assert datetime.timedelta(minutes=58) < left <= datetime.timedelta(hours=1)
    who = clients.as_somebody(server, "sts", credentials).get_caller_identity()
    assert (who["Arn"], who["UserId"], who["Account"]) == (user["Arn"], user["AssumedRoleId"], ACCOUNT)
    for wrong in (
        {"SessionToken": credentials["SessionToken"][:-8] + "AAAAAAA="},
        {"SessionToken": None},
        {"AccessKeyId": "ASIA" + "A" * 16},
    ):
        assert refused("InvalidClientTokenId", clients.as_somebody(server, "sts", credentials | wrong).get_caller_identity)
    wrong = credentials | {"SecretAccessKey": "x" * 40}
    assert refused("SignatureDoesNotMatch", clients.as_somebody(server, "sts", wrong).get_caller_identity)


def test_who_may_assume(server, iam, ann):
    name, arn, sts = ann
    theirs = role_for(iam, trust({"AWS": f"arn:aws:iam::{ACCOUNT}:root"}))["Arn"]
    message = f"User: {arn} is not authorized to perform: sts:AssumeRole on resource: {theirs}"
    assert refused("AccessDenied", sts.assume_role, RoleArn=theirs, RoleSessionName="ss") == message
    # The account hands it to its administrators.
    allow = {"Effect": "Allow", "Action": "sts:AssumeRole", "Resource": theirs}
    iam.put_user_policy(UserName=name, PolicyName="assume", PolicyDocument=policy(allow))
    sts.assume_role(RoleArn=theirs, RoleSessionName="ss")
    deny = {"Effect": "Deny", "Action": "sts:*", "Resource": "*"}
    iam.put_user_policy(UserName=name, PolicyName="never", PolicyDocument=policy(deny))
    assert refused("AccessDenied", sts.assume_role, RoleArn=theirs, RoleSessionName="ss") == (
        f"{message} with an explicit deny in an identity-based policy"
    )
    iam.delete_user_policy(UserName=name, PolicyName="never")

    nobody = role_for(iam, trust({"Service": "lambda.amazonaws.com"}))["Arn"]
    assert refused("AccessDenied", sts.assume_role, RoleArn=nobody, RoleSessionName="ss")
    missing = f"arn:aws:iam::{ACCOUNT}:role/r/none"
    assert refused("AccessDenied", sts.assume_role, RoleArn=missing, RoleSessionName="ss")
    root = clients.client(server, "sts")
    message = refused("AccessDenied", root.assume_role, RoleArn=theirs, RoleSessionName="ss")
    assert message == "Roles may not be assumed by root accounts."


def test_what_a_trust_policy_asks(server, iam, ann):
    _, arn, sts = ann
    strict = trust({"AWS": arn}, StringEquals={"sts:ExternalId": "xx"}, StringLike={"sts:RoleSessionName": "job-*"})
    role = role_for(iam, strict)["Arn"]
    sts.assume_role(RoleArn=role, RoleSessionName="job-1", ExternalId="xx")
    for wrong in ({"ExternalId": "yy"}, {}, {"ExternalId": "xx", "RoleSessionName": "other"}):
        assert refused("AccessDenied", sts.assume_role, **{"RoleArn": role, "RoleSessionName": "job-1"} | wrong)


def test_a_trust_policy_knows_the_request_and_the_role(server, iam, ann):
    name, arn, sts = ann
    iam.tag_user(UserName=name, Tags=[{"Key": "team", "Value": "blue"}])
    own = {"Tags": [{"Key": "team", "Value": "blue"}]}
    agent = sts.meta.config.user_agent.split("/")[0]
    for condition, may in [
        ({"IpAddress": {"aws:SourceIp": "127.0.0.0/8"}}, True),
        ({"IpAddress": {"aws:SourceIp": "10.0.0.0/8"}}, False),
        ({"Bool": {"aws:SecureTransport": "true"}}, False),
        ({"StringLike": {"aws:UserAgent": f"{agent}/*"}}, True),
        ({"DateGreaterThan": {"aws:CurrentTime": "2020-01-01T00:00:00Z"}}, True),
        ({"StringEquals": {"aws:PrincipalTag/team": "${aws:ResourceTag/team}"}}, True),
        ({"StringEquals": {"aws:ResourceTag/team": "red"}}, False),
        ({"StringEquals": {"aws:username": name}}, True),
    ]:
        role = role_for(iam, trust({"AWS": arn}, **condition), **own)
        if may:
            sts.assume_role(RoleArn=role["Arn"], RoleSessionName="ss")
        else:
            assert refused("AccessDenied", sts.assume_role, RoleArn=role["Arn"], RoleSessionName="ss"), condition


def test_sessions_of_users_ask_neither_iam_nor_most_of_sts(server, iam, ann):
    name, arn, sts = ann
    grant = {"Effect": "Allow", "Action": "*", "Resource": "*"}
    iam.put_user_policy(UserName=name, PolicyName="all", PolicyDocument=policy(grant))
    own = sts.get_session_token()["Credentials"]
    guest = sts.get_federation_token(Name="guest", Policy=policy(grant))["Credentials"]
    for credentials, sort in [(own, "session"), (guest, "federation token")]:
        message = refused("InvalidClientTokenId", clients.as_somebody(server, "iam", credentials).list_users)
        assert message == "The security token included in the request is invalid."
        limited = clients.as_somebody(server, "sts", credentials)
        message = refused("AccessDenied", limited.get_session_token)
        assert message == f"Cannot call GetSessionToken with {sort} credentials"
        assert limited.get_caller_identity()["Account"] == ACCOUNT
        clients.as_somebody(server, "lambda", credentials).list_functions()
    role = role_for(iam, trust({"AWS": arn}))["Arn"]
    clients.as_somebody(server, "sts", own).assume_role(RoleArn=role, RoleSessionName="ss")
    assert refused("AccessDenied", clients.as_somebody(server, "sts", guest).assume_role, RoleArn=role, RoleSessionName="ss")
    iam.delete_user_policy(UserName=name, PolicyName="all")


def test_tags_and_source_identity(server, iam, ann):
    _, arn, sts = ann
    plain = role_for(iam, trust({"AWS": arn}))["Arn"]
    tags = [{"Key": "team", "Value": "a"}, {"Key": "cost", "Value": "1"}]
    message = refused("AccessDenied", sts.assume_role, RoleArn=plain, RoleSessionName="ss", Tags=tags)
    assert message == f"User: {arn} is not authorized to perform: sts:TagSession on resource: {plain}"
    message = refused("AccessDenied", sts.assume_role, RoleArn=plain, RoleSessionName="ss", SourceIdentity="ann")
    assert message == f"User: {arn} is not authorized to perform: sts:SetSourceIdentity on resource: {plain}"

    actions = ["sts:AssumeRole", "sts:TagSession", "sts:SetSourceIdentity"]
    first = role_for(iam, trust({"AWS": arn}, actions, StringEquals={"aws:RequestTag/team": "a"}))
    assumed = sts.assume_role(
        RoleArn=first["Arn"], RoleSessionName="ss", Tags=tags, TransitiveTagKeys=["team"], SourceIdentity="ann"
    )
    assert assumed["SourceIdentity"] == "ann" and 0 < assumed["PackedPolicySize"] < 100
    chained = clients.as_somebody(server, "sts", assumed["Credentials"])
    # The tag and the source identity are there in the next role of the chain, the other tag is not.
    asks = {"StringEquals": {"aws:PrincipalTag/team": "a", "aws:SourceIdentity": "ann"}}
    second = role_for(iam, trust({"AWS": first["Arn"]}, actions, **asks), MaxSessionDuration=43200)
    grant = {"Effect": "Allow", "Action": "sts:*", "Resource": "*"}
    iam.put_role_policy(RoleName=first["RoleName"], PolicyName="chain", PolicyDocument=policy(grant))
    again = chained.assume_role(RoleArn=second["Arn"], RoleSessionName="tt")
    assert again["SourceIdentity"] == "ann"
    third_asks = {"StringEquals": {"aws:PrincipalTag/team": "a"}, "Null": {"aws:PrincipalTag/cost": "true"}}
    third = role_for(iam, trust({"AWS": second["Arn"]}, actions, **third_asks))
    iam.put_role_policy(RoleName=second["RoleName"], PolicyName="chain", PolicyDocument=policy(grant))
    clients.as_somebody(server, "sts", again["Credentials"]).assume_role(RoleArn=third["Arn"], RoleSessionName="uu")
    message = refused(
        "ValidationError", chained.assume_role, RoleArn=second["Arn"], RoleSessionName="tt", DurationSeconds=3601
    )
    assert "1 hour session limit for roles assumed by role chaining" in message
    refused(
        "InvalidParameterValue",
        chained.assume_role,
        RoleArn=second["Arn"],
        RoleSessionName="tt",
        Tags=[{"Key": "team", "Value": "b"}],
    )
    # A role that is made anew is another one: sessions of the former have none of its rights.
    iam.delete_role_policy(RoleName=first["RoleName"], PolicyName="chain")
    iam.delete_role(RoleName=first["RoleName"])
    iam.create_role(RoleName=first["RoleName"], Path="/r/", AssumeRolePolicyDocument=trust({"AWS": arn}))
    iam.put_role_policy(RoleName=first["RoleName"], PolicyName="chain", PolicyDocument=policy(grant))
    other = role_for(iam, trust({"AWS": f"arn:aws:iam::{ACCOUNT}:root"}, actions))["Arn"]
    assert refused("AccessDenied", chained.assume_role, RoleArn=other, RoleSessionName="tt")


def test_lengths_and_session_policies(server, iam, ann):
    _, arn, sts = ann
    role = role_for(iam, trust({"AWS": arn}), MaxSessionDuration=7200)["Arn"]
    assumed = sts.assume_role(RoleArn=role, RoleSessionName="ss", DurationSeconds=7200)
    left = assumed["Credentials"]["Expiration"] - datetime.datetime.now(datetime.timezone.utc)
    assert left > datetime.timedelta(minutes=110)
    message = refused("ValidationError", sts.assume_role, RoleArn=role, RoleSessionName="ss", DurationSeconds=7201)
    assert message == "The requested DurationSeconds exceeds the MaxSessionDuration set for this role."
    one = policy({"Effect": "Allow", "Action": "s3:*", "Resource": "*"})
    arns = [{"arn": "arn:aws:iam::aws:policy/ReadOnlyAccess"}]
    limited = sts.assume_role(RoleArn=role, RoleSessionName="ss", Policy=one, PolicyArns=arns)
    assert 0 < limited["PackedPolicySize"] <= 100
    # A session policy limits what its session may assume.
    grant = {"Effect": "Allow", "Action": "sts:*", "Resource": "*"}
    iam.put_role_policy(RoleName=role.split("/")[-1], PolicyName="p", PolicyDocument=policy(grant))
    target = role_for(iam, trust({"AWS": f"arn:aws:iam::{ACCOUNT}:root"}))["Arn"]
    limited = clients.as_somebody(server, "sts", limited["Credentials"])
    assert refused("AccessDenied", limited.assume_role, RoleArn=target, RoleSessionName="tt")
    clients.as_somebody(server, "sts", assumed["Credentials"]).assume_role(RoleArn=target, RoleSessionName="tt")
    assert refused("MalformedPolicyDocument", sts.assume_role, RoleArn=role, RoleSessionName="ss", Policy="{}")
    assert refused("ValidationError", sts.assume_role, RoleArn=f"arn:aws:iam::{ACCOUNT}:user/x", RoleSessionName="ss")


def test_sessions_of_a_user(server, ann):
    name, arn, sts = ann
    session = sts.get_session_token(DurationSeconds=900)["Credentials"]
    own = clients.as_somebody(server, "sts", session)
    assert own.get_caller_identity()["Arn"] == arn
    assert refused("AccessDenied", own.get_session_token) == "Cannot call GetSessionToken with session credentials"
    root = clients.client(server, "sts")
    federated = root.get_federation_token(Name="guest", Policy=policy({"Effect": "Allow", "Action": "s3:*", "Resource": "*"}))
    assert federated["FederatedUser"]["Arn"] == f"arn:aws:sts::{ACCOUNT}:federated-user/guest"
    guest = clients.as_somebody(server, "sts", federated["Credentials"])
    assert guest.get_caller_identity()["UserId"] == f"{ACCOUNT}:guest"
    assert refused("AccessDenied", guest.assume_role, RoleArn=f"arn:aws:iam::{ACCOUNT}:role/x", RoleSessionName="ss")


@pytest.fixture(scope="module")
def issuer(iam):
    """An identity provider that IAM knows."""
    issuer = Issuer()
    made = iam.create_open_id_connect_provider(Url=issuer.url, ClientIDList=["tenfold"], ThumbprintList=["0" * 40])
    issuer.arn = made["OpenIDConnectProviderArn"]
    yield issuer
    iam.delete_open_id_connect_provider(OpenIDConnectProviderArn=issuer.arn)
    issuer.close()


def test_a_role_for_a_token(server, iam, issuer):
    name = issuer.url.removeprefix("http://")
    asks = {"StringEquals": {f"{name}:aud": "tenfold"}, "StringLike": {f"{name}:sub": "an*"}}
    document = trust({"Federated": issuer.arn}, ["sts:AssumeRoleWithWebIdentity", "sts:TagSession"], **asks)
    role = role_for(iam, document)
    sts = clients.unsigned(server, "sts")

    def assume(token):
        return sts.assume_role_with_web_identity(RoleArn=role["Arn"], RoleSessionName="ww", WebIdentityToken=token)

    for algorithm in ("RS256", "ES256"):
        assumed = assume(issuer.token(algorithm))
        assert (assumed["SubjectFromWebIdentityToken"], assumed["Audience"]) == ("ann", "tenfold")
        assert assumed["Provider"] == issuer.arn
        who = clients.as_somebody(server, "sts", assumed["Credentials"]).get_caller_identity()
        assert who["Arn"] == f"arn:aws:sts::{ACCOUNT}:assumed-role/{role['RoleName']}/ww"
    assert len(issuer.fetched) == 2, "its keys are asked for once"
    tagged = {"principal_tags": {"team": ["a"]}, "transitive_tag_keys": ["team"]}
    assert assume(issuer.token(**{"https://aws.amazon.com/tags": tagged}))["PackedPolicySize"] > 0

    stranger = rsa.generate_private_key(65537, 2048)
    for token, code, message in (
        (issuer.token(sub="bob"), "AccessDenied", "Not authorized to perform sts:AssumeRoleWithWebIdentity"),
        (issuer.token(aud="other"), "InvalidIdentityToken", "Incorrect token audience"),
        (issuer.token(key=stranger), "InvalidIdentityToken", "Token signature invalid"),
        (
            issuer.token(iss="https://id.example.com"),
            "InvalidIdentityToken",
            "No OpenIDConnect provider found in your account for https://id.example.com",
        ),
        (issuer.token(exp=1), "ExpiredTokenException", None),
        (
            "no.to.ken",
            "InvalidIdentityToken",
            "The ID Token provided is not a valid JWT. (You may see this error if you sent an Access Token)",
        ),
    ):
        said = refused(code, lambda token=token: assume(token))
        assert message in (said, None)
    # Nothing else is answered to who has not signed.
    assert refused("MissingAuthenticationToken", sts.get_caller_identity)
    assert refused("MissingAuthenticationToken", sts.assume_role, RoleArn=role["Arn"], RoleSessionName="ss")


def test_no_message_is_one_of_ours(server, ann):
    root = clients.client(server, "sts")
    assert refused("InvalidAuthorizationMessageException", root.decode_authorization_message, EncodedMessage="rHU-pVHMSckD0OAc5l3r9")
    assert refused("AccessDenied", ann[2].decode_authorization_message, EncodedMessage="rHU-pVHMSckD0OAc5l3r9")


def test_development_mode_lets_everybody_assume(dev_server):
    iam = clients.client(dev_server, "iam")
    role = role_for(iam, trust({"Service": "lambda.amazonaws.com"}))
    sts = clients.client(dev_server, "sts")
    assumed = sts.assume_role(RoleArn=role["Arn"], RoleSessionName="ss")
    who = clients.as_somebody(dev_server, "sts", assumed["Credentials"]).get_caller_identity()
    assert who["Arn"] == assumed["AssumedRoleUser"]["Arn"]


def test_with_the_cli(server, iam):
    issued = json.loads(clients.aws2(server, "sts", "get-session-token").stdout)["Credentials"]
    assert issued["AccessKeyId"].startswith("ASIA")
