"""What Terraform's AWS provider calls for the resources of IAM, in its order: create, read, change, read, destroy."""

import json

import pytest
from botocore.exceptions import ClientError

from harness import clients
from harness.functions import name_of

TRUST = {
    "Version": "2012-10-17",
    "Statement": [{"Action": "sts:AssumeRole", "Effect": "Allow", "Principal": {"Service": "lambda.amazonaws.com"}}],
}
DOCUMENT = {"Version": "2012-10-17", "Statement": [{"Action": ["logs:*"], "Effect": "Allow", "Resource": "*"}]}
OTHER = {"Version": "2012-10-17", "Statement": [{"Action": ["s3:*"], "Effect": "Allow", "Resource": "*"}]}
TAGS = [{"Key": "made-by", "Value": "terraform"}]


@pytest.fixture(scope="module")
def iam(server):
    return clients.client(server, "iam")


def gone(call, **arguments):
    with pytest.raises(ClientError) as error:
        call(**arguments)
    assert error.value.response["Error"]["Code"] == "NoSuchEntity"


def read_role(iam, name):
    role = iam.get_role(RoleName=name)["Role"]
    inline = {
        policy: iam.get_role_policy(RoleName=name, PolicyName=policy)["PolicyDocument"]
        for policy in iam.list_role_policies(RoleName=name)["PolicyNames"]
    }
    attached = [p["PolicyArn"] for p in iam.list_attached_role_policies(RoleName=name)["AttachedPolicies"]]
    return role, inline, attached


def test_role_policy_and_attachment(iam):
    name, policy = name_of("tf-role"), name_of("tf-policy")
    # aws_iam_role
    gone(iam.get_role, RoleName=name)
    iam.create_role(
        RoleName=name, Path="/", AssumeRolePolicyDocument=json.dumps(TRUST), MaxSessionDuration=3600, Tags=TAGS
    )
    role, inline, attached = read_role(iam, name)
    assert (role["AssumeRolePolicyDocument"], role["Tags"], inline, attached) == (TRUST, TAGS, {}, [])
    # aws_iam_policy
    created = iam.create_policy(PolicyName=policy, Path="/", PolicyDocument=json.dumps(DOCUMENT), Tags=TAGS)
    arn = created["Policy"]["Arn"]

    def read_policy():
        found = iam.get_policy(PolicyArn=arn)["Policy"]
        version = iam.get_policy_version(PolicyArn=arn, VersionId=found["DefaultVersionId"])
        return version["PolicyVersion"]["Document"], found["Tags"]

    assert read_policy() == (DOCUMENT, TAGS)
    # aws_iam_role_policy_attachment, aws_iam_role_policy
    iam.attach_role_policy(RoleName=name, PolicyArn=arn)
    iam.put_role_policy(RoleName=name, PolicyName="inline", PolicyDocument=json.dumps(DOCUMENT))
    assert read_role(iam, name)[1:] == ({"inline": DOCUMENT}, [arn])

    # Changed: the oldest version goes where there are five.
    for document in (OTHER, DOCUMENT, OTHER, DOCUMENT, OTHER):
        versions = iam.list_policy_versions(PolicyArn=arn)["Versions"]
        if len(versions) == 5:
            oldest = min((v for v in versions if not v["IsDefaultVersion"]), key=lambda v: int(v["VersionId"][1:]))
            iam.delete_policy_version(PolicyArn=arn, VersionId=oldest["VersionId"])
        iam.create_policy_version(PolicyArn=arn, PolicyDocument=json.dumps(document), SetAsDefault=True)
    iam.untag_policy(PolicyArn=arn, TagKeys=["made-by"])
    iam.tag_policy(PolicyArn=arn, Tags=[{"Key": "b", "Value": "c"}])
    assert read_policy() == (OTHER, [{"Key": "b", "Value": "c"}])
    iam.update_assume_role_policy(RoleName=name, PolicyDocument=json.dumps(TRUST))
    iam.update_role(RoleName=name, Description="d", MaxSessionDuration=3600)
    iam.put_role_permissions_boundary(RoleName=name, PermissionsBoundary=arn)
    iam.untag_role(RoleName=name, TagKeys=["made-by"])
    iam.tag_role(RoleName=name, Tags=[{"Key": "b", "Value": "c"}])
    role = read_role(iam, name)[0]
    assert role["PermissionsBoundary"]["PermissionsBoundaryArn"] == arn and role["Tags"] == [{"Key": "b", "Value": "c"}]

    # Destroyed.
    iam.delete_role_permissions_boundary(RoleName=name)
    iam.delete_role_policy(RoleName=name, PolicyName="inline")
    iam.detach_role_policy(RoleName=name, PolicyArn=arn)
    gone(iam.detach_role_policy, RoleName=name, PolicyArn=arn)
    for version in iam.list_policy_versions(PolicyArn=arn)["Versions"]:
        if not version["IsDefaultVersion"]:
            iam.delete_policy_version(PolicyArn=arn, VersionId=version["VersionId"])
    iam.delete_policy(PolicyArn=arn)
    gone(iam.get_policy, PolicyArn=arn)
    assert iam.list_instance_profiles_for_role(RoleName=name)["InstanceProfiles"] == []
    iam.delete_role(RoleName=name)
    gone(iam.list_instance_profiles_for_role, RoleName=name)


def test_user_and_access_key(iam):
    name, group = name_of("tf-user"), name_of("tf-group")
    # aws_iam_user, aws_iam_group, aws_iam_user_group_membership
    gone(iam.get_user, UserName=name)
    iam.create_user(UserName=name, Path="/", Tags=TAGS)
    assert iam.get_user(UserName=name)["User"]["Tags"] == TAGS
    iam.create_group(GroupName=group, Path="/")
    iam.get_group(GroupName=group)
    iam.add_user_to_group(GroupName=group, UserName=name)
    assert [g["GroupName"] for g in iam.list_groups_for_user(UserName=name)["Groups"]] == [group]
    # aws_iam_access_key
    key = iam.create_access_key(UserName=name)["AccessKey"]["AccessKeyId"]
    [listed] = iam.list_access_keys(UserName=name)["AccessKeyMetadata"]
    assert (listed["AccessKeyId"], listed["Status"]) == (key, "Active")
    iam.update_access_key(UserName=name, AccessKeyId=key, Status="Inactive")
    assert iam.list_access_keys(UserName=name)["AccessKeyMetadata"][0]["Status"] == "Inactive"
    # aws_iam_user_policy_attachment
    arn = "arn:aws:iam::aws:policy/IAMReadOnlyAccess"
    iam.attach_user_policy(UserName=name, PolicyArn=arn)
    assert [p["PolicyArn"] for p in iam.list_attached_user_policies(UserName=name)["AttachedPolicies"]] == [arn]
    renamed = name_of("tf-user")
    iam.update_user(UserName=name, NewUserName=renamed, NewPath="/")
    iam.tag_user(UserName=renamed, Tags=[{"Key": "b", "Value": "c"}])

    # Destroyed, by force.
    iam.detach_user_policy(UserName=renamed, PolicyArn=arn)
    for member in iam.list_groups_for_user(UserName=renamed)["Groups"]:
        iam.remove_user_from_group(UserName=renamed, GroupName=member["GroupName"])
    for found in iam.list_access_keys(UserName=renamed)["AccessKeyMetadata"]:
        iam.delete_access_key(UserName=renamed, AccessKeyId=found["AccessKeyId"])
    assert iam.list_ssh_public_keys(UserName=renamed)["SSHPublicKeys"] == []
    # Others' are there, too.
    devices = iam.list_virtual_mfa_devices(AssignmentStatus="Any")["VirtualMFADevices"]
    assert [device for device in devices if device.get("User", {}).get("UserName") == renamed] == []
    assert iam.list_mfa_devices(UserName=renamed)["MFADevices"] == []
    gone(iam.delete_login_profile, UserName=renamed)
    assert iam.list_signing_certificates(UserName=renamed)["Certificates"] == []
    assert iam.list_service_specific_credentials(UserName=renamed)["ServiceSpecificCredentials"] == []
    iam.delete_user(UserName=renamed)
    gone(iam.get_user, UserName=renamed)
    iam.delete_group(GroupName=group)
