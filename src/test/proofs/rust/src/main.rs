//! Hands the delivered files of the preset Limitador to Limitador's own crate.
//!
//! Usage: preset-proofs <folder of the presets>

mod settings;

use limitador::limit::{Context, Limit, Namespace};
use limitador::RateLimiter;
use settings::{settings, Rate};
use std::collections::HashMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

/// Reads the file as the server does, and keeps what it keeps.
fn load(text: &str) -> Result<RateLimiter, String> {
    let limits: Vec<Limit> = serde_yaml::from_str(text).map_err(|error| error.to_string())?;
    let limiter = RateLimiter::new(10_000);
    limiter.configure_with(limits).map_err(|error| error.to_string())?;
    Ok(limiter)
}

fn shop() -> Namespace {
    Namespace::from("shop")
}

/// Asks once, with one descriptor as Envoy sends it.
fn refused(limiter: &RateLimiter, limit: &str, client: &str) -> bool {
    let entries = [("limit", limit), ("client", client)];
    let descriptor: HashMap<String, String> =
        entries.iter().map(|(key, value)| (key.to_string(), value.to_string())).collect();
    let mut context = Context::default();
    context.list_binding("descriptors".to_string(), vec![descriptor]);
    let answer = limiter.check_rate_limited_and_update(&shop(), &context, 1);
    answer.expect("an answer").limited
}

/// Returns which request of a client is the first to be refused.
fn first_refused(limiter: &RateLimiter, limit: &str, client: &str) -> Option<u64> {
    (1..=1_000).find(|_| refused(limiter, limit, client))
}

/// Returns the counts and windows that are kept for a limit, shortest window first.
fn held(limiter: &RateLimiter, limit: &str) -> Vec<Rate> {
    let condition = format!("descriptors[0].limit == '{limit}'");
    let mut rates: Vec<Rate> = limiter
        .get_limits(&shop())
        .iter()
        .filter(|kept| kept.conditions().contains(&condition))
        .map(|kept| (kept.max_value(), kept.seconds()))
        .collect();
    rates.sort_by_key(|(_, seconds)| *seconds);
    rates
}

/// Returns what is left of each rate of a client, shortest window first.
fn remaining(limiter: &RateLimiter, client: &str) -> Vec<Option<u64>> {
    let mut counters: Vec<(u64, Option<u64>)> = limiter
        .get_counters(&shop())
        .expect("counters")
        .iter()
        .filter(|counter| counter.set_variables().values().any(|value| value == client))
        .map(|counter| (counter.window().as_secs(), counter.remaining()))
        .collect();
    counters.sort_by_key(|(seconds, _)| *seconds);
    counters.into_iter().map(|(_, left)| left).collect()
}

fn expect<T: PartialEq + std::fmt::Debug>(what: &str, expected: T, got: T) -> Result<String, String> {
    if expected == got {
        Ok(format!("{what} {got:?}"))
    } else {
        Err(format!("expected {what} {expected:?}, got {got:?}"))
    }
}

fn check(case: &Path) -> Vec<Result<String, String>> {
    let name = case.file_name().unwrap_or_default().to_string_lossy().to_string();
    let Some(expected) = settings(&name) else {
        return vec![Err("expected a check for this case, got none".to_string())];
    };
    let limiter = match fs::read_to_string(case.join("limits.yaml")).map_err(|error| error.to_string()).and_then(|text| load(&text)) {
        Ok(limiter) => limiter,
        Err(error) => return vec![Err(format!("expected a file that is read, got {error}"))],
    };
    let mut seen = Vec::new();
    for (limit, rates) in expected.limits {
        let on = if expected.enforced { rates.clone() } else { vec![] };
        let tightest = on.iter().map(|(count, _)| count + 1).min();
        seen.push(expect(&format!("rates of {limit}:"), on.clone(), held(&limiter, limit)));
        seen.push(expect(&format!("first refused request of {limit}:"), tightest, first_refused(&limiter, limit, limit)));
        let passed = tightest.unwrap_or(1) - 1;
        let left: Vec<Option<u64>> = on.iter().map(|(count, _)| Some(count - passed)).collect();
        seen.push(expect(&format!("left of each rate of {limit}:"), left, remaining(&limiter, limit)));
        seen.push(expect(&format!("another client of {limit} is refused:"), false, refused(&limiter, limit, "another")));
    }
    seen
}

fn version() -> &'static str {
    let lock = include_str!("../Cargo.lock");
    let from = lock.find("name = \"limitador\"\nversion = \"").expect("limitador is locked");
    lock[from..].split('"').nth(3).expect("a version")
}

fn main() -> ExitCode {
    let root = PathBuf::from(std::env::args().nth(1).expect("the folder of the presets")).join("Limitador");
    let mut cases: Vec<PathBuf> = fs::read_dir(root).expect("the folder").flatten().map(|entry| entry.path()).collect();
    cases.sort();
    let mut wrong = cases.len() != settings::CASES.len();
    for case in cases {
        let label = format!("Limitador/{}", case.file_name().unwrap_or_default().to_string_lossy());
        for line in check(&case) {
            match line {
                Ok(seen) => println!("ok {label}: {seen}"),
                Err(error) => {
                    wrong = true;
                    println!("WRONG {label}: {error}");
                }
            }
        }
    }
    println!("version Limitador limitador {}", version());
    if wrong { ExitCode::FAILURE } else { ExitCode::SUCCESS }
}
