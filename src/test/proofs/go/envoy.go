package main

import (
	"context"
	"fmt"
	"math/rand"
	"strings"
	"time"

	descriptors "github.com/envoyproxy/go-control-plane/envoy/extensions/common/ratelimit/v3"
	pb "github.com/envoyproxy/go-control-plane/envoy/service/ratelimit/v3"
	"github.com/envoyproxy/ratelimit/src/config"
	"github.com/envoyproxy/ratelimit/src/limiter"
	"github.com/envoyproxy/ratelimit/src/provider"
	"github.com/envoyproxy/ratelimit/src/redis"
	ratelimit "github.com/envoyproxy/ratelimit/src/service"
	envoySettings "github.com/envoyproxy/ratelimit/src/settings"
	"github.com/envoyproxy/ratelimit/src/stats"
	gostats "github.com/lyft/gostats"
	goredis "github.com/redis/go-redis/v9"
	"github.com/sirupsen/logrus"
)

const domain = "shop"

var units = map[int]string{60: "minute", 3600: "hour", 86400: "day"}

// stopped is a clock that stands still, so that no minute ends within a burst.
type stopped int64

func (s stopped) UnixNow() int64 { return int64(s) }

// delivered is the wiring: a provider of configuration that gives one text.
type delivered struct {
	files []config.RateLimitConfigToLoad
	stats stats.Manager
}

func (d delivered) GetConfig() (loaded config.RateLimitConfig, err any) {
	defer func() { err = recover() }()
	return config.NewRateLimitConfigLoaderImpl().Load(d.files, d.stats, false), nil
}

func (d delivered) ConfigUpdateEvent() <-chan provider.ConfigUpdateEvent {
	events := make(chan provider.ConfigUpdateEvent, 1)
	events <- d
	return events
}

func (d delivered) Stop() {}

// envoy proves the rate limit service of Envoy with its Redis backend.
type envoy struct {
	client *goredis.Client
	cache  limiter.RateLimitCache
	stats  stats.Manager
	run    string
	now    stopped
}

func newEnvoy(client *goredis.Client, run string) *envoy {
	logrus.SetLevel(logrus.ErrorLevel)
	options := client.Options()
	counters := gostats.NewStore(gostats.NewNullSink(), false)
	manager := stats.NewStatManager(counters, envoySettings.NewSettings())
	auth := options.Password
	if options.Username != "" {
		auth = options.Username + ":" + options.Password
	}
	connected := redis.NewClientImpl(counters.Scope("redis"), false, auth, "tcp", "single", options.Addr, 1, 0, 0,
		nil, false, nil, 5*time.Second, "", "")
	now := stopped(time.Now().Unix())
	cache := redis.NewFixedRateLimitCacheImpl(connected, nil, now, rand.New(rand.NewSource(1)), 0, nil, 0.8, run,
		manager, false)
	return &envoy{client, cache, manager, run, now}
}

func (e *envoy) check(r *report, where string, expected settings, files map[string]string) (err error) {
	defer func() {
		if refused := recover(); refused != nil {
			err = fmt.Errorf("%v", refused)
		}
	}()
	yaml := config.ConfigFileContentToYaml("shop.yaml", files["shop.yaml"])
	source := delivered{[]config.RateLimitConfigToLoad{{Name: "shop.yaml", ConfigYaml: yaml}}, e.stats}
	// The service waits for its first configuration, and takes it.
	service := ratelimit.NewService(e.cache, source, e.stats, nil, e.now, false, false, false)
	return e.bursts(r, where, expected, service)
}

func (e *envoy) bursts(r *report, where string, expected settings, service ratelimit.RateLimitServiceServer) error {
	for name, rates := range expected.limits {
		for at, rate := range rates {
			client := where + "-" + newClient()
			entries := []*descriptors.RateLimitDescriptor_Entry{
				{Key: descriptorKey(at, rate), Value: name}, {Key: "client", Value: client},
			}
			seen, err := e.burst(service, entries, rate)
			if err != nil {
				return err
			}
			r.expect(where, fmt.Sprintf("%s, %d requests", name, rate.amount+1), e.meaning(expected.mode, rate), seen)
		}
	}
	return nil
}

// descriptorKey is what the actions of a route say: the first rate is limit, and a further one is named by its unit.
func descriptorKey(at int, rate rate) string {
	if at == 0 {
		return "limit"
	}
	return "limit_" + units[rate.window]
}

func (e *envoy) meaning(mode string, rate rate) string {
	if mode == disabled {
		return fmt.Sprintf("%d OK, no limit, nothing counted", rate.amount+1)
	}
	last := "1 OVER_LIMIT"
	if mode == shadow {
		last = "1 OK"
	}
	return fmt.Sprintf("%d OK, then %s, %d per %s, %d counted, %d s", rate.amount, last, rate.amount,
		strings.ToUpper(units[rate.window]), rate.amount+1, rate.window)
}

// burst asks once more than the rate allows.
func (e *envoy) burst(service ratelimit.RateLimitServiceServer, entries []*descriptors.RateLimitDescriptor_Entry,
	rate rate) (string, error) {
	request := &pb.RateLimitRequest{Domain: domain, Descriptors: []*descriptors.RateLimitDescriptor{{Entries: entries}}}
	codes := map[pb.RateLimitResponse_Code]int{}
	for range rate.amount {
		answer, err := service.ShouldRateLimit(context.Background(), request)
		if err != nil {
			return "", err
		}
		codes[answer.OverallCode]++
	}
	last, err := service.ShouldRateLimit(context.Background(), request)
	if err != nil {
		return "", err
	}
	limit := last.Statuses[0].CurrentLimit
	if limit == nil {
		codes[last.OverallCode]++
		return fmt.Sprintf("%d OK, no limit, %s", codes[pb.RateLimitResponse_OK], e.counter(entries, rate)), nil
	}
	return fmt.Sprintf("%d OK, then 1 %s, %d per %s, %s", codes[pb.RateLimitResponse_OK], last.OverallCode,
		limit.RequestsPerUnit, limit.Unit, e.counter(entries, rate)), nil
}

// counter reads the key of the running window, as the service names it.
func (e *envoy) counter(entries []*descriptors.RateLimitDescriptor_Entry, rate rate) string {
	key := e.run + domain + "_"
	for _, entry := range entries {
		key += entry.Key + "_" + entry.Value + "_"
	}
	key += fmt.Sprint(int(e.now) / rate.window * rate.window)
	return ulule{client: e.client}.counter(key, rate.window)
}
