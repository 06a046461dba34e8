package dev.cacheward.cli.manifest;

import java.util.Optional;
import org.snakeyaml.engine.v2.exceptions.Mark;

/** A document is not worth reading to its end. */
final class UnreadableException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Optional<Mark> mark;

    UnreadableException(Optional<Mark> mark, String message) {
        super(message);
        this.mark = mark;
    }

    Optional<Mark> mark() {
        return mark;
    }
}
