package dev.cacheward.testbed;

import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.ContainerStateTerminated;
import io.fabric8.kubernetes.api.model.Pod;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One pod, lived by one thread: prepare, start, probe, restart when it crashes, until it is told to end. */
final class ProcessPod {
    private static final Logger LOG = LoggerFactory.getLogger(ProcessPod.class);
    private static final Duration LOOK = Duration.ofMillis(100);
    private static final Duration RETRY = Duration.ofMillis(500);
    private static final Duration PROBE_WHEN_READY = Duration.ofSeconds(1);
    private static final Duration LONGEST_BACK_OFF = Duration.ofSeconds(5);
    private static final int CRASHES_OF_A_LOOP = 3;

    private final StandInNode machine;
    private final Pod pod;
    private final ContainerLaunch launch;
    private final PodStatuses statuses;
    private final CountDownLatch stop = new CountDownLatch(1);
    private final Thread thread;
    private volatile ContainerView view = ContainerView.created();
    private volatile String ip = "";
    private volatile Duration grace = Duration.ZERO;
    private volatile Optional<PodProcess> process = Optional.empty();

    ProcessPod(StandInNode machine, Pod pod) {
        this.machine = machine;
        this.pod = pod;
        this.launch = new ContainerLaunch(machine, pod);
        this.statuses = new PodStatuses(machine.client(), pod, machine.clock());
        this.thread = new Thread(this::live, "pod " + pod.getMetadata().getName());
        this.thread.setDaemon(true);
    }

    void start() {
        thread.start();
    }

    /** Returns at once; {@link #ended} tells when it has. */
    void stop(Duration atMost) {
        grace = atMost;
        stop.countDown();
    }

    boolean ended() {
        return !thread.isAlive();
    }

    Pod pod() {
        return pod;
    }

    RedisEndpoint endpoint() {
        return launch.endpoint(ip);
    }

    Optional<PodProcess> process() {
        return process;
    }

    /** For the end of the JVM: nobody waits for the thread any more. */
    void killNow() {
        stop.countDown();
        process.ifPresent(PodProcess::kill);
    }

    void awaitEnd(Duration atMost) {
        try {
            thread.join(atMost.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void live() {
        try {
            if (canStart()) {
                publish(view);
                Folders.create(launch.folder());
                boolean again = true;
                while (again && !stopping(Duration.ZERO)) {
                    again = runOnce();
                }
            }
            stop.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            if (!stopping(Duration.ZERO)) {
                LOG.warn("Pod {} is given up", pod.getMetadata().getName(), e);
            }
        } finally {
            process.ifPresent(PodProcess::kill);
            Folders.delete(launch.folder());
        }
    }

    private boolean canStart() {
        List<PodStartFailure> obstacles = PodStartFailure.of(pod);
        for (PodStartFailure obstacle : obstacles) {
            publish(view.waiting(obstacle.reason(), obstacle.message()));
            stopping(RETRY);
        }
        return obstacles.isEmpty();
    }

    /** @return whether the container is to be started again */
    private boolean runOnce() throws InterruptedException {
        try {
            if (ip.isEmpty()) {
                ip = machine.addresses().take(launch.port());
            }
            PodProcess started = launch.start(ip);
            process = Optional.of(started);
            watch(started);
            return stopping(Duration.ZERO) || restarts(started);
        } catch (PodNotStartable e) {
            publish(view.waiting(e.reason(), e.getMessage()));
            stopping(RETRY);
            return true;
        }
    }

    private void watch(PodProcess started) throws InterruptedException {
        String since = statuses.now();
        Probe probe = new Probe(endpoint());
        publish(view.running(since, !isProbed()));
        long nextProbe = System.nanoTime();
        while (!started.ended(LOOK)) {
            if (stopping(Duration.ZERO)) {
                publish(view.running(since, false));
                started.terminate(grace);
            } else if (isProbed() && System.nanoTime() - nextProbe >= 0) {
                boolean ready = probe.isReady(launch.probePassword());
                publish(view.running(since, ready));
                nextProbe = System.nanoTime() + (ready ? PROBE_WHEN_READY : LOOK).toNanos();
            }
        }
        started.kill();
    }

    private boolean restarts(PodProcess ended) {
        ContainerStateTerminated end = launch.end(ended, statuses.now());
        if ("Never".equals(pod.getSpec().getRestartPolicy())) {
            publish(view.finished(end));
            return false;
        }
        publish(view.crashed(end));
        backOff();
        return true;
    }

    private void backOff() {
        Duration pause = Duration.ofSeconds(view.restarts());
        if (view.restarts() >= CRASHES_OF_A_LOOP) {
            publish(view.waiting(
                    "CrashLoopBackOff",
                    "back-off restarting failed container " + container().getName()));
        }
        stopping(pause.compareTo(LONGEST_BACK_OFF) < 0 ? pause : LONGEST_BACK_OFF);
    }

    private Container container() {
        return pod.getSpec().getContainers().get(0);
    }

    private boolean isProbed() {
        return container().getReadinessProbe() != null;
    }

    private boolean stopping(Duration within) {
        try {
            return stop.await(within.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return true;
        }
    }

    private void publish(ContainerView now) {
        view = now;
        statuses.write(now, ip);
    }
}
