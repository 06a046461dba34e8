// Command proofs hands the delivered texts to the libraries and programs that they are for.
package main

import (
	"cmp"
	"context"
	"crypto/rand"
	"fmt"
	"os"
	"path/filepath"
	"runtime/debug"
	"strings"

	"github.com/redis/go-redis/v9"
)

// proof checks one case of a preset: the files are what is delivered.
type proof interface {
	check(r *report, where string, expected settings, files map[string]string) error
}

func main() {
	if len(os.Args) != 2 {
		fail("the presets folder is the only argument")
	}
	options, err := redis.ParseURL(os.Getenv("REDIS_URL"))
	if err != nil {
		fail("REDIS_URL: " + err.Error())
	}
	client := redis.NewClient(options)
	if err := client.Ping(context.Background()).Err(); err != nil {
		fail("REDIS_URL: " + err.Error())
	}
	r, run := &report{}, "proof-"+rand.Text()+":"
	walk(r, "Ulule", ulule{client, run})
	version("Ulule", "github.com/ulule/limiter/v3")
	walk(r, "EnvoyRatelimit", newEnvoy(client, run))
	version("EnvoyRatelimit", "github.com/envoyproxy/ratelimit")
	prove(r, nginx(found("nginx", "CACHEWARD_TEST_NGINX")), "nginx")
	prove(r, haproxy(found("haproxy", "CACHEWARD_TEST_HAPROXY")), "haproxy")
	if r.wrongs > 0 {
		os.Exit(1)
	}
}

func fail(sentence string) {
	fmt.Fprintln(os.Stderr, sentence)
	os.Exit(2)
}

// prove checks a preset for a program, which may be missing except in CI.
func prove(r *report, p proxy, program string) {
	if p.binary != "" {
		walk(r, p.preset, p)
		fmt.Printf("version %s %s %s\n", p.preset, program, p.version())
	} else if os.Getenv("CI") == "true" {
		r.wrong(p.preset, "the program "+program, "none")
	} else {
		fmt.Printf("skipped %s: no %s\n", p.preset, program)
	}
}

func version(preset, module string) {
	info, _ := debug.ReadBuildInfo()
	for _, dependency := range info.Deps {
		if dependency.Path == module {
			fmt.Println("version", preset, module, dependency.Version)
		}
	}
}

// walk checks all cases of a preset.
func walk(r *report, preset string, p proof) {
	folders, err := os.ReadDir(filepath.Join(os.Args[1], preset))
	if err != nil {
		r.wrong(preset, "cases", err.Error())
	}
	for _, folder := range folders {
		where := preset + "/" + folder.Name()
		if err := checkCase(r, where, folder.Name(), p); err != nil {
			r.wrong(where, "no error", err.Error())
		}
	}
}

func checkCase(r *report, where, name string, p proof) error {
	files, err := read(filepath.Join(os.Args[1], where))
	if err != nil {
		return err
	}
	refused := strings.HasPrefix(files["REPORT"], "refused:")
	delete(files, "REPORT")
	if refused {
		r.expect(where, "refused, files beside REPORT", "none", cmp.Or(names(files), "none"))
		return nil
	}
	expected, known := cases[name]
	if !known {
		return fmt.Errorf("there is no check of this case")
	}
	return p.check(r, where, expected, files)
}

func read(folder string) (map[string]string, error) {
	entries, err := os.ReadDir(folder)
	files := map[string]string{}
	for _, entry := range entries {
		text, err := os.ReadFile(filepath.Join(folder, entry.Name()))
		if err != nil {
			return nil, err
		}
		files[entry.Name()] = string(text)
	}
	return files, err
}
