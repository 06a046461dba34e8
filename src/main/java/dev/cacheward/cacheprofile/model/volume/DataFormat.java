package dev.cacheward.cacheprofile.model.volume;

import dev.cacheward.api.v1alpha1.PersistenceMode;
import dev.cacheward.validation.Quote;
import java.util.Optional;

/**
 * The format of the data on a volume, as its claim records it. The words are those of the API and must never change: a volume
 * with a renamed word could not be read any more.
 */
public sealed interface DataFormat {
    /** Returns the word on the claim. */
    String word();

    /** Returns the mode that reads this format; empty for an unknown format. */
    Optional<PersistenceMode> readable();

    /** Returns why the server must not be touched, as the end of a sentence; empty for a known format. */
    Optional<String> obstacle();

    /** A format that this version of the operator knows. */
    record Known(PersistenceMode mode) implements DataFormat {
        @Override
        public String word() {
            return switch (mode) {
                case NONE -> "None";
                case SNAPSHOT -> "Snapshot";
                case APPEND_ONLY -> "AppendOnly";
            };
        }

        @Override
        public Optional<PersistenceMode> readable() {
            return Optional.of(mode);
        }

        @Override
        public Optional<String> obstacle() {
            return Optional.empty();
        }
    }

    /**
     * A format that a later version of the operator or a person wrote. A server that reads another format would start empty.
     */
    record Unknown(String word) implements DataFormat {
        @Override
        public Optional<PersistenceMode> readable() {
            return Optional.empty();
        }

        @Override
        public Optional<String> obstacle() {
            return Optional.of("says that the data on the volume is in the form " + Quote.of(word)
                    + ", which this version of the operator does not know: a server that reads another form would start"
                    + " empty. Set it to \"Snapshot\" or \"AppendOnly\", whichever the data is in.");
        }
    }

    /** Reads the word on a claim. It also accepts the names of the constants, which the first versions wrote. */
    static DataFormat of(String word) {
        return switch (word) {
            case "Snapshot", "SNAPSHOT" -> new Known(PersistenceMode.SNAPSHOT);
            case "AppendOnly", "APPEND_ONLY" -> new Known(PersistenceMode.APPEND_ONLY);
            default -> new Unknown(word);
        };
    }
}
