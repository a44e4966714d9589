//! How a component reaches an element it has put into the page.
use leptos::prelude::*;
use leptos::wasm_bindgen::JsCast;
use leptos::web_sys;
use std::marker::PhantomData;

/// An element of the type `T`, once it is made. Kept without its type: one signal serves every kind of element.
pub struct Reference<T> {
    element: RwSignal<Option<web_sys::Element>, LocalStorage>,
    kind: PhantomData<fn() -> T>,
}

impl<T> Clone for Reference<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T> Copy for Reference<T> {}

impl<T> Default for Reference<T> {
    fn default() -> Self {
        Reference { element: RwSignal::new_local(None), kind: PhantomData }
    }
}

impl<T: JsCast> Reference<T> {
    /// One that reaches nothing yet.
    pub fn new() -> Self {
        Self::default()
    }

    /// The element; calls again when it is made. None when its component is gone.
    pub fn get(self) -> Option<T> {
        self.element.try_get().flatten().map(JsCast::unchecked_into)
    }

    /// The element, for event handlers. None when its component is gone.
    pub fn get_untracked(self) -> Option<T> {
        self.element.try_get_untracked().flatten().map(JsCast::unchecked_into)
    }
}

impl<T> Reference<T> {
    /// What tells it the element.
    pub(super) fn filler(self) -> Filler {
        Filler(self.element)
    }
}

/// The side of a reference that the element's maker has.
pub(super) struct Filler(RwSignal<Option<web_sys::Element>, LocalStorage>);

impl Filler {
    pub(super) fn fill(&self, element: &web_sys::Element) {
        self.0.set(Some(element.clone()));
    }
}
