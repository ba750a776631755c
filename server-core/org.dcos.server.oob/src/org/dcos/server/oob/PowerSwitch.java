package org.dcos.server.oob;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;

import org.dcos.domain.bmc.BmcDriver;
import org.dcos.domain.bmc.BmcEndpoint;
import org.dcos.domain.bmc.BmcFailure;
import org.dcos.domain.cmdb.Server;
import org.dcos.domain.monitor.PollNow;
import org.dcos.domain.operation.Operation.Result;
import org.dcos.domain.operation.OperationRunner.Progress;
import org.dcos.domain.power.BootDevice;
import org.dcos.domain.power.ChassisCommand;
import org.dcos.domain.power.PowerAction;
import org.dcos.domain.power.PowerState;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Sends chassis commands and watches until the chassis has followed. */
public final class PowerSwitch {

    private static final Logger LOG = LoggerFactory.getLogger(PowerSwitch.class);
    private static final String DONE = "done";
    private static final String NOT_FOLLOWED = "not-followed";
    private static final int MAX_CONCURRENT = 16;
    private static final Duration WATCH_EVERY = Duration.ofMillis(500);
    private static final Duration WATCH_HARD = Duration.ofSeconds(30);
    /** An operating system needs its time to end. */
    private static final Duration WATCH_GRACEFUL = Duration.ofMinutes(3);

    private final BmcDriver driver;
    private final Endpoints endpoints;
    private final PollNow poll;

    public PowerSwitch(BmcDriver driver, Endpoints endpoints, PollNow poll) {
        this.driver = driver;
        this.endpoints = endpoints;
        this.poll = poll;
    }

    public static String words(PowerAction action) {
        return switch (action) {
            case ON -> "power on";
            case OFF -> "power off";
            case GRACEFUL_SHUTDOWN -> "graceful shutdown";
            case CYCLE -> "power cycle";
            case RESET -> "hard reset";
            case NMI -> "diagnostic interrupt";
        };
    }

    public static String title(PowerAction action) {
        var words = words(action);
        return Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }

    /** Whether nothing is to be done when the chassis is in that state. */
    public static boolean pointless(PowerAction action, PowerState state) {
        return switch (action) {
            case ON -> state == PowerState.ON;
            case OFF, GRACEFUL_SHUTDOWN, CYCLE, RESET, NMI -> state == PowerState.OFF;
        };
    }

    /** Does with one chassis what is commanded, and waits for the effect; a failure is a result. */
    public Result carryOut(Server server, ChassisCommand command, BooleanSupplier cancelled) {
        var result = attempt(server, endpoint -> switch (command) {
            case ChassisCommand.SetPower(var action) -> follow(endpoint, action, server, cancelled);
            case ChassisCommand.SetBoot(var device, var persistent, var uefi) -> {
                driver.bootDevice(endpoint, device, persistent, uefi);
                yield new Deed.End(DONE, "The boot device is %s.".formatted(words(device, persistent, uefi)));
            }
            case ChassisCommand.Light(var time) -> {
                driver.identifyLed(endpoint, time);
                yield new Deed.End(DONE, time.isZero() ? "The identify LED is out."
                        : "The identify LED is lit for %d s.".formatted(time.toSeconds()));
            }
        });
        if (command instanceof ChassisCommand.SetPower) {
            poll.pollNow(server.id());
        }
        return result;
    }

    /** {@code PXE, for the next boot, UEFI}. */
    static String words(BootDevice device, boolean persistent, boolean uefi) {
        return "%s, %s, %s".formatted(device, persistent ? "for every boot" : "for the next boot",
                uefi ? "UEFI" : "BIOS");
    }

    /** Something said to one BMC. */
    interface Saying {
        void to(BmcEndpoint bmc) throws BmcFailure, InterruptedException;
    }

    String one(Server server, Progress progress, Saying saying, String done) throws InterruptedException {
        var result = attempt(server, endpoint -> {
            saying.to(endpoint);
            return new Deed.End(DONE, done);
        });
        progress.result(result);
        return result.message();
    }

    String carryOut(List<Server> servers, PowerAction action, Progress progress) throws InterruptedException {
        var slots = new Semaphore(MAX_CONCURRENT);
        var done = new AtomicInteger();
        try (var workers = Executors.newThreadPerTaskExecutor(Thread.ofVirtual().name("power-", 0).factory())) {
            for (var server : servers) {
                slots.acquire();
                if (progress.cancelled()) {
                    slots.release();
                    break;
                }
                workers.execute(() -> {
                    try {
                        var result = attempt(server,
                                endpoint -> follow(endpoint, action, server, progress::cancelled));
                        done.addAndGet(result.ok() ? 1 : 0);
                        progress.result(result);
                    } finally {
                        slots.release();
                        poll.pollNow(server.id());
                    }
                });
            }
        }
        return "%,d of %,d done".formatted(done.get(), servers.size());
    }

    /** What is to be done with one BMC; gives how it ended in words. */
    private interface Deed {
        Deed.End with(BmcEndpoint bmc) throws BmcFailure, InterruptedException;

        /** @param outcome one word */
        record End(String outcome, String words) {}
    }

    private Result attempt(Server server, Deed deed) {
        var endpoint = endpoints.of(server.id());
        if (endpoint.isEmpty()) {
            return new Result(server.name(), Optional.of(server.id()), false, "no-bmc",
                    "%s has no known BMC. Run the discovery for its address first.".formatted(server.name()));
        }
        try {
            var end = deed.with(endpoint.get());
            return new Result(server.name(), Optional.of(server.id()), DONE.equals(end.outcome()), end.outcome(),
                    end.words());
        } catch (BmcFailure e) {
            return new Result(server.name(), Optional.of(server.id()), false, Recognition.word(e.kind()),
                    "%s: %s".formatted(server.name(), e.getMessage()));
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return new Result(server.name(), Optional.of(server.id()), false, "cancelled",
                    "%s: cancelled; the order may have been sent already.".formatted(server.name()));
        } catch (RuntimeException e) { // a bug with one BMC must not stop the others
            LOG.error("A chassis command for {} failed", server.name(), e);
            return new Result(server.name(), Optional.of(server.id()), false, "error",
                    "%s: an internal error; details are in the log.".formatted(server.name()));
        }
    }

    private Deed.End follow(BmcEndpoint bmc, PowerAction action, Server server, BooleanSupplier cancelled)
            throws BmcFailure, InterruptedException {
        driver.power(bmc, action);
        if (action == PowerAction.NMI) { // what the operating system does with it cannot be seen from here
            return new Deed.End(DONE, "%s: the diagnostic interrupt was sent.".formatted(server.name()));
        }
        var wanted = switch (action) {
            case ON, CYCLE, RESET, NMI -> PowerState.ON;
            case OFF, GRACEFUL_SHUTDOWN -> PowerState.OFF;
        };
        long end = System.nanoTime()
                + (action == PowerAction.GRACEFUL_SHUTDOWN ? WATCH_GRACEFUL : WATCH_HARD).toNanos();
        var state = PowerState.UNKNOWN;
        do {
            TimeUnit.MILLISECONDS.sleep(WATCH_EVERY.toMillis());
            state = stateOf(bmc);
            poll.pollNow(server.id());
        } while (state != wanted && System.nanoTime() < end && !cancelled.getAsBoolean());
        if (state != wanted) {
            return new Deed.End(NOT_FOLLOWED, "%s took the %s, but its chassis power is still %s."
                    .formatted(server.name(), words(action), state));
        }
        return new Deed.End(DONE, "%s: chassis power is %s.".formatted(server.name(), state));
    }

    /** A BMC may miss a question while it switches; the next one counts. */
    private PowerState stateOf(BmcEndpoint bmc) throws InterruptedException {
        try {
            return driver.powerState(bmc);
        } catch (BmcFailure e) {
            LOG.debug("BMC {} did not tell its power state while switching: {}", bmc.address(), e.getMessage());
            return PowerState.UNKNOWN;
        }
    }
}
