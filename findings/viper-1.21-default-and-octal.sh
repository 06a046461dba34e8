#!/usr/bin/env bash
# viper 1.21.0, GetInt and GetDuration of an environment variable, needs bash and Go 1.23 or later.
#
# Expected (found by the way, so this was written after the first run): GetInt with SetDefault(300) gives 300 when the variable holds something that is no integer ("60s"), and "060" is 60.
# Seen: the default is for a variable that is absent (or empty). One that cannot be read gives 0, without an error, though IsSet
# says true and Unmarshal into an int of the same value is an error. "060" is octal for GetInt and Unmarshal, 48, decimal for GetDuration.
# GetDuration and GetInt each read what the other cannot: "60" is 60 ns to the one, "60s" is 0 to the other.
# What it means for this project: a word for "do not cache" is a 0 to such a reader, and 0 is "for ever" in go-redis and ristretto.
# delivery.md names Unmarshal and strconv.Atoi with its error instead; numbers are delivered without leading zeros.
set -euo pipefail
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
cd "$tmp"
cat >go.mod <<'X'
module finding

go 1.23.0

require github.com/spf13/viper v1.21.0
X
cat >main.go <<'X'
package main

import (
	"fmt"
	"os"

	"github.com/spf13/viper"
)

func main() {
	for _, text := range []string{"60", "060", "60s", "1e3", ""} {
		os.Setenv("CACHE_TTL_USERS", text)
		v := viper.New()
		v.SetDefault("cache_ttl_users", 300)
		v.AutomaticEnv()
		var into struct {
			TTL int `mapstructure:"cache_ttl_users"`
		}
		err := v.Unmarshal(&into)
		fmt.Printf("%q: GetInt %d, GetDuration %v, IsSet %v, Unmarshal %d error %v\n", text, v.GetInt("cache_ttl_users"),
			v.GetDuration("cache_ttl_users"), v.IsSet("cache_ttl_users"), into.TTL, err != nil)
	}
}
X
go mod tidy >/dev/null 2>&1
seen=$(go run -p 1 .)
printf '%s\n' "$seen"
has() { grep -qF "$1" <<<"$seen" || { echo "$2" >&2; exit 1; }; }
has '"60": GetInt 60, GetDuration 60ns, IsSet true' "60 is read otherwise now"
has '"060": GetInt 48, GetDuration 60ns' "a leading zero is read otherwise now"
has '"60s": GetInt 0, GetDuration 1m0s, IsSet true, Unmarshal 0 error true' "60s is read otherwise now"
has '"": GetInt 300' "an empty variable is read otherwise now"
echo "as seen"
