package dev.cacheward.cli.diff.report;

import com.fasterxml.jackson.annotation.JsonProperty;

/** How a server gets from what it is to what is wanted, and what that costs applications. */
public enum Way {
    /** Nothing. */
    @JsonProperty("none")
    NONE("the server stays as it is"),
    /** It is new. */
    @JsonProperty("create")
    CREATE("a server is made"),
    /** It is told while it runs. */
    @JsonProperty("live")
    LIVE("the running server is told; nothing restarts, no key and no connection is lost"),
    /** Its pod gets other CPU or memory. */
    @JsonProperty("resize")
    RESIZE("the running pod gets other resources in place; nothing restarts, no key and no connection is lost"),
    /** Another takes over its data. */
    @JsonProperty("warm")
    WARM("a second server takes over the data and then serves; connections are cut once"),
    /** Its pod is replaced, and the data is on a volume. */
    @JsonProperty("restart")
    RESTART("the pod is replaced; the data stays on its volume, and the server is away for some seconds"),
    /** Its pod is replaced, and the data is lost. */
    @JsonProperty("cold")
    COLD("the pod is replaced by one that begins EMPTY: all keys are lost"),
    /** Another server takes its place for applications, without the data. */
    @JsonProperty("move")
    MOVE("applications are led to another Redis once that passes the check; no data is copied"),
    /** It stays as it is, since something is against the change. */
    @JsonProperty("refused")
    REFUSED("the server stays as it is: the change is refused"),
    /** The caller may not see what it takes to know. */
    @JsonProperty("unknown")
    UNKNOWN("it is not known how, for lack of a right");

    private final String words;

    Way(String words) {
        this.words = words;
    }

    /** For a person. */
    public String words() {
        return words;
    }

    /** Whether the server is another one afterwards, or is told something. */
    public boolean changes() {
        return this != NONE;
    }
}
