//! Lists whose items keep their elements: a row that stays keeps its focus and its place in the page.
use super::node::{Kind, Node};
use super::shown::{Live, Shown, mount_before};
use leptos::prelude::*;
use leptos::tachys::renderer::Rndr;
use leptos::web_sys;
use std::collections::{HashMap, HashSet, VecDeque};

/// An item that is to be shown: its name, which no other item of the list has, and how it is made when it is new.
pub(super) struct Named {
    name: String,
    make: Box<dyn FnOnce() -> Node>,
}

/// A node for each item. An item is known by its name: while that is in the list its node stays, so what changes in an item
/// must be a signal.
pub fn each<T: 'static>(
    items: impl Fn() -> Vec<T> + 'static,
    name: impl Fn(&T) -> String + 'static,
    node: impl Fn(T) -> Node + Clone + 'static,
) -> Node {
    let list = move || {
        let named = |item| {
            let (name, node) = (name(&item), node.clone());
            Named { name, make: Box::new(move || node(item)) }
        };
        items().into_iter().map(named).collect()
    };
    Node::new(Kind::Each(Box::new(list)))
}

/// An item in the page. What is shown ends before the signals that it reads.
struct Item {
    shown: Shown,
    /// Owns the signals of the item, until it goes.
    _owner: Owner,
}

/// A list in the page; a comment keeps its end.
pub struct EachShown {
    items: Vec<(String, Item)>,
    end: web_sys::Comment,
}

impl EachShown {
    pub(super) fn build(mut list: Box<dyn FnMut() -> Vec<Named>>) -> Live<EachShown> {
        // Items outlive the run that made them, so they belong to whoever owns the list.
        let owner = Owner::current().unwrap_or_default();
        Live::new(move |before: Option<EachShown>| {
            let now = list();
            let mut each = before.unwrap_or_else(|| EachShown { items: Vec::new(), end: Rndr::create_placeholder() });
            each.rebuild(now, &owner);
            each
        })
    }

    /// What is gone goes, what is new comes, what stays is moved only when its order changed.
    fn rebuild(&mut self, now: Vec<Named>, owner: &Owner) {
        let wanted: HashSet<&str> = now.iter().map(|named| named.name.as_str()).collect();
        let mut order = VecDeque::new();
        let mut before: HashMap<String, Item> = HashMap::new();
        for (name, mut item) in self.items.drain(..) {
            if wanted.contains(name.as_str()) {
                order.push_back(name.clone());
                // Two of the same name: the later one stays.
                if let Some(mut twin) = before.insert(name, item) {
                    twin.shown.unmount();
                }
            } else {
                item.shown.unmount();
            }
        }
        for Named { name, make } in now {
            // What was taken to an earlier place no longer stands here.
            while order.front().is_some_and(|first| !before.contains_key(first)) {
                order.pop_front();
            }
            let stays = order.front() == Some(&name);
            let mut item = before.remove(&name).unwrap_or_else(|| {
                let owner = owner.with(Owner::new);
                let shown = owner.with(|| Shown::build(untrack(make)));
                Item { shown, _owner: owner }
            });
            if !stays {
                let next = order.front().and_then(|first| before.get(first));
                let placed = next.is_some_and(|next| next.shown.insert_before_this(&mut item.shown));
                if !placed {
                    mount_before(&self.end, &mut item.shown);
                }
            }
            self.items.push((name, item));
        }
    }
}

impl Mountable for EachShown {
    fn unmount(&mut self) {
        for (_, item) in &mut self.items {
            item.shown.unmount();
        }
        self.end.remove();
    }

    fn mount(&mut self, parent: &web_sys::Element, marker: Option<&web_sys::Node>) {
        for (_, item) in &mut self.items {
            item.shown.mount(parent, marker);
        }
        Rndr::insert_node(parent, &self.end, marker);
    }

    fn insert_before_this(&self, child: &mut dyn Mountable) -> bool {
        match self.items.first() {
            Some((_, first)) => first.shown.insert_before_this(child),
            None => mount_before(&self.end, child),
        }
    }

    fn elements(&self) -> Vec<web_sys::Element> {
        self.items.iter().flat_map(|(_, item)| item.shown.elements()).collect()
    }
}
