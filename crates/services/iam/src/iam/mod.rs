//! IAM: users, groups, roles, their policies and keys, instance profiles, identity providers, and the simulation of given
//! policies.

mod access_keys;
mod account;
mod certificates;
mod details;
mod devices;
mod granted;
mod identities;
mod inline;
mod items;
mod last_accessed;
mod managed;
mod passwords;
mod policies;
mod profiles;
mod protected;
mod providers;
mod report;
mod roles;
mod saml;
mod simulate;
mod ssh_keys;
mod subject;
mod tags;
mod user_items;
mod users;
mod versions;

pub(crate) use certificates::Server;
pub(crate) use items::Kept;
pub(crate) use providers::is_loopback;
pub(crate) use tags::TaggedItem;

use crate::errors::internal;
use crate::user_keys::UserKeys;
use crate::uses::ServiceUses;
use async_trait::async_trait;
use aws_wire::access::{Access, Asked};
use aws_wire::generated::iam::MODEL;
use aws_wire::{ApiError, Input, Operation, Output, RequestContext, Service, ServiceModel};
use domain::AccountId;
use std::sync::Arc;
use store::IamStore;
use store::IdentityKind::{Group, Role, User};
use subject::Subject;
use tokio::sync::Semaphore;

/// AWS Identity and Access Management.
pub struct IamService {
    pub(crate) store: Arc<dyn IamStore>,
    pub(crate) keys: Arc<UserKeys>,
    uses: Arc<ServiceUses>,
    /// Passwords that are hashed at a time: each takes a core.
    hashing: Semaphore,
}

/// See [`IamService::hashing`].
const HASHING: usize = 2;

impl IamService {
    /// The service on a store. `keys` is told of every change of users' access keys; `uses` is what reports of last uses say.
    pub fn new(store: Arc<dyn IamStore>, keys: Arc<UserKeys>, uses: Arc<ServiceUses>) -> Self {
        Self { store, keys, uses, hashing: Semaphore::new(HASHING) }
    }

    /// Has memory know a user's keys as they are kept, once his name or path has changed.
    async fn refresh_keys(&self, account: &AccountId, user: &str) -> Result<(), ApiError> {
        let keys = self.store.access_keys(account, user).await.map_err(|error| internal(&error))?;
        for key in keys {
            self.keys.refresh(&key.id).await.map_err(|error| internal(&error))?;
        }
        Ok(())
    }
}

#[async_trait]
impl Service for IamService {
    fn model(&self) -> &'static ServiceModel {
        &MODEL
    }

    fn access(&self, asked: &Asked<'_>) -> Access {
        crate::access::access(asked)
    }

    async fn call(
        &self,
        context: RequestContext,
        operation: &'static Operation,
        input: Input,
    ) -> Result<Output, ApiError> {
        let name = operation.name;
        let of = |kind| Subject::named(kind, &context, &input);
        match name {
            "PutRolePolicy" => inline::put(self, of(Role), input).await,
            "PutUserPolicy" => inline::put(self, of(User), input).await,
            "PutGroupPolicy" => inline::put(self, of(Group), input).await,
            "GetRolePolicy" => inline::get(self, of(Role), input).await,
            "GetUserPolicy" => inline::get(self, of(User), input).await,
            "GetGroupPolicy" => inline::get(self, of(Group), input).await,
            "DeleteRolePolicy" => inline::delete(self, of(Role), input).await,
            "DeleteUserPolicy" => inline::delete(self, of(User), input).await,
            "DeleteGroupPolicy" => inline::delete(self, of(Group), input).await,
            "ListRolePolicies" => inline::list(self, of(Role), input).await,
            "ListUserPolicies" => inline::list(self, of(User), input).await,
            "ListGroupPolicies" => inline::list(self, of(Group), input).await,
            "AttachRolePolicy" => managed::attach(self, of(Role), input).await,
            "AttachUserPolicy" => managed::attach(self, of(User), input).await,
            "AttachGroupPolicy" => managed::attach(self, of(Group), input).await,
            "DetachRolePolicy" => managed::detach(self, of(Role), input).await,
            "DetachUserPolicy" => managed::detach(self, of(User), input).await,
            "DetachGroupPolicy" => managed::detach(self, of(Group), input).await,
            "ListAttachedRolePolicies" => managed::list(self, of(Role), input).await,
            "ListAttachedUserPolicies" => managed::list(self, of(User), input).await,
            "ListAttachedGroupPolicies" => managed::list(self, of(Group), input).await,
            "PutRolePermissionsBoundary" => managed::put_boundary(self, of(Role), input).await,
            "PutUserPermissionsBoundary" => managed::put_boundary(self, of(User), input).await,
            "DeleteRolePermissionsBoundary" => managed::delete_boundary(self, of(Role)).await,
            "DeleteUserPermissionsBoundary" => managed::delete_boundary(self, of(User)).await,
            "DeleteRole" => identities::delete(self, of(Role)).await,
            "CreateRole" => roles::create_role(self, &context, input).await,
            "GetRole" => roles::get_role(self, &context, input).await,
            "ListRoles" => roles::list_roles(self, &context, input).await,
            "UpdateRole" => roles::update_role(self, of(Role), input).await,
            "UpdateRoleDescription" => roles::update_description(self, of(Role), input).await,
            "UpdateAssumeRolePolicy" => roles::update_trust(self, of(Role), input).await,
            "CreateServiceLinkedRole" => protected::create(self, &context, input).await,
            "DeleteServiceLinkedRole" => protected::delete(self, &context, input).await,
            "GetServiceLinkedRoleDeletionStatus" => protected::deletion_status(self, &context, input).await,
            "CreateUser" => users::create_user(self, &context, input).await,
            "GetUser" => users::get_user(self, &context, input).await,
            "ListUsers" => users::list_users(self, &context, input).await,
            "UpdateUser" => users::update(self, of(User), input).await,
            "DeleteUser" => identities::delete(self, of(User)).await,
            "CreateGroup" => users::create_group(self, &context, input).await,
            "GetGroup" => users::get_group(self, &context, input).await,
            "ListGroups" => users::list_groups(self, &context, input).await,
            "UpdateGroup" => users::update(self, of(Group), input).await,
            "DeleteGroup" => identities::delete(self, of(Group)).await,
            "AddUserToGroup" => users::add_to_group(self, &context, input).await,
            "RemoveUserFromGroup" => users::remove_from_group(self, &context, input).await,
            "ListGroupsForUser" => users::list_groups_for_user(self, &context, input).await,
            "CreateAccessKey" => access_keys::create(self, &context, input).await,
            "ListAccessKeys" => access_keys::list(self, &context, input).await,
            "UpdateAccessKey" => access_keys::update(self, &context, input).await,
            "DeleteAccessKey" => access_keys::delete(self, &context, input).await,
            "GetAccessKeyLastUsed" => access_keys::last_used(self, &context, input).await,
            "CreateInstanceProfile" => profiles::create(self, &context, input).await,
            "GetInstanceProfile" => profiles::get(self, &context, input).await,
            "ListInstanceProfiles" | "ListInstanceProfilesForRole" => {
                profiles::list(self, &context, input).await
            }
            "DeleteInstanceProfile" => profiles::delete(self, &context, input).await,
            "AddRoleToInstanceProfile" => profiles::add_role(self, &context, input).await,
            "RemoveRoleFromInstanceProfile" => profiles::remove_role(self, &context, input).await,
            "CreateOpenIDConnectProvider" => providers::create(self, &context, input).await,
            "GetOpenIDConnectProvider" => providers::get(self, &context, input).await,
            "ListOpenIDConnectProviders" => providers::list(self, &context).await,
            "DeleteOpenIDConnectProvider" => providers::delete(self, &context, input).await,
            "UpdateOpenIDConnectProviderThumbprint" => {
                providers::update_thumbprint(self, &context, input).await
            }
            "AddClientIDToOpenIDConnectProvider" => providers::add_client_id(self, &context, input).await,
            "RemoveClientIDFromOpenIDConnectProvider" => {
                providers::remove_client_id(self, &context, input).await
            }
            "CreateAccountAlias" => account::create_alias(self, &context, input).await,
            "DeleteAccountAlias" => account::delete_alias(self, &context, input).await,
            "ListAccountAliases" => account::list_aliases(self, &context).await,
            "GetAccountSummary" => account::summary(self, &context).await,
            "GetAccountAuthorizationDetails" => details::get(self, &context, input).await,
            "GetAccountPasswordPolicy" => passwords::get_policy(self, &context).await,
            "UpdateAccountPasswordPolicy" => passwords::update_policy(self, &context, input).await,
            "DeleteAccountPasswordPolicy" => passwords::delete_policy(self, &context).await,
            "CreateLoginProfile" => passwords::create(self, &context, input).await,
            "GetLoginProfile" => passwords::get(self, &context, input).await,
            "UpdateLoginProfile" => passwords::update(self, &context, input).await,
            "DeleteLoginProfile" => passwords::delete(self, &context, input).await,
            "ChangePassword" => passwords::change(self, &context, input).await,
            "CreateVirtualMFADevice" => devices::create(self, &context, input).await,
            "EnableMFADevice" => devices::enable(self, &context, input).await,
            "ResyncMFADevice" => devices::resync(self, &context, input).await,
            "DeactivateMFADevice" => devices::deactivate(self, &context, input).await,
            "DeleteVirtualMFADevice" => devices::delete(self, &context, input).await,
            "GetMFADevice" => devices::get(self, &context, input).await,
            "ListMFADevices" => devices::list(self, &context, input).await,
            "ListVirtualMFADevices" => devices::list_all(self, &context, input).await,
            "CreateSAMLProvider" => saml::create(self, &context, input).await,
            "GetSAMLProvider" => saml::get(self, &context, input).await,
            "UpdateSAMLProvider" => saml::update(self, &context, input).await,
            "DeleteSAMLProvider" => saml::delete(self, &context, input).await,
            "ListSAMLProviders" => saml::list(self, &context).await,
            "UploadSSHPublicKey" => ssh_keys::upload(self, &context, input).await,
            "GetSSHPublicKey" => ssh_keys::get(self, &context, input).await,
            "ListSSHPublicKeys" => ssh_keys::list(self, &context, input).await,
            "UpdateSSHPublicKey" => ssh_keys::update(self, &context, input).await,
            "DeleteSSHPublicKey" => ssh_keys::delete(self, &context, input).await,
            "UploadServerCertificate" => certificates::upload(self, &context, input).await,
            "GetServerCertificate" => certificates::get(self, &context, input).await,
            "ListServerCertificates" => certificates::list(self, &context, input).await,
            "UpdateServerCertificate" => certificates::update(self, &context, input).await,
            "DeleteServerCertificate" => certificates::delete(self, &context, input).await,
            "UploadSigningCertificate" => user_items::upload_certificate(self, &context, input).await,
            "ListSigningCertificates" => user_items::list_certificates(self, &context, input).await,
            "UpdateSigningCertificate" => user_items::update_certificate(self, &context, input).await,
            "DeleteSigningCertificate" => user_items::delete_certificate(self, &context, input).await,
            "CreateServiceSpecificCredential" => user_items::create_credential(self, &context, input).await,
            "ListServiceSpecificCredentials" => user_items::list_credentials(self, &context, input).await,
            "UpdateServiceSpecificCredential" => user_items::update_credential(self, &context, input).await,
            "ResetServiceSpecificCredential" => user_items::reset_credential(self, &context, input).await,
            "DeleteServiceSpecificCredential" => user_items::delete_credential(self, &context, input).await,
            "ListPoliciesGrantingServiceAccess" => granted::list(self, &context, input).await,
            "GenerateServiceLastAccessedDetails" => last_accessed::generate(self, &context, input).await,
            "GetServiceLastAccessedDetails" => last_accessed::get(self, &context, input).await,
            "GetServiceLastAccessedDetailsWithEntities" => {
                last_accessed::get_with_entities(self, &context, input).await
            }
            "GenerateCredentialReport" => report::generate(self, &context).await,
            "GetCredentialReport" => report::get(self, &context).await,
            "CreatePolicy" => policies::create_policy(self, &context, input).await,
            "CreatePolicyVersion" => versions::create_policy_version(self, &context, input).await,
            "DeletePolicy" => policies::delete_policy(self, &context, input).await,
            "DeletePolicyVersion" => versions::delete_policy_version(self, &context, input).await,
            "GetPolicy" => policies::get_policy(self, &context, input).await,
            "GetPolicyVersion" => versions::get_policy_version(self, &context, input).await,
            "ListEntitiesForPolicy" => policies::list_entities_for_policy(self, &context, input).await,
            "ListPolicies" => policies::list_policies(self, &context, input).await,
            "ListPolicyVersions" => versions::list_policy_versions(self, &context, input).await,
            "SetDefaultPolicyVersion" => versions::set_default_policy_version(self, &context, input).await,
            "SimulatePrincipalPolicy" => simulate::simulate_principal_policy(self, &context, input).await,
            "GetContextKeysForPrincipalPolicy" => {
                simulate::get_context_keys_for_principal_policy(self, input).await
            }
            "SimulateCustomPolicy" => simulate::simulate_custom_policy(&context, input),
            "GetContextKeysForCustomPolicy" => simulate::get_context_keys_for_custom_policy(input),
            name => match tags::of_name(name) {
                Some((verb, what)) => tags::tagging(self, &context, verb, what, input).await,
                None => Err(ApiError::not_implemented("iam", name)),
            },
        }
    }
}
