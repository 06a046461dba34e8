let wrongs = 0;

export function ok(where, seen) {
  console.log(`ok ${where}: ${seen}`);
}

export function wrong(where, expected, got) {
  wrongs += 1;
  console.log(`WRONG ${where}: expected ${expected}, got ${got}`);
}

/** Compares two texts, and prints the line of the check. */
export function expect(where, what, expected, got) {
  if (expected === got) {
    ok(where, `${what}: ${got}`);
  } else {
    wrong(where, `${what}: ${expected}`, got);
  }
}

/** A window has just begun, so nearly all of it is left. */
export function left(seconds, window) {
  return seconds > window - 30 && seconds <= window ? `${window} s` : `${seconds} s left`;
}

export function exitCode() {
  return wrongs === 0 ? 0 : 1;
}
