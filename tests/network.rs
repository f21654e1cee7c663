//! The constraint network against a solver that tries everything.

use dateline::order::{Allen, Bound, Constraint, Kind, Network, Order, Point, relation, solve, sort};
use dateline::{Count, Period, Unit};
use proptest::prelude::*;

const DAY: i64 = 86_400;
const DAYS: i64 = 3;

/// The moments that the exhaustive solver tries: first and last second of each day. With gaps of whole days the earliest
/// and latest solutions are made of these alone.
fn moments() -> impl Iterator<Item = i64> + Clone {
    (0..DAYS).flat_map(|d| [d * DAY, (d + 1) * DAY - 1])
}

fn holds(kind: &Kind, at: &[i64]) -> bool {
    match *kind {
        Kind::NotBefore(p, t) => at[p] >= t,
        Kind::NotAfter(p, t) => at[p] <= t,
        Kind::Gap { from, to, gap } => at[to] - at[from] >= gap,
        Kind::Step { from, to, by, sign, .. } => {
            let (low, high) = match by.count {
                Count::Exact(n) => (i64::from(n), i64::from(n)),
                Count::Range(a, b) => (i64::from(a), i64::from(b)),
                _ => panic!("not generated"),
            };
            let moved = (at[to].div_euclid(DAY) - at[from].div_euclid(DAY)) * i64::from(sign);
            (low..=high).contains(&moved)
        }
    }
}

/// Every solution.
fn solutions(events: usize, constraints: &[Constraint]) -> Vec<Vec<i64>> {
    let mut all = vec![vec![]];
    for e in 0..events {
        let pairs = moments().flat_map(|b| moments().filter(move |&end| b <= end).map(move |end| [b, end]));
        all = all.iter().flat_map(|s: &Vec<i64>| pairs.clone().map(move |p| [s.as_slice(), &p].concat())).collect();
        let known = 2 * (e + 1);
        let settled = |kind: &Kind| match *kind {
            Kind::NotBefore(p, _) | Kind::NotAfter(p, _) => p < known,
            Kind::Gap { from, to, .. } | Kind::Step { from, to, .. } => from < known && to < known,
        };
        all.retain(|s| constraints.iter().filter(|c| settled(&c.kind)).all(|c| holds(&c.kind, s)));
    }
    all
}

fn network(events: usize, statements: &[(Vec<Kind>, u8)]) -> Network {
    let mut constraints = Vec::new();
    for p in 0..2 * events {
        constraints.push(Constraint { kind: Kind::NotBefore(p, 0), statement: 0 });
        constraints.push(Constraint { kind: Kind::NotAfter(p, DAYS * DAY - 1), statement: 0 });
    }
    let mut trust = vec![100];
    for (i, (kinds, t)) in statements.iter().enumerate() {
        constraints.extend(kinds.iter().map(|k| Constraint { kind: k.clone(), statement: i + 1 }));
        trust.push(*t);
    }
    Network { points: 2 * events, constraints, trust }
}

fn kind(points: usize) -> impl Strategy<Value = Kind> {
    let point = move || 0..points;
    prop_oneof![
        (point(), 0..DAYS).prop_map(|(p, d)| Kind::NotBefore(p, d * DAY)),
        (point(), 1..=DAYS).prop_map(|(p, d)| Kind::NotAfter(p, d * DAY - 1)),
        (point(), point(), -2i64..3).prop_map(|(from, to, days)| Kind::Gap { from, to, gap: days * DAY }),
        (point(), point(), 0u32..3, 0u32..2, any::<bool>()).prop_map(|(from, to, n, more, future)| {
            let count = if more == 0 { Count::Exact(n) } else { Count::Range(n, n + more) };
            let by = Period { count, unit: Unit::Day, rest: [None; 3] };
            Kind::Step { from, to, by, sign: if future { 1 } else { -1 }, grain: Unit::Day }
        }),
    ]
}

fn case() -> impl Strategy<Value = (usize, Vec<(Vec<Kind>, u8)>)> {
    prop_oneof![1usize..3, 1usize..3, 1usize..4].prop_flat_map(|events| {
        let statement = (prop::collection::vec(kind(2 * events), 1..3), 0u8..3);
        (Just(events), prop::collection::vec(statement, 0..7))
    })
}

fn without(network: &Network, statements: &[usize]) -> Network {
    let keep = |c: &&Constraint| !statements.contains(&c.statement);
    Network { constraints: network.constraints.iter().filter(keep).cloned().collect(), ..network.clone() }
}

fn only(network: &Network, statements: &[usize]) -> Network {
    let keep = |c: &&Constraint| statements.contains(&c.statement);
    Network { constraints: network.constraints.iter().filter(keep).cloned().collect(), ..network.clone() }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 96, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn bounds_and_contradictions_are_those_of_trying_everything((events, statements) in case()) {
        let network = network(events, &statements);
        let solution = solve(&network);
        let every = solutions(events, &network.constraints);
        prop_assert_eq!(every.is_empty(), !solution.conflicts.is_empty());
        let dropped: Vec<usize> = solution.conflicts.iter().map(|c| c.dropped).collect();
        let kept = without(&network, &dropped);
        let every = solutions(events, &kept.constraints);
        prop_assert!(!every.is_empty());
        for p in 0..2 * events {
            prop_assert_eq!(solution.earliest(p), every.iter().map(|s| s[p]).min());
            prop_assert_eq!(solution.latest(p), every.iter().map(|s| s[p]).max());
            // The statements named for a bound give it alone, with those of the horizon.
            for (bound, side) in [(Bound::Earliest, 0), (Bound::Latest, 1)] {
                let why = solution.why(p, bound);
                let alone = solve(&only(&network, &why));
                prop_assert!(alone.conflicts.is_empty());
                let (a, b) = if side == 0 { (alone.earliest(p), solution.earliest(p)) } else { (alone.latest(p), solution.latest(p)) };
                prop_assert_eq!(a, b);
            }
        }
    }

    #[test]
    fn contradicting_sets_are_minimal_and_lose_their_least_trusted((events, statements) in case()) {
        let network = network(events, &statements);
        for clash in solve(&network).conflicts {
            prop_assert!(clash.statements.contains(&clash.dropped));
            let least = clash.statements.iter().map(|&s| (network.trust[s], std::cmp::Reverse(s))).min();
            prop_assert_eq!(least, Some((network.trust[clash.dropped], std::cmp::Reverse(clash.dropped))));
            prop_assert!(!solve(&only(&network, &clash.statements)).conflicts.is_empty());
            for s in &clash.statements {
                let fewer: Vec<usize> = clash.statements.iter().copied().filter(|x| x != s).collect();
                prop_assert!(solve(&only(&network, &fewer)).conflicts.is_empty());
            }
        }
    }

    #[test]
    fn relations_allow_what_is_possible_and_sorting_breaks_none((events, statements) in case()) {
        let network = network(events, &statements);
        let solution = solve(&network);
        let dropped: Vec<usize> = solution.conflicts.iter().map(|c| c.dropped).collect();
        let every = solutions(events, &without(&network, &dropped).constraints);
        let all: Vec<usize> = (0..events).collect();
        let line = sort(&solution, &all);
        prop_assert_eq!(line.len(), events);
        let differences = statements.iter().flat_map(|(kinds, _)| kinds).all(|k| !matches!(k, Kind::Step { .. }));
        for a in 0..events {
            for b in (0..events).filter(|&b| b != a) {
                let known = relation(&solution, a, b);
                prop_assert_eq!(known.inverse(), relation(&solution, b, a));
                for s in &every {
                    prop_assert!(known.allows(allen(&s[2 * a..2 * a + 2], &s[2 * b..2 * b + 2])));
                }
                // Of differences all that follows is found. Calendar steps are none: "the same day" and "a day later" together
                // may leave open what each day by itself would settle.
                if differences && every.iter().all(|s| s[2 * a + 1] < s[2 * b]) {
                    prop_assert_eq!(known.only(), Some(Allen::Before));
                    let place = |e| line.iter().position(|&x| x == e);
                    prop_assert!(place(a) < place(b), "{line:?}");
                }
            }
        }
    }
}

fn allen(a: &[i64], b: &[i64]) -> Allen {
    let fits = |r: &Allen| match r {
        Allen::Before => a[1] < b[0],
        Allen::Equal => a == b,
        Allen::Starts => a[0] == b[0] && a[1] < b[1],
        Allen::Finishes => a[1] == b[1] && a[0] > b[0],
        Allen::StartedBy => a[0] == b[0] && a[1] > b[1],
        Allen::FinishedBy => a[1] == b[1] && a[0] < b[0],
        Allen::Meets => a[1] == b[0],
        Allen::MetBy => a[0] == b[1],
        Allen::Overlaps => a[0] < b[0] && b[0] < a[1] && a[1] < b[1],
        Allen::OverlappedBy => b[0] < a[0] && a[0] < b[1] && b[1] < a[1],
        Allen::During => b[0] < a[0] && a[1] < b[1],
        Allen::Contains => a[0] < b[0] && b[1] < a[1],
        Allen::After => b[1] < a[0],
    };
    // Instants on an edge start or finish, before they meet.
    use Allen::*;
    let order = [
        Before,
        After,
        Equal,
        Starts,
        Finishes,
        StartedBy,
        FinishedBy,
        Meets,
        MetBy,
        Overlaps,
        OverlappedBy,
        During,
        Contains,
    ];
    order.into_iter().find(fits).unwrap()
}

fn before(a: Point, b: Point) -> Kind {
    Kind::Gap { from: 2 * a + 1, to: 2 * b, gap: 1 }
}

fn said(kinds: impl IntoIterator<Item = Kind>) -> Vec<Constraint> {
    kinds.into_iter().enumerate().map(|(statement, kind)| Constraint { kind, statement }).collect()
}

#[test]
fn a_circle_without_any_date_is_a_contradiction() {
    let constraints = said([before(0, 1), before(1, 2), before(3, 4), before(2, 0)]);
    let solution = solve(&Network { points: 10, constraints, trust: vec![80, 60, 10, 70] });
    assert_eq!(solution.conflicts.len(), 1);
    assert_eq!(solution.conflicts[0].statements, [0, 1, 3]);
    assert_eq!(solution.conflicts[0].dropped, 1);
    assert!(solution.is_dropped(1));
}

#[test]
fn two_offsets_that_disagree_without_any_date() {
    let step = |n, unit| Kind::Step { from: 0, to: 2, by: Period::new(n, unit), sign: 1, grain: Unit::Day };
    let solve = |kinds: Vec<Kind>| solve(&Network { points: 4, constraints: said(kinds), trust: vec![80, 80] });
    assert_eq!(solve(vec![step(1, Unit::Day), step(2, Unit::Day)]).conflicts[0].statements, [0, 1]);
    assert!(solve(vec![step(7, Unit::Day), step(1, Unit::Week)]).conflicts.is_empty());
    assert!(solve(vec![step(30, Unit::Day), step(1, Unit::Month)]).conflicts.is_empty());
    assert_eq!(solve(vec![step(32, Unit::Day), step(1, Unit::Month)]).conflicts.len(), 1);
    assert!(solve(vec![step(366, Unit::Day), step(1, Unit::Year)]).conflicts.is_empty());
}

#[test]
fn relations_in_a_word() {
    let constraints = said([before(0, 1), before(1, 2)]);
    let solution = solve(&Network { points: 8, constraints, trust: Vec::new() });
    assert_eq!(relation(&solution, 0, 2).order(), Order::Before);
    assert_eq!(relation(&solution, 2, 0).order(), Order::After);
    assert_eq!(relation(&solution, 0, 3).order(), Order::Unknown);
    assert_eq!(relation(&solution, 0, 2).to_string(), "before");
    assert_eq!(sort(&solution, &[0, 1, 2, 3]), [0, 1, 2, 3]);
    // What the text tells first stands behind what is known to come before it, over what is not listed, too.
    let constraints = said([before(3, 1), before(1, 0)]);
    let solution = solve(&Network { points: 8, constraints, trust: Vec::new() });
    assert_eq!(sort(&solution, &[0, 1, 2, 3]), [3, 1, 0, 2]);
    assert_eq!(sort(&solution, &[0, 2, 3]), [3, 0, 2]);
    // Without a time of the day an event stands behind the clock that the text has reached.
    let on = |e: usize, from: i64, to: i64| [Kind::NotBefore(2 * e, from), Kind::NotAfter(2 * e + 1, to)];
    let day = 86_399;
    let constraints =
        said([on(0, 0, day), on(1, 36_000, 36_059), on(2, 0, day), on(3, 7_200, 7_259)].into_iter().flatten());
    let solution = solve(&Network { points: 8, constraints, trust: Vec::new() });
    assert_eq!(sort(&solution, &[0, 1, 2, 3]), [0, 3, 1, 2]);
    // An offset orders even what has no date: "b a day after a", "c five days after a".
    let step = |to, n| Kind::Step { from: 0, to, by: Period::new(n, Unit::Day), sign: 1, grain: Unit::Day };
    let same = |e: usize| [Kind::Gap { from: 2 * e + 1, to: 2 * e, gap: 0 }];
    let kinds = [step(2, 1), step(4, 5)].into_iter().chain([0, 1, 2].into_iter().flat_map(same));
    let solution = solve(&Network { points: 6, constraints: said(kinds), trust: Vec::new() });
    assert_eq!(relation(&solution, 1, 2).only(), Some(Allen::Before));
}

#[test]
fn nonsense_is_survived() {
    let constraints = said([
        Kind::NotBefore(99, 0),
        Kind::Gap { from: 0, to: 0, gap: 5 },
        Kind::Gap { from: 0, to: 1, gap: i64::MAX },
        Kind::NotBefore(0, i64::MAX),
        Kind::NotAfter(1, i64::MIN),
        Kind::Step { from: 0, to: 1, by: Period::new(u32::MAX, Unit::Century), sign: 1, grain: Unit::Week },
        Kind::Step { from: 1, to: 1, by: Period::some(Unit::Day), sign: -1, grain: Unit::Day },
    ]);
    let solution = solve(&Network { points: 2, constraints, trust: vec![] });
    assert_eq!(solution.points(), 2);
    sort(&solution, &[0]);
    relation(&solution, 0, 7);
}

/// A long chain, each event before the next, all before one date, with steps and contradictions strewn in.
fn long(events: usize, wrong: bool) -> Network {
    let mut kinds = Vec::new();
    for e in 0..events {
        kinds.push(Kind::NotAfter(2 * e + 1, 1_700_000_000));
        if e + 1 < events {
            kinds.push(before(e, e + 1));
        }
        if e % 10 == 3 {
            kinds.push(Kind::NotBefore(2 * e, 1_600_000_000 + e as i64 * 3600));
        }
        if e % 10 == 5 {
            let by = Period::new(1, Unit::Day);
            kinds.push(Kind::Step { from: 2 * e, to: 2 * e - 2, by, sign: -1, grain: Unit::Day });
        }
        if wrong && e % 10 == 7 {
            kinds.push(before(e, e - 4));
        }
    }
    Network { points: 2 * events, constraints: said(kinds), trust: Vec::new() }
}

#[test]
fn every_contradiction_of_a_long_network_is_found() {
    // How long it takes, `benches/growth.rs` says.
    for wrong in [false, true] {
        let n = 2000;
        let solution = solve(&long(n, wrong));
        assert_eq!(sort(&solution, &(0..n).collect::<Vec<_>>()).len(), n);
        assert_eq!(solution.conflicts.len(), if wrong { n / 10 } else { 0 });
    }
}
