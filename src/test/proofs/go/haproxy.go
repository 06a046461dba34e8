package main

import (
	"fmt"
	"io"
	"net"
	"os"
	"path/filepath"
	"strings"
)

const haproxyFrontend = `global
    stats socket %s

defaults application
    mode http
    timeout connect 5s
    timeout client 30s
    timeout server 30s

frontend web from application
    bind fd@3
    use_backend %%[path,field(2,/)]

`

// haproxyBackends is the wiring: a backend takes the rules of a limit by from.
func haproxyBackends(folder, application string, expected settings) string {
	var text strings.Builder
	fmt.Fprintf(&text, haproxyFrontend, filepath.Join(folder, "stats"))
	for name := range expected.limits {
		fmt.Fprintf(&text, "backend %s from shop_%s\n    timeout connect 5s\n    timeout server 30s\n", name, name)
		fmt.Fprintf(&text, "    server application %s\n\n", application)
	}
	return text.String()
}

func haproxy(binary string) proxy {
	return proxy{
		preset: "HAProxy",
		binary: binary,
		arguments: func(folder string) []string {
			return []string{"-db", "-f", filepath.Join(folder, "limits.cfg"), "-f", filepath.Join(folder, "web.cfg")}
		},
		test: []string{"-c"},
		write: func(folder, _, application string, expected settings) error {
			text := haproxyBackends(folder, application, expected)
			return os.WriteFile(filepath.Join(folder, "web.cfg"), []byte(text), 0o644)
		},
		shadowed: func(_ string, last answer) string {
			if last.exceeded == "1" {
				return "marked"
			}
			return "no header"
		},
		counter: haproxyCounter,
	}
}

// haproxyCounter reads the table of a rate over the socket of the running program.
func haproxyCounter(folder, name string, rate rate, client string) string {
	socket, err := net.Dial("unix", filepath.Join(folder, "stats"))
	if err != nil {
		return err.Error()
	}
	defer socket.Close()
	fmt.Fprintf(socket, "show table shop_%s_%d\n", name, rate.window)
	said, _ := io.ReadAll(socket)
	for line := range strings.Lines(string(said)) {
		_, entry, _ := strings.Cut(line, "key=::ffff:"+client+" ")
		var window, counted int
		if _, counter, ok := strings.Cut(entry, "http_req_rate"); ok {
			_, _ = fmt.Sscanf(counter, "(%d)=%d", &window, &counted)
			return fmt.Sprintf("%d counted, %d s", counted, window/1000)
		}
	}
	return "nothing counted"
}
