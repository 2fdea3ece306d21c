"""Passwords, MFA devices, certificates and other credentials, SAML providers and the roles of AWS's services, walked with boto3."""

import base64
import csv
import datetime
import hashlib
import hmac
import json
import struct
import time

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec, rsa
from cryptography.x509.oid import NameOID
from botocore.exceptions import ClientError

from harness import clients
from harness.clients import refused
from harness.functions import name_of

ACCOUNT = "000000000000"
METADATA = (
    '<EntityDescriptor xmlns="urn:oasis:names:tc:SAML:2.0:metadata" entityID="https://idp.example.com">'
    f'<IDPSSODescriptor protocolSupportEnumeration="urn:x"/><!-- {"x" * 1000} --></EntityDescriptor>'
)


@pytest.fixture(scope="module")
def iam(server):
    return clients.client(server, "iam")


def code_of(seed, step):
    """A time-based one-time password (RFC 6238)."""
    digest = hmac.new(base64.b32decode(seed), struct.pack(">q", step), hashlib.sha1).digest()
    at = digest[-1] & 15
    return f"{(struct.unpack('>I', digest[at:at + 4])[0] & 0x7FFFFFFF) % 1_000_000:06}"


def test_passwords(server, iam):
    name = name_of("user")
    iam.create_user(UserName=name)
    # The account's: no other test asks for it.
    assert refused("NoSuchEntity", iam.get_account_password_policy) == (
        f"The Password Policy with domain name {ACCOUNT} cannot be found."
    )
    asked = {
        "MinimumPasswordLength": 10,
        "RequireSymbols": True,
        "RequireNumbers": True,
        "RequireUppercaseCharacters": True,
        "RequireLowercaseCharacters": True,
        "AllowUsersToChangePassword": True,
        "MaxPasswordAge": 90,
        "PasswordReusePrevention": 5,
        "HardExpiry": False,
    }
    iam.update_account_password_policy(**asked)
    try:
        assert iam.get_account_password_policy()["PasswordPolicy"] == dict(asked, ExpirePasswords=True)
        weak = "Password does not conform to the account password policy."
        assert refused("PasswordPolicyViolation", iam.create_login_profile, UserName=name, Password="Short-1") == weak
        made = iam.create_login_profile(UserName=name, Password="Long-enough-1", PasswordResetRequired=True)
        profile = made["LoginProfile"]
        assert (profile["UserName"], profile["PasswordResetRequired"]) == (name, True)
        assert iam.get_login_profile(UserName=name)["LoginProfile"] == profile
        assert refused("DeleteConflict", iam.delete_user, UserName=name) == (
            "Cannot delete entity, must delete login profile first."
        )

        key = iam.create_access_key(UserName=name)["AccessKey"]
        own = clients.as_somebody(server, "iam", key)
        new = {"OldPassword": "Long-enough-1", "NewPassword": "Another-one-2"}
        assert "iam:ChangePassword" in refused("AccessDenied", own.change_password, **new)
        allow = {"Effect": "Allow", "Action": "iam:ChangePassword", "Resource": "arn:aws:iam::*:user/${aws:username}"}
        document = json.dumps({"Version": "2012-10-17", "Statement": [allow]})
        iam.put_user_policy(UserName=name, PolicyName="own", PolicyDocument=document)
        assert refused("AccessDenied", own.change_password, **dict(new, OldPassword="wrong")) == (
            "The old password was incorrect."
        )
        own.change_password(**new)
        assert iam.get_login_profile(UserName=name)["LoginProfile"]["PasswordResetRequired"] is False
        again = {"OldPassword": "Another-one-2", "NewPassword": "Long-enough-1"}
        assert refused("PasswordPolicyViolation", own.change_password, **again) == weak
        iam.update_login_profile(UserName=name, Password="A-third-one-3", PasswordResetRequired=True)
        assert refused("AccessDenied", own.change_password, **again) == "The old password was incorrect."
    finally:
        iam.delete_account_password_policy()
    assert refused("NoSuchEntity", iam.delete_account_password_policy)
    iam.delete_login_profile(UserName=name)
    assert refused("NoSuchEntity", iam.get_login_profile, UserName=name) == (
        f"Login Profile for User {name} cannot be found."
    )
    iam.delete_access_key(UserName=name, AccessKeyId=key["AccessKeyId"])
    iam.delete_user_policy(UserName=name, PolicyName="own")
    iam.delete_user(UserName=name)


def test_a_second_factor(server, iam):
    name = name_of("user")
    user = iam.create_user(UserName=name)["User"]
    device = iam.create_virtual_mfa_device(VirtualMFADeviceName=name, Tags=[{"Key": "a", "Value": "b"}])
    device = device["VirtualMFADevice"]
    serial, seed = device["SerialNumber"], device["Base32StringSeed"]
    assert serial == f"arn:aws:iam::{ACCOUNT}:mfa/{name}" and len(seed) == 64
    unassigned = iam.list_virtual_mfa_devices(AssignmentStatus="Unassigned")["VirtualMFADevices"]
    assert serial in [listed["SerialNumber"] for listed in unassigned]
    step = int(time.time()) // 30
    codes = {"AuthenticationCode1": code_of(seed, step - 1), "AuthenticationCode2": code_of(seed, step)}
    swapped = {"AuthenticationCode1": codes["AuthenticationCode2"], "AuthenticationCode2": codes["AuthenticationCode1"]}
    which = {"UserName": name, "SerialNumber": serial}
    assert refused("InvalidAuthenticationCode", iam.enable_mfa_device, **which, **swapped) == (
        "Authentication code for device is not valid."
    )
    iam.enable_mfa_device(**which, **codes)
    [listed] = iam.list_mfa_devices(UserName=name)["MFADevices"]
    assert (listed["SerialNumber"], listed["UserName"]) == (serial, name)
    assert iam.get_mfa_device(SerialNumber=serial)["UserName"] == name
    [assigned] = [
        listed
        for listed in iam.list_virtual_mfa_devices(AssignmentStatus="Assigned")["VirtualMFADevices"]
        if listed["SerialNumber"] == serial
    ]
    assert assigned["User"]["Arn"] == user["Arn"] and "Base32StringSeed" not in assigned

    # A role that wants one.
    trust = {
        "Version": "2012-10-17",
        "Statement": [
            {
                "Effect": "Allow",
                "Principal": {"AWS": user["Arn"]},
                "Action": "sts:AssumeRole",
                "Condition": {
                    "Bool": {"aws:MultiFactorAuthPresent": "true"},
                    "NumericLessThan": {"aws:MultiFactorAuthAge": "3600"},
                },
            }
        ],
    }
    role = iam.create_role(RoleName=name_of("role"), AssumeRolePolicyDocument=json.dumps(trust))["Role"]
    key = iam.create_access_key(UserName=name)["AccessKey"]
    own = clients.as_somebody(server, "sts", key)
    assume = {"RoleArn": role["Arn"], "RoleSessionName": "me"}
    assert "sts:AssumeRole" in refused("AccessDenied", own.assume_role, **assume)
    late = refused("AccessDenied", own.assume_role, **assume, SerialNumber=serial, TokenCode=code_of(seed, step))
    assert late == "MultiFactorAuthentication failed with invalid MFA one time pass code."
    fresh = {"SerialNumber": serial, "TokenCode": code_of(seed, step + 1)}
    # With the session of a user who gave one as with the code itself.
    session = own.get_session_token(**fresh)["Credentials"]
    assumed = clients.as_somebody(server, "sts", session).assume_role(**assume)
    assert assumed["AssumedRoleUser"]["Arn"].endswith(f":assumed-role/{role['RoleName']}/me")
    assert refused("AccessDenied", own.assume_role, **assume, **fresh) == late
    # IAM takes a user's session where it has one, and then asks policies.
    assert "iam:ListUsers" in refused("AccessDenied", clients.as_somebody(server, "iam", session).list_users)
    plain = own.get_session_token()["Credentials"]
    assert refused("InvalidClientTokenId", clients.as_somebody(server, "iam", plain).list_users)

    far = {"AuthenticationCode1": code_of(seed, step + 100), "AuthenticationCode2": code_of(seed, step + 101)}
    iam.resync_mfa_device(**which, **far)
    own.assume_role(**assume, SerialNumber=serial, TokenCode=code_of(seed, step + 102))

    iam.tag_mfa_device(SerialNumber=serial, Tags=[{"Key": "c", "Value": "d"}])
    iam.untag_mfa_device(SerialNumber=serial, TagKeys=["a"])
    assert iam.list_mfa_device_tags(SerialNumber=serial)["Tags"] == [{"Key": "c", "Value": "d"}]
    assert refused("DeleteConflict", iam.delete_virtual_mfa_device, SerialNumber=serial) == (
        "MFA VirtualDevice in use. Must deactivate first."
    )
    iam.delete_access_key(UserName=name, AccessKeyId=key["AccessKeyId"])
    assert refused("DeleteConflict", iam.delete_user, UserName=name) == (
        "Cannot delete entity, must delete MFA device first."
    )
    iam.deactivate_mfa_device(**which)
    iam.delete_virtual_mfa_device(SerialNumber=serial)
    iam.delete_user(UserName=name)
    iam.delete_role(RoleName=role["RoleName"])


def test_a_saml_provider(iam):
    name = name_of("idp")
    document = METADATA
    arn = iam.create_saml_provider(Name=name, SAMLMetadataDocument=document)["SAMLProviderArn"]
    assert arn == f"arn:aws:iam::{ACCOUNT}:saml-provider/{name}"
    got = iam.get_saml_provider(SAMLProviderArn=arn)
    assert got["SAMLMetadataDocument"] == document and got["ValidUntil"].year > 2100 and got["Tags"] == []
    until = document.replace("entityID", 'validUntil="2040-01-01T00:00:00Z" entityID')
    assert iam.update_saml_provider(SAMLProviderArn=arn, SAMLMetadataDocument=until)["SAMLProviderArn"] == arn
    assert iam.get_saml_provider(SAMLProviderArn=arn)["ValidUntil"].year == 2040
    assert refused("InvalidInput", iam.create_saml_provider, Name=name, SAMLMetadataDocument="x" * 1000) == (
        "Could not parse metadata"
    )
    iam.tag_saml_provider(SAMLProviderArn=arn, Tags=[{"Key": "a", "Value": "b"}, {"Key": "c", "Value": "d"}])
    iam.untag_saml_provider(SAMLProviderArn=arn, TagKeys=["a"])
    assert iam.list_saml_provider_tags(SAMLProviderArn=arn)["Tags"] == [{"Key": "c", "Value": "d"}]
    assert arn in [listed["Arn"] for listed in iam.list_saml_providers()["SAMLProviderList"]]
    iam.delete_saml_provider(SAMLProviderArn=arn)
    message = refused("NoSuchEntity", iam.get_saml_provider, SAMLProviderArn=arn)
    assert message == f"Manifest not found for arn {arn}"


def test_a_services_role(iam):
    made = iam.create_service_linked_role(AWSServiceName="ops.apigateway.amazonaws.com", Description="d")["Role"]
    name = made["RoleName"]
    assert made["Arn"].endswith(":role/aws-service-role/ops.apigateway.amazonaws.com/AWSServiceRoleForAPIGateway")
    assert iam.get_role(RoleName=name)["Role"]["Description"] == "d"
    [policy] = iam.list_attached_role_policies(RoleName=name)["AttachedPolicies"]
    assert refused("UnmodifiableEntity", iam.delete_role, RoleName=name) == (
        f"Cannot perform the operation on the protected role '{name}' - this role is only modifiable by AWS"
    )
    assert refused("UnmodifiableEntity", iam.detach_role_policy, RoleName=name, PolicyArn=policy["PolicyArn"])
    task = iam.delete_service_linked_role(RoleName=name)["DeletionTaskId"]
    assert task.startswith("task/aws-service-role/ops.apigateway.amazonaws.com/AWSServiceRoleForAPIGateway/")
    assert iam.get_service_linked_role_deletion_status(DeletionTaskId=task)["Status"] == "SUCCEEDED"
    assert refused("NoSuchEntity", iam.get_role, RoleName=name)


def certificate_of(key, name):
    """A certificate that its own key has signed."""
    subject = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, name)])
    start = datetime.datetime(2026, 1, 1)
    made = x509.CertificateBuilder().subject_name(subject).issuer_name(subject).public_key(key.public_key())
    made = made.serial_number(1).not_valid_before(start).not_valid_after(start.replace(year=2036))
    return made.sign(key, hashes.SHA256()).public_bytes(serialization.Encoding.PEM).decode()


def private_pem(key, form):
    return key.private_bytes(serialization.Encoding.PEM, form, serialization.NoEncryption()).decode()


def test_server_certificates(iam):
    pkcs8, traditional = serialization.PrivateFormat.PKCS8, serialization.PrivateFormat.TraditionalOpenSSL
    keys = [
        (rsa.generate_private_key(65537, 2048), traditional),
        (ec.generate_private_key(ec.SECP384R1()), pkcs8),
        (ec.generate_private_key(ec.SECP256R1()), traditional),
    ]
    for key, form in keys:
        name = name_of("certificate")
        body = certificate_of(key, "example.com")
        made = iam.upload_server_certificate(
            ServerCertificateName=name, CertificateBody=body, PrivateKey=private_pem(key, form), Path="/x/"
        )["ServerCertificateMetadata"]
        assert made["Arn"] == f"arn:aws:iam::{ACCOUNT}:server-certificate/x/{name}"
        assert made["Expiration"].year == 2036 and made["ServerCertificateId"].startswith("ASCA")
        got = iam.get_server_certificate(ServerCertificateName=name)["ServerCertificate"]
        assert got["CertificateBody"].strip() == body.strip() and got["ServerCertificateMetadata"] == made
        iam.tag_server_certificate(ServerCertificateName=name, Tags=[{"Key": "a", "Value": "b"}])
        assert iam.list_server_certificate_tags(ServerCertificateName=name)["Tags"] == [{"Key": "a", "Value": "b"}]
        iam.untag_server_certificate(ServerCertificateName=name, TagKeys=["a"])
        listed = iam.list_server_certificates(PathPrefix="/x/")["ServerCertificateMetadataList"]
        assert name in [entry["ServerCertificateName"] for entry in listed]
        renamed = name_of("certificate")
        iam.update_server_certificate(ServerCertificateName=name, NewServerCertificateName=renamed)
        message = refused("NoSuchEntity", iam.delete_server_certificate, ServerCertificateName=name)
        assert message == f"The Server Certificate with name {name} cannot be found."
        iam.delete_server_certificate(ServerCertificateName=renamed)
    body, wrong = certificate_of(keys[1][0], "a"), private_pem(keys[2][0], pkcs8)
    assert refused(
        "KeyPairMismatch", iam.upload_server_certificate, ServerCertificateName="x", CertificateBody=body, PrivateKey=wrong
    )
    chain = certificate_of(keys[2][0], "b")
    message = refused(
        "MalformedCertificate",
        iam.upload_server_certificate,
        ServerCertificateName="x",
        CertificateBody=body,
        PrivateKey=private_pem(keys[1][0], pkcs8),
        CertificateChain=chain,
    )
    assert message.startswith("Unable to validate certificate chain.")


def test_other_credentials_and_the_report(iam):
    name = name_of("user")
    iam.create_user(UserName=name)
    body = certificate_of(ec.generate_private_key(ec.SECP256R1()), "me")
    made = iam.upload_signing_certificate(UserName=name, CertificateBody=body)["Certificate"]
    iam.update_signing_certificate(UserName=name, CertificateId=made["CertificateId"], Status="Inactive")
    [listed] = iam.list_signing_certificates(UserName=name)["Certificates"]
    assert listed == dict(made, Status="Inactive")

    service = "codecommit.amazonaws.com"
    created = iam.create_service_specific_credential(UserName=name, ServiceName=service)["ServiceSpecificCredential"]
    assert created["ServiceUserName"] == f"{name}-at-{ACCOUNT}" and created["Status"] == "Active"
    which = {"UserName": name, "ServiceSpecificCredentialId": created["ServiceSpecificCredentialId"]}
    iam.update_service_specific_credential(**which, Status="Inactive")
    [kept] = iam.list_service_specific_credentials(UserName=name)["ServiceSpecificCredentials"]
    assert kept["Status"] == "Inactive" and "ServicePassword" not in kept
    reset = iam.reset_service_specific_credential(**which)["ServiceSpecificCredential"]
    assert reset["ServicePassword"] != created["ServicePassword"]

    assert iam.generate_credential_report()["State"] in ("STARTED", "COMPLETE")
    report = iam.get_credential_report()
    assert report["ReportFormat"] == "text/csv"
    rows = {row["user"]: row for row in csv.DictReader(report["Content"].decode().splitlines())}
    assert rows[name]["cert_1_active"] == "false" and rows[name]["cert_1_last_rotated"] != "N/A"
    assert rows["<root_account>"]["arn"] == f"arn:aws:iam::{ACCOUNT}:root"

    iam.delete_service_specific_credential(**which)
    iam.delete_signing_certificate(UserName=name, CertificateId=made["CertificateId"])
    iam.delete_user(UserName=name)


def test_tags_and_paths_decide_about_devices_certificates_profiles_and_providers(server, iam):
    """Somebody may do with what is tagged blue; with what is below /blue/; and with nothing else."""
    name, own = name_of("tagged"), name_of("own")
    actions = ["iam:Get*", "iam:Tag*", "iam:Untag*", "iam:List*Tags", "iam:Delete*", "iam:Update*"]
    blue = {"Effect": "Allow", "Action": actions, "Resource": "*", "Condition": {"StringEquals": {"aws:ResourceTag/team": "blue"}}}
    iam.create_user(UserName=name)
    iam.put_user_policy(UserName=name, PolicyName="p", PolicyDocument=json.dumps({"Version": "2012-10-17", "Statement": [blue]}))
    somebody = clients.as_somebody(server, "iam", iam.create_access_key(UserName=name)["AccessKey"])
    key = ec.generate_private_key(ec.SECP256R1())
    pem, private = certificate_of(key, "example.com"), private_pem(key, serialization.PrivateFormat.PKCS8)
    certificate, profile = {"ServerCertificateName": own}, {"InstanceProfileName": own}
    metadata = METADATA
    red = {"Tags": [{"Key": "team", "Value": "red"}]}
    iam.upload_server_certificate(**certificate, CertificateBody=pem, PrivateKey=private, Path="/x/", **red)
    iam.create_instance_profile(**profile, Path="/x/", **red)
    saml = {"SAMLProviderArn": iam.create_saml_provider(Name=own, SAMLMetadataDocument=metadata, **red)["SAMLProviderArn"]}
    device = iam.create_virtual_mfa_device(VirtualMFADeviceName=own, Path="/x/", **red)["VirtualMFADevice"]
    device = {"SerialNumber": device["SerialNumber"]}
    made = iam.create_open_id_connect_provider(Url=f"https://id.example.com/{own}/a", **red)
    oidc = {"OpenIDConnectProviderArn": made["OpenIDConnectProviderArn"]}
    each = [
        ("server_certificate", certificate, f"server certificate {own}"),
        ("instance_profile", profile, f"instance profile {own}"),
        ("saml_provider", saml, saml["SAMLProviderArn"]),
        ("mfa_device", device, device["SerialNumber"]),
        ("open_id_connect_provider", oidc, oidc["OpenIDConnectProviderArn"]),
    ]
    for noun, of, shown in each:
        tags = getattr(somebody, f"list_{noun}_tags")
        message = refused("AccessDenied", tags, **of)
        assert f"on resource: {shown} because no identity-based policy allows" in message, noun
        getattr(iam, f"tag_{noun}")(**of, Tags=[{"Key": "team", "Value": "blue"}])
        assert tags(**of)["Tags"] == [{"Key": "team", "Value": "blue"}], noun
        getattr(iam, f"tag_{noun}")(**of, Tags=[{"Key": "team", "Value": "red"}])
        refused("AccessDenied", tags, **of)

    # By their paths.
    arns = [f"arn:aws:iam::{ACCOUNT}:{sort}/x/*" for sort in ("server-certificate", "instance-profile", "mfa")]
    below = {"Effect": "Allow", "Action": actions, "Resource": arns}
    iam.put_user_policy(UserName=name, PolicyName="p", PolicyDocument=json.dumps({"Version": "2012-10-17", "Statement": [below]}))
    for noun, of, shown in each[:2]:
        assert getattr(somebody, f"get_{noun}")(**of)
    iam.update_server_certificate(**certificate, NewPath="/y/")
    refused("AccessDenied", somebody.get_server_certificate, **certificate)
    iam.update_server_certificate(**certificate, NewPath="/x/")
    # Its new name must be one that he may change as well.
    message = refused("AccessDenied", somebody.update_server_certificate, **certificate, NewPath="/y/")
    assert f"on resource: arn:aws:iam::{ACCOUNT}:server-certificate/y/{own} because" in message
    somebody.delete_server_certificate(**certificate)
    somebody.delete_instance_profile(**profile)
    somebody.delete_virtual_mfa_device(**device)
    iam.delete_saml_provider(**saml)
    iam.delete_open_id_connect_provider(**oidc)
    for listed in iam.list_access_keys(UserName=name)["AccessKeyMetadata"]:
        iam.delete_access_key(UserName=name, AccessKeyId=listed["AccessKeyId"])
    iam.delete_user_policy(UserName=name, PolicyName="p")
    iam.delete_user(UserName=name)


def test_ssh_keys(iam):
    name, other = name_of("user"), name_of("user")
    for user in (name, other):
        iam.create_user(UserName=user)
    encoding, form = serialization.Encoding, serialization.PublicFormat
    keys = [rsa.generate_private_key(65537, 2048).public_key() for _ in range(2)]
    ssh = [key.public_bytes(encoding.OpenSSH, form.OpenSSH).decode() for key in keys]
    pem = [key.public_bytes(encoding.PEM, form.SubjectPublicKeyInfo).decode() for key in keys]
    made = iam.upload_ssh_public_key(UserName=name, SSHPublicKeyBody=f"{ssh[0]} ann@example.com")["SSHPublicKey"]
    id = made["SSHPublicKeyId"]
    assert id.startswith("APKA") and made["Status"] == "Active" and made["UserName"] == name
    digest = hashlib.md5(base64.b64decode(ssh[0].split()[1])).hexdigest()
    assert made["Fingerprint"] == ":".join(digest[at:at + 2] for at in range(0, 32, 2))
    of = {"UserName": name, "SSHPublicKeyId": id}
    got = iam.get_ssh_public_key(**of, Encoding="SSH")["SSHPublicKey"]
    assert got["SSHPublicKeyBody"] == f"{ssh[0]} ann@example.com" and got["UploadDate"] == made["UploadDate"]
    assert iam.get_ssh_public_key(**of, Encoding="PEM")["SSHPublicKey"]["SSHPublicKeyBody"].strip() == pem[0].strip()
    second = iam.upload_ssh_public_key(UserName=name, SSHPublicKeyBody=pem[1])["SSHPublicKey"]["SSHPublicKeyId"]
    got = iam.get_ssh_public_key(UserName=name, SSHPublicKeyId=second, Encoding="SSH")["SSHPublicKey"]
    assert got["SSHPublicKeyBody"] == ssh[1]

    upload = iam.upload_ssh_public_key
    assert refused("DuplicateSSHPublicKey", upload, UserName=name, SSHPublicKeyBody=pem[0])
    short = rsa.generate_private_key(65537, 1024).public_key().public_bytes(encoding.OpenSSH, form.OpenSSH).decode()
    for bad in (short, "ssh-rsa nonsense", ssh[0][:200]):
        assert refused("InvalidPublicKey", upload, UserName=name, SSHPublicKeyBody=bad)
    curve = ec.generate_private_key(ec.SECP256R1()).public_key().public_bytes(encoding.OpenSSH, form.OpenSSH).decode()
    for bad in (curve, "nonsense"):
        assert refused("UnrecognizedPublicKeyEncoding", upload, UserName=name, SSHPublicKeyBody=bad)
    assert refused("NoSuchEntity", upload, UserName=name_of("nobody"), SSHPublicKeyBody=ssh[0])
    # The same key may be another user's as well; one's keys are nobody else's.
    theirs = upload(UserName=other, SSHPublicKeyBody=ssh[0])["SSHPublicKey"]["SSHPublicKeyId"]
    message = refused("NoSuchEntity", iam.get_ssh_public_key, UserName=name, SSHPublicKeyId=theirs, Encoding="SSH")
    assert message == f"The Public Key with id {theirs} cannot be found."
    iam.delete_ssh_public_key(UserName=other, SSHPublicKeyId=theirs)

    iam.update_ssh_public_key(**of, Status="Inactive")
    listed = {key["SSHPublicKeyId"]: key for key in iam.list_ssh_public_keys(UserName=name)["SSHPublicKeys"]}
    assert {id: key["Status"] for id, key in listed.items()} == {id: "Inactive", second: "Active"}
    assert set(listed[id]) == {"UserName", "SSHPublicKeyId", "Status", "UploadDate"}
    assert refused("InvalidInput", iam.update_ssh_public_key, **of, Status="Expired")
    first = iam.list_ssh_public_keys(UserName=name, MaxItems=1)
    assert first["IsTruncated"] and len(first["SSHPublicKeys"]) == 1
    more = [rsa.generate_private_key(65537, 2048).public_key().public_bytes(encoding.OpenSSH, form.OpenSSH) for _ in range(4)]
    ids = [id, second]
    for key in more[:3]:
        ids.append(upload(UserName=name, SSHPublicKeyBody=key.decode())["SSHPublicKey"]["SSHPublicKeyId"])
    message = refused("LimitExceeded", upload, UserName=name, SSHPublicKeyBody=more[3].decode())
    assert message == "Cannot exceed quota for SSHPublicKeysPerUser: 5"
    assert refused("DeleteConflict", iam.delete_user, UserName=name)
    for key in ids:
        iam.delete_ssh_public_key(UserName=name, SSHPublicKeyId=key)
    assert refused("NoSuchEntity", iam.delete_ssh_public_key, **of)
    assert iam.list_ssh_public_keys(UserName=name)["SSHPublicKeys"] == []
    for user in (name, other):
        iam.delete_user(UserName=user)
