package dev.cacheward.testbed;

import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** The least of the Redis protocol that a probe needs: it depends on no client that the operator could get wrong. */
public final class Resp implements Closeable {
    private final Socket socket;

    private Resp(Socket socket) {
        this.socket = socket;
    }

    /** @param timeout for the connection and for each answer */
    public static Resp connect(RedisEndpoint endpoint, Duration timeout) throws IOException {
        Socket socket = new Socket();
        try {
            socket.connect(new InetSocketAddress(endpoint.host(), endpoint.port()), (int) timeout.toMillis());
            socket.setSoTimeout((int) timeout.toMillis());
            return new Resp(endpoint.encrypted() ? BelievingTls.over(socket, endpoint) : socket);
        } catch (IOException e) {
            socket.close();
            throw e;
        }
    }

    /**
     * @return the text of a simple, bulk or integer answer; an error with its leading {@code -}; the elements of an array,
     *     one a line; an empty text for nil
     */
    public String call(String... words) throws IOException {
        ByteArrayOutputStream request = new ByteArrayOutputStream();
        request.write(bytes("*" + words.length + "\r\n"));
        for (String word : words) {
            request.write(bytes("$" + bytes(word).length + "\r\n"));
            request.write(bytes(word + "\r\n"));
        }
        socket.getOutputStream().write(request.toByteArray());
        return answer(socket.getInputStream());
    }

    private static String answer(InputStream in) throws IOException {
        String line = line(in);
        String rest = line.substring(1);
        return switch (line.charAt(0)) {
            case '+', ':' -> rest;
            case '-' -> line;
            case '$' -> bulk(in, Integer.parseInt(rest));
            case '*' -> array(in, Integer.parseInt(rest));
            default -> throw new IOException("no answer of a Redis: " + line);
        };
    }

    private static String array(InputStream in, int length) throws IOException {
        StringBuilder lines = new StringBuilder();
        for (int i = 0; i < length; i++) {
            lines.append(i == 0 ? "" : "\n").append(answer(in));
        }
        return lines.toString();
    }

    private static String bulk(InputStream in, int length) throws IOException {
        if (length < 0) {
            return "";
        }
        String text = new String(in.readNBytes(length), StandardCharsets.UTF_8);
        in.skipNBytes(2);
        return text;
    }

    private static String line(InputStream in) throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int b = in.read(); b != '\n'; b = in.read()) {
            if (b < 0) {
                throw new EOFException("the server closed the connection");
            }
            if (b != '\r') {
                line.write(b);
            }
        }
        if (line.size() == 0) {
            throw new IOException("an empty line instead of an answer");
        }
        return line.toString(StandardCharsets.UTF_8);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
