package org.dcos.server.oob.waves;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import org.dcos.domain.power.ChassisCommand;
import org.dcos.domain.power.ChassisOrder;
import org.dcos.domain.power.Waves;
import org.dcos.domain.problem.Invalid;
import org.dcos.domain.problem.Invalid.Violation;

/** What holds for every order, told all at once. */
final class OrderCheck {

    private static final int SHORTEST_REASON = 3;
    private static final int MOST_CANARIES = 100;
    private static final Duration LONGEST_PAUSE = Duration.ofHours(1);
    /** The interval of Chassis Identify is one byte of seconds (IPMI v2.0 §28.5). */
    private static final Duration LONGEST_LIGHT = Duration.ofSeconds(255);

    private final List<Violation> violations = new ArrayList<>();

    private OrderCheck() {}

    /** As far as a plan needs it: the reason may still be missing. */
    static void plan(ChassisOrder order) throws Invalid {
        var check = new OrderCheck();
        check.look(order);
        check.done();
    }

    static void order(ChassisOrder order) throws Invalid {
        var check = new OrderCheck();
        check.look(order);
        boolean many = order.servers().stream().distinct().count() > 1;
        boolean told = order.reason().strip().length() >= SHORTEST_REASON;
        check.require(told || !many, "reason",
                "Say why in a few words: the order is for %d servers, and the audit log keeps the reason."
                        .formatted(order.servers().size()));
        check.require(told || many || !order.command().interrupts(), "reason",
                "Say why in a few words: the order interrupts what runs, and the audit log keeps the reason.");
        check.done();
    }

    private void look(ChassisOrder order) {
        require(!order.servers().isEmpty() && order.servers().size() <= ChassisOrder.MOST, "servers",
                "%d servers are named; name 1 to %d.".formatted(order.servers().size(), ChassisOrder.MOST));
        if (order.command() instanceof ChassisCommand.Light(Duration time)) {
            require(!time.isNegative() && time.compareTo(LONGEST_LIGHT) <= 0, "command.time",
                    "%d seconds are not between 0 and 255.".formatted(time.toSeconds()));
        }
        look(order.waves());
    }

    private void look(Waves waves) {
        require(waves.by() != Waves.By.LABEL || !waves.label().isBlank(), "waves.label",
                "Name the label that the waves are made by.");
        require(waves.size() >= 0 && waves.size() <= ChassisOrder.MOST, "waves.size",
                "%d servers in a wave are not between 0 and %d; 0 is no limit.".formatted(waves.size(),
                        ChassisOrder.MOST));
        percent("waves.percent", waves.percent());
        percent("waves.stopWave", waves.stopWave());
        percent("waves.stopAll", waves.stopAll());
        require(waves.canary() >= 0 && waves.canary() <= MOST_CANARIES, "waves.canary",
                "%d servers of a canary are not between 0 and %d.".formatted(waves.canary(), MOST_CANARIES));
        require(!waves.pause().isNegative() && waves.pause().compareTo(LONGEST_PAUSE) <= 0, "waves.pause",
                "The pause of %d s is not between 0 and %d s.".formatted(waves.pause().toSeconds(),
                        LONGEST_PAUSE.toSeconds()));
    }

    private void percent(String field, int value) {
        require(value >= 0 && value <= 100, field, "%d %% is not between 0 and 100 %%.".formatted(value));
    }

    private void require(boolean holds, String field, String otherwise) {
        if (!holds) {
            violations.add(new Violation(field, otherwise));
        }
    }

    private void done() throws Invalid {
        if (!violations.isEmpty()) {
            throw new Invalid(violations);
        }
    }
}
