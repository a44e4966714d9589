//! A row without its type.
use leptos::prelude::*;
use std::any::Any;
use std::marker::PhantomData;
use std::sync::Arc;

/// Tells something about a row.
pub(super) type Tell<O> = Arc<dyn Fn(&AnyRow) -> O + Send + Sync>;

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

/// Rows of `T` that follow what they are made of.
pub struct Rows<T> {
    pub(super) all: Signal<Vec<AnyRow>>,
    row: PhantomData<fn() -> T>,
}

impl<T> Clone for Rows<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T> Copy for Rows<T> {}

impl<T: PartialEq + Send + Sync + 'static, F: Fn() -> Vec<T> + Send + Sync + 'static> From<F> for Rows<T> {
    fn from(make: F) -> Self {
        Rows { all: Signal::derive(move || make().into_iter().map(AnyRow::new).collect()), row: PhantomData }
    }
}

impl<T> Rows<T> {
    /// How many there are.
    pub fn count(self) -> usize {
        self.all.with(Vec::len)
    }
}
