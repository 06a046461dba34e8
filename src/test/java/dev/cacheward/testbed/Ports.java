package dev.cacheward.testbed;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.Random;

/** Ports of 127.0.0.1 for programs that are told where to listen. */
public final class Ports {
    /** Below what a system gives to those who ask for any port, so that none of these takes it before the program does. */
    private static final int FIRST = 15_000;

    private static final int AFTER_THE_LAST = 30_000;

    private Ports() {}

    /** One on which nobody listens. */
    public static int free() {
        return new Random()
                .ints(FIRST, AFTER_THE_LAST)
                .filter(Ports::isFree)
                .findFirst()
                .orElseThrow();
    }

    private static boolean isFree(int port) {
        try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            return socket.isBound();
        } catch (IOException taken) {
            return false;
        }
    }
}
