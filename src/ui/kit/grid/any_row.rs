//! A row without its type.
use std::any::Any;
use std::sync::Arc;

/// A row of any type; two are equal when they are of the same type and equal there.
#[derive(Clone)]
pub(super) struct AnyRow {
    value: Arc<dyn Any + Send + Sync>,
    same: fn(&dyn Any, &dyn Any) -> bool,
}

impl AnyRow {
    pub(super) fn new<T: PartialEq + Send + Sync + 'static>(value: T) -> AnyRow {
        AnyRow { value: Arc::new(value), same: |one, other| one.downcast_ref::<T>() == other.downcast_ref::<T>() }
    }

    /// What `tell` says of the row; nothing when it is of another type, which a grid of one list never holds.
    pub(super) fn with<T: 'static, O: Default>(&self, tell: impl FnOnce(&T) -> O) -> O {
        self.value.downcast_ref::<T>().map(tell).unwrap_or_default()
    }
}

impl PartialEq for AnyRow {
    fn eq(&self, other: &AnyRow) -> bool {
        (self.same)(&*self.value, &*other.value)
    }
}
