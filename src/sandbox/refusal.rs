//! Answers that say no, in the shapes of contract §1.
use super::json::{Object, array, string};
use super::subscription::BillFault;
use crate::arm::Response;
use crate::billing::{Decision, MoneyError, Scope};

/// A request that is not done: status, code and words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Refusal {
    status: u16,
    code: String,
    message: String,
    /// Fields that are missing or wrong: makes the answer an ASP.NET validation problem.
    fields: Vec<(&'static str, String)>,
}

impl Refusal {
    pub(super) fn new(status: u16, code: &str, message: impl Into<String>) -> Refusal {
        Refusal { status, code: code.to_owned(), message: message.into(), fields: Vec::new() }
    }

    pub(super) fn not_found() -> Refusal {
        Refusal::new(404, "NotFound", "The resource or one of its dependencies could not be found.")
    }

    pub(super) fn bad(code: &str, message: impl Into<String>) -> Refusal {
        Refusal::new(400, code, message)
    }

    pub(super) fn fields(fields: Vec<(&'static str, String)>) -> Refusal {
        Refusal { fields, ..Refusal::bad("", "") }
    }

    /// 403 with the roles that would help.
    pub(super) fn forbidden(decision: &Decision, scope: &Scope) -> Refusal {
        let names = match decision {
            Decision::Denied { missing, .. } => missing.iter().map(|role| role.name().to_owned()).collect(),
            Decision::Allowed { .. } => Vec::new(),
        };
        let needed = if names.is_empty() {
            String::from("No billing role allows it.")
        } else {
            format!("It needs one of these roles: {}.", names.join(", "))
        };
        Refusal::new(403, "AuthorizationFailed", format!("The caller may not do this at {scope}. {needed}"))
    }

    pub(super) fn response(&self) -> Response {
        let body = if self.fields.is_empty() {
            let error = Object::new().text("code", &self.code).text("message", &self.message).end();
            Object::new().raw("error", &error).end()
        } else {
            let errors = self
                .fields
                .iter()
                .fold(Object::new(), |object, (name, message)| object.raw(name, &array([string(message)])));
            Object::new()
                .raw("errors", &errors.end())
                .text("type", "https://tools.ietf.org/html/rfc7231#section-6.5.1")
                .text("title", "One or more validation errors occurred.")
                .raw("status", &self.status.to_string())
                .end()
        };
        json(self.status, body)
    }
}

impl From<BillFault> for Refusal {
    fn from(fault: BillFault) -> Refusal {
        Refusal::new(500, "InternalServerError", fault.to_string())
    }
}

impl From<MoneyError> for Refusal {
    fn from(error: MoneyError) -> Refusal {
        Refusal::new(500, "InternalServerError", error.to_string())
    }
}

/// An answer with a JSON body.
pub(super) fn json(status: u16, body: String) -> Response {
    Response {
        status,
        headers: vec![("Content-Type".to_owned(), "application/json; charset=utf-8".to_owned())],
        body: body.into_bytes(),
    }
}

/// An answer without a body.
pub(super) fn empty(status: u16) -> Response {
    Response { status, headers: Vec::new(), body: Vec::new() }
}
