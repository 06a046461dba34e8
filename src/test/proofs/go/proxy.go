package main

import (
	"fmt"
	"net"
	"net/http"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
)

// proxy is a program that limits before an application. It inherits its open port as file descriptor 3, so nobody
// has to wait for it.
type proxy struct {
	preset string
	binary string
	// arguments gives the command line for a folder of files, and test what makes it only check them.
	arguments   func(folder string) []string
	test        []string
	environment []string
	// write makes the files that an operator of the proxy has beside the delivered ones.
	write func(folder, address, application string, expected settings) error
	// shadowed says what shadow mode leaves behind after a burst with one request over the limit.
	shadowed func(folder string, last answer) string
	// counter asks the running proxy what it has counted, where it can be asked.
	counter func(folder, name string, rate rate, client string) string
}

func (p proxy) check(r *report, where string, expected settings, files map[string]string) error {
	folder, err := lay(files)
	if err != nil {
		return err
	}
	defer os.RemoveAll(folder)
	server, address, err := serve(http.HandlerFunc(application))
	if err != nil {
		return err
	}
	defer server.Close()
	listener, err := listen()
	if err != nil {
		return err
	}
	defer listener.Close()
	if err := p.write(folder, listener.Addr().String(), address, expected); err != nil {
		return err
	}
	if !p.accepts(r, where, folder, listener) {
		return nil
	}
	return p.run(r, where, expected, folder, listener)
}

// accepts lets the program check its configuration. A warning is wrong too.
func (p proxy) accepts(r *report, where, folder string, listener *net.TCPListener) bool {
	said, err := p.command(folder, listener, p.test...).CombinedOutput()
	seen := "accepted"
	if err != nil || strings.Contains(strings.ToLower(string(said)), "warn") {
		seen = strings.TrimSpace(string(said))
	}
	r.expect(where, "the configuration", "accepted", seen)
	return err == nil
}

// lay writes the delivered files into a new folder.
func lay(files map[string]string) (string, error) {
	folder, err := os.MkdirTemp("", "proof")
	for name, text := range files {
		if err == nil {
			err = os.WriteFile(filepath.Join(folder, name), []byte(text), 0o644)
		}
	}
	return folder, err
}

func (p proxy) command(folder string, listener *net.TCPListener, more ...string) *exec.Cmd {
	command := exec.Command(p.binary, append(p.arguments(folder), more...)...)
	command.Env = append(os.Environ(), p.environment...)
	if port, err := listener.File(); err == nil {
		command.ExtraFiles = []*os.File{port}
	}
	return command
}

func (p proxy) run(r *report, where string, expected settings, folder string, listener *net.TCPListener) error {
	command := p.command(folder, listener)
	if err := command.Start(); err != nil {
		return err
	}
	defer func() {
		_ = command.Process.Signal(syscall.SIGTERM)
		_ = command.Wait()
	}()
	for name, rates := range expected.limits {
		client, amount := newClient(), smallest(rates)
		answers, err := send("http://"+listener.Addr().String()+"/"+name, client, amount+1)
		if err != nil {
			return err
		}
		r.expect(where, fmt.Sprintf("%s, %d requests", name, amount+1), passes(expected.mode, amount), summary(answers))
		if expected.mode == shadow {
			r.expect(where, name+", the last request", "marked", p.shadowed(folder, answers[amount]))
		}
		p.counters(r, where, expected.mode, folder, name, client, rates)
	}
	return nil
}

// counters sees that each rate has counted all requests, in its own window.
func (p proxy) counters(r *report, where, mode, folder, name, client string, rates []rate) {
	if p.counter == nil {
		return
	}
	for _, rate := range rates {
		counted := "nothing counted"
		if mode != disabled {
			counted = fmt.Sprintf("%d counted, %d s", smallest(rates)+1, rate.window)
		}
		what := fmt.Sprintf("%s, counter of %d in %d s", name, rate.amount, rate.window)
		r.expect(where, what, counted, p.counter(folder, name, rate, client))
	}
}

// version asks the program, which says it on its first line.
func (p proxy) version() string {
	said, _ := exec.Command(p.binary, "-v").CombinedOutput()
	first, _, _ := strings.Cut(string(said), "\n")
	for _, word := range strings.FieldsFunc(first, func(r rune) bool { return r == ' ' || r == '/' }) {
		if word[0] >= '0' && word[0] <= '9' {
			return word
		}
	}
	return first
}

// found gives the path of a program, told by the environment or in the search path.
func found(name, variable string) string {
	if told := os.Getenv(variable); told != "" {
		return told
	}
	path, _ := exec.LookPath(name)
	return path
}
