package main

import (
	"context"
	"crypto/x509"
	"fmt"
	"os"
	"path/filepath"

	"github.com/redis/go-redis/v9"
)

// ping connects with the files of a mounted Secret, and with nothing else.
func ping(folder string) {
	uri, ca := read(folder, "uri"), read(folder, "ca.crt")
	options, err := redis.ParseURL(string(uri))
	if err != nil {
		fail("uri: " + err.Error())
	}
	options.TLSConfig.RootCAs = x509.NewCertPool()
	options.TLSConfig.RootCAs.AppendCertsFromPEM(ca)
	answer, err := redis.NewClient(options).Ping(context.Background()).Result()
	if err != nil {
		fail(err.Error())
	}
	fmt.Println(answer)
}

func read(folder, name string) []byte {
	text, err := os.ReadFile(filepath.Join(folder, name))
	if err != nil {
		fail(err.Error())
	}
	return text
}
