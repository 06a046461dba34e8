package dev.cacheward.redis.client;

import dev.cacheward.threads.DaemonThreads;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A stand-in on the loopback interface that takes any number of connections, and treats each as a test wishes. */
public final class StrangeServer implements AutoCloseable {
    private final ServerSocket socket;
    private final ExecutorService threads = Executors.newCachedThreadPool(new DaemonThreads("strange-server"));

    /** What the server does with a connection. Afterwards it is closed. */
    @FunctionalInterface
    public interface Manners {
        void meet(Socket socket) throws IOException;
    }

    private StrangeServer(ServerSocket socket) {
        this.socket = socket;
    }

    public static StrangeServer start(Manners manners) throws IOException {
        return start(new ServerSocket(0, 50, InetAddress.getLoopbackAddress()), manners);
    }

    /** @param socket is closed with this server */
    public static StrangeServer start(ServerSocket socket, Manners manners) {
        StrangeServer server = new StrangeServer(socket);
        server.threads.execute(() -> server.accept(manners));
        return server;
    }

    /** Manners of a server that takes the login, and then behaves in this way. */
    public static Manners afterLogin(Manners manners) {
        return socket -> {
            hear(socket);
            say(socket, "+OK\r\n");
            hear(socket);
            manners.meet(socket);
        };
    }

    /** Manners of a server that lets go a connection on which nothing is said for so long: who waits for a greeting gets none. */
    public static Manners impatient(Duration patience, Manners manners) {
        return socket -> {
            socket.setSoTimeout(Math.toIntExact(patience.toMillis()));
            manners.meet(socket);
        };
    }

    /** Waits for a command, which comes in one piece. */
    public static String hear(Socket socket) throws IOException {
        byte[] heard = new byte[16_384];
        int length = socket.getInputStream().read(heard);
        return new String(heard, 0, Math.max(length, 0), StandardCharsets.UTF_8);
    }

    public static void say(Socket socket, String words) throws IOException {
        socket.getOutputStream().write(words.getBytes(StandardCharsets.UTF_8));
    }

    /** Takes what comes and says nothing, until the other side closes. */
    public static void listen(Socket socket) throws IOException {
        InputStream in = socket.getInputStream();
        in.transferTo(OutputStream.nullOutputStream());
    }

    /** Answers as a Redis does to the operator, until the other side closes. */
    public static void behave(Socket socket) throws IOException {
        for (String heard = hear(socket); !heard.isEmpty(); heard = hear(socket)) {
            say(socket, answer(heard));
        }
    }

    /** Returns the answer of a Redis to a command of the operator. */
    public static String answer(String heard) {
        List<String> words = heard.lines().toList();
        return switch (words.get(2)) {
            case "AUTH", "SET" -> "+OK\r\n";
            case "PING" -> "+PONG\r\n";
            case "GET" -> bulk(words.get(words.size() - 1));
            case "INFO" -> bulk("redis_version:8.0.6\r\nrun_id:abc\r\n");
            default -> ":1\r\n";
        };
    }

    private static String bulk(String text) {
        return "$" + text.length() + "\r\n" + text + "\r\n";
    }

    public RedisAddress address() {
        return new RedisAddress(socket.getInetAddress().getHostAddress(), socket.getLocalPort());
    }

    private void accept(Manners manners) {
        while (!socket.isClosed()) {
            try {
                Socket connection = socket.accept();
                threads.execute(() -> meet(connection, manners));
            } catch (IOException e) {
                // The test is over: the loop's condition decides.
                continue;
            }
        }
    }

    private static void meet(Socket connection, Manners manners) {
        try (connection) {
            manners.meet(connection);
        } catch (IOException gone) {
            Thread.yield();
        }
    }

    @Override
    public void close() throws IOException {
        socket.close();
        threads.shutdownNow();
    }
}
