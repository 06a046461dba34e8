//! The settings behind the delivered files.

/// A count and a window in seconds.
pub type Rate = (u64, u64);

pub const CASES: [&str; 7] = ["disabled", "long", "multiples", "plain", "several", "shadow", "tight"];

pub struct Settings {
    pub enforced: bool,
    pub limits: Vec<(&'static str, Vec<Rate>)>,
}

/// Returns what a case means.
pub fn settings(case: &str) -> Option<Settings> {
    let plain = || vec![("default", vec![(120, 3_600)]), ("query", vec![(20, 60)])];
    let (enforced, limits) = match case {
        "plain" => (true, plain()),
        "several" => (
            true,
            vec![
                ("default", vec![(120, 3_600)]),
                ("query", vec![(20, 60), (300, 3_600)]),
                ("upload_file", vec![(50, 86_400)]),
            ],
        ),
        "multiples" => (true, vec![("default", vec![(120, 3_600)]), ("query", vec![(5, 120)])]),
        "tight" => (true, vec![("query", vec![(20, 60), (10, 3_600)])]),
        "long" => (true, vec![("query", vec![(20, 30 * 86_400)])]),
        "shadow" | "disabled" => (false, plain()),
        _ => return None,
    };
    Some(Settings { enforced, limits })
}
