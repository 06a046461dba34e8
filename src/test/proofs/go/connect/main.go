// Command connect connects to the Redis behind each folder, in which the Secret of a profile is mounted.
//
// Usage: [REDIS_URL=...] connect <folder>...
package main

import (
	"cmp"
	"context"
	"crypto/tls"
	"crypto/x509"
	"fmt"
	"os"
	"path/filepath"
	"time"

	"github.com/redis/go-redis/v9"
)

func connect(url, folder string) (redis.UniversalClient, error) {
	options, err := redis.ParseURL(url)
	if err != nil {
		return nil, err
	}
	if err := trust(options.TLSConfig, folder); err != nil {
		return nil, err
	}
	return redis.NewClient(options), nil
}

func connectCluster(url, folder string) (redis.UniversalClient, error) {
	options, err := redis.ParseClusterURL(url)
	if err != nil {
		return nil, err
	}
	if err := trust(options.TLSConfig, folder); err != nil {
		return nil, err
	}
	return redis.NewClusterClient(options), nil
}

// trust adds the mounted certificates to what a rediss:// URL has set up.
func trust(config *tls.Config, folder string) error {
	if ca, err := os.ReadFile(folder + "/ca.crt"); err == nil && config != nil {
		config.RootCAs = x509.NewCertPool()
		config.RootCAs.AppendCertsFromPEM(ca)
	}
	if _, err := os.Stat(folder + "/tls.crt"); err == nil && config != nil {
		own, err := tls.LoadX509KeyPair(folder+"/tls.crt", folder+"/tls.key")
		config.Certificates = []tls.Certificate{own}
		return err
	}
	return nil
}

func check(folder string) error {
	mounted, _ := os.ReadFile(folder + "/url")
	url := cmp.Or(os.Getenv("REDIS_URL"), string(mounted))
	open := connect
	// A cluster has no databases.
	if _, err := os.Stat(folder + "/database"); err != nil {
		open = connectCluster
	}
	client, err := open(url, folder)
	if err != nil {
		return err
	}
	defer client.Close()
	ctx := context.Background()
	if err := client.Ping(ctx).Err(); err != nil {
		return err
	}
	if err := client.Set(ctx, "proof", "go", time.Minute).Err(); err != nil {
		return err
	}
	found, err := client.Get(ctx, "proof").Result()
	if err == nil && found != "go" {
		err = fmt.Errorf("found %q", found)
	}
	return err
}

func main() {
	fmt.Println("version go-redis", redis.Version())
	for _, folder := range os.Args[1:] {
		if err := check(folder); err != nil {
			fmt.Println("WRONG", filepath.Base(folder), err)
		} else {
			fmt.Println("ok", filepath.Base(folder))
		}
	}
}
