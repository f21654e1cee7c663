//! Many short lists in one piece of memory.

/// A list for each of a number of keys.
#[derive(Debug, Clone, Default)]
pub(crate) struct Lists<T> {
    /// Where the list of each key begins, and the end of the last.
    first: Vec<u32>,
    items: Vec<T>,
}

impl<T: Copy + Default> Lists<T> {
    /// The lists of the keys below `keys`; what has another key is left out. Items of one key keep their order.
    pub(crate) fn new(keys: usize, items: impl Iterator<Item = (usize, T)> + Clone) -> Self {
        let mut first = vec![0u32; keys + 1];
        // Chains of iterators are fastest from within.
        items.clone().for_each(|(key, _)| {
            if let Some(count) = first.get_mut(key + 1) {
                *count += 1;
            }
        });
        let mut end = 0;
        for place in &mut first {
            end += *place;
            *place = end;
        }
        let mut lists = Lists { items: vec![T::default(); end as usize], first };
        let mut next = lists.first.clone();
        next.pop();
        items.for_each(|(key, item)| {
            let Some(place) = next.get_mut(key) else { return };
            if let Some(slot) = lists.items.get_mut(*place as usize) {
                *slot = item;
            }
            *place += 1;
        });
        lists
    }

    /// The list of `key`.
    pub(crate) fn of(&self, key: usize) -> &[T] {
        match (self.first.get(key), self.first.get(key + 1)) {
            (Some(&start), Some(&end)) => self.items.get(start as usize..end as usize).unwrap_or_default(),
            _ => &[],
        }
    }

    /// The lists, one after the other.
    pub(crate) fn all(&self) -> &[T] {
        &self.items
    }

    /// How many keys there are.
    pub(crate) fn keys(&self) -> usize {
        self.first.len().saturating_sub(1)
    }

    /// How many items all lists hold.
    pub(crate) fn len(&self) -> usize {
        self.items.len()
    }
}

#[cfg(test)]
mod tests {
    use super::Lists;

    #[test]
    fn each_key_has_its_items_in_order() {
        let lists = Lists::new(3, [(2, 'a'), (0, 'b'), (2, 'c'), (3, 'd'), (9, 'e')].into_iter());
        let all: Vec<&[char]> = (0..4).map(|key| lists.of(key)).collect();
        assert_eq!(all, [&['b'][..], &[], &['a', 'c'], &[]]);
        assert_eq!((lists.keys(), lists.len()), (3, 3));
    }
}
