package dev.cacheward.testbed;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A port of the loopback interface in front of another, which can be made to misbehave. */
public final class FaultyPort implements AutoCloseable {
    /** What becomes of what is sent to the port. */
    public enum Mode {
        /** It is passed on, both ways. */
        PASS,
        /** Connections are taken, and nothing is ever read nor answered. */
        HANG,
        /** It is passed on, but no answer comes back. */
        SWALLOW,
        /** Everything is answered with an HTTP status 500. */
        FAIL,
        /** Connections are closed at once. */
        REFUSE
    }

    private static final String FAILURE =
            "HTTP/1.1 500 Internal Server Error\r\nContent-Length: 0\r\nConnection: close\r\n\r\n";

    private final ServerSocket server;
    private final URI behind;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private volatile Mode mode = Mode.PASS;

    /** @param behind whose host and port are passed on to */
    public FaultyPort(String behind) {
        this.behind = URI.create(behind);
        try {
            this.server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        threads.execute(this::accept);
    }

    /** The same as the one behind, by this port. */
    public String url() {
        return "http://" + server.getInetAddress().getHostAddress() + ":" + server.getLocalPort() + "/";
    }

    /** From now on; also for connections that are open, of which some are closed. */
    public void turn(Mode next) {
        mode = next;
        if (next == Mode.FAIL || next == Mode.REFUSE) {
            open.forEach(FaultyPort::close);
        }
    }

    @Override
    public void close() {
        try {
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        open.forEach(FaultyPort::close);
        threads.shutdownNow();
    }

    private void accept() {
        try {
            while (!server.isClosed()) {
                Socket client = server.accept();
                open.add(client);
                threads.execute(() -> serve(client));
            }
        } catch (IOException closed) {
            threads.shutdown();
        }
    }

    private void serve(Socket client) {
        try {
            if (mode == Mode.REFUSE) {
                close(client);
            } else if (mode == Mode.FAIL) {
                client.getInputStream().read(new byte[8192]);
                client.getOutputStream().write(FAILURE.getBytes(StandardCharsets.US_ASCII));
                close(client);
            } else {
                Socket target = new Socket(behind.getHost(), behind.getPort());
                open.add(target);
                threads.execute(() -> copy(target, client, true));
                copy(client, target, false);
            }
        } catch (IOException gone) {
            close(client);
        }
    }

    private void copy(Socket from, Socket to, boolean answers) {
        byte[] bytes = new byte[8192];
        try (InputStream in = from.getInputStream();
                OutputStream out = to.getOutputStream()) {
            for (int read = in.read(bytes); read >= 0; read = in.read(bytes)) {
                if (mode == Mode.PASS || mode == Mode.SWALLOW && !answers) {
                    out.write(bytes, 0, read);
                    out.flush();
                }
            }
        } catch (IOException gone) {
            close(to);
        }
    }

    private static void close(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
