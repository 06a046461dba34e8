package dev.cacheward.redis.client.reply;

import io.lettuce.core.codec.StringCodec;
import io.lettuce.core.output.CommandOutput;
import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** Reads an answer: a text, a number, or an array, in which arrays may stand. A null in an array is an empty text. */
public final class AnyReply extends CommandOutput<String, String, Object> {
    /** The arrays that still lack elements, the innermost first, and how many each of them lacks. */
    private final Deque<List<Object>> open = new ArrayDeque<>();

    private final Deque<Integer> missing = new ArrayDeque<>();

    /** @param codec turns the bytes of a text into it */
    public AnyReply(StringCodec codec) {
        super(codec, null);
    }

    @Override
    public void set(ByteBuffer text) {
        put(text == null ? null : codec.decodeValue(text));
        close();
    }

    @Override
    public void set(long number) {
        put(number);
        close();
    }

    @Override
    public void multi(int count) {
        List<Object> array = new ArrayList<>();
        put(array);
        open.push(array);
        missing.push(count);
        close();
    }

    private void put(Object value) {
        if (open.isEmpty()) {
            output = value;
            return;
        }
        open.peek().add(value == null ? "" : value);
        missing.push(missing.pop() - 1);
    }

    private void close() {
        while (!missing.isEmpty() && missing.peek() <= 0) {
            missing.pop();
            open.pop();
        }
    }
}
