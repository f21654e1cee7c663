//! What an expression speaks of together with the words around it, and what a caller's options change.

use chrono::NaiveDate;
use dateline::{Article, Country, Endpoint, Interval, Lean, Options, Text, Timex, extract, extract_with};

fn expressions(text: &str, published: &str) -> Vec<Timex> {
    extract(&Article::new(text, published).expect("a date")).expressions
}

/// An interval by its moments; an open end is empty.
fn shown(interval: Option<Interval>) -> String {
    let Some(Interval { begin, end }) = interval else { return "none".into() };
    let moment = |at: Option<chrono::NaiveDateTime>| {
        at.map_or_else(String::new, |at| {
            let at = at.format("%Y-%m-%dT%H:%M").to_string();
            at.strip_suffix("T00:00").map_or(at.clone(), String::from)
        })
    };
    format!("{}..{}", moment(begin), moment(end))
}

#[test]
fn words_around_an_expression_widen_or_open_its_scope() {
    let table = [
        ("They met from May 5 to May 8, 2024.", "2024-05-05..2024-05-09"),
        ("The fair ran between 3 March and 9 March 2024.", "2024-03-03..2024-03-10"),
        ("The war of 1914-18 was long over.", "1914-01-01..1919-01-01"),
        ("It lasted from December to May 2022.", "2021-12-01..2022-06-01"),
        ("The office is open from 9 a.m. to 5 p.m. on Tuesday.", "2025-03-04T09:00..2025-03-04T17:00"),
        ("She was away from Thursday at noon to Friday at noon.", "2025-02-27T12:00..2025-02-28T12:00"),
        ("He has lived there since 2014.", "2014-01-01.."),
        ("He had left before 2014.", "..2014-01-01"),
        ("He left after 2014.", "2015-01-01.."),
        ("Shops were shut until 2 p.m.", "..2025-03-05T14:00"),
        ("They must pay no later than 1 May 2025.", "..2025-05-02"),
        ("It may begin as early as April 2026.", "2026-04-01.."),
        ("Houses built in 1990 or later are exempt.", "1990-01-01.."),
        ("He was paid for two weeks starting 20 May 2024.", "2024-05-20..2024-06-03"),
        ("Profit rose in the six months to June 30, 2024.", "2024-01-01..2024-07-01"),
        ("It must end within two weeks from today.", "2025-03-05..2025-03-19"),
        ("Rain fell over the past three weeks.", "2025-02-12..2025-03-05"),
        ("Sales fell in the past two quarters.", "none"),
        ("He will be away for the rest of the week.", "2025-03-05..2025-03-10"),
        ("He was away for the rest of 2024.", "none"),
        ("He will be away for three days from Monday.", "2025-03-10..2025-03-13"),
        ("It must be done sooner than 2027.", "..2027-01-01"),
        ("It must be paid by 1 May 2025.", "2025-03-05..2025-05-02"),
        ("It had been paid by 1 May 2024.", "..2024-05-02"),
        ("The bank is down in the year to date.", "2025-01-01..2025-03-05"),
        ("It was settled before the end of January 2025.", "..2025-02-01"),
        ("He must answer by the end of the day.", "2025-03-05..2025-03-06"),
        ("They saw the end of Sunday.", "2025-03-02T23:59..2025-03-03"),
        ("It ran from the middle of March to the end of May 2024.", "2024-03-16..2024-06-01"),
        ("They will be shut from January to June.", "2025-01-01..2025-07-01"),
        ("The road is shut from 5/1-5/7, 2024.", "2024-05-01..2024-05-08"),
        ("Where was he between 0730 and 0930?", "2025-03-05T07:30..2025-03-05T09:30"),
        ("He came after 2016, or before 2012.", "2017-01-01.."),
        ("They will meet after 9:30 but before 11:00 on Thursday.", "2025-03-06T09:30..2025-03-06T11:00"),
        ("The fair is open through Friday.", "..2025-03-01"),
        ("It snowed through the winter.", "none"),
        ("No sign of it was found to date.", "..2025-03-05"),
        // What the preposition governs is not the time.
        ("He spoke after Monday's vote.", "none"),
        ("A report from 2014 says so.", "none"),
        ("They met on Tuesday.", "none"),
    ];
    for (text, wanted) in table {
        let found = expressions(text, "2025-03-05");
        let first = found.first().unwrap_or_else(|| panic!("nothing in {text:?}"));
        assert_eq!(shown(first.scope()), wanted, "{text:?}: {found:?}");
    }
}

#[test]
fn a_phrase_has_the_words_that_its_scope_is_read_from() {
    let table = [
        ("They met from May 5 to May 8, 2024.", "from May 5 to May 8, 2024"),
        ("He has lived there since 2014.", "since 2014"),
        ("They must pay no later than 1 May 2025.", "no later than 1 May 2025"),
        ("It may begin as early as April 2026.", "as early as April 2026"),
        ("Houses built in 1990 or later are exempt.", "1990 or later"),
        ("It must be filed on or before 1 May 2025.", "on or before 1 May 2025"),
        ("He was ill from 3 May 2024 for two weeks.", "from 3 May 2024 for two weeks"),
        ("He will return in two weeks.", "in two weeks"),
        ("They met in the morning.", "in the morning"),
        ("He will be away for the rest of the year.", "rest of the year"),
        ("He will be away for the rest of week.", "rest of week"),
        ("They will meet today before 4 p.m.", "today before 4 p.m."),
        ("They met on Tuesday by 2 in the afternoon.", "Tuesday by 2 in the afternoon"),
        ("It is booked on 14 March from 9:30 a.m. for seven hours.", "14 March from 9:30 a.m. for seven hours"),
        ("The library is closed on Mondays.", "on Mondays"),
        ("He practises in the evenings.", "in the evenings"),
        ("They will be away a week starting tomorrow.", "a week starting tomorrow"),
        ("They met on Tuesday.", "Tuesday"),
        ("A report from 2014 says so.", "2014"),
    ];
    for (text, wanted) in table {
        let found = expressions(text, "2025-03-05");
        assert_eq!(found[0].phrase().of(text), wanted, "{text:?}");
        assert_eq!(found.last().map(|t| t.phrase()), Some(found[0].phrase()), "{text:?}: both ends have it");
    }
}

#[test]
fn a_day_keeps_its_own_scope_beside_that_of_its_hours() {
    let found = expressions("They will meet today before 4 p.m.", "2025-03-05");
    assert_eq!((shown(found[0].scope()), shown(found[1].scope())), ("none".into(), "..2025-03-05T16:00".into()));
}

#[test]
fn or_before_joins_what_is_left_open_only_behind_a_preposition() {
    let scopes = |text| expressions(text, "2025-03-05").iter().map(|t| shown(t.scope())).collect::<Vec<_>>();
    assert_eq!(scopes("He came after 2016, or before 2012."), ["2017-01-01..", "..2012-01-01"]);
    assert_eq!(scopes("It must be filed on or before 1 May 2024."), ["..2024-05-02"]);
    assert_eq!(scopes("It was filed before or in May 2024."), ["..2024-06-01"]);
}

#[test]
fn a_long_weekend_takes_in_its_holiday() {
    let found = expressions("The road was full on Labor Day weekend 2021.", "2025-03-05");
    assert_eq!((found[0].value.as_str(), shown(found[0].interval)), ("2021-W35-WE", "2021-09-04..2021-09-07".into()));
}

#[test]
fn earlier_and_later_end_and_begin_at_the_time_of_speaking() {
    let table = [
        ("It was found earlier this year.", "2025-01-01..2025-11-05"),
        ("They will meet later this month.", "2025-11-06..2025-12-01"),
        ("It was found early this year.", "2025-01-01..2025-05-01"),
        ("It was found earlier yesterday.", "2025-11-04..2025-11-05"),
        ("It was found later in 2024.", "2024-09-01..2025-01-01"),
        ("It was found early on Tuesday morning.", "2025-11-04..2025-11-04T09:00"),
        ("It was found late on Tuesday morning.", "2025-11-04T10:00..2025-11-04T12:00"),
    ];
    for (text, wanted) in table {
        let found = expressions(text, "2025-11-05");
        assert_eq!(shown(found[0].interval), wanted, "{text:?}: {found:?}");
    }
}

#[test]
fn a_caller_sets_the_hours_of_the_parts_of_the_day() {
    let article =
        Article::new("He left on Tuesday evening; it was late in the morning of Monday.", "2025-03-05").unwrap();
    let found = extract_with(&article, &Options::default().day_parts([8, 12, 16, 20])).expressions;
    let own: Vec<_> = found.iter().map(|t| shown(t.interval)).collect();
    assert_eq!(own, ["2025-03-04T16:00..2025-03-04T20:00", "2025-03-03T10:00..2025-03-03T12:00"]);
}

#[test]
fn a_caller_names_the_country_whose_days_are_meant() {
    let days = |text: &str, country: Option<Country>| {
        let article = Article::new(text, "2025-12-05").unwrap();
        let options = country.map_or_else(Options::default, |c| Options::default().country(c));
        extract_with(&article, &options).expressions.iter().map(|t| t.value.clone()).collect::<Vec<_>>()
    };
    let text = "They met on Mother's Day, on Labour Day 2024 and on the eve of last Independence Day.";
    assert_eq!(days(text, None), ["2025-05-11", "2024-05-01", "2025-07-04"]);
    assert_eq!(days(text, Some(Country::India)), ["2025-05-11", "2024-05-01", "2025-08-15"]);
    assert_eq!(days(text, Some(Country::Ireland)), ["2025-03-30", "2024-05-06", "2025-07-04"]);
    assert_eq!(days("They met a week after Thanksgiving.", Some(Country::Canada)), ["2025-10-20"]);
}

#[test]
fn stretches_of_quarters_are_whole_ones() {
    let found = expressions("Sales fell in the past two quarters.", "2025-03-05");
    assert_eq!(shown(found[0].interval), "2024-07-01..2025-01-01");
}

#[test]
fn both_ends_of_a_range_have_all_of_it_and_keep_their_own_values() {
    let found = expressions("They met from May 5 to May 8, 2024.", "2025-03-05");
    let own: Vec<_> = found.iter().map(|t| (t.value.as_str(), shown(t.interval), shown(t.scope()))).collect();
    let whole = "2024-05-05..2024-05-09".to_string();
    let wanted = [
        ("2024-05-05", "2024-05-05..2024-05-06".to_string(), whole.clone()),
        ("2024-05-08", "2024-05-08..2024-05-09".to_string(), whole),
    ];
    assert_eq!(own, wanted);
}

#[test]
fn a_length_knows_the_time_that_it_begins_or_ends_at() {
    let ended = expressions("Profit rose in the six months to June 30, 2024.", "2025-03-05");
    assert_eq!((ended[0].begin_point(), ended[0].end_point()), (None, Some(Endpoint::Expression(1))));
    let begun = expressions("She was ill from 3 May 2024 for two weeks.", "2025-03-05");
    assert_eq!((begun[1].begin_point(), begun[1].end_point()), (Some(Endpoint::Expression(0)), None));
    let past = expressions("It grew over the past three years.", "2025-03-05");
    assert_eq!((past[0].begin_point(), past[0].end_point()), (None, Some(Endpoint::Publication)));
}

#[test]
fn a_time_that_is_over_looks_ahead_to_the_next_day_only_where_the_sentence_does() {
    let value = |text| expressions(text, "2025-03-05T16:00")[0].value.clone();
    assert_eq!(value("She will speak at 3 p.m."), "2025-03-06T15:00");
    assert_eq!(value("She will speak at 5 p.m."), "2025-03-05T17:00");
    assert_eq!(value("She spoke at 3 p.m."), "2025-03-05T15:00");
}

#[test]
fn dates_in_numbers_keep_both_readings() {
    let read = |text: &str, options: &Options| {
        let timeline = extract_with(&Article::new(text, "2025-03-05").unwrap(), options);
        let timex = timeline.expressions.first().expect("a date");
        (timex.value.clone(), timex.alternatives().to_vec())
    };
    let (american, british) = (Options::default(), Options::default().day_first());
    let both = |a: &str, b: &str| (Text::from(a), vec![Text::from(b)]);
    assert_eq!(read("It is dated 3/4/2024.", &american), both("2024-03-04", "2024-04-03"));
    assert_eq!(read("It is dated 3/4/2024.", &british), both("2024-04-03", "2024-03-04"));
    assert_eq!(read("It is dated 04-03-2024.", &british), both("2024-03-04", "2024-04-03"));
    // Only one order is a date.
    assert_eq!(read("It is dated 25/3/2024.", &american), ("2024-03-25".into(), vec![]));
    assert_eq!(read("It is dated 3/25/2024.", &british), ("2024-03-25".into(), vec![]));
    assert_eq!(read("It is dated 5/5/2024.", &british), ("2024-05-05".into(), vec![]));
    let nearest = Options::default().lean(Lean::Nearest);
    assert_eq!(read("They play on Friday 29/03.", &nearest).0, "2025-03-29");
}

#[test]
fn a_fiscal_year_begins_where_the_caller_says() {
    let of = |text: &str, begins: u8| {
        let options = Options::default().fiscal_year(begins);
        let timeline = extract_with(&Article::new(text, "2025-03-05").unwrap(), &options);
        let timex = timeline.expressions.first().expect("a year");
        (timex.value.clone(), shown(timex.interval))
    };
    let wanted = |value: &str, interval: &str| (Text::from(value), interval.to_string());
    assert_eq!(of("Sales fell in fiscal 2024.", 1), wanted("2024", "2024-01-01..2025-01-01"));
    assert_eq!(of("Sales fell in fiscal 2024.", 10), wanted("2024", "2023-10-01..2024-10-01"));
    assert_eq!(of("Sales fell in FY2024.", 4), wanted("2024", "2023-04-01..2024-04-01"));
    assert_eq!(of("Sales fell in the fiscal second quarter of 2024.", 10), wanted("2024-Q2", "2024-01-01..2024-04-01"));
    // A plain quarter is one of the calendar.
    assert_eq!(of("Sales fell in the second quarter of 2024.", 10), wanted("2024-Q2", "2024-04-01..2024-07-01"));
}

#[test]
fn a_period_that_the_caller_names_is_an_expression() {
    let day = |y, m, d| NaiveDate::from_ymd_opt(y, m, d).unwrap();
    let options = Options::default().period("Trump's first term", day(2017, 1, 20), day(2021, 1, 19)).period(
        "the first term",
        day(1999, 1, 1),
        day(1999, 12, 31),
    );
    let text = "Talks began in Trump’s First Term and ended in 2022. By the first term’s end nobody cared.";
    let timeline = extract_with(&Article::new(text, "2025-03-05").unwrap(), &options);
    let found: Vec<_> = timeline.expressions.iter().map(|t| (t.text.as_str(), shown(t.interval))).collect();
    let wanted = [
        ("Trump’s First Term", "2017-01-20..2021-01-20".to_string()),
        ("2022", "2022-01-01..2023-01-01".to_string()),
        ("the first term", "1999-01-01..2000-01-01".to_string()),
    ];
    assert_eq!(found, wanted);
}
