package dev.cacheward.redis.client.external;

import dev.cacheward.threads.DaemonThreads;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;

/** Stands before a server as a name does that can lead elsewhere, and writes down what clients send. */
final class TcpProxy implements AutoCloseable {
    private final ServerSocket socket;
    private final ExecutorService threads = Executors.newCachedThreadPool(new DaemonThreads("tcp-proxy"));
    private final List<StringBuffer> sent = new CopyOnWriteArrayList<>();
    private volatile int target;

    /** @param target a port of 127.0.0.1 */
    TcpProxy(int target) {
        this.target = target;
        try {
            socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        threads.execute(this::accept);
    }

    int port() {
        return socket.getLocalPort();
    }

    /** New connections go to this port of 127.0.0.1. */
    void leadTo(int port) {
        target = port;
    }

    /** Every command of each connection, with its arguments, in upper case. */
    List<List<String>> commands() {
        List<List<String>> commands = new ArrayList<>();
        for (StringBuffer connection : sent) {
            Stream.of(connection.toString().split("(?=\\*[0-9]+\\r\\n\\$)"))
                    .filter(command -> !command.isEmpty())
                    .map(command -> command.lines()
                            .skip(1)
                            .filter(line -> !line.startsWith("$"))
                            .toList())
                    .forEach(commands::add);
        }
        return commands;
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        threads.shutdownNow();
    }

    private void accept() {
        while (!socket.isClosed()) {
            try {
                Socket client = socket.accept();
                Socket server = new Socket(InetAddress.getLoopbackAddress(), target);
                StringBuffer heard = new StringBuffer();
                sent.add(heard);
                threads.execute(() -> pass(client, server, heard));
                threads.execute(() -> pass(server, client, new StringBuffer()));
            } catch (IOException e) {
                // The test is over: the loop's condition decides.
                continue;
            }
        }
    }

    private static void pass(Socket from, Socket to, StringBuffer heard) {
        byte[] bytes = new byte[8192];
        try (from;
                to) {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            for (int length = in.read(bytes); length >= 0; length = in.read(bytes)) {
                heard.append(new String(bytes, 0, length, StandardCharsets.UTF_8));
                out.write(bytes, 0, length);
            }
        } catch (IOException gone) {
            Thread.yield();
        }
    }
}
