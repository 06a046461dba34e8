package dev.cacheward.cli.imports.draft;

import dev.cacheward.cli.imports.report.Item;
import dev.cacheward.cli.imports.report.Ledger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A Redis that the files run. */
public final class ServerDraft {
    /** Container image. */
    public final Slot<String> image;
    /** In bytes. */
    public final Slot<Long> memoryLimit;
    /** In bytes. */
    public final Slot<Long> memoryRequest;
    /** As a Kubernetes quantity. */
    public final Slot<String> cpuLimit;
    /** As a Kubernetes quantity. */
    public final Slot<String> cpuRequest;
    /** Whether the data outlives the container. */
    public final Slot<Boolean> volume;
    /** Size of the volume, as a Kubernetes quantity. */
    public final Slot<String> size;
    /** Storage class of the volume. */
    public final Slot<String> storageClass;
    /** The application's password. */
    public final Slot<Password> password;

    private final Ledger ledger;
    private final List<Directive> directives = new ArrayList<>();
    private final Map<String, Found<Object>> podTemplate = new LinkedHashMap<>();

    ServerDraft(Ledger ledger) {
        this.ledger = ledger;
        image = new Slot<>(ledger);
        memoryLimit = new Slot<>(ledger);
        memoryRequest = new Slot<>(ledger);
        cpuLimit = new Slot<>(ledger);
        cpuRequest = new Slot<>(ledger);
        volume = new Slot<>(ledger);
        size = new Slot<>(ledger);
        storageClass = new Slot<>(ledger);
        password = new Slot<>(ledger);
    }

    /** Adds a parameter; of several with one name the last one counts. */
    public void add(Directive directive) {
        directives.add(directive);
    }

    /** Returns all parameters in their order. */
    public List<Directive> directives() {
        return List.copyOf(directives);
    }

    /**
     * Adds a field of {@code spec.redis.managed.podTemplate}.
     *
     * @param tree as Kubernetes writes it
     */
    public void pod(String field, Item item, Object tree) {
        Found<Object> earlier = podTemplate.put(field, new Found<>(item, tree));
        if (earlier != null) {
            ledger.left(earlier.item(), item + " comes later and says otherwise", "");
        }
    }

    /** Returns every setting that speaks of the server. */
    public List<Item> items() {
        List<Item> items =
                new ArrayList<>(directives.stream().map(Directive::item).toList());
        List.of(image, memoryLimit, memoryRequest, cpuLimit, cpuRequest, volume, size, storageClass, password)
                .forEach(slot -> slot.found().ifPresent(found -> items.add(found.item())));
        podTemplate.values().forEach(found -> items.add(found.item()));
        return items;
    }

    /** Returns the fields of the pod template. */
    public Map<String, Found<Object>> podTemplate() {
        return new LinkedHashMap<>(podTemplate);
    }
}
