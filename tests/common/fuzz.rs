//! What the fuzz targets in `fuzz/` do with their bytes. `tests/replay.rs` does the same with the saved inputs.

use super::check;
use chrono::{Days, NaiveDate, NaiveDateTime, NaiveTime, TimeDelta};
use dateline::order::{self, Bound, Constraint, Kind, Network};
use dateline::{Article, Count, Detail, Lean, Options, Period, Timeline, Unit, extract_with, resolve, text};

/// Numbers out of the bytes of an input, zeros when they have run out.
struct Bytes<'a>(&'a [u8]);

impl Bytes<'_> {
    fn byte(&mut self) -> u8 {
        match self.0.split_first() {
            Some((&first, rest)) => {
                self.0 = rest;
                first
            }
            None => 0,
        }
    }

    fn number(&mut self, bytes: usize) -> u64 {
        (0..bytes).fold(0, |n, _| n << 8 | u64::from(self.byte()))
    }

    fn below(&mut self, limit: usize) -> usize {
        usize::from(self.byte()) % limit.max(1)
    }
}

/// Any moment of the years 1 to 9999, by its distance from 9 March 2025, which is nought.
fn moment(bytes: &mut Bytes) -> NaiveDateTime {
    let days = |y, m, d| NaiveDate::from_ymd_opt(y, m, d).expect("a date");
    let (first, home, last) = (days(1, 1, 1), days(2025, 3, 9), days(9999, 12, 31));
    let all = last.signed_duration_since(first).num_days() as u64 + 1;
    let back = home.signed_duration_since(first).num_days() as u64;
    let day = first.checked_add_days(Days::new((bytes.number(4) + back) % all)).expect("in these years");
    day.and_time(NaiveTime::MIN + TimeDelta::seconds(bytes.number(2) as i64 * 86_399 / 65_535))
}

/// An article with its options: eight bytes say when it was published and how it is read (noughts: 9 March 2025, as
/// usual), the rest is its text.
fn article(data: &[u8]) -> (Article, Options) {
    let mut bytes = Bytes(data);
    let published = moment(&mut bytes);
    let (flags, more) = (bytes.byte(), bytes.byte());
    let text = String::from_utf8_lossy(bytes.0).into_owned();
    let mut options = Options::default();
    options.lean = [None, Some(Lean::Past), Some(Lean::Future), Some(Lean::Nearest)][usize::from(flags & 3)];
    options.detail = [Detail::Standard, Detail::Headline, Detail::All, Detail::All][usize::from(flags >> 2 & 3)];
    options.day_first = flags & 16 != 0;
    options.southern = flags & 32 != 0;
    if flags & 64 != 0 {
        options.fiscal_start = Some(more);
    }
    if flags & 128 != 0 {
        let word = text.split_whitespace().nth(usize::from(more)).unwrap_or_default();
        options = options.period(word, published.date(), published.date() + TimeDelta::days(more.into()));
    }
    let mut article = Article::new(text, "2025-03-09").expect("a date");
    article.published = published;
    (article, options)
}

/// A whole article: every promise holds, and reading it again changes nothing.
pub fn extract(data: &[u8]) {
    let (article, options) = article(data);
    let timeline = extract_with(&article, &options);
    check(&article, &timeline);
    assert_eq!(timeline, extract_with(&article, &options));
}

/// Time expressions alone: what the grammar reads lies in the text and in order, and has a date or a reason why not.
pub fn expressions(data: &[u8]) {
    let (article, options) = article(data);
    let mut document = text::read(&article.text);
    let untagged = dateline::expression::find(&document);
    text::tag(&mut document);
    let mut mentions = dateline::expression::find(&document);
    dateline::expression::find_named(&document, &options.periods, &mut mentions);
    for found in [&untagged, &mentions] {
        assert!(found.windows(2).all(|m| m[0].end <= m[1].first && m[0].span.end <= m[1].span.start), "{found:?}");
    }
    let mut frame = resolve::Frame::new(article.published);
    frame.day_first = options.day_first;
    frame.southern = options.southern;
    for mention in untagged.iter().chain(&mentions) {
        assert!(!mention.span.of(&article.text).is_empty(), "{mention:?}");
        assert!(mention.first < mention.end && mention.end <= document.tokens.len(), "{mention:?}");
        assert!(!mention.expr.to_string().is_empty());
        for lean in [Lean::Past, Lean::Future, Lean::Nearest] {
            frame.lean = lean;
            let Ok(place) = resolve::resolve(&mention.expr, &frame) else { continue };
            if let Some((begin, end)) = place.interval.and_then(|i| i.begin.zip(i.end)) {
                assert!(begin <= end, "{:?} on {}: {place:?}", mention.expr, frame.now);
            }
        }
    }
}

/// JSON and back: the same timeline. A timeline in which one value is damaged is refused, or shown without a panic.
#[cfg(feature = "serde")]
pub fn serde(data: &[u8]) {
    let (&[which, how], data) = data.split_first_chunk().unwrap_or((&[0, 0], data));
    let (article, options) = article(data);
    let timeline = extract_with(&article, &options);
    let json = serde_json::to_string(&timeline).expect("it can be written");
    let back: Timeline = serde_json::from_str(&json).expect("it can be read");
    assert_eq!(back, timeline);
    assert_eq!(serde_json::to_string(&back).expect("it can be written"), json);
    let mut value = serde_json::to_value(&timeline).expect("it can be written");
    let mut left = usize::from(which) * 257 % json.len().max(1) / 8;
    damage(&mut value, &mut left, how);
    if let Ok(damaged) = serde_json::from_value::<Timeline>(value) {
        let _ = (damaged.to_string(), dateline::explain(&article, &damaged));
        let _ = dateline::export::timeml::document(&article, &damaged);
        for entry in &damaged.entries {
            let _ = (damaged.event(entry), damaged.evidence(entry), entry.to_string());
        }
        let solution = damaged.solution();
        let _ = (order::sort(&solution, &[0, 1, usize::MAX]), order::relation(&solution, 0, 1));
    }
}

/// Replaces one value.
#[cfg(feature = "serde")]
fn damage(value: &mut serde_json::Value, left: &mut usize, how: u8) {
    use serde_json::{Value, json};
    match value {
        Value::Array(all) => all.iter_mut().for_each(|v| damage(v, left, how)),
        Value::Object(all) => all.values_mut().for_each(|v| damage(v, left, how)),
        _ if *left != 1 => *left = left.saturating_sub(1),
        odd => {
            *left = 0;
            let numbers = [0, 1, u64::MAX, u64::from(u32::MAX), i64::MAX as u64, 7, 255, 1 << 20];
            *odd = match how % 16 {
                n @ 0..8 => json!(numbers[usize::from(n)]),
                8 => json!(-1),
                9 => json!(i64::MIN),
                10 => json!("-262143-01-01T00:00:00"),
                11 => json!("+262142-12-31T23:59:59"),
                12 => json!(""),
                13 => Value::Null,
                14 => json!(i32::MIN),
                _ => json!(i32::MAX),
            };
        }
    }
}

const UNITS: [Unit; 8] =
    [Unit::Day, Unit::Week, Unit::Month, Unit::Year, Unit::Hour, Unit::Quarter, Unit::Second, Unit::Weekend];

/// A network of up to six events, eight bytes for each constraint. The first byte chooses how large numbers may be.
fn network(data: &[u8]) -> (Network, bool) {
    let mut bytes = Bytes(data);
    let first = bytes.byte();
    let (wild, points) = (first & 128 != 0, 2 * (1 + usize::from(first) % 6));
    let mut network = Network { points, ..Network::default() };
    while !bytes.0.is_empty() && network.constraints.len() < 64 {
        let (which, statement) = (bytes.byte(), bytes.below(24));
        let (a, b) = (bytes.below(points + 1), bytes.below(points + 1));
        let number = bytes.number(2) as i16;
        let scale = [1, 3600, 86_400, 31 * 86_400][usize::from(which >> 2 & 3)];
        let mut at = i64::from(number) * scale;
        if wild && which & 128 != 0 {
            at = at.wrapping_mul(0x1357_9bdf_0246_8ace);
        }
        let (unit, grain) = (bytes.byte(), bytes.byte());
        let count = match unit >> 4 & 3 {
            0 => Count::Exact(number.unsigned_abs().into()),
            1 => Count::Range(u32::from(unit >> 6), number.unsigned_abs().into()),
            2 => Count::Tenths(number.unsigned_abs().into()),
            _ if wild => Count::Exact(u32::MAX - u32::from(number.unsigned_abs())),
            _ => Count::Some,
        };
        let by = Period { count, unit: UNITS[usize::from(unit & 7)], rest: [None; 3] };
        let kind = match which & 3 {
            0 => Kind::NotBefore(a, at),
            1 => Kind::NotAfter(a, at),
            2 => Kind::Gap { from: a, to: b, gap: at },
            _ => {
                let sign = if grain & 128 != 0 { -1 } else { 1 };
                Kind::Step { from: a, to: b, by, sign, grain: UNITS[usize::from(grain & 7)] }
            }
        };
        network.constraints.push(Constraint { kind, statement });
    }
    network.trust = (0..20u32).map(|i| (i * 37 % 11) as u8).collect();
    (network, wild)
}

/// The constraint network: bounds are ordered, do not depend on the order of the constraints, and follow from the
/// statements that are named for them; what contradicts does so alone.
pub fn network_of(data: &[u8]) {
    let (network, wild) = network(data);
    let solution = order::solve(&network);
    let events = network.points / 2;
    let all: Vec<usize> = (0..events).collect();
    let mut line = order::sort(&solution, &all);
    for a in 0..events {
        for b in 0..events {
            assert_eq!(order::relation(&solution, a, b).inverse(), order::relation(&solution, b, a), "{network:?}");
        }
        order::later(&solution, a, 100);
    }
    line.sort_unstable();
    assert_eq!(line, all);
    for p in 0..network.points {
        let bounds = solution.earliest(p).zip(solution.latest(p));
        assert!(bounds.is_none_or(|(earliest, latest)| earliest <= latest), "{network:?}");
    }
    if wild {
        return;
    }
    for e in 0..events {
        let grows = |of: &dyn Fn(usize) -> Option<i64>| of(2 * e).zip(of(2 * e + 1)).is_none_or(|(b, e)| b <= e);
        assert!(grows(&|p| solution.earliest(p)) && grows(&|p| solution.latest(p)), "{network:?}");
    }
    let bounds = |s: &order::Solution| (0..s.points()).map(|p| (s.earliest(p), s.latest(p))).collect::<Vec<_>>();
    let mut turned = network.clone();
    turned.constraints.reverse();
    let other = order::solve(&turned);
    assert_eq!(bounds(&solution), bounds(&other), "{network:?}");
    let only = |keep: &dyn Fn(usize) -> bool| {
        let constraints = network.constraints.iter().filter(|c| keep(c.statement)).cloned().collect();
        order::solve(&Network { constraints, ..network.clone() })
    };
    for clash in &solution.conflicts {
        assert!(clash.statements.contains(&clash.dropped));
        assert!(!only(&|s| clash.statements.contains(&s)).conflicts.is_empty(), "{clash:?} in {network:?}");
    }
    let kept = only(&|s| !solution.is_dropped(s));
    assert!(kept.conflicts.is_empty(), "{network:?}");
    assert_eq!(bounds(&solution), bounds(&kept), "{network:?}");
    // One point, for each takes two solutions more.
    if let Some(p) = data.last().map(|&byte| usize::from(byte) % network.points) {
        let (why, other) = (solution.why(p, Bound::Earliest), solution.why(p, Bound::Latest));
        assert_eq!(only(&|s| why.contains(&s)).earliest(p), solution.earliest(p), "{p} in {network:?}");
        assert_eq!(only(&|s| other.contains(&s)).latest(p), solution.latest(p), "{p} in {network:?}");
    }
}
