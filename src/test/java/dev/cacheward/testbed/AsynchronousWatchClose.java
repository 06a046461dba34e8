package dev.cacheward.testbed;

import io.fabric8.mockwebserver.http.Response;
import io.fabric8.mockwebserver.http.WebSocket;
import io.fabric8.mockwebserver.http.WebSocketListener;
import java.util.concurrent.RejectedExecutionException;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * A watch of the mock server that ends on a thread of its own.
 *
 * <p>At its end the mock server's own watch waits until the event that was sent last is written, and it waits on the one
 * thread that writes events and answers requests: it would wait for itself, for 30 s, and everybody with it.
 */
final class AsynchronousWatchClose extends WebSocketListener {
    private static final Logger LOG = Logger.getLogger(AsynchronousWatchClose.class.getName());

    private final WebSocketListener watch;

    AsynchronousWatchClose(WebSocketListener watch) {
        this.watch = watch;
    }

    @Override
    public void onBeforeAccept(WebSocket socket, Response response) {
        watch.onBeforeAccept(socket, response);
    }

    @Override
    public void onOpen(WebSocket socket, Response response) {
        watch.onOpen(socket, response);
    }

    @Override
    public void onClosing(WebSocket socket, int code, String reason) {
        watch.onClosing(socket, code, reason);
    }

    @Override
    public void onClosed(WebSocket socket, int code, String reason) {
        apart(() -> watch.onClosed(socket, code, reason));
    }

    @Override
    public void onFailure(WebSocket socket, Throwable error, Response response) {
        apart(() -> watch.onFailure(socket, error, response));
    }

    private static void apart(Runnable end) {
        Thread thread = new Thread(() -> run(end), "end of a watch");
        thread.setDaemon(true);
        thread.start();
    }

    private static void run(Runnable end) {
        try {
            end.run();
        } catch (RejectedExecutionException e) {
            LOG.log(Level.FINE, "the server ended before its watch", e);
        }
    }
}
