// Written by `cargo xtask generate`. Do not edit.

use crate::model::*;
use serde::{Deserialize, Serialize};

/// AWS Identity and Access Management.
pub static MODEL: ServiceModel = ServiceModel {
    signing_name: "iam",
    service_id: "IAM",
    api_version: "2010-05-08",
    target_prefix: "",
    xml_namespace: "https://iam.amazonaws.com/doc/2010-05-08/",
    protocol: Protocol::Query,
    dialects: &[],
    operations: &OPERATIONS,
    shapes: &SHAPES,
    siblings: &SIBLINGS,
};

static OPERATIONS: [Operation; 181] = [
    Operation { name: "AcceptDelegationRequest", method: "POST", uri: "/", status: 200, input: Some(ShapeId(0)), output: None, result_wrapper: "", errors: &[ShapeId(31), ShapeId(291), ShapeId(379)], built: false },
    Operation { name: "AcquireRole", method: "POST", uri: "/", status: 200, input: Some(ShapeId(8)), output: Some(ShapeId(9)), result_wrapper: "AcquireRoleResult", errors: &[ShapeId(31), ShapeId(119), ShapeId(204), ShapeId(209), ShapeId(287), ShapeId(290), ShapeId(291), ShapeId(359), ShapeId(360), ShapeId(379)], built: false },
    Operation { name: "AddClientIDToOpenIDConnectProvider", method: "POST", uri: "/", status: 200, input: Some(ShapeId(12)), output: None, result_wrapper: "", errors: &[ShapeId(31), ShapeId(204), ShapeId(209), ShapeId(291), ShapeId(379)], built: true },
    Operation { name: "AddRoleToInstanceProfile", method: "POST", uri: "/", status: 200, input: Some(ShapeId(13)), output: None, result_wrapper: "", errors: &[ShapeId(119), ShapeId(209), ShapeId(291), ShapeId(379), ShapeId(408)], built: true },
    Operation { name: "AddUserToGroup", method: "POST", uri: "/", status: 200, input: Some(ShapeId(14)), output: None, result_wrapper: "", errors: &[ShapeId(209), ShapeId(291), ShapeId(379)], built: true },
    Operation { name: "AssociateDelegationRequest", method: "POST", uri: "/", status: 200, input: Some(ShapeId(16)), output: None, result_wrapper: "", errors: &[ShapeId(31), ShapeId(204), ShapeId(291), ShapeId(379)], built: false },
    Operation { name: "AttachGroupPolicy", method: "POST", uri: "/", status: 200, input: Some(ShapeId(17)), output: None, result_wrapper: "", errors: &[ShapeId(204), ShapeId(209), ShapeId(291), ShapeId(318), ShapeId(379)], built: true },
    Operation { name: "AttachRolePolicy", method: "POST", uri: "/", status: 200, input: Some(ShapeId(18)), output: None, result_wrapper: "", errors: &[ShapeId(204), ShapeId(209), ShapeId(291), ShapeId(318), ShapeId(379), ShapeId(408)], built: true },
    Operation { name: "AttachUserPolicy", method: "POST", uri: "/", status: 200, input: Some(ShapeId(19)), output: None, result_wrapper: "", errors: &[ShapeId(204), ShapeId(209), ShapeId(291), ShapeId(318), ShapeId(379)], built: true },
    Operation { name: "ChangePassword", method: "POST", uri: "/", status: 200, input: Some(ShapeId(29)), output: None, result_wrapper: "", errors: &[ShapeId(122), ShapeId(206), ShapeId(209), ShapeId(291), ShapeId(304), ShapeId(379)], built: true },
    Operation { name: "CreateAccessKey", method: "POST", uri: "/", status: 200, input: Some(ShapeId(42)), output: Some(ShapeId(43)), result_wrapper: "CreateAccessKeyResult", errors: &[ShapeId(209), ShapeId(291), ShapeId(379)], built: true },
    Operation { name: "CreateAccountAlias", method: "POST", uri: "/", status: 200, input: Some(ShapeId(44)), output: None, result_wrapper: "", errors: &[ShapeId(31), ShapeId(119), ShapeId(209), ShapeId(379)], built: true },
    Operation { name: "CreateDelegationRequest", method: "POST", uri: "/", status: 200, input: Some(ShapeId(45)), output: Some(ShapeId(46)), result_wrapper: "CreateDelegationRequestResult", errors: &[ShapeId(31), ShapeId(119), ShapeId(204), ShapeId(209), ShapeId(379)], built: false },
    Operation { name: "CreateGroup", method: "POST", uri: "/", status: 200, input: Some(ShapeId(47)), output: Some(ShapeId(48)), result_wrapper: "CreateGroupResult", errors: &[ShapeId(119), ShapeId(209), ShapeId(291), ShapeId(379)], built: true },
    Operation { name: "CreateInstanceProfile", method: "POST", uri: "/", status: 200, input: Some(ShapeId(49)), output: Some(ShapeId(50)), result_wrapper: "CreateInstanceProfileResult", errors: &[ShapeId(31), ShapeId(119), ShapeId(204), ShapeId(209), ShapeId(379)], built: true },
    Operation { name: "CreateLoginProfile", method: "POST", uri: "/", status: 200, input: Some(ShapeId(51)), output: Some(ShapeId(52)), result_wrapper: "CreateLoginProfileResult", errors: &[ShapeId(119), ShapeId(209), ShapeId(291), ShapeId(304), ShapeId(379)], built: true },
    Operation { name: "CreateOpenIDConnectProvider", method: "POST", uri: "/", status: 200, input: Some(ShapeId(53)), output: Some(ShapeId(54)), result_wrapper: "CreateOpenIDConnectProviderResult", errors: &[ShapeId(31), ShapeId(119), ShapeId(204), ShapeId(209), ShapeId(295), ShapeId(379)], built: true },
    Operation { name: "CreatePolicy", method: "POST", uri: "/", status: 200, input: Some(ShapeId(55)), output: Some(ShapeId(56)), result_wrapper: "CreatePolicyResult", errors: &[ShapeId(31), ShapeId(119), ShapeId(204), ShapeId(209), ShapeId(287), ShapeId(379)], built: true },
    Operation { name: "CreatePolicyVersion", method: "POST", uri: "/", status: 200, input: Some(ShapeId(57)), output: Some(ShapeId(58)), result_wrapper: "CreatePolicyVersionResult", errors: &[ShapeId(204), ShapeId(209), ShapeId(287), ShapeId(291), ShapeId(379)], built: true },
    Operation { name: "CreateRole", method: "POST", uri: "/", status: 200, input: Some(ShapeId(59)), output: Some(ShapeId(60)), result_wrapper: "CreateRoleResult", errors: &[ShapeId(31), ShapeId(119), ShapeId(204), ShapeId(209), ShapeId(287), ShapeId(379)], built: true },
    Operation { name: "CreateSAMLProvider", method: "POST", uri: "/", status: 200, input: Some(ShapeId(61)), output: Some(ShapeId(62)), result_wrapper: "CreateSAMLProviderResult", errors: &[ShapeId(31), ShapeId(119), ShapeId(204), ShapeId(209), ShapeId(379)], built: true },
    Operation { name: "CreateServiceLinkedRole", method: "POST", uri: "/", status: 200, input: Some(ShapeId(63)), output: Some(ShapeId(64)), result_wrapper: "CreateServiceLinkedRoleResult", errors: &[ShapeId(204), ShapeId(209), ShapeId(291), ShapeId(379)], built: true },
    Operation { name: "CreateServiceSpecificCredential", method: "POST", uri: "/", status: 200, input: Some(ShapeId(65)), output: Some(ShapeId(66)), result_wrapper: "CreateServiceSpecificCredentialResult", errors: &[ShapeId(209), ShapeId(291), ShapeId(381)], built: true },
    Operation { name: "CreateUser", method: "POST", uri: "/", status: 200, input: Some(ShapeId(67)), output: Some(ShapeId(68)), result_wrapper: "CreateUserResult", errors: &[ShapeId(31), ShapeId(119), ShapeId(204), ShapeId(209), ShapeId(291), ShapeId(379)], built: true },
    Operation { name: "CreateVirtualMFADevice", method: "POST", uri: "/", status: 200, input: Some(ShapeId(69)), output: Some(ShapeId(70)), result_wrapper: "CreateVirtualMFADeviceResult", errors: &[ShapeId(31), ShapeId(119), ShapeId(204), ShapeId(209), ShapeId(379)], built: true },
    Operation { name: "DeactivateMFADevice", method: "POST", uri: "/", status: 200, input: Some(ShapeId(74)), output: None, result_wrapper: "", errors: &[ShapeId(31), ShapeId(122), ShapeId(209), ShapeId(291), ShapeId(379)], built: true },
    Operation { name: "DeleteAccessKey", method: "POST", uri: "/", status: 200, input: Some(ShapeId(77)), output: None, result_wrapper: "", errors: &[ShapeId(209), ShapeId(291), ShapeId(379)], built: true },
    Operation { name: "DeleteAccountAlias", method: "POST", uri: "/", status: 200, input: Some(ShapeId(78)), output: None, result_wrapper: "", errors: &[ShapeId(31), ShapeId(209), ShapeId(291), ShapeId(379)], built: true },
    Operation { name: "DeleteAccountPasswordPolicy", method: "POST", uri: "/", status: 200, input: None, output: None, result_wrapper: "", errors: &[ShapeId(209), ShapeId(291), ShapeId(379)], built: true },
    Operation { name: "DeleteGroup", method: "POST", uri: "/", status: 200, input: Some(ShapeId(81)), output: None, result_wrapper: "", errors: &[ShapeId(79), ShapeId(209), ShapeId(291), ShapeId(379)], built: true },
    Operation { name: "DeleteGroupPolicy", method: "POST", uri: "/", status: 200, input: Some(ShapeId(80)), output: None, result_wrapper: "", errors: &[ShapeId(209), ShapeId(291), ShapeId(379)], built: true },
    Operation { name: "DeleteInstanceProfile", method: "POST", uri: "/", status: 200, input: Some(ShapeId(82)), output: None, result_wrapper: "", errors: &[ShapeId(79), ShapeId(209), ShapeId(291), ShapeId(379)], built: true },
    Operation { name: "DeleteLoginProfile", method: "POST", uri: "/", status: 200, input: Some(ShapeId(83)), output: None, result_wrapper: "", errors: &[ShapeId(122), ShapeId(209), ShapeId(291), ShapeId(379)], built: true },
    Operation { name: "DeleteOpenIDConnectProvider", method: "POST", uri: "/", status: 200, input: Some(ShapeId(84)), output: None, result_wrapper: "", errors: &[ShapeId(31), ShapeId(204), ShapeId(291), ShapeId(379)], built: true },
    Operation { name: "DeletePolicy", method: "POST", uri: "/", status: 200, input: Some(ShapeId(85)), output: None, result_wrapper: "", errors: &[ShapeId(79), ShapeId(204), ShapeId(209), ShapeId(291), ShapeId(379)], built: true },
    Operation { name: "DeletePolicyVersion", method: "POST", uri: "/", status: 200, input: Some(ShapeId(86)), output: None, result_wrapper: "", errors: &[ShapeId(79), ShapeId(204), ShapeId(209), ShapeId(291), ShapeId(379)], built: true },
    Operation { name: "DeleteRole", method: "POST", uri: "/", status: 200, input: Some(ShapeId(89)), output: None, result_wrapper: "", errors: &[ShapeId(31), ShapeId(79), ShapeId(209), ShapeId(291), ShapeId(379), ShapeId(408)], built: true },
    Operation { name: "DeleteRolePermissionsBoundary", method: "POST", uri: "/", status: 200, input: Some(ShapeId(87)), output: None, result_wrapper: "", errors: &[ShapeId(291), ShapeId(379), ShapeId(408)], built: true },
    Operation { name: "DeleteRolePolicy", method: "POST", uri: "/", status: 200, input: Some(ShapeId(88)), output: None, result_wrapper: "", errors: &[ShapeId(209), ShapeId(291), ShapeId(379), ShapeId(408)], built: true },
    Operation { name: "DeleteSAMLProvider", method: "POST", uri: "/", status: 200, input: Some(ShapeId(90)), output: None, result_wrapper: "", errors: &[ShapeId(31), ShapeId(204), ShapeId(209), ShapeId(291), ShapeId(379)], built: true },
    Operation { name: "DeleteSSHPublicKey", method: "POST", uri: "/", status: 200, input: Some(ShapeId(91)), output: None, result_wrapper: "", errors: &[ShapeId(291)], built: true },
    Operation { name: "DeleteServerCertificate", method: "POST", uri: "/", status: 200, input: Some(ShapeId(92)), output: None, result_wrapper: "", errors: &[ShapeId(79), ShapeId(209), ShapeId(291), ShapeId(379)], built: true },
    Operation { name: "DeleteServiceLinkedRole", method: "POST", uri: "/", status: 200, input: Some(ShapeId(93)), output: Some(ShapeId(94)), result_wrapper: "DeleteServiceLinkedRoleResult", errors: &[ShapeId(209), ShapeId(291), ShapeId(379)], built: true },
    Operation { name: "DeleteServiceSpecificCredential", method: "POST", uri: "/", status: 200, input: Some(ShapeId(95)), output: None, result_wrapper: "", errors: &[ShapeId(291)], built: true },
    Operation { name: "DeleteSigningCertificate", method: "POST", uri: "/", status: 200, input: Some(ShapeId(96)), output: None, result_wrapper: "", errors: &[ShapeId(31), ShapeId(209), ShapeId(291), ShapeId(379)], built: true },
    Operation { name: "DeleteUser", method: "POST", uri: "/", status: 200, input: Some(ShapeId(99)), output: None, result_wrapper: "", errors: &[ShapeId(31), ShapeId(79), ShapeId(209), ShapeId(291), ShapeId(379)], built: true },
    Operation { name: "DeleteUserPermissionsBoundary", method: "POST", uri: "/", status: 200, input: Some(ShapeId(97)), output: None, result_wrapper: "", errors: &[ShapeId(291), ShapeId(379)], built: true },
    Operation { name: "DeleteUserPolicy", method: "POST", uri: "/", status: 200, input: Some(ShapeId(98)), output: None, result_wrapper: "", errors: &[ShapeId(209), ShapeId(291), ShapeId(379)], built: true },
    Operation { name: "DeleteVirtualMFADevice", method: "POST", uri: "/", status: 200, input: Some(ShapeId(100)), output: None, result_wrapper: "", errors: &[ShapeId(31), ShapeId(79), ShapeId(209), ShapeId(291), ShapeId(379)], built: true },
    Operation { name: "DetachGroupPolicy", method: "POST", uri: "/", status: 200, input: Some(ShapeId(104)), output: None, result_wrapper: "", errors: &[ShapeId(204), ShapeId(209), ShapeId(291), ShapeId(379)], built: true },
    Operation { name: "DetachRolePolicy", method: "POST", uri: "/", status: 200, input: Some(ShapeId(105)), output: None, result_wrapper: "", errors: &[ShapeId(204), ShapeId(209), ShapeId(291), ShapeId(379), ShapeId(408)], built: true },
    Operation { name: "DetachUserPolicy", method: "POST", uri: "/", status: 200, input: Some(ShapeId(106)), output: None, result_wrapper: "", errors: &[ShapeId(204), ShapeId(209), ShapeId(291), ShapeId(379)], built: true },
    Operation { name: "DisableOrganizationsRootCredentialsManagement", method: "POST", uri: "/", status: 200, input: Some(ShapeId(107)), output: Some(ShapeId(108)), result_wrapper: "DisableOrganizationsRootCredentialsManagementResult", errors: &[ShapeId(7), ShapeId(298), ShapeId(299), ShapeId(378)], built: false },
    Operation { name: "DisableOrganizationsRootSessions", method: "POST", uri: "/", status: 200, input: Some(ShapeId(109)), output: Some(ShapeId(110)), result_wrapper: "DisableOrganizationsRootSessionsResult", errors: &[ShapeId(7), ShapeId(298), ShapeId(299), ShapeId(378)], built: false },
    Operation { name: "DisableOutboundWebIdentityFederation", method: "POST", uri: "/", status: 200, input: None, output: None, result_wrapper: "", errors: &[ShapeId(129)], built: false },
    Operation { name: "EnableMFADevice", method: "POST", uri: "/", status: 200, input: Some(ShapeId(113)), output: None, result_wrapper: "", errors: &[ShapeId(31), ShapeId(119), ShapeId(122), ShapeId(202), ShapeId(209), ShapeId(291), ShapeId(379)], built: true },
    Operation { name: "EnableOrganizationsRootCredentialsManagement", method: "POST", uri: "/", status: 200, input: Some(ShapeId(114)), output: Some(ShapeId(115)), result_wrapper: "EnableOrganizationsRootCredentialsManagementResult", errors: &[ShapeId(7), ShapeId(25), ShapeId(298), ShapeId(299), ShapeId(378)], built: false },
    Operation { name: "EnableOrganizationsRootSessions", method: "POST", uri: "/", status: 200, input: Some(ShapeId(116)), output: Some(ShapeId(117)), result_wrapper: "EnableOrganizationsRootSessionsResult", errors: &[ShapeId(7), ShapeId(25), ShapeId(298), ShapeId(299), ShapeId(378)], built: false },
    Operation { name: "EnableOutboundWebIdentityFederation", method: "POST", uri: "/", status: 200, input: None, output: Some(ShapeId(118)), result_wrapper: "EnableOutboundWebIdentityFederationResult", errors: &[ShapeId(131)], built: false },
    Operation { name: "GenerateCredentialReport", method: "POST", uri: "/", status: 200, input: None, output: Some(ShapeId(135)), result_wrapper: "GenerateCredentialReportResult", errors: &[ShapeId(209), ShapeId(379)], built: true },
    Operation { name: "GenerateOrganizationsAccessReport", method: "POST", uri: "/", status: 200, input: Some(ShapeId(136)), output: Some(ShapeId(137)), result_wrapper: "GenerateOrganizationsAccessReportResult", errors: &[ShapeId(345)], built: false },
    Operation { name: "GenerateServiceLastAccessedDetails", method: "POST", uri: "/", status: 200, input: Some(ShapeId(138)), output: Some(ShapeId(139)), result_wrapper: "GenerateServiceLastAccessedDetailsResult", errors: &[ShapeId(204), ShapeId(291)], built: true },
    Operation { name: "GetAccessKeyLastUsed", method: "POST", uri: "/", status: 200, input: Some(ShapeId(140)), output: Some(ShapeId(141)), result_wrapper: "GetAccessKeyLastUsedResult", errors: &[], built: true },
    Operation { name: "GetAccountAuthorizationDetails", method: "POST", uri: "/", status: 200, input: Some(ShapeId(142)), output: Some(ShapeId(143)), result_wrapper: "GetAccountAuthorizationDetailsResult", errors: &[ShapeId(379)], built: true },
    Operation { name: "GetAccountPasswordPolicy", method: "POST", uri: "/", status: 200, input: None, output: Some(ShapeId(144)), result_wrapper: "GetAccountPasswordPolicyResult", errors: &[ShapeId(291), ShapeId(379)], built: true },
    Operation { name: "GetAccountProperties", method: "POST", uri: "/", status: 200, input: Some(ShapeId(145)), output: Some(ShapeId(146)), result_wrapper: "GetAccountPropertiesResult", errors: &[ShapeId(204), ShapeId(379)], built: false },
    Operation { name: "GetAccountSummary", method: "POST", uri: "/", status: 200, input: None, output: Some(ShapeId(147)), result_wrapper: "GetAccountSummaryResult", errors: &[ShapeId(379)], built: true },
    Operation { name: "GetContextKeysForCustomPolicy", method: "POST", uri: "/", status: 200, input: Some(ShapeId(148)), output: Some(ShapeId(149)), result_wrapper: "GetContextKeysForCustomPolicyResult", errors: &[ShapeId(204)], built: true },
    Operation { name: "GetContextKeysForPrincipalPolicy", method: "POST", uri: "/", status: 200, input: Some(ShapeId(150)), output: Some(ShapeId(149)), result_wrapper: "GetContextKeysForPrincipalPolicyResult", errors: &[ShapeId(204), ShapeId(291)], built: true },
    Operation { name: "GetCredentialReport", method: "POST", uri: "/", status: 200, input: None, output: Some(ShapeId(151)), result_wrapper: "GetCredentialReportResult", errors: &[ShapeId(71), ShapeId(72), ShapeId(73), ShapeId(379)], built: true },
    Operation { name: "GetDelegationRequest", method: "POST", uri: "/", status: 200, input: Some(ShapeId(152)), output: Some(ShapeId(153)), result_wrapper: "GetDelegationRequestResult", errors: &[ShapeId(291), ShapeId(379)], built: false },
    Operation { name: "GetGroup", method: "POST", uri: "/", status: 200, input: Some(ShapeId(156)), output: Some(ShapeId(157)), result_wrapper: "GetGroupResult", errors: &[ShapeId(291), ShapeId(379)], built: true },
    Operation { name: "GetGroupPolicy", method: "POST", uri: "/", status: 200, input: Some(ShapeId(154)), output: Some(ShapeId(155)), result_wrapper: "GetGroupPolicyResult", errors: &[ShapeId(291), ShapeId(379)], built: true },
    Operation { name: "GetHumanReadableSummary", method: "POST", uri: "/", status: 200, input: Some(ShapeId(158)), output: Some(ShapeId(159)), result_wrapper: "GetHumanReadableSummaryResult", errors: &[ShapeId(204), ShapeId(291), ShapeId(379)], built: false },
    Operation { name: "GetInstanceProfile", method: "POST", uri: "/", status: 200, input: Some(ShapeId(160)), output: Some(ShapeId(161)), result_wrapper: "GetInstanceProfileResult", errors: &[ShapeId(291), ShapeId(379)], built: true },
    Operation { name: "GetLoginProfile", method: "POST", uri: "/", status: 200, input: Some(ShapeId(162)), output: Some(ShapeId(163)), result_wrapper: "GetLoginProfileResult", errors: &[ShapeId(291), ShapeId(379)], built: true },
    Operation { name: "GetMFADevice", method: "POST", uri: "/", status: 200, input: Some(ShapeId(164)), output: Some(ShapeId(165)), result_wrapper: "GetMFADeviceResult", errors: &[ShapeId(291), ShapeId(379)], built: true },
    Operation { name: "GetOpenIDConnectProvider", method: "POST", uri: "/", status: 200, input: Some(ShapeId(166)), output: Some(ShapeId(167)), result_wrapper: "GetOpenIDConnectProviderResult", errors: &[ShapeId(204), ShapeId(291), ShapeId(379)], built: true },
    Operation { name: "GetOrganizationsAccessReport", method: "POST", uri: "/", status: 200, input: Some(ShapeId(168)), output: Some(ShapeId(169)), result_wrapper: "GetOrganizationsAccessReportResult", errors: &[ShapeId(291)], built: false },
    Operation { name: "GetOutboundWebIdentityFederationInfo", method: "POST", uri: "/", status: 200, input: None, output: Some(ShapeId(170)), result_wrapper: "GetOutboundWebIdentityFederationInfoResult", errors: &[ShapeId(129)], built: false },
    Operation { name: "GetPolicy", method: "POST", uri: "/", status: 200, input: Some(ShapeId(171)), output: Some(ShapeId(172)), result_wrapper: "GetPolicyResult", errors: &[ShapeId(204), ShapeId(291), ShapeId(379)], built: true },
    Operation { name: "GetPolicyVersion", method: "POST", uri: "/", status: 200, input: Some(ShapeId(173)), output: Some(ShapeId(174)), result_wrapper: "GetPolicyVersionResult", errors: &[ShapeId(204), ShapeId(291), ShapeId(379)], built: true },
    Operation { name: "GetRole", method: "POST", uri: "/", status: 200, input: Some(ShapeId(177)), output: Some(ShapeId(178)), result_wrapper: "GetRoleResult", errors: &[ShapeId(291), ShapeId(379)], built: true },
    Operation { name: "GetRolePolicy", method: "POST", uri: "/", status: 200, input: Some(ShapeId(175)), output: Some(ShapeId(176)), result_wrapper: "GetRolePolicyResult", errors: &[ShapeId(291), ShapeId(379)], built: true },
    Operation { name: "GetRoleTemplateVersion", method: "POST", uri: "/", status: 200, input: Some(ShapeId(179)), output: Some(ShapeId(180)), result_wrapper: "GetRoleTemplateVersionResult", errors: &[ShapeId(204), ShapeId(291), ShapeId(379)], built: false },
    Operation { name: "GetSAMLProvider", method: "POST", uri: "/", status: 200, input: Some(ShapeId(181)), output: Some(ShapeId(182)), result_wrapper: "GetSAMLProviderResult", errors: &[ShapeId(204), ShapeId(291), ShapeId(379)], built: true },
    Operation { name: "GetSSHPublicKey", method: "POST", uri: "/", status: 200, input: Some(ShapeId(183)), output: Some(ShapeId(184)), result_wrapper: "GetSSHPublicKeyResult", errors: &[ShapeId(291), ShapeId(409)], built: true },
    Operation { name: "GetServerCertificate", method: "POST", uri: "/", status: 200, input: Some(ShapeId(185)), output: Some(ShapeId(186)), result_wrapper: "GetServerCertificateResult", errors: &[ShapeId(291), ShapeId(379)], built: true },
    Operation { name: "GetServiceLastAccessedDetails", method: "POST", uri: "/", status: 200, input: Some(ShapeId(187)), output: Some(ShapeId(188)), result_wrapper: "GetServiceLastAccessedDetailsResult", errors: &[ShapeId(204), ShapeId(291)], built: true },
    Operation { name: "GetServiceLastAccessedDetailsWithEntities", method: "POST", uri: "/", status: 200, input: Some(ShapeId(189)), output: Some(ShapeId(190)), result_wrapper: "GetServiceLastAccessedDetailsWithEntitiesResult", errors: &[ShapeId(204), ShapeId(291)], built: true },
    Operation { name: "GetServiceLinkedRoleDeletionStatus", method: "POST", uri: "/", status: 200, input: Some(ShapeId(191)), output: Some(ShapeId(192)), result_wrapper: "GetServiceLinkedRoleDeletionStatusResult", errors: &[ShapeId(204), ShapeId(291), ShapeId(379)], built: true },
    Operation { name: "GetUser", method: "POST", uri: "/", status: 200, input: Some(ShapeId(195)), output: Some(ShapeId(196)), result_wrapper: "GetUserResult", errors: &[ShapeId(291), ShapeId(379)], built: true },
    Operation { name: "GetUserPolicy", method: "POST", uri: "/", status: 200, input: Some(ShapeId(193)), output: Some(ShapeId(194)), result_wrapper: "GetUserPolicyResult", errors: &[ShapeId(291), ShapeId(379)], built: true },
    Operation { name: "ListAccessKeys", method: "POST", uri: "/", status: 200, input: Some(ShapeId(211)), output: Some(ShapeId(212)), result_wrapper: "ListAccessKeysResult", errors: &[ShapeId(291), ShapeId(379)], built: true },
    Operation { name: "ListAccountAliases", method: "POST", uri: "/", status: 200, input: Some(ShapeId(213)), output: Some(ShapeId(214)), result_wrapper: "ListAccountAliasesResult", errors: &[ShapeId(379)], built: true },
    Operation { name: "ListAttachedGroupPolicies", method: "POST", uri: "/", status: 200, input: Some(ShapeId(215)), output: Some(ShapeId(216)), result_wrapper: "ListAttachedGroupPoliciesResult", errors: &[ShapeId(204), ShapeId(291), ShapeId(379)], built: true },
    Operation { name: "ListAttachedRolePolicies", method: "POST", uri: "/", status: 200, input: Some(ShapeId(217)), output: Some(ShapeId(218)), result_wrapper: "ListAttachedRolePoliciesResult", errors: &[ShapeId(204), ShapeId(291), ShapeId(379)], built: true },
    Operation { name: "ListAttachedUserPolicies", method: "POST", uri: "/", status: 200, input: Some(ShapeId(219)), output: Some(ShapeId(220)), result_wrapper: "ListAttachedUserPoliciesResult", errors: &[ShapeId(204), ShapeId(291), ShapeId(379)], built: true },
    Operation { name: "ListDelegationRequests", method: "POST", uri: "/", status: 200, input: Some(ShapeId(221)), output: Some(ShapeId(222)), result_wrapper: "ListDelegationRequestsResult", errors: &[ShapeId(204), ShapeId(291), ShapeId(379)], built: false },
    Operation { name: "ListEntitiesForPolicy", method: "POST", uri: "/", status: 200, input: Some(ShapeId(223)), output: Some(ShapeId(224)), result_wrapper: "ListEntitiesForPolicyResult", errors: &[ShapeId(204), ShapeId(291), ShapeId(379)], built: true },
    Operation { name: "ListGroupPolicies", method: "POST", uri: "/", status: 200, input: Some(ShapeId(225)), output: Some(ShapeId(226)), result_wrapper: "ListGroupPoliciesResult", errors: &[ShapeId(291), ShapeId(379)], built: true },
    Operation { name: "ListGroups", method: "POST", uri: "/", status: 200, input: Some(ShapeId(229)), output: Some(ShapeId(230)), result_wrapper: "ListGroupsResult", errors: &[ShapeId(379)], built: true },
    Operation { name: "ListGroupsForUser", method: "POST", uri: "/", status: 200, input: Some(ShapeId(227)), output: Some(ShapeId(228)), result_wrapper: "ListGroupsForUserResult", errors: &[ShapeId(291), ShapeId(379)], built: true },
    Operation { name: "ListInstanceProfileTags", method: "POST", uri: "/", status: 200, input: Some(ShapeId(231)), output: Some(ShapeId(232)), result_wrapper: "ListInstanceProfileTagsResult", errors: &[ShapeId(291), ShapeId(379)], built: true },
    Operation { name: "ListInstanceProfiles", method: "POST", uri: "/", status: 200, input: Some(ShapeId(235)), output: Some(ShapeId(236)), result_wrapper: "ListInstanceProfilesResult", errors: &[ShapeId(379)], built: true },
    Operation { name: "ListInstanceProfilesForRole", method: "POST", uri: "/", status: 200, input: Some(ShapeId(233)), output: Some(ShapeId(234)), result_wrapper: "ListInstanceProfilesForRoleResult", errors: &[ShapeId(291), ShapeId(379)], built: true },
    Operation { name: "ListMFADeviceTags", method: "POST", uri: "/", status: 200, input: Some(ShapeId(237)), output: Some(ShapeId(238)), result_wrapper: "ListMFADeviceTagsResult", errors: &[ShapeId(204), ShapeId(291), ShapeId(379)], built: true },
    Operation { name: "ListMFADevices", method: "POST", uri: "/", status: 200, input: Some(ShapeId(239)), output: Some(ShapeId(240)), result_wrapper: "ListMFADevicesResult", errors: &[ShapeId(291), ShapeId(379)], built: true },
    Operation { name: "ListOpenIDConnectProviderTags", method: "POST", uri: "/", status: 200, input: Some(ShapeId(241)), output: Some(ShapeId(242)), result_wrapper: "ListOpenIDConnectProviderTagsResult", errors: &[ShapeId(204), ShapeId(291), ShapeId(379)], built: true },
    Operation { name: "ListOpenIDConnectProviders", method: "POST", uri: "/", status: 200, input: Some(ShapeId(243)), output: Some(ShapeId(244)), result_wrapper: "ListOpenIDConnectProvidersResult", errors: &[ShapeId(379)], built: true },
    Operation { name: "ListOrganizationsFeatures", method: "POST", uri: "/", status: 200, input: Some(ShapeId(245)), output: Some(ShapeId(246)), result_wrapper: "ListOrganizationsFeaturesResult", errors: &[ShapeId(7), ShapeId(298), ShapeId(299), ShapeId(378)], built: false },
    Operation { name: "ListPolicies", method: "POST", uri: "/", status: 200, input: Some(ShapeId(250)), output: Some(ShapeId(251)), result_wrapper: "ListPoliciesResult", errors: &[ShapeId(379)], built: true },
    Operation { name: "ListPoliciesGrantingServiceAccess", method: "POST", uri: "/", status: 200, input: Some(ShapeId(248)), output: Some(ShapeId(249)), result_wrapper: "ListPoliciesGrantingServiceAccessResult", errors: &[ShapeId(204), ShapeId(291)], built: true },
    Operation { name: "ListPolicyTags", method: "POST", uri: "/", status: 200, input: Some(ShapeId(252)), output: Some(ShapeId(253)), result_wrapper: "ListPolicyTagsResult", errors: &[ShapeId(204), ShapeId(291), ShapeId(379)], built: true },
    Operation { name: "ListPolicyVersions", method: "POST", uri: "/", status: 200, input: Some(ShapeId(254)), output: Some(ShapeId(255)), result_wrapper: "ListPolicyVersionsResult", errors: &[ShapeId(204), ShapeId(291), ShapeId(379)], built: true },
    Operation { name: "ListRolePolicies", method: "POST", uri: "/", status: 200, input: Some(ShapeId(256)), output: Some(ShapeId(257)), result_wrapper: "ListRolePoliciesResult", errors: &[ShapeId(291), ShapeId(379)], built: true },
    Operation { name: "ListRoleTags", method: "POST", uri: "/", status: 200, input: Some(ShapeId(258)), output: Some(ShapeId(259)), result_wrapper: "ListRoleTagsResult", errors: &[ShapeId(291), ShapeId(379)], built: true },
    Operation { name: "ListRoles", method: "POST", uri: "/", status: 200, input: Some(ShapeId(260)), output: Some(ShapeId(261)), result_wrapper: "ListRolesResult", errors: &[ShapeId(379)], built: true },
    Operation { name: "ListSAMLProviderTags", method: "POST", uri: "/", status: 200, input: Some(ShapeId(262)), output: Some(ShapeId(263)), result_wrapper: "ListSAMLProviderTagsResult", errors: &[ShapeId(204), ShapeId(291), ShapeId(379)], built: true },
    Operation { name: "ListSAMLProviders", method: "POST", uri: "/", status: 200, input: Some(ShapeId(264)), output: Some(ShapeId(265)), result_wrapper: "ListSAMLProvidersResult", errors: &[ShapeId(379)], built: true },
    Operation { name: "ListSSHPublicKeys", method: "POST", uri: "/", status: 200, input: Some(ShapeId(266)), output: Some(ShapeId(267)), result_wrapper: "ListSSHPublicKeysResult", errors: &[ShapeId(291)], built: true },
    Operation { name: "ListServerCertificateTags", method: "POST", uri: "/", status: 200, input: Some(ShapeId(268)), output: Some(ShapeId(269)), result_wrapper: "ListServerCertificateTagsResult", errors: &[ShapeId(291), ShapeId(379)], built: true },
    Operation { name: "ListServerCertificates", method: "POST", uri: "/", status: 200, input: Some(ShapeId(270)), output: Some(ShapeId(271)), result_wrapper: "ListServerCertificatesResult", errors: &[ShapeId(379)], built: true },
    Operation { name: "ListServiceSpecificCredentials", method: "POST", uri: "/", status: 200, input: Some(ShapeId(272)), output: Some(ShapeId(273)), result_wrapper: "ListServiceSpecificCredentialsResult", errors: &[ShapeId(291), ShapeId(381)], built: true },
    Operation { name: "ListSigningCertificates", method: "POST", uri: "/", status: 200, input: Some(ShapeId(274)), output: Some(ShapeId(275)), result_wrapper: "ListSigningCertificatesResult", errors: &[ShapeId(291), ShapeId(379)], built: true },
    Operation { name: "ListUserPolicies", method: "POST", uri: "/", status: 200, input: Some(ShapeId(276)), output: Some(ShapeId(277)), result_wrapper: "ListUserPoliciesResult", errors: &[ShapeId(291), ShapeId(379)], built: true },
    Operation { name: "ListUserTags", method: "POST", uri: "/", status: 200, input: Some(ShapeId(278)), output: Some(ShapeId(279)), result_wrapper: "ListUserTagsResult", errors: &[ShapeId(291), ShapeId(379)], built: true },
    Operation { name: "ListUsers", method: "POST", uri: "/", status: 200, input: Some(ShapeId(280)), output: Some(ShapeId(281)), result_wrapper: "ListUsersResult", errors: &[ShapeId(379)], built: true },
    Operation { name: "ListVirtualMFADevices", method: "POST", uri: "/", status: 200, input: Some(ShapeId(282)), output: Some(ShapeId(283)), result_wrapper: "ListVirtualMFADevicesResult", errors: &[], built: true },
    Operation { name: "PutAccountProperties", method: "POST", uri: "/", status: 200, input: Some(ShapeId(329)), output: Some(ShapeId(330)), result_wrapper: "PutAccountPropertiesResult", errors: &[ShapeId(31), ShapeId(204), ShapeId(379)], built: false },
    Operation { name: "PutGroupPolicy", method: "POST", uri: "/", status: 200, input: Some(ShapeId(331)), output: None, result_wrapper: "", errors: &[ShapeId(209), ShapeId(287), ShapeId(291), ShapeId(379)], built: true },
    Operation { name: "PutRolePermissionsBoundary", method: "POST", uri: "/", status: 200, input: Some(ShapeId(332)), output: None, result_wrapper: "", errors: &[ShapeId(204), ShapeId(291), ShapeId(318), ShapeId(379), ShapeId(408)], built: true },
    Operation { name: "PutRolePolicy", method: "POST", uri: "/", status: 200, input: Some(ShapeId(333)), output: None, result_wrapper: "", errors: &[ShapeId(209), ShapeId(287), ShapeId(291), ShapeId(379), ShapeId(408)], built: true },
    Operation { name: "PutUserPermissionsBoundary", method: "POST", uri: "/", status: 200, input: Some(ShapeId(334)), output: None, result_wrapper: "", errors: &[ShapeId(204), ShapeId(291), ShapeId(318), ShapeId(379)], built: true },
    Operation { name: "PutUserPolicy", method: "POST", uri: "/", status: 200, input: Some(ShapeId(335)), output: None, result_wrapper: "", errors: &[ShapeId(209), ShapeId(287), ShapeId(291), ShapeId(379)], built: true },
    Operation { name: "RejectDelegationRequest", method: "POST", uri: "/", status: 200, input: Some(ShapeId(338)), output: None, result_wrapper: "", errors: &[ShapeId(31), ShapeId(204), ShapeId(291), ShapeId(379)], built: false },
    Operation { name: "RemoveClientIDFromOpenIDConnectProvider", method: "POST", uri: "/", status: 200, input: Some(ShapeId(339)), output: None, result_wrapper: "", errors: &[ShapeId(31), ShapeId(204), ShapeId(291), ShapeId(379)], built: true },
    Operation { name: "RemoveRoleFromInstanceProfile", method: "POST", uri: "/", status: 200, input: Some(ShapeId(340)), output: None, result_wrapper: "", errors: &[ShapeId(209), ShapeId(291), ShapeId(379), ShapeId(408)], built: true },
    Operation { name: "RemoveUserFromGroup", method: "POST", uri: "/", status: 200, input: Some(ShapeId(341)), output: None, result_wrapper: "", errors: &[ShapeId(209), ShapeId(291), ShapeId(379)], built: true },
    Operation { name: "ResetServiceSpecificCredential", method: "POST", uri: "/", status: 200, input: Some(ShapeId(348)), output: Some(ShapeId(349)), result_wrapper: "ResetServiceSpecificCredentialResult", errors: &[ShapeId(291)], built: true },
    Operation { name: "ResyncMFADevice", method: "POST", uri: "/", status: 200, input: Some(ShapeId(355)), output: None, result_wrapper: "", errors: &[ShapeId(31), ShapeId(202), ShapeId(209), ShapeId(291), ShapeId(379)], built: true },
    Operation { name: "SendDelegationToken", method: "POST", uri: "/", status: 200, input: Some(ShapeId(375)), output: None, result_wrapper: "", errors: &[ShapeId(31), ShapeId(204), ShapeId(291), ShapeId(379)], built: false },
    Operation { name: "SetDefaultPolicyVersion", method: "POST", uri: "/", status: 200, input: Some(ShapeId(386)), output: None, result_wrapper: "", errors: &[ShapeId(204), ShapeId(209), ShapeId(291), ShapeId(379)], built: true },
    Operation { name: "SetSecurityTokenServicePreferences", method: "POST", uri: "/", status: 200, input: Some(ShapeId(387)), output: None, result_wrapper: "", errors: &[ShapeId(379)], built: false },
    Operation { name: "SimulateCustomPolicy", method: "POST", uri: "/", status: 200, input: Some(ShapeId(389)), output: Some(ShapeId(390)), result_wrapper: "SimulateCustomPolicyResult", errors: &[ShapeId(204), ShapeId(310)], built: true },
    Operation { name: "SimulatePrincipalPolicy", method: "POST", uri: "/", status: 200, input: Some(ShapeId(391)), output: Some(ShapeId(390)), result_wrapper: "SimulatePrincipalPolicyResult", errors: &[ShapeId(204), ShapeId(291), ShapeId(310)], built: true },
    Operation { name: "TagInstanceProfile", method: "POST", uri: "/", status: 200, input: Some(ShapeId(397)), output: None, result_wrapper: "", errors: &[ShapeId(31), ShapeId(204), ShapeId(209), ShapeId(291), ShapeId(379)], built: true },
    Operation { name: "TagMFADevice", method: "POST", uri: "/", status: 200, input: Some(ShapeId(398)), output: None, result_wrapper: "", errors: &[ShapeId(31), ShapeId(204), ShapeId(209), ShapeId(291), ShapeId(379)], built: true },
    Operation { name: "TagOpenIDConnectProvider", method: "POST", uri: "/", status: 200, input: Some(ShapeId(399)), output: None, result_wrapper: "", errors: &[ShapeId(31), ShapeId(204), ShapeId(209), ShapeId(291), ShapeId(379)], built: true },
    Operation { name: "TagPolicy", method: "POST", uri: "/", status: 200, input: Some(ShapeId(400)), output: None, result_wrapper: "", errors: &[ShapeId(31), ShapeId(204), ShapeId(209), ShapeId(291), ShapeId(379)], built: true },
    Operation { name: "TagRole", method: "POST", uri: "/", status: 200, input: Some(ShapeId(401)), output: None, result_wrapper: "", errors: &[ShapeId(31), ShapeId(204), ShapeId(209), ShapeId(291), ShapeId(379)], built: true },
    Operation { name: "TagSAMLProvider", method: "POST", uri: "/", status: 200, input: Some(ShapeId(402)), output: None, result_wrapper: "", errors: &[ShapeId(31), ShapeId(204), ShapeId(209), ShapeId(291), ShapeId(379)], built: true },
    Operation { name: "TagServerCertificate", method: "POST", uri: "/", status: 200, input: Some(ShapeId(403)), output: None, result_wrapper: "", errors: &[ShapeId(31), ShapeId(204), ShapeId(209), ShapeId(291), ShapeId(379)], built: true },
    Operation { name: "TagUser", method: "POST", uri: "/", status: 200, input: Some(ShapeId(405)), output: None, result_wrapper: "", errors: &[ShapeId(31), ShapeId(204), ShapeId(209), ShapeId(291), ShapeId(379)], built: true },
    Operation { name: "UntagInstanceProfile", method: "POST", uri: "/", status: 200, input: Some(ShapeId(410)), output: None, result_wrapper: "", errors: &[ShapeId(31), ShapeId(204), ShapeId(291), ShapeId(379)], built: true },
    Operation { name: "UntagMFADevice", method: "POST", uri: "/", status: 200, input: Some(ShapeId(411)), output: None, result_wrapper: "", errors: &[ShapeId(31), ShapeId(204), ShapeId(291), ShapeId(379)], built: true },
    Operation { name: "UntagOpenIDConnectProvider", method: "POST", uri: "/", status: 200, input: Some(ShapeId(412)), output: None, result_wrapper: "", errors: &[ShapeId(31), ShapeId(204), ShapeId(291), ShapeId(379)], built: true },
    Operation { name: "UntagPolicy", method: "POST", uri: "/", status: 200, input: Some(ShapeId(413)), output: None, result_wrapper: "", errors: &[ShapeId(31), ShapeId(204), ShapeId(291), ShapeId(379)], built: true },
    Operation { name: "UntagRole", method: "POST", uri: "/", status: 200, input: Some(ShapeId(414)), output: None, result_wrapper: "", errors: &[ShapeId(31), ShapeId(291), ShapeId(379)], built: true },
    Operation { name: "UntagSAMLProvider", method: "POST", uri: "/", status: 200, input: Some(ShapeId(415)), output: None, result_wrapper: "", errors: &[ShapeId(31), ShapeId(204), ShapeId(291), ShapeId(379)], built: true },
    Operation { name: "UntagServerCertificate", method: "POST", uri: "/", status: 200, input: Some(ShapeId(416)), output: None, result_wrapper: "", errors: &[ShapeId(31), ShapeId(204), ShapeId(291), ShapeId(379)], built: true },
    Operation { name: "UntagUser", method: "POST", uri: "/", status: 200, input: Some(ShapeId(417)), output: None, result_wrapper: "", errors: &[ShapeId(31), ShapeId(291), ShapeId(379)], built: true },
    Operation { name: "UpdateAccessKey", method: "POST", uri: "/", status: 200, input: Some(ShapeId(418)), output: None, result_wrapper: "", errors: &[ShapeId(204), ShapeId(209), ShapeId(291), ShapeId(379)], built: true },
    Operation { name: "UpdateAccountPasswordPolicy", method: "POST", uri: "/", status: 200, input: Some(ShapeId(419)), output: None, result_wrapper: "", errors: &[ShapeId(209), ShapeId(287), ShapeId(291), ShapeId(379)], built: true },
    Operation { name: "UpdateAssumeRolePolicy", method: "POST", uri: "/", status: 200, input: Some(ShapeId(420)), output: None, result_wrapper: "", errors: &[ShapeId(209), ShapeId(287), ShapeId(291), ShapeId(379), ShapeId(408)], built: true },
    Operation { name: "UpdateDelegationRequest", method: "POST", uri: "/", status: 200, input: Some(ShapeId(421)), output: None, result_wrapper: "", errors: &[ShapeId(31), ShapeId(204), ShapeId(291), ShapeId(379)], built: false },
    Operation { name: "UpdateGroup", method: "POST", uri: "/", status: 200, input: Some(ShapeId(422)), output: None, result_wrapper: "", errors: &[ShapeId(119), ShapeId(209), ShapeId(291), ShapeId(379)], built: true },
    Operation { name: "UpdateLoginProfile", method: "POST", uri: "/", status: 200, input: Some(ShapeId(423)), output: None, result_wrapper: "", errors: &[ShapeId(122), ShapeId(204), ShapeId(209), ShapeId(291), ShapeId(304), ShapeId(379)], built: true },
    Operation { name: "UpdateOpenIDConnectProvider", method: "POST", uri: "/", status: 200, input: Some(ShapeId(424)), output: None, result_wrapper: "", errors: &[ShapeId(31), ShapeId(204), ShapeId(291), ShapeId(379)], built: false },
    Operation { name: "UpdateOpenIDConnectProviderThumbprint", method: "POST", uri: "/", status: 200, input: Some(ShapeId(425)), output: None, result_wrapper: "", errors: &[ShapeId(31), ShapeId(204), ShapeId(291), ShapeId(379)], built: true },
    Operation { name: "UpdateRole", method: "POST", uri: "/", status: 200, input: Some(ShapeId(428)), output: Some(ShapeId(429)), result_wrapper: "UpdateRoleResult", errors: &[ShapeId(204), ShapeId(291), ShapeId(379), ShapeId(408)], built: true },
    Operation { name: "UpdateRoleDescription", method: "POST", uri: "/", status: 200, input: Some(ShapeId(426)), output: Some(ShapeId(427)), result_wrapper: "UpdateRoleDescriptionResult", errors: &[ShapeId(291), ShapeId(379), ShapeId(408)], built: true },
    Operation { name: "UpdateSAMLProvider", method: "POST", uri: "/", status: 200, input: Some(ShapeId(430)), output: Some(ShapeId(431)), result_wrapper: "UpdateSAMLProviderResult", errors: &[ShapeId(31), ShapeId(204), ShapeId(209), ShapeId(291), ShapeId(379)], built: true },
    Operation { name: "UpdateSSHPublicKey", method: "POST", uri: "/", status: 200, input: Some(ShapeId(432)), output: None, result_wrapper: "", errors: &[ShapeId(204), ShapeId(291)], built: true },
    Operation { name: "UpdateServerCertificate", method: "POST", uri: "/", status: 200, input: Some(ShapeId(433)), output: None, result_wrapper: "", errors: &[ShapeId(119), ShapeId(209), ShapeId(291), ShapeId(379)], built: true },
    Operation { name: "UpdateServiceSpecificCredential", method: "POST", uri: "/", status: 200, input: Some(ShapeId(434)), output: None, result_wrapper: "", errors: &[ShapeId(291)], built: true },
    Operation { name: "UpdateSigningCertificate", method: "POST", uri: "/", status: 200, input: Some(ShapeId(435)), output: None, result_wrapper: "", errors: &[ShapeId(204), ShapeId(209), ShapeId(291), ShapeId(379)], built: true },
    Operation { name: "UpdateUser", method: "POST", uri: "/", status: 200, input: Some(ShapeId(436)), output: None, result_wrapper: "", errors: &[ShapeId(31), ShapeId(119), ShapeId(122), ShapeId(209), ShapeId(291), ShapeId(379)], built: true },
    Operation { name: "UploadSSHPublicKey", method: "POST", uri: "/", status: 200, input: Some(ShapeId(437)), output: Some(ShapeId(438)), result_wrapper: "UploadSSHPublicKeyResult", errors: &[ShapeId(112), ShapeId(205), ShapeId(209), ShapeId(291), ShapeId(409)], built: true },
    Operation { name: "UploadServerCertificate", method: "POST", uri: "/", status: 200, input: Some(ShapeId(439)), output: Some(ShapeId(440)), result_wrapper: "UploadServerCertificateResult", errors: &[ShapeId(31), ShapeId(119), ShapeId(204), ShapeId(208), ShapeId(209), ShapeId(286), ShapeId(379)], built: true },
    Operation { name: "UploadSigningCertificate", method: "POST", uri: "/", status: 200, input: Some(ShapeId(441)), output: Some(ShapeId(442)), result_wrapper: "UploadSigningCertificateResult", errors: &[ShapeId(31), ShapeId(111), ShapeId(119), ShapeId(203), ShapeId(209), ShapeId(286), ShapeId(291), ShapeId(379)], built: true },
];

static SIBLINGS: [Sibling; 0] = [
];

static PATTERNS: [Pattern; 34] = [
    Pattern::new("((/[A-Za-z0-9\\.,\\+@=_-]+)*)/"),
    Pattern::new("(\\u002F)|(\\u002F[\\u0021-\\u007E]+\\u002F)"),
    Pattern::new("/[\\u0009\\u000A\\u000D\\u0020-\\u007E\\u00A1-\\u00FF]*/"),
    Pattern::new("[ -~]+"),
    Pattern::new("[:\\w]+"),
    Pattern::new("[A-Z0-9]+"),
    Pattern::new("[\\d]+"),
    Pattern::new("[\\p{L}\\p{Z}\\p{N}_.:/=+\\-@]*"),
    Pattern::new("[\\p{L}\\p{Z}\\p{N}_.:/=+\\-@]+"),
    Pattern::new("[\\p{L}\\p{Z}\\p{N}_.:/=+\\-@{}]*"),
    Pattern::new("[\\p{L}\\p{Z}\\p{N}_.:/=+\\-@{}]+"),
    Pattern::new("[\\u0009\\u000A\\u000D\\u0020-\\u007E\\u00A1-\\u00FF]*"),
    Pattern::new("[\\u0009\\u000A\\u000D\\u0020-\\u007E\\u00A1-\\u00FF]+"),
    Pattern::new("[\\u0009\\u000A\\u000D\\u0020-\\u00FF]+"),
    Pattern::new("[\\u0020-\\u00FF]+"),
    Pattern::new("[\\w+=,.@-]*"),
    Pattern::new("[\\w+=,.@-]+"),
    Pattern::new("[\\w+=,.\\-]+"),
    Pattern::new("[\\w+=/:,.@-]+"),
    Pattern::new("[\\w-]*"),
    Pattern::new("[\\w-]+"),
    Pattern::new("[\\w._-]+"),
    Pattern::new("[\\w]+"),
    Pattern::new("\\d{12}"),
    Pattern::new("\\u002F[\\u0021-\\u007F]*"),
    Pattern::new("^[A-Za-z][A-Za-z0-9/_-]*$"),
    Pattern::new("^[a-z0-9]([a-z0-9]|-(?!-)){1,61}[a-z0-9]$"),
    Pattern::new("^[a-zA-Z0-9:/+=,.@_-]+$"),
    Pattern::new("^[a-zA-Z0-9:_.-]+$"),
    Pattern::new("^http(s?)://[a-zA-Z0-9._/-]*(\\?[a-zA-Z0-9._=&-]*)?(#[a-zA-Z0-9._/-]*)?$"),
    Pattern::new("^o-[0-9a-z]{10,32}\\/r-[0-9a-z]{4,32}[0-9a-z-\\/]*"),
    Pattern::new("^o-[a-z0-9]{10,32}$"),
    Pattern::new("^p-[0-9a-zA-Z_]{8,128}$"),
    Pattern::new("v[1-9][0-9]*(\\.[A-Za-z0-9-]*)?"),
];

static SHAPES: [Shape; 636] = [
    Shape { name: "AcceptDelegationRequestRequest", kind: Kind::Structure(&M0), sensitive: false, error: None },
    Shape { name: "AccessAdvisorUsageGranularityType", kind: Kind::String(Text { length: Length { min: None, max: None }, pattern: None, values: &["ACTION_LEVEL", "SERVICE_LEVEL"] }), sensitive: false, error: None },
    Shape { name: "AccessDetail", kind: Kind::Structure(&M2), sensitive: false, error: None },
    Shape { name: "AccessDetails", kind: Kind::List(List { length: Length { min: None, max: None }, item: ShapeId(2), item_name: "member", flattened: false, sparse: false }), sensitive: false, error: None },
    Shape { name: "AccessKey", kind: Kind::Structure(&M4), sensitive: false, error: None },
    Shape { name: "AccessKeyLastUsed", kind: Kind::Structure(&M5), sensitive: false, error: None },
    Shape { name: "AccessKeyMetadata", kind: Kind::Structure(&M6), sensitive: false, error: None },
    Shape { name: "AccountNotManagementOrDelegatedAdministratorException", kind: Kind::Structure(&M7), sensitive: false, error: Some(ErrorTrait { code: "AccountNotManagementOrDelegatedAdministratorException", status: 400, sender_fault: true }) },
    Shape { name: "AcquireRoleRequest", kind: Kind::Structure(&M8), sensitive: false, error: None },
    Shape { name: "AcquireRoleResponse", kind: Kind::Structure(&M9), sensitive: false, error: None },
    Shape { name: "ActionNameListType", kind: Kind::List(List { length: Length { min: None, max: None }, item: ShapeId(11), item_name: "member", flattened: false, sparse: false }), sensitive: false, error: None },
    Shape { name: "ActionNameType", kind: Kind::String(Text { length: Length { min: Some(3), max: Some(128) }, pattern: None, values: &[] }), sensitive: false, error: None },
    Shape { name: "AddClientIDToOpenIDConnectProviderRequest", kind: Kind::Structure(&M12), sensitive: false, error: None },
    Shape { name: "AddRoleToInstanceProfileRequest", kind: Kind::Structure(&M13), sensitive: false, error: None },
    Shape { name: "AddUserToGroupRequest", kind: Kind::Structure(&M14), sensitive: false, error: None },
    Shape { name: "ArnListType", kind: Kind::List(List { length: Length { min: None, max: None }, item: ShapeId(456), item_name: "member", flattened: false, sparse: false }), sensitive: false, error: None },
    Shape { name: "AssociateDelegationRequestRequest", kind: Kind::Structure(&M16), sensitive: false, error: None },
    Shape { name: "AttachGroupPolicyRequest", kind: Kind::Structure(&M17), sensitive: false, error: None },
    Shape { name: "AttachRolePolicyRequest", kind: Kind::Structure(&M18), sensitive: false, error: None },
    Shape { name: "AttachUserPolicyRequest", kind: Kind::Structure(&M19), sensitive: false, error: None },
    Shape { name: "AttachedPermissionsBoundary", kind: Kind::Structure(&M20), sensitive: false, error: None },
    Shape { name: "AttachedPolicy", kind: Kind::Structure(&M21), sensitive: false, error: None },
    Shape { name: "AttachmentName", kind: Kind::String(Text { length: Length { min: Some(1), max: Some(128) }, pattern: Some(&PATTERNS[16]), values: &[] }), sensitive: false, error: None },
    Shape { name: "AttachmentType", kind: Kind::String(Text { length: Length { min: None, max: None }, pattern: None, values: &["role", "user", "group"] }), sensitive: false, error: None },
    Shape { name: "BootstrapDatum", kind: Kind::Blob(Length { min: None, max: None }), sensitive: true, error: None },
    Shape { name: "CallerIsNotManagementAccountException", kind: Kind::Structure(&M25), sensitive: false, error: Some(ErrorTrait { code: "CallerIsNotManagementAccountException", status: 400, sender_fault: true }) },
    Shape { name: "CertificationKeyType", kind: Kind::String(Text { length: Length { min: Some(1), max: Some(128) }, pattern: Some(&PATTERNS[14]), values: &[] }), sensitive: false, error: None },
    Shape { name: "CertificationMapType", kind: Kind::Map(Map { length: Length { min: None, max: None }, key: ShapeId(26), value: ShapeId(28) }), sensitive: false, error: None },
    Shape { name: "CertificationValueType", kind: Kind::String(Text { length: Length { min: Some(1), max: Some(32) }, pattern: Some(&PATTERNS[14]), values: &[] }), sensitive: false, error: None },
    Shape { name: "ChangePasswordRequest", kind: Kind::Structure(&M29), sensitive: false, error: None },
    Shape { name: "ColumnNumber", kind: Kind::Integer(Whole { min: None, max: None }), sensitive: false, error: None },
    Shape { name: "ConcurrentModificationException", kind: Kind::Structure(&M31), sensitive: false, error: Some(ErrorTrait { code: "ConcurrentModification", status: 409, sender_fault: true }) },
    Shape { name: "ConcurrentModificationMessage", kind: Kind::String(Text { length: Length { min: None, max: None }, pattern: None, values: &[] }), sensitive: false, error: None },
    Shape { name: "ContextEntry", kind: Kind::Structure(&M33), sensitive: false, error: None },
    Shape { name: "ContextEntryListType", kind: Kind::List(List { length: Length { min: None, max: None }, item: ShapeId(33), item_name: "member", flattened: false, sparse: false }), sensitive: false, error: None },
    Shape { name: "ContextKeyNameType", kind: Kind::String(Text { length: Length { min: Some(5), max: Some(256) }, pattern: None, values: &[] }), sensitive: false, error: None },
    Shape { name: "ContextKeyNamesResultListType", kind: Kind::List(List { length: Length { min: None, max: None }, item: ShapeId(35), item_name: "member", flattened: false, sparse: false }), sensitive: false, error: None },
    Shape { name: "ContextKeyTypeEnum", kind: Kind::String(Text { length: Length { min: None, max: None }, pattern: None, values: &["date", "numericList", "boolean", "string", "stringList", "ip", "binary", "numeric", "booleanList", "dateList", "binaryList", "ipList"] }), sensitive: false, error: None },
    Shape { name: "ContextKeyValueListType", kind: Kind::List(List { length: Length { min: None, max: None }, item: ShapeId(39), item_name: "member", flattened: false, sparse: false }), sensitive: false, error: None },
    Shape { name: "ContextKeyValueType", kind: Kind::String(Text { length: Length { min: None, max: None }, pattern: None, values: &[] }), sensitive: false, error: None },
    Shape { name: "ContextProvider", kind: Kind::Structure(&M40), sensitive: false, error: None },
    Shape { name: "ContextProviderKeyDefinition", kind: Kind::Structure(&M41), sensitive: false, error: None },
    Shape { name: "CreateAccessKeyRequest", kind: Kind::Structure(&M42), sensitive: false, error: None },
    Shape { name: "CreateAccessKeyResponse", kind: Kind::Structure(&M43), sensitive: false, error: None },
    Shape { name: "CreateAccountAliasRequest", kind: Kind::Structure(&M44), sensitive: false, error: None },
    Shape { name: "CreateDelegationRequestRequest", kind: Kind::Structure(&M45), sensitive: false, error: None },
    Shape { name: "CreateDelegationRequestResponse", kind: Kind::Structure(&M46), sensitive: false, error: None },
    Shape { name: "CreateGroupRequest", kind: Kind::Structure(&M47), sensitive: false, error: None },
    Shape { name: "CreateGroupResponse", kind: Kind::Structure(&M48), sensitive: false, error: None },
    Shape { name: "CreateInstanceProfileRequest", kind: Kind::Structure(&M49), sensitive: false, error: None },
    Shape { name: "CreateInstanceProfileResponse", kind: Kind::Structure(&M50), sensitive: false, error: None },
    Shape { name: "CreateLoginProfileRequest", kind: Kind::Structure(&M51), sensitive: false, error: None },
    Shape { name: "CreateLoginProfileResponse", kind: Kind::Structure(&M52), sensitive: false, error: None },
    Shape { name: "CreateOpenIDConnectProviderRequest", kind: Kind::Structure(&M53), sensitive: false, error: None },
    Shape { name: "CreateOpenIDConnectProviderResponse", kind: Kind::Structure(&M54), sensitive: false, error: None },
    Shape { name: "CreatePolicyRequest", kind: Kind::Structure(&M55), sensitive: false, error: None },
    Shape { name: "CreatePolicyResponse", kind: Kind::Structure(&M56), sensitive: false, error: None },
    Shape { name: "CreatePolicyVersionRequest", kind: Kind::Structure(&M57), sensitive: false, error: None },
    Shape { name: "CreatePolicyVersionResponse", kind: Kind::Structure(&M58), sensitive: false, error: None },
    Shape { name: "CreateRoleRequest", kind: Kind::Structure(&M59), sensitive: false, error: None },
    Shape { name: "CreateRoleResponse", kind: Kind::Structure(&M60), sensitive: false, error: None },
    Shape { name: "CreateSAMLProviderRequest", kind: Kind::Structure(&M61), sensitive: false, error: None },
    Shape { name: "CreateSAMLProviderResponse", kind: Kind::Structure(&M62), sensitive: false, error: None },
    Shape { name: "CreateServiceLinkedRoleRequest", kind: Kind::Structure(&M63), sensitive: false, error: None },
    Shape { name: "CreateServiceLinkedRoleResponse", kind: Kind::Structure(&M64), sensitive: false, error: None },
    Shape { name: "CreateServiceSpecificCredentialRequest", kind: Kind::Structure(&M65), sensitive: false, error: None },
    Shape { name: "CreateServiceSpecificCredentialResponse", kind: Kind::Structure(&M66), sensitive: false, error: None },
    Shape { name: "CreateUserRequest", kind: Kind::Structure(&M67), sensitive: false, error: None },
    Shape { name: "CreateUserResponse", kind: Kind::Structure(&M68), sensitive: false, error: None },
    Shape { name: "CreateVirtualMFADeviceRequest", kind: Kind::Structure(&M69), sensitive: false, error: None },
    Shape { name: "CreateVirtualMFADeviceResponse", kind: Kind::Structure(&M70), sensitive: false, error: None },
    Shape { name: "CredentialReportExpiredException", kind: Kind::Structure(&M71), sensitive: false, error: Some(ErrorTrait { code: "ReportExpired", status: 410, sender_fault: true }) },
    Shape { name: "CredentialReportNotPresentException", kind: Kind::Structure(&M72), sensitive: false, error: Some(ErrorTrait { code: "ReportNotPresent", status: 410, sender_fault: true }) },
    Shape { name: "CredentialReportNotReadyException", kind: Kind::Structure(&M73), sensitive: false, error: Some(ErrorTrait { code: "ReportInProgress", status: 404, sender_fault: true }) },
    Shape { name: "DeactivateMFADeviceRequest", kind: Kind::Structure(&M74), sensitive: false, error: None },
    Shape { name: "DelegationPermission", kind: Kind::Structure(&M75), sensitive: false, error: None },
    Shape { name: "DelegationRequest", kind: Kind::Structure(&M76), sensitive: false, error: None },
    Shape { name: "DeleteAccessKeyRequest", kind: Kind::Structure(&M77), sensitive: false, error: None },
    Shape { name: "DeleteAccountAliasRequest", kind: Kind::Structure(&M78), sensitive: false, error: None },
    Shape { name: "DeleteConflictException", kind: Kind::Structure(&M79), sensitive: false, error: Some(ErrorTrait { code: "DeleteConflict", status: 409, sender_fault: true }) },
    Shape { name: "DeleteGroupPolicyRequest", kind: Kind::Structure(&M80), sensitive: false, error: None },
    Shape { name: "DeleteGroupRequest", kind: Kind::Structure(&M81), sensitive: false, error: None },
    Shape { name: "DeleteInstanceProfileRequest", kind: Kind::Structure(&M82), sensitive: false, error: None },
    Shape { name: "DeleteLoginProfileRequest", kind: Kind::Structure(&M83), sensitive: false, error: None },
    Shape { name: "DeleteOpenIDConnectProviderRequest", kind: Kind::Structure(&M84), sensitive: false, error: None },
    Shape { name: "DeletePolicyRequest", kind: Kind::Structure(&M85), sensitive: false, error: None },
    Shape { name: "DeletePolicyVersionRequest", kind: Kind::Structure(&M86), sensitive: false, error: None },
    Shape { name: "DeleteRolePermissionsBoundaryRequest", kind: Kind::Structure(&M87), sensitive: false, error: None },
    Shape { name: "DeleteRolePolicyRequest", kind: Kind::Structure(&M88), sensitive: false, error: None },
    Shape { name: "DeleteRoleRequest", kind: Kind::Structure(&M89), sensitive: false, error: None },
    Shape { name: "DeleteSAMLProviderRequest", kind: Kind::Structure(&M90), sensitive: false, error: None },
    Shape { name: "DeleteSSHPublicKeyRequest", kind: Kind::Structure(&M91), sensitive: false, error: None },
    Shape { name: "DeleteServerCertificateRequest", kind: Kind::Structure(&M92), sensitive: false, error: None },
    Shape { name: "DeleteServiceLinkedRoleRequest", kind: Kind::Structure(&M93), sensitive: false, error: None },
    Shape { name: "DeleteServiceLinkedRoleResponse", kind: Kind::Structure(&M94), sensitive: false, error: None },
    Shape { name: "DeleteServiceSpecificCredentialRequest", kind: Kind::Structure(&M95), sensitive: false, error: None },
    Shape { name: "DeleteSigningCertificateRequest", kind: Kind::Structure(&M96), sensitive: false, error: None },
    Shape { name: "DeleteUserPermissionsBoundaryRequest", kind: Kind::Structure(&M97), sensitive: false, error: None },
    Shape { name: "DeleteUserPolicyRequest", kind: Kind::Structure(&M98), sensitive: false, error: None },
    Shape { name: "DeleteUserRequest", kind: Kind::Structure(&M99), sensitive: false, error: None },
    Shape { name: "DeleteVirtualMFADeviceRequest", kind: Kind::Structure(&M100), sensitive: false, error: None },
    Shape { name: "DeletionTaskFailureReasonType", kind: Kind::Structure(&M101), sensitive: false, error: None },
    Shape { name: "DeletionTaskIdType", kind: Kind::String(Text { length: Length { min: Some(1), max: Some(1000) }, pattern: None, values: &[] }), sensitive: false, error: None },
    Shape { name: "DeletionTaskStatusType", kind: Kind::String(Text { length: Length { min: None, max: None }, pattern: None, values: &["IN_PROGRESS", "FAILED", "NOT_STARTED", "SUCCEEDED"] }), sensitive: false, error: None },
    Shape { name: "DetachGroupPolicyRequest", kind: Kind::Structure(&M104), sensitive: false, error: None },
    Shape { name: "DetachRolePolicyRequest", kind: Kind::Structure(&M105), sensitive: false, error: None },
    Shape { name: "DetachUserPolicyRequest", kind: Kind::Structure(&M106), sensitive: false, error: None },
    Shape { name: "DisableOrganizationsRootCredentialsManagementRequest", kind: Kind::Structure(&M107), sensitive: false, error: None },
    Shape { name: "DisableOrganizationsRootCredentialsManagementResponse", kind: Kind::Structure(&M108), sensitive: false, error: None },
    Shape { name: "DisableOrganizationsRootSessionsRequest", kind: Kind::Structure(&M109), sensitive: false, error: None },
    Shape { name: "DisableOrganizationsRootSessionsResponse", kind: Kind::Structure(&M110), sensitive: false, error: None },
    Shape { name: "DuplicateCertificateException", kind: Kind::Structure(&M111), sensitive: false, error: Some(ErrorTrait { code: "DuplicateCertificate", status: 409, sender_fault: true }) },
    Shape { name: "DuplicateSSHPublicKeyException", kind: Kind::Structure(&M112), sensitive: false, error: Some(ErrorTrait { code: "DuplicateSSHPublicKey", status: 400, sender_fault: true }) },
    Shape { name: "EnableMFADeviceRequest", kind: Kind::Structure(&M113), sensitive: false, error: None },
    Shape { name: "EnableOrganizationsRootCredentialsManagementRequest", kind: Kind::Structure(&M114), sensitive: false, error: None },
    Shape { name: "EnableOrganizationsRootCredentialsManagementResponse", kind: Kind::Structure(&M115), sensitive: false, error: None },
    Shape { name: "EnableOrganizationsRootSessionsRequest", kind: Kind::Structure(&M116), sensitive: false, error: None },
    Shape { name: "EnableOrganizationsRootSessionsResponse", kind: Kind::Structure(&M117), sensitive: false, error: None },
    Shape { name: "EnableOutboundWebIdentityFederationResponse", kind: Kind::Structure(&M118), sensitive: false, error: None },
    Shape { name: "EntityAlreadyExistsException", kind: Kind::Structure(&M119), sensitive: false, error: Some(ErrorTrait { code: "EntityAlreadyExists", status: 409, sender_fault: true }) },
    Shape { name: "EntityDetails", kind: Kind::Structure(&M120), sensitive: false, error: None },
    Shape { name: "EntityInfo", kind: Kind::Structure(&M121), sensitive: false, error: None },
    Shape { name: "EntityTemporarilyUnmodifiableException", kind: Kind::Structure(&M122), sensitive: false, error: Some(ErrorTrait { code: "EntityTemporarilyUnmodifiable", status: 409, sender_fault: true }) },
    Shape { name: "EntityType", kind: Kind::String(Text { length: Length { min: None, max: None }, pattern: None, values: &["Role", "Group", "AWSManagedPolicy", "User", "LocalManagedPolicy"] }), sensitive: false, error: None },
    Shape { name: "ErrorDetails", kind: Kind::Structure(&M124), sensitive: false, error: None },
    Shape { name: "EvalDecisionDetailsType", kind: Kind::Map(Map { length: Length { min: None, max: None }, key: ShapeId(126), value: ShapeId(309) }), sensitive: false, error: None },
    Shape { name: "EvalDecisionSourceType", kind: Kind::String(Text { length: Length { min: Some(3), max: Some(256) }, pattern: None, values: &[] }), sensitive: false, error: None },
    Shape { name: "EvaluationResult", kind: Kind::Structure(&M127), sensitive: false, error: None },
    Shape { name: "EvaluationResultsListType", kind: Kind::List(List { length: Length { min: None, max: None }, item: ShapeId(127), item_name: "member", flattened: false, sparse: false }), sensitive: false, error: None },
    Shape { name: "FeatureDisabledException", kind: Kind::Structure(&M129), sensitive: false, error: Some(ErrorTrait { code: "FeatureDisabled", status: 404, sender_fault: true }) },
    Shape { name: "FeatureDisabledMessage", kind: Kind::String(Text { length: Length { min: None, max: None }, pattern: None, values: &[] }), sensitive: false, error: None },
    Shape { name: "FeatureEnabledException", kind: Kind::Structure(&M131), sensitive: false, error: Some(ErrorTrait { code: "FeatureEnabled", status: 409, sender_fault: true }) },
    Shape { name: "FeatureEnabledMessage", kind: Kind::String(Text { length: Length { min: None, max: None }, pattern: None, values: &[] }), sensitive: false, error: None },
    Shape { name: "FeatureType", kind: Kind::String(Text { length: Length { min: None, max: None }, pattern: None, values: &["RootCredentialsManagement", "RootSessions"] }), sensitive: false, error: None },
    Shape { name: "FeaturesListType", kind: Kind::List(List { length: Length { min: None, max: None }, item: ShapeId(133), item_name: "member", flattened: false, sparse: false }), sensitive: false, error: None },
    Shape { name: "GenerateCredentialReportResponse", kind: Kind::Structure(&M135), sensitive: false, error: None },
    Shape { name: "GenerateOrganizationsAccessReportRequest", kind: Kind::Structure(&M136), sensitive: false, error: None },
    Shape { name: "GenerateOrganizationsAccessReportResponse", kind: Kind::Structure(&M137), sensitive: false, error: None },
    Shape { name: "GenerateServiceLastAccessedDetailsRequest", kind: Kind::Structure(&M138), sensitive: false, error: None },
    Shape { name: "GenerateServiceLastAccessedDetailsResponse", kind: Kind::Structure(&M139), sensitive: false, error: None },
    Shape { name: "GetAccessKeyLastUsedRequest", kind: Kind::Structure(&M140), sensitive: false, error: None },
    Shape { name: "GetAccessKeyLastUsedResponse", kind: Kind::Structure(&M141), sensitive: false, error: None },
    Shape { name: "GetAccountAuthorizationDetailsRequest", kind: Kind::Structure(&M142), sensitive: false, error: None },
    Shape { name: "GetAccountAuthorizationDetailsResponse", kind: Kind::Structure(&M143), sensitive: false, error: None },
    Shape { name: "GetAccountPasswordPolicyResponse", kind: Kind::Structure(&M144), sensitive: false, error: None },
    Shape { name: "GetAccountPropertiesRequest", kind: Kind::Structure(&M145), sensitive: false, error: None },
    Shape { name: "GetAccountPropertiesResponse", kind: Kind::Structure(&M146), sensitive: false, error: None },
    Shape { name: "GetAccountSummaryResponse", kind: Kind::Structure(&M147), sensitive: false, error: None },
    Shape { name: "GetContextKeysForCustomPolicyRequest", kind: Kind::Structure(&M148), sensitive: false, error: None },
    Shape { name: "GetContextKeysForPolicyResponse", kind: Kind::Structure(&M149), sensitive: false, error: None },
    Shape { name: "GetContextKeysForPrincipalPolicyRequest", kind: Kind::Structure(&M150), sensitive: false, error: None },
    Shape { name: "GetCredentialReportResponse", kind: Kind::Structure(&M151), sensitive: false, error: None },
    Shape { name: "GetDelegationRequestRequest", kind: Kind::Structure(&M152), sensitive: false, error: None },
    Shape { name: "GetDelegationRequestResponse", kind: Kind::Structure(&M153), sensitive: false, error: None },
    Shape { name: "GetGroupPolicyRequest", kind: Kind::Structure(&M154), sensitive: false, error: None },
    Shape { name: "GetGroupPolicyResponse", kind: Kind::Structure(&M155), sensitive: false, error: None },
    Shape { name: "GetGroupRequest", kind: Kind::Structure(&M156), sensitive: false, error: None },
    Shape { name: "GetGroupResponse", kind: Kind::Structure(&M157), sensitive: false, error: None },
    Shape { name: "GetHumanReadableSummaryRequest", kind: Kind::Structure(&M158), sensitive: false, error: None },
    Shape { name: "GetHumanReadableSummaryResponse", kind: Kind::Structure(&M159), sensitive: false, error: None },
    Shape { name: "GetInstanceProfileRequest", kind: Kind::Structure(&M160), sensitive: false, error: None },
    Shape { name: "GetInstanceProfileResponse", kind: Kind::Structure(&M161), sensitive: false, error: None },
    Shape { name: "GetLoginProfileRequest", kind: Kind::Structure(&M162), sensitive: false, error: None },
    Shape { name: "GetLoginProfileResponse", kind: Kind::Structure(&M163), sensitive: false, error: None },
    Shape { name: "GetMFADeviceRequest", kind: Kind::Structure(&M164), sensitive: false, error: None },
    Shape { name: "GetMFADeviceResponse", kind: Kind::Structure(&M165), sensitive: false, error: None },
    Shape { name: "GetOpenIDConnectProviderRequest", kind: Kind::Structure(&M166), sensitive: false, error: None },
    Shape { name: "GetOpenIDConnectProviderResponse", kind: Kind::Structure(&M167), sensitive: false, error: None },
    Shape { name: "GetOrganizationsAccessReportRequest", kind: Kind::Structure(&M168), sensitive: false, error: None },
    Shape { name: "GetOrganizationsAccessReportResponse", kind: Kind::Structure(&M169), sensitive: false, error: None },
    Shape { name: "GetOutboundWebIdentityFederationInfoResponse", kind: Kind::Structure(&M170), sensitive: false, error: None },
    Shape { name: "GetPolicyRequest", kind: Kind::Structure(&M171), sensitive: false, error: None },
    Shape { name: "GetPolicyResponse", kind: Kind::Structure(&M172), sensitive: false, error: None },
    Shape { name: "GetPolicyVersionRequest", kind: Kind::Structure(&M173), sensitive: false, error: None },
    Shape { name: "GetPolicyVersionResponse", kind: Kind::Structure(&M174), sensitive: false, error: None },
    Shape { name: "GetRolePolicyRequest", kind: Kind::Structure(&M175), sensitive: false, error: None },
    Shape { name: "GetRolePolicyResponse", kind: Kind::Structure(&M176), sensitive: false, error: None },
    Shape { name: "GetRoleRequest", kind: Kind::Structure(&M177), sensitive: false, error: None },
    Shape { name: "GetRoleResponse", kind: Kind::Structure(&M178), sensitive: false, error: None },
    Shape { name: "GetRoleTemplateVersionRequest", kind: Kind::Structure(&M179), sensitive: false, error: None },
    Shape { name: "GetRoleTemplateVersionResponse", kind: Kind::Structure(&M180), sensitive: false, error: None },
    Shape { name: "GetSAMLProviderRequest", kind: Kind::Structure(&M181), sensitive: false, error: None },
    Shape { name: "GetSAMLProviderResponse", kind: Kind::Structure(&M182), sensitive: false, error: None },
    Shape { name: "GetSSHPublicKeyRequest", kind: Kind::Structure(&M183), sensitive: false, error: None },
    Shape { name: "GetSSHPublicKeyResponse", kind: Kind::Structure(&M184), sensitive: false, error: None },
    Shape { name: "GetServerCertificateRequest", kind: Kind::Structure(&M185), sensitive: false, error: None },
    Shape { name: "GetServerCertificateResponse", kind: Kind::Structure(&M186), sensitive: false, error: None },
    Shape { name: "GetServiceLastAccessedDetailsRequest", kind: Kind::Structure(&M187), sensitive: false, error: None },
    Shape { name: "GetServiceLastAccessedDetailsResponse", kind: Kind::Structure(&M188), sensitive: false, error: None },
    Shape { name: "GetServiceLastAccessedDetailsWithEntitiesRequest", kind: Kind::Structure(&M189), sensitive: false, error: None },
    Shape { name: "GetServiceLastAccessedDetailsWithEntitiesResponse", kind: Kind::Structure(&M190), sensitive: false, error: None },
    Shape { name: "GetServiceLinkedRoleDeletionStatusRequest", kind: Kind::Structure(&M191), sensitive: false, error: None },
    Shape { name: "GetServiceLinkedRoleDeletionStatusResponse", kind: Kind::Structure(&M192), sensitive: false, error: None },
    Shape { name: "GetUserPolicyRequest", kind: Kind::Structure(&M193), sensitive: false, error: None },
    Shape { name: "GetUserPolicyResponse", kind: Kind::Structure(&M194), sensitive: false, error: None },
    Shape { name: "GetUserRequest", kind: Kind::Structure(&M195), sensitive: false, error: None },
    Shape { name: "GetUserResponse", kind: Kind::Structure(&M196), sensitive: false, error: None },
    Shape { name: "Group", kind: Kind::Structure(&M197), sensitive: false, error: None },
    Shape { name: "GroupDetail", kind: Kind::Structure(&M198), sensitive: false, error: None },
    Shape { name: "InlinePolicy", kind: Kind::Structure(&M199), sensitive: false, error: None },
    Shape { name: "InlinePolicyIdentifierType", kind: Kind::Structure(&M200), sensitive: false, error: None },
    Shape { name: "InstanceProfile", kind: Kind::Structure(&M201), sensitive: false, error: None },
    Shape { name: "InvalidAuthenticationCodeException", kind: Kind::Structure(&M202), sensitive: false, error: Some(ErrorTrait { code: "InvalidAuthenticationCode", status: 403, sender_fault: true }) },
    Shape { name: "InvalidCertificateException", kind: Kind::Structure(&M203), sensitive: false, error: Some(ErrorTrait { code: "InvalidCertificate", status: 400, sender_fault: true }) },
    Shape { name: "InvalidInputException", kind: Kind::Structure(&M204), sensitive: false, error: Some(ErrorTrait { code: "InvalidInput", status: 400, sender_fault: true }) },
    Shape { name: "InvalidPublicKeyException", kind: Kind::Structure(&M205), sensitive: false, error: Some(ErrorTrait { code: "InvalidPublicKey", status: 400, sender_fault: true }) },
    Shape { name: "InvalidUserTypeException", kind: Kind::Structure(&M206), sensitive: false, error: Some(ErrorTrait { code: "InvalidUserType", status: 400, sender_fault: true }) },
    Shape { name: "KeyHashListType", kind: Kind::List(List { length: Length { min: None, max: None }, item: ShapeId(613), item_name: "member", flattened: false, sparse: false }), sensitive: false, error: None },
    Shape { name: "KeyPairMismatchException", kind: Kind::Structure(&M208), sensitive: false, error: Some(ErrorTrait { code: "KeyPairMismatch", status: 400, sender_fault: true }) },
    Shape { name: "LimitExceededException", kind: Kind::Structure(&M209), sensitive: false, error: Some(ErrorTrait { code: "LimitExceeded", status: 409, sender_fault: true }) },
    Shape { name: "LineNumber", kind: Kind::Integer(Whole { min: None, max: None }), sensitive: false, error: None },
    Shape { name: "ListAccessKeysRequest", kind: Kind::Structure(&M211), sensitive: false, error: None },
    Shape { name: "ListAccessKeysResponse", kind: Kind::Structure(&M212), sensitive: false, error: None },
    Shape { name: "ListAccountAliasesRequest", kind: Kind::Structure(&M213), sensitive: false, error: None },
    Shape { name: "ListAccountAliasesResponse", kind: Kind::Structure(&M214), sensitive: false, error: None },
    Shape { name: "ListAttachedGroupPoliciesRequest", kind: Kind::Structure(&M215), sensitive: false, error: None },
    Shape { name: "ListAttachedGroupPoliciesResponse", kind: Kind::Structure(&M216), sensitive: false, error: None },
    Shape { name: "ListAttachedRolePoliciesRequest", kind: Kind::Structure(&M217), sensitive: false, error: None },
    Shape { name: "ListAttachedRolePoliciesResponse", kind: Kind::Structure(&M218), sensitive: false, error: None },
    Shape { name: "ListAttachedUserPoliciesRequest", kind: Kind::Structure(&M219), sensitive: false, error: None },
    Shape { name: "ListAttachedUserPoliciesResponse", kind: Kind::Structure(&M220), sensitive: false, error: None },
    Shape { name: "ListDelegationRequestsRequest", kind: Kind::Structure(&M221), sensitive: false, error: None },
    Shape { name: "ListDelegationRequestsResponse", kind: Kind::Structure(&M222), sensitive: false, error: None },
    Shape { name: "ListEntitiesForPolicyRequest", kind: Kind::Structure(&M223), sensitive: false, error: None },
    Shape { name: "ListEntitiesForPolicyResponse", kind: Kind::Structure(&M224), sensitive: false, error: None },
    Shape { name: "ListGroupPoliciesRequest", kind: Kind::Structure(&M225), sensitive: false, error: None },
    Shape { name: "ListGroupPoliciesResponse", kind: Kind::Structure(&M226), sensitive: false, error: None },
    Shape { name: "ListGroupsForUserRequest", kind: Kind::Structure(&M227), sensitive: false, error: None },
    Shape { name: "ListGroupsForUserResponse", kind: Kind::Structure(&M228), sensitive: false, error: None },
    Shape { name: "ListGroupsRequest", kind: Kind::Structure(&M229), sensitive: false, error: None },
    Shape { name: "ListGroupsResponse", kind: Kind::Structure(&M230), sensitive: false, error: None },
    Shape { name: "ListInstanceProfileTagsRequest", kind: Kind::Structure(&M231), sensitive: false, error: None },
    Shape { name: "ListInstanceProfileTagsResponse", kind: Kind::Structure(&M232), sensitive: false, error: None },
    Shape { name: "ListInstanceProfilesForRoleRequest", kind: Kind::Structure(&M233), sensitive: false, error: None },
    Shape { name: "ListInstanceProfilesForRoleResponse", kind: Kind::Structure(&M234), sensitive: false, error: None },
    Shape { name: "ListInstanceProfilesRequest", kind: Kind::Structure(&M235), sensitive: false, error: None },
    Shape { name: "ListInstanceProfilesResponse", kind: Kind::Structure(&M236), sensitive: false, error: None },
    Shape { name: "ListMFADeviceTagsRequest", kind: Kind::Structure(&M237), sensitive: false, error: None },
    Shape { name: "ListMFADeviceTagsResponse", kind: Kind::Structure(&M238), sensitive: false, error: None },
    Shape { name: "ListMFADevicesRequest", kind: Kind::Structure(&M239), sensitive: false, error: None },
    Shape { name: "ListMFADevicesResponse", kind: Kind::Structure(&M240), sensitive: false, error: None },
    Shape { name: "ListOpenIDConnectProviderTagsRequest", kind: Kind::Structure(&M241), sensitive: false, error: None },
    Shape { name: "ListOpenIDConnectProviderTagsResponse", kind: Kind::Structure(&M242), sensitive: false, error: None },
    Shape { name: "ListOpenIDConnectProvidersRequest", kind: Kind::Structure(&M243), sensitive: false, error: None },
    Shape { name: "ListOpenIDConnectProvidersResponse", kind: Kind::Structure(&M244), sensitive: false, error: None },
    Shape { name: "ListOrganizationsFeaturesRequest", kind: Kind::Structure(&M245), sensitive: false, error: None },
    Shape { name: "ListOrganizationsFeaturesResponse", kind: Kind::Structure(&M246), sensitive: false, error: None },
    Shape { name: "ListPoliciesGrantingServiceAccessEntry", kind: Kind::Structure(&M247), sensitive: false, error: None },
    Shape { name: "ListPoliciesGrantingServiceAccessRequest", kind: Kind::Structure(&M248), sensitive: false, error: None },
    Shape { name: "ListPoliciesGrantingServiceAccessResponse", kind: Kind::Structure(&M249), sensitive: false, error: None },
    Shape { name: "ListPoliciesRequest", kind: Kind::Structure(&M250), sensitive: false, error: None },
    Shape { name: "ListPoliciesResponse", kind: Kind::Structure(&M251), sensitive: false, error: None },
    Shape { name: "ListPolicyTagsRequest", kind: Kind::Structure(&M252), sensitive: false, error: None },
    Shape { name: "ListPolicyTagsResponse", kind: Kind::Structure(&M253), sensitive: false, error: None },
    Shape { name: "ListPolicyVersionsRequest", kind: Kind::Structure(&M254), sensitive: false, error: None },
    Shape { name: "ListPolicyVersionsResponse", kind: Kind::Structure(&M255), sensitive: false, error: None },
    Shape { name: "ListRolePoliciesRequest", kind: Kind::Structure(&M256), sensitive: false, error: None },
    Shape { name: "ListRolePoliciesResponse", kind: Kind::Structure(&M257), sensitive: false, error: None },
    Shape { name: "ListRoleTagsRequest", kind: Kind::Structure(&M258), sensitive: false, error: None },
    Shape { name: "ListRoleTagsResponse", kind: Kind::Structure(&M259), sensitive: false, error: None },
    Shape { name: "ListRolesRequest", kind: Kind::Structure(&M260), sensitive: false, error: None },
    Shape { name: "ListRolesResponse", kind: Kind::Structure(&M261), sensitive: false, error: None },
    Shape { name: "ListSAMLProviderTagsRequest", kind: Kind::Structure(&M262), sensitive: false, error: None },
    Shape { name: "ListSAMLProviderTagsResponse", kind: Kind::Structure(&M263), sensitive: false, error: None },
    Shape { name: "ListSAMLProvidersRequest", kind: Kind::Structure(&M264), sensitive: false, error: None },
    Shape { name: "ListSAMLProvidersResponse", kind: Kind::Structure(&M265), sensitive: false, error: None },
    Shape { name: "ListSSHPublicKeysRequest", kind: Kind::Structure(&M266), sensitive: false, error: None },
    Shape { name: "ListSSHPublicKeysResponse", kind: Kind::Structure(&M267), sensitive: false, error: None },
    Shape { name: "ListServerCertificateTagsRequest", kind: Kind::Structure(&M268), sensitive: false, error: None },
    Shape { name: "ListServerCertificateTagsResponse", kind: Kind::Structure(&M269), sensitive: false, error: None },
    Shape { name: "ListServerCertificatesRequest", kind: Kind::Structure(&M270), sensitive: false, error: None },
    Shape { name: "ListServerCertificatesResponse", kind: Kind::Structure(&M271), sensitive: false, error: None },
    Shape { name: "ListServiceSpecificCredentialsRequest", kind: Kind::Structure(&M272), sensitive: false, error: None },
    Shape { name: "ListServiceSpecificCredentialsResponse", kind: Kind::Structure(&M273), sensitive: false, error: None },
    Shape { name: "ListSigningCertificatesRequest", kind: Kind::Structure(&M274), sensitive: false, error: None },
    Shape { name: "ListSigningCertificatesResponse", kind: Kind::Structure(&M275), sensitive: false, error: None },
    Shape { name: "ListUserPoliciesRequest", kind: Kind::Structure(&M276), sensitive: false, error: None },
    Shape { name: "ListUserPoliciesResponse", kind: Kind::Structure(&M277), sensitive: false, error: None },
    Shape { name: "ListUserTagsRequest", kind: Kind::Structure(&M278), sensitive: false, error: None },
    Shape { name: "ListUserTagsResponse", kind: Kind::Structure(&M279), sensitive: false, error: None },
    Shape { name: "ListUsersRequest", kind: Kind::Structure(&M280), sensitive: false, error: None },
    Shape { name: "ListUsersResponse", kind: Kind::Structure(&M281), sensitive: false, error: None },
    Shape { name: "ListVirtualMFADevicesRequest", kind: Kind::Structure(&M282), sensitive: false, error: None },
    Shape { name: "ListVirtualMFADevicesResponse", kind: Kind::Structure(&M283), sensitive: false, error: None },
    Shape { name: "LoginProfile", kind: Kind::Structure(&M284), sensitive: false, error: None },
    Shape { name: "MFADevice", kind: Kind::Structure(&M285), sensitive: false, error: None },
    Shape { name: "MalformedCertificateException", kind: Kind::Structure(&M286), sensitive: false, error: Some(ErrorTrait { code: "MalformedCertificate", status: 400, sender_fault: true }) },
    Shape { name: "MalformedPolicyDocumentException", kind: Kind::Structure(&M287), sensitive: false, error: Some(ErrorTrait { code: "MalformedPolicyDocument", status: 400, sender_fault: true }) },
    Shape { name: "ManagedPolicyDetail", kind: Kind::Structure(&M288), sensitive: false, error: None },
    Shape { name: "ManagedPolicyDetailListType", kind: Kind::List(List { length: Length { min: None, max: None }, item: ShapeId(288), item_name: "member", flattened: false, sparse: false }), sensitive: false, error: None },
    Shape { name: "NameConflictException", kind: Kind::Structure(&M290), sensitive: false, error: Some(ErrorTrait { code: "NameConflict", status: 409, sender_fault: true }) },
    Shape { name: "NoSuchEntityException", kind: Kind::Structure(&M291), sensitive: false, error: Some(ErrorTrait { code: "NoSuchEntity", status: 404, sender_fault: true }) },
    Shape { name: "OpenIDConnectProviderListEntry", kind: Kind::Structure(&M292), sensitive: false, error: None },
    Shape { name: "OpenIDConnectProviderListType", kind: Kind::List(List { length: Length { min: None, max: None }, item: ShapeId(292), item_name: "member", flattened: false, sparse: false }), sensitive: false, error: None },
    Shape { name: "OpenIDConnectProviderUrlType", kind: Kind::String(Text { length: Length { min: Some(1), max: Some(255) }, pattern: None, values: &[] }), sensitive: false, error: None },
    Shape { name: "OpenIdIdpCommunicationErrorException", kind: Kind::Structure(&M295), sensitive: false, error: Some(ErrorTrait { code: "OpenIdIdpCommunicationError", status: 400, sender_fault: true }) },
    Shape { name: "OrderedOrganizationPolicyType", kind: Kind::Structure(&M296), sensitive: false, error: None },
    Shape { name: "OrganizationIdType", kind: Kind::String(Text { length: Length { min: None, max: Some(34) }, pattern: Some(&PATTERNS[31]), values: &[] }), sensitive: false, error: None },
    Shape { name: "OrganizationNotFoundException", kind: Kind::Structure(&M298), sensitive: false, error: Some(ErrorTrait { code: "OrganizationNotFoundException", status: 400, sender_fault: true }) },
    Shape { name: "OrganizationNotInAllFeaturesModeException", kind: Kind::Structure(&M299), sensitive: false, error: Some(ErrorTrait { code: "OrganizationNotInAllFeaturesModeException", status: 400, sender_fault: true }) },
    Shape { name: "OrganizationPolicyListType", kind: Kind::List(List { length: Length { min: None, max: Some(7) }, item: ShapeId(296), item_name: "member", flattened: false, sparse: false }), sensitive: false, error: None },
    Shape { name: "OrganizationsDecisionDetail", kind: Kind::Structure(&M301), sensitive: false, error: None },
    Shape { name: "ParameterDefinition", kind: Kind::Structure(&M302), sensitive: false, error: None },
    Shape { name: "PasswordPolicy", kind: Kind::Structure(&M303), sensitive: false, error: None },
    Shape { name: "PasswordPolicyViolationException", kind: Kind::Structure(&M304), sensitive: false, error: Some(ErrorTrait { code: "PasswordPolicyViolation", status: 400, sender_fault: true }) },
    Shape { name: "PermissionsBoundaryAttachmentType", kind: Kind::String(Text { length: Length { min: None, max: None }, pattern: None, values: &["PermissionsBoundaryPolicy"] }), sensitive: false, error: None },
    Shape { name: "PermissionsBoundaryDecisionDetail", kind: Kind::Structure(&M306), sensitive: false, error: None },
    Shape { name: "Policy", kind: Kind::Structure(&M307), sensitive: false, error: None },
    Shape { name: "PolicyDetail", kind: Kind::Structure(&M308), sensitive: false, error: None },
    Shape { name: "PolicyEvaluationDecisionType", kind: Kind::String(Text { length: Length { min: None, max: None }, pattern: None, values: &["implicitDeny", "allowed", "explicitDeny"] }), sensitive: false, error: None },
    Shape { name: "PolicyEvaluationException", kind: Kind::Structure(&M310), sensitive: false, error: Some(ErrorTrait { code: "PolicyEvaluation", status: 500, sender_fault: false }) },
    Shape { name: "PolicyExclusionsListType", kind: Kind::List(List { length: Length { min: None, max: Some(256) }, item: ShapeId(315), item_name: "member", flattened: false, sparse: false }), sensitive: false, error: None },
    Shape { name: "PolicyGrantingServiceAccess", kind: Kind::Structure(&M312), sensitive: false, error: None },
    Shape { name: "PolicyGroup", kind: Kind::Structure(&M313), sensitive: false, error: None },
    Shape { name: "PolicyGroupListType", kind: Kind::List(List { length: Length { min: None, max: None }, item: ShapeId(313), item_name: "member", flattened: false, sparse: false }), sensitive: false, error: None },
    Shape { name: "PolicyIdentifier", kind: Kind::Structure(&M315), sensitive: false, error: None },
    Shape { name: "PolicyIdentifierPolicyType", kind: Kind::String(Text { length: Length { min: None, max: None }, pattern: None, values: &["user-managed", "scp", "inline", "permission-boundary", "aws-managed", "rcp"] }), sensitive: false, error: None },
    Shape { name: "PolicyIdentifierType", kind: Kind::String(Text { length: Length { min: None, max: None }, pattern: None, values: &[] }), sensitive: false, error: None },
    Shape { name: "PolicyNotAttachableException", kind: Kind::Structure(&M318), sensitive: false, error: Some(ErrorTrait { code: "PolicyNotAttachable", status: 400, sender_fault: true }) },
    Shape { name: "PolicyParameter", kind: Kind::Structure(&M319), sensitive: false, error: None },
    Shape { name: "PolicyParameterTypeEnum", kind: Kind::String(Text { length: Length { min: None, max: None }, pattern: None, values: &["string", "stringList"] }), sensitive: false, error: None },
    Shape { name: "PolicyRole", kind: Kind::Structure(&M321), sensitive: false, error: None },
    Shape { name: "PolicyRoleListType", kind: Kind::List(List { length: Length { min: None, max: None }, item: ShapeId(321), item_name: "member", flattened: false, sparse: false }), sensitive: false, error: None },
    Shape { name: "PolicySourceType", kind: Kind::String(Text { length: Length { min: None, max: None }, pattern: None, values: &["user-managed", "role", "resource", "aws-managed", "none", "user", "group"] }), sensitive: false, error: None },
    Shape { name: "PolicyUsageType", kind: Kind::String(Text { length: Length { min: None, max: None }, pattern: None, values: &["PermissionsPolicy", "PermissionsBoundary"] }), sensitive: false, error: None },
    Shape { name: "PolicyUser", kind: Kind::Structure(&M325), sensitive: false, error: None },
    Shape { name: "PolicyUserListType", kind: Kind::List(List { length: Length { min: None, max: None }, item: ShapeId(325), item_name: "member", flattened: false, sparse: false }), sensitive: false, error: None },
    Shape { name: "PolicyVersion", kind: Kind::Structure(&M327), sensitive: false, error: None },
    Shape { name: "Position", kind: Kind::Structure(&M328), sensitive: false, error: None },
    Shape { name: "PutAccountPropertiesRequest", kind: Kind::Structure(&M329), sensitive: false, error: None },
    Shape { name: "PutAccountPropertiesResponse", kind: Kind::Structure(&M330), sensitive: false, error: None },
    Shape { name: "PutGroupPolicyRequest", kind: Kind::Structure(&M331), sensitive: false, error: None },
    Shape { name: "PutRolePermissionsBoundaryRequest", kind: Kind::Structure(&M332), sensitive: false, error: None },
    Shape { name: "PutRolePolicyRequest", kind: Kind::Structure(&M333), sensitive: false, error: None },
    Shape { name: "PutUserPermissionsBoundaryRequest", kind: Kind::Structure(&M334), sensitive: false, error: None },
    Shape { name: "PutUserPolicyRequest", kind: Kind::Structure(&M335), sensitive: false, error: None },
    Shape { name: "ReasonType", kind: Kind::String(Text { length: Length { min: None, max: Some(1000) }, pattern: None, values: &[] }), sensitive: false, error: None },
    Shape { name: "RegionNameType", kind: Kind::String(Text { length: Length { min: Some(1), max: Some(100) }, pattern: None, values: &[] }), sensitive: false, error: None },
    Shape { name: "RejectDelegationRequestRequest", kind: Kind::Structure(&M338), sensitive: false, error: None },
    Shape { name: "RemoveClientIDFromOpenIDConnectProviderRequest", kind: Kind::Structure(&M339), sensitive: false, error: None },
    Shape { name: "RemoveRoleFromInstanceProfileRequest", kind: Kind::Structure(&M340), sensitive: false, error: None },
    Shape { name: "RemoveUserFromGroupRequest", kind: Kind::Structure(&M341), sensitive: false, error: None },
    Shape { name: "ReplacementValueEntry", kind: Kind::Structure(&M342), sensitive: false, error: None },
    Shape { name: "ReportContentType", kind: Kind::Blob(Length { min: None, max: None }), sensitive: false, error: None },
    Shape { name: "ReportFormatType", kind: Kind::String(Text { length: Length { min: None, max: None }, pattern: None, values: &["text/csv"] }), sensitive: false, error: None },
    Shape { name: "ReportGenerationLimitExceededException", kind: Kind::Structure(&M345), sensitive: false, error: Some(ErrorTrait { code: "ReportGenerationLimitExceeded", status: 409, sender_fault: true }) },
    Shape { name: "ReportStateDescriptionType", kind: Kind::String(Text { length: Length { min: None, max: None }, pattern: None, values: &[] }), sensitive: false, error: None },
    Shape { name: "ReportStateType", kind: Kind::String(Text { length: Length { min: None, max: None }, pattern: None, values: &["COMPLETE", "STARTED", "INPROGRESS"] }), sensitive: false, error: None },
    Shape { name: "ResetServiceSpecificCredentialRequest", kind: Kind::Structure(&M348), sensitive: false, error: None },
    Shape { name: "ResetServiceSpecificCredentialResponse", kind: Kind::Structure(&M349), sensitive: false, error: None },
    Shape { name: "ResourceHandlingOptionType", kind: Kind::String(Text { length: Length { min: Some(1), max: Some(64) }, pattern: None, values: &[] }), sensitive: false, error: None },
    Shape { name: "ResourceNameListType", kind: Kind::List(List { length: Length { min: None, max: None }, item: ShapeId(352), item_name: "member", flattened: false, sparse: false }), sensitive: false, error: None },
    Shape { name: "ResourceNameType", kind: Kind::String(Text { length: Length { min: Some(1), max: Some(2048) }, pattern: None, values: &[] }), sensitive: false, error: None },
    Shape { name: "ResourceSpecificResult", kind: Kind::Structure(&M353), sensitive: false, error: None },
    Shape { name: "ResourceSpecificResultListType", kind: Kind::List(List { length: Length { min: None, max: None }, item: ShapeId(353), item_name: "member", flattened: false, sparse: false }), sensitive: false, error: None },
    Shape { name: "ResyncMFADeviceRequest", kind: Kind::Structure(&M355), sensitive: false, error: None },
    Shape { name: "Role", kind: Kind::Structure(&M356), sensitive: false, error: None },
    Shape { name: "RoleDetail", kind: Kind::Structure(&M357), sensitive: false, error: None },
    Shape { name: "RoleLastUsed", kind: Kind::Structure(&M358), sensitive: false, error: None },
    Shape { name: "RoleModifiedException", kind: Kind::Structure(&M359), sensitive: false, error: Some(ErrorTrait { code: "RoleModified", status: 409, sender_fault: true }) },
    Shape { name: "RoleTemplateDisabledException", kind: Kind::Structure(&M360), sensitive: false, error: Some(ErrorTrait { code: "RoleTemplateDisabled", status: 400, sender_fault: true }) },
    Shape { name: "RoleTemplateVersion", kind: Kind::Structure(&M361), sensitive: false, error: None },
    Shape { name: "RoleUsageListType", kind: Kind::List(List { length: Length { min: None, max: None }, item: ShapeId(363), item_name: "member", flattened: false, sparse: false }), sensitive: false, error: None },
    Shape { name: "RoleUsageType", kind: Kind::Structure(&M363), sensitive: false, error: None },
    Shape { name: "SAMLIssuerURLType", kind: Kind::String(Text { length: Length { min: Some(1), max: Some(1024) }, pattern: None, values: &[] }), sensitive: false, error: None },
    Shape { name: "SAMLKeyHashEntry", kind: Kind::Structure(&M365), sensitive: false, error: None },
    Shape { name: "SAMLKeyHashListType", kind: Kind::List(List { length: Length { min: None, max: None }, item: ShapeId(365), item_name: "member", flattened: false, sparse: false }), sensitive: false, error: None },
    Shape { name: "SAMLMetadataDocumentType", kind: Kind::String(Text { length: Length { min: Some(1000), max: Some(10000000) }, pattern: None, values: &[] }), sensitive: false, error: None },
    Shape { name: "SAMLPrivateKey", kind: Kind::Structure(&M368), sensitive: false, error: None },
    Shape { name: "SAMLProviderListEntry", kind: Kind::Structure(&M369), sensitive: false, error: None },
    Shape { name: "SAMLProviderListType", kind: Kind::List(List { length: Length { min: None, max: None }, item: ShapeId(369), item_name: "member", flattened: false, sparse: false }), sensitive: false, error: None },
    Shape { name: "SAMLProviderNameType", kind: Kind::String(Text { length: Length { min: Some(1), max: Some(128) }, pattern: Some(&PATTERNS[21]), values: &[] }), sensitive: false, error: None },
    Shape { name: "SSHPublicKey", kind: Kind::Structure(&M372), sensitive: false, error: None },
    Shape { name: "SSHPublicKeyListType", kind: Kind::List(List { length: Length { min: None, max: None }, item: ShapeId(374), item_name: "member", flattened: false, sparse: false }), sensitive: false, error: None },
    Shape { name: "SSHPublicKeyMetadata", kind: Kind::Structure(&M374), sensitive: false, error: None },
    Shape { name: "SendDelegationTokenRequest", kind: Kind::Structure(&M375), sensitive: false, error: None },
    Shape { name: "ServerCertificate", kind: Kind::Structure(&M376), sensitive: false, error: None },
    Shape { name: "ServerCertificateMetadata", kind: Kind::Structure(&M377), sensitive: false, error: None },
    Shape { name: "ServiceAccessNotEnabledException", kind: Kind::Structure(&M378), sensitive: false, error: Some(ErrorTrait { code: "ServiceAccessNotEnabledException", status: 400, sender_fault: true }) },
    Shape { name: "ServiceFailureException", kind: Kind::Structure(&M379), sensitive: false, error: Some(ErrorTrait { code: "ServiceFailure", status: 500, sender_fault: false }) },
    Shape { name: "ServiceLastAccessed", kind: Kind::Structure(&M380), sensitive: false, error: None },
    Shape { name: "ServiceNotSupportedException", kind: Kind::Structure(&M381), sensitive: false, error: Some(ErrorTrait { code: "NotSupportedService", status: 404, sender_fault: true }) },
    Shape { name: "ServiceSpecificCredential", kind: Kind::Structure(&M382), sensitive: false, error: None },
    Shape { name: "ServiceSpecificCredentialMetadata", kind: Kind::Structure(&M383), sensitive: false, error: None },
    Shape { name: "ServiceSpecificCredentialsListType", kind: Kind::List(List { length: Length { min: None, max: None }, item: ShapeId(383), item_name: "member", flattened: false, sparse: false }), sensitive: false, error: None },
    Shape { name: "ServicesLastAccessed", kind: Kind::List(List { length: Length { min: None, max: None }, item: ShapeId(380), item_name: "member", flattened: false, sparse: false }), sensitive: false, error: None },
    Shape { name: "SetDefaultPolicyVersionRequest", kind: Kind::Structure(&M386), sensitive: false, error: None },
    Shape { name: "SetSecurityTokenServicePreferencesRequest", kind: Kind::Structure(&M387), sensitive: false, error: None },
    Shape { name: "SigningCertificate", kind: Kind::Structure(&M388), sensitive: false, error: None },
    Shape { name: "SimulateCustomPolicyRequest", kind: Kind::Structure(&M389), sensitive: false, error: None },
    Shape { name: "SimulatePolicyResponse", kind: Kind::Structure(&M390), sensitive: false, error: None },
    Shape { name: "SimulatePrincipalPolicyRequest", kind: Kind::Structure(&M391), sensitive: false, error: None },
    Shape { name: "SimulationPolicyListType", kind: Kind::List(List { length: Length { min: None, max: None }, item: ShapeId(552), item_name: "member", flattened: false, sparse: false }), sensitive: false, error: None },
    Shape { name: "SourceRoleTemplate", kind: Kind::Structure(&M393), sensitive: false, error: None },
    Shape { name: "Statement", kind: Kind::Structure(&M394), sensitive: false, error: None },
    Shape { name: "StatementListType", kind: Kind::List(List { length: Length { min: None, max: None }, item: ShapeId(394), item_name: "member", flattened: false, sparse: false }), sensitive: false, error: None },
    Shape { name: "Tag", kind: Kind::Structure(&M396), sensitive: false, error: None },
    Shape { name: "TagInstanceProfileRequest", kind: Kind::Structure(&M397), sensitive: false, error: None },
    Shape { name: "TagMFADeviceRequest", kind: Kind::Structure(&M398), sensitive: false, error: None },
    Shape { name: "TagOpenIDConnectProviderRequest", kind: Kind::Structure(&M399), sensitive: false, error: None },
    Shape { name: "TagPolicyRequest", kind: Kind::Structure(&M400), sensitive: false, error: None },
    Shape { name: "TagRoleRequest", kind: Kind::Structure(&M401), sensitive: false, error: None },
    Shape { name: "TagSAMLProviderRequest", kind: Kind::Structure(&M402), sensitive: false, error: None },
    Shape { name: "TagServerCertificateRequest", kind: Kind::Structure(&M403), sensitive: false, error: None },
    Shape { name: "TagTemplate", kind: Kind::Structure(&M404), sensitive: false, error: None },
    Shape { name: "TagUserRequest", kind: Kind::Structure(&M405), sensitive: false, error: None },
    Shape { name: "TrackedActionLastAccessed", kind: Kind::Structure(&M406), sensitive: false, error: None },
    Shape { name: "TrackedActionsLastAccessed", kind: Kind::List(List { length: Length { min: None, max: None }, item: ShapeId(406), item_name: "member", flattened: false, sparse: false }), sensitive: false, error: None },
    Shape { name: "UnmodifiableEntityException", kind: Kind::Structure(&M408), sensitive: false, error: Some(ErrorTrait { code: "UnmodifiableEntity", status: 400, sender_fault: true }) },
    Shape { name: "UnrecognizedPublicKeyEncodingException", kind: Kind::Structure(&M409), sensitive: false, error: Some(ErrorTrait { code: "UnrecognizedPublicKeyEncoding", status: 400, sender_fault: true }) },
    Shape { name: "UntagInstanceProfileRequest", kind: Kind::Structure(&M410), sensitive: false, error: None },
    Shape { name: "UntagMFADeviceRequest", kind: Kind::Structure(&M411), sensitive: false, error: None },
    Shape { name: "UntagOpenIDConnectProviderRequest", kind: Kind::Structure(&M412), sensitive: false, error: None },
    Shape { name: "UntagPolicyRequest", kind: Kind::Structure(&M413), sensitive: false, error: None },
    Shape { name: "UntagRoleRequest", kind: Kind::Structure(&M414), sensitive: false, error: None },
    Shape { name: "UntagSAMLProviderRequest", kind: Kind::Structure(&M415), sensitive: false, error: None },
    Shape { name: "UntagServerCertificateRequest", kind: Kind::Structure(&M416), sensitive: false, error: None },
    Shape { name: "UntagUserRequest", kind: Kind::Structure(&M417), sensitive: false, error: None },
    Shape { name: "UpdateAccessKeyRequest", kind: Kind::Structure(&M418), sensitive: false, error: None },
    Shape { name: "UpdateAccountPasswordPolicyRequest", kind: Kind::Structure(&M419), sensitive: false, error: None },
    Shape { name: "UpdateAssumeRolePolicyRequest", kind: Kind::Structure(&M420), sensitive: false, error: None },
    Shape { name: "UpdateDelegationRequestRequest", kind: Kind::Structure(&M421), sensitive: false, error: None },
    Shape { name: "UpdateGroupRequest", kind: Kind::Structure(&M422), sensitive: false, error: None },
    Shape { name: "UpdateLoginProfileRequest", kind: Kind::Structure(&M423), sensitive: false, error: None },
    Shape { name: "UpdateOpenIDConnectProviderRequest", kind: Kind::Structure(&M424), sensitive: false, error: None },
    Shape { name: "UpdateOpenIDConnectProviderThumbprintRequest", kind: Kind::Structure(&M425), sensitive: false, error: None },
    Shape { name: "UpdateRoleDescriptionRequest", kind: Kind::Structure(&M426), sensitive: false, error: None },
    Shape { name: "UpdateRoleDescriptionResponse", kind: Kind::Structure(&M427), sensitive: false, error: None },
    Shape { name: "UpdateRoleRequest", kind: Kind::Structure(&M428), sensitive: false, error: None },
    Shape { name: "UpdateRoleResponse", kind: Kind::Structure(&M429), sensitive: false, error: None },
    Shape { name: "UpdateSAMLProviderRequest", kind: Kind::Structure(&M430), sensitive: false, error: None },
    Shape { name: "UpdateSAMLProviderResponse", kind: Kind::Structure(&M431), sensitive: false, error: None },
    Shape { name: "UpdateSSHPublicKeyRequest", kind: Kind::Structure(&M432), sensitive: false, error: None },
    Shape { name: "UpdateServerCertificateRequest", kind: Kind::Structure(&M433), sensitive: false, error: None },
    Shape { name: "UpdateServiceSpecificCredentialRequest", kind: Kind::Structure(&M434), sensitive: false, error: None },
    Shape { name: "UpdateSigningCertificateRequest", kind: Kind::Structure(&M435), sensitive: false, error: None },
    Shape { name: "UpdateUserRequest", kind: Kind::Structure(&M436), sensitive: false, error: None },
    Shape { name: "UploadSSHPublicKeyRequest", kind: Kind::Structure(&M437), sensitive: false, error: None },
    Shape { name: "UploadSSHPublicKeyResponse", kind: Kind::Structure(&M438), sensitive: false, error: None },
    Shape { name: "UploadServerCertificateRequest", kind: Kind::Structure(&M439), sensitive: false, error: None },
    Shape { name: "UploadServerCertificateResponse", kind: Kind::Structure(&M440), sensitive: false, error: None },
    Shape { name: "UploadSigningCertificateRequest", kind: Kind::Structure(&M441), sensitive: false, error: None },
    Shape { name: "UploadSigningCertificateResponse", kind: Kind::Structure(&M442), sensitive: false, error: None },
    Shape { name: "User", kind: Kind::Structure(&M443), sensitive: false, error: None },
    Shape { name: "UserDetail", kind: Kind::Structure(&M444), sensitive: false, error: None },
    Shape { name: "VirtualMFADevice", kind: Kind::Structure(&M445), sensitive: false, error: None },
    Shape { name: "accessKeyIdType", kind: Kind::String(Text { length: Length { min: Some(16), max: Some(128) }, pattern: Some(&PATTERNS[22]), values: &[] }), sensitive: false, error: None },
    Shape { name: "accessKeyMetadataListType", kind: Kind::List(List { length: Length { min: None, max: None }, item: ShapeId(6), item_name: "member", flattened: false, sparse: false }), sensitive: false, error: None },
    Shape { name: "accessKeySecretType", kind: Kind::String(Text { length: Length { min: None, max: None }, pattern: None, values: &[] }), sensitive: true, error: None },
    Shape { name: "accountAliasListType", kind: Kind::List(List { length: Length { min: None, max: None }, item: ShapeId(450), item_name: "member", flattened: false, sparse: false }), sensitive: false, error: None },
    Shape { name: "accountAliasType", kind: Kind::String(Text { length: Length { min: Some(3), max: Some(63) }, pattern: Some(&PATTERNS[26]), values: &[] }), sensitive: false, error: None },
    Shape { name: "accountIdType", kind: Kind::String(Text { length: Length { min: None, max: None }, pattern: Some(&PATTERNS[23]), values: &[] }), sensitive: false, error: None },
    Shape { name: "accountPropertiesMapType", kind: Kind::Map(Map { length: Length { min: None, max: None }, key: ShapeId(453), value: ShapeId(454) }), sensitive: false, error: None },
    Shape { name: "accountPropertyKeyType", kind: Kind::String(Text { length: Length { min: Some(1), max: Some(50) }, pattern: Some(&PATTERNS[25]), values: &[] }), sensitive: false, error: None },
    Shape { name: "accountPropertyValueType", kind: Kind::String(Text { length: Length { min: Some(1), max: Some(1024) }, pattern: None, values: &[] }), sensitive: false, error: None },
    Shape { name: "allUsers", kind: Kind::Boolean, sensitive: false, error: None },
    Shape { name: "arnType", kind: Kind::String(Text { length: Length { min: Some(20), max: Some(2048) }, pattern: None, values: &[] }), sensitive: false, error: None },
    Shape { name: "assertionEncryptionModeType", kind: Kind::String(Text { length: Length { min: None, max: None }, pattern: None, values: &["Required", "Allowed"] }), sensitive: false, error: None },
    Shape { name: "assignmentStatusType", kind: Kind::String(Text { length: Length { min: None, max: None }, pattern: None, values: &["Assigned", "Unassigned", "Any"] }), sensitive: false, error: None },
    Shape { name: "attachedPoliciesListType", kind: Kind::List(List { length: Length { min: None, max: None }, item: ShapeId(21), item_name: "member", flattened: false, sparse: false }), sensitive: false, error: None },
    Shape { name: "attachmentCountType", kind: Kind::Integer(Whole { min: None, max: None }), sensitive: false, error: None },
    Shape { name: "authenticationCodeType", kind: Kind::String(Text { length: Length { min: Some(6), max: Some(6) }, pattern: Some(&PATTERNS[6]), values: &[] }), sensitive: false, error: None },
    Shape { name: "booleanObjectType", kind: Kind::Boolean, sensitive: false, error: None },
    Shape { name: "booleanType", kind: Kind::Boolean, sensitive: false, error: None },
    Shape { name: "certificateBodyType", kind: Kind::String(Text { length: Length { min: Some(1), max: Some(16384) }, pattern: Some(&PATTERNS[13]), values: &[] }), sensitive: false, error: None },
    Shape { name: "certificateChainType", kind: Kind::String(Text { length: Length { min: Some(1), max: Some(2097152) }, pattern: Some(&PATTERNS[13]), values: &[] }), sensitive: false, error: None },
    Shape { name: "certificateIdType", kind: Kind::String(Text { length: Length { min: Some(24), max: Some(128) }, pattern: Some(&PATTERNS[22]), values: &[] }), sensitive: false, error: None },
    Shape { name: "certificateListType", kind: Kind::List(List { length: Length { min: None, max: None }, item: ShapeId(388), item_name: "member", flattened: false, sparse: false }), sensitive: false, error: None },
    Shape { name: "clientIDListType", kind: Kind::List(List { length: Length { min: None, max: None }, item: ShapeId(469), item_name: "member", flattened: false, sparse: false }), sensitive: false, error: None },
    Shape { name: "clientIDType", kind: Kind::String(Text { length: Length { min: Some(1), max: Some(255) }, pattern: None, values: &[] }), sensitive: false, error: None },
    Shape { name: "consoleDeepLinkType", kind: Kind::String(Text { length: Length { min: Some(1), max: Some(255) }, pattern: None, values: &[] }), sensitive: false, error: None },
    Shape { name: "contextProviderSourceKeyType", kind: Kind::String(Text { length: Length { min: Some(1), max: Some(128) }, pattern: None, values: &[] }), sensitive: false, error: None },
    Shape { name: "contextProviderTargetKeyType", kind: Kind::String(Text { length: Length { min: Some(1), max: Some(128) }, pattern: None, values: &[] }), sensitive: false, error: None },
    Shape { name: "credentialAgeDays", kind: Kind::Integer(Whole { min: Some(1), max: Some(36600) }), sensitive: false, error: None },
    Shape { name: "credentialReportExpiredExceptionMessage", kind: Kind::String(Text { length: Length { min: None, max: None }, pattern: None, values: &[] }), sensitive: false, error: None },
    Shape { name: "credentialReportNotPresentExceptionMessage", kind: Kind::String(Text { length: Length { min: None, max: None }, pattern: None, values: &[] }), sensitive: false, error: None },
    Shape { name: "credentialReportNotReadyExceptionMessage", kind: Kind::String(Text { length: Length { min: None, max: None }, pattern: None, values: &[] }), sensitive: false, error: None },
    Shape { name: "customSuffixType", kind: Kind::String(Text { length: Length { min: Some(1), max: Some(64) }, pattern: Some(&PATTERNS[16]), values: &[] }), sensitive: false, error: None },
    Shape { name: "dateType", kind: Kind::Timestamp, sensitive: false, error: None },
    Shape { name: "delegationRequestDescriptionType", kind: Kind::String(Text { length: Length { min: None, max: Some(1000) }, pattern: Some(&PATTERNS[11]), values: &[] }), sensitive: false, error: None },
    Shape { name: "delegationRequestIdType", kind: Kind::String(Text { length: Length { min: Some(16), max: Some(128) }, pattern: Some(&PATTERNS[20]), values: &[] }), sensitive: false, error: None },
    Shape { name: "delegationRequestsListType", kind: Kind::List(List { length: Length { min: None, max: None }, item: ShapeId(76), item_name: "member", flattened: false, sparse: false }), sensitive: false, error: None },
    Shape { name: "deleteConflictMessage", kind: Kind::String(Text { length: Length { min: None, max: None }, pattern: None, values: &[] }), sensitive: false, error: None },
    Shape { name: "duplicateCertificateMessage", kind: Kind::String(Text { length: Length { min: None, max: None }, pattern: None, values: &[] }), sensitive: false, error: None },
    Shape { name: "duplicateSSHPublicKeyMessage", kind: Kind::String(Text { length: Length { min: None, max: None }, pattern: None, values: &[] }), sensitive: false, error: None },
    Shape { name: "encodingType", kind: Kind::String(Text { length: Length { min: None, max: None }, pattern: None, values: &["SSH", "PEM"] }), sensitive: false, error: None },
    Shape { name: "entityAlreadyExistsMessage", kind: Kind::String(Text { length: Length { min: None, max: None }, pattern: None, values: &[] }), sensitive: false, error: None },
    Shape { name: "entityDetailsListType", kind: Kind::List(List { length: Length { min: None, max: None }, item: ShapeId(120), item_name: "member", flattened: false, sparse: false }), sensitive: false, error: None },
    Shape { name: "entityListType", kind: Kind::List(List { length: Length { min: None, max: None }, item: ShapeId(123), item_name: "member", flattened: false, sparse: false }), sensitive: false, error: None },
    Shape { name: "entityNameType", kind: Kind::String(Text { length: Length { min: Some(1), max: Some(128) }, pattern: Some(&PATTERNS[16]), values: &[] }), sensitive: false, error: None },
    Shape { name: "entityTemporarilyUnmodifiableMessage", kind: Kind::String(Text { length: Length { min: None, max: None }, pattern: None, values: &[] }), sensitive: false, error: None },
    Shape { name: "existingUserNameType", kind: Kind::String(Text { length: Length { min: Some(1), max: Some(128) }, pattern: Some(&PATTERNS[16]), values: &[] }), sensitive: false, error: None },
    Shape { name: "globalEndpointTokenVersion", kind: Kind::String(Text { length: Length { min: None, max: None }, pattern: None, values: &["v2Token", "v1Token"] }), sensitive: false, error: None },
    Shape { name: "groupDetailListType", kind: Kind::List(List { length: Length { min: None, max: None }, item: ShapeId(198), item_name: "member", flattened: false, sparse: false }), sensitive: false, error: None },
    Shape { name: "groupListType", kind: Kind::List(List { length: Length { min: None, max: None }, item: ShapeId(197), item_name: "member", flattened: false, sparse: false }), sensitive: false, error: None },
    Shape { name: "groupNameListType", kind: Kind::List(List { length: Length { min: None, max: None }, item: ShapeId(496), item_name: "member", flattened: false, sparse: false }), sensitive: false, error: None },
    Shape { name: "groupNameType", kind: Kind::String(Text { length: Length { min: Some(1), max: Some(128) }, pattern: Some(&PATTERNS[16]), values: &[] }), sensitive: false, error: None },
    Shape { name: "idType", kind: Kind::String(Text { length: Length { min: Some(16), max: Some(128) }, pattern: Some(&PATTERNS[22]), values: &[] }), sensitive: false, error: None },
    Shape { name: "identityCenterInstanceArnType", kind: Kind::String(Text { length: Length { min: Some(1), max: Some(1224) }, pattern: None, values: &[] }), sensitive: false, error: None },
    Shape { name: "inlinePolicyTemplateListType", kind: Kind::List(List { length: Length { min: None, max: None }, item: ShapeId(199), item_name: "member", flattened: false, sparse: false }), sensitive: false, error: None },
    Shape { name: "instanceProfileListType", kind: Kind::List(List { length: Length { min: None, max: None }, item: ShapeId(201), item_name: "member", flattened: false, sparse: false }), sensitive: false, error: None },
    Shape { name: "instanceProfileNameType", kind: Kind::String(Text { length: Length { min: Some(1), max: Some(128) }, pattern: Some(&PATTERNS[16]), values: &[] }), sensitive: false, error: None },
    Shape { name: "integerType", kind: Kind::Integer(Whole { min: None, max: None }), sensitive: false, error: None },
    Shape { name: "invalidAuthenticationCodeMessage", kind: Kind::String(Text { length: Length { min: None, max: None }, pattern: None, values: &[] }), sensitive: false, error: None },
    Shape { name: "invalidCertificateMessage", kind: Kind::String(Text { length: Length { min: None, max: None }, pattern: None, values: &[] }), sensitive: false, error: None },
    Shape { name: "invalidInputMessage", kind: Kind::String(Text { length: Length { min: None, max: None }, pattern: None, values: &[] }), sensitive: false, error: None },
    Shape { name: "invalidPublicKeyMessage", kind: Kind::String(Text { length: Length { min: None, max: None }, pattern: None, values: &[] }), sensitive: false, error: None },
    Shape { name: "invalidUserTypeMessage", kind: Kind::String(Text { length: Length { min: None, max: None }, pattern: None, values: &[] }), sensitive: false, error: None },
    Shape { name: "jobIDType", kind: Kind::String(Text { length: Length { min: Some(36), max: Some(36) }, pattern: None, values: &[] }), sensitive: false, error: None },
    Shape { name: "jobStatusType", kind: Kind::String(Text { length: Length { min: None, max: None }, pattern: None, values: &["IN_PROGRESS", "COMPLETED", "FAILED"] }), sensitive: false, error: None },
    Shape { name: "keyDefinitionListType", kind: Kind::List(List { length: Length { min: Some(0), max: Some(10) }, item: ShapeId(41), item_name: "member", flattened: false, sparse: false }), sensitive: false, error: None },
    Shape { name: "keyPairMismatchMessage", kind: Kind::String(Text { length: Length { min: None, max: None }, pattern: None, values: &[] }), sensitive: false, error: None },
    Shape { name: "limitExceededMessage", kind: Kind::String(Text { length: Length { min: None, max: None }, pattern: None, values: &[] }), sensitive: false, error: None },
    Shape { name: "listPolicyGrantingServiceAccessResponseListType", kind: Kind::List(List { length: Length { min: None, max: None }, item: ShapeId(247), item_name: "member", flattened: false, sparse: false }), sensitive: false, error: None },
    Shape { name: "localeType", kind: Kind::String(Text { length: Length { min: Some(2), max: Some(12) }, pattern: None, values: &[] }), sensitive: false, error: None },
    Shape { name: "malformedCertificateMessage", kind: Kind::String(Text { length: Length { min: None, max: None }, pattern: None, values: &[] }), sensitive: false, error: None },
    Shape { name: "malformedPolicyDocumentMessage", kind: Kind::String(Text { length: Length { min: None, max: None }, pattern: None, values: &[] }), sensitive: false, error: None },
    Shape { name: "managedByTypeType", kind: Kind::String(Text { length: Length { min: None, max: None }, pattern: None, values: &["Service"] }), sensitive: false, error: None },
    Shape { name: "managedByValueType", kind: Kind::String(Text { length: Length { min: Some(1), max: Some(128) }, pattern: None, values: &[] }), sensitive: false, error: None },
    Shape { name: "managedPolicyArnListType", kind: Kind::List(List { length: Length { min: None, max: None }, item: ShapeId(456), item_name: "member", flattened: false, sparse: false }), sensitive: false, error: None },
    Shape { name: "mapStringReplacementValueEntry", kind: Kind::Map(Map { length: Length { min: None, max: Some(30) }, key: ShapeId(613), value: ShapeId(342) }), sensitive: false, error: None },
    Shape { name: "markerType", kind: Kind::String(Text { length: Length { min: Some(1), max: Some(320) }, pattern: Some(&PATTERNS[14]), values: &[] }), sensitive: false, error: None },
    Shape { name: "maxItemsType", kind: Kind::Integer(Whole { min: Some(1), max: Some(1000) }), sensitive: false, error: None },
    Shape { name: "maxPasswordAgeType", kind: Kind::Integer(Whole { min: Some(1), max: Some(1095) }), sensitive: false, error: None },
    Shape { name: "maxSigninSessionDurationType", kind: Kind::Integer(Whole { min: Some(3600), max: Some(7776000) }), sensitive: false, error: None },
    Shape { name: "mfaDeviceListType", kind: Kind::List(List { length: Length { min: None, max: None }, item: ShapeId(285), item_name: "member", flattened: false, sparse: false }), sensitive: false, error: None },
    Shape { name: "minimumPasswordLengthType", kind: Kind::Integer(Whole { min: Some(6), max: Some(128) }), sensitive: false, error: None },
    Shape { name: "minorVersionType", kind: Kind::Integer(Whole { min: None, max: None }), sensitive: false, error: None },
    Shape { name: "nameConflictMessage", kind: Kind::String(Text { length: Length { min: None, max: None }, pattern: None, values: &[] }), sensitive: false, error: None },
    Shape { name: "noSuchEntityMessage", kind: Kind::String(Text { length: Length { min: None, max: None }, pattern: None, values: &[] }), sensitive: false, error: None },
    Shape { name: "notesType", kind: Kind::String(Text { length: Length { min: None, max: Some(500) }, pattern: Some(&PATTERNS[11]), values: &[] }), sensitive: false, error: None },
    Shape { name: "notificationChannelType", kind: Kind::String(Text { length: Length { min: Some(2), max: Some(400) }, pattern: Some(&PATTERNS[28]), values: &[] }), sensitive: false, error: None },
    Shape { name: "openIdIdpCommunicationErrorExceptionMessage", kind: Kind::String(Text { length: Length { min: None, max: None }, pattern: None, values: &[] }), sensitive: false, error: None },
    Shape { name: "organizationsEntityPathType", kind: Kind::String(Text { length: Length { min: Some(19), max: Some(427) }, pattern: Some(&PATTERNS[30]), values: &[] }), sensitive: false, error: None },
    Shape { name: "organizationsPolicyIdType", kind: Kind::String(Text { length: Length { min: None, max: None }, pattern: Some(&PATTERNS[32]), values: &[] }), sensitive: false, error: None },
    Shape { name: "ownerIdType", kind: Kind::String(Text { length: Length { min: Some(20), max: Some(2048) }, pattern: Some(&PATTERNS[27]), values: &[] }), sensitive: false, error: None },
    Shape { name: "parameterDefaultValueType", kind: Kind::String(Text { length: Length { min: None, max: Some(1024) }, pattern: None, values: &[] }), sensitive: false, error: None },
    Shape { name: "parameterDescriptionType", kind: Kind::String(Text { length: Length { min: None, max: Some(1000) }, pattern: None, values: &[] }), sensitive: false, error: None },
    Shape { name: "parameterNameType", kind: Kind::String(Text { length: Length { min: Some(1), max: Some(128) }, pattern: None, values: &[] }), sensitive: false, error: None },
    Shape { name: "parameterSubTypeType", kind: Kind::String(Text { length: Length { min: None, max: Some(256) }, pattern: None, values: &[] }), sensitive: false, error: None },
    Shape { name: "parameterTypeType", kind: Kind::String(Text { length: Length { min: None, max: None }, pattern: None, values: &["Number", "ArnList", "StringList", "NumberList", "String", "Arn"] }), sensitive: false, error: None },
    Shape { name: "parametersDefinitionListType", kind: Kind::List(List { length: Length { min: None, max: None }, item: ShapeId(302), item_name: "member", flattened: false, sparse: false }), sensitive: false, error: None },
    Shape { name: "passwordPolicyViolationMessage", kind: Kind::String(Text { length: Length { min: None, max: None }, pattern: None, values: &[] }), sensitive: false, error: None },
    Shape { name: "passwordReusePreventionType", kind: Kind::Integer(Whole { min: Some(1), max: Some(24) }), sensitive: false, error: None },
    Shape { name: "passwordType", kind: Kind::String(Text { length: Length { min: Some(1), max: Some(128) }, pattern: Some(&PATTERNS[13]), values: &[] }), sensitive: true, error: None },
    Shape { name: "pathPrefixType", kind: Kind::String(Text { length: Length { min: Some(1), max: Some(512) }, pattern: Some(&PATTERNS[24]), values: &[] }), sensitive: false, error: None },
    Shape { name: "pathType", kind: Kind::String(Text { length: Length { min: Some(1), max: Some(512) }, pattern: Some(&PATTERNS[1]), values: &[] }), sensitive: false, error: None },
    Shape { name: "permissionCheckResultType", kind: Kind::String(Text { length: Length { min: None, max: None }, pattern: None, values: &["UNSURE", "ALLOWED", "DENIED"] }), sensitive: false, error: None },
    Shape { name: "permissionCheckStatusType", kind: Kind::String(Text { length: Length { min: None, max: None }, pattern: None, values: &["IN_PROGRESS", "COMPLETE", "FAILED"] }), sensitive: false, error: None },
    Shape { name: "permissionType", kind: Kind::String(Text { length: Length { min: None, max: None }, pattern: None, values: &[] }), sensitive: false, error: None },
    Shape { name: "policyDescriptionType", kind: Kind::String(Text { length: Length { min: None, max: Some(1000) }, pattern: None, values: &[] }), sensitive: false, error: None },
    Shape { name: "policyDetailListType", kind: Kind::List(List { length: Length { min: None, max: None }, item: ShapeId(308), item_name: "member", flattened: false, sparse: false }), sensitive: false, error: None },
    Shape { name: "policyDocumentType", kind: Kind::String(Text { length: Length { min: Some(1), max: Some(131072) }, pattern: Some(&PATTERNS[13]), values: &[] }), sensitive: false, error: None },
    Shape { name: "policyDocumentVersionListType", kind: Kind::List(List { length: Length { min: None, max: None }, item: ShapeId(327), item_name: "member", flattened: false, sparse: false }), sensitive: false, error: None },
    Shape { name: "policyEvaluationErrorMessage", kind: Kind::String(Text { length: Length { min: None, max: None }, pattern: None, values: &[] }), sensitive: false, error: None },
    Shape { name: "policyGrantingServiceAccessListType", kind: Kind::List(List { length: Length { min: None, max: None }, item: ShapeId(312), item_name: "member", flattened: false, sparse: false }), sensitive: false, error: None },
    Shape { name: "policyListType", kind: Kind::List(List { length: Length { min: None, max: None }, item: ShapeId(307), item_name: "member", flattened: false, sparse: false }), sensitive: false, error: None },
    Shape { name: "policyNameListType", kind: Kind::List(List { length: Length { min: None, max: None }, item: ShapeId(558), item_name: "member", flattened: false, sparse: false }), sensitive: false, error: None },
    Shape { name: "policyNameType", kind: Kind::String(Text { length: Length { min: Some(1), max: Some(128) }, pattern: Some(&PATTERNS[16]), values: &[] }), sensitive: false, error: None },
    Shape { name: "policyNotAttachableMessage", kind: Kind::String(Text { length: Length { min: None, max: None }, pattern: None, values: &[] }), sensitive: false, error: None },
    Shape { name: "policyOwnerEntityType", kind: Kind::String(Text { length: Length { min: None, max: None }, pattern: None, values: &["ROLE", "GROUP", "USER"] }), sensitive: false, error: None },
    Shape { name: "policyParameterListType", kind: Kind::List(List { length: Length { min: None, max: Some(50) }, item: ShapeId(319), item_name: "member", flattened: false, sparse: false }), sensitive: false, error: None },
    Shape { name: "policyParameterNameType", kind: Kind::String(Text { length: Length { min: Some(5), max: Some(256) }, pattern: Some(&PATTERNS[3]), values: &[] }), sensitive: false, error: None },
    Shape { name: "policyParameterValueType", kind: Kind::String(Text { length: Length { min: None, max: None }, pattern: Some(&PATTERNS[3]), values: &[] }), sensitive: false, error: None },
    Shape { name: "policyParameterValuesListType", kind: Kind::List(List { length: Length { min: None, max: None }, item: ShapeId(563), item_name: "member", flattened: false, sparse: false }), sensitive: false, error: None },
    Shape { name: "policyPathType", kind: Kind::String(Text { length: Length { min: Some(1), max: Some(512) }, pattern: Some(&PATTERNS[0]), values: &[] }), sensitive: false, error: None },
    Shape { name: "policyScopeType", kind: Kind::String(Text { length: Length { min: None, max: None }, pattern: None, values: &["All", "Local", "AWS"] }), sensitive: false, error: None },
    Shape { name: "policyType", kind: Kind::String(Text { length: Length { min: None, max: None }, pattern: None, values: &["INLINE", "MANAGED"] }), sensitive: false, error: None },
    Shape { name: "policyVersionIdType", kind: Kind::String(Text { length: Length { min: None, max: None }, pattern: Some(&PATTERNS[33]), values: &[] }), sensitive: false, error: None },
    Shape { name: "privateKeyIdType", kind: Kind::String(Text { length: Length { min: Some(22), max: Some(64) }, pattern: Some(&PATTERNS[5]), values: &[] }), sensitive: false, error: None },
    Shape { name: "privateKeyList", kind: Kind::List(List { length: Length { min: None, max: Some(2) }, item: ShapeId(368), item_name: "member", flattened: false, sparse: false }), sensitive: false, error: None },
    Shape { name: "privateKeyType", kind: Kind::String(Text { length: Length { min: Some(1), max: Some(16384) }, pattern: Some(&PATTERNS[13]), values: &[] }), sensitive: true, error: None },
    Shape { name: "publicKeyFingerprintType", kind: Kind::String(Text { length: Length { min: Some(48), max: Some(48) }, pattern: Some(&PATTERNS[4]), values: &[] }), sensitive: false, error: None },
    Shape { name: "publicKeyIdType", kind: Kind::String(Text { length: Length { min: Some(20), max: Some(128) }, pattern: Some(&PATTERNS[22]), values: &[] }), sensitive: false, error: None },
    Shape { name: "publicKeyMaterialType", kind: Kind::String(Text { length: Length { min: Some(1), max: Some(16384) }, pattern: Some(&PATTERNS[13]), values: &[] }), sensitive: false, error: None },
    Shape { name: "redirectUrlType", kind: Kind::String(Text { length: Length { min: Some(1), max: Some(255) }, pattern: Some(&PATTERNS[29]), values: &[] }), sensitive: false, error: None },
    Shape { name: "replacementValueListType", kind: Kind::List(List { length: Length { min: Some(1), max: Some(20) }, item: ShapeId(613), item_name: "member", flattened: false, sparse: false }), sensitive: false, error: None },
    Shape { name: "reportGenerationLimitExceededMessage", kind: Kind::String(Text { length: Length { min: None, max: None }, pattern: None, values: &[] }), sensitive: false, error: None },
    Shape { name: "requestMessageType", kind: Kind::String(Text { length: Length { min: None, max: Some(200) }, pattern: Some(&PATTERNS[11]), values: &[] }), sensitive: false, error: None },
    Shape { name: "requestorNameType", kind: Kind::String(Text { length: Length { min: None, max: Some(30) }, pattern: Some(&PATTERNS[11]), values: &[] }), sensitive: false, error: None },
    Shape { name: "requestorWorkflowIdType", kind: Kind::String(Text { length: Length { min: Some(5), max: Some(400) }, pattern: Some(&PATTERNS[12]), values: &[] }), sensitive: false, error: None },
    Shape { name: "responseMarkerType", kind: Kind::String(Text { length: Length { min: None, max: None }, pattern: None, values: &[] }), sensitive: false, error: None },
    Shape { name: "roleDescriptionPatternType", kind: Kind::String(Text { length: Length { min: Some(1), max: Some(512) }, pattern: None, values: &[] }), sensitive: false, error: None },
    Shape { name: "roleDescriptionType", kind: Kind::String(Text { length: Length { min: None, max: Some(1000) }, pattern: Some(&PATTERNS[11]), values: &[] }), sensitive: false, error: None },
    Shape { name: "roleDetailListType", kind: Kind::List(List { length: Length { min: None, max: None }, item: ShapeId(357), item_name: "member", flattened: false, sparse: false }), sensitive: false, error: None },
    Shape { name: "roleListType", kind: Kind::List(List { length: Length { min: None, max: None }, item: ShapeId(356), item_name: "member", flattened: false, sparse: false }), sensitive: false, error: None },
    Shape { name: "roleMaxSessionDurationType", kind: Kind::Integer(Whole { min: Some(3600), max: Some(43200) }), sensitive: false, error: None },
    Shape { name: "roleModifiedMessage", kind: Kind::String(Text { length: Length { min: None, max: None }, pattern: None, values: &[] }), sensitive: false, error: None },
    Shape { name: "roleNamePatternType", kind: Kind::String(Text { length: Length { min: Some(1), max: Some(256) }, pattern: None, values: &[] }), sensitive: false, error: None },
    Shape { name: "roleNameType", kind: Kind::String(Text { length: Length { min: Some(1), max: Some(64) }, pattern: Some(&PATTERNS[16]), values: &[] }), sensitive: false, error: None },
    Shape { name: "rolePathPatternType", kind: Kind::String(Text { length: Length { min: Some(1), max: Some(256) }, pattern: Some(&PATTERNS[2]), values: &[] }), sensitive: false, error: None },
    Shape { name: "rolePermissionRestrictionArnListType", kind: Kind::List(List { length: Length { min: None, max: None }, item: ShapeId(456), item_name: "member", flattened: false, sparse: false }), sensitive: false, error: None },
    Shape { name: "roleTemplateDescriptionType", kind: Kind::String(Text { length: Length { min: None, max: Some(512) }, pattern: Some(&PATTERNS[11]), values: &[] }), sensitive: false, error: None },
    Shape { name: "roleTemplateDisabledMessage", kind: Kind::String(Text { length: Length { min: None, max: None }, pattern: None, values: &[] }), sensitive: false, error: None },
    Shape { name: "roleTemplateNameType", kind: Kind::String(Text { length: Length { min: Some(1), max: Some(128) }, pattern: Some(&PATTERNS[17]), values: &[] }), sensitive: false, error: None },
    Shape { name: "serialNumberType", kind: Kind::String(Text { length: Length { min: Some(9), max: Some(256) }, pattern: Some(&PATTERNS[18]), values: &[] }), sensitive: false, error: None },
    Shape { name: "serverCertificateMetadataListType", kind: Kind::List(List { length: Length { min: None, max: None }, item: ShapeId(377), item_name: "member", flattened: false, sparse: false }), sensitive: false, error: None },
    Shape { name: "serverCertificateNameType", kind: Kind::String(Text { length: Length { min: Some(1), max: Some(128) }, pattern: Some(&PATTERNS[16]), values: &[] }), sensitive: false, error: None },
    Shape { name: "serviceCredentialAlias", kind: Kind::String(Text { length: Length { min: Some(0), max: Some(200) }, pattern: Some(&PATTERNS[16]), values: &[] }), sensitive: false, error: None },
    Shape { name: "serviceCredentialSecret", kind: Kind::String(Text { length: Length { min: None, max: None }, pattern: None, values: &[] }), sensitive: true, error: None },
    Shape { name: "serviceFailureExceptionMessage", kind: Kind::String(Text { length: Length { min: None, max: None }, pattern: None, values: &[] }), sensitive: false, error: None },
    Shape { name: "serviceName", kind: Kind::String(Text { length: Length { min: None, max: None }, pattern: None, values: &[] }), sensitive: false, error: None },
    Shape { name: "serviceNameType", kind: Kind::String(Text { length: Length { min: None, max: None }, pattern: None, values: &[] }), sensitive: false, error: None },
    Shape { name: "serviceNamespaceListType", kind: Kind::List(List { length: Length { min: Some(1), max: Some(200) }, item: ShapeId(604), item_name: "member", flattened: false, sparse: false }), sensitive: false, error: None },
    Shape { name: "serviceNamespaceType", kind: Kind::String(Text { length: Length { min: Some(1), max: Some(64) }, pattern: Some(&PATTERNS[19]), values: &[] }), sensitive: false, error: None },
    Shape { name: "serviceNotSupportedMessage", kind: Kind::String(Text { length: Length { min: None, max: None }, pattern: None, values: &[] }), sensitive: false, error: None },
    Shape { name: "servicePassword", kind: Kind::String(Text { length: Length { min: None, max: None }, pattern: None, values: &[] }), sensitive: true, error: None },
    Shape { name: "serviceSpecificCredentialId", kind: Kind::String(Text { length: Length { min: Some(20), max: Some(128) }, pattern: Some(&PATTERNS[22]), values: &[] }), sensitive: false, error: None },
    Shape { name: "serviceUserName", kind: Kind::String(Text { length: Length { min: Some(0), max: Some(200) }, pattern: Some(&PATTERNS[15]), values: &[] }), sensitive: false, error: None },
    Shape { name: "sessionDurationType", kind: Kind::Integer(Whole { min: Some(300), max: Some(43200) }), sensitive: false, error: None },
    Shape { name: "sortKeyType", kind: Kind::String(Text { length: Length { min: None, max: None }, pattern: None, values: &["SERVICE_NAMESPACE_ASCENDING", "LAST_AUTHENTICATED_TIME_DESCENDING", "SERVICE_NAMESPACE_DESCENDING", "LAST_AUTHENTICATED_TIME_ASCENDING"] }), sensitive: false, error: None },
    Shape { name: "stateType", kind: Kind::String(Text { length: Length { min: None, max: None }, pattern: None, values: &["UNASSIGNED", "ACCEPTED", "PENDING_APPROVAL", "ASSIGNED", "EXPIRED", "FINALIZED", "REJECTED"] }), sensitive: false, error: None },
    Shape { name: "statusType", kind: Kind::String(Text { length: Length { min: None, max: None }, pattern: None, values: &["Active", "Inactive", "Expired"] }), sensitive: false, error: None },
    Shape { name: "stringType", kind: Kind::String(Text { length: Length { min: None, max: None }, pattern: None, values: &[] }), sensitive: false, error: None },
    Shape { name: "subjectTypeValueType", kind: Kind::String(Text { length: Length { min: Some(0), max: Some(128) }, pattern: None, values: &[] }), sensitive: false, error: None },
    Shape { name: "summaryContentType", kind: Kind::String(Text { length: Length { min: Some(0), max: Some(10000) }, pattern: None, values: &[] }), sensitive: false, error: None },
    Shape { name: "summaryKeyType", kind: Kind::String(Text { length: Length { min: None, max: None }, pattern: None, values: &["GroupPolicySizeQuota", "InstanceProfilesQuota", "Policies", "GroupsPerUserQuota", "AttachedPoliciesPerUserQuota", "InstanceProfiles", "Users", "PoliciesQuota", "Providers", "AccountMFAEnabled", "AccessKeysPerUserQuota", "AssumeRolePolicySizeQuota", "PolicyVersionsInUseQuota", "GlobalEndpointTokenVersion", "AttachedPoliciesPerGroupQuota", "PolicySizeQuota", "VersionsPerPolicyQuota", "Groups", "UsersQuota", "AccountSigningCertificatesPresent", "ServerCertificatesQuota", "UserPolicySizeQuota", "MFADevices", "PolicyVersionsInUse", "ServerCertificates", "Roles", "RolesQuota", "SigningCertificatesPerUserQuota", "MFADevicesInUse", "RolePolicySizeQuota", "AttachedPoliciesPerRoleQuota", "AccountAccessKeysPresent", "AccountPasswordPresent", "GroupsQuota"] }), sensitive: false, error: None },
    Shape { name: "summaryMapType", kind: Kind::Map(Map { length: Length { min: None, max: None }, key: ShapeId(616), value: ShapeId(619) }), sensitive: false, error: None },
    Shape { name: "summaryStateType", kind: Kind::String(Text { length: Length { min: None, max: None }, pattern: None, values: &["AVAILABLE", "NOT_SUPPORTED", "FAILED", "NOT_AVAILABLE"] }), sensitive: false, error: None },
    Shape { name: "summaryValueType", kind: Kind::Integer(Whole { min: None, max: None }), sensitive: false, error: None },
    Shape { name: "tagKeyListType", kind: Kind::List(List { length: Length { min: None, max: Some(50) }, item: ShapeId(621), item_name: "member", flattened: false, sparse: false }), sensitive: false, error: None },
    Shape { name: "tagKeyType", kind: Kind::String(Text { length: Length { min: Some(1), max: Some(128) }, pattern: Some(&PATTERNS[8]), values: &[] }), sensitive: false, error: None },
    Shape { name: "tagListType", kind: Kind::List(List { length: Length { min: None, max: Some(50) }, item: ShapeId(396), item_name: "member", flattened: false, sparse: false }), sensitive: false, error: None },
    Shape { name: "tagTemplateKeyType", kind: Kind::String(Text { length: Length { min: Some(1), max: Some(128) }, pattern: Some(&PATTERNS[10]), values: &[] }), sensitive: false, error: None },
    Shape { name: "tagTemplateListType", kind: Kind::List(List { length: Length { min: None, max: Some(50) }, item: ShapeId(404), item_name: "member", flattened: false, sparse: false }), sensitive: false, error: None },
    Shape { name: "tagTemplateValueType", kind: Kind::String(Text { length: Length { min: Some(0), max: Some(256) }, pattern: Some(&PATTERNS[9]), values: &[] }), sensitive: false, error: None },
    Shape { name: "tagValueType", kind: Kind::String(Text { length: Length { min: Some(0), max: Some(256) }, pattern: Some(&PATTERNS[7]), values: &[] }), sensitive: false, error: None },
    Shape { name: "thumbprintListType", kind: Kind::List(List { length: Length { min: None, max: None }, item: ShapeId(628), item_name: "member", flattened: false, sparse: false }), sensitive: false, error: None },
    Shape { name: "thumbprintType", kind: Kind::String(Text { length: Length { min: Some(40), max: Some(40) }, pattern: None, values: &[] }), sensitive: false, error: None },
    Shape { name: "unmodifiableEntityMessage", kind: Kind::String(Text { length: Length { min: None, max: None }, pattern: None, values: &[] }), sensitive: false, error: None },
    Shape { name: "unrecognizedPublicKeyEncodingMessage", kind: Kind::String(Text { length: Length { min: None, max: None }, pattern: None, values: &[] }), sensitive: false, error: None },
    Shape { name: "userDetailListType", kind: Kind::List(List { length: Length { min: None, max: None }, item: ShapeId(444), item_name: "member", flattened: false, sparse: false }), sensitive: false, error: None },
    Shape { name: "userListType", kind: Kind::List(List { length: Length { min: None, max: None }, item: ShapeId(443), item_name: "member", flattened: false, sparse: false }), sensitive: false, error: None },
    Shape { name: "userNameType", kind: Kind::String(Text { length: Length { min: Some(1), max: Some(64) }, pattern: Some(&PATTERNS[16]), values: &[] }), sensitive: false, error: None },
    Shape { name: "virtualMFADeviceListType", kind: Kind::List(List { length: Length { min: None, max: None }, item: ShapeId(445), item_name: "member", flattened: false, sparse: false }), sensitive: false, error: None },
    Shape { name: "virtualMFADeviceName", kind: Kind::String(Text { length: Length { min: Some(1), max: None }, pattern: Some(&PATTERNS[16]), values: &[] }), sensitive: false, error: None },
];

static M0: [Member; 1] = [
    Member { name: "DelegationRequestId", wire: "DelegationRequestId", shape: ShapeId(480), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
];
static M2: [Member; 6] = [
    Member { name: "ServiceName", wire: "ServiceName", shape: ShapeId(602), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
    Member { name: "ServiceNamespace", wire: "ServiceNamespace", shape: ShapeId(604), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
    Member { name: "Region", wire: "Region", shape: ShapeId(613), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "EntityPath", wire: "EntityPath", shape: ShapeId(533), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "LastAuthenticatedTime", wire: "LastAuthenticatedTime", shape: ShapeId(478), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "TotalAuthenticatedEntities", wire: "TotalAuthenticatedEntities", shape: ShapeId(502), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M4: [Member; 5] = [
    Member { name: "UserName", wire: "UserName", shape: ShapeId(633), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
    Member { name: "AccessKeyId", wire: "AccessKeyId", shape: ShapeId(446), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
    Member { name: "Status", wire: "Status", shape: ShapeId(612), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
    Member { name: "SecretAccessKey", wire: "SecretAccessKey", shape: ShapeId(448), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
    Member { name: "CreateDate", wire: "CreateDate", shape: ShapeId(478), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M5: [Member; 3] = [
    Member { name: "LastUsedDate", wire: "LastUsedDate", shape: ShapeId(478), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "ServiceName", wire: "ServiceName", shape: ShapeId(613), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
    Member { name: "Region", wire: "Region", shape: ShapeId(613), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
];
static M6: [Member; 4] = [
    Member { name: "UserName", wire: "UserName", shape: ShapeId(633), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "AccessKeyId", wire: "AccessKeyId", shape: ShapeId(446), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "Status", wire: "Status", shape: ShapeId(612), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "CreateDate", wire: "CreateDate", shape: ShapeId(478), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M7: [Member; 0] = [
];
static M8: [Member; 3] = [
    Member { name: "TemplateArn", wire: "TemplateArn", shape: ShapeId(456), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
    Member { name: "TemplateMinorVersion", wire: "TemplateMinorVersion", shape: ShapeId(502), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "ReplacementValues", wire: "ReplacementValues", shape: ShapeId(520), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M9: [Member; 1] = [
    Member { name: "Role", wire: "Role", shape: ShapeId(356), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
];
static M12: [Member; 2] = [
    Member { name: "OpenIDConnectProviderArn", wire: "OpenIDConnectProviderArn", shape: ShapeId(456), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
    Member { name: "ClientID", wire: "ClientID", shape: ShapeId(469), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
];
static M13: [Member; 2] = [
    Member { name: "InstanceProfileName", wire: "InstanceProfileName", shape: ShapeId(501), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
    Member { name: "RoleName", wire: "RoleName", shape: ShapeId(589), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
];
static M14: [Member; 2] = [
    Member { name: "GroupName", wire: "GroupName", shape: ShapeId(496), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
    Member { name: "UserName", wire: "UserName", shape: ShapeId(491), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
];
static M16: [Member; 1] = [
    Member { name: "DelegationRequestId", wire: "DelegationRequestId", shape: ShapeId(480), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
];
static M17: [Member; 2] = [
    Member { name: "GroupName", wire: "GroupName", shape: ShapeId(496), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
    Member { name: "PolicyArn", wire: "PolicyArn", shape: ShapeId(456), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
];
static M18: [Member; 2] = [
    Member { name: "RoleName", wire: "RoleName", shape: ShapeId(589), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
    Member { name: "PolicyArn", wire: "PolicyArn", shape: ShapeId(456), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
];
static M19: [Member; 2] = [
    Member { name: "UserName", wire: "UserName", shape: ShapeId(633), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
    Member { name: "PolicyArn", wire: "PolicyArn", shape: ShapeId(456), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
];
static M20: [Member; 2] = [
    Member { name: "PermissionsBoundaryType", wire: "PermissionsBoundaryType", shape: ShapeId(305), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "PermissionsBoundaryArn", wire: "PermissionsBoundaryArn", shape: ShapeId(456), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M21: [Member; 2] = [
    Member { name: "PolicyName", wire: "PolicyName", shape: ShapeId(558), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "PolicyArn", wire: "PolicyArn", shape: ShapeId(456), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M25: [Member; 0] = [
];
static M29: [Member; 2] = [
    Member { name: "OldPassword", wire: "OldPassword", shape: ShapeId(544), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
    Member { name: "NewPassword", wire: "NewPassword", shape: ShapeId(544), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
];
static M31: [Member; 1] = [
    Member { name: "message", wire: "message", shape: ShapeId(32), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M33: [Member; 3] = [
    Member { name: "ContextKeyName", wire: "ContextKeyName", shape: ShapeId(35), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "ContextKeyValues", wire: "ContextKeyValues", shape: ShapeId(38), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "ContextKeyType", wire: "ContextKeyType", shape: ShapeId(37), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M40: [Member; 4] = [
    Member { name: "KeyDefinitionList", wire: "KeyDefinitionList", shape: ShapeId(510), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "SubjectSourceKey", wire: "SubjectSourceKey", shape: ShapeId(471), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
    Member { name: "SubjectTypeValue", wire: "SubjectTypeValue", shape: ShapeId(614), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "SubjectTypeSourceKey", wire: "SubjectTypeSourceKey", shape: ShapeId(471), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M41: [Member; 2] = [
    Member { name: "SourceKey", wire: "SourceKey", shape: ShapeId(471), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
    Member { name: "TargetKey", wire: "TargetKey", shape: ShapeId(472), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M42: [Member; 1] = [
    Member { name: "UserName", wire: "UserName", shape: ShapeId(491), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M43: [Member; 1] = [
    Member { name: "AccessKey", wire: "AccessKey", shape: ShapeId(4), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
];
static M44: [Member; 1] = [
    Member { name: "AccountAlias", wire: "AccountAlias", shape: ShapeId(450), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
];
static M45: [Member; 9] = [
    Member { name: "OwnerAccountId", wire: "OwnerAccountId", shape: ShapeId(451), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "Description", wire: "Description", shape: ShapeId(479), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
    Member { name: "Permissions", wire: "Permissions", shape: ShapeId(75), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
    Member { name: "RequestMessage", wire: "RequestMessage", shape: ShapeId(578), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "RequestorWorkflowId", wire: "RequestorWorkflowId", shape: ShapeId(580), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
    Member { name: "RedirectUrl", wire: "RedirectUrl", shape: ShapeId(575), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "NotificationChannel", wire: "NotificationChannel", shape: ShapeId(531), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
    Member { name: "SessionDuration", wire: "SessionDuration", shape: ShapeId(609), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
    Member { name: "OnlySendByOwner", wire: "OnlySendByOwner", shape: ShapeId(463), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M46: [Member; 2] = [
    Member { name: "ConsoleDeepLink", wire: "ConsoleDeepLink", shape: ShapeId(470), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "DelegationRequestId", wire: "DelegationRequestId", shape: ShapeId(480), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M47: [Member; 2] = [
    Member { name: "Path", wire: "Path", shape: ShapeId(546), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "GroupName", wire: "GroupName", shape: ShapeId(496), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
];
static M48: [Member; 1] = [
    Member { name: "Group", wire: "Group", shape: ShapeId(197), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
];
static M49: [Member; 3] = [
    Member { name: "InstanceProfileName", wire: "InstanceProfileName", shape: ShapeId(501), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
    Member { name: "Path", wire: "Path", shape: ShapeId(546), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "Tags", wire: "Tags", shape: ShapeId(622), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M50: [Member; 1] = [
    Member { name: "InstanceProfile", wire: "InstanceProfile", shape: ShapeId(201), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
];
static M51: [Member; 4] = [
    Member { name: "UserName", wire: "UserName", shape: ShapeId(633), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "Password", wire: "Password", shape: ShapeId(544), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "PasswordResetRequired", wire: "PasswordResetRequired", shape: ShapeId(463), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "MaxSigninSessionDuration", wire: "MaxSigninSessionDuration", shape: ShapeId(524), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M52: [Member; 1] = [
    Member { name: "LoginProfile", wire: "LoginProfile", shape: ShapeId(284), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
];
static M53: [Member; 6] = [
    Member { name: "Url", wire: "Url", shape: ShapeId(294), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
    Member { name: "ClientIDList", wire: "ClientIDList", shape: ShapeId(468), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "ThumbprintList", wire: "ThumbprintList", shape: ShapeId(627), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "Tags", wire: "Tags", shape: ShapeId(622), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "ContextProvider", wire: "ContextProvider", shape: ShapeId(40), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "IdentityCenterInstanceArn", wire: "IdentityCenterInstanceArn", shape: ShapeId(498), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M54: [Member; 2] = [
    Member { name: "OpenIDConnectProviderArn", wire: "OpenIDConnectProviderArn", shape: ShapeId(456), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "Tags", wire: "Tags", shape: ShapeId(622), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M55: [Member; 5] = [
    Member { name: "PolicyName", wire: "PolicyName", shape: ShapeId(558), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
    Member { name: "Path", wire: "Path", shape: ShapeId(565), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "PolicyDocument", wire: "PolicyDocument", shape: ShapeId(552), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
    Member { name: "Description", wire: "Description", shape: ShapeId(550), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "Tags", wire: "Tags", shape: ShapeId(622), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M56: [Member; 1] = [
    Member { name: "Policy", wire: "Policy", shape: ShapeId(307), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M57: [Member; 3] = [
    Member { name: "PolicyArn", wire: "PolicyArn", shape: ShapeId(456), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
    Member { name: "PolicyDocument", wire: "PolicyDocument", shape: ShapeId(552), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
    Member { name: "SetAsDefault", wire: "SetAsDefault", shape: ShapeId(463), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M58: [Member; 1] = [
    Member { name: "PolicyVersion", wire: "PolicyVersion", shape: ShapeId(327), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M59: [Member; 8] = [
    Member { name: "Path", wire: "Path", shape: ShapeId(546), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "RoleName", wire: "RoleName", shape: ShapeId(589), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
    Member { name: "AssumeRolePolicyDocument", wire: "AssumeRolePolicyDocument", shape: ShapeId(552), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
    Member { name: "Description", wire: "Description", shape: ShapeId(583), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "MaxSessionDuration", wire: "MaxSessionDuration", shape: ShapeId(586), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "MaxSigninSessionDuration", wire: "MaxSigninSessionDuration", shape: ShapeId(524), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "PermissionsBoundary", wire: "PermissionsBoundary", shape: ShapeId(456), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "Tags", wire: "Tags", shape: ShapeId(622), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M60: [Member; 1] = [
    Member { name: "Role", wire: "Role", shape: ShapeId(356), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
];
static M61: [Member; 7] = [
    Member { name: "SAMLMetadataDocument", wire: "SAMLMetadataDocument", shape: ShapeId(367), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
    Member { name: "Name", wire: "Name", shape: ShapeId(371), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
    Member { name: "Tags", wire: "Tags", shape: ShapeId(622), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "AssertionEncryptionMode", wire: "AssertionEncryptionMode", shape: ShapeId(457), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "AddPrivateKey", wire: "AddPrivateKey", shape: ShapeId(571), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "ContextProvider", wire: "ContextProvider", shape: ShapeId(40), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "IdentityCenterInstanceArn", wire: "IdentityCenterInstanceArn", shape: ShapeId(498), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M62: [Member; 2] = [
    Member { name: "SAMLProviderArn", wire: "SAMLProviderArn", shape: ShapeId(456), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "Tags", wire: "Tags", shape: ShapeId(622), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M63: [Member; 3] = [
    Member { name: "AWSServiceName", wire: "AWSServiceName", shape: ShapeId(496), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
    Member { name: "Description", wire: "Description", shape: ShapeId(583), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "CustomSuffix", wire: "CustomSuffix", shape: ShapeId(477), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M64: [Member; 1] = [
    Member { name: "Role", wire: "Role", shape: ShapeId(356), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M65: [Member; 3] = [
    Member { name: "UserName", wire: "UserName", shape: ShapeId(633), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
    Member { name: "ServiceName", wire: "ServiceName", shape: ShapeId(601), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
    Member { name: "CredentialAgeDays", wire: "CredentialAgeDays", shape: ShapeId(473), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M66: [Member; 1] = [
    Member { name: "ServiceSpecificCredential", wire: "ServiceSpecificCredential", shape: ShapeId(382), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M67: [Member; 4] = [
    Member { name: "Path", wire: "Path", shape: ShapeId(546), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "UserName", wire: "UserName", shape: ShapeId(633), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
    Member { name: "PermissionsBoundary", wire: "PermissionsBoundary", shape: ShapeId(456), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "Tags", wire: "Tags", shape: ShapeId(622), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M68: [Member; 1] = [
    Member { name: "User", wire: "User", shape: ShapeId(443), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M69: [Member; 3] = [
    Member { name: "Path", wire: "Path", shape: ShapeId(546), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "VirtualMFADeviceName", wire: "VirtualMFADeviceName", shape: ShapeId(635), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
    Member { name: "Tags", wire: "Tags", shape: ShapeId(622), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M70: [Member; 1] = [
    Member { name: "VirtualMFADevice", wire: "VirtualMFADevice", shape: ShapeId(445), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
];
static M71: [Member; 1] = [
    Member { name: "message", wire: "message", shape: ShapeId(474), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M72: [Member; 1] = [
    Member { name: "message", wire: "message", shape: ShapeId(475), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M73: [Member; 1] = [
    Member { name: "message", wire: "message", shape: ShapeId(476), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M74: [Member; 2] = [
    Member { name: "UserName", wire: "UserName", shape: ShapeId(491), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "SerialNumber", wire: "SerialNumber", shape: ShapeId(595), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
];
static M75: [Member; 2] = [
    Member { name: "PolicyTemplateArn", wire: "PolicyTemplateArn", shape: ShapeId(456), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "Parameters", wire: "Parameters", shape: ShapeId(561), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M76: [Member; 20] = [
    Member { name: "DelegationRequestId", wire: "DelegationRequestId", shape: ShapeId(480), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "OwnerAccountId", wire: "OwnerAccountId", shape: ShapeId(451), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "Description", wire: "Description", shape: ShapeId(479), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "RequestMessage", wire: "RequestMessage", shape: ShapeId(578), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "Permissions", wire: "Permissions", shape: ShapeId(75), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "PermissionPolicy", wire: "PermissionPolicy", shape: ShapeId(549), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "RolePermissionRestrictionArns", wire: "RolePermissionRestrictionArns", shape: ShapeId(591), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "OwnerId", wire: "OwnerId", shape: ShapeId(535), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "ApproverId", wire: "ApproverId", shape: ShapeId(456), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "State", wire: "State", shape: ShapeId(611), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "ExpirationTime", wire: "ExpirationTime", shape: ShapeId(478), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "RequestorId", wire: "RequestorId", shape: ShapeId(451), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "RequestorName", wire: "RequestorName", shape: ShapeId(579), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "CreateDate", wire: "CreateDate", shape: ShapeId(478), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "SessionDuration", wire: "SessionDuration", shape: ShapeId(609), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "RedirectUrl", wire: "RedirectUrl", shape: ShapeId(575), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "Notes", wire: "Notes", shape: ShapeId(530), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "RejectionReason", wire: "RejectionReason", shape: ShapeId(530), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "OnlySendByOwner", wire: "OnlySendByOwner", shape: ShapeId(463), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "UpdatedTime", wire: "UpdatedTime", shape: ShapeId(478), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M77: [Member; 2] = [
    Member { name: "UserName", wire: "UserName", shape: ShapeId(491), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "AccessKeyId", wire: "AccessKeyId", shape: ShapeId(446), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
];
static M78: [Member; 1] = [
    Member { name: "AccountAlias", wire: "AccountAlias", shape: ShapeId(450), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
];
static M79: [Member; 1] = [
    Member { name: "message", wire: "message", shape: ShapeId(482), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M80: [Member; 2] = [
    Member { name: "GroupName", wire: "GroupName", shape: ShapeId(496), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
    Member { name: "PolicyName", wire: "PolicyName", shape: ShapeId(558), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
];
static M81: [Member; 1] = [
    Member { name: "GroupName", wire: "GroupName", shape: ShapeId(496), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
];
static M82: [Member; 1] = [
    Member { name: "InstanceProfileName", wire: "InstanceProfileName", shape: ShapeId(501), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
];
static M83: [Member; 1] = [
    Member { name: "UserName", wire: "UserName", shape: ShapeId(633), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M84: [Member; 1] = [
    Member { name: "OpenIDConnectProviderArn", wire: "OpenIDConnectProviderArn", shape: ShapeId(456), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
];
static M85: [Member; 1] = [
    Member { name: "PolicyArn", wire: "PolicyArn", shape: ShapeId(456), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
];
static M86: [Member; 2] = [
    Member { name: "PolicyArn", wire: "PolicyArn", shape: ShapeId(456), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
    Member { name: "VersionId", wire: "VersionId", shape: ShapeId(568), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
];
static M87: [Member; 1] = [
    Member { name: "RoleName", wire: "RoleName", shape: ShapeId(589), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
];
static M88: [Member; 2] = [
    Member { name: "RoleName", wire: "RoleName", shape: ShapeId(589), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
    Member { name: "PolicyName", wire: "PolicyName", shape: ShapeId(558), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
];
static M89: [Member; 1] = [
    Member { name: "RoleName", wire: "RoleName", shape: ShapeId(589), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
];
static M90: [Member; 1] = [
    Member { name: "SAMLProviderArn", wire: "SAMLProviderArn", shape: ShapeId(456), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
];
static M91: [Member; 2] = [
    Member { name: "UserName", wire: "UserName", shape: ShapeId(633), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
    Member { name: "SSHPublicKeyId", wire: "SSHPublicKeyId", shape: ShapeId(573), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
];
static M92: [Member; 1] = [
    Member { name: "ServerCertificateName", wire: "ServerCertificateName", shape: ShapeId(597), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
];
static M93: [Member; 1] = [
    Member { name: "RoleName", wire: "RoleName", shape: ShapeId(589), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
];
static M94: [Member; 1] = [
    Member { name: "DeletionTaskId", wire: "DeletionTaskId", shape: ShapeId(102), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
];
static M95: [Member; 2] = [
    Member { name: "UserName", wire: "UserName", shape: ShapeId(633), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "ServiceSpecificCredentialId", wire: "ServiceSpecificCredentialId", shape: ShapeId(607), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
];
static M96: [Member; 2] = [
    Member { name: "UserName", wire: "UserName", shape: ShapeId(491), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "CertificateId", wire: "CertificateId", shape: ShapeId(466), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
];
static M97: [Member; 1] = [
    Member { name: "UserName", wire: "UserName", shape: ShapeId(633), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
];
static M98: [Member; 2] = [
    Member { name: "UserName", wire: "UserName", shape: ShapeId(491), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
    Member { name: "PolicyName", wire: "PolicyName", shape: ShapeId(558), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
];
static M99: [Member; 1] = [
    Member { name: "UserName", wire: "UserName", shape: ShapeId(491), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
];
static M100: [Member; 1] = [
    Member { name: "SerialNumber", wire: "SerialNumber", shape: ShapeId(595), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
];
static M101: [Member; 2] = [
    Member { name: "Reason", wire: "Reason", shape: ShapeId(336), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "RoleUsageList", wire: "RoleUsageList", shape: ShapeId(362), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M104: [Member; 2] = [
    Member { name: "GroupName", wire: "GroupName", shape: ShapeId(496), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
    Member { name: "PolicyArn", wire: "PolicyArn", shape: ShapeId(456), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
];
static M105: [Member; 2] = [
    Member { name: "RoleName", wire: "RoleName", shape: ShapeId(589), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
    Member { name: "PolicyArn", wire: "PolicyArn", shape: ShapeId(456), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
];
static M106: [Member; 2] = [
    Member { name: "UserName", wire: "UserName", shape: ShapeId(633), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
    Member { name: "PolicyArn", wire: "PolicyArn", shape: ShapeId(456), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
];
static M107: [Member; 0] = [
];
static M108: [Member; 2] = [
    Member { name: "OrganizationId", wire: "OrganizationId", shape: ShapeId(297), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "EnabledFeatures", wire: "EnabledFeatures", shape: ShapeId(134), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M109: [Member; 0] = [
];
static M110: [Member; 2] = [
    Member { name: "OrganizationId", wire: "OrganizationId", shape: ShapeId(297), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "EnabledFeatures", wire: "EnabledFeatures", shape: ShapeId(134), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M111: [Member; 1] = [
    Member { name: "message", wire: "message", shape: ShapeId(483), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M112: [Member; 1] = [
    Member { name: "message", wire: "message", shape: ShapeId(484), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M113: [Member; 4] = [
    Member { name: "UserName", wire: "UserName", shape: ShapeId(491), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
    Member { name: "SerialNumber", wire: "SerialNumber", shape: ShapeId(595), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
    Member { name: "AuthenticationCode1", wire: "AuthenticationCode1", shape: ShapeId(461), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
    Member { name: "AuthenticationCode2", wire: "AuthenticationCode2", shape: ShapeId(461), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
];
static M114: [Member; 0] = [
];
static M115: [Member; 2] = [
    Member { name: "OrganizationId", wire: "OrganizationId", shape: ShapeId(297), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "EnabledFeatures", wire: "EnabledFeatures", shape: ShapeId(134), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M116: [Member; 0] = [
];
static M117: [Member; 2] = [
    Member { name: "OrganizationId", wire: "OrganizationId", shape: ShapeId(297), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "EnabledFeatures", wire: "EnabledFeatures", shape: ShapeId(134), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M118: [Member; 1] = [
    Member { name: "IssuerIdentifier", wire: "IssuerIdentifier", shape: ShapeId(613), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M119: [Member; 1] = [
    Member { name: "message", wire: "message", shape: ShapeId(486), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M120: [Member; 2] = [
    Member { name: "EntityInfo", wire: "EntityInfo", shape: ShapeId(121), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
    Member { name: "LastAuthenticated", wire: "LastAuthenticated", shape: ShapeId(478), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M121: [Member; 5] = [
    Member { name: "Arn", wire: "Arn", shape: ShapeId(456), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
    Member { name: "Name", wire: "Name", shape: ShapeId(633), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
    Member { name: "Type", wire: "Type", shape: ShapeId(560), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
    Member { name: "Id", wire: "Id", shape: ShapeId(497), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
    Member { name: "Path", wire: "Path", shape: ShapeId(546), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M122: [Member; 1] = [
    Member { name: "message", wire: "message", shape: ShapeId(490), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M124: [Member; 2] = [
    Member { name: "Message", wire: "Message", shape: ShapeId(613), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
    Member { name: "Code", wire: "Code", shape: ShapeId(613), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
];
static M127: [Member; 9] = [
    Member { name: "EvalActionName", wire: "EvalActionName", shape: ShapeId(11), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
    Member { name: "EvalResourceName", wire: "EvalResourceName", shape: ShapeId(352), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "EvalDecision", wire: "EvalDecision", shape: ShapeId(309), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
    Member { name: "MatchedStatements", wire: "MatchedStatements", shape: ShapeId(395), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "MissingContextValues", wire: "MissingContextValues", shape: ShapeId(36), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "OrganizationsDecisionDetail", wire: "OrganizationsDecisionDetail", shape: ShapeId(301), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "PermissionsBoundaryDecisionDetail", wire: "PermissionsBoundaryDecisionDetail", shape: ShapeId(306), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "EvalDecisionDetails", wire: "EvalDecisionDetails", shape: ShapeId(125), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "ResourceSpecificResults", wire: "ResourceSpecificResults", shape: ShapeId(354), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M129: [Member; 1] = [
    Member { name: "message", wire: "message", shape: ShapeId(130), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M131: [Member; 1] = [
    Member { name: "message", wire: "message", shape: ShapeId(132), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M135: [Member; 2] = [
    Member { name: "State", wire: "State", shape: ShapeId(347), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "Description", wire: "Description", shape: ShapeId(346), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M136: [Member; 2] = [
    Member { name: "EntityPath", wire: "EntityPath", shape: ShapeId(533), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
    Member { name: "OrganizationsPolicyId", wire: "OrganizationsPolicyId", shape: ShapeId(534), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M137: [Member; 1] = [
    Member { name: "JobId", wire: "JobId", shape: ShapeId(508), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M138: [Member; 2] = [
    Member { name: "Arn", wire: "Arn", shape: ShapeId(456), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
    Member { name: "Granularity", wire: "Granularity", shape: ShapeId(1), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M139: [Member; 1] = [
    Member { name: "JobId", wire: "JobId", shape: ShapeId(508), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M140: [Member; 1] = [
    Member { name: "AccessKeyId", wire: "AccessKeyId", shape: ShapeId(446), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
];
static M141: [Member; 2] = [
    Member { name: "UserName", wire: "UserName", shape: ShapeId(491), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "AccessKeyLastUsed", wire: "AccessKeyLastUsed", shape: ShapeId(5), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M142: [Member; 3] = [
    Member { name: "Filter", wire: "Filter", shape: ShapeId(488), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "MaxItems", wire: "MaxItems", shape: ShapeId(522), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "Marker", wire: "Marker", shape: ShapeId(521), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M143: [Member; 6] = [
    Member { name: "UserDetailList", wire: "UserDetailList", shape: ShapeId(631), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "GroupDetailList", wire: "GroupDetailList", shape: ShapeId(493), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "RoleDetailList", wire: "RoleDetailList", shape: ShapeId(584), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "Policies", wire: "Policies", shape: ShapeId(289), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "IsTruncated", wire: "IsTruncated", shape: ShapeId(463), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "Marker", wire: "Marker", shape: ShapeId(581), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M144: [Member; 1] = [
    Member { name: "PasswordPolicy", wire: "PasswordPolicy", shape: ShapeId(303), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
];
static M145: [Member; 0] = [
];
static M146: [Member; 1] = [
    Member { name: "Properties", wire: "Properties", shape: ShapeId(452), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M147: [Member; 1] = [
    Member { name: "SummaryMap", wire: "SummaryMap", shape: ShapeId(617), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M148: [Member; 1] = [
    Member { name: "PolicyInputList", wire: "PolicyInputList", shape: ShapeId(392), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
];
static M149: [Member; 1] = [
    Member { name: "ContextKeyNames", wire: "ContextKeyNames", shape: ShapeId(36), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M150: [Member; 2] = [
    Member { name: "PolicySourceArn", wire: "PolicySourceArn", shape: ShapeId(456), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
    Member { name: "PolicyInputList", wire: "PolicyInputList", shape: ShapeId(392), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M151: [Member; 3] = [
    Member { name: "Content", wire: "Content", shape: ShapeId(343), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "ReportFormat", wire: "ReportFormat", shape: ShapeId(344), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "GeneratedTime", wire: "GeneratedTime", shape: ShapeId(478), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M152: [Member; 2] = [
    Member { name: "DelegationRequestId", wire: "DelegationRequestId", shape: ShapeId(480), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
    Member { name: "DelegationPermissionCheck", wire: "DelegationPermissionCheck", shape: ShapeId(463), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M153: [Member; 3] = [
    Member { name: "DelegationRequest", wire: "DelegationRequest", shape: ShapeId(76), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "PermissionCheckStatus", wire: "PermissionCheckStatus", shape: ShapeId(548), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "PermissionCheckResult", wire: "PermissionCheckResult", shape: ShapeId(547), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M154: [Member; 2] = [
    Member { name: "GroupName", wire: "GroupName", shape: ShapeId(496), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
    Member { name: "PolicyName", wire: "PolicyName", shape: ShapeId(558), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
];
static M155: [Member; 3] = [
    Member { name: "GroupName", wire: "GroupName", shape: ShapeId(496), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
    Member { name: "PolicyName", wire: "PolicyName", shape: ShapeId(558), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
    Member { name: "PolicyDocument", wire: "PolicyDocument", shape: ShapeId(552), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
];
static M156: [Member; 3] = [
    Member { name: "GroupName", wire: "GroupName", shape: ShapeId(496), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
    Member { name: "Marker", wire: "Marker", shape: ShapeId(521), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "MaxItems", wire: "MaxItems", shape: ShapeId(522), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M157: [Member; 4] = [
    Member { name: "Group", wire: "Group", shape: ShapeId(197), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
    Member { name: "Users", wire: "Users", shape: ShapeId(632), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
    Member { name: "IsTruncated", wire: "IsTruncated", shape: ShapeId(463), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "Marker", wire: "Marker", shape: ShapeId(581), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M158: [Member; 2] = [
    Member { name: "EntityArn", wire: "EntityArn", shape: ShapeId(456), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
    Member { name: "Locale", wire: "Locale", shape: ShapeId(514), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M159: [Member; 3] = [
    Member { name: "SummaryContent", wire: "SummaryContent", shape: ShapeId(615), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "Locale", wire: "Locale", shape: ShapeId(514), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "SummaryState", wire: "SummaryState", shape: ShapeId(618), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M160: [Member; 1] = [
    Member { name: "InstanceProfileName", wire: "InstanceProfileName", shape: ShapeId(501), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
];
static M161: [Member; 1] = [
    Member { name: "InstanceProfile", wire: "InstanceProfile", shape: ShapeId(201), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
];
static M162: [Member; 1] = [
    Member { name: "UserName", wire: "UserName", shape: ShapeId(633), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M163: [Member; 1] = [
    Member { name: "LoginProfile", wire: "LoginProfile", shape: ShapeId(284), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
];
static M164: [Member; 2] = [
    Member { name: "SerialNumber", wire: "SerialNumber", shape: ShapeId(595), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
    Member { name: "UserName", wire: "UserName", shape: ShapeId(633), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M165: [Member; 4] = [
    Member { name: "UserName", wire: "UserName", shape: ShapeId(633), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "SerialNumber", wire: "SerialNumber", shape: ShapeId(595), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
    Member { name: "EnableDate", wire: "EnableDate", shape: ShapeId(478), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "Certifications", wire: "Certifications", shape: ShapeId(27), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M166: [Member; 1] = [
    Member { name: "OpenIDConnectProviderArn", wire: "OpenIDConnectProviderArn", shape: ShapeId(456), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
];
static M167: [Member; 8] = [
    Member { name: "Url", wire: "Url", shape: ShapeId(294), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "ClientIDList", wire: "ClientIDList", shape: ShapeId(468), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "ThumbprintList", wire: "ThumbprintList", shape: ShapeId(627), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "CreateDate", wire: "CreateDate", shape: ShapeId(478), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "Tags", wire: "Tags", shape: ShapeId(622), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "ContextProvider", wire: "ContextProvider", shape: ShapeId(40), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "IdentityCenterInstanceArn", wire: "IdentityCenterInstanceArn", shape: ShapeId(498), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "IdentityStoreArn", wire: "IdentityStoreArn", shape: ShapeId(456), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M168: [Member; 4] = [
    Member { name: "JobId", wire: "JobId", shape: ShapeId(508), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
    Member { name: "MaxItems", wire: "MaxItems", shape: ShapeId(522), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "Marker", wire: "Marker", shape: ShapeId(521), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "SortKey", wire: "SortKey", shape: ShapeId(610), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M169: [Member; 9] = [
    Member { name: "JobStatus", wire: "JobStatus", shape: ShapeId(509), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
    Member { name: "JobCreationDate", wire: "JobCreationDate", shape: ShapeId(478), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
    Member { name: "JobCompletionDate", wire: "JobCompletionDate", shape: ShapeId(478), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "NumberOfServicesAccessible", wire: "NumberOfServicesAccessible", shape: ShapeId(502), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "NumberOfServicesNotAccessed", wire: "NumberOfServicesNotAccessed", shape: ShapeId(502), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "AccessDetails", wire: "AccessDetails", shape: ShapeId(3), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "IsTruncated", wire: "IsTruncated", shape: ShapeId(463), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "Marker", wire: "Marker", shape: ShapeId(521), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "ErrorDetails", wire: "ErrorDetails", shape: ShapeId(124), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M170: [Member; 2] = [
    Member { name: "IssuerIdentifier", wire: "IssuerIdentifier", shape: ShapeId(613), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "JwtVendingEnabled", wire: "JwtVendingEnabled", shape: ShapeId(463), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M171: [Member; 1] = [
    Member { name: "PolicyArn", wire: "PolicyArn", shape: ShapeId(456), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
];
static M172: [Member; 1] = [
    Member { name: "Policy", wire: "Policy", shape: ShapeId(307), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M173: [Member; 2] = [
    Member { name: "PolicyArn", wire: "PolicyArn", shape: ShapeId(456), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
    Member { name: "VersionId", wire: "VersionId", shape: ShapeId(568), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
];
static M174: [Member; 1] = [
    Member { name: "PolicyVersion", wire: "PolicyVersion", shape: ShapeId(327), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M175: [Member; 2] = [
    Member { name: "RoleName", wire: "RoleName", shape: ShapeId(589), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
    Member { name: "PolicyName", wire: "PolicyName", shape: ShapeId(558), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
];
static M176: [Member; 3] = [
    Member { name: "RoleName", wire: "RoleName", shape: ShapeId(589), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
    Member { name: "PolicyName", wire: "PolicyName", shape: ShapeId(558), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
    Member { name: "PolicyDocument", wire: "PolicyDocument", shape: ShapeId(552), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
];
static M177: [Member; 1] = [
    Member { name: "RoleName", wire: "RoleName", shape: ShapeId(589), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
];
static M178: [Member; 1] = [
    Member { name: "Role", wire: "Role", shape: ShapeId(356), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
];
static M179: [Member; 2] = [
    Member { name: "TemplateArn", wire: "TemplateArn", shape: ShapeId(456), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
    Member { name: "MinorVersion", wire: "MinorVersion", shape: ShapeId(527), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M180: [Member; 1] = [
    Member { name: "RoleTemplateVersion", wire: "RoleTemplateVersion", shape: ShapeId(361), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
];
static M181: [Member; 1] = [
    Member { name: "SAMLProviderArn", wire: "SAMLProviderArn", shape: ShapeId(456), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
];
static M182: [Member; 11] = [
    Member { name: "SAMLProviderUUID", wire: "SAMLProviderUUID", shape: ShapeId(569), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "SAMLMetadataDocument", wire: "SAMLMetadataDocument", shape: ShapeId(367), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "ContextProvider", wire: "ContextProvider", shape: ShapeId(40), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "SAMLKeyHashes", wire: "SAMLKeyHashes", shape: ShapeId(366), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "CreateDate", wire: "CreateDate", shape: ShapeId(478), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "ValidUntil", wire: "ValidUntil", shape: ShapeId(478), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "Tags", wire: "Tags", shape: ShapeId(622), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "AssertionEncryptionMode", wire: "AssertionEncryptionMode", shape: ShapeId(457), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "PrivateKeyList", wire: "PrivateKeyList", shape: ShapeId(570), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "IdentityCenterInstanceArn", wire: "IdentityCenterInstanceArn", shape: ShapeId(498), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "IdentityStoreArn", wire: "IdentityStoreArn", shape: ShapeId(456), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M183: [Member; 3] = [
    Member { name: "UserName", wire: "UserName", shape: ShapeId(633), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
    Member { name: "SSHPublicKeyId", wire: "SSHPublicKeyId", shape: ShapeId(573), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
    Member { name: "Encoding", wire: "Encoding", shape: ShapeId(485), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
];
static M184: [Member; 1] = [
    Member { name: "SSHPublicKey", wire: "SSHPublicKey", shape: ShapeId(372), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M185: [Member; 1] = [
    Member { name: "ServerCertificateName", wire: "ServerCertificateName", shape: ShapeId(597), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
];
static M186: [Member; 1] = [
    Member { name: "ServerCertificate", wire: "ServerCertificate", shape: ShapeId(376), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
];
static M187: [Member; 3] = [
    Member { name: "JobId", wire: "JobId", shape: ShapeId(508), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
    Member { name: "MaxItems", wire: "MaxItems", shape: ShapeId(522), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "Marker", wire: "Marker", shape: ShapeId(521), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M188: [Member; 8] = [
    Member { name: "JobStatus", wire: "JobStatus", shape: ShapeId(509), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
    Member { name: "JobType", wire: "JobType", shape: ShapeId(1), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "JobCreationDate", wire: "JobCreationDate", shape: ShapeId(478), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
    Member { name: "ServicesLastAccessed", wire: "ServicesLastAccessed", shape: ShapeId(385), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
    Member { name: "JobCompletionDate", wire: "JobCompletionDate", shape: ShapeId(478), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
    Member { name: "IsTruncated", wire: "IsTruncated", shape: ShapeId(463), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "Marker", wire: "Marker", shape: ShapeId(581), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "Error", wire: "Error", shape: ShapeId(124), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M189: [Member; 4] = [
    Member { name: "JobId", wire: "JobId", shape: ShapeId(508), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
    Member { name: "ServiceNamespace", wire: "ServiceNamespace", shape: ShapeId(604), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
    Member { name: "MaxItems", wire: "MaxItems", shape: ShapeId(522), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "Marker", wire: "Marker", shape: ShapeId(521), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M190: [Member; 7] = [
    Member { name: "JobStatus", wire: "JobStatus", shape: ShapeId(509), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
    Member { name: "JobCreationDate", wire: "JobCreationDate", shape: ShapeId(478), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
    Member { name: "JobCompletionDate", wire: "JobCompletionDate", shape: ShapeId(478), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
    Member { name: "EntityDetailsList", wire: "EntityDetailsList", shape: ShapeId(487), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
    Member { name: "IsTruncated", wire: "IsTruncated", shape: ShapeId(463), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "Marker", wire: "Marker", shape: ShapeId(581), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "Error", wire: "Error", shape: ShapeId(124), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M191: [Member; 1] = [
    Member { name: "DeletionTaskId", wire: "DeletionTaskId", shape: ShapeId(102), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
];
static M192: [Member; 2] = [
    Member { name: "Status", wire: "Status", shape: ShapeId(103), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
    Member { name: "Reason", wire: "Reason", shape: ShapeId(101), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M193: [Member; 2] = [
    Member { name: "UserName", wire: "UserName", shape: ShapeId(491), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
    Member { name: "PolicyName", wire: "PolicyName", shape: ShapeId(558), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
];
static M194: [Member; 3] = [
    Member { name: "UserName", wire: "UserName", shape: ShapeId(491), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
    Member { name: "PolicyName", wire: "PolicyName", shape: ShapeId(558), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
    Member { name: "PolicyDocument", wire: "PolicyDocument", shape: ShapeId(552), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
];
static M195: [Member; 1] = [
    Member { name: "UserName", wire: "UserName", shape: ShapeId(491), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M196: [Member; 1] = [
    Member { name: "User", wire: "User", shape: ShapeId(443), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
];
static M197: [Member; 5] = [
    Member { name: "Path", wire: "Path", shape: ShapeId(546), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
    Member { name: "GroupName", wire: "GroupName", shape: ShapeId(496), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
    Member { name: "GroupId", wire: "GroupId", shape: ShapeId(497), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
    Member { name: "Arn", wire: "Arn", shape: ShapeId(456), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
    Member { name: "CreateDate", wire: "CreateDate", shape: ShapeId(478), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
];
static M198: [Member; 7] = [
    Member { name: "Path", wire: "Path", shape: ShapeId(546), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "GroupName", wire: "GroupName", shape: ShapeId(496), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "GroupId", wire: "GroupId", shape: ShapeId(497), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "Arn", wire: "Arn", shape: ShapeId(456), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "CreateDate", wire: "CreateDate", shape: ShapeId(478), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "GroupPolicyList", wire: "GroupPolicyList", shape: ShapeId(551), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "AttachedManagedPolicies", wire: "AttachedManagedPolicies", shape: ShapeId(459), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M199: [Member; 2] = [
    Member { name: "PolicyName", wire: "PolicyName", shape: ShapeId(558), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
    Member { name: "PolicyDocument", wire: "PolicyDocument", shape: ShapeId(552), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
];
static M200: [Member; 3] = [
    Member { name: "PolicyName", wire: "PolicyName", shape: ShapeId(558), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
    Member { name: "AttachmentType", wire: "AttachmentType", shape: ShapeId(23), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
    Member { name: "AttachmentName", wire: "AttachmentName", shape: ShapeId(22), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
];
static M201: [Member; 7] = [
    Member { name: "Path", wire: "Path", shape: ShapeId(546), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
    Member { name: "InstanceProfileName", wire: "InstanceProfileName", shape: ShapeId(501), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
    Member { name: "InstanceProfileId", wire: "InstanceProfileId", shape: ShapeId(497), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
    Member { name: "Arn", wire: "Arn", shape: ShapeId(456), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
    Member { name: "CreateDate", wire: "CreateDate", shape: ShapeId(478), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
    Member { name: "Roles", wire: "Roles", shape: ShapeId(585), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
    Member { name: "Tags", wire: "Tags", shape: ShapeId(622), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M202: [Member; 1] = [
    Member { name: "message", wire: "message", shape: ShapeId(503), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M203: [Member; 1] = [
    Member { name: "message", wire: "message", shape: ShapeId(504), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M204: [Member; 1] = [
    Member { name: "message", wire: "message", shape: ShapeId(505), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M205: [Member; 1] = [
    Member { name: "message", wire: "message", shape: ShapeId(506), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M206: [Member; 1] = [
    Member { name: "message", wire: "message", shape: ShapeId(507), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M208: [Member; 1] = [
    Member { name: "message", wire: "message", shape: ShapeId(511), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M209: [Member; 1] = [
    Member { name: "message", wire: "message", shape: ShapeId(512), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M211: [Member; 3] = [
    Member { name: "UserName", wire: "UserName", shape: ShapeId(491), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "Marker", wire: "Marker", shape: ShapeId(521), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "MaxItems", wire: "MaxItems", shape: ShapeId(522), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M212: [Member; 3] = [
    Member { name: "AccessKeyMetadata", wire: "AccessKeyMetadata", shape: ShapeId(447), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
    Member { name: "IsTruncated", wire: "IsTruncated", shape: ShapeId(463), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "Marker", wire: "Marker", shape: ShapeId(581), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M213: [Member; 2] = [
    Member { name: "Marker", wire: "Marker", shape: ShapeId(521), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "MaxItems", wire: "MaxItems", shape: ShapeId(522), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M214: [Member; 3] = [
    Member { name: "AccountAliases", wire: "AccountAliases", shape: ShapeId(449), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
    Member { name: "IsTruncated", wire: "IsTruncated", shape: ShapeId(463), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "Marker", wire: "Marker", shape: ShapeId(581), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M215: [Member; 4] = [
    Member { name: "GroupName", wire: "GroupName", shape: ShapeId(496), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
    Member { name: "PathPrefix", wire: "PathPrefix", shape: ShapeId(565), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "Marker", wire: "Marker", shape: ShapeId(521), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "MaxItems", wire: "MaxItems", shape: ShapeId(522), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M216: [Member; 3] = [
    Member { name: "AttachedPolicies", wire: "AttachedPolicies", shape: ShapeId(459), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "IsTruncated", wire: "IsTruncated", shape: ShapeId(463), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "Marker", wire: "Marker", shape: ShapeId(581), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M217: [Member; 4] = [
    Member { name: "RoleName", wire: "RoleName", shape: ShapeId(589), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
    Member { name: "PathPrefix", wire: "PathPrefix", shape: ShapeId(565), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "Marker", wire: "Marker", shape: ShapeId(521), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "MaxItems", wire: "MaxItems", shape: ShapeId(522), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M218: [Member; 3] = [
    Member { name: "AttachedPolicies", wire: "AttachedPolicies", shape: ShapeId(459), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "IsTruncated", wire: "IsTruncated", shape: ShapeId(463), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "Marker", wire: "Marker", shape: ShapeId(581), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M219: [Member; 4] = [
    Member { name: "UserName", wire: "UserName", shape: ShapeId(633), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
    Member { name: "PathPrefix", wire: "PathPrefix", shape: ShapeId(565), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "Marker", wire: "Marker", shape: ShapeId(521), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "MaxItems", wire: "MaxItems", shape: ShapeId(522), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M220: [Member; 3] = [
    Member { name: "AttachedPolicies", wire: "AttachedPolicies", shape: ShapeId(459), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "IsTruncated", wire: "IsTruncated", shape: ShapeId(463), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "Marker", wire: "Marker", shape: ShapeId(581), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M221: [Member; 3] = [
    Member { name: "OwnerId", wire: "OwnerId", shape: ShapeId(535), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "Marker", wire: "Marker", shape: ShapeId(521), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "MaxItems", wire: "MaxItems", shape: ShapeId(522), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M222: [Member; 3] = [
    Member { name: "DelegationRequests", wire: "DelegationRequests", shape: ShapeId(481), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "Marker", wire: "Marker", shape: ShapeId(521), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "isTruncated", wire: "isTruncated", shape: ShapeId(463), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M223: [Member; 6] = [
    Member { name: "PolicyArn", wire: "PolicyArn", shape: ShapeId(456), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
    Member { name: "EntityFilter", wire: "EntityFilter", shape: ShapeId(123), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "PathPrefix", wire: "PathPrefix", shape: ShapeId(546), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "PolicyUsageFilter", wire: "PolicyUsageFilter", shape: ShapeId(324), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "Marker", wire: "Marker", shape: ShapeId(521), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "MaxItems", wire: "MaxItems", shape: ShapeId(522), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M224: [Member; 5] = [
    Member { name: "PolicyGroups", wire: "PolicyGroups", shape: ShapeId(314), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "PolicyUsers", wire: "PolicyUsers", shape: ShapeId(326), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "PolicyRoles", wire: "PolicyRoles", shape: ShapeId(322), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "IsTruncated", wire: "IsTruncated", shape: ShapeId(463), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "Marker", wire: "Marker", shape: ShapeId(581), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M225: [Member; 3] = [
    Member { name: "GroupName", wire: "GroupName", shape: ShapeId(496), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
    Member { name: "Marker", wire: "Marker", shape: ShapeId(521), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "MaxItems", wire: "MaxItems", shape: ShapeId(522), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M226: [Member; 3] = [
    Member { name: "PolicyNames", wire: "PolicyNames", shape: ShapeId(557), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
    Member { name: "IsTruncated", wire: "IsTruncated", shape: ShapeId(463), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "Marker", wire: "Marker", shape: ShapeId(581), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M227: [Member; 3] = [
    Member { name: "UserName", wire: "UserName", shape: ShapeId(491), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
    Member { name: "Marker", wire: "Marker", shape: ShapeId(521), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "MaxItems", wire: "MaxItems", shape: ShapeId(522), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M228: [Member; 3] = [
    Member { name: "Groups", wire: "Groups", shape: ShapeId(494), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
    Member { name: "IsTruncated", wire: "IsTruncated", shape: ShapeId(463), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "Marker", wire: "Marker", shape: ShapeId(581), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M229: [Member; 3] = [
    Member { name: "PathPrefix", wire: "PathPrefix", shape: ShapeId(545), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "Marker", wire: "Marker", shape: ShapeId(521), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "MaxItems", wire: "MaxItems", shape: ShapeId(522), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M230: [Member; 3] = [
    Member { name: "Groups", wire: "Groups", shape: ShapeId(494), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
    Member { name: "IsTruncated", wire: "IsTruncated", shape: ShapeId(463), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "Marker", wire: "Marker", shape: ShapeId(581), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M231: [Member; 3] = [
    Member { name: "InstanceProfileName", wire: "InstanceProfileName", shape: ShapeId(501), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
    Member { name: "Marker", wire: "Marker", shape: ShapeId(521), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "MaxItems", wire: "MaxItems", shape: ShapeId(522), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M232: [Member; 3] = [
    Member { name: "Tags", wire: "Tags", shape: ShapeId(622), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
    Member { name: "IsTruncated", wire: "IsTruncated", shape: ShapeId(463), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "Marker", wire: "Marker", shape: ShapeId(581), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M233: [Member; 3] = [
    Member { name: "RoleName", wire: "RoleName", shape: ShapeId(589), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
    Member { name: "Marker", wire: "Marker", shape: ShapeId(521), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "MaxItems", wire: "MaxItems", shape: ShapeId(522), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M234: [Member; 3] = [
    Member { name: "InstanceProfiles", wire: "InstanceProfiles", shape: ShapeId(500), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
    Member { name: "IsTruncated", wire: "IsTruncated", shape: ShapeId(463), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "Marker", wire: "Marker", shape: ShapeId(581), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M235: [Member; 3] = [
    Member { name: "PathPrefix", wire: "PathPrefix", shape: ShapeId(545), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "Marker", wire: "Marker", shape: ShapeId(521), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "MaxItems", wire: "MaxItems", shape: ShapeId(522), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M236: [Member; 3] = [
    Member { name: "InstanceProfiles", wire: "InstanceProfiles", shape: ShapeId(500), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
    Member { name: "IsTruncated", wire: "IsTruncated", shape: ShapeId(463), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "Marker", wire: "Marker", shape: ShapeId(581), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M237: [Member; 3] = [
    Member { name: "SerialNumber", wire: "SerialNumber", shape: ShapeId(595), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
    Member { name: "Marker", wire: "Marker", shape: ShapeId(521), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "MaxItems", wire: "MaxItems", shape: ShapeId(522), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M238: [Member; 3] = [
    Member { name: "Tags", wire: "Tags", shape: ShapeId(622), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
    Member { name: "IsTruncated", wire: "IsTruncated", shape: ShapeId(463), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "Marker", wire: "Marker", shape: ShapeId(581), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M239: [Member; 3] = [
    Member { name: "UserName", wire: "UserName", shape: ShapeId(491), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "Marker", wire: "Marker", shape: ShapeId(521), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "MaxItems", wire: "MaxItems", shape: ShapeId(522), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M240: [Member; 3] = [
    Member { name: "MFADevices", wire: "MFADevices", shape: ShapeId(525), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
    Member { name: "IsTruncated", wire: "IsTruncated", shape: ShapeId(463), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "Marker", wire: "Marker", shape: ShapeId(581), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M241: [Member; 3] = [
    Member { name: "OpenIDConnectProviderArn", wire: "OpenIDConnectProviderArn", shape: ShapeId(456), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
    Member { name: "Marker", wire: "Marker", shape: ShapeId(521), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "MaxItems", wire: "MaxItems", shape: ShapeId(522), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M242: [Member; 3] = [
    Member { name: "Tags", wire: "Tags", shape: ShapeId(622), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
    Member { name: "IsTruncated", wire: "IsTruncated", shape: ShapeId(463), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "Marker", wire: "Marker", shape: ShapeId(581), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M243: [Member; 0] = [
];
static M244: [Member; 1] = [
    Member { name: "OpenIDConnectProviderList", wire: "OpenIDConnectProviderList", shape: ShapeId(293), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M245: [Member; 0] = [
];
static M246: [Member; 2] = [
    Member { name: "OrganizationId", wire: "OrganizationId", shape: ShapeId(297), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "EnabledFeatures", wire: "EnabledFeatures", shape: ShapeId(134), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M247: [Member; 2] = [
    Member { name: "ServiceNamespace", wire: "ServiceNamespace", shape: ShapeId(604), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "Policies", wire: "Policies", shape: ShapeId(555), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M248: [Member; 3] = [
    Member { name: "Marker", wire: "Marker", shape: ShapeId(521), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "Arn", wire: "Arn", shape: ShapeId(456), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
    Member { name: "ServiceNamespaces", wire: "ServiceNamespaces", shape: ShapeId(603), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
];
static M249: [Member; 3] = [
    Member { name: "PoliciesGrantingServiceAccess", wire: "PoliciesGrantingServiceAccess", shape: ShapeId(513), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
    Member { name: "IsTruncated", wire: "IsTruncated", shape: ShapeId(463), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "Marker", wire: "Marker", shape: ShapeId(581), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M250: [Member; 6] = [
    Member { name: "Scope", wire: "Scope", shape: ShapeId(566), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "OnlyAttached", wire: "OnlyAttached", shape: ShapeId(463), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "PathPrefix", wire: "PathPrefix", shape: ShapeId(565), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "PolicyUsageFilter", wire: "PolicyUsageFilter", shape: ShapeId(324), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "Marker", wire: "Marker", shape: ShapeId(521), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "MaxItems", wire: "MaxItems", shape: ShapeId(522), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M251: [Member; 3] = [
    Member { name: "Policies", wire: "Policies", shape: ShapeId(556), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "IsTruncated", wire: "IsTruncated", shape: ShapeId(463), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "Marker", wire: "Marker", shape: ShapeId(581), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M252: [Member; 3] = [
    Member { name: "PolicyArn", wire: "PolicyArn", shape: ShapeId(456), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
    Member { name: "Marker", wire: "Marker", shape: ShapeId(521), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "MaxItems", wire: "MaxItems", shape: ShapeId(522), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M253: [Member; 3] = [
    Member { name: "Tags", wire: "Tags", shape: ShapeId(622), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
    Member { name: "IsTruncated", wire: "IsTruncated", shape: ShapeId(463), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "Marker", wire: "Marker", shape: ShapeId(581), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M254: [Member; 3] = [
    Member { name: "PolicyArn", wire: "PolicyArn", shape: ShapeId(456), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
    Member { name: "Marker", wire: "Marker", shape: ShapeId(521), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "MaxItems", wire: "MaxItems", shape: ShapeId(522), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M255: [Member; 3] = [
    Member { name: "Versions", wire: "Versions", shape: ShapeId(553), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "IsTruncated", wire: "IsTruncated", shape: ShapeId(463), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "Marker", wire: "Marker", shape: ShapeId(581), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M256: [Member; 3] = [
    Member { name: "RoleName", wire: "RoleName", shape: ShapeId(589), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
    Member { name: "Marker", wire: "Marker", shape: ShapeId(521), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "MaxItems", wire: "MaxItems", shape: ShapeId(522), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M257: [Member; 3] = [
    Member { name: "PolicyNames", wire: "PolicyNames", shape: ShapeId(557), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
    Member { name: "IsTruncated", wire: "IsTruncated", shape: ShapeId(463), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "Marker", wire: "Marker", shape: ShapeId(581), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M258: [Member; 3] = [
    Member { name: "RoleName", wire: "RoleName", shape: ShapeId(589), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
    Member { name: "Marker", wire: "Marker", shape: ShapeId(521), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "MaxItems", wire: "MaxItems", shape: ShapeId(522), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M259: [Member; 3] = [
    Member { name: "Tags", wire: "Tags", shape: ShapeId(622), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
    Member { name: "IsTruncated", wire: "IsTruncated", shape: ShapeId(463), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "Marker", wire: "Marker", shape: ShapeId(581), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M260: [Member; 3] = [
    Member { name: "PathPrefix", wire: "PathPrefix", shape: ShapeId(545), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "Marker", wire: "Marker", shape: ShapeId(521), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "MaxItems", wire: "MaxItems", shape: ShapeId(522), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M261: [Member; 3] = [
    Member { name: "Roles", wire: "Roles", shape: ShapeId(585), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
    Member { name: "IsTruncated", wire: "IsTruncated", shape: ShapeId(463), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "Marker", wire: "Marker", shape: ShapeId(581), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M262: [Member; 3] = [
    Member { name: "SAMLProviderArn", wire: "SAMLProviderArn", shape: ShapeId(456), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
    Member { name: "Marker", wire: "Marker", shape: ShapeId(521), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "MaxItems", wire: "MaxItems", shape: ShapeId(522), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M263: [Member; 3] = [
    Member { name: "Tags", wire: "Tags", shape: ShapeId(622), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
    Member { name: "IsTruncated", wire: "IsTruncated", shape: ShapeId(463), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "Marker", wire: "Marker", shape: ShapeId(581), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M264: [Member; 0] = [
];
static M265: [Member; 1] = [
    Member { name: "SAMLProviderList", wire: "SAMLProviderList", shape: ShapeId(370), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M266: [Member; 3] = [
    Member { name: "UserName", wire: "UserName", shape: ShapeId(633), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "Marker", wire: "Marker", shape: ShapeId(521), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "MaxItems", wire: "MaxItems", shape: ShapeId(522), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M267: [Member; 3] = [
    Member { name: "SSHPublicKeys", wire: "SSHPublicKeys", shape: ShapeId(373), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "IsTruncated", wire: "IsTruncated", shape: ShapeId(463), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "Marker", wire: "Marker", shape: ShapeId(581), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M268: [Member; 3] = [
    Member { name: "ServerCertificateName", wire: "ServerCertificateName", shape: ShapeId(597), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
    Member { name: "Marker", wire: "Marker", shape: ShapeId(521), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "MaxItems", wire: "MaxItems", shape: ShapeId(522), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M269: [Member; 3] = [
    Member { name: "Tags", wire: "Tags", shape: ShapeId(622), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
    Member { name: "IsTruncated", wire: "IsTruncated", shape: ShapeId(463), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "Marker", wire: "Marker", shape: ShapeId(581), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M270: [Member; 3] = [
    Member { name: "PathPrefix", wire: "PathPrefix", shape: ShapeId(545), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "Marker", wire: "Marker", shape: ShapeId(521), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "MaxItems", wire: "MaxItems", shape: ShapeId(522), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M271: [Member; 3] = [
    Member { name: "ServerCertificateMetadataList", wire: "ServerCertificateMetadataList", shape: ShapeId(596), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
    Member { name: "IsTruncated", wire: "IsTruncated", shape: ShapeId(463), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "Marker", wire: "Marker", shape: ShapeId(581), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M272: [Member; 5] = [
    Member { name: "UserName", wire: "UserName", shape: ShapeId(633), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "ServiceName", wire: "ServiceName", shape: ShapeId(601), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "AllUsers", wire: "AllUsers", shape: ShapeId(455), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "Marker", wire: "Marker", shape: ShapeId(521), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "MaxItems", wire: "MaxItems", shape: ShapeId(522), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M273: [Member; 3] = [
    Member { name: "ServiceSpecificCredentials", wire: "ServiceSpecificCredentials", shape: ShapeId(384), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "Marker", wire: "Marker", shape: ShapeId(581), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "IsTruncated", wire: "IsTruncated", shape: ShapeId(463), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M274: [Member; 3] = [
    Member { name: "UserName", wire: "UserName", shape: ShapeId(491), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "Marker", wire: "Marker", shape: ShapeId(521), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "MaxItems", wire: "MaxItems", shape: ShapeId(522), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M275: [Member; 3] = [
    Member { name: "Certificates", wire: "Certificates", shape: ShapeId(467), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
    Member { name: "IsTruncated", wire: "IsTruncated", shape: ShapeId(463), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "Marker", wire: "Marker", shape: ShapeId(581), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M276: [Member; 3] = [
    Member { name: "UserName", wire: "UserName", shape: ShapeId(491), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
    Member { name: "Marker", wire: "Marker", shape: ShapeId(521), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "MaxItems", wire: "MaxItems", shape: ShapeId(522), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M277: [Member; 3] = [
    Member { name: "PolicyNames", wire: "PolicyNames", shape: ShapeId(557), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
    Member { name: "IsTruncated", wire: "IsTruncated", shape: ShapeId(463), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "Marker", wire: "Marker", shape: ShapeId(581), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M278: [Member; 3] = [
    Member { name: "UserName", wire: "UserName", shape: ShapeId(491), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
    Member { name: "Marker", wire: "Marker", shape: ShapeId(521), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "MaxItems", wire: "MaxItems", shape: ShapeId(522), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M279: [Member; 3] = [
    Member { name: "Tags", wire: "Tags", shape: ShapeId(622), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
    Member { name: "IsTruncated", wire: "IsTruncated", shape: ShapeId(463), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "Marker", wire: "Marker", shape: ShapeId(581), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M280: [Member; 3] = [
    Member { name: "PathPrefix", wire: "PathPrefix", shape: ShapeId(545), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "Marker", wire: "Marker", shape: ShapeId(521), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "MaxItems", wire: "MaxItems", shape: ShapeId(522), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M281: [Member; 3] = [
    Member { name: "Users", wire: "Users", shape: ShapeId(632), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
    Member { name: "IsTruncated", wire: "IsTruncated", shape: ShapeId(463), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "Marker", wire: "Marker", shape: ShapeId(581), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M282: [Member; 3] = [
    Member { name: "AssignmentStatus", wire: "AssignmentStatus", shape: ShapeId(458), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "Marker", wire: "Marker", shape: ShapeId(521), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "MaxItems", wire: "MaxItems", shape: ShapeId(522), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M283: [Member; 3] = [
    Member { name: "VirtualMFADevices", wire: "VirtualMFADevices", shape: ShapeId(634), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
    Member { name: "IsTruncated", wire: "IsTruncated", shape: ShapeId(463), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "Marker", wire: "Marker", shape: ShapeId(581), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M284: [Member; 4] = [
    Member { name: "UserName", wire: "UserName", shape: ShapeId(633), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
    Member { name: "CreateDate", wire: "CreateDate", shape: ShapeId(478), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
    Member { name: "PasswordResetRequired", wire: "PasswordResetRequired", shape: ShapeId(463), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "MaxSigninSessionDuration", wire: "MaxSigninSessionDuration", shape: ShapeId(524), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M285: [Member; 3] = [
    Member { name: "UserName", wire: "UserName", shape: ShapeId(633), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
    Member { name: "SerialNumber", wire: "SerialNumber", shape: ShapeId(595), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
    Member { name: "EnableDate", wire: "EnableDate", shape: ShapeId(478), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
];
static M286: [Member; 1] = [
    Member { name: "message", wire: "message", shape: ShapeId(515), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M287: [Member; 1] = [
    Member { name: "message", wire: "message", shape: ShapeId(516), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M288: [Member; 12] = [
    Member { name: "PolicyName", wire: "PolicyName", shape: ShapeId(558), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "PolicyId", wire: "PolicyId", shape: ShapeId(497), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "Arn", wire: "Arn", shape: ShapeId(456), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "Path", wire: "Path", shape: ShapeId(565), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "DefaultVersionId", wire: "DefaultVersionId", shape: ShapeId(568), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "AttachmentCount", wire: "AttachmentCount", shape: ShapeId(460), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "PermissionsBoundaryUsageCount", wire: "PermissionsBoundaryUsageCount", shape: ShapeId(460), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "IsAttachable", wire: "IsAttachable", shape: ShapeId(463), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "Description", wire: "Description", shape: ShapeId(550), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "CreateDate", wire: "CreateDate", shape: ShapeId(478), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "UpdateDate", wire: "UpdateDate", shape: ShapeId(478), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "PolicyVersionList", wire: "PolicyVersionList", shape: ShapeId(553), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M290: [Member; 1] = [
    Member { name: "message", wire: "message", shape: ShapeId(528), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M291: [Member; 1] = [
    Member { name: "message", wire: "message", shape: ShapeId(529), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M292: [Member; 2] = [
    Member { name: "Arn", wire: "Arn", shape: ShapeId(456), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "IsTrustedIdentityPropagationEnabled", wire: "IsTrustedIdentityPropagationEnabled", shape: ShapeId(463), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M295: [Member; 1] = [
    Member { name: "message", wire: "message", shape: ShapeId(532), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M296: [Member; 1] = [
    Member { name: "ServiceControlPolicyInputList", wire: "ServiceControlPolicyInputList", shape: ShapeId(392), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M298: [Member; 0] = [
];
static M299: [Member; 0] = [
];
static M301: [Member; 1] = [
    Member { name: "AllowedByOrganizations", wire: "AllowedByOrganizations", shape: ShapeId(463), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M302: [Member; 7] = [
    Member { name: "Name", wire: "Name", shape: ShapeId(538), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
    Member { name: "Type", wire: "Type", shape: ShapeId(540), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
    Member { name: "SubType", wire: "SubType", shape: ShapeId(539), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "Description", wire: "Description", shape: ShapeId(537), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "IsRequired", wire: "IsRequired", shape: ShapeId(463), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "DefaultValue", wire: "DefaultValue", shape: ShapeId(536), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "Immutable", wire: "Immutable", shape: ShapeId(463), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M303: [Member; 10] = [
    Member { name: "MinimumPasswordLength", wire: "MinimumPasswordLength", shape: ShapeId(526), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "RequireSymbols", wire: "RequireSymbols", shape: ShapeId(463), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "RequireNumbers", wire: "RequireNumbers", shape: ShapeId(463), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "RequireUppercaseCharacters", wire: "RequireUppercaseCharacters", shape: ShapeId(463), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "RequireLowercaseCharacters", wire: "RequireLowercaseCharacters", shape: ShapeId(463), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "AllowUsersToChangePassword", wire: "AllowUsersToChangePassword", shape: ShapeId(463), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "ExpirePasswords", wire: "ExpirePasswords", shape: ShapeId(463), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "MaxPasswordAge", wire: "MaxPasswordAge", shape: ShapeId(523), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "PasswordReusePrevention", wire: "PasswordReusePrevention", shape: ShapeId(543), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "HardExpiry", wire: "HardExpiry", shape: ShapeId(462), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M304: [Member; 1] = [
    Member { name: "message", wire: "message", shape: ShapeId(542), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M306: [Member; 1] = [
    Member { name: "AllowedByPermissionsBoundary", wire: "AllowedByPermissionsBoundary", shape: ShapeId(463), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M307: [Member; 12] = [
    Member { name: "PolicyName", wire: "PolicyName", shape: ShapeId(558), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "PolicyId", wire: "PolicyId", shape: ShapeId(497), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "Arn", wire: "Arn", shape: ShapeId(456), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "Path", wire: "Path", shape: ShapeId(565), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "DefaultVersionId", wire: "DefaultVersionId", shape: ShapeId(568), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "AttachmentCount", wire: "AttachmentCount", shape: ShapeId(460), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "PermissionsBoundaryUsageCount", wire: "PermissionsBoundaryUsageCount", shape: ShapeId(460), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "IsAttachable", wire: "IsAttachable", shape: ShapeId(463), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "Description", wire: "Description", shape: ShapeId(550), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "CreateDate", wire: "CreateDate", shape: ShapeId(478), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "UpdateDate", wire: "UpdateDate", shape: ShapeId(478), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "Tags", wire: "Tags", shape: ShapeId(622), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M308: [Member; 2] = [
    Member { name: "PolicyName", wire: "PolicyName", shape: ShapeId(558), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "PolicyDocument", wire: "PolicyDocument", shape: ShapeId(552), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M310: [Member; 1] = [
    Member { name: "message", wire: "message", shape: ShapeId(554), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M312: [Member; 5] = [
    Member { name: "PolicyName", wire: "PolicyName", shape: ShapeId(558), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
    Member { name: "PolicyType", wire: "PolicyType", shape: ShapeId(567), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
    Member { name: "PolicyArn", wire: "PolicyArn", shape: ShapeId(456), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "EntityType", wire: "EntityType", shape: ShapeId(560), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "EntityName", wire: "EntityName", shape: ShapeId(489), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M313: [Member; 2] = [
    Member { name: "GroupName", wire: "GroupName", shape: ShapeId(496), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "GroupId", wire: "GroupId", shape: ShapeId(497), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M315: [Member; 3] = [
    Member { name: "PolicyType", wire: "PolicyType", shape: ShapeId(316), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "PolicyArn", wire: "PolicyArn", shape: ShapeId(456), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "InlinePolicyIdentifier", wire: "InlinePolicyIdentifier", shape: ShapeId(200), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M318: [Member; 1] = [
    Member { name: "message", wire: "message", shape: ShapeId(559), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M319: [Member; 3] = [
    Member { name: "Name", wire: "Name", shape: ShapeId(562), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "Values", wire: "Values", shape: ShapeId(564), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "Type", wire: "Type", shape: ShapeId(320), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M321: [Member; 2] = [
    Member { name: "RoleName", wire: "RoleName", shape: ShapeId(589), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "RoleId", wire: "RoleId", shape: ShapeId(497), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M325: [Member; 2] = [
    Member { name: "UserName", wire: "UserName", shape: ShapeId(633), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "UserId", wire: "UserId", shape: ShapeId(497), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M327: [Member; 4] = [
    Member { name: "Document", wire: "Document", shape: ShapeId(552), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "VersionId", wire: "VersionId", shape: ShapeId(568), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "IsDefaultVersion", wire: "IsDefaultVersion", shape: ShapeId(463), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "CreateDate", wire: "CreateDate", shape: ShapeId(478), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M328: [Member; 2] = [
    Member { name: "Line", wire: "Line", shape: ShapeId(210), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "Column", wire: "Column", shape: ShapeId(30), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M329: [Member; 1] = [
    Member { name: "Properties", wire: "Properties", shape: ShapeId(452), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
];
static M330: [Member; 0] = [
];
static M331: [Member; 3] = [
    Member { name: "GroupName", wire: "GroupName", shape: ShapeId(496), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
    Member { name: "PolicyName", wire: "PolicyName", shape: ShapeId(558), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
    Member { name: "PolicyDocument", wire: "PolicyDocument", shape: ShapeId(552), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
];
static M332: [Member; 2] = [
    Member { name: "RoleName", wire: "RoleName", shape: ShapeId(589), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
    Member { name: "PermissionsBoundary", wire: "PermissionsBoundary", shape: ShapeId(456), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
];
static M333: [Member; 3] = [
    Member { name: "RoleName", wire: "RoleName", shape: ShapeId(589), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
    Member { name: "PolicyName", wire: "PolicyName", shape: ShapeId(558), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
    Member { name: "PolicyDocument", wire: "PolicyDocument", shape: ShapeId(552), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
];
static M334: [Member; 2] = [
    Member { name: "UserName", wire: "UserName", shape: ShapeId(633), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
    Member { name: "PermissionsBoundary", wire: "PermissionsBoundary", shape: ShapeId(456), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
];
static M335: [Member; 3] = [
    Member { name: "UserName", wire: "UserName", shape: ShapeId(491), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
    Member { name: "PolicyName", wire: "PolicyName", shape: ShapeId(558), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
    Member { name: "PolicyDocument", wire: "PolicyDocument", shape: ShapeId(552), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
];
static M338: [Member; 2] = [
    Member { name: "DelegationRequestId", wire: "DelegationRequestId", shape: ShapeId(480), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
    Member { name: "Notes", wire: "Notes", shape: ShapeId(530), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M339: [Member; 2] = [
    Member { name: "OpenIDConnectProviderArn", wire: "OpenIDConnectProviderArn", shape: ShapeId(456), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
    Member { name: "ClientID", wire: "ClientID", shape: ShapeId(469), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
];
static M340: [Member; 2] = [
    Member { name: "InstanceProfileName", wire: "InstanceProfileName", shape: ShapeId(501), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
    Member { name: "RoleName", wire: "RoleName", shape: ShapeId(589), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
];
static M341: [Member; 2] = [
    Member { name: "GroupName", wire: "GroupName", shape: ShapeId(496), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
    Member { name: "UserName", wire: "UserName", shape: ShapeId(491), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
];
static M342: [Member; 1] = [
    Member { name: "Values", wire: "Values", shape: ShapeId(576), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
];
static M345: [Member; 1] = [
    Member { name: "message", wire: "message", shape: ShapeId(577), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M348: [Member; 2] = [
    Member { name: "UserName", wire: "UserName", shape: ShapeId(633), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "ServiceSpecificCredentialId", wire: "ServiceSpecificCredentialId", shape: ShapeId(607), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
];
static M349: [Member; 1] = [
    Member { name: "ServiceSpecificCredential", wire: "ServiceSpecificCredential", shape: ShapeId(382), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M353: [Member; 6] = [
    Member { name: "EvalResourceName", wire: "EvalResourceName", shape: ShapeId(352), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
    Member { name: "EvalResourceDecision", wire: "EvalResourceDecision", shape: ShapeId(309), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
    Member { name: "MatchedStatements", wire: "MatchedStatements", shape: ShapeId(395), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "MissingContextValues", wire: "MissingContextValues", shape: ShapeId(36), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "EvalDecisionDetails", wire: "EvalDecisionDetails", shape: ShapeId(125), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "PermissionsBoundaryDecisionDetail", wire: "PermissionsBoundaryDecisionDetail", shape: ShapeId(306), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M355: [Member; 4] = [
    Member { name: "UserName", wire: "UserName", shape: ShapeId(491), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
    Member { name: "SerialNumber", wire: "SerialNumber", shape: ShapeId(595), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
    Member { name: "AuthenticationCode1", wire: "AuthenticationCode1", shape: ShapeId(461), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
    Member { name: "AuthenticationCode2", wire: "AuthenticationCode2", shape: ShapeId(461), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
];
static M356: [Member; 13] = [
    Member { name: "Path", wire: "Path", shape: ShapeId(546), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
    Member { name: "RoleName", wire: "RoleName", shape: ShapeId(589), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
    Member { name: "RoleId", wire: "RoleId", shape: ShapeId(497), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
    Member { name: "Arn", wire: "Arn", shape: ShapeId(456), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
    Member { name: "CreateDate", wire: "CreateDate", shape: ShapeId(478), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
    Member { name: "AssumeRolePolicyDocument", wire: "AssumeRolePolicyDocument", shape: ShapeId(552), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "Description", wire: "Description", shape: ShapeId(583), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "MaxSessionDuration", wire: "MaxSessionDuration", shape: ShapeId(586), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "MaxSigninSessionDuration", wire: "MaxSigninSessionDuration", shape: ShapeId(524), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "PermissionsBoundary", wire: "PermissionsBoundary", shape: ShapeId(20), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "Tags", wire: "Tags", shape: ShapeId(622), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "RoleLastUsed", wire: "RoleLastUsed", shape: ShapeId(358), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "SourceRoleTemplate", wire: "SourceRoleTemplate", shape: ShapeId(393), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M357: [Member; 12] = [
    Member { name: "Path", wire: "Path", shape: ShapeId(546), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "RoleName", wire: "RoleName", shape: ShapeId(589), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "RoleId", wire: "RoleId", shape: ShapeId(497), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "Arn", wire: "Arn", shape: ShapeId(456), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "CreateDate", wire: "CreateDate", shape: ShapeId(478), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "AssumeRolePolicyDocument", wire: "AssumeRolePolicyDocument", shape: ShapeId(552), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "InstanceProfileList", wire: "InstanceProfileList", shape: ShapeId(500), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "RolePolicyList", wire: "RolePolicyList", shape: ShapeId(551), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "AttachedManagedPolicies", wire: "AttachedManagedPolicies", shape: ShapeId(459), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "PermissionsBoundary", wire: "PermissionsBoundary", shape: ShapeId(20), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "Tags", wire: "Tags", shape: ShapeId(622), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "RoleLastUsed", wire: "RoleLastUsed", shape: ShapeId(358), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M358: [Member; 2] = [
    Member { name: "LastUsedDate", wire: "LastUsedDate", shape: ShapeId(478), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "Region", wire: "Region", shape: ShapeId(613), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M359: [Member; 1] = [
    Member { name: "message", wire: "message", shape: ShapeId(587), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M360: [Member; 1] = [
    Member { name: "message", wire: "message", shape: ShapeId(593), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M361: [Member; 23] = [
    Member { name: "TemplateArn", wire: "TemplateArn", shape: ShapeId(456), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "TemplateName", wire: "TemplateName", shape: ShapeId(594), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "TemplateVersionId", wire: "TemplateVersionId", shape: ShapeId(497), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "Description", wire: "Description", shape: ShapeId(592), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "MajorVersion", wire: "MajorVersion", shape: ShapeId(502), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "DefaultMinorVersion", wire: "DefaultMinorVersion", shape: ShapeId(527), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "ManagedByType", wire: "ManagedByType", shape: ShapeId(517), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "ManagedByValue", wire: "ManagedByValue", shape: ShapeId(518), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "Enabled", wire: "Enabled", shape: ShapeId(463), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "MinorVersion", wire: "MinorVersion", shape: ShapeId(527), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "RoleNamePattern", wire: "RoleNamePattern", shape: ShapeId(588), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "RolePathPattern", wire: "RolePathPattern", shape: ShapeId(590), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "RoleDescriptionPattern", wire: "RoleDescriptionPattern", shape: ShapeId(582), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "AssumeRolePolicyDocumentTemplate", wire: "AssumeRolePolicyDocumentTemplate", shape: ShapeId(552), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "InlinePolicyTemplates", wire: "InlinePolicyTemplates", shape: ShapeId(499), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "ManagedPolicyArns", wire: "ManagedPolicyArns", shape: ShapeId(519), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "PermissionBoundaryArn", wire: "PermissionBoundaryArn", shape: ShapeId(456), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "ParametersDefinition", wire: "ParametersDefinition", shape: ShapeId(541), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "RoleTagsTemplate", wire: "RoleTagsTemplate", shape: ShapeId(624), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "MaxSessionDuration", wire: "MaxSessionDuration", shape: ShapeId(586), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "VersionEnabled", wire: "VersionEnabled", shape: ShapeId(463), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "CreateTimestamp", wire: "CreateTimestamp", shape: ShapeId(478), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "UpdateTimestamp", wire: "UpdateTimestamp", shape: ShapeId(478), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M363: [Member; 2] = [
    Member { name: "Region", wire: "Region", shape: ShapeId(337), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "Resources", wire: "Resources", shape: ShapeId(15), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M365: [Member; 2] = [
    Member { name: "IssuerURL", wire: "IssuerURL", shape: ShapeId(364), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "KeyHashes", wire: "KeyHashes", shape: ShapeId(207), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M368: [Member; 2] = [
    Member { name: "KeyId", wire: "KeyId", shape: ShapeId(569), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "Timestamp", wire: "Timestamp", shape: ShapeId(478), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M369: [Member; 4] = [
    Member { name: "Arn", wire: "Arn", shape: ShapeId(456), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "ValidUntil", wire: "ValidUntil", shape: ShapeId(478), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "CreateDate", wire: "CreateDate", shape: ShapeId(478), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "IsTrustedIdentityPropagationEnabled", wire: "IsTrustedIdentityPropagationEnabled", shape: ShapeId(463), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M372: [Member; 6] = [
    Member { name: "UserName", wire: "UserName", shape: ShapeId(633), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
    Member { name: "SSHPublicKeyId", wire: "SSHPublicKeyId", shape: ShapeId(573), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
    Member { name: "Fingerprint", wire: "Fingerprint", shape: ShapeId(572), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
    Member { name: "SSHPublicKeyBody", wire: "SSHPublicKeyBody", shape: ShapeId(574), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
    Member { name: "Status", wire: "Status", shape: ShapeId(612), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
    Member { name: "UploadDate", wire: "UploadDate", shape: ShapeId(478), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M374: [Member; 4] = [
    Member { name: "UserName", wire: "UserName", shape: ShapeId(633), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
    Member { name: "SSHPublicKeyId", wire: "SSHPublicKeyId", shape: ShapeId(573), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
    Member { name: "Status", wire: "Status", shape: ShapeId(612), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
    Member { name: "UploadDate", wire: "UploadDate", shape: ShapeId(478), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
];
static M375: [Member; 1] = [
    Member { name: "DelegationRequestId", wire: "DelegationRequestId", shape: ShapeId(480), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
];
static M376: [Member; 4] = [
    Member { name: "ServerCertificateMetadata", wire: "ServerCertificateMetadata", shape: ShapeId(377), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
    Member { name: "CertificateBody", wire: "CertificateBody", shape: ShapeId(464), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
    Member { name: "CertificateChain", wire: "CertificateChain", shape: ShapeId(465), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "Tags", wire: "Tags", shape: ShapeId(622), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M377: [Member; 6] = [
    Member { name: "Path", wire: "Path", shape: ShapeId(546), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
    Member { name: "ServerCertificateName", wire: "ServerCertificateName", shape: ShapeId(597), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
    Member { name: "ServerCertificateId", wire: "ServerCertificateId", shape: ShapeId(497), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
    Member { name: "Arn", wire: "Arn", shape: ShapeId(456), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
    Member { name: "UploadDate", wire: "UploadDate", shape: ShapeId(478), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "Expiration", wire: "Expiration", shape: ShapeId(478), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M378: [Member; 0] = [
];
static M379: [Member; 1] = [
    Member { name: "message", wire: "message", shape: ShapeId(600), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M380: [Member; 7] = [
    Member { name: "ServiceName", wire: "ServiceName", shape: ShapeId(602), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
    Member { name: "LastAuthenticated", wire: "LastAuthenticated", shape: ShapeId(478), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "ServiceNamespace", wire: "ServiceNamespace", shape: ShapeId(604), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
    Member { name: "LastAuthenticatedEntity", wire: "LastAuthenticatedEntity", shape: ShapeId(456), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "LastAuthenticatedRegion", wire: "LastAuthenticatedRegion", shape: ShapeId(613), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "TotalAuthenticatedEntities", wire: "TotalAuthenticatedEntities", shape: ShapeId(502), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "TrackedActionsLastAccessed", wire: "TrackedActionsLastAccessed", shape: ShapeId(407), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M381: [Member; 1] = [
    Member { name: "message", wire: "message", shape: ShapeId(605), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M382: [Member; 10] = [
    Member { name: "CreateDate", wire: "CreateDate", shape: ShapeId(478), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
    Member { name: "ExpirationDate", wire: "ExpirationDate", shape: ShapeId(478), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "ServiceName", wire: "ServiceName", shape: ShapeId(601), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
    Member { name: "ServiceUserName", wire: "ServiceUserName", shape: ShapeId(608), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "ServicePassword", wire: "ServicePassword", shape: ShapeId(606), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "ServiceCredentialAlias", wire: "ServiceCredentialAlias", shape: ShapeId(598), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "ServiceCredentialSecret", wire: "ServiceCredentialSecret", shape: ShapeId(599), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "ServiceSpecificCredentialId", wire: "ServiceSpecificCredentialId", shape: ShapeId(607), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
    Member { name: "UserName", wire: "UserName", shape: ShapeId(633), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
    Member { name: "Status", wire: "Status", shape: ShapeId(612), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
];
static M383: [Member; 8] = [
    Member { name: "UserName", wire: "UserName", shape: ShapeId(633), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
    Member { name: "Status", wire: "Status", shape: ShapeId(612), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
    Member { name: "ServiceUserName", wire: "ServiceUserName", shape: ShapeId(608), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "ServiceCredentialAlias", wire: "ServiceCredentialAlias", shape: ShapeId(598), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "CreateDate", wire: "CreateDate", shape: ShapeId(478), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
    Member { name: "ExpirationDate", wire: "ExpirationDate", shape: ShapeId(478), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "ServiceSpecificCredentialId", wire: "ServiceSpecificCredentialId", shape: ShapeId(607), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
    Member { name: "ServiceName", wire: "ServiceName", shape: ShapeId(601), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
];
static M386: [Member; 2] = [
    Member { name: "PolicyArn", wire: "PolicyArn", shape: ShapeId(456), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
    Member { name: "VersionId", wire: "VersionId", shape: ShapeId(568), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
];
static M387: [Member; 1] = [
    Member { name: "GlobalEndpointTokenVersion", wire: "GlobalEndpointTokenVersion", shape: ShapeId(492), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
];
static M388: [Member; 5] = [
    Member { name: "UserName", wire: "UserName", shape: ShapeId(633), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
    Member { name: "CertificateId", wire: "CertificateId", shape: ShapeId(466), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
    Member { name: "CertificateBody", wire: "CertificateBody", shape: ShapeId(464), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
    Member { name: "Status", wire: "Status", shape: ShapeId(612), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
    Member { name: "UploadDate", wire: "UploadDate", shape: ShapeId(478), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M389: [Member; 12] = [
    Member { name: "PolicyInputList", wire: "PolicyInputList", shape: ShapeId(392), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
    Member { name: "PermissionsBoundaryPolicyInputList", wire: "PermissionsBoundaryPolicyInputList", shape: ShapeId(392), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "OrderedOrganizationPolicyInputList", wire: "OrderedOrganizationPolicyInputList", shape: ShapeId(300), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "ActionNames", wire: "ActionNames", shape: ShapeId(10), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
    Member { name: "ResourceArns", wire: "ResourceArns", shape: ShapeId(351), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "ResourcePolicy", wire: "ResourcePolicy", shape: ShapeId(552), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "ResourceOwner", wire: "ResourceOwner", shape: ShapeId(352), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "CallerArn", wire: "CallerArn", shape: ShapeId(352), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "ContextEntries", wire: "ContextEntries", shape: ShapeId(34), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "ResourceHandlingOption", wire: "ResourceHandlingOption", shape: ShapeId(350), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "MaxItems", wire: "MaxItems", shape: ShapeId(522), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "Marker", wire: "Marker", shape: ShapeId(521), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M390: [Member; 3] = [
    Member { name: "EvaluationResults", wire: "EvaluationResults", shape: ShapeId(128), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "IsTruncated", wire: "IsTruncated", shape: ShapeId(463), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "Marker", wire: "Marker", shape: ShapeId(581), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M391: [Member; 13] = [
    Member { name: "PolicySourceArn", wire: "PolicySourceArn", shape: ShapeId(456), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
    Member { name: "PolicyInputList", wire: "PolicyInputList", shape: ShapeId(392), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "PermissionsBoundaryPolicyInputList", wire: "PermissionsBoundaryPolicyInputList", shape: ShapeId(392), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "PolicyExclusionList", wire: "PolicyExclusionList", shape: ShapeId(311), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "ActionNames", wire: "ActionNames", shape: ShapeId(10), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
    Member { name: "ResourceArns", wire: "ResourceArns", shape: ShapeId(351), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "ResourcePolicy", wire: "ResourcePolicy", shape: ShapeId(552), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "ResourceOwner", wire: "ResourceOwner", shape: ShapeId(352), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "CallerArn", wire: "CallerArn", shape: ShapeId(352), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "ContextEntries", wire: "ContextEntries", shape: ShapeId(34), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "ResourceHandlingOption", wire: "ResourceHandlingOption", shape: ShapeId(350), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "MaxItems", wire: "MaxItems", shape: ShapeId(522), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "Marker", wire: "Marker", shape: ShapeId(521), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M393: [Member; 2] = [
    Member { name: "TemplateArn", wire: "TemplateArn", shape: ShapeId(456), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
    Member { name: "TemplateMinorVersion", wire: "TemplateMinorVersion", shape: ShapeId(502), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
];
static M394: [Member; 4] = [
    Member { name: "SourcePolicyId", wire: "SourcePolicyId", shape: ShapeId(317), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "SourcePolicyType", wire: "SourcePolicyType", shape: ShapeId(323), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "StartPosition", wire: "StartPosition", shape: ShapeId(328), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "EndPosition", wire: "EndPosition", shape: ShapeId(328), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M396: [Member; 2] = [
    Member { name: "Key", wire: "Key", shape: ShapeId(621), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
    Member { name: "Value", wire: "Value", shape: ShapeId(626), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
];
static M397: [Member; 2] = [
    Member { name: "InstanceProfileName", wire: "InstanceProfileName", shape: ShapeId(501), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
    Member { name: "Tags", wire: "Tags", shape: ShapeId(622), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
];
static M398: [Member; 2] = [
    Member { name: "SerialNumber", wire: "SerialNumber", shape: ShapeId(595), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
    Member { name: "Tags", wire: "Tags", shape: ShapeId(622), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
];
static M399: [Member; 2] = [
    Member { name: "OpenIDConnectProviderArn", wire: "OpenIDConnectProviderArn", shape: ShapeId(456), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
    Member { name: "Tags", wire: "Tags", shape: ShapeId(622), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
];
static M400: [Member; 2] = [
    Member { name: "PolicyArn", wire: "PolicyArn", shape: ShapeId(456), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
    Member { name: "Tags", wire: "Tags", shape: ShapeId(622), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
];
static M401: [Member; 2] = [
    Member { name: "RoleName", wire: "RoleName", shape: ShapeId(589), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
    Member { name: "Tags", wire: "Tags", shape: ShapeId(622), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
];
static M402: [Member; 2] = [
    Member { name: "SAMLProviderArn", wire: "SAMLProviderArn", shape: ShapeId(456), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
    Member { name: "Tags", wire: "Tags", shape: ShapeId(622), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
];
static M403: [Member; 2] = [
    Member { name: "ServerCertificateName", wire: "ServerCertificateName", shape: ShapeId(597), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
    Member { name: "Tags", wire: "Tags", shape: ShapeId(622), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
];
static M404: [Member; 2] = [
    Member { name: "Key", wire: "Key", shape: ShapeId(623), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
    Member { name: "Value", wire: "Value", shape: ShapeId(625), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
];
static M405: [Member; 2] = [
    Member { name: "UserName", wire: "UserName", shape: ShapeId(491), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
    Member { name: "Tags", wire: "Tags", shape: ShapeId(622), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
];
static M406: [Member; 4] = [
    Member { name: "ActionName", wire: "ActionName", shape: ShapeId(613), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "LastAccessedEntity", wire: "LastAccessedEntity", shape: ShapeId(456), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "LastAccessedTime", wire: "LastAccessedTime", shape: ShapeId(478), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "LastAccessedRegion", wire: "LastAccessedRegion", shape: ShapeId(613), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M408: [Member; 1] = [
    Member { name: "message", wire: "message", shape: ShapeId(629), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M409: [Member; 1] = [
    Member { name: "message", wire: "message", shape: ShapeId(630), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M410: [Member; 2] = [
    Member { name: "InstanceProfileName", wire: "InstanceProfileName", shape: ShapeId(501), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
    Member { name: "TagKeys", wire: "TagKeys", shape: ShapeId(620), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
];
static M411: [Member; 2] = [
    Member { name: "SerialNumber", wire: "SerialNumber", shape: ShapeId(595), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
    Member { name: "TagKeys", wire: "TagKeys", shape: ShapeId(620), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
];
static M412: [Member; 2] = [
    Member { name: "OpenIDConnectProviderArn", wire: "OpenIDConnectProviderArn", shape: ShapeId(456), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
    Member { name: "TagKeys", wire: "TagKeys", shape: ShapeId(620), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
];
static M413: [Member; 2] = [
    Member { name: "PolicyArn", wire: "PolicyArn", shape: ShapeId(456), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
    Member { name: "TagKeys", wire: "TagKeys", shape: ShapeId(620), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
];
static M414: [Member; 2] = [
    Member { name: "RoleName", wire: "RoleName", shape: ShapeId(589), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
    Member { name: "TagKeys", wire: "TagKeys", shape: ShapeId(620), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
];
static M415: [Member; 2] = [
    Member { name: "SAMLProviderArn", wire: "SAMLProviderArn", shape: ShapeId(456), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
    Member { name: "TagKeys", wire: "TagKeys", shape: ShapeId(620), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
];
static M416: [Member; 2] = [
    Member { name: "ServerCertificateName", wire: "ServerCertificateName", shape: ShapeId(597), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
    Member { name: "TagKeys", wire: "TagKeys", shape: ShapeId(620), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
];
static M417: [Member; 2] = [
    Member { name: "UserName", wire: "UserName", shape: ShapeId(491), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
    Member { name: "TagKeys", wire: "TagKeys", shape: ShapeId(620), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
];
static M418: [Member; 3] = [
    Member { name: "UserName", wire: "UserName", shape: ShapeId(491), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "AccessKeyId", wire: "AccessKeyId", shape: ShapeId(446), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
    Member { name: "Status", wire: "Status", shape: ShapeId(612), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
];
static M419: [Member; 9] = [
    Member { name: "MinimumPasswordLength", wire: "MinimumPasswordLength", shape: ShapeId(526), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "RequireSymbols", wire: "RequireSymbols", shape: ShapeId(463), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "RequireNumbers", wire: "RequireNumbers", shape: ShapeId(463), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "RequireUppercaseCharacters", wire: "RequireUppercaseCharacters", shape: ShapeId(463), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "RequireLowercaseCharacters", wire: "RequireLowercaseCharacters", shape: ShapeId(463), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "AllowUsersToChangePassword", wire: "AllowUsersToChangePassword", shape: ShapeId(463), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "MaxPasswordAge", wire: "MaxPasswordAge", shape: ShapeId(523), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "PasswordReusePrevention", wire: "PasswordReusePrevention", shape: ShapeId(543), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "HardExpiry", wire: "HardExpiry", shape: ShapeId(462), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M420: [Member; 2] = [
    Member { name: "RoleName", wire: "RoleName", shape: ShapeId(589), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
    Member { name: "PolicyDocument", wire: "PolicyDocument", shape: ShapeId(552), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
];
static M421: [Member; 2] = [
    Member { name: "DelegationRequestId", wire: "DelegationRequestId", shape: ShapeId(480), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
    Member { name: "Notes", wire: "Notes", shape: ShapeId(530), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M422: [Member; 3] = [
    Member { name: "GroupName", wire: "GroupName", shape: ShapeId(496), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
    Member { name: "NewPath", wire: "NewPath", shape: ShapeId(546), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "NewGroupName", wire: "NewGroupName", shape: ShapeId(496), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M423: [Member; 5] = [
    Member { name: "UserName", wire: "UserName", shape: ShapeId(633), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
    Member { name: "Password", wire: "Password", shape: ShapeId(544), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "PasswordResetRequired", wire: "PasswordResetRequired", shape: ShapeId(462), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "MaxSigninSessionDuration", wire: "MaxSigninSessionDuration", shape: ShapeId(524), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "ResetMaxSigninSessionDuration", wire: "ResetMaxSigninSessionDuration", shape: ShapeId(462), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M424: [Member; 5] = [
    Member { name: "OpenIDConnectProviderArn", wire: "OpenIDConnectProviderArn", shape: ShapeId(456), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
    Member { name: "ContextProvider", wire: "ContextProvider", shape: ShapeId(40), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "IdentityCenterInstanceArn", wire: "IdentityCenterInstanceArn", shape: ShapeId(498), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "RemoveContextProvider", wire: "RemoveContextProvider", shape: ShapeId(463), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "RemoveIdentityCenterInstance", wire: "RemoveIdentityCenterInstance", shape: ShapeId(463), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M425: [Member; 2] = [
    Member { name: "OpenIDConnectProviderArn", wire: "OpenIDConnectProviderArn", shape: ShapeId(456), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
    Member { name: "ThumbprintList", wire: "ThumbprintList", shape: ShapeId(627), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
];
static M426: [Member; 2] = [
    Member { name: "RoleName", wire: "RoleName", shape: ShapeId(589), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
    Member { name: "Description", wire: "Description", shape: ShapeId(583), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
];
static M427: [Member; 1] = [
    Member { name: "Role", wire: "Role", shape: ShapeId(356), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M428: [Member; 5] = [
    Member { name: "RoleName", wire: "RoleName", shape: ShapeId(589), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
    Member { name: "Description", wire: "Description", shape: ShapeId(583), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "MaxSessionDuration", wire: "MaxSessionDuration", shape: ShapeId(586), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "MaxSigninSessionDuration", wire: "MaxSigninSessionDuration", shape: ShapeId(524), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "ResetMaxSigninSessionDuration", wire: "ResetMaxSigninSessionDuration", shape: ShapeId(462), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M429: [Member; 0] = [
];
static M430: [Member; 9] = [
    Member { name: "SAMLMetadataDocument", wire: "SAMLMetadataDocument", shape: ShapeId(367), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "SAMLProviderArn", wire: "SAMLProviderArn", shape: ShapeId(456), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
    Member { name: "AssertionEncryptionMode", wire: "AssertionEncryptionMode", shape: ShapeId(457), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "AddPrivateKey", wire: "AddPrivateKey", shape: ShapeId(571), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "RemovePrivateKey", wire: "RemovePrivateKey", shape: ShapeId(569), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "ContextProvider", wire: "ContextProvider", shape: ShapeId(40), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "IdentityCenterInstanceArn", wire: "IdentityCenterInstanceArn", shape: ShapeId(498), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "RemoveContextProvider", wire: "RemoveContextProvider", shape: ShapeId(463), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "RemoveIdentityCenterInstance", wire: "RemoveIdentityCenterInstance", shape: ShapeId(463), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M431: [Member; 1] = [
    Member { name: "SAMLProviderArn", wire: "SAMLProviderArn", shape: ShapeId(456), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M432: [Member; 3] = [
    Member { name: "UserName", wire: "UserName", shape: ShapeId(633), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
    Member { name: "SSHPublicKeyId", wire: "SSHPublicKeyId", shape: ShapeId(573), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
    Member { name: "Status", wire: "Status", shape: ShapeId(612), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
];
static M433: [Member; 3] = [
    Member { name: "ServerCertificateName", wire: "ServerCertificateName", shape: ShapeId(597), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
    Member { name: "NewPath", wire: "NewPath", shape: ShapeId(546), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "NewServerCertificateName", wire: "NewServerCertificateName", shape: ShapeId(597), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M434: [Member; 3] = [
    Member { name: "UserName", wire: "UserName", shape: ShapeId(633), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "ServiceSpecificCredentialId", wire: "ServiceSpecificCredentialId", shape: ShapeId(607), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
    Member { name: "Status", wire: "Status", shape: ShapeId(612), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
];
static M435: [Member; 3] = [
    Member { name: "UserName", wire: "UserName", shape: ShapeId(491), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "CertificateId", wire: "CertificateId", shape: ShapeId(466), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
    Member { name: "Status", wire: "Status", shape: ShapeId(612), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
];
static M436: [Member; 3] = [
    Member { name: "UserName", wire: "UserName", shape: ShapeId(491), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
    Member { name: "NewPath", wire: "NewPath", shape: ShapeId(546), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "NewUserName", wire: "NewUserName", shape: ShapeId(633), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M437: [Member; 2] = [
    Member { name: "UserName", wire: "UserName", shape: ShapeId(633), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
    Member { name: "SSHPublicKeyBody", wire: "SSHPublicKeyBody", shape: ShapeId(574), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
];
static M438: [Member; 1] = [
    Member { name: "SSHPublicKey", wire: "SSHPublicKey", shape: ShapeId(372), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M439: [Member; 6] = [
    Member { name: "Path", wire: "Path", shape: ShapeId(546), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "ServerCertificateName", wire: "ServerCertificateName", shape: ShapeId(597), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
    Member { name: "CertificateBody", wire: "CertificateBody", shape: ShapeId(464), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
    Member { name: "PrivateKey", wire: "PrivateKey", shape: ShapeId(571), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
    Member { name: "CertificateChain", wire: "CertificateChain", shape: ShapeId(465), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "Tags", wire: "Tags", shape: ShapeId(622), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M440: [Member; 2] = [
    Member { name: "ServerCertificateMetadata", wire: "ServerCertificateMetadata", shape: ShapeId(377), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "Tags", wire: "Tags", shape: ShapeId(622), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M441: [Member; 2] = [
    Member { name: "UserName", wire: "UserName", shape: ShapeId(491), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "CertificateBody", wire: "CertificateBody", shape: ShapeId(464), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
];
static M442: [Member; 1] = [
    Member { name: "Certificate", wire: "Certificate", shape: ShapeId(388), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
];
static M443: [Member; 8] = [
    Member { name: "Path", wire: "Path", shape: ShapeId(546), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
    Member { name: "UserName", wire: "UserName", shape: ShapeId(633), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
    Member { name: "UserId", wire: "UserId", shape: ShapeId(497), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
    Member { name: "Arn", wire: "Arn", shape: ShapeId(456), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
    Member { name: "CreateDate", wire: "CreateDate", shape: ShapeId(478), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
    Member { name: "PasswordLastUsed", wire: "PasswordLastUsed", shape: ShapeId(478), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "PermissionsBoundary", wire: "PermissionsBoundary", shape: ShapeId(20), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "Tags", wire: "Tags", shape: ShapeId(622), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M444: [Member; 10] = [
    Member { name: "Path", wire: "Path", shape: ShapeId(546), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "UserName", wire: "UserName", shape: ShapeId(633), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "UserId", wire: "UserId", shape: ShapeId(497), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "Arn", wire: "Arn", shape: ShapeId(456), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "CreateDate", wire: "CreateDate", shape: ShapeId(478), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "UserPolicyList", wire: "UserPolicyList", shape: ShapeId(551), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "GroupList", wire: "GroupList", shape: ShapeId(495), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "AttachedManagedPolicies", wire: "AttachedManagedPolicies", shape: ShapeId(459), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "PermissionsBoundary", wire: "PermissionsBoundary", shape: ShapeId(20), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "Tags", wire: "Tags", shape: ShapeId(622), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M445: [Member; 6] = [
    Member { name: "SerialNumber", wire: "SerialNumber", shape: ShapeId(595), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
    Member { name: "Base32StringSeed", wire: "Base32StringSeed", shape: ShapeId(24), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "QRCodePNG", wire: "QRCodePNG", shape: ShapeId(24), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "User", wire: "User", shape: ShapeId(443), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "EnableDate", wire: "EnableDate", shape: ShapeId(478), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "Tags", wire: "Tags", shape: ShapeId(622), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];

/// `AccessKey` of the model.
#[derive(Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct AccessKey {
    #[serde(rename = "UserName")]
    pub user_name: String,
    #[serde(rename = "AccessKeyId")]
    pub access_key_id: String,
    #[serde(rename = "Status")]
    pub status: String,
    #[serde(rename = "SecretAccessKey")]
    pub secret_access_key: String,
    #[serde(rename = "CreateDate", skip_serializing_if = "Option::is_none")]
    pub create_date: Option<f64>,
}

impl std::fmt::Debug for AccessKey {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("AccessKey").finish_non_exhaustive()
    }
}

/// `AccessKeyLastUsed` of the model.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct AccessKeyLastUsed {
    #[serde(rename = "LastUsedDate", skip_serializing_if = "Option::is_none")]
    pub last_used_date: Option<f64>,
    #[serde(rename = "ServiceName")]
    pub service_name: String,
    #[serde(rename = "Region")]
    pub region: String,
}

/// `AccessKeyMetadata` of the model.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct AccessKeyMetadata {
    #[serde(rename = "UserName", skip_serializing_if = "Option::is_none")]
    pub user_name: Option<String>,
    #[serde(rename = "AccessKeyId", skip_serializing_if = "Option::is_none")]
    pub access_key_id: Option<String>,
    #[serde(rename = "Status", skip_serializing_if = "Option::is_none")]
    pub status: Option<String>,
    #[serde(rename = "CreateDate", skip_serializing_if = "Option::is_none")]
    pub create_date: Option<f64>,
}

/// `AddClientIDToOpenIDConnectProviderRequest` of the model.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct AddClientIDToOpenIDConnectProviderRequest {
    #[serde(rename = "OpenIDConnectProviderArn")]
    pub open_id_connect_provider_arn: String,
    #[serde(rename = "ClientID")]
    pub client_id: String,
}

/// `AddRoleToInstanceProfileRequest` of the model.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct AddRoleToInstanceProfileRequest {
    #[serde(rename = "InstanceProfileName")]
    pub instance_profile_name: String,
    #[serde(rename = "RoleName")]
    pub role_name: String,
}

/// `AddUserToGroupRequest` of the model.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct AddUserToGroupRequest {
    #[serde(rename = "GroupName")]
    pub group_name: String,
    #[serde(rename = "UserName")]
    pub user_name: String,
}

/// `AttachGroupPolicyRequest` of the model.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct AttachGroupPolicyRequest {
    #[serde(rename = "GroupName")]
    pub group_name: String,
    #[serde(rename = "PolicyArn")]
    pub policy_arn: String,
}

/// `AttachRolePolicyRequest` of the model.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct AttachRolePolicyRequest {
    #[serde(rename = "RoleName")]
    pub role_name: String,
    #[serde(rename = "PolicyArn")]
    pub policy_arn: String,
}

/// `AttachUserPolicyRequest` of the model.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct AttachUserPolicyRequest {
    #[serde(rename = "UserName")]
    pub user_name: String,
    #[serde(rename = "PolicyArn")]
    pub policy_arn: String,
}

/// `AttachedPermissionsBoundary` of the model.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct AttachedPermissionsBoundary {
    #[serde(rename = "PermissionsBoundaryType", skip_serializing_if = "Option::is_none")]
    pub permissions_boundary_type: Option<String>,
    #[serde(rename = "PermissionsBoundaryArn", skip_serializing_if = "Option::is_none")]
    pub permissions_boundary_arn: Option<String>,
}

/// `AttachedPolicy` of the model.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct AttachedPolicy {
    #[serde(rename = "PolicyName", skip_serializing_if = "Option::is_none")]
    pub policy_name: Option<String>,
    #[serde(rename = "PolicyArn", skip_serializing_if = "Option::is_none")]
    pub policy_arn: Option<String>,
}

/// `ChangePasswordRequest` of the model.
#[derive(Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct ChangePasswordRequest {
    #[serde(rename = "OldPassword")]
    pub old_password: String,
    #[serde(rename = "NewPassword")]
    pub new_password: String,
}

impl std::fmt::Debug for ChangePasswordRequest {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("ChangePasswordRequest").finish_non_exhaustive()
    }
}

/// `ContextEntry` of the model.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct ContextEntry {
    #[serde(rename = "ContextKeyName", skip_serializing_if = "Option::is_none")]
    pub context_key_name: Option<String>,
    #[serde(rename = "ContextKeyValues", skip_serializing_if = "Option::is_none")]
    pub context_key_values: Option<Vec<String>>,
    #[serde(rename = "ContextKeyType", skip_serializing_if = "Option::is_none")]
    pub context_key_type: Option<String>,
}

/// `ContextProvider` of the model.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct ContextProvider {
    #[serde(rename = "KeyDefinitionList", skip_serializing_if = "Option::is_none")]
    pub key_definition_list: Option<Vec<ContextProviderKeyDefinition>>,
    #[serde(rename = "SubjectSourceKey")]
    pub subject_source_key: String,
    #[serde(rename = "SubjectTypeValue", skip_serializing_if = "Option::is_none")]
    pub subject_type_value: Option<String>,
    #[serde(rename = "SubjectTypeSourceKey", skip_serializing_if = "Option::is_none")]
    pub subject_type_source_key: Option<String>,
}

/// `ContextProviderKeyDefinition` of the model.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct ContextProviderKeyDefinition {
    #[serde(rename = "SourceKey")]
    pub source_key: String,
    #[serde(rename = "TargetKey", skip_serializing_if = "Option::is_none")]
    pub target_key: Option<String>,
}

/// `CreateAccessKeyRequest` of the model.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct CreateAccessKeyRequest {
    #[serde(rename = "UserName", skip_serializing_if = "Option::is_none")]
    pub user_name: Option<String>,
}

/// `CreateAccessKeyResponse` of the model.
#[derive(Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct CreateAccessKeyResponse {
    #[serde(rename = "AccessKey")]
    pub access_key: AccessKey,
}

impl std::fmt::Debug for CreateAccessKeyResponse {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("CreateAccessKeyResponse").finish_non_exhaustive()
    }
}

/// `CreateAccountAliasRequest` of the model.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct CreateAccountAliasRequest {
    #[serde(rename = "AccountAlias")]
    pub account_alias: String,
}

/// `CreateGroupRequest` of the model.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct CreateGroupRequest {
    #[serde(rename = "Path", skip_serializing_if = "Option::is_none")]
    pub path: Option<String>,
    #[serde(rename = "GroupName")]
    pub group_name: String,
}

/// `CreateGroupResponse` of the model.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct CreateGroupResponse {
    #[serde(rename = "Group")]
    pub group: Group,
}

/// `CreateInstanceProfileRequest` of the model.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct CreateInstanceProfileRequest {
    #[serde(rename = "InstanceProfileName")]
    pub instance_profile_name: String,
    #[serde(rename = "Path", skip_serializing_if = "Option::is_none")]
    pub path: Option<String>,
    #[serde(rename = "Tags", skip_serializing_if = "Option::is_none")]
    pub tags: Option<Vec<Tag>>,
}

/// `CreateInstanceProfileResponse` of the model.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct CreateInstanceProfileResponse {
    #[serde(rename = "InstanceProfile")]
    pub instance_profile: InstanceProfile,
}

/// `CreateLoginProfileRequest` of the model.
#[derive(Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct CreateLoginProfileRequest {
    #[serde(rename = "UserName", skip_serializing_if = "Option::is_none")]
    pub user_name: Option<String>,
    #[serde(rename = "Password", skip_serializing_if = "Option::is_none")]
    pub password: Option<String>,
    #[serde(rename = "PasswordResetRequired", skip_serializing_if = "Option::is_none")]
    pub password_reset_required: Option<bool>,
    #[serde(rename = "MaxSigninSessionDuration", skip_serializing_if = "Option::is_none")]
    pub max_signin_session_duration: Option<i32>,
}

impl std::fmt::Debug for CreateLoginProfileRequest {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("CreateLoginProfileRequest").finish_non_exhaustive()
    }
}

/// `CreateLoginProfileResponse` of the model.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct CreateLoginProfileResponse {
    #[serde(rename = "LoginProfile")]
    pub login_profile: LoginProfile,
}

/// `CreateOpenIDConnectProviderRequest` of the model.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct CreateOpenIDConnectProviderRequest {
    #[serde(rename = "Url")]
    pub url: String,
    #[serde(rename = "ClientIDList", skip_serializing_if = "Option::is_none")]
    pub client_id_list: Option<Vec<String>>,
    #[serde(rename = "ThumbprintList", skip_serializing_if = "Option::is_none")]
    pub thumbprint_list: Option<Vec<String>>,
    #[serde(rename = "Tags", skip_serializing_if = "Option::is_none")]
    pub tags: Option<Vec<Tag>>,
    #[serde(rename = "ContextProvider", skip_serializing_if = "Option::is_none")]
    pub context_provider: Option<ContextProvider>,
    #[serde(rename = "IdentityCenterInstanceArn", skip_serializing_if = "Option::is_none")]
    pub identity_center_instance_arn: Option<String>,
}

/// `CreateOpenIDConnectProviderResponse` of the model.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct CreateOpenIDConnectProviderResponse {
    #[serde(rename = "OpenIDConnectProviderArn", skip_serializing_if = "Option::is_none")]
    pub open_id_connect_provider_arn: Option<String>,
    #[serde(rename = "Tags", skip_serializing_if = "Option::is_none")]
    pub tags: Option<Vec<Tag>>,
}

/// `CreatePolicyRequest` of the model.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct CreatePolicyRequest {
    #[serde(rename = "PolicyName")]
    pub policy_name: String,
    #[serde(rename = "Path", skip_serializing_if = "Option::is_none")]
    pub path: Option<String>,
    #[serde(rename = "PolicyDocument")]
    pub policy_document: String,
    #[serde(rename = "Description", skip_serializing_if = "Option::is_none")]
    pub description: Option<String>,
    #[serde(rename = "Tags", skip_serializing_if = "Option::is_none")]
    pub tags: Option<Vec<Tag>>,
}

/// `CreatePolicyResponse` of the model.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct CreatePolicyResponse {
    #[serde(rename = "Policy", skip_serializing_if = "Option::is_none")]
    pub policy: Option<Policy>,
}

/// `CreatePolicyVersionRequest` of the model.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct CreatePolicyVersionRequest {
    #[serde(rename = "PolicyArn")]
    pub policy_arn: String,
    #[serde(rename = "PolicyDocument")]
    pub policy_document: String,
    #[serde(rename = "SetAsDefault", skip_serializing_if = "Option::is_none")]
    pub set_as_default: Option<bool>,
}

/// `CreatePolicyVersionResponse` of the model.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct CreatePolicyVersionResponse {
    #[serde(rename = "PolicyVersion", skip_serializing_if = "Option::is_none")]
    pub policy_version: Option<PolicyVersion>,
}

/// `CreateRoleRequest` of the model.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct CreateRoleRequest {
    #[serde(rename = "Path", skip_serializing_if = "Option::is_none")]
    pub path: Option<String>,
    #[serde(rename = "RoleName")]
    pub role_name: String,
    #[serde(rename = "AssumeRolePolicyDocument")]
    pub assume_role_policy_document: String,
    #[serde(rename = "Description", skip_serializing_if = "Option::is_none")]
    pub description: Option<String>,
    #[serde(rename = "MaxSessionDuration", skip_serializing_if = "Option::is_none")]
    pub max_session_duration: Option<i32>,
    #[serde(rename = "MaxSigninSessionDuration", skip_serializing_if = "Option::is_none")]
    pub max_signin_session_duration: Option<i32>,
    #[serde(rename = "PermissionsBoundary", skip_serializing_if = "Option::is_none")]
    pub permissions_boundary: Option<String>,
    #[serde(rename = "Tags", skip_serializing_if = "Option::is_none")]
    pub tags: Option<Vec<Tag>>,
}

/// `CreateRoleResponse` of the model.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct CreateRoleResponse {
    #[serde(rename = "Role")]
    pub role: Role,
}

/// `CreateSAMLProviderRequest` of the model.
#[derive(Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct CreateSAMLProviderRequest {
    #[serde(rename = "SAMLMetadataDocument")]
    pub saml_metadata_document: String,
    #[serde(rename = "Name")]
    pub name: String,
    #[serde(rename = "Tags", skip_serializing_if = "Option::is_none")]
    pub tags: Option<Vec<Tag>>,
    #[serde(rename = "AssertionEncryptionMode", skip_serializing_if = "Option::is_none")]
    pub assertion_encryption_mode: Option<String>,
    #[serde(rename = "AddPrivateKey", skip_serializing_if = "Option::is_none")]
    pub add_private_key: Option<String>,
    #[serde(rename = "ContextProvider", skip_serializing_if = "Option::is_none")]
    pub context_provider: Option<ContextProvider>,
    #[serde(rename = "IdentityCenterInstanceArn", skip_serializing_if = "Option::is_none")]
    pub identity_center_instance_arn: Option<String>,
}

impl std::fmt::Debug for CreateSAMLProviderRequest {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("CreateSAMLProviderRequest").finish_non_exhaustive()
    }
}

/// `CreateSAMLProviderResponse` of the model.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct CreateSAMLProviderResponse {
    #[serde(rename = "SAMLProviderArn", skip_serializing_if = "Option::is_none")]
    pub saml_provider_arn: Option<String>,
    #[serde(rename = "Tags", skip_serializing_if = "Option::is_none")]
    pub tags: Option<Vec<Tag>>,
}

/// `CreateServiceLinkedRoleRequest` of the model.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct CreateServiceLinkedRoleRequest {
    #[serde(rename = "AWSServiceName")]
    pub aws_service_name: String,
    #[serde(rename = "Description", skip_serializing_if = "Option::is_none")]
    pub description: Option<String>,
    #[serde(rename = "CustomSuffix", skip_serializing_if = "Option::is_none")]
    pub custom_suffix: Option<String>,
}

/// `CreateServiceLinkedRoleResponse` of the model.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct CreateServiceLinkedRoleResponse {
    #[serde(rename = "Role", skip_serializing_if = "Option::is_none")]
    pub role: Option<Role>,
}

/// `CreateServiceSpecificCredentialRequest` of the model.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct CreateServiceSpecificCredentialRequest {
    #[serde(rename = "UserName")]
    pub user_name: String,
    #[serde(rename = "ServiceName")]
    pub service_name: String,
    #[serde(rename = "CredentialAgeDays", skip_serializing_if = "Option::is_none")]
    pub credential_age_days: Option<i32>,
}

/// `CreateServiceSpecificCredentialResponse` of the model.
#[derive(Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct CreateServiceSpecificCredentialResponse {
    #[serde(rename = "ServiceSpecificCredential", skip_serializing_if = "Option::is_none")]
    pub service_specific_credential: Option<ServiceSpecificCredential>,
}

impl std::fmt::Debug for CreateServiceSpecificCredentialResponse {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("CreateServiceSpecificCredentialResponse").finish_non_exhaustive()
    }
}

/// `CreateUserRequest` of the model.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct CreateUserRequest {
    #[serde(rename = "Path", skip_serializing_if = "Option::is_none")]
    pub path: Option<String>,
    #[serde(rename = "UserName")]
    pub user_name: String,
    #[serde(rename = "PermissionsBoundary", skip_serializing_if = "Option::is_none")]
    pub permissions_boundary: Option<String>,
    #[serde(rename = "Tags", skip_serializing_if = "Option::is_none")]
    pub tags: Option<Vec<Tag>>,
}

/// `CreateUserResponse` of the model.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct CreateUserResponse {
    #[serde(rename = "User", skip_serializing_if = "Option::is_none")]
    pub user: Option<User>,
}

/// `CreateVirtualMFADeviceRequest` of the model.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct CreateVirtualMFADeviceRequest {
    #[serde(rename = "Path", skip_serializing_if = "Option::is_none")]
    pub path: Option<String>,
    #[serde(rename = "VirtualMFADeviceName")]
    pub virtual_mfa_device_name: String,
    #[serde(rename = "Tags", skip_serializing_if = "Option::is_none")]
    pub tags: Option<Vec<Tag>>,
}

/// `CreateVirtualMFADeviceResponse` of the model.
#[derive(Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct CreateVirtualMFADeviceResponse {
    #[serde(rename = "VirtualMFADevice")]
    pub virtual_mfa_device: VirtualMFADevice,
}

impl std::fmt::Debug for CreateVirtualMFADeviceResponse {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("CreateVirtualMFADeviceResponse").finish_non_exhaustive()
    }
}

/// `DeactivateMFADeviceRequest` of the model.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct DeactivateMFADeviceRequest {
    #[serde(rename = "UserName", skip_serializing_if = "Option::is_none")]
    pub user_name: Option<String>,
    #[serde(rename = "SerialNumber")]
    pub serial_number: String,
}

/// `DeleteAccessKeyRequest` of the model.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct DeleteAccessKeyRequest {
    #[serde(rename = "UserName", skip_serializing_if = "Option::is_none")]
    pub user_name: Option<String>,
    #[serde(rename = "AccessKeyId")]
    pub access_key_id: String,
}

/// `DeleteAccountAliasRequest` of the model.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct DeleteAccountAliasRequest {
    #[serde(rename = "AccountAlias")]
    pub account_alias: String,
}

/// `DeleteGroupPolicyRequest` of the model.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct DeleteGroupPolicyRequest {
    #[serde(rename = "GroupName")]
    pub group_name: String,
    #[serde(rename = "PolicyName")]
    pub policy_name: String,
}

/// `DeleteGroupRequest` of the model.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct DeleteGroupRequest {
    #[serde(rename = "GroupName")]
    pub group_name: String,
}

/// `DeleteInstanceProfileRequest` of the model.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct DeleteInstanceProfileRequest {
    #[serde(rename = "InstanceProfileName")]
    pub instance_profile_name: String,
}

/// `DeleteLoginProfileRequest` of the model.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct DeleteLoginProfileRequest {
    #[serde(rename = "UserName", skip_serializing_if = "Option::is_none")]
    pub user_name: Option<String>,
}

/// `DeleteOpenIDConnectProviderRequest` of the model.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct DeleteOpenIDConnectProviderRequest {
    #[serde(rename = "OpenIDConnectProviderArn")]
    pub open_id_connect_provider_arn: String,
}

/// `DeletePolicyRequest` of the model.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct DeletePolicyRequest {
    #[serde(rename = "PolicyArn")]
    pub policy_arn: String,
}

/// `DeletePolicyVersionRequest` of the model.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct DeletePolicyVersionRequest {
    #[serde(rename = "PolicyArn")]
    pub policy_arn: String,
    #[serde(rename = "VersionId")]
    pub version_id: String,
}

/// `DeleteRolePermissionsBoundaryRequest` of the model.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct DeleteRolePermissionsBoundaryRequest {
    #[serde(rename = "RoleName")]
    pub role_name: String,
}

/// `DeleteRolePolicyRequest` of the model.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct DeleteRolePolicyRequest {
    #[serde(rename = "RoleName")]
    pub role_name: String,
    #[serde(rename = "PolicyName")]
    pub policy_name: String,
}

/// `DeleteRoleRequest` of the model.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct DeleteRoleRequest {
    #[serde(rename = "RoleName")]
    pub role_name: String,
}

/// `DeleteSAMLProviderRequest` of the model.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct DeleteSAMLProviderRequest {
    #[serde(rename = "SAMLProviderArn")]
    pub saml_provider_arn: String,
}

/// `DeleteSSHPublicKeyRequest` of the model.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct DeleteSSHPublicKeyRequest {
    #[serde(rename = "UserName")]
    pub user_name: String,
    #[serde(rename = "SSHPublicKeyId")]
    pub ssh_public_key_id: String,
}

/// `DeleteServerCertificateRequest` of the model.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct DeleteServerCertificateRequest {
    #[serde(rename = "ServerCertificateName")]
    pub server_certificate_name: String,
}

/// `DeleteServiceLinkedRoleRequest` of the model.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct DeleteServiceLinkedRoleRequest {
    #[serde(rename = "RoleName")]
    pub role_name: String,
}

/// `DeleteServiceLinkedRoleResponse` of the model.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct DeleteServiceLinkedRoleResponse {
    #[serde(rename = "DeletionTaskId")]
    pub deletion_task_id: String,
}

/// `DeleteServiceSpecificCredentialRequest` of the model.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct DeleteServiceSpecificCredentialRequest {
    #[serde(rename = "UserName", skip_serializing_if = "Option::is_none")]
    pub user_name: Option<String>,
    #[serde(rename = "ServiceSpecificCredentialId")]
    pub service_specific_credential_id: String,
}

/// `DeleteSigningCertificateRequest` of the model.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct DeleteSigningCertificateRequest {
    #[serde(rename = "UserName", skip_serializing_if = "Option::is_none")]
    pub user_name: Option<String>,
    #[serde(rename = "CertificateId")]
    pub certificate_id: String,
}

/// `DeleteUserPermissionsBoundaryRequest` of the model.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct DeleteUserPermissionsBoundaryRequest {
    #[serde(rename = "UserName")]
    pub user_name: String,
}

/// `DeleteUserPolicyRequest` of the model.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct DeleteUserPolicyRequest {
    #[serde(rename = "UserName")]
    pub user_name: String,
    #[serde(rename = "PolicyName")]
    pub policy_name: String,
}

/// `DeleteUserRequest` of the model.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct DeleteUserRequest {
    #[serde(rename = "UserName")]
    pub user_name: String,
}

/// `DeleteVirtualMFADeviceRequest` of the model.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct DeleteVirtualMFADeviceRequest {
    #[serde(rename = "SerialNumber")]
    pub serial_number: String,
}

/// `DeletionTaskFailureReasonType` of the model.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct DeletionTaskFailureReasonType {
    #[serde(rename = "Reason", skip_serializing_if = "Option::is_none")]
    pub reason: Option<String>,
    #[serde(rename = "RoleUsageList", skip_serializing_if = "Option::is_none")]
    pub role_usage_list: Option<Vec<RoleUsageType>>,
}

/// `DetachGroupPolicyRequest` of the model.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct DetachGroupPolicyRequest {
    #[serde(rename = "GroupName")]
    pub group_name: String,
    #[serde(rename = "PolicyArn")]
    pub policy_arn: String,
}

/// `DetachRolePolicyRequest` of the model.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct DetachRolePolicyRequest {
    #[serde(rename = "RoleName")]
    pub role_name: String,
    #[serde(rename = "PolicyArn")]
    pub policy_arn: String,
}

/// `DetachUserPolicyRequest` of the model.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct DetachUserPolicyRequest {
    #[serde(rename = "UserName")]
    pub user_name: String,
    #[serde(rename = "PolicyArn")]
    pub policy_arn: String,
}

/// `EnableMFADeviceRequest` of the model.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct EnableMFADeviceRequest {
    #[serde(rename = "UserName")]
    pub user_name: String,
    #[serde(rename = "SerialNumber")]
    pub serial_number: String,
    #[serde(rename = "AuthenticationCode1")]
    pub authentication_code1: String,
    #[serde(rename = "AuthenticationCode2")]
    pub authentication_code2: String,
}

/// `EntityDetails` of the model.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct EntityDetails {
    #[serde(rename = "EntityInfo")]
    pub entity_info: EntityInfo,
    #[serde(rename = "LastAuthenticated", skip_serializing_if = "Option::is_none")]
    pub last_authenticated: Option<f64>,
}

/// `EntityInfo` of the model.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct EntityInfo {
    #[serde(rename = "Arn")]
    pub arn: String,
    #[serde(rename = "Name")]
    pub name: String,
    #[serde(rename = "Type")]
    pub r#type: String,
    #[serde(rename = "Id")]
    pub id: String,
    #[serde(rename = "Path", skip_serializing_if = "Option::is_none")]
    pub path: Option<String>,
}

/// `ErrorDetails` of the model.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct ErrorDetails {
    #[serde(rename = "Message")]
    pub message: String,
    #[serde(rename = "Code")]
    pub code: String,
}

/// `EvaluationResult` of the model.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct EvaluationResult {
    #[serde(rename = "EvalActionName")]
    pub eval_action_name: String,
    #[serde(rename = "EvalResourceName", skip_serializing_if = "Option::is_none")]
    pub eval_resource_name: Option<String>,
    #[serde(rename = "EvalDecision")]
    pub eval_decision: String,
    #[serde(rename = "MatchedStatements", skip_serializing_if = "Option::is_none")]
    pub matched_statements: Option<Vec<Statement>>,
    #[serde(rename = "MissingContextValues", skip_serializing_if = "Option::is_none")]
    pub missing_context_values: Option<Vec<String>>,
    #[serde(rename = "OrganizationsDecisionDetail", skip_serializing_if = "Option::is_none")]
    pub organizations_decision_detail: Option<OrganizationsDecisionDetail>,
    #[serde(rename = "PermissionsBoundaryDecisionDetail", skip_serializing_if = "Option::is_none")]
    pub permissions_boundary_decision_detail: Option<PermissionsBoundaryDecisionDetail>,
    #[serde(rename = "EvalDecisionDetails", skip_serializing_if = "Option::is_none")]
    pub eval_decision_details: Option<std::collections::BTreeMap<String, String>>,
    #[serde(rename = "ResourceSpecificResults", skip_serializing_if = "Option::is_none")]
    pub resource_specific_results: Option<Vec<ResourceSpecificResult>>,
}

/// `GenerateCredentialReportResponse` of the model.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct GenerateCredentialReportResponse {
    #[serde(rename = "State", skip_serializing_if = "Option::is_none")]
    pub state: Option<String>,
    #[serde(rename = "Description", skip_serializing_if = "Option::is_none")]
    pub description: Option<String>,
}

/// `GenerateServiceLastAccessedDetailsRequest` of the model.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct GenerateServiceLastAccessedDetailsRequest {
    #[serde(rename = "Arn")]
    pub arn: String,
    #[serde(rename = "Granularity", skip_serializing_if = "Option::is_none")]
    pub granularity: Option<String>,
}

/// `GenerateServiceLastAccessedDetailsResponse` of the model.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct GenerateServiceLastAccessedDetailsResponse {
    #[serde(rename = "JobId", skip_serializing_if = "Option::is_none")]
    pub job_id: Option<String>,
}

/// `GetAccessKeyLastUsedRequest` of the model.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct GetAccessKeyLastUsedRequest {
    #[serde(rename = "AccessKeyId")]
    pub access_key_id: String,
}

/// `GetAccessKeyLastUsedResponse` of the model.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct GetAccessKeyLastUsedResponse {
    #[serde(rename = "UserName", skip_serializing_if = "Option::is_none")]
    pub user_name: Option<String>,
    #[serde(rename = "AccessKeyLastUsed", skip_serializing_if = "Option::is_none")]
    pub access_key_last_used: Option<AccessKeyLastUsed>,
}

/// `GetAccountAuthorizationDetailsRequest` of the model.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct GetAccountAuthorizationDetailsRequest {
    #[serde(rename = "Filter", skip_serializing_if = "Option::is_none")]
    pub filter: Option<Vec<String>>,
    #[serde(rename = "MaxItems", skip_serializing_if = "Option::is_none")]
    pub max_items: Option<i32>,
    #[serde(rename = "Marker", skip_serializing_if = "Option::is_none")]
    pub marker: Option<String>,
}

/// `GetAccountAuthorizationDetailsResponse` of the model.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct GetAccountAuthorizationDetailsResponse {
    #[serde(rename = "UserDetailList", skip_serializing_if = "Option::is_none")]
    pub user_detail_list: Option<Vec<UserDetail>>,
    #[serde(rename = "GroupDetailList", skip_serializing_if = "Option::is_none")]
    pub group_detail_list: Option<Vec<GroupDetail>>,
    #[serde(rename = "RoleDetailList", skip_serializing_if = "Option::is_none")]
    pub role_detail_list: Option<Vec<RoleDetail>>,
    #[serde(rename = "Policies", skip_serializing_if = "Option::is_none")]
    pub policies: Option<Vec<ManagedPolicyDetail>>,
    #[serde(rename = "IsTruncated", skip_serializing_if = "Option::is_none")]
    pub is_truncated: Option<bool>,
    #[serde(rename = "Marker", skip_serializing_if = "Option::is_none")]
    pub marker: Option<String>,
}

/// `GetAccountPasswordPolicyResponse` of the model.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct GetAccountPasswordPolicyResponse {
    #[serde(rename = "PasswordPolicy")]
    pub password_policy: PasswordPolicy,
}

/// `GetAccountSummaryResponse` of the model.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct GetAccountSummaryResponse {
    #[serde(rename = "SummaryMap", skip_serializing_if = "Option::is_none")]
    pub summary_map: Option<std::collections::BTreeMap<String, i32>>,
}

/// `GetContextKeysForCustomPolicyRequest` of the model.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct GetContextKeysForCustomPolicyRequest {
    #[serde(rename = "PolicyInputList")]
    pub policy_input_list: Vec<String>,
}

/// `GetContextKeysForPolicyResponse` of the model.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct GetContextKeysForPolicyResponse {
    #[serde(rename = "ContextKeyNames", skip_serializing_if = "Option::is_none")]
    pub context_key_names: Option<Vec<String>>,
}

/// `GetContextKeysForPrincipalPolicyRequest` of the model.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct GetContextKeysForPrincipalPolicyRequest {
    #[serde(rename = "PolicySourceArn")]
    pub policy_source_arn: String,
    #[serde(rename = "PolicyInputList", skip_serializing_if = "Option::is_none")]
    pub policy_input_list: Option<Vec<String>>,
}

/// `GetCredentialReportResponse` of the model.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct GetCredentialReportResponse {
    #[serde(rename = "Content", skip_serializing_if = "Option::is_none")]
    pub content: Option<String>,
    #[serde(rename = "ReportFormat", skip_serializing_if = "Option::is_none")]
    pub report_format: Option<String>,
    #[serde(rename = "GeneratedTime", skip_serializing_if = "Option::is_none")]
    pub generated_time: Option<f64>,
}

/// `GetGroupPolicyRequest` of the model.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct GetGroupPolicyRequest {
    #[serde(rename = "GroupName")]
    pub group_name: String,
    #[serde(rename = "PolicyName")]
    pub policy_name: String,
}

/// `GetGroupPolicyResponse` of the model.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct GetGroupPolicyResponse {
    #[serde(rename = "GroupName")]
    pub group_name: String,
    #[serde(rename = "PolicyName")]
    pub policy_name: String,
    #[serde(rename = "PolicyDocument")]
    pub policy_document: String,
}

/// `GetGroupRequest` of the model.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct GetGroupRequest {
    #[serde(rename = "GroupName")]
    pub group_name: String,
    #[serde(rename = "Marker", skip_serializing_if = "Option::is_none")]
    pub marker: Option<String>,
    #[serde(rename = "MaxItems", skip_serializing_if = "Option::is_none")]
    pub max_items: Option<i32>,
}

/// `GetGroupResponse` of the model.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct GetGroupResponse {
    #[serde(rename = "Group")]
    pub group: Group,
    #[serde(rename = "Users")]
    pub users: Vec<User>,
    #[serde(rename = "IsTruncated", skip_serializing_if = "Option::is_none")]
    pub is_truncated: Option<bool>,
    #[serde(rename = "Marker", skip_serializing_if = "Option::is_none")]
    pub marker: Option<String>,
}

/// `GetInstanceProfileRequest` of the model.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct GetInstanceProfileRequest {
    #[serde(rename = "InstanceProfileName")]
    pub instance_profile_name: String,
}

/// `GetInstanceProfileResponse` of the model.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct GetInstanceProfileResponse {
    #[serde(rename = "InstanceProfile")]
    pub instance_profile: InstanceProfile,
}

/// `GetLoginProfileRequest` of the model.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct GetLoginProfileRequest {
    #[serde(rename = "UserName", skip_serializing_if = "Option::is_none")]
    pub user_name: Option<String>,
}

/// `GetLoginProfileResponse` of the model.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct GetLoginProfileResponse {
    #[serde(rename = "LoginProfile")]
    pub login_profile: LoginProfile,
}

/// `GetMFADeviceRequest` of the model.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct GetMFADeviceRequest {
    #[serde(rename = "SerialNumber")]
    pub serial_number: String,
    #[serde(rename = "UserName", skip_serializing_if = "Option::is_none")]
    pub user_name: Option<String>,
}

/// `GetMFADeviceResponse` of the model.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct GetMFADeviceResponse {
    #[serde(rename = "UserName", skip_serializing_if = "Option::is_none")]
    pub user_name: Option<String>,
    #[serde(rename = "SerialNumber")]
    pub serial_number: String,
    #[serde(rename = "EnableDate", skip_serializing_if = "Option::is_none")]
    pub enable_date: Option<f64>,
    #[serde(rename = "Certifications", skip_serializing_if = "Option::is_none")]
    pub certifications: Option<std::collections::BTreeMap<String, String>>,
}

/// `GetOpenIDConnectProviderRequest` of the model.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct GetOpenIDConnectProviderRequest {
    #[serde(rename = "OpenIDConnectProviderArn")]
    pub open_id_connect_provider_arn: String,
}

/// `GetOpenIDConnectProviderResponse` of the model.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct GetOpenIDConnectProviderResponse {
    #[serde(rename = "Url", skip_serializing_if = "Option::is_none")]
    pub url: Option<String>,
    #[serde(rename = "ClientIDList", skip_serializing_if = "Option::is_none")]
    pub client_id_list: Option<Vec<String>>,
    #[serde(rename = "ThumbprintList", skip_serializing_if = "Option::is_none")]
    pub thumbprint_list: Option<Vec<String>>,
    #[serde(rename = "CreateDate", skip_serializing_if = "Option::is_none")]
    pub create_date: Option<f64>,
    #[serde(rename = "Tags", skip_serializing_if = "Option::is_none")]
    pub tags: Option<Vec<Tag>>,
    #[serde(rename = "ContextProvider", skip_serializing_if = "Option::is_none")]
    pub context_provider: Option<ContextProvider>,
    #[serde(rename = "IdentityCenterInstanceArn", skip_serializing_if = "Option::is_none")]
    pub identity_center_instance_arn: Option<String>,
    #[serde(rename = "IdentityStoreArn", skip_serializing_if = "Option::is_none")]
    pub identity_store_arn: Option<String>,
}

/// `GetPolicyRequest` of the model.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct GetPolicyRequest {
    #[serde(rename = "PolicyArn")]
    pub policy_arn: String,
}

/// `GetPolicyResponse` of the model.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct GetPolicyResponse {
    #[serde(rename = "Policy", skip_serializing_if = "Option::is_none")]
    pub policy: Option<Policy>,
}

/// `GetPolicyVersionRequest` of the model.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct GetPolicyVersionRequest {
    #[serde(rename = "PolicyArn")]
    pub policy_arn: String,
    #[serde(rename = "VersionId")]
    pub version_id: String,
}

/// `GetPolicyVersionResponse` of the model.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct GetPolicyVersionResponse {
    #[serde(rename = "PolicyVersion", skip_serializing_if = "Option::is_none")]
    pub policy_version: Option<PolicyVersion>,
}

/// `GetRolePolicyRequest` of the model.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct GetRolePolicyRequest {
    #[serde(rename = "RoleName")]
    pub role_name: String,
    #[serde(rename = "PolicyName")]
    pub policy_name: String,
}

/// `GetRolePolicyResponse` of the model.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct GetRolePolicyResponse {
    #[serde(rename = "RoleName")]
    pub role_name: String,
    #[serde(rename = "PolicyName")]
    pub policy_name: String,
    #[serde(rename = "PolicyDocument")]
    pub policy_document: String,
}

/// `GetRoleRequest` of the model.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct GetRoleRequest {
    #[serde(rename = "RoleName")]
    pub role_name: String,
}

/// `GetRoleResponse` of the model.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct GetRoleResponse {
    #[serde(rename = "Role")]
    pub role: Role,
}

/// `GetSAMLProviderRequest` of the model.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct GetSAMLProviderRequest {
    #[serde(rename = "SAMLProviderArn")]
    pub saml_provider_arn: String,
}

/// `GetSAMLProviderResponse` of the model.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct GetSAMLProviderResponse {
    #[serde(rename = "SAMLProviderUUID", skip_serializing_if = "Option::is_none")]
    pub saml_provider_uuid: Option<String>,
    #[serde(rename = "SAMLMetadataDocument", skip_serializing_if = "Option::is_none")]
    pub saml_metadata_document: Option<String>,
    #[serde(rename = "ContextProvider", skip_serializing_if = "Option::is_none")]
    pub context_provider: Option<ContextProvider>,
    #[serde(rename = "SAMLKeyHashes", skip_serializing_if = "Option::is_none")]
    pub saml_key_hashes: Option<Vec<SAMLKeyHashEntry>>,
    #[serde(rename = "CreateDate", skip_serializing_if = "Option::is_none")]
    pub create_date: Option<f64>,
    #[serde(rename = "ValidUntil", skip_serializing_if = "Option::is_none")]
    pub valid_until: Option<f64>,
    #[serde(rename = "Tags", skip_serializing_if = "Option::is_none")]
    pub tags: Option<Vec<Tag>>,
    #[serde(rename = "AssertionEncryptionMode", skip_serializing_if = "Option::is_none")]
    pub assertion_encryption_mode: Option<String>,
    #[serde(rename = "PrivateKeyList", skip_serializing_if = "Option::is_none")]
    pub private_key_list: Option<Vec<SAMLPrivateKey>>,
    #[serde(rename = "IdentityCenterInstanceArn", skip_serializing_if = "Option::is_none")]
    pub identity_center_instance_arn: Option<String>,
    #[serde(rename = "IdentityStoreArn", skip_serializing_if = "Option::is_none")]
    pub identity_store_arn: Option<String>,
}

/// `GetSSHPublicKeyRequest` of the model.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct GetSSHPublicKeyRequest {
    #[serde(rename = "UserName")]
    pub user_name: String,
    #[serde(rename = "SSHPublicKeyId")]
    pub ssh_public_key_id: String,
    #[serde(rename = "Encoding")]
    pub encoding: String,
}

/// `GetSSHPublicKeyResponse` of the model.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct GetSSHPublicKeyResponse {
    #[serde(rename = "SSHPublicKey", skip_serializing_if = "Option::is_none")]
    pub ssh_public_key: Option<SSHPublicKey>,
}

/// `GetServerCertificateRequest` of the model.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct GetServerCertificateRequest {
    #[serde(rename = "ServerCertificateName")]
    pub server_certificate_name: String,
}

/// `GetServerCertificateResponse` of the model.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct GetServerCertificateResponse {
    #[serde(rename = "ServerCertificate")]
    pub server_certificate: ServerCertificate,
}

/// `GetServiceLastAccessedDetailsRequest` of the model.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct GetServiceLastAccessedDetailsRequest {
    #[serde(rename = "JobId")]
    pub job_id: String,
    #[serde(rename = "MaxItems", skip_serializing_if = "Option::is_none")]
    pub max_items: Option<i32>,
    #[serde(rename = "Marker", skip_serializing_if = "Option::is_none")]
    pub marker: Option<String>,
}

/// `GetServiceLastAccessedDetailsResponse` of the model.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct GetServiceLastAccessedDetailsResponse {
    #[serde(rename = "JobStatus")]
    pub job_status: String,
    #[serde(rename = "JobType", skip_serializing_if = "Option::is_none")]
    pub job_type: Option<String>,
    #[serde(rename = "JobCreationDate")]
    pub job_creation_date: f64,
    #[serde(rename = "ServicesLastAccessed")]
    pub services_last_accessed: Vec<ServiceLastAccessed>,
    #[serde(rename = "JobCompletionDate")]
    pub job_completion_date: f64,
    #[serde(rename = "IsTruncated", skip_serializing_if = "Option::is_none")]
    pub is_truncated: Option<bool>,
    #[serde(rename = "Marker", skip_serializing_if = "Option::is_none")]
    pub marker: Option<String>,
    #[serde(rename = "Error", skip_serializing_if = "Option::is_none")]
    pub error: Option<ErrorDetails>,
}

/// `GetServiceLastAccessedDetailsWithEntitiesRequest` of the model.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct GetServiceLastAccessedDetailsWithEntitiesRequest {
    #[serde(rename = "JobId")]
    pub job_id: String,
    #[serde(rename = "ServiceNamespace")]
    pub service_namespace: String,
    #[serde(rename = "MaxItems", skip_serializing_if = "Option::is_none")]
    pub max_items: Option<i32>,
    #[serde(rename = "Marker", skip_serializing_if = "Option::is_none")]
    pub marker: Option<String>,
}

/// `GetServiceLastAccessedDetailsWithEntitiesResponse` of the model.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct GetServiceLastAccessedDetailsWithEntitiesResponse {
    #[serde(rename = "JobStatus")]
    pub job_status: String,
    #[serde(rename = "JobCreationDate")]
    pub job_creation_date: f64,
    #[serde(rename = "JobCompletionDate")]
    pub job_completion_date: f64,
    #[serde(rename = "EntityDetailsList")]
    pub entity_details_list: Vec<EntityDetails>,
    #[serde(rename = "IsTruncated", skip_serializing_if = "Option::is_none")]
    pub is_truncated: Option<bool>,
    #[serde(rename = "Marker", skip_serializing_if = "Option::is_none")]
    pub marker: Option<String>,
    #[serde(rename = "Error", skip_serializing_if = "Option::is_none")]
    pub error: Option<ErrorDetails>,
}

/// `GetServiceLinkedRoleDeletionStatusRequest` of the model.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct GetServiceLinkedRoleDeletionStatusRequest {
    #[serde(rename = "DeletionTaskId")]
    pub deletion_task_id: String,
}

/// `GetServiceLinkedRoleDeletionStatusResponse` of the model.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct GetServiceLinkedRoleDeletionStatusResponse {
    #[serde(rename = "Status")]
    pub status: String,
    #[serde(rename = "Reason", skip_serializing_if = "Option::is_none")]
    pub reason: Option<DeletionTaskFailureReasonType>,
}

/// `GetUserPolicyRequest` of the model.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct GetUserPolicyRequest {
    #[serde(rename = "UserName")]
    pub user_name: String,
    #[serde(rename = "PolicyName")]
    pub policy_name: String,
}

/// `GetUserPolicyResponse` of the model.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct GetUserPolicyResponse {
    #[serde(rename = "UserName")]
    pub user_name: String,
    #[serde(rename = "PolicyName")]
    pub policy_name: String,
    #[serde(rename = "PolicyDocument")]
    pub policy_document: String,
}

/// `GetUserRequest` of the model.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct GetUserRequest {
    #[serde(rename = "UserName", skip_serializing_if = "Option::is_none")]
    pub user_name: Option<String>,
}

/// `GetUserResponse` of the model.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct GetUserResponse {
    #[serde(rename = "User")]
    pub user: User,
}

/// `Group` of the model.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Group {
    #[serde(rename = "Path")]
    pub path: String,
    #[serde(rename = "GroupName")]
    pub group_name: String,
    #[serde(rename = "GroupId")]
    pub group_id: String,
    #[serde(rename = "Arn")]
    pub arn: String,
    #[serde(rename = "CreateDate")]
    pub create_date: f64,
}

/// `GroupDetail` of the model.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct GroupDetail {
    #[serde(rename = "Path", skip_serializing_if = "Option::is_none")]
    pub path: Option<String>,
    #[serde(rename = "GroupName", skip_serializing_if = "Option::is_none")]
    pub group_name: Option<String>,
    #[serde(rename = "GroupId", skip_serializing_if = "Option::is_none")]
    pub group_id: Option<String>,
    #[serde(rename = "Arn", skip_serializing_if = "Option::is_none")]
    pub arn: Option<String>,
    #[serde(rename = "CreateDate", skip_serializing_if = "Option::is_none")]
    pub create_date: Option<f64>,
    #[serde(rename = "GroupPolicyList", skip_serializing_if = "Option::is_none")]
    pub group_policy_list: Option<Vec<PolicyDetail>>,
    #[serde(rename = "AttachedManagedPolicies", skip_serializing_if = "Option::is_none")]
    pub attached_managed_policies: Option<Vec<AttachedPolicy>>,
}

/// `InlinePolicyIdentifierType` of the model.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct InlinePolicyIdentifierType {
    #[serde(rename = "PolicyName")]
    pub policy_name: String,
    #[serde(rename = "AttachmentType")]
    pub attachment_type: String,
    #[serde(rename = "AttachmentName")]
    pub attachment_name: String,
}

/// `InstanceProfile` of the model.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct InstanceProfile {
    #[serde(rename = "Path")]
    pub path: String,
    #[serde(rename = "InstanceProfileName")]
    pub instance_profile_name: String,
    #[serde(rename = "InstanceProfileId")]
    pub instance_profile_id: String,
    #[serde(rename = "Arn")]
    pub arn: String,
    #[serde(rename = "CreateDate")]
    pub create_date: f64,
    #[serde(rename = "Roles")]
    pub roles: Vec<Role>,
    #[serde(rename = "Tags", skip_serializing_if = "Option::is_none")]
    pub tags: Option<Vec<Tag>>,
}

/// `ListAccessKeysRequest` of the model.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct ListAccessKeysRequest {
    #[serde(rename = "UserName", skip_serializing_if = "Option::is_none")]
    pub user_name: Option<String>,
    #[serde(rename = "Marker", skip_serializing_if = "Option::is_none")]
    pub marker: Option<String>,
    #[serde(rename = "MaxItems", skip_serializing_if = "Option::is_none")]
    pub max_items: Option<i32>,
}

/// `ListAccessKeysResponse` of the model.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct ListAccessKeysResponse {
    #[serde(rename = "AccessKeyMetadata")]
    pub access_key_metadata: Vec<AccessKeyMetadata>,
    #[serde(rename = "IsTruncated", skip_serializing_if = "Option::is_none")]
    pub is_truncated: Option<bool>,
    #[serde(rename = "Marker", skip_serializing_if = "Option::is_none")]
    pub marker: Option<String>,
}

/// `ListAccountAliasesRequest` of the model.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct ListAccountAliasesRequest {
    #[serde(rename = "Marker", skip_serializing_if = "Option::is_none")]
    pub marker: Option<String>,
    #[serde(rename = "MaxItems", skip_serializing_if = "Option::is_none")]
    pub max_items: Option<i32>,
}

/// `ListAccountAliasesResponse` of the model.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct ListAccountAliasesResponse {
    #[serde(rename = "AccountAliases")]
    pub account_aliases: Vec<String>,
    #[serde(rename = "IsTruncated", skip_serializing_if = "Option::is_none")]
    pub is_truncated: Option<bool>,
    #[serde(rename = "Marker", skip_serializing_if = "Option::is_none")]
    pub marker: Option<String>,
}

/// `ListAttachedGroupPoliciesRequest` of the model.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct ListAttachedGroupPoliciesRequest {
    #[serde(rename = "GroupName")]
    pub group_name: String,
    #[serde(rename = "PathPrefix", skip_serializing_if = "Option::is_none")]
    pub path_prefix: Option<String>,
    #[serde(rename = "Marker", skip_serializing_if = "Option::is_none")]
    pub marker: Option<String>,
    #[serde(rename = "MaxItems", skip_serializing_if = "Option::is_none")]
    pub max_items: Option<i32>,
}

/// `ListAttachedGroupPoliciesResponse` of the model.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct ListAttachedGroupPoliciesResponse {
    #[serde(rename = "AttachedPolicies", skip_serializing_if = "Option::is_none")]
    pub attached_policies: Option<Vec<AttachedPolicy>>,
    #[serde(rename = "IsTruncated", skip_serializing_if = "Option::is_none")]
    pub is_truncated: Option<bool>,
    #[serde(rename = "Marker", skip_serializing_if = "Option::is_none")]
    pub marker: Option<String>,
}

/// `ListAttachedRolePoliciesRequest` of the model.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct ListAttachedRolePoliciesRequest {
    #[serde(rename = "RoleName")]
    pub role_name: String,
    #[serde(rename = "PathPrefix", skip_serializing_if = "Option::is_none")]
    pub path_prefix: Option<String>,
    #[serde(rename = "Marker", skip_serializing_if = "Option::is_none")]
    pub marker: Option<String>,
    #[serde(rename = "MaxItems", skip_serializing_if = "Option::is_none")]
    pub max_items: Option<i32>,
}

/// `ListAttachedRolePoliciesResponse` of the model.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct ListAttachedRolePoliciesResponse {
    #[serde(rename = "AttachedPolicies", skip_serializing_if = "Option::is_none")]
    pub attached_policies: Option<Vec<AttachedPolicy>>,
    #[serde(rename = "IsTruncated", skip_serializing_if = "Option::is_none")]
    pub is_truncated: Option<bool>,
    #[serde(rename = "Marker", skip_serializing_if = "Option::is_none")]
    pub marker: Option<String>,
}

/// `ListAttachedUserPoliciesRequest` of the model.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct ListAttachedUserPoliciesRequest {
    #[serde(rename = "UserName")]
    pub user_name: String,
    #[serde(rename = "PathPrefix", skip_serializing_if = "Option::is_none")]
    pub path_prefix: Option<String>,
    #[serde(rename = "Marker", skip_serializing_if = "Option::is_none")]
    pub marker: Option<String>,
    #[serde(rename = "MaxItems", skip_serializing_if = "Option::is_none")]
    pub max_items: Option<i32>,
}

/// `ListAttachedUserPoliciesResponse` of the model.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct ListAttachedUserPoliciesResponse {
    #[serde(rename = "AttachedPolicies", skip_serializing_if = "Option::is_none")]
    pub attached_policies: Option<Vec<AttachedPolicy>>,
    #[serde(rename = "IsTruncated", skip_serializing_if = "Option::is_none")]
    pub is_truncated: Option<bool>,
    #[serde(rename = "Marker", skip_serializing_if = "Option::is_none")]
    pub marker: Option<String>,
}

/// `ListEntitiesForPolicyRequest` of the model.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct ListEntitiesForPolicyRequest {
    #[serde(rename = "PolicyArn")]
    pub policy_arn: String,
    #[serde(rename = "EntityFilter", skip_serializing_if = "Option::is_none")]
    pub entity_filter: Option<String>,
    #[serde(rename = "PathPrefix", skip_serializing_if = "Option::is_none")]
    pub path_prefix: Option<String>,
    #[serde(rename = "PolicyUsageFilter", skip_serializing_if = "Option::is_none")]
    pub policy_usage_filter: Option<String>,
    #[serde(rename = "Marker", skip_serializing_if = "Option::is_none")]
    pub marker: Option<String>,
    #[serde(rename = "MaxItems", skip_serializing_if = "Option::is_none")]
    pub max_items: Option<i32>,
}

/// `ListEntitiesForPolicyResponse` of the model.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct ListEntitiesForPolicyResponse {
    #[serde(rename = "PolicyGroups", skip_serializing_if = "Option::is_none")]
    pub policy_groups: Option<Vec<PolicyGroup>>,
    #[serde(rename = "PolicyUsers", skip_serializing_if = "Option::is_none")]
    pub policy_users: Option<Vec<PolicyUser>>,
    #[serde(rename = "PolicyRoles", skip_serializing_if = "Option::is_none")]
    pub policy_roles: Option<Vec<PolicyRole>>,
    #[serde(rename = "IsTruncated", skip_serializing_if = "Option::is_none")]
    pub is_truncated: Option<bool>,
    #[serde(rename = "Marker", skip_serializing_if = "Option::is_none")]
    pub marker: Option<String>,
}

/// `ListGroupPoliciesRequest` of the model.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct ListGroupPoliciesRequest {
    #[serde(rename = "GroupName")]
    pub group_name: String,
    #[serde(rename = "Marker", skip_serializing_if = "Option::is_none")]
    pub marker: Option<String>,
    #[serde(rename = "MaxItems", skip_serializing_if = "Option::is_none")]
    pub max_items: Option<i32>,
}

/// `ListGroupPoliciesResponse` of the model.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct ListGroupPoliciesResponse {
    #[serde(rename = "PolicyNames")]
    pub policy_names: Vec<String>,
    #[serde(rename = "IsTruncated", skip_serializing_if = "Option::is_none")]
    pub is_truncated: Option<bool>,
    #[serde(rename = "Marker", skip_serializing_if = "Option::is_none")]
    pub marker: Option<String>,
}

/// `ListGroupsForUserRequest` of the model.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct ListGroupsForUserRequest {
    #[serde(rename = "UserName")]
    pub user_name: String,
    #[serde(rename = "Marker", skip_serializing_if = "Option::is_none")]
    pub marker: Option<String>,
    #[serde(rename = "MaxItems", skip_serializing_if = "Option::is_none")]
    pub max_items: Option<i32>,
}

/// `ListGroupsForUserResponse` of the model.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct ListGroupsForUserResponse {
    #[serde(rename = "Groups")]
    pub groups: Vec<Group>,
    #[serde(rename = "IsTruncated", skip_serializing_if = "Option::is_none")]
    pub is_truncated: Option<bool>,
    #[serde(rename = "Marker", skip_serializing_if = "Option::is_none")]
    pub marker: Option<String>,
}

/// `ListGroupsRequest` of the model.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct ListGroupsRequest {
    #[serde(rename = "PathPrefix", skip_serializing_if = "Option::is_none")]
    pub path_prefix: Option<String>,
    #[serde(rename = "Marker", skip_serializing_if = "Option::is_none")]
    pub marker: Option<String>,
    #[serde(rename = "MaxItems", skip_serializing_if = "Option::is_none")]
    pub max_items: Option<i32>,
}

/// `ListGroupsResponse` of the model.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct ListGroupsResponse {
    #[serde(rename = "Groups")]
    pub groups: Vec<Group>,
    #[serde(rename = "IsTruncated", skip_serializing_if = "Option::is_none")]
    pub is_truncated: Option<bool>,
    #[serde(rename = "Marker", skip_serializing_if = "Option::is_none")]
    pub marker: Option<String>,
}

/// `ListInstanceProfileTagsRequest` of the model.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct ListInstanceProfileTagsRequest {
    #[serde(rename = "InstanceProfileName")]
    pub instance_profile_name: String,
    #[serde(rename = "Marker", skip_serializing_if = "Option::is_none")]
    pub marker: Option<String>,
    #[serde(rename = "MaxItems", skip_serializing_if = "Option::is_none")]
    pub max_items: Option<i32>,
}

/// `ListInstanceProfileTagsResponse` of the model.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct ListInstanceProfileTagsResponse {
    #[serde(rename = "Tags")]
    pub tags: Vec<Tag>,
    #[serde(rename = "IsTruncated", skip_serializing_if = "Option::is_none")]
    pub is_truncated: Option<bool>,
    #[serde(rename = "Marker", skip_serializing_if = "Option::is_none")]
    pub marker: Option<String>,
}

/// `ListInstanceProfilesForRoleRequest` of the model.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct ListInstanceProfilesForRoleRequest {
    #[serde(rename = "RoleName")]
    pub role_name: String,
    #[serde(rename = "Marker", skip_serializing_if = "Option::is_none")]
    pub marker: Option<String>,
    #[serde(rename = "MaxItems", skip_serializing_if = "Option::is_none")]
    pub max_items: Option<i32>,
}

/// `ListInstanceProfilesForRoleResponse` of the model.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct ListInstanceProfilesForRoleResponse {
    #[serde(rename = "InstanceProfiles")]
    pub instance_profiles: Vec<InstanceProfile>,
    #[serde(rename = "IsTruncated", skip_serializing_if = "Option::is_none")]
    pub is_truncated: Option<bool>,
    #[serde(rename = "Marker", skip_serializing_if = "Option::is_none")]
    pub marker: Option<String>,
}

/// `ListInstanceProfilesRequest` of the model.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct ListInstanceProfilesRequest {
    #[serde(rename = "PathPrefix", skip_serializing_if = "Option::is_none")]
    pub path_prefix: Option<String>,
    #[serde(rename = "Marker", skip_serializing_if = "Option::is_none")]
    pub marker: Option<String>,
    #[serde(rename = "MaxItems", skip_serializing_if = "Option::is_none")]
    pub max_items: Option<i32>,
}

/// `ListInstanceProfilesResponse` of the model.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct ListInstanceProfilesResponse {
    #[serde(rename = "InstanceProfiles")]
    pub instance_profiles: Vec<InstanceProfile>,
    #[serde(rename = "IsTruncated", skip_serializing_if = "Option::is_none")]
    pub is_truncated: Option<bool>,
    #[serde(rename = "Marker", skip_serializing_if = "Option::is_none")]
    pub marker: Option<String>,
}

/// `ListMFADeviceTagsRequest` of the model.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct ListMFADeviceTagsRequest {
    #[serde(rename = "SerialNumber")]
    pub serial_number: String,
    #[serde(rename = "Marker", skip_serializing_if = "Option::is_none")]
    pub marker: Option<String>,
    #[serde(rename = "MaxItems", skip_serializing_if = "Option::is_none")]
    pub max_items: Option<i32>,
}

/// `ListMFADeviceTagsResponse` of the model.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct ListMFADeviceTagsResponse {
    #[serde(rename = "Tags")]
    pub tags: Vec<Tag>,
    #[serde(rename = "IsTruncated", skip_serializing_if = "Option::is_none")]
    pub is_truncated: Option<bool>,
    #[serde(rename = "Marker", skip_serializing_if = "Option::is_none")]
    pub marker: Option<String>,
}

/// `ListMFADevicesRequest` of the model.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct ListMFADevicesRequest {
    #[serde(rename = "UserName", skip_serializing_if = "Option::is_none")]
    pub user_name: Option<String>,
    #[serde(rename = "Marker", skip_serializing_if = "Option::is_none")]
    pub marker: Option<String>,
    #[serde(rename = "MaxItems", skip_serializing_if = "Option::is_none")]
    pub max_items: Option<i32>,
}

/// `ListMFADevicesResponse` of the model.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct ListMFADevicesResponse {
    #[serde(rename = "MFADevices")]
    pub mfa_devices: Vec<MFADevice>,
    #[serde(rename = "IsTruncated", skip_serializing_if = "Option::is_none")]
    pub is_truncated: Option<bool>,
    #[serde(rename = "Marker", skip_serializing_if = "Option::is_none")]
    pub marker: Option<String>,
}

/// `ListOpenIDConnectProviderTagsRequest` of the model.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct ListOpenIDConnectProviderTagsRequest {
    #[serde(rename = "OpenIDConnectProviderArn")]
    pub open_id_connect_provider_arn: String,
    #[serde(rename = "Marker", skip_serializing_if = "Option::is_none")]
    pub marker: Option<String>,
    #[serde(rename = "MaxItems", skip_serializing_if = "Option::is_none")]
    pub max_items: Option<i32>,
}

/// `ListOpenIDConnectProviderTagsResponse` of the model.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct ListOpenIDConnectProviderTagsResponse {
    #[serde(rename = "Tags")]
    pub tags: Vec<Tag>,
    #[serde(rename = "IsTruncated", skip_serializing_if = "Option::is_none")]
    pub is_truncated: Option<bool>,
    #[serde(rename = "Marker", skip_serializing_if = "Option::is_none")]
    pub marker: Option<String>,
}

/// `ListOpenIDConnectProvidersRequest` of the model.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct ListOpenIDConnectProvidersRequest {
}

/// `ListOpenIDConnectProvidersResponse` of the model.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct ListOpenIDConnectProvidersResponse {
    #[serde(rename = "OpenIDConnectProviderList", skip_serializing_if = "Option::is_none")]
    pub open_id_connect_provider_list: Option<Vec<OpenIDConnectProviderListEntry>>,
}

/// `ListPoliciesGrantingServiceAccessEntry` of the model.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct ListPoliciesGrantingServiceAccessEntry {
    #[serde(rename = "ServiceNamespace", skip_serializing_if = "Option::is_none")]
    pub service_namespace: Option<String>,
    #[serde(rename = "Policies", skip_serializing_if = "Option::is_none")]
    pub policies: Option<Vec<PolicyGrantingServiceAccess>>,
}

/// `ListPoliciesGrantingServiceAccessRequest` of the model.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct ListPoliciesGrantingServiceAccessRequest {
    #[serde(rename = "Marker", skip_serializing_if = "Option::is_none")]
    pub marker: Option<String>,
    #[serde(rename = "Arn")]
    pub arn: String,
    #[serde(rename = "ServiceNamespaces")]
    pub service_namespaces: Vec<String>,
}

/// `ListPoliciesGrantingServiceAccessResponse` of the model.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct ListPoliciesGrantingServiceAccessResponse {
    #[serde(rename = "PoliciesGrantingServiceAccess")]
    pub policies_granting_service_access: Vec<ListPoliciesGrantingServiceAccessEntry>,
    #[serde(rename = "IsTruncated", skip_serializing_if = "Option::is_none")]
    pub is_truncated: Option<bool>,
    #[serde(rename = "Marker", skip_serializing_if = "Option::is_none")]
    pub marker: Option<String>,
}

/// `ListPoliciesRequest` of the model.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct ListPoliciesRequest {
    #[serde(rename = "Scope", skip_serializing_if = "Option::is_none")]
    pub scope: Option<String>,
    #[serde(rename = "OnlyAttached", skip_serializing_if = "Option::is_none")]
    pub only_attached: Option<bool>,
    #[serde(rename = "PathPrefix", skip_serializing_if = "Option::is_none")]
    pub path_prefix: Option<String>,
    #[serde(rename = "PolicyUsageFilter", skip_serializing_if = "Option::is_none")]
    pub policy_usage_filter: Option<String>,
    #[serde(rename = "Marker", skip_serializing_if = "Option::is_none")]
    pub marker: Option<String>,
    #[serde(rename = "MaxItems", skip_serializing_if = "Option::is_none")]
    pub max_items: Option<i32>,
}

/// `ListPoliciesResponse` of the model.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct ListPoliciesResponse {
    #[serde(rename = "Policies", skip_serializing_if = "Option::is_none")]
    pub policies: Option<Vec<Policy>>,
    #[serde(rename = "IsTruncated", skip_serializing_if = "Option::is_none")]
    pub is_truncated: Option<bool>,
    #[serde(rename = "Marker", skip_serializing_if = "Option::is_none")]
    pub marker: Option<String>,
}

/// `ListPolicyTagsRequest` of the model.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct ListPolicyTagsRequest {
    #[serde(rename = "PolicyArn")]
    pub policy_arn: String,
    #[serde(rename = "Marker", skip_serializing_if = "Option::is_none")]
    pub marker: Option<String>,
    #[serde(rename = "MaxItems", skip_serializing_if = "Option::is_none")]
    pub max_items: Option<i32>,
}

/// `ListPolicyTagsResponse` of the model.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct ListPolicyTagsResponse {
    #[serde(rename = "Tags")]
    pub tags: Vec<Tag>,
    #[serde(rename = "IsTruncated", skip_serializing_if = "Option::is_none")]
    pub is_truncated: Option<bool>,
    #[serde(rename = "Marker", skip_serializing_if = "Option::is_none")]
    pub marker: Option<String>,
}

/// `ListPolicyVersionsRequest` of the model.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct ListPolicyVersionsRequest {
    #[serde(rename = "PolicyArn")]
    pub policy_arn: String,
    #[serde(rename = "Marker", skip_serializing_if = "Option::is_none")]
    pub marker: Option<String>,
    #[serde(rename = "MaxItems", skip_serializing_if = "Option::is_none")]
    pub max_items: Option<i32>,
}

/// `ListPolicyVersionsResponse` of the model.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct ListPolicyVersionsResponse {
    #[serde(rename = "Versions", skip_serializing_if = "Option::is_none")]
    pub versions: Option<Vec<PolicyVersion>>,
    #[serde(rename = "IsTruncated", skip_serializing_if = "Option::is_none")]
    pub is_truncated: Option<bool>,
    #[serde(rename = "Marker", skip_serializing_if = "Option::is_none")]
    pub marker: Option<String>,
}

/// `ListRolePoliciesRequest` of the model.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct ListRolePoliciesRequest {
    #[serde(rename = "RoleName")]
    pub role_name: String,
    #[serde(rename = "Marker", skip_serializing_if = "Option::is_none")]
    pub marker: Option<String>,
    #[serde(rename = "MaxItems", skip_serializing_if = "Option::is_none")]
    pub max_items: Option<i32>,
}

/// `ListRolePoliciesResponse` of the model.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct ListRolePoliciesResponse {
    #[serde(rename = "PolicyNames")]
    pub policy_names: Vec<String>,
    #[serde(rename = "IsTruncated", skip_serializing_if = "Option::is_none")]
    pub is_truncated: Option<bool>,
    #[serde(rename = "Marker", skip_serializing_if = "Option::is_none")]
    pub marker: Option<String>,
}

/// `ListRoleTagsRequest` of the model.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct ListRoleTagsRequest {
    #[serde(rename = "RoleName")]
    pub role_name: String,
    #[serde(rename = "Marker", skip_serializing_if = "Option::is_none")]
    pub marker: Option<String>,
    #[serde(rename = "MaxItems", skip_serializing_if = "Option::is_none")]
    pub max_items: Option<i32>,
}

/// `ListRoleTagsResponse` of the model.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct ListRoleTagsResponse {
    #[serde(rename = "Tags")]
    pub tags: Vec<Tag>,
    #[serde(rename = "IsTruncated", skip_serializing_if = "Option::is_none")]
    pub is_truncated: Option<bool>,
    #[serde(rename = "Marker", skip_serializing_if = "Option::is_none")]
    pub marker: Option<String>,
}

/// `ListRolesRequest` of the model.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct ListRolesRequest {
    #[serde(rename = "PathPrefix", skip_serializing_if = "Option::is_none")]
    pub path_prefix: Option<String>,
    #[serde(rename = "Marker", skip_serializing_if = "Option::is_none")]
    pub marker: Option<String>,
    #[serde(rename = "MaxItems", skip_serializing_if = "Option::is_none")]
    pub max_items: Option<i32>,
}

/// `ListRolesResponse` of the model.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct ListRolesResponse {
    #[serde(rename = "Roles")]
    pub roles: Vec<Role>,
    #[serde(rename = "IsTruncated", skip_serializing_if = "Option::is_none")]
    pub is_truncated: Option<bool>,
    #[serde(rename = "Marker", skip_serializing_if = "Option::is_none")]
    pub marker: Option<String>,
}

/// `ListSAMLProviderTagsRequest` of the model.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct ListSAMLProviderTagsRequest {
    #[serde(rename = "SAMLProviderArn")]
    pub saml_provider_arn: String,
    #[serde(rename = "Marker", skip_serializing_if = "Option::is_none")]
    pub marker: Option<String>,
    #[serde(rename = "MaxItems", skip_serializing_if = "Option::is_none")]
    pub max_items: Option<i32>,
}

/// `ListSAMLProviderTagsResponse` of the model.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct ListSAMLProviderTagsResponse {
    #[serde(rename = "Tags")]
    pub tags: Vec<Tag>,
    #[serde(rename = "IsTruncated", skip_serializing_if = "Option::is_none")]
    pub is_truncated: Option<bool>,
    #[serde(rename = "Marker", skip_serializing_if = "Option::is_none")]
    pub marker: Option<String>,
}

/// `ListSAMLProvidersRequest` of the model.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct ListSAMLProvidersRequest {
}

/// `ListSAMLProvidersResponse` of the model.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct ListSAMLProvidersResponse {
    #[serde(rename = "SAMLProviderList", skip_serializing_if = "Option::is_none")]
    pub saml_provider_list: Option<Vec<SAMLProviderListEntry>>,
}

/// `ListSSHPublicKeysRequest` of the model.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct ListSSHPublicKeysRequest {
    #[serde(rename = "UserName", skip_serializing_if = "Option::is_none")]
    pub user_name: Option<String>,
    #[serde(rename = "Marker", skip_serializing_if = "Option::is_none")]
    pub marker: Option<String>,
    #[serde(rename = "MaxItems", skip_serializing_if = "Option::is_none")]
    pub max_items: Option<i32>,
}

/// `ListSSHPublicKeysResponse` of the model.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct ListSSHPublicKeysResponse {
    #[serde(rename = "SSHPublicKeys", skip_serializing_if = "Option::is_none")]
    pub ssh_public_keys: Option<Vec<SSHPublicKeyMetadata>>,
    #[serde(rename = "IsTruncated", skip_serializing_if = "Option::is_none")]
    pub is_truncated: Option<bool>,
    #[serde(rename = "Marker", skip_serializing_if = "Option::is_none")]
    pub marker: Option<String>,
}

/// `ListServerCertificateTagsRequest` of the model.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct ListServerCertificateTagsRequest {
    #[serde(rename = "ServerCertificateName")]
    pub server_certificate_name: String,
    #[serde(rename = "Marker", skip_serializing_if = "Option::is_none")]
    pub marker: Option<String>,
    #[serde(rename = "MaxItems", skip_serializing_if = "Option::is_none")]
    pub max_items: Option<i32>,
}

/// `ListServerCertificateTagsResponse` of the model.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct ListServerCertificateTagsResponse {
    #[serde(rename = "Tags")]
    pub tags: Vec<Tag>,
    #[serde(rename = "IsTruncated", skip_serializing_if = "Option::is_none")]
    pub is_truncated: Option<bool>,
    #[serde(rename = "Marker", skip_serializing_if = "Option::is_none")]
    pub marker: Option<String>,
}

/// `ListServerCertificatesRequest` of the model.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct ListServerCertificatesRequest {
    #[serde(rename = "PathPrefix", skip_serializing_if = "Option::is_none")]
    pub path_prefix: Option<String>,
    #[serde(rename = "Marker", skip_serializing_if = "Option::is_none")]
    pub marker: Option<String>,
    #[serde(rename = "MaxItems", skip_serializing_if = "Option::is_none")]
    pub max_items: Option<i32>,
}

/// `ListServerCertificatesResponse` of the model.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct ListServerCertificatesResponse {
    #[serde(rename = "ServerCertificateMetadataList")]
    pub server_certificate_metadata_list: Vec<ServerCertificateMetadata>,
    #[serde(rename = "IsTruncated", skip_serializing_if = "Option::is_none")]
    pub is_truncated: Option<bool>,
    #[serde(rename = "Marker", skip_serializing_if = "Option::is_none")]
    pub marker: Option<String>,
}

/// `ListServiceSpecificCredentialsRequest` of the model.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct ListServiceSpecificCredentialsRequest {
    #[serde(rename = "UserName", skip_serializing_if = "Option::is_none")]
    pub user_name: Option<String>,
    #[serde(rename = "ServiceName", skip_serializing_if = "Option::is_none")]
    pub service_name: Option<String>,
    #[serde(rename = "AllUsers", skip_serializing_if = "Option::is_none")]
    pub all_users: Option<bool>,
    #[serde(rename = "Marker", skip_serializing_if = "Option::is_none")]
    pub marker: Option<String>,
    #[serde(rename = "MaxItems", skip_serializing_if = "Option::is_none")]
    pub max_items: Option<i32>,
}

/// `ListServiceSpecificCredentialsResponse` of the model.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct ListServiceSpecificCredentialsResponse {
    #[serde(rename = "ServiceSpecificCredentials", skip_serializing_if = "Option::is_none")]
    pub service_specific_credentials: Option<Vec<ServiceSpecificCredentialMetadata>>,
    #[serde(rename = "Marker", skip_serializing_if = "Option::is_none")]
    pub marker: Option<String>,
    #[serde(rename = "IsTruncated", skip_serializing_if = "Option::is_none")]
    pub is_truncated: Option<bool>,
}

/// `ListSigningCertificatesRequest` of the model.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct ListSigningCertificatesRequest {
    #[serde(rename = "UserName", skip_serializing_if = "Option::is_none")]
    pub user_name: Option<String>,
    #[serde(rename = "Marker", skip_serializing_if = "Option::is_none")]
    pub marker: Option<String>,
    #[serde(rename = "MaxItems", skip_serializing_if = "Option::is_none")]
    pub max_items: Option<i32>,
}

/// `ListSigningCertificatesResponse` of the model.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct ListSigningCertificatesResponse {
    #[serde(rename = "Certificates")]
    pub certificates: Vec<SigningCertificate>,
    #[serde(rename = "IsTruncated", skip_serializing_if = "Option::is_none")]
    pub is_truncated: Option<bool>,
    #[serde(rename = "Marker", skip_serializing_if = "Option::is_none")]
    pub marker: Option<String>,
}

/// `ListUserPoliciesRequest` of the model.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct ListUserPoliciesRequest {
    #[serde(rename = "UserName")]
    pub user_name: String,
    #[serde(rename = "Marker", skip_serializing_if = "Option::is_none")]
    pub marker: Option<String>,
    #[serde(rename = "MaxItems", skip_serializing_if = "Option::is_none")]
    pub max_items: Option<i32>,
}

/// `ListUserPoliciesResponse` of the model.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct ListUserPoliciesResponse {
    #[serde(rename = "PolicyNames")]
    pub policy_names: Vec<String>,
    #[serde(rename = "IsTruncated", skip_serializing_if = "Option::is_none")]
    pub is_truncated: Option<bool>,
    #[serde(rename = "Marker", skip_serializing_if = "Option::is_none")]
    pub marker: Option<String>,
}

/// `ListUserTagsRequest` of the model.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct ListUserTagsRequest {
    #[serde(rename = "UserName")]
    pub user_name: String,
    #[serde(rename = "Marker", skip_serializing_if = "Option::is_none")]
    pub marker: Option<String>,
    #[serde(rename = "MaxItems", skip_serializing_if = "Option::is_none")]
    pub max_items: Option<i32>,
}

/// `ListUserTagsResponse` of the model.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct ListUserTagsResponse {
    #[serde(rename = "Tags")]
    pub tags: Vec<Tag>,
    #[serde(rename = "IsTruncated", skip_serializing_if = "Option::is_none")]
    pub is_truncated: Option<bool>,
    #[serde(rename = "Marker", skip_serializing_if = "Option::is_none")]
    pub marker: Option<String>,
}

/// `ListUsersRequest` of the model.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct ListUsersRequest {
    #[serde(rename = "PathPrefix", skip_serializing_if = "Option::is_none")]
    pub path_prefix: Option<String>,
    #[serde(rename = "Marker", skip_serializing_if = "Option::is_none")]
    pub marker: Option<String>,
    #[serde(rename = "MaxItems", skip_serializing_if = "Option::is_none")]
    pub max_items: Option<i32>,
}

/// `ListUsersResponse` of the model.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct ListUsersResponse {
    #[serde(rename = "Users")]
    pub users: Vec<User>,
    #[serde(rename = "IsTruncated", skip_serializing_if = "Option::is_none")]
    pub is_truncated: Option<bool>,
    #[serde(rename = "Marker", skip_serializing_if = "Option::is_none")]
    pub marker: Option<String>,
}

/// `ListVirtualMFADevicesRequest` of the model.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct ListVirtualMFADevicesRequest {
    #[serde(rename = "AssignmentStatus", skip_serializing_if = "Option::is_none")]
    pub assignment_status: Option<String>,
    #[serde(rename = "Marker", skip_serializing_if = "Option::is_none")]
    pub marker: Option<String>,
    #[serde(rename = "MaxItems", skip_serializing_if = "Option::is_none")]
    pub max_items: Option<i32>,
}

/// `ListVirtualMFADevicesResponse` of the model.
#[derive(Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct ListVirtualMFADevicesResponse {
    #[serde(rename = "VirtualMFADevices")]
    pub virtual_mfa_devices: Vec<VirtualMFADevice>,
    #[serde(rename = "IsTruncated", skip_serializing_if = "Option::is_none")]
    pub is_truncated: Option<bool>,
    #[serde(rename = "Marker", skip_serializing_if = "Option::is_none")]
    pub marker: Option<String>,
}

impl std::fmt::Debug for ListVirtualMFADevicesResponse {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("ListVirtualMFADevicesResponse").finish_non_exhaustive()
    }
}

/// `LoginProfile` of the model.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct LoginProfile {
    #[serde(rename = "UserName")]
    pub user_name: String,
    #[serde(rename = "CreateDate")]
    pub create_date: f64,
    #[serde(rename = "PasswordResetRequired", skip_serializing_if = "Option::is_none")]
    pub password_reset_required: Option<bool>,
    #[serde(rename = "MaxSigninSessionDuration", skip_serializing_if = "Option::is_none")]
    pub max_signin_session_duration: Option<i32>,
}

/// `MFADevice` of the model.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct MFADevice {
    #[serde(rename = "UserName")]
    pub user_name: String,
    #[serde(rename = "SerialNumber")]
    pub serial_number: String,
    #[serde(rename = "EnableDate")]
    pub enable_date: f64,
}

/// `ManagedPolicyDetail` of the model.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct ManagedPolicyDetail {
    #[serde(rename = "PolicyName", skip_serializing_if = "Option::is_none")]
    pub policy_name: Option<String>,
    #[serde(rename = "PolicyId", skip_serializing_if = "Option::is_none")]
    pub policy_id: Option<String>,
    #[serde(rename = "Arn", skip_serializing_if = "Option::is_none")]
    pub arn: Option<String>,
    #[serde(rename = "Path", skip_serializing_if = "Option::is_none")]
    pub path: Option<String>,
    #[serde(rename = "DefaultVersionId", skip_serializing_if = "Option::is_none")]
    pub default_version_id: Option<String>,
    #[serde(rename = "AttachmentCount", skip_serializing_if = "Option::is_none")]
    pub attachment_count: Option<i32>,
    #[serde(rename = "PermissionsBoundaryUsageCount", skip_serializing_if = "Option::is_none")]
    pub permissions_boundary_usage_count: Option<i32>,
    #[serde(rename = "IsAttachable", skip_serializing_if = "Option::is_none")]
    pub is_attachable: Option<bool>,
    #[serde(rename = "Description", skip_serializing_if = "Option::is_none")]
    pub description: Option<String>,
    #[serde(rename = "CreateDate", skip_serializing_if = "Option::is_none")]
    pub create_date: Option<f64>,
    #[serde(rename = "UpdateDate", skip_serializing_if = "Option::is_none")]
    pub update_date: Option<f64>,
    #[serde(rename = "PolicyVersionList", skip_serializing_if = "Option::is_none")]
    pub policy_version_list: Option<Vec<PolicyVersion>>,
}

/// `OpenIDConnectProviderListEntry` of the model.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct OpenIDConnectProviderListEntry {
    #[serde(rename = "Arn", skip_serializing_if = "Option::is_none")]
    pub arn: Option<String>,
    #[serde(rename = "IsTrustedIdentityPropagationEnabled", skip_serializing_if = "Option::is_none")]
    pub is_trusted_identity_propagation_enabled: Option<bool>,
}

/// `OrderedOrganizationPolicyType` of the model.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct OrderedOrganizationPolicyType {
    #[serde(rename = "ServiceControlPolicyInputList", skip_serializing_if = "Option::is_none")]
    pub service_control_policy_input_list: Option<Vec<String>>,
}

/// `OrganizationsDecisionDetail` of the model.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct OrganizationsDecisionDetail {
    #[serde(rename = "AllowedByOrganizations", skip_serializing_if = "Option::is_none")]
    pub allowed_by_organizations: Option<bool>,
}

/// `PasswordPolicy` of the model.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct PasswordPolicy {
    #[serde(rename = "MinimumPasswordLength", skip_serializing_if = "Option::is_none")]
    pub minimum_password_length: Option<i32>,
    #[serde(rename = "RequireSymbols", skip_serializing_if = "Option::is_none")]
    pub require_symbols: Option<bool>,
    #[serde(rename = "RequireNumbers", skip_serializing_if = "Option::is_none")]
    pub require_numbers: Option<bool>,
    #[serde(rename = "RequireUppercaseCharacters", skip_serializing_if = "Option::is_none")]
    pub require_uppercase_characters: Option<bool>,
    #[serde(rename = "RequireLowercaseCharacters", skip_serializing_if = "Option::is_none")]
    pub require_lowercase_characters: Option<bool>,
    #[serde(rename = "AllowUsersToChangePassword", skip_serializing_if = "Option::is_none")]
    pub allow_users_to_change_password: Option<bool>,
    #[serde(rename = "ExpirePasswords", skip_serializing_if = "Option::is_none")]
    pub expire_passwords: Option<bool>,
    #[serde(rename = "MaxPasswordAge", skip_serializing_if = "Option::is_none")]
    pub max_password_age: Option<i32>,
    #[serde(rename = "PasswordReusePrevention", skip_serializing_if = "Option::is_none")]
    pub password_reuse_prevention: Option<i32>,
    #[serde(rename = "HardExpiry", skip_serializing_if = "Option::is_none")]
    pub hard_expiry: Option<bool>,
}

/// `PermissionsBoundaryDecisionDetail` of the model.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct PermissionsBoundaryDecisionDetail {
    #[serde(rename = "AllowedByPermissionsBoundary", skip_serializing_if = "Option::is_none")]
    pub allowed_by_permissions_boundary: Option<bool>,
}

/// `Policy` of the model.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Policy {
    #[serde(rename = "PolicyName", skip_serializing_if = "Option::is_none")]
    pub policy_name: Option<String>,
    #[serde(rename = "PolicyId", skip_serializing_if = "Option::is_none")]
    pub policy_id: Option<String>,
    #[serde(rename = "Arn", skip_serializing_if = "Option::is_none")]
    pub arn: Option<String>,
    #[serde(rename = "Path", skip_serializing_if = "Option::is_none")]
    pub path: Option<String>,
    #[serde(rename = "DefaultVersionId", skip_serializing_if = "Option::is_none")]
    pub default_version_id: Option<String>,
    #[serde(rename = "AttachmentCount", skip_serializing_if = "Option::is_none")]
    pub attachment_count: Option<i32>,
    #[serde(rename = "PermissionsBoundaryUsageCount", skip_serializing_if = "Option::is_none")]
    pub permissions_boundary_usage_count: Option<i32>,
    #[serde(rename = "IsAttachable", skip_serializing_if = "Option::is_none")]
    pub is_attachable: Option<bool>,
    #[serde(rename = "Description", skip_serializing_if = "Option::is_none")]
    pub description: Option<String>,
    #[serde(rename = "CreateDate", skip_serializing_if = "Option::is_none")]
    pub create_date: Option<f64>,
    #[serde(rename = "UpdateDate", skip_serializing_if = "Option::is_none")]
    pub update_date: Option<f64>,
    #[serde(rename = "Tags", skip_serializing_if = "Option::is_none")]
    pub tags: Option<Vec<Tag>>,
}

/// `PolicyDetail` of the model.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct PolicyDetail {
    #[serde(rename = "PolicyName", skip_serializing_if = "Option::is_none")]
    pub policy_name: Option<String>,
    #[serde(rename = "PolicyDocument", skip_serializing_if = "Option::is_none")]
    pub policy_document: Option<String>,
}

/// `PolicyGrantingServiceAccess` of the model.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct PolicyGrantingServiceAccess {
    #[serde(rename = "PolicyName")]
    pub policy_name: String,
    #[serde(rename = "PolicyType")]
    pub policy_type: String,
    #[serde(rename = "PolicyArn", skip_serializing_if = "Option::is_none")]
    pub policy_arn: Option<String>,
    #[serde(rename = "EntityType", skip_serializing_if = "Option::is_none")]
    pub entity_type: Option<String>,
    #[serde(rename = "EntityName", skip_serializing_if = "Option::is_none")]
    pub entity_name: Option<String>,
}

/// `PolicyGroup` of the model.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct PolicyGroup {
    #[serde(rename = "GroupName", skip_serializing_if = "Option::is_none")]
    pub group_name: Option<String>,
    #[serde(rename = "GroupId", skip_serializing_if = "Option::is_none")]
    pub group_id: Option<String>,
}

/// `PolicyIdentifier` of the model.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct PolicyIdentifier {
    #[serde(rename = "PolicyType", skip_serializing_if = "Option::is_none")]
    pub policy_type: Option<String>,
    #[serde(rename = "PolicyArn", skip_serializing_if = "Option::is_none")]
    pub policy_arn: Option<String>,
    #[serde(rename = "InlinePolicyIdentifier", skip_serializing_if = "Option::is_none")]
    pub inline_policy_identifier: Option<InlinePolicyIdentifierType>,
}

/// `PolicyRole` of the model.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct PolicyRole {
    #[serde(rename = "RoleName", skip_serializing_if = "Option::is_none")]
    pub role_name: Option<String>,
    #[serde(rename = "RoleId", skip_serializing_if = "Option::is_none")]
    pub role_id: Option<String>,
}

/// `PolicyUser` of the model.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct PolicyUser {
    #[serde(rename = "UserName", skip_serializing_if = "Option::is_none")]
    pub user_name: Option<String>,
    #[serde(rename = "UserId", skip_serializing_if = "Option::is_none")]
    pub user_id: Option<String>,
}

/// `PolicyVersion` of the model.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct PolicyVersion {
    #[serde(rename = "Document", skip_serializing_if = "Option::is_none")]
    pub document: Option<String>,
    #[serde(rename = "VersionId", skip_serializing_if = "Option::is_none")]
    pub version_id: Option<String>,
    #[serde(rename = "IsDefaultVersion", skip_serializing_if = "Option::is_none")]
    pub is_default_version: Option<bool>,
    #[serde(rename = "CreateDate", skip_serializing_if = "Option::is_none")]
    pub create_date: Option<f64>,
}

/// `Position` of the model.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Position {
    #[serde(rename = "Line", skip_serializing_if = "Option::is_none")]
    pub line: Option<i32>,
    #[serde(rename = "Column", skip_serializing_if = "Option::is_none")]
    pub column: Option<i32>,
}

/// `PutGroupPolicyRequest` of the model.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct PutGroupPolicyRequest {
    #[serde(rename = "GroupName")]
    pub group_name: String,
    #[serde(rename = "PolicyName")]
    pub policy_name: String,
    #[serde(rename = "PolicyDocument")]
    pub policy_document: String,
}

/// `PutRolePermissionsBoundaryRequest` of the model.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct PutRolePermissionsBoundaryRequest {
    #[serde(rename = "RoleName")]
    pub role_name: String,
    #[serde(rename = "PermissionsBoundary")]
    pub permissions_boundary: String,
}

/// `PutRolePolicyRequest` of the model.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct PutRolePolicyRequest {
    #[serde(rename = "RoleName")]
    pub role_name: String,
    #[serde(rename = "PolicyName")]
    pub policy_name: String,
    #[serde(rename = "PolicyDocument")]
    pub policy_document: String,
}

/// `PutUserPermissionsBoundaryRequest` of the model.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct PutUserPermissionsBoundaryRequest {
    #[serde(rename = "UserName")]
    pub user_name: String,
    #[serde(rename = "PermissionsBoundary")]
    pub permissions_boundary: String,
}

/// `PutUserPolicyRequest` of the model.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct PutUserPolicyRequest {
    #[serde(rename = "UserName")]
    pub user_name: String,
    #[serde(rename = "PolicyName")]
    pub policy_name: String,
    #[serde(rename = "PolicyDocument")]
    pub policy_document: String,
}

/// `RemoveClientIDFromOpenIDConnectProviderRequest` of the model.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct RemoveClientIDFromOpenIDConnectProviderRequest {
    #[serde(rename = "OpenIDConnectProviderArn")]
    pub open_id_connect_provider_arn: String,
    #[serde(rename = "ClientID")]
    pub client_id: String,
}

/// `RemoveRoleFromInstanceProfileRequest` of the model.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct RemoveRoleFromInstanceProfileRequest {
    #[serde(rename = "InstanceProfileName")]
    pub instance_profile_name: String,
    #[serde(rename = "RoleName")]
    pub role_name: String,
}

/// `RemoveUserFromGroupRequest` of the model.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct RemoveUserFromGroupRequest {
    #[serde(rename = "GroupName")]
    pub group_name: String,
    #[serde(rename = "UserName")]
    pub user_name: String,
}

/// `ResetServiceSpecificCredentialRequest` of the model.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct ResetServiceSpecificCredentialRequest {
    #[serde(rename = "UserName", skip_serializing_if = "Option::is_none")]
    pub user_name: Option<String>,
    #[serde(rename = "ServiceSpecificCredentialId")]
    pub service_specific_credential_id: String,
}

/// `ResetServiceSpecificCredentialResponse` of the model.
#[derive(Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct ResetServiceSpecificCredentialResponse {
    #[serde(rename = "ServiceSpecificCredential", skip_serializing_if = "Option::is_none")]
    pub service_specific_credential: Option<ServiceSpecificCredential>,
}

impl std::fmt::Debug for ResetServiceSpecificCredentialResponse {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("ResetServiceSpecificCredentialResponse").finish_non_exhaustive()
    }
}

/// `ResourceSpecificResult` of the model.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct ResourceSpecificResult {
    #[serde(rename = "EvalResourceName")]
    pub eval_resource_name: String,
    #[serde(rename = "EvalResourceDecision")]
    pub eval_resource_decision: String,
    #[serde(rename = "MatchedStatements", skip_serializing_if = "Option::is_none")]
    pub matched_statements: Option<Vec<Statement>>,
    #[serde(rename = "MissingContextValues", skip_serializing_if = "Option::is_none")]
    pub missing_context_values: Option<Vec<String>>,
    #[serde(rename = "EvalDecisionDetails", skip_serializing_if = "Option::is_none")]
    pub eval_decision_details: Option<std::collections::BTreeMap<String, String>>,
    #[serde(rename = "PermissionsBoundaryDecisionDetail", skip_serializing_if = "Option::is_none")]
    pub permissions_boundary_decision_detail: Option<PermissionsBoundaryDecisionDetail>,
}

/// `ResyncMFADeviceRequest` of the model.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct ResyncMFADeviceRequest {
    #[serde(rename = "UserName")]
    pub user_name: String,
    #[serde(rename = "SerialNumber")]
    pub serial_number: String,
    #[serde(rename = "AuthenticationCode1")]
    pub authentication_code1: String,
    #[serde(rename = "AuthenticationCode2")]
    pub authentication_code2: String,
}

/// `Role` of the model.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Role {
    #[serde(rename = "Path")]
    pub path: String,
    #[serde(rename = "RoleName")]
    pub role_name: String,
    #[serde(rename = "RoleId")]
    pub role_id: String,
    #[serde(rename = "Arn")]
    pub arn: String,
    #[serde(rename = "CreateDate")]
    pub create_date: f64,
    #[serde(rename = "AssumeRolePolicyDocument", skip_serializing_if = "Option::is_none")]
    pub assume_role_policy_document: Option<String>,
    #[serde(rename = "Description", skip_serializing_if = "Option::is_none")]
    pub description: Option<String>,
    #[serde(rename = "MaxSessionDuration", skip_serializing_if = "Option::is_none")]
    pub max_session_duration: Option<i32>,
    #[serde(rename = "MaxSigninSessionDuration", skip_serializing_if = "Option::is_none")]
    pub max_signin_session_duration: Option<i32>,
    #[serde(rename = "PermissionsBoundary", skip_serializing_if = "Option::is_none")]
    pub permissions_boundary: Option<AttachedPermissionsBoundary>,
    #[serde(rename = "Tags", skip_serializing_if = "Option::is_none")]
    pub tags: Option<Vec<Tag>>,
    #[serde(rename = "RoleLastUsed", skip_serializing_if = "Option::is_none")]
    pub role_last_used: Option<RoleLastUsed>,
    #[serde(rename = "SourceRoleTemplate", skip_serializing_if = "Option::is_none")]
    pub source_role_template: Option<SourceRoleTemplate>,
}

/// `RoleDetail` of the model.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct RoleDetail {
    #[serde(rename = "Path", skip_serializing_if = "Option::is_none")]
    pub path: Option<String>,
    #[serde(rename = "RoleName", skip_serializing_if = "Option::is_none")]
    pub role_name: Option<String>,
    #[serde(rename = "RoleId", skip_serializing_if = "Option::is_none")]
    pub role_id: Option<String>,
    #[serde(rename = "Arn", skip_serializing_if = "Option::is_none")]
    pub arn: Option<String>,
    #[serde(rename = "CreateDate", skip_serializing_if = "Option::is_none")]
    pub create_date: Option<f64>,
    #[serde(rename = "AssumeRolePolicyDocument", skip_serializing_if = "Option::is_none")]
    pub assume_role_policy_document: Option<String>,
    #[serde(rename = "InstanceProfileList", skip_serializing_if = "Option::is_none")]
    pub instance_profile_list: Option<Vec<InstanceProfile>>,
    #[serde(rename = "RolePolicyList", skip_serializing_if = "Option::is_none")]
    pub role_policy_list: Option<Vec<PolicyDetail>>,
    #[serde(rename = "AttachedManagedPolicies", skip_serializing_if = "Option::is_none")]
    pub attached_managed_policies: Option<Vec<AttachedPolicy>>,
    #[serde(rename = "PermissionsBoundary", skip_serializing_if = "Option::is_none")]
    pub permissions_boundary: Option<AttachedPermissionsBoundary>,
    #[serde(rename = "Tags", skip_serializing_if = "Option::is_none")]
    pub tags: Option<Vec<Tag>>,
    #[serde(rename = "RoleLastUsed", skip_serializing_if = "Option::is_none")]
    pub role_last_used: Option<RoleLastUsed>,
}

/// `RoleLastUsed` of the model.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct RoleLastUsed {
    #[serde(rename = "LastUsedDate", skip_serializing_if = "Option::is_none")]
    pub last_used_date: Option<f64>,
    #[serde(rename = "Region", skip_serializing_if = "Option::is_none")]
    pub region: Option<String>,
}

/// `RoleUsageType` of the model.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct RoleUsageType {
    #[serde(rename = "Region", skip_serializing_if = "Option::is_none")]
    pub region: Option<String>,
    #[serde(rename = "Resources", skip_serializing_if = "Option::is_none")]
    pub resources: Option<Vec<String>>,
}

/// `SAMLKeyHashEntry` of the model.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct SAMLKeyHashEntry {
    #[serde(rename = "IssuerURL", skip_serializing_if = "Option::is_none")]
    pub issuer_url: Option<String>,
    #[serde(rename = "KeyHashes", skip_serializing_if = "Option::is_none")]
    pub key_hashes: Option<Vec<String>>,
}

/// `SAMLPrivateKey` of the model.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct SAMLPrivateKey {
    #[serde(rename = "KeyId", skip_serializing_if = "Option::is_none")]
    pub key_id: Option<String>,
    #[serde(rename = "Timestamp", skip_serializing_if = "Option::is_none")]
    pub timestamp: Option<f64>,
}

/// `SAMLProviderListEntry` of the model.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct SAMLProviderListEntry {
    #[serde(rename = "Arn", skip_serializing_if = "Option::is_none")]
    pub arn: Option<String>,
    #[serde(rename = "ValidUntil", skip_serializing_if = "Option::is_none")]
    pub valid_until: Option<f64>,
    #[serde(rename = "CreateDate", skip_serializing_if = "Option::is_none")]
    pub create_date: Option<f64>,
    #[serde(rename = "IsTrustedIdentityPropagationEnabled", skip_serializing_if = "Option::is_none")]
    pub is_trusted_identity_propagation_enabled: Option<bool>,
}

/// `SSHPublicKey` of the model.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct SSHPublicKey {
    #[serde(rename = "UserName")]
    pub user_name: String,
    #[serde(rename = "SSHPublicKeyId")]
    pub ssh_public_key_id: String,
    #[serde(rename = "Fingerprint")]
    pub fingerprint: String,
    #[serde(rename = "SSHPublicKeyBody")]
    pub ssh_public_key_body: String,
    #[serde(rename = "Status")]
    pub status: String,
    #[serde(rename = "UploadDate", skip_serializing_if = "Option::is_none")]
    pub upload_date: Option<f64>,
}

/// `SSHPublicKeyMetadata` of the model.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct SSHPublicKeyMetadata {
    #[serde(rename = "UserName")]
    pub user_name: String,
    #[serde(rename = "SSHPublicKeyId")]
    pub ssh_public_key_id: String,
    #[serde(rename = "Status")]
    pub status: String,
    #[serde(rename = "UploadDate")]
    pub upload_date: f64,
}

/// `ServerCertificate` of the model.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct ServerCertificate {
    #[serde(rename = "ServerCertificateMetadata")]
    pub server_certificate_metadata: ServerCertificateMetadata,
    #[serde(rename = "CertificateBody")]
    pub certificate_body: String,
    #[serde(rename = "CertificateChain", skip_serializing_if = "Option::is_none")]
    pub certificate_chain: Option<String>,
    #[serde(rename = "Tags", skip_serializing_if = "Option::is_none")]
    pub tags: Option<Vec<Tag>>,
}

/// `ServerCertificateMetadata` of the model.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct ServerCertificateMetadata {
    #[serde(rename = "Path")]
    pub path: String,
    #[serde(rename = "ServerCertificateName")]
    pub server_certificate_name: String,
    #[serde(rename = "ServerCertificateId")]
    pub server_certificate_id: String,
    #[serde(rename = "Arn")]
    pub arn: String,
    #[serde(rename = "UploadDate", skip_serializing_if = "Option::is_none")]
    pub upload_date: Option<f64>,
    #[serde(rename = "Expiration", skip_serializing_if = "Option::is_none")]
    pub expiration: Option<f64>,
}

/// `ServiceLastAccessed` of the model.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct ServiceLastAccessed {
    #[serde(rename = "ServiceName")]
    pub service_name: String,
    #[serde(rename = "LastAuthenticated", skip_serializing_if = "Option::is_none")]
    pub last_authenticated: Option<f64>,
    #[serde(rename = "ServiceNamespace")]
    pub service_namespace: String,
    #[serde(rename = "LastAuthenticatedEntity", skip_serializing_if = "Option::is_none")]
    pub last_authenticated_entity: Option<String>,
    #[serde(rename = "LastAuthenticatedRegion", skip_serializing_if = "Option::is_none")]
    pub last_authenticated_region: Option<String>,
    #[serde(rename = "TotalAuthenticatedEntities", skip_serializing_if = "Option::is_none")]
    pub total_authenticated_entities: Option<i32>,
    #[serde(rename = "TrackedActionsLastAccessed", skip_serializing_if = "Option::is_none")]
    pub tracked_actions_last_accessed: Option<Vec<TrackedActionLastAccessed>>,
}

/// `ServiceSpecificCredential` of the model.
#[derive(Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct ServiceSpecificCredential {
    #[serde(rename = "CreateDate")]
    pub create_date: f64,
    #[serde(rename = "ExpirationDate", skip_serializing_if = "Option::is_none")]
    pub expiration_date: Option<f64>,
    #[serde(rename = "ServiceName")]
    pub service_name: String,
    #[serde(rename = "ServiceUserName", skip_serializing_if = "Option::is_none")]
    pub service_user_name: Option<String>,
    #[serde(rename = "ServicePassword", skip_serializing_if = "Option::is_none")]
    pub service_password: Option<String>,
    #[serde(rename = "ServiceCredentialAlias", skip_serializing_if = "Option::is_none")]
    pub service_credential_alias: Option<String>,
    #[serde(rename = "ServiceCredentialSecret", skip_serializing_if = "Option::is_none")]
    pub service_credential_secret: Option<String>,
    #[serde(rename = "ServiceSpecificCredentialId")]
    pub service_specific_credential_id: String,
    #[serde(rename = "UserName")]
    pub user_name: String,
    #[serde(rename = "Status")]
    pub status: String,
}

impl std::fmt::Debug for ServiceSpecificCredential {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("ServiceSpecificCredential").finish_non_exhaustive()
    }
}

/// `ServiceSpecificCredentialMetadata` of the model.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct ServiceSpecificCredentialMetadata {
    #[serde(rename = "UserName")]
    pub user_name: String,
    #[serde(rename = "Status")]
    pub status: String,
    #[serde(rename = "ServiceUserName", skip_serializing_if = "Option::is_none")]
    pub service_user_name: Option<String>,
    #[serde(rename = "ServiceCredentialAlias", skip_serializing_if = "Option::is_none")]
    pub service_credential_alias: Option<String>,
    #[serde(rename = "CreateDate")]
    pub create_date: f64,
    #[serde(rename = "ExpirationDate", skip_serializing_if = "Option::is_none")]
    pub expiration_date: Option<f64>,
    #[serde(rename = "ServiceSpecificCredentialId")]
    pub service_specific_credential_id: String,
    #[serde(rename = "ServiceName")]
    pub service_name: String,
}

/// `SetDefaultPolicyVersionRequest` of the model.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct SetDefaultPolicyVersionRequest {
    #[serde(rename = "PolicyArn")]
    pub policy_arn: String,
    #[serde(rename = "VersionId")]
    pub version_id: String,
}

/// `SigningCertificate` of the model.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct SigningCertificate {
    #[serde(rename = "UserName")]
    pub user_name: String,
    #[serde(rename = "CertificateId")]
    pub certificate_id: String,
    #[serde(rename = "CertificateBody")]
    pub certificate_body: String,
    #[serde(rename = "Status")]
    pub status: String,
    #[serde(rename = "UploadDate", skip_serializing_if = "Option::is_none")]
    pub upload_date: Option<f64>,
}

/// `SimulateCustomPolicyRequest` of the model.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct SimulateCustomPolicyRequest {
    #[serde(rename = "PolicyInputList")]
    pub policy_input_list: Vec<String>,
    #[serde(rename = "PermissionsBoundaryPolicyInputList", skip_serializing_if = "Option::is_none")]
    pub permissions_boundary_policy_input_list: Option<Vec<String>>,
    #[serde(rename = "OrderedOrganizationPolicyInputList", skip_serializing_if = "Option::is_none")]
    pub ordered_organization_policy_input_list: Option<Vec<OrderedOrganizationPolicyType>>,
    #[serde(rename = "ActionNames")]
    pub action_names: Vec<String>,
    #[serde(rename = "ResourceArns", skip_serializing_if = "Option::is_none")]
    pub resource_arns: Option<Vec<String>>,
    #[serde(rename = "ResourcePolicy", skip_serializing_if = "Option::is_none")]
    pub resource_policy: Option<String>,
    #[serde(rename = "ResourceOwner", skip_serializing_if = "Option::is_none")]
    pub resource_owner: Option<String>,
    #[serde(rename = "CallerArn", skip_serializing_if = "Option::is_none")]
    pub caller_arn: Option<String>,
    #[serde(rename = "ContextEntries", skip_serializing_if = "Option::is_none")]
    pub context_entries: Option<Vec<ContextEntry>>,
    #[serde(rename = "ResourceHandlingOption", skip_serializing_if = "Option::is_none")]
    pub resource_handling_option: Option<String>,
    #[serde(rename = "MaxItems", skip_serializing_if = "Option::is_none")]
    pub max_items: Option<i32>,
    #[serde(rename = "Marker", skip_serializing_if = "Option::is_none")]
    pub marker: Option<String>,
}

/// `SimulatePolicyResponse` of the model.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct SimulatePolicyResponse {
    #[serde(rename = "EvaluationResults", skip_serializing_if = "Option::is_none")]
    pub evaluation_results: Option<Vec<EvaluationResult>>,
    #[serde(rename = "IsTruncated", skip_serializing_if = "Option::is_none")]
    pub is_truncated: Option<bool>,
    #[serde(rename = "Marker", skip_serializing_if = "Option::is_none")]
    pub marker: Option<String>,
}

/// `SimulatePrincipalPolicyRequest` of the model.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct SimulatePrincipalPolicyRequest {
    #[serde(rename = "PolicySourceArn")]
    pub policy_source_arn: String,
    #[serde(rename = "PolicyInputList", skip_serializing_if = "Option::is_none")]
    pub policy_input_list: Option<Vec<String>>,
    #[serde(rename = "PermissionsBoundaryPolicyInputList", skip_serializing_if = "Option::is_none")]
    pub permissions_boundary_policy_input_list: Option<Vec<String>>,
    #[serde(rename = "PolicyExclusionList", skip_serializing_if = "Option::is_none")]
    pub policy_exclusion_list: Option<Vec<PolicyIdentifier>>,
    #[serde(rename = "ActionNames")]
    pub action_names: Vec<String>,
    #[serde(rename = "ResourceArns", skip_serializing_if = "Option::is_none")]
    pub resource_arns: Option<Vec<String>>,
    #[serde(rename = "ResourcePolicy", skip_serializing_if = "Option::is_none")]
    pub resource_policy: Option<String>,
    #[serde(rename = "ResourceOwner", skip_serializing_if = "Option::is_none")]
    pub resource_owner: Option<String>,
    #[serde(rename = "CallerArn", skip_serializing_if = "Option::is_none")]
    pub caller_arn: Option<String>,
    #[serde(rename = "ContextEntries", skip_serializing_if = "Option::is_none")]
    pub context_entries: Option<Vec<ContextEntry>>,
    #[serde(rename = "ResourceHandlingOption", skip_serializing_if = "Option::is_none")]
    pub resource_handling_option: Option<String>,
    #[serde(rename = "MaxItems", skip_serializing_if = "Option::is_none")]
    pub max_items: Option<i32>,
    #[serde(rename = "Marker", skip_serializing_if = "Option::is_none")]
    pub marker: Option<String>,
}

/// `SourceRoleTemplate` of the model.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct SourceRoleTemplate {
    #[serde(rename = "TemplateArn")]
    pub template_arn: String,
    #[serde(rename = "TemplateMinorVersion")]
    pub template_minor_version: i32,
}

/// `Statement` of the model.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Statement {
    #[serde(rename = "SourcePolicyId", skip_serializing_if = "Option::is_none")]
    pub source_policy_id: Option<String>,
    #[serde(rename = "SourcePolicyType", skip_serializing_if = "Option::is_none")]
    pub source_policy_type: Option<String>,
    #[serde(rename = "StartPosition", skip_serializing_if = "Option::is_none")]
    pub start_position: Option<Position>,
    #[serde(rename = "EndPosition", skip_serializing_if = "Option::is_none")]
    pub end_position: Option<Position>,
}

/// `Tag` of the model.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Tag {
    #[serde(rename = "Key")]
    pub key: String,
    #[serde(rename = "Value")]
    pub value: String,
}

/// `TagInstanceProfileRequest` of the model.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct TagInstanceProfileRequest {
    #[serde(rename = "InstanceProfileName")]
    pub instance_profile_name: String,
    #[serde(rename = "Tags")]
    pub tags: Vec<Tag>,
}

/// `TagMFADeviceRequest` of the model.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct TagMFADeviceRequest {
    #[serde(rename = "SerialNumber")]
    pub serial_number: String,
    #[serde(rename = "Tags")]
    pub tags: Vec<Tag>,
}

/// `TagOpenIDConnectProviderRequest` of the model.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct TagOpenIDConnectProviderRequest {
    #[serde(rename = "OpenIDConnectProviderArn")]
    pub open_id_connect_provider_arn: String,
    #[serde(rename = "Tags")]
    pub tags: Vec<Tag>,
}

/// `TagPolicyRequest` of the model.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct TagPolicyRequest {
    #[serde(rename = "PolicyArn")]
    pub policy_arn: String,
    #[serde(rename = "Tags")]
    pub tags: Vec<Tag>,
}

/// `TagRoleRequest` of the model.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct TagRoleRequest {
    #[serde(rename = "RoleName")]
    pub role_name: String,
    #[serde(rename = "Tags")]
    pub tags: Vec<Tag>,
}

/// `TagSAMLProviderRequest` of the model.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct TagSAMLProviderRequest {
    #[serde(rename = "SAMLProviderArn")]
    pub saml_provider_arn: String,
    #[serde(rename = "Tags")]
    pub tags: Vec<Tag>,
}

/// `TagServerCertificateRequest` of the model.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct TagServerCertificateRequest {
    #[serde(rename = "ServerCertificateName")]
    pub server_certificate_name: String,
    #[serde(rename = "Tags")]
    pub tags: Vec<Tag>,
}

/// `TagUserRequest` of the model.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct TagUserRequest {
    #[serde(rename = "UserName")]
    pub user_name: String,
    #[serde(rename = "Tags")]
    pub tags: Vec<Tag>,
}

/// `TrackedActionLastAccessed` of the model.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct TrackedActionLastAccessed {
    #[serde(rename = "ActionName", skip_serializing_if = "Option::is_none")]
    pub action_name: Option<String>,
    #[serde(rename = "LastAccessedEntity", skip_serializing_if = "Option::is_none")]
    pub last_accessed_entity: Option<String>,
    #[serde(rename = "LastAccessedTime", skip_serializing_if = "Option::is_none")]
    pub last_accessed_time: Option<f64>,
    #[serde(rename = "LastAccessedRegion", skip_serializing_if = "Option::is_none")]
    pub last_accessed_region: Option<String>,
}

/// `UntagInstanceProfileRequest` of the model.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct UntagInstanceProfileRequest {
    #[serde(rename = "InstanceProfileName")]
    pub instance_profile_name: String,
    #[serde(rename = "TagKeys")]
    pub tag_keys: Vec<String>,
}

/// `UntagMFADeviceRequest` of the model.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct UntagMFADeviceRequest {
    #[serde(rename = "SerialNumber")]
    pub serial_number: String,
    #[serde(rename = "TagKeys")]
    pub tag_keys: Vec<String>,
}

/// `UntagOpenIDConnectProviderRequest` of the model.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct UntagOpenIDConnectProviderRequest {
    #[serde(rename = "OpenIDConnectProviderArn")]
    pub open_id_connect_provider_arn: String,
    #[serde(rename = "TagKeys")]
    pub tag_keys: Vec<String>,
}

/// `UntagPolicyRequest` of the model.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct UntagPolicyRequest {
    #[serde(rename = "PolicyArn")]
    pub policy_arn: String,
    #[serde(rename = "TagKeys")]
    pub tag_keys: Vec<String>,
}

/// `UntagRoleRequest` of the model.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct UntagRoleRequest {
    #[serde(rename = "RoleName")]
    pub role_name: String,
    #[serde(rename = "TagKeys")]
    pub tag_keys: Vec<String>,
}

/// `UntagSAMLProviderRequest` of the model.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct UntagSAMLProviderRequest {
    #[serde(rename = "SAMLProviderArn")]
    pub saml_provider_arn: String,
    #[serde(rename = "TagKeys")]
    pub tag_keys: Vec<String>,
}

/// `UntagServerCertificateRequest` of the model.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct UntagServerCertificateRequest {
    #[serde(rename = "ServerCertificateName")]
    pub server_certificate_name: String,
    #[serde(rename = "TagKeys")]
    pub tag_keys: Vec<String>,
}

/// `UntagUserRequest` of the model.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct UntagUserRequest {
    #[serde(rename = "UserName")]
    pub user_name: String,
    #[serde(rename = "TagKeys")]
    pub tag_keys: Vec<String>,
}

/// `UpdateAccessKeyRequest` of the model.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct UpdateAccessKeyRequest {
    #[serde(rename = "UserName", skip_serializing_if = "Option::is_none")]
    pub user_name: Option<String>,
    #[serde(rename = "AccessKeyId")]
    pub access_key_id: String,
    #[serde(rename = "Status")]
    pub status: String,
}

/// `UpdateAccountPasswordPolicyRequest` of the model.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct UpdateAccountPasswordPolicyRequest {
    #[serde(rename = "MinimumPasswordLength", skip_serializing_if = "Option::is_none")]
    pub minimum_password_length: Option<i32>,
    #[serde(rename = "RequireSymbols", skip_serializing_if = "Option::is_none")]
    pub require_symbols: Option<bool>,
    #[serde(rename = "RequireNumbers", skip_serializing_if = "Option::is_none")]
    pub require_numbers: Option<bool>,
    #[serde(rename = "RequireUppercaseCharacters", skip_serializing_if = "Option::is_none")]
    pub require_uppercase_characters: Option<bool>,
    #[serde(rename = "RequireLowercaseCharacters", skip_serializing_if = "Option::is_none")]
    pub require_lowercase_characters: Option<bool>,
    #[serde(rename = "AllowUsersToChangePassword", skip_serializing_if = "Option::is_none")]
    pub allow_users_to_change_password: Option<bool>,
    #[serde(rename = "MaxPasswordAge", skip_serializing_if = "Option::is_none")]
    pub max_password_age: Option<i32>,
    #[serde(rename = "PasswordReusePrevention", skip_serializing_if = "Option::is_none")]
    pub password_reuse_prevention: Option<i32>,
    #[serde(rename = "HardExpiry", skip_serializing_if = "Option::is_none")]
    pub hard_expiry: Option<bool>,
}

/// `UpdateAssumeRolePolicyRequest` of the model.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct UpdateAssumeRolePolicyRequest {
    #[serde(rename = "RoleName")]
    pub role_name: String,
    #[serde(rename = "PolicyDocument")]
    pub policy_document: String,
}

/// `UpdateGroupRequest` of the model.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct UpdateGroupRequest {
    #[serde(rename = "GroupName")]
    pub group_name: String,
    #[serde(rename = "NewPath", skip_serializing_if = "Option::is_none")]
    pub new_path: Option<String>,
    #[serde(rename = "NewGroupName", skip_serializing_if = "Option::is_none")]
    pub new_group_name: Option<String>,
}

/// `UpdateLoginProfileRequest` of the model.
#[derive(Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct UpdateLoginProfileRequest {
    #[serde(rename = "UserName")]
    pub user_name: String,
    #[serde(rename = "Password", skip_serializing_if = "Option::is_none")]
    pub password: Option<String>,
    #[serde(rename = "PasswordResetRequired", skip_serializing_if = "Option::is_none")]
    pub password_reset_required: Option<bool>,
    #[serde(rename = "MaxSigninSessionDuration", skip_serializing_if = "Option::is_none")]
    pub max_signin_session_duration: Option<i32>,
    #[serde(rename = "ResetMaxSigninSessionDuration", skip_serializing_if = "Option::is_none")]
    pub reset_max_signin_session_duration: Option<bool>,
}

impl std::fmt::Debug for UpdateLoginProfileRequest {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("UpdateLoginProfileRequest").finish_non_exhaustive()
    }
}

/// `UpdateOpenIDConnectProviderThumbprintRequest` of the model.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct UpdateOpenIDConnectProviderThumbprintRequest {
    #[serde(rename = "OpenIDConnectProviderArn")]
    pub open_id_connect_provider_arn: String,
    #[serde(rename = "ThumbprintList")]
    pub thumbprint_list: Vec<String>,
}

/// `UpdateRoleDescriptionRequest` of the model.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct UpdateRoleDescriptionRequest {
    #[serde(rename = "RoleName")]
    pub role_name: String,
    #[serde(rename = "Description")]
    pub description: String,
}

/// `UpdateRoleDescriptionResponse` of the model.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct UpdateRoleDescriptionResponse {
    #[serde(rename = "Role", skip_serializing_if = "Option::is_none")]
    pub role: Option<Role>,
}

/// `UpdateRoleRequest` of the model.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct UpdateRoleRequest {
    #[serde(rename = "RoleName")]
    pub role_name: String,
    #[serde(rename = "Description", skip_serializing_if = "Option::is_none")]
    pub description: Option<String>,
    #[serde(rename = "MaxSessionDuration", skip_serializing_if = "Option::is_none")]
    pub max_session_duration: Option<i32>,
    #[serde(rename = "MaxSigninSessionDuration", skip_serializing_if = "Option::is_none")]
    pub max_signin_session_duration: Option<i32>,
    #[serde(rename = "ResetMaxSigninSessionDuration", skip_serializing_if = "Option::is_none")]
    pub reset_max_signin_session_duration: Option<bool>,
}

/// `UpdateRoleResponse` of the model.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct UpdateRoleResponse {
}

/// `UpdateSAMLProviderRequest` of the model.
#[derive(Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct UpdateSAMLProviderRequest {
    #[serde(rename = "SAMLMetadataDocument", skip_serializing_if = "Option::is_none")]
    pub saml_metadata_document: Option<String>,
    #[serde(rename = "SAMLProviderArn")]
    pub saml_provider_arn: String,
    #[serde(rename = "AssertionEncryptionMode", skip_serializing_if = "Option::is_none")]
    pub assertion_encryption_mode: Option<String>,
    #[serde(rename = "AddPrivateKey", skip_serializing_if = "Option::is_none")]
    pub add_private_key: Option<String>,
    #[serde(rename = "RemovePrivateKey", skip_serializing_if = "Option::is_none")]
    pub remove_private_key: Option<String>,
    #[serde(rename = "ContextProvider", skip_serializing_if = "Option::is_none")]
    pub context_provider: Option<ContextProvider>,
    #[serde(rename = "IdentityCenterInstanceArn", skip_serializing_if = "Option::is_none")]
    pub identity_center_instance_arn: Option<String>,
    #[serde(rename = "RemoveContextProvider", skip_serializing_if = "Option::is_none")]
    pub remove_context_provider: Option<bool>,
    #[serde(rename = "RemoveIdentityCenterInstance", skip_serializing_if = "Option::is_none")]
    pub remove_identity_center_instance: Option<bool>,
}

impl std::fmt::Debug for UpdateSAMLProviderRequest {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("UpdateSAMLProviderRequest").finish_non_exhaustive()
    }
}

/// `UpdateSAMLProviderResponse` of the model.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct UpdateSAMLProviderResponse {
    #[serde(rename = "SAMLProviderArn", skip_serializing_if = "Option::is_none")]
    pub saml_provider_arn: Option<String>,
}

/// `UpdateSSHPublicKeyRequest` of the model.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct UpdateSSHPublicKeyRequest {
    #[serde(rename = "UserName")]
    pub user_name: String,
    #[serde(rename = "SSHPublicKeyId")]
    pub ssh_public_key_id: String,
    #[serde(rename = "Status")]
    pub status: String,
}

/// `UpdateServerCertificateRequest` of the model.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct UpdateServerCertificateRequest {
    #[serde(rename = "ServerCertificateName")]
    pub server_certificate_name: String,
    #[serde(rename = "NewPath", skip_serializing_if = "Option::is_none")]
    pub new_path: Option<String>,
    #[serde(rename = "NewServerCertificateName", skip_serializing_if = "Option::is_none")]
    pub new_server_certificate_name: Option<String>,
}

/// `UpdateServiceSpecificCredentialRequest` of the model.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct UpdateServiceSpecificCredentialRequest {
    #[serde(rename = "UserName", skip_serializing_if = "Option::is_none")]
    pub user_name: Option<String>,
    #[serde(rename = "ServiceSpecificCredentialId")]
    pub service_specific_credential_id: String,
    #[serde(rename = "Status")]
    pub status: String,
}

/// `UpdateSigningCertificateRequest` of the model.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct UpdateSigningCertificateRequest {
    #[serde(rename = "UserName", skip_serializing_if = "Option::is_none")]
    pub user_name: Option<String>,
    #[serde(rename = "CertificateId")]
    pub certificate_id: String,
    #[serde(rename = "Status")]
    pub status: String,
}

/// `UpdateUserRequest` of the model.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct UpdateUserRequest {
    #[serde(rename = "UserName")]
    pub user_name: String,
    #[serde(rename = "NewPath", skip_serializing_if = "Option::is_none")]
    pub new_path: Option<String>,
    #[serde(rename = "NewUserName", skip_serializing_if = "Option::is_none")]
    pub new_user_name: Option<String>,
}

/// `UploadSSHPublicKeyRequest` of the model.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct UploadSSHPublicKeyRequest {
    #[serde(rename = "UserName")]
    pub user_name: String,
    #[serde(rename = "SSHPublicKeyBody")]
    pub ssh_public_key_body: String,
}

/// `UploadSSHPublicKeyResponse` of the model.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct UploadSSHPublicKeyResponse {
    #[serde(rename = "SSHPublicKey", skip_serializing_if = "Option::is_none")]
    pub ssh_public_key: Option<SSHPublicKey>,
}

/// `UploadServerCertificateRequest` of the model.
#[derive(Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct UploadServerCertificateRequest {
    #[serde(rename = "Path", skip_serializing_if = "Option::is_none")]
    pub path: Option<String>,
    #[serde(rename = "ServerCertificateName")]
    pub server_certificate_name: String,
    #[serde(rename = "CertificateBody")]
    pub certificate_body: String,
    #[serde(rename = "PrivateKey")]
    pub private_key: String,
    #[serde(rename = "CertificateChain", skip_serializing_if = "Option::is_none")]
    pub certificate_chain: Option<String>,
    #[serde(rename = "Tags", skip_serializing_if = "Option::is_none")]
    pub tags: Option<Vec<Tag>>,
}

impl std::fmt::Debug for UploadServerCertificateRequest {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("UploadServerCertificateRequest").finish_non_exhaustive()
    }
}

/// `UploadServerCertificateResponse` of the model.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct UploadServerCertificateResponse {
    #[serde(rename = "ServerCertificateMetadata", skip_serializing_if = "Option::is_none")]
    pub server_certificate_metadata: Option<ServerCertificateMetadata>,
    #[serde(rename = "Tags", skip_serializing_if = "Option::is_none")]
    pub tags: Option<Vec<Tag>>,
}

/// `UploadSigningCertificateRequest` of the model.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct UploadSigningCertificateRequest {
    #[serde(rename = "UserName", skip_serializing_if = "Option::is_none")]
    pub user_name: Option<String>,
    #[serde(rename = "CertificateBody")]
    pub certificate_body: String,
}

/// `UploadSigningCertificateResponse` of the model.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct UploadSigningCertificateResponse {
    #[serde(rename = "Certificate")]
    pub certificate: SigningCertificate,
}

/// `User` of the model.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct User {
    #[serde(rename = "Path")]
    pub path: String,
    #[serde(rename = "UserName")]
    pub user_name: String,
    #[serde(rename = "UserId")]
    pub user_id: String,
    #[serde(rename = "Arn")]
    pub arn: String,
    #[serde(rename = "CreateDate")]
    pub create_date: f64,
    #[serde(rename = "PasswordLastUsed", skip_serializing_if = "Option::is_none")]
    pub password_last_used: Option<f64>,
    #[serde(rename = "PermissionsBoundary", skip_serializing_if = "Option::is_none")]
    pub permissions_boundary: Option<AttachedPermissionsBoundary>,
    #[serde(rename = "Tags", skip_serializing_if = "Option::is_none")]
    pub tags: Option<Vec<Tag>>,
}

/// `UserDetail` of the model.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct UserDetail {
    #[serde(rename = "Path", skip_serializing_if = "Option::is_none")]
    pub path: Option<String>,
    #[serde(rename = "UserName", skip_serializing_if = "Option::is_none")]
    pub user_name: Option<String>,
    #[serde(rename = "UserId", skip_serializing_if = "Option::is_none")]
    pub user_id: Option<String>,
    #[serde(rename = "Arn", skip_serializing_if = "Option::is_none")]
    pub arn: Option<String>,
    #[serde(rename = "CreateDate", skip_serializing_if = "Option::is_none")]
    pub create_date: Option<f64>,
    #[serde(rename = "UserPolicyList", skip_serializing_if = "Option::is_none")]
    pub user_policy_list: Option<Vec<PolicyDetail>>,
    #[serde(rename = "GroupList", skip_serializing_if = "Option::is_none")]
    pub group_list: Option<Vec<String>>,
    #[serde(rename = "AttachedManagedPolicies", skip_serializing_if = "Option::is_none")]
    pub attached_managed_policies: Option<Vec<AttachedPolicy>>,
    #[serde(rename = "PermissionsBoundary", skip_serializing_if = "Option::is_none")]
    pub permissions_boundary: Option<AttachedPermissionsBoundary>,
    #[serde(rename = "Tags", skip_serializing_if = "Option::is_none")]
    pub tags: Option<Vec<Tag>>,
}

/// `VirtualMFADevice` of the model.
#[derive(Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct VirtualMFADevice {
    #[serde(rename = "SerialNumber")]
    pub serial_number: String,
    #[serde(rename = "Base32StringSeed", skip_serializing_if = "Option::is_none")]
    pub base32_string_seed: Option<String>,
    #[serde(rename = "QRCodePNG", skip_serializing_if = "Option::is_none")]
    pub qr_code_png: Option<String>,
    #[serde(rename = "User", skip_serializing_if = "Option::is_none")]
    pub user: Option<User>,
    #[serde(rename = "EnableDate", skip_serializing_if = "Option::is_none")]
    pub enable_date: Option<f64>,
    #[serde(rename = "Tags", skip_serializing_if = "Option::is_none")]
    pub tags: Option<Vec<Tag>>,
}

impl std::fmt::Debug for VirtualMFADevice {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("VirtualMFADevice").finish_non_exhaustive()
    }
}
