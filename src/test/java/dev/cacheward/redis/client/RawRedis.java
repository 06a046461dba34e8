package dev.cacheward.redis.client;

import dev.cacheward.redis.Login;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * A connection that says exactly what it is told: the tests' own way to a server, independent of the gateway. A reply is a
 * String (an error begins with {@code -}), a Long, a List, or {@code "(nil)"}.
 */
public final class RawRedis implements AutoCloseable {
    private final Socket socket;
    private final InputStream in;

    /** Connects without logging in. */
    public RawRedis(RedisAddress address) {
        this(address, LongTimeout.LONG);
    }

    private RawRedis(RedisAddress address, Duration connect) {
        try {
            Socket plain = new Socket();
            plain.connect(new InetSocketAddress(address.host(), address.port()), Math.toIntExact(connect.toMillis()));
            plain.setSoTimeout(Math.toIntExact(LongTimeout.LONG.toMillis()));
            socket = TlsSocket.of(plain, address);
            in = new BufferedInputStream(socket.getInputStream());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Connects and logs in. */
    public RawRedis(RedisAddress address, Login login) {
        this(address, login, LongTimeout.LONG);
    }

    /** Connects within a time, and logs in. Nobody answers, nor refuses, at the address of a pod that has just gone. */
    public RawRedis(RedisAddress address, Login login, Duration connect) {
        this(address, connect);
        Object reply = ask("AUTH", login.username(), login.password().value());
        if (!"OK".equals(reply)) {
            throw new IllegalStateException("AUTH: " + reply);
        }
    }

    /** Sends one command and waits for its reply. */
    public Object ask(String... words) {
        try {
            send(words);
            return read();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Sends one command whose reply may never come. */
    public void send(String... words) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(("*" + words.length + "\r\n").getBytes(StandardCharsets.UTF_8));
        for (String word : words) {
            byte[] bytes = word.getBytes(StandardCharsets.UTF_8);
            out.writeBytes(("$" + bytes.length + "\r\n").getBytes(StandardCharsets.UTF_8));
            out.writeBytes(bytes);
            out.writeBytes(new byte[] {'\r', '\n'});
        }
        socket.getOutputStream().write(out.toByteArray());
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Object read() throws IOException {
        String line = line();
        String rest = line.substring(1);
        return switch (line.charAt(0)) {
            case '+' -> rest;
            case ':' -> Long.parseLong(rest);
            case '$' -> bulk(Integer.parseInt(rest));
            case '*' -> array(Integer.parseInt(rest));
            default -> line;
        };
    }

    private Object bulk(int length) throws IOException {
        if (length < 0) {
            return "(nil)";
        }
        String text = new String(in.readNBytes(length), StandardCharsets.UTF_8);
        in.readNBytes(2);
        return text;
    }

    private Object array(int length) throws IOException {
        List<Object> items = new ArrayList<>();
        for (int i = 0; i < length; i++) {
            items.add(read());
        }
        return items;
    }

    private String line() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (int c = in.read(); c != '\r'; c = in.read()) {
            if (c < 0) {
                throw new EOFException("the server closed the connection");
            }
            out.write(c);
        }
        in.read();
        return out.toString(StandardCharsets.UTF_8);
    }
}
