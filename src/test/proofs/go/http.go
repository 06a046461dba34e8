package main

import (
	"fmt"
	"io"
	"net"
	"net/http"
	"strings"
	"time"
)

var clients int

// newClient gives an address that no other check of this run has used. Limiters know a client by it.
func newClient() string {
	clients++
	return fmt.Sprintf("127.0.%d.%d", 1+clients/250, 1+clients%250)
}

// answer is what a request got: the status, and a header that the application may set.
type answer struct {
	status   int
	exceeded string
}

// send sends requests one after the other over one connection.
func send(url, client string, times int) ([]answer, error) {
	dialer := net.Dialer{LocalAddr: &net.TCPAddr{IP: net.ParseIP(client)}}
	transport := &http.Transport{DialContext: dialer.DialContext}
	defer transport.CloseIdleConnections()
	user := http.Client{Transport: transport, Timeout: 5 * time.Second}
	var answers []answer
	for range times {
		response, err := user.Get(url)
		if err != nil {
			return nil, err
		}
		_, _ = io.Copy(io.Discard, response.Body)
		_ = response.Body.Close()
		answers = append(answers, answer{response.StatusCode, response.Header.Get("X-Exceeded-Seen")})
	}
	return answers, nil
}

// summary says how many requests were let through, and what came after them.
func summary(answers []answer) string {
	for at, first := range answers {
		if first.status != http.StatusOK {
			var rest []string
			for _, later := range answers[at:] {
				rest = append(rest, fmt.Sprint(later.status))
			}
			return fmt.Sprintf("%d passed, then %s", at, strings.Join(rest, " "))
		}
	}
	return fmt.Sprintf("%d of %d passed", len(answers), len(answers))
}

// passes is the summary that a burst of one more than a limit should have.
func passes(mode string, amount int) string {
	if mode == enforce {
		return fmt.Sprintf("%d passed, then 429", amount)
	}
	return fmt.Sprintf("%d of %d passed", amount+1, amount+1)
}

// listen opens any free port of the loopback.
func listen() (*net.TCPListener, error) {
	return net.ListenTCP("tcp", &net.TCPAddr{IP: net.IPv4(127, 0, 0, 1)})
}

// serve starts a server for a handler, and gives its address.
func serve(handler http.Handler) (*http.Server, string, error) {
	listener, err := listen()
	if err != nil {
		return nil, "", err
	}
	server := &http.Server{Handler: handler}
	go func() { _ = server.Serve(listener) }()
	return server, listener.Addr().String(), nil
}

// application is what stands behind a proxy. It tells whether the proxy has marked the request.
func application(w http.ResponseWriter, r *http.Request) {
	w.Header().Set("X-Exceeded-Seen", r.Header.Get("X-RateLimit-Exceeded"))
}
