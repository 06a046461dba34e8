package dev.cacheward.cluster.fault;

import com.sun.net.httpserver.HttpServer;
import dev.cacheward.status.Reason;
import java.io.IOException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;

/** A Redis that somebody else runs. */
final class ForeignFaults {
    private static final int PORT = 6379;

    private ForeignFaults() {}

    static Stream<Fault> all() {
        return Stream.of(wrongPassword(), refused(), missingRight(), replica(), name(), http(), somethingElse());
    }

    private static Fault foreign(String name) {
        return Fault.on(name, "external", scene -> {
            ForeignRedis.of(scene).start();
            ForeignRedis.of(scene).named();
        });
    }

    /** Somebody stops it. */
    private static Fault refused() {
        return foreign("refused")
                .causedBy(scene -> ForeignRedis.of(scene).stop())
                .told(Reason.CONNECTION_REFUSED, "host and port")
                .endedBy(scene -> ForeignRedis.of(scene).resume());
    }

    private static Fault wrongPassword() {
        return foreign("wrong-password")
                .causedBy(scene -> ForeignRedis.of(scene).say("CONFIG SET requirepass another"))
                .told(Reason.AUTH_FAILED, "password")
                .endedBy(scene -> ForeignRedis.of(scene).say("CONFIG SET requirepass secret"));
    }

    private static Fault missingRight() {
        return foreign("missing-right")
                .causedBy(scene -> ForeignRedis.of(scene).say("ACL SETUSER default -set"))
                .told(Reason.NO_PERMISSION, "SET")
                .endedBy(scene -> ForeignRedis.of(scene).say("ACL SETUSER default +set"));
    }

    private static Fault replica() {
        return foreign("replica")
                .causedBy(scene -> ForeignRedis.of(scene).say("REPLICAOF 127.0.0.1 1"))
                .told(Reason.READ_ONLY, "primary")
                .endedBy(scene -> ForeignRedis.of(scene).say("REPLICAOF NO ONE"));
    }

    private static Fault name() {
        return foreign("name-unresolved")
                .causedBy(scene -> ForeignRedis.of(scene).named("no-such-redis.invalid", PORT))
                .told(Reason.DNS_FAILURE, "no-such-redis.invalid")
                .endedBy(scene -> ForeignRedis.of(scene).named());
    }

    private static Fault http() {
        return foreign("http-server")
                .causedBy(scene -> {
                    HttpServer server = HttpServer.create(new InetSocketAddress(0), 0);
                    server.start();
                    scene.keep(() -> server.stop(0));
                    ForeignRedis.of(scene)
                            .named(here(scene), server.getAddress().getPort());
                })
                .told(Reason.NOT_REDIS, "host and port")
                .endedBy(scene -> ForeignRedis.of(scene).named());
    }

    /** What greets first, as mail and shell servers do. */
    private static Fault somethingElse() {
        return foreign("port-of-another")
                .causedBy(scene -> {
                    ServerSocket port = scene.keep(new ServerSocket(0));
                    Thread greeter = new Thread(() -> greet(port), "greets");
                    greeter.setDaemon(true);
                    greeter.start();
                    ForeignRedis.of(scene).named(here(scene), port.getLocalPort());
                })
                .told(Reason.NOT_REDIS, "host and port")
                .endedBy(scene -> ForeignRedis.of(scene).named());
    }

    private static void greet(ServerSocket port) {
        while (!port.isClosed()) {
            try (Socket caller = port.accept()) {
                caller.getOutputStream().write("SSH-2.0-OpenSSH_9.2\r\n".getBytes(StandardCharsets.US_ASCII));
                caller.setSoTimeout(1000);
                caller.getInputStream().read(new byte[1000]);
            } catch (IOException over) {
                // The next caller, or the end of the test.
            }
        }
    }

    /** The address of this machine on the way to the pods: the operator runs here, and loopback is never allowed. */
    private static String here(FaultScene scene) throws IOException {
        try (DatagramSocket way = new DatagramSocket()) {
            way.connect(InetAddress.getByName(ForeignRedis.of(scene).address()), PORT);
            return way.getLocalAddress().getHostAddress();
        }
    }
}
