//! Days of one name that countries keep at different times.

use super::Holiday;

/// A country where English is written, by whose days a text may go.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(rename_all = "snake_case"))]
#[non_exhaustive]
pub enum Country {
    /// Australia.
    Australia,
    /// Belize.
    Belize,
    /// Canada.
    Canada,
    /// India.
    India,
    /// Ireland.
    Ireland,
    /// Jamaica.
    Jamaica,
    /// New Zealand.
    NewZealand,
    /// Nigeria.
    Nigeria,
    /// Pakistan.
    Pakistan,
    /// The Philippines.
    Philippines,
    /// South Africa.
    SouthAfrica,
    /// Trinidad and Tobago.
    TrinidadAndTobago,
    /// The United Kingdom.
    UnitedKingdom,
    /// The United States.
    UnitedStates,
}

impl Country {
    /// The country with a code of ISO 3166.
    ///
    /// ```
    /// assert_eq!(dateline::Country::from_code("CA"), Some(dateline::Country::Canada));
    /// ```
    pub fn from_code(code: &str) -> Option<Self> {
        Some(match code {
            "AU" => Country::Australia,
            "BZ" => Country::Belize,
            "CA" => Country::Canada,
            "IN" => Country::India,
            "IE" => Country::Ireland,
            "JM" => Country::Jamaica,
            "NZ" => Country::NewZealand,
            "NG" => Country::Nigeria,
            "PK" => Country::Pakistan,
            "PH" => Country::Philippines,
            "ZA" => Country::SouthAfrica,
            "TT" => Country::TrinidadAndTobago,
            "GB" => Country::UnitedKingdom,
            "US" => Country::UnitedStates,
            _ => return None,
        })
    }
}

/// A day that depends on the country.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(rename_all = "snake_case"))]
pub enum National {
    /// Thanksgiving.
    Thanksgiving,
    /// Labor Day in the American spelling.
    Labor,
    /// Labour Day in the British spelling.
    Labour,
    /// Mother's Day.
    Mothers,
    /// Father's Day.
    Fathers,
    /// Memorial Day.
    Memorial,
    /// Independence Day.
    Independence,
}

impl National {
    /// The day that it is in a country; with none, the American one, and 1 May for the British spelling of Labour Day, as
    /// most countries have it that spell it so.
    pub(super) fn of(self, country: Option<Country>) -> Holiday {
        use Country::*;
        use Holiday::{Easter, Fixed, Nth};
        match (self, country) {
            (National::Thanksgiving, Some(Canada)) => Nth(10, 2, 0, 0),
            (National::Thanksgiving, _) => Nth(11, 4, 3, 0),
            (National::Labor, None) | (National::Labor | National::Labour, Some(Canada | UnitedStates)) => {
                Nth(9, 1, 0, 0)
            }
            (National::Labor | National::Labour, Some(Australia)) => Nth(10, 1, 0, 0),
            (National::Labor | National::Labour, Some(Ireland)) => Nth(5, 1, 0, 0),
            (National::Labor | National::Labour, Some(Jamaica)) => Fixed(5, 23),
            (National::Labor | National::Labour, Some(NewZealand)) => Nth(10, 4, 0, 0),
            (National::Labor | National::Labour, Some(TrinidadAndTobago)) => Fixed(6, 19),
            (National::Labor | National::Labour, _) => Fixed(5, 1),
            (National::Mothers, Some(Ireland | Nigeria | UnitedKingdom)) => Easter(-21),
            (National::Mothers, _) => Nth(5, 2, 6, 0),
            (National::Fathers, Some(Australia | NewZealand)) => Nth(9, 1, 6, 0),
            (National::Fathers, _) => Nth(6, 3, 6, 0),
            // Newfoundland's.
            (National::Memorial, Some(Canada)) => Fixed(7, 1),
            (National::Memorial, _) => Nth(5, -1, 0, 0),
            (National::Independence, Some(Belize)) => Fixed(9, 21),
            (National::Independence, Some(India)) => Fixed(8, 15),
            (National::Independence, Some(Jamaica)) => Fixed(8, 6),
            (National::Independence, Some(Nigeria)) => Fixed(10, 1),
            (National::Independence, Some(Pakistan)) => Fixed(8, 14),
            (National::Independence, Some(Philippines)) => Fixed(6, 12),
            (National::Independence, Some(TrinidadAndTobago)) => Fixed(8, 31),
            (National::Independence, _) => Fixed(7, 4),
        }
    }

    /// Its name.
    pub fn name(self) -> &'static str {
        match self {
            National::Thanksgiving => "Thanksgiving",
            National::Labor => "Labor Day",
            National::Labour => "Labour Day",
            National::Mothers => "Mother's Day",
            National::Fathers => "Father's Day",
            National::Memorial => "Memorial Day",
            National::Independence => "Independence Day",
        }
    }
}
