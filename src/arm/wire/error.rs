//! The four shapes of an error body (contract §1), read into one. Nothing here can fail: an error that cannot be read is
//! still an error.
use crate::arm::error::LONGEST_MESSAGE;
use crate::arm::{ErrorDetail, ServiceError};
use serde_json::Value;

/// Reads code, message, target and details out of any body.
pub(crate) fn service_error(body: &[u8]) -> ServiceError {
    let Ok(value) = serde_json::from_slice::<Value>(body) else {
        return ServiceError::default();
    };
    if let Value::String(message) = &value {
        return ServiceError { message: cut(message), ..ServiceError::default() };
    }
    if let Some(errors) = value.get("errors").and_then(Value::as_object) {
        let details = errors.iter().map(|(field, sentences)| ErrorDetail {
            code: String::new(),
            message: cut(&sentence(sentences)),
            target: Some(cut(field)),
        });
        return ServiceError {
            code: text(&value, "code"),
            message: text(&value, "title"),
            details: details.collect(),
            ..ServiceError::default()
        };
    }
    let inner = value.get("error").filter(|inner| inner.is_object() || inner.is_string()).unwrap_or(&value);
    if let Value::String(code) = inner {
        // What the identity platform writes: {"error": "invalid_token", "error_description": "…"}.
        return ServiceError { code: cut(code), message: text(&value, "error_description"), ..ServiceError::default() };
    }
    let details = inner.get("details").and_then(Value::as_array).into_iter().flatten();
    ServiceError {
        code: text(inner, "code"),
        message: text(inner, "message"),
        target: Some(text(inner, "target")).filter(|target| !target.is_empty()),
        details: details
            .map(|detail| ErrorDetail {
                code: text(detail, "code"),
                message: text(detail, "message"),
                target: Some(text(detail, "target")).filter(|target| !target.is_empty()),
            })
            .collect(),
        ..ServiceError::default()
    }
}

fn text(value: &Value, key: &str) -> String {
    match value.get(key) {
        Some(Value::String(text)) => cut(text),
        Some(Value::Number(number)) => number.to_string(),
        _ => String::new(),
    }
}

fn sentence(value: &Value) -> String {
    match value {
        Value::String(text) => text.clone(),
        Value::Array(list) => list.iter().filter_map(Value::as_str).collect::<Vec<_>>().join(" "),
        _ => String::new(),
    }
}

fn cut(text: &str) -> String {
    text.chars().take(LONGEST_MESSAGE).collect()
}
