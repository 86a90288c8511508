//! What was used recently, within a bound.

use std::borrow::Borrow;
use std::collections::HashMap;
use std::hash::{BuildHasher, Hash, RandomState};
use std::sync::{PoisonError, RwLock};

/// A map that forgets what has not been used for long.
///
/// It has two generations. New values go into the young one; when that is full it becomes the old one, and what was old
/// is forgotten. A value that is found in the old generation moves to the young one. So whatever is in use stays, a
/// lookup of it takes a read lock and no more, and the whole never weighs more than twice the limit of a generation.
#[derive(Debug)]
pub(crate) struct Recent<K, V, S = RandomState> {
    generations: RwLock<Generations<K, V, S>>,
    limit: usize,
}

#[derive(Debug)]
struct Generations<K, V, S> {
    young: HashMap<K, (V, usize), S>,
    old: HashMap<K, (V, usize), S>,
    /// What the young generation weighs.
    weight: usize,
}

impl<K: Hash + Eq, V: Clone, S: BuildHasher + Default> Recent<K, V, S> {
    /// An empty map whose generations weigh at most `limit` each; a value that weighs more is not kept.
    pub(crate) fn new(limit: usize) -> Self {
        let generations = Generations { young: HashMap::default(), old: HashMap::default(), weight: 0 };
        Self { generations: RwLock::new(generations), limit }
    }

    /// The value of a key, if it was used recently.
    pub(crate) fn get<Q>(&self, key: &Q) -> Option<V>
    where
        K: Borrow<Q>,
        Q: Hash + Eq + ?Sized,
    {
        let generations = self.generations.read().unwrap_or_else(PoisonError::into_inner);
        if let Some((value, _)) = generations.young.get(key) {
            return Some(value.clone());
        }
        if !generations.old.contains_key(key) {
            return None;
        }
        drop(generations);
        let mut generations = self.generations.write().unwrap_or_else(PoisonError::into_inner);
        let (key, (value, weight)) = generations.old.remove_entry(key)?;
        self.keep(&mut generations, key, value.clone(), weight);
        Some(value)
    }

    /// Keeps a value.
    pub(crate) fn insert(&self, key: K, value: V, weight: usize) {
        let mut generations = self.generations.write().unwrap_or_else(PoisonError::into_inner);
        self.keep(&mut generations, key, value, weight);
    }

    fn keep(&self, generations: &mut Generations<K, V, S>, key: K, value: V, weight: usize) {
        if weight > self.limit {
            return;
        }
        if generations.weight + weight > self.limit {
            generations.old = std::mem::take(&mut generations.young);
            generations.weight = 0;
        }
        if let Some((_, replaced)) = generations.young.insert(key, (value, weight)) {
            generations.weight -= replaced;
        }
        generations.weight += weight;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_used_stays_and_the_rest_is_forgotten() {
        let recent = Recent::<u32, u32>::new(10);
        for key in 0..10 {
            recent.insert(key, key, 1);
        }
        // The young generation is full: the next begins another.
        recent.insert(10, 10, 1);
        assert_eq!(recent.get(&3), Some(3));
        for key in 11..19 {
            recent.insert(key, key, 1);
        }
        recent.insert(19, 19, 1);
        assert_eq!(recent.get(&3), Some(3));
        assert_eq!(recent.get(&4), None);
    }

    #[test]
    fn a_value_may_be_replaced_and_may_be_too_heavy() {
        let recent = Recent::<u32, u32>::new(10);
        for value in 0..100 {
            recent.insert(1, value, 4);
        }
        recent.insert(2, 2, 6);
        assert_eq!((recent.get(&1), recent.get(&2)), (Some(99), Some(2)));
        recent.insert(3, 3, 11);
        assert_eq!((recent.get(&1), recent.get(&3)), (Some(99), None));
    }
}
