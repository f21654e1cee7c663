//! Feasts of lunar calendars as days of ours: the Islamic, the Hebrew and the Chinese year, and Diwali.
//!
//! The Hebrew calendar is arithmetic and exact. The others follow the moon: new moons are computed (Meeus, *Astronomical
//! Algorithms*, 1991, ch. 47, its largest terms: right to a few minutes), and where a month begins when the crescent is
//! seen, the day may be off by one from the one that some country declared.

use super::add_days;
use chrono::{Datelike, NaiveDate};

/// A moment as a Julian day number.
type JulianDay = f64;

/// The Julian day number of the midnight that begins day 0 of [`NaiveDate::from_num_days_from_ce_opt`].
const DAY_ZERO: JulianDay = 1_721_424.5;

/// The moment of the `k`th new moon since the one of 6 January 2000.
fn new_moon(k: f64) -> JulianDay {
    let t = k / 1236.85;
    let e = 1.0 - 0.002_516 * t;
    let sun = 2.5534 + 29.105_356_7 * k;
    let moon = 201.5643 + 385.816_935_28 * k + 0.010_758_2 * t * t;
    let node = 160.7108 + 390.670_502_84 * k - 0.001_611_8 * t * t;
    let sin = |degrees: f64| degrees.to_radians().sin();
    2_451_550.097_66 + 29.530_588_861 * k + 0.000_154_37 * t * t - 0.4072 * sin(moon)
        + 0.172_41 * e * sin(sun)
        + 0.016_08 * sin(2.0 * moon)
        + 0.010_39 * sin(2.0 * node)
        + 0.007_39 * e * sin(moon - sun)
        - 0.005_14 * e * sin(moon + sun)
        + 0.002_08 * e * e * sin(2.0 * sun)
        - 0.001_11 * sin(moon - 2.0 * node)
        - 0.000_57 * sin(moon + 2.0 * node)
        + 0.000_56 * e * sin(2.0 * moon + sun)
        - 0.000_42 * sin(3.0 * moon)
        + 0.000_42 * e * sin(sun + 2.0 * node)
        + 0.000_38 * e * sin(sun - 2.0 * node)
        - 0.000_24 * e * sin(2.0 * moon - sun)
}

/// The day on which a moment falls, where clocks are `hours` ahead of Greenwich.
fn day_of(moment: JulianDay, hours: f64) -> Option<NaiveDate> {
    let days = (moment + hours / 24.0 - DAY_ZERO).floor();
    // The calendar of this crate is far smaller than an i32 of days.
    if days.abs() > 9e7 { None } else { NaiveDate::from_num_days_from_ce_opt(days as i32) }
}

/// The first new moon on or after a day of the year, told by a clock so many hours ahead.
fn new_moon_from(year: i32, (month, day): (u32, u32), hours: f64) -> Option<JulianDay> {
    let from = NaiveDate::from_ymd_opt(year, month, day)?;
    let first = ((f64::from(year) - 2000.0 + f64::from(from.ordinal0()) / 365.25) * 12.3685).floor() - 1.0;
    (0..4).map(|n| new_moon(first + f64::from(n))).find(|&at| day_of(at, hours).is_some_and(|d| d >= from))
}

/// Chinese New Year: the second new moon after the winter solstice, by the clock of Beijing.
pub(super) fn chinese_new_year(year: i32) -> Option<NaiveDate> {
    day_of(new_moon_from(year, (1, 21), 8.0)?, 8.0)
}

/// Diwali: the last evening in India before the new moon between mid-October and mid-November.
pub(super) fn diwali(year: i32) -> Option<NaiveDate> {
    day_of(new_moon_from(year, (10, 17), 0.0)?, -12.5)
}

/// Nowruz: the day of the spring equinox (Meeus, ch. 26, its mean value, right to a quarter of an hour) where it comes
/// before noon in Tehran, else the next.
pub(super) fn nowruz(year: i32) -> Option<NaiveDate> {
    let y = (f64::from(year) - 2000.0) / 1000.0;
    day_of(2_451_623.809_84 + 365_242.374_04 * y + 0.051_69 * y * y, 3.5 + 12.0)
}

/// The day of an Islamic month (1 is Muharram; day 0 is the last of the month before) that falls into `year`; the first one
/// where two do. A month begins on the evening after the moon was new at sunset in Mecca (the calendar of Umm al-Qura).
pub(super) fn islamic(month: u8, day: i8, year: i32) -> Option<NaiveDate> {
    // The new moon of 4 April 2000 began the year 1421.
    const FIRST: f64 = 3.0;
    let about = (f64::from(year) - 2000.26) * 365.2425 / 29.530_588_861;
    let offset = f64::from(month) - 1.0;
    let first = ((about - offset) / 12.0).floor() - 1.0;
    (0..4).find_map(|n| {
        let begin = day_of(new_moon(FIRST + (first + f64::from(n)) * 12.0 + offset), 9.0)?;
        add_days(begin, i64::from(day)).filter(|d| d.year() == year)
    })
}

/// The day of a Hebrew month (1 is Nisan, 7 Tishri, 9 Kislev; day 0 is the last of the month before) that falls into `year`.
pub(super) fn hebrew(month: u8, day: i8, year: i32) -> Option<NaiveDate> {
    let year = i64::from(year);
    let to_day = |days: i64| NaiveDate::from_num_days_from_ce_opt(i32::try_from(days).ok()?);
    let begin = match month {
        // Nisan to Elul have the same lengths every year, so that they are counted back from the new year behind them.
        1..=6 => {
            let before = [0, 30, 59, 89, 118, 148];
            hebrew_new_year(year + 3761)? - 177 + before.get(usize::from(month - 1))?
        }
        _ => {
            let (first, next) = (hebrew_new_year(year + 3761)?, hebrew_new_year(year + 3762)?);
            let length = next - first;
            // Heshvan has 30 days in a long year, Kislev 29 in a short one.
            let (heshvan, kislev) = (29 + i64::from(length % 10 == 5), 30 - i64::from(length % 10 == 3));
            let before = [0, 30, 30 + heshvan, 30 + heshvan + kislev];
            first + before.get(usize::from(month.checked_sub(7)?))?
        }
    };
    to_day(begin - 1 + i64::from(day))
}

/// The days up to the Hebrew new year (Rosh Hashanah): the mean new moon of Tishri, put off for the week's sake
/// (Dershowitz and Reingold, *Calendrical Calculations*, 1997, ch. 7).
fn hebrew_new_year(year: i64) -> Option<i64> {
    let elapsed = |year: i64| {
        let months = (235 * year - 234).div_euclid(19);
        let parts = 12_084 + 13_753 * months;
        let day = 29 * months + parts.div_euclid(25_920);
        if (3 * (day + 1)).rem_euclid(7) < 3 { day + 1 } else { day }
    };
    if !(1..20_000).contains(&year) {
        return None;
    }
    let (last, this, next) = (elapsed(year - 1), elapsed(year), elapsed(year + 1));
    let put_off = if next - this == 356 { 2 } else { i64::from(this - last == 382) };
    // The epoch, in days of our calendar.
    Some(this + put_off - 1_373_427)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ymd(y: i32, m: u32, d: u32) -> Option<NaiveDate> {
        NaiveDate::from_ymd_opt(y, m, d)
    }

    #[test]
    fn the_chinese_new_year_and_diwali_agree_with_published_tables() {
        for (y, m, d) in [(1990, 1, 27), (2008, 2, 7), (2013, 2, 10), (2014, 1, 31), (2020, 1, 25), (2024, 2, 10)] {
            assert_eq!(chinese_new_year(y), ymd(y, m, d), "{y}");
        }
        for (y, m, d) in [(2001, 11, 14), (2018, 11, 7), (2019, 10, 27), (2020, 11, 14), (2022, 10, 24), (2023, 11, 12)]
        {
            assert_eq!(diwali(y), ymd(y, m, d), "{y}");
        }
    }

    #[test]
    fn nowruz_agrees_with_published_tables() {
        for (y, d) in [(2003, 21), (2008, 20), (2015, 21), (2016, 20), (2017, 21), (2019, 21), (2021, 21), (2024, 20)] {
            assert_eq!(nowruz(y), ymd(y, 3, d), "{y}");
        }
    }

    #[test]
    fn islamic_feasts_agree_with_published_tables() {
        let eid = [(2013, 8, 8), (2017, 6, 25), (2018, 6, 15), (2021, 5, 13), (2022, 5, 2), (2024, 4, 10)];
        for (y, m, d) in eid {
            assert_eq!(islamic(10, 1, y), ymd(y, m, d), "{y}");
        }
        assert_eq!(islamic(12, 10, 2018), ymd(2018, 8, 21));
        assert_eq!(islamic(1, 1, 2018), ymd(2018, 9, 11));
        assert_eq!(islamic(9, 1, 2024), ymd(2024, 3, 11));
    }

    #[test]
    fn hebrew_feasts_agree_with_published_tables() {
        for (y, m, d) in [(1998, 9, 21), (2017, 9, 21), (2018, 9, 10), (2023, 9, 16), (2024, 10, 3)] {
            assert_eq!(hebrew(7, 1, y), ymd(y, m, d), "new year {y}");
        }
        for (y, m, d) in [(2018, 3, 31), (2020, 4, 9), (2023, 4, 6), (2024, 4, 23)] {
            assert_eq!(hebrew(1, 15, y), ymd(y, m, d), "Passover {y}");
        }
        for (y, m, d) in [(2018, 12, 3), (2021, 11, 29), (2023, 12, 8), (2024, 12, 26)] {
            assert_eq!(hebrew(9, 25, y), ymd(y, m, d), "Hanukkah {y}");
        }
        assert_eq!(hebrew(3, 6, 2024), ymd(2024, 6, 12));
    }

    #[test]
    fn no_year_is_too_far() {
        for year in [i32::MIN, -262_143, 0, 262_142, i32::MAX] {
            let _ = (islamic(9, 1, year), hebrew(9, 25, year), chinese_new_year(year), diwali(year), nowruz(year));
        }
    }
}
