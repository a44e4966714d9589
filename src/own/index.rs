//! Numbers for keys, and one way of sorting: a map or a sort for each type of key would be most of this room's code.
use std::cmp::Ordering;
use std::collections::BTreeMap;

/// Numbers the keys it is given, from 0 on.
#[derive(Debug, Default)]
pub(super) struct Index(BTreeMap<String, u32>);

impl Index {
    /// The number of a key, and whether it is new.
    pub fn number(&mut self, key: String) -> (u32, bool) {
        let next = self.0.len() as u32;
        match self.0.get(&key) {
            Some(known) => (*known, false),
            None => {
                self.0.insert(key, next);
                (next, true)
            }
        }
    }

    /// The number of a key that is known.
    pub fn find(&self, key: &str) -> Option<usize> {
        self.0.get(key).map(|at| *at as usize)
    }
}

/// The order of so many things; what is equal stays as it is.
pub(super) fn order(count: usize, compare: &dyn Fn(usize, usize) -> Ordering) -> Vec<usize> {
    let mut order: Vec<usize> = (0..count).collect();
    order.sort_unstable_by(|one, other| compare(*one, *other).then(one.cmp(other)));
    order
}
