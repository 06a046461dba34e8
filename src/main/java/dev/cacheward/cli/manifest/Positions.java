package dev.cacheward.cli.manifest;

import java.util.HashMap;
import java.util.Map;
import org.snakeyaml.engine.v2.exceptions.Mark;

/** Where the fields of one document stand. A field is named as in messages: {@code spec.delivery[0].configMap.name}. */
final class Positions {
    private final String file;
    private final Map<String, Place> places = new HashMap<>();

    Positions(String file) {
        this.file = file;
    }

    void put(String field, Mark mark) {
        places.putIfAbsent(field, place(mark));
    }

    /** Returns where a field stands; for one that is missing, where the field begins that should have it. */
    Place of(String field) {
        String wanted = field.replaceAll("\\[([^\\]]*[^0-9\\]][^\\]]*)\\]", ".$1");
        while (!wanted.isEmpty() && !places.containsKey(wanted)) {
            wanted = wanted.substring(0, Math.max(0, Math.max(wanted.lastIndexOf('.'), wanted.lastIndexOf('['))));
        }
        return places.getOrDefault(wanted, new Place(file, 1, 1));
    }

    /** @param mark counts from 0 */
    Place place(Mark mark) {
        return new Place(file, mark.getLine() + 1, mark.getColumn() + 1);
    }
}
