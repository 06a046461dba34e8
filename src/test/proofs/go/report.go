package main

import (
	"fmt"
	"maps"
	"slices"
	"strings"
)

// report prints the line of a check, and counts what was wrong.
type report struct {
	wrongs int
}

func (r *report) ok(where, seen string) {
	fmt.Printf("ok %s: %s\n", where, seen)
}

func (r *report) wrong(where, expected, got string) {
	r.wrongs++
	fmt.Printf("WRONG %s: expected %s, got %s\n", where, expected, strings.ReplaceAll(got, "\n", " | "))
}

func (r *report) expect(where, what, expected, got string) {
	if expected == got {
		r.ok(where, what+": "+got)
	} else {
		r.wrong(where, what+": "+expected, got)
	}
}

// names gives the keys of a map, sorted, as a text.
func names[V any](values map[string]V) string {
	return strings.Join(slices.Sorted(maps.Keys(values)), " ")
}

// left rounds what is left of a window that has just begun.
func left(seconds, window int) string {
	if seconds > window-30 && seconds <= window {
		return fmt.Sprintf("%d s", window)
	}
	return fmt.Sprintf("%d s left", seconds)
}
