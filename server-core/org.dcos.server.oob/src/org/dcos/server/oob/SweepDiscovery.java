package org.dcos.server.oob;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;

import org.dcos.domain.access.Caller;
import org.dcos.domain.bmc.Discovery;
import org.dcos.domain.bmc.DiscoveryOrder;
import org.dcos.domain.operation.Operation;
import org.dcos.domain.operation.Operation.Result;
import org.dcos.domain.operation.OperationRunner;
import org.dcos.domain.operation.OperationRunner.Progress;
import org.dcos.domain.problem.Invalid;
import org.dcos.domain.problem.Invalid.Violation;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Sweeps addresses for BMCs, each on a virtual thread, a bounded number at a time. */
@Component(service = Discovery.class)
public final class SweepDiscovery implements Discovery {

    private static final Logger LOG = LoggerFactory.getLogger(SweepDiscovery.class);
    private static final int MAX_LOGINS = 5;
    private static final int MAX_CONCURRENT = 256;
    private static final int MAX_PORT = 65_535;

    private final OperationRunner operations;
    private final Recognition recognition;

    @Activate
    public SweepDiscovery(@Reference OperationRunner operations, @Reference Recognition recognition) {
        this.operations = operations;
        this.recognition = recognition;
    }

    @Override
    public Operation start(DiscoveryOrder order) throws Invalid {
        var targets = targets(order);
        var caller = Caller.current();
        return operations.start("discovery",
                targets.size() == 1 ? "Discovery of " + targets.getFirst().address()
                        : "Discovery of %,d addresses"
                                .formatted(targets.size()),
                targets.size(), progress -> caller.call(() -> sweep(targets, progress)));
    }

    private static List<Target> targets(DiscoveryOrder order) throws Invalid {
        var violations = new ArrayList<Violation>();
        var targets = new ArrayList<Target>();
        order.known().forEach(bmc -> targets.add(new Target(bmc.address().strip(), bmc.port(), false,
                List.of(new DiscoveryOrder.Login(bmc.user(), bmc.password())))));
        for (int i = 0; i < order.known().size(); i++) {
            var bmc = order.known().get(i);
            if (!AddressRanges.isAddress(bmc.address())) {
                violations.add(
                        new Violation("known[" + i + "].address", "'%s' is no IPv4 address.".formatted(bmc.address())));
            }
            requirePort("known[" + i + "].port", bmc.port(), violations);
        }
        if (!order.ranges().isEmpty()) {
            requirePort("port", order.port(), violations);
            if (order.logins().isEmpty() || order.logins().size() > MAX_LOGINS) {
                violations.add(new Violation("logins",
                        "%d logins are given; give 1 to %d: BMCs lock accounts after a few wrong ones."
                                .formatted(order.logins().size(), MAX_LOGINS)));
            }
            AddressRanges.expand(order.ranges(), violations)
                    .forEach(address -> targets.add(new Target(address, order.port(), true, order.logins())));
        }
        if (targets.isEmpty() && violations.isEmpty()) {
            violations.add(new Violation("ranges", "Give at least one address, range or network, or a list of BMCs."));
        }
        if (!violations.isEmpty()) {
            throw new Invalid(violations);
        }
        return targets;
    }

    private static void requirePort(String field, int port, List<Violation> violations) {
        if (port < 1 || port > MAX_PORT) {
            violations.add(new Violation(field, "%d is no UDP port; BMCs listen on 623.".formatted(port)));
        }
    }

    private String sweep(List<Target> targets, Progress progress) throws InterruptedException {
        var slots = new Semaphore(MAX_CONCURRENT);
        var found = new java.util.concurrent.atomic.AtomicInteger();
        var matched = new java.util.concurrent.atomic.AtomicInteger();
        var caller = Caller.current();
        progress.message("Asking who is there");
        try (ExecutorService workers = Executors
                .newThreadPerTaskExecutor(Thread.ofVirtual().name("discovery-", 0).factory())) {
            for (var target : targets) {
                slots.acquire();
                if (progress.cancelled()) {
                    slots.release();
                    break;
                }
                workers.execute(() -> {
                    try {
                        var result = caller.call(() -> recognise(target));
                        found.addAndGet(result.outcome().equals(Recognition.SILENT) ? 0 : 1);
                        matched.addAndGet(result.outcome().equals(Recognition.MATCHED) ? 1 : 0);
                        progress.result(result);
                    } finally {
                        slots.release();
                    }
                });
            }
        }
        return "%,d of %,d addresses answered, %,d matched a recorded server".formatted(found.get(), targets.size(),
                matched.get());
    }

    private Result recognise(Target target) {
        try {
            return recognition.recognise(target);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return new Result(target.address(), java.util.Optional.empty(), false, "cancelled",
                    "Not asked: the sweep was cancelled.");
        } catch (RuntimeException e) { // a bug with one BMC must not stop the others
            LOG.error("Recognising the BMC at {}:{} failed", target.address(), target.port(), e);
            return new Result(target.address(), java.util.Optional.empty(), false, "error",
                    "An internal error stopped the recognition; details are in the log.");
        }
    }

    /** @param sweep part of a range, where silence is nothing special; else a BMC that somebody said is there */
    record Target(String address, int port, boolean sweep, List<DiscoveryOrder.Login> logins) {}
}
