package dev.cacheward.redis.client.keys;

import dev.cacheward.redis.client.RedisSession;
import dev.cacheward.redis.client.StepFailure;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Asks for the rest of the lives of keys, many at once, and keeps them by prefix. */
final class KeyLives implements KeyWalk.Step {
    private static final long GONE = -2;
    private static final int AT_ONCE = 100;

    private final RedisSession session;
    private final List<String> prefixes;
    private final Map<String, String> bytes = new HashMap<>();
    private final Map<String, Map<String, Long>> lives = new LinkedHashMap<>();
    private int seen;
    private long lookups;

    KeyLives(RedisSession session, List<String> prefixes) {
        this.session = session;
        this.prefixes = prefixes.stream()
                .sorted(Comparator.comparing(String::length).reversed())
                .toList();
        prefixes.forEach(prefix -> {
            bytes.put(prefix, KeyWalk.bytes(prefix));
            lives.put(prefix, new LinkedHashMap<>());
        });
    }

    @Override
    public void take(List<String> keys) throws StepFailure {
        seen += keys.size();
        ask(keys.stream().filter(this::isAskedAbout).toList());
    }

    private boolean isAskedAbout(String key) {
        return prefixOf(key)
                .filter(prefix -> lives.get(prefix).size() < SampleDialogue.ASKED)
                .isPresent();
    }

    private Optional<String> prefixOf(String key) {
        return prefixes.stream()
                .filter(prefix -> key.startsWith(bytes.get(prefix)))
                .findFirst();
    }

    private void ask(List<String> keys) throws StepFailure {
        List<RedisSession.Answer> answers =
                keys.stream().map(key -> session.send("PTTL", key)).toList();
        for (int i = 0; i < keys.size(); i++) {
            keep(keys.get(i), answers.get(i).number());
        }
    }

    private void keep(String key, long life) {
        Map<String, Long> ofPrefix = lives.get(prefixOf(key).orElseThrow());
        if (life == GONE) {
            ofPrefix.remove(key);
        } else {
            lookups++;
            ofPrefix.put(key, life);
        }
    }

    int seen() {
        return seen;
    }

    /** How many questions have found their key: the server counts each as a hit. */
    long lookups() {
        return lookups;
    }

    boolean someAreEndless() {
        return !endless().isEmpty();
    }

    void askAgain() throws StepFailure {
        List<String> keys = endless();
        for (int from = 0; from < keys.size(); from += AT_ONCE) {
            ask(keys.subList(from, Math.min(from + AT_ONCE, keys.size())));
        }
    }

    private List<String> endless() {
        return lives.values().stream()
                .flatMap(ofPrefix -> ofPrefix.entrySet().stream())
                .filter(life -> life.getValue() == SampleDialogue.Sample.ENDLESS)
                .map(Map.Entry::getKey)
                .toList();
    }

    Map<String, List<Long>> millis() {
        Map<String, List<Long>> millis = new LinkedHashMap<>();
        lives.forEach((prefix, ofPrefix) -> millis.put(prefix, new ArrayList<>(ofPrefix.values())));
        return millis;
    }
}
