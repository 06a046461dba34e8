package main

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
)

const nginxHTTP = `daemon off;
pid nginx.pid;
error_log error.log;
events {}
http {
    access_log off;
    client_body_temp_path body;
    proxy_temp_path proxy;
    fastcgi_temp_path fastcgi;
    uwsgi_temp_path uwsgi;
    scgi_temp_path scgi;
%s}
`

// nginxLocations is the wiring: the zones at the level http, and the text of a limit at a location.
func nginxLocations(address, application string, expected settings) string {
	var text strings.Builder
	text.WriteString("    include limits.conf;\n    server {\n        listen " + address + ";\n")
	for name := range expected.limits {
		fmt.Fprintf(&text, "        location /%s {\n            include limits-%s.conf;\n", name, name)
		fmt.Fprintf(&text, "            proxy_pass http://%s;\n        }\n", application)
	}
	text.WriteString("    }\n")
	return text.String()
}

func nginx(binary string) proxy {
	return proxy{
		preset: "Nginx",
		binary: binary,
		arguments: func(folder string) []string {
			return []string{"-p", folder, "-c", filepath.Join(folder, "nginx.conf"), "-e", filepath.Join(folder, "error.log")}
		},
		test:        []string{"-t", "-q"},
		environment: []string{"NGINX=3;"},
		write: func(folder, address, application string, expected settings) error {
			text := fmt.Sprintf(nginxHTTP, nginxLocations(address, application, expected))
			return os.WriteFile(filepath.Join(folder, "nginx.conf"), []byte(text), 0o644)
		},
		shadowed: func(folder string, _ answer) string {
			said, _ := os.ReadFile(filepath.Join(folder, "error.log"))
			if strings.Contains(string(said), "limiting requests, dry run") {
				return "marked"
			}
			return "not in the log"
		},
	}
}
