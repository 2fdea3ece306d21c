"""Users, groups, access keys and what else an account has in IAM, walked with boto3 and the AWS CLI."""

import datetime
import json

import pytest
from botocore.exceptions import ClientError

from harness import clients
from harness.clients import refused
from harness.functions import name_of

ACCOUNT = "000000000000"
READ = {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": "s3:GetObject", "Resource": "*"}]}
TRUST = {
    "Version": "2012-10-17",
    "Statement": [{"Effect": "Allow", "Action": "sts:AssumeRole", "Principal": {"Service": "lambda.amazonaws.com"}}],
}
POWER = "arn:aws:iam::aws:policy/PowerUserAccess"


@pytest.fixture(scope="module")
def iam(server):
    return clients.client(server, "iam")


def test_a_user(iam):
    name = name_of("user")
    tags = [{"Key": "team", "Value": "a"}]
    user = iam.create_user(UserName=name, Path="/dev/", Tags=tags, PermissionsBoundary=POWER)["User"]
    assert user["Arn"] == f"arn:aws:iam::{ACCOUNT}:user/dev/{name}"
    assert user["UserId"].startswith("AIDA") and len(user["UserId"]) == 21
    assert user["PermissionsBoundary"] == {"PermissionsBoundaryType": "Policy", "PermissionsBoundaryArn": POWER}
    assert refused("EntityAlreadyExists", iam.create_user, UserName=name.upper()) == (
        f"User with name {name.upper()} already exists."
    )
    assert iam.get_user(UserName=name)["User"] == user
    pages = iam.get_paginator("list_users").paginate(PathPrefix="/dev/", PaginationConfig={"PageSize": 1})
    assert name in [listed["UserName"] for page in pages for listed in page["Users"]]
    iam.delete_user_permissions_boundary(UserName=name)
    iam.put_user_permissions_boundary(UserName=name, PermissionsBoundary=POWER)
    message = refused(
        "NoSuchEntity",
        iam.put_user_permissions_boundary,
        UserName=name,
        PermissionsBoundary=f"arn:aws:iam::{ACCOUNT}:policy/none",
    )
    assert message == f"Scope ARN: arn:aws:iam::{ACCOUNT}:policy/none does not exist or is not attachable."
    iam.tag_user(UserName=name, Tags=[{"Key": "b", "Value": ""}])
    assert iam.list_user_tags(UserName=name)["Tags"] == [{"Key": "b", "Value": ""}, *tags]
    iam.untag_user(UserName=name, TagKeys=["team"])
    for empty, call in (
        ("MFADevices", iam.list_mfa_devices),
        ("SSHPublicKeys", iam.list_ssh_public_keys),
        ("Certificates", iam.list_signing_certificates),
        ("ServiceSpecificCredentials", iam.list_service_specific_credentials),
    ):
        assert call(UserName=name)[empty] == []

    renamed = name_of("renamed")
    iam.update_user(UserName=name, NewUserName=renamed, NewPath="/")
    assert refused("NoSuchEntity", iam.get_user, UserName=name) == f"The user with name {name} cannot be found."
    assert iam.get_user(UserName=renamed)["User"]["UserId"] == user["UserId"]
    iam.delete_user(UserName=renamed)
    assert refused("NoSuchEntity", iam.delete_user, UserName=renamed)


def test_access_keys(server, iam):
    name = name_of("user")
    iam.create_user(UserName=name, Path="/x/")
    key = iam.create_access_key(UserName=name)["AccessKey"]
    assert key["AccessKeyId"].startswith("AKIA") and len(key["SecretAccessKey"]) == 40 and key["Status"] == "Active"
    unused = iam.get_access_key_last_used(AccessKeyId=key["AccessKeyId"])
    assert unused["UserName"] == name and unused["AccessKeyLastUsed"] == {"ServiceName": "N/A", "Region": "N/A"}

    own = clients.as_somebody(server, "sts", key)
    who = own.get_caller_identity()
    assert who["Arn"] == f"arn:aws:iam::{ACCOUNT}:user/x/{name}" and who["UserId"].startswith("AIDA")
    used = iam.get_access_key_last_used(AccessKeyId=key["AccessKeyId"])["AccessKeyLastUsed"]
    assert (used["ServiceName"], used["Region"]) == ("sts", "us-east-1") and used["LastUsedDate"]
    info = clients.client(server, "sts").get_access_key_info(AccessKeyId=key["AccessKeyId"])
    assert info["Account"] == ACCOUNT

    iam.create_access_key(UserName=name)
    message = refused("LimitExceeded", iam.create_access_key, UserName=name)
    assert message == "Cannot exceed quota for AccessKeysPerUser: 2"
    listed = iam.list_access_keys(UserName=name)["AccessKeyMetadata"]
    assert len(listed) == 2 and all("SecretAccessKey" not in entry for entry in listed)
    assert refused("DeleteConflict", iam.delete_user, UserName=name) == (
        "Cannot delete entity, must delete access keys first."
    )

    # At once, and for as long as it is so.
    iam.update_access_key(UserName=name, AccessKeyId=key["AccessKeyId"], Status="Inactive")
    assert refused("InvalidClientTokenId", own.get_caller_identity)
    iam.update_access_key(UserName=name, AccessKeyId=key["AccessKeyId"], Status="Active")
    iam.update_user(UserName=name, NewPath="/y/")
    assert own.get_caller_identity()["Arn"] == f"arn:aws:iam::{ACCOUNT}:user/y/{name}"
    forged = dict(key, SecretAccessKey="x" * 40)
    assert refused("SignatureDoesNotMatch", clients.as_somebody(server, "sts", forged).get_caller_identity)
    for entry in listed:
        iam.delete_access_key(UserName=name, AccessKeyId=entry["AccessKeyId"])
    assert refused("InvalidClientTokenId", own.get_caller_identity)
    message = refused("NoSuchEntity", iam.delete_access_key, UserName=name, AccessKeyId=key["AccessKeyId"])
    assert message == f"The Access Key with id {key['AccessKeyId']} cannot be found."
    iam.delete_user(UserName=name)


def test_keys_survive_a_restart_and_are_nowhere_in_plain_text(own_server):
    server = own_server().start()
    iam = clients.client(server, "iam")
    iam.create_user(UserName="keeper")
    key = iam.create_access_key(UserName="keeper")["AccessKey"]
    gone = iam.create_access_key(UserName="keeper")["AccessKey"]
    iam.update_access_key(UserName="keeper", AccessKeyId=gone["AccessKeyId"], Status="Inactive")
    session = clients.as_somebody(server, "sts", key).get_session_token()["Credentials"]
    server.kill()
    secrets = [given[part].encode() for given in (key, gone, session) for part in ("SecretAccessKey",)]
    secrets.append(session["SessionToken"].encode())
    for path in [*server.data.rglob("*"), server.directory / "stderr"]:
        if path.is_file():
            content = path.read_bytes()
            assert not any(secret in content for secret in secrets), path
    server.start()
    for credentials in (key, session):
        who = clients.as_somebody(server, "sts", credentials).get_caller_identity()
        assert who["Arn"] == f"arn:aws:iam::{ACCOUNT}:user/keeper"
    assert refused("InvalidClientTokenId", clients.as_somebody(server, "sts", gone).get_caller_identity)
    server.stop()


def test_a_group(iam):
    group, user = name_of("group"), name_of("user")
    created = iam.create_group(GroupName=group, Path="/teams/")["Group"]
    assert created["Arn"] == f"arn:aws:iam::{ACCOUNT}:group/teams/{group}" and created["GroupId"].startswith("AGPA")
    assert refused("EntityAlreadyExists", iam.create_group, GroupName=group) == f"Group with name {group} already exists."
    iam.create_user(UserName=user)
    iam.add_user_to_group(GroupName=group, UserName=user)
    got = iam.get_group(GroupName=group)
    assert got["Group"] == created and [member["UserName"] for member in got["Users"]] == [user]
    assert iam.list_groups_for_user(UserName=user)["Groups"] == [created]
    assert group in [listed["GroupName"] for listed in iam.list_groups(PathPrefix="/teams/")["Groups"]]
    message = "Cannot delete entity, must remove users from group first."
    assert refused("DeleteConflict", iam.delete_group, GroupName=group) == message
    assert refused("NoSuchEntity", iam.add_user_to_group, GroupName=group, UserName="nobody")

    iam.put_group_policy(GroupName=group, PolicyName="read", PolicyDocument=json.dumps(READ))
    assert iam.get_group_policy(GroupName=group, PolicyName="read")["PolicyDocument"] == READ
    assert iam.list_group_policies(GroupName=group)["PolicyNames"] == ["read"]
    iam.attach_group_policy(GroupName=group, PolicyArn=POWER)
    assert [p["PolicyArn"] for p in iam.list_attached_group_policies(GroupName=group)["AttachedPolicies"]] == [POWER]
    renamed = name_of("group")
    iam.update_group(GroupName=group, NewGroupName=renamed, NewPath="/")
    iam.detach_group_policy(GroupName=renamed, PolicyArn=POWER)
    iam.delete_group_policy(GroupName=renamed, PolicyName="read")
    message = refused("NoSuchEntity", iam.get_group_policy, GroupName=renamed, PolicyName="read")
    assert message == "The group policy with name read cannot be found."
    iam.remove_user_from_group(GroupName=renamed, UserName=user)
    iam.delete_group(GroupName=renamed)
    iam.delete_user(UserName=user)


def test_policies_of_a_user(iam):
    user = name_of("user")
    iam.create_user(UserName=user)
    iam.put_user_policy(UserName=user, PolicyName="read", PolicyDocument=json.dumps(READ))
    assert iam.get_user_policy(UserName=user, PolicyName="read")["PolicyDocument"] == READ
    assert iam.list_user_policies(UserName=user)["PolicyNames"] == ["read"]
    long = dict(READ, Statement=READ["Statement"] * 60)
    message = refused(
        "LimitExceeded", iam.put_user_policy, UserName=user, PolicyName="long", PolicyDocument=json.dumps(long)
    )
    assert message == f"Maximum policy size of 2048 bytes exceeded for user {user}"
    arn = iam.create_policy(PolicyName=name_of("policy"), PolicyDocument=json.dumps(READ))["Policy"]["Arn"]
    iam.attach_user_policy(UserName=user, PolicyArn=arn)
    iam.put_user_permissions_boundary(UserName=user, PermissionsBoundary=arn)
    assert [p["PolicyArn"] for p in iam.list_attached_user_policies(UserName=user)["AttachedPolicies"]] == [arn]
    policy = iam.get_policy(PolicyArn=arn)["Policy"]
    assert (policy["AttachmentCount"], policy["PermissionsBoundaryUsageCount"]) == (1, 1)
    [holder] = iam.list_entities_for_policy(PolicyArn=arn)["PolicyUsers"]
    assert holder["UserName"] == user
    bounds = iam.list_policies(Scope="Local", PolicyUsageFilter="PermissionsBoundary")["Policies"]
    assert arn in [listed["Arn"] for listed in bounds]
    iam.tag_policy(PolicyArn=arn, Tags=[{"Key": "a", "Value": "b"}])
    assert iam.list_policy_tags(PolicyArn=arn)["Tags"] == [{"Key": "a", "Value": "b"}]
    iam.untag_policy(PolicyArn=arn, TagKeys=["a"])
    assert refused("DeleteConflict", iam.delete_policy, PolicyArn=arn) == "Cannot delete a policy attached to entities."
    for message, undo in (
        ("Cannot delete entity, must detach all policies first.", lambda: iam.detach_user_policy(UserName=user, PolicyArn=arn)),
        ("Cannot delete entity, must delete policies first.", lambda: iam.delete_user_policy(UserName=user, PolicyName="read")),
    ):
        assert refused("DeleteConflict", iam.delete_user, UserName=user) == message
        undo()
    iam.delete_user(UserName=user)
    iam.delete_policy(PolicyArn=arn)


def test_policies_of_aws(iam):
    arn = "arn:aws:iam::aws:policy/service-role/AWSLambdaBasicExecutionRole"
    policy = iam.get_policy(PolicyArn=arn)["Policy"]
    assert policy["PolicyName"] == "AWSLambdaBasicExecutionRole" and policy["Path"] == "/service-role/"
    version = iam.get_policy_version(PolicyArn=arn, VersionId=policy["DefaultVersionId"])["PolicyVersion"]
    assert "logs:PutLogEvents" in version["Document"]["Statement"][0]["Action"]
    assert len(iam.list_policy_versions(PolicyArn=arn)["Versions"]) == 1
    pages = iam.get_paginator("list_policies").paginate(Scope="AWS", PaginationConfig={"PageSize": 20})
    names = [listed["PolicyName"] for page in pages for listed in page["Policies"]]
    assert len(names) == len(set(names)) > 50 and {"AdministratorAccess", "ReadOnlyAccess"} < set(names)
    assert refused("NoSuchEntity", iam.get_policy, PolicyArn="arn:aws:iam::aws:policy/NoSuchThing")


def test_a_roles_changes(iam):
    role = name_of("role")
    iam.create_role(RoleName=role, AssumeRolePolicyDocument=json.dumps(TRUST), PermissionsBoundary=POWER)
    assert iam.get_role(RoleName=role)["Role"]["PermissionsBoundary"]["PermissionsBoundaryArn"] == POWER
    iam.update_role(RoleName=role, Description="d", MaxSessionDuration=7200)
    assert iam.update_role_description(RoleName=role, Description="e")["Role"]["Description"] == "e"
    other = json.loads(json.dumps(TRUST).replace("lambda.", "ec2."))
    iam.update_assume_role_policy(RoleName=role, PolicyDocument=json.dumps(other))
    iam.delete_role_permissions_boundary(RoleName=role)
    iam.put_role_permissions_boundary(RoleName=role, PermissionsBoundary=POWER)
    iam.tag_role(RoleName=role, Tags=[{"Key": "a", "Value": "b"}])
    assert iam.list_role_tags(RoleName=role)["Tags"] == [{"Key": "a", "Value": "b"}]
    iam.untag_role(RoleName=role, TagKeys=["a"])
    got = iam.get_role(RoleName=role)["Role"]
    assert (got["MaxSessionDuration"], got["AssumeRolePolicyDocument"]) == (7200, other)
    assert refused("MalformedPolicyDocument", iam.update_assume_role_policy, RoleName=role, PolicyDocument="no")

    profile = name_of("profile")
    made = iam.create_instance_profile(InstanceProfileName=profile, Tags=[{"Key": "a", "Value": "b"}])["InstanceProfile"]
    assert made["Arn"] == f"arn:aws:iam::{ACCOUNT}:instance-profile/{profile}" and made["Roles"] == []
    iam.add_role_to_instance_profile(InstanceProfileName=profile, RoleName=role)
    assert refused("LimitExceeded", iam.add_role_to_instance_profile, InstanceProfileName=profile, RoleName=role)
    assert iam.get_instance_profile(InstanceProfileName=profile)["InstanceProfile"]["Roles"][0]["RoleName"] == role
    assert profile in [p["InstanceProfileName"] for p in iam.list_instance_profiles()["InstanceProfiles"]]
    [listed] = iam.list_instance_profiles_for_role(RoleName=role)["InstanceProfiles"]
    assert listed["InstanceProfileName"] == profile
    assert refused("DeleteConflict", iam.delete_role, RoleName=role) == (
        "Cannot delete entity, must remove roles from instance profile first."
    )
    iam.tag_instance_profile(InstanceProfileName=profile, Tags=[{"Key": "c", "Value": "d"}])
    iam.untag_instance_profile(InstanceProfileName=profile, TagKeys=["a"])
    assert iam.list_instance_profile_tags(InstanceProfileName=profile)["Tags"] == [{"Key": "c", "Value": "d"}]
    iam.remove_role_from_instance_profile(InstanceProfileName=profile, RoleName=role)
    iam.delete_instance_profile(InstanceProfileName=profile)
    iam.delete_role(RoleName=role)


def test_the_account(server, iam):
    assert iam.list_account_aliases()["AccountAliases"] == []
    iam.create_account_alias(AccountAlias="tenfold-e2e")
    assert iam.list_account_aliases()["AccountAliases"] == ["tenfold-e2e"]
    iam.delete_account_alias(AccountAlias="tenfold-e2e")
    assert refused("NoSuchEntity", iam.delete_account_alias, AccountAlias="tenfold-e2e")

    user, group = name_of("user"), name_of("group")
    iam.create_user(UserName=user)
    iam.create_group(GroupName=group)
    iam.add_user_to_group(GroupName=group, UserName=user)
    iam.put_user_policy(UserName=user, PolicyName="read", PolicyDocument=json.dumps(READ))
    summary = iam.get_account_summary()["SummaryMap"]
    assert summary["Users"] >= 1 and summary["Groups"] >= 1 and summary["AccessKeysPerUserQuota"] == 2
    pages = iam.get_paginator("get_account_authorization_details").paginate(PaginationConfig={"PageSize": 2})
    users, groups = {}, {}
    for page in pages:
        users |= {detail["UserName"]: detail for detail in page["UserDetailList"]}
        groups |= {detail["GroupName"]: detail for detail in page["GroupDetailList"]}
    assert users[user]["GroupList"] == [group] and group in groups
    assert users[user]["UserPolicyList"] == [{"PolicyName": "read", "PolicyDocument": READ}]
    iam.delete_user_policy(UserName=user, PolicyName="read")
    iam.remove_user_from_group(GroupName=group, UserName=user)
    iam.delete_user(UserName=user)
    iam.delete_group(GroupName=group)

    linked = iam.create_service_linked_role(AWSServiceName="replicator.lambda.amazonaws.com")["Role"]
    assert linked["RoleName"] == "AWSServiceRoleForLambdaReplicator"
    assert linked["Path"] == "/aws-service-role/replicator.lambda.amazonaws.com/"
    assert refused("InvalidInput", iam.create_service_linked_role, AWSServiceName="replicator.lambda.amazonaws.com")


def test_an_identity_provider(iam):
    made = iam.create_open_id_connect_provider(
        Url="https://id.example.com/realm", ClientIDList=["a"], ThumbprintList=["0" * 40]
    )
    arn = made["OpenIDConnectProviderArn"]
    assert arn == f"arn:aws:iam::{ACCOUNT}:oidc-provider/id.example.com/realm"
    iam.add_client_id_to_open_id_connect_provider(OpenIDConnectProviderArn=arn, ClientID="b")
    iam.remove_client_id_from_open_id_connect_provider(OpenIDConnectProviderArn=arn, ClientID="a")
    iam.update_open_id_connect_provider_thumbprint(OpenIDConnectProviderArn=arn, ThumbprintList=["1" * 40])
    iam.tag_open_id_connect_provider(OpenIDConnectProviderArn=arn, Tags=[{"Key": "a", "Value": "b"}])
    assert iam.list_open_id_connect_provider_tags(OpenIDConnectProviderArn=arn)["Tags"] == [{"Key": "a", "Value": "b"}]
    iam.untag_open_id_connect_provider(OpenIDConnectProviderArn=arn, TagKeys=["a"])
    got = iam.get_open_id_connect_provider(OpenIDConnectProviderArn=arn)
    assert (got["Url"], got["ClientIDList"], got["ThumbprintList"]) == ("id.example.com/realm", ["b"], ["1" * 40])
    assert {"Arn": arn} in iam.list_open_id_connect_providers()["OpenIDConnectProviderList"]
    assert refused("EntityAlreadyExists", iam.create_open_id_connect_provider, Url="https://id.example.com/realm/")
    assert refused("ValidationError", iam.create_open_id_connect_provider, Url="http://id.example.com")
    iam.delete_open_id_connect_provider(OpenIDConnectProviderArn=arn)
    assert refused("NoSuchEntity", iam.get_open_id_connect_provider, OpenIDConnectProviderArn=arn)


def test_with_the_cli(server):
    user = name_of("user")
    created = json.loads(clients.aws2(server, "iam", "create-user", "--user-name", user).stdout)
    assert created["User"]["UserName"] == user
    key = json.loads(clients.aws2(server, "iam", "create-access-key", "--user-name", user).stdout)["AccessKey"]
    listed = json.loads(clients.aws2(server, "iam", "list-access-keys", "--user-name", user).stdout)
    assert listed["AccessKeyMetadata"][0]["AccessKeyId"] == key["AccessKeyId"]
    clients.aws2(server, "iam", "delete-access-key", "--user-name", user, "--access-key-id", key["AccessKeyId"])
    clients.aws2(server, "iam", "delete-user", "--user-name", user)


def test_which_policies_let_somebody_use_a_service_and_when_he_did(server, iam):
    """Reports of what a user, a role, a group and a policy last used, from what they really did."""
    def document(*actions):
        allowed = {"Effect": "Allow", "Action": list(actions), "Resource": "*"}
        return json.dumps({"Version": "2012-10-17", "Statement": [allowed]})

    ann, bob, group = name_of("ann"), name_of("bob"), name_of("group")
    arns = {name: iam.create_user(UserName=name, Path="/team/")["User"]["Arn"] for name in (ann, bob)}
    arns[group] = iam.create_group(GroupName=group)["Group"]["Arn"]
    policy = iam.create_policy(PolicyName=group, PolicyDocument=document("lambda:List*", "s3:GetObject"))["Policy"]["Arn"]
    iam.attach_group_policy(GroupName=group, PolicyArn=policy)
    iam.put_group_policy(GroupName=group, PolicyName="of-group", PolicyDocument=document("logs:Describe*"))
    iam.put_user_policy(UserName=ann, PolicyName="own", PolicyDocument=document("iam:GetUser", "logs:*"))
    for name in (ann, bob):
        iam.add_user_to_group(GroupName=group, UserName=name)

    granting = iam.list_policies_granting_service_access(Arn=arns[ann], ServiceNamespaces=["logs", "lambda", "ec2"])
    assert granting["IsTruncated"] is False
    granting = {entry["ServiceNamespace"]: entry["Policies"] for entry in granting["PoliciesGrantingServiceAccess"]}
    assert granting == {
        "logs": [
            {"PolicyName": "own", "PolicyType": "INLINE", "EntityType": "USER", "EntityName": ann},
            {"PolicyName": "of-group", "PolicyType": "INLINE", "EntityType": "GROUP", "EntityName": group},
        ],
        "lambda": [{"PolicyName": group, "PolicyType": "MANAGED", "PolicyArn": policy}],
        "ec2": [],
    }
    missing = f"arn:aws:iam::{ACCOUNT}:user/{name_of('nobody')}"
    for asked in (
        lambda: iam.list_policies_granting_service_access(Arn=missing, ServiceNamespaces=["s3"]),
        lambda: iam.generate_service_last_accessed_details(Arn=missing),
        lambda: iam.get_service_last_accessed_details(JobId="0" * 36),
    ):
        assert refused("NoSuchEntity", asked)
    assert refused("InvalidInput", iam.generate_service_last_accessed_details, Arn=f"arn:aws:s3:::{ann}-bucket")

    def report(of, **more):
        job = iam.generate_service_last_accessed_details(Arn=of, **more)["JobId"]
        got = iam.get_service_last_accessed_details(JobId=job)
        assert got["JobStatus"] == "COMPLETED" and got["JobCompletionDate"] >= got["JobCreationDate"]
        assert got["JobType"] == more.get("Granularity", "SERVICE_LEVEL")
        return job, {entry["ServiceNamespace"]: entry for entry in got["ServicesLastAccessed"]}

    _, before = report(arns[ann])
    assert before["lambda"] == {"ServiceName": "AWS Lambda", "ServiceNamespace": "lambda", "TotalAuthenticatedEntities": 0}
    assert sorted(before) == ["iam", "lambda", "logs", "s3"]

    began = datetime.datetime.now(datetime.timezone.utc) - datetime.timedelta(seconds=1)
    key = iam.create_access_key(UserName=ann)["AccessKey"]
    clients.as_somebody(server, "lambda", key, region="eu-west-1").list_functions(MaxItems=1)
    # What is refused is no use.
    assert refused("AccessDenied", clients.as_somebody(server, "iam", key).list_users)
    _, after = report(arns[ann], Granularity="ACTION_LEVEL")
    used = after["lambda"]
    assert used["LastAuthenticatedEntity"] == arns[ann] and used["LastAuthenticatedRegion"] == "eu-west-1"
    assert used["TotalAuthenticatedEntities"] == 1 and began <= used["LastAuthenticated"]
    assert "LastAuthenticated" not in after["iam"] and "LastAuthenticated" not in after["logs"]

    for of in (arns[group], policy):
        job, shared = report(of)
        assert shared["lambda"]["LastAuthenticatedEntity"] == arns[ann]
        assert shared["lambda"]["TotalAuthenticatedEntities"] == 1
        entities = iam.get_service_last_accessed_details_with_entities(JobId=job, ServiceNamespace="lambda")
        entities = {entry["EntityInfo"]["Name"]: entry for entry in entities["EntityDetailsList"]}
        assert set(entities) == {ann, bob}
        assert entities[ann]["LastAuthenticated"] == used["LastAuthenticated"]
        assert entities[bob] == {"EntityInfo": entities[bob]["EntityInfo"]}, "he never did"
        info = entities[bob]["EntityInfo"]
        assert (info["Arn"], info["Type"], info["Path"]) == (arns[bob], "USER", "/team/") and info["Id"].startswith("AIDA")
        first = iam.get_service_last_accessed_details_with_entities(JobId=job, ServiceNamespace="lambda", MaxItems=1)
        assert first["IsTruncated"] and len(first["EntityDetailsList"]) == 1
        rest = iam.get_service_last_accessed_details_with_entities(JobId=job, ServiceNamespace="lambda", Marker=first["Marker"])
        assert not rest["IsTruncated"] and len(rest["EntityDetailsList"]) == 1
        assert refused("NoSuchEntity", iam.get_service_last_accessed_details_with_entities, JobId=job, ServiceNamespace="ec2")
    job, _ = report(arns[ann])
    assert refused("InvalidInput", iam.get_service_last_accessed_details_with_entities, JobId=job, ServiceNamespace="lambda")
    page = iam.get_service_last_accessed_details(JobId=job, MaxItems=3)
    assert page["IsTruncated"] and len(page["ServicesLastAccessed"]) == 3
    page = iam.get_service_last_accessed_details(JobId=job, Marker=page["Marker"])
    assert not page["IsTruncated"] and [entry["ServiceNamespace"] for entry in page["ServicesLastAccessed"]] == ["s3"]

    iam.delete_access_key(UserName=ann, AccessKeyId=key["AccessKeyId"])
    iam.delete_user_policy(UserName=ann, PolicyName="own")
    for name in (ann, bob):
        iam.remove_user_from_group(GroupName=group, UserName=name)
        iam.delete_user(UserName=name)
    failed = iam.get_service_last_accessed_details(JobId=job)
    assert failed["JobStatus"] == "FAILED" and failed["Error"]["Code"] == "NoSuchEntity"
    iam.delete_group_policy(GroupName=group, PolicyName="of-group")
    iam.detach_group_policy(GroupName=group, PolicyArn=policy)
    iam.delete_group(GroupName=group)
    iam.delete_policy(PolicyArn=policy)


def test_what_was_used_is_known_after_a_restart(own_server):
    server = own_server().start()
    iam = clients.client(server, "iam")
    arn = iam.create_user(UserName="ann")["User"]["Arn"]
    allowed = {"Effect": "Allow", "Action": "iam:GetUser", "Resource": "*"}
    document = json.dumps({"Version": "2012-10-17", "Statement": [allowed]})
    iam.put_user_policy(UserName="ann", PolicyName="own", PolicyDocument=document)
    ann = iam.create_access_key(UserName="ann")["AccessKey"]
    clients.as_somebody(server, "iam", ann).get_user()
    trust = {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": "sts:AssumeRole", "Principal": {"AWS": arn}}]}
    role = iam.create_role(RoleName="r", AssumeRolePolicyDocument=json.dumps(trust))["Role"]["Arn"]
    iam.put_role_policy(RoleName="r", PolicyName="p", PolicyDocument=document.replace("iam:GetUser", "lambda:ListFunctions"))
    assert iam.get_role(RoleName="r")["Role"]["RoleLastUsed"] == {}
    session = clients.as_somebody(server, "sts", ann).assume_role(RoleArn=role, RoleSessionName="session")["Credentials"]
    clients.as_somebody(server, "lambda", session, region="eu-west-1").list_functions()
    used = iam.get_role(RoleName="r")["Role"]["RoleLastUsed"]
    assert used["Region"] == "eu-west-1" and used["LastUsedDate"]
    job = iam.generate_service_last_accessed_details(Arn=arn)["JobId"]
    [before] = iam.get_service_last_accessed_details(JobId=job)["ServicesLastAccessed"]
    assert before["TotalAuthenticatedEntities"] == 1
    server.kill()
    server.start()
    iam = clients.client(server, "iam")
    [after] = iam.get_service_last_accessed_details(JobId=job)["ServicesLastAccessed"]
    assert after == before
    assert iam.get_role(RoleName="r")["Role"]["RoleLastUsed"] == used
    server.stop()
