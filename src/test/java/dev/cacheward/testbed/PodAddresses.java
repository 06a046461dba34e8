package dev.cacheward.testbed;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A loopback address for each pod: 127.x.y.z on Linux; elsewhere there is only 127.0.0.1, for one server at a time. */
final class PodAddresses {
    private static final Pattern BIND_LINE = Pattern.compile("(?m)^(\\s*bind\\s+)(.*)$");
    private static final Set<String> LOOPBACK = Set.of("127.0.0.1", "::1", "localhost");
    private static final Set<String> ALL = Set.of("*", "0.0.0.0", "::", "::*");
    private static final int ATTEMPTS = 50;

    private final Random random = new Random();
    private final boolean many =
            System.getProperty("os.name").toLowerCase(Locale.ROOT).contains("linux");

    /** @param port that must be free there; 0 if the pod listens nowhere */
    String take(int port) throws PodNotStartable {
        for (int i = 0; i < (many ? ATTEMPTS : 1); i++) {
            String address = many
                    ? "127." + random.nextInt(64, 255) + "." + random.nextInt(256) + "." + random.nextInt(1, 255)
                    : "127.0.0.1";
            if (port == 0 || isFree(address, port)) {
                return address;
            }
        }
        throw new PodNotStartable(
                "CreateContainerError",
                "port " + port + " of 127.0.0.1 is in use, and this system has no other loopback address for the pod:"
                        + " stop what listens there");
    }

    private static boolean isFree(String address, int port) {
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getByName(address), port));
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    /** A pod has a loopback and an "all addresses" of its own; this machine's are not the pod's to take. */
    static List<String> inArguments(List<String> arguments, String podIp) {
        List<String> result = new ArrayList<>();
        Set<String> bound = new HashSet<>();
        boolean inBind = false;
        for (String argument : arguments) {
            if (argument.startsWith("--")) {
                inBind = argument.equals("--bind");
                result.add(argument);
            } else if (!inBind) {
                result.add(argument);
            } else {
                addresses(argument, podIp).filter(bound::add).forEach(result::add);
            }
        }
        return result;
    }

    private static Stream<String> addresses(String words, String podIp) {
        return Arrays.stream(words.trim().split("\\s+"))
                .map(a -> ofPod(a, podIp))
                .filter(a -> !a.isEmpty());
    }

    static String inFile(String redisConf, String podIp) {
        return BIND_LINE.matcher(redisConf).replaceAll(line -> Matcher.quoteReplacement(bind(line, podIp)));
    }

    private static String bind(MatchResult line, String podIp) {
        List<String> kept = addresses(line.group(2), podIp).distinct().toList();
        return kept.isEmpty() ? "" : line.group(1) + String.join(" ", kept);
    }

    private static String ofPod(String address, String podIp) {
        String bare = address.startsWith("-") ? address.substring(1) : address;
        if (LOOPBACK.contains(bare)) {
            return "";
        }
        return ALL.contains(bare) ? podIp : address;
    }
}
