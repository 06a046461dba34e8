package dev.cacheward.delivery.dialect;

import dev.cacheward.validation.Problem;
import dev.cacheward.validation.Quote;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;

/** Collects why a preset may not be delivered, and what is left out of it. */
public final class Objections {
    private final String preset;
    private final List<Problem> problems = new ArrayList<>();
    private final List<String> shortfalls = new ArrayList<>();

    /** @param preset its name, with which each sentence begins */
    public Objections(String preset) {
        this.preset = preset;
    }

    /** Refuses everything, for this reason. */
    public void refuse(String predicate) {
        problems.add(new Problem("preset", preset + " " + predicate));
    }

    /** Refuses the name of an entry. */
    public void refuseName(String entry, String name, String why) {
        refuse("cannot have a " + entry + " called " + Quote.of(name) + ": " + why + "; choose another name");
    }

    /** Tells what is left out. */
    public void leaveOut(String predicate) {
        shortfalls.add(preset + " " + predicate);
    }

    /** Returns these keys, or that they are refused. */
    public Rendered rendered(SortedMap<String, String> keys) {
        return problems.isEmpty() ? new Rendered(keys, List.of(), shortfalls) : Rendered.refused(problems);
    }
}
