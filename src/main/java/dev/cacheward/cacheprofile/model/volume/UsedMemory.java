package dev.cacheward.cacheprofile.model.volume;

import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Reads the field {@code used-mem} in the header of a dump: the memory that the server used when it wrote it. */
final class UsedMemory {
    private static final int RADIX = 16;
    private static final int BYTE = 8;

    /** The first byte of a number of one byte. Two more such bytes mean numbers of two and of four bytes. */
    private static final int NUMBER = 0xc0;

    private static final int WIDEST = 2;

    private UsedMemory() {}

    /**
     * @param halves the upper halves of the bytes behind the field's name, '/', and the lower halves
     * @return empty if that is no number
     */
    static Optional<Long> of(String halves) {
        String[] parts = halves.split("/");
        if (parts.length != 2 || parts[0].length() != parts[1].length() || !halves.matches("[0-9a-f]+/[0-9a-f]+")) {
            return Optional.empty();
        }
        int[] bytes = IntStream.range(0, parts[0].length())
                .map(i ->
                        Character.digit(parts[0].charAt(i), RADIX) * RADIX + Character.digit(parts[1].charAt(i), RADIX))
                .toArray();
        return bytes[0] >= NUMBER ? number(bytes) : text(bytes);
    }

    private static Optional<Long> number(int[] bytes) {
        int kind = bytes[0] - NUMBER;
        int width = 1 << kind;
        if (kind > WIDEST || bytes.length <= width) {
            return Optional.empty();
        }
        return Optional.of(IntStream.rangeClosed(1, width)
                .mapToLong(i -> (long) bytes[i] << BYTE * (i - 1))
                .sum());
    }

    private static Optional<Long> text(int[] bytes) {
        String digits = IntStream.range(1, Math.min(bytes[0] + 1, bytes.length))
                .mapToObj(i -> String.valueOf((char) bytes[i]))
                .collect(Collectors.joining());
        return digits.length() == bytes[0] && digits.matches("[0-9]{1,18}")
                ? Optional.of(Long.parseLong(digits))
                : Optional.empty();
    }
}
