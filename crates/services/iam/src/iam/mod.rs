//! IAM: the operations on roles, and GetUser for the root user.

mod inline;
mod managed;
mod roles;
mod user;

use async_trait::async_trait;
use aws_wire::generated::iam::MODEL;
use aws_wire::{ApiError, Input, Operation, Output, RequestContext, Service, ServiceModel};
use std::sync::Arc;
use store::IdentityStore;

/// AWS Identity and Access Management.
pub struct IamService {
    pub(crate) store: Arc<dyn IdentityStore>,
}

impl IamService {
    /// The service on a store.
    pub fn new(store: Arc<dyn IdentityStore>) -> Self {
        Self { store }
    }
}

#[async_trait]
impl Service for IamService {
    fn model(&self) -> &'static ServiceModel {
        &MODEL
    }

    async fn call(
        &self,
        context: RequestContext,
        operation: &'static Operation,
        input: Input,
    ) -> Result<Output, ApiError> {
        match operation.name {
            "CreateRole" => roles::create_role(self, &context, input).await,
            "GetRole" => roles::get_role(self, &context, input).await,
            "DeleteRole" => roles::delete_role(self, &context, input).await,
            "ListRoles" => roles::list_roles(self, &context, input).await,
            "AttachRolePolicy" => managed::attach_role_policy(self, &context, input).await,
            "DetachRolePolicy" => managed::detach_role_policy(self, &context, input).await,
            "ListAttachedRolePolicies" => managed::list_attached_role_policies(self, &context, input).await,
            "PutRolePolicy" => inline::put_role_policy(self, &context, input).await,
            "GetRolePolicy" => inline::get_role_policy(self, &context, input).await,
            "DeleteRolePolicy" => inline::delete_role_policy(self, &context, input).await,
            "ListRolePolicies" => inline::list_role_policies(self, &context, input).await,
            "GetUser" => user::get_user(&context, input),
            name => Err(ApiError::not_implemented("iam", name)),
        }
    }
}
