//! Sets of events.

use super::Entity;

/// A mark for each event that is in the set.
pub(super) struct Marks(Vec<bool>);

impl Marks {
    /// The events among some entities, of so many that there are.
    pub(super) fn new(events: usize, entities: impl IntoIterator<Item = Entity>) -> Self {
        let mut marks = Marks(vec![false; events]);
        entities.into_iter().for_each(|entity| marks.add(entity));
        marks
    }

    /// Marks an event; what is none has no mark.
    pub(super) fn add(&mut self, entity: Entity) {
        if let Entity::Event(event) = entity
            && let Some(mark) = self.0.get_mut(event)
        {
            *mark = true;
        }
    }

    /// Whether it is an event that has its mark.
    pub(super) fn has(&self, entity: Entity) -> bool {
        matches!(entity, Entity::Event(event) if self.0.get(event) == Some(&true))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_events_are_marked() {
        let mut marks = Marks::new(3, [Entity::Event(1), Entity::Timex(2), Entity::Publication, Entity::Event(9)]);
        marks.add(Entity::Event(2));
        assert_eq!([0, 1, 2, 9].map(|e| marks.has(Entity::Event(e))), [false, true, true, false]);
        assert!(!marks.has(Entity::Timex(2)) && !marks.has(Entity::Publication));
    }
}
