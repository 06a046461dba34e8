package main

import (
	"context"
	"encoding/json"
	"fmt"
	"net/http"
	"slices"
	"time"

	"github.com/redis/go-redis/v9"
	"github.com/ulule/limiter/v3"
	"github.com/ulule/limiter/v3/drivers/middleware/stdlib"
	store "github.com/ulule/limiter/v3/drivers/store/redis"
)

// ululeSettings is what the delivered text says.
type ululeSettings struct {
	Enabled bool
	Enforce bool
	Limits  map[string][]struct {
		limiter.Rate
		Prefix string
	}
}

// limited is the wiring: it puts the limits of one name before a handler.
func limited(settings ululeSettings, name string, client *redis.Client, next http.Handler) (http.Handler, error) {
	if !settings.Enabled {
		return next, nil
	}
	for _, rate := range slices.Backward(settings.Limits[name]) {
		counters, err := store.NewStoreWithOptions(client, limiter.StoreOptions{Prefix: rate.Prefix})
		if err != nil {
			return nil, err
		}
		middleware := stdlib.NewMiddleware(limiter.New(counters, rate.Rate))
		if !settings.Enforce {
			middleware.OnLimitReached = next.ServeHTTP
		}
		next = middleware.Handler(next)
	}
	return next, nil
}

// ulule proves github.com/ulule/limiter with its Redis store.
type ulule struct {
	client *redis.Client
	run    string
}

func (u ulule) check(r *report, where string, expected settings, files map[string]string) error {
	var settings ululeSettings
	if err := json.Unmarshal([]byte(files["limits.json"]), &settings); err != nil {
		return err
	}
	r.expect(where, "limits", names(expected.limits), names(settings.Limits))
	routes := http.NewServeMux()
	for name, rates := range settings.Limits {
		for at := range rates {
			rates[at].Prefix = u.run + where + ":" + rates[at].Prefix
		}
		handler, err := limited(settings, name, u.client, http.HandlerFunc(application))
		if err != nil {
			return err
		}
		routes.Handle("/"+name, handler)
	}
	server, address, err := serve(routes)
	if err != nil {
		return err
	}
	defer server.Close()
	return u.burst(r, where, expected, settings, "http://"+address)
}

func (u ulule) burst(r *report, where string, expected settings, settings ululeSettings, url string) error {
	for name, rates := range expected.limits {
		client, amount := newClient(), smallest(rates)
		answers, err := send(url+"/"+name, client, amount+1)
		if err != nil {
			return err
		}
		r.expect(where, fmt.Sprintf("%s, %d requests", name, amount+1), passes(expected.mode, amount), summary(answers))
		for at, rate := range rates {
			key := settings.Limits[name][at].Prefix + ":" + client
			what := fmt.Sprintf("%s, counter of %d in %d s", name, rate.amount, rate.window)
			r.expect(where, what, counted(expected.mode, rates, at), u.counter(key, rate.window))
			if at > 0 {
				if err := u.filled(r, where, settings, name, at, url); err != nil {
					return err
				}
			}
		}
	}
	return nil
}

// counted says what a rate has counted after a burst: a refusal by an earlier rate leaves a later one unasked.
func counted(mode string, rates []rate, at int) string {
	if mode == disabled {
		return "nothing counted"
	}
	sent := smallest(rates) + 1
	if at > 0 && rates[0].amount < sent {
		sent--
	}
	return fmt.Sprintf("%d counted, %d s", sent, rates[at].window)
}

func (u ulule) counter(key string, window int) string {
	used, err := u.client.Get(context.Background(), key).Int()
	if err != nil {
		return "nothing counted"
	}
	ttl := u.client.TTL(context.Background(), key).Val()
	return fmt.Sprintf("%d counted, %s", used, left(int(ttl/time.Second), window))
}

// filled uses up a further rate, and sees that this rate alone refuses.
func (u ulule) filled(r *report, where string, settings ululeSettings, name string, at int, url string) error {
	rate, client := settings.Limits[name][at], newClient()
	if _, err := send(url+"/"+name, client, 1); err != nil {
		return err
	}
	if err := u.client.IncrBy(context.Background(), rate.Prefix+":"+client, rate.Limit-2).Err(); err != nil {
		return err
	}
	answers, err := send(url+"/"+name, client, 2)
	what := fmt.Sprintf("%s, after %d of %d", name, rate.Limit-1, rate.Limit)
	r.expect(where, what, "1 passed, then 429", summary(answers))
	return err
}
