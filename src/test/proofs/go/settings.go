package main

// rate is an amount in a window of seconds.
type rate struct {
	amount int
	window int
}

// settings is what a case was made from.
type settings struct {
	mode   string
	limits map[string][]rate
}

const (
	enforce  = "Enforce"
	shadow   = "Shadow"
	disabled = "Disabled"
)

var plain = map[string][]rate{"default": {{120, 3600}}, "query": {{20, 60}}}

var cases = map[string]settings{
	"plain": {enforce, plain},
	"several": {enforce, map[string][]rate{
		"default": {{120, 3600}},
		"query":   {{20, 60}, {300, 3600}},
		"upload_file":  {{50, 86400}},
	}},
	"tight":     {enforce, map[string][]rate{"query": {{20, 60}, {10, 3600}}}},
	"multiples": {enforce, map[string][]rate{"default": {{120, 3600}}, "query": {{5, 120}}}},
	"long":      {enforce, map[string][]rate{"query": {{20, 2592000}}}},
	"shadow":    {shadow, plain},
	"disabled":  {disabled, plain},
}

// smallest is the amount that a burst uses up first.
func smallest(rates []rate) int {
	least := rates[0].amount
	for _, rate := range rates {
		least = min(least, rate.amount)
	}
	return least
}
