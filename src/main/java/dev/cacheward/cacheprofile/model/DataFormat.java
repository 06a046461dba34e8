package dev.cacheward.cacheprofile.model;

import dev.cacheward.api.v1alpha1.PersistenceMode;
import dev.cacheward.validation.Quote;
import java.util.Optional;

/**
 * In which form the data on a volume is, as its claim records it. The words are those of the API, and outlive any version of the
 * operator: one that is renamed here is a volume that nobody can read any more.
 */
public sealed interface DataFormat {
    /** The word on the claim. */
    String word();

    /** Empty for a form that nobody knows. */
    Optional<PersistenceMode> readable();

    /** Why the server must not be touched; empty for a form that can be read. */
    Optional<String> obstacle();

    /** A form that a server can be started in. */
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

    /** Written by a later version of the operator, or by hand: in whichever form a server was started, it could start empty. */
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

    /** Reads the word on a claim; the first versions wrote the names of constants. */
    static DataFormat of(String word) {
        return switch (word) {
            case "Snapshot", "SNAPSHOT" -> new Known(PersistenceMode.SNAPSHOT);
            case "AppendOnly", "APPEND_ONLY" -> new Known(PersistenceMode.APPEND_ONLY);
            default -> new Unknown(word);
        };
    }
}
