//! Puts lists of a few hundred things into order: the library's sorting is ten times the code for each kind of thing.

/// The things in order, equal ones as they came. `is_before` says whether the first may stand before the second, as equal
/// ones may.
pub(super) fn ordered<T>(things: Vec<T>, is_before: &dyn Fn(&T, &T) -> bool) -> Vec<T> {
    let mut ordered: Vec<T> = Vec::with_capacity(things.len());
    for thing in things {
        let place = ordered.partition_point(|other| is_before(other, &thing));
        ordered.insert(place, thing);
    }
    ordered
}
