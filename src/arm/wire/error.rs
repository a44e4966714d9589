//! The four shapes of an error body (contract §1), read into one. Nothing here can fail: an error that cannot be read is
//! still an error.
use super::{Json, Value};
use crate::arm::error::LONGEST_MESSAGE;
use crate::arm::{ErrorDetail, ServiceError};

/// Reads code, message, target and details out of any body.
pub(crate) fn service_error(body: &[u8]) -> ServiceError {
    let Ok(json) = Json::read(body) else {
        return ServiceError::default();
    };
    if let Some(message) = json.as_text() {
        return ServiceError { message: cut(message), ..ServiceError::default() };
    }
    if let Some(Json { value: Value::Object(errors), .. }) = json.find("errors") {
        let details = errors.iter().map(|(field, sentences)| ErrorDetail {
            code: String::new(),
            message: cut(&sentence(sentences)),
            target: Some(cut(field)),
        });
        return ServiceError {
            code: text(&json, "code"),
            message: text(&json, "title"),
            details: details.collect(),
            ..ServiceError::default()
        };
    }
    let is_error = |inner: &&Json<'_>| matches!(inner.value, Value::Object(_) | Value::Text(_));
    let inner = json.find("error").filter(is_error).unwrap_or(&json);
    if let Some(code) = inner.as_text() {
        // What the identity platform writes: {"error": "invalid_token", "error_description": "…"}.
        return ServiceError { code: cut(code), message: text(&json, "error_description"), ..ServiceError::default() };
    }
    let ErrorDetail { code, message, target } = detail(inner);
    let details = inner.list("details").unwrap_or_default().iter().map(detail).collect();
    ServiceError { code, message, target, details, ..ServiceError::default() }
}

fn detail(json: &Json<'_>) -> ErrorDetail {
    ErrorDetail {
        code: text(json, "code"),
        message: text(json, "message"),
        target: Some(text(json, "target")).filter(|target| !target.is_empty()),
    }
}

fn text(json: &Json<'_>, key: &str) -> String {
    match json.find(key) {
        Some(Json { value: Value::Text(text), .. }) => cut(text),
        Some(Json { value: Value::Number, raw }) => cut(raw),
        _ => String::new(),
    }
}

fn sentence(json: &Json<'_>) -> String {
    match &json.value {
        Value::Text(text) => text.to_string(),
        Value::List(list) => list.iter().filter_map(Json::as_text).collect::<Vec<_>>().join(" "),
        _ => String::new(),
    }
}

fn cut(text: &str) -> String {
    text.chars().take(LONGEST_MESSAGE).collect()
}
